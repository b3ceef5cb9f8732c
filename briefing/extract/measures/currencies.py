"""Which currency a sign or name of money stands for, where the text settles it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.extract.lexis.lexicon import alternatives


class Currencies:
    """Which currency a sign or name stands for, in the light of the countries that a text names."""

    def __init__(self, data: Mapping[str, Any], text: str) -> None:
        self._data = data
        self._lower = text.lower()
        self._settled: dict[str, str | None] = {}

    def code(self, key: str, adjective: str = "") -> str | None:
        """The ISO 4217 code of a code, or of a shared name such as `dollar`; `None` where it is not settled."""
        shared = self._data["shared"].get(key)
        if shared is None:
            return key
        if adjective:
            return self._by_adjective(shared, adjective.lower())
        if key not in self._settled:
            self._settled[key] = self._by_country(shared)
        return self._settled[key]

    def mentions(self, sign: str) -> bool:
        """Whether the text writes this sign anywhere."""
        return sign in self._lower

    @staticmethod
    def _by_adjective(shared: Mapping[str, Any], adjective: str) -> str | None:
        if adjective in shared.get("home", ()):
            default: str | None = shared.get("default") or next(iter(shared["countries"]))
            return default
        return next((code for code, words in shared["countries"].items() if adjective in words), None)

    def _by_country(self, shared: Mapping[str, Any]) -> str | None:
        named = [code for code, words in shared["countries"].items() if self._names_any(words)]
        if not named:
            default: str | None = shared.get("default")
            return default
        if "default" in shared:
            return None  # two countries whose money has this name may be meant
        return named[0] if len(named) == 1 else None

    def _names_any(self, words: list[str]) -> bool:
        if not any(word.split()[0] in self._lower for word in words):
            return False  # what most articles come to, at a fraction of the cost
        return re.search(rf"\b{alternatives(words)}(?!\w)", self._lower) is not None
