"""`Manuscript` to PDF, and back to the words that a printed file holds."""
