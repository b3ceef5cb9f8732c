"""Words of strangers, made safe to print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.clean import clean, folded, shortened

LTR, RTL_OVERRIDE, POP, ISOLATE, END = "\u202a", "\u202e", "\u202c", "\u2067", "\u2069"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain & <b>bold</b> {{7*7}} %s", "plain & <b>bold</b> {{7*7}} %s"),
        ("nul\x00bell\x07esc\x1b", "nul�bell�esc�"),
        ("high\ud800low\udfff", "high�low�"),
        ("not\ufffea\uffffcharacter\U0001ffff", "not�a�character�"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("soft\xadhyphen\ufeff", "softhyphen"),
        (f"exe{RTL_OVERRIDE}fdp.doc", "exe�fdp.doc"),
        (f"{RTL_OVERRIDE}abc{POP}d", "�abcd"),
        (f"{LTR}gone{POP} and {ISOLATE}gone{END}", "gone and gone"),
        (f"open{ISOLATE}", "open"),
        ("10\u00a0km, naïve, שלום, 👩\u200d🚀", "10\u00a0km, naïve, שלום, 👩\u200d🚀"),
    ],
)
def test_what_a_page_cannot_hold_is_visibly_replaced(text: str, expected: str) -> None:
    """Controls, surrogates and overrides show, other marks of direction go; all else is left."""
    assert clean(text) == expected


@given(st.text(alphabet=st.characters(codec=None)))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """What is clean stays as it is, and is valid UTF-8."""
    once = clean(text)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


def test_folding_keeps_no_break_spaces() -> None:
    """Line ends and tabs become one space, a writer's no-break space stays."""
    assert folded("  two\n\n words,\t10\u00a0km ") == "two words, 10\u00a0km"


@given(st.text(max_size=60), st.integers(2, 40))
def test_a_label_is_never_longer_than_its_room(text: str, most: int) -> None:
    """Cut labels end with an ellipsis; short ones are whole."""
    label = shortened(text, most)
    assert len(label) <= most
    assert label == folded(text) or label.endswith("…")
