"""The name of who is received, where the parser ties it to something else than the verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.grammar.clauses import Clause
from briefing.extract.parsing.parse import Token
from briefing.extract.reference.cast import Mention

_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT"})
_OTHERS = frozenset({"pobj", "poss", "conj", "nsubj", "nsubjpass", "compound", "nmod"})
_BEFORE_NAME = frozenset({"compound", "det", "poss", "amod", "nmod", "punct"})
_DAYS, _NOW = frozenset({"DATE", "TIME"}), frozenset({"today", "yesterday", "here"})
_REACH = 20


def cut_off_name(tokens: Sequence[Token], starts: Mapping[int, Mention], clause: Clause) -> list[int]:
    """The name behind a stop taken for the sentence's end, or behind a day: "received in his office today Lt. Gen. X".

    `starts`: the mentions by their first token. The answer is the first token of one name, or nothing.
    """
    paragraph = tokens[clause.verb].paragraph
    for i in range(clause.verb + 1, min(clause.verb + _REACH, len(tokens))):
        token = tokens[i]
        if token.paragraph != paragraph or token.tag in _VERBAL or token.text in {";", ":"}:
            break
        if i in starts:
            head, beyond = tokens[starts[i].last - 1], token.sentence - tokens[clause.verb].sentence
            own = head.dep not in _OTHERS or _behind_day(tokens[clause.verb + 1 : i])
            return [i] if beyond == 1 or (beyond == 0 and own) else []
    return []


def _behind_day(between: Sequence[Token]) -> bool:
    """Whether nothing but titles stands between a day and the name: no phrase with a preposition goes on behind it."""
    for token in reversed(between):
        if token.entity in _DAYS or token.text.lower() in _NOW:
            return True
        if token.dep not in _BEFORE_NAME:
            return False
    return False
