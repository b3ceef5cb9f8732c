"""A text cut into words, sentences and paragraphs where no parser reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefing.extract.parsing.parse import Parse, Stretch, Token
from briefing.extract.parsing.worth import readable
from briefing.model.article import Article


@dataclass(frozen=True, slots=True)
class Cut:
    """How a language is cut.

    `words` matches a word or mark, `parts` gives the stretches of the text that each match is parted into, `lemma` the
    dictionary form, and `ends` tells whether the tokens from a place on are a whole sentence, by what follows them.
    """

    words: re.Pattern[str]
    parts: Callable[[re.Match[str]], Iterable[tuple[int, int]]]
    lemma: Callable[[str], str]
    ends: Callable[[Sequence[Token], int, re.Match[str]], bool]


def cut_text(article: Article, cut: Cut) -> Parse:
    """The body as tokens and sentences, `syntax` false: no parts of speech, no tree."""
    tokens: list[Token] = []
    sentences: list[Stretch] = []
    paragraphs: list[Stretch] = []
    for region in readable(article):
        first = begun = len(tokens)
        matches = list(cut.words.finditer(article.text, region.start, region.end))
        for at, match in enumerate(matches):
            for start, end in cut.parts(match):
                text = article.text[start:end]
                tokens.append(Token(i=len(tokens), text=text, start=start, end=end, lemma=cut.lemma(text), pos="",
                                    tag="", dep="", head=len(tokens), entity="", sentence=len(sentences),
                                    paragraph=len(paragraphs)))  # fmt: skip
            following = matches[at + 1] if at + 1 < len(matches) else None
            if following is None or cut.ends(tokens, begun, following):
                sentences.append(_stretch(tokens, len(sentences), begun))
                begun = len(tokens)
        if len(tokens) > first:
            paragraphs.append(_stretch(tokens, len(paragraphs), first))
    return Parse(article, tuple(tokens), tuple(sentences), tuple(paragraphs), syntax=False)


def _stretch(tokens: Sequence[Token], index: int, first: int) -> Stretch:
    return Stretch(index, first, len(tokens), tokens[first].start, tokens[-1].end)
