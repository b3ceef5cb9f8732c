"""Who undertook, asked for, did or refused what."""
