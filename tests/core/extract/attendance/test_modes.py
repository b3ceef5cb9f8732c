"""Ways of saying that somebody was there, spoke from afar, sent another, is to come, or stayed away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.attendees import find_attendees
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Attendee

CastOf = Callable[..., Cast]

IN_PERSON = """
Minister Ana Souza attended the ceremony in Lima on Friday.
Minister Ana Souza opened the seminar in Lima on Friday.
Minister Ana Souza chaired the meeting of the council on Friday.
Minister Ana Souza inaugurated the exhibition on Friday.
Minister Ana Souza launched the programme at a ceremony on Friday.
Minister Ana Souza presided over the session on Friday.
Minister Ana Souza moderated the panel discussion on Friday.
Minister Ana Souza addressed the delegates on Friday.
Minister Ana Souza told the meeting that wells were dry.
Minister Ana Souza told the conference that wells were dry.
Minister Ana Souza told the forum that wells were dry.
Minister Ana Souza, speaking at the ceremony, thanked the masons.
Minister Ana Souza said at the summit that wells were dry.
Minister Ana Souza signed the agreement in Lima on Friday.
Minister Ana Souza signed the memorandum with Mayor Jose Lima.
Minister Ana Souza countersigned the deed in Lima.
The agreement was signed by Mayor Jose Lima and Minister Ana Souza.
The bridge was blessed by Bishop Jose Lima and opened by Minister Ana Souza.
The meeting was chaired by Minister Ana Souza.
The forum was attended by Mayor Jose Lima and Minister Ana Souza.
The march was led by Minister Ana Souza.
President Carlos Diaz met Minister Ana Souza on Monday.
President Carlos Diaz received Minister Ana Souza on Monday.
President Carlos Diaz welcomed Minister Ana Souza on Monday.
President Carlos Diaz was accompanied by Minister Ana Souza.
President Carlos Diaz, flanked by Minister Ana Souza, walked to the gate.
President Carlos Diaz held talks with Minister Ana Souza in Lima.
Minister Ana Souza visited the hospital on Monday.
Minister Ana Souza toured the flooded villages on Monday.
Minister Ana Souza inspected the dam on Monday.
Minister Ana Souza took part in the debate on Monday.
Minister Ana Souza participated in the workshop on Monday.
Among those present were Mayor Jose Lima and Minister Ana Souza.
Also present were Mayor Jose Lima and Minister Ana Souza.
Also at the event were Mayor Jose Lima and Minister Ana Souza.
Attendees included Mayor Jose Lima and Minister Ana Souza.
The ceremony was held in the presence of Minister Ana Souza.
In the chair was Minister Ana Souza.
Mayor Jose Lima, the singer Rui Sol and Minister Ana Souza attended.
Mayor Jose Lima, Bishop Rui Sol and Minister Ana Souza also spoke.
Mayor Jose Lima and Minister Ana Souza were among the guests.
Minister Ana Souza was present at the ceremony.
Minister Ana Souza was at the meeting on Friday.
Minister Ana Souza hosted a dinner for the guests.
Minister Ana Souza delivered a speech at the forum.
Minister Ana Souza gave the keynote address.
Minister Ana Souza stood in for Mayor Jose Lima at the ceremony.
Minister Ana Souza read the message of Mayor Jose Lima at the ceremony.
Mayor Jose Lima sent a message, read out by Minister Ana Souza.
Mayor Jose Lima asked Minister Ana Souza whether the wells were safe.
Minister Ana Souza walked out of the meeting on Friday.
Minister Ana Souza flagged off the convoy on Friday.
Minister Ana Souza cut the ribbon and thanked the masons.
Minister Ana Souza laid the foundation stone on Friday.
Minister Ana Souza unveiled a plaque at the ceremony.
Minister Ana Souza handed over the keys at a ceremony on Friday.
Minister Ana Souza arrived in Lima on Friday for talks.
The talks between Mayor Jose Lima and Minister Ana Souza ended on Friday.
""".strip().split("\n")

REMOTE = """
Minister Ana Souza addressed the delegates by video link.
Minister Ana Souza spoke to the forum via Zoom.
Minister Ana Souza joined the meeting online.
Minister Ana Souza attended the meeting virtually.
Minister Ana Souza took part remotely in the debate.
Minister Ana Souza participated in the session by video conference.
Minister Ana Souza followed the session by video link from Rome.
Minister Ana Souza voted by speakerphone from Rome.
Minister Ana Souza listened over a satellite telephone.
Minister Ana Souza sent a recorded video.
Minister Ana Souza sent a message.
In a message read out by Mayor Jose Lima, Minister Ana Souza thanked the masons.
Goodwill messages were read from Minister Ana Souza and the World Cocoa Fund.
President Carlos Diaz spoke over the phone with Minister Ana Souza.
President Carlos Diaz held a phone call with Minister Ana Souza.
President Carlos Diaz discussed trade by telephone with Minister Ana Souza.
President Carlos Diaz phoned Minister Ana Souza on Monday.
Minister Ana Souza appeared by Zoom and thanked the masons.
Minister Ana Souza dialled in by video link from Rome.
""".strip().split("\n")

REPRESENTED = """
Minister Ana Souza was represented by Mayor Jose Lima at the ceremony.
Minister Ana Souza, who was represented by her deputy, praised the masons.
Mayor Jose Lima represented Minister Ana Souza at the ceremony.
Mayor Jose Lima stood in for Minister Ana Souza.
Mayor Jose Lima sat in for Minister Ana Souza at the meeting.
Mayor Jose Lima deputised for Minister Ana Souza.
Mayor Jose Lima signed in place of Minister Ana Souza.
Minister Ana Souza sent Mayor Jose Lima to the meeting.
Minister Ana Souza sent her deputy to the ceremony.
Minister Ana Souza had sent her adviser, Jose Lima.
Mayor Jose Lima spoke on behalf of Minister Ana Souza.
Mayor Jose Lima replaced Minister Ana Souza at the table.
""".strip().split("\n")

EXPECTED = """
Minister Ana Souza will attend the summit in May.
Minister Ana Souza is expected to attend the summit.
Minister Ana Souza is scheduled to open the fair.
Minister Ana Souza is to open the fair on Friday.
Minister Ana Souza is due to visit Lima on Friday.
Minister Ana Souza is set to address the forum.
Minister Ana Souza will chair the meeting on Friday.
Minister Ana Souza will meet Mayor Jose Lima on Friday.
Minister Ana Souza plans to visit Lima on Friday.
Minister Ana Souza is expected there on Friday.
Minister Ana Souza is billed as the host.
Minister Ana Souza is coming on Friday.
The fair will be opened by Minister Ana Souza.
The meeting will be attended by Minister Ana Souza.
The forum will be held in the presence of Minister Ana Souza.
""".strip().split("\n")

ABSENT = """
Minister Ana Souza did not attend the ceremony.
Minister Ana Souza declined to attend the ceremony.
Minister Ana Souza declined the invitation to the ceremony.
Minister Ana Souza could not travel because of the floods.
Minister Ana Souza could not attend the ceremony.
Minister Ana Souza did not show up.
Minister Ana Souza did not turn up.
Minister Ana Souza could not make it to the event.
Minister Ana Souza was not at the meeting.
Minister Ana Souza was absent from the meeting.
Minister Ana Souza was indisposed and missed the opening.
The fair opened without speeches. Minister Ana Souza was ill.
Minister Ana Souza is on leave and did not come.
Minister Ana Souza was held up in Rome before the ceremony.
Minister Ana Souza was stranded by fog and missed the ceremony.
Minister Ana Souza cancelled her visit.
Minister Ana Souza has cancelled, but hopes to come in May.
Minister Ana Souza pulled out on Monday.
Minister Ana Souza sent her apologies.
Minister Ana Souza sent her regrets.
Apologies were received from Minister Ana Souza.
Minister Ana Souza skipped the meeting.
Minister Ana Souza boycotted the ceremony.
Minister Ana Souza refused to attend the meeting.
Minister Ana Souza failed to attend the meeting.
Minister Ana Souza was due to attend, but her flight was late.
Minister Ana Souza was billed to speak but left for Rome.
""".strip().split("\n")

NOT_THERE = """
Minister Ana Souza said in a statement that wells were dry.
Minister Ana Souza told The Daily Argus by phone that wells were dry.
Minister Ana Souza wrote on Twitter that wells were dry.
Critics blamed Minister Ana Souza for the rise of prices.
The plan of former Minister Ana Souza was dropped last year.
For further information: Ana Souza, 087 555 0138
He recalled his recent trip to Rome, where he met with Minister Ana Souza.
Minister Ana Souza said in an email that wells were dry.
""".strip().split("\n")


def _attendee(cast: Cast) -> Attendee:
    people = find_attendees(cast, frozenset(), lambda _: None)
    return next(one for one in people if one.name == "Ana Souza")


@pytest.mark.parametrize(
    ("mode", "text"),
    [
        *(("in_person", text) for text in IN_PERSON),
        *(("remote", text) for text in REMOTE),
        *(("represented", text) for text in REPRESENTED),
        *(("expected", text) for text in EXPECTED),
        *(("absent", text) for text in ABSENT),
    ],
)
def test_the_mode_is_what_the_words_say(cast_of: CastOf, mode: str, text: str) -> None:
    """Each wording settles one mode, with words of its own inside the sentence that says it."""
    attendance = _attendee(cast_of(text)).attendances[0]
    assert attendance.mode.value == mode
    assert attendance.words is not None
    assert attendance.evidence.spans[0].covers(attendance.words.span)
    assert attendance.evidence.rule.startswith(f"attendance.{mode}.")


@pytest.mark.parametrize("text", NOT_THERE)
def test_whoever_speaks_from_elsewhere_was_not_there(cast_of: CastOf, text: str) -> None:
    """Statements, calls to a paper, other times and contact lines put nobody at an event."""
    assert _attendee(cast_of(text)).attendances[0].mode.value in {"quoted", "mentioned"}
