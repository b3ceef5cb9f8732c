"""Static faces cut out of the variable fonts: reportlab takes a variable font at its default weight only."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import entry_points, version
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

_RECIPE = "2"
"""Goes into the cache's key; to be raised with every change in what `_cut` does."""

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "MVAR", "DSIG", "kern", "meta")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One face: a family at a weight (400 regular, 600 semi-bold), upright or italic."""

    family: str
    weight: int = 400
    italic: bool = False

    @property
    def postscript_name(self) -> str:
        """The face's name in a file; tells the cuts of one family apart."""
        weight = {400: "", 600: "SemiBold", 700: "Bold"}.get(self.weight, f"W{self.weight}")
        return f"{self.family.replace(' ', '')}-{weight + ('Italic' if self.italic else '') or 'Regular'}"


@lru_cache(maxsize=1)
def families() -> Mapping[str, Path]:
    """The installed font families by name, each with the folder that holds its `metadata.json`."""
    found = {}
    for point in sorted(entry_points(group="fontpkg.family"), key=lambda point: point.name):
        module: Any = point.load()
        found[str(module.FAMILY)] = Path(module.ROOT)
    return MappingProxyType(found)


def static_face(cut: Cut, root: Path) -> bytes:
    """A TrueType file with one weight; `root` is the family's folder. Cached per user where that is possible."""
    source = _source(root, italic=cut.italic).read_bytes()
    digest = hashlib.sha256(source)
    digest.update(f"|{_RECIPE}|{version('fonttools')}|{cut}".encode())
    kept = _cache_folder() / f"{cut.postscript_name}-{digest.hexdigest()[:24]}.ttf"
    with contextlib.suppress(OSError):
        data, check = _split(kept.read_bytes())
        if data and hashlib.sha256(data).digest() == check:
            return data
    data = _cut(source, cut)
    _keep(kept, data + hashlib.sha256(data).digest())
    return data


def _split(kept: bytes) -> tuple[bytes, bytes]:
    """What is in the cache: the face, and the digest that tells a damaged file from a whole one."""
    size = hashlib.sha256().digest_size
    return kept[:-size], kept[-size:]


def _source(root: Path, *, italic: bool) -> Path:
    files = json.loads((root / "metadata.json").read_text(encoding="utf-8"))["files"]
    styles = {str(entry["style"]): str(entry["path"]) for entry in files}
    return root / (styles.get("italic", styles["normal"]) if italic else styles["normal"])


def _cache_folder() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 - wanted only where a PDF is made

    return user_cache_path("briefing", appauthor=False) / "faces"


def _keep(path: Path, data: bytes) -> None:
    # A cache that cannot be written costs seconds, never the brief.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _cut(source: bytes, cut: Cut) -> bytes:
    # fontTools takes 0.2 s to import and is needed on the first run only.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = TTFont(BytesIO(source), lazy=True, recalcTimestamp=False)
    for table in _DROPPED:
        if table in font:
            del font[table]
    subsetter = Subsetter(Options(hinting=False, notdef_outline=True, layout_features=[], glyph_names=False))
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)
    if "fvar" in font:
        asked = {"wght": float(cut.weight), "wdth": 100.0}
        axes = {axis.axisTag: (axis.minValue, axis.defaultValue, axis.maxValue) for axis in font["fvar"].axes}
        limits = {tag: min(max(asked.get(tag, default), low), high) for tag, (low, default, high) in axes.items()}
        font = instancer.instantiateVariableFont(font, limits, inplace=True)
    for record in font["name"].names:
        if record.nameID == 6:
            record.string = cut.postscript_name
    out = BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()
