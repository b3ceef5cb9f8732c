"""What each action of the menus does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from briefing import app
from briefing.locale.interface import Interface
from briefing.model.errors import BriefingError
from briefing.model.notice import Severity
from briefing_gui.presenters.documents import PRINTED
from briefing_gui.presenters.facts import REVIEW
from briefing_gui.presenters.keeping import SUFFIX
from briefing_gui.presenters.notices import Item
from briefing_gui.presenters.sections import CHANGES
from briefing_gui.views.about import About, Shortcuts
from briefing_gui.views.languages import offered
from briefing_gui.views.settings import APPEARANCES, LARGEST, SMALLEST

if TYPE_CHECKING:
    from briefing_gui.views.printing import Printing
    from briefing_gui.views.window import MainWindow

_TEXT_STEP = 1.15
_BRIEFS = frozenset({SUFFIX, *PRINTED})
# Longer names of briefs are cut in the menu.
_LONGEST = 60


class Doing(QObject):
    """Ties the actions to what they do, and fills the menus that change."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._actions = window.actions_
        self._says = window.parts.languages.says
        self._printing: Printing | None = None
        self._tie()
        self._tie_views()
        window.topbar.connect_actions(self._actions["print"], self._actions["export"])
        window.menus.subs["recent"].aboutToShow.connect(self._fill_recent)
        # A fact is at hand before its row is selected; only what is selected can be judged.
        window.panes.facts.list.selectionModel().selectionChanged.connect(self._allow)
        window.panes.fact_changed.connect(self._allow)
        for topic in (self._parts.session.drafted, self._parts.session.shown):
            topic.listen(self._allow)
        window.panes.articles.add_requested.connect(self.add)
        window.panes.articles.text_pasted.connect(lambda data: window.wiring.errands.gather(["-"], bytes(data)))
        window.panes.articles.samples_requested.connect(self.samples)
        window.panes.articles.find_requested.connect(window.wiring.errands.find)

    def retranslate(self, says: Interface) -> None:
        """Puts the menus that change into another language."""
        self._says = says
        self._fill_languages()
        if self._printing is not None:
            self._printing.retranslate(says)

    def end(self) -> None:
        """Stops what is being printed: the program ends."""
        if self._printing is not None:
            self._printing.cancel()

    # Briefs

    def open(self) -> None:
        """Asks for a brief and opens it."""
        path = self._window.dialogs.open()
        if path is not None:
            self._parts.documents.open(path)

    def save(self) -> None:
        """Saves, which takes a name only the first time."""
        if not self._parts.documents.save():
            self.save_as()
        elif self._parts.session.trouble is None:
            self._window.status.remark(self._says.text("window.status.saved"))

    def save_as(self) -> None:
        """Asks for a name and goes on under it."""
        path = self._window.dialogs.save(self._parts.documents.proposed(self._says))
        if path is not None:
            self._parts.documents.save_as(path)

    def close(self) -> None:
        """Lets go of the brief; the window too where it is an empty one."""
        session = self._parts.session
        if session.untitled and not self._parts.documents.has_contents():
            self._window.close()
        else:
            self._parts.documents.new()

    def export(self) -> None:
        """Asks where to, and prints the brief into files."""
        self._window.panes.flush()
        if not self._printable():
            return
        files = self._window.dialogs.export(self._parts.documents.proposed(self._says))
        if files:
            self._window.status.remark(self._says.text("window.status.exporting"))
            self._window.wiring.export(files)

    def print(self) -> None:
        """Asks how, and prints the pages that are shown."""
        if self._printable():
            self._window.panes.flush()
            self._printer().ask()

    def print_preview(self) -> None:
        """Shows the pages in a window of their own, with the way to the printer."""
        if self._printable():
            self._window.panes.flush()
            self._printer().look()

    def _printer(self) -> Printing:
        if self._printing is None:
            # Asking the system for its printers takes longer than the rest of the window.
            from briefing_gui.views.printing import Printing  # noqa: PLC0415 - see above

            parts = self._parts
            self._printing = Printing(parts.session, parts.work, self._window.panes.preview, self._says)
            self._printing.failed.connect(self._on_print_failed)
            self._printing.printed.connect(self._on_printed)
        return self._printing

    def _on_print_failed(self, code: str, parameters: Mapping[str, object]) -> None:
        self._parts.notices.trouble("print", BriefingError(code, **parameters))

    def _on_printed(self, key: str, parameters: Mapping[str, object]) -> None:
        self._parts.notices.put(
            Item(about="print", severity=Severity.INFO, say=lambda says: says.text(key, **parameters))
        )

    def add(self, sources: Sequence[str]) -> None:
        """Adds articles; briefs that are dropped instead, printed ones too, are opened as from the menu."""
        briefs = [Path(one) for one in sources if Path(one).suffix.lower() in _BRIEFS and "://" not in one]
        if not briefs or len(briefs) < len(sources):
            self._window.wiring.errands.gather(sources)
        elif self._parts.documents.open(briefs[0]):
            if len(briefs) > 1:
                self._parts.notices.plain("several", "window.notice.one-at-a-time")
        elif briefs[0].suffix.lower() in PRINTED:
            # Somebody else's PDF was meant as an article: what is said of those helps further.
            self._parts.notices.drop("document")
            self._window.wiring.errands.gather(sources)

    def stop(self) -> None:
        """Stops reading; what is done stays done."""
        self._window.wiring.errands.give_up()
        self._window.status.remark(self._says.text("window.status.stopped"))

    def samples(self) -> None:
        """Adds the articles that come with the program."""
        self._window.wiring.errands.gather([str(app.samples())])

    def sample_brief(self) -> None:
        """Adds them to a brief of their own, where there is something in the one at hand."""
        if self._parts.documents.has_contents() and not self._parts.documents.new():
            return
        self.samples()

    def find_again(self) -> None:
        """Has all articles' facts found anew."""
        self._window.wiring.errands.find(self._parts.session.draft.articles)

    def _printable(self) -> bool:
        draft = self._parts.session.draft
        if draft.ticked() or draft.choices.own:
            return True
        self._parts.notices.plain("export", "window.notice.nothing-to-print")
        return False

    def _allow(self) -> None:
        self._actions.allow("facts", self._window.panes.facts.can_change())

    # Ties

    def _tie(self) -> None:
        panes, facts = self._window.panes, self._window.panes.facts
        slots: dict[str, Callable[[], object]] = {
            "new": self._parts.documents.new,
            "open": self.open,
            "save": self.save,
            "save-as": self.save_as,
            "export": self.export,
            "print": self.print,
            "print-preview": self.print_preview,
            "close": self.close,
            "quit": self._window.close,
            "cut": partial(_to_field, "cut"),
            "copy": partial(_to_field, "copy"),
            "paste": self._paste,
            "select-all": partial(_to_field, "selectAll"),
            "find": self._find,
            "find-in-pages": self._find_in_pages,
            "add-articles": panes.articles.add_files,
            "add-folder": panes.articles.add_folder,
            "paste-articles": panes.articles.paste,
            "samples": self.samples,
            "remove-articles": panes.articles.remove_selected,
            "find-again": self.find_again,
            "stop": self.stop,
            "add-section": panes.rail.add_section,
            "review": partial(self._go_to, REVIEW, panes.facts.list),
            "changes": partial(self._go_to, CHANGES, panes.audit.list),
            "accept": facts.accept,
            "leave-out": facts.leave_out,
            "edit": facts.edit,
            "trim": facts.trim,
            "merge": facts.merge,
            "split": facts.split,
            "note": facts.note,
            "move-up": facts.move_up,
            "move-down": facts.move_down,
            "next": facts.next,
            "previous": facts.previous,
            "shortcuts": lambda: Shortcuts(self._says, self._actions, self._window).open(),
            "sample-brief": self.sample_brief,
            "about": lambda: About(self._says, self._window.windowIcon(), self._window).open(),
        }
        for name, slot in slots.items():
            # `triggered` carries whether an action is checked, which none of these is asked.
            self._actions[name].triggered.connect(partial(_called, slot))

    def _tie_views(self) -> None:
        panes, actions, settings = self._window.panes, self._actions, self._parts.settings
        shown = {"articles": panes.articles, "facts": panes.brief, "preview": panes.preview}
        for name, pane in shown.items():
            action = actions[f"show-{name}"]
            action.toggled.connect(pane.setVisible)
            action.toggled.connect(partial(settings.set_flag, f"show-{name}"))
            action.setChecked(settings.flag(f"show-{name}", otherwise=True))
            pane.setVisible(action.isChecked())
        for name, slot in (
            ("zoom-in", panes.preview.zoom_in),
            ("zoom-out", panes.preview.zoom_out),
            ("fit-width", panes.preview.fit_width),
            ("thumbnails", panes.preview.toggle_thumbnails),
            ("text-larger", lambda: self._size(_TEXT_STEP)),
            ("text-smaller", lambda: self._size(1 / _TEXT_STEP)),
            ("text-normal", lambda: self._size(None)),
            ("full-screen", self._full_screen),
        ):
            actions[name].triggered.connect(partial(_called, slot))
        panes.preview.thumbnails_toggled.connect(actions["thumbnails"].setChecked)
        for appearance in APPEARANCES:
            action = actions[f"appearance-{appearance}"]
            action.setChecked(appearance == settings.appearance)
            action.triggered.connect(partial(_called, partial(self._appear, appearance)))

    # The fields of text

    def _paste(self) -> None:
        if not _to_field("paste"):
            self._window.panes.articles.paste()

    def _find(self) -> None:
        self._actions["show-articles"].setChecked(True)
        self._window.panes.articles.focus_search()

    def _find_in_pages(self) -> None:
        self._actions["show-preview"].setChecked(True)
        self._window.panes.preview.focus_search()

    # The view

    def _go_to(self, place: str, target: QWidget) -> None:
        """Goes to a place of the rail, with the keyboard: whoever asks for it there means to work on its list."""
        self._actions["show-facts"].setChecked(True)
        self._window.panes.go_to(place)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _size(self, factor: float | None) -> None:
        settings = self._parts.settings
        size = 1.0 if factor is None else min(max(settings.text_size * factor, SMALLEST), LARGEST)
        settings.text_size = size
        self._parts.theme.scale(size)

    def _appear(self, appearance: str) -> None:
        self._parts.settings.appearance = appearance
        self._parts.theme.choose(appearance)

    def _full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _speak(self, language: str | None) -> None:
        self._parts.settings.language = language
        self._parts.languages.choose(language)

    # Menus that change

    def _fill_languages(self) -> None:
        menu = self._window.menus.subs["language"]
        menu.clear()
        chosen = self._parts.languages.chosen
        choices = ((None, self._says.text("window.language.system")), *offered().items())
        for language, name in choices:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(language == chosen)
            action.setData(language)
            action.triggered.connect(partial(_called, partial(self._speak, language)))

    def _fill_recent(self) -> None:
        menu = self._window.menus.subs["recent"]
        menu.clear()
        briefs = self._parts.documents.recent()
        for brief in briefs:
            action = menu.addAction(self._named(brief.path, brief.untitled, brief.there, brief.title))
            action.setToolTip(str(brief.path))
            action.setEnabled(brief.there)
            action.triggered.connect(partial(_called, partial(self._parts.documents.open, brief.path)))
        if not briefs:
            menu.addAction(self._says.text("window.recent.none")).setEnabled(False)
            return
        menu.addSeparator()
        clear = menu.addAction(self._says.text("window.recent.clear"))
        clear.triggered.connect(partial(_called, self._parts.documents.clear_recent))

    def _named(self, path: Path, untitled: bool, there: bool, title: str) -> str:
        if untitled:
            name = self._says.text("window.recent.untitled", title=title or self._says.text("window.document.untitled"))
        else:
            name = path.stem if there else self._says.text("window.recent.missing", name=path.stem)
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        return short.replace("&", "&&")


def _called(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()


def _to_field(verb: str) -> bool:
    """Has the field that the keyboard is in do something; whether there is one."""
    field: QWidget | None = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) or hasattr(field, verb):
        getattr(field, verb)()
        return True
    return False
