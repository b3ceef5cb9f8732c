"""What the user does to a brief, and what becomes of it on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import app
from briefing.model.decision import Accept, Correct, LeaveOut, Slot
from briefing.model.errors import NothingDone
from tests.gui.seeded import Desk, desk, empty_desk

__all__ = ["desk", "empty_desk"]


def test_every_action_is_on_disk_when_it_returns(desk: Desk) -> None:
    """Whatever is done can be read from the file at once, by somebody else."""
    first = desk.session.draft.articles[0]
    desk.session.tick([first], False)
    desk.session.choose("locale", "uk")
    desk.session.decide("leave-out", LeaveOut(fact=desk.session.dossier.quotes[0]))

    with app.briefs.open(desk.file.path, write=False) as other:
        assert other.draft() == desk.session.draft
    assert desk.session.draft.unticked == {first}
    assert desk.session.draft.choices.locale == "uk"


def test_undo_puts_the_draft_back_as_it_was(desk: Desk) -> None:
    """Undoing every change, one after the other, leads back to the beginning, on disk too."""
    before = desk.session.draft
    desk.session.tick(desk.session.draft.articles, False)
    own = desk.session.add_section("Talking points")
    desk.session.reword_section(own, "Talking points", "- one")
    desk.session.remove_section(own)
    desk.session.remove_articles(desk.session.draft.articles[:1])
    while desk.history.changes:
        desk.history.undo()

    assert desk.session.draft == before
    with app.briefs.open(desk.file.path, write=False) as other:
        assert other.draft() == before


def test_what_changes_nothing_is_no_step(desk: Desk) -> None:
    """Ticking what is ticked leaves nothing to undo."""
    desk.session.tick(desk.session.draft.articles, True)
    desk.session.choose("locale", "en")

    assert desk.history.changes == []


def test_a_later_decision_takes_the_place_of_an_earlier_one(desk: Desk) -> None:
    """Two corrections of one role leave one in the list, the last; leaving out takes an acceptance's place."""
    row = desk.session.dossier.attendees[0]
    for role in ("Mayor", "Minister"):
        desk.session.decide("correct", Correct(fact=row, slot=Slot.ROLE, value=role))
    quote = desk.session.dossier.quotes[0]
    desk.session.decide("accept", Accept(fact=quote))
    desk.session.decide("leave-out", LeaveOut(fact=quote))

    correction, left = desk.session.draft.decisions
    assert isinstance(correction.act, Correct)
    assert correction.act.value == "Minister"
    assert isinstance(left.act, LeaveOut)
    assert correction.number < left.number


def test_sections_start_as_the_template_has_them(desk: Desk) -> None:
    """All sections are there; those that the template does not print are hidden, and come back where they were."""
    assert desk.session.sections()[: len(app.template_sections("standard"))] == app.template_sections("standard")
    desk.session.arrange(desk.session.sections(), desk.session.hidden() | {"glance"})
    assert "glance" in desk.session.hidden()
    own = desk.session.add_section("Background")
    assert desk.session.sections().index(own) == desk.session.sections().index("sources") - 1
    assert "glance" in desk.session.hidden()
    desk.session.reset_sections()
    assert [one for one in desk.session.sections() if one != own] == list(app.all_sections("standard"))
    assert own in desk.session.sections()
    assert "glance" not in desk.session.hidden()


def test_a_brief_that_cannot_be_saved_is_not_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the disk refuses, the draft goes on in memory and says so; once it takes again, all is there."""
    with monkeypatch.context() as full:

        def refuse(_draft: object) -> None:
            raise NothingDone("cannot-save", path="x", reason="full")

        full.setattr(desk.file, "save", refuse, raising=True)
        desk.session.choose("title", "Riga")
        in_trouble = (desk.session.trouble is not None, desk.session.saved)
    desk.session.save_again()

    assert in_trouble == (True, False)
    assert desk.session.saved
    with app.briefs.open(desk.file.path, write=False) as other:
        assert other.draft().choices.title == "Riga"


def test_a_second_window_only_reads(desk: Desk, tmp_path: Path) -> None:
    """Who opens a file that is open elsewhere can change nothing in it."""
    other = Desk(tmp_path / "other.brief", articles=False)
    other.session.close()
    held = app.briefs.open(desk.file.path)
    other.session.open(held, untitled=False)

    assert held.held_elsewhere
    assert other.session.read_only
    other.session.choose("title", "mine")
    assert other.session.draft.choices.title is None
    other.session.close()


def test_articles_of_one_errand_come_once(empty_desk: Desk) -> None:
    """Adding what is there already changes nothing."""
    empty_desk.session.add_articles(["a", "b"], 1)
    empty_desk.session.add_articles(["b"], 1)

    assert empty_desk.session.draft.articles == ("a", "b")
    assert len(empty_desk.history.changes) == 1
