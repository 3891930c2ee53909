"""What follows from a case's facts by rule: who was there, what became of a motion. No database."""
