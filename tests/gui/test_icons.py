"""The program's signs and its own icon: one hand, the palette's colours, sharp, and as they were drawn."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from briefing_gui.views.icons import icon, names
from briefing_gui.views.theme import DARK, LIGHT, palette_of
from tools.icons import IDENTITY, LINUX, SIZES, WINDOW, drawn

DRAWINGS = Path(__file__).resolve().parents[2] / "gui" / "briefing_gui" / "icons" / "actions"
_RGBA = QImage.Format.Format_RGBA8888_Premultiplied

pytestmark = pytest.mark.usefixtures("qapp")

HAND = {
    "width": "24",
    "height": "24",
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "#000000",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


def _colours(image: QImage) -> set[str]:
    """The colours of all pixels that are opaque."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def _shown(sign: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    return _colours(sign.pixmap(QSize(48, 48), 1.0, mode).toImage())


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("*.svg")), ids=lambda path: str(path.stem))
def test_every_sign_is_of_one_hand(path: Path) -> None:
    """One grid, one pen, one colour to be replaced; something is drawn, and nothing touches the edge."""
    root = etree.parse(path).getroot()
    assert {key: root.get(key) for key in HAND} == HAND
    assert set(re.findall(r"#[0-9a-fA-F]{3,6}", path.read_text(encoding="utf-8"))) == {"#000000"}
    image = icon(path.stem).pixmap(QSize(96, 96), 1.0).toImage()
    inked = [(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha()]
    assert len(inked) > 96
    assert all(3 <= x <= 92 and 3 <= y <= 92 for x, y in inked)


def test_a_sign_follows_the_palette(qapp: QApplication) -> None:
    """The same icon is dark on light, light on dark, and another where it is disabled or chosen."""
    sign = icon("accept")
    for colours in (LIGHT, DARK):
        qapp.setPalette(palette_of(colours))
        assert _shown(sign) == {QColor(colours.text).name()}
        assert _shown(sign, QIcon.Mode.Disabled) == {QColor(colours.disabled).name()}
        assert _shown(sign, QIcon.Mode.Selected) == {QColor(colours.on_accent).name()}
        assert _shown(icon("error", "error")) == {QColor(colours.error).name()}


def test_a_sign_has_all_the_pixels_of_its_screen() -> None:
    """At twice the density it is drawn with twice the pixels, not enlarged."""
    sign = icon("print")
    assert sign.pixmap(QSize(24, 24), 2.0).size() == QSize(48, 48)
    enlarged = sign.pixmap(QSize(24, 24), 1.0).toImage().scaled(48, 48, mode=Qt.TransformationMode.SmoothTransformation)
    assert sign.pixmap(QSize(24, 24), 2.0).toImage() != enlarged


def test_signs_that_lead_along_the_line_turn_with_it(qapp: QApplication) -> None:
    """From right to left, `next` points to the left; a tick stays as it is."""
    next_, tick = (icon(name).pixmap(QSize(48, 48), 1.0).toImage() for name in ("next", "accept"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert icon("next").pixmap(QSize(48, 48), 1.0).toImage() == next_.flipped(Qt.Orientation.Horizontal)
    assert icon("next").pixmap(QSize(48, 48), 1.0).toImage() != next_
    assert icon("accept").pixmap(QSize(48, 48), 1.0).toImage() == tick


def test_a_sign_outlives_its_copies() -> None:
    """Qt may copy an icon, change the copy and drop either, in any order."""
    kept = []
    for _ in range(100):
        sign = icon("save")
        copy = QIcon(sign)
        copy.addPixmap(QPixmap(4, 4))
        kept.append(copy)
        del sign, copy
        gc.collect(0)
    assert all(_shown(copy) for copy in kept)


def test_what_there_is_not_is_told_at_once() -> None:
    """A misspelt sign or colour fails where it is asked for, not where it would be drawn."""
    assert {"new", "accept", "leave-out", "quote", "commitment"} <= names()
    with pytest.raises(KeyError, match="sav"):
        icon("sav")
    with pytest.raises(KeyError, match="reddish"):
        icon("save", "reddish")


@pytest.mark.parametrize("size", SIZES)
def test_the_icons_are_what_their_drawings_say(size: int) -> None:
    """Each PNG file shows its SVG drawing: `make icons` was run after the last change."""
    mimetypes = LINUX / f"{size}x{size}" / "mimetypes"
    for name, path in (("briefing", WINDOW / f"{size}.png"), ("document", mimetypes / f"{IDENTITY}-document.png")):
        shown, meant = (image.convertToFormat(_RGBA) for image in (QImage(str(path)), drawn(name, size)))
        assert shown.size() == meant.size() == QSize(size, size)
        pairs = zip(bytes(shown.constBits()), bytes(meant.constBits()), strict=True)
        # Another version of Qt may smooth an edge otherwise.
        assert sum(abs(one - other) > 32 for one, other in pairs) <= size * size / 25
