"""Where a name begins behind what an office is for: "Minister of Foreign Affairs | Ann Lee"."""

from __future__ import annotations

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token

_BRACKETS = frozenset({"(", ")"})  # "Prime Minister (PM) of Kenya"
_OF = frozenset({"of", "for", "to", "at", "on", "in"})


def portfolio_head(parse: Parse, words: Vocabulary, first: int) -> int | None:
    """The last word of the title head that this run goes on: "Minister of [Foreign Affairs ...]"; `None` if of none."""
    tokens = parse.tokens
    sentence = tokens[first].sentence
    i, linked = first - 1, False
    for _ in range(12):
        if i < 0 or tokens[i].sentence != sentence:
            return None
        token = tokens[i]
        lower = token.text.lower()
        if linked and head_ends_at(tokens, i, words):
            return None if lower in words.human["kin"] else i  # "daughter of [Ann Lee]"
        if lower in _OF:
            linked = True
        elif lower in {"'s", "’s", "and", "the", "'", "’", "its", "his", "her", "-", ",", "&"} or (
            linked and lower in _BRACKETS
        ):
            if lower == "," and tokens[i + 1].text.lower() not in words.portfolio:
                return None
        elif token.pos not in {"NOUN", "PROPN", "ADJ", "DET"} or (not linked and i == first - 1):
            return None
        i -= 1
    return None


def head_ends_at(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """Whether a title's head ends with this token."""
    return any((head := words.head_at(tokens, j)) is not None and head[0] == i + 1 for j in range(max(0, i - 4), i + 1))


def portfolio_end(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> int:
    """Where in a run that begins within a title phrase the name begins; `last` if it has none."""
    cut = first
    i = first
    while i < last:
        place, lower = words.countries.at(tokens, i), tokens[i].text.lower()
        head = words.head_at(tokens, i)
        doubtful = place is None or (place.ambiguous and not (i == first and last - i > 2))
        known = i > cut and tokens[i - 1].text.lower() in words.given  # "of Panama Rodrigo Sucre Arosemena"
        if place is not None and place.last <= last and not doubtful and not (known and place.kind == "cities"):
            cut = i = place.last
            continue
        if head is not None and head[0] < last and lower not in words.given:
            cut = i = head[0]
            continue
        if _is_family(tokens, i, last, words):
            break  # "Secretary for Welfare Law Wai-lok"
        if lower in words.portfolio or lower in words.not_people or (tokens[i].text.isupper() and len(lower) > 2):
            cut = i + 1
        i += 1
    if cut > first:
        return cut if last - cut <= 4 else _by_given(tokens, cut, last, words)
    direct = tokens[first - 1].text.lower()
    if direct == "and":
        return first
    if last - first < 3:
        known = tokens[first].text.lower() in words.given and last - first == 2 and direct == "for"
        return first if known else last
    return _by_given(tokens, first + 1, last, words)


def _is_family(tokens: tuple[Token, ...], i: int, last: int, words: Vocabulary) -> bool:
    """Whether the run ends with this word as a family name and a given name of two syllables."""
    return last - i == 4 and tokens[i + 2].text in {"-", "‑"} and tokens[i].text.lower() in words.family_first


def _by_given(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> int:
    """The first known given name, else the last two words."""
    return next((i for i in range(first, last - 1) if tokens[i].text.lower() in words.given), max(first, last - 2))
