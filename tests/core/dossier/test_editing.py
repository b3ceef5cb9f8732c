"""What each decision does to the dossier of the sample articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.dossier.editing import dormant, edit, printed, superseded
from briefing.dossier.targets import cited
from briefing.model.decision import (
    Accept,
    Act,
    Add,
    Annotate,
    Correct,
    Decision,
    LeaveOut,
    Merge,
    Move,
    Slot,
    Split,
    Trim,
    slots_of,
)
from briefing.model.dossier import Disagreement, Dossier, Mark, Subject, Variant
from briefing.model.facts import Attendee, Attribution, Event, Evidence, Fact, Figure, Kind, Mode, Quote, When
from briefing.model.notice import Severity
from briefing.model.span import Span, Stated, Written
from tests.core.dossier.build import Scribe, article
from tests.core.dossier.seeds import both, compiled, facts_of


def decided(*acts: Act) -> tuple[Decision, ...]:
    """The acts as decisions, numbered from 1."""
    return tuple(Decision(number=number, act=act) for number, act in enumerate(acts, start=1))


def after(dossier: Dossier, *acts: Act) -> Dossier:
    """The dossier with these acts done."""
    return edit(dossier, decided(*acts))


def now(dossier: Dossier, fact: Fact) -> Fact:
    """The fact of the same id."""
    return next(one for one in facts_of(dossier) if one.id == fact.id)


def person(dossier: Dossier, name: str) -> Attendee:
    """The row whose name ends like this."""
    (row,) = (one for one in dossier.attendees if one.name.endswith(name))
    return row


def quotes_of(dossier: Dossier, row: Attendee) -> list[Quote]:
    """The quotations that refer to a row."""
    return [quote for quote in dossier.quotes if quote.speaker_id == row.id]


def confidences(fact: Fact) -> set[float]:
    """How sure each piece of evidence is."""
    return (
        {a.evidence.confidence for a in fact.attendances} if isinstance(fact, Attendee) else {fact.evidence.confidence}
    )


def test_without_decisions_nothing_changes() -> None:
    """The compiled dossier itself comes back."""
    assert edit(both(), ()) is both()
    assert dormant(both(), ()) == ()
    assert printed(both()) is both()


def test_accepting_and_leaving_out() -> None:
    """An accepted fact is certain; one that is left out stays for the window and is not printed."""
    yes, no = both().quotes[:2]
    edited = after(both(), Accept(fact=yes), LeaveOut(fact=no))
    assert edited.marks == {
        yes.id: Mark(accepted=True, decisions=(1,)),
        no.id: Mark(left_out=True, decisions=(2,)),
    }
    assert confidences(now(edited, yes)) == {1.0}
    assert len(edited.quotes) == len(both().quotes)
    assert {one.id for one in both().quotes} - {one.id for one in printed(edited).quotes} == {no.id}
    assert printed(edited).marks.keys() == {yes.id}


def test_the_later_of_two_decisions_wins_whatever_order_they_come_in() -> None:
    """Numbers count, not places in the list."""
    quote = both().quotes[0]
    decisions = decided(LeaveOut(fact=quote), Accept(fact=quote))
    for order in (decisions, decisions[::-1]):
        assert edit(both(), order).marks[quote.id] == Mark(accepted=True, decisions=(1, 2))


STATED = [
    (Event, Slot.NAME, "name"),
    (Event, Slot.PLACE, "place"),
    (Event, Slot.HOST, "host"),
]


@pytest.mark.parametrize(("kind", "slot", "name"), STATED)
def test_a_corrected_word_stands_at_the_place_of_what_it_replaces(kind: type, slot: Slot, name: str) -> None:
    """Words take the old place, or that of the sentence where there was nothing; `None` empties the slot."""
    fact = next(one for one in facts_of(both()) if isinstance(one, kind))
    assert not isinstance(fact, Attendee)
    old = getattr(fact, name)
    new = getattr(now(after(both(), Correct(fact=fact, slot=slot, value="  New\n words ")), fact), name)
    assert new == Stated(text="New words", span=old.span if old else fact.evidence.spans[0])
    assert getattr(now(after(both(), Correct(fact=fact, slot=slot, value=None)), fact), name) is None


def test_every_slot_of_every_fact_can_be_corrected_and_emptied() -> None:
    """No slot is forgotten: each takes a value, marks it, and the fact counts as certain."""
    codes = {Slot.MODE: "absent", Slot.KIND: "declined", Slot.COUNTRY: "PL"}
    for fact in facts_of(both()):
        for slot in slots_of(fact):
            act = Correct(fact=fact, slot=slot, value=codes.get(slot, "New words"))
            edited = after(both(), act)
            changed = now(edited, fact)
            assert edited.marks[fact.id] == Mark(fields=frozenset({slot}), decisions=(1,))
            assert changed != fact
            assert confidences(changed) == {1.0}
            assert edited.notices == both().notices
            needed = (type(fact), slot) in {(Attendee, Slot.NAME), (Figure, Slot.AMOUNT)} or slot is Slot.KIND
            assert bool(dormant(both(), decided(replace(act, value=None)))) == needed


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        (Slot.COUNTRY, "Ukraine"),
        (Slot.COUNTRY, "ß"),
        (Slot.MODE, "by phone"),
        (Slot.NAME, "  "),
        (Slot.SPEAKER, "Ana"),
    ],
)
def test_what_a_slot_cannot_say_changes_nothing(slot: Slot, value: str) -> None:
    """A wrong code, an empty name, a slot of another kind of fact: the fact stays, the decision is idle."""
    act = Correct(fact=both().attendees[0], slot=slot, value=value)
    assert after(both(), act) == both()
    assert dormant(both(), decided(act)) == (1,)


def test_a_corrected_name_goes_on_to_what_refers_to_the_person() -> None:
    """Quotations and commitments speak of the person by the new name; the mentions in the text stay."""
    row = person(both(), "Zelenskyy")
    edited = after(both(), Correct(fact=row, slot=Slot.NAME, value="V. Zelenskyy"))
    changed = now(edited, row)
    assert isinstance(changed, Attendee)
    assert (changed.name, changed.names) == ("V. Zelenskyy", row.names)
    assert {quote.speaker for quote in quotes_of(edited, row)} == {"V. Zelenskyy"}
    assert {c.actor for c in edited.commitments if c.actor_id == row.id} == {"V. Zelenskyy"}
    assert len(quotes_of(edited, row)) == len(quotes_of(both(), row)) > 1


def test_a_corrected_role_stands_for_all_that_the_sources_give() -> None:
    """Print takes the role of the source it speaks of; after a correction there is only the editor's."""
    row = person(both(), "Umerov")
    assert len(row.roles) > 1
    changed = now(after(both(), Correct(fact=row, slot=Slot.ROLE, value="Secretary")), row)
    assert isinstance(changed, Attendee)
    assert changed.roles == (Stated(text="Secretary", span=row.roles[0].span),)


def test_a_mode_is_corrected_at_the_event_that_is_meant() -> None:
    """The other attendances stay as found, and the weightiest still comes first."""
    row = person(both(), "Zelenskyy")
    first, second = row.attendances
    changed = now(after(both(), Correct(fact=row, slot=Slot.MODE, value="absent", event=first.event)), row)
    assert isinstance(changed, Attendee)
    assert {a.event: a.mode for a in changed.attendances} == {first.event: Mode.ABSENT, second.event: second.mode}
    assert changed.attendances[0].event == second.event
    emptied = now(after(both(), Correct(fact=row, slot=Slot.MODE, value=None)), row)
    assert isinstance(emptied, Attendee)
    assert {a.event: a.mode for a in emptied.attendances}[first.event] is Mode.MENTIONED


def test_a_speaker_is_a_row_where_one_has_the_name_and_words_where_none_does() -> None:
    """The name of a row binds to it, whatever its case; other words stand as they are; nothing is nobody."""
    row = person(both(), "Yermak")
    quote = next(one for one in both().quotes if one.speaker_id != row.id)
    bound = now(after(both(), Correct(fact=quote, slot=Slot.SPEAKER, value="andriy  YERMAK")), quote)
    assert isinstance(bound, Quote)
    assert (bound.speaker, bound.speaker_id, bound.attribution) == (row.name, row.id, Attribution.NAMED)
    free = now(after(both(), Correct(fact=quote, slot=Slot.SPEAKER, value="the spokesman")), quote)
    assert isinstance(free, Quote)
    assert (free.speaker, free.speaker_id) == ("the spokesman", None)
    nobody = now(after(both(), Correct(fact=quote, slot=Slot.SPEAKER, value=None)), quote)
    assert isinstance(nobody, Quote)
    assert (nobody.speaker, nobody.speaker_words, nobody.attribution) == (None, None, Attribution.UNKNOWN)


def test_a_speaker_named_before_the_row_has_the_name_is_bound_all_the_same() -> None:
    """It does not matter which of the two the editor corrected first."""
    row, quote = person(both(), "Yermak"), both().quotes[0]
    naming = Correct(fact=row, slot=Slot.NAME, value="A. B. Yermak")
    saying = Correct(fact=quote, slot=Slot.SPEAKER, value="A. B. Yermak")
    for acts in ((naming, saying), (saying, naming)):
        one = now(after(both(), *acts), quote)
        assert isinstance(one, Quote)
        assert (one.speaker, one.speaker_id) == ("A. B. Yermak", row.id)


def test_a_name_that_two_rows_bear_binds_to_neither() -> None:
    """A wrong person is worse than words without a row."""
    quote = both().quotes[0]
    acts = [Correct(fact=row, slot=Slot.NAME, value="Jan Novak") for row in both().attendees[2:4]]
    one = now(after(both(), *acts, Correct(fact=quote, slot=Slot.SPEAKER, value="Jan Novak")), quote)
    assert isinstance(one, Quote)
    assert (one.speaker, one.speaker_id) == ("Jan Novak", None)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2027-05-01", "2027-05-01", "2027-05-01"),
        ("from 2027-05-01 to 2027-05-03", "2027-05-01", "2027-05-03"),
        ("2027-06", "2027-06", "2027-06"),
        ("2027", "2027", "2027"),
        ("by the end of 2027", None, None),
        ("2027-02-30", None, None),
        ("5 or 6 May", None, None),
        ("2027-05-03 to 2027-05-01", None, None),
    ],
)
def test_a_time_has_dates_only_where_the_editor_wrote_them(value: str, start: str | None, end: str | None) -> None:
    """What is no plain ISO date stays words."""
    commitment = both().commitments[0]
    edited = after(both(), Correct(fact=commitment, slot=Slot.DEADLINE, value=value))
    place = commitment.deadline.written.span if commitment.deadline else commitment.evidence.spans[0]
    assert edited.commitments[0].deadline == When(written=Stated(text=value, span=place), start=start, end=end)


@pytest.mark.parametrize(
    ("value", "number", "currency", "qualifier"),
    [
        ("about $28 billion", 28 * 10**9, "USD", "about"),
        ("28", 28, None, None),
        ("€1.5 million", 15 * 10**5, "EUR", None),
        ("12 000 000 UAH", 12 * 10**6, "UAH", None),
        ("1,234", None, None, None),
        ("$28 billion", None, None, None),
        ("5 or 6", None, None, None),
        ("28 Milliarden Euro", None, None, None),
        ("a lot", None, None, None),
    ],
)
def test_a_sum_has_a_value_only_where_its_words_are_plain(
    value: str, number: int | None, currency: str | None, qualifier: str | None
) -> None:
    """What could be read in two ways is printed as the editor wrote it."""
    figure = next(one for one in both().figures if one.amount.written.text == "about $27 billion")
    changed = now(after(both(), Correct(fact=figure, slot=Slot.AMOUNT, value=value)), figure)
    assert isinstance(changed, Figure)
    assert (changed.amount.value, changed.amount.currency) == (None if number is None else Decimal(number), currency)
    assert changed.amount.qualifier == qualifier
    assert changed.words.text == figure.words.text.replace("about $27 billion", value)


def test_merged_rows_are_one_and_what_referred_to_them_follows() -> None:
    """Names, roles and attendances are united; the first lends name and id; nothing refers to the second any more."""
    one, other = person(both(), "Yermak"), person(both(), "Zelenskyy")
    edited = after(both(), Merge(facts=(one, other)))
    row = now(edited, one)
    assert isinstance(row, Attendee)
    assert (row.id, row.name, row.organisation) == (one.id, one.name, one.organisation)
    assert set(row.names) == {*one.names, *other.names}
    assert set(row.roles) == {*one.roles, *other.roles}
    events = {part.event for each in (one, other) for part in each.attendances}
    assert {part.event: part.mode for part in row.attendances} == dict.fromkeys(events, Mode.IN_PERSON)
    assert len(events) > 1
    assert other.id not in {fact.id for fact in facts_of(edited)}
    assert len(quotes_of(edited, one)) == len(quotes_of(both(), one)) + len(quotes_of(both(), other))
    assert {quote.speaker for quote in quotes_of(edited, one)} == {one.name}
    assert edited.marks == {one.id: Mark(decisions=(1,))}


def test_corrections_survive_merging_and_the_first_keeps_its_name() -> None:
    """What the editor said of the second row goes before what was found of the first, the name aside."""
    one, other = person(both(), "Yermak"), person(both(), "Zelenskyy")
    edited = after(
        both(),
        Correct(fact=other, slot=Slot.NAME, value="Somebody"),
        Correct(fact=other, slot=Slot.ROLE, value="Envoy"),
        Correct(fact=other, slot=Slot.MODE, value="absent", event=other.attendances[0].event),
        Annotate(fact=other, note="ask again"),
        Merge(facts=(one, other)),
    )
    row = now(edited, one)
    assert isinstance(row, Attendee)
    assert row.name == one.name
    assert [role.text for role in row.roles] == ["Envoy"]
    assert {a.event: a.mode for a in row.attendances}[other.attendances[0].event] is Mode.ABSENT
    assert edited.marks[one.id] == Mark(
        fields=frozenset({Slot.ROLE, Slot.MODE}), note="ask again", decisions=(1, 2, 3, 4, 5)
    )


def test_every_kind_of_fact_can_be_merged() -> None:
    """Two of a kind become the first, with the sentences of both, and events take those who took part along."""
    kinds: tuple[tuple[Fact, ...], ...] = (both().events, both().commitments, both().quotes, both().figures)
    for first, second in (facts[:2] for facts in kinds):
        edited = after(both(), Merge(facts=(first, second)))
        ids = {fact.id for fact in facts_of(edited)}
        assert first.id in ids
        assert second.id not in ids
        row = now(edited, first)
        assert set(cited(row)) == {*cited(first), *cited(second)}
        assert {a.event for one in edited.attendees for a in one.attendances} <= {None, *ids}
        assert {one.event for one in edited.quotes} | {one.event for one in edited.commitments} <= {None, *ids}


PAIR = Scribe(
    article(
        "Minister Ana Silva attended the meeting. “Peace is near at hand today,” Ana Silva said.\n"
        "Senator Bruno Silva joined by video link. “We will pay for all of it,” Silva said."
    )
)


def _pair() -> Dossier:
    event = PAIR.event("the meeting")
    ana = PAIR.person("Ana Silva", role="Minister", mode=Mode.IN_PERSON, words="attended", event=event.id)
    bruno = PAIR.person("Bruno Silva", role="Senator", mode=Mode.REMOTE, words="joined by video link", event=event.id)
    at = PAIR.source.text.rindex("Silva said")
    bare = Written(text="Silva", span=Span(article=PAIR.source.id, start=at, end=at + 5))
    one = replace(
        ana,
        names=(*ana.names, *bruno.names, bare),
        roles=(*ana.roles, *bruno.roles),
        attendances=(
            replace(ana.attendances[0], evidence=_sentences(ana.attendances[0].words, bruno.attendances[0].words)),
        ),
        country="PT",
    )
    second = replace(PAIR.quote("We will pay for all of it,", "Ana Silva"), speaker_words=bare)
    facts = PAIR.findings(
        events=(event,), attendees=(one,), quotes=(PAIR.quote("Peace is near at hand today,", "Ana Silva"), second)
    )
    return compiled((PAIR.source, facts))


def _sentences(*words: Written | None) -> Evidence:
    text = PAIR.source.text
    spans = tuple(
        Span(
            article=PAIR.source.id,
            start=text.rfind("\n", 0, one.span.start) + 1,
            end=text.index(".", one.span.start) + 1,
        )
        for one in words
        if one is not None
    )
    return replace(PAIR.proof("attended"), spans=spans)


def test_a_row_that_is_two_people_is_split_with_what_belongs_to_each() -> None:
    """Mentions, roles, sentences and quotations go with the nearest mention; nothing found is told of the other."""
    dossier = _pair()
    (row,) = dossier.attendees
    second = [name for name in row.names if name.span.start > PAIR.source.text.index("Senator")]
    edited = after(dossier, Split(fact=row, names=tuple(second)))
    ana, bruno = (person(edited, name) for name in ("Ana Silva", "Bruno Silva"))
    assert ana.id == row.id
    assert {name.text for name in bruno.names} == {"Bruno Silva", "Silva"}
    assert [role.text for role in ana.roles] == ["Minister"]
    assert [role.text for role in bruno.roles] == ["Senator"]
    assert [a.mode for a in ana.attendances] == [Mode.IN_PERSON]
    assert [a.mode for a in bruno.attendances] == [Mode.MENTIONED]
    assert (ana.country, bruno.country) == ("PT", None)
    assert {quote.text: quote.speaker for quote in edited.quotes} == {
        "Peace is near at hand today,": "Ana Silva",
        "We will pay for all of it,": "Bruno Silva",
    }
    assert {q.speaker_id for q in edited.quotes} == {ana.id, bruno.id}
    assert edited.marks.keys() == {ana.id, bruno.id}


def test_what_was_split_can_be_corrected_and_merged_again() -> None:
    """The new row is a row like any other, and merging undoes the split."""
    dossier = _pair()
    (row,) = dossier.attendees
    split = Split(fact=row, names=row.names[1:])
    parts = after(dossier, split).attendees
    other = next(one for one in parts if one.id != row.id)
    named = after(dossier, split, Correct(fact=other, slot=Slot.NAME, value="B. Silva"))
    assert {one.name for one in named.attendees} == {"Ana Silva", "B. Silva"}
    again = after(dossier, split, Merge(facts=(row, other)))
    (one,) = again.attendees
    assert set(one.names) == set(row.names)
    assert {quote.speaker_id for quote in again.quotes} == {row.id}


@pytest.mark.parametrize("names", [(), "all"])
def test_a_split_that_leaves_nobody_changes_nothing(names: Iterable[Written] | str) -> None:
    """Neither none nor all of the mentions make two rows."""
    row = both().attendees[0]
    act = Split(fact=row, names=row.names if names == "all" else ())
    assert after(both(), act) == both()
    assert dormant(both(), decided(act)) == (1,)


def test_facts_move_behind_others_and_to_the_front() -> None:
    """The order of a section is the editor's."""
    first, second, third, fourth = both().figures[:4]
    edited = after(both(), Move(fact=first, after=third), Move(fact=fourth, after=None))
    assert [one.id for one in edited.figures[:4]] == [fourth.id, second.id, third.id, first.id]
    assert edited.marks[first.id].moved
    behind_nothing = Move(fact=first, after=both().quotes[0])
    assert dormant(both(), decided(behind_nothing, Move(fact=first, after=first))) == (1, 2)


def test_a_request_that_was_found_as_a_promise_leaves_the_promises() -> None:
    """A corrected kind takes the commitment to where its kind stands."""
    promise = both().commitments[0]
    edited = after(both(), Correct(fact=promise, slot=Slot.KIND, value="requested"))
    assert edited.commitments[-1].id == promise.id or edited.commitments[-1].kind in (Kind.REQUESTED, Kind.DECLINED)
    kinds = [list(Kind).index(one.kind) for one in edited.commitments]
    assert kinds == sorted(kinds)


def test_a_remark_is_kept_and_an_empty_one_takes_it_away() -> None:
    """A note is the editor's own words."""
    quote = both().quotes[0]
    assert after(both(), Annotate(fact=quote, note=" check\nthis ")).marks[quote.id].note == "check\nthis"
    gone = after(both(), Annotate(fact=quote, note="check"), Annotate(fact=quote, note=" "))
    assert gone.marks[quote.id] == Mark(decisions=(1, 2))


def test_an_added_fact_stands_where_it_belongs_and_is_the_editors() -> None:
    """It is certain, has the rule `editor`, refers to its speaker, and keeps its place among its kind."""
    scribe = Scribe(both().articles[0])
    body = next(region for region in scribe.source.body() if "Umerov" in scribe.source.text[region.start : region.end])
    words = scribe.source.text[body.start : body.end].split(",")[0]
    row = person(both(), "Umerov")
    quote = replace(scribe.quote(words, "Rustem Umerov"), id="mine", speaker_id=row.id)
    edited = after(both(), Add(fact=quote), Annotate(fact=quote, note="mine"))
    added = now(edited, quote)
    assert isinstance(added, Quote)
    assert (added.evidence.rule, added.evidence.confidence, added.speaker_id) == ("editor", 1.0, row.id)
    assert edited.marks["mine"] == Mark(added=True, note="mine", decisions=(1, 2))
    ranks = {article.id: rank for rank, article in enumerate(both().articles)}
    starts = [(ranks[one.parts[0].article], one.parts[0].start) for one in edited.quotes]
    assert starts == sorted(starts)


def test_an_added_quotation_that_its_source_does_not_have_is_refused() -> None:
    """Other words, or words with others cut out of their middle, are never printed; the editor is told."""
    scribe = Scribe(both().articles[0])
    whole = both().quotes[0]
    part = whole.parts[0]
    false = replace(whole, id="false", text=f"{whole.text} Really")
    holed = replace(
        whole,
        id="holed",
        parts=(replace(part, end=part.start + 3), replace(part, start=part.end - 9)),
        text=" ".join(
            f"{scribe.source.text[part.start : part.start + 3]} {scribe.source.text[part.end - 9 : part.end]}".split()
        ),
    )
    decisions = decided(Add(fact=false), Add(fact=holed))
    edited = edit(both(), decisions)
    assert edited.quotes == both().quotes
    assert [(n.severity, n.code) for n in edited.notices[len(both().notices) :]] == [
        (Severity.ERROR, "quotation-not-verbatim")
    ] * 2
    assert dormant(both(), decisions) == (1, 2)


def test_references_to_what_is_left_out_are_not_printed() -> None:
    """Whose row is left out keeps the name beside the words, and nothing points to a row or event that is not there."""
    row, event = person(both(), "Zelenskyy"), both().events[0]
    brief = printed(after(both(), LeaveOut(fact=row), LeaveOut(fact=event)))
    ids = {fact.id for fact in facts_of(brief)}
    assert row.id not in ids
    assert {"Volodymyr Zelenskyy"} <= {quote.speaker for quote in brief.quotes}
    assert {q.speaker_id for q in brief.quotes} | {c.actor_id for c in brief.commitments} <= {None, *ids}
    assert {a.event for one in brief.attendees for a in one.attendances} <= {None, *ids}
    for one in brief.attendees:
        assert len({a.event for a in one.attendances}) == len(one.attendances)


def test_a_difference_goes_only_with_all_facts_that_made_it() -> None:
    """While one of the differing statements is printed, the reader is told of the difference."""
    one, other = both().figures[:2]
    values = tuple(Variant(written=f.words.text, evidence=f.evidence.spans) for f in (one, other))
    unbacked = Disagreement(subject=Subject.PLACE, about="", values=(replace(values[0], evidence=()),) * 2)
    difference = Disagreement(subject=Subject.COUNT, about="companies", values=values)
    dossier = replace(both(), disagreements=(difference, unbacked))
    assert printed(after(dossier, LeaveOut(fact=one))).disagreements == (difference, unbacked)
    assert printed(after(dossier, LeaveOut(fact=one), LeaveOut(fact=other))).disagreements == (unbacked,)


def test_a_difference_about_a_person_has_the_persons_new_name() -> None:
    """A name that the editor has corrected is nowhere printed in its wrong form."""
    row = person(both(), "Umerov")
    value = Variant(written="attended", evidence=row.attendances[0].evidence.spans)
    dossier = replace(
        both(), disagreements=(Disagreement(subject=Subject.MODE, about=row.name, values=(value, value)),)
    )
    edited = after(dossier, Correct(fact=row, slot=Slot.NAME, value="R. Umerov"))
    assert [one.about for one in edited.disagreements] == ["R. Umerov"]
    assert printed(after(dossier, LeaveOut(fact=row))).disagreements == ()


def test_which_decisions_a_new_one_replaces() -> None:
    """The same slot, the same kind of act, the same fact: nothing else."""
    row, other = both().attendees[:2]
    quote = both().quotes[0]
    trim = Trim(fact=quote, parts=quote.parts)
    acts: tuple[Act, ...] = (
        Correct(fact=row, slot=Slot.NAME, value="A"),
        Correct(fact=row, slot=Slot.ROLE, value="B"),
        Correct(fact=other, slot=Slot.NAME, value="C"),
        LeaveOut(fact=row),
        Annotate(fact=row, note="n"),
        Move(fact=row, after=None),
        trim,
        Merge(facts=(row, other)),
        Correct(fact=row, slot=Slot.MODE, value="absent"),
    )
    decisions = decided(*acts)

    def numbers(act: Act) -> list[int]:
        return [decision.number for decision in superseded(decisions, act)]

    assert numbers(Correct(fact=replace(row, name="A"), slot=Slot.NAME, value="D")) == [1]
    assert numbers(Accept(fact=row)) == [4]
    assert numbers(LeaveOut(fact=row)) == [4]
    assert numbers(Annotate(fact=row, note="")) == [5]
    assert numbers(Move(fact=row, after=other)) == [6]
    assert numbers(trim) == [7]
    assert numbers(Merge(facts=(row, other))) == []
    assert numbers(Correct(fact=row, slot=Slot.MODE, value="remote", event=row.attendances[0].event)) == [9]
    assert numbers(Correct(fact=row, slot=Slot.MODE, value="remote", event="elsewhere")) == []
