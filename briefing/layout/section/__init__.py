"""One module per section of a brief, each a function of the desk."""
