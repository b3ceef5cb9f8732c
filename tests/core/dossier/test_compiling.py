"""One dossier of several articles."""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.record import to_record
from briefing.model.dossier import Dossier, Subject
from briefing.model.facts import Amount, AttendeeKind, Commitment, Kind, Mode
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


def _people(*told: tuple[str, ...]) -> list[str]:
    """The rows of articles that each name some people, `country:role:name` or just a name; names of each row."""
    scribes, findings = [], []
    for number, names in enumerate(told):
        entries = [(*entry.split(":"),)[-3:] if ":" in entry else ("", "", entry) for entry in names]
        text = ". ".join(f"{role} {name}" for _, role, name in entries)
        scribe = Scribe(article(f"{text}. Report {number}.", path=str(number)))
        people = [scribe.person(name, role=role or None, country=country or None) for country, role, name in entries]
        scribes.append(scribe.source)
        findings.append(scribe.findings(attendees=tuple(people)))
    dossier = compile_dossier(scribes, findings)
    assert len({row.id for row in dossier.attendees}) == len(dossier.attendees)
    return sorted(" = ".join(sorted({name.text for name in row.names})) for row in dossier.attendees)


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        # father and son
        ([["Donald Trump"], ["Donald Trump Jr."]], ["Donald Trump", "Donald Trump Jr."]),
        # middle initials tell people apart
        ([["George W. Bush"], ["George H. W. Bush"]], ["George H. W. Bush", "George W. Bush"]),
        ([["Joe Biden"], ["Joseph R. Biden"]], ["Joe Biden = Joseph R. Biden"]),
        # an initial or a bare surname that several bear joins none of them
        ([["John Smith"], ["Jane Smith"], ["J. Smith"]], ["J. Smith", "Jane Smith", "John Smith"]),
        (
            [["Alexander Ivanov"], ["Alexandra Ivanov"], ["Alex Ivanov"]],
            ["Alex Ivanov", "Alexander Ivanov", "Alexandra Ivanov"],
        ),
        ([["US:Senator:John Smith"], ["US:Senator:J. Smith"]], ["J. Smith = John Smith"]),
        # whom one article tells apart, a third article does not join
        ([["John Smith", "James Smith"], ["J. Smith"]], ["J. Smith", "James Smith", "John Smith"]),
        # one name in two countries
        ([["US:actor:John Smith"], ["GB:judge:John Smith"]], ["John Smith", "John Smith"]),
        ([["US:president:Ada Lee"], ["GB:president:Ada Lee"]], ["Ada Lee", "Ada Lee"]),
        # one name, an office and a trade
        ([["KE:Minister:John Otieno"], ["KE:fisherman:John Otieno"]], ["John Otieno", "John Otieno"]),
        ([["KE:Minister:John Otieno"], ["KE:former farmer:John Otieno"], ["KE:Trade Minister:John Otieno"]],
         ["John Otieno", "John Otieno"]),
        # spellings of one name
        ([["UA:President:Volodymyr Zelenskyy"], ["UA:leader:Volodymyr Zelensky"], ["UA:President:Zelenskiy"]],
         ["Volodymyr Zelensky = Volodymyr Zelenskyy = Zelenskiy"]),
        # two unrelated bearers of a bare surname
        ([["US:actor:Miller"], ["DE:judge:Miller"]], ["Miller", "Miller"]),
    ],
)  # fmt: skip
def test_who_is_one_and_who_is_not(told: list[tuple[str, ...]], rows: list[str]) -> None:
    """Wrong names are worse than two rows: only what fits one person, and that one alone, is joined."""
    assert _people(*told) == rows


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


QUOTES = [
    # the words alone settle copies; what changes the meaning keeps them apart
    (["We will pay $5.", "We will pay €5."], ["A", "A"], 2),
    (["No, we will not do that!", "No, we will not do that?"], ["A", "A"], 2),
    (["We will pay for it all,", "We will pay for it all."], ["A", "A"], 1),
    # an unknown speaker bridges nobody
    (["We will do it all again"] * 3, ["A", "B", None], 3),
    (["We will do it all again"] * 2, ["A", None], 1),
    (["unacceptable"] * 2, ["A", None], 2),
]


@pytest.mark.parametrize(("words", "speakers", "rows"), QUOTES)
def test_quotations_collapse_only_as_copies(words: list[str], speakers: list[str | None], rows: int) -> None:
    """The same words by the same speaker are one row; another currency, mark or speaker is another."""
    scribes = [
        Scribe(article(f"{number}: “{said}” {speaker or ''}", path=str(number)))
        for number, (said, speaker) in enumerate(zip(words, speakers, strict=True))
    ]
    findings = [
        scribe.findings(quotes=(scribe.quote(said, speaker, known=False),))
        for scribe, said, speaker in zip(scribes, words, speakers, strict=True)
    ]
    dossier = compile_dossier([scribe.source for scribe in scribes], findings)
    assert len(dossier.quotes) == rows
    assert len({quote.id for quote in dossier.quotes}) == rows


TANKS = "Spain will send its old tanks to the front line by the end of summer"


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (f"{TANKS} in 100 carriages", f"{TANKS} in 200 carriages", 2),
        ("Spain will pay $5 million for it in all", "Spain will pay €5 million for it in all", 2),
        (f"{TANKS} and trains", f"Not ever {TANKS} and trains", 2),
        (f"{TANKS}", f"{TANKS} too", 1),
    ],
)  # fmt: skip
def test_commitments_collapse_only_as_copies(one: str, other: str, rows: int) -> None:
    """Another number, currency or negation is another undertaking, though all other words agree."""
    scribes = [Scribe(article(f"{words}.", path=str(i))) for i, words in enumerate((one, other))]
    findings = [
        scribe.findings(commitments=(scribe.commitment(words, "Spain"),))
        for scribe, words in zip(scribes, (one, other), strict=True)
    ]
    dossier = compile_dossier([scribe.source for scribe in scribes], findings)
    assert len(dossier.commitments) == rows
    assert len({commitment.id for commitment in dossier.commitments}) == rows


def test_figures_in_two_currencies_are_two() -> None:
    """A dollar is not a euro."""
    scribe = Scribe(article("They gave $100 million and then €100 million.", path="1"))
    figures = (scribe.figure("$100 million", "$100 million", 100), scribe.figure("€100 million", "€100 million", 100))
    assert len(compile_dossier([scribe.source], [scribe.findings(figures=figures)]).figures) == 2


def test_two_summits_of_one_name_are_two_events_with_ids_of_their_own() -> None:
    """The same summit three years later is another event, and its people are not mixed up with the first's."""
    years = ("2018", "2021")
    scribes = [
        Scribe(article(f"NATO Summit, Brussels, 11 July {y}. Ann Lee came.", published=f"{y}-07-12")) for y in years
    ]
    findings = [
        scribe.findings(
            events=(scribe.event("NATO Summit", "Brussels", scribe.when(f"11 July {y}", f"{y}-07-11")),),
            attendees=(scribe.person("Ann Lee", mode=Mode.IN_PERSON, event="eNATO Summit", words="came"),),
        )
        for scribe, y in zip(scribes, years, strict=True)
    ]
    dossier = compile_dossier([scribe.source for scribe in scribes], findings)
    assert len({event.id for event in dossier.events}) == 2
    (ann,) = dossier.attendees
    assert {attendance.event for attendance in ann.attendances} == {event.id for event in dossier.events}


def test_many_facts_compile_in_time_that_grows_with_their_number() -> None:
    """Twice the facts may take three times as long, not four: nothing compares all with all."""

    def steps(count: int) -> int:
        names = [f"Ann B{''.join(chr(97 + int(digit)) for digit in str(i))}x" for i in range(count)]
        said = [f"word{i} of all the other words there are" for i in range(count)]
        scribe = Scribe(article(" ".join(f"{n} said “{w}”." for n, w in zip(names, said, strict=True))))
        people = tuple(map(scribe.person, names))
        quotes = tuple(scribe.quote(words, name) for words, name in zip(said, names, strict=True))
        calls = 0

        def count_calls(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count_calls)
        try:
            compile_dossier([scribe.source], [scribe.findings(attendees=people, quotes=quotes)])
        finally:
            sys.setprofile(None)
        return calls

    assert steps(400) < 3 * steps(200)


def _paying(words: str, written: str, value: int, path: str, kind: Kind = Kind.PLEDGED) -> tuple[Scribe, Commitment]:
    """A commitment of Spain's over a sum in euros."""
    scribe = Scribe(article(f"{words}.", path=path))
    amount = Amount(written=scribe.written(written), value=Decimal(value), currency="EUR")
    return scribe, replace(scribe.commitment(words, "Spain", kind), amount=amount)


@pytest.mark.parametrize(
    ("words", "written", "value", "kind", "differs"),
    [
        ("Spain will give 250 million euros by 2025", "250 million euros", 250, Kind.PLEDGED, True),
        ("Spain will give €200 million by 2025", "€200 million", 200, Kind.PLEDGED, False),
        ("Spain asks for 900 million euros by 2025", "900 million euros", 900, Kind.REQUESTED, False),
        ("Spain spent 9 million euros on paint", "9 million euros", 9, Kind.DELIVERED, False),
    ],
)
def test_what_somebody_undertakes_to_pay_is_compared(
    words: str, written: str, value: int, kind: Kind, differs: bool
) -> None:
    """Two sums for one undertaking of one actor differ; a request, another matter or the same sum does not."""
    one, first = _paying("Spain would provide 200 million euros by 2025", "200 million euros", 200, "1")
    two, second = _paying(words, written, value, "2", kind)
    dossier = compile_dossier(
        [one.source, two.source], [one.findings(commitments=(first,)), two.findings(commitments=(second,))]
    )
    assert [(d.subject, d.about) for d in dossier.disagreements] == ([(Subject.AMOUNT, "Spain")] if differs else [])


def test_no_articles_give_an_empty_dossier() -> None:
    """Nothing in, nothing out, and no failure."""
    assert compile_dossier([], []) == Dossier(articles=())
