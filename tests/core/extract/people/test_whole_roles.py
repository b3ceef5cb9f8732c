"""A role is read whole and is of the right person; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]
Row = tuple[str, str | None, str | None]

WHOLE: list[tuple[str, list[Row]]] = [
    ("PM of Singapore Lee Hock Tan and PM of Timor Leste Xavier Gomes came.",
     [("Lee Hock Tan", "PM of Singapore", None), ("Xavier Gomes", "PM of Timor Leste", None)]),
    ("At 5 PM Ann Lee spoke.", [("Ann Lee", None, None)]),
    ("Present was Sara Delger, Ambassador Extraordinary and Plenipotentiary of Mongolia to Peru.",
     [("Sara Delger", "Ambassador Extraordinary and Plenipotentiary of Mongolia to Peru", None)]),
    ("Finance and the Economy Secretary Joel Jackman, Ports, Works and Environment Secretary Kim Vines were present.",
     [("Joel Jackman", "Finance and the Economy Secretary", None),
      ("Kim Vines", "Ports, Works and Environment Secretary", None)]),
    ("Mayor Joel Jackman, Environment Secretary Kim Vines and Ann Lee were present.",
     [("Joel Jackman", "Mayor", None), ("Kim Vines", "Environment Secretary", None), ("Ann Lee", None, None)]),
    ("Vale Chamber of Commerce president Ann Lee said so.", [("Ann Lee", "president", "Vale Chamber of Commerce")]),
    ("Commerce minister Ann Lee said so.", [("Ann Lee", "Commerce minister", None)]),
    ("Pacific Nurses Union General Secretary Ann Lee said so.",
     [("Ann Lee", "General Secretary", "Pacific Nurses Union")]),
    ("National Union Secretary Ann Lee said so.", [("Ann Lee", "National Union Secretary", None)]),
    ("He is Spokesman for the Secretary-General. Ann Lee, Spokesman for the Secretary-General, left.",
     [("Ann Lee", "Spokesman for the Secretary-General", None)]),
    ("Sheikh Omar Said, Crown Prince and Deputy Ruler of Dalma, spoke.",
     [("Omar Said", "Crown Prince and Deputy Ruler of Dalma", None)]),
    ("She met the Lord Lieutenant of Rutland Richard Jewel.", [("Richard Jewel", "Lord Lieutenant of Rutland", None)]),
    ("Harbour Affairs’s Liaison to the Minister, Norman Whitby, spoke.",
     [("Norman Whitby", "Liaison to the Minister", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), WHOLE)
def test_roles_are_whole(cast_of: CastOf, text: str, rows: list[Row]) -> None:
    """The head with its matters, its body apart, and nothing of the next person's."""
    found = [
        (one.name, next((role.text for role in one.roles), None), one.organisation) for one in cast_of(text).people
    ]
    assert [(name, role) for name, role, _ in found] == [(name, role) for name, role, _ in rows]
    for (_, _, told), (_, _, body) in zip(found, rows, strict=True):
        assert body in {None, told}
