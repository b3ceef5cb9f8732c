"""What Qt's views and its undo stack read: thin shells over the presenters."""
