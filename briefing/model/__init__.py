"""Frozen types, ports and errors; standard library only."""
