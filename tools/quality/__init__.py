"""How much of what articles say is found, and how much of what is found they say.

`python -m tools.quality` prints the table; `floors` are what the build holds it to; `fit` renews the certainties.
"""
