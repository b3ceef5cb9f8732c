"""Briefs as documents: always in a file, saved as they change, never asked about."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing import app
from briefing.locale.interface import Interface
from briefing.model.draft import Choices, Draft
from briefing.model.errors import BriefingError
from briefing_gui.presenters.keeping import SUFFIX, file_name, has_contents, made, remove, same, title_of, unsaved
from briefing_gui.presenters.notices import Notices, Offer
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.topic import Topic

if TYPE_CHECKING:
    from briefing.app.briefs import BriefFile

PRINTED = (".docx", ".pdf")
LONGEST_RECENT = 12


class Memory(Protocol):
    """What outlives the program."""

    recent: Sequence[Path]
    last: Path | None
    locale: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """One entry of the list of briefs: `untitled` where it never got a name, `there` where its file is still there.

    `title`: what one without a name is known by; may be empty.
    """

    path: Path
    untitled: bool
    there: bool
    title: str = ""


class Documents:
    """New, Open, Save As and the rest, over one session; `listed` tells that the list of briefs is another one.

    `leaving` is told when the brief at hand is to be let go of, `left` when it is, `arrived` when there is another one,
    `moved` when the same one goes on in another file.
    """

    def __init__(self, session: Session, memory: Memory, notices: Notices, fallback: Callable[[], str]) -> None:
        self._session = session
        self._memory = memory
        self._notices = notices
        self._fallback = fallback
        # Asks for a name and saves under it: the window's, since it takes a dialog.
        self.ask_name: Callable[[], object] = lambda: None
        self.listed: Topic[[]] = Topic()
        self.leaving: Topic[[]] = Topic()
        self.left: Topic[[]] = Topic()
        self.arrived: Topic[[]] = Topic()
        self.moved: Topic[[]] = Topic()
        session.filed.listen(self._say_standing)

    # Starting

    def start(self) -> None:
        """Takes up the brief that was at hand when the program ended, however it ended; else a new one."""
        last = self._memory.last
        left = self._sweep()
        tries = [path for path in (last, *left) if path is not None and path.exists()]
        for path in dict.fromkeys(tries):
            if self._take_up(path, quiet=True):
                if self._session.untitled:
                    self._notices.plain(
                        "recovered", "window.notice.recovered", Offer(key="window.offer.new", act=self.new)
                    )
                self._mention([one for one in left if one != path])
                return
        self._begin()

    def _mention(self, left: Sequence[Path]) -> None:
        """Says that there are others which were never saved under a name."""
        if left:
            offer = Offer(key="window.offer.open", act=partial(self.open, left[0]))
            self._notices.plain("unsaved", "window.notice.unsaved-left", offer)

    def _sweep(self) -> list[Path]:
        """The briefs without a name that have contents, the latest first; empty ones go."""
        kept = []
        for path in unsaved():
            try:
                with app.briefs.open(path) as file:
                    if file.held_elsewhere:
                        continue
                    if has_contents(file.draft()):
                        kept.append(path)
                    else:
                        # As long as it is held: another window may be about to begin in it.
                        file.discard()
            except BriefingError:
                continue  # what cannot be read now may be readable to a later version
        return kept

    # What the user does

    def new(self) -> bool:
        """Begins a new brief; `False` where the one at hand cannot be let go of, since it cannot be saved."""
        if not self._leave():
            return False
        self._begin()
        return True

    def open(self, path: Path) -> bool:
        """Opens a brief, or the brief that a printed one carries; whether that went well. Else nothing changes.

        The one at hand is opened anew only where it could not be written: perhaps it can be by now.
        """
        if self._session.is_open and same(path, self._session.file.path) and not self._session.read_only:
            return True
        return self._import(path) if path.suffix.lower() in PRINTED else self._take_up(path)

    def save(self) -> bool:
        """Saves what is not saved yet; `False` where the brief needs a name first."""
        if self._session.untitled:
            return False
        if self._session.trouble is not None:
            self._session.save_again()
        return True

    def save_as(self, path: Path) -> bool:
        """Goes on in a file of that name; whether that went well."""
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        session = self._session
        before, was_untitled = session.file, session.untitled
        if same(path, before.path):
            session.save_again()
            return True
        try:
            before.copy_to(path)
            file = app.briefs.open(path)
        except BriefingError as error:
            self._notices.trouble("document", error, [Offer(key="window.offer.save-as", act=self._ask_name)])
            return False
        if file.read_only:
            file.close()
            self._notices.plain("document", "window.notice.held-elsewhere", name=path.name)
            return False
        # From here on the program starts with the new file, whatever happens to it.
        self._memory.last = path
        if was_untitled and not before.read_only:
            # Emptied first: a file that another process still holds cannot go on every system, and an empty one is
            # removed at the next start.
            with suppress(BriefingError):
                before.save(Draft(choices=Choices(locale=session.draft.choices.locale)))
        session.renamed(file)
        if was_untitled:
            remove(before.path)
        self._notices.drop("document")
        self._notices.drop("recovered")
        self._remember()
        self.moved.tell()
        return True

    def quit(self, *, losing: bool = False) -> bool:
        """Lets go of the brief at hand; it is opened again at the next start.

        `False` where it cannot be saved and `losing` does not allow for that.
        """
        if not self._session.is_open:
            return True
        self.leaving.tell()
        if not self._safe() and not losing:
            return False
        self.left.tell()
        empty = self._is_empty()
        self._session.close(remove=empty)
        if empty:
            self._memory.last = None
        return True

    # The list of briefs

    def recent(self) -> tuple[Recent, ...]:
        """The briefs that were open before; those without a name only where they are still there."""
        folder = app.briefs.unsaved_folder()
        here = self._session.file.path if self._session.is_open else None
        paths = dict.fromkeys((*self._memory.recent, *unsaved()))
        entries = (
            Recent(
                path=path,
                untitled=path.parent == folder,
                there=path.exists(),
                title=title_of(path) if path.parent == folder else "",
            )
            for path in paths
            if path != here
        )
        return tuple(one for one in entries if one.there or not one.untitled)

    def has_contents(self) -> bool:
        """Whether there is anything in the brief at hand."""
        return self._session.is_open and has_contents(self._session.draft)

    def clear_recent(self) -> None:
        """Empties the list, except of what could not be found again without it."""
        folder = app.briefs.unsaved_folder()
        self._memory.recent = tuple(path for path in self._memory.recent if path.parent == folder and path.exists())
        self.listed.tell()

    # Names

    def name(self, says: Interface) -> str:
        """What the brief at hand is called in the title bar."""
        session = self._session
        if not session.is_open:
            return ""
        return says.text("window.document.untitled") if session.untitled else session.file.path.stem

    def standing(self, says: Interface) -> str | None:
        """What is to be known of the brief at hand beside its name, `None` where it is a file like any other."""
        if self._session.read_only:
            return says.text("window.document.read-only")
        return says.text("window.document.unnamed") if self._session.untitled else None

    def proposed(self, says: Interface) -> str:
        """A file name for the brief at hand, without an ending."""
        session = self._session
        if not session.untitled:
            return session.file.path.stem
        events = session.dossier.events
        made = events[0].name.text if len(events) == 1 and events[0].name is not None else ""
        return file_name(session.draft.choices.title or made) or says.text("window.document.brief")

    # Inside

    def _ask_name(self) -> None:
        self.ask_name()

    def _begin(self) -> None:
        draft = Draft(choices=Choices(locale=self._memory.locale or self._fallback()))

        def make(path: Path) -> BriefFile:
            return app.briefs.create(path, draft)

        try:
            file, kept = made(make, app.briefs.unsaved_folder()), True
        except BriefingError:
            # Better a brief for now than none; where even that cannot be, there is nothing to do.
            file, kept = made(make, Path(tempfile.mkdtemp(prefix="briefing-"))), False
        self._session.open(file, untitled=True)
        if not kept:
            offer = Offer(key="window.offer.save-as", act=self._ask_name, stays=True)
            self._notices.plain("document", "window.notice.for-now", offer)
        self._remember()
        self.arrived.tell()

    def _take_up(self, path: Path, *, quiet: bool = False) -> bool:
        try:
            file = _readable(path)
        except BriefingError as error:
            offers = [] if path.exists() else [Offer(key="window.offer.forget", act=partial(self._forget, path))]
            self._notices.trouble("document", error, offers)
            return False
        if (quiet and file.held_elsewhere) or not self._leave():
            file.close()
            return False
        self._session.open(file, untitled=path.parent == app.briefs.unsaved_folder())
        self._remember()
        self.arrived.tell()
        return True

    def _import(self, path: Path) -> bool:
        try:
            file = made(lambda new: app.briefs.from_printed(path, new), app.briefs.unsaved_folder())
        except BriefingError as error:
            self._notices.trouble("document", error)
            return False
        if not self._leave():
            file.close()
            remove(file.path)
            return False
        self._session.open(file, untitled=True)
        self._remember()
        self._notices.plain("document", "window.notice.read-back", name=path.name)
        self.arrived.tell()
        return True

    def _leave(self) -> bool:
        """Lets go of the brief at hand, if it is safe."""
        if not self._session.is_open:
            return True
        self.leaving.tell()
        if not self._safe():
            return False
        self.left.tell()
        path, empty = self._session.file.path, self._is_empty()
        self._session.close(remove=empty)
        self._notices.clear()
        if empty:
            self._forget(path)
        return True

    def _safe(self) -> bool:
        """Whether the file has everything, if need be after one more try; else the notices say so."""
        if self._session.trouble is not None:
            self._session.save_again()
        return self._session.trouble is None

    def _is_empty(self) -> bool:
        session = self._session
        return session.untitled and not session.read_only and not has_contents(session.draft)

    def _remember(self) -> None:
        path = self._session.file.path
        self._memory.last = path
        self._memory.recent = tuple(dict.fromkeys((path, *self._memory.recent)))[:LONGEST_RECENT]
        self.listed.tell()

    def _forget(self, path: Path) -> None:
        self._memory.recent = tuple(one for one in self._memory.recent if one != path)
        self.listed.tell()

    def _say_standing(self) -> None:
        session = self._session
        if session.read_only:
            path, held = session.file.path, session.file.held_elsewhere
            key = "window.notice.held-elsewhere" if held else "window.notice.read-only"
            copy = Offer(key="window.offer.save-as", act=self._ask_name, stays=True)
            again = Offer(key="window.offer.try-again", act=partial(self.open, path), stays=True)
            self._notices.plain("read-only", key, copy, again, standing=True, name=path.name)
        else:
            self._notices.drop("read-only")
        if session.trouble is None:
            self._notices.drop("save")
        else:
            again = Offer(key="window.offer.try-again", act=session.save_again, stays=True)
            other = Offer(key="window.offer.save-as", act=self._ask_name, stays=True)
            self._notices.trouble("save", session.trouble, [again, other])


def _readable(path: Path) -> BriefFile:
    """A brief's file, opened; what is damaged in it is found now, while the brief before is still at hand."""
    file = app.briefs.open(path)
    try:
        file.draft()
        file.summaries()
    except BaseException:
        file.close()
        raise
    return file
