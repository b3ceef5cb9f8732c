"""The tints of a fact's words in its source: each slot has a colour and a line, so that neither stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from briefing_gui.presenters.reader import SENTENCE

_Line = QTextCharFormat.UnderlineStyle

# Hue, and the line under the words. Slots that never stand in one fact may share.
_SLOTS: Mapping[str, tuple[int, _Line]] = MappingProxyType(
    {
        "words": (48, _Line.NoUnderline),
        "name": (212, _Line.SingleUnderline),
        "speaker": (212, _Line.SingleUnderline),
        "actor": (212, _Line.SingleUnderline),
        "role": (168, _Line.DashUnderline),
        "place": (168, _Line.DashUnderline),
        "beneficiary": (168, _Line.DashUnderline),
        "mode": (275, _Line.DotLine),
        "kind": (275, _Line.DotLine),
        "cue": (275, _Line.DotLine),
        "when": (20, _Line.DashDotLine),
        "deadline": (20, _Line.DashDotLine),
        "amount": (330, _Line.DashDotDotLine),
        "host": (120, _Line.WaveUnderline),
        "addressee": (120, _Line.WaveUnderline),
        "condition": (190, _Line.WaveUnderline),
    }
)


def is_dark(palette: QPalette) -> bool:
    """Whether words stand light on dark."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def tint(slot: str, palette: QPalette) -> QTextCharFormat:
    """How the words of a slot look on this palette."""
    dark = is_dark(palette)
    look = QTextCharFormat()
    if slot == SENTENCE:
        look.setBackground(QColor.fromHsl(212, 40, 52) if dark else QColor.fromHsl(212, 60, 242))
        return look
    hue, line = _SLOTS.get(slot, (0, _Line.SingleUnderline))
    look.setBackground(QColor.fromHsl(hue, 110, 74) if dark else QColor.fromHsl(hue, 190, 218))
    look.setForeground(palette.color(QPalette.ColorRole.Text))
    look.setUnderlineStyle(line)
    look.setUnderlineColor(QColor.fromHsl(hue, 150, 180) if dark else QColor.fromHsl(hue, 180, 90))
    return look
