"""Whose president somebody is, told by titles elsewhere: "the French leader" where only one president is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Person
from briefing.extract.titles.titles import Title

_HEADS_OF_STATE = frozenset({"president", "head of state", "leader"})
_HEADS_OF_GOVERNMENT = frozenset({"prime minister", "chancellor", "head of government", "leader"})
_RANKS = frozenset({"former", "ex", "deputy", "vice", "acting", "late", "then", "next"})


def by_office(
    parse: Parse, people: Sequence[Person], titles: Sequence[Title], beside: Mapping[int, str]
) -> list[Person]:
    """The people with the state of which the text elsewhere says "the Kenyan leader", if only one can be meant.

    `beside`: the heads of the titles that stand at somebody's name.
    """
    told: dict[str, set[str]] = defaultdict(set)
    stated = {(title.country, office) for person in people for title in person.titles if title.country
              for office in _offices(parse, title)}  # fmt: skip
    open_offices = {person.key: office for person in people for office in [_open_office(parse, person)] if office}
    for title in titles:
        office = _office(parse, title)
        if title.head in beside or title.country is None or office is None or not title.definite or title.plural:
            continue
        if any((title.country, held) in stated for held in (_HEADS_OF_STATE, _HEADS_OF_GOVERNMENT) if office <= held):
            continue
        sentence = parse.tokens[title.head].sentence
        holders = [person for person in people if office & open_offices.get(person.key, frozenset())]
        fitting = [one for one in holders if all(parse.tokens[i.first].sentence != sentence for i in one.mentions)]
        for person in fitting:
            told[person.key].add(title.country if len(fitting) == 1 else "")
    return [_settled(person, told[person.key] - {""}) for person in people]


def _offices(parse: Parse, title: Title) -> Sequence[frozenset[str]]:
    """The high offices that a title tells: "her Malaysian counterpart" may be either."""
    if title.head_words == "counterpart":
        return _HEADS_OF_STATE, _HEADS_OF_GOVERNMENT
    office = _office(parse, title)
    return () if office is None else (office,)


def _settled(person: Person, countries: Set[str]) -> Person:
    """The person with the one country that is told."""
    return replace(person, country=next(iter(countries))) if len(countries) == 1 else person


def _open_office(parse: Parse, person: Person) -> frozenset[str] | None:
    """The office of a head of state or government whose state no title of the person tells."""
    if any(title.country or title.organisation for title in person.titles):
        return None
    return next((office for title in person.titles for office in [_office(parse, title)] if office), None)


def _office(parse: Parse, title: Title) -> frozenset[str] | None:
    """Which of the two highest offices the title means; `None`: neither, or a former or deputy holder's."""
    words = {parse.tokens[i].text.lower() for i in range(title.outer, title.last)}
    if words & _RANKS or title.plural or title.possessor is not None:
        return None
    offices = (_HEADS_OF_STATE, _HEADS_OF_GOVERNMENT)
    if title.head_words == "leader":
        return frozenset({"leader"}) if title.last - title.first == 1 else None
    return next((office for office in offices if title.head_words in office), None)
