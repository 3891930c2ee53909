"""Items of minutes: heading, what is decided, who moved what, how they voted, what is put on record."""
