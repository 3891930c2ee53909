"""What people type about the organisation: one module a chapter."""
