"""Briefs as documents: always in a file, never asked about, never lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import app
from briefing.locale.interface import Interface, interface
from briefing.model.draft import Choices, Draft
from briefing.model.errors import BriefingError, NothingDone
from briefing_gui.presenters.changes import Change
from briefing_gui.presenters.documents import Documents
from briefing_gui.presenters.notices import Notices
from briefing_gui.presenters.session import Session

ENGLISH = interface("en")


@dataclass
class Straight:
    """A history that carries everything out and undoes nothing."""

    session: Session | None = None

    def push(self, change: Change) -> None:
        """Carries a change out."""
        assert self.session is not None
        self.session.adopt(change.after)

    def clear(self) -> None:
        """Has nothing to forget."""


@dataclass
class Kept:
    """What outlives the program, for as long as the test lasts."""

    recent: Sequence[Path] = ()
    last: Path | None = None
    locale: str | None = None


class Program:
    """One start of the program: all of it that has no window."""

    def __init__(self, kept: Kept) -> None:
        history = Straight()
        self.session = history.session = Session(history)
        self.notices = Notices()
        self.documents = Documents(self.session, kept, self.notices, lambda: "en")

    def type_title(self, words: str) -> None:
        """Does something that would be a pity to lose."""
        self.session.choose("title", words)

    def said(self, says: Interface = ENGLISH) -> str:
        """All that is said, in one."""
        return "\n".join(item.say(says) for item in self.notices.items)

    def offered(self) -> list[str]:
        """The buttons beside what is said."""
        return [offer.key.rpartition(".")[2] for item in self.notices.items for offer in item.offers]

    def die(self) -> None:
        """Ends as a killed process does: the system takes back its locks, and nothing else happens."""
        self.session.file.close()


@pytest.fixture
def kept() -> Kept:
    """A memory that several starts share."""
    return Kept()


def begun(kept: Kept) -> Program:
    """A program that has started."""
    program = Program(kept)
    program.documents.start()
    return program


def test_a_first_start_has_an_empty_brief_without_a_name(kept: Kept) -> None:
    """It is in a file at once, and says nothing."""
    program = begun(kept)
    assert program.session.file.path.parent == app.briefs.unsaved_folder()
    assert program.documents.name(ENGLISH) == "Untitled"
    assert program.documents.standing(ENGLISH) == "not saved under a name yet"
    assert program.notices.items == ()
    program.documents.quit()


def test_an_empty_brief_leaves_nothing_behind(kept: Kept) -> None:
    """Neither on disk nor in the list."""
    program = begun(kept)
    program.documents.quit()
    assert list(app.briefs.unsaved_folder().iterdir()) == []
    assert kept.last is None


@pytest.mark.parametrize("killed", [False, True])
def test_a_brief_without_a_name_is_there_again(kept: Kept, killed: bool) -> None:
    """After quitting and after being killed, with all that was in it, and it is said once."""
    first = begun(kept)
    first.type_title("Kyiv")
    if killed:
        first.die()
    else:
        first.documents.quit()
    second = begun(kept)
    assert second.session.draft.choices.title == "Kyiv"
    assert "never saved under a name" in second.said()
    second.notices.wave_away()
    second.type_title("Kyiv, Monday")
    assert second.said() == ""
    second.documents.quit()


def test_a_brief_under_a_name_is_there_again(kept: Kept, tmp_path: Path) -> None:
    """The last one opens at the next start, without a word."""
    first = begun(kept)
    first.type_title("Kyiv")
    assert first.documents.save_as(tmp_path / "kyiv.brief")
    first.type_title("Kyiv II")
    first.die()
    second = begun(kept)
    assert second.session.file.path == tmp_path / "kyiv.brief"
    assert second.session.draft.choices.title == "Kyiv II"
    assert second.documents.standing(ENGLISH) is None
    assert second.notices.items == ()
    second.documents.quit()


def test_saving_under_a_name_takes_the_brief_out_of_the_unsaved_ones(kept: Kept, tmp_path: Path) -> None:
    """There is one file afterwards, not two; the ending is given where it was not typed."""
    program = begun(kept)
    assert not program.documents.save()
    program.type_title("Kyiv")
    assert program.documents.save_as(tmp_path / "Notes v1.2")
    assert program.session.file.path == tmp_path / "Notes v1.2.brief"
    assert program.documents.name(ENGLISH) == "Notes v1.2"
    assert program.documents.save()
    assert list(app.briefs.unsaved_folder().glob("*")) == []
    program.documents.quit()
    with app.briefs.open(tmp_path / "Notes v1.2.brief") as file:
        assert file.draft().choices.title == "Kyiv"


def test_save_as_leaves_the_earlier_file_as_it_was(kept: Kept, tmp_path: Path) -> None:
    """What is done afterwards is done to the new one."""
    program = begun(kept)
    program.documents.save_as(tmp_path / "a.brief")
    program.type_title("in both")
    program.documents.save_as(tmp_path / "b.brief")
    program.type_title("in the second")
    program.documents.quit()
    for name, title in (("a", "in both"), ("b", "in the second")):
        with app.briefs.open(tmp_path / f"{name}.brief", write=False) as file:
            assert file.draft().choices.title == title


def test_saving_under_its_own_name_is_saving(kept: Kept, tmp_path: Path) -> None:
    """The file is not copied over itself."""
    program = begun(kept)
    program.documents.save_as(tmp_path / "a.brief")
    program.type_title("Kyiv")
    assert program.documents.save_as(tmp_path / "." / "a.brief")
    assert program.session.draft.choices.title == "Kyiv"
    program.documents.quit()


def test_a_second_window_reads_only(kept: Kept, tmp_path: Path) -> None:
    """It says so for as long as it is so, changes nothing, and can save a copy."""
    first = begun(kept)
    first.documents.save_as(tmp_path / "a.brief")
    first.type_title("Kyiv")
    second = Program(Kept())
    assert second.documents.open(tmp_path / "a.brief")
    assert second.documents.standing(ENGLISH) == "read-only"
    assert "open in another window" in second.said()
    second.notices.wave_away()
    assert second.offered() == ["save-as", "try-again"]
    second.type_title("nothing")
    assert second.session.draft.choices.title == "Kyiv"
    assert second.documents.save_as(tmp_path / "b.brief")
    assert second.said() == ""
    second.type_title("Lviv")
    assert first.session.draft.choices.title == "Kyiv"
    first.documents.quit()
    second.documents.quit()


def test_a_copy_over_a_brief_that_is_open_elsewhere_is_refused(kept: Kept, tmp_path: Path) -> None:
    """Nothing of the other window's is lost, and the brief at hand stays where it is."""
    first = begun(kept)
    first.documents.save_as(tmp_path / "a.brief")
    first.type_title("theirs")
    second = Program(Kept())
    second.documents.start()
    second.type_title("ours")
    went_well = second.documents.save_as(tmp_path / "a.brief")
    first.documents.quit()
    second.documents.quit()
    with app.briefs.open(tmp_path / "a.brief", write=False) as file:
        assert file.draft().choices.title == "theirs"
    assert not went_well


def test_a_second_program_without_arguments_begins_a_brief_of_its_own(kept: Kept) -> None:
    """The one at hand in the first is not taken from it, nor said to be left over."""
    first = begun(kept)
    first.type_title("Kyiv")
    second = begun(kept)
    assert second.session.file.path != first.session.file.path
    assert not second.session.read_only
    assert second.said() == ""
    second.documents.quit()
    first.documents.quit()


def test_opening_another_brief_keeps_the_one_without_a_name(kept: Kept, tmp_path: Path) -> None:
    """It is in the list under its title, and can be taken up again."""
    with app.briefs.create(tmp_path / "a.brief", Draft(choices=Choices(locale="uk", title="Lviv"))):
        pass
    program = begun(kept)
    program.type_title("Kyiv")
    left = program.session.file.path
    assert program.documents.open(tmp_path / "a.brief")
    assert [(one.title, one.untitled, one.there) for one in program.documents.recent()] == [("Kyiv", True, True)]
    assert program.documents.open(left)
    assert program.session.draft.choices.title == "Kyiv"
    assert program.session.untitled
    program.documents.quit()


def test_others_without_a_name_are_mentioned_at_the_start(kept: Kept) -> None:
    """One is taken up, another is offered."""
    first = begun(kept)
    first.type_title("older")
    first.documents.new()
    first.type_title("newer")
    first.documents.quit()
    second = begun(kept)
    assert second.session.draft.choices.title == "newer"
    assert "Another brief" in second.said()
    (offer,) = next(item for item in second.notices.items if item.about == "unsaved").offers
    offer.act()
    assert second.session.draft.choices.title == "older"
    second.documents.quit()


def test_a_missing_brief_stays_in_the_list_until_it_is_forgotten(kept: Kept, tmp_path: Path) -> None:
    """It is greyed; opening it says what is wrong and offers to forget it; the brief at hand stays."""
    program = begun(kept)
    program.documents.save_as(tmp_path / "a.brief")
    program.documents.new()
    (tmp_path / "a.brief").unlink()
    assert [(one.path.name, one.there) for one in program.documents.recent()] == [("a.brief", False)]
    before = program.session.file.path
    assert not program.documents.open(tmp_path / "a.brief")
    assert "There is no file" in program.said()
    (offer,) = program.notices.items[0].offers
    offer.act()
    assert program.documents.recent() == ()
    assert program.session.file.path == before
    program.documents.quit()


def test_the_list_is_cleared_except_of_what_has_no_name(kept: Kept, tmp_path: Path) -> None:
    """A brief without a name could not be found again."""
    program = begun(kept)
    program.type_title("Kyiv")
    program.documents.new()
    program.documents.save_as(tmp_path / "a.brief")
    program.documents.new()
    assert len(program.documents.recent()) == 2
    program.documents.clear_recent()
    assert [one.title for one in program.documents.recent()] == ["Kyiv"]
    program.documents.quit()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "not-a-brief"), (b"%PDF-1.7 nonsense", "not-a-brief"), (b"SQLite format 3\0" + bytes(84), "not-a-brief")],
)
def test_what_is_no_brief_is_told_in_plain_words(kept: Kept, tmp_path: Path, content: bytes, code: str) -> None:
    """The brief at hand stays at hand, and the file is not touched."""
    odd = tmp_path / "odd.brief"
    odd.write_bytes(content)
    program = begun(kept)
    program.type_title("Kyiv")
    before = program.session.file.path
    assert not program.documents.open(odd)
    assert program.said()
    assert code not in program.said()
    assert program.session.file.path == before
    assert odd.read_bytes() == content
    program.documents.quit()


def test_a_damaged_last_brief_does_not_keep_the_program_from_starting(kept: Kept, tmp_path: Path) -> None:
    """A new brief is begun, and it is said what became of the other."""
    odd = tmp_path / "odd.brief"
    odd.write_bytes(b"no brief at all")
    kept.last = odd
    program = begun(kept)
    assert program.session.untitled
    assert program.said()
    program.documents.quit()


def _damaged(path: Path) -> Path:
    """A brief that SQLite finds nothing wrong with, though nobody can read what was chosen."""
    app.briefs.create(path, Draft(choices=Choices(locale="en", title="Odd"))).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE choices SET body = ?", (b'{"odd":1}',))
    connection.commit()
    connection.close()
    return path


def test_damage_within_a_brief_leaves_the_one_at_hand_as_it_is(kept: Kept, tmp_path: Path) -> None:
    """It is found before the brief at hand is let go of, which can be worked on and saved as before."""
    program = begun(kept)
    program.type_title("Kyiv")
    before = program.session.file.path
    assert not program.documents.open(_damaged(tmp_path / "odd.brief"))
    assert program.said()
    assert program.session.file.path == before
    program.type_title("Lviv")
    assert program.session.trouble is None
    program.documents.quit()
    assert begun(kept).session.draft.choices.title == "Lviv"


def test_damage_within_an_unnamed_brief_does_not_keep_the_program_from_starting(kept: Kept) -> None:
    """It is left where it is, for a program that can read it."""
    folder = app.briefs.unsaved_folder()
    folder.mkdir(parents=True)
    odd = _damaged(folder / "7.brief")
    program = begun(kept)
    assert program.session.file.path != odd
    assert odd.exists()
    program.documents.quit()
    assert begun(kept).session.is_open


class Full:
    """The file of a brief on a disk that is full, until there is room again."""

    def __init__(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        self._save = session.file.save
        self.full = True
        monkeypatch.setattr(session.file, "save", self.save)

    def save(self, draft: Draft) -> None:
        """Fails as the store does."""
        if self.full:
            raise NothingDone("cannot-save", path="a.brief", reason="disk full")
        self._save(draft)


def test_a_full_disk_is_told_and_nothing_is_let_go_of(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither another brief nor the end of the program takes away what is not saved; room on the disk mends it."""
    program = begun(kept)
    disk = Full(program.session, monkeypatch)
    program.type_title("Kyiv")
    assert not program.session.saved
    assert program.offered() == ["try-again", "save-as"]
    assert not program.documents.new()
    assert not program.documents.quit()
    assert program.session.draft.choices.title == "Kyiv"
    disk.full = False
    program.notices.items[0].offers[0].act()
    assert program.notices.items == ()
    program.documents.quit()
    assert begun(kept).session.draft.choices.title == "Kyiv"


def test_quitting_without_what_cannot_be_saved_is_possible(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says so may go."""
    program = begun(kept)
    Full(program.session, monkeypatch)
    program.type_title("Kyiv")
    assert program.documents.quit(losing=True)
    assert not program.session.is_open


def test_a_brief_that_cannot_be_saved_can_be_saved_elsewhere(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is in the new file, also what never reached the old one."""
    program = begun(kept)
    Full(program.session, monkeypatch)
    program.type_title("Kyiv")
    assert program.documents.save_as(tmp_path / "a.brief")
    assert program.session.saved
    assert program.said() == ""
    program.documents.quit()
    with app.briefs.open(tmp_path / "a.brief", write=False) as file:
        assert file.draft().choices.title == "Kyiv"


def test_a_folder_that_is_not_there_is_told(kept: Kept, tmp_path: Path) -> None:
    """The brief stays where it is."""
    program = begun(kept)
    program.type_title("Kyiv")
    before = program.session.file.path
    assert not program.documents.save_as(tmp_path / "nowhere" / "a.brief")
    assert program.session.file.path == before
    assert program.offered() == ["save-as"]
    program.documents.quit()


def test_file_names_are_proposed_from_the_title(kept: Kept) -> None:
    """Without what no system takes in a name."""
    program = begun(kept)
    assert program.documents.proposed(ENGLISH) == "Brief"
    program.type_title("Kyiv: 5/6 December? \u202e<final>...")
    assert program.documents.proposed(ENGLISH) == "Kyiv 5 6 December final"
    program.documents.quit()


def test_without_a_folder_of_its_own_the_program_still_starts(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The brief is somewhere for now, which is said, and can be saved under a name."""
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(app.briefs, "unsaved_folder", lambda: blocked / "unsaved")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    program = begun(kept)
    assert program.offered() == ["save-as"]
    program.type_title("Kyiv")
    assert program.documents.save_as(tmp_path / "a.brief")
    assert program.said() == ""
    program.documents.quit()


def test_a_program_that_can_write_nowhere_says_so(kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It does not pretend."""

    def full(path: Path, _draft: Draft) -> None:
        raise NothingDone("cannot-save", path=str(path), reason="disk full")

    monkeypatch.setattr(app.briefs, "create", full)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(BriefingError):
        begun(kept)


def test_a_printed_file_without_a_dossier_is_told(kept: Kept, tmp_path: Path) -> None:
    """No half-made brief is left in its place."""
    printed = tmp_path / "a.pdf"
    shutil.copy(Path(__file__), printed)
    program = begun(kept)
    before = program.session.file.path
    assert not program.documents.open(printed)
    assert program.said()
    assert [path for path in app.briefs.unsaved_folder().glob("*.brief") if path != before] == []
    program.documents.quit()
