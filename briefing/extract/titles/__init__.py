"""Offices, ranks and the bodies they belong to, as one grammar of titles."""
