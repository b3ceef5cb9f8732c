"""Two small windows of the Help menu: what the program is, and which keys do what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

import briefing
from briefing.locale.interface import Interface
from briefing_gui.views.actions import Actions, entries
from briefing_gui.views.naming import named

_PARTS = "Qt, spaCy, Babel, ReportLab, PDFium, lxml, python-docx, SQLite, Noto"


class About(QDialog):
    """What the program is, in a few lines."""

    def __init__(self, says: Interface, icon: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(says.text("window.action.about"))
        picture = QLabel()
        picture.setPixmap(icon.pixmap(64, 64))
        name = named(QLabel("Briefing"), "about-name")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        name.setFont(font)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(name)
        lines = (
            says.text("window.about.version", version=briefing.__version__),
            says.text("window.about.what"),
            says.text("window.about.private"),
            says.text("window.about.licence"),
            says.text("window.about.made-with", parts=_PARTS),
        )
        for line in lines:
            label = QLabel(line)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(row)
        whole.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)


class Shortcuts(QDialog):
    """Every action with its keys, by menu; typing narrows the list."""

    def __init__(self, says: Interface, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(says.text("window.action.shortcuts"))
        self.search = named(QLineEdit(), "shortcuts-search")
        self.search.setPlaceholderText(says.text("window.shortcuts.search"))
        self.search.setAccessibleName(says.text("window.shortcuts.search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = named(QTreeWidget(), "shortcuts-list")
        self.list.setAccessibleName(says.text("window.action.shortcuts"))
        self.list.setHeaderLabels([says.text("window.shortcuts.action"), says.text("window.shortcuts.keys")])
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setFrameShape(QTreeWidget.Shape.NoFrame)
        self._fill(says, actions)
        self.list.expandAll()
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self.search, self.list, buttons):
            column.addWidget(part)
        self.resize(self.fontMetrics().averageCharWidth() * 72, self.fontMetrics().lineSpacing() * 32)

    def _fill(self, says: Interface, actions: Actions) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for menu, entry in entries():
            keys = actions[entry.name].shortcuts()
            if not keys:
                continue
            if menu not in groups:
                groups[menu] = QTreeWidgetItem([says.text(f"window.menu.{menu}")])
                font = groups[menu].font(0)
                font.setBold(True)
                groups[menu].setFont(0, font)
                self.list.addTopLevelItem(groups[menu])
            shown = "   ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys[:2])
            QTreeWidgetItem(groups[menu], [says.text(f"window.action.{entry.name}").rstrip("… "), shown])

    def _narrow(self, words: str) -> None:
        wanted = words.casefold()
        for place in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(place)
            if group is None:
                continue
            items = [item for number in range(group.childCount()) if (item := group.child(number)) is not None]
            for item in items:
                item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())
            group.setHidden(all(item.isHidden() for item in items))
