"""Words and sentences without a model: what is left when the parser's model cannot be used."""

from __future__ import annotations

import re

from briefing.extract.parsing.parse import Parse, Stretch, Token
from briefing.extract.parsing.worth import readable
from briefing.model.article import Article

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Hon|Rev|St|Jr|Sr|No|Inc|Co|Ltd)\."
    r"|[^\W_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]{2,})*|[^\w\s]|_",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?…")
_CLOSES = frozenset("”’\"')»]")


def parse_by_rules(article: Article) -> Parse:
    """The body as tokens and sentences, `syntax` false: no parts of speech, no tree."""
    tokens: list[Token] = []
    sentences: list[Stretch] = []
    paragraphs: list[Stretch] = []
    for region in readable(article):
        first = begun = len(tokens)
        matches = list(_TOKEN.finditer(article.text, region.start, region.end))
        for at, match in enumerate(matches):
            tokens.append(_token(match, len(tokens), len(sentences), len(paragraphs)))
            following = matches[at + 1].group() if at + 1 < len(matches) else None
            if following is None or _sentence_ends(tokens, begun, following):
                sentences.append(_stretch(tokens, len(sentences), begun))
                begun = len(tokens)
        if len(tokens) > first:
            paragraphs.append(_stretch(tokens, len(paragraphs), first))
    return Parse(article, tuple(tokens), tuple(sentences), tuple(paragraphs), syntax=False)


def _sentence_ends(tokens: list[Token], begun: int, following: str) -> bool:
    last = len(tokens) - 1
    if following in _CLOSES:
        return False
    while last > begun and tokens[last].text in _CLOSES:
        last -= 1
    return tokens[last].text in _ENDS and not following[:1].islower() and following not in _ENDS


def _token(match: re.Match[str], i: int, sentence: int, paragraph: int) -> Token:
    text = match.group()
    return Token(
        i=i,
        text=text,
        start=match.start(),
        end=match.end(),
        lemma=text.lower(),
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
