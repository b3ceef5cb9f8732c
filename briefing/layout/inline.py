"""The words of one Markdown paragraph as runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.layout.clean import clean
from briefing.layout.references import host
from briefing.model.manuscript import Run, Runs, Tone

if TYPE_CHECKING:
    from markdown_it.token import Token

_AS_TYPED = (Tone.PLAIN, None)
_SPACES = re.compile("[ \t]+")


def runs_of(token: Token) -> Runs:
    """The runs of an inline token; its words as typed where the parser has not looked into it; none of a blank one."""
    pieces = _pieces(token.children) if token.children else iter([(" ".join(token.content.split("\n")), *_AS_TYPED)])
    runs = [
        Run(text=_SPACES.sub(" ", clean("".join(piece[0] for piece in group))), tone=tone, link=link)
        for (tone, link), group in groupby(pieces, key=lambda piece: piece[1:])
    ]
    return _trimmed(runs)


def _trimmed(runs: Sequence[Run]) -> Runs:
    """The runs without white space at either end, and without those that hold no words at all."""
    found = [each for each in runs if each.text]
    while found and not found[0].text.strip():
        del found[0]
    while found and not found[-1].text.strip():
        del found[-1]
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip(" \n"))
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" \n"))
    return tuple(found)


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, Tone, str | None]]:
    """Words with their tone and address; strong words that are emphasised as well are strong."""
    depth = {"strong": 0, "em": 0}
    address: str | None = None
    for token in tokens:
        if token.tag in depth:
            depth[token.tag] += token.nesting
        elif token.type == "link_open":
            address = _web(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            address = None
        else:
            tone = Tone.STRONG if depth["strong"] else Tone.EMPHASIS if depth["em"] else Tone.PLAIN
            yield _words(token), tone, address


def _words(token: Token) -> str:
    """The words of a token: those that stand for an image, a space for the end of a typed line."""
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "image":
            return "".join(map(_words, token.children or ()))
        case _:
            return token.content


def _web(address: str) -> str | None:
    """An address of the web, `None` for any other: a printed brief leads nowhere else."""
    address = clean(address)
    safe = bool(host(address)) and not any(each.isspace() or each in '<>"' for each in address)
    return address if safe else None
