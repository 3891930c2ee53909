"""What every page is made from: its frame, its parts, its two doors. Knows no domain."""
