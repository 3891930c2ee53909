"""A coordinator's own list of measures: its columns, whom it means, and what it would do."""
