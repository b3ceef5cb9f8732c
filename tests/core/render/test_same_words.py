"""Whatever the manuscript, Word and PDF print the same words in the same order: those of its runs."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.model.manuscript import Manuscript, runs_of
from briefing.model.printed import Printed
from briefing.render.registry import reader_for, renderer_for
from tests.core.render.strategies import manuscripts

_EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_UNSEEN = re.compile("[\\s\u00ad\ufffd\ufffe\uffff\x00-\x1f\x7f-\x9f\ud800-\udfff-]+")
"""White space, hyphens, and what one format or the other replaces by U+FFFD."""


def folded(text: str) -> str:
    """The letters alone, compatible forms made one."""
    visible = "".join(character for character in text if unicodedata.category(character) not in ("Cf", "Cn", "Co"))
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", visible))


def expected(manuscript: Manuscript) -> str:
    """All words of the manuscript in reading order."""
    return "\n".join("".join(run.text for run in runs) for block in manuscript.blocks for runs in runs_of(block))


def printed(manuscript: Manuscript, suffix: str) -> Printed:
    """The finished file as it reads."""
    data = renderer_for(suffix).render(manuscript)
    return reader_for(data)(data)


@pytest.mark.slow
@_EXAMPLES
@given(manuscripts())
def test_both_formats_print_the_words_of_the_runs_in_their_order(manuscript: Manuscript) -> None:
    """Neither format loses, adds or moves a letter, on any manuscript."""
    words = folded(expected(manuscript))
    assert folded(printed(manuscript, ".pdf").text) == words
    assert folded(printed(manuscript, ".docx").text) == words


@pytest.mark.slow
@_EXAMPLES
@given(manuscripts())
def test_both_formats_carry_the_same_facts(manuscript: Manuscript) -> None:
    """The passages that `verify` reads back are the same from either file, save those without a letter."""
    pdf, word = (printed(manuscript, suffix).passages for suffix in (".pdf", ".docx"))
    assert [(fact, folded(text)) for fact, text in pdf if folded(text)] == [
        (fact, folded(text)) for fact, text in word if folded(text)
    ]
