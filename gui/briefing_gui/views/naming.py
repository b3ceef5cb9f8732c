"""Names by which the style sheet, the tests and assistive technology know a widget."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """The widget, with an object name."""
    widget.setObjectName(name)
    return widget
