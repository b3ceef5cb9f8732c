"""Which of many names can be one person's with another, without a look at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Set

from briefing.text.names import given_forms, may_be_same, name_words, sound

Key = tuple[str, ...]
_NO_MIDDLE = 2  # words


class NameIndex:
    """Names of several words in the order in which they were added; none is shorter than one added after it."""

    def __init__(self, apart: Collection[frozenset[Key]] = ()) -> None:
        """`apart`: pairs of names, as `name_words` has them, that are two people's."""
        self._names: list[str] = []
        self._joined: dict[int, set[Key]] = defaultdict(set)
        self._rivals: dict[Key, set[Key]] = defaultdict(set)
        for pair in apart:
            for words in pair:
                self._rivals[words] |= pair - {words}
        self._by_key: dict[Key, list[int]] = defaultdict(list)
        self._by_beginning: dict[Key, list[int]] = defaultdict(list)

    def add(self, name: str, *, goes_on: bool) -> None:
        """Adds a name; `goes_on`: the same person's may end before its last word ("Rodrigo Chaves Robles")."""
        words, number = name_words(name), len(self._names)
        for key in {*_shared(words), *_stored(words)}:
            self._by_key[key].append(number)
        if goes_on:
            sounds = tuple(map(sound, words))
            for size in range(2, len(sounds)):
                self._by_beginning[sounds[:size]].append(number)
        self._names.append(name)
        self.join(number, name)

    def join(self, number: int, name: str) -> None:
        """Notes that the person of a number goes by this name too."""
        self._joined[number].add(name_words(name))

    def find(self, name: str) -> int | None:
        """The number of the first name that can be this one's; those of its surname come before longer ones."""
        words = name_words(name)
        rivals: Set[Key] = self._rivals.get(words, frozenset())
        own = {number for key in {*_shared(words), *_asked(words)} for number in self._by_key.get(key, ())}
        longer = self._by_beginning.get(tuple(map(sound, words)), ())
        fitting = (number for known in (sorted(own), longer) for number in known)
        return next(
            (
                number
                for number in fitting
                if may_be_same(self._names[number], name) and rivals.isdisjoint(self._joined[number])
            ),
            None,
        )


def _shared(words: tuple[str, ...]) -> Iterator[Key]:
    """Keys by which a name is both stored and asked for: the same end, given names that sound the same."""
    last = sound(words[-1])
    yield last, "end", *words[-2:]
    yield last, "given", sound("".join(words[:-1]))
    for first in _firsts(words):
        yield from ((*first, form) for middle in words[1:-1] for form in given_forms(middle))


def _stored(words: tuple[str, ...]) -> Iterator[Key]:
    """Keys by which a name is only stored; of an initial it is told that it is one."""
    yield *_letter(words), "any"
    if len(words[0]) == 1:
        yield *_letter(words), "initial"
    for first in _firsts(words):
        yield *first, "", "any"
        if len(words) == _NO_MIDDLE:
            yield *first, "", "none"
        for middle in words[1:-1]:
            yield *first, middle[0], "any"
            if len(middle) == 1:
                yield *first, middle, "initial"


def _asked(words: tuple[str, ...]) -> Iterator[Key]:
    """Keys by which a name is only asked for: an initial fits all of its letter, a name in full only initials."""
    yield *_letter(words), _fitting(words[0])
    for first in _firsts(words):
        yield *first, "", "any" if len(words) == _NO_MIDDLE else "none"
        yield from ((*first, middle[0], _fitting(middle)) for middle in words[1:-1])


def _fitting(given: str) -> str:
    return "any" if len(given) == 1 else "initial"


def _firsts(words: tuple[str, ...]) -> Iterator[Key]:
    last = sound(words[-1])
    yield from ((last, "form", form) for form in given_forms(words[0]))


def _letter(words: tuple[str, ...]) -> Key:
    return sound(words[-1]), words[0][0]
