"""Dictionary forms of English words from the model's own tables, at a fraction of its lemmatizer's cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adv"}
CONTRACTIONS = {"'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have", "’ve": "have"}
CONTRACTIONS |= {"'d": "would", "’d": "would", "'ll": "will", "’ll": "will", "n't": "not", "n’t": "not", "wo": "will"}
CONTRACTIONS |= {"ca": "can", "sha": "shall", "am": "be", "are": "be", "is": "be", "was": "be", "were": "be"}


class Lemmas:
    """Lemmas by word and part of speech; remembers what it has been asked, up to a bound."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._index = {name: frozenset(words) for name, words in tables["lemma_index"].items()}
        self._exceptions: Mapping[str, Mapping[str, Sequence[str]]] = tables["lemma_exc"]
        self._rules: Mapping[str, Sequence[Sequence[str]]] = tables["lemma_rules"]
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, word: str, pos: str) -> str:
        """The dictionary form in lower case; the word itself where the tables have none."""
        key = (word, pos)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 50_000:
                self._known.clear()
            found = self._known[key] = self._look_up(word.lower(), pos)
        return found

    def common(self, word: str) -> bool:
        """Whether the lower-case word stands in a general dictionary as noun, verb, adjective or adverb."""
        return any(word in words for words in self._index.values())

    def _look_up(self, word: str, pos: str) -> str:
        if (pos in {"VERB", "AUX"} or word in {"n't", "n’t"}) and word in CONTRACTIONS:
            return CONTRACTIONS[word]
        table = CLASSES.get(pos)
        if table is None:
            return word
        exceptions = self._exceptions.get(table, {}).get(word)
        if exceptions:
            return exceptions[0]
        index = self._index.get(table, frozenset())
        if word in index and pos != "NOUN" and not word.endswith(("ing", "ed")):
            return word
        for old, new in self._rules.get(table, ()):
            if word.endswith(old):
                form = word[: len(word) - len(old)] + new
                if form in index:
                    return form
        return word
