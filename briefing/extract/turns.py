"""Speech in layouts without quotation marks: transcripts, questions and answers, `Quote:` lines, block quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.extract.lexicon import alternatives, load
from briefing.extract.marks import Quoted
from briefing.extract.parse import Parse

_WORD = r"(?:[^\W\d_][\w.'’-]*)"
_BRACKET = r"[(\[][^)\]\n]{1,60}[)\]]"
_LABEL = re.compile(
    rf"(?P<label>{_WORD}(?:,?\s(?:{_BRACKET}\s)?{_WORD}){{0,7}})(?P<aside>\s?{_BRACKET})?\s?\*?\s?:\s+(?=\S)"
)
_SHORT = re.compile(r"(?P<label>[QA])(?P<aside>)\*?\s?[.:]\s+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)\S.*\S\1")
_MARKS = "\"“„«‹'‘’”`＂-–—•*>"
_QUOTES = frozenset("\"“„«‹'‘`＂")
_SMALL = frozenset("of the for and de la le el al van von bin da dos del di du y e".split())  # noqa: SIM905
_ENDS = frozenset(".?!…")
_FEWEST = 3  # words: "Yes, sir." is no quotation
_FEWEST_ASKED = 3  # questions in bold that make an interview


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


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: its number, its label in the text's own letters and its place, where the words begin and end."""

    number: int
    label: str | None
    place: tuple[int, int]
    aside: tuple[int, int] | None
    start: int
    end: int


def find_turns(parse: Parse, language: str = "en") -> tuple[Turn, ...]:
    """The turns of an article, in order; those that run on over several paragraphs say so."""
    return tuple(sorted(_Reader(parse, language).find(), key=lambda turn: turn.stretch.start))


def _headline(words: str) -> bool:
    """Whether every word of weight has a capital: `Keller: Bridge Will Open By Spring`."""
    big = [word for word in words.split() if word[0].isalpha() and word.lower() not in _SMALL and len(word) > 3]
    return len(big) > 2 and all(word[0].isupper() for word in big)


class _Reader:
    def __init__(self, parse: Parse, language: str) -> None:
        self._parse = parse
        self._text = parse.article.text
        saying = load(language, "saying")
        data = saying["layouts"]
        self._labels = frozenset(saying["sources"]["colon_labels"])
        self._askers = frozenset(data["askers"])
        self._answers = frozenset(data["answers"])
        self._quotes = frozenset(data["quote_labels"])
        self._stage = re.compile(rf"[(\[]\s*{alternatives(data['stage'])}[^)\]\n]{{0,60}}[)\]]", re.IGNORECASE)
        self._leads = re.compile(rf"(?:{alternatives(data['block_leads'])})(?:\s[^\s.:]+){{0,10}}:$", re.IGNORECASE)
        self._lines = [self._line(i, p.start, p.end) for i, p in enumerate(parse.paragraphs)]

    def _line(self, number: int, start: int, end: int) -> _Line:
        found = _SHORT.match(self._text, start, end) or _LABEL.match(self._text, start, end)
        if found is None or not self._reads_as_label(found["label"]):
            return _Line(number, None, (start, start), None, start, end)
        name = found["label"].split(",")[0]  # "LACHLAN PEREIRA, MINISTER FOR ..."
        aside = found.span("aside") if found["aside"] else None
        return _Line(number, name, (start, start + len(name)), aside, found.end(), end)

    @staticmethod
    def _reads_as_label(label: str) -> bool:
        """Capitals throughout, but for the small words of a title."""
        return all(
            word[0].isupper() or word[0] in "([" or word.lower() in _SMALL for word in label.replace(",", " ").split()
        )

    def find(self) -> Iterator[Turn]:
        speakers = self._speakers()
        for at, line in enumerate(self._lines):
            if line.label is None or line.label.lower() in self._askers:
                continue
            if line.label.casefold() in speakers:
                yield from self._spoken(at, speakers)
            elif line.label.lower() in self._quotes:
                yield from self._turn(line, None)
        yield from self._blocks()
        yield from self._answers_to_bold()

    def _answers_to_bold(self) -> Iterator[Turn]:
        """An interview whose questions stand in bold (`**...?**`) and whose answers have no label."""
        asked = [at for at, line in enumerate(self._lines) if _BOLD.fullmatch(self._text, line.start, line.end)]
        questions = [at for at in asked if "?" in self._text[self._lines[at].start : self._lines[at].end]]
        if len(questions) < _FEWEST_ASKED or len(questions) * _FEWEST_ASKED < len(asked):
            return  # subheads
        for first, last in zip(asked, [*asked[1:], min(asked[-1] + 2, len(self._lines))], strict=True):
            yield from self._row(self._lines[first + 1 : last], None, answer=True)

    def _speakers(self) -> frozenset[str]:
        """The labels that name who speaks: repeated ones, `A` beside `Q`, and surnames that the article tells of."""
        labels = [line.label for line in self._lines if line.label is not None]
        counts = Counter(label.casefold() for label in labels)
        asked = bool(counts.keys() & self._askers)
        told, barred = self._surnames(), self._labels | self._quotes | self._askers
        answers = {key for key in counts if asked and key in self._answers}
        named = {key for label in labels if label.isupper() and (key := label.casefold()).split()[-1] in told}
        named |= {key for key in counts if asked and key.split()[-1] in told}
        named |= {key for key, count in counts.items() if count > 1 and key in self._named_labels()}
        loud = {label.casefold() for label in labels if label.isupper()}
        again = {key for key, count in counts.items() if count > 1 and (asked or len(counts) > 1 or key in loud)}
        others = loud | self._titled(named | again) if named or again else set[str]()
        return frozenset((named | again | others | answers) - barred - (self._answers - answers))

    def _titled(self, known: set[str]) -> set[str]:
        """Labels with a bracket behind them, and those that end as a known one does ("Hon. Keller", "Maria Keller")."""
        lasts = {label.split()[-1] for label in known}
        labels = [(line.label.casefold(), line.aside) for line in self._lines if line.label is not None]
        return {label for label, aside in labels if aside is not None or label.split()[-1] in lasts}

    def _named_labels(self) -> frozenset[str]:
        """The labels that are a person's name."""
        tokens = self._parse.tokens
        lasts = {line.place[1]: line.label.casefold() for line in self._lines if line.label is not None}
        return frozenset(lasts[token.end] for token in tokens if token.entity == "PERSON" and token.end in lasts)

    def _surnames(self) -> frozenset[str]:
        """The last names of people in the running text."""
        tokens = self._parse.tokens
        return frozenset(
            token.text.casefold()
            for token in tokens
            if token.entity == "PERSON" and token.start >= self._lines[token.paragraph].start
        )

    def _spoken(self, at: int, speakers: frozenset[str]) -> Iterator[Turn]:
        """A labelled paragraph with those below it that have no label, where a labelled one follows them."""
        line = self._lines[at]
        below = at + 1
        while below < len(self._lines) and self._lines[below].label is None:
            below += 1
        followed = below < len(self._lines)
        label = (self._lines[below].label or "").casefold() if followed else ""
        lines = [line, *self._lines[at + 1 : below]] if label in speakers | self._askers else [line]
        asks = self._text[lines[-1].start : lines[-1].end].rstrip().endswith("?")
        if len(lines) > 1 and asks and label == (line.label or "").casefold():
            lines.pop()  # the interviewer's question before the next answer
        yield from self._row(lines, line, answer=(line.label or "").casefold() in self._answers)

    def _row(self, lines: list[_Line], labelled: _Line | None, *, answer: bool) -> Iterator[Turn]:
        """The paragraphs of one turn; all but the last run on."""
        made = [turn for line in lines for turn in self._turn(line, labelled if line is labelled else None)]
        if not made or (labelled is not None and made[0].stretch.paragraph != labelled.number):
            return
        made[0] = replace(made[0], answer=answer)
        for turn in made[:-1]:
            yield replace(turn, stretch=replace(turn.stretch, runs_on=True))
        yield made[-1]

    def _turn(self, line: _Line, labelled: _Line | None) -> Iterator[Turn]:
        """The words of a paragraph, in several pieces where stage directions stand between them."""
        words = self._text[line.start : line.end]
        barred = words[0] in (_MARKS if labelled is None else _QUOTES) or (words[-1] not in _ENDS and _headline(words))
        if len(words.split()) < _FEWEST or barred:
            return
        label, aside = (None, None) if labelled is None else (labelled.place, labelled.aside)
        at = line.start
        ends = [(found.start(), found.end()) for found in self._stage.finditer(self._text, line.start, line.end)]
        for start, end in [*ends, (line.end, line.end)]:
            piece = self._text[at:start]
            first, last = at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip())
            if last > first:
                yield Turn(Quoted(line.number, first, last, ""), label, aside)
                label = aside = None
            at = end

    def _blocks(self) -> Iterator[Turn]:
        """`The minister had this to say:` with a paragraph of plain words below it."""
        for above, line in zip(self._lines, self._lines[1:], strict=False):
            lead = self._text[above.start : above.end].rstrip()
            if above.label is not None or line.label is not None or not self._leads.search(lead):
                continue
            words = self._text[line.start : line.end].rstrip()
            if words[:1].isupper() and words[-1] in _ENDS:
                yield from self._turn(line, None)
