"""To which event people, words and promises belong, and when to none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.events import find_events
from briefing.extract.attendance.which_event import WhichEvent
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def _joined(cast: Cast, words: str) -> str | None:
    """The name of the event to which some words of the text belong."""
    events = find_events(cast)
    found = WhichEvent(cast, events)(cast.parse.article.text.index(words))
    return next((event.name.text for event in events if event.id == found and event.name is not None), None)


_MEETING = "Mayor Jose Lima held a meeting in Faro on Monday.\n"
_VISIT = "Mayor Jose Lima began a visit to Peru on Monday.\n"


@pytest.mark.parametrize(
    ("sentence", "joined"),
    [
        ("Senator Ana Souza spoke of wells.", True),
        ("Senator Ana Souza spoke in Faro.", True),
        ("Senator Ana Souza spoke in London.", False),
        ("Senator Ana Souza spoke on Monday.", True),
        ("Senator Ana Souza spoke on Wednesday.", False),
        ("Senator Ana Souza spoke at the meeting, which ended on Wednesday.", True),
        ("Senator Ana Souza spoke at a rally.", False),
        ("Senator Ana Souza spoke at the session.", True),
        ("Senator Ana Souza spoke at a rally after the meeting.", False),
        ("Senator Ana Souza spoke at another meeting.", False),
        ("It came the day after Senator Ana Souza spoke to miners.", False),
        ("He left after Senator Ana Souza spoke to miners.", True),
    ],
)
def test_another_occasion_is_not_the_main_one(cast_of: CastOf, sentence: str, *, joined: bool) -> None:
    """Another day, another town, an occasion of another kind, and what came before."""
    assert _joined(cast_of(_MEETING + sentence), "spoke") == ("meeting in Faro" if joined else None)


@pytest.mark.parametrize("sentence", ["Senator Ana Souza spoke in London.", "Senator Ana Souza spoke on Wednesday."])
def test_what_goes_on_over_days_and_places_may_still_be_theirs(cast_of: CastOf, sentence: str) -> None:
    """A visit has more than one day."""
    assert _joined(cast_of(_VISIT + sentence), "spoke") == "visit to Peru"


def test_where_no_event_is_told_of_nothing_belongs_to_one(cast_of: CastOf) -> None:
    """No event, no part in it."""
    assert _joined(cast_of("Mayor Jose Lima spoke of wells."), "spoke") is None


@pytest.mark.parametrize(("opening", "joined"), [("Elsewhere, ", False), ("Separately, ", False), ("There, ", True)])
def test_another_story_is_of_no_event_of_this_one(cast_of: CastOf, opening: str, *, joined: bool) -> None:
    """A paragraph that turns to another story says so."""
    cast = cast_of(f"{_MEETING}\n{opening}Senator Ana Souza spoke of wells.")
    assert (_joined(cast, "spoke") is not None) is joined
