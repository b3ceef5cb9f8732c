"""The facts without Qt: found, worded, queued for review, and the editor's hand on them."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.locale.interface import Interface
from briefing.model.decision import Correct, Move, Slot, Trim
from briefing.model.dossier import Disagreement, Dossier, Subject, Variant
from briefing.model.facts import Attendee, Attribution, Commitment, Evidence, Mode, Quote
from briefing.model.span import Span
from briefing_gui.presenters import facts, review, wording
from briefing_gui.presenters.hand import Hand, mergeable
from briefing_gui.presenters.listing import Badge, Listing
from briefing_gui.presenters.slots import value_of
from briefing_gui.presenters.splitting import mentions_of, split_off
from briefing_gui.presenters.stock import Shelf, Stock
from briefing_gui.presenters.trimming import Trimming, spelled
from tests.gui.seeded import Desk, desk

__all__ = ["desk"]

ENGLISH = Interface(locale="en")


@pytest.fixture
def hand(desk: Desk) -> Hand:
    """A hand on the facts of the sample articles; the dossier follows each decision at once."""
    desk.session.drafted.listen(desk.show)
    return Hand(desk.session)


def person(desk: Desk, name: str) -> Attendee:
    """The attendee of that name."""
    return next(row for row in desk.session.dossier.attendees if row.name == name)


def listed(desk: Desk, place: str, search: str = "", says: Interface = ENGLISH) -> Listing:
    """What a place lists."""
    return Listing(Stock(desk.session), place, says, search)


# Found and worded


def test_each_section_lists_the_facts_it_prints(desk: Desk) -> None:
    """Cover and timeline list events, the sections of facts their own kind, the others none."""
    dossier = desk.session.dossier
    assert facts.facts_at(dossier, "cover") == facts.facts_at(dossier, "timeline") == dossier.events
    assert facts.facts_at(dossier, "quotes") == dossier.quotes
    assert [facts.facts_at(dossier, place) for place in ("glance", "sources", "annex", "own-1")] == [()] * 4
    assert len(listed(desk, "review")) == sum(1 for _ in facts.all_facts(dossier)) > 40


def test_a_fact_is_found_by_its_id(desk: Desk) -> None:
    """Every fact is found again, and what nobody has is not."""
    dossier = desk.session.dossier
    assert all(facts.find(dossier, fact.id) is fact for fact in facts.all_facts(dossier))
    assert facts.find(dossier, "nobody") is None


def test_the_program_speaks_the_users_language_and_sources_their_own(desk: Desk) -> None:
    """Modes and countries are worded for the user; names and roles stay as published."""
    row = person(desk, "Gina Raimondo")
    line = wording.second_line(row, desk.session.dossier, Interface(locale="uk"))
    assert line.startswith("Secretary of Commerce · Сполучені Штати · особисто: ")
    assert wording.headline(row, Interface(locale="uk")) == "Gina Raimondo"


@pytest.mark.parametrize("locale", ["de", "en", "es", "fr", "pl", "pt_BR", "uk"])
def test_every_row_has_words_in_every_language(locale: str, desk: Desk) -> None:
    """No key shows through: what is worded has no dot between two words."""
    says = Interface(locale=locale)
    listing = listed(desk, "review", says=says)
    for one in listing.ids:
        row = listing.row(one)
        assert row is not None
        for text in (row.headline, row.second):
            assert text
            assert not {"window.", "mode.", "kind.", "slot."} & {text[:7], text[:5]}, text


def test_a_request_is_said_to_be_one(desk: Desk) -> None:
    """What somebody asks for is never listed as if it were promised."""
    asked = next(one for one in desk.session.dossier.commitments if one.kind.value == "requested")
    assert " · requested" in wording.second_line(asked, desk.session.dossier, ENGLISH)
    assert wording.slot_name(Slot.ACTOR, asked, ENGLISH) == "Who asks"


@given(st.text(max_size=3000))
def test_any_text_becomes_one_line(text: str) -> None:
    """Control characters, lone surrogates and endless words do no harm, and a cut shows."""
    line = wording.folded(text)
    assert len(line) <= 400
    assert "\n" not in line
    if len(" ".join(text.split())) > 400:
        assert line.endswith("…")


def test_a_long_quotation_is_whole_on_the_card(desk: Desk) -> None:
    """In the list it is cut and says so; at full length not a word of it is missing."""
    quote = replace(desk.session.dossier.quotes[0], text="word " * 2000 + "last", trimmed=(True, False))
    assert wording.headline(quote, ENGLISH).endswith("…”")
    assert wording.whole(quote, ENGLISH) == f"“… {'word ' * 2000}last”"


def test_disagreements_are_listed_to_be_read(desk: Desk) -> None:
    """Each with what it is about and what each source says; none of them is a fact to judge."""
    span = Span(article="a", start=0, end=1)
    values = tuple(Variant(written=words, evidence=(span,)) for words in ("12 December", "13 December"))
    differs = Disagreement(subject=Subject.DATE, about="the forum", values=values)
    desk.session.show(Dossier(articles=(), disagreements=(differs,)), ())
    listing = listed(desk, "disagreements")
    row = listing.row(listing.ids[0])
    assert row is not None
    assert (row.headline, row.second) == ("Date: the forum", "12 December · 13 December")
    assert (row.certainty, listing.left, listing.countable) == (None, 0, False)


def test_the_search_wants_every_word_in_any_order(desk: Desk) -> None:
    """Case does not matter, and roles and organisations are searched too."""
    found = listed(desk, "attendees", "VERKHOVNA speaker")
    assert [found.row(one).headline for one in found.ids] == ["Ruslan Stefanchuk"]  # type: ignore[union-attr]
    assert found.total == len(desk.session.dossier.attendees)
    assert len(listed(desk, "attendees", "verkhovna nobody")) == 0


# The queue


def test_the_least_certain_comes_first(desk: Desk) -> None:
    """The queue holds every fact, sorted by how sure it is; somebody is as sure as the least sure part."""
    listing = listed(desk, "review")
    shelf = Shelf(desk.session.dossier)
    sure = [facts.confidence(shelf.by_id[one]) for one in listing.ids]
    assert sure == sorted(sure)
    row = person(desk, "Rustem Umerov")
    parts = [part.evidence.confidence for part in row.attendances]
    assert facts.confidence(row) == min(parts) < max(parts)


def test_what_is_judged_goes_to_the_end_but_not_under_the_users_eyes(desk: Desk, hand: Hand) -> None:
    """A queue that is being worked through keeps its order; one that is opened anew has what is settled last."""
    first = listed(desk, "review")
    judged = first.ids[0]
    hand.accept([judged])
    assert Listing(hand.stock, "review", ENGLISH, before=first.queue).ids == first.ids
    anew = listed(desk, "review")
    assert anew.ids[-1] == judged
    assert (first.left, anew.left, anew.total) == (first.total, first.total - 1, first.total)


def test_a_remark_and_a_move_are_no_judgement(desk: Desk, hand: Hand) -> None:
    """A fact that was only annotated or moved is still to be reviewed."""
    one, other = (quote.id for quote in desk.session.dossier.quotes[:2])
    hand.annotate(one, "Ask the embassy.")
    hand.move([other], None)
    assert not review.settled(hand.stock.deciding)
    hand.leave_out([one])
    assert review.settled(hand.stock.deciding) == {one}


def test_the_next_to_judge_is_the_next_below_then_the_first() -> None:
    """What is judged is passed over; when nothing is left there is no next."""
    ids = ("a", "b", "c", "d")
    assert review.following(ids, ("b",), {"c"}) == "d"
    assert review.following(ids, ("d",), {"a"}) == "b"
    assert review.following(ids, ("b",), {"a", "c", "d"}) is None
    assert review.following((), (), ()) is None


def test_new_facts_come_behind_a_queue_that_is_worked_through(desk: Desk) -> None:
    """What an article adds meanwhile does not push away what is being looked at."""
    every = tuple(facts.all_facts(desk.session.dossier))
    before = [fact.id for fact in every[10:20]]
    ids = [fact.id for fact in review.queue(every, set(), before)]
    assert ids[:10] == before
    assert sorted(ids) == sorted(fact.id for fact in every)


# The hand


def test_each_action_is_one_step_that_names_its_fact(desk: Desk, hand: Hand) -> None:
    """The menu can say what undo would undo, and undo brings back what was."""
    row = person(desk, "Rustem Umerov")
    before = desk.session.draft
    hand.correct(row.id, Slot.ROLE, "Minister of Defence")
    change = desk.history.changes[-1]
    assert (change.name, change.parameters["fact"]) == ("window.undo.correct", "Rustem Umerov")
    assert ENGLISH.text(change.name, **change.parameters) == "Correct “Rustem Umerov”"
    assert person(desk, "Rustem Umerov").roles[0].text == "Minister of Defence"
    desk.history.undo()
    assert desk.session.draft == before
    assert person(desk, "Rustem Umerov").roles == row.roles


def test_accepting_and_leaving_out_take_each_others_place(desk: Desk, hand: Hand) -> None:
    """The last word counts, the same word twice is no step, and restoring leaves nothing behind."""
    row = person(desk, "Rustem Umerov")
    hand.accept([row.id])
    hand.accept([row.id])
    assert len(desk.history.changes) == 1
    hand.leave_out([row.id])
    assert hand.is_left_out(row.id)
    hand.restore([row.id])
    assert not hand.is_left_out(row.id)
    hand.leave_out([row.id])
    hand.accept([row.id])
    assert not hand.is_left_out(row.id)
    assert desk.session.dossier.marks[row.id].accepted


def test_what_was_decided_shows_before_the_dossier_follows(desk: Desk) -> None:
    """Between a decision and the worker's answer the list shows the decision, and its undoing."""
    hand = Hand(desk.session)
    row = person(desk, "Rustem Umerov")
    hand.leave_out([row.id])
    shown = listed(desk, "attendees").row(row.id)
    assert shown is not None
    assert shown.badges == (Badge.LEFT_OUT,)
    desk.show()
    desk.history.undo()
    shown = listed(desk, "attendees").row(row.id)
    assert shown is not None
    assert shown.badges == ()


def test_what_was_found_stays_known_through_several_corrections(desk: Desk, hand: Hand) -> None:
    """The second correction takes the place of the first, and saying what was found takes both back."""
    row = person(desk, "Rustem Umerov")
    for words in ("Defence minister", "Minister of Defence"):
        hand.correct(row.id, Slot.ROLE, words)
    (decision,) = desk.session.draft.decisions
    assert isinstance(decision.act, Correct)
    assert value_of(decision.act.fact, Slot.ROLE) == "Minister of Defense"
    hand.correct(row.id, Slot.ROLE, "Minister of Defense")
    assert desk.session.draft.decisions == ()


def test_the_same_words_again_are_no_step(desk: Desk, hand: Hand) -> None:
    """Neither what was found nor what was corrected before is decided once more."""
    row = person(desk, "Rustem Umerov")
    hand.correct(row.id, Slot.NAME, "Rustem Umerov")
    assert not desk.history.changes
    hand.correct(row.id, Slot.NAME, "Rustem E. Umerov")
    hand.correct(row.id, Slot.NAME, "Rustem E. Umerov")
    assert len(desk.history.changes) == 1


def test_a_mode_is_corrected_event_by_event(desk: Desk, hand: Hand) -> None:
    """Somebody at two events may have been at one in person and at the other not."""
    row = person(desk, "Rustem Umerov")
    events = [part.event for part in row.attendances]
    assert len(events) == 2
    hand.correct(row.id, Slot.MODE, Mode.REMOTE.value, events[1])
    parts = {part.event: part.mode for part in person(desk, "Rustem Umerov").attendances}
    assert parts == {events[0]: Mode.IN_PERSON, events[1]: Mode.REMOTE}
    assert hand.correction(row.id, Slot.MODE, events[0]) is None


def test_merging_needs_two_of_a_kind(desk: Desk, hand: Hand) -> None:
    """Two people become one under the name of the first; a person and a quotation never do."""
    dossier = desk.session.dossier
    one, other = person(desk, "Rustem Umerov"), person(desk, "Lloyd Austin")
    assert not mergeable((one, dossier.quotes[0]))
    assert not mergeable((one, one))
    hand.merge((one.id, dossier.quotes[0].id))
    assert not desk.history.changes
    hand.merge((other.id, one.id))
    names = [row.name for row in desk.session.dossier.attendees]
    assert "Lloyd Austin" in names
    assert "Rustem Umerov" not in names
    assert len(names) == len(dossier.attendees) - 1


def test_splitting_takes_mentions_with_their_roles(desk: Desk, hand: Hand) -> None:
    """The sentence stands around each mention, a role goes with the name beside it, and each keeps a mention."""
    row = person(desk, "Andriy Yermak")
    mentions = mentions_of(row, desk.session.article)
    assert [mention.name.text for mention in mentions] == ["Andriy Yermak"] * len(row.names)
    staff = next(number for number, one in enumerate(mentions) if one.before.endswith("chief of staff, "))
    assert [role.text for role in mentions[staff].roles] == ["chief of staff"]
    assert split_off(mentions, ()) == split_off(mentions, range(len(mentions))) == ()
    taken = split_off(mentions, [staff])
    hand.split(row.id, taken)
    rows = [one for one in desk.session.dossier.attendees if one.name == "Andriy Yermak"]
    assert len(rows) == 2
    assert {len(one.names) for one in rows} == {1, len(row.names) - 1}


def test_facts_are_moved_together_in_one_step(desk: Desk, hand: Hand) -> None:
    """They keep their order among themselves, and one undo puts all of them back."""
    before = [quote.id for quote in desk.session.dossier.quotes]
    hand.move(before[4:6], before[0])
    after = [quote.id for quote in desk.session.dossier.quotes]
    assert after[:4] == [before[0], before[4], before[5], before[1]]
    assert all(isinstance(one.act, Move) for one in desk.session.draft.decisions)
    desk.history.undo()
    assert [quote.id for quote in desk.session.dossier.quotes] == before


def test_a_note_is_written_and_taken_away(desk: Desk, hand: Hand) -> None:
    """An empty note leaves no decision behind."""
    quote = desk.session.dossier.quotes[0]
    hand.annotate(quote.id, "Said off camera.")
    assert desk.session.dossier.marks[quote.id].note == hand.note(quote.id) == "Said off camera."
    hand.annotate(quote.id, "  ")
    assert hand.note(quote.id) == ""
    assert desk.session.draft.decisions == ()


def test_an_id_that_is_gone_does_nothing(desk: Desk, hand: Hand) -> None:
    """A click on what has just vanished is no step."""
    for act in (hand.accept, hand.leave_out, hand.restore):
        act(["gone"])
    hand.correct("gone", Slot.NAME, "x")
    hand.annotate("gone", "x")
    hand.move(["gone"], None)
    hand.merge(["gone", "too"])
    assert not desk.history.changes


def test_a_read_only_brief_is_left_alone(desk: Desk, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is decided where nothing can be saved."""
    monkeypatch.setattr(type(desk.session), "read_only", property(lambda _self: True))
    hand.accept([desk.session.dossier.quotes[0].id])
    assert not desk.session.draft.decisions


# Trimming


def quote_of(text: str, *parts: tuple[int, int]) -> Quote:
    """A quotation of these stretches of a text."""
    spans = tuple(Span(article="a", start=start, end=end) for start, end in parts)
    return Quote(
        id="q",
        parts=spans,
        text=" ".join(" ".join(span.cut(text) for span in spans).split()) or "x",
        speaker=None,
        speaker_id=None,
        speaker_words=None,
        cue=None,
        attribution=Attribution.UNKNOWN,
        fragment=False,
        language=None,
        event=None,
        evidence=Evidence(spans=spans, rule="r", confidence=1.0),
    )


@given(st.text(alphabet="ab🙂 \n,日", min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_whatever_is_kept_is_cut_from_the_text_at_words(text: str, chance: random.Random) -> None:
    """Parts lie within those of the whole, begin and end at words, and all of them is the whole again."""
    middle = chance.randint(1, len(text))
    whole = quote_of(text, *((start, end) for start, end in ((0, middle), (middle, len(text))) if end > start))
    trimming = Trimming(whole, whole, text)
    if not trimming.words:
        return
    assert trimming.parts() == tuple(part for part in whole.parts if part.cut(text).strip())
    for _ in range(4):
        chance.choice((trimming.move_start, trimming.move_end))(chance.randint(-9, 9))
    parts = trimming.parts()
    assert 0 <= trimming.first <= trimming.last < len(trimming.words)
    assert all(any(own.covers(part) for own in whole.parts) for part in parts)
    kept = trimming.words[trimming.first : trimming.last + 1]
    cut = quote_of(text, *((part.start, part.end) for part in parts))
    assert Trimming(whole, cut, text).parts() == parts
    assert spelled(kept).replace(" ", "") == "".join(" ".join(part.cut(text) for part in parts).split())


def test_a_quotation_is_trimmed_widened_and_whole_again(desk: Desk, hand: Hand) -> None:
    """A second cut starts from all words once more; keeping all of them leaves no decision behind."""
    quote = max(desk.session.dossier.quotes, key=lambda one: len(one.text))
    text = desk.session.article(quote.parts[0].article).text
    words = quote.text.split()

    def cut(first: int, last: int) -> str:
        whole, now = hand.uncut(quote.id), hand.fact(quote.id)
        assert whole is not None
        assert isinstance(now, Quote)
        trimming = Trimming(whole, now, text)
        trimming.keep(first, last)
        hand.trim(quote.id, trimming.parts())
        after = hand.fact(quote.id)
        assert isinstance(after, Quote)
        return after.text

    assert cut(3, 8) == " ".join(words[3:9])
    trimmed = hand.fact(quote.id)
    assert isinstance(trimmed, Quote)
    assert trimmed.trimmed == (True, True)
    assert cut(1, 12) == " ".join(words[1:13])
    assert [type(one.act) for one in desk.session.draft.decisions] == [Trim]
    assert cut(0, len(words) - 1) == quote.text
    assert desk.session.draft.decisions == ()


def test_commitments_have_every_slot_said(desk: Desk) -> None:
    """Each slot of each fact can be asked for; those that are not stated say nothing."""
    sums = [one for one in desk.session.dossier.commitments if one.amount]
    assert {value_of(one, Slot.AMOUNT) for one in sums} == {"about $27 billion", "an additional $50 billion"}
    plain = next(one for one in desk.session.dossier.commitments if one.amount is None)
    assert isinstance(plain, Commitment)
    assert value_of(plain, Slot.AMOUNT) is None
