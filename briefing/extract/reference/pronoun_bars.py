"""Whom "he" or "she" cannot mean, or not for sure: one of several, somebody's mother, a name below the same pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.grammar.coordination import conjuncts

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Person

_AND = frozenset(("and", "&"))
_JOINS = _AND | {","}
_MUTUAL = frozenset(("meet", "debate", "join", "marry", "face", "confer", "chat", "negotiate"))
_MEETINGS = frozenset(("meeting", "talk", "talks", "discussion", "conversation", "debate", "dinner", "lunch"))
_HEADS = 12  # steps up the tree
_PRONOUNS = {"m": frozenset(("he", "his", "him")), "f": frozenset(("she", "her", "hers"))}


def below_pronoun(cast: Cast, subject: int, gender: str) -> bool:
    """`He believed that the president knew`: a name within what "he" governs is never that "he"."""
    tokens = cast.parse.tokens
    at, joined = subject, False
    for _ in range(_HEADS):
        above = tokens[at].head
        if above == at:
            return False
        joined = tokens[at].dep == "conj"
        clause = cast.clauses.get(above)
        own = clause.subject if clause is not None and not joined and not clause.inherited else None
        if own is not None and own < subject and tokens[own].text.lower() in _PRONOUNS[gender]:
            return True
        at = above
    return False


def before_comma(cast: Cast, subject: int, at: int) -> bool:
    """`Reed, he noted, is late`: the name before the comma is not who notes it."""
    tokens, mention = cast.parse.tokens, cast.by_token.get(subject)
    last = subject + 1 if mention is None else mention.last
    return last == at - 1 and tokens[last].text == "," and tokens[last].sentence == tokens[at].sentence


def is_owned(cast: Cast, subject: int, gender: str) -> bool:
    """`Her mother, Ann Lee, kept hens`: a "she" behind may be the mother or whose mother she is."""
    tokens = cast.parse.tokens
    heads = {subject} | ({tokens[subject].head} if tokens[subject].dep in {"appos", "compound"} else set())
    below = (tokens[i] for head in heads for i in cast.parse.children[head])
    return any(each.dep == "poss" and each.text.lower() in _PRONOUNS[gender] for each in below)


def met_another(cast: Cast, person: Person, subject: int, gender: str) -> bool:
    """`Ann Lee met Rosa Diaz`: who meets somebody of the same gender is no likelier to be a "she" than who is met."""
    clause = cast.clauses.around(subject)
    if clause is None or subject not in clause.subjects or clause.passive:
        return False
    held = [i for i in clause.objects if cast.parse.tokens[i].lemma in _MEETINGS]
    if clause.lemma not in _MUTUAL and not held:
        return False
    ties = (i for noun in held for i in cast.parse.children[noun] if cast.parse.tokens[i].text.lower() == "with")
    others = (
        *clause.objects,
        *(noun for name, noun in clause.preps if name == "with"),
        *(i for tie in ties for i in cast.parse.children[tie] if cast.parse.tokens[i].dep == "pobj"),
    )
    met = (cast.by_token.get(i) for head in others for i in conjuncts(cast.parse, head))
    keys = {mention.person for mention in met if mention is not None} - {person.key}
    return any(one.gender == gender for one in map(cast.person, keys) if one is not None)


def one_of_several(cast: Cast, person: Person, subject: int, gender: str) -> bool:
    """`Keller, Brandt and Lee face charges`: no "she" is one of them, unless only one may be a woman."""
    keys = _coordinated(cast, subject) | _listed(cast, subject)
    own = cast.by_token.get(subject)  # which may be written with a slip of the pen
    others = [cast.person(key) for key in keys - {person.key, own.person if own is not None else person.key}]
    known = person.gender == gender and all(one is None or one.gender not in {None, gender} for one in others)
    return bool(others) and not known


def _coordinated(cast: Cast, subject: int) -> set[str]:
    """The people joined as a subject, by the tree."""
    tokens, first = cast.parse.tokens, subject
    while tokens[first].dep == "conj" and tokens[tokens[first].head].pos in {"PROPN", "NOUN"}:
        first = tokens[first].head
    mentions = (cast.by_token.get(head) for head in conjuncts(cast.parse, first))
    return {one.person for one in mentions if one is not None}


def _listed(cast: Cast, subject: int) -> set[str]:
    """The people in a row of names with an "and", by the words between them."""
    row = cast.mentions_in(cast.parse.tokens[subject].sentence)
    own = next((at for at, one in enumerate(row) if one.first <= subject < one.last), None)
    if own is None:
        return set()
    first = last = own
    while first > 0 and _only_joins(cast, row[first - 1].last, row[first].first):
        first -= 1
    while last + 1 < len(row) and _only_joins(cast, row[last].last, row[last + 1].first):
        last += 1
    between = {cast.parse.tokens[i].text for i in range(row[first].first, row[last].last)}
    return {one.person for one in row[first : last + 1]} if between & _AND else set()


def _only_joins(cast: Cast, first: int, last: int) -> bool:
    return first < last and all(cast.parse.tokens[i].text in _JOINS for i in range(first, last))
