"""The body of an article as words with dictionary forms, sentences and paragraphs, without a model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.parsing.bounds import bounded
from briefing.extract.parsing.parse import Parse, Stretch, Token
from briefing.extract.parsing.worth import readable
from briefing.extract.surface.grammar import Grammar
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.participles import with_infinitives
from briefing.model.article import Article

_TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:['’ʼ‑-](?=[^\W\d_])[^\W\d_]+|\d+)*"
    r"|(?<=\d)[^\W\d_]+"
    r"|[^\w\s]|\w"
)
_ENDS = frozenset(".!?…")
_CLOSES = frozenset("”’\"')»]“")
_LONGEST_ABBREVIATION = 6
_LONGEST_ORDINAL = 2


def read(article: Article, grammar: Grammar) -> Parse:
    """The parse of an article, `syntax` false; every token has its dictionary form."""
    lemma = lemmatizer(grammar.language)
    tokens: list[Token] = []
    sentences: list[Stretch] = []
    paragraphs: list[Stretch] = []
    for region in readable(article):
        first = begun = len(tokens)
        matches = list(_TOKEN.finditer(article.text, region.start, region.end))
        for at, match in enumerate(matches):
            for start, end in _parts(match, grammar):
                text = article.text[start:end]
                tokens.append(_token((text, start, end), len(tokens), len(sentences), len(paragraphs), lemma(text)))
            following = matches[at + 1] if at + 1 < len(matches) else None
            if following is None or _sentence_ends(tokens, begun, following, grammar):
                sentences.append(_stretch(tokens, len(sentences), begun))
                begun = len(tokens)
        if len(tokens) > first:
            paragraphs.append(_stretch(tokens, len(paragraphs), first))
    return bounded(Parse(article, with_infinitives(tokens, grammar), tuple(sentences), tuple(paragraphs), syntax=False))


def _sentence_ends(tokens: list[Token], begun: int, following: re.Match[str], grammar: Grammar) -> bool:
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


def _token(word: tuple[str, int, int], i: int, sentence: int, paragraph: int, lemma: str) -> Token:
    return Token(
        i=i,
        text=word[0],
        start=word[1],
        end=word[2],
        lemma=lemma,
        pos="",
        tag="",
        dep="",
        head=i,
        entity="",
        sentence=sentence,
        paragraph=paragraph,
    )


def _stretch(tokens: list[Token], index: int, first: int) -> Stretch:
    return Stretch(index, first, len(tokens), tokens[first].start, tokens[-1].end)
