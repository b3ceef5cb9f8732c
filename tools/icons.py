"""Draws the application's and the documents' icons in all sizes, from packaging/icons/*.svg.

Small sizes have drawings of their own, on the grid of their pixels.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "packaging" / "icons"
WINDOW = ROOT / "gui" / "briefing_gui" / "icons" / "app"
LINUX = ROOT / "packaging" / "linux" / "share" / "icons" / "hicolor"
WINDOWS = ROOT / "packaging" / "windows"
MACOS = ROOT / "packaging" / "macos"

IDENTITY = "org.briefing.Briefing"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# What Apple calls each size, in its one resolution and in its double one.
_ICNS_KINDS = ((b"icp4", 16), (b"icp5", 32), (b"icp6", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512))


def drawn(name: str, size: int) -> QImage:
    """The drawing of that name, `size` pixels wide and high."""
    source = DRAWINGS / (f"{name}-small.svg" if size <= SMALL else f"{name}.svg")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise OSError("Qt could not write a PNG file")
    return bytes(held.data())


def _ico(pictures: Mapping[int, bytes]) -> bytes:
    """A Windows icon: a directory of 16 bytes an entry, then the PNG files; 256 is written as 0."""
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place + len(body))
        body += data
    return head + body


def _icns(pictures: Mapping[int, bytes]) -> bytes:
    """A macOS icon: pieces, each with its kind and its whole length."""
    pieces = [kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in _ICNS_KINDS]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, pieces))) + b"".join(pieces)


def main() -> int:
    """Writes every icon and returns 0."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    files: dict[Path, bytes] = {}
    for name, written in (("briefing", "briefing"), ("document", "brief-document")):
        pictures = {size: _png(drawn(name, size)) for size in SIZES}
        files[WINDOWS / f"{written}.ico"] = _ico({size: pictures[size] for size in _ICO_SIZES})
        files[MACOS / f"{written}.icns"] = _icns(pictures)
        for size in SIZES:
            here = WINDOW / f"{size}.png"
            if name == "document":
                here = LINUX / f"{size}x{size}" / "mimetypes" / f"{IDENTITY}-document.png"
            files[here] = pictures[size]
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    application.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
