"""Short forms of who was named in full: one part of a name ("Han"), initials of an office ("the LG"), "the latter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.extract.cast import Cast, Mention, Person

_NO_PERSONS = frozenset(("GPE", "LOC", "NORP", "ORG", "FAC"))
_SMALL = frozenset(("of", "the", "for", "and", "to", "in", "on", "a"))
_LEAST = 2
_SHORTEST = 3  # letters of a part of a name


def by_part(cast: Cast, token: int) -> Person | None:
    """The only person one of whose names a lone capitalised word is."""
    word = cast.parse.tokens[token]
    if word.pos != "PROPN" or word.entity in _NO_PERSONS or len(word.text) < _SHORTEST or not word.text[:1].isupper():
        return None
    if token in cast.title_at or word.text.isupper() or _is_part(cast, token):
        return None
    wanted = word.text.casefold()
    bearers = [one for one in cast.people if wanted in one.name.casefold().split() and one.mentions[0].first < token]
    return bearers[0] if len(bearers) == 1 else None


def _is_part(cast: Cast, token: int) -> bool:
    """Whether the word stands within a longer name."""
    tokens = cast.parse.tokens
    beside = (
        i for i in (token - 1, token + 1) if 0 <= i < len(tokens) and tokens[i].sentence == tokens[token].sentence
    )
    return any(tokens[i].pos == "PROPN" and not tokens[i].text.endswith(".") and i not in cast.title_at for i in beside)


def by_initials(cast: Cast, token: int) -> Person | None:
    """`the LG`, `the SND`: who alone holds an office with these initials."""
    word = cast.parse.tokens[token].text
    if not (word.isalpha() and word.isupper() and _LEAST <= len(word) <= 5):
        return None
    holders = {
        person.key: person
        for person in cast.people
        if person.mentions[0].first < token and any(_fits(role.text, word) for role in person.roles)
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def _fits(role: str, initials: str) -> bool:
    """Whether the initials are those of the last words of a role, or are all of it."""
    words = [word.strip(",.()") for word in role.replace("-", " ").split()]
    first = "".join(word[0] for word in words if word and word.lower() not in _SMALL).upper()
    return words == [initials] or first.endswith(initials)


def latter(cast: Cast, token: int) -> Person | None:
    """`the latter` after a sentence that names two people: the second."""
    tokens = cast.parse.tokens
    if tokens[token].text.lower() != "latter" or tokens[token].sentence == 0:
        return None
    before: list[Mention] = [
        mention for mention in cast.mentions_in(tokens[token].sentence - 1) if mention.first not in cast.quoted
    ]
    keys = list(dict.fromkeys(mention.person for mention in before))
    return cast.person(keys[1]) if len(keys) == 2 else None
