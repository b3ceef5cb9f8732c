"""How long sentences and paragraphs may be: what a parser takes for a longer one is no prose, and is cut.

Rules look from one word of a sentence to any other: without a bound, a list of a hundred thousand words would cost them
the square of its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extract.parsing.parse import Parse, Stretch, Token

LONGEST_SENTENCE = 400
"""Tokens; the longest list of guests that a newspaper prints in one sentence is shorter."""
LONGEST_PARAGRAPH = 2_000
"""Tokens; so long is a whole article that lost its paragraphs."""
_CUTS = frozenset(";,.:\n—–")


def bounded(parse: Parse) -> Parse:
    """The parse itself, or one whose sentences and paragraphs keep to the bounds; no word is lost."""
    long = any(one.last - one.first > LONGEST_SENTENCE for one in parse.sentences)
    if not long and all(one.last - one.first <= LONGEST_PARAGRAPH for one in parse.paragraphs):
        return parse
    sentences = [piece for one in parse.sentences for piece in _pieces(parse.tokens, one)]
    paragraphs = list(_paragraphs(parse, sentences))
    sentence_of = {i: number for number, (first, last) in enumerate(sentences) for i in range(first, last)}
    paragraph_of = {i: number for number, (first, last) in enumerate(paragraphs) for i in range(first, last)}
    tokens = tuple(
        replace(
            token,
            head=token.head if sentence_of[token.head] == sentence_of[token.i] else token.i,
            sentence=sentence_of[token.i],
            paragraph=paragraph_of[token.i],
        )
        for token in parse.tokens
    )
    return replace(
        parse, tokens=tokens, sentences=_stretches(tokens, sentences), paragraphs=_stretches(tokens, paragraphs)
    )


def _pieces(tokens: Sequence[Token], sentence: Stretch) -> Iterator[tuple[int, int]]:
    """The sentence, cut where possible behind a mark in the last third of what is allowed."""
    first = sentence.first
    while sentence.last - first > LONGEST_SENTENCE:
        latest = first + LONGEST_SENTENCE
        marks = (i for i in range(latest - 1, latest - LONGEST_SENTENCE // 3, -1) if tokens[i].text in _CUTS)
        cut = next(marks, latest - 1) + 1
        yield first, cut
        first = cut
    yield first, sentence.last


def _paragraphs(parse: Parse, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs, cut between sentences."""
    first = last = 0
    for begin, end in sentences:
        new = begin > 0 and parse.tokens[begin].paragraph != parse.tokens[begin - 1].paragraph
        if last > first and (new or end - first > LONGEST_PARAGRAPH):
            yield first, last
            first = begin
        last = end
    if last > first:
        yield first, last


def _stretches(tokens: Sequence[Token], pieces: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(number, first, last, tokens[first].start, tokens[last - 1].end)
        for number, (first, last) in enumerate(pieces)
    )
