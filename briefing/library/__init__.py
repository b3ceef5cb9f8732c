"""What is kept on disk: one brief in one file."""
