"""What the program remembers from one start to the next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

NAME = "briefing"
# The smallest and largest text, as a share of the system's.
SMALLEST, LARGEST = 0.75, 3.0
APPEARANCES = ("system", "light", "dark")
FORMATS = ("docx", "pdf")


class Settings:
    """Typed access to what is remembered; what is missing or damaged falls back to how a first start finds it.

    `path`: an INI file in place of the system's own store.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(NAME, NAME) if path is None else QSettings(str(path), QSettings.Format.IniFormat)

    # The interface

    @property
    def language(self) -> str | None:
        """The interface's language; `None` for the system's."""
        return self._text("interface/language")

    @language.setter
    def language(self, language: str | None) -> None:
        self._set("interface/language", language)

    @property
    def appearance(self) -> str:
        """`system`, `light` or `dark`."""
        said = self._text("interface/appearance")
        return said if said in APPEARANCES else "system"

    @appearance.setter
    def appearance(self, appearance: str) -> None:
        self._set("interface/appearance", appearance)

    @property
    def text_size(self) -> float:
        """How large text is, as a share of the system's."""
        try:
            share = float(self._text("interface/text-size") or 1)
        except ValueError:
            share = 1.0
        # Not a number compares with nothing.
        return min(max(share, SMALLEST), LARGEST) if share == share else 1.0  # noqa: PLR0124 - see above

    @text_size.setter
    def text_size(self, share: float) -> None:
        self._set("interface/text-size", str(share))

    # Briefs

    @property
    def recent(self) -> tuple[Path, ...]:
        """The briefs that were open before, the latest first."""
        return self._paths("briefs/recent")

    @recent.setter
    def recent(self, paths: Sequence[Path]) -> None:
        self._set("briefs/recent", [str(path) for path in paths])

    @property
    def last(self) -> Path | None:
        """The brief that was open last; at hand even after the program was killed."""
        said = self._text("briefs/last")
        return Path(said) if said else None

    @last.setter
    def last(self, path: Path | None) -> None:
        self._set("briefs/last", None if path is None else str(path))
        self._store.sync()

    @property
    def locale(self) -> str | None:
        """The reader's language that was chosen last."""
        return self._text("briefs/locale")

    @locale.setter
    def locale(self, locale: str | None) -> None:
        self._set("briefs/locale", locale)

    def folder(self, use: str) -> Path | None:
        """The folder that was used last to `open`, `save`, `add` or `export`; `None` where it is there no more."""
        said = self._text(f"folders/{use}")
        folder = Path(said) if said else None
        return folder if folder is not None and folder.is_dir() else None

    def set_folder(self, use: str, folder: Path) -> None:
        """Remembers a folder for the next time."""
        self._set(f"folders/{use}", str(folder))

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats of the last export, at least one."""
        said = tuple(one for one in self._texts("export/formats") if one in FORMATS)
        return said or FORMATS[:1]

    @formats.setter
    def formats(self, formats: Sequence[str]) -> None:
        self._set("export/formats", list(formats))

    # The window

    def state(self, name: str) -> QByteArray | None:
        """How something of the window was arranged: its geometry, a splitter."""
        said = self._store.value(f"window/{name}")
        return said if isinstance(said, QByteArray) and not said.isEmpty() else None

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remembers an arrangement."""
        self._store.setValue(f"window/{name}", state)

    def flag(self, name: str, otherwise: bool) -> bool:
        """Whether something of the window was shown."""
        said = self._text(f"window/{name}")
        return otherwise if said not in {"yes", "no"} else said == "yes"

    def set_flag(self, name: str, value: bool) -> None:
        """Remembers whether something is shown."""
        self._set(f"window/{name}", "yes" if value else "no")

    def sync(self) -> None:
        """Writes to disk what has been set."""
        self._store.sync()

    def _text(self, key: str) -> str | None:
        said = self._store.value(key)
        return said if isinstance(said, str) and said else None

    def _texts(self, key: str) -> tuple[str, ...]:
        # A list of one comes back from an INI file as the one.
        said = self._store.value(key)
        if isinstance(said, str):
            return (said,) if said else ()
        return tuple(one for one in said if isinstance(one, str)) if isinstance(said, list) else ()

    def _paths(self, key: str) -> tuple[Path, ...]:
        return tuple(Path(one) for one in self._texts(key))

    def _set(self, key: str, value: str | list[str] | None) -> None:
        if value is None:
            self._store.remove(key)
        else:
            self._store.setValue(key, value)
