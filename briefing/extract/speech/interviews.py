"""Interviews whose answers have no label: below questions in bold, below questions that are paragraphs, below `Q:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extract.speech.label_lines import OF_ONESELF, Line
from briefing.extract.speech.transcripts import Transcript

_FEWEST = 3  # questions that make an interview
_SENTENCES = 0.8  # of the paragraphs in bold, for these to be prompts
_OWN = 0.7  # of the answers to prompts that speak of oneself
_DENSE = 0.25  # of the paragraphs from the first question to the last
_LONGEST_QUESTION = 60  # words
_ADDRESSED = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_DASH = re.compile(r"[-–—]\s+")
_MARKED = re.compile(r"[“„«\"]([^“”„«»\"]+)[”“»\"]")
_ENDS = frozenset(".?!…”“»«›\"'’＂」』)")


def answers_in(text: str, lines: Sequence[Line], transcript: Transcript) -> Iterator[Sequence[Line]]:
    """The paragraphs of each answer that has no label of its own."""
    if any(map(transcript.speaks, lines)):
        return
    labelled = [line.number for line in lines if transcript.asks(line)]
    asked = labelled or _in_emphasis(text, lines) or _in_plain(text, lines)
    if len(asked) < _FEWEST:
        return
    last = next((end for end in range(asked[-1] + 1, len(lines)) if not _answers(text, lines[end])), len(lines))
    for first, end in zip(asked, [*asked[1:], min(asked[-1] + 2, last)], strict=True):
        yield [_unmarked(text, line) for line in lines[first + 1 : end]]


def _unmarked(text: str, line: Line) -> Line:
    """The paragraph without a dash before it, or quotation marks around it."""
    found = _DASH.match(text, line.start, line.end)
    start = found.end() if found is not None else line.start
    marked = _MARKED.fullmatch(text, start, line.end)
    return replace(line, start=start) if marked is None else replace(line, start=marked.start(1), end=marked.end(1))


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end].strip("*_-–— ")


def _in_emphasis(text: str, lines: Sequence[Line]) -> list[int]:
    """The paragraphs in bold or italics, where enough of them are questions; else they are subheads.

    Prompts that ask nothing ("Your critics call it too dear.") are whole sentences, and answered in the first person.
    """
    asked = [line.number for line in lines if line.emphatic]
    questions = [at for at in asked if "?" in _words(text, lines[at])]
    if len(questions) >= _FEWEST and len(questions) * _FEWEST >= len(asked):
        return asked
    prompts = [at for at in asked if _words(text, lines[at])[-1:] in {".", "?", "…"}]
    if not questions or len(prompts) < max(_FEWEST, _SENTENCES * len(asked)):
        return []
    between = [lines[first + 1 : end] for first, end in zip(asked, [*asked[1:], asked[-1] + 2], strict=True)]
    own = sum(any(OF_ONESELF.search(_words(text, line)) for line in answer) for answer in between)
    return asked if all(between[:-1]) and _OWN * len(between) <= own else []


def _in_plain(text: str, lines: Sequence[Line]) -> list[int]:
    """The paragraphs that end with a question to somebody, where those between them are told by that somebody.

    The questions that an essay or a report asks of its reader are few, and answered in the third person.
    """
    asked = [line.number for line in lines if _asks(text, line)]
    if len(asked) < _FEWEST:
        return []
    if len(asked) < _DENSE * (asked[-1] - asked[0] + 1):
        return []
    between = [lines[first + 1 : end] for first, end in zip(asked, [*asked[1:], asked[-1] + 2], strict=True)]
    if any(not answer for answer in between[:-1]) and sum(map(bool, between)) < 0.8 * len(between):
        return []
    addressed = sum(bool(_ADDRESSED.search(_words(text, lines[at]))) for at in asked)
    own = sum(any(OF_ONESELF.search(_words(text, line)) for line in answer) for answer in between)
    return asked if 2 * addressed >= len(asked) and 2 * own >= len(asked) else []


def _asks(text: str, line: Line) -> bool:
    words = _words(text, line)
    return words.endswith("?") and words[:1] not in set("\"“„«‘'") and words.count(" ") < _LONGEST_QUESTION


def _answers(text: str, line: Line) -> bool:
    words = _words(text, line)
    return bool(words) and words[-1] in _ENDS
