"""What the pages show: frozen rows, each page in a fixed number of queries whatever the plan's length."""
