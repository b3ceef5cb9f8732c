"""The words for what somebody is that stand right at a name, read before titles are: "the opera singer Petrova"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse

_FARTHEST = 8  # words from a name
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_JOINING = frozenset({"of", "for", "and", "-", "&"})
_ARTICLES = frozenset({"a", "an", "the"})


class Place(Protocol):
    """Where a name stands: tokens `first` up to not including `last`."""

    @property
    def first(self) -> int:
        """The first token of the name."""

    @property
    def last(self) -> int:
        """The token behind the name."""


def roles_differ(parse: Parse, vocabulary: Vocabulary, places: Sequence[Place], others: Sequence[Place]) -> bool:
    """Whether both names have words for what their bearers are, and none of the one's are among the other's."""
    own, theirs = list(_roles(parse, vocabulary, places)), list(_roles(parse, vocabulary, others))
    return bool(own and theirs) and not any(one <= other or other <= one for one in own for other in theirs)


def _roles(parse: Parse, vocabulary: Vocabulary, places: Sequence[Place]) -> Iterator[frozenset[str]]:
    for place in places:
        for first, last in (_before(parse, vocabulary, place.first), _behind(parse, place.last)):
            told = {parse.tokens[i].text.lower() for i in range(first, last) if parse.tokens[i].pos in _NOMINAL}
            if told:
                yield frozenset(told)


def _before(parse: Parse, vocabulary: Vocabulary, name: int) -> tuple[int, int]:
    """Tokens of "opera singer | Petrova", "Mayor | Mr Johnson", "the head, | Dafydd Shearman"; none: an empty range."""
    tokens, end = parse.tokens, name
    sentence = parse.sentences[tokens[name].sentence].first
    while end > sentence and _is_address(parse, vocabulary, end - 1):
        end -= 1
    comma = end > sentence and tokens[end - 1].text == ","
    end -= comma
    first = end
    while first > max(sentence, end - _FARTHEST) and (
        tokens[first - 1].pos in _NOMINAL or tokens[first - 1].text in _JOINING
    ):
        first -= 1
    headed = any(vocabulary.head_at(tokens, i) is not None for i in range(first, end))
    noun = first < end and tokens[end - 1].pos == "NOUN" and not comma
    return (first, end) if headed or noun else (end, end)


def _behind(parse: Parse, end: int) -> tuple[int, int]:
    """Tokens of "Ann Lee, a | doctor", "Ann Lee is the | mayor"; none: an empty range."""
    tokens = parse.tokens
    if end + 1 >= len(tokens) or not (tokens[end].text in {",", "("} or tokens[end].lemma == "be"):
        return end, end
    first = end + 1 + (tokens[end + 1].text.lower() in _ARTICLES)
    last = first
    while last < min(len(tokens), first + _FARTHEST) and (
        tokens[last].pos in _NOMINAL or tokens[last].text in _JOINING
    ):
        last += 1
    return first, last


def _is_address(parse: Parse, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a token is "Mr" or its full stop, which say nothing of what somebody is; "Mayor" does."""
    word = parse.tokens[i].text
    address = word.lower().rstrip(".") in vocabulary.honorifics or word.lower() in vocabulary.honorifics
    return word == "." or (address and vocabulary.head_at(parse.tokens, i) is None)
