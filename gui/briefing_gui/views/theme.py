"""How the window looks: colours for light and dark, the size of text."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours, each `#rrggbb`.

    `faint`: a ground for what is set apart. `line`: hairlines. `edge`: around what can be written in, 3 to 1 on both
    grounds. `quiet`: words of the second rank, still at least 4.5 to 1 on both. `error` to `good`: for words and
    signs, never alone.
    """

    ground: str
    sheet: str
    faint: str
    button: str
    line: str
    edge: str
    text: str
    quiet: str
    disabled: str
    accent: str
    on_accent: str
    link: str
    error: str
    warning: str
    good: str


LIGHT: Final = Colours(
    ground="#F4F5F7",
    sheet="#FFFFFF",
    faint="#EAEEF3",
    button="#FBFBFC",
    line="#D3D8DF",
    edge="#7F8995",
    text="#1B1F24",
    quiet="#59636F",
    disabled="#9AA3AD",
    accent="#1F3A5F",
    on_accent="#FFFFFF",
    link="#1F5A9E",
    error="#A3242B",
    warning="#7A5200",
    good="#1E6B3C",
)
DARK: Final = Colours(
    ground="#1D2126",
    sheet="#15181C",
    faint="#272D35",
    button="#2B3138",
    line="#3A424C",
    edge="#6E7986",
    text="#E6E9ED",
    quiet="#A3ADB9",
    disabled="#6B7580",
    accent="#8FB4E3",
    on_accent="#10151B",
    link="#8FB4E3",
    error="#F1949A",
    warning="#E8BE6A",
    good="#86CFA2",
)
_SETS = MappingProxyType({False: LIGHT, True: DARK})


def colours(palette: QPalette) -> Colours:
    """The set that a widget's palette was made from."""
    return _SETS[palette.color(Role.Window).lightness() < 128]


def palette_of(colours: Colours) -> QPalette:
    """The palette of a set."""
    palette = QPalette()
    roles = {
        Role.Window: colours.ground,
        Role.WindowText: colours.text,
        Role.Base: colours.sheet,
        Role.AlternateBase: colours.faint,
        Role.ToolTipBase: colours.faint,
        Role.ToolTipText: colours.text,
        Role.PlaceholderText: colours.quiet,
        Role.Text: colours.text,
        Role.Button: colours.button,
        Role.ButtonText: colours.text,
        Role.BrightText: colours.error,
        Role.Link: colours.link,
        Role.LinkVisited: colours.link,
        Role.Highlight: colours.accent,
        Role.HighlightedText: colours.on_accent,
        Role.Accent: colours.accent,
        Role.Mid: colours.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    # What Fusion draws its edges and shades from.
    button = QColor(colours.button)
    shades = {Role.Light: 112, Role.Midlight: 106, Role.Dark: 78 if colours is LIGHT else 60, Role.Shadow: 45}
    for role, factor in shades.items():
        palette.setColor(role, button.lighter(factor))
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText):
        palette.setColor(Group.Disabled, role, QColor(colours.disabled))
    palette.setColor(Group.Disabled, Role.Highlight, QColor(colours.line))
    return palette


def rules(colours: Colours, size: float, pixels: int) -> str:
    """The little that a palette cannot say, for widgets of certain names.

    `size`: of the text, in points. `pixels`: of the signs beside it.
    """
    return f"""
    QLabel#pane-heading {{ font-weight: 600 }}
    QLabel#empty-heading {{ font-size: {size * 1.25:.1f}pt; font-weight: 600 }}
    QLabel#quiet, QLabel#topbar-label {{ color: {colours.quiet} }}
    QLabel#status-saved, QLabel#status-words {{ color: {colours.quiet} }}
    QLabel#topbar-label {{ font-size: {size * 0.9:.1f}pt }}
    QLineEdit {{ border: 1px solid {colours.edge}; border-radius: 4px; padding: 3px 5px }}
    QLineEdit:focus {{ border: 2px solid {colours.accent}; padding: 2px 4px }}
    QPushButton {{ icon-size: {pixels}px }}
    QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; padding: 0 }}
    QWidget#topbar {{ border-bottom: 1px solid {colours.line} }}
    QWidget#status {{ border-top: 1px solid {colours.line} }}
    """


class Theme(QObject):
    """Puts colours and text size on the whole program, and follows the system where it is told to.

    `changed`: colours or text size are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._appearance = "system"
        self._size = 1.0
        self._font = QFont(application.font())
        self._dark: bool | None = None
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        return bool(self._dark)

    def choose(self, appearance: str) -> None:
        """Makes the window `light` or `dark`, or has it follow the `system`."""
        self._appearance = appearance
        hints = self._application.styleHints()
        match appearance:
            # The platform is told too, for frames and dialogs that it draws itself.
            case "light":
                hints.setColorScheme(Qt.ColorScheme.Light)
            case "dark":
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case _:
                hints.unsetColorScheme()
        self._follow()

    def scale(self, size: float) -> None:
        """Makes text `size` times as large as the system has it."""
        if size == self._size:
            return
        self._size = size
        font = QFont(self._font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * size)
        else:
            font.setPixelSize(round(font.pixelSize() * size))
        self._application.setFont(font)
        self._rule()
        self.changed.emit()

    def _follow(self) -> None:
        dark = self._appearance == "dark" or (
            self._appearance == "system" and self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        if dark is self._dark:
            return
        self._dark = dark
        self._application.setPalette(palette_of(_SETS[dark]))
        self._rule()
        self.changed.emit()

    def _rule(self) -> None:
        font = self._application.font()
        points, pixels = QFontInfo(font).pointSizeF(), QFontMetrics(font).height()
        self._application.setStyleSheet(rules(_SETS[self.dark], points, pixels))
