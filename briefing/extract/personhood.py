"""Whether a capitalised name is a person's: votes of title, parser, dictionary and what stands around it."""

from __future__ import annotations

from collections import Counter

from briefing.extract.candidates import Candidate, Draft, text_of
from briefing.extract.names import capital
from briefing.extract.parse import Parse
from briefing.extract.vocabulary import Vocabulary
from briefing.text.names import name_words, sound

_SHORTEST = 2


def score_of(parse: Parse, words: Vocabulary, draft: Draft, subjects: set[int], heard: frozenset[str]) -> float:
    """How strongly the text treats this name as a person's: votes of title, parser, dictionary and context."""
    best = draft.places[0]
    tokens = [parse.tokens[i] for i in range(best.first, best.last)]
    lower = [token.text.lower() for token in tokens]
    votes = Counter(parse.tokens[i].entity for place in draft.places for i in range(place.first, place.last))
    persons, others = votes["PERSON"], sum(votes.values()) - votes["PERSON"] - votes[""]
    score = 3.0 * any(place.titled or place.honorific for place in draft.places)
    score += 2.75 * (lower[0] in words.given)
    score += 1.5 * (persons > others) + 0.5 * (persons > 1 and others == 0) - 0.75 * (others > persons)
    score += 2.0 * any(title_noun_before(parse, words, place) for place in draft.places)
    score += 2.75 * any(_followed_by_role(parse, words, place) for place in draft.places)
    score += 1.0 * any(i in subjects for place in draft.places for i in range(place.first, place.last))
    score += 1.0 * (sound(name_words(text_of(parse, best))[-1]) in heard)
    score += 1.5 * (len(lower) > 1 and lower[0] in words.family_first and lower[0] not in words.given)
    score += 1.0 * (len(lower) > 1 and _is_initial(parse.tokens[best.first].text) and len(lower[-1]) > _SHORTEST)
    score += 3.0 * any(_in_own_script(parse, place) for place in draft.places)
    score += 2.75 * any(_in_apposed_list(parse, words, place) for place in draft.places)
    score -= _against(parse, words, draft, lower)
    draft.confidence = max(0.5, min(0.97, 0.6 + 0.07 * score))
    return score if len(lower) <= 9 else 0.0


def title_noun_before(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """A title in lower case directly before: "party leader X"."""
    before = place.first - 1
    if before < 0 or parse.tokens[before].sentence != parse.tokens[place.first].sentence:
        return False
    token = parse.tokens[before]
    return token.text.islower() and token.pos == "NOUN" and words.head_at(parse.tokens, before) is not None


def _against(parse: Parse, words: Vocabulary, draft: Draft, lower: list[str]) -> float:
    """Votes against a person: words of bodies and places, an article before, capitals only."""
    score = 0.0
    strong = [word for word in lower if word in words.not_people and word not in words.also_surnames]
    weak = [word for word in lower if word in words.also_surnames and word in words.not_people]
    if strong:
        score += 6.5 if strong[-1] == lower[-1] else 4.0
    elif weak and lower[0] not in words.given:
        score += 1.5
    score += 1.0 * sum(word in words.portfolio for word in lower)
    score += 1.0 * any(_listed_with_things(parse, words, place) for place in draft.places)
    score += 1.5 * all(located(parse, place) for place in draft.places)
    score += 2.5 * any(_before_noun(parse, words, place) for place in draft.places)
    score += 3.0 * (len(lower) > 3 and text_of(parse, draft.places[0]).isupper())  # a heading in capitals
    first = parse.tokens[draft.places[0].first]
    if sum(after_article(parse, place) for place in draft.places) * 2 > len(draft.places):
        score += 3.0
    if first.text.isupper() and len(first.text) > 2 and "." not in first.text and first.text.isalpha():
        others = [parse.tokens[i].text for i in range(draft.places[0].first + 1, draft.places[0].last)]
        score += 0.0 if any(word.isupper() and len(word) > 2 for word in others) else 2.0
    if any(char.isdigit() for word in lower for char in word):
        score += 6.5
    place = words.countries.at(parse.tokens, draft.places[0].last - 1)
    if place is not None and not place.ambiguous and lower[0] not in words.given:
        score += 2.0
    return score


def _listed_with_things(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
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


_WITHIN = frozenset("in at near around across outside towards via into within inside throughout".split())  # noqa: SIM905


def located(parse: Parse, place: Candidate) -> bool:
    """Whether the name stands directly after a word of place: "in", "at", "near"."""
    return place.first > 0 and parse.tokens[place.first - 1].text.lower() in _WITHIN


def _before_noun(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“Madaripur district”, "Nagoya Grampus winger Ito": the name says where or of which body."""
    if place.last >= len(parse.tokens):
        return False
    following = parse.tokens[place.last]
    if following.sentence != parse.tokens[place.first].sentence or not following.text.islower():
        return False
    if following.text in words.located:
        return True
    head = words.head_at(parse.tokens, place.last)
    return head is not None and head[0] < len(parse.tokens) and capital(parse.tokens[head[0]])


def _is_initial(text: str) -> bool:
    return text[0].isupper() and len(text.rstrip(".")) == 1


def _in_own_script(parse: Parse, place: Candidate) -> bool:
    """“You Si-kun (游錫堃)”: the name is repeated in letters that have no capitals."""
    i = place.last
    if i + 1 >= len(parse.tokens) or parse.tokens[i].text != "(":
        return False
    text = parse.tokens[i + 1].text
    return text.isalpha() and text.upper() == text.lower() and 2 <= len(text) <= 4


def _in_apposed_list(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“the four deputies, A, B and C”: several holders of a title are announced, then named."""
    tokens = parse.tokens
    comma = place.first - 1
    if comma < 1 or tokens[comma].text not in {",", ":", "—", "–"}:
        return False
    heads = (words.head_at(tokens, i) for i in range(max(0, comma - 4), comma))
    return any(head is not None and head[0] == comma and head[2] for head in heads)


def after_article(parse: Parse, place: Candidate) -> bool:
    """Whether "the" or "a" stands directly before the name."""
    before = parse.tokens[place.first - 1] if place.first else None
    return before is not None and before.text.lower() in {"the", "a", "an"} and not place.titled


def _followed_by_role(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """What follows people's names only: ", the minister of", ", 45,", " (32)", ", who"."""
    tokens = parse.tokens
    i = place.last
    if i + 1 >= len(tokens) or tokens[i].text not in {",", "("}:
        return False
    following = tokens[i + 1]
    if following.text.isdigit() and len(following.text) == 2:
        return True
    if following.text.lower() == "who":
        return True
    return any(
        words.head_at(tokens, j) is not None for j in range(i + 1, min(i + 5, len(tokens))) if tokens[j].pos != "PUNCT"
    )
