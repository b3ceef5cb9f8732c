"""Who acts and who says something in the sentences before a place, nearest first."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.cast import Cast
from briefing.extract.reference.role_likeness import is_human
from briefing.extract.reference.strangers import stranger

INDEFINITE = frozenset(("a", "an", "another", "one"))
_BACK = 30  # sentences


@functools.cache
def verbs_of_saying() -> frozenset[str]:
    """Those that need no quotation marks beside them."""
    return frozenset(load("en", "saying")["verbs"]["plain"])


def last_subjects(cast: Cast, at: int, allowed: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The subjects of main clauses before a token, each once: a person's key, if it is allowed, and the head.

    The key is empty for a human being who is nobody of the cast, or may be.
    """
    seen: set[str] = set()
    for sentence in _back(cast, at):
        for head in sorted(cast.main_subjects(sentence), reverse=True):
            if head >= at:
                continue
            key = cast.refer(head).key or ("" if is_somebody(cast, head) else None)
            if key is not None and key not in seen and (not key or key in allowed):
                seen.add(key)
                yield key, head


def last_sayings(cast: Cast, at: int) -> Iterator[tuple[str, int]]:
    """The subjects of verbs of saying before a token, each once, outside quotation marks; the key as above.

    A pronoun that nothing settles counts for nothing.
    """
    seen: set[str] = set()
    for sentence in _back(cast, at):
        for clause in sorted(cast.clauses_in(sentence), key=lambda one: -one.verb):
            subject = clause.subject
            if subject is None or clause.passive or clause.lemma not in verbs_of_saying() or subject >= at:
                continue
            if subject in cast.quoted or clause.verb in cast.quoted:
                continue
            key = cast.refer(subject).key or ("" if cast.parse.tokens[subject].pos != "PRON" else None)
            if key is not None and key not in seen:
                seen.add(key)
                yield key, subject


def _back(cast: Cast, at: int) -> range:
    here = cast.parse.tokens[at].sentence
    return range(here, max(here - _BACK, -1), -1)


def is_somebody(cast: Cast, head: int) -> bool:
    """Whether a subject is a human being that is nobody of the cast, or may be: "a visitor", "her grandmother"."""
    if head in cast.title_at or stranger(cast, head) is not None:
        return True
    below = [cast.parse.tokens[i] for i in cast.parse.children[head]]
    led = any(one.text.lower() in INDEFINITE or one.dep == "poss" for one in below)
    return cast.parse.tokens[head].tag == "NN" and led and is_human(cast, head)
