"""Everything can be reached: by Tab, by a shortcut of its own on every system, by a place in the menus."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing_gui.presenters.facts import REVIEW
from briefing_gui.presenters.sections import CHANGES
from briefing_gui.views.actions import entries
from tests.gui.hands import wait
from tests.gui.starting import Start, forum, start
from tests.gui.story import Aide

__all__ = ["forum", "start"]

Standard = QKeySequence.StandardKey

# The shortcuts that each system has for what programs have in common, where they are not the same everywhere.
EVERYWHERE = {
    Standard.New: "Ctrl+N",
    Standard.Open: "Ctrl+O",
    Standard.Save: "Ctrl+S",
    Standard.Print: "Ctrl+P",
    Standard.Undo: "Ctrl+Z",
    Standard.Cut: "Ctrl+X",
    Standard.Copy: "Ctrl+C",
    Standard.Paste: "Ctrl+V",
    Standard.SelectAll: "Ctrl+A",
    Standard.Find: "Ctrl+F",
    Standard.ZoomOut: "Ctrl+-",
}
SYSTEMS = {
    "Windows": {
        Standard.SaveAs: "",
        Standard.Close: "Ctrl+F4 Ctrl+W",
        Standard.Quit: "",
        Standard.Redo: "Ctrl+Y Ctrl+Shift+Z Alt+Shift+Backspace",
        Standard.Undo: "Ctrl+Z Alt+Backspace",
        Standard.Cut: "Ctrl+X Shift+Del",
        Standard.Copy: "Ctrl+C Ctrl+Ins",
        Standard.Paste: "Ctrl+V Shift+Ins",
        Standard.ZoomIn: "Ctrl++",
        Standard.FullScreen: "F11 Alt+Return",
    },
    "macOS": {
        Standard.SaveAs: "Ctrl+Shift+S",
        Standard.Close: "Ctrl+W",
        Standard.Quit: "Ctrl+Q",
        Standard.Redo: "Ctrl+Shift+Z",
        Standard.ZoomIn: "Ctrl++",
        Standard.FullScreen: "Ctrl+Meta+F",
    },
    "Linux": {
        Standard.SaveAs: "Ctrl+Shift+S",
        Standard.Close: "Ctrl+W",
        Standard.Quit: "Ctrl+Q",
        Standard.Redo: "Ctrl+Shift+Z",
        Standard.Cut: "Ctrl+X Shift+Del F20",
        Standard.Copy: "Ctrl+C Ctrl+Ins F16",
        Standard.Paste: "Ctrl+V Shift+Ins F18",
        Standard.ZoomIn: "Ctrl++",
        Standard.FullScreen: "F11 Ctrl+F11",
    },
}
# What the systems keep for themselves.
KEPT = {
    "Windows": "Alt+F4 Alt+Tab Ctrl+Esc Ctrl+Shift+Esc Alt+Space F10",
    "macOS": "Ctrl+H Ctrl+M Ctrl+Tab Ctrl+Space Ctrl+, Ctrl+Alt+Esc Ctrl+Shift+3 Ctrl+Shift+4 Ctrl+Shift+5",
    "Linux": "Alt+F4 Alt+Tab Alt+F1 Alt+F2 Alt+F7 Alt+F8 Alt+Space F10",
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_shortcut_does_one_thing_on_every_system(system: str) -> None:
    """No two actions share one, and none is taken that the system itself listens to."""
    used = Counter(key for _, entry in entries() for key in keys(entry.keys, system))
    assert [key for key, count in used.items() if count > 1] == []
    assert [key for key in KEPT[system].split() if QKeySequence(key).toString() in used] == []


def keys(of: tuple[Standard | str, ...], system: str) -> set[str]:
    """The shortcuts of an action on a system, in one spelling."""
    named: set[str] = set()
    for key in of:
        if isinstance(key, Standard):
            named |= set(({**EVERYWHERE, **SYSTEMS[system]}[key]).split())
        else:
            named.add(key)
    return {QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in named}


def test_every_action_stands_in_a_menu_of_the_window(start: Start) -> None:
    """Under the words that it has, so that what has no shortcut can be found, and what has one can be learnt."""
    window = start().window
    shown = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    for name in window.actions_:
        assert window.actions_[name] in shown, name
        assert window.actions_[name].text(), name


def takers(aide: Aide) -> set[QWidget]:
    """Every visible widget that says that Tab leads to it."""
    everything = aide.window.findChildren(QWidget)
    return {
        widget
        for widget in everything
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is aide.window
        and widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and widget.focusProxy() is None
    }


@pytest.mark.parametrize("place", [REVIEW, "attendees", "commitments", "quotes", "own", CHANGES])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_tab_leads_everywhere(start: Start, forum: Path, place: str, key: str) -> None:
    """Forth and back, through all that takes the keyboard, and nothing holds it for good."""
    aide = start(forum)
    aide.settle()
    if place == "own":
        place = aide.window.parts.session.add_section("Talking points")
    aide.panes.go_to(place)
    aide.settle()
    wanted = takers(aide)
    assert len(wanted) > 15
    aide.window.topbar.title.setFocus()
    wait(aide.window.topbar.title.hasFocus, "the title has the keyboard")
    reached: set[QWidget] = set()
    for _ in range(2 * len(wanted)):
        aide.hands.press(key)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
    assert {f"{type(one).__name__} {one.objectName()}" for one in wanted - reached} == set()


@pytest.mark.parametrize("name", ["locale", "template", "paper"])
def test_a_list_of_choices_opens_by_the_key_of_the_system(start: Start, forum: Path, name: str) -> None:
    """Alt+Down opens the list that has the keyboard; it does not move a fact that lies elsewhere."""
    aide = start(forum)
    aide.settle()
    aide.panes.go_to("attendees")
    aide.settle()
    before = aide.window.parts.session.draft
    box = {"locale": aide.window.topbar.language, "template": aide.window.topbar.template}.get(
        name, aide.window.topbar.paper
    )
    box.setFocus()
    wait(box.hasFocus, "the list has the keyboard")
    aide.hands.press("Alt+Down")
    assert aide.window.parts.session.draft == before
    wait(box.view().isVisible, "the list opens", 2)
    aide.hands.press("Esc")
    wait(lambda: not box.view().isVisible(), "the list closes")
