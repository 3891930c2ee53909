"""What the pages show: frozen rows, fetched in a number of queries that does not grow with the case."""
