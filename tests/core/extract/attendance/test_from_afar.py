"""Who is heard, and only away from the event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

CastOf = Callable[..., Cast]

_REPORT = "Fishery ministers met in Quito on Monday for talks on cod.\n{}\nMinister Ana Souza left early."


def _may_have_been_there(cast: Cast, name: str = "Jose Lima") -> bool:
    people = presence_of(cast, frozenset()).people
    return next(Mode.IN_PERSON in one.open for one in people if one.person.name == name)


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Jose Lima told reporters in Bern that prices would rise.",
        "Speaking to journalists in Bern, senator Jose Lima said that prices would rise.",
        "Senator Jose Lima said in a long interview with a Bern weekly that prices would rise.",
        "Senator Jose Lima wrote on Facebook that prices would rise.",
        "In a statement from Bern, senator Jose Lima said that prices would rise.",
        "When contacted, senator Jose Lima said that prices would rise.",
        "Senator Jose Lima told reporters that prices would rise. He added that he was sorry.",
    ],
)
def test_who_is_heard_elsewhere_was_not_there(cast_of: CastOf, sentence: str) -> None:
    """To the press, on a platform, in a paper or when asked."""
    assert not _may_have_been_there(cast_of(_REPORT.format(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Jose Lima said that prices would rise.",
        "Senator Jose Lima told reporters after the meeting that prices would rise.",
        "Senator Jose Lima told delegates that prices would rise. He told reporters that he was sorry.",
        "Senator Jose Lima said in a statement to the meeting that prices would rise.",
        "Senator Jose Lima urged reporters not to guess at prices.",
        "Senator Jose Lima opened the talks. He told reporters that prices would rise.",
    ],
)
def test_who_is_heard_there_too_may_have_been(cast_of: CastOf, sentence: str) -> None:
    """Words said beside the event, to its people or to nobody in particular shut nothing out."""
    assert _may_have_been_there(cast_of(_REPORT.format(sentence)))


def test_who_speaks_to_reporters_at_an_event_for_them_was_there(cast_of: CastOf) -> None:
    """The event is the press conference."""
    text = "The mill held a press conference on Monday.\nEngineer Jose Lima told reporters that prices would rise."
    assert _may_have_been_there(cast_of(text))
