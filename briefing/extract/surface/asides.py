"""Words set apart in a sentence, so that they never act in it: in brackets, or the name in marks of a noun before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.parsing.parse import Token

_LONGEST = 14  # tokens in brackets
_NAME = 5  # tokens of a name in marks
_CLOSING = {"«": "»", "„": "”“", "“": "”", '"': '"'}


def asides(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens that stand in brackets ("the minister (Greens)") or are a name in marks ("on the show «Today»")."""
    return frozenset(_bracketed(tokens)) | frozenset(_named(tokens))


def _bracketed(tokens: Sequence[Token]) -> Iterator[int]:
    for token in tokens:
        if token.text == "(":
            close = _close(tokens, token.i, ")", _LONGEST)
            if close is not None:
                yield from range(token.i + 1, close)


def _named(tokens: Sequence[Token]) -> Iterator[int]:
    for token in tokens[1:]:
        before = tokens[token.i - 1]
        if token.text not in _CLOSING or not before.text.isalpha() or before.sentence != token.sentence:
            continue
        close = _close(tokens, token.i, _CLOSING[token.text], _NAME + 1)
        inner = tokens[token.i + 1 : close] if close is not None else ()
        if inner and inner[0].text[0].isupper() and all(each.text[0].isalnum() for each in inner):
            yield from (each.i for each in inner)


def _close(tokens: Sequence[Token], first: int, mark: str, longest: int) -> int | None:
    """Where what is opened at `first` is closed in its sentence."""
    for i in range(first + 1, min(first + longest + 1, len(tokens))):
        if tokens[i].sentence != tokens[first].sentence:
            return None
        if tokens[i].text in mark:
            return i
    return None
