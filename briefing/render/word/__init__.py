"""`Manuscript` to a Word document and back: `writer` prints, `reading` reads what a printed file says now."""
