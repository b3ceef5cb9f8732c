"""People who are known by one name only in an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Candidate, Draft, text_of
from briefing.extract.people.human_signs import after_article, before_noun, located, ruling
from briefing.extract.people.personhood import Hearing, followed_by_role, in_apposed_list, title_noun_before
from briefing.extract.people.portfolios import portfolio_head
from briefing.text.names import name_words, sound

_ENOUGH = 2.5
_SHORTEST = 2


def lone_people(
    hearing: Hearing,
    places: Sequence[Candidate],
    named: Sequence[Candidate],
    judge: Callable[[Draft, float], float],
) -> list[Draft]:
    """The people among single names that nobody bears in full.

    `named`: places of the people known so far. `judge`: what becomes of the score that the votes give a name.
    """
    groups: dict[str, Draft] = {}
    for place in places:
        key = sound(name_words(text_of(hearing.parse, place))[-1])
        groups.setdefault(key, Draft([])).places.append(place)
    starts, ends = {place.first for place in named}, {place.last for place in named}
    accepted: list[Draft] = []
    for draft in groups.values():
        if not _possible(hearing, draft):
            continue
        score = _score(hearing, draft)
        score = score + _RULES if _rules(hearing.parse, draft) else judge(draft, score)
        score += 1.25 * any(_listed(hearing.parse, place, starts, ends) for place in draft.places)
        draft.confidence = max(0.5, min(0.9, 0.45 + 0.08 * score))
        if score >= _ENOUGH:
            accepted.append(draft)
            starts.update(place.first for place in draft.places)
            ends.update(place.last for place in draft.places)
    return accepted


_RULES = 1.75
_RULED = frozenset({"administration", "presidency", "dictatorship", "premiership"})


def _rules(parse: Parse, draft: Draft) -> bool:
    """“The Boric administration”, "a man surnamed Ho": only somebody has one; a party may have a government."""
    tokens = parse.tokens
    return any(
        (place.last < len(tokens) and tokens[place.last].text in _RULED)
        or (place.first and tokens[place.first - 1].text == "surnamed")
        for place in draft.places
    )


def _possible(hearing: Hearing, draft: Draft) -> bool:
    """Whether the word can be somebody's name at all: no country, title, party or abbreviation."""
    parse, words = hearing.parse, hearing.words
    last = parse.tokens[draft.places[0].first]  # what follows is a numeral: "Yohannes IV"
    lower = last.text.lower()
    place = words.countries.at(parse.tokens, last.i)
    if place is not None and not place.ambiguous and not _known(words, words.surnames, lower):
        return False
    if lower in words.given and place is not None and place.kind == "names":
        return False
    named = any(parse.tokens[place.first].pos == "PROPN" or ruling(parse, words, place) for place in draft.places)
    if parse.syntax and not named:
        return False
    if (last.text.isupper() and len(lower) > 1) or len(lower) < _SHORTEST or any(map(str.isdigit, lower)):
        return False
    party = any(_is_party(text_of(parse, place)) for place in draft.places)
    if party or _is_of_several(words, last.text) or _is_of_thing(hearing, draft, lower):
        return False
    return words.head_at(parse.tokens, last.i) is None and lower not in words.honorifics


def _is_of_several(words: Vocabulary, text: str) -> bool:
    """`the two PMs`: letters of an office, with the ending of several."""
    return text[:-1].isupper() and len(text) > _SHORTEST and text[:-1].lower() in words.honorifics


def _is_of_thing(hearing: Hearing, draft: Draft, lower: str) -> bool:
    """`their rivals Larkspur Tarn ... Tarn scored`: the end of what the article calls a body or place by its name."""
    addressed = any(place.titled or place.honorific for place in draft.places)
    return not addressed and any(name[-1] == lower for name in hearing.things)


def _score(hearing: Hearing, draft: Draft) -> float:
    parse, words = hearing.parse, hearing.words
    heads = [parse.tokens[place.last - 1] for place in draft.places]
    lower = heads[0].text.lower()
    score = 3.0 * any(_really_titled(parse, words, place) for place in draft.places)
    persons = sum(head.entity == "PERSON" for head in heads)
    others = sum(head.entity not in {"PERSON", ""} for head in heads)
    score += 1.5 * (persons * 2 > len(heads)) + 0.5 * (persons > 1) - 1.0 * (others > persons)
    score += 2.0 * (persons > 0 and any(title_noun_before(parse, words, place) for place in draft.places))
    score += 3.0 * any(in_apposed_list(parse, words, place) for place in draft.places)
    score += 2.0 * any(followed_by_role(parse, words, place) for place in draft.places)
    told = sorted((hearing.signs.of(place) for place in draft.places), reverse=True)
    score += min(3.0, told[0] + 0.5 * max(0.0, sum(told[1:2]))) + min(0.0, told[-1])
    score += 0.5 * (sum(hearing.signs.acts(place) for place in draft.places) > 1)
    if lower in words.given:
        score += 0.5 if lower in words.doubtful else 1.5
    elif words.is_surname(lower):
        score += 0.25 if lower in words.doubtful else 0.75
    return score - _against(hearing, draft, lower)


def _known(words: Vocabulary, surnames: frozenset[str], lower: str) -> bool:
    """Whether the word is one of these surnames or a given name, letter for letter."""
    return lower in surnames or not words.given.keys().isdisjoint((lower,))


def _against(hearing: Hearing, draft: Draft, lower: str) -> float:
    parse, words = hearing.parse, hearing.words
    score = 0.0
    if lower in words.not_people or lower in words.portfolio or lower in words.modifiers:
        score += 1.5 if _known(words, words.also_surnames, lower) else 4.0
    score += 1.5 * (lower in hearing.common and lower not in words.given)
    if words.countries.at(parse.tokens, draft.places[0].last - 1) is not None:
        score += 1.5
    score += min(located(parse, place) for place in draft.places)
    score += 2.0 * any(before_noun(parse, words, place) for place in draft.places)
    score += 2.0 * (sum(after_article(parse, words, place) for place in draft.places) * 2 > len(draft.places))
    return score


def _listed(parse: Parse, place: Candidate, starts: set[int], ends: set[int]) -> bool:
    """Whether the name is joined directly to a person's: "Maria and Luz"."""
    tokens = parse.tokens
    for i in range(place.first - 1, max(-1, place.first - 3), -1):
        if tokens[i].text not in {",", "and", "&"}:
            break
        if i in ends:
            return True
    for i in range(place.last, min(place.last + 2, len(tokens) - 1)):
        if tokens[i].text not in {",", "and", "&"}:
            break
        if i + 1 in starts:
            return True
    return False


def _really_titled(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """A title or honorific directly before, and no body's word directly after ("General Assembly")."""
    before = place.first - 1
    if before < 0 or not (place.titled or place.honorific):
        return False
    direct = parse.tokens[before].text.lower() in words.honorifics or any(
        (head := words.head_at(parse.tokens, i)) is not None and head[0] == place.first
        for i in range(max(0, before - 4), place.first)
    )
    if not direct and portfolio_head(parse, words, _of_office(parse, words, place.first)) is None:
        return False
    following = parse.tokens[place.last] if place.last < len(parse.tokens) else None
    return following is None or not (capital(following) and following.sentence == parse.tokens[place.first].sentence)


def _of_office(parse: Parse, words: Vocabulary, first: int) -> int:
    """Where the words before a name begin that tell what its office is for: "Leader of the | Opposition Ann"."""
    tokens = parse.tokens
    while first > 1 and capital(tokens[first - 1]) and tokens[first - 1].text.lower() in words.not_people:
        first -= 1
    return first


def _is_party(text: str) -> bool:
    """“Ann Lee (D-Mo.)”: one letter for a party, then the state."""
    return len(text) > 2 and text[0].isupper() and text[1] in "-‑–"
