"""What can be told of commitments without a database."""
