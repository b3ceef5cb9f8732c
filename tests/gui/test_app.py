"""The window's front door."""

from __future__ import annotations

import pytest

from briefing_gui.app import main


def test_the_window_says_what_to_use_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing can be done with it yet: exit code 3 and the command that does the work."""
    monkeypatch.setenv("LC_ALL", "C")
    assert main(["article.txt"]) == 3
    assert "briefing export" in capsys.readouterr().err
