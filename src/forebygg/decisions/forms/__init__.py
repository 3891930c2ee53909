"""What is typed about a case: one module an act."""
