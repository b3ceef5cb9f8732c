"""Letters and positions: pure functions on text."""
