"""A quotation cut at its ends is still what was said, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.editing import dormant, edit
from briefing.dossier.verifying import holds
from briefing.model.decision import Act, Correct, Decision, Slot, Trim
from briefing.model.dossier import Dossier
from briefing.model.facts import Quote
from briefing.model.notice import Severity
from briefing.model.span import Span
from tests.core.dossier.build import Scribe, article
from tests.core.dossier.seeds import both, compiled

WHOLE = "We can't  pay\n1,000 euros to non-aligned states now, but we will."
TEXT = f"“{WHOLE}” Ana Silva said. “Not today,” she added, “and not tomorrow,” before she left, “but one day.”"
SCRIBE = Scribe(article(TEXT))
PARTS = tuple(SCRIBE.place(words) for words in ("Not today,", "and not tomorrow,", "but one day."))


def _dossier() -> Dossier:
    one = SCRIBE.quote(WHOLE, "Ana Silva")
    three = replace(SCRIBE.quote("Not today,"), parts=PARTS, text="Not today, and not tomorrow, but one day.")
    return compiled((SCRIBE.source, SCRIBE.findings(quotes=(one, three))))


def _cut(quote: Quote, *parts: Span, dossier: Dossier | None = None) -> tuple[Quote, Dossier]:
    dossier = dossier or _dossier()
    edited = edit(dossier, (Decision(number=1, act=Trim(fact=quote, parts=parts)),))
    return next(one for one in edited.quotes if one.id == quote.id), edited


@pytest.mark.parametrize(
    ("kept", "text", "trimmed"),
    [
        ("to non-aligned states now", "to non-aligned states now", (True, True)),
        ("We can't  pay\n1,000 euros", "We can't pay 1,000 euros", (False, True)),
        ("but we will", "but we will", (True, False)),
        (f" {WHOLE[3:]}", " ".join(WHOLE[3:].split()), (True, False)),
        # Half a word says something else: the cut moves out to the word's end.
        ("can", "can't", (True, True)),
        ("aligned states", "non-aligned states", (True, True)),
        ("000 euro", "1,000 euros", (True, True)),
    ],
)
def test_whole_words_are_kept_and_what_goes_is_marked(kept: str, text: str, trimmed: tuple[bool, bool]) -> None:
    """The text is cut from the source again; white space is folded; only lost words count as lost."""
    quote, edited = _cut(_dossier().quotes[0], SCRIBE.place(kept.strip()))
    assert (quote.text, quote.trimmed) == (text, trimmed)
    assert holds(quote, {SCRIBE.source.id: SCRIBE.source})
    assert edited.marks[quote.id].decisions == (1,)


@pytest.mark.parametrize(
    ("parts", "text", "trimmed"),
    [
        (PARTS[:2], "Not today, and not tomorrow,", (False, True)),
        (PARTS[1:], "and not tomorrow, but one day.", (True, False)),
        (PARTS[1:2], "and not tomorrow,", (True, True)),
        ((SCRIBE.place("today,"), PARTS[1], SCRIBE.place("but one")), "today, and not tomorrow, but one", (True, True)),
    ],
)
def test_parts_go_from_the_ends(parts: tuple[Span, ...], text: str, trimmed: tuple[bool, bool]) -> None:
    """Of a quotation in parts, some at the end may go, and those at the ends may be shorter."""
    quote, _ = _cut(_dossier().quotes[1], *parts)
    assert (quote.text, quote.trimmed) == (text, trimmed)


@pytest.mark.parametrize(
    "parts",
    [
        (PARTS[0], PARTS[2]),
        PARTS[::-1],
        (SCRIBE.place("Not"), PARTS[1]),
        (PARTS[0], SCRIBE.place("tomorrow,")),
        (SCRIBE.place("Not"), SCRIBE.place("today,")),
        (PARTS[0], PARTS[0]),
        (SCRIBE.place("Ana Silva"),),
        (SCRIBE.place("now, but we will.” Ana"),),
        (replace(PARTS[0], start=PARTS[0].end - 1),),
        (replace(PARTS[0], article="elsewhere"),),
        (replace(PARTS[0], end=10**9),),
    ],
)
def test_nothing_is_cut_out_of_the_middle_or_put_together(parts: tuple[Span, ...]) -> None:
    """What is not a stretch of the quotation leaves it as it was found, and the editor is told."""
    dossier = _dossier()
    quote, edited = _cut(dossier.quotes[1], *parts)
    assert quote == dossier.quotes[1]
    assert [(n.severity, n.code, n.parameters["words"]) for n in edited.notices] == [
        (Severity.WARNING, "trim-does-not-fit", quote.text)
    ]
    assert dormant(dossier, (Decision(number=1, act=Trim(fact=quote, parts=parts)),)) == (1,)


def test_the_last_of_two_cuts_counts_and_may_be_longer() -> None:
    """A second cut is made of the whole quotation, not of what the first has left."""
    dossier = _dossier()
    quote = dossier.quotes[0]
    acts = [Trim(fact=quote, parts=(SCRIBE.place(words),)) for words in ("1,000 euros", "pay\n1,000 euros to")]
    edited = edit(dossier, [Decision(number=number, act=act) for number, act in enumerate(acts)])
    assert edited.quotes[0].text == "pay 1,000 euros to"


def test_a_cut_finds_its_words_in_a_new_version_of_the_article() -> None:
    """The words that were kept are looked for where the quotation stands now."""
    fresh = Scribe(article(f"Corrected version. {TEXT}"))
    quote = _dossier().quotes[1]
    parts = tuple(fresh.place(part.cut(TEXT)) for part in PARTS)
    moved = replace(fresh.quote("Not today,"), parts=parts, text=quote.text)
    dossier = compiled((fresh.source, fresh.findings(quotes=(moved,))))
    cut, edited = _cut(quote, PARTS[1], SCRIBE.place("but one"), dossier=dossier)
    assert cut.id == dossier.quotes[0].id
    assert (cut.text, cut.trimmed) == ("and not tomorrow, but one", (True, True))
    assert edited.notices == ()


def test_a_cut_whose_words_are_not_there_any_more_is_told() -> None:
    """A new version of the article in which the words stand twice, or not at all, has the quotation whole."""
    fresh = Scribe(article(TEXT.replace("Not today,", "Not today, no, not now,")))
    quote = _dossier().quotes[1]
    parts = tuple(fresh.place(words) for words in ("Not today, no, not now,", "and not tomorrow,", "but one day."))
    moved = replace(
        fresh.quote("but one day."), parts=parts, text="Not today, no, not now, and not tomorrow, but one day."
    )
    dossier = compiled((fresh.source, fresh.findings(quotes=(moved,))))
    target = replace(quote, id=dossier.quotes[0].id, evidence=dossier.quotes[0].evidence)
    cut, edited = _cut(target, *PARTS[:2], dossier=dossier)
    assert cut == dossier.quotes[0]
    assert [notice.code for notice in edited.notices] == ["trim-does-not-fit"]


def test_letters_without_spaces_between_words_can_be_cut_anywhere() -> None:
    """Scripts that write no spaces have no word ends to move to."""
    scribe = Scribe(article("王毅说：“我们将继续支持和平进程。”"))
    dossier = compiled((scribe.source, scribe.findings(quotes=(scribe.quote("我们将继续支持和平进程。"),))))
    cut, _ = _cut(dossier.quotes[0], scribe.place("继续支持"), dossier=dossier)
    assert (cut.text, cut.trimmed) == ("继续支持", (True, True))


@given(st.data())
def test_no_cut_ever_makes_other_words(data: st.DataObject) -> None:
    """Whatever is cut, in whatever parts: the words are a stretch of the quotation, and whole ones."""
    quote = data.draw(st.sampled_from(both().quotes))
    texts = {one.id: one.text for one in both().articles}
    bounds = st.tuples(
        st.integers(quote.parts[0].start - 3, quote.parts[-1].end + 3),
        st.integers(1, 400),
        st.just(quote.parts[0].article),
    )
    spans = [
        Span(article=id_, start=start, end=start + size)
        for start, size, id_ in data.draw(st.lists(bounds, min_size=1, max_size=3))
    ]
    cut, _ = _cut(quote, *spans, dossier=both())
    assert holds(cut, {one.id: one for one in both().articles})
    assert cut.text in quote.text
    text = texts[cut.parts[0].article]
    for edge in (cut.parts[0].start, cut.parts[-1].end):
        assert not (text[edge - 1].isalnum() and text[edge].isalnum())


def test_a_cut_quotation_can_be_given_another_speaker() -> None:
    """Two decisions on one quotation do not stand in each other's way."""
    dossier = _dossier()
    quote = dossier.quotes[0]
    shown, _ = _cut(quote, SCRIBE.place("but we will"))
    acts: tuple[Act, ...] = (
        Trim(fact=quote, parts=(SCRIBE.place("but we will"),)),
        Correct(fact=shown, slot=Slot.SPEAKER, value=None),
    )
    edited = edit(dossier, [Decision(number=number, act=act) for number, act in enumerate(acts)])
    assert (edited.quotes[0].text, edited.quotes[0].speaker) == ("but we will", None)
