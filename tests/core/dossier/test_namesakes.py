"""Two people of one name stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.dossier.namesakes import are_namesakes
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
