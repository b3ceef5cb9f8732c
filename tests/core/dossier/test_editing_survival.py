"""Decisions outlive new articles, missing articles and new rules, and hit nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dossier.editing import dormant, edit, printed
from briefing.dossier.keeping import remaining
from briefing.dossier.record import to_record
from briefing.dossier.targets import cited
from briefing.dossier.verifying import holds, verified
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
from briefing.model.dossier import Dossier
from briefing.model.facts import (
    Attendee,
    AttendeeKind,
    Commitment,
    Event,
    Fact,
    Figure,
    Kind,
    Mode,
    Quote,
)
from briefing.model.span import Span, Written
from tests.core.dossier.build import Scribe, article
from tests.core.dossier.seeds import both, compiled, facts_of, found

F = TypeVar("F", Event, Attendee, Commitment, Quote, Figure)
SHELF = {one.id: one for one in both().articles}


def decided(*acts: Act) -> tuple[Decision, ...]:
    """The acts as decisions, numbered from 1."""
    return tuple(Decision(number=number, act=act) for number, act in enumerate(acts, start=1))


def _value(fact: Fact, slot: Slot) -> str:
    return {Slot.MODE: "absent", Slot.KIND: "declined", Slot.COUNTRY: "PL"}.get(slot, f"New {slot} of {fact.id}")


def _shown(fact: Fact, slot: Slot) -> object:
    """What a slot says now."""
    match fact:
        case Attendee():
            modes = {a.mode for a in fact.attendances}
            role = fact.roles[0].text if fact.roles else None
            return {
                Slot.NAME: fact.name,
                Slot.ROLE: role,
                Slot.ORGANISATION: fact.organisation,
                Slot.COUNTRY: fact.country,
                Slot.MODE: "absent" if Mode.ABSENT in modes else None,
            }[slot]
        case Quote():
            return fact.speaker
        case Figure():
            return fact.amount.written.text
        case _:
            value = getattr(fact, slot.value)
            return getattr(getattr(value, "written", value), "text", value)


def _marked(dossier: Dossier, number: int) -> list[Fact]:
    """The facts that a decision has had a say in."""
    ids = {row for row, mark in dossier.marks.items() if number in mark.decisions}
    return [fact for fact in facts_of(dossier) if fact.id in ids]


def _same_place(one: Fact, other: Fact) -> bool:
    return any(span.overlaps(more) for span in cited(one) for more in cited(other))


CORRECTIONS = tuple(
    Correct(fact=fact, slot=slot, value=_value(fact, slot)) for fact in facts_of(both()) for slot in slots_of(fact)
)

NEWS = Scribe(
    article(
        "Mayor Pilar Costa opened the fair in Porto. “The gates are open to all of you,” Pilar Costa said.\n"
        "Rustem Umerov was not mentioned there. Pilar Costa will pay 7 million euros to the port.",
        path="news.txt",
        published="2031-01-01",
    )
)
UNRELATED = (
    NEWS.source,
    NEWS.findings(
        events=(NEWS.event("the fair", "Porto"),),
        attendees=(NEWS.person("Pilar Costa", role="Mayor", mode=Mode.IN_PERSON, words="opened", event="ethe fair"),),
        quotes=(NEWS.quote("The gates are open to all of you,", "Pilar Costa"),),
        commitments=(NEWS.commitment("will pay 7 million euros to the port", "Pilar Costa"),),
        figures=(NEWS.figure("7 million euros", "7 million", 7),),
    ),
)


def test_another_article_leaves_every_correction_in_force() -> None:
    """With an article added each slot of each fact still says what the editor said, and the new facts are untouched."""
    more = compiled(*found(), UNRELATED)
    for act in CORRECTIONS:
        edited = edit(more, decided(act))
        (fact,) = _marked(edited, 1)
        assert _shown(fact, act.slot) == act.value, act.slot
        assert _same_place(fact, act.fact)
    added = {fact.id for fact in facts_of(more)} - {fact.id for fact in facts_of(both())}
    edited = edit(more, decided(*CORRECTIONS))
    assert len(added) == 5
    assert [one for one in facts_of(edited) if one.id in added] == [one for one in facts_of(more) if one.id in added]
    assert dormant(more, decided(*CORRECTIONS)) == ()


def test_decisions_sleep_while_their_article_is_away_and_wake_when_it_is_back() -> None:
    """Without the articles nothing happens and nothing is said; with them everything is as before."""
    only = compiled(UNRELATED)
    decisions = decided(*CORRECTIONS)
    assert dormant(only, decisions) == tuple(decision.number for decision in decisions)
    assert edit(only, decisions) == only
    assert edit(both(), decisions) == edit(compiled(*found()), decisions)


@pytest.mark.parametrize("which", [0, 1])
def test_with_one_of_two_articles_its_own_decisions_hold(which: int) -> None:
    """Each correction holds if its fact stands in the article that is there; the others sleep."""
    only = compiled(found()[which])
    name = found()[which][0].id
    for act in CORRECTIONS:
        here = any(span.article == name for span in cited(act.fact))
        edited = edit(only, decided(act))
        if here and act.slot is not Slot.MODE:
            (fact,) = _marked(edited, 1)
            assert _shown(fact, act.slot) == act.value
        if not here:
            assert edited == only


# What a newer version of the rules may do to the facts: other ids, and places that are a little wider or narrower.


def _renumbered(dossier: Dossier) -> Dossier:
    """Every id another one, and references with them."""

    def new(row: str | None) -> str | None:
        return None if row is None else f"x-{row}"

    return replace(
        dossier,
        events=tuple(replace(one, id=f"x-{one.id}") for one in dossier.events),
        attendees=tuple(
            replace(one, id=f"x-{one.id}", attendances=tuple(replace(a, event=new(a.event)) for a in one.attendances))
            for one in dossier.attendees
        ),
        commitments=tuple(
            replace(one, id=f"x-{one.id}", actor_id=new(one.actor_id), event=new(one.event))
            for one in dossier.commitments
        ),
        quotes=tuple(
            replace(one, id=f"x-{one.id}", speaker_id=new(one.speaker_id), event=new(one.event))
            for one in dossier.quotes
        ),
        figures=tuple(replace(one, id=f"x-{one.id}") for one in dossier.figures),
    )


def _grown(span: Span, left: int, right: int) -> Span:
    text = SHELF[span.article].text
    start, end = max(0, span.start - left), min(len(text), span.end + right)
    return replace(span, start=start, end=end) if start < end else span


def _rewritten(written: Written, left: int, right: int) -> Written:
    span = _grown(written.span, left, right)
    return Written(text=span.cut(SHELF[span.article].text), span=span)


def _shifted(left: int, right: int) -> Callable[[Fact], Fact]:
    """The fact as a rule would have found it that takes a few characters more or less."""

    def shift(fact: Fact) -> Fact:
        match fact:
            case Attendee():
                return replace(fact, names=tuple(_rewritten(name, left, 0) for name in fact.names))
            case Quote():
                parts = tuple(_grown(part, left, right) for part in fact.parts)
                text = " ".join(" ".join(part.cut(SHELF[part.article].text) for part in parts).split())
                return replace(fact, parts=parts, text=text)
            case Event():
                return replace(fact, name=None if fact.name is None else _rewritten(fact.name, left, right))
            case Commitment() | Figure():
                return replace(fact, words=_rewritten(fact.words, left, right))

    return shift


def _each(dossier: Dossier, change: Callable[[Fact], Fact]) -> Dossier:
    def changed(facts: tuple[F, ...]) -> tuple[F, ...]:
        return tuple(one for fact in facts if isinstance(one := change(fact), type(fact)))

    return replace(
        dossier,
        events=changed(dossier.events),
        attendees=changed(dossier.attendees),
        commitments=changed(dossier.commitments),
        quotes=changed(dossier.quotes),
        figures=changed(dossier.figures),
    )


@pytest.mark.parametrize(("left", "right"), [(0, 0), (4, 0), (0, 5), (3, 3), (-2, 0), (0, -3), (-1, -2)])
def test_corrections_find_their_facts_under_newer_rules(left: int, right: int) -> None:
    """With other ids and other bounds each decision still hits its fact, and only that one."""
    newer = verified(_each(_renumbered(both()), _shifted(left, right))).value
    assert len(facts_of(newer)) == len(facts_of(both()))
    for act in CORRECTIONS:
        edited = edit(newer, decided(act))
        (fact,) = _marked(edited, 1)
        assert fact.id == f"x-{act.fact.id}"
        assert not edited.marks[fact.id].lost
        assert _shown(fact, act.slot) == act.value
        assert len(facts_of(edited)) == len(facts_of(newer))


def test_every_act_survives_newer_rules() -> None:
    """Leaving out, accepting, cutting, merging, splitting, moving and noting go to the facts under their new ids."""
    rows, quotes = both().attendees, both().quotes
    part = quotes[3].parts[0]
    several = next(row for row in rows if len(row.names) > 1)
    acts: tuple[Act, ...] = (
        LeaveOut(fact=quotes[0]),
        Accept(fact=quotes[1]),
        Annotate(fact=quotes[2], note="n"),
        Trim(fact=quotes[3], parts=(replace(part, end=part.start + 40),)),
        Merge(facts=(rows[1], rows[3])),
        Split(fact=several, names=several.names[1:]),
        Move(fact=quotes[4], after=quotes[6]),
    )
    newer = _renumbered(both())
    edited = edit(newer, decided(*acts))
    assert dormant(newer, decided(*acts)) == ()
    assert edited.marks[f"x-{quotes[0].id}"].left_out
    assert edited.marks[f"x-{quotes[1].id}"].accepted
    assert edited.marks[f"x-{quotes[2].id}"].note == "n"
    assert next(one for one in edited.quotes if one.id == f"x-{quotes[3].id}").trimmed == (False, True)
    assert f"x-{rows[3].id}" not in {row.id for row in edited.attendees}
    assert len(edited.attendees) == len(rows)
    ids = [one.id for one in edited.quotes]
    assert ids.index(f"x-{quotes[4].id}") == ids.index(f"x-{quotes[6].id}") + 1


def test_what_the_rules_no_longer_find_is_kept_as_it_was() -> None:
    """A fact that the editor has decided on comes back under its own name, refers to what is there, and is marked."""
    bare = replace(_renumbered(both()), quotes=(), commitments=(), figures=())
    kept: list[Fact] = [*both().quotes, *both().commitments, *both().figures]
    edited = edit(bare, decided(*(Accept(fact=fact) for fact in kept)))
    assert len(facts_of(edited)) == len(facts_of(both()))
    assert all(edited.marks[fact.id].lost and edited.marks[fact.id].accepted for fact in kept)
    rows = {row.id: row.name for row in edited.attendees}
    for quote in edited.quotes:
        before = next(one for one in both().quotes if one.id == quote.id)
        assert (quote.speaker, quote.text) == (before.speaker, before.text)
        assert quote.speaker_id is None or rows[quote.speaker_id] == quote.speaker
        assert quote.speaker_id is not None or before.speaker_id is None
    events = {None, *(event.id for event in edited.events)}
    assert {one.event for one in edited.quotes} <= events


def test_a_lost_fact_has_no_words_of_a_correction_that_was_taken_back() -> None:
    """The snapshot of a later decision holds an earlier correction; without that decision its words are gone."""
    row = next(one for one in both().attendees if one.roles)
    corrected = edit(both(), decided(Correct(fact=row, slot=Slot.ROLE, value="Duke"))).attendees
    seen = next(one for one in corrected if one.id == row.id)
    without = replace(both(), attendees=tuple(one for one in both().attendees if one.id != row.id))
    edited = edit(without, (Decision(number=2, act=Annotate(fact=seen, note="n")),))
    back = next(one for one in edited.attendees if one.id == row.id)
    assert "Duke" not in {role.text for role in back.roles}
    assert edited.marks[row.id].lost


def test_an_added_fact_that_was_taken_back_does_not_return_with_its_note() -> None:
    """Who takes back what she added is rid of it, though a remark on it is still listed."""
    quote = replace(both().quotes[0], id="mine", evidence=replace(both().quotes[0].evidence, rule="editor"))
    bare = replace(both(), quotes=())
    noted = (Decision(number=2, act=Annotate(fact=quote, note="n")),)
    assert edit(bare, noted).quotes == ()
    assert dormant(bare, noted) == (2,)


def test_what_the_rules_find_later_does_not_stand_beside_what_the_editor_added() -> None:
    """Added by hand first and found by a newer rule then: one fact, the editor's, to which everything refers."""
    row = next(one for one in both().attendees if one.name == "Andriy Yermak")
    quote, figure = both().quotes[0], both().figures[0]
    own_row = replace(row, id="own-row", names=row.names[:1], roles=())
    adds = decided(Add(fact=own_row), Add(fact=replace(quote, id="own-quote")), Add(fact=replace(figure, id=figure.id)))
    edited = edit(both(), adds)
    assert len(facts_of(edited)) == len(facts_of(both()))
    ids = {fact.id for fact in facts_of(edited)}
    assert {"own-row", "own-quote"} <= ids
    assert not {row.id, quote.id} & ids
    assert {one.speaker_id for one in edited.quotes} & {"own-row"}
    assert sum(mark.added for mark in edited.marks.values()) == 3
    assert dormant(both(), adds) == ()


def test_a_corrected_name_is_not_lent_to_a_namesake_in_a_later_article() -> None:
    """A bare surname that the editor named joins a stranger by the rules: the stranger keeps her own name."""
    first = Scribe(article("Minister Silva spoke in Riga. “This is one long day for us,” Silva said.", path="1"))
    second = Scribe(article("Minister Ana Silva left Oslo. “That was our last word on it,” Ana Silva said.", path="2"))
    one = (
        first.source,
        first.findings(
            attendees=(first.person("Silva", role="Minister"),),
            quotes=(first.quote("This is one long day for us,", "Silva"),),
        ),
    )
    other = (
        second.source,
        second.findings(
            attendees=(second.person("Ana Silva", role="Minister"),),
            quotes=(second.quote("That was our last word on it,", "Ana Silva"),),
        ),
    )
    (silva,) = compiled(one).attendees
    decisions = decided(Correct(fact=silva, slot=Slot.NAME, value="Bruno Silva"))
    assert [row.name for row in compiled(one, other).attendees] == ["Ana Silva"]
    edited = edit(compiled(one, other), decisions)
    assert {row.name for row in edited.attendees} == {"Ana Silva", "Bruno Silva"}
    assert {quote.text: quote.speaker for quote in edited.quotes} == {
        "This is one long day for us,": "Bruno Silva",
        "That was our last word on it,": "Ana Silva",
    }
    # The same wrong spelling in another article is the same person's.
    again = Scribe(article("Minister Silva went to Bonn.", path="3"))
    third = (again.source, again.findings(attendees=(again.person("Silva", role="Minister"),)))
    assert [row.name for row in edit(compiled(one, third), decisions).attendees] == ["Bruno Silva"]


def test_a_decision_on_a_clause_does_not_hit_the_clause_around_it() -> None:
    """Where the rules have lost the inner undertaking, the outer one of another verb is left alone."""
    scribe = Scribe(article("Ana Silva agreed to meet again in the spring and pledged to send two ships."))
    outer = scribe.commitment(scribe.source.text[10:-1], "Ana Silva", Kind.AGREED)
    outer = replace(outer, kind_words=scribe.written("agreed"))
    inner = replace(scribe.commitment("pledged to send two ships", "Ana Silva"), kind_words=scribe.written("pledged"))
    seen = compiled((scribe.source, scribe.findings(commitments=(outer, inner))))
    snapshot = next(one for one in seen.commitments if one.kind is Kind.PLEDGED)
    newer = _renumbered(compiled((scribe.source, scribe.findings(commitments=(outer,)))))
    edited = edit(newer, decided(LeaveOut(fact=snapshot)))
    assert [one.kind for one in printed(edited).commitments] == [Kind.AGREED]


def test_a_bare_surname_that_went_to_a_namesake_takes_no_decision_along() -> None:
    """A mention that newer rules give to somebody else does not bring that person the first one's corrections."""
    scribe = Scribe(article("John Smith came. John Smith spoke. Jane Smith sang. Smith bowed."))
    at = scribe.source.text.rindex("Smith")
    bare = Written(text="Smith", span=Span(article=scribe.source.id, start=at, end=at + 5))
    second = scribe.source.text.index("John Smith", 5)
    again = Written(text="John Smith", span=Span(article=scribe.source.id, start=second, end=second + 10))
    john, jane = scribe.person("John Smith"), scribe.person("Jane Smith")
    before = compiled(
        (scribe.source, scribe.findings(attendees=(replace(john, names=(*john.names, again, bare)), jane)))
    )
    snapshot = next(row for row in before.attendees if row.name == "John Smith")
    newer = _renumbered(
        compiled((scribe.source, scribe.findings(attendees=(replace(jane, names=(*jane.names, bare)),))))
    )
    edited = edit(newer, decided(Correct(fact=snapshot, slot=Slot.ROLE, value="Sheriff")))
    assert {row.name: [role.text for role in row.roles] for row in edited.attendees} == {
        "Jane Smith": [],
        "John Smith": ["Sheriff"],
    }
    assert edited.marks[snapshot.id].lost


def test_the_same_id_does_not_make_two_people_one() -> None:
    """The judge of another country has the actor's name, and in another article also the id: she is not corrected."""
    actor = Scribe(article("The actor John Smith sang.", path="1"))
    judge = Scribe(article("The judge John Smith ruled.", path="2"))
    first = compiled(
        (actor.source, actor.findings(attendees=(actor.person("John Smith", role="actor", country="US"),)))
    )
    other = compiled(
        (judge.source, judge.findings(attendees=(judge.person("John Smith", role="judge", country="GB"),)))
    )
    assert first.attendees[0].id == other.attendees[0].id
    decisions = decided(LeaveOut(fact=first.attendees[0]))
    assert edit(other, decisions) == other


def test_a_new_version_of_an_article_keeps_the_decisions() -> None:
    """The same words in an article of another id are the same facts."""
    text = NEWS.source.text
    fresh = Scribe(article(f"Updated. {text}", path="news.txt", published="2031-01-01"))
    again = compiled(
        (
            fresh.source,
            fresh.findings(
                attendees=(fresh.person("Pilar Costa", role="Mayor"),),
                quotes=(fresh.quote("The gates are open to all of you,", "Pilar Costa"),),
                commitments=(fresh.commitment("will pay 7 million euros to the port", "Pilar Costa"),),
                figures=(fresh.figure("7 million euros", "7 million", 7),),
            ),
        )
    )
    for fact in facts_of(compiled(UNRELATED)):
        if not isinstance(fact, Event):
            assert dormant(again, decided(Annotate(fact=fact, note="n"))) == (), fact


# Anything at all.

_FACTS = st.sampled_from(facts_of(both()))


def _strange(fact: Fact, id_: str, shift: int, articles: dict[str, str]) -> Fact:
    """A snapshot of a fact that perhaps never was."""

    def moved(span: Span) -> Span:
        size = span.end - span.start
        start = max(0, span.start + shift)
        return Span(article=articles.get(span.article, span.article), start=start, end=start + size)

    evidence = tuple(map(moved, cited(fact)))
    match fact:
        case Attendee():
            names = tuple(Written(text=name.text, span=moved(name.span)) for name in fact.names)
            return replace(fact, id=id_, names=names)
        case Quote():
            return replace(fact, id=id_, parts=tuple(map(moved, fact.parts)))
        case Event():
            return replace(fact, id=id_, evidence=replace(fact.evidence, spans=evidence))
        case Commitment() | Figure():
            words = Written(text=fact.words.text, span=moved(fact.words.span))
            return replace(fact, id=id_, words=words, evidence=replace(fact.evidence, spans=evidence))


_IDS = st.sampled_from([fact.id for fact in facts_of(both())]) | st.sampled_from(["", "nobody", "\ud800"])
_SHIFTS = st.sampled_from([0, 0, 1, -3, 40, 10**6])
_ARTICLES = st.sampled_from([{}, {found()[0][0].id: "gone"}, {found()[0][0].id: found()[1][0].id}])
SNAPSHOTS = _FACTS | st.builds(_strange, _FACTS, _IDS, _SHIFTS, _ARTICLES)
WORDS = (
    st.none()
    | st.text(max_size=8)
    | st.sampled_from(
        ["remote", "pledged", "UA", "Rustem Umerov", "2027-01-01", "$5 million", "\ud800", "א\u202e", "a\x00b"]
    )
)


def _of(kind: type[F]) -> st.SearchStrategy[F]:
    return SNAPSHOTS.filter(lambda fact: isinstance(fact, kind))  # type: ignore[return-value]


_SPANS = st.builds(
    lambda span, start, size: replace(span, start=max(0, span.start + start), end=max(0, span.start + start) + size),
    st.sampled_from([part for quote in both().quotes for part in quote.parts]),
    st.integers(-5, 50),
    st.integers(1, 120),
)
_MENTIONS = st.sampled_from([name for row in both().attendees for name in (*row.names, *row.roles)])
ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(Accept, fact=SNAPSHOTS),
    st.builds(LeaveOut, fact=SNAPSHOTS),
    st.builds(Correct, fact=SNAPSHOTS, slot=st.sampled_from(Slot), value=WORDS, event=st.none() | _IDS),
    st.builds(Trim, fact=_of(Quote), parts=st.lists(_SPANS, min_size=1, max_size=3).map(tuple)),
    st.lists(_of(Attendee), min_size=2, max_size=4).map(lambda facts: Merge(facts=tuple(facts))),
    st.lists(_of(Quote), min_size=2, max_size=3).map(lambda facts: Merge(facts=tuple(facts))),
    st.lists(_of(Commitment), min_size=2, max_size=3).map(lambda facts: Merge(facts=tuple(facts))),
    st.lists(_of(Event), min_size=2, max_size=3).map(lambda facts: Merge(facts=tuple(facts))),
    st.builds(Split, fact=_of(Attendee), names=st.lists(_MENTIONS, max_size=4).map(tuple)),
    st.builds(Move, fact=SNAPSHOTS, after=st.none() | SNAPSHOTS),
    st.builds(Annotate, fact=SNAPSHOTS, note=st.text(max_size=5)),
    st.builds(Add, fact=SNAPSHOTS),
)


def _sound(dossier: Dossier) -> None:
    """What holds of every dossier: ids, references, marks, and words that stand in the sources."""
    ids = [fact.id for fact in facts_of(dossier)]
    assert len(ids) == len(set(ids))
    assert dossier.marks.keys() <= set(ids)
    rows = {row.id: row.name for row in dossier.attendees}
    for quote in dossier.quotes:
        assert quote.speaker_id is None or rows[quote.speaker_id] == quote.speaker
        cut = " ".join(part.cut(SHELF[part.article].text) for part in quote.parts)
        assert cut.split() == quote.text.split()
    for commitment in dossier.commitments:
        assert commitment.actor_id is None or rows[commitment.actor_id] == commitment.actor
    events = {None, *(event.id for event in dossier.events)}
    assert {one.event for one in dossier.quotes} | {one.event for one in dossier.commitments} <= events
    for row in dossier.attendees:
        at = [attendance.event for attendance in row.attendances]
        assert len(at) == len(set(at))
        assert set(at) <= events
    assert all(holds(fact, SHELF) for fact in facts_of(dossier))
    assert to_record(dossier, lambda notice: notice.code)


@settings(max_examples=250)
@given(st.lists(ACTS, max_size=12))
def test_no_decisions_can_break_a_dossier(acts: list[Act]) -> None:
    """Any acts on any snapshots: the dossier stays sound, and each act shows in a mark or sleeps."""
    decisions = decided(*acts)
    edited = edit(both(), decisions)
    _sound(edited)
    _sound(printed(edited))
    marked = {number for mark in edited.marks.values() for number in mark.decisions}
    assert marked | set(dormant(both(), decisions)) == {decision.number for decision in decisions}
    assert not marked & set(dormant(both(), decisions))
    assert edit(both(), decisions[::-1]) == edited


@settings(max_examples=100)
@given(st.data())
def test_decisions_on_different_slots_do_not_depend_on_their_order(data: st.DataObject) -> None:
    """Corrections of different slots, judgements and notes on different facts: every order gives the same facts."""
    corrections = data.draw(st.lists(st.sampled_from(CORRECTIONS), max_size=8, unique_by=lambda a: (a.fact.id, a.slot)))
    judged = data.draw(st.lists(_FACTS, max_size=4, unique_by=lambda fact: fact.id))
    acts: list[Act] = [
        *corrections,
        *(LeaveOut(fact=fact) for fact in judged),
        *(Annotate(fact=fact, note="n") for fact in judged),
    ]
    one = edit(both(), decided(*acts))
    other = edit(both(), decided(*data.draw(st.permutations(acts))))
    assert facts_of(one) == facts_of(other)
    assert printed(one).attendees == printed(other).attendees


@settings(max_examples=100)
@given(st.lists(ACTS, max_size=8))
def test_an_unrelated_article_changes_nothing_that_was_decided(acts: list[Act]) -> None:
    """Any decisions: one more article about something else changes no edited fact, and its own are untouched."""
    decisions = decided(*acts)
    more = compiled(*found(), UNRELATED)
    own = {fact.id for fact in facts_of(compiled(UNRELATED))}
    before, after = edit(both(), decisions), edit(more, decisions)
    assert set(facts_of(before)) == {fact for fact in facts_of(after) if fact.id not in own}
    assert before.marks == after.marks
    assert dormant(both(), decisions) == dormant(more, decisions)


@given(_FACTS, st.sampled_from([one.id for one in both().articles]))
def test_what_is_left_of_a_fact_is_borne_out_by_the_articles_that_are_left(fact: Fact, gone: str) -> None:
    """Of a fact from two articles the part of the other one is kept, and it holds."""
    left = {name: one for name, one in SHELF.items() if name != gone}
    kept = remaining(fact, left, stated=True)
    assert kept is None or holds(kept, left)
    if isinstance(fact, Attendee) and fact.kind is AttendeeKind.PERSON:
        assert (kept is None) == all(name.span.article == gone for name in fact.names)
