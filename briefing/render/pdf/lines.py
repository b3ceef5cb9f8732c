"""Runs of words broken into lines: plain text in, never markup."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TypeAlias

from briefing.model.manuscript import Run, Runs
from briefing.render.pdf.characters import SOFT_HYPHEN, clusters, divisions, printable, tokens
from briefing.render.pdf.faces import Face, Typecase
from briefing.render.pdf.hyphenation import hyphen_places
from briefing.render.pdf.styles import Look, Style

_SLACK = 0.01
_LOOSE = 0.14
_LOOSE_POINTS = 46.0
"""How much of a line may stay empty before a word is divided, as a share and in points: ragged, without holes."""
_MOST_HYPHENS = 2
_MOST_BALANCED = 4
_BALANCE_STEP = 6.0
"""Headings of up to so many lines are evened out, to within so many points."""
_ADDRESS_ENDS = "/-_.?&=,;:"


@dataclass(slots=True)
class Piece:
    """Words of one run in one face; `run` is the run's place in its paragraph.

    `inserted`: a hyphen that a line end called for and that is no part of the words.
    """

    text: str
    width: float
    face: Face
    look: Look
    run: int
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of pieces in reading order; `width` is that of its ink."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(slots=True)
class _Atom:
    """What a line cannot end within, save by force; `glue` is the space after it."""

    pieces: list[Piece]
    width: float = 0.0
    glue: Piece | None = None
    soft: bool = False
    forced: bool = False

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.width += piece.width

    @property
    def advance(self) -> float:
        return self.width + (self.glue.width if self.glue else 0.0)


_Shape: TypeAlias = tuple[tuple[tuple[tuple[str, float, Face], ...], bool, bool], ...]
"""A word measured: for each of its divisions the stretches in one face, whether a line may end after it, and whether
that takes a hyphen."""


def _glue(atom: _Atom) -> bool:
    """Put a space after the atom, in its own look: a space alone under a mark is lost on some readers."""
    if not atom.pieces:
        return False
    last = atom.pieces[-1]
    atom.glue = Piece(" ", last.face.width(" ", last.look.size), last.face, last.look, last.run)
    return True


def _add(atoms: deque[_Atom], shape: _Shape, look: Look, run: int) -> None:
    for stretches, may_end, soft in shape:
        atom = atoms[-1]
        for text, width, face in stretches:
            atom.pieces.append(Piece(text, width, face, look, run))
            atom.width += width
        if may_end:
            atom.soft = soft
            atoms.append(_Atom([]))


class Compositor:
    """Breaks paragraphs into lines and remembers each; one per rendering language."""

    def __init__(self, typecase: Typecase, language: str) -> None:
        self._typecase = typecase
        self._language = language
        self._shapes: dict[Look, dict[str, _Shape]] = {}
        self._set: dict[tuple[Runs, Style, float], tuple[Line, ...]] = {}

    def lines(self, runs: Runs, style: Style, measure: float) -> tuple[Line, ...]:
        """The lines of a paragraph `measure` points wide, at least one."""
        key = (runs, style, round(measure, 2))
        lines = self._set.get(key)
        if lines is None:
            lines = self._set[key] = self._break(runs, style, measure)
        return lines

    def width(self, runs: Runs, style: Style) -> float:
        """How wide the paragraph is when nothing breaks its lines."""
        return max((line.width for line in self.lines(runs, style, 1e6)), default=0.0)

    def _break(self, runs: Runs, style: Style, measure: float) -> tuple[Line, ...]:
        lines = _Filler(self, runs, style, measure).fill(self._atoms(runs, style))
        if style.hyphenate or not 1 < len(lines) <= _MOST_BALANCED:
            return lines
        return self._balanced(lines, runs, style, measure)

    def _balanced(self, lines: tuple[Line, ...], runs: Runs, style: Style, measure: float) -> tuple[Line, ...]:
        """The same number of lines as even as can be: no heading ends in a single word."""
        low, high = measure / 2, measure
        while high - low > _BALANCE_STEP:
            middle = (low + high) / 2
            tried = _Filler(self, runs, style, middle).fill(self._atoms(runs, style))
            if len(tried) > len(lines) or any(line.width > middle + _SLACK for line in tried):
                low = middle
            else:
                lines, high = tried, middle
        return lines

    def _atoms(self, runs: Runs, style: Style) -> deque[_Atom]:
        atoms = deque([_Atom([])])
        for index, run in enumerate(runs):
            look = style.look(run.tone)
            shapes = self._shapes.setdefault(look, {})
            for stretch in tokens(printable(run.text)):
                if stretch == "\n":
                    atoms[-1].forced = True
                    # Unseen at a line's end, this keeps the words apart for those who listen or copy.
                    _glue(atoms[-1])
                    atoms.append(_Atom([]))
                elif stretch.isspace():
                    if _glue(atoms[-1]):
                        atoms.append(_Atom([]))
                else:
                    shape = shapes.get(stretch)
                    if shape is None:
                        shape = shapes[stretch] = self._shape(stretch, look)
                    _add(atoms, shape, look, index)
        return atoms

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

    def hyphen(self, after: Piece) -> Piece:
        """A hyphen that a line end calls for after `after`."""
        [(text, width, face)] = self._measured("-", after.look)
        return Piece(text, width, face, after.look, after.run, inserted=True)

    def language_of(self, run: Run) -> str:
        """The language that the run's words are in."""
        return run.language or self._language


class _Filler:
    """Fills the lines of one paragraph, greedily: a ragged right edge needs no more."""

    def __init__(self, compositor: Compositor, runs: Runs, style: Style, measure: float) -> None:
        self._compositor = compositor
        self._runs = runs
        self._style = style
        self._measure = max(measure, 1.0)
        self._lines: list[Line] = []
        self._line: list[_Atom] = []
        self._used = 0.0
        self._hyphens = 0

    def fill(self, atoms: deque[_Atom]) -> tuple[Line, ...]:
        while atoms:
            atom = atoms.popleft()
            if self._fits(atom):
                self._take(atom)
                if atom.forced:
                    self._emit(hyphen=False)
                continue
            cut = self._divide(atom, self._measure - self._used, desperate=False)
            if cut is None and not self._line:
                cut = self._divide(atom, self._measure, desperate=True) or self._chop(atom)
            if cut is None and self._line:
                self._emit(hyphen=self._line[-1].soft)
                atoms.appendleft(atom)
                continue
            if cut is None:  # one character wider than the line
                self._take(atom)
                self._emit(hyphen=False)
                continue
            head, tail = cut
            self._take(head)
            self._emit(hyphen=head.soft)
            atoms.appendleft(tail)
        if self._line or not self._lines:
            self._emit(hyphen=False)
        return tuple(self._lines)

    def _fits(self, atom: _Atom) -> bool:
        hyphen = self._compositor.hyphen(atom.pieces[-1]).width if atom.soft and atom.pieces else 0.0
        return self._used + atom.width + hyphen <= self._measure + _SLACK

    def _take(self, atom: _Atom) -> None:
        self._line.append(atom)
        self._used += atom.advance

    def _emit(self, *, hyphen: bool) -> None:
        pieces: list[Piece] = []
        width = ink = 0.0
        for atom in self._line:
            pieces.extend(atom.pieces)
            width += atom.width
            ink = width if atom.pieces else ink
            if atom.glue is not None:
                pieces.append(atom.glue)
                width += atom.glue.width
        last = self._line[-1] if self._line else None
        if hyphen and last is not None and last.pieces:
            mark = self._compositor.hyphen(last.pieces[-1])
            pieces.append(mark)
            ink += mark.width
        self._hyphens = self._hyphens + 1 if hyphen else 0
        self._lines.append(Line(_joined(pieces), ink))
        self._line = []
        self._used = 0.0

    def _divide(self, atom: _Atom, room: float, *, desperate: bool) -> tuple[_Atom, _Atom] | None:
        """The atom cut where its language divides it, as far right as there is room."""
        if not desperate and (
            not self._style.hyphenate
            or room < max(self._measure * _LOOSE, _LOOSE_POINTS)
            or self._hyphens >= _MOST_HYPHENS
        ):
            return None
        before = 0.0
        best: tuple[int, int] | None = None
        for number, piece in enumerate(atom.pieces):
            language = self._compositor.language_of(self._runs[piece.run])
            for place in hyphen_places(piece.text, language):
                width = before + piece.face.width(piece.text[:place] + "-", piece.look.size)
                if width <= room:
                    best = (number, place)
            before += piece.width
        return None if best is None else self._split(atom, *best, soft=True)

    def _chop(self, atom: _Atom) -> tuple[_Atom, _Atom] | None:
        """The atom cut at any character, for words longer than a line; before that at an address's joints."""
        used = 0.0
        for number, piece in enumerate(atom.pieces):
            if used + piece.width <= self._measure:
                used += piece.width
                continue
            place = self._prefix(piece, self._measure - used)
            if number == 0 and place == 0:
                place = len(clusters(piece.text[:64])[0])
            if number == len(atom.pieces) - 1 and place >= len(piece.text):
                return None
            return self._split(atom, number, place, soft=False)
        return None

    @staticmethod
    def _prefix(piece: Piece, room: float) -> int:
        place = 0
        width = 0.0
        joint = 0
        for cluster in clusters(piece.text[:4000]):
            width += piece.face.width(cluster, piece.look.size)
            if width > room:
                break
            place += len(cluster)
            if cluster in _ADDRESS_ENDS:
                joint = place
        return joint if joint > place * 0.6 else place

    def _split(self, atom: _Atom, number: int, place: int, *, soft: bool) -> tuple[_Atom, _Atom]:
        piece = atom.pieces[number]
        head, tail = _Atom([], soft=soft), _Atom([], glue=atom.glue, soft=atom.soft, forced=atom.forced)
        for early in atom.pieces[:number]:
            head.add(early)
        for part, text in ((head, piece.text[:place]), (tail, piece.text[place:])):
            if text:
                part.add(Piece(text, piece.face.width(text, piece.look.size), piece.face, piece.look, piece.run))
        for late in atom.pieces[number + 1 :]:
            tail.add(late)
        return head, tail


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours in one look made one: fewer operators, and words that copy as words."""
    merged: list[Piece] = []
    texts: list[str] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        alike = last is not None and last.face is piece.face and last.look is piece.look and last.run == piece.run
        if last is not None and alike and not piece.inserted:
            texts.append(piece.text)
            last.width += piece.width
            continue
        if last is not None:
            last.text = "".join(texts)
        merged.append(replace(piece))
        texts = [piece.text]
    if merged:
        merged[-1].text = "".join(texts)
    return tuple(merged)
