"""Compiled gettext catalogues whose message ids are keys."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NoReturn, TypeAlias

Domain: TypeAlias = Literal["doc", "ui"]

PO = Path(__file__).with_name("po")


class UnknownKey(KeyError):
    """A key stands in no catalogue: a defect of the program."""


class _NoFallback(gettext.NullTranslations):
    """Gettext hands an unknown message back as it is; a key must never be printed."""

    def gettext(self, message: str) -> NoReturn:
        raise UnknownKey(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:
        del msgid2, n
        raise UnknownKey(msgid1)


class Catalogue:
    """The messages of one locale, in one domain."""

    def __init__(self, translations: gettext.NullTranslations) -> None:
        self._translations = translations

    def knows(self, key: str) -> bool:
        """Whether there is a message for `key`."""
        try:
            self.template(key)
        except UnknownKey:
            return False
        return True

    def template(self, key: str) -> str:
        """The message itself, its `{parameters}` not yet filled in. Raises `UnknownKey`."""
        # The empty message is gettext's own header.
        if not key:
            raise UnknownKey(key)
        return self._translations.gettext(key)

    def plural_template(self, key: str, n: int) -> str:
        """The form of the message that goes with `n` things. Raises `UnknownKey`."""
        return self._translations.ngettext(key, key, abs(n))

    def fill(self, key: str, parameters: Mapping[str, object]) -> str:
        """The message with its parameters; these are values, whatever braces they contain."""
        return self.template(key).format_map(parameters)

    def fill_plural(self, key: str, n: int, parameters: Mapping[str, object]) -> str:
        """The message for `n` things with its parameters."""
        return self.plural_template(key, n).format_map(parameters)


@cache
def catalogue(domain: Domain, locale: str) -> Catalogue:
    """The catalogue of a shipped locale (`pt_BR`)."""
    with (PO / domain / f"{locale}.mo").open("rb") as file:
        translations = gettext.GNUTranslations(file)
    translations.add_fallback(_NoFallback())
    return Catalogue(translations)
