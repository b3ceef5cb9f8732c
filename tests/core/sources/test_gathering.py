"""What is read of the names a user gives: links, folders in folders, files to pass over, and sources that fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.model.errors import Cancelled, InvalidRecord
from briefing.model.notice import Severity
from briefing.sources.reading import gather


def _nothing() -> bytes:
    return b""


def _linked(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("links are not allowed here")


@pytest.mark.parametrize(
    "stumble",
    [RecursionError("too deep"), AttributeError("text"), KeyError("a"), MemoryError(), InvalidRecord("defect")],
)
def test_a_source_that_makes_a_parser_stumble_spoils_nothing(tmp_path: Path, prose: str, stumble: Exception) -> None:
    """Whatever is raised while one source is read is a notice with its reason; the next source is read."""
    good = tmp_path / "good.txt"
    good.write_text(prose, encoding="utf-8")

    def stdin() -> bytes:
        raise stumble

    outcome = gather(["-", str(good)], stdin)

    assert [article.path for article in outcome.value] == [str(good)]
    (notice,) = outcome.notices
    assert (notice.severity, notice.code, notice.place) == (Severity.ERROR, "reading-failed", "-")
    assert str(notice.parameters["reason"]).startswith(type(stumble).__name__)


def test_whoever_stops_the_work_is_heard() -> None:
    """A cancelled read is no bad source."""

    def stdin() -> bytes:
        raise Cancelled

    with pytest.raises(Cancelled):
        gather(["-"], stdin)


def test_a_page_over_which_the_extraction_stumbles_is_read_by_its_lines(
    tmp_path: Path, prose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text of a page is there before anybody looks for the article in it."""

    def stumbling(*_: object, **__: object) -> None:
        raise AttributeError("text_content")

    monkeypatch.setattr("trafilatura.bare_extraction", stumbling)
    page = tmp_path / "page.html"
    page.write_text("<p>" + "</p><p>".join(prose.splitlines()) + "</p>", encoding="utf-8")

    outcome = gather([str(page)], _nothing)

    assert [article.text for article in outcome.value] == [prose.strip()]


def test_files_to_pass_over_are_passed_over_in_silence(tmp_path: Path, prose: str) -> None:
    """Found by any path that leads to them; a file that the user names is read all the same."""
    (tmp_path / "in").mkdir()
    article, brief = tmp_path / "in" / "article.txt", tmp_path / "in" / "brief.txt"
    article.write_text(prose, encoding="utf-8")
    brief.write_text(prose.replace("nine", "ten"), encoding="utf-8")
    skip = [tmp_path / "in" / ".." / "in" / "brief.txt", tmp_path / "not-there.docx"]

    found = gather([str(tmp_path)], _nothing, skip=skip)
    named = gather([str(brief)], _nothing, skip=skip)

    assert ([each.path for each in found.value], found.notices) == ([str(article)], ())
    assert [each.path for each in named.value] == [str(brief)]


def test_a_folder_of_nothing_but_passed_over_files_is_empty(tmp_path: Path) -> None:
    """Silence would leave the user with no brief and no reason."""
    (tmp_path / "brief.docx").write_bytes(b"PK\x03\x04")

    outcome = gather([str(tmp_path)], _nothing, skip=[tmp_path / "brief.docx"])

    assert [notice.code for notice in outcome.notices] == ["empty-folder"]


def test_folders_that_link_to_each_other_are_entered_once(tmp_path: Path, prose: str) -> None:
    """Twelve folders with links to all others have more paths through them than anybody can walk."""
    folders = [tmp_path / f"{number:02}" for number in range(12)]
    for number, folder in enumerate(folders):
        folder.mkdir()
        (folder / "a.txt").write_text(prose.replace("nine", f"some {number}"), encoding="utf-8")
    for folder in folders:
        for other in folders:
            if other != folder:
                _linked(folder / f"to-{other.name}", other)

    outcome = gather([str(tmp_path)], _nothing)
    again = gather([str(tmp_path)], _nothing)

    assert len(outcome.value) == len(folders)
    assert {notice.code for notice in outcome.notices} == {"link-loop", "same-file-twice"}
    assert [article.path for article in again.value] == [article.path for article in outcome.value]
    # Of all the ways into the folders, one each was taken; every other one is told.
    assert len(outcome.notices) == len(folders) * (len(folders) - 1)


def test_folders_deeper_than_the_stack_are_walked(tmp_path: Path, prose: str) -> None:
    """As deep as the system lets anybody make them."""
    deepest = tmp_path
    for _ in range(60):
        try:
            deepest.joinpath(*["d"] * 20).mkdir(parents=True)
        except OSError:
            break
        deepest = deepest.joinpath(*["d"] * 20)
    file = deepest / "a.txt"
    file.write_text(prose, encoding="utf-8")
    try:
        (article,) = gather([str(tmp_path)], _nothing).value
    finally:
        # What removes temporary folders is itself recursive.
        file.unlink()
        while deepest != tmp_path:
            deepest.rmdir()
            deepest = deepest.parent

    assert article.text == prose


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_entered_stops_nothing(tmp_path: Path, prose: str) -> None:
    """It is named, and those after it are read."""
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "inside.txt").write_text(prose, encoding="utf-8")
    (tmp_path / "open.txt").write_text(prose, encoding="utf-8")
    closed.chmod(0o400)
    try:
        outcome = gather([str(tmp_path)], _nothing)
    finally:
        closed.chmod(0o700)

    assert len(outcome.value) == 1
    assert [notice.code for notice in outcome.notices] == ["unreadable"]
