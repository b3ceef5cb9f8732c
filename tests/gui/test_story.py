"""The whole story: from an empty window to paper, over a night, with real files and workers."""

from __future__ import annotations

from pathlib import Path

from tests.gui.commanding import exported
from tests.gui.starting import Start, start
from tests.gui.story import FileDialogs, first_day, second_day

__all__ = ["start"]


def test_the_whole_story(start: Start, tmp_path: Path) -> None:
    """Articles dropped, judged, corrected, exported, found again after the night and printed: the command's bytes."""
    with FileDialogs().at_hand() as dialogs:
        first_day(start(), dialogs, tmp_path)
        second_day(start(), tmp_path)
    docx, pdf = exported(tmp_path / "story.brief", tmp_path)
    assert (tmp_path / "story.docx").read_bytes() == docx
    assert (tmp_path / "story.pdf").read_bytes() == pdf
    assert (tmp_path / "printed.pdf").read_bytes() == pdf
