"""The parts of two whole briefs, compared with what was looked at page by page and found good.

After a change that is meant, set `BRIEFING_UPDATE_GOLDENS=1`, run these tests, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

from briefing.model.manuscript import Manuscript
from tests.core.render.word.archive import parts, render
from tests.core.render.word.manuscripts import arabic, ukrainian

_GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "word"
_PARTS = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/header1.xml",
    "word/footer1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "docProps/core.xml",
)


def _pretty(content: bytes) -> str:
    root = etree.fromstring(content, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def _check(name: str, actual: str) -> None:
    golden = _GOLDEN / name
    if os.environ.get("BRIEFING_UPDATE_GOLDENS"):
        if os.environ.get("CI"):
            pytest.fail("goldens are updated by a person who looks at them, never in CI")
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(actual, encoding="utf-8", newline="\n")
    assert actual == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "whole"), [("uk", ukrainian()), ("ar", arabic())], ids=["uk", "ar"])
def test_the_parts_are_those_that_were_found_good(
    name: str, whole: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every part that depends on the manuscript."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = parts(render(whole))

    for part in _PARTS:
        _check(f"{name}/{part.replace('/', '_')}", _pretty(made[part]))


def test_the_styles_are_those_that_were_found_good() -> None:
    """The style sheet of the default theme."""
    _check("styles.xml", _pretty(parts(render(ukrainian()))["word/styles.xml"]))
