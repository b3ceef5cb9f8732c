"""`Manuscript` to bytes: the only importer of docx and reportlab."""
