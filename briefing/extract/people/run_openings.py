"""What a run of capitalised words begins with that is no part of a name: a verb, a network, the town of a report."""

from __future__ import annotations

import re

from briefing.extract.parsing.parse import Parse, Token


def is_filed_from(parse: Parse, i: int) -> bool:
    """Whether a paragraph begins with this word as the town it was filed from: "Larkspur, Meadow- The mayor"."""
    begins = parse.paragraphs[parse.tokens[i].paragraph].first == i
    return begins and _FILED.match(parse.article.text, parse.tokens[i].start) is not None


_FILED = re.compile(r"[^\W\d_][\w’'-]*, [A-ZÀ-Þ][\w. ]{1,30}\w[-–—] (?=[A-ZÀ-Þ])")


def past_opening(parse: Parse, first: int, last: int) -> int:
    """The first token of a run that can belong to a name."""
    return first + _inverted(parse, first, last) + _past_network(parse.tokens, first, last)


def _inverted(parse: Parse, first: int, last: int) -> bool:
    """`Said Suryadi: "..."`: at the head of a sentence, before a colon, "Said" is the verb and no given name."""
    tokens = parse.tokens
    heads = tokens[first].text == "Said" and parse.sentences[tokens[first].sentence].first == first
    return heads and last - first > 1 and last < len(tokens) and tokens[last].text == ":"


def _past_network(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """`wrote on X. M. K. Menon said`: how many tokens of a run are the network and the stop of the sentence."""
    ends = last - first > 2 and tokens[first].text in {"X", "X."} and first > 0 and tokens[first - 1].text in _ON
    return (2 if tokens[first + 1].text == "." else int(tokens[first].text == "X.")) if ends else 0


_ON = frozenset({"on", "via", "to"})
