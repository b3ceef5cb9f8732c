"""Word lists as regular expressions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.lexis.lexicon import alternatives

WORDS = st.text(alphabet="abAB c-.", min_size=1, max_size=6).map(str.strip).filter(bool)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@given(words=st.lists(WORDS, max_size=8), text=st.text(alphabet="abAB  c-.", max_size=40))
def test_beginnings_are_shared_and_nothing_else_is_changed(flags: int, words: list[str], text: str) -> None:
    """What is found is what a plain list of the words, the longest first, finds."""
    plain = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=lambda w: (-len(w), w)))
    for after in ("", r"(?!\w)", "c"):
        found = [match.span() for match in re.finditer(alternatives(words) + after, text, flags)]
        assert found == [match.span() for match in re.finditer(f"(?:{plain}){after}", text, flags)]


def test_white_space_is_any_white_space() -> None:
    """Of a word list and of the text."""
    assert re.fullmatch(alternatives(["prime  minister"]), "prime\n\u00a0minister")
