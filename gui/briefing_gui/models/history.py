"""Undo and redo: Qt's stack over changes of the draft."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from PySide6.QtGui import QUndoCommand, QUndoStack

from briefing.locale.interface import Interface
from briefing.model.draft import Draft
from briefing_gui.presenters.changes import Change


class Step(QUndoCommand):
    """One change, or several that were made in one go, as one entry of the menu."""

    def __init__(self, change: Change, adopt: Callable[[Draft], None], says: Interface) -> None:
        super().__init__()
        self._change = change
        self._before, self._after = change.before, change.after
        self._adopt = adopt
        self.retranslate(says)

    def retranslate(self, says: Interface) -> None:
        """Puts the name of the step into another language."""
        self.setText(says.text(self._change.name, **self._change.parameters))

    def redo(self) -> None:
        """Carries the change out."""
        self._adopt(self._after)

    def undo(self) -> None:
        """Puts the draft from before back."""
        self._adopt(self._before)

    def id(self) -> int:
        """Steps of the same id follow each other as one; -1 for a step by itself."""
        joins = self._change.joins
        return -1 if joins is None else crc32(joins.encode()) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Takes in the step that follows, where both are of one go."""
        if not isinstance(other, Step) or other._change.joins != self._change.joins:  # noqa: SLF001 - its own kind
            return False
        self._after = other._after  # noqa: SLF001 - its own kind
        return True


class UndoHistory:
    """A `History` on a `QUndoStack`; `adopt` is called with the draft that is to be the brief's."""

    def __init__(self, stack: QUndoStack, says: Interface) -> None:
        self.stack = stack
        self._says = says
        self.adopt: Callable[[Draft], None] = _nobody
        # PySide lets go of a command that only C++ knows; the texts are renewed through this list.
        self._steps: list[Step] = []

    def push(self, change: Change) -> None:
        """Carries a change out, now and whenever it is redone."""
        step = Step(change, self.adopt, self._says)
        del self._steps[self.stack.index() :]
        self._steps.append(step)
        self.stack.push(step)
        del self._steps[self.stack.count() :]

    def clear(self) -> None:
        """Forgets everything."""
        self.stack.clear()
        self._steps.clear()

    def retranslate(self, says: Interface) -> None:
        """Puts the names of all steps into another language."""
        self._says = says
        for step in self._steps:
            step.retranslate(says)


def _nobody(_draft: Draft) -> None:
    raise RuntimeError("the history has nobody to give drafts to")
