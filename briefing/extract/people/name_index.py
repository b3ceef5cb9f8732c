"""Which of many names can be one person's with another, without a look at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.text.names import given_forms, may_be_same, name_words, sound

Key = tuple[str, ...]


class NameIndex:
    """Names of several words in the order in which they were added; none is shorter than one added after it."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._by_key: dict[Key, list[int]] = defaultdict(list)
        self._by_beginning: dict[Key, list[int]] = defaultdict(list)

    def add(self, name: str, *, goes_on: bool) -> None:
        """Adds a name; `goes_on`: the same person's may end before its last word ("Rodrigo Chaves Robles")."""
        words, number = name_words(name), len(self._names)
        for key in set(_shared(words)) | {(*_letter(words), "any")}:
            self._by_key[key].append(number)
        if goes_on:
            sounds = tuple(map(sound, words))
            for size in range(2, len(sounds)):
                self._by_beginning[sounds[:size]].append(number)
        self._names.append(name)

    def find(self, name: str) -> int | None:
        """The number of the first name that can be this one's; those of its surname come before longer ones."""
        words = name_words(name)
        # An initial fits all names of its letter, a name in full only itself and initials.
        initial = (*_letter(words), "any" if len(words[0]) == 1 else "initial")
        own = {number for key in {*_shared(words), initial} for number in self._by_key.get(key, ())}
        longer = self._by_beginning.get(tuple(map(sound, words)), ())
        fitting = (number for known in (sorted(own), longer) for number in known)
        return next((number for number in fitting if may_be_same(self._names[number], name)), None)


def _shared(words: tuple[str, ...]) -> Iterator[Key]:
    """Of two names of one surname that can be the same, at least one of these is the same, initials aside."""
    last = sound(words[-1])
    yield last, "end", *words[-2:]
    yield last, "given", sound("".join(words[:-1]))
    yield from ((last, "form", form) for form in given_forms(words[0]))
    if len(words[0]) == 1:
        yield *_letter(words), "initial"


def _letter(words: tuple[str, ...]) -> Key:
    return sound(words[-1]), words[0][0]
