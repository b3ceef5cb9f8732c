"""Who is meant by a part of a name, by initials, by "the latter", and by "he" after somebody unnamed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parse import Parse
from briefing.model.facts import Attribution

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Justice Minister Han Dong-min met Rep. Park Beom-su in Seoul. “We verify nobody,” Han replied.",
            "Han Dong-min",
        ),
        ("Lieutenant Governor Manoj Verma spoke in Tarn. “I pay homage to them,” the LG added.", "Manoj Verma"),
        (
            (
                "Deepak Roy, Minister of ICT, and Bobby Hart, Minister of Infrastructure, came. The latter denounced "
                "what he called “a plot to destabilize the country”."
            ),
            "Bobby Hart",
        ),
    ],
)
def test_a_short_form_is_who_bears_it(parsed: Parsed, text: str, speaker: str) -> None:
    """One part of a name, the initials of an office, the second of two."""
    (quote,) = findings_of(parsed(text)).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "Health minister Adam Stern is to decide.\n\nOne mental health professional warned "
                "that the plan would fail. “These are people who need help,” he said."
            ),
            "One mental health professional",
        ),
        ("Maria Keller spoke.\n\nA teacher told the council of it. “We have no books,” she said.", "A teacher"),
    ],
)
def test_he_after_somebody_unnamed_is_no_name(parsed: Parsed, text: str, speaker: str) -> None:
    """Who is nearest is somebody without a name: never the main person of the article."""
    (quote,) = findings_of(parsed(text)).quotes
    assert (quote.speaker, quote.attribution) == (speaker, Attribution.DESCRIBED)
