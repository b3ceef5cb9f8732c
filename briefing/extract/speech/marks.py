"""Quotation marks: which opens, which closes, and which is an apostrophe; paragraph by paragraph, no parser.

A mark that is never closed is told apart from one that closes, and never reaches past the next mark that opens:
what follows it is another quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from briefing.extract.speech.mark_signs import ALWAYS_OPEN, CLOSERS, EITHER, SINGLE, Mark, Namer, is_caption, read_marks

_REPEATED = frozenset("‘'‚")
_INNER_WORDS = 6
_LONGEST_ASIDE = 6  # words of a line that cuts a quotation in two
_LOOK_AHEAD = 40  # marks; keeps a paragraph of nothing but marks from costing the square of its length


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between a pair of outermost marks; `start` to `end` leaves the marks out.

    `paragraph`: index of the paragraph. `mark`: the opening mark. `closed`: whether its closing mark is there.
    `runs_on`: whether the quotation goes on in the next paragraph, which opens with a mark again or closes this one.
    """

    paragraph: int
    start: int
    end: int
    mark: str
    closed: bool = True
    runs_on: bool = False

    @property
    def single(self) -> bool:
        """Whether the marks are single ones."""
        return self.mark in SINGLE


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mark without its partner; `code`: `not_closed` or `not_opened`; half-open `start` to `end` is the mark."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """All quoted stretches of an article, in order, and the marks that have no partner."""

    stretches: tuple[Quoted, ...]
    flaws: tuple[Flaw, ...]


def pair_marks(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    ended: re.Pattern[str] | None = None,
    namer: Namer | None = None,
) -> Pairing:
    """Pair the marks within each of the half-open `paragraphs` of `text`, then join what runs on.

    `ended`: what shows that a quotation without its closing mark ended before its paragraph did (", she said"), so that
    it does not run on into the next one. `namer`: tells the speakers named beside the marks, so that what one said is
    not joined to what another one said; `None`: speakers are not looked at.
    """
    read = [_Paragraph(text, i, start, end).read() for i, (start, end) in enumerate(paragraphs)]
    for here, below in pairwise(read):
        here.open_single(below)
    apart = _spoken_apart(read, namer) if namer is not None else frozenset()
    for at, (here, below) in enumerate(pairwise(read)):
        last = here.stretches[-1] if here.stretches else None
        if last is not None and not last.closed and not (ended and ended.search(text, last.start, last.end)):
            beyond = read[at + 2] if at + 2 < len(read) and below.cuts_in() else None
            target = (
                beyond
                if beyond is not None and (beyond.goes_on() or is_caption(text, below.start, below.end))
                else below
            )
            if target.index - 1 not in apart:
                here.join(last, target)
            elif last.single:
                here.flag(last)
    return Pairing(
        stretches=tuple(stretch for paragraph in read for stretch in paragraph.stretches),
        flaws=tuple(sorted((flaw for paragraph in read for flaw in paragraph.flaws), key=lambda flaw: flaw.start)),
    )


def _spoken_apart(read: Sequence[_Paragraph], namer: Namer) -> frozenset[int]:
    """The paragraphs whose last words must not run on: who is named before them is not who is named at the end."""
    closing: list[tuple[str, ...]] = [()] * (len(read) + 1)
    for paragraph in reversed(read):
        below = closing[paragraph.index + 1]
        closing[paragraph.index] = below if paragraph.stays_open() else paragraph.named_behind(namer)
    found = set()
    opening: tuple[str, ...] = ()
    for paragraph in read:
        carried = opening if paragraph.stays_open() or paragraph.cuts_in() else ()
        opening = paragraph.named_before(namer) or carried
        if namer.other(opening, closing[paragraph.index + 1]):
            found.add(paragraph.index)
    return frozenset(found)


@dataclass(slots=True)
class _Paragraph:
    """One paragraph being read from left to right."""

    text: str
    index: int
    start: int
    end: int
    stretches: list[Quoted] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    orphan: Mark | None = None
    """A closing mark before anything opened: it may end what the paragraph above left open."""
    waiting: list[Mark] = field(default_factory=list)

    def read(self) -> _Paragraph:
        marks = read_marks(self.text, self.start, self.end)
        for at, mark in enumerate(marks):
            if mark.single:
                self._take_single(mark, marks, at)
            else:
                self._take_double(mark)
        self._give_up(self.end)
        return self

    def join(self, last: Quoted, below: _Paragraph) -> None:
        """Settle what runs on into the next paragraph: an opening mark repeated there, or the closing mark alone."""
        reopened = below.stretches[0] if below.stretches else None
        orphan = below.orphan
        if reopened and reopened.mark == last.mark and self.text[below.start : reopened.start].strip() == last.mark:
            self._run_on(last)
        elif orphan is not None and self.text[below.start : orphan.start].strip():
            self._run_on(last)
            below.flaws[:] = [flaw for flaw in below.flaws if flaw.start != orphan.start]
            below.stretches.insert(0, self._trim(Quoted(below.index, below.start, orphan.start, last.mark)))

    def flag(self, last: Quoted) -> None:
        """Note that the mark of the last words, a single one, is not closed after all."""
        opened = self.text.rfind(last.mark, self.start, last.start)
        self.flaws.append(Flaw("not_closed", opened, opened + len(last.mark)))

    def stays_open(self) -> bool:
        """Whether the paragraph is nothing but words that a mark opens and none closes."""
        only = self.stretches[0] if len(self.stretches) == 1 else None
        return only is not None and not only.closed and not any(map(str.isalnum, self.text[self.start : only.start]))

    def named_before(self, namer: Namer) -> tuple[str, ...]:
        """Whom the paragraph names as speaker before the words that it leaves open; nobody if it leaves none open."""
        if not self.stretches or self.stretches[-1].closed:
            return ()
        ends = (self.start, *(stretch.end for stretch in self.stretches[:-1]))
        between = zip(ends, self.stretches, strict=True)
        subjects = [namer.named(self.text[end : stretch.start]) for end, stretch in between]
        return next((subject for subject in reversed(subjects) if subject), ())

    def named_behind(self, namer: Namer) -> tuple[str, ...]:
        """Whom the paragraph names behind the words with which it begins, where they lead on to who says them."""
        first = self.stretches[0] if self.stretches else None
        end = self.orphan.start if self.orphan is not None else first.end if first is not None else None
        if end is None or self.text[end - 1 : end] == ".":
            return ()
        after = next((stretch.start for stretch in self.stretches if stretch.start > end), self.end)
        return namer.behind(self.text[end:after])

    def cuts_in(self) -> bool:
        """Whether the paragraph may be the number of a page or an advertisement between two halves of a sentence."""
        words = self.text[self.start : self.end].split()
        unmarked = not self.stretches and self.orphan is None
        short = 0 < len(words) <= _LONGEST_ASIDE and words[-1][-1] not in ".!?"
        return unmarked and (short or is_caption(self.text, self.start, self.end))

    def goes_on(self) -> bool:
        """Whether the paragraph begins within a sentence and closes a mark that it did not open."""
        return self.orphan is not None and self.text[self.start : self.start + 1].islower()

    def open_single(self, below: _Paragraph) -> None:
        """A single mark with none that closes it, where the next paragraph begins with one too."""
        mark = self.text[below.start : below.start + 1]
        at = self._left_open(mark) if mark and mark in _REPEATED else None
        if at is not None:
            self.stretches.append(self._trim(Quoted(self.index, at + 1, self.end, mark, closed=False)))

    def _left_open(self, mark: str) -> int | None:
        """Where such a mark opens words that end in the open: at the start, or behind a colon or comma."""
        if self.text[self.start : self.end].rstrip()[-1:] in "’'”\"":
            return None
        after = self.stretches[-1].end if self.stretches else self.start
        behind = max(self.text.rfind(f"{sign} {mark}", after, self.end) for sign in ":,")
        at = behind + 2 if behind >= 0 else self.start
        begins = self.text[at : at + 1] == mark and self.text[at + 1 : at + 2].isalnum()
        return at if begins and (behind >= 0 or not self.stretches) else None

    def _run_on(self, last: Quoted) -> None:
        self.stretches[-1] = replace(last, closed=True, runs_on=True)
        self._forgive(last)

    def _take_double(self, mark: Mark) -> None:
        partner = _partner(mark, self.waiting)
        if partner is not None:
            for lost in self.waiting[partner + 1 :]:
                if not lost.single:
                    self.flaws.append(Flaw("not_closed", lost.start, lost.end))
            opened = self.waiting[partner]
            del self.waiting[partner:]
            if not self.waiting:
                self._add(Quoted(self.index, opened.end, mark.start, opened.text))
        elif mark.text in ALWAYS_OPEN or (mark.opens and not (mark.text in "»›" and mark.closes)):
            if any(mark.text == opened.text for opened in self.waiting):
                self._give_up(mark.start)
            self.waiting.append(mark)
        elif mark.closes and not (mark.text == '"' and self.text[mark.start - 1].isdigit()) and not self._wraps(mark):
            if not self.stretches and not self.waiting and self.orphan is None:
                self.orphan = mark
            self.flaws.append(Flaw("not_opened", mark.start, mark.end))

    def _take_single(self, mark: Mark, marks: list[Mark], at: int) -> None:
        if any(not opened.single for opened in self.waiting):
            return  # inside double marks it is part of the words
        if self.waiting:
            if mark.closes and not self._possessive(mark, marks, at):
                opened = self.waiting.pop()
                self._add(Quoted(self.index, opened.end, mark.start, opened.text))
        elif mark.opens and any(other.single and other.closes for other in _after(marks, at)):
            self.waiting.append(mark)

    def _possessive(self, mark: Mark, marks: list[Mark], at: int) -> bool:
        """Whether this mark is a plural's, or left letters out (goin'): the closing one, at a stop, is yet to come."""
        after = self.text[mark.end : mark.end + 2]
        if self.text[mark.start - 1] not in "sSnN" or after[:1] != " " or not after[1:].islower():
            return False
        for other in _after(marks, at):
            if other.single and other.opens:
                return False
            if other.single and other.closes:
                return self.text[other.start - 1] in ".,!?…"
        return False

    def _wraps(self, mark: Mark) -> bool:
        """Whether a closing mark ends a quotation that has a few words in the same marks inside; if so, take it."""
        if self.waiting or len(self.stretches) < 2:
            return False
        outer, inner = self.stretches[-2:]
        short = len(self.text[inner.start : inner.end].split()) <= _INNER_WORDS
        if outer.closed or not inner.closed or not short or mark.text not in CLOSERS[outer.mark]:
            return False
        del self.stretches[-2:]
        self._forgive(outer)
        self._add(Quoted(self.index, outer.start, mark.start, outer.mark))
        return True

    def _give_up(self, end: int) -> None:
        """Leave what is still open; the outermost double mark keeps the words up to `end`."""
        doubles = [mark for mark in self.waiting if not mark.single]
        self.waiting.clear()
        self.flaws.extend(Flaw("not_closed", mark.start, mark.end) for mark in doubles)
        if doubles:
            self._add(Quoted(self.index, doubles[0].end, end, doubles[0].text, closed=False))

    def _forgive(self, stretch: Quoted) -> None:
        opened = self.text.rfind(stretch.mark, 0, stretch.start)
        self.flaws[:] = [flaw for flaw in self.flaws if flaw.start != opened]

    def _add(self, stretch: Quoted) -> None:
        if self.text[stretch.start : stretch.end].strip():
            self.stretches.append(self._trim(stretch))

    def _trim(self, stretch: Quoted) -> Quoted:
        words = self.text[stretch.start : stretch.end]
        start = stretch.start + len(words) - len(words.lstrip())
        return replace(stretch, start=start, end=stretch.start + len(words.rstrip()))


def _after(marks: list[Mark], at: int) -> Iterator[Mark]:
    return islice(marks, at + 1, at + 1 + _LOOK_AHEAD)


def _partner(mark: Mark, open_marks: list[Mark]) -> int | None:
    """The place of the open mark that this one closes, `None` if it closes none."""
    innermost = True
    for at in range(len(open_marks) - 1, -1, -1):
        opened = open_marks[at]
        if opened.single:
            continue
        if mark.text in CLOSERS[opened.text] and (mark.closes or mark.text not in EITHER):
            return at
        if innermost and mark.text == "“" and opened.text in {"“", "”"} and mark.closes and not mark.opens:
            return at  # the opening mark used at both ends, or the two the wrong way round
        if innermost and mark.text in EITHER and mark.closes and not mark.opens:
            return at  # opened with one kind of mark, closed with another
        innermost = False
    return None
