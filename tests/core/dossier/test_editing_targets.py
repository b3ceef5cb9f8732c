"""Small cases in which a decision could miss its fact, or hit another one."""

from __future__ import annotations

from dataclasses import replace

from briefing.dossier.editing import dormant, edit
from briefing.model.decision import Accept, Act, Add, Annotate, Correct, Decision, LeaveOut, Merge, Slot, Trim
from briefing.model.dossier import Dossier, Mark
from briefing.model.facts import Attendance, Attendee, Figure, Mode, Quote
from briefing.model.span import Span, Stated, Written
from tests.core.dossier.build import Scribe, article
from tests.core.dossier.seeds import both, compiled

TEXT = (
    "Minister Ana Silva attended the summit. Later she joined the forum by video link.\n"
    "“We will win this. He told me ‘do not go’ and left. That is all,” Ana Silva said.\n"
    "There were 250 companies from 30 countries."
)
SCRIBE = Scribe(article(TEXT))


def _after(dossier: Dossier, *acts: Act) -> Dossier:
    return edit(dossier, [Decision(number=number, act=act) for number, act in enumerate(acts, start=1)])


def _alone(**facts: tuple[object, ...]) -> Dossier:
    return compiled((SCRIBE.source, SCRIBE.findings(**facts)))


def _figure(words: str, number: str) -> Figure:
    return SCRIBE.figure(words, number, int(number))


def test_a_number_within_the_phrase_of_another_is_told_apart() -> None:
    """Left out is the number that was meant, though newer rules have only the phrase around it."""
    seen = _alone(figures=(_figure("250 companies from 30 countries", "250"), _figure("30 countries", "30"))).figures[1]
    newer = _alone(figures=(_figure("250 companies from 30 countries", "250"),))
    edited = _after(newer, LeaveOut(fact=replace(seen, id="old")))
    assert not edited.marks.get(newer.figures[0].id)
    shorter = _alone(figures=(_figure("250 companies", "250"),))
    found = _after(shorter, Annotate(fact=replace(newer.figures[0], id="old"), note="n"))
    assert found.marks[shorter.figures[0].id].note == "n"


def test_a_quotation_that_newer_rules_take_with_its_neighbours_is_still_the_one() -> None:
    """The same speaker's longer quotation takes the decision; somebody else's, around an inner one, does not."""
    whole = "We will win this. He told me ‘do not go’ and left. That is all,"
    newer = _alone(quotes=(SCRIBE.quote(whole, "Ana Silva"),))
    part = replace(_alone(quotes=(SCRIBE.quote("That is all,", "Ana Silva"),)).quotes[0], id="old")
    assert _after(newer, Accept(fact=part)).marks == {newer.quotes[0].id: _mark_of(newer, Accept(fact=newer.quotes[0]))}
    inner = replace(_alone(quotes=(SCRIBE.quote("do not go", "He"),)).quotes[0], id="old")
    edited = _after(newer, LeaveOut(fact=inner))
    assert {row for row, mark in edited.marks.items() if mark.left_out} == {"old"}


def _mark_of(dossier: Dossier, act: Act) -> Mark:
    (mark,) = _after(dossier, act).marks.values()
    return mark


def test_a_copy_in_another_article_that_is_now_the_best_is_still_the_one() -> None:
    """The wording and one of its sentences are the same, the words stand elsewhere, and the id has changed."""
    copy = Scribe(article(f"A copy. {TEXT}"))
    first, second = (one.quote("We will win this.", "Ana Silva") for one in (SCRIBE, copy))
    seen = compiled(
        (SCRIBE.source, SCRIBE.findings(quotes=(first,))),
        (copy.source, copy.findings(quotes=(replace(second, evidence=replace(second.evidence, confidence=0.5)),))),
    )
    newer = compiled(
        (SCRIBE.source, SCRIBE.findings(quotes=(replace(first, evidence=replace(first.evidence, confidence=0.5)),))),
        (copy.source, copy.findings(quotes=(second,))),
    )
    assert seen.quotes[0].parts != newer.quotes[0].parts
    edited = _after(newer, Accept(fact=replace(seen.quotes[0], id="old")))
    assert edited.marks.keys() == {newer.quotes[0].id}
    assert len(edited.quotes) == 1


def test_a_cut_of_words_that_newer_rules_no_longer_take_is_kept() -> None:
    """The quotation as the editor saw it was longer; her cut is within that one."""
    seen = replace(_alone(quotes=(SCRIBE.quote("We will win this. He told me", "Ana Silva"),)).quotes[0], id="old")
    newer = _alone(quotes=(SCRIBE.quote("win this. He told me", "Ana Silva"),))
    edited = _after(newer, Trim(fact=seen, parts=(SCRIBE.place("We will win"),)))
    assert [(one.text, one.trimmed) for one in edited.quotes] == [("We will win", (False, True))]


def test_a_lost_quotation_that_was_cut_stays_marked_as_cut() -> None:
    """Only the cut words are left of it: a further cut at the end does not make the start whole again."""
    dossier = _alone(quotes=(SCRIBE.quote("We will win this. He told me", "Ana Silva"),))
    (cut,) = _after(dossier, Trim(fact=dossier.quotes[0], parts=(SCRIBE.place("will win this."),))).quotes
    (again,) = _after(_alone(), Trim(fact=cut, parts=(SCRIBE.place("will win"),))).quotes
    assert (again.text, again.trimmed) == ("will win", (True, True))


def test_words_that_stand_twice_in_a_new_version_are_not_guessed() -> None:
    """Which of the two the editor kept cannot be told: the quotation stays whole, and she is told."""
    fresh = Scribe(article("“We will win this. Yes, we will win this now,” Ana Silva said."))
    newer = compiled(
        (
            fresh.source,
            fresh.findings(quotes=(fresh.quote("We will win this. Yes, we will win this now,", "Ana Silva"),)),
        )
    )
    seen = _alone(quotes=(SCRIBE.quote("We will win this. He told me", "Ana Silva"),)).quotes[0]
    snapshot = replace(seen, id=newer.quotes[0].id, evidence=newer.quotes[0].evidence)
    edited = _after(newer, Trim(fact=snapshot, parts=(SCRIBE.place("win this"),)))
    assert edited.quotes == newer.quotes
    assert [notice.code for notice in edited.notices] == ["trim-does-not-fit"]
    (cut,) = _after(newer, Trim(fact=snapshot, parts=(SCRIBE.place("We will win"),))).quotes
    assert cut.text == "We will win"


def _two_parts() -> Attendee:
    row = SCRIBE.person("Ana Silva", mode=Mode.IN_PERSON, words="attended", event="ethe summit")
    joined = Attendance(
        event="ethe forum",
        mode=Mode.REMOTE,
        words=SCRIBE.words("joined the forum by video link"),
        evidence=SCRIBE.proof("Later she joined the forum by video link."),
    )
    return replace(row, attendances=(*row.attendances, joined))


EVENTS = (SCRIBE.event("the summit"), SCRIBE.event("the forum"))


def test_a_mode_finds_its_attendance_when_the_event_has_another_id() -> None:
    """By the sentence; the words that settled the old mode are gone, as they do not say the new one."""
    dossier = _alone(events=EVENTS, attendees=(_two_parts(),))
    (row,) = dossier.attendees
    remote = next(a for a in row.attendances if a.mode is Mode.REMOTE)
    act = Correct(fact=row, slot=Slot.MODE, value="absent", event=remote.event)
    renamed = replace(
        dossier,
        events=tuple(replace(one, id=f"x-{one.id}") for one in dossier.events),
        attendees=(replace(row, attendances=tuple(replace(a, event=f"x-{a.event}") for a in row.attendances)),),
    )
    (changed,) = _after(renamed, act).attendees
    assert {a.event: (a.mode, a.words) for a in changed.attendances} == {
        f"x-{remote.event}": (Mode.ABSENT, None),
        f"x-{row.attendances[0].event}": (Mode.IN_PERSON, row.attendances[0].words),
    }


def test_a_mode_of_an_attendance_that_the_rules_have_lost_is_kept() -> None:
    """The attendance comes back with what the editor said of it, at its event."""
    dossier = _alone(events=EVENTS, attendees=(_two_parts(),))
    (row,) = dossier.attendees
    act = Correct(fact=row, slot=Slot.MODE, value="represented", event=row.attendances[1].event)
    poorer = replace(dossier, attendees=(replace(row, attendances=row.attendances[:1]),))
    (changed,) = _after(poorer, act).attendees
    assert {a.event: a.mode for a in changed.attendances} == {
        row.attendances[0].event: Mode.IN_PERSON,
        row.attendances[1].event: Mode.REPRESENTED,
    }


def test_the_first_mode_is_the_one_that_was_first_when_the_editor_saw_it() -> None:
    """A weightier attendance that comes with another article is not the one that was corrected."""
    dossier = _alone(events=EVENTS, attendees=(_two_parts(),))
    (row,) = dossier.attendees
    seen = replace(row, attendances=row.attendances[1:])
    (changed,) = _after(dossier, Correct(fact=seen, slot=Slot.MODE, value="absent")).attendees
    assert {a.event: a.mode for a in changed.attendances} == {
        row.attendances[0].event: Mode.IN_PERSON,
        row.attendances[1].event: Mode.ABSENT,
    }


def test_an_added_fact_finds_its_people_and_event_when_they_have_other_ids() -> None:
    """By the mention beside it, else by name, and the one event of its article; else its words stand alone."""
    event = EVENTS[0]
    row = replace(SCRIBE.person("Ana Silva"), names=(SCRIBE.written("Ana Silva"),), name="Ana Silva")
    dossier = _alone(events=(event,), attendees=(row,))
    quote = replace(SCRIBE.quote("We will win this.", "Minister"), speaker_id="no-row", event="no-event")
    beside = replace(quote, speaker_words=SCRIBE.written("Ana Silva"))
    for added, speaker, known in (
        (beside, "Ana Silva", True),
        (replace(quote, speaker="ana silva", speaker_words=None), "Ana Silva", True),
        (replace(quote, speaker_words=None), "Minister", False),
    ):
        (one,) = _after(dossier, Add(fact=added)).quotes
        assert (one.speaker, one.event) == (speaker, dossier.events[0].id)
        assert one.speaker_id == (dossier.attendees[0].id if known else None)
    (one,) = _after(_alone(events=EVENTS), Add(fact=beside)).quotes
    assert one.event is None


def test_a_merged_row_is_left_out_or_lost_only_as_a_whole() -> None:
    """One part that is printed, or that the rules found, makes the row so."""
    one, other = both().quotes[:2]
    mark = _mark_of_merge(LeaveOut(fact=other), one, other)
    assert not mark.left_out
    gone = replace(both(), quotes=tuple(quote for quote in both().quotes if quote.id != other.id))
    edited = _after(gone, Merge(facts=(one, other)))
    assert not edited.marks[one.id].lost
    assert set(other.evidence.spans) <= set(next(q for q in edited.quotes if q.id == one.id).evidence.spans)
    assert _after(both(), LeaveOut(fact=one), LeaveOut(fact=other), Merge(facts=(one, other))).marks[one.id].left_out


def _mark_of_merge(act: Act, one: Quote, other: Quote) -> Mark:
    return _after(both(), act, Merge(facts=(one, other))).marks[one.id]


def test_what_the_editor_emptied_is_not_filled_by_merging() -> None:
    """The first row's country was taken away by hand: the second row's does not come in its place."""
    one, other = (row for row in both().attendees if row.country == "UA" and row.name.endswith(("Umerov", "Yermak")))
    edited = _after(both(), Correct(fact=one, slot=Slot.COUNTRY, value=None), Merge(facts=(one, other)))
    assert next(row for row in edited.attendees if row.id == one.id).country is None


def test_the_editors_mode_goes_before_a_weightier_one_of_the_same_event() -> None:
    """Merging with a row that was seen in person does not undo what the editor said."""
    scribe = Scribe(article("Ana Silva sent word. Silva Ana attended the summit."))
    event = scribe.event("the summit")
    rows = (
        scribe.person("Ana Silva", event=event.id),
        scribe.person("Silva Ana", event=event.id, mode=Mode.IN_PERSON, words="attended"),
    )
    dossier = compiled((scribe.source, scribe.findings(events=(event,), attendees=rows)))
    one = next(row for row in dossier.attendees if row.name == "Ana Silva")
    other = next(row for row in dossier.attendees if row.name == "Silva Ana")
    (row,) = _after(dossier, Correct(fact=one, slot=Slot.MODE, value="absent"), Merge(facts=(other, one))).attendees
    assert [a.mode for a in row.attendances] == [Mode.ABSENT]


def test_a_touched_fact_that_its_source_does_not_bear_out_goes_with_a_notice() -> None:
    """The last look before print does not trust what it was given, and nothing refers to what has gone."""
    row = both().attendees[0]
    false = replace(row, names=(Written(text="x" * len(row.names[0].text), span=row.names[0].span), *row.names[1:]))
    dossier = replace(both(), attendees=(false, *both().attendees[1:]))
    edited = _after(dossier, Accept(fact=false))
    assert row.id not in {one.id for one in edited.attendees}
    assert row.id not in {one.speaker_id for one in edited.quotes}
    assert row.id not in edited.marks
    assert [notice.code for notice in edited.notices[len(both().notices) :]] == ["fact-not-in-source"]


def test_a_correction_of_a_merged_row_holds_when_the_merging_is_taken_back() -> None:
    """The first row lent its id and takes the correction; the other is as it was found."""
    one, other = both().attendees[:2]
    merged = next(row for row in _after(both(), Merge(facts=(one, other))).attendees if row.id == one.id)
    act = Correct(fact=merged, slot=Slot.ROLE, value="Envoy")
    edited = edit(both(), [Decision(number=2, act=act)])
    assert edited.marks.keys() == {one.id}
    assert next(row for row in edited.attendees if row.id == other.id) == other


def test_editing_twice_is_editing_once() -> None:
    """What has been decided stays so if the edited dossier is edited again with the same decisions."""
    row, quote = both().attendees[0], both().quotes[0]
    part = quote.parts[0]
    acts: tuple[Act, ...] = (
        Correct(fact=row, slot=Slot.NAME, value="A. Name"),
        Correct(fact=row, slot=Slot.ROLE, value="Envoy"),
        Trim(fact=quote, parts=(replace(part, end=part.start + 30),)),
        Correct(fact=both().figures[0], slot=Slot.AMOUNT, value="about 60%"),
        LeaveOut(fact=both().figures[1]),
    )
    once = _after(both(), *acts)
    assert _after(once, *acts) == once
    assert dormant(once, [Decision(number=n, act=act) for n, act in enumerate(acts)]) == ()
    assert isinstance(once.figures[0].words, Stated)


def test_a_strangers_snapshot_of_endless_length_is_looked_for_in_no_time() -> None:
    """A place that a file claims is walked no further than there is text."""
    dossier = both()
    one = dossier.commitments[0]
    endless = Span(article=one.words.span.article, start=0, end=10**15)
    seen = replace(one, id="other", evidence=replace(one.evidence, spans=(endless,)))
    assert edit(dossier, (Decision(number=1, act=Accept(fact=seen)),)).marks[one.id].accepted
