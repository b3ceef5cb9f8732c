"""Stands for a file manager: a small window at a place of the screen, out of which files can be dragged.

Its arguments are that place (x, y) and the files. It says "ready", later whether they were "taken" or "refused", and
stays: whoever takes files asks for their names only then.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

SIDE = 60


class Source(QLabel):
    """The files."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("files")
        self._paths = paths
        self.setFixedSize(SIDE, SIDE)

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """They are dragged as soon as they are touched."""
        drag = QDrag(self)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag.setMimeData(data)
        taken = drag.exec(Qt.DropAction.CopyAction)
        say("taken" if taken is Qt.DropAction.CopyAction else "refused")


def say(word: str) -> None:
    """Tells whoever has started it."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    """Shows the files until the process is ended."""
    x, y, *paths = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    source = Source(paths)
    source.move(int(x), int(y))
    source.show()
    QTimer.singleShot(0, lambda: say("ready"))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
