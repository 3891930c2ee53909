"""What is typed of plans: the council's decisions, and goals."""
