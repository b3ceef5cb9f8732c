"""Colours and sizes."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from briefing_gui.views.theme import DARK, LIGHT, Colours, Theme, colours, palette_of

BOTH = pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])


def contrast(one: str, other: str) -> float:
    """How well one colour is seen on another, 1 to 21, as WCAG 2 reckons it."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@BOTH
def test_words_can_be_read(chosen: Colours) -> None:
    """On every ground at least 4.5 to 1, as WCAG 2 asks for text."""
    words = (chosen.text, chosen.quiet, chosen.link, chosen.error, chosen.warning, chosen.good, chosen.accent)
    grounds = (chosen.ground, chosen.sheet, chosen.faint)
    low = {(word, ground) for word, ground in itertools.product(words, grounds) if contrast(word, ground) < 4.5}
    assert low == set()
    assert contrast(chosen.on_accent, chosen.accent) >= 4.5


@BOTH
def test_fields_can_be_told_from_their_ground(chosen: Colours) -> None:
    """Their edge and the ring of the keyboard stand out at least 3 to 1."""
    for ground in (chosen.ground, chosen.sheet):
        assert contrast(chosen.edge, ground) >= 3
        assert contrast(chosen.accent, ground) >= 3


@BOTH
def test_a_widget_knows_its_set_by_its_palette(chosen: Colours) -> None:
    """Whoever draws by hand draws in the same colours."""
    assert colours(palette_of(chosen)) is chosen


def test_the_choice_goes_before_the_system(qapp: QApplication) -> None:
    """Light and dark are there at once, and the system's again when asked for."""
    theme = Theme(qapp)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.dark))
    theme.choose("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground.lower()
    theme.choose("light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.ground.lower()
    theme.choose("light")
    assert told == [True, False]
    theme.choose("system")
    assert theme.dark == (qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def test_text_grows_from_the_systems_size(qapp: QApplication) -> None:
    """Twice as large is twice as large, however often it is asked for."""
    before = qapp.font().pointSizeF()
    theme = Theme(qapp)
    theme.choose("light")
    for _ in range(2):
        theme.scale(2.0)
    assert qapp.font().pointSizeF() == pytest.approx(before * 2)
    theme.scale(1.0)
    assert qapp.font().pointSizeF() == pytest.approx(before)
