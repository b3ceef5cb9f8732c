"""Words and sentences without a model: what is left when the parser's model cannot be used."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.parsing.without_parser import Cut, cut_text
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
    return cut_text(article, Cut(_TOKEN, lambda match: (match.span(),), str.lower, _sentence_ends))


def _sentence_ends(tokens: Sequence[Token], begun: int, following: re.Match[str]) -> bool:
    last, word = len(tokens) - 1, following.group()
    if word in _CLOSES:
        return False
    while last > begun and tokens[last].text in _CLOSES:
        last -= 1
    return tokens[last].text in _ENDS and not word[:1].islower() and word not in _ENDS
