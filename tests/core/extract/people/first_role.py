"""The role that is told first of somebody."""

from __future__ import annotations

from briefing.extract.reference.cast import Cast


def first_role(cast: Cast, name: str) -> str | None:
    """The words of the best role of a person of this name."""
    person = next(person for person in cast.people if person.name == name)
    return next((written.text for written in person.roles), None)
