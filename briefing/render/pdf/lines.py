"""Runs of words broken into lines: plain text in, never markup."""

from __future__ import annotations

from collections import deque
from typing import TypeAlias

from briefing.model.manuscript import Run, Runs, Tone
from briefing.render.pdf.atoms import Atom, Line, Piece, glue, hold
from briefing.render.pdf.characters import SOFT_HYPHEN, divisions, printable, tokens
from briefing.render.pdf.faces import Face, Typecase
from briefing.render.pdf.filling import SLACK, Filler
from briefing.render.pdf.recent import Recent
from briefing.render.pdf.styles import Look, Style

_CLINGING = frozenset({"be", "cs", "pl", "ru", "sk", "uk"})
"""Languages in which a preposition of one letter goes with its word onto the next line."""
_NO_BREAK = "\u00a0\u2007\u202f"
"""Spaces that may be all that stands between two words in other type, such as two references."""
UNBROKEN = 1e6
"""A measure that no paragraph fills, in points."""
_MOST_BALANCED = 4
_BALANCE_STEP = 6.0
"""Headings of up to so many lines are evened out, to within so many points."""

_LINE = 100
_MOST_LINES = 20_000
_MOST_WORDS = 20_000
"""How much is remembered, with words and lines of more letters than `_LINE` counted as several: a brief of 200 pages
has 10,000 lines."""

_Shape: TypeAlias = tuple[tuple[tuple[tuple[str, float, Face], ...], bool, bool], ...]
"""A word measured: for each of its divisions the stretches in one face, whether a line may end after it, and whether
that takes a hyphen."""


def _add(atoms: deque[Atom], shape: _Shape, look: Look, run: int) -> None:
    for stretches, may_end, soft in shape:
        atom = atoms[-1]
        for text, width, face in stretches:
            atom.pieces.append(Piece(text, width, face, look, run))
            atom.width += width
        if may_end:
            atom.soft = soft
            atoms.append(Atom([]))


class Compositor:
    """Breaks paragraphs into lines and remembers each; one per rendering language."""

    def __init__(self, typecase: Typecase, language: str) -> None:
        self._typecase = typecase
        self._language = language
        self._shapes: Recent[tuple[Look, str], _Shape] = Recent(_MOST_WORDS)
        self._set: Recent[tuple[Runs, Style, float], tuple[Line, ...]] = Recent(_MOST_LINES)

    def lines(self, runs: Runs, style: Style, measure: float) -> tuple[Line, ...]:
        """The lines of a paragraph `measure` points wide, at least one."""
        key = (runs, style, measure)
        lines = self._set.get(key)
        if lines is None:
            lines = self._break(runs, style, measure)
            self._set.put(key, lines, len(lines) + sum(len(run.text) for run in runs) // _LINE)
        return lines

    def width(self, runs: Runs, style: Style) -> float:
        """How wide the paragraph is when nothing breaks its lines."""
        return max((line.width for line in self.lines(runs, style, UNBROKEN)), default=0.0)

    def _break(self, runs: Runs, style: Style, measure: float) -> tuple[Line, ...]:
        lines = self._filler(runs, style, measure).fill(self._atoms(runs, style))
        if style.hyphenate or not 1 < len(lines) <= _MOST_BALANCED:
            return lines
        return self._balanced(lines, runs, style, measure)

    def _filler(self, runs: Runs, style: Style, measure: float) -> Filler:
        return Filler([self._language_of(run) for run in runs], self._hyphen, style, measure)

    def _balanced(self, lines: tuple[Line, ...], runs: Runs, style: Style, measure: float) -> tuple[Line, ...]:
        """The same number of lines as even as can be: no heading ends in a single word."""
        low, high = measure / 2, measure
        while high - low > _BALANCE_STEP:
            middle = (low + high) / 2
            tried = self._filler(runs, style, middle).fill(self._atoms(runs, style))
            if len(tried) > len(lines) or any(line.width > middle + SLACK for line in tried):
                low = middle
            else:
                lines, high = tried, middle
        return lines

    def _atoms(self, runs: Runs, style: Style) -> deque[Atom]:
        atoms = deque([Atom([])])
        # A reference with no word before it has nothing to stand above.
        lone = all(run.tone is Tone.REFERENCE or not run.text.strip() for run in runs)
        for index, run in enumerate(runs):
            look = style.lone_reference if lone else style.look(run.tone)
            for stretch in tokens(printable(run.text)):
                if stretch == "\n":
                    atoms[-1].forced = True
                    # Unseen at a line's end, this keeps the words apart for those who listen or copy.
                    glue(atoms[-1])
                    atoms.append(Atom([]))
                elif stretch.isspace():
                    if not glue(atoms[-1]):
                        continue
                    if stretch[0] in _NO_BREAK or self._clings(atoms[-1], run):
                        hold(atoms[-1])
                    else:
                        atoms.append(Atom([]))
                else:
                    key = (look, stretch)
                    shape = self._shapes.get(key)
                    if shape is None:
                        shape = self._shapes.put(key, self._shape(stretch, look), 1 + len(stretch) // _LINE)
                    _add(atoms, shape, look, index)
        return atoms

    def _clings(self, atom: Atom, run: Run) -> bool:
        """Whether the atom is a word of one letter where such a word may not end a line."""
        if len(atom.pieces) != 1 or len(atom.pieces[0].text) != 1 or not atom.pieces[0].text.isalpha():
            return False
        return self._language_of(run).partition("-")[0] in _CLINGING

    def _shape(self, word: str, look: Look) -> _Shape:
        parts = divisions(word)
        return tuple(
            (
                self._measured(part.replace("\u200b", "").replace(SOFT_HYPHEN, ""), look),
                number < len(parts) or part[-1] in "\u200b\u00ad",
                part.endswith(SOFT_HYPHEN),
            )
            for number, part in enumerate(parts, start=1)
        )

    def _measured(self, text: str, look: Look) -> tuple[tuple[str, float, Face], ...]:
        stretches = self._typecase.assign(look.cut, text) if text else ()
        return tuple((stretch, face.width(stretch, look.size), face) for face, stretch in stretches)

    def _hyphen(self, after: Piece) -> Piece:
        """A hyphen that a line end calls for after `after`."""
        [(text, width, face)] = self._measured("-", after.look)
        return Piece(text, width, face, after.look, after.run, inserted=True)

    def _language_of(self, run: Run) -> str:
        """The language that the run's words are in."""
        return run.language or self._language
