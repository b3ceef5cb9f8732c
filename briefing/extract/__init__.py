"""`Article` to facts: an engine, and one folder of data per language."""
