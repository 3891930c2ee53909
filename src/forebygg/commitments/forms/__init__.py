"""What people type about commitments: one module a chapter."""
