"""What would be printed, whole pages at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from briefing.locale.interface import Interface
from briefing_gui.presenters.zoom import Fit, Zoom
from briefing_gui.views.naming import named
from briefing_gui.views.preview import PreviewPane

if TYPE_CHECKING:
    from briefing_gui.presenters.session import Session
    from briefing_gui.work import Work


class PrintPreview(QDialog):
    """Whole pages of what would be printed, live: the preview's own pages, so nothing can look different.

    Qt's preview dialog paints all pages at once and offers margins and turned paper, which a finished PDF does not
    have.
    """

    print_asked = Signal()

    def __init__(self, session: Session, work: Work, says: Interface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("print-preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = PreviewPane(session, work, says)
        self.pane.preview.zoom = Zoom(fit=Fit.PAGE)
        work.proofed.connect(self.pane.show_proof)
        work.pictured.connect(self.pane.show_picture)
        work.looked.connect(self.pane.show_hits)
        self.finished.connect(self.pane.let_go)
        buttons = QDialogButtonBox()
        self._print = named(QPushButton(), "print-preview-print")
        self._close = named(QPushButton(), "print-preview-close")
        buttons.addButton(self._print, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._close, QDialogButtonBox.ButtonRole.RejectRole)
        self._print.clicked.connect(self.print_asked)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(8, 8, 8, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addWidget(buttons)
        for button in (self._print, self._close):
            # Enter belongs to the page's number and to the search.
            button.setAutoDefault(False)
        self.retranslate(says)
        self.resize(860, 900)
        self.pane.pages.setFocus()

    def retranslate(self, says: Interface) -> None:
        """Puts every word into another language."""
        self.setWindowTitle(says.text("window.print.preview"))
        self._print.setText(says.text("window.print.print"))
        self._close.setText(says.text("window.print.close"))
        self.pane.retranslate(says)
