"""Two names that could be one person's, but stand in one sentence for two: "Bob Hale met his son Robert Hale"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Candidate, text_of
from briefing.text.names import given_forms, may_be_same, name_words, sound

Names: TypeAlias = frozenset[tuple[str, ...]]

# What another name of the same person stands behind.
_ALIAS = frozenset(
    ("known", "alias", "aka", "a.k.a", "a.k.a.", "called", "calls", "dubbed", "nicknamed", "named", "renamed", "name",
     "names", "born", "né", "née", "nee", "formerly", "signed", "credited", "spelled", "spelt", "styled", "or",
     "himself", "herself", "stage", "byline", "pseudonym", "as")
)  # fmt: skip
_MARKS = frozenset('"“”„«»‘()[]/:;–—')


def told_apart(parse: Parse, words: Vocabulary, places: Sequence[Candidate]) -> frozenset[Names]:
    """The pairs of names, as `name_words` has them, whose bearers one sentence names side by side."""
    by_sentence: dict[int, list[Candidate]] = defaultdict(list)
    for place in places:
        by_sentence[parse.tokens[place.first].sentence].append(place)
    found: set[Names] = set()
    for beside in by_sentence.values():
        beside.sort(key=lambda place: place.first)
        named = [(text_of(parse, place), place) for place in beside]
        for at, (one, place) in enumerate(named):
            found.update(
                frozenset((name_words(one), name_words(other)))
                for other, later in named[at + 1 :]
                if _differ(one, other) and may_be_same(one, other) and _are_two(parse, words, place, later)
            )
    return frozenset(found)


def _differ(one: str, other: str) -> bool:
    """Whether two names are more than two spellings of one."""
    first, second = name_words(one), name_words(other)
    spelt = [tuple(map(given_forms, words[:-1])) for words in (first, second)]
    respelt = spelt[0] == spelt[1] and sound(first[-1]) == sound(second[-1])
    return not respelt and sound("".join(first)) != sound("".join(second))


def _are_two(parse: Parse, words: Vocabulary, one: Candidate, other: Candidate) -> bool:
    """Whether words stand between that lead on to somebody else, and none that lead on to another name."""
    between = [parse.tokens[i].text.lower() for i in range(one.last, other.first)]
    if not any(word.isalpha() for word in between) or not _ALIAS.isdisjoint(between):
        return False
    # "Robert Hale's office said Bob Hale would come" may be one; "Robert Hale's son Bob Hale" is not.
    owner = between[0] in {"'s", "’s", "'", "’"}
    kin = not words.human["named"].isdisjoint(between)
    return (kin or not owner) and not any(mark in word for word in between for mark in _MARKS)
