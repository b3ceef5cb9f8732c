"""Who is heard where a body listens, who leads a crowd, and events that stand with a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from tests.core.extract.attendance.in_person import there

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    "text",
    [
        "The committee heard on Tuesday that the road was shut.\nEngineer Jan Smit said the bridge had cracked.",
        "The tribunal has heard that wells ran dry.\nFarmer Jan Smit said he lost a cow.",
        "Councillors were told how the road had been closed.\nEngineer Jan Smit said the bridge had cracked.",
        "Engineer Jan Smit and nurse Ana Souza are leading hundreds of protesters in Lima against the closing.",
        "“The road is wide,” said Jan Smit, an engineer at the meeting.",
        "Committee members Nosipho Makamba-Botya (EFF) and Jan Smit (DA) asked minister Ana Souza about the road.",
    ],
)
def test_they_were_there(cast_of: CastOf, text: str) -> None:
    """What a body hears is said before it, and whoever leads marchers marches."""
    assert "Jan Smit" in there(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The committee heard no more of it.\nEngineer Jan Smit leads hundreds of workers.",
        "The committee will hear on Tuesday that the road was closed.\nEngineer Jan Smit said the bridge had cracked.",
        "Residents heard a bang.\nEngineer Jan Smit said the bridge had cracked.",
        "“The road is wide,” said Jan Smit, an engineer at a meeting house.",
    ],
)
def test_they_need_not_have_been(cast_of: CastOf, text: str) -> None:
    """A body that is yet to listen, people who hear a bang, staff whom somebody leads."""
    assert "Jan Smit" not in there(cast_of(text))


def test_a_former_office_is_no_other_time(cast_of: CastOf) -> None:
    """Beside a former senator the others march today."""
    cast = cast_of("Minister Ana Souza, former senator Karl Lang and Mayor Jan Smit marched in Lima on Monday.")
    signs = {one.person.name: one.signs for one in presence_of(cast, frozenset()).people}
    assert not any("b.other_time" in found or "b.first_earlier" in found for found in signs.values())


@pytest.mark.parametrize(
    "text",
    [
        "During his working trip to Bayannuur soum of Bayan aimag, Mayor Jan Smit became acquainted with the plant.",
        "At the opening of the session, author Jan Smit put his case.",
    ],
)
def test_an_opening_names_the_event(cast_of: CastOf, text: str) -> None:
    """Whatever stands between the event and the comma."""
    assert "Jan Smit" in there(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "During last year's visit to Rome, Mayor Jan Smit bought a mill.",
        "During the visit to Rome, officials said Mayor Jan Smit had lied.",
        "At the time, Mayor Jan Smit bought a mill.",
    ],
)
def test_an_opening_of_another_time_does_not(cast_of: CastOf, text: str) -> None:
    """Last year's visit, and whom others talk of at today's."""
    assert "Jan Smit" not in there(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "A statement issued in Accra by Minister Jan Smit said the bill ends the right to a trial.",
        "Engineer Jan Smit made the comments on a platform in the event of questions.",
        "Deputy Jan Smit asked Minister Ana Souza to take the chance.",
    ],
)
def test_a_statement_about_a_trial_was_not_made_at_one(cast_of: CastOf, text: str) -> None:
    """What the words are about is no place, and an appeal needs nobody to be there."""
    assert "Jan Smit" not in there(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Minister Jan Smit made the call when the board met for its session.",
        "Minister Jan Smit made the remarks at a forum in Accra.",
        "Deputy Jan Smit asked Minister Ana Souza whether the road was safe.",
    ],
)
def test_remarks_at_a_meeting_were(cast_of: CastOf, text: str) -> None:
    """An event or those who listen stand with the verb itself."""
    assert "Jan Smit" in there(cast_of(text))


def test_what_others_tell_of_a_meeting_is_marked(cast_of: CastOf) -> None:
    """Who is only said to have met somebody is less surely there than who met him."""
    told = presence_of(cast_of("Mayor Ana Souza said Jan Smit met Minister Karl Lang."), frozenset()).people
    met = presence_of(cast_of("Jan Smit met Minister Karl Lang."), frozenset()).people
    assert "x.reported.in_person" in {sign for one in told for sign in one.signs}
    assert "x.reported.in_person" not in {sign for one in met for sign in one.signs}
