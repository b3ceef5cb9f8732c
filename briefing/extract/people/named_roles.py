"""Roles that a sentence hands to somebody: "they elected X chair", "its rector is X", "X, in her role as chair"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.names import capital
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.held import Held
from briefing.extract.people.listed_names import listed
from briefing.extract.people.roles import Places
from briefing.extract.titles.titles import Title, head_tokens

_NAMING = frozenset(
    {"appoint", "reappoint", "name", "rename", "elect", "re-elect", "reelect", "nominate", "designate", "choose",
     "hire", "install", "promote", "confirm", "select", "pick", "introduce", "retain", "crown", "declare", "swear",
     "welcome", "recruit", "employ", "engage", "describe", "list", "register", "proclaim", "announce"}
)  # fmt: skip
_LISTING = frozenset({"list", "name", "identify", "record", "register"})
_CAPACITIES = frozenset({"capacity", "role", "position", "function", "job", "work", "post", "tenure", "time"})
_SURE = 0.85


def named_roles(
    parse: Parse, clauses: Clauses, titles: Sequence[Title], places: Places, held: Sequence[Held]
) -> Iterator[Held]:
    """The free titles that a clause gives to a person; `held`: the titles that are linked already."""
    owner = places.owner()
    linked = {each.title.head for each in held}
    unlinked = [title for title in titles if title.head not in linked]
    free = {i: title for title in unlinked for i in head_tokens(title)}
    for clause in clauses:
        if clause.negated:
            continue
        for who, head in _made(parse, clause, owner):
            if head in free and not free[head].plural:
                yield Held(who, free[head], _SURE)
        yield from (Held(who, free[head], _SURE) for who, head in _is(parse, clause, places, free))
    for title in (title for title in unlinked if not title.plural):
        person = _acting_as(parse, title, owner)
        if person is None:
            person = _made_at_once(parse, title, owner)
        if person is not None:
            yield Held(person, title, _SURE)


def _made(parse: Parse, clause: Clause, owner: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """“Appointed X as head”, "elected X president", "appointed X head"."""
    if clause.passive or clause.lemma not in _NAMING:
        return
    for named in clause.objects:
        if named in owner:
            yield from ((owner[named], noun) for name, noun in clause.preps if name == "as")
            yield from ((owner[named], child) for child in parse.children[clause.verb]
                        if parse.tokens[child].dep in {"oprd", "attr"} and child > named)  # fmt: skip


def _made_at_once(parse: Parse, title: Title, owner: Mapping[int, int]) -> int | None:
    """“Elected X chairwoman”, where the parser takes the name for a part of the title."""
    i = title.outer
    person = owner.get(i - 1)
    while i > 0 and person is not None and owner.get(i - 1) == person:
        i -= 1
    return person if i > 0 and parse.tokens[i - 1].lemma in _NAMING else None


def _is(parse: Parse, clause: Clause, places: Places, free: Mapping[int, Title]) -> Iterator[tuple[int, int]]:
    """“The rector of the school is X”, "the winners were X, Y and Z", "its owner was listed as X"."""
    subject = clause.subject
    if subject is None or subject not in free or clause.inherited or clause.modal is not None:
        return
    title = free[subject]
    many = title.plural and title.national and capital(parse.tokens[title.head])
    if not (title.definite or title.possessor is not None or title.organisation or many):
        return
    owner = places.owner()
    if clause.lemma == "be" and not clause.passive:
        nouns = (each for noun in clause.objects for each in (conjuncts(parse, noun) if title.plural else (noun,)))
        people = dict.fromkeys(owner[noun] for noun in nouns if noun in owner)
        if title.plural and people:
            first = next(mention for mention in places.mentions if mention[0] > subject and mention[2] in people)
            people |= dict.fromkeys(listed(parse, first, places.starting()))
        yield from ((person, subject) for person in people)
    elif clause.passive and clause.lemma in _LISTING:
        yield from ((owner[noun], subject) for name, noun in clause.preps if name == "as" and noun in owner)


def _acting_as(parse: Parse, title: Title, owner: Mapping[int, int]) -> int | None:
    """“X, who took part in her role as chair”: the only person whom the sentence names before."""
    tokens, i = parse.tokens, title.outer - 1
    if i < 2 or tokens[i].text.lower() != "as" or tokens[i - 1].text.lower() not in _CAPACITIES:
        return None
    if tokens[i - 2].text.lower() not in {"his", "her"}:
        return None
    first = parse.sentences[tokens[i].sentence].first
    people = {owner[k] for k in range(first, i) if k in owner}
    return people.pop() if len(people) == 1 else None
