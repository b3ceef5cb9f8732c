"""The ways in which quotations are printed, each read from a whole file: plain text, Markdown and web pages."""

from __future__ import annotations

import html
import re
import tomllib
from pathlib import Path

import pytest

from briefing.extract.engine import EnglishExtractor
from briefing.sources.readers import reader_for

_TABLE = tomllib.loads(Path(__file__).with_name("quoting_layouts.toml").read_text(encoding="utf-8"))
_CASES = {case["name"]: case for case in _TABLE["case"]}
_EXTRACTOR = EnglishExtractor()


def _found(form: str, data: bytes) -> list[tuple[str, str]]:
    """The quotations of a file, each with its speaker; an empty one where the text does not tell."""
    name = f"article.{form}"
    (article,) = reader_for(Path(name), data).read(name, data).value
    (outcome,) = _EXTRACTOR.extract([article])
    for quote in outcome.value.quotes:
        assert " ".join(" ".join(part.cut(article.text).split()) for part in quote.parts) == quote.text
    return [(quote.text, quote.speaker or "") for quote in outcome.value.quotes]


def _page(text: str) -> str:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n"))
    return (
        '<!doctype html><html lang="en"><head><title>The week in Harland | Courier</title></head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
        f"<main><article><h1>The week in Harland</h1>{paragraphs}</article></main>"
        "<footer><p>© 2026 Harland Courier. All rights reserved.</p></footer></body></html>"
    )


def _forms(text: str) -> dict[str, tuple[str, bytes]]:
    """The same text in the forms in which it may reach a reader."""
    unbroken = re.sub(r"(?<=[^\W\d_]) (?=[A-Z][a-z]+ ?[A-Z]?)", "\u00a0", text)
    return {
        "blank lines": ("txt", text.replace("\n", "\n\n").encode()),
        "windows": ("txt", text.replace("\n", "\r\n").encode()),
        "unbroken spaces": ("txt", unbroken.encode()),
        "markdown": ("md", text.replace("\n", "\n\n").encode()),
        "page": ("html", _page(text).encode()),
    }


def _expected(case: dict[str, list[list[str]]], found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The quotations of a case; `*` for a speaker stands for whoever was found."""
    wanted = [(" ".join(text.split()), speaker) for text, speaker in case["quotes"]]
    speakers = dict(found)
    return [(text, speakers.get(text, "") if speaker == "*" else speaker) for text, speaker in wanted]


@pytest.mark.parametrize("name", list(_CASES))
def test_the_quotations_of_a_layout_are_found(name: str) -> None:
    """All of them, whole, with who says them and nothing else."""
    case = _CASES[name]
    found = _found(case["format"], case["text"].encode())
    assert found == _expected(case, found)


@pytest.mark.parametrize("name", [name for name, case in _CASES.items() if case["format"] == "txt"])
def test_the_form_of_the_file_changes_nothing(name: str) -> None:
    """Blank lines, Windows line ends, unbroken spaces, Markdown and HTML hold the same quotations."""
    case = _CASES[name]
    for form, (ending, data) in _forms(case["text"]).items():
        found = [(" ".join(text.split()), speaker) for text, speaker in _found(ending, data)]
        assert (form, found) == (form, _expected(case, found))
