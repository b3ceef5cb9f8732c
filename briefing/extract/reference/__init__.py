"""Whom a name, title or pronoun means."""
