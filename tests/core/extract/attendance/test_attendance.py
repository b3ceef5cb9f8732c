"""Who took part and how."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.attendees import find_attendees
from briefing.extract.attendance.events import find_events
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Attendee, AttendeeKind

CastOf = Callable[..., Cast]


def _attendees(cast: Cast) -> dict[str, Attendee]:
    return {attendee.name: attendee for attendee in find_attendees(cast, frozenset(), lambda _: None)}


def _mode(cast: Cast, name: str) -> str:
    return _attendees(cast)[name].attendances[0].mode.value


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Minister Ana Souza attended the summit in Lima.", "in_person"),
        ("Minister Ana Souza, speaking at the opening of the forum, praised the hosts.", "in_person"),
        ("The summit was chaired by Minister Ana Souza.", "in_person"),
        ("The forum began with the participation of Mayor Jose Lima and Minister Ana Souza.", "in_person"),
        ("Attendees included Mayor Jose Lima and Minister Ana Souza.", "in_person"),
        ("President Carlos Diaz received Minister Ana Souza on Monday.", "in_person"),
        ("The treaty was signed by Minister Ana Souza and Mayor Jose Lima.", "in_person"),
        ("Minister Ana Souza addressed the participants by video link.", "remote"),
        ("President Carlos Diaz spoke over the phone with Minister Ana Souza.", "remote"),
        ("Minister Ana Souza was represented by Mayor Jose Lima at the ceremony.", "represented"),
        ("Minister Ana Souza will attend the summit in May.", "expected"),
        ("Minister Ana Souza is expected to attend the summit.", "expected"),
        ("Minister Ana Souza did not attend the summit.", "absent"),
        ("Minister Ana Souza declined to attend the summit.", "absent"),
        ("Minister Ana Souza told reporters that prices rose.", "quoted"),
        ("Editor Jo Bell, Dr Ana Souza, Mayor Jose Lima and poet Ida Moss spoke at the seminar.", "in_person"),
        ("The forum will be held with a delegation headed by Minister Ana Souza.", "expected"),
        ("Mayor Jose Lima will speak right after Minister Ana Souza delivers a speech.", "expected"),
        ("Minister Ana Souza’s remarks came at a workshop on wells.", "in_person"),
        ("Mayor Jose Lima asked Minister Ana Souza whether the wells were safe.", "in_person"),
        ("Mayor Jose Lima told Minister Ana Souza in a letter that the wells were safe.", "mentioned"),
        ("Minister Ana Souza faced a grilling over the wells.", "in_person"),
        ("Caption: Mayor Jose Lima met Governor Ida Moss (left) and Minister Ana Souza (right).", "in_person"),
        ("Critics blamed Minister Ana Souza for the rise of prices.", "mentioned"),
        ("He recalled his recent trip to Rome, where he met with Minister Ana Souza.", "mentioned"),
    ],
)
def test_modes(cast_of: CastOf, text: str, mode: str) -> None:
    """Each way of taking part is told by the verb, the list or the means."""
    assert _mode(cast_of(text), "Ana Souza") == mode


def test_speakers_of_an_event_were_there(cast_of: CastOf) -> None:
    """Where the lead gives speakers at an event, those whose words follow are its speakers."""
    cast = cast_of("Speakers said at a seminar on Monday that rivers are drying.\nDr Ana Souza said wells help.")
    assert _mode(cast, "Ana Souza") == "in_person"


def test_the_words_of_a_mode_are_in_the_text(cast_of: CastOf) -> None:
    """The mode has words of its own, cut from the text within its sentence."""
    cast = cast_of("Mayor Jose Lima slept.\nMinister Ana Souza spoke by video link during the forum.")
    (attendance,) = _attendees(cast)["Ana Souza"].attendances
    assert attendance.words is not None
    assert attendance.words.text == "spoke by video link during the forum"
    assert attendance.evidence.spans[0].covers(attendance.words.span)


def test_groups_take_part_in_their_own_words(cast_of: CastOf) -> None:
    """Crowds and represented countries are rows of kind group."""
    cast = cast_of(
        "Some 40 companies from 12 countries attended the fair in Accra. "
        "Ghana was represented by Minister Kofi Mensah at the meeting."
    )
    groups = {name for name, one in _attendees(cast).items() if one.kind is AttendeeKind.GROUP}
    assert groups == {"Some 40 companies from 12 countries", "Ghana"}


def test_an_event_has_name_place_and_date(cast_of: CastOf) -> None:
    """Month and day become dates by the article's own year; the place follows the event."""
    cast = cast_of(
        "The Baltic Rail Conference opened in Riga, Latvia. The Baltic Rail Conference runs on May 5-6.",
        published="2024-05-06T08:00:00",
    )
    event = find_events(cast)[0]
    assert event.name is not None
    assert event.place is not None
    assert event.when is not None
    assert (event.name.text, event.place.text) == ("Baltic Rail Conference", "Riga")
    assert (event.when.written.text, event.when.start, event.when.end) == ("May 5-6", "2024-05-05", "2024-05-06")


@pytest.mark.parametrize("day", ["Friday", "yesterday", "on Monday evening"])
def test_a_weekday_is_never_a_date(cast_of: CastOf, day: str) -> None:
    """A day named without a month keeps its words and has no date."""
    cast = cast_of(f"The Baltic Rail Conference opened {day} in Riga.", published="2024-05-06T08:00:00")
    when = find_events(cast)[0].when
    assert when is None or (when.start, when.end) == (None, None)


def test_an_impossible_day_is_no_date(cast_of: CastOf) -> None:
    """A day that no calendar has stays as written."""
    cast = cast_of("The Baltic Rail Conference opened on February 31, 2024.")
    when = find_events(cast)[0].when
    assert when is None or when.start is None


def test_the_lead_outweighs_an_earlier_meeting_told_below(cast_of: CastOf) -> None:
    """A telephone call that opens a report is its event; a summit of which the end reminds is not."""
    text = (
        "President Carlos Diaz spoke over the phone with President Ana Souza on Monday.\n"
        "They discussed trade.\nAides were content.\nAna Souza took part in the summit with Carlos Diaz."
    )
    assert _mode(cast_of(text), "Ana Souza") == "remote"
