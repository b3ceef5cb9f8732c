"""What an aide does with the window, step by step, and how she finds it again; whoever lends the hands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QWidget,
)

from briefing import app
from briefing.model.decision import Slot
from briefing_gui.views.trimming import TrimDialog
from briefing_gui.views.window import MainWindow
from tests.gui.hands import Hands, wait

D = TypeVar("D", bound=QDialog)

ROLE = "Secretary of the National Security Council"
OTHER = "Ministers met in Warsaw on Tuesday.\n\nThe talks lasted two hours, the ministry said. Nothing was signed.\n"


@dataclass
class FileDialogs:
    """Answers the system's file dialogs, which belong to no program: with what to answer, in order."""

    answers: list[tuple[Path, str]] = field(default_factory=list)

    def answer(self, path: Path, ending: str = "") -> None:
        """The next dialog is left with this file and the first kind that ends so."""
        self.answers.append((path, ending))

    def save(self, _parent: object, _title: str, _start: str, kinds: str, *_: object) -> tuple[str, str]:
        """Stands for `QFileDialog.getSaveFileName`."""
        path, ending = self.answers.pop(0)
        return str(path), next(kind for kind in kinds.split(";;") if kind.endswith(f"{ending})"))

    def open(self, _parent: object, _title: str, _start: str, kinds: str, *_: object) -> tuple[str, str]:
        """Stands for `QFileDialog.getOpenFileName`."""
        return str(self.answers.pop(0)[0]), kinds.partition(";;")[0]

    @contextmanager
    def at_hand(self) -> Iterator[FileDialogs]:
        """Puts the answers in the place of the dialogs."""
        saving, opening = QFileDialog.getSaveFileName, QFileDialog.getOpenFileName
        QFileDialog.getSaveFileName = self.save  # type: ignore[method-assign, assignment] # answers as it does
        QFileDialog.getOpenFileName = self.open  # type: ignore[method-assign, assignment] # answers as it does
        try:
            yield self
        finally:
            QFileDialog.getSaveFileName = saving  # type: ignore[method-assign]
            QFileDialog.getOpenFileName = opening  # type: ignore[method-assign]


class Aide:
    """Somebody who works at a window with her hands, and sees what it shows."""

    def __init__(self, window: MainWindow, hands: Hands) -> None:
        self.window, self.hands = window, hands
        self.panes = window.panes

    # What she sees

    def said(self) -> list[str]:
        """What the strip says, the latest first."""
        labels = self.window.strip.findChildren(QLabel, "notice-words")
        return [label.text() for label in labels if label.isVisible()]

    def settle(self) -> None:
        """Waits until everything that is on its way has come."""
        wait(self._settled, f"everything has come; the window says {self.said()}")

    def rows(self) -> list[str]:
        """The facts in the list, each with all that a screen reader says of it."""
        model = self.panes.facts.model
        return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    def ticked_sections(self) -> dict[str, bool]:
        """The sections of the rail, and whether each is printed."""
        model = self.panes.rail.list.model()
        states = {}
        for row in range(model.rowCount()):
            state = model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole)
            if state is not None:
                states[model.index(row, 0).data()] = Qt.CheckState(state) is Qt.CheckState.Checked
        return states

    def ticked_articles(self) -> list[bool]:
        """Whether each article is ticked."""
        model = self.panes.articles.list.model()
        states = (model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(model.rowCount()))
        return [Qt.CheckState(state) is Qt.CheckState.Checked for state in states]

    # What she does

    def add(self, *paths: Path) -> None:
        """Drops files on the articles and waits until they are read."""
        count = self.panes.articles.list.model().rowCount() + len(paths)
        self.hands.drop(self.panes.articles, paths)
        wait(lambda: self.panes.articles.list.model().rowCount() == count, f"{count} articles are in the list")
        self.settle()

    def go_to(self, place: str) -> None:
        """Clicks on a place of the rail."""
        self._click_row(self.panes.rail.list, self._place(place))
        wait(lambda: self.panes.rail.place == place, f"the rail is at {place}")

    def tick_section(self, section: str) -> None:
        """Clicks on the box of a section."""
        view, index = self.panes.rail.list, self._place(section)
        box = view.visualRect(index)
        across = box.height() * 2 // 3
        before = index.data(Qt.ItemDataRole.CheckStateRole)
        self.hands.click(view.viewport(), QPoint(box.left() + across, box.center().y()))
        wait(lambda: self._place(section).data(Qt.ItemDataRole.CheckStateRole) != before, f"the box of {section} turns")
        self.settle()

    def tick_article(self, row: int) -> None:
        """Selects an article and presses Space."""
        view = self.panes.articles.list
        self._click_row(view, view.model().index(row, 0))
        self.hands.press("Space")
        self.settle()

    def look_for(self, words: str, rows: int) -> None:
        """Searches the facts of the place at hand, and sees so many."""
        field_ = self.panes.facts.search
        self.hands.click(field_)
        self.hands.press("Ctrl+A")
        if words:
            self.hands.write(words)
        else:
            self.hands.press("Delete")
        model = self.panes.facts.model
        wait(lambda: field_.text() == words and model.rowCount() == rows, f"{rows} rows with {words!r}")

    def take(self, row: int, held: str = "") -> None:
        """Clicks on a fact."""
        self._click_row(self.panes.facts.list, self.panes.facts.model.index(row), held)

    def correct(self, slot: Slot, words: str) -> None:
        """Types something else into a field of the card."""
        self.hands.press("F2")
        row = next(row for row in self.panes.card.rows if row.field.slot is slot)
        self.panes.card.ensureWidgetVisible(row.editor)
        self.hands.click(row.editor)
        self.hands.press("Ctrl+A")
        self.hands.write(words)
        wait(lambda: row.editor.typed == words, f"{words!r} stands in the field")
        self.hands.press("Return")
        self.settle()

    def merge(self) -> None:
        """Makes one of the rows that are selected."""
        self.hands.press("M")
        self._dialog(QDialog, "merge")
        self.hands.press("Return")
        self.settle()

    def trim(self, words: int) -> None:
        """Cuts so many words off the end of the quotation that is selected."""
        self.hands.press("Ctrl+T")
        dialog = self._dialog(TrimDialog, "trim")
        for _ in range(words):
            before = dialog.preview.text()
            self.hands.click(dialog.ends["end-earlier"])
            wait(lambda before=before: dialog.preview.text() != before, "a word goes")  # type: ignore[misc]
        self.hands.press("Return")
        self.settle()

    def choose(self, box: QComboBox, value: object) -> None:
        """Opens a list, goes to an entry by the arrows and takes it."""
        self.hands.click(box)
        wait(lambda: box.view().isVisible(), f"{box.objectName()} opens")
        self.hands.press("Home", *["Down"] * box.findData(value), "Return")
        wait(lambda: box.currentData() == value, f"{value} is chosen")
        self.settle()

    def speak(self, language: str) -> None:
        """Chooses the interface's language from the menus by mouse."""
        bar = self.window.menuBar()
        sub = self.window.menus.subs["language"]
        view = next(menu for menu in bar.findChildren(QMenu) if sub.menuAction() in menu.actions())
        self.hands.click(bar, bar.actionGeometry(view.menuAction()).center())
        wait(view.isVisible, "the menu opens")
        self.hands.click(view, view.actionGeometry(sub.menuAction()).center())
        wait(sub.isVisible, "the menu of languages opens")
        wanted = next(action for action in sub.actions() if action.data() == language)
        self.hands.click(sub, sub.actionGeometry(wanted).center())
        wait(lambda: self.window.parts.languages.chosen == language, f"the window speaks {language}")
        wait(lambda: not view.isVisible(), "the menus close")

    def menu(self, menu: str, action: str) -> None:
        """Chooses an action by the letters that the menus underline."""
        top = self.window.menuBar().findChild(QMenu, f"menu-{menu}")
        assert isinstance(top, QMenu)
        self.hands.press(f"Alt+{_letter(top.title())}")
        wait(top.isVisible, f"the menu {menu} opens")
        self.hands.press(_letter(self.window.actions_[action].text()))
        wait(lambda: not top.isVisible(), f"the menu {menu} closes")

    def go_round_to(self, part: QWidget) -> None:
        """Goes from part to part of the window until the keyboard is in this one."""
        for _ in range(12):
            focus = QApplication.focusWidget()
            if focus is not None and (focus is part or part.isAncestorOf(focus)):
                return
            self.hands.press("F6")
        raise AssertionError(f"F6 does not lead to {part.objectName()}")

    def export(self, dialogs: FileDialogs, path: Path, ending: str) -> None:
        """Exports, and waits until it is told of."""
        dialogs.answer(path, ending)
        self.hands.press("Ctrl+E")
        wait(lambda: path.name in "".join(self.said()), f"{path.name} is told of; {self.said()}")

    def print_to(self, path: Path) -> None:
        """Prints to a file."""
        self.hands.press("Ctrl+P")
        dialog = self._dialog(QPrintDialog, "print-dialog")
        field_ = next(one for one in dialog.findChildren(QLineEdit) if one.text().endswith(".pdf"))
        self.hands.click(field_)
        self.hands.press("Ctrl+A")
        self.hands.write(str(path))
        wait(lambda: field_.text() == str(path), f"{path} stands in the field")
        self.hands.press("Return")
        wait(lambda: any(path.name in words for words in self.said()), f"{path.name} is printed; {self.said()}")

    def quit(self) -> None:
        """Quits."""
        self.hands.press("Ctrl+Q")
        wait(lambda: not self.window.isVisible(), "the window closes")

    # How

    def _place(self, name: str) -> QModelIndex:
        model = self.panes.rail.list.model()
        entries = [entry.place for entry in self.panes.rail._presenter.entries()]
        return model.index(entries.index(name), 0)

    def _click_row(self, view: QListView, index: QModelIndex, held: str = "") -> None:
        view.scrollTo(index)
        self.hands.click(view.viewport(), view.visualRect(index).center(), held)
        wait(lambda: view.currentIndex().row() == index.row(), f"row {index.row()} of {view.objectName()} is at hand")

    def _dialog(self, sort: type[D], name: str) -> D:
        def shown() -> list[D]:
            tops = [one for one in QApplication.topLevelWidgets() if isinstance(one, sort)]
            return [one for one in tops if one.objectName() == name and one.isVisible()]

        wait(shown, f"the dialog {name} opens")
        (dialog,) = shown()
        wait(dialog.isActiveWindow, f"the dialog {name} has the keyboard")
        return dialog

    def _settled(self) -> bool:
        window = self.window
        work, preview = window.parts.work, window.panes.preview.preview
        proofed = preview.number == work.showing and not preview.pictures.waiting
        return proofed and not work.awaits_showing and not window.wiring.errands.busy


def _letter(words: str) -> str:
    """The letter that is underlined in the words of a menu."""
    place = words.replace("&&", "  ").find("&")
    assert place >= 0, f"no letter leads to {words!r}"
    return words[place + 1].upper()


def first_day(aide: Aide, dialogs: FileDialogs, folder: Path) -> None:
    """From an empty window to an exported brief, and quits."""
    assert aide.window.panes.articles.list.model().rowCount() == 0
    assert aide.window.findChild(QWidget, "articles-empty").isVisible()  # type: ignore[union-attr] # it is there
    aide.add(*sorted(app.samples().iterdir()))
    other = folder / "warsaw.txt"
    other.write_text(OTHER, encoding="utf-8")
    aide.add(other)
    aide.tick_article(2)
    aide.tick_section("figures")
    aide.go_to("attendees")
    attendees = len(aide.rows())
    aide.look_for("Umerov", rows=1)
    aide.take(0)
    aide.correct(Slot.ROLE, ROLE)
    aide.look_for("representatives", rows=2)
    aide.take(0)
    aide.take(1, held="Shift")
    aide.merge()
    aide.look_for("", rows=attendees - 1)
    aide.go_to("quotes")
    aide.look_for("Heroism", rows=1)
    aide.take(0)
    aide.trim(words=3)
    aide.choose(aide.window.topbar.language, "uk")
    aide.speak("uk")
    aide.export(dialogs, folder / "story.docx", "*.docx *.pdf")
    dialogs.answer(folder / "story.brief", ".brief")
    aide.hands.press("Ctrl+S")
    wait(lambda: (folder / "story.brief").exists() and not aide.window.isWindowModified(), "the brief has its name")
    aide.quit()


def second_day(aide: Aide, folder: Path) -> None:
    """Finds everything again, prints it, and quits."""
    window = aide.window
    assert window.windowTitle().startswith("story[*] –")
    assert window.menuBar().actions()[0].text().replace("&", "") == "Файл"
    assert window.topbar.language.currentData() == "uk"
    assert aide.ticked_articles() == [True, True, False]
    assert [shown for name, shown in aide.ticked_sections().items()].count(False) == _unticked_sections(aide) + 1
    aide.settle()
    aide.go_to("attendees")
    rows = aide.rows()
    assert [row for row in rows if "Umerov" in row and ROLE in row]
    assert sum("epresentatives" in row for row in rows) == 1
    aide.go_to("quotes")
    assert [row for row in aide.rows() if "Heroism" in row and "…" in row]
    aide.go_to("changes")
    assert aide.panes.audit.list.model().rowCount() == 3
    aide.print_to(folder / "printed.pdf")
    aide.quit()


def _unticked_sections(aide: Aide) -> int:
    """How many sections the template leaves out by itself."""
    template = aide.window.parts.session.draft.choices.template
    return len(app.all_sections(template)) - len(app.template_sections(template))
