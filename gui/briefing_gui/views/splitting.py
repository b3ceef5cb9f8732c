"""The question which mentions in one row are somebody else's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.locale.interface import Interface
from briefing_gui.presenters.splitting import Mention, split_off
from briefing_gui.presenters.wording import folded
from briefing_gui.views.naming import named

_WIDTH, _LINES = 60, 12


class SplitDialog(QDialog):
    """Asks about one row. `chosen`: the names and roles that belong to somebody else."""

    chosen = Signal(object)

    def __init__(self, mentions: Sequence[Mention], says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("split")
        self._mentions = mentions
        self.setWindowTitle(says.text("window.split.title"))
        question = QLabel(says.text("window.split.question"), self)
        question.setWordWrap(True)
        self.list = named(QListWidget(self), "split-mentions")
        self.list.setAccessibleName(says.text("window.split.mentions"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for mention in mentions:
            item = QListWidgetItem(_in_words(mention, says), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._judge)
        self.buttons = QDialogButtonBox(self)
        self._do = self.buttons.addButton(says.text("window.split.do"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(says.text("window.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        whole.addWidget(question)
        whole.addWidget(self.list)
        whole.addWidget(self.buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * (_LINES + 6))
        self._judge()

    def _ticked(self) -> list[int]:
        rows = range(self.list.count())
        return [row for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked]

    def _judge(self) -> None:
        # Two people: each keeps a mention.
        self._do.setEnabled(bool(split_off(self._mentions, self._ticked())))

    def accept(self) -> None:
        """Tells what is somebody else's."""
        taken = split_off(self._mentions, self._ticked())
        if taken:
            super().accept()
            self.chosen.emit(taken)


def _in_words(mention: Mention, says: Interface) -> str:
    name = says.text("window.quoted", words=folded(mention.name.text))
    return f"{mention.before}{name}{mention.after}\n{folded(mention.outlet)}"
