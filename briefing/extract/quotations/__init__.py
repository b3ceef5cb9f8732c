"""What somebody said, word for word, and who."""
