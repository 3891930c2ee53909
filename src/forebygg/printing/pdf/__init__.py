"""HTML to a PDF that claims PDF/A-2a and PDF/UA-1, in a child process under limits (docs/adr/0027)."""
