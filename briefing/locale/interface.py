"""The words in which the program speaks to its user."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.locale import tags
from briefing.locale.catalogue import Catalogue, UnknownKey, catalogue
from briefing.locale.shipped import DEFAULT, SHIPPED, Shipped
from briefing.locale.visible import visible
from briefing.model.errors import BriefingError
from briefing.model.notice import Notice

# POSIX's locales of no country, whose words are English.
_PORTABLE = frozenset({"C", "POSIX"})


class _Shown(dict[str, str]):
    """Parameters as text; one that a sentence wants and did not get is shown as missing."""

    def __missing__(self, key: str) -> str:
        return "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """The program's words in one language; asking for any of them never fails.

    `locale`: a shipped one (`pt_BR`).
    """

    locale: str

    def text(self, key: str, /, **params: object) -> str:
        """The words for `key`, or, where there are none, the key with its parameters."""
        return self._worded(key, params)

    def count(self, key: str, n: int, /, **params: object) -> str:
        """The words for `key` with `n` things; `{n}` is written the user's way."""
        shown = _shown({**params, "n": self.number(n)})
        try:
            return self._catalogue().fill_plural(key, n, shown)
        except (UnknownKey, ValueError, IndexError):
            return _bare(key, shown)

    def number(self, n: int) -> str:
        """A whole number, grouped."""
        shipped = SHIPPED[self.locale]
        if abs(n) < 10 ** (3 + shipped.grouped_from - 1):
            return str(n)
        return f"{n:,}".replace(",", shipped.group)

    def countries(self) -> Mapping[str, str]:
        """Every country's name by its ISO 3166-1 alpha-2 code; the first call of all takes about 0.06 s."""
        from briefing.locale.countries import countries  # noqa: PLC0415 (opens Babel, which most words do not need)

        return countries(self.locale)

    def notice(self, notice: Notice) -> str:
        """What a notice says, the place it is about in front."""
        said = self._sentence(("notice", "error"), notice.code, notice.parameters)
        return said if notice.place is None else self._worded("notice-at", {"place": notice.place, "said": said})

    def error(self, error: BriefingError) -> str:
        """What a failure says, with what the user may have meant where something comes close."""
        said = self._sentence(("error", "notice"), error.code, error.parameters)
        close = error.parameters.get("close")
        return f"{said} {self._worded('did-you-mean', {'close': close})}" if close else said

    def _sentence(self, kinds: tuple[str, str], code: str, parameters: Mapping[str, object]) -> str:
        # What stops one source is a notice beside others, and a failure where it was the only one.
        keys = [f"{kind}.{code}" for kind in kinds]
        known = (key for key in keys if self._catalogue().knows(key))
        return self._worded(next(known, keys[0]), parameters)

    def _worded(self, key: str, parameters: Mapping[str, object]) -> str:
        shown = _shown(parameters)
        try:
            return self._catalogue().fill(key, shown)
        except (UnknownKey, ValueError, IndexError):
            return _bare(key, shown)

    def _catalogue(self) -> Catalogue:
        return catalogue("ui", self.locale)


def interface(name: str | None = None) -> Interface:
    """The user's language: `name` if given, else the system's, else English.

    A language without a catalogue falls through to the next choice.
    """
    chosen = next((shipped for wish in _wishes(name) if (shipped := _shipped(wish)) is not None), DEFAULT)
    return Interface(locale=chosen.name)


def _wishes(name: str | None) -> Iterator[str]:
    if name:
        yield name
    # The first of these that is set decides, as POSIX has it.
    variables = map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
    system = next(filter(None, variables), None)
    if system is None:
        yield from _of_desktop()
    else:
        yield system


def _of_desktop() -> Iterator[str]:
    """What systems say that do not speak through the environment."""
    import locale  # noqa: PLC0415 (a tenth of the start, and most systems have spoken before)

    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 (only here)

        yield locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    try:
        yield locale.getlocale()[0] or ""
    except ValueError:
        return


def _shipped(wish: str) -> Shipped | None:
    if wish.partition(".")[0] in _PORTABLE:
        return DEFAULT
    tag = tags.parse(wish)
    return tag.catalogue() if tag else None


def _shown(parameters: Mapping[str, object]) -> _Shown:
    return _Shown({key: visible(value) for key, value in parameters.items()})


def _bare(key: str, shown: Mapping[str, str]) -> str:
    details = ", ".join(f"{name}={value}" for name, value in shown.items())
    return f"{key} ({details})" if details else key
