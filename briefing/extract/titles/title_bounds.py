"""Where a title phrase begins before its head."""

from __future__ import annotations

from briefing.extract.lexis.names import capital, glued
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Token

AFTER_HEAD = frozenset({"designate", "elect", "emeritus", "emerita"})
# Capitals that stand for a matter and not for a body.
_MATTERS = frozenset("TV IT ICT HR PR AI HIV AIDS NGO LGBT LGBTQ LGBTI CCTV MMA".split())  # noqa: SIM905
# What only tells one holder from another.
_NO_PART = frozenset(
    {"other", "following", "same", "such", "several", "various", "certain", "many", "few", "more", "only"}
)
DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "  # noqa: SIM905
    "August September October November December".split()
)
# Before "as" and a name: "a trader identified as Ann Lee".
CALLED_AS = frozenset({"known", "identified"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
BEFORE_ROLE = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})


def place_before(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> tuple[int, str] | None:
    """The country word that ends just before token `i`: its first token and code, empty for a city of several."""
    for j in range(max(0, i - 5), i):
        place = words.countries.at(tokens, j)
        if place is not None and place.last == i and tokens[j].sentence == tokens[i].sentence:
            return j, "" if place.ambiguous and place.kind in {"cities", "bodies"} else place.code
    return None


def left_edge(tokens: tuple[Token, ...], start: int, words: Vocabulary, inside: frozenset[int]) -> int:
    """Where the words begin that qualify the head: "assistant", "Foreign", "human rights"."""
    i = start
    while i > 0 and tokens[i - 1].sentence == tokens[start].sentence and i - 1 not in inside and start - i < 7:
        if not _qualifies(tokens, i, words):
            break
        i -= 1
    while i < start and tokens[i].text.lower() in {"and", "&", "-", ",", "the"}:
        i += 1
    return i


def past_age(tokens: tuple[Token, ...], i: int, start: int) -> int:
    """Past "23-year-old", which is no part of the role that begins at `i` and whose head is at `start`."""
    aged = (k + 1 for k in range(i, start) if tokens[k].text.lower() == "old" and tokens[k - 1].text == "-")
    return next(aged, i)


def _qualifies(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """Whether the word before token `i` belongs to the title that begins there."""
    token = tokens[i - 1]
    lower = token.text.lower()
    if lower in {"-", "–", "‑"} and glued(tokens, i) and glued(tokens, i - 1):
        return True
    if lower in {"and", "&", "the", ","}:
        return _joins_matters(tokens, i, words)
    if (
        lower in _NO_PART
        or _of_body(tokens, i, words)
        or place_before(tokens, i, words) is not None
        or token.text == "under"
    ):
        return False
    if token.text in _MATTERS or _of_world_part(tokens, i, words):
        return True
    if lower in words.modifiers or lower in words.portfolio or _compound(tokens, i - 1) or _opens(tokens, i):
        return True
    common = not capital(token) or _begins(tokens, i - 1)
    return common and token.pos in {"NOUN", "ADJ", "PROPN"} and token.text[0].isalnum()


def _joins_matters(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """Whether what stands before `i` joins matters: "Works, | Ports and Roads", "Finance and | the Economy"."""
    joint, after = tokens[i - 1].text.lower(), i + (tokens[i].text == "the")
    if i < 2 or after >= len(tokens):
        return False
    if joint == "the":
        return tokens[i - 2].text == "and" and tokens[i].text.lower() in words.portfolio and capital(tokens[i])
    pair = {tokens[i - 2].text.lower(), tokens[after].text.lower()}
    if not pair <= words.portfolio or capital(tokens[i - 2]) != capital(tokens[after]):
        return False
    row = (token.text for token in tokens[i + 1 : i + 6] if not capital(token))
    return joint != "," or (capital(tokens[i]) and next(row, "") in {"and", "&", ","})


def _of_body(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """Whether the word ends a body's name: "Chamber of Commerce | president", "Hill Traders Union | president"."""
    if i < 3 or not capital(tokens[i - 1]):
        return False
    before = tokens[i - 2]
    if before.text in {"of", "for"}:
        return capital(tokens[i - 3]) and tokens[i - 3].text.lower() in words.not_people
    own = capital(before) and before.pos == "PROPN" and before.sentence == tokens[i].sentence
    return tokens[i - 1].text in _BODIES and own and before.text.lower() not in words.modifiers | words.portfolio


_BODIES = frozenset({"Union", "Council", "Assembly", "Congress"})


def _of_world_part(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """Whether the word before `i` ends a part of the world before a small head: "South Asia | head"."""
    word, after = tokens[i - 1], tokens[i].text
    if word.text in WORLD_PARTS:
        return after.islower() and words.head_at(tokens, i) is not None
    return word.text in _QUARTERS and after in WORLD_PARTS


WORLD_PARTS = frozenset({"Africa", "Asia", "Europe", "America", "Oceania", "Pacific", "Caribbean", "Americas", "East"})
_QUARTERS = frozenset(
    {"South", "North", "East", "West", "Central", "Southeast", "Northeast", "Southern", "Northern", "Eastern",
     "Western", "Latin", "Middle", "Asia"}
)  # fmt: skip


def _begins(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the capital is only that of the sentence: "Traditional | owner Ann Lee"."""
    first = i == 0 or tokens[i - 1].sentence != tokens[i].sentence
    return first and tokens[i].tag in {"JJ", "NN"} and tokens[i].text[1:].islower() and tokens[i + 1].text.islower()


def _opens(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the word opens a compound that goes on with the hyphen here: "slow-moving", "34-year-old"."""
    if tokens[i].text != "-" or not glued(tokens, i):
        return False
    word = tokens[i - 1]
    aged = word.pos == "NUM" and i + 1 < len(tokens) and tokens[i + 1].text in {"year", "month"}
    return aged or (word.text.islower() and word.pos in {"ADV", "VERB"})


def is_participle(token: Token) -> bool:
    """Whether the word qualifies the noun after it: "organising", "neighbouring"."""
    return token.tag in {"VBG", "VBN"} and token.dep in {"amod", "compound"}


def _compound(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the participle ends a word in small letters: "award-winning", "democratically-elected"."""
    hyphened = i > 1 and tokens[i - 1].text == "-" and glued(tokens, i) and glued(tokens, i - 1)
    return hyphened and tokens[i].text.islower() and tokens[i - 2].text.islower()


def is_hour(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether it is a time of day: "at 5 | PM"; of a minister it is in capitals."""
    if tokens[i].text.lower() != "pm":
        return False
    return tokens[i].text != "PM" or (i > 0 and tokens[i - 1].text[0].isdigit())


def names_body(tokens: tuple[Token, ...], end: int, words: Vocabulary) -> bool:
    """Whether a word is a body's: "Tullow | General | Hospital", "Vale | Nurses | Union"."""
    if end >= len(tokens) or not capital(tokens[end]) or not capital(tokens[end - 1]):
        return False
    several = tokens[end - 1].tag in {"NNS", "NNPS"}
    body = tokens[end].text.lower()
    return (several or tokens[end - 1].text == "General") and body in words.not_people - words.portfolio
