"""What the window knows and decides, without a line of Qt."""
