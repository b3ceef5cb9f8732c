"""Words for people that no list of titles has: a noun that stands at a name as only the word for its bearer can."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.lexis.names import glued
from briefing.extract.lexis.word_vectors import word_vectors
from briefing.extract.parsing.parse import Parse
from briefing.extract.titles.title_bounds import CALLED_AS

if TYPE_CHECKING:
    import numpy as np

_DOERS = ("er", "or", "ist", "ian", "man", "woman", "person", "eon", "eer", "ee")
_LIKE_PEOPLE, _LIKE_DOERS, _BEHIND = 0.07, -0.25, -0.12
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "person", "people", "child", "kid", "gentleman", "gent"})
_CALLED = frozenset({"named", "called", "surnamed"})
_JOINTS = frozenset({",", "(", "—", "–"})


def open_head(
    parse: Parse, i: int, name_starts: frozenset[int], inside: frozenset[int]
) -> tuple[int, bool, bool] | None:
    """A title's head as a list would have it: (end, no office of state, whether plural); `inside`: tokens of names.

    “The weightlifter Ann Lee”, "Ann Lee, a dialectologist", "an upholsterer, Ann Lee".
    """
    token = parse.tokens[i]
    if token.tag not in {"NN", "NNS"} or not token.text.isalpha() or not token.text.islower():
        return None
    before, behind = _before_name(parse, i, name_starts), _apposed(parse, i, inside)
    behind = behind or _predicated(parse, i, inside)
    if not (before or behind) or token.lemma in _ANYBODY or not _is_somebody(token.lemma, beside=before):
        return None
    return i + 1, False, token.tag == "NNS"


def _before_name(parse: Parse, i: int, name_starts: frozenset[int]) -> bool:
    """Whether a name follows, or its apposition behind a comma."""
    tokens = parse.tokens
    if i > 0 and tokens[i - 1].text == "-" and glued(tokens, i):
        return False
    if i + 1 in name_starts:
        return tokens[i + 1].sentence == tokens[i].sentence
    at = i + 1 + (tokens[i + 1].text == ",") if i + 1 < len(tokens) else i
    called = next((k for k in (at + 1, at + 2) if k in name_starts), at)
    if called > at and tokens[called].sentence == tokens[i].sentence:  # "another seller, surnamed Lee"
        words = [token.text for token in tokens[at:called]]
        return words[0] in _CALLED if len(words) == 1 else words[0] in CALLED_AS and words[1] == "as"
    follows = i + 2 in name_starts and tokens[i + 1].text == "," and tokens[i + 2].sentence == tokens[i].sentence
    return follows and any(tokens[child].dep == "appos" and child > i + 1 for child in parse.children[i])


def _apposed(parse: Parse, i: int, inside: frozenset[int]) -> bool:
    """Whether the parser takes the word for the apposition of a name before it, in commas or brackets."""
    tokens, name = parse.tokens, parse.tokens[i].head
    if tokens[i].dep != "appos" or name not in inside or name > i:
        return False
    after = name + 1
    while after < i and after in inside:
        after += 1
    return tokens[after].text in _JOINTS and not any(k in inside for k in range(after, i))


def _predicated(parse: Parse, i: int, inside: frozenset[int]) -> bool:
    """“Ann Lee was an adventurer”, "Ann Lee, who is a gardener"."""
    tokens, verb = parse.tokens, parse.tokens[parse.tokens[i].head]
    if tokens[i].dep != "attr" or verb.lemma not in {"be", "become"}:
        return False
    subjects = [k for k in parse.children[verb.i] if tokens[k].dep == "nsubj" and k < i]
    return any(k in inside or (tokens[k].text == "who" and verb.head in inside) for k in subjects)


def _is_somebody(word: str, *, beside: bool) -> bool:
    """Whether the noun means a human being; directly at a name the ending for one who does something is enough."""
    vectors, subjects = word_vectors("en"), load("en", "saying")["subjects"]
    if word in subjects["people"]:
        return True
    vector = vectors.of(word) if vectors is not None else None
    doer = word.endswith(_DOERS) and word not in subjects["things"]
    if vector is None:
        return doer
    people, things = _poles()
    like = float(vector @ people) - float(vector @ things)
    return like > (_LIKE_DOERS if doer and beside else _BEHIND if doer else _LIKE_PEOPLE)


@functools.cache
def _poles() -> tuple[np.ndarray, np.ndarray]:
    """The directions of words for human beings and of words for things."""
    vectors, subjects = word_vectors("en"), load("en", "saying")["subjects"]
    means = [vectors.mean(subjects[each]) for each in ("people", "things")] if vectors is not None else []
    people, things = (mean / max(float(mean @ mean) ** 0.5, 1e-9) for mean in means)
    return people, things
