"""The table of actions, and the menus made of it."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from briefing import app
from briefing.locale.interface import interface
from briefing_gui.presenters.mnemonics import with_mnemonics
from briefing_gui.views.actions import MENUS, Actions, Menus, Sub, entries
from briefing_gui.views.icons import names
from briefing_gui.views.languages import Mirrored

LANGUAGES = sorted(app.locales())


@pytest.fixture
def stack() -> QUndoStack:
    """A stack with nothing on it."""
    return QUndoStack()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A bare window."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QMainWindow, stack: QUndoStack) -> Actions:
    """All actions, in English."""
    made = Actions(window, stack)
    made.retranslate(interface("en"))
    return made


def test_no_two_actions_share_a_shortcut(actions: Actions) -> None:
    """Pressing one does one thing."""
    keys = Counter(
        key.toString(QKeySequence.SequenceFormat.PortableText) for name in actions for key in actions[name].shortcuts()
    )
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_no_shortcut_is_a_letter_on_some_keyboard(actions: Actions) -> None:
    """Ctrl with Alt is how many keyboards type @, [ or ~."""
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText) for name in actions for key in actions[name].shortcuts()
    ]
    assert [key for key in keys if "Ctrl+Alt" in key] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_and_menu_is_worded(language: str, actions: Actions) -> None:
    """In every language, each menu without two entries of the same words."""
    says = interface(language)
    actions.retranslate(says)
    titles = [says.text(f"window.menu.{name}") for name, _ in MENUS]
    assert len(set(titles)) == len(titles)
    for menu, lines in MENUS:
        words = [says.text(f"window.menu.{line.name}") for line in lines if isinstance(line, Sub)]
        words += [actions[entry.name].text() for where, entry in entries() if where == menu]
        assert [one for one in words if one.startswith("window.")] == []
        assert len(set(words)) == len(words), menu


def test_every_sign_is_there() -> None:
    """The table names no icon that nobody drew."""
    assert {entry.icon for _, entry in entries() if entry.icon is not None} <= names()


def test_undo_names_what_it_would_do(actions: Actions, stack: QUndoStack) -> None:
    """Also where a name holds what a menu takes for a mnemonic; without a step it is off."""
    assert not actions["undo"].isEnabled()
    stack.push(QUndoCommand("Correct R&D"))
    assert actions["undo"].text() == "Undo: Correct R&&D"
    assert actions["undo"].isEnabled()
    stack.undo()
    assert actions["redo"].text() == "Redo: Correct R&&D"
    assert actions["undo"].text() == "Undo"


def test_actions_that_need_the_same_are_allowed_together(actions: Actions) -> None:
    """Judging needs a fact that can be judged; going from one to the next and looking for an article do not."""
    actions.allow("facts", allowed=False)
    assert not actions["accept"].isEnabled()
    assert not actions["move-up"].isEnabled()
    assert actions["next"].isEnabled()
    assert actions["find"].isEnabled()


def test_menus_are_in_the_order_of_the_table(window: QMainWindow, actions: Actions) -> None:
    """Each entry of a menu has a letter of its own, in a made-up language too."""
    menus = Menus(window.menuBar(), actions)
    for says in (interface("en"), Mirrored(locale="en")):
        menus.retranslate(says)
        letters = [text[text.index("&") + 1] for text in (one.text() for one in window.menuBar().actions())]
        assert len(set(letters)) == len(letters) == len(MENUS)


def test_mnemonics_are_initials_where_they_can_be() -> None:
    """Else any letter that is free; a text without one has none, and a doubled sign stays what it is."""
    assert with_mnemonics(["Save", "Save As…", "Stop", "…"]) == ["&Save", "Save &As…", "S&top", "…"]
    assert with_mnemonics(["R&&D"]) == ["&R&&D"]
    assert with_mnemonics(["&Old", "Other"]) == ["&Old", "O&ther"]
