"""Who follows a name in a plain list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.lexis.names import capital
from briefing.extract.parsing.parse import Parse, Token


def listed(parse: Parse, mention: tuple[int, int, int], starting: Mapping[int, tuple[int, int, int]]) -> list[int]:
    """The people who follow a mention in a plain list: "ministers A, B and C", "A (Trade) and B (Works)"."""
    tokens = parse.tokens
    found, i = [], past_remark(tokens, mention[1])
    while i < len(tokens) and tokens[i].text in {",", "and", "or", "&", ";"}:
        i += 1
        if tokens[i : i + 1] and tokens[i].text in {"and", "or", "&"}:
            i += 1
        while i + 1 < len(tokens) and i not in starting and tokens[i].text in _ADDRESSES:
            i += 1
        if i in starting:
            found.append(starting[i][2])
            i = past_remark(tokens, starting[i][1])
    return found


_ADDRESSES = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Hon Hon. Sir".split())  # noqa: SIM905


def past_remark(tokens: Sequence[Token], i: int) -> int:
    """Past what tells whose or from where each of a list is: "(Works)", "of Larkspur Asset Management"."""
    i = _past_brackets(tokens, i)
    if i + 1 >= len(tokens) or tokens[i].text not in {"of", "from", "for", "representing"}:
        return i
    end = i + 1
    while end < min(i + 9, len(tokens)) and tokens[end].sentence == tokens[i].sentence:
        token = tokens[end]
        if not (capital(token) or token.pos in {"DET", "ADJ"} or token.text in {"of", "&", "-"} or token.tag == "VBG"):
            break
        end += 1
    return end if capital(tokens[end - 1]) else i


def _past_brackets(tokens: Sequence[Token], i: int) -> int:
    """Past a short remark in brackets that begins here."""
    if i >= len(tokens) or tokens[i].text != "(":
        return i
    closing = (j for j in range(i + 1, min(i + 8, len(tokens))) if tokens[j].text == ")")
    return next((j + 1 for j in closing), i)
