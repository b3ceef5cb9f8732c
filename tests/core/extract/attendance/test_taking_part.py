"""What is said of who took part, by list, by event, by deputy and in court."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.presence import presence_of
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

CastOf = Callable[..., Cast]

SAID = {
    Mode.REMOTE: """
Ana Souza, who joined by phone, said the wells were safe.
Ministers met online on Monday to discuss wells. Ana Souza told the meeting that the wells were safe.
The two-day online conference on wells opened on Monday. Minister Ana Souza attended the conference.
The meeting, held via Zoom, was attended by Minister Ana Souza and Mayor Jose Lima.
A webinar on wells was held on Monday. Minister Ana Souza said wells were dry.
Minister Ana Souza dialled into the call from Rome.
In a video message to the conference, Minister Ana Souza thanked the hosts.
""",
    Mode.EXPECTED: """
The conference will be held in Rome on May 3. Participants include Minister Ana Souza and Mayor Jose Lima.
The conference will take place on Monday. The keynote speaker is Minister Ana Souza.
The keynote speaker will be Minister Ana Souza.
The forum opens on Friday with a keynote by Minister Ana Souza.
Minister Ana Souza has confirmed her attendance at the summit.
The fair will be opened by Mayor Jose Lima and graced by Minister Ana Souza.
Minister Ana Souza travels to Rome on Friday.
""",
    Mode.REPRESENTED: """
The speech of Minister Ana Souza was read by her deputy, Jo Bell.
Mayor Jose Lima attended the funeral as Minister Ana Souza's special envoy.
Mayor Jose Lima spoke at the opening on Minister Ana Souza's behalf.
Mayor Jose Lima attended in Minister Ana Souza's place.
Mayor Jose Lima, representing Minister Ana Souza, opened the fair.
""",
    Mode.ABSENT: """
Absent were Mayor Jose Lima and Minister Ana Souza.
Neither Mayor Jose Lima nor Minister Ana Souza attended the ceremony.
The opening went ahead without Minister Ana Souza.
Minister Ana Souza was the only mayor who skipped the talks.
Minister Ana Souza is not expected to attend the summit.
""",
    Mode.IN_PERSON: """
From left, Ida Moss, Jose Lima and Ana Souza at the opening of the fair.
(L-R) Ida Moss, Jose Lima and Ana Souza at the opening.
Ida Moss (left), Jose Lima and Ana Souza (right) at the opening of the fair.
The delegation comprised the Director of Wells, Mr Jose Lima; the Permanent Secretary, Mrs Ana Souza; and others.
The panel consisted of Dr Ida Moss, Mr Jose Lima and Ms Ana Souza.
The chief guest was Minister Ana Souza.
Minister Ana Souza was the chief guest at the ceremony.
Mayor Jose Lima was in the same group with Minister Ana Souza at the talks.
Mayor Jose Lima uploaded photos taken with Minister Ana Souza.
Minister Ana Souza posed for photos with Mayor Jose Lima.
Lawyer Ana Souza appeared in court on Monday.
Lawyer Jose Lima appeared before magistrate Ana Souza on Monday.
Trader Ana Souza, 43, pleaded not guilty to theft.
Trader Ana Souza was remanded in custody until May.
Party leaders clashed in a debate on Monday. Ana Souza, head of the Reds, said wells matter.
Minister Ana Souza commissioned the new harbour on Monday.
Hundreds turned out, among them Mayor Jose Lima and Minister Ana Souza.
Joining him on stage were Jose Lima and Ana Souza.
Mayor Jose Lima made a courtesy call on Minister Ana Souza.
Mayor Jose Lima stood alongside trader Ida Moss, who founded the Wells Fund, and teacher Ana Souza.
Mayor Jose Lima said at a press conference with Minister Ana Souza that wells were dry.
Mayor Jose Lima said at the launch that wells were dry. Minister Ana Souza also called for rain.
The envoys met with a dozen farmers, including Ana Souza.
Ana Souza, the chief guest at the fair, praised the masons.
Minister Ana Souza paid homage to the miners.
Three mayors met in Rome: Ida Moss, Jose Lima and Ana Souza.
The ceremony brought together Mayor Jose Lima and Minister Ana Souza.
The debate pitted Jose Lima against Ana Souza.
Mayor Jose Lima shared the stage with Minister Ana Souza.
At the helm of the meeting was Minister Ana Souza.
Mayor Jose Lima posed with photographer Jo Bell and poet Ana Souza.
""",
}

UNSAID = """
Critics said Minister Ana Souza was sick of politics.
Along with the wells, Minister Ana Souza studied rivers.
The council chaired by Minister Ana Souza will build wells.
The party led by Minister Ana Souza lost the vote.
In November 2021, Mayor Jose Lima met Minister Ana Souza at the palace.
Lawyer Jose Lima, representing trader Ana Souza, said she was poor.
Critics said Minister Ana Souza was afraid of addressing delegates.
Minister Ana Souza was barred from attending the summit.
Rome, 2024: critics recalled the speech that Minister Ana Souza gave at the 2019 summit.
""".strip().split("\n")


def _said(cast: Cast) -> set[Mode]:
    people = presence_of(cast, frozenset()).people
    return {part.mode for one in people if one.person.name == "Ana Souza" for part in one.parts}


@pytest.mark.parametrize(("mode", "text"), [(m, text) for m, all_ in SAID.items() for text in all_.strip().split("\n")])
def test_the_words_tell_how(cast_of: CastOf, mode: Mode, text: str) -> None:
    """Each wording tells of this way of taking part."""
    assert mode in _said(cast_of(text.replace(". ", ".\n").replace("Dr\n", "Dr ")))


@pytest.mark.parametrize("text", UNSAID)
def test_other_words_tell_nothing(cast_of: CastOf, text: str) -> None:
    """Offices, moods, clients and what lies years back put nobody at an event or away from it."""
    assert not _said(cast_of(text))


def test_what_is_to_come_after_the_event_is_another(cast_of: CastOf) -> None:
    """Who spoke at an event and is to travel on was there; a report of what is to come keeps its people expected."""
    told = "Minister Ana Souza spoke at the fair.\nShe was glad.\nIt rained.\nMinister Ana Souza will visit Lima."
    assert _said(cast_of(told)) == {Mode.IN_PERSON}
    coming = "The fair will open on May 3.\nStalls are free.\nIt may rain.\nMinister Ana Souza will open the fair."
    assert _said(cast_of(coming)) == {Mode.EXPECTED}


def test_what_is_said_in_a_call_is_said_from_afar(cast_of: CastOf) -> None:
    """Whom somebody asks or tells in a conversation by telephone is not beside him."""
    cast = cast_of(
        "Mayor Jose Lima received a phone call from Minister Ana Souza.\nJose Lima asked Ana Souza for seeds."
    )
    assert _said(cast) == {Mode.REMOTE}


def test_a_goal_of_a_later_year_makes_no_event_another(cast_of: CastOf) -> None:
    """What is to be done by 2030 says nothing of when a summit was."""
    cast = cast_of("Minister Ana Souza spoke at the 2026 summit of wells by 2030.")
    assert _said(cast) == {Mode.IN_PERSON}


def test_a_mixed_event_is_not_virtual(cast_of: CastOf) -> None:
    """Where some came and others dialled in, nobody is remote by the event alone."""
    cast = cast_of("A hybrid conference was held online and in person.\nMinister Ana Souza attended the conference.")
    assert _said(cast) == {Mode.IN_PERSON}


def test_an_event_that_was_is_not_to_come(cast_of: CastOf) -> None:
    """A report of what was held keeps its people there, although the next is announced."""
    cast = cast_of(
        "The fair was held on Monday. The next fair will be held in May.\nParticipants include Minister Ana Souza."
    )
    assert _said(cast) == {Mode.IN_PERSON}
