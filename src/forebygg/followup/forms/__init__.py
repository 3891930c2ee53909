"""What people type about rounds."""
