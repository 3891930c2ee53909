"""Swedish words: which are words at all, which belong together, and where two texts agree."""
