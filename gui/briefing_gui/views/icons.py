"""The program's own signs, tinted with the palette whenever they are drawn: light, dark, disabled, chosen."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from briefing_gui.views.theme import colours

_FOLDER: Final = Path(__file__).resolve().parent.parent / "icons" / "actions"
# What the drawings hold in the place of their colour and of their pen's width.
_INK = "#000000"
_PEN = 'stroke-width="1.75"'
# Below this many pixels a pen of 1.75 in 24 comes out pale.
_SMALL = 20
_SMALL_PEN = 'stroke-width="2"'
# What leads somewhere along the line, or shows lines of text, is mirrored where text runs from right to left.
_DIRECTED: Final = frozenset(
    {
        "article",
        "merge",
        "next",
        "note",
        "pane-left",
        "pane-right",
        "previous",
        "queue",
        "redo",
        "section",
        "split",
        "text-add",
        "thumbnails",
        "undo",
    }
)


def icon(name: str, tint: str = "text") -> QIcon:
    """The sign of that name, in the text's colour or another of the theme's (`error`, `warning`, `quiet`, ...).

    It follows the palette by itself, so it is asked for once. A style paints the chosen row of a menu without telling
    its icon, so actions should not show theirs in menus (`setIconVisibleInMenu`). KeyError: there is no such sign, or
    no such colour.
    """
    if name not in names():
        raise KeyError(name)
    return QIcon(_Tinted(name, tint))


@cache
def names() -> frozenset[str]:
    """The names of all signs."""
    return frozenset(path.stem for path in _FOLDER.glob("*.svg"))


class _Tinted(QIconEngine):
    """Draws one sign in the size and the colours of the moment."""

    # A copy that Qt asks for belongs to Qt from then on, which Python does not know and would take it back.
    _copies: ClassVar[list[_Tinted]] = []

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._colour(QIcon.Mode.Normal)

    def clone(self) -> QIconEngine:
        """A copy, for Qt."""
        copy = _Tinted(self._name, self._tint)
        self._copies.append(copy)
        return copy

    def key(self) -> str:
        """The kind of engine, for Qt."""
        return "briefing"

    def iconName(self) -> str:  # noqa: N802 - Qt's name
        """The sign's name."""
        return self._name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draws the sign with the pixels of the painter's device."""
        ratio = painter.device().devicePixelRatio()
        pixmap = self.pixmap(rect.size() * ratio, mode, state)
        painter.drawPixmap(QRectF(rect), pixmap, QRectF(pixmap.rect()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002 - Qt's arguments
        """The sign, `size` in pixels of the device; kept as long as Qt keeps pictures."""
        edge = min(size.width(), size.height())
        colour = self._colour(mode)
        mirrored = self._name in _DIRECTED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key = f"briefing:{self._name}:{edge}:{colour.rgba():x}:{mirrored}"
        kept = QPixmap()
        if not QPixmapCache.find(key, kept):
            kept = _drawn(self._name, edge, colour)
            if mirrored:
                kept = QPixmap.fromImage(kept.toImage().flipped(Qt.Orientation.Horizontal))
            QPixmapCache.insert(key, kept)
        return kept

    def _colour(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if mode == QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText)
        if self._tint == "text":
            return palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText)
        try:
            return QColor(getattr(colours(palette), self._tint))
        except AttributeError:
            raise KeyError(self._tint) from None


def _drawn(name: str, edge: int, colour: QColor) -> QPixmap:
    drawing = _drawing(name).replace(_INK, colour.name())
    if edge < _SMALL:
        drawing = drawing.replace(_PEN, _SMALL_PEN)
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return pixmap


@cache
def _drawing(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
