"""What an event is called, where it was and who held it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.attendance.events import find_events
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def _names(cast: Cast) -> list[str]:
    return [event.name.text for event in find_events(cast) if event.name is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ministers opened the Nile Water Forum in Khartoum.", ["Nile Water Forum"]),
        ("Mayor Ida Moss held a press conference on Monday.", ["press conference"]),
        ("Mayor Ida Moss held a press conference on July 25 in Lima.", ["press conference"]),
        ("Ida Moss, president of the Rural Press Forum, died.", []),
        ("The Conference of Lutheran Bishops said nothing.", []),
        ("Students began a debate at the National Assembly.", ["debate at the National Assembly"]),
        ("Ministries seek dates for a visit agreeable to both sides.", ["visit"]),
        ("Mayor Ida Moss opened talks on river traffic.", ["talks on river traffic"]),
        ("Envoys held talks on the sidelines of the Delta Security Summit.", ["talks"]),
        ("Envoys held talks after his visit and the recent Delta Security Summit.", ["talks"]),
        ("Inspectors questioned the Rural Congress Forum (RCF) president Ida Moss.", []),
        ("The Hillside community policing forum (HPF) has warned of thefts.", []),
        ("The Hillside community policing forum (HPF) opened on Monday.", ["Hillside community policing forum"]),
        ("Police acted to prevent any possible gathering of farmers.", []),
        ("Few like the idea of making a trip to the port.", []),
        ("The mayor thanked them for making a trip to the port.", ["trip to the port"]),
        ("We have carried out 12 long interviews with miners.", []),
        ("The ruling made by the plenary session of the court stands.", []),
        ("Pupils of Founders Day School sang.", []),
        ("Crews still fight for a place in the Harbour Games.", []),
        ("Guests are expected to attend the Harbour Gala Dinner hosted by the Press Forum.", ["Harbour Gala Dinner"]),
        ("Ida Moss came to mark the mill’s 60th anniversary.", ["mill’s 60th anniversary"]),
        (
            "They met at a session of the Commission for Technical, Scientific and Cultural Affairs.",
            ["session of the Commission for Technical, Scientific and Cultural Affairs"],
        ),
        ("The mayors met.\nThey want the city to host the Winter Garden Expo 2031.", []),
        ("The mayors met.\nThey ate.\nThey left.\nIn May 2019, she attended the Delta Security Summit.", []),
    ],
)
def test_which_names_are_the_reports_own_events(cast_of: CastOf, text: str, names: list[str]) -> None:
    """A body, an event of another time and one still wished for do not name what the report is of."""
    assert _names(cast_of(text)) == names


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("OSLO, March 3 (ABC) -- Mayor Ida Moss opened the Fjord Energy Forum on Monday.", "OSLO"),
        ("OSLO, March 3 (ABC) -- Mayor Ida Moss opened the Fjord Energy Forum in Bergen.", "Bergen"),
        ("OSLO, March 3 (ABC) -- Mayor Ida Moss said in an interview that prices rose.", None),
        ("The Fjord Energy Forum drew protests by a crew detained in Lisbon.", None),
    ],
)
def test_a_place_is_said_of_the_event(cast_of: CastOf, text: str, place: str | None) -> None:
    """A dateline is where a report was written; a town in the sentence may belong to somebody else."""
    found = find_events(cast_of(text))[0].place
    assert (found.text if found else None) == place


def test_a_host_holds_this_event(cast_of: CastOf) -> None:
    """Who holds a news conference on a summit does not host the summit."""
    cast = cast_of("The city is glad of the Delta Security Summit.\nMayor Ida Moss held a news conference on it.")
    assert find_events(cast)[0].host is None
    for text in (
        "Mayor Ida Moss hosted the Delta Security Summit.",
        "Guests came to the Delta Security Summit hosted by Ida Moss.",
    ):
        assert find_events(cast_of(text))[0].host is not None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mayor Ida Moss, who flew home on Friday, told a briefing on Tuesday that rain fell.", "on Tuesday"),
        ("Mayor Ida Moss will open talks in Lima, a clerk told reporters on Monday.", None),
        ("Mayor Ida Moss said on Monday that the forum was a gain.", None),
        ("Mayor Ida Moss said at the forum on Monday that rain fell.", "on Monday"),
        ("Mayor Ida Moss opened the forum on Monday, a clerk said.", "on Monday"),
        ("The forum, which opened on Monday, drew farmers.", "on Monday"),
        ("Mayor Ida Moss came on Monday to attend the ceremony.", "on Monday"),
        ("Mayor Ida Moss arrived on Monday and opened the forum.", "on Monday"),
    ],
)
def test_a_date_is_the_events_own(cast_of: CastOf, text: str, when: str | None) -> None:
    """What an aside tells, and when somebody told of it, has a day of its own."""
    found = find_events(cast_of(text))[0].when
    assert (found.written.text if found else None) == when


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mayor Ida Moss spoke at a reception at the Grand Palm Hotel.", "Grand Palm Hotel"),
        ("Mayor Ida Moss spoke at the launch in the town hall.", "town hall"),
        ("Mayor Ida Moss spoke at a reception at the Grand Palm Hotel in Lima.", "Lima"),
        ("Mayor Ida Moss is on a visit to Lima.", "Lima"),
        ("Mayor Ida Moss sent a letter to Lima during the forum.", None),
        ("Mayor Ida Moss spoke at a reception in good spirits.", None),
    ],
)
def test_a_house_or_a_journeys_end_is_a_place(cast_of: CastOf, text: str, place: str | None) -> None:
    """A hotel where a reception is, and the town to which a visit leads."""
    found = find_events(cast_of(text))[0].place
    assert (found.text if found else None) == place


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He must come to the next meeting. Ida Moss chaired the session on Monday.", ["session"]),
        ("Ida Moss chairs the next meeting.", ["next meeting"]),
        ("Ida Moss could not arrange a meeting.", []),
        ("Ida Moss was unable to schedule a meeting.", []),
        ("Ida Moss arranged a meeting.", ["meeting"]),
        ("Ida Moss spoke of the ongoing negotiations.", []),
        ("An invitation to a visit went out to Ida Moss.", []),
        ("Ida Moss praised the opening up of markets.", []),
        ("Ida Moss spoke at the Harbour Convention and Exhibition Centre.", []),
    ],
)
def test_what_is_only_wished_for_is_no_event(cast_of: CastOf, text: str, names: list[str]) -> None:
    """Invitations, what could not be arranged, what goes on anyway, and houses."""
    assert _names(cast_of(text)) == names


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("The Delta Water Forum was co-hosted by Kenya and the Netherlands.", "Kenya and the Netherlands"),
        ("Kenya and the Netherlands co-hosted the Delta Water Forum.", "Kenya and the Netherlands"),
        ("The Delta Water Forum, co-hosted by Kenya and the Netherlands, opened.", "Kenya and the Netherlands"),
        ("The forum is organised by Kenya, Uganda and the Netherlands.", "Kenya, Uganda and the Netherlands"),
        ("Mayor Ida Moss co-hosted the dinner in Lima.", "Ida Moss"),
        ("Mayor Ida Moss hosted a dinner for Jo Roe and Max Berg.", "Ida Moss"),
        ("Mayor Ida Moss held a meeting with Jo Roe.", None),
        ("Farmers and millers held talks in Lima.", None),
        ("Farmers held a rally in Lima.", "Farmers"),
    ],
)
def test_all_hosts_and_no_mere_guest(cast_of: CastOf, text: str, host: str | None) -> None:
    """Several hosts stand together; who holds a meeting is one of those who meet."""
    found = find_events(cast_of(text))[0].host
    assert (found.text if found else None) == host


def test_a_host_keeps_its_whole_name(cast_of: CastOf) -> None:
    """Letters in brackets show where a name ends that holds an "and"."""
    cast = cast_of("The workshop was held by the Centre for Training and Research (CTR) on Sunday.")
    host = find_events(cast)[0].host
    assert host is not None
    assert host.text == "the Centre for Training and Research"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mayor Ida Moss opened the forum (in Lima on July 25).", "July 25"),
        ("Mayor Ida Moss opened the forum on Monday (July 25) in Lima.", "July 25"),
    ],
)
def test_a_date_has_both_its_brackets_or_none(cast_of: CastOf, text: str, when: str) -> None:
    """A bracket that closes where none was opened is no part of a date."""
    event = find_events(cast_of(text))[0]
    assert event.when is not None
    assert event.when.written.text == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("OSLO, March 3 (ABC) -- Mayor Ida Moss opened the Fjord Energy Forum on Monday.", "on Monday"),
        ("OSLO, March 3 (ABC) -- Mayor Ida Moss opened the Fjord Energy Forum.", None),
        ("RAS HILL, March 3: The mayor held a workshop.", None),
        ("The Fjord Energy Forum will be held on 3 May.", "3 May"),
        ("The Fjord Energy Forum will be held on Feb. 3.", "Feb. 3"),
        ("The Fjord Energy Forum opens tomorrow and runs until May 10.", "tomorrow"),
        ("The Fjord Energy Forum opens on May 3 and runs until May 10.", "May 3"),
    ],
)
def test_a_report_is_dated_apart_from_its_event(cast_of: CastOf, text: str, when: str | None) -> None:
    """The day of a dateline and the day on which something ends are not the day of the event."""
    found = find_events(cast_of(text))[0].when
    assert (found.written.text if found else None) == when


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The reception centres were full, Mayor Ida Moss said.", []),
        ("Mayor Ida Moss opened talks, as in other meetings and gatherings.", ["talks"]),
        ("Mayor Ida Moss spoke at the funeral service of a miner.", ["funeral"]),
    ],
)
def test_a_word_within_another_noun_is_no_event(cast_of: CastOf, text: str, names: list[str]) -> None:
    """What only describes another noun, and what is one of many, name no event."""
    assert _names(cast_of(text)) == names


def test_the_lead_tells_the_main_event(cast_of: CastOf) -> None:
    """The event of the lead comes first, although another is named more often."""
    text = (
        "Mayor Ida Moss opened the Fjord Energy Forum in Bergen.\nShe praised the crews.\n"
        "She said the Delta Security Summit helped.\nShe attended the Delta Security Summit."
    )
    assert _names(cast_of(text))[0] == "Fjord Energy Forum"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Ida Moss also spoke yesterday at the same forum.", []),
        ("The said meeting was quiet, Mayor Ida Moss noted.", []),
        ("Mayor Ida Moss is fond of this festival.", []),
        ("Mayor Ida Moss opened a workshop.\nAt the same workshop she sang.", ["workshop"]),
    ],
)
def test_what_points_back_names_no_event(cast_of: CastOf, text: str, names: list[str]) -> None:
    """An event that a text only points at is the one named before, or none."""
    assert _names(cast_of(text)) == names


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Mayor Ida Moss, speaking at the Fjord Energy Forum, said that forty crews had gathered Friday.", "Friday"),
        ("Mayor Ida Moss, speaking at the Fjord Energy Forum, said that forty crews had sunk Friday.", None),
    ],
)
def test_the_day_on_which_people_gathered_is_the_day_of_the_event(cast_of: CastOf, text: str, when: str | None) -> None:
    """What a speaker tells of another day dates nothing, unless it is the coming together itself."""
    found = find_events(cast_of(text))[0].when
    assert (found.written.text if found else None) == when
