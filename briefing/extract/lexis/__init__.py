"""Words: the lists of a language, names and datelines as they are written, and what words mean."""
