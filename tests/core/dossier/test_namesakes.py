"""Two people of one name stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.dossier.namesakes import are_namesakes
from briefing.dossier.people import merged_attendees
from briefing.model.facts import Attendee, AttendeeKind
from tests.core.dossier.build import Scribe, article


def _row(role: str, country: str | None, gender: str | None = None, body: str | None = None) -> Attendee:
    row = Scribe(article(f"{role} Kim Lee spoke.")).person("Kim Lee", role=role, country=country)
    return replace(row, gender=gender, organisation=body)


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        (_row("minister", "ZM"), _row("minister", "MW"), True),
        (_row("director", "ZM", None, "WHO"), _row("director", "CH", None, "WHO"), False),
        (_row("minister", "ZM"), _row("head of state", "ZM"), False),
        (_row("minister", "ZM"), _row("minister", None), False),
        (_row("minister", "ZM", "m"), _row("minister", "ZM", "f"), True),
        (_row("judge", "ZM"), _row("taxi driver", None), True),
        (_row("taxi driver", "ZM"), _row("student", "ZM"), False),
    ],
)
def test_what_tells_two_people_apart(one: Attendee, other: Attendee, two: bool) -> None:
    """Two states, man and woman, office and trade; a gap tells nothing, and groups are no people."""
    assert are_namesakes(one, other) is are_namesakes(other, one) is two
    assert not are_namesakes(replace(one, kind=AttendeeKind.GROUP), other)


def _rows(*names_of_articles: tuple[str, ...]) -> list[tuple[str, int]]:
    """The compiled rows: name, and in how many articles it is."""
    sighted = []
    for number, names in enumerate(names_of_articles):
        scribe = Scribe(article(f"{number}: " + ". ".join(f"{name} spoke" for name in names)))
        sighted += [(f"article {number}", scribe.person(name, role=None)) for name in names]
    rows, moved = merged_attendees(sighted, {})
    return sorted((row.name, sum(one == row for one in moved.values())) for row in rows)


def test_whom_an_article_tells_apart_another_article_tells_apart_by_the_same_names() -> None:
    """Father Robert and son Bob stay two, and each finds his own; a surname finds neither."""
    assert _rows(("Robert Sallow", "Bob Sallow"), ("Bob Sallow",)) == [("Bob Sallow", 2), ("Robert Sallow", 1)]
    assert _rows(("Robert Sallow", "Bob Sallow"), ("Sallow",))[-1] == ("Sallow", 1)
    assert _rows(("Robert Sallow",), ("Bob Sallow",)) == [("Robert Sallow", 2)]
