"""PDF as text: a limited child process finds the words, this side puts them in reading order."""
