"""Faces cut from the variable fonts, and the cache that spares the second cutting."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.render.pdf import cutting
from briefing.render.pdf.cutting import Cut, families, static_face
from briefing.render.pdf.faces import Face, Typecase

SERIF = Cut(family="Noto Serif")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setattr(cutting, "_cache_folder", lambda: tmp_path / "faces")
    return tmp_path / "faces"


def test_the_shipped_families_are_found() -> None:
    """Text and headings have their faces without any font on the machine."""
    assert {"Noto Sans", "Noto Serif"} <= set(families())


def test_a_face_is_cut_once_and_the_same_each_time(cache: Path) -> None:
    """The second call reads the first one's file; a damaged file is cut anew."""
    root = families()["Noto Serif"]
    data = static_face(SERIF, root)
    [kept] = cache.iterdir()
    assert kept.read_bytes().startswith(data)
    kept.write_bytes(kept.read_bytes()[:-100])
    assert static_face(SERIF, root) == data
    assert [path.suffix for path in cache.iterdir()] == [".ttf"]


def test_a_cache_that_cannot_be_written_costs_time_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder's place taken by a file is as good as a disk that refuses."""
    taken = tmp_path / "taken"
    taken.write_text("x", encoding="utf-8")
    monkeypatch.setattr(cutting, "_cache_folder", lambda: taken / "faces")
    assert len(static_face(SERIF, families()["Noto Serif"])) > 50_000


def test_weights_differ_and_have_names_of_their_own() -> None:
    """Two faces of one name would be one font to a reader."""
    case = Typecase()
    regular, bold = case.face(SERIF), case.face(Cut(family="Noto Serif", weight=600))
    assert regular.fontName != bold.fontName
    assert bold.width("Ukraine", 10) > regular.width("Ukraine", 10)


@pytest.mark.parametrize("text", ["Ґанок їжак єдність", "straße naïve œuvre", "Łódź żółć", "ação", "«»“”„‘’–—…№€₴"])
def test_the_locales_letters_are_all_there(text: str) -> None:
    """Each face has what the seven languages are written with."""
    case = Typecase()
    for family in ("Noto Serif", "Noto Sans"):
        for cut in (Cut(family=family), Cut(family=family, weight=600), Cut(family=family, italic=True)):
            assert [face for face, _ in case.assign(cut, text)] == [case.face(cut)]


def test_what_a_face_lacks_is_set_in_another_or_as_a_replacement() -> None:
    """Never blank: each letter has a glyph of some width."""
    case = Typecase()
    stretches = case.assign(SERIF, "a中\U0001f600हb")
    assert "".join(text for _, text in stretches) == "a中\U0001f600हb"
    for face, text in stretches:
        assert isinstance(face, Face)
        assert all(face.glyphs[ord(character)] and face.width(character, 10) > 1 for character in text)
