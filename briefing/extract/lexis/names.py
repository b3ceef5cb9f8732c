"""Runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.lexis.credits import credited
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.datelines import dateline_end
from briefing.extract.parsing.parse import Parse, Token

# Who wrote, took the picture or answers the press is nobody of the report.
_BYLINE = re.compile(
    r"\(?(?:(?:By|by|BY|From) [A-ZÀ-Þ]|(?:Story|Text|Words|Photos?|Pictures?|Reporting|Writing|Additional reporting) by"
    r"|(?:Compiled|Edited|Translated|Written|Reported|Filed|Posted|Submitted|Contributed) by [A-ZÀ-Þ]"
    r"|(?:Reporter|Editor|Reporters|Editors|Writer|Photo|Photographer|Contact|Contacts|Media contacts?|Press contacts?"
    r"|Media enquiries|Media inquiries|Press enquiries)\s*:)"
)
_LONGEST_BYLINE = 120
_ENDS = frozenset('.!?”"’')
_MARKS = frozenset("“”\"‘’'")
_CLOSED = frozenset({"DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "NUM", "INTJ"})
_WORD = re.compile(r"[^\W\d_]")
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


def glued(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether no space stands between this token and the one before."""
    return i > 0 and tokens[i - 1].end == tokens[i].start


_GIVEN_SHORT = frozenset({"ma", "md", "mohd", "muhd", "st", "ste", "jos", "wm", "geo", "chas", "thos", "rt"})


def runs_on(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """Whether the sentence goes on at this token, which a parser began anew: after "Hon.", "Ma." or an initial."""
    stop = tokens[i - 1] if i > 1 else None
    if stop is None or stop.paragraph != tokens[i].paragraph or not capital(tokens[i]):
        return False
    if stop.text != ".":
        return stop.text.endswith(".") and stop.text.lower() in words.honorifics
    short = tokens[i - 2].text
    if not glued(tokens, i - 1) or not short[:1].isupper():
        return False
    return short.lower() in words.honorifics or short.lower() in _GIVEN_SHORT or (len(short) == 1 and short != "I")


def together(tokens: tuple[Token, ...], first: int, last: int, words: Vocabulary) -> bool:
    """Whether two tokens stand in one sentence, breaks after an abbreviation left aside."""
    if tokens[first].sentence == tokens[last].sentence:
        return True
    if tokens[last].sentence - tokens[first].sentence > _LONGEST_JOIN:
        return False
    return all(
        tokens[i].sentence == tokens[i - 1].sentence or runs_on(tokens, i, words) or _unended(tokens, i)
        for i in range(first + 1, last + 1)
    )


def _unended(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a sentence that a parser begins here has none before it that ended: "the president (CEO) Ann Lee"."""
    stop = tokens[i - 1]
    return stop.paragraph == tokens[i].paragraph and (capital(stop) or stop.text in {")", ","})


_LONGEST_JOIN = 3


def runs(parse: Parse, words: Vocabulary) -> tuple[tuple[int, int], ...]:
    """Maximal sequences of name-like tokens within a sentence, datelines left out."""
    known = parse.readings.get("runs")
    if not isinstance(known, tuple):
        known = parse.readings["runs"] = tuple(_runs(parse, words))
    return known


def _runs(parse: Parse, words: Vocabulary) -> Iterator[tuple[int, int]]:
    tokens = parse.tokens
    for paragraph in parse.paragraphs:
        head = parse.article.text[paragraph.start : paragraph.start + 120]
        last = parse.article.text[paragraph.end - 1]
        if paragraph.end - paragraph.start < _LONGEST_BYLINE and last not in _ENDS and _BYLINE.match(head):
            continue
        skip = paragraph.start + dateline_end(head)
        apart = tuple(credited(parse.article.text[paragraph.start : paragraph.end]))
        i = paragraph.first
        while i < paragraph.last:
            start = tokens[i].start - paragraph.start
            left_out = tokens[i].start < skip or any(first <= start < end for first, end in apart)
            if left_out or not _begins(tokens, i, words):
                i += 1
                continue
            j = i + 1
            while j < paragraph.last:
                if tokens[j].sentence != tokens[j - 1].sentence and not runs_on(tokens, j, words):
                    break
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
    if i > 1 and tokens[i - 1].sentence != token.sentence and runs_on(tokens, i, words):
        return True
    if token.text.lower() in _TIME and not _given_before_capital(tokens, i, words):
        return False
    if token.pos in _CLOSED and token.text.lower() not in words.given and token.text.lower() not in words.honorifics:
        return token.text.isupper() and len(token.text) > 1 and token.pos not in {"DET", "PRON", "ADP", "SCONJ", "AUX"}
    verbal = token.pos in {"VERB", "ADV"} and _opens(tokens, i) and token.text.lower() not in words.given
    return not verbal or (token.entity == "PERSON" and _past_particles(tokens, i + 1, len(tokens), words) > 0)


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
    if text[:2] in {"d'", "d’"} and tokens[i].text[2:3].isupper():
        return True
    if "-" in text and text.split("-")[0] in words.particles and tokens[i].text.split("-")[-1][:1].isupper():
        return True
    return text in words.particles and i + 2 < len(tokens) and tokens[i + 1].text == "-" and capital(tokens[i + 2])


def _nickname(tokens: tuple[Token, ...], j: int, end: int, words: Vocabulary) -> int:
    """How many tokens a nickname in marks and the word after it take: "Rosa “Chiqui” Medina"; 0 where none is."""
    for size in (1, 2, 3):
        after = j + size + 2
        if after >= end or tokens[after].sentence != tokens[j].sentence:
            return 0
        if tokens[after - 1].text not in _MARKS:
            continue
        inside = range(j + 1, after - 1)
        # "Luiz “Lula” da Silva": what follows a nickname may begin with a particle.
        tail = 1 if capital(tokens[after]) else _past_particles(tokens, after, end, words)
        named = all(capital(tokens[k]) and not tokens[k].text.isupper() for k in inside) and tail > 0
        titles = words.head_at(tokens, j - 1), words.head_at(tokens, after)
        return size + 2 + tail if named and not any(titles) else 0
    return 0


def _continues(tokens: tuple[Token, ...], j: int, end: int, words: Vocabulary) -> int:
    """How many tokens from `j` on belong to the run; 0 if it ends before `j`."""
    token = tokens[j]
    if token.text in _MARKS:
        return _nickname(tokens, j, end, words)
    if token.text in {"-", "‑"} and glued(tokens, j) and j + 1 < end and glued(tokens, j + 1):
        following = tokens[j + 1].text
        return 2 if following[0].isupper() or (following.isalpha() and following not in _SUFFIXES) else 0
    if capital(token):
        lower = token.text.lower()
        if lower in _TIME and lower not in words.given:
            return 0
        family = lower in words.family_first and j + 1 < end and capital(tokens[j + 1])
        closed = token.pos in {"PRON", "DET", "SCONJ"} and lower not in words.given and len(lower) < 4
        return 1 if family or not closed else 0
    return (
        _past_stop(tokens, j, end, words)
        or _past_particles(tokens, j, end, words)
        or int(_particle_joined(tokens, j, words))
    )


def _past_stop(tokens: tuple[Token, ...], j: int, end: int, words: Vocabulary) -> int:
    """How many tokens the stop of a shortened given name and the next word take: "Ma. Theresa"."""
    if tokens[j].text != "." or j + 1 >= end or not runs_on(tokens, j + 1, words):
        return 0
    before = tokens[j - 1].text
    initial = len(before) == 1 and tokens[j + 1].pos == "PROPN" and capital(tokens[j - 2])
    return 2 if initial or before.lower() in _GIVEN_SHORT else 0


def _past_particles(tokens: tuple[Token, ...], j: int, end: int, words: Vocabulary) -> int:
    """How many tokens one or two particles and the word that they join take; 0 where none stands at `j`."""
    for size in (1, 2):
        after = j + size
        if after < end and all(tokens[k].text.lower() in words.particles for k in range(j, after)):
            if capital(tokens[after]) and tokens[after].sentence == tokens[j].sentence:
                return size + 1
            if tokens[after].text == "-" and after + 1 < end and capital(tokens[after + 1]):
                return size + 2
    return 0
