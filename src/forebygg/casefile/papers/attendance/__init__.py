"""Who was there, for whom, and from when to when."""
