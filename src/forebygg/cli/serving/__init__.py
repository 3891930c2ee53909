"""What `forebygg serve` runs: a server, a worker and a clock, and one parent that keeps them going."""
