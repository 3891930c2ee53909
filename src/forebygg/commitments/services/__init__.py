"""The acts on commitments; one module an act or a few."""
