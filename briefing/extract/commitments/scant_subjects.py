"""Subjects of whom nothing is told to be done: nobody, hardly anybody, or somebody whose word is not theirs."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse


class ScantSubjects:
    """Looks at the nouns of one article."""

    def __init__(self, parse: Parse, language: str = "en") -> None:
        self._parse = parse
        data = load(language, "vetoes")
        self._few: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data["scant"].items()}
        self._foes: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data["hostile"].items()}

    def is_scant(self, noun: int) -> bool:
        """Whether a subject is nobody, or hardly anybody: `no country`, `few of the donors`, `neither`."""
        tokens = self._parse.tokens
        own = tokens[noun]
        if own.pos != "PROPN" and own.text.lower() in self._few["pronouns"]:
            return not self._redeemed(noun)
        return any(
            tokens[i].text.lower() in self._few["determiners"] and not self._redeemed(i)
            for i in self._parse.subtree(noun)
            if i < noun and self._close(i, noun)
        )

    def is_hostile(self, noun: int) -> bool:
        """Whether who tells it tells it against those who are to act: `critics`, `a forged letter`."""
        token = self._parse.tokens[noun]
        if token.lemma in self._foes["people"] or self.is_forged(noun):
            return True
        return token.tag == "NNS" and token.lemma in self._foes["plural"]

    def is_forged(self, noun: int) -> bool:
        """Whether a noun is called false: `a fabricated statement`."""
        return any(self._parse.tokens[i].lemma in self._foes["forged"] for i in self._parse.children[noun])

    def _close(self, i: int, noun: int) -> bool:
        """Whether a word before a noun stands right with it or with its determiner ("hardly any donor")."""
        head = self._parse.tokens[i].head
        return head == noun or (
            self._parse.tokens[head].head == noun and self._parse.tokens[head].dep in {"det", "advmod", "nummod"}
        )

    def _redeemed(self, i: int) -> bool:
        tokens = self._parse.tokens
        before = tokens[i - 1].text.lower() if i > 0 and tokens[i - 1].sentence == tokens[i].sentence else ""
        after = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
        return before in self._few["redeem_before"] or after in self._few["redeem_after"]
