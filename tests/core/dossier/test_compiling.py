"""One dossier of several articles."""

from __future__ import annotations

from itertools import permutations

import pytest

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.record import to_record
from briefing.model.dossier import Dossier, Subject
from briefing.model.facts import AttendeeKind, Kind, Mode
from tests.core.dossier.build import Scribe, article

ONE = Scribe(
    article(
        "The Harbour Security Forum opened in Riga on 3 May 2024. President Joe Ortega attended the forum.\n"
        "Some 250 delegates from Latvia gathered. “We will pay for two ferries,” Ortega said.",
        path="one.txt",
        published="2024-05-03",
    )
)
TWO = Scribe(
    article(
        "Riga hosted the Harbour Security Forum on 3 May 2024. Joseph Ortega, head of state, spoke by video link.\n"
        "About 300 delegates from Latvia gathered. “We will pay for two ferries,” Joseph Ortega said.",
        path="two.txt",
        published="2024-05-04",
    )
)
APART = Scribe(
    article(
        "The Alpine Grain Summit was held in Bern on 9 May 2024. Joe Ortega sent a letter. Jill Ortega spoke.",
        path="three.txt",
        published="2024-05-09",
    )
)


def _dossier(*scribes: Scribe) -> Dossier:
    found = {
        ONE: lambda s: s.findings(
            events=(s.event("Harbour Security Forum", "Riga", s.when("3 May 2024", "2024-05-03", "2024-05-03")),),
            attendees=(
                s.person(
                    "Joe Ortega",
                    role="President",
                    country="LV",
                    mode=Mode.IN_PERSON,
                    event="eHarbour Security Forum",
                    words="attended",
                ),
            ),
            quotes=(s.quote("We will pay for two ferries,", "Joe Ortega"),),
            commitments=(s.commitment("We will pay for two ferries", "Joe Ortega"),),
            figures=(s.figure("250 delegates from Latvia", "250", 250),),
        ),
        TWO: lambda s: s.findings(
            events=(s.event("Harbour Security Forum", "Riga", s.when("3 May 2024", "2024-05-03", "2024-05-03")),),
            attendees=(
                s.person(
                    "Joseph Ortega",
                    role="head of state",
                    country="LV",
                    mode=Mode.REMOTE,
                    event="eHarbour Security Forum",
                    words="by video link",
                ),
            ),
            quotes=(s.quote("We will pay for two ferries,", "Joseph Ortega"),),
            commitments=(s.commitment("We will pay for two ferries", "Joseph Ortega"),),
            figures=(s.figure("300 delegates from Latvia", "300", 300),),
        ),
        APART: lambda s: s.findings(
            events=(s.event("Alpine Grain Summit", "Bern", s.when("9 May 2024", "2024-05-09", "2024-05-09")),),
            attendees=(
                s.person("Joe Ortega", mode=Mode.MENTIONED, event="eAlpine Grain Summit"),
                s.person("Jill Ortega", mode=Mode.IN_PERSON, event="eAlpine Grain Summit", words="spoke"),
            ),
        ),
    }
    return compile_dossier([s.source for s in scribes], [found[s](s) for s in scribes])


def test_two_reports_of_one_event_become_one_event() -> None:
    """The same name, place and day are one event; another conference stays another."""
    dossier = _dossier(ONE, TWO, APART)
    assert [event.name.text for event in dossier.events if event.name] == [
        "Harbour Security Forum",
        "Alpine Grain Summit",
    ]
    assert {span.article for span in dossier.events[0].evidence.spans} == {ONE.source.id, TWO.source.id}


def test_one_person_is_one_row_with_both_names_and_roles() -> None:
    """Joe and Joseph are one man with two titles; Jill of the same surname is somebody else."""
    dossier = _dossier(ONE, TWO, APART)
    assert sorted(attendee.name for attendee in dossier.attendees) == ["Jill Ortega", "Joe Ortega"]
    ortega = next(attendee for attendee in dossier.attendees if attendee.name == "Joe Ortega")
    assert {name.text for name in ortega.names} == {"Joe Ortega", "Joseph Ortega"}
    assert {role.text for role in ortega.roles} == {"President", "head of state"}
    assert len({attendance.event for attendance in ortega.attendances}) == 2


def test_facts_follow_their_person_into_the_merged_row() -> None:
    """The copied quotation and the copied promise stand once, under the merged name, with both sentences."""
    dossier = _dossier(ONE, TWO)
    (quote,) = dossier.quotes
    (commitment,) = dossier.commitments
    assert quote.speaker == commitment.actor == "Joseph Ortega"
    assert quote.speaker_id == commitment.actor_id == dossier.attendees[0].id
    assert len(quote.evidence.spans) == len(commitment.evidence.spans) == 2


def test_differing_counts_and_modes_are_disagreements_with_their_sources() -> None:
    """250 against 300 delegates, and present against on screen, are both listed and neither is dropped."""
    dossier = _dossier(ONE, TWO)
    told = {one.subject: {value.written for value in one.values} for one in dossier.disagreements}
    assert told == {
        Subject.COUNT: {"250 delegates from Latvia", "300 delegates from Latvia"},
        Subject.MODE: {"attended", "by video link"},
    }


def test_articles_of_different_events_do_not_disagree() -> None:
    """What is said of one event cannot contradict what is said of another."""
    assert _dossier(ONE, APART).disagreements == ()


@pytest.mark.parametrize("order", list(permutations((ONE, TWO, APART))))
def test_the_order_of_articles_changes_nothing(order: tuple[Scribe, ...]) -> None:
    """Every order of the same articles gives the same record."""
    assert to_record(_dossier(*order), lambda _: "") == to_record(_dossier(ONE, TWO, APART), lambda _: "")


def test_a_bare_surname_with_two_bearers_stays_alone() -> None:
    """Where two people bear a surname, the third article's bare surname is neither of them."""
    first = Scribe(article("Minister Ana Silva spoke. Minister Bruno Silva listened.", path="1"))
    second = Scribe(article("Silva, the minister, left early.", path="2"))
    dossier = compile_dossier(
        [first.source, second.source],
        [
            first.findings(attendees=(first.person("Ana Silva", role="Minister"), first.person("Bruno Silva"))),
            second.findings(attendees=(second.person("Silva", role="minister"),)),
        ],
    )
    assert sorted(attendee.name for attendee in dossier.attendees) == ["Ana Silva", "Bruno Silva", "Silva"]


def test_one_full_name_in_two_countries_keeps_no_country() -> None:
    """Two articles that place one name in two countries settle none."""
    first, second = Scribe(article("Kim Lee spoke.", path="1")), Scribe(article("Also Kim Lee spoke.", path="2"))
    dossier = compile_dossier(
        [first.source, second.source],
        [
            first.findings(attendees=(first.person("Kim Lee", country="KR"),)),
            second.findings(attendees=(second.person("Kim Lee", country="US"),)),
        ],
    )
    assert [attendee.country for attendee in dossier.attendees] == [None]


def test_a_request_never_merges_with_a_promise() -> None:
    """The same words asked for and promised are two rows."""
    one, two = (
        Scribe(article("Spain will send aid.", path="1")),
        Scribe(article("They: Spain will send aid.", path="2")),
    )
    dossier = compile_dossier(
        [one.source, two.source],
        [
            one.findings(commitments=(one.commitment("Spain will send aid", None, Kind.PLEDGED),)),
            two.findings(commitments=(two.commitment("Spain will send aid", None, Kind.REQUESTED),)),
        ],
    )
    assert [commitment.kind for commitment in dossier.commitments] == [Kind.PLEDGED, Kind.REQUESTED]


def test_groups_come_after_people_and_merge_by_their_words_only() -> None:
    """A delegation named in the same words is one row; people are listed first."""
    one, two = Scribe(article("Ukraine sent Ira Ko.", path="1")), Scribe(article("So Ukraine sent them.", path="2"))
    group = AttendeeKind.GROUP
    dossier = compile_dossier(
        [one.source, two.source],
        [
            one.findings(attendees=(one.person("Ukraine", kind=group), one.person("Ira Ko"))),
            two.findings(attendees=(two.person("Ukraine", kind=group),)),
        ],
    )
    assert [attendee.name for attendee in dossier.attendees] == ["Ira Ko", "Ukraine"]


def test_no_articles_give_an_empty_dossier() -> None:
    """Nothing in, nothing out, and no failure."""
    assert compile_dossier([], []) == Dossier(articles=())
