"""The console: what a person types, and what is told in return."""
