"""Pages of commitments: one module a chapter."""
