"""The interface's language: the program's own words, Qt's, and the direction of reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from briefing import app
from briefing.locale.interface import Interface, interface
from briefing.model.errors import BriefingError
from briefing.model.notice import Notice

# A language for testers: accented, a third longer, from right to left; never offered in the menu.
PSEUDO = "x-mirrored"
_ACCENTED = str.maketrans(
    "aceginorsuyzACEGINORSUYZ",
    "áçéĝíñóŕśúýźÁÇÉĜÍÑÓŔŚÚÝŹ",
)
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", PSEUDO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored(Interface):
    """English made strange, so that words which never went through a catalogue stand out, and tight places show."""

    # `Interface` by name, since `super()` finds no class in a method of a dataclass with slots.
    def text(self, key: str, /, **params: object) -> str:
        """The words for `key`, accented and longer; what was put into them too."""
        return _strange(Interface.text(self, key, **params))

    def count(self, key: str, n: int, /, **params: object) -> str:
        """The words for `key` with `n` things, accented and longer."""
        return _strange(Interface.count(self, key, n, **params))

    def notice(self, notice: Notice) -> str:
        """What a notice says, accented and longer."""
        return _strange(Interface.notice(self, notice))

    def error(self, error: BriefingError) -> str:
        """What a failure says, accented and longer."""
        return _strange(Interface.error(self, error))


def _strange(words: str) -> str:
    return f"⟦{words.translate(_ACCENTED)}{'·' * (len(words) // 3)}⟧" if words else words


def offered() -> Mapping[str, str]:
    """The languages to choose from, each with its name in itself."""
    return MappingProxyType(dict(sorted(app.locales().items(), key=lambda one: one[1].casefold())))


class Languages(QObject):
    """Says which language the interface is in; `changed` comes with the new `Interface`."""

    changed = Signal(object)

    def __init__(self, application: QApplication, chosen: str | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._translator: QTranslator | None = None
        self.chosen = chosen
        self.says = _speaking(chosen)
        self._take_up()

    def choose(self, language: str | None) -> None:
        """Speaks another language from now on; `None` for the system's."""
        self.chosen = language
        self.says = _speaking(language)
        self._take_up()
        self.changed.emit(self.says)

    def _take_up(self) -> None:
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{self.says.locale}", folder):
            self._application.installTranslator(translator)
            self._translator = translator
        QLocale.setDefault(QLocale(self.says.locale))
        self._application.setLayoutDirection(
            _direction(PSEUDO if isinstance(self.says, Mirrored) else self.says.locale)
        )


def _speaking(language: str | None) -> Interface:
    return Mirrored(locale="en") if language == PSEUDO else interface(language)


def _direction(language: str) -> Qt.LayoutDirection:
    rightwards = language.partition("_")[0] not in _RIGHT_TO_LEFT
    return Qt.LayoutDirection.LeftToRight if rightwards else Qt.LayoutDirection.RightToLeft
