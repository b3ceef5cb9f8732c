"""What lines are made of: pieces of words in one face, and the atoms that a line does not end within."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.render.pdf.faces import Face
from briefing.render.pdf.styles import Look


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
class Atom:
    """What a line cannot end within, save by force; `glue` is the space after it."""

    pieces: list[Piece]
    width: float = 0.0
    glue: Piece | None = None
    soft: bool = False
    forced: bool = False

    def add(self, piece: Piece) -> None:
        """Put a piece at its end."""
        self.pieces.append(piece)
        self.width += piece.width

    @property
    def advance(self) -> float:
        """Its width with the space after it."""
        return self.width + (self.glue.width if self.glue else 0.0)


def glue(atom: Atom) -> bool:
    """Put a space after the atom, in its own look: a space alone under a mark is lost on some readers."""
    if not atom.pieces:
        return False
    last = atom.pieces[-1]
    atom.glue = Piece(" ", last.face.width(" ", last.look.size), last.face, last.look, last.run)
    return True


def hold(atom: Atom) -> None:
    """Make the space after the atom part of it."""
    if atom.glue is not None:
        atom.pieces.append(atom.glue)
        atom.width += atom.glue.width
        atom.glue = None


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
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
