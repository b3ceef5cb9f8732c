"""The line at the foot: what is going on, how far it is, whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from briefing.locale.interface import Interface
from briefing_gui.messages import Progress
from briefing_gui.views.naming import named
from briefing_gui.views.one_line import OneLine

# How long a passing remark stays, in milliseconds.
_PASSING = 6000


class StatusLine(QWidget):
    """Progress with a count and Cancel, a passing remark, and the standing of the file.

    `cancelled`: the user wants what is going on to stop.
    """

    cancelled = Signal()

    def __init__(self, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._says = says
        self._progress: Progress | None = None
        self._busy = False
        self._loading = True
        self._saved = True
        self._read_only = False
        self._remark = ""
        self._words = named(OneLine(), "status-words")
        self._bar = named(QProgressBar(), "status-progress")
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(8)
        self._bar.setFixedWidth(160)
        self._cancel = named(QPushButton(), "status-cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._standing = named(QLabel(), "status-saved")
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._words, 1)
        row.addWidget(self._standing)
        self.retranslate(says)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.status"))
        self._cancel.setText(says.text("window.status.cancel"))
        self._bar.setAccessibleName(says.text("window.status.progress"))
        self._remark = ""
        self._show()

    def ready(self, is_ready: bool) -> None:
        """Whether the language model is loaded."""
        self._loading = not is_ready
        self._show()

    def work(self, busy: bool, progress: Progress | None) -> None:
        """What the finder is at."""
        self._busy, self._progress = busy, progress
        self._show()

    def file(self, *, saved: bool, read_only: bool) -> None:
        """The standing of the file."""
        self._saved, self._read_only = saved, read_only
        self._show()

    def remark(self, words: str) -> None:
        """Says something for a few seconds."""
        self._remark = words
        self._passing.start(_PASSING)
        self._show()

    def _forget(self) -> None:
        self._remark = ""
        self._show()

    def _show(self) -> None:
        says, progress = self._says, self._progress
        self._bar.setVisible(self._busy)
        self._cancel.setVisible(self._busy)
        if progress is not None and progress.of > 0:
            self._bar.setRange(0, progress.of)
            self._bar.setValue(progress.done)
        elif self._busy:
            self._bar.setRange(0, 0)
        self._words.setText(self._now())
        key = "read-only" if self._read_only else "saved" if self._saved else "not-saved"
        self._standing.setText(says.text(f"window.status.{key}"))

    def _now(self) -> str:
        says, progress = self._says, self._progress
        if self._remark:
            return self._remark
        if self._loading:
            return says.text("window.status.loading")
        if not self._busy:
            return ""
        if progress is None:
            return says.text("window.status.waiting")
        # Those done and the one at hand.
        now = min(progress.done + 1, progress.of)
        return says.text(f"window.status.{progress.stage}", done=says.number(now), of=says.number(progress.of))
