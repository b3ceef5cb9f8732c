"""The time that files bear."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from briefing.model.manuscript import Manuscript, Paragraph, Properties, Run
from briefing.model.ports import Renderer
from briefing.render.clock import made
from briefing.render.registry import renderer_for

SHEET = Manuscript(
    language="en",
    paper="A4",
    blocks=(Paragraph(runs=(Run(text="Ministers met."),)),),
    properties=Properties(title="Brief"),
    payload="{}",
)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_files_of_one_day_are_the_same(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a time that is set, the same manuscript is the same bytes a second later."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    day = made()
    renderer: Renderer = renderer_for(ending)
    first = renderer.render(SHEET)
    time.sleep(1.1)
    second = renderer_for(ending).render(SHEET)

    assert first == second or made() != day


def test_the_time_is_the_one_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """A time that is set is kept to the second; one that is no time is as if there were none."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert made() == dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert made().hour == 12
