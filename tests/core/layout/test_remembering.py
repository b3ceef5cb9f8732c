"""What a printed file says of how it was wanted."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.remembering import recalled, remembered
from briefing.model.draft import Choices, OwnSection
from briefing.model.errors import NothingDone
from tests.core.layout.making import settings

OWN = (OwnSection(id="own-3", heading="Points", text="# a\n\n* b"),)


def test_what_is_remembered_is_recalled() -> None:
    """Every choice, through JSON and back; hidden sections are not in the file."""
    wanted: dict[str, Any] = {
        "sections": ("own-3", "quotes"),
        "title": "A & B",
        "paper": "Letter",
        "prepared_for": "Minister",
        "marking": "Internal",
    }
    record = json.loads(json.dumps(remembered(settings("pt-br", "one-page", own=OWN, **wanted))))
    assert recalled(record) == Choices(locale="pt-BR", template="one-page", own=OWN, **wanted)


def test_what_was_left_to_the_template_stays_so() -> None:
    """No choice is not the choice of the day."""
    assert recalled(remembered(settings("uk"))) == Choices(locale="uk")


def test_the_settings_of_older_files_are_understood() -> None:
    """They had three things, and an empty list for no choice of sections."""
    assert recalled({"locale": "de", "template": "quotes", "sections": []}) == Choices(locale="de", template="quotes")


def test_sections_of_another_version_are_passed_over() -> None:
    """The rest of the choices is as good as ever."""
    assert recalled({"locale": "de", "sections": ["cover", "horoscope", "own-1"]}).sections == ("cover",)


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {},
        {"locale": 7},
        {"locale": "en", "paper": "A0"},
        {"locale": "en", "sections": "cover"},
        {"locale": "en", "sections": ["cover"] * 1000},
        {"locale": "en", "title": "x" * 100_000},
        {"locale": "en", "own": [{"id": "../x", "heading": "", "text": ""}]},
        {"locale": "en", "own": [{"id": "own-1", "heading": "", "text": None}]},
        {"locale": "en", "own": [{"id": "own-1", "heading": "", "text": ""}] * 2},
    ],
)
def test_settings_of_another_shape_are_refused(record: object) -> None:
    """A stranger's file gives an error, never a crash."""
    with pytest.raises(NothingDone, match="dossier-damaged"):
        recalled(record)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda v: st.lists(v, max_size=3)
)
keys = ("locale", "template", "sections", "title", "paper", "prepared_for", "marking", "own")


@given(st.dictionaries(st.sampled_from(keys), values))
def test_any_settings_are_read_or_refused(record: dict[str, object]) -> None:
    """Nothing in between."""
    with contextlib.suppress(NothingDone):
        assert isinstance(recalled(record), Choices)
