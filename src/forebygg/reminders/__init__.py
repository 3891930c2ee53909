"""What is to be done later, and the clock that knows when."""
