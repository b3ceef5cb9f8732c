"""Runs of capitalised words, and which part of a run can be a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.parse import Parse, Token
from briefing.extract.vocabulary import Vocabulary

# "KYIV, Ukraine (AP) —", "BERLIN (AA) -", "Seoul, May 5 (Yonhap) --": where and by whom an agency's report was filed.
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.'’-]*[A-ZÀ-Þ][\w.'’-]*(?:[ ,/]+[\w.'’-]+){0,8}|[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+[\w.'’-]+){0,8}?(?= *[(\[]))"
    r"\s*(?:[(\[][\w ./&-]{2,30}[)\]]\s*[-–—:]*|\s[-–—]{1,2}\s|[—–])"
)
_CLOSED = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "NUM", "INTJ"})
_WORD = re.compile(r"[^\W\d_]")
_OF = frozenset({"of", "for", "to", "at", "on", "in"})
_SUFFIXES = frozenset(
    {
        "style",
        "based",
        "led",
        "backed",
        "era",
        "born",
        "like",
        "bomb",
        "made",
        "owned",
        "wide",
        "bound",
        "funded",
        "run",
    }
)
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "  # noqa: SIM905
    "september october november december yesterday today tomorrow meanwhile however also".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run's part that may be a person's name: tokens `first` up to not including `last`.

    `title_head`: token index just after a title that stands directly before. `honorific`: `m`, `f`, `n` or `None`.
    """

    first: int
    last: int
    titled: bool = False
    honorific: str | None = None


def dateline_end(text: str) -> int:
    """How many characters of a paragraph are its dateline; 0 where it has none."""
    match = _DATELINE.match(text[:120])
    return match.end() if match else 0


def outside_dateline(parse: Parse) -> frozenset[int]:
    """The first token of each paragraph after its dateline."""
    starts = set()
    for paragraph in parse.paragraphs:
        end = paragraph.start + dateline_end(parse.article.text[paragraph.start : paragraph.start + 120])
        starts.add(next((i for i in range(paragraph.first, paragraph.last) if parse.tokens[i].start >= end), -1))
    return frozenset(starts)


def glued(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether no space stands between this token and the one before."""
    return i > 0 and tokens[i - 1].end == tokens[i].start


def runs(parse: Parse, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Maximal sequences of name-like tokens within a sentence, datelines left out."""
    tokens = parse.tokens
    for paragraph in parse.paragraphs:
        head = parse.article.text[paragraph.start : paragraph.start + 120]
        skip = paragraph.start + dateline_end(head)
        i = paragraph.first
        while i < paragraph.last:
            if tokens[i].start < skip or not _begins(tokens, i, words):
                i += 1
                continue
            j = i + 1
            while j < paragraph.last and tokens[j].sentence == tokens[i].sentence:
                step = _continues(tokens, j, paragraph.last, words)
                if step == 0:
                    break
                j += step
            yield i, j
            i = j


def capital(token: Token) -> bool:
    """Whether the word begins with a capital letter."""
    return token.text[0].isupper() and _WORD.match(token.text) is not None


def _begins(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    token = tokens[i]
    if not capital(token):
        return _particle_joined(tokens, i, words)
    if token.text.lower() in _TIME and not _given_before_capital(tokens, i, words):
        return False
    if token.pos in _CLOSED and token.text.lower() not in words.given and token.text.lower() not in words.honorifics:
        return token.text.isupper() and len(token.text) > 1 and token.pos not in {"DET", "PRON", "ADP", "SCONJ", "AUX"}
    return not (token.pos in {"VERB", "ADV"} and _opens(tokens, i) and token.text.lower() not in words.given)


def _given_before_capital(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    return tokens[i].text.lower() in words.given and i + 1 < len(tokens) and capital(tokens[i + 1])


def _opens(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the token is the first word of its sentence or after an opening mark."""
    return (
        i == 0 or tokens[i - 1].sentence != tokens[i].sentence or tokens[i - 1].text in {"“", '"', "‘", "'", ":", "«"}
    )


def _particle_joined(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """A lower-case article joined to a name: "al-Sisi"."""
    text = tokens[i].text.lower()
    if "-" in text and text.split("-")[0] in words.particles and tokens[i].text.split("-")[-1][:1].isupper():
        return True
    return text in words.particles and i + 2 < len(tokens) and tokens[i + 1].text == "-" and capital(tokens[i + 2])


def _continues(tokens: tuple[Token, ...], j: int, end: int, words: Vocabulary) -> int:
    """How many tokens from `j` on belong to the run; 0 if it ends before `j`."""
    token = tokens[j]
    if token.text in {"-", "‑"} and glued(tokens, j) and j + 1 < end and glued(tokens, j + 1):
        following = tokens[j + 1].text
        return 2 if following[0].isupper() or (following.isalpha() and following not in _SUFFIXES) else 0
    if capital(token):
        lower = token.text.lower()
        if lower in _TIME and lower not in words.given:
            return 0
        return 0 if token.pos in {"PRON", "DET", "SCONJ"} and lower not in words.given and len(lower) < 4 else 1
    for size in (1, 2):
        after = j + size
        if all(tokens[k].text.lower() in words.particles for k in range(j, after)) and after < end:
            if capital(tokens[after]) and tokens[after].sentence == token.sentence:
                return size + 1
            if tokens[after].text == "-" and after + 1 < end and capital(tokens[after + 1]):
                return size + 2
    return 1 if _particle_joined(tokens, j, words) else 0


def candidates(parse: Parse, words: Vocabulary) -> list[Candidate]:
    """The parts of all runs that may be a person's name."""
    found = []
    for first, last in runs(parse, words):
        candidate = _strip(parse, words, first, last)
        if candidate is not None:
            found.append(candidate)
    return found


def _strip(parse: Parse, words: Vocabulary, first: int, last: int) -> Candidate | None:
    """The run without countries, organisations, titles and honorifics before the name."""
    tokens = parse.tokens
    i, titled, honorific = first, False, None
    straddling = _head_into(tokens, first, words)
    if straddling is not None:
        i, titled = straddling, True
    elif (office := portfolio_head(parse, words, first)) is not None:
        i = _portfolio_end(tokens, first, last, words)
        if not capital(tokens[office]):  # "president of Acme Widgets": a name would stand before, not behind
            i = next((k for k in range(first + 1, last) if tokens[k].text.lower() in words.given), last)
        titled = True
        if i >= last:
            return None
    while i < last:
        head = words.head_at(tokens, i)
        after_title = _last_head(tokens, i, last, words)
        if head is not None and head[0] <= last and not _surname(tokens, i, head[0], first, last, words):
            gender = words.honorifics.get(tokens[i].text.lower())
            i, titled = head[0], True
            honorific = honorific or (gender if gender in {"m", "f"} else None)
        elif after_title is not None:
            i, titled = after_title, True
        elif tokens[i].text.lower() in words.honorifics and not _is_given(tokens, i, last, words):
            gender = words.honorifics[tokens[i].text.lower()]
            honorific = gender if honorific in {None, "n"} else honorific
            i += 1
        elif (place := words.countries.at(tokens, i)) is not None and place.last <= last:
            given = place.ambiguous or (place.kind == "cities" and tokens[i].entity == "PERSON")
            if given and i + 1 < last and _likely_name(tokens, i, last, words):
                break
            i = place.last
        elif tokens[i].text in {"-", "‑"}:
            i += 1
        else:
            break
    while last > i and tokens[last - 1].text.lower() in {"-", "president", "minister", "governor", "&"}:
        last -= 1
    return Candidate(i, last, titled, honorific) if i < last else None


def _is_given(tokens: tuple[Token, ...], i: int, last: int, words: Vocabulary) -> bool:
    """A given name that is also an honorific ("Don Smith"): without a full stop and before a single word."""
    text = tokens[i].text.lower()
    return (
        text in words.given
        and last - i == 2
        and words.honorifics[text] != "n"
        and text not in {"sheikh", "king", "prince", "sir"}
    )


def _likely_name(tokens: tuple[Token, ...], i: int, last: int, words: Vocabulary) -> bool:
    following = tokens[i + 1].text.lower()
    return (
        following not in words.not_people
        and following not in words.modifiers
        and words.head_at(tokens, i + 1) is None
        and last - i <= 3
    )


def _last_head(tokens: tuple[Token, ...], i: int, last: int, words: Vocabulary) -> int | None:
    """The end of the last title head further on in the run, unless it could be the name's own last word."""
    end = None
    for j in range(i + 1, last):
        head = words.head_at(tokens, j)
        if head is not None and head[0] <= last and not _surname(tokens, j, head[0], i, last, words):
            end = head[0]
    if end is None and tokens[i].text.lower() in words.given:
        return None
    return end


def _surname(tokens: tuple[Token, ...], i: int, end: int, first: int, last: int, words: Vocabulary) -> bool:
    """Whether a title word is here a name's last word ("Stephen King") or a given name ("Justice Malala")."""
    if end - i > 1:
        return False
    before = tokens[i - 1].text.lower() if i > first else ""
    return before in words.given and end == last and before not in words.not_people and last - first <= 3


def _head_into(tokens: tuple[Token, ...], first: int, words: Vocabulary) -> int | None:
    """The end of a title head that begins before the run and ends in it ("secretary of | State Antony ...")."""
    for j in range(max(0, first - 4), first):
        head = words.head_at(tokens, j)
        if head is not None and head[0] > first:
            return head[0]
    return None


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
        if linked and _head_ends_at(tokens, i, words):
            return i
        if lower in _OF:
            linked = True
        elif lower in {"'s", "’s", "and", "the", "'", "’", "its", "his", "her", "-", ",", "&"}:
            if lower == "," and tokens[i + 1].text.lower() not in words.portfolio:
                return None
        elif token.pos not in {"NOUN", "PROPN", "ADJ", "DET"}:
            return None
        elif not linked and i == first - 1:
            return None
        i -= 1
    return None


def _head_ends_at(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    return any((head := words.head_at(tokens, j)) is not None and head[0] == i + 1 for j in range(max(0, i - 4), i + 1))


def _portfolio_end(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> int:
    """Where in a run that begins within a title phrase the name begins; `last` if it has none."""
    cut = first
    i = first
    while i < last:
        place = words.countries.at(tokens, i)
        lower = tokens[i].text.lower()
        head = words.head_at(tokens, i)
        if place is not None and place.last <= last and (not place.ambiguous or (i == first and last - i > 2)):
            cut = i = place.last
            continue
        if head is not None and head[0] < last and lower not in words.given:
            cut = i = head[0]
            continue
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


def _by_given(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> int:
    """The first known given name, else the last two words."""
    return next((i for i in range(first, last - 1) if tokens[i].text.lower() in words.given), max(first, last - 2))
