"""Pages of the organisation: one module a chapter."""
