"""Who an article says was there."""

from __future__ import annotations

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode


def there(cast: Cast) -> set[str]:
    """The names of the people whom its words put at an event in person."""
    people = presence_of(cast, frozenset()).people
    return {one.person.name for one in people if any(part.mode is Mode.IN_PERSON for part in one.parts)}
