"""Every action of the program in one table: its words, its shortcut, its place in the menus."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefing.locale.interface import Interface
from briefing_gui.presenters.mnemonics import with_mnemonics
from briefing_gui.views.icons import icon

Standard = QKeySequence.StandardKey
_FACTS: Final = "facts"
_BRIEF: Final = "brief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One action: `window.action.<name>` are its words.

    `keys`: one shortcut or several, by the platform where it has one. `group`: actions that need the same: a brief
    that can be changed (`brief`), a fact selected in it (`facts`). `of`: the group of which one is chosen.
    """

    name: str
    keys: tuple[Standard | str, ...] = ()
    group: str | None = None
    checkable: bool = False
    of: str | None = None
    icon: str | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Sub:
    """A menu within a menu; `window.menu.<name>` are its words. Without entries, somebody else fills it."""

    name: str
    entries: tuple[Entry, ...] = ()


Line: Final = None
MENUS: Final[tuple[tuple[str, tuple[Entry | Sub | None, ...]], ...]] = (
    (
        "file",
        (
            Entry(name="new", keys=(Standard.New,), icon="new"),
            Entry(name="open", keys=(Standard.Open,), icon="open"),
            Sub(name="recent"),
            Line,
            Entry(name="save", keys=(Standard.Save,), icon="save"),
            Entry(name="save-as", keys=(Standard.SaveAs, "Ctrl+Shift+S"), icon="save-as"),
            Line,
            Entry(name="export", keys=("Ctrl+E",), icon="export"),
            Entry(name="print-preview", keys=("Ctrl+Shift+P",), icon="search"),
            Entry(name="print", keys=(Standard.Print,), icon="print"),
            Line,
            Entry(name="close", keys=(Standard.Close,)),
            Entry(name="quit", keys=(Standard.Quit, "Ctrl+Q"), role=QAction.MenuRole.QuitRole),
        ),
    ),
    (
        "edit",
        (
            Entry(name="undo", keys=(Standard.Undo,), icon="undo"),
            Entry(name="redo", keys=(Standard.Redo, "Ctrl+Shift+Z"), icon="redo"),
            Line,
            Entry(name="cut", keys=(Standard.Cut,)),
            Entry(name="copy", keys=(Standard.Copy,), icon="copy"),
            Entry(name="paste", keys=(Standard.Paste,), icon="paste"),
            Entry(name="select-all", keys=(Standard.SelectAll,)),
            Line,
            Entry(name="find", keys=(Standard.Find,), icon="search"),
            Entry(name="find-in-pages", keys=("Ctrl+Shift+F",)),
        ),
    ),
    (
        "brief",
        (
            Entry(name="add-articles", keys=("Ctrl+Shift+A",), group=_BRIEF, icon="add"),
            Entry(name="add-folder", keys=("Ctrl+Shift+O",), group=_BRIEF, icon="folder"),
            Entry(name="paste-articles", keys=("Ctrl+Shift+V",), group=_BRIEF, icon="paste"),
            Entry(name="samples", group=_BRIEF),
            Entry(name="remove-articles", group=_BRIEF, icon="remove"),
            Line,
            Entry(name="find-again", keys=("Ctrl+R",), group=_BRIEF, icon="refresh"),
            Entry(name="stop", keys=("Ctrl+.",), icon="cancel"),
            Line,
            Entry(name="add-section", keys=("Ctrl+Shift+T",), group=_BRIEF, icon="section"),
            Entry(name="review", keys=("Ctrl+1",), icon="queue"),
            Entry(name="changes", keys=("Ctrl+2",), icon="audit"),
        ),
    ),
    (
        "fact",
        (
            Entry(name="accept", keys=("Ctrl+Return", "Ctrl+Enter"), group=_FACTS, icon="accept"),
            Entry(name="leave-out", keys=("Ctrl+Backspace",), group=_FACTS, icon="leave-out"),
            Entry(name="edit", keys=("F2",), group=_FACTS, icon="edit"),
            Entry(name="trim", keys=("Ctrl+T",), group=_FACTS, icon="trim"),
            Entry(name="merge", keys=("Ctrl+G",), group=_FACTS, icon="merge"),
            Entry(name="split", keys=("Ctrl+Shift+G",), group=_FACTS, icon="split"),
            Entry(name="note", keys=("Ctrl+Shift+N",), group=_FACTS, icon="note"),
            Line,
            Entry(name="move-up", keys=("Alt+Up",), group=_FACTS, icon="up"),
            Entry(name="move-down", keys=("Alt+Down",), group=_FACTS, icon="down"),
            Line,
            Entry(name="next", keys=("Ctrl+J",), icon="next"),
            Entry(name="previous", keys=("Ctrl+K",), icon="previous"),
        ),
    ),
    (
        "view",
        (
            Entry(name="show-articles", keys=("F7",), checkable=True, icon="pane-left"),
            Entry(name="show-facts", keys=("F8",), checkable=True, icon="pane-middle"),
            Entry(name="show-preview", keys=("F9",), checkable=True, icon="pane-right"),
            Entry(name="next-pane", keys=("F6",)),
            Entry(name="previous-pane", keys=("Shift+F6",)),
            Line,
            Entry(name="zoom-in", keys=(Standard.ZoomIn, "Ctrl+="), icon="zoom-in"),
            Entry(name="zoom-out", keys=(Standard.ZoomOut,), icon="zoom-out"),
            Entry(name="fit-width", keys=("Ctrl+0",), icon="fit-width"),
            Entry(name="thumbnails", keys=("Ctrl+Shift+L",), checkable=True),
            Line,
            Sub(
                name="appearance",
                entries=(
                    Entry(name="appearance-system", of="appearance"),
                    Entry(name="appearance-light", of="appearance"),
                    Entry(name="appearance-dark", of="appearance"),
                ),
            ),
            Sub(
                name="text-size",
                entries=(
                    Entry(name="text-larger", keys=("Ctrl+>", "Ctrl+Shift+.")),
                    Entry(name="text-smaller", keys=("Ctrl+<", "Ctrl+Shift+,")),
                    Entry(name="text-normal", keys=("Ctrl+Shift+0",)),
                ),
            ),
            Sub(name="language"),
            Line,
            Entry(name="full-screen", keys=(Standard.FullScreen,), checkable=True),
        ),
    ),
    (
        "help",
        (
            Entry(name="shortcuts", keys=("Ctrl+/",)),
            Entry(name="sample-brief"),
            Line,
            Entry(name="about", role=QAction.MenuRole.AboutRole),
        ),
    ),
)


def entries() -> Iterator[tuple[str, Entry]]:
    """Every action with the menu it is in."""
    for menu, lines in MENUS:
        for line in lines:
            if isinstance(line, Sub):
                yield from ((menu, entry) for entry in line.entries)
            elif line is not None:
                yield menu, line


class Actions(QObject):
    """The actions, by name: `actions["accept"]`.

    Undo and redo name what they would do; the stack says so.
    """

    def __init__(self, window: QWidget, stack: QUndoStack) -> None:
        super().__init__(window)
        self._stack = stack
        # It goes when the actions go, and does not tell them of it.
        stack.setParent(self)
        self._actions = {entry.name: self._made(entry) for _, entry in entries()}
        self._groups: dict[str, QActionGroup] = {}
        self._entries = {entry.name: entry for _, entry in entries()}
        for entry in self._entries.values():
            if entry.of is not None:
                self.choice(entry.of, self._actions[entry.name])
        self._says: Interface | None = None
        stack.canUndoChanged.connect(self._name_steps)
        stack.canRedoChanged.connect(self._name_steps)
        stack.undoTextChanged.connect(self._name_steps)
        stack.redoTextChanged.connect(self._name_steps)
        self["undo"].triggered.connect(stack.undo)
        self["redo"].triggered.connect(stack.redo)
        window.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def choice(self, group: str, action: QAction) -> None:
        """Makes an action one of those of which one is chosen."""
        if group not in self._groups:
            self._groups[group] = QActionGroup(self)
        action.setCheckable(True)
        self._groups[group].addAction(action)

    def allow(self, group: str, allowed: bool) -> None:
        """Allows or forbids all actions that need the same."""
        for name, entry in self._entries.items():
            if entry.group == group:
                self._actions[name].setEnabled(allowed)

    def retranslate(self, says: Interface) -> None:
        """Puts every action into another language."""
        self._says = says
        for name, action in self._actions.items():
            words = says.text(f"window.action.{name}")
            action.setText(words)
            # Qt makes a tool tip of the text, without the shortcut.
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = words.removesuffix("…")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)
        self._name_steps()

    def _name_steps(self) -> None:
        if self._says is None:
            return
        for name, able, step in (
            ("undo", self._stack.canUndo(), self._stack.undoText()),
            ("redo", self._stack.canRedo(), self._stack.redoText()),
        ):
            key = f"window.action.{name}"
            self[name].setText(
                self._says.text(f"{key}-step", step=step.replace("&", "&&")) if able and step else self._says.text(key)
            )
            self[name].setEnabled(able)

    def _made(self, entry: Entry) -> QAction:
        action = QAction(self)
        action.setObjectName(entry.name)
        action.setCheckable(entry.checkable)
        action.setMenuRole(entry.role)
        action.setShortcuts(list(_sequences(entry.keys)))
        if entry.icon is not None:
            action.setIcon(icon(entry.icon))
            # Menus stay calm: a sign before each line helps nobody find it.
            action.setIconVisibleInMenu(False)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action


def _sequences(keys: Iterable[Standard | str]) -> Iterator[QKeySequence]:
    """The shortcuts of an action: the platform's own first; those it lacks are left to the ones after them."""
    seen: list[QKeySequence] = []
    for key in keys:
        made = QKeySequence.keyBindings(key) if isinstance(key, Standard) else [QKeySequence(key)]
        for sequence in made:
            if not sequence.isEmpty() and sequence not in seen:
                seen.append(sequence)
                yield sequence


class Menus:
    """The menu bar over the actions. `subs`: the menus that others fill, by name."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._menus: dict[str, QMenu] = {}
        self.subs: dict[str, QMenu] = {}
        self._bar = bar
        for name, lines in MENUS:
            menu = self._add(bar, name)
            for line in lines:
                if line is None:
                    menu.addSeparator()
                elif isinstance(line, Entry):
                    menu.addAction(actions[line.name])
                else:
                    self.subs[line.name] = self._add(menu, line.name)
                    self.subs[line.name].addActions([actions[entry.name] for entry in line.entries])

    def _add(self, parent: QMenuBar | QMenu, name: str) -> QMenu:
        # Held here: PySide would let go of a menu that only C++ knows.
        menu = QMenu(parent)
        menu.setObjectName(f"menu-{name}")
        parent.addMenu(menu)
        menu.aboutToShow.connect(lambda: _underline(menu))
        self._menus[name] = menu
        return menu

    def retranslate(self, says: Interface) -> None:
        """Puts the titles into another language."""
        for name, menu in self._menus.items():
            menu.setTitle(says.text(f"window.menu.{name}"))
        _set_mnemonics(self._bar.actions())


def _underline(menu: QMenu) -> None:
    _set_mnemonics(menu.actions())


def _set_mnemonics(actions: list[QAction]) -> None:
    """Gives each entry a letter of its own; macOS has none."""
    if sys.platform == "darwin":
        return
    shown = [action for action in actions if not action.isSeparator() and action.isVisible()]
    for action, text in zip(shown, with_mnemonics([action.text() for action in shown]), strict=True):
        action.setText(text)
