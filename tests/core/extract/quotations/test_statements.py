"""Indirect statements, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Maria Keller said on Monday that the bridge would open in May.",
            [("Maria Keller", "the bridge would open in May")],
        ),
        ("The bridge will open in May, Maria Keller said.", [("Maria Keller", "The bridge will open in May")]),
        (
            "The bridge, Maria Keller said, will open in May.",
            [("Maria Keller", "The bridge, Maria Keller said, will open in May")],
        ),
        ("According to Maria Keller, the bridge will open in May.", [("Maria Keller", "the bridge will open in May")]),
        (
            "Maria Keller told reporters the state will pay, and added that the port comes next.",
            [("Maria Keller", "the state will pay"), ("Maria Keller", "the port comes next")],
        ),
        (
            "KYIV, May 5 — The bridge will open, the ministry said.",
            [("the ministry", "The bridge will open")],
        ),
        (
            "Maria Keller said the bridge was “the best of all” in the region.",
            [("Maria Keller", "the bridge was “the best of all” in the region")],
        ),
        ("“We will build it in May,” Maria Keller said.", []),
        ("Maria Keller did not say that the bridge would open.", []),
        ("Maria Keller asked whether the bridge was safe.", []),
        ("Maria Keller believes that the bridge is safe to use.", []),
        ("If Maria Keller says that the bridge is safe, it is safe.", []),
    ],
)
def test_what_is_reported_is_told_apart_from_what_is_quoted(
    parsed: Parsed, text: str, told: list[tuple[str, str]]
) -> None:
    """The reported clause with its speaker; nothing of denials, questions, thoughts, conditions and quotations."""
    found = findings_of(parsed(text))
    assert [(each.speaker, each.words.text) for each in found.statements] == told
    for each in found.statements:
        assert each.words.span.cut(text) == each.words.text
        assert all(each.words.text != quote.text for quote in found.quotes)
