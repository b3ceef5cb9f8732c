"""What the parser saw, as plain records; the one room that knows the parser."""
