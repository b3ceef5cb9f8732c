"""The country that the words directly at a name tell: "the Kenyan Ann Lee", "Ann Lee (Kenya)", "is a Kenyan runner"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.candidates import Candidate
from briefing.extract.titles.title_bounds import POSSESSIVE

_LONGEST_NAME = 8  # words between an article's comma and the name


def beside(parse: Parse, words: Vocabulary, place: Candidate) -> str | None:
    """The country that stands directly at a name: "the Kenyan Ann Lee", "Kenya's Ann Lee", "Ann Lee of Kenya"."""
    tokens = parse.tokens
    for i in range(max(0, place.first - 5), place.first):
        found = words.countries.at(tokens, i)
        if found is None:
            continue
        if found.last == place.first and found.kind == "people":
            return found.code
        owned = found.last + 1 == place.first and tokens[found.last].text in POSSESSIVE
        if owned and found.kind == "names" and not found.ambiguous:
            return found.code
    last = place.last + (place.last < len(tokens) and tokens[place.last].text in words.postnominals)
    told = _told_before(words, tokens, place.first) or _apposed(words, tokens, last)
    told = told or _listed_from(words, tokens, place.first, last)
    if told is not None:
        return told
    return _behind(words, tokens, last, _in_brackets(tokens, place.first)) if last + 1 < len(tokens) else None


def _behind(words: Vocabulary, tokens: Sequence[Token], last: int, bracketed: bool) -> str | None:
    """The country behind a name, `last`: the token there; `bracketed`: whether the name stands in brackets."""
    after = last + 1
    if tokens[last].text == "," and bracketed:
        return _closing(words, tokens, after)
    if tokens[last].text == "(":
        return _bracketed(words, tokens, after)
    if tokens[last].text.lower() != "of":
        return None
    if tokens[after].text.lower() == "the" and after + 1 < len(tokens):
        after += 1
    found = words.countries.at(tokens, after)
    return found.code if found is not None and found.kind == "names" else None


def _listed_from(words: Vocabulary, tokens: Sequence[Token], first: int, last: int) -> str | None:
    """“B” of "A, B from Palau, and C": an item of a list; not "they drove A from Palau"."""
    if last + 2 >= len(tokens) or tokens[last].text != "from" or first == 0:
        return None
    while first > 1 and (capital(tokens[first - 1]) or tokens[first - 1].text == "."):
        first -= 1  # "Gov. Ann Lee"
    at = last + 2 if tokens[last + 1].text == "the" else last + 1
    found = words.countries.at(tokens, at) or words.countries.at(tokens, last + 1)
    if found is None or found.kind != "names" or found.last >= len(tokens):
        return None
    joined = tokens[first - 1].text in {",", "and", ";", ":"} and tokens[found.last].text in {",", "and", ";", "."}
    return found.code if joined else None


def _apposed(words: Vocabulary, tokens: Sequence[Token], i: int) -> str | None:
    """“Ann Lee, a Kenyan, won”: not "a Kenyan-born runner"."""
    if i + 2 >= len(tokens) or tokens[i].text not in _APART or tokens[i + 1].text.lower() not in {"a", "an"}:
        return None
    found = words.countries.at(tokens, i + 2)
    if found is None or found.kind != "people" or found.last >= len(tokens):
        return None
    return found.code if tokens[found.last].text in _APART | _CLOSES else None


def _told_before(words: Vocabulary, tokens: Sequence[Token], first: int) -> str | None:
    """“Another American, Colonel Ann Lee,”: whose countryman somebody is, behind an article and before a comma."""
    i = first
    while i > 1 and first - i < _LONGEST_NAME and tokens[i - 1].text != "," and capital(tokens[i - 1]):
        i -= 1
    if i < _PARTS or tokens[i - 1].text != ",":
        return None
    found = words.countries.at(tokens, i - 2)
    fits = found is not None and found.kind == "people" and found.last == i - 1
    return found.code if fits and found is not None and tokens[i - 3].text.lower() in _ONE_OF else None


_APART = frozenset({",", "–", "—"})
_CLOSES = frozenset({".", "and", "who", ")", ";"})
_PARTS = 3
_ONE_OF = frozenset({"a", "an", "another", "fellow", "one", "the", "young"})


def _closing(words: Vocabulary, tokens: Sequence[Token], first: int) -> str | None:
    """The country with which a bracket ends."""
    found = words.countries.at(tokens, first)
    if found is None or found.kind != "names" or found.last >= len(tokens):
        return None
    return found.code if tokens[found.last].text.startswith(")") else None


def _in_brackets(tokens: Sequence[Token], first: int) -> bool:
    """`The Chair (Ms. Ann Lee, Kenya)`: whether a bracket opens just before a name, honorifics left aside."""
    before = [token.text for token in tokens[max(0, first - _HONORIFICS) : first]]
    return "(" in before and all(text == "." or text[:1].isupper() for text in before[before.index("(") + 1 :])


_HONORIFICS = 4  # tokens of address between a bracket and a name


def _bracketed(words: Vocabulary, tokens: Sequence[Token], first: int) -> str | None:
    """The country or city in brackets behind a name: "(Kenya)", "(S&D, Italy)", "(Nairobi)"."""
    for i in range(first, min(first + 7, len(tokens))):
        if tokens[i].text in {")", ";"}:
            return None
        found = words.countries.at(tokens, i)
        if found is None or (i > first and tokens[i - 1].text not in {",", "/"}):
            continue
        ends = tokens[min(found.last, len(tokens) - 1)].text in {")", ","}
        if found.kind == "names" or (found.kind == "cities" and ends and i == first and not found.ambiguous):
            return found.code if ends else None
    return None


def told_of(parse: Parse, words: Vocabulary, place: Candidate) -> str | None:
    """The nationality that is said of a name: "Ann Lee is a Kenyan runner", "became the first Indian to win"."""
    tokens = parse.tokens
    subject = tokens[place.last - 1]
    if subject.dep != "nsubj" or tokens[subject.head].lemma not in {"be", "become"}:
        return None
    for noun in parse.children[subject.head]:
        if tokens[noun].dep not in {"attr", "acomp"} or noun < place.last:
            continue
        found = [words.countries.at(tokens, i) for i in range(max(place.last, noun - 3), noun + 1)]
        codes = {one.code for one in found if one is not None and one.kind == "people" and not one.ambiguous}
        return codes.pop() if len(codes) == 1 else None
    return None
