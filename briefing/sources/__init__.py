"""Bytes in the world to `Article`."""
