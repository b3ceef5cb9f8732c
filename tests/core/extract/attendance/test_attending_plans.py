"""Who is still to come, who was to come and did not, and who cannot come any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

CastOf = Callable[..., Cast]

_REPORT = "Mayor Jose Lima opened the River Forum in Lima on Tuesday.\n{}\nThe hall was full."


def _settled(cast: Cast) -> set[str]:
    people = presence_of(cast, frozenset()).people
    return {part.mode.value for one in people if one.person.name == "Ana Souza" for part in one.parts}


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Minister Ana Souza is expected on Friday.", "expected"),
        ("Minister Ana Souza will arrive on Thursday.", "expected"),
        ("Minister Ana Souza is expected to join on Thursday.", "expected"),
        ("Minister Ana Souza had been expected but cancelled her journey.", "absent"),
        ("Minister Ana Souza was invited but withdrew.", "absent"),
        ("Minister Ana Souza was expected to attend the forum but cancelled her journey.", "absent"),
        ("Minister Ana Souza sent written remarks.", "remote"),
    ],
)
def test_plans(cast_of: CastOf, sentence: str, mode: str) -> None:
    """A day ahead, and what was called off."""
    assert _settled(cast_of(_REPORT.format(sentence))) == {mode}


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ana Souza cancelled the debts of the farmers.",
        "Minister Ana Souza is expected to resign on Friday.",
        "Minister Ana Souza will speak if wells run dry.",
        "Minister Ana Souza sent a cheque to her son.",
    ],
)
def test_other_plans_tell_nothing_of_the_event(cast_of: CastOf, sentence: str) -> None:
    """What else somebody is to do or calls off."""
    assert not _settled(cast_of(_REPORT.format(sentence)))


@pytest.mark.parametrize(
    ("sentence", "open_"),
    [
        ("The late King Ana Souza built the hall.", False),
        ("The hall was built by their late mayor, Jo Roe, and Ana Souza.", True),
        ("Late on Tuesday Ana Souza sang.", True),
    ],
)
def test_who_is_dead_was_not_there(cast_of: CastOf, sentence: str, *, open_: bool) -> None:
    """Whom the text calls late."""
    people = presence_of(cast_of(_REPORT.format(sentence)), frozenset()).people
    assert next(Mode.IN_PERSON in one.open for one in people if one.person.name == "Ana Souza") is open_
