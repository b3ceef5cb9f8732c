"""Dictionary forms of words, by simplemma, with what a language's own data knows better."""

from __future__ import annotations

import functools
from collections.abc import Callable

from briefing.extract.lexis.lexicon import load

_LONGEST_WORD = 60  # letters; what is longer is no word


@functools.cache
def lemmatizer(language: str) -> Callable[[str], str]:
    """A function from a word to its dictionary form in lower case."""
    from simplemma import is_known, lemmatize  # noqa: PLC0415 - the dictionary of a language takes a second to load

    known: dict[str, str] = load(language, "grammar")["lemmas"]

    @functools.lru_cache(maxsize=65536)
    def lemma(word: str) -> str:
        lower = word.lower().replace("’", "'").replace("ʼ", "'")
        if lower in known:
            return known[lower]
        if not word[:1].isalpha() or len(word) > _LONGEST_WORD:
            return lower
        plain = word.replace("’", "'").replace("ʼ", "'")
        found = str(lemmatize(plain, lang=language)).lower()
        if found == lower and word != lower and not is_known(plain, lang=language):
            return str(lemmatize(lower, lang=language)).lower()
        return found

    return lemma


@functools.lru_cache(maxsize=16384)
def is_word(language: str, word: str) -> bool:
    """Whether the dictionary of a language has the word in small letters."""
    from simplemma import is_known  # noqa: PLC0415 - as above

    return word.isalpha() and len(word) <= _LONGEST_WORD and bool(is_known(word.lower(), lang=language))
