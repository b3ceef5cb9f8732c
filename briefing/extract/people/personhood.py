"""Whether a capitalised name is a person's: votes of title, parser, dictionary and what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.candidates import Candidate, Draft, text_of
from briefing.extract.people.human_signs import HumanSigns, after_article, before_noun, located
from briefing.extract.people.thing_signs import SURE, holders_before, told_as_thing
from briefing.text.names import name_words, sound

_SHORTEST = 2
_MOST_WORDS = 9
_GLUED_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-zß-ÿ]?\.){1,3}[A-ZÀ-Þ][^\W\d_]{2,}$")  # "M.K.Stalin", "Yu.Boldbaatar"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What votes on names in one article: its text, the words of the language, and what single names there tell.

    `alone`: sounds of bare names that the text treats as a person's, with how strongly. `common`: words that the text
    has in small letters as well. `things`: names of several words that it gives to bodies and places elsewhere.
    """

    parse: Parse
    words: Vocabulary
    signs: HumanSigns
    alone: Mapping[str, float]
    common: frozenset[str]
    things: frozenset[tuple[str, ...]] = frozenset()


def score_of(hearing: Hearing, draft: Draft) -> float:
    """How strongly the text treats this name as a person's: votes of title, parser, dictionary and context."""
    parse, words = hearing.parse, hearing.words
    best = draft.places[0]
    lower = [parse.tokens[i].text.lower() for i in range(best.first, best.last)]
    score = 3.0 * any(place.titled or place.honorific for place in draft.places)
    score += _of_dictionary(words, lower) + _of_parser(parse, draft)
    score += 2.0 * any(title_noun_before(parse, words, place) for place in draft.places)
    score += 1.0 * any(_office_before(parse, words, place) for place in draft.places)
    score += 2.75 * any(followed_by_role(parse, words, place) for place in draft.places)
    score += min(3.0, max(hearing.signs.of(place) for place in draft.places))
    score -= 2.5 * (len(draft.places) > 1 and any(map(hearing.signs.is_thing, draft.places)))
    score += 1.25 * hearing.alone.get(sound(name_words(text_of(parse, best))[-1]), 0.0)
    score += _of_initials(parse, words, best)
    score += 1.5 * any(_hyphened_given(parse, place) for place in draft.places)
    score += 3.0 * any(_in_own_script(parse, place) for place in draft.places)
    score += 2.75 * any(in_apposed_list(parse, words, place) for place in draft.places)
    score -= _against(hearing, draft, lower)
    draft.confidence = max(0.5, min(0.97, 0.6 + 0.07 * score))
    return score if sum(word not in {"-", "‑"} for word in lower) <= _MOST_WORDS else 0.0


def _of_dictionary(words: Vocabulary, lower: list[str]) -> float:
    """Votes of known given names, surnames and particles."""
    first, last = lower[0], lower[-1]
    score = 0.0
    if first in words.given:
        score += 1.5 if first in words.doubtful else 2.75
    elif len(lower) > 1 and first in words.family_first:
        score += 1.5
    if len(lower) > 1 and words.is_surname(last):
        score += 0.75 if last in words.doubtful else 1.25
    score += 0.75 * any(word in words.given or word in words.surnames for word in lower[1:-1])
    if len(lower) > 1 and any(word in _OF_PARENT for word in lower[1:-1]):
        score += 2.0
    return score


_OF_PARENT = frozenset({"bin", "ibn", "bint", "binti", "van", "von", "der", "oğlu", "ould", "abu", "abdul", "abd"})


def _of_parser(parse: Parse, draft: Draft) -> float:
    votes = Counter(parse.tokens[i].entity for place in draft.places for i in range(place.first, place.last))
    persons, others = votes["PERSON"], sum(votes.values()) - votes["PERSON"] - votes[""]
    return 1.5 * (persons > others) + 0.5 * (persons > 1 and others == 0) - 0.75 * (others > persons)


def title_noun_before(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """A title in lower case directly before: "party leader X"."""
    before = place.first - 1
    if before < 0 or parse.tokens[before].sentence != parse.tokens[place.first].sentence:
        return False
    if not parse.tokens[before].text.islower() or parse.tokens[before].pos not in {"NOUN", "ADJ", "PROPN"}:
        return False
    heads = (words.head_at(parse.tokens, i) for i in range(max(0, before - 3), before + 1))
    return any(head is not None and head[0] == place.first for head in heads) and not holders_before(
        parse, words, place
    )


def _office_before(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """An office of state in lower case, of one holder, directly before: "local lawmaker X"."""
    heads = (words.head_at(parse.tokens, i) for i in range(max(0, place.first - 4), place.first))
    office = any(head is not None and head[0] == place.first and head[1] and not head[2] for head in heads)
    return office and title_noun_before(parse, words, place)


_ARTICLES = frozenset({"al", "el", "ul", "ar", "as", "az"})  # "Ezz el-Arab"


def _against(hearing: Hearing, draft: Draft, lower: list[str]) -> float:
    """Votes against a person: words of bodies and places, an article before, capitals only."""
    parse, words, score = hearing.parse, hearing.words, 0.0
    joined = {lower[k] for k in range(2, len(lower)) if lower[k - 1] in {"-", "‑"} and lower[k - 2] in _ARTICLES}
    strong = [word for word in lower if word in words.not_people and word not in words.also_surnames | joined]
    if lower[0] in words.given and words.is_surname(lower[-1]):
        strong = [word for word in strong if word != lower[0]]  # "Christian Sandoval", "Bill King"
    if lower[0] in words.family_first and _hyphened_given(parse, draft.places[0]):
        strong = [word for word in strong if word != lower[0]]  # "Law Wai-lok"
    weak = [word for word in lower if word in words.also_surnames and word in words.not_people]
    if lower[0] in _OF_SAINTS and len(lower) > 1 and not draft.places[0].titled:
        score += 2.5
    if strong:
        score += 6.5 if strong[-1] == lower[-1] else 4.0
    elif weak and lower[0] not in words.given and not (lower[0] in words.family_first and len(lower) > 1):
        score += 1.5
    score += 1.0 * sum(word in words.portfolio for word in lower)
    score += 1.0 * any(listed_with_things(parse, words, place) for place in draft.places)
    score += min(located(parse, place) for place in draft.places)
    score += max(told_as_thing(parse, words, place) for place in draft.places)
    score += SURE * any(tuple(lower[i:]) in hearing.things for i in range(len(lower) - 1))
    nouns = [before_noun(parse, words, place) for place in draft.places]
    score += 2.5 * any(nouns) + 2.5 * all(nouns)
    score += 3.0 * (len(lower) > 3 and text_of(parse, draft.places[0]).isupper())  # a heading in capitals
    first = parse.tokens[draft.places[0].first]
    if sum(after_article(parse, words, place) for place in draft.places) * 2 > len(draft.places):
        score += 3.0
    if first.text.isupper() and len(first.text) > 2 and "." not in first.text and first.text.isalpha():
        others = [parse.tokens[i].text for i in range(draft.places[0].first + 1, draft.places[0].last)]
        score += 0.0 if any(word.isupper() and len(word) > 2 for word in others) else 3.5
    score += 3.0 * _ends_in_letters(parse, words, draft.places[0])
    glued = _GLUED_INITIALS.match(parse.tokens[draft.places[0].last - 1].text)
    if any(char.isdigit() for word in lower for char in word) or ("." in lower[-1][2:-1] and not glued):
        score += 6.5
    if all(len(part) <= 1 for word in lower for part in word.split(".")):
        score += 6.5  # letters after a name: "G.O.S. K"
    if lower[-1] in hearing.common and not (words.is_surname(lower[-1]) or lower[-1] in words.given):
        score += 1.25
    place = words.countries.at(parse.tokens, draft.places[0].last - 1)
    if place is not None and not place.ambiguous and lower[0] not in words.given:
        told = any(title_noun_before(parse, words, other) for other in draft.places)
        score += 4.0 if place.kind == "names" and not told else 2.0
    return score


def _ends_in_letters(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“Lobos UCAB”: a body's letters behind a word that is nobody's given name; "Jean DUPONT" is a person."""
    first, last = parse.tokens[place.first].text, parse.tokens[place.last - 1].text
    letters = last.isupper() and last.isalpha() and _SHORTEST < len(last) < _MOST_LETTERS and not first.isupper()
    return letters and first.lower() not in words.given and not words.is_surname(last.lower())


_MOST_LETTERS = 6
_OF_SAINTS = frozenset({"san", "santa", "são", "sao", "santo", "saint", "sainte", "ste", "ste.", "st", "st."})


def listed_with_things(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“X and Boeing”: joined directly to a body, place or product."""
    for joint, other in ((place.last, place.last + 1), (place.first - 1, place.first - 2)):
        if (
            min(joint, other) < 0
            or max(joint, other) >= len(parse.tokens)
            or parse.tokens[joint].text not in {"and", "&"}
        ):
            continue
        token = parse.tokens[other]
        if capital(token) and token.text.lower() in words.not_people - words.also_surnames:
            return words.head_at(parse.tokens, other) is None
    return False


def _of_initials(parse: Parse, words: Vocabulary, place: Candidate) -> float:
    """Votes of initials before a long last word: "J. Smith", "B Y Vijayendra", "TN Prathapan"."""
    tokens = [parse.tokens[i].text for i in range(place.first, place.last)]
    if len(tokens) == 1 and _GLUED_INITIALS.match(tokens[0]):
        return 1.75
    if len(tokens) < 2 or len(tokens[-1]) <= _SHORTEST:
        return 0.0
    if _is_initial(tokens[0]):
        return 1.75 if len(tokens[-1]) > _LONG and all(map(_is_initial, tokens[:-1])) else 1.0
    joined = len(tokens) == 2 and len(tokens[0]) == 2 and tokens[0].isupper() and tokens[0].isalpha()
    abroad = tokens[0] in words.countries.phrases or tokens[0] in words.international
    long = len(tokens[-1]) > _LONG and tokens[-1][1:].islower()
    return 1.25 if joined and long and not abroad else 0.0


_LONG = 4


def _hyphened_given(parse: Parse, place: Candidate) -> bool:
    """“Lai Wai-lok”: a short family name, then two syllables with a hyphen, the second in small letters."""
    tokens = parse.tokens[place.first : place.last]
    if len(tokens) != _PARTS or tokens[2].text not in {"-", "‑"} or len(tokens[0].text) > _LONGEST_SYLLABLE:
        return False
    first, last = tokens[1].text, tokens[3].text
    return len(first) <= _LONGEST_SYLLABLE and last.islower() and 1 < len(last) <= _LONGEST_SYLLABLE


_PARTS, _LONGEST_SYLLABLE = 4, 6


def _is_initial(text: str) -> bool:
    return text[0].isupper() and len(text.rstrip(".")) == 1


def _in_own_script(parse: Parse, place: Candidate) -> bool:
    """“You Si-kun (游錫堃)”: the name is repeated in letters that have no capitals."""
    i = place.last
    if i + 1 >= len(parse.tokens) or parse.tokens[i].text != "(":
        return False
    text = parse.tokens[i + 1].text
    return text.isalpha() and text.upper() == text.lower() and 2 <= len(text) <= 4


def in_apposed_list(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“the four deputies, A, B and C”: several holders of a title are announced, then named."""
    tokens = parse.tokens
    comma = place.first - 1
    while comma > 0 and place.first - comma < _LONGEST_LIST and _lists(tokens[comma]):
        if tokens[comma].text in {",", ":", "—", "–"}:
            heads = (words.head_at(tokens, i) for i in range(max(0, comma - 4), comma))
            if any(head is not None and head[0] == comma and head[2] for head in heads):
                return True
        comma -= 1
    return False


def _lists(token: Token) -> bool:
    """Whether the word may stand in a plain list of names, or announce one."""
    return capital(token) or token.text in {",", ":", "—", "–", "and", "&", "-"}


_LONGEST_LIST = 24


def followed_by_role(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """What follows people's names only: ", the minister of", ", 45,", " (32)", ", who"."""
    tokens = parse.tokens
    i = place.last
    if i + 1 >= len(tokens) or tokens[i].text not in {",", "("}:
        return False
    following = tokens[i + 1]
    if following.text == "the" and located(parse, place) > 1.0:
        return False  # "while in Mae Som, the minister said"
    if following.text.isdigit() and len(following.text) == 2:
        return True
    if following.text.lower() == "who":
        return True
    for j in range(i + 1, min(i + 5, len(tokens))):
        head = words.head_at(tokens, j) if tokens[j].pos != "PUNCT" else None
        if head is not None:  # "Councillors, teachers and": of several holders somebody is only "one of the"
            return not head[2] or any(token.text == "of" for token in tokens[i + 1 : j])
    return False
