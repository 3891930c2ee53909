"""What a round is worked out by: its stages, whether a promise is done, whether a goal came nearer."""
