"""Dictionary forms of words, by simplemma, with what a language's own data knows better."""

from __future__ import annotations

import functools
from collections.abc import Callable

from briefing.extract.lexicon import load

_LONGEST_WORD = 60  # letters; what is longer is no word


@functools.cache
def lemmatizer(language: str) -> Callable[[str], str]:
    """A function from a word to its dictionary form in lower case."""
    from simplemma import lemmatize  # noqa: PLC0415 - the dictionary of a language takes a second to load

    known: dict[str, str] = load(language, "grammar")["lemmas"]

    @functools.lru_cache(maxsize=65536)
    def lemma(word: str) -> str:
        lower = word.lower().replace("’", "'").replace("ʼ", "'")
        if lower in known:
            return known[lower]
        if not word[:1].isalpha() or len(word) > _LONGEST_WORD:
            return lower
        found = str(lemmatize(word.replace("’", "'"), lang=language)).lower()
        return str(lemmatize(lower, lang=language)).lower() if found == lower and word != lower else found

    return lemma
