"""Acts on rounds; one module each."""
