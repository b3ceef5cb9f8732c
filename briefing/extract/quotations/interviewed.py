"""Whom an interview is with, where its answers carry no name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.cast import Cast, Person

_BY = re.compile(r"(?:(?:[Bb]y|[Ii]nterview(?:ed)? by|[Tt]ext|[Hh]ost)\W{1,3})\Z")
_LONGEST_BY = 20  # characters before a name


def interviewed(cast: Cast, first: int, language: str) -> Person | None:
    """The person whom the text before character `first` says to speak or to be asked; else who is named in it most.

    `None` where that fits nobody or several.
    """
    named = Counter(
        {
            person.key: sum(
                m.words.span.start < first and not _signs(cast, m.words.span.start) for m in person.mentions
            )
            for person in cast.people
        }
    )
    data = load(language, "saying")["layouts"]
    asking = {person.key for person in cast.people if _asks(person, data["interviewers"])}
    named = Counter({key: count for key, count in named.items() if count and key not in asking})
    acting = _acting(cast, first, data["interviewed"]) & named.keys()
    if acting:
        return cast.person(acting.pop()) if len(acting) == 1 else None
    best = named.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return cast.person(best[0][0])


def _signs(cast: Cast, place: int) -> bool:
    """Whether a name is that of who wrote the interview down."""
    text = cast.parse.article.text
    return _BY.search(text, max(0, place - _LONGEST_BY), place) is not None


def _asks(person: Person, offices: Sequence[str]) -> bool:
    """Whether a person is named as one of those who ask."""
    return any(word.casefold() in offices for role in person.roles for word in role.text.split())


def _acting(cast: Cast, first: int, verbs: Mapping[str, Sequence[str]]) -> set[str]:
    """The people who speak, or are asked, in the clauses before a character."""
    tokens, found = cast.parse.tokens, set[str]()
    for clause in cast.clauses:
        verb = tokens[clause.verb]
        if verb.start >= first:
            continue
        told = [clause.subject] if verb.lemma in verbs["subject"] and not clause.passive else []
        if verb.lemma in verbs["object"]:
            told += [*clause.objects, *_with(cast, clause.verb)] if not clause.passive else [clause.subject]
        found.update(key for i in told if i is not None and (key := cast.refer(i).key) is not None)
    return found


def _with(cast: Cast, verb: int) -> list[int]:
    """Whom we sat down with, spoke to."""
    tokens, children = cast.parse.tokens, cast.parse.children
    ties = [i for i in children[verb] if tokens[i].lemma in {"with", "to"} and tokens[i].dep in {"prep", "dative"}]
    return [i for tie in ties for i in children[tie] if tokens[i].dep == "pobj"]
