"""What can be come to, and what one only does, deals out or suffers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

CastOf = Callable[..., Cast]


def _said(cast: Cast) -> set[Mode]:
    people = presence_of(cast, frozenset()).people
    return {part.mode for one in people if one.person.name == "Ana Souza" for part in one.parts}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Souza participated in the construction of a mill.",
        "Ana Souza participated in the modernisation of the mill.",
        "Ana Souza took part in the trade in furs.",
        "Captain Ana Souza visited ruin on the miners.",
        "Captain Ana Souza visited sorrow upon Lima.",
        "Poet Ana Souza was detained and deported to Lima.\nThe festival went on.",
        "Poet Ana Souza was abroad for ten years.\nThe programme goes on.",
        "Poet Ana Souza has been missing since May.",
        "Poet Ana Souza received a call from a bank.",
        "Poet Ana Souza was not able to read.\nThe festival went on.",
        "Deputy Ana Souza will face trial in September.",
    ],
)
def test_work_blows_and_prison_are_no_attendance(cast_of: CastOf, text: str) -> None:
    """Nobody comes to an undertaking, to what befalls others or to where nothing is held."""
    assert not _said(cast_of(text))


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Minister Ana Souza participated in the forum.", Mode.IN_PERSON),
        ("Minister Ana Souza took part in the inauguration of a mill.", Mode.IN_PERSON),
        ("Minister Ana Souza visited wells on Monday.", Mode.IN_PERSON),
        ("Minister Ana Souza visited the mill on the eve of the fair.", Mode.IN_PERSON),
        ("The fair opened without speeches.\nMinister Ana Souza was abroad.", Mode.ABSENT),
        ("Minister Ana Souza is on leave and did not come.", Mode.ABSENT),
        ("Minister Ana Souza was not able to attend the meeting.", Mode.ABSENT),
        ("Minister Ana Souza received a call from Mayor Jose Lima.", Mode.REMOTE),
    ],
)
def test_events_and_places_are(cast_of: CastOf, text: str, mode: Mode) -> None:
    """Events, places and calls between people named are come to, missed or answered."""
    assert _said(cast_of(text)) == {mode}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Souza attended last year's summit in Lima.", set()),
        ("Ana Souza attended this year's summit in Lima.", {Mode.IN_PERSON}),
        ("Ana Souza called the talks a farce.", set()),
        ("Ana Souza called talks on wells.", {Mode.IN_PERSON}),
    ],
)
def test_another_event_and_a_judgement_on_one(cast_of: CastOf, text: str, said: set[Mode]) -> None:
    """Who was at the event before, or only calls this one names, is not told to be there."""
    assert _said(cast_of(text)) == said
