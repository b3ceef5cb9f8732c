"""Whether a capitalised name is a person's, weighed: its letters, its words' meanings, and what stands beside it.

The votes of `personhood` and `lone_names` are one sign among them. The weights of a language stand in its
`name_weights.toml`, fitted by `python -m tools.quality.names`.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.extract.lexis.lexicon import load
from briefing.extract.lexis.word_vectors import word_vectors
from briefing.extract.parsing.parse import Token
from briefing.extract.people.candidates import Draft
from briefing.extract.people.personhood import Hearing, listed_with_things, title_noun_before


class Sort(StrEnum):
    """A name of several words, or one that nobody of the article bears in full."""

    FULL = "full"
    LONE = "lone"


ENOUGH = {Sort.FULL: 2.0, Sort.LONE: 2.5}
"""The score from which on a name is a person's."""
_OPEN = {Sort.FULL: (-2.5, 4.5), Sort.LONE: (-1.5, 5.5)}
# Between these the votes leave it open.
_DOUBT = 0.25  # a single word is more often something else, and a wrong name is worse than none
_LOWEST, _HIGHEST = -4.0, 8.0
_MOST_PLACES = 6
_GRAMS = (2, 3)
_GRAM_WEIGHT = 0.3
_BESIDE = frozenset(
    {",", "(", "-", "’s", "'s", "and", ")", ".", ":", "“", '"', "the", "a", "by", "of", "in", "to", "with", "at",
     "from", "for"}
)  # fmt: skip
_HELD = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound"})


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs; `vectors`: for each place of a word (of, before or behind the name) a direction."""

    signs: Mapping[str, float]
    vectors: Mapping[str, Sequence[float]]


@functools.cache
def name_weights(language: str) -> Weights | None:
    """The weights of a language; `None` where none have been fitted."""
    try:
        data = load(language, "name_weights")
    except FileNotFoundError:
        return None
    return Weights(data["signs"], data["vectors"])


def weighed(hearing: Hearing, draft: Draft, sort: Sort, score: float) -> float:
    """The score of the votes, or where they leave it open what all signs weigh, on the same scale."""
    lowest, highest = _OPEN[sort]
    weights = name_weights("en") if hearing.parse.syntax and lowest < score < highest else None
    things = any(listed_with_things(hearing.parse, hearing.words, place) for place in draft.places)
    if weights is None or things:
        return score
    total = sum(value * weights.signs.get(sign, 0.0) for sign, value in signs(hearing, draft, sort, score).items())
    total += sum(share * _meaning(place, word) for place, word, share in words_beside(hearing, draft))
    heard = ENOUGH[sort] + total - _DOUBT * (sort is Sort.LONE)
    told = score >= ENOUGH[sort] and any(title_noun_before(hearing.parse, hearing.words, one) for one in draft.places)
    return max(heard, ENOUGH[sort]) if told else heard  # "the crime writer Ann Lee"


@functools.lru_cache(maxsize=16384)
def _meaning(place: str, word: str) -> float:
    """What a word weighs at a place by its meaning; 0 where it has no vector."""
    weights, vectors = name_weights("en"), word_vectors("en")
    vector = vectors.of(word) if vectors is not None else None
    if weights is None or vector is None:
        return 0.0
    return float(sum(one * other for one, other in zip(weights.vectors[place], vector, strict=True)))


def words_beside(hearing: Hearing, draft: Draft) -> Iterator[tuple[str, str, float]]:
    """The words whose meaning tells: where they stand, the word in small letters, and how much it counts."""
    tokens, best = hearing.parse.tokens, draft.places[0]
    yield "last", tokens[best.last - 1].text.lower(), 1.0
    if best.last - best.first > 1:
        yield "first", tokens[best.first].text.lower(), 1.0
    share = 1 / min(len(draft.places), _MOST_PLACES)
    for place in draft.places[:_MOST_PLACES]:
        if place.first:
            yield "before", tokens[place.first - 1].text.lower(), share
        if place.last < len(tokens):
            yield "behind", tokens[place.last].text.lower(), share
        head = tokens[place.last - 1]
        if head.dep == "nsubj":
            yield "verb", tokens[head.head].lemma, share


def signs(hearing: Hearing, draft: Draft, sort: Sort, score: float) -> Mapping[str, float]:
    """All signs of a name and how strong each is; `score`: the sum of the votes."""
    found: dict[str, float] = defaultdict(float)
    found["bias"] = 1.0
    found[sort.value] = 1.0
    told = max(_LOWEST, min(_HIGHEST, score))
    found[f"{sort}.score"] = told / 4
    found[f"{sort}.enough"] = float(told >= ENOUGH[sort])
    found[f"{sort}.near"] = max(0.0, 1 - abs(told - 2) / 2)
    found[f"places.{min(len(draft.places), 4)}"] = 1.0
    _of_shape(hearing, draft, sort, found)
    _of_places(hearing, draft, sort, found)
    return found


def _of_shape(hearing: Hearing, draft: Draft, sort: Sort, found: dict[str, float]) -> None:
    """What the words of the name are like."""
    words, best = hearing.words, draft.places[0]
    texts = [hearing.parse.tokens[i].text for i in range(best.first, best.last)]
    lower = [text.lower() for text in texts if text[0].isalnum()] or [""]
    found[f"{sort}.words.{min(len(lower), 5)}"] = 1.0
    told = {
        "given": lower[0] in words.given,
        "surname": words.is_surname(lower[-1]),
        "no_person": any(word in words.not_people for word in lower),
        "no_person.last": lower[-1] in words.not_people,
        "common": any(word in hearing.common for word in lower),
        "capitals": any(text.isupper() and len(text) > 2 for text in texts),
        "hyphen": "-" in texts,
        "inner_capital": any(not text.isupper() and text[1:] != text[1:].lower() for text in texts),
        "digit": any(map(str.isdigit, "".join(texts))),
        "titled": any(place.titled for place in draft.places),
        "honorific": any(place.honorific is not None for place in draft.places),
    }
    found.update((sign, 1.0) for sign, holds in told.items() if holds)
    for which, word in (("f", lower[0]), ("l", lower[-1])):
        closed = f"^{word[:24]}$"
        for size in _GRAMS:
            for at in range(len(closed) - size + 1):
                found[f"{which}:{closed[at : at + size]}"] = _GRAM_WEIGHT


def _of_places(hearing: Hearing, draft: Draft, sort: Sort, found: dict[str, float]) -> None:
    """What the parser sees in the name and beside it."""
    tokens = hearing.parse.tokens
    named = [tokens[i].entity or "none" for place in draft.places for i in range(place.first, place.last)]
    for entity in named:
        found[f"{sort}.entity.{entity}"] += 1 / len(named)
    share = 1 / min(len(draft.places), _MOST_PLACES)
    for place in draft.places[:_MOST_PLACES]:
        head = tokens[place.last - 1]
        above = tokens[head.head]
        for sign in (f"dep.{head.dep}", f"pos.{head.pos}", f"first.{tokens[place.first].pos}"):
            found[sign] += share
        if head.dep in _HELD:
            found[f"under.{head.dep}.{above.pos}"] += share
        for side, beside in (("before", _at(tokens, place.first - 1)), ("behind", _at(tokens, place.last))):
            here = beside is not None and beside.sentence == head.sentence
            found[f"{side}.{beside.pos if here and beside is not None else 'none'}"] += share
            if here and beside is not None and beside.text.lower() in _BESIDE:
                found[f"{side}:{beside.text.lower()}"] += share


def _at(tokens: Sequence[Token], i: int) -> Token | None:
    return tokens[i] if 0 <= i < len(tokens) else None
