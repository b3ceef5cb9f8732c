"""Which of several who bear a name the bare name means: the article's own order of telling settles it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Mention, Person

_KIN = frozenset(
    (
        "son",
        "daughter",
        "wife",
        "husband",
        "widow",
        "brother",
        "sister",
        "father",
        "mother",
        "child",
        "cousin",
        "nephew",
    )
) | frozenset(("niece", "grandson", "granddaughter", "heir"))
_DYING = frozenset(("die", "kill", "murder", "assassinate", "bury"))
_WORDS_BEFORE = 4  # between "the late" and a name
_CLOSE = 12  # sentences
_FAR = 20  # sentences after which another bearer is out of mind
_JUST = 4  # sentences after a full name in which the bare one may be its


def bearer_meant(cast: Cast, bearers: Sequence[Person], token: int) -> Person | None:
    """Who is meant by a bare name at a token; `None` where the article leaves it open."""
    latest = {person.key: _last_full(person, token) for person in bearers}
    named = [mention for mention in latest.values() if mention is not None]
    if len(named) < len(bearers):
        return None
    named.sort(key=lambda one: one.first)
    sentence_of = [cast.parse.tokens[mention.first].sentence for mention in named]
    here = cast.parse.tokens[token].sentence
    relative = _of_relatives(cast, bearers)
    if relative is not None or sentence_of[-2] == sentence_of[-1]:
        return relative
    if here - sentence_of[-1] <= _CLOSE and _out_of_mind(cast, bearers, named[-1]):
        return cast.person(named[-1].person)
    return _called_so_before(cast, bearers, token) if here - sentence_of[-1] > _JUST else None


def only_speaker(cast: Cast, bearers: Sequence[Person], token: int) -> Person | None:
    """Who alone of those who bear a bare name may say something at a token; `None` where several may, or nobody.

    Nobody of the other gender than the word before the name tells, none who is dead or stands in others' words only.
    """
    tokens = cast.parse.tokens
    gender = cast.vocabulary.honorifics.get(tokens[token - 1].text.lower()) if token else None
    if gender in {"m", "f"}:
        bearers = [one for one in bearers if one.gender in {gender, None}]
        return bearers[0] if len(bearers) == 1 and bearers[0].gender == gender else None
    clause = cast.clauses.around(token)
    if clause is None or clause.subject != token or clause.lemma not in load("en", "saying")["verbs"]["plain"]:
        return None
    able = [one for one in bearers if not _only_quoted(cast, one) and not _is_dead(cast, one)]
    return able[0] if len(able) == 1 else None


def _only_quoted(cast: Cast, person: Person) -> bool:
    return all(mention.first in cast.quoted for mention in person.mentions)


def _is_dead(cast: Cast, person: Person) -> bool:
    """`the late Maria Keller`, `Maria Keller, who died in May`, `Maria Keller was killed`."""
    tokens = cast.parse.tokens
    for mention in person.mentions:
        lead = range(max(mention.first - _WORDS_BEFORE, 0), mention.first)
        if any(tokens[i].text.lower() == "late" and tokens[i].dep == "amod" for i in lead):
            return True
        for clause in cast.clauses_in(tokens[mention.first].sentence):
            own = clause.subject is not None and mention.first <= clause.subject < mention.last
            if own and clause.lemma in _DYING and (clause.passive or clause.lemma == "die"):
                return True
    return False


def _last_full(person: Person, token: int) -> Mention | None:
    return max(
        (one for one in person.mentions if one.full and one.last <= token), key=lambda one: one.first, default=None
    )


def _of_relatives(cast: Cast, bearers: Sequence[Person]) -> Person | None:
    """`Wang Si, the son of the tycoon Wang Jian, left. Wang said`: whose relative the other is brought in as."""
    first = sorted((min(person.mentions, key=lambda one: one.first) for person in bearers), key=lambda one: one.first)
    one, other = first[:2]
    near = cast.parse.tokens[one.first].sentence == cast.parse.tokens[other.first].sentence
    if len(first) > len(("X", "Y")) or not near:
        return None
    between = (cast.parse.tokens[i].lemma for i in range(one.last, other.first))
    return cast.person(one.person) if not _KIN.isdisjoint(between) else None


def _out_of_mind(cast: Cast, bearers: Sequence[Person], last: Mention) -> bool:
    """Whether everybody else of the name was last spoken of long before this one was first named."""
    tokens, person = cast.parse.tokens, cast.person(last.person)
    if person is None:
        return False
    first = tokens[min(one.first for one in person.mentions)].sentence
    others = (
        one for bearer in bearers if bearer.key != last.person for one in bearer.mentions if one.first < last.first
    )
    return all(first - tokens[one.first].sentence > _FAR for one in others)


def _called_so_before(cast: Cast, bearers: Sequence[Person], token: int) -> Person | None:
    """Who alone was called by the bare name before anybody else of that name was introduced."""
    starts = sorted((min(one.first for one in person.mentions), person.key) for person in bearers)
    (_, key), (second, _) = starts[:2]
    person = cast.person(key)
    bare = [] if person is None else [one for one in person.mentions if not one.full and one.last <= second]
    again = [one for each in bearers if each.key != key for one in each.mentions if one.last <= token]
    return person if bare and len(again) == len(bearers) - 1 else None
