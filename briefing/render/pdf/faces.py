"""Faces with their widths, and for each character the face that has it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFStream, PDFTrueTypeFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFace

from briefing.render.pdf.cutting import Cut, families, static_face
from briefing.render.pdf.objects import Deflate, Document, array, number
from briefing.render.pdf.recent import Recent

_LAST_RESORT = "Noto Sans"
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_MOST_WORDS = 20_000
_LONG = 100
"""How much is remembered; a word of more letters counts as several."""
_MOST_SUBSETS = 4
_FIVE_DIGITS = re.compile(r"<([0-9A-F]{5,6})>(?=\n|$)")


class Face(TTFont):
    """A static face, as reportlab embeds it, with room for characters that it has no glyph for.

    Such a character is drawn as the replacement glyph, and yet copies, reads aloud and checks as itself.
    """

    def __init__(self, pattern: TTFont) -> None:
        self.__dict__.update(pattern.__dict__)
        # What is changed while a document is written is this face's own; the outlines are everybody's.
        self.state = WeakKeyDictionary()
        face: Any = copy(pattern.face)
        self.glyphs: dict[int, int] = dict(face.charToGlyph)
        self.widths: dict[int, float] = dict(face.charWidths)
        face.charToGlyph, face.charWidths, face.makeSubset = self.glyphs, self.widths, self._subset
        self.face = face
        self._subsets: Recent[tuple[int, ...], bytes] = Recent(_MOST_SUBSETS)
        self._fallback = float(self.face.defaultWidth or 0)
        self.covered = frozenset(self.glyphs)
        self._units: Recent[str, float] = Recent(_MOST_WORDS)

    def width(self, text: str, size: float) -> float:
        """How wide `text` is at `size` points."""
        units = self._units.get(text)
        if units is None:
            units = self._units.put(text, self._measured(text), 1 + len(text) // _LONG)
        return units * size / 1000

    def advance(self, text: str) -> float:
        """How wide `text` is at one point."""
        return self._measured(text) / 1000

    def _measured(self, text: str) -> float:
        return sum(self.widths.get(ord(character), self._fallback) for character in text)

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
            try:
                codes = bytes(map(state.assignments.__getitem__, map(ord, text)))
                return [(f"/{state.internalName}+0", codes.hex())]
            except (KeyError, ValueError):
                if _SPACE in state.assignments:
                    # As reportlab has it, which works it out anew each time.
                    state.assignments[_NO_BREAK_SPACE] = state.assignments[_SPACE]
        return [
            (self.getSubsetInternalName(subset, document), codes.hex())
            for subset, codes in self.splitString(text, document)
        ]

    def addObjects(self, doc: Document) -> None:  # noqa: N802 - reportlab's name
        """Write the font into `doc`; beyond the basic plane, reportlab's map back to text needs surrogates."""
        known = len(doc.idToObject)
        super().addObjects(doc)
        for name, made in islice(doc.idToObject.items(), known, None):
            if isinstance(made, PDFStream):
                made.filters = [Deflate]
            if name.startswith("toUnicodeCMap:"):
                made.content = _FIVE_DIGITS.sub(_as_surrogates, made.content)
            elif isinstance(made, PDFTrueTypeFont):
                font: Any = made
                font.Widths = array(list(map(number, font.Widths.sequence)))

    def _subset(self, characters: list[int]) -> bytes:
        """The outlines of some characters as a font file."""
        key = tuple(characters)
        subset = self._subsets.get(key)
        if subset is None:
            subset = self._subsets.put(key, TTFontFace.makeSubset(self.face, characters))
        return subset


def _as_surrogates(match: re.Match[str]) -> str:
    return f"<{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


@lru_cache(maxsize=32)
def _pattern(cut: Cut, root: Path) -> TTFont:
    """A face as it is read from its file, for all renderers; nobody may change it."""
    return TTFont(cut.postscript_name, BytesIO(static_face(cut, root)), shapable=False)


class Typecase:
    """The faces of a brief, cut and loaded when first asked for."""

    def __init__(self) -> None:
        self._families = dict(families())
        self._faces: dict[Cut, Face] = {}
        self._words: Recent[tuple[Cut, str], tuple[tuple[Face, str], ...]] = Recent(_MOST_WORDS)

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
            stretches = self._words.put(key, self._assign(cut, text), 1 + len(text) // _LONG)
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
            return Face(_pattern(cut, root))
        except TTFError:
            # A family with PostScript outlines, say: installed, but nothing that reportlab can embed.
            if cut.family == _LAST_RESORT:
                raise
            del self._families[cut.family]
            return None


def _invisible(character: str) -> bool:
    # Joiners, direction marks and variation selectors say something about their neighbours and have no shape.
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
