"""The question which words of a quotation are kept: its two ends, moved word by word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.locale.interface import Interface
from briefing_gui.presenters.trimming import Trimming
from briefing_gui.views.naming import named
from briefing_gui.views.theme import colours

_WIDTH, _LINES = 64, 9


class QuoteText(QPlainTextEdit):
    """All words of a quotation, those that are kept on a tint. `picked`: first and last word of what was selected."""

    picked = Signal(int, int)

    def __init__(self, trimming: Trimming, parent: QWidget) -> None:
        super().__init__(parent)
        self._trimming = trimming
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        # Where each word begins and ends, as Qt counts.
        self._places: list[tuple[int, int]] = []
        text: list[str] = []
        at = 0
        for word in trimming.words:
            gap = " " if word.spaced and text else ""
            start = at + len(gap)
            at = start + len(word.text.encode("utf-16-le", "surrogatepass")) // 2
            text.append(gap + word.text)
            self._places.append((start, at))
        self.setPlainText("".join(text))
        self.tint()

    def tint(self) -> None:
        """Shows what is kept and strikes out what is not."""
        tints = colours(self.palette())
        kept, cut = QTextCharFormat(), QTextCharFormat()
        ground = QColor(tints.accent)
        ground.setAlphaF(0.16)
        kept.setBackground(ground)
        cut.setForeground(QColor(tints.quiet))
        cut.setFontStrikeOut(True)
        first, last, end = self._trimming.first, self._trimming.last, len(self._places) - 1
        stretches = [(first, last, kept)]
        stretches += [(0, first - 1, cut)] if first else []
        stretches += [(last + 1, end, cut)] if last < end else []
        self.setExtraSelections([self._stretch(*stretch) for stretch in stretches])

    def _stretch(self, first: int, last: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[first][0])
        cursor.setPosition(self._places[last][1], QTextCursor.MoveMode.KeepAnchor)
        # The stubs take these for class attributes without a setter.
        selection.cursor = cursor  # type: ignore[attr-defined, unused-ignore]
        selection.format = form  # type: ignore[attr-defined, unused-ignore]
        return selection

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """What was selected is kept."""
        super().mouseReleaseEvent(event)
        self._pick()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What was selected is kept, once Shift is let go."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift:
            self._pick()

    def _pick(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        touched = [number for number, place in enumerate(self._places) if place[0] < end and start < place[1]]
        cursor.clearSelection()
        self.setTextCursor(cursor)
        if touched:
            self.picked.emit(touched[0], touched[-1])


class TrimDialog(QDialog):
    """Asks about one quotation. `kept`: the parts that are kept, as places in the article."""

    kept = Signal(object)

    def __init__(self, trimming: Trimming, says: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trim")
        self._trimming, self._says = trimming, says
        self.setWindowTitle(says.text("window.trim.title"))
        question = QLabel(says.text("window.trim.question"), self)
        question.setWordWrap(True)
        self.words = named(QuoteText(trimming, self), "trim-words")
        self.words.setAccessibleName(says.text("window.trim.words"))
        self.preview = named(QLabel(self), "trim-preview")
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.ends: dict[str, QToolButton] = {}
        self.all = named(QPushButton(says.text("window.trim.all"), self), "trim-all")
        self.all.setAutoDefault(False)
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(says.text("window.trim.do"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(says.text("window.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        above = QLabel(says.text("window.trim.preview"), self)
        above.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        whole.addWidget(question)
        whole.addWidget(self.words)
        whole.addLayout(self._handles())
        whole.addWidget(above)
        whole.addWidget(self.preview)
        whole.addStretch(1)
        whole.addWidget(self.buttons)
        self.words.picked.connect(self._keep)
        self.all.clicked.connect(self._keep_all)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        metrics = QFontMetrics(self.font())
        self.words.setMinimumHeight(metrics.lineSpacing() * _LINES)
        self.resize(metrics.averageCharWidth() * _WIDTH, self.sizeHint().height())
        self._show()

    def _handles(self) -> QHBoxLayout:
        line = QHBoxLayout()
        moves = {
            "start-earlier": lambda: self._trimming.move_start(-1),
            "start-later": lambda: self._trimming.move_start(1),
            "end-earlier": lambda: self._trimming.move_end(-1),
            "end-later": lambda: self._trimming.move_end(1),
        }
        for name, move in moves.items():
            end, way = name.split("-")
            if way == "earlier":
                line.addWidget(QLabel(self._says.text(f"window.trim.{end}"), self))
            button = named(QToolButton(self), f"trim-{name}")
            button.setText(_ARROWS[way])
            button.setToolTip(self._says.text(f"window.trim.{name}"))
            button.setAccessibleName(button.toolTip())
            button.setMinimumWidth(self.fontMetrics().height() * 2)
            button.setAutoRepeat(True)
            button.clicked.connect(move)
            button.clicked.connect(self._show)
            self.ends[name] = button
            line.addWidget(button)
            if way == "later":
                line.addSpacing(16)
        line.addStretch(1)
        line.addWidget(self.all)
        return line

    def _keep(self, first: int, last: int) -> None:
        self._trimming.keep(first, last)
        self._show()

    def _keep_all(self) -> None:
        self._trimming.keep_all()
        self._show()

    def _show(self) -> None:
        self.words.tint()
        self.preview.setText(self._says.text("window.quoted", words=self._trimming.preview()))
        end = len(self._trimming.words) - 1
        at = self._trimming
        self.ends["start-earlier"].setEnabled(at.first > 0)
        self.ends["start-later"].setEnabled(at.first < at.last)
        self.ends["end-earlier"].setEnabled(at.last > at.first)
        self.ends["end-later"].setEnabled(at.last < end)
        self.all.setEnabled(at.first > 0 or at.last < end)

    def accept(self) -> None:
        """Tells what is kept."""
        super().accept()
        self.kept.emit(self._trimming.parts())


_ARROWS = {"earlier": "‹", "later": "›"}
