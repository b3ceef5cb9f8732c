"""Who took the picture or wrote the report is nobody in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    "credit",
    [
        "(Larkspress/Rosa Medina)",
        "(LP Photo/The Larkspur Herald, Rosa F. Medina)",
        "(Photo courtesy of Rosa Medina/LARKSPUR BULLETIN)",
        "Photo: Rosa Medina",
        "THE LARKSPUR PRESS/Rosa Medina",
        "© Rosa Medina, LP",
    ],
)
def test_who_took_a_picture_is_nobody_of_the_report(cast_of: CastOf, credit: str) -> None:
    """A credit behind the sentence of a caption names nobody."""
    told = cast_of(f"Mayor Ann Lee opens the bridge in Tarn on Monday, May 4, 2020. {credit}")
    assert [one.name for one in told.people] == ["Ann Lee"]


def test_a_credit_glued_to_its_caption_is_nobody(cast_of: CastOf) -> None:
    """Between a caption and its credit the blank may be lost; a sentence goes on behind its name."""
    assert [one.name for one in cast_of("Mayor Ann Lee relaxes at her home.Marco Medina").people] == ["Ann Lee"]
    told = cast_of("Mayor Ann Lee relaxed at her home. Marco Medina left.")
    assert [one.name for one in told.people] == ["Ann Lee", "Marco Medina"]


@pytest.mark.parametrize(
    "line",
    [
        "Compiled by Rosa Medina",
        "Rosa Lyn Medina The Larkspur Times",
        "Rosa Medina and Bob Hale contributed reporting.",
    ],
)
def test_a_line_of_the_writer_is_nobody(cast_of: CastOf, line: str) -> None:
    """Who compiled a report, or stands alone with her newspaper."""
    assert not cast_of(f"{line}\n\nThe bridge was opened on Monday.").people


def test_people_beside_a_slash_or_a_picture_stay(cast_of: CastOf) -> None:
    """A slash within a sentence, a picture that shows somebody, and a list by letters are no credits."""
    party = cast_of("The Green/Left alliance chose Ann Lee as its leader. She thanked Bob Hale.")
    assert [one.name for one in party.people] == ["Ann Lee", "Bob Hale"]
    shown = cast_of("The picture by Rosa Medina shows President Ann Lee, who smiled.")
    assert "Ann Lee" in [one.name for one in shown.people]
    listed = cast_of("The members are (a) Ann Lee, a lawyer; (b) Bob Hale, a doctor; (c) Rosa Medina, a judge.")
    assert [one.name for one in listed.people] == ["Ann Lee", "Bob Hale", "Rosa Medina"]
