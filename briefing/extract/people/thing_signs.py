"""What the text around a name, or another place of the article, says of bodies and places and not of people."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.lexis.names import capital, runs
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.candidates import Candidate

SURE = 4.0
"""The vote of what says that nobody bears the name, however it sounds."""
_STRONG, _WEAK = 3.0, 2.5
_JOINTS = frozenset({"and", "&", "(", "/"})
_NO_PERSONS = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP"})
_LIST_ENDS = frozenset({",", "and", "&", ".", "with", "in", "of", "including", ":"})
_DIRECTIONS = frozenset("north south east west northern southern eastern western upper lower greater".split())  # noqa: SIM905
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ADMINISTERED = frozenset(
    ("district", "upazila", "province", "prefecture", "county", "region", "municipality", "township", "island",
     "village", "governorate", "oblast", "tehsil", "taluk", "wilayat", "commune", "subdistrict")
)  # fmt: skip
# Of a body somebody is one of these, hardly of a person.
_HEADED = frozenset(
    ("chairman", "chairwoman", "chairperson", "chair", "president", "vice-president", "ceo", "director", "founder",
     "owner", "principal", "dean", "treasurer", "mayor", "governor")
)  # fmt: skip


def told_as_thing(parse: Parse, words: Vocabulary, place: Candidate) -> float:
    """How strongly what stands around this name says that nobody bears it."""
    tokens = parse.tokens
    if tokens[place.first].text.lower() in _DIRECTIONS and place.last - place.first > 1:
        return _STRONG
    if holders_before(parse, words, place):
        return SURE
    if _is_which(tokens, place) or _is_apposed(tokens, words, place):
        return _STRONG
    return _WEAK * _among_places(tokens, words, place)


def _is_which(tokens: tuple[Token, ...], place: Candidate) -> bool:
    """“Sunrise Way, which was founded”: a clause with "which" hangs on the name."""
    which = place.last + 1
    if which >= len(tokens) or tokens[which].text != "which" or tokens[place.last].text != ",":
        return False
    verb = tokens[tokens[which].head]
    return verb.dep == "relcl" and place.first <= verb.head < place.last


def _is_apposed(tokens: tuple[Token, ...], words: Vocabulary, place: Candidate) -> bool:
    """“the largest island, Tavi Leru”: in apposition to a place."""
    comma = place.first - 1
    if comma < 1 or tokens[comma].text != "," or tokens[comma - 1].text not in words.located:
        return False
    return tokens[place.last - 1].dep == "appos" and tokens[place.last - 1].head == comma - 1


def holders_before(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“their rivals Larkspur Tarn”: several hold the title, and one name follows: a club, a band."""
    tokens, before = parse.tokens, place.first - 1
    if before < 0 or not tokens[before].text.islower() or tokens[before].tag not in {"NNS", "NNPS"}:
        return False
    if tokens[before].sentence != tokens[place.first].sentence or place.titled or place.honorific:
        return False
    heads = (words.head_at(tokens, i) for i in range(max(0, before - 3), place.first))
    if not any(head is not None and head[0] == place.first and head[2] for head in heads):
        return False
    following = tokens[place.last] if place.last < len(tokens) else None
    if following is None or following.text in _JOINTS:
        return following is None
    after = tokens[place.last + 1] if place.last + 1 < len(tokens) else None
    return not (following.text in {",", "of", "from"} and after is not None and capital(after))


def _among_places(tokens: tuple[Token, ...], words: Vocabulary, place: Candidate) -> bool:
    """“eleven districts, Bacho, Cho Arun, Muang”: between two single words that are places."""
    first, last = place.first, place.last
    if first < 3 or last + 2 >= len(tokens) or tokens[first - 1].text != "," or tokens[last].text != ",":
        return False
    sides = (tokens[first - 2], tokens[first - 3]), (tokens[last + 1], tokens[last + 2])
    return all(
        capital(item) and item.entity in _NO_PERSONS and end.text in _LIST_ENDS
        and item.text.lower() not in words.given and not words.is_surname(item.text.lower())
        for item, end in sides
    )  # fmt: skip


def known_things(parse: Parse, words: Vocabulary) -> frozenset[tuple[str, ...]]:
    """The names of several words, in small letters, that another place of the article gives to a body or a place."""
    return frozenset(_known_things(parse, words))


def _known_things(parse: Parse, words: Vocabulary) -> Iterator[tuple[str, ...]]:
    tokens = parse.tokens
    for first, last in runs(parse, words):
        if last - first < 2:
            continue
        lower = tuple(token.text.lower() for token in tokens[first:last])
        if first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].text.lower() in _HEADED:
            yield lower
        # "the Mae Som District": elsewhere "in Mae Som"; a body may have a person's name
        noun = next((k for k in range(2, len(lower)) if lower[k] in _ADMINISTERED), None)
        if noun is not None and (tokens[first].entity in _PLACES or not words.known_given(lower[0])):
            yield lower[:noun]
