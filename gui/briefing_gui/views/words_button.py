"""A button whose words take as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

# Between the words and the edge on either side, as a share of a line.
_AIR = 0.6


class WordsButton(QPushButton):
    """Breaks its words where a line of it ends: a sentence at twice the size of letters is wider than a pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """The words in one line."""
        return self._words

    def say(self, words: str) -> None:
        """Says other words."""
        self._words = words
        self.setAccessibleName(words)
        self._break()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the longest word."""
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(longest + self._air(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Breaks the words anew."""
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Letters of another size break elsewhere."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._break()

    def _air(self) -> int:
        return round(2 * _AIR * self.fontMetrics().height())

    def _break(self) -> None:
        layout = QTextLayout(self._words, self.font())
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width() - self._air()))
            lines.append((line.textStart(), line.textLength()))
        layout.endLayout()
        units = self._words.encode("utf-16-le", "surrogatepass")
        cut = (units[2 * start : 2 * (start + length)].decode("utf-16-le", "surrogatepass") for start, length in lines)
        broken = "\n".join(part.strip() for part in cut).replace("&", "&&")
        if broken != self.text():
            self.setText(broken)
            self.updateGeometry()
