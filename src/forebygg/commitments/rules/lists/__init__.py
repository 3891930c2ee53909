"""A list of measures as a municipality keeps it: which column is which, and what its cells say."""
