"""The questions of the window: which file to open, what to call one, where an export goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from briefing.locale.interface import Interface
from briefing_gui.presenters.exporting import CHOICES, outputs
from briefing_gui.presenters.keeping import SUFFIX
from briefing_gui.views.settings import Settings


class Dialogs:
    """The system's own dialogs, each starting in the folder that was used last for the same."""

    def __init__(self, window: QWidget, settings: Settings, says: Interface) -> None:
        self._window, self._settings = window, settings
        self.says = says

    def open(self) -> Path | None:
        """Which brief to open; `None` for none."""
        kinds = (
            self._kind("window.files.openable", f"*{SUFFIX}", "*.docx", "*.pdf"),
            self._kind("window.files.brief", f"*{SUFFIX}"),
            self._kind("window.files.printed", "*.docx", "*.pdf"),
        )
        title = self.says.text("window.dialog.open")
        said, _ = QFileDialog.getOpenFileName(self._window, title, self._folder("save"), ";;".join(kinds))
        return self._remembered("save", said)

    def save(self, name: str) -> Path | None:
        """What the brief is to be called; `None` for nothing."""
        kind = self._kind("window.files.brief", f"*{SUFFIX}")
        start = str(Path(self._folder("save")) / f"{name}{SUFFIX}")
        said, _ = QFileDialog.getSaveFileName(self._window, self.says.text("window.dialog.save"), start, kind)
        return self._remembered("save", said)

    def export(self, name: str) -> tuple[Path, ...]:
        """The files to print into; none where the user thinks better of it."""
        kinds = {self._kind(f"window.files.{choice}", *(f"*{one}" for one in ends)): ends for choice, ends in CHOICES}
        last = tuple(f".{one}" for one in self._settings.formats)
        proposed = next((kind for kind, endings in kinds.items() if endings == last), next(iter(kinds)))
        start = str(Path(self._folder("export")) / f"{name}{kinds[proposed][0]}")
        title = self.says.text("window.dialog.export")
        said, kind = QFileDialog.getSaveFileName(self._window, title, start, ";;".join(kinds), proposed)
        chosen = self._remembered("export", said)
        if chosen is None:
            return ()
        endings = kinds.get(kind, kinds[proposed])
        files = outputs(chosen, endings)
        # The dialog has asked about the one name it knows.
        unasked = [path for path in files if path != chosen and path.exists()]
        if unasked and not self._may_replace(unasked):
            return ()
        self._settings.formats = tuple(path.suffix.lower().removeprefix(".") for path in files)
        return files

    def lose(self) -> bool:
        """Whether to quit though the brief could not be saved."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.says.text("window.question.lose"))
        box.setInformativeText(self.says.text("window.question.lose.about"))
        leave = box.addButton(self.says.text("window.question.lose.yes"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.says.text("window.question.lose.no"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def _may_replace(self, files: list[Path]) -> bool:
        names = ", ".join(path.name for path in files)
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(self.says.text("window.question.replace", names=names))
        replace = question.addButton(self.says.text("window.question.replace.yes"), QMessageBox.ButtonRole.AcceptRole)
        keep = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(keep)
        question.exec()
        return question.clickedButton() is replace

    def _kind(self, key: str, *patterns: str) -> str:
        # Parentheses end the words for Qt, so the words themselves have none.
        return f"{self.says.text(key)} ({' '.join(patterns)})"

    def _folder(self, use: str) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._settings.folder(use) or documents)

    def _remembered(self, use: str, said: str) -> Path | None:
        if not said:
            return None
        path = Path(said)
        self._settings.set_folder(use, path.parent)
        return path
