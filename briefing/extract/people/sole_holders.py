"""Whose a title is that stands alone, "the president said": the one person who does most in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.held import Held
from briefing.extract.people.roles import Places
from briefing.extract.titles.titles import Title

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FEWEST = 2


def sole_holders(
    parse: Parse, clauses: Clauses, titles: Sequence[Title], places: Places, held: Sequence[Held]
) -> Iterator[Held]:
    """The free-standing office of the person who does most, if all others have theirs and he has none."""
    titled = {each.person for each in held}
    heads = {each.title.head_words.split()[-1] for each in held}
    acting = _acting(clauses, places)
    untitled = acting.keys() - titled
    if len(untitled) != 1:
        return
    (sole,) = untitled
    if acting[sole] < max(_FEWEST, *acting.values()):
        return
    firsts = [first for first, _, person in places.mentions if person == sole]
    linked = {each.title.head for each in held}
    for title in titles:
        free = title.definite and not title.plural and title.possessor is None and title.head not in linked
        free &= title.national or len(acting) == 1
        own = title.country is None and free and title.head_words.split()[-1] not in heads
        if own and parse.tokens[title.head].dep in _SUBJECTS and _follows(title, firsts, places):
            yield Held(sole, title, 0.75)
            return


def _acting(clauses: Clauses, places: Places) -> Counter[int]:
    """How often each person is the subject of a clause."""
    owner = {token: person for first, last, person in places.mentions for token in range(first, last)}
    return Counter(owner[clause.subject] for clause in clauses if clause.subject in owner and not clause.inherited)


def _follows(title: Title, firsts: Sequence[int], places: Places) -> bool:
    """Whether the person is the last one named before the title."""
    before = [mention for mention in places.mentions if mention[0] < title.outer]
    return bool(before) and before[-1][0] in firsts
