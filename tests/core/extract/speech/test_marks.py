"""Pairing of quotation marks, paragraph by paragraph."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.speech.mark_signs import read_namer
from briefing.extract.speech.marks import Pairing, pair_marks


def pair(text: str) -> Pairing:
    """Its marks, a line being a paragraph."""
    return pair_marks(text, [match.span() for match in re.finditer(r"[^\n]+", text)])


def inside(text: str) -> list[str]:
    """The words in marks."""
    return [text[stretch.start : stretch.end] for stretch in pair(text).stretches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We came to help," she said. "All of us."', ["We came to help,", "All of us."]),
        ("“Opened twice “is one” quotation", ["Opened twice", "is one"]),
        ("„Wir kommen“, sagte er. »Bald«, rief sie.", ["Wir kommen", "Bald"]),
        ("«Ми прийдемо», — сказав він. „Tak”, dodał.", ["Ми прийдемо", "Tak"]),
        ("« Nous viendrons », a-t-il dit.", ["Nous viendrons"]),
        ("``Hello there,'' he said. ''Go,'' she said.", ["Hello there,", "Go,"]),
        ("'I don't know the workers' rights,' she said. 'No.'", ["I don't know the workers' rights,", "No."]),
        ("‘It’s the players’ turn, they’re ready.’ He left.", ["It’s the players’ turn, they’re ready."]),
        ("“He told me ‘stop’ and I did,” she said.", ["He told me ‘stop’ and I did,"]),
        ('"He said "stop" to me," she said.', ['He said "stop" to me,']),
        ('“One kind and the other," he said.', ["One kind and the other,"]),
        ("In the '90s it wasn't the workers' turn.", []),
        ('He is 6\'2" tall, and "big" for it.', ["big"]),
        ('<a class="x" href="y">none</a>', []),
    ],
)
def test_every_kind_of_mark_is_paired(text: str, expected: list[str]) -> None:
    """Straight, curly, low, angled, doubled and nested marks are told from apostrophes, inches and attributes."""
    assert inside(text) == expected


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    """An unclosed quotation is flagged, ends before the next one, and leaves that one whole."""
    text = "“We will build it, he said.\n“I agree,” she said.\n“Never closed and “closed again,” he said."
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found = pair_marks(text, lines, re.compile(", (?:he|she) said"))
    assert [(text[s.start : s.end], s.closed) for s in found.stretches if s.closed] == [
        ("I agree,", True),
        ("closed again,", True),
    ]
    assert [flaw.code for flaw in found.flaws] == ["not_closed", "not_closed"]


def test_a_mark_repeated_at_each_paragraph_makes_one_quotation() -> None:
    """A long quotation opens at every paragraph and closes once; none of it is a flaw."""
    found = pair("“First.\n“Second.\n“Third,” he said.")
    assert [stretch.runs_on for stretch in found.stretches] == [True, True, False]
    assert all(stretch.closed for stretch in found.stretches)
    assert found.flaws == ()


def test_a_mark_that_closes_alone_is_flagged() -> None:
    """A closing mark without an opening one is reported where it stands."""
    text = "They came, he said.”"
    assert [(flaw.code, text[flaw.start : flaw.end]) for flaw in pair(text).flaws] == [("not_opened", "”")]


@given(st.text(alphabet="ab '\"“”‘’„«»\n.,", max_size=80))
def test_spans_cut_words_without_their_marks(text: str) -> None:
    """Whatever the marks, stretches are in order, inside the text, apart from each other and never blank."""
    last = 0
    for stretch in pair(text).stretches:
        assert last <= stretch.start < stretch.end <= len(text)
        assert text[stretch.start : stretch.end].strip()
        last = stretch.end


def test_a_paragraph_of_nothing_but_marks_takes_no_time() -> None:
    """Fifty thousand marks cost a second or two, not the square of their number."""
    begun = time.perf_counter()
    pair("' \"“" * 20_000)
    assert time.perf_counter() - begun < 5


def test_marks_the_wrong_way_round_still_pair() -> None:
    """`”It is lost“, she said`: the closing curl opens and the opening one closes."""
    text = "”It is a plane that would be lost“, she said. ”And gone,“ he said."
    pairing = pair_marks(text, [(0, len(text))])
    assert [text[each.start : each.end] for each in pairing.stretches] == [
        "It is a plane that would be lost",
        "And gone,",
    ]
    assert pairing.flaws == ()


@given(
    st.lists(st.sampled_from(["“", "”", "‘", "’", '"', "\n", " ", "Ana", "Luis", "said", ",", ".", ":"]), max_size=60)
)
def test_telling_speakers_apart_only_parts_what_was_joined(pieces: list[str]) -> None:
    """With the speakers looked at, stretches stay in order and apart, and never more of them run on than without."""
    text = "".join(pieces)
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found = pair_marks(text, lines, namer=read_namer("en")).stretches
    assert all(here.end < below.start for here, below in itertools.pairwise(found))
    runs_on = {stretch.start for stretch in found if stretch.runs_on}
    assert runs_on <= {stretch.start for stretch in pair(text).stretches if stretch.runs_on}


def test_a_long_article_of_open_marks_takes_no_time_with_its_speakers() -> None:
    """Twenty thousand paragraphs that only open a mark, and one that runs for long, are read in one pass."""
    text = "Ana said: " + "“No.\n" * 20_000 + "“No,” " + "x " * 50_000
    begun = time.perf_counter()
    pair_marks(text, [match.span() for match in re.finditer(r"[^\n]+", text)], namer=read_namer("en"))
    assert time.perf_counter() - begun < 5


def test_who_is_named_beside_a_mark_is_found_behind_any_word() -> None:
    """A word of a hundred thousand letters takes no time, and the sentence before the verb's is still cut off."""
    namer = read_namer("en")
    begun = time.perf_counter()
    assert namer.named("a" * 100_000 + " They came. Ana Cruz said") == ("Ana", "Cruz")
    assert time.perf_counter() - begun < 1
