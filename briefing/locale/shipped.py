"""The locales that have catalogues, as plain data, so that listing them costs nothing.

A new one takes a line here, its two catalogues under `po/` (compiled by `tools/catalogues.py`) and, where its language
is new, its quotation marks in `words` and the order of its alphabet in `collation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """One locale with catalogues, and what CLDR says of it that is needed before Babel is loaded.

    `name`: the file name of its catalogues. `own_name`: in its own language and with its case.
    `script`: ISO 15924, the one its language is usually written in. `group`: thousands separator.
    `grouped_from`: the least number of digits before the first separator.
    """

    name: str
    own_name: str
    script: str
    group: str
    grouped_from: int = 1

    @property
    def language(self) -> str:
        """The primary language subtag."""
        return self.name.partition("_")[0]


_LOCALES = (
    Shipped(name="en", own_name="English", script="Latn", group=","),
    Shipped(name="uk", own_name="українська", script="Cyrl", group="\u00a0"),
    Shipped(name="pt_BR", own_name="português (Brasil)", script="Latn", group="."),
    Shipped(name="de", own_name="Deutsch", script="Latn", group="."),
    Shipped(name="fr", own_name="français", script="Latn", group="\u202f"),
    Shipped(name="es", own_name="español", script="Latn", group=".", grouped_from=2),
    Shipped(name="pl", own_name="polski", script="Latn", group="\u00a0", grouped_from=2),
)

SHIPPED: Mapping[str, Shipped] = MappingProxyType({locale.name: locale for locale in _LOCALES})

DEFAULT = _LOCALES[0]


def available() -> tuple[str, ...]:
    """The locales that have catalogues."""
    return tuple(SHIPPED)


def names() -> Mapping[str, str]:
    """The locales that have catalogues, each with its name in its own language."""
    return MappingProxyType({name: locale.own_name for name, locale in SHIPPED.items()})


def of_language(language: str) -> Shipped | None:
    """The locale whose catalogue readers of `language` (a primary subtag) are given; `None` if there is none."""
    return next((locale for locale in _LOCALES if locale.language == language), None)
