"""A name with a slip of the pen is no second person; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jorma Hallberg, a doctor, spoke. Mr. Hallbreg said more.", ["Jorma Hallberg"]),
        ("The head, Dafydd Shearman, left. A plan by Dafydd Shearman won. Then Dafydd Shearnan spoke.",
         ["Dafydd Shearman"]),
        ("Mayor Jorma Hallberg left. Then Mayor Hallbreg spoke.", ["Jorma Hallberg"]),
        ("Jorma Hallberg, a doctor, spoke. Mr. Hallborg said more.", ["Jorma Hallberg", "Hallborg"]),
        ("Jorma Hallberg met his brother Jorma Hallborg.", ["Jorma Hallberg", "Jorma Hallborg"]),
        ("Jorma Hallberg, a doctor, spoke. Maria Hallborg, a nurse, left.", ["Jorma Hallberg", "Maria Hallborg"]),
        ("Ann Reeds, a doctor, spoke. Mr. Reesd left.", ["Ann Reeds", "Reesd"]),
    ],
)  # fmt: skip
def test_a_slip_is_no_second_person(cast_of: CastOf, text: str, names: list[str]) -> None:
    """A letter out of place, or another beside the same given name; not in one sentence, nor in a short name."""
    assert [one.name for one in cast_of(text).people] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Commander Abdul Rahman left. Governor Abdul Rahmani spoke.", ["Abdul Rahman", "Abdul Rahmani"]),
        ("Ali Karim opened the mill. Then Ali Karimi closed it.", ["Ali Karim", "Ali Karimi"]),
        ("Diego Fernandez opened the mill. Then Diego Fernandes closed it.", ["Diego Fernandez", "Diego Fernandes"]),
        ("Marco Martini opened the mill. Then Marco Martino closed it.", ["Marco Martini", "Marco Martino"]),
        ("Tariq Hussain opened the mill. Then Tariq Hussein closed it.", ["Tariq Hussain", "Tariq Hussein"]),
        ("Mayor Daniel Eldridge spoke. Then Councillor Eldrige, of the rival party, left.",
         ["Daniel Eldridge", "Eldrige"]),
        ("Jorma Hallberg, a doctor, left. Jorma Hallbreg, a painter, spoke.", ["Jorma Hallberg", "Jorma Hallbreg"]),
        ("Jorma Eldridge left. Jorma Eldrige spoke. Then Eldrige sang.", ["Jorma Eldridge", "Jorma Eldrige"]),
    ],
)  # fmt: skip
def test_another_name_is_another_person(cast_of: CastOf, text: str, names: list[str]) -> None:
    """Another ending, another vowel, another role, or written so twice: these are two."""
    assert [one.name for one in cast_of(text).people] == names


def test_who_is_somebody_else_says_the_own_words(parsed: Callable[..., Parse]) -> None:
    """Words of a councillor are not the mayor's of nearly the same name; the mayor's with a slip are."""
    text = "Mayor Daniel Eldridge opened the mill.\n“We will mend the harbour wall,” said {} Eldrige."
    other, own = (findings_of(parsed(text.format(role))).quotes[-1].speaker for role in ("Councillor", "Mayor"))
    assert (other, own) == ("Eldrige", "Daniel Eldridge")
