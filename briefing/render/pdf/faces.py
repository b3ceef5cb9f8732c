"""Faces with their widths, and for each character the face that has it."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefing.render.pdf.cutting import Cut, families, static_face
from briefing.render.pdf.objects import Document

_LAST_RESORT = "Noto Sans"
_FIVE_DIGITS = re.compile(r"<([0-9A-F]{5,6})>(?=\n|$)")


class Face(TTFont):
    """A static face, as reportlab embeds it, with room for characters that it has no glyph for.

    Such a character is drawn as the replacement glyph, and yet copies, reads aloud and checks as itself.
    """

    def __init__(self, cut: Cut, data: bytes) -> None:
        super().__init__(cut.postscript_name, BytesIO(data), shapable=False)
        self.glyphs: dict[int, int] = self.face.charToGlyph
        self.widths: dict[int, float] = self.face.charWidths
        self._fallback = float(self.face.defaultWidth or 0)
        self.covered = frozenset(self.glyphs)
        self._units: dict[str, float] = {}

    def width(self, text: str, size: float) -> float:
        """How wide `text` is at `size` points."""
        units = self._units.get(text)
        if units is None:
            units = self._units[text] = sum(self.widths.get(ord(character), self._fallback) for character in text)
        return units * size / 1000

    def advance(self, text: str) -> float:
        """How wide `text` is at one point."""
        return sum(self.widths.get(ord(character), self._fallback) for character in text) / 1000

    def adopt(self, character: str) -> None:
        """Give `character` the replacement glyph."""
        replacement = 0xFFFD if 0xFFFD in self.covered else 0
        self.glyphs[ord(character)] = self.glyphs.get(replacement, 0)
        self.widths[ord(character)] = self.widths.get(replacement, self._fallback)

    def encoded(self, text: str, document: Document) -> list[tuple[str, str]]:
        """`text` for a page of `document`: stretches of (font name, codes in hexadecimal digits)."""
        state: Any = self.state.get(document)
        if state is not None and state.internalName is not None:
            # Nearly all text is in the first 256 characters that a document uses of a face.
            with contextlib.suppress(KeyError, ValueError):
                codes = bytes([state.assignments[ord(character)] for character in text])
                return [(f"/{state.internalName}+0", codes.hex())]
        return [
            (self.getSubsetInternalName(subset, document), codes.hex())
            for subset, codes in self.splitString(text, document)
        ]

    def addObjects(self, doc: Document) -> None:  # noqa: N802 - reportlab's name
        """Write the font into `doc`; beyond the basic plane, reportlab's map back to text needs surrogates."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if str(name).startswith("toUnicodeCMap:"):
                stream.content = _FIVE_DIGITS.sub(_as_surrogates, stream.content)


def _as_surrogates(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


class Typecase:
    """The faces of a brief, cut and loaded when first asked for."""

    def __init__(self) -> None:
        self._families: dict[str, Path] = families()
        self._faces: dict[Cut, Face] = {}
        self._words: dict[tuple[Cut, str], tuple[tuple[Face, str], ...]] = {}

    def face(self, cut: Cut) -> Face:
        """The face for `cut`; a family that is unknown or of no use is set in the last resort's."""
        face = self._faces.get(cut)
        if face is None:
            face = self._faces[cut] = self._load(cut) or self.face(replace(cut, family=_LAST_RESORT))
        return face

    def assign(self, cut: Cut, text: str) -> tuple[tuple[Face, str], ...]:
        """`text` in stretches, each with a face that has a glyph for all of it."""
        key = (cut, text)
        stretches = self._words.get(key)
        if stretches is None:
            stretches = self._words[key] = self._assign(cut, text)
        return stretches

    def lacking(self, characters: Iterable[str]) -> frozenset[str]:
        """Those of `characters` that no family at hand has a glyph for."""
        seen = {character for character in characters if not (_invisible(character) or character.isspace())}
        for family in (_LAST_RESORT, *sorted(self._families)):
            seen -= {character for character in seen if ord(character) in self.face(Cut(family=family)).covered}
        return frozenset(seen)

    def _assign(self, cut: Cut, text: str) -> tuple[tuple[Face, str], ...]:
        first = self.face(cut)
        if first.covered.issuperset(map(ord, text)):
            return ((first, text),)
        found: list[tuple[Face, str]] = []
        for character in text:
            if _invisible(character) and ord(character) not in first.covered:
                continue
            face = self._face_with(character, cut)
            if found and found[-1][0] is face:
                found[-1] = (face, found[-1][1] + character)
            else:
                found.append((face, character))
        return tuple(found)

    def _face_with(self, character: str, cut: Cut) -> Face:
        code = ord(character)
        if code in self.face(cut).covered:
            return self.face(cut)
        for family in sorted(self._families):
            face = self.face(Cut(family=family, weight=cut.weight))
            if code in face.covered:
                return face
        last = self.face(Cut(family=_LAST_RESORT))
        if code not in last.glyphs:
            last.adopt(character)
        return last

    def _load(self, cut: Cut) -> Face | None:
        root = self._families.get(cut.family)
        if root is None:
            return None
        try:
            return Face(cut, static_face(cut, root))
        except TTFError:
            # A family with PostScript outlines, say: installed, but nothing that reportlab can embed.
            if cut.family == _LAST_RESORT:
                raise
            del self._families[cut.family]
            return None


def _invisible(character: str) -> bool:
    # Joiners, direction marks and variation selectors say something about their neighbours and have no shape.
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
