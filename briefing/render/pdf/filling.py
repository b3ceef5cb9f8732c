"""Filling the lines of a paragraph with atoms."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from briefing.render.pdf.atoms import Atom, Line, Piece, joined
from briefing.render.pdf.characters import clusters
from briefing.render.pdf.hyphenation import hyphen_places
from briefing.render.pdf.styles import Style

SLACK = 0.01
"""How much wider than its measure rounding may make a line, in points."""
_LOOSE = 0.14
_LOOSE_POINTS = 46.0
"""How much of a line may stay empty before a word is divided, as a share and in points: ragged, without holes."""
_MOST_HYPHENS = 2
_ADDRESS_ENDS = "/-_.?&=,;:"


class Filler:
    """Fills the lines of one paragraph, greedily: a ragged right edge needs no more.

    `languages`: of each run. `hyphen`: makes the hyphen that a line end calls for after a piece.
    """

    def __init__(
        self, languages: Sequence[str], hyphen: Callable[[Piece], Piece], style: Style, measure: float
    ) -> None:
        self._languages = languages
        self._hyphen = hyphen
        self._style = style
        self._measure = max(measure, 1.0)
        self._lines: list[Line] = []
        self._line: list[Atom] = []
        self._used = 0.0
        self._hyphens = 0

    def fill(self, atoms: deque[Atom]) -> tuple[Line, ...]:
        """The lines, at least one; `atoms` is used up."""
        while atoms:
            atom = atoms.popleft()
            if self._fits(atom):
                self._take(atom)
                if atom.forced:
                    self._emit(hyphen=False)
                continue
            cut = self._divide(atom, self._measure - self._used, desperate=False)
            if cut is None and not self._line:
                cut = self._part(atom) or self._divide(atom, self._measure, desperate=True) or self._chop(atom)
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

    def _fits(self, atom: Atom) -> bool:
        hyphen = self._hyphen(atom.pieces[-1]).width if atom.soft and atom.pieces else 0.0
        return self._used + atom.width + hyphen <= self._measure + SLACK

    def _take(self, atom: Atom) -> None:
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
            mark = self._hyphen(last.pieces[-1])
            pieces.append(mark)
            ink += mark.width
        self._hyphens = self._hyphens + 1 if hyphen else 0
        self._lines.append(Line(joined(pieces), ink))
        self._line = []
        self._used = 0.0

    def _divide(self, atom: Atom, room: float, *, desperate: bool) -> tuple[Atom, Atom] | None:
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
            for place in hyphen_places(piece.text, self._languages[piece.run]):
                width = before + piece.face.width(piece.text[:place] + "-", piece.look.size)
                if width <= room:
                    best = (number, place)
            before += piece.width
        return None if best is None else self._split(atom, *best, soft=True)

    @staticmethod
    def _part(atom: Atom) -> tuple[Atom, Atom] | None:
        """The atom without the short word that clings to it: in a narrow column there is no room for manners."""
        if len(atom.pieces) < 3 or atom.pieces[1].text != " ":
            return None
        head, tail = Atom([], glue=atom.pieces[1]), Atom([], glue=atom.glue, soft=atom.soft, forced=atom.forced)
        head.add(atom.pieces[0])
        for piece in atom.pieces[2:]:
            tail.add(piece)
        return head, tail

    def _chop(self, atom: Atom) -> tuple[Atom, Atom] | None:
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

    def _split(self, atom: Atom, number: int, place: int, *, soft: bool) -> tuple[Atom, Atom]:
        piece = atom.pieces[number]
        head, tail = Atom([], soft=soft), Atom([], glue=atom.glue, soft=atom.soft, forced=atom.forced)
        for early in atom.pieces[:number]:
            head.add(early)
        for part, text in ((head, piece.text[:place]), (tail, piece.text[place:])):
            if text:
                part.add(Piece(text, piece.face.width(text, piece.look.size), piece.face, piece.look, piece.run))
        for late in atom.pieces[number + 1 :]:
            tail.add(late)
        return head, tail
