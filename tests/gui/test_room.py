"""Room for words: in every language, from right to left and at twice the size nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from briefing import app
from briefing_gui.presenters.facts import REVIEW
from briefing_gui.presenters.sections import CHANGES
from briefing_gui.views.languages import PSEUDO
from briefing_gui.views.one_line import OneLine
from briefing_gui.views.window import MainWindow
from tests.gui.hands import wait
from tests.gui.starting import Start, forum, start

__all__ = ["forum", "start"]

LANGUAGES = (*sorted(app.locales()), PSEUDO)
SIZE = (1440, 900)


def cut_off(top: QWidget) -> Iterator[str]:
    """What is visible in a window and has less room than its words need."""
    for widget in top.findChildren(QWidget):
        seen = widget.visibleRegion().boundingRect()
        if widget.window() is not top or not widget.isVisible() or seen.isEmpty():
            continue
        match widget:
            case OneLine():
                continue  # says itself that there is more
            case QLabel():
                needed, room = _label(widget)
            case QAbstractButton():
                needed, room = _button(widget)
            case QComboBox():
                needed, room = _box(widget)
            case QLineEdit() if not widget.text():
                needed = QSize(widget.fontMetrics().horizontalAdvance(widget.placeholderText()), 0)
                room = widget.contentsRect()
            case _:
                continue
        # What is partly scrolled out of sight is no shorter for that, but it must not reach beyond the side.
        if needed.width() > min(room.width(), seen.width()) or needed.height() > room.height():
            text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
            sizes = f"{needed.toTuple()} in {room.size().toTuple()}"
            yield f"{type(widget).__name__} {widget.objectName()} {text!r}: {sizes}"


def left(window: MainWindow) -> list[str]:
    """What is cut off when the window has come to rest."""
    for _ in range(20):
        QTest.qWait(10)
        if not (found := list(cut_off(window))):
            break
    return found


def _label(label: QLabel) -> tuple[QSize, QRect]:
    text, metrics, room = label.text(), label.fontMetrics(), label.contentsRect()
    if not label.wordWrap():
        return metrics.size(Qt.TextFlag.TextShowMnemonic, text), room
    # What the made-up language adds to words can be broken nowhere.
    longest = max((metrics.horizontalAdvance(word) for word in re.split(r"[\s·]+", text)), default=0)
    # Words may be longer than a pane is wide; then they are broken.
    widest = min(longest, room.width()) if label.minimumWidth() == 1 else longest
    return QSize(widest, label.heightForWidth(label.width()) - label.height() + room.height()), room


def _button(button: QAbstractButton) -> tuple[QSize, QRect]:
    needed = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    if not button.text():
        needed = button.iconSize()
    elif not button.icon().isNull():
        needed += QSize(button.iconSize().width() + 4, 0)
    if isinstance(button, QCheckBox | QRadioButton):
        metrics = (QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_CheckBoxLabelSpacing)
        needed += QSize(sum(button.style().pixelMetric(one, None, button) for one in metrics), 0)
    return needed, button.rect()


def _box(box: QComboBox) -> tuple[QSize, QRect]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(control, option, field, box)
    return QSize(box.fontMetrics().horizontalAdvance(box.currentText()), 0), room


def speak(window: MainWindow, language: str, text: float) -> None:
    """Puts a window into a language and its text into a size."""
    window.parts.languages.choose(language)
    window.parts.theme.scale(text)
    window.resize(*SIZE)
    QTest.qWait(20)
    assert window.size().toTuple() == SIZE, "the window grows beyond the screen"
    bar = window.menuBar()
    assert bar.rect().contains(bar.actionGeometry(bar.actions()[-1])), "the menus have no room"


@pytest.mark.parametrize("text", [1.0, 2.0], ids=["100", "200"])
def test_nothing_is_cut_off_in_an_empty_window(start: Start, text: float) -> None:
    """What the window says to somebody who starts is there in whole."""
    window = start().window
    found = []
    for language in LANGUAGES:
        speak(window, language, text)
        found += [f"{language}: {one}" for one in left(window)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("text", [1.0, 2.0], ids=["100", "200"])
def test_nothing_is_cut_off_in_a_full_window(start: Start, forum: Path, text: float) -> None:
    """Wherever the user goes, with a fact at hand."""
    aide = start(forum)
    window, panes = aide.window, aide.panes
    aide.settle()
    own = window.parts.session.add_section("Talking points")
    found = []
    for language in LANGUAGES:
        speak(window, language, text)
        for place in (REVIEW, "attendees", "commitments", "quotes", "figures", "sources", own, CHANGES):
            panes.go_to(place)
            wait(lambda place=place: panes.rail.place == place, f"{place} is at hand")  # type: ignore[misc] # this one
            found += [f"{language}, {place}: {one}" for one in left(window)]
    assert not found, "\n".join(found)
