"""What tells of somebody's part in an event: lists, remarks, calls, plans, and who is where in the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]

_TOLD = [
    ("Minister Ana Souza is next week to visit Lima and hold a news conference, the senate said.", "expected"),
    ("The town gets its charter in a ceremony to be presided over by Minister Ana Souza.", "expected"),
    ("Minister Ana Souza has been sworn in as the new governor.", "in_person"),
    ("Minister Ana Souza answered a call from Mayor Jose Lima on Friday.", "remote"),
    ("Mayor Jose Lima answered a call from Minister Ana Souza on Friday.", "remote"),
    ("The opening was held under the auspices of Minister Ana Souza.", "in_person"),
    ("In the crowd were four neighbours, including Ana Souza.", "in_person"),
    ("Those who brought it were: Mayor Jose Lima; Minister Ana Souza and Ida Moss.", "in_person"),
    ("Minister Ana Souza made the remark when the house began its debate on wells.", "in_person"),
    ("In a seminar this Monday, July 25, Ana Souza stressed that wells were dry.", "in_person"),
    ("Minister Ana Souza became acquainted with the wells during her trip to Lima.", "in_person"),
    ("The session was adjourned by Minister Ana Souza.", "in_person"),
    ("Also giving evidence were Jose Lima, a driller, and Ana Souza of the mill.", "in_person"),
    ("Among those applauding at the line were Mayor Jose Lima and Minister Ana Souza.", "in_person"),
    ("With him were Mayor Jose Lima and Minister Ana Souza.", "in_person"),
    ("The house was blessed before sunrise by elder Ana Souza.", "in_person"),
    ("The following were likewise in attendance: Mayor Jose Lima and Minister Ana Souza.", "in_person"),
    ("The chairman, Ana Souza, at the launch of the festival said that wells were dry.", "in_person"),
    ("Jose Lima spoke on behalf of WHO chief Ana Souza.", "represented"),
    ("Farmers met in Quito for the Wool Forum. WHO chief Ana Souza was represented by Jose Lima.", "represented"),
    ("WHO chief Ana Souza was represented by Dr Jose Lima.", "represented"),
    ("Farmers met in Quito for the Wool Forum. WHO chief Ana Souza attended the summit.", "in_person"),
    ("Jose Lima came after a meeting with Minister Ana Souza.", "in_person"),
    ("Jose Lima held talks with Ana Souza, a week after his meeting with Ida Moss.", "in_person"),
    ("The event doubled as the investiture ceremony for Brigadier Ana Souza.", "in_person"),
]

_NOT_TOLD = [
    "Among those executed were Mayor Jose Lima and Ana Souza.",
    "He was regarded as one of four great masons, along with Jose Lima and Ana Souza.",
    "Ana Souza said on another radio show that wells were dry.",
    "The town is also mending wells that were dug by Ana Souza.",
    "The news came a week after his meeting with his Andean counterparts, Ana Souza and Ida Moss, in Lima.",
    "Jose Lima came following a meeting in March with Ana Souza.",
    "Jose Lima spoke of wells two months after his talks with Ana Souza.",
    "Since his meeting last month with Ana Souza, Jose Lima has said little.",
    "Ana Souza had promised to speak at a meeting on wells.",
    "For her part, Mrs Ana Souza, a driller at the mill, spoke of the wells.",
]


def _settled(cast: Cast) -> set[str]:
    people = presence_of(cast, frozenset()).people
    return {part.mode.value for one in people if one.person.name == "Ana Souza" for part in one.parts}


@pytest.mark.parametrize(("text", "mode"), _TOLD)
def test_words_that_settle_a_mode(cast_of: CastOf, text: str, mode: str) -> None:
    """The words settle this mode and no other."""
    assert _settled(cast_of(text)) == {mode}


@pytest.mark.parametrize("text", _NOT_TOLD)
def test_words_that_settle_nothing(cast_of: CastOf, text: str) -> None:
    """Who is named with those killed, speaks on the radio or once promised something is not told to have been there."""
    assert not _settled(cast_of(text))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Mayor Jose Lima spoke. For her part, Ana Souza said wells were dry.", "b.in_turn"),
        ("Ana Souza said here that wells were dry.", "b.by.here"),
        ("People spoke of the late singer Ana Souza.", "b.after_former"),
        ("Voters accused Ana Souza of theft.", "b.object.sentences"),
        ("Ana Souza stressed that wells were dry.", "b.stresses.past"),
        ("Ana Souza said on Friday that wells were dry.", "b.on_a_day"),
        ("Ana Souza said wells were dry.", "a.heard.1"),
        ("Wells were dry, according to Ana Souza.", "b.according"),
        ("Ana Souza said in a statement that wells were dry.", "a.far.1"),
        ("Ana Souza spoke of the wells.", "q.heard"),
        ("Ana Souza welcomed the agreement.", "b.reacts.past"),
        ("Ana Souza welcomed the delegates.", "b.leads.past"),
        ("Ana Souza welcomed Jose Lima.", "b.leads.past"),
        ("Ana Souza attended the summit.", "p.silent.told"),
        ("Ana Souza attended the summit.", "x.only.in_person"),
        ("The wells were dry.\n\nAna Souza attended the summit.", "x.at1.in_person"),
    ],
)
def test_hints(cast_of: CastOf, text: str, sign: str) -> None:
    """A hint is kept by name, to be weighed with the others."""
    people = presence_of(cast_of(text), frozenset()).people
    assert sign in next(one.signs for one in people if one.person.name == "Ana Souza")


def test_the_event_says_another_thing_of_who_speaks(cast_of: CastOf) -> None:
    """The kind of event is a sign of its own for those who are heard and for those only named."""
    cast = cast_of("The council held a meeting on Monday.\nMayor Jose Lima said Ana Souza was ill.")
    signs = {one.person.name: one.signs for one in presence_of(cast, frozenset()).people}
    assert "a.speaks.kind.session" in signs["Jose Lima"]
    assert "a.silent.kind.session" in signs["Ana Souza"]
