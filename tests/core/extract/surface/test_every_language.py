"""What holds for every language that no parser reads."""

from __future__ import annotations

import time

import pytest

from briefing.model.notice import Severity
from tests.core.extract.surface.reading import outcome, read


@pytest.mark.parametrize("language", ["uk", "es", "fr", "pt", "de", "pl"])
def test_lower_certainty_is_said(language: str) -> None:
    """Every article carries the notice, an empty one too, and no longer that its language is not read."""
    for paragraphs in ((), ("«",), ("Слово.",)):
        notices = outcome(language, *paragraphs).notices
        assert [notice.severity for notice in notices if notice.code == "facts-of-lower-certainty"] == [Severity.INFO]
        assert all(notice.code != "language-not-extracted" for notice in notices)


PLAIN = [
    ("fr", "La pluie est tombée toute la nuit sur la vallée. Les routes sont sèches depuis midi."),
    ("pt", "Choveu toda a noite no vale. As estradas estão secas desde o meio-dia."),
    ("de", "In der Nacht hat es im Tal geregnet. Seit Mittag sind die Straßen trocken."),
    ("pl", "W nocy padał deszcz. Od południa drogi są suche."),
]


@pytest.mark.parametrize(("language", "sentence"), PLAIN)
def test_plain_news_is_left_alone(language: str, sentence: str) -> None:
    """News without people and undertakings has neither."""
    found = read(language, sentence)
    assert not found.commitments
    assert not found.quotes
    assert not found.attendees


@pytest.mark.parametrize(
    "text", ["«" * 2000, '"a", dijo ' * 400, "сказав " * 1500, "presidente de la " * 1500, "— " * 2000, "\u202e\x00 а,"]
)
def test_odd_text_takes_no_long_time(text: str) -> None:
    """Marks and titles without end cost no more than their length."""
    begun = time.perf_counter()
    for language in ("uk", "es", "fr", "pt", "de", "pl"):
        outcome(language, text)
    assert time.perf_counter() - begun < 60
