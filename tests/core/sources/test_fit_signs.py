"""The tool that fits the weights of the signs learns what pages show it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tools.fit_signs import fitted, main, pages_of

_MENU = "Home\nNews\nSport\nWeather\nMost read\n"


def test_what_the_article_is_may_be_told_in_four_ways(prose: str) -> None:
    """By its text, its place, pieces of it, or because there is nothing else."""
    text = _MENU + prose
    whole = [0.0] * 5 + [1.0] * 3

    by_body = [page.labels.tolist() for page in pages_of({"text": text, "body": prose})]
    by_place = [
        page.labels.tolist() for page in pages_of({"text": text, "body_start": len(_MENU), "body_end": len(text)})
    ]
    (by_pieces,) = pages_of({"text": text, "with": ["nine countries met"], "without": ["Sport", "Weather"]})
    (bare,) = pages_of({"text": prose})

    assert by_body == by_place == [whole, [1.0] * 3]
    assert [label for label in by_pieces.labels.tolist() if label == label] == [0.0, 0.0, 1.0]  # noqa: PLR0124 - not NaN
    assert bare.labels.tolist() == [1.0] * 3


def test_the_weights_speak_for_prose_and_against_menus(prose: str) -> None:
    """A few pages are enough for the sign of the weights."""
    pages = [page for _ in range(5) for page in pages_of({"text": _MENU + prose, "body": prose})]

    weights = fitted(pages)

    assert weights["length"] > 0 > weights["heading_word"]


def test_the_table_that_it_prints_can_be_shipped(
    tmp_path: Path, prose: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is TOML with a number for each sign."""
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps({"text": _MENU + prose, "body": prose}) + "\n", encoding="utf-8")

    assert main([str(path)]) == 0

    weights = tomllib.loads(capsys.readouterr().out)["weights"]
    assert "bias" in weights
    assert all(isinstance(weight, float) for weight in weights.values())
