"""Words that settle how somebody took part, and words like them that settle nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

CastOf = Callable[..., Cast]

_REPORT = "Mayor Jose Lima opened the River Forum in Lima on Tuesday.\n{}\nThe hall was full."


def _settled(cast: Cast, name: str = "Ana Souza") -> set[str]:
    people = presence_of(cast, frozenset()).people
    return {part.mode.value for one in people if one.person.name == name for part in one.parts}


def _open(cast: Cast, name: str = "Ana Souza") -> set[str]:
    people = presence_of(cast, frozenset()).people
    return {mode.value for one in people if one.person.name == name for mode in one.open}


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Minister Ana Souza held phone talks with Chancellor Jo Roe on Monday.", {"remote"}),
        ("A phone conversation was held on May 3 between Minister Ana Souza and Chancellor Jo Roe.", {"remote"}),
        ("Minister Ana Souza spoke of a recent phone conversation with her sister.", set()),
        ("The deal, signed by Minister Ana Souza, will help farmers.", {"in_person"}),
        ("The deal will be signed at a dinner given by Minister Ana Souza.", {"expected"}),
        ("Ana Souza had planned on attending, but cancelled at the last minute.", {"absent"}),
        ("Ana Souza was not invited to the summit.", {"absent"}),
        ("Ana Souza was invited to the stage.", set()),
        ("Ana Souza was told to come to the session but remained absent.", {"absent"}),
        ("Mayor Ana Souza and her deputies meet with farmers in Lima on Monday. Photo: Max Berg", {"in_person"}),
        ("Mayor Ana Souza and her deputies meet with farmers in Lima on Monday.", {"expected"}),
        ("Farmers came to the launch in Faro, where Minister Ana Souza said rain fell.", {"in_person"}),
        ("Farmers fled to Faro, where Minister Ana Souza said rain fell.", set()),
        ("Minister Ana Souza, speaking from Oslo, told the session that rain fell.", {"remote"}),
        ("Minister Ana Souza, speaking from the floor, told the session that rain fell.", {"in_person"}),
        ("On a visit to Faro, Minister Ana Souza said rain fell.", {"in_person"}),
        ("On her last visit to Faro, Minister Ana Souza said rain fell.", set()),
        ("Mayor Jo Roe handed over the keys to Minister Ana Souza.", {"in_person"}),
        ("Mayor Jo Roe handed over power to Minister Ana Souza.", set()),
        ("Minister Ana Souza also joined the mourners.", {"in_person"}),
        ("Minister Ana Souza joined the party in March.", set()),
        ("Minister Ana Souza told those gathered that rain fell.", {"in_person"}),
        ("Minister Ana Souza was happy to attend the opening.", {"in_person"}),
        ("Minister Ana Souza is keen to attend the opening.", set()),
        ("Minister Ana Souza is likely to attend the opening.", {"expected"}),
        ("Aid flows under an agreement signed by Minister Ana Souza.", set()),
        ("Aid flows from an agreement signed on Monday by Minister Ana Souza.", {"in_person"}),
        ("The inauguration of President Ana Souza will be held in Lima in May.", {"expected"}),
    ],
)
def test_what_one_sentence_settles(cast_of: CastOf, text: str, mode: set[str]) -> None:
    """Calls, papers that are signed, plans given up, captions and days ahead."""
    assert _settled(cast_of(text)) == mode


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("Among the young bakers who attended the forum were Jo Roe, Ana Souza and Max Berg.", True),
        ("Among the old mills that burned were those of Jo Roe, Ana Souza and Max Berg.", False),
        ("The members of her delegation included the painters Jo Roe, Ana Souza and Max Berg.", True),
        ("Members of the delegation are to praise Jo Roe, Ana Souza and Max Berg.", False),
        ("The mayor was accompanied by, among others, Jo Roe, Ana Souza and Max Berg.", True),
        ("The mayor was greeted with flowers by elders, including Jo Roe and Ana Souza.", True),
        ("The signing was witnessed by Jo Roe, Secretary Ana Souza and Max Berg.", True),
        ("Also present outside the barn was the former senator Ana Souza.", True),
        ("Ana Souza acted as the moderator.", True),
        ("Ana Souza acts as the moderator of a radio show.", True),
        ("Ana Souza posed questions.", False),
        ("Ana Souza posed for pictures.", True),
        ("On behalf of his town, Jo Roe thanked the mayor.\nAna Souza read.", False),
        ("The mayor thanked them on behalf of his town.\nAlderman Ana Souza read.", False),
    ],
)
def test_lists_and_parts(cast_of: CastOf, sentence: str, *, listed: bool) -> None:
    """Who stands in a list of those present, or does what only who is there can do."""
    assert bool(_settled(cast_of(_REPORT.format(sentence)))) is listed


def test_who_has_confirmed_is_expected(cast_of: CastOf) -> None:
    """A list of guests to come, and guests of an event that is still to come."""
    text = (
        "Six mayors will attend the River Forum in Lima on May 8.\n"
        "Mayors who have confirmed their attendance are Jo Roe of Oslo and Ana Souza of Faro.\n"
        "Other guests include Senator Max Berg. The Oslo delegation will be led by Ida Moss."
    )
    for name in ("Jo Roe", "Ana Souza", "Max Berg", "Ida Moss"):
        assert _settled(cast_of(text), name) == {"expected"}


def test_who_has_come_is_not_expected_any_more(cast_of: CastOf) -> None:
    """What is left of somebody's programme does not undo his arrival."""
    text = "Envoy Ana Souza has arrived in Lima. She will visit two dams and is to attend a dinner on Friday."
    assert "expected" not in _open(cast_of(text))
    assert "expected" in _open(cast_of("Envoy Ana Souza will visit two dams. She met Mayor Jo Roe in Faro."))


def test_who_is_invited_has_not_come(cast_of: CastOf) -> None:
    """An invitation says nothing of whether it was followed."""
    assert Mode.IN_PERSON.value not in _open(cast_of("Mayor Jo Roe extended an invitation to Mayor Ana Souza."))
    assert Mode.IN_PERSON.value in _open(cast_of("Mayor Jo Roe extended a hand to Mayor Ana Souza."))


def test_a_line_that_tells_what_was_done_is_no_line_of_authors(cast_of: CastOf) -> None:
    """“Editor” and "By" open sentences too."""
    assert "in_person" in _open(cast_of("By late Monday, Mayor Ana Souza had opened the hall."))
    assert "in_person" not in _open(cast_of("The mayors met in Lima.\nContact: Ana Souza, 555 1234"))


def test_who_speaks_from_the_town_of_the_event_is_there(cast_of: CastOf) -> None:
    """“Speaking from” tells of distance, unless it is where the event is held."""
    text = "The session in {} began on Friday.\nMinister Ana Souza, speaking from Oslo, told the session it rained."
    assert _settled(cast_of(text.format("Rome"))) == {"remote"}
    assert _settled(cast_of(text.format("Oslo"))) == {"in_person"}
