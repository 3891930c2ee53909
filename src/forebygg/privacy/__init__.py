"""What protects people: the guard of personal data in free text."""
