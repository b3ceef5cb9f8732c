"""Offices that nobody of the article is said to hold, and whom the article can only mean by them.

`Anthony Albanese spoke in Tarn. "...", the Prime Minister said`: papers at home do not say who their prime minister is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.titles.titles import Title

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Person

_SHARE = 3  # how many times as often as anybody else without an office
_DIPLOMATS = frozenset(("foreign minister", "secretary of state", "minister of foreign affairs", "foreign secretary"))


def protagonist(cast: Cast, title: Title, at: int) -> Person | None:
    """Who is meant by one of the highest offices of a country that nobody in the article is said to hold.

    Only the first and by far the most often named person without any office.
    """
    if title.head_words not in load("en", "saying")["offices"]["highest"] or not title.definite or title.possessor:
        return None
    if any(one.head_words == title.head_words and not one.definite for one in cast.titles):
        return None
    free = sorted((one for one in cast.people if not one.titles), key=lambda one: -len(one.mentions))
    first = min(cast.people, key=lambda one: one.mentions[0].first, default=None)
    if not free or free[0] is not first or free[0].mentions[0].first >= at:
        return None
    if _beside_another(cast, title, free[0], at):
        return None
    alone = len(free) == 1 or len(free[0].mentions) >= _SHARE * len(free[1].mentions)
    abroad = title.country is not None and free[0].country not in {None, title.country}
    return free[0] if alone and not abroad else None


def _beside_another(cast: Cast, title: Title, person: Person, at: int) -> bool:
    """`Albanese met the Prime Minister`: whether a clause speaks of the person and of the office as of two."""
    tokens = cast.parse.tokens
    heads = [one.head for one in cast.titles if one.head_words == title.head_words and one.head <= at]
    sentences = {tokens[head].sentence for head in heads}
    for clause in (clause for sentence in sentences for clause in cast.clauses_in(sentence)):
        subjects, objects = frozenset(clause.subjects), frozenset((*clause.objects, clause.indirect, clause.agent))
        named = {each for each in subjects | objects if each in cast.by_token}
        own = {each for each in named if each is not None and cast.by_token[each].person == person.key}
        if (own & subjects and objects & set(heads)) or (own & objects and subjects & set(heads)):
            return clause.lemma not in {"be", "become"}
    return False


def by_rank(cast: Cast, token: int) -> Person | None:
    """`the US top diplomat`, `the official`: the only one of the article who is that, where no other is spoken of."""
    word, tokens = cast.parse.tokens[token], cast.parse.tokens
    below = {tokens[i].text.lower() for i in cast.parse.children[token] if i < token}
    if word.lemma == "diplomat" and "top" in below:
        known = [one for one in cast.people if any(title.head_words in _DIPLOMATS for title in one.titles)]
    elif word.text.lower() == "official" and below == {"the"}:
        others = any(each.lemma == "official" and each.i < token and not _bare(cast, each.i) for each in tokens)
        known = [] if others else [one for one in cast.people if any(title.national for title in one.titles)]
    else:
        return None
    return known[0] if len(known) == 1 and known[0].mentions[0].first < token else None


def _bare(cast: Cast, token: int) -> bool:
    """Whether it is just "the official"."""
    tokens = cast.parse.tokens
    return tokens[token].tag == "NN" and token > 0 and tokens[token - 1].text.lower() == "the"
