"""Sections of the editor's own, and quotations whose ends the editor has cut off."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.layout.imprint import printed_passages
from briefing.layout.layout import lay_out
from briefing.layout.markdown import MOST_CHARACTERS
from briefing.locale.reader import available
from briefing.model.draft import OwnSection
from briefing.model.errors import UsageError
from briefing.model.manuscript import Heading, Quotation
from briefing.render.pdf.writer import PdfRenderer
from tests.core.layout.making import brief, settings, two_events, words

POINTS = OwnSection(id="own-1", heading="Talking points", text="Thank the *hosts*.")
EMPTY = OwnSection(id="own-2", heading="Background", text="\n")


def headings(locale: str, **wanted: Any) -> list[str]:
    """The headings of the first level."""
    blocks = brief(two_events(), locale, **wanted).blocks
    return [words(each.runs) for each in blocks if isinstance(each, Heading) and each.level == 1]


def test_a_section_of_the_editor_stands_where_it_is_wanted() -> None:
    """Anywhere in the order; one without text prints nothing, not even a heading."""
    wanted = ("own-1", "quotes", "own-2", "sources")
    assert headings("en", own=(POINTS, EMPTY), sections=wanted) == ["Talking points", "Key quotations", "Sources"]


def test_without_an_order_it_stands_before_the_sources() -> None:
    """What the editor wrote is never left out silently."""
    found = headings("en", own=(POINTS,))
    assert found[found.index("Talking points") + 1] == "Sources"


def test_a_section_of_the_editor_that_is_not_there_is_unknown() -> None:
    """An id without a text is a wrong call, like any other name."""
    with pytest.raises(UsageError):
        brief(two_events(), "en", own=(POINTS,), sections=("own-7",))


def test_an_empty_section_of_the_editor_is_no_news() -> None:
    """No notice speaks of it: the editor knows."""
    wanted = settings("en", own=(EMPTY,), sections=("cover", "own-2"))
    assert lay_out(two_events(), wanted).notices == ()


def test_a_section_that_is_cut_or_has_no_room_is_told() -> None:
    """Words of the editor that are not printed are never missing silently."""
    long = OwnSection(id="own-1", heading="Long", text="word " * MOST_CHARACTERS)
    cut = lay_out(two_events(), settings("en", own=(long,), sections=("own-1",))).notices
    assert [(each.code, each.parameters["heading"]) for each in cut] == [("own-section-cut", "Long")]
    text = OwnSection(id="own-1", heading="Page", text="word\n\n" * 400)
    wanted = settings("en", "one-page", own=(text,), sections=("cover", "own-1"))
    squeezed = lay_out(two_events(), wanted, PdfRenderer()).notices
    assert "own-section-left-out" in [each.code for each in squeezed]


@pytest.mark.parametrize("locale", available())
def test_words_cut_off_a_quotation_are_an_ellipsis(locale: str) -> None:
    """It stands inside the reader's marks and is no part of the words that are checked."""
    dossier = two_events()
    quote = dossier.quotes[1]
    for trimmed, ends in (((True, False), ("…", "late")), ((False, True), ("we", "…")), ((True, True), ("…", "…"))):
        printed = brief(replace(dossier, quotes=(replace(quote, trimmed=trimmed),)), locale, sections=("quotes",))
        (quotation,) = (each for each in printed.blocks if isinstance(each, Quotation))
        inside = words(quotation.words[1:-1])
        assert (inside.startswith(ends[0]), inside.endswith(ends[1])) == (True, True)
        assert inside.replace("…", "").strip() == "we are late"
        assert printed_passages(printed) == ((quote.id, "we are late"),)


def test_an_ellipsis_behind_a_full_stop_stands_apart() -> None:
    """Four dots in a row would say something else."""
    dossier = two_events()
    quote = replace(dossier.quotes[1], text="We are late.", trimmed=(False, True))
    printed = brief(replace(dossier, quotes=(quote,)), "uk", sections=("quotes",))
    (quotation,) = (each for each in printed.blocks if isinstance(each, Quotation))
    assert words(quotation.words) == "«We are late.\xa0…»"
