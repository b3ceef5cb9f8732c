"""The strip below the top bar: what there is to say, in plain words, with what can be done about it."""

from __future__ import annotations

import platform

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import briefing
from briefing.locale.interface import Interface
from briefing.model.notice import Severity
from briefing_gui.presenters.notices import Item, Notices, Offer
from briefing_gui.views.icons import icon
from briefing_gui.views.naming import named
from briefing_gui.views.theme import Colours, colours

# So many are shown before the rest is folded away, and so many of the lines of one.
_SHOWN = 2
_LINES = 200


class NoticeStrip(QWidget):
    """The items of `Notices`, the latest on top; hidden while there are none."""

    def __init__(self, notices: Notices, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices, self._says = notices, says
        self._all = False
        self._open: set[str] = set()
        self.setObjectName("notices")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        notices.changed.listen(self._show)
        self.retranslate(says)

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self._says = says
        self.setAccessibleName(says.text("window.notices"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draws the signs anew in light and dark, and in another size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and self.isVisible():
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            row = taken.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        items = self._notices.items
        shown = items if self._all else items[:_SHOWN]
        for item in shown:
            self._rows.addWidget(self._row(item))
        if len(items) > _SHOWN:
            self._rows.addWidget(self._fold(len(items) - _SHOWN))
        else:
            self._all = False
        self.setVisible(bool(items))

    def _row(self, item: Item) -> QWidget:
        row = _Row(item.severity)
        row.setObjectName(f"notice-{item.about}")
        words = named(QLabel(item.say(self._says)), "notice-words")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kind = self._says.text(f"severity.{item.severity.value}").rstrip(": \u00a0")
        words.setAccessibleName(f"{kind}: {words.text()}")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(_sign(row, item.severity, kind), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        for offer in item.offers:
            line.addWidget(self._button(item, offer), 0, Qt.AlignmentFlag.AlignTop)
        if item.lines:
            line.addWidget(self._unfold(item), 0, Qt.AlignmentFlag.AlignTop)
        if item.details is not None:
            line.addWidget(self._report(item), 0, Qt.AlignmentFlag.AlignTop)
        if not item.standing:
            line.addWidget(self._dismiss(item), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 6, 8, 6)
        column.addLayout(line)
        if item.lines and item.about in self._open:
            column.addWidget(self._lines(item))
        return row

    def _button(self, item: Item, offer: Offer) -> QPushButton:
        button = named(QPushButton(self._says.text(offer.key)), f"offer-{offer.key.rpartition('.')[2]}")

        def act() -> None:
            if not offer.stays:
                self._notices.drop(item.about)
            offer.act()

        button.clicked.connect(act)
        return button

    def _unfold(self, item: Item) -> QPushButton:
        shown = item.about in self._open
        button = named(
            QPushButton(self._says.text("window.offer.hide" if shown else "window.offer.show")), "offer-lines"
        )

        def turn() -> None:
            self._open ^= {item.about}
            self._show()

        button.clicked.connect(turn)
        return button

    def _lines(self, item: Item) -> QWidget:
        words = "\n".join(line(self._says) for line in item.lines[:_LINES])
        label = named(QLabel(words), "notice-lines")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        area = QScrollArea()
        area.setWidget(label)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMaximumHeight(self.fontMetrics().lineSpacing() * 7)
        return area

    def _report(self, item: Item) -> QPushButton:
        button = named(QPushButton(self._says.text("window.offer.report")), "offer-report")
        button.setToolTip(self._says.text("window.offer.report.about"))

        def copy() -> None:
            machine = f"Briefing {briefing.__version__}, Python {platform.python_version()}, {platform.platform()}"
            QGuiApplication.clipboard().setText(f"{machine}\n\n{item.say(self._says)}\n\n{item.details}")
            button.setText(self._says.text("window.offer.report.copied"))

        button.clicked.connect(copy)
        return button

    def _dismiss(self, item: Item) -> QToolButton:
        button = named(QToolButton(), "notice-dismiss")
        button.setIcon(icon("close", "quiet"))
        side = button.fontMetrics().height()
        button.setIconSize(QSize(side, side))
        button.setAutoRaise(True)
        button.setToolTip(self._says.text("window.offer.dismiss"))
        button.setAccessibleName(self._says.text("window.offer.dismiss"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._notices.drop(item.about))
        return button

    def _fold(self, more: int) -> QWidget:
        button = named(QPushButton(), "notices-more")
        button.setFlat(True)
        says = self._says
        button.setText(says.text("window.notices.fewer") if self._all else says.count("window.notices.more", more))

        def turn() -> None:
            self._all = not self._all
            self._show()

        button.clicked.connect(turn)
        return button


class _Row(QWidget):
    """One item, with a bar in the colour of its weight at its beginning and a hairline below."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self._severity = severity

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints ground, bar and line."""
        painter = QPainter(self)
        chosen = colours(self.palette())
        painter.fillRect(self.rect(), chosen.faint)
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 4 if right else 0, 0, 4, self.height(), _weight(chosen, self._severity))
        painter.fillRect(0, self.height() - 1, self.width(), 1, chosen.line)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follows light and dark."""
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _weight(chosen: Colours, severity: Severity) -> str:
    return {Severity.INFO: chosen.accent, Severity.WARNING: chosen.warning, Severity.ERROR: chosen.error}[severity]


def _sign(row: QWidget, severity: Severity, kind: str) -> QLabel:
    sign = named(QLabel(), "notice-sign")
    side = row.fontMetrics().height()
    tint = "accent" if severity is Severity.INFO else severity.value
    sign.setPixmap(icon(severity.value, tint).pixmap(QSize(side, side), row.devicePixelRatioF()))
    sign.setAccessibleName(kind)
    return sign
