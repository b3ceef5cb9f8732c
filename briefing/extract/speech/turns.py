"""Speech in layouts without quotation marks: transcripts, questions and answers, `Quote:` lines, block quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.extract.lexis.lexicon import alternatives, load
from briefing.extract.parsing.parse import Parse
from briefing.extract.speech.interviews import answers_in
from briefing.extract.speech.label_lines import Line, read_lines
from briefing.extract.speech.marks import Quoted
from briefing.extract.speech.set_off import blocks_in
from briefing.extract.speech.transcripts import Transcript

_MARKS = "\"“„«‹'‘’”`＂-–—•*>「『"
_QUOTES = frozenset("\"“„«‹'‘`＂「『")
_SMALL = frozenset("of the for and de la le el al van von bin da dos del di du y e".split())  # noqa: SIM905
_ENDS = frozenset(".?!…—–-”“»«›\"'’＂」』)]*_")
_FEWEST = 3  # words
_LONGEST_PHRASE = 12  # words that make sense without a verb
_FEWEST_LABELLED = 2  # "I did." says something where the speaker is beyond doubt, "Yes." hardly does


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says; `stretch` has no marks.

    `label`: the characters of the name or office that labels its speaker, `None` if it has none. `aside`: those of a
    bracket behind it ("MODERATOR (Maria Keller)"). `answer`: it is said by the one who is interviewed.
    """

    stretch: Quoted
    label: tuple[int, int] | None = None
    aside: tuple[int, int] | None = None
    answer: bool = False


def find_turns(parse: Parse, language: str = "en") -> tuple[Turn, ...]:
    """The turns of an article, in order; those that run on over several paragraphs say so."""
    known = parse.readings.get(f"turns.{language}")
    if isinstance(known, tuple):
        return known
    found: dict[int, Turn] = {}
    for turn in _Reader(parse, language).find():
        found.setdefault(turn.stretch.start, turn)
    turns = tuple(found[start] for start in sorted(found))
    parse.readings[f"turns.{language}"] = turns
    return turns


def _headline(words: str) -> bool:
    """Whether every word of weight has a capital: `Keller: Bridge Will Open By Spring`."""
    big = [word for word in words.split() if word[0].isalpha() and word.lower() not in _SMALL and len(word) > 3]
    return len(big) > 2 and all(word[0].isupper() for word in big)


class _Reader:
    def __init__(self, parse: Parse, language: str) -> None:
        self._parse = parse
        self._text = parse.article.text
        data = load(language, "saying")["layouts"]
        self._quotes = frozenset(data["quote_labels"])
        self._stage = re.compile(
            rf"[*_]{{0,3}}[(\[]\s*{alternatives(data['stage'])}[^)\]\n]{{0,60}}[)\]][*_]{{0,3}}", re.IGNORECASE
        )
        self._leads = re.compile(rf"(?:{alternatives(data['block_leads'])})(?:\s[^\s.:]+){{0,10}}:$", re.IGNORECASE)
        self._lines = read_lines(parse)
        self._transcript = Transcript(parse, self._lines, language)

    def find(self) -> Iterator[Turn]:
        for at, line in enumerate(self._lines):
            if line.label is None:
                continue
            if self._transcript.speaks(line):
                answer = self._transcript.answers(line)
                yield from self._row(self._transcript.spoken(at), line, answer=answer)
            elif line.label.lower() in self._quotes:
                yield from self._row([line], None)
        for lines in blocks_in(self._text, self._lines, self._leads):
            yield from self._row(lines, None)
        for lines in answers_in(self._text, self._lines, self._transcript):
            yield from self._row(lines, None, answer=True)

    def _row(self, lines: Sequence[Line], labelled: Line | None, *, answer: bool = False) -> Iterator[Turn]:
        """The paragraphs of one turn; all but the last run on."""
        if self._barred(lines, labelled):
            return
        made = [turn for line in lines for turn in self._turns(line)]
        if not made or sum(self._length(turn) for turn in made) < (
            _FEWEST_LABELLED if answer or labelled is not None else _FEWEST
        ):
            return
        made[0] = replace(made[0], answer=answer)
        if labelled is not None:
            made[0] = replace(made[0], label=labelled.place, aside=labelled.aside)
        for turn in made[:-1]:
            yield replace(turn, stretch=replace(turn.stretch, runs_on=True))
        yield made[-1]

    def _barred(self, lines: Sequence[Line], labelled: Line | None) -> bool:
        """Whether a turn begins with marks of its own, or is a headline."""
        first = next((line for line in lines if line.start < line.end), None)
        if first is None:
            return True
        words = self._text[first.start : first.end]
        cut = words[-1] not in _ENDS and lines[-1] is first
        phrase = cut and labelled is not None and not (self._transcript.names_somebody(labelled) and self._acts(first))
        headline = (cut and _headline(words)) or phrase or (words.isupper() and not self._loud)
        return headline or self._is_list(first, words) or words[0] in (_MARKS if labelled is None else _QUOTES)

    def _is_list(self, line: Line, words: str) -> bool:
        """Whether the words are only names and the like: `SPEAKERS: Maria Keller, mayor; ...`."""
        return len(words.split()) >= _LONGEST_PHRASE and not self._acts(line)

    def _acts(self, line: Line) -> bool:
        """Whether the words have a verb, as far as the parser tells."""
        tokens = self._parse.tokens
        paragraph = self._parse.paragraphs[line.number]
        inside = (tokens[i] for i in range(paragraph.first, paragraph.last) if tokens[i].start >= line.start)
        return not self._parse.syntax or any(token.pos in {"VERB", "AUX"} for token in inside)

    @cached_property
    def _loud(self) -> bool:
        """Whether most of the text is in capitals."""
        return sum(self._text[line.start : line.end].isupper() for line in self._lines) * 2 > len(self._lines)

    def _length(self, turn: Turn) -> int:
        return len(self._text[turn.stretch.start : turn.stretch.end].split())

    def _turns(self, line: Line) -> Iterator[Turn]:
        """The words of a paragraph, in several pieces where stage directions stand between them."""
        at = line.start
        ends = [(found.start(), found.end()) for found in self._stage.finditer(self._text, line.start, line.end)]
        for start, end in [*ends, (line.end, line.end)]:
            piece = self._text[at:start]
            first, last = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
            if last > first and any(map(str.isalnum, piece)):
                yield Turn(Quoted(line.number, first, last, ""))
            at = end
