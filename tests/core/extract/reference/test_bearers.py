"""Which of several of one name a bare name means, and slips of the pen in names; texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.extract.reference.respelt import is_slip

Parsed = Callable[..., Parse]
_WORDS = "“We shall build the harbour in two years,” {} said."
_FILLER = "\n".join(f"The road was closed for {days} days." for days in range(2, 27))


def last_speaker(parsed: Parse) -> str | None:
    """Who says the last quotation."""
    clauses = find_clauses(parsed)
    return find_quotes(parsed, clauses, build_cast(parsed, clauses))[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Wang Siming, the only son of the builder Wang Jianguo, came home.\n" + _WORDS.format("Wang"),
            "Wang Siming",
        ),
        (
            f"Maria Keller left the camp.\n{_FILLER}\nPaul Adeyemi lives with his mother Ines Keller.\n"
            + _WORDS.format("Keller"),
            "Ines Keller",
        ),
        (
            "Maria Keller and Thomas Keller run the harbour.\n" + _WORDS.format("Keller"),
            "Keller",
        ),
        ("Jan Eldringer studies tides.\n" + _WORDS.format("Eldriger"), "Jan Eldringer"),
        ("Jan Hansen studies tides. The other is Per Hanssen.\n" + _WORDS.format("Hanson"), "Hanson"),
    ],
)
def test_a_bare_name_is_whom_the_article_s_order_tells(parsed: Parsed, text: str, speaker: str) -> None:
    """A son named with his father, a bearer long out of mind, a couple who stay two, a slip of the pen."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Wang Mei opened the gate. Wang Tao cut the rope. " + _WORDS.format("Wang"), "Wang"),
        ("Minister Li Hua and her deputy, Li Jun, came. " + _WORDS.format("Li"), "Li"),
        ("Wang Mei opened the gate.\nWang Tao cut the rope. " + _WORDS.format("Wang"), "Wang Tao"),
        ("Kim Yong Dae and Kim Jong Hui met in the hall. " + _WORDS.format("Kim"), "Kim"),
        ("Rob Stone met Omar Stone. " + _WORDS.format("Stone"), "Stone"),
        ("Rob Stone came. Mr. Stone met Ms. Sara Stone. " + _WORDS.format("Ms. Stone"), "Sara Stone"),
        ("Minister Wang Mei met Mayor Wang Tao. " + _WORDS.format("Mayor Wang"), "Wang Tao"),
        ("Wang Tao remembered Wang Mei, who died in May. " + _WORDS.format("Wang"), "Wang Tao"),
        ("Rob Stone recalled the late Sara Stone. " + _WORDS.format("Stone"), "Rob Stone"),
        ("Wang Tao came home. “I met Wang Mei at sea,” a sailor said. " + _WORDS.format("Wang"), "Wang Tao"),
    ],
)
def test_a_name_of_two_is_open_unless_one_alone_may_speak(parsed: Parsed, text: str, speaker: str) -> None:
    """Who was named nearest is not meant for that; a title, "Ms", a death, and others' words tell."""
    assert last_speaker(parsed(text)) == speaker


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("eldridge", "eldrige", True),
        ("hasina", "hasian", True),
        ("martens", "martenss", True),
        ("hansen", "hanson", False),
        ("keller", "keller", False),
        ("clinton", "flinton", False),
        ("reed", "reedman", False),
        ("", "", False),
    ],
)
def test_a_slip_leaves_out_puts_in_or_swaps(one: str, other: str, *, same: bool) -> None:
    """Another letter in place of one makes another name."""
    assert is_slip(one, other) is same
