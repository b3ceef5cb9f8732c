"""What can be seen of a passage by itself that tells the article from the furniture of the page around it.

Each sign is a number between 0 and 1 with a name. They look at shape; the few words among them (`furniture.toml`) are
those by which page furniture announces itself.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.text.sentences import ends_sentence, function_share, inner_ends, words

# Enough of a long paragraph to know it by.
GLANCE = 500
_URL = re.compile(r"https?://|www\.\w", re.IGNORECASE)
_EMAIL = re.compile(r"\w@\w+\.\w")
_BREADCRUMB = re.compile(r"\S\s*[>»›→|]\s*\S.*[>»›→|]\s*\S|\S\s+/\s+\S.*\s/\s|^[^.!?]{2,40}:\s*+[^.!?>]{2,30}+\s*+>")
_SEPARATORS = re.compile(r"\s[|•·»›/]\s|[>»›→]|\|")
_COUNTER = re.compile(r"^\W*\d[\d.,]*\s*[kKmM]?\W*$|\(\s*\d[\d.,]*[kK]?\s*\)\s*$|^\d+\s+\w+$")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b.*\b\d{1,2}\b|\b\d{1,2}\b.*\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d\d\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BULLET = re.compile(r"(?:[-*•·▪◦●►■–—✓✔]|\d{1,2}[.)])\s")
_QUOTE = re.compile(r"[“”„«»\"]")
_COUNT = re.compile(r"[\d(),.\s]*\d[\d(),.\s]*")
_RIM = " \t:#*-–—.!…>»|()"
_LONGEST_HEADING = 60
# In words: a call to act that needs no other sign.
_SHORT_CALL = 3
# In words: what speaks to the reader; "Thank you." may be anybody's.
_LEAST_SAID = 3
_WIDTHS = ((2, "1-2"), (5, "3-5"), (9, "6-9"), (14, "10-14"), (24, "15-24"), (44, "25-44"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A passage by itself: its signs, how much prose it is (0 to 1), and how many words it has."""

    signs: dict[str, float]
    prose: float
    words: int


@cache
def _phrases(group: str) -> tuple[str, ...]:
    table = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
    return tuple(table[group])


@cache
def _furniture(group: str) -> re.Pattern[str]:
    phrases = sorted(_phrases(group), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")(?!\w)")


@cache
def _first_words(group: str) -> frozenset[str]:
    return frozenset(words(phrase)[0] for phrase in _phrases(group) if words(phrase))


def _has(folded: str, tokens: frozenset[str], group: str) -> bool:
    """Whether a phrase of the group stands in a line; the long search is made only where it can succeed."""
    if "©" not in folded and _first_words(group).isdisjoint(tokens):
        return False
    return bool(_furniture(group).search(folded))


def announces_list(text: str) -> bool:
    """Whether a short line is a heading of page furniture, such as "Related" or "Most read"."""
    if len(text) > 60:
        return False
    core = text.casefold().replace("’", "'").strip(" \t:#*-–—.!…>»|")
    match = _furniture("headings").match(core)
    return match is not None and len(core) - match.end() <= max(4, match.end())


def opens_comments(text: str) -> bool:
    """Whether a line is the heading above what readers wrote: "Comments (3)", "Leave a Reply"."""
    core = _COUNT.sub("", _plain(text[:_LONGEST_HEADING])).strip(_RIM)
    match = _furniture("comments").match(core)
    return len(text) < _LONGEST_HEADING and match is not None and len(core) - match.end() <= max(4, match.end())


def quotes(text: str) -> bool:
    """Whether a line has a quotation mark in it."""
    return bool(_QUOTE.search(text))


def is_notice(text: str) -> bool:
    """Whether a page says something of itself: that a form failed, that a machine reads, that letters are sent."""
    plain = _plain(text[:GLANCE])
    return not quotes(text) and _has(plain, frozenset(words(plain)), "notices")


def speaks_to_reader(text: str) -> bool:
    """Whether a line says "you", "your" or "us" as a page does to its reader: in no quotation, and asking nothing."""
    tokens = words(text[:GLANCE].replace("’", "'"))
    if quotes(text) or text.endswith("?") or (len(tokens) < _LEAST_SAID and ends_sentence(text)):
        return False
    # "US" is a country.
    small = {word.casefold() for word in tokens if word != "US"}
    return not (
        _first_words("readers").isdisjoint(small) and frozenset(_phrases("polite_readers")).isdisjoint(tokens[1:])
    )


def calls_to_act(text: str) -> bool:
    """Whether a sentence begins with what the page wants done: "Sign up here.", "Follow Ann Lee on Twitter."."""
    plain = _plain(text[:GLANCE])
    tokens = words(plain)
    if not _has(plain, frozenset(tokens), "actions"):
        return False
    found = [match.span() for match in _furniture("actions").finditer(plain)]
    first = plain[slice(*found[0])]
    return not plain[: found[0][0]].strip(_RIM) and (" " in first or len(found) > 1 or len(tokens) <= _SHORT_CALL)


def tells_of_author(text: str) -> bool:
    """Whether a sentence says who wrote the article: "Ann Lee is a reporter who covers health."."""
    plain = _plain(text[:GLANCE])
    return _has(plain, frozenset(words(plain)), "authors")


def look(text: str) -> Look:
    """The signs of one passage by itself."""
    glance = text[:GLANCE]
    tokens = words(glance)
    single = frozenset(token.casefold().replace("’", "'") for token in tokens)
    count = len(tokens) if len(text) <= GLANCE else max(len(tokens), len(text) // 7)
    ended, inner = ends_sentence(text), min(inner_ends(glance), 3) / 3
    share = min(function_share(tokens), 0.5) * 2
    length = min(count, 40) / 40
    signs = {
        _width(count): 1.0,
        "ended": float(ended),
        "ended_long": float(ended and count >= 8),
        "inner_ends": inner,
        "function_words": share if count >= 3 else 0.0,
        "length": length,
        **_letters(glance, tokens),
        **_shape(glance, count),
        **_wording(glance, count, single),
        **_apart(text, count, tokens, single),
    }
    prose = length * (0.35 + 0.25 * (ended or inner > 0) + 0.4 * share)
    return Look(signs={name: value for name, value in signs.items() if value}, prose=prose, words=count)


def _width(count: int) -> str:
    if count == 0:
        return "words_0"
    return "words_" + next((name for most, name in _WIDTHS if count <= most), "45+")


def _letters(text: str, tokens: list[str]) -> dict[str, float]:
    if not tokens:
        return {}
    capitals = sum(token[0].isupper() for token in tokens) / len(tokens)
    return {
        "title_case": float(capitals > 0.6) * (len(tokens) >= 3),
        "all_capitals": float(text.isupper() and len(tokens) >= 2),
        "small_start": float(tokens[0][0].islower()),
        "capitals": capitals if len(tokens) >= 3 else 0.0,
    }


def _shape(text: str, count: int) -> dict[str, float]:
    short = count < 15
    return {
        "digits": min(1.0, 3 * len(_DIGIT.findall(text)) / len(text)),
        "url": float(("://" in text or "www." in text) and bool(_URL.search(text))),
        "email": float("@" in text and bool(_EMAIL.search(text))),
        "breadcrumb": float(count < 30 and bool(_BREADCRUMB.search(text))),
        "separators": min(1.0, len(_SEPARATORS.findall(text)) / 3),
        "counter": float(short and bool(_COUNTER.search(text))),
        "date": float(short and bool(_DATE.search(text))),
        "clock": float(count <= 2 and bool(_DATE.search(text))),
        "colon": float(text.endswith(":")),
        "question": float(text.endswith("?")),
        "cut_off": float(text.endswith(("...", "…", "[…]", "[...]"))),
        "quotation": float(bool(_QUOTE.search(text))),
        "comma": float("," in text),
        "no_letters": float(count == 0),
    }


def _wording(text: str, count: int, single: frozenset[str]) -> dict[str, float]:
    folded = text.casefold().replace("’", "'")
    action = count < 20 and _has(folded, single, "actions")
    return {
        "heading_word": float(announces_list(text)),
        "button": float(action and bool(_furniture("actions").fullmatch(folded.strip(" \t:*#-–—.!…>»|+")))),
        "action_word": float(action and count < 6),
        "action_word_long": float(action and count >= 6),
        "legal_word": float(count < 60 and _has(folded, single, "legal")),
    }


def _apart(text: str, count: int, tokens: list[str], single: frozenset[str]) -> dict[str, float]:
    """Signs of what stands in an article and is none of it: captions, pointers to others, the head of a comment."""
    if count > 60:
        return {}
    named = not (_first_words("credits").isdisjoint(single) and _first_words("agencies").isdisjoint(single))
    credit = named and bool(_credits().search(text[-160:].casefold()))
    pointer = _points_away(text, tokens, single)
    answered = not _first_words("replies").isdisjoint(single) and bool(_furniture("replies").search(_plain(text)))
    comment = count < 15 and (answered or bool(_YEAR.search(text) and _DATE.search(text)))
    return {
        "credit_short": float(credit and count < 25),
        "credit_long": float(credit and count >= 25),
        "pointer": float(pointer),
        "pointer_open": float(pointer and not ends_sentence(text)),
        "comment_line": float(comment),
        "bullet": float(bool(_BULLET.match(text))),
    }


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


@cache
def _credits() -> re.Pattern[str]:
    """A word for a picture with its author behind it, or an agency at the very end."""
    made, agencies = ("|".join(map(re.escape, _phrases(group))) for group in ("credits", "agencies"))
    return re.compile(
        rf"(?<!\w)(?:{made})\s?(?:[:.©/]|(?:by|via|courtesy|de|von|par|por|autor)\b)|(?<!\w)(?:{agencies})(?!\w)[^.]{{0,30}}$"
    )


def _points_away(text: str, tokens: list[str], single: frozenset[str]) -> bool:
    """Whether a line leads to another article: "Read also: ...", or a headline in square brackets."""
    if text.startswith("[") and text.endswith("]"):
        return len(tokens) >= 3 and not ends_sentence(text)
    if _first_words("pointers").isdisjoint(single) and _first_words("pointer_labels").isdisjoint(single):
        return False
    return bool(_pointers().match(_plain(text[:80])))


@cache
def _pointers() -> re.Pattern[str]:
    alone, labels = ("|".join(sorted(map(re.escape, _phrases(group)), key=len, reverse=True))
                     for group in ("pointers", "pointer_labels"))  # fmt: skip
    return re.compile(rf"\W*(?:(?:{alone})(?!\w)|(?:{labels})\s*[:|»])")
