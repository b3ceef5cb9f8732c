"""`Dossier`, locale and template to `Manuscript`: the last room that knows the language of the reader."""
