"""The body of an article as words with dictionary forms, sentences and paragraphs, without a model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefing.extract.parsing.bounds import bounded
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.parsing.without_parser import Cut, cut_text
from briefing.extract.surface.grammar import Grammar
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.participles import with_infinitives
from briefing.model.article import Article

_TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:['’ʼ‑-](?=[^\W\d_])[^\W\d_]+|\d)*"
    r"|(?<=\d)[^\W\d_]+"
    r"|[^\w\s]|\w"
)
_ENDS = frozenset(".!?…")
_CLOSES = frozenset("”’\"')»]“")
_LONGEST_ABBREVIATION = 6
_LONGEST_ORDINAL = 2


def read(article: Article, grammar: Grammar) -> Parse:
    """The parse of an article, `syntax` false; every token has its dictionary form."""
    cut = Cut(
        words=_TOKEN,
        parts=partial(_parts, grammar=grammar),
        lemma=lemmatizer(grammar.language),
        ends=partial(_sentence_ends, grammar=grammar),
    )
    parse = cut_text(article, cut)
    return bounded(replace(parse, tokens=with_infinitives(parse.tokens, grammar)))


def _sentence_ends(tokens: Sequence[Token], begun: int, following: re.Match[str], grammar: Grammar) -> bool:
    last = len(tokens) - 1
    next_word = following.group()
    if next_word in _CLOSES and following.start() == tokens[last].end:
        return False
    while last > begun and tokens[last].text in _CLOSES:
        last -= 1
    end = tokens[last]
    if end.text not in _ENDS or next_word[:1].islower() or next_word in _ENDS:
        return False
    if next_word in {"-", "–", "—", ",", ";", ":"}:
        return False
    before = tokens[last - 1] if last > begun else None
    if end.text == "." and before is not None and before.end == end.start:
        short = before.text.lower()
        if grammar.ordinal_stop and short.isdigit() and len(short) <= _LONGEST_ORDINAL:
            return False
        initial = len(short) == 1 and before.text.isupper()
        return not (initial or (len(short) <= _LONGEST_ABBREVIATION and short in grammar.abbreviations))
    return True


def _parts(match: re.Match[str], grammar: Grammar) -> Iterator[tuple[int, int]]:
    """A word without what is elided before it and leans on it after it, each by itself."""
    word, start = match.group(), match.start()
    cut = grammar.elided.match(word) if grammar.elided is not None else None
    if cut is not None and cut.end() < len(word):
        yield start, start + cut.end()
        word, start = word[cut.end() :], start + cut.end()
    leans = grammar.clitic.search(word) if grammar.clitic is not None else None
    if leans is not None and leans.start() > 0:
        yield start, start + leans.start()
        yield start + word.rindex("-") + 1, start + len(word)
        return
    yield start, start + len(word)
