"""Who sits in court: those who rule and before whom somebody stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast
from tests.core.extract.attendance.in_person import there

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    "text",
    [
        "Justice Ama Boateng of the High Court in Accra on Friday issued an order against the bank.",
        "The Court of Appeal on Tuesday dismissed the case.\nJudge Ama Boateng said the trader had lied.",
        "A trader was jailed for two years by Magistrate Ama Boateng on Monday.",
        "The lawyer argued on Monday before Judge Ama Boateng that the search was unlawful.",
        "A bench of Justice Ama Boateng and Justice Kofi Addo passed the order.",
        "A trader has been granted a reprieve by the court.\nMagistrate Ama Boateng said he was torn.",
        "Three judges - Ama Boateng, Kofi Addo and Yaw Mensah - rejected the appeal yesterday.",
    ],
)
def test_who_rules_is_in_court(cast_of: CastOf, text: str) -> None:
    """An act of the bench told with its day, or in a report of what the court did."""
    assert "Ama Boateng" in there(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has sent a letter after Judge Ama Boateng ordered a halt.",
        "The ministry appealed against a ruling by Judge Ama Boateng.",
        "The court dismissed the case on Tuesday, as only the chief judge, Justice Ama Boateng, can move it.",
        "The trader, whom Judge Ama Boateng jailed in March last year, was freed.",
        "The court dismissed an appeal on Monday against a resolution in which Judge Ama Boateng ordered a halt.",
        "Former judge Ama Boateng on Monday ordered a meal.",
        "Justice Minister Ama Boateng on Monday ordered a review.",
        "The court sat on Monday.\nJudge Ama Boateng said in a newspaper interview that she was tired.",
    ],
)
def test_whose_ruling_is_only_told_of_need_not_be(cast_of: CastOf, text: str) -> None:
    """A ruling of another day, what only a judge can do, and offices that are none of a court."""
    assert "Ama Boateng" not in there(cast_of(text))


def test_a_list_of_judges_ends_with_their_names(cast_of: CastOf) -> None:
    """Whom the argument before the bench is about does not sit on it."""
    found = there(cast_of("She argued before a bench comprising Judges Ama Boateng and Kofi Addo that Jan Smit lied."))
    assert "Kofi Addo" in found
    assert "Jan Smit" not in found
