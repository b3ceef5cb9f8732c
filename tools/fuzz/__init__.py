"""Attacks on the readers and the extractors: coverage-guided fuzzing, hostile patterns, monstrous articles."""
