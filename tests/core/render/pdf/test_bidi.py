"""The order on paper of lines that hold right-to-left words."""

from __future__ import annotations

import pytest

from briefing.model.manuscript import ParagraphStyle, Run, Theme
from briefing.render.pdf.bidi import segments
from briefing.render.pdf.faces import Typecase
from briefing.render.pdf.lines import Compositor
from briefing.render.pdf.styles import style_sheet

CASE = Typecase()
BODY = style_sheet(Theme())[ParagraphStyle.BODY]


def seen(text: str, *, right_to_left: bool) -> str:
    """The line as the eye meets it from left to right."""
    [line] = Compositor(CASE, "en").lines((Run(text=text),), BODY, 2000)
    laid = sorted(segments(line, right_to_left=right_to_left), key=lambda segment: segment.x)
    return "".join(segment.drawn for segment in laid)


@pytest.mark.parametrize(
    ("text", "right_to_left", "expected"),
    [
        ("abc", False, "abc"),
        ("אבג", False, "גבא"),
        ("ab אבג cd", False, "ab גבא cd"),
        ("ab אבג, דהו cd", False, "ab והד ,גבא cd"),
        ("אבג 123 דהו", True, "והד 123 גבא"),
        ("אבג abc דהו", True, "והד abc גבא"),
        ("(אבג)", True, "(גבא)"),
        ("abc.", True, ".abc"),
        ("אבג 12-34", True, "12-34 גבא"),
        ("ابت 250%", True, "%250 تبا"),
    ],
)
def test_words_stand_as_unicode_orders_them(text: str, right_to_left: bool, expected: str) -> None:
    """The order of annex 9, for what briefs hold."""
    assert seen(text, right_to_left=right_to_left) == expected


def test_reading_order_and_letters_are_kept() -> None:
    """The stretches come in reading order, and say what was written."""
    text = "ab (אבג) 12 ابت."
    [line] = Compositor(CASE, "en").lines((Run(text=text),), BODY, 2000)
    for right_to_left in (False, True):
        laid = segments(line, right_to_left=right_to_left)
        assert "".join(segment.text for segment in laid) == text
        assert sum(segment.width for segment in laid) == pytest.approx(line.width)
