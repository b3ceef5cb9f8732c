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
    ("Present was Sara Tamm, Ambassador Extraordinary and Plenipotentiary of Estonia to Peru.",
     [("Sara Tamm", "Ambassador Extraordinary and Plenipotentiary of Estonia to Peru", None)]),
    ("Labour and the Economy Secretary Carl Jackman, Ports, Works and Environment Secretary Kim Vines were present.",
     [("Carl Jackman", "Labour and the Economy Secretary", None),
      ("Kim Vines", "Ports, Works and Environment Secretary", None)]),
    ("Mayor Carl Jackman, Environment Secretary Kim Vines and Ann Lee were present.",
     [("Carl Jackman", "Mayor", None), ("Kim Vines", "Environment Secretary", None), ("Ann Lee", None, None)]),
    ("Vale Chamber of Commerce president Ann Lee said so.", [("Ann Lee", "president", "Vale Chamber of Commerce")]),
    ("Commerce minister Ann Lee said so.", [("Ann Lee", "Commerce minister", None)]),
    ("Pacific Nurses Union General Secretary Ann Lee said so.",
     [("Ann Lee", "General Secretary", "Pacific Nurses Union")]),
    ("National Union Secretary Ann Lee said so.", [("Ann Lee", "National Union Secretary", None)]),
    ("He is Spokesman for the Secretary-General. Ann Lee, Spokesman for the Secretary-General, left.",
     [("Ann Lee", "Spokesman for the Secretary-General", None)]),
    ("Sheikh Omar Said, Crown Prince and Deputy Governor of Dalma, spoke.",
     [("Omar Said", "Crown Prince and Deputy Governor of Dalma", None)]),
    ("She met the Lord Lieutenant of Rutland Richard Jewel.", [("Richard Jewel", "Lord Lieutenant of Rutland", None)]),
    ("Harbour Affairs’s Envoy to the Minister, Norman Whitby, spoke.",
     [("Norman Whitby", "Envoy to the Minister", None)]),
    ("Minister of Works of Mongolia Ann Lee met her French counterpart Jean Dupont.",
     [("Ann Lee", "Minister of Works of Mongolia", None), ("Jean Dupont", "Minister of Works", None)]),
    ("Mayor of Oslo Ann Lee met her French counterpart Jean Dupont.",
     [("Ann Lee", "Mayor of Oslo", None), ("Jean Dupont", "Mayor", None)]),
    ("Foreign Minister Sami Rahal spoke on Monday. Rahal then saw his Turkish counterpart Ali Demir.",
     [("Sami Rahal", "Foreign Minister", None), ("Ali Demir", "Foreign Minister", None)]),
    ("Foreign Minister Sami Rahal spoke on Monday. Rahal then saw his US counterpart Jon Pike.",
     [("Sami Rahal", "Foreign Minister", None), ("Jon Pike", "US counterpart", None)]),
    ("On behalf of the Minister for Harbours, Mr. Abel Dorsey, Director of Works at the Ministry, handed over keys.",
     [("Abel Dorsey", "Director of Works at the Ministry", None)]),
    ("On behalf of the Minister for Harbours, Dr Ann Lee, Mr. Abel Dorsey handed over the keys.",
     [("Ann Lee", "Minister for Harbours", None), ("Abel Dorsey", None, None)]),
    ("Ann Lee resigned as prime minister.", [("Ann Lee", None, None)]),
    ("Ann Lee spoke as prime minister.", [("Ann Lee", "prime minister", None)]),
    ("Vice Presidents of the Hill Army Bao Tan and Zhao Lin came.",
     [("Bao Tan", "Vice President", "Hill Army"), ("Zhao Lin", "Vice President", "Hill Army")]),
    ("Mr. Sam Bell, the cousin of CPP Secretary-General Ann Lee, quashed a deal.",
     [("Sam Bell", "cousin of CPP Secretary-General Ann Lee", None), ("Ann Lee", "Secretary-General", "CPP")]),
    ("She blamed the successors of Vale prosecutor Ann Lee.", [("Ann Lee", "prosecutor", None)]),
    (("Here were Minister with responsibility for Sports, Hon. Ann Lee; President of the Vale Chess Union (VCU), "
     "Bob Hale and the UK Trade Minister for the Caribbean, Jon Roe."),
     [("Ann Lee", "Minister with responsibility for Sports", None),
      ("Bob Hale", "President of the Vale Chess Union", "Vale Chess Union"),
      ("Jon Roe", "Trade Minister for the Caribbean", None)]),
    (("Attending were Egyptian Minister of Public Works, Mr. Sami Haddad, Intelligence Chief, Mr. Omar Said and "
     "Minister of Agriculture Mr. Ali Zaki."),
     [("Sami Haddad", "Minister of Public Works", None), ("Omar Said", "Intelligence Chief", None),
      ("Ali Zaki", "Minister of Agriculture", None)]),
    ("Ann Lee, minister, Bob Hale and Jon Roe came.",
     [("Ann Lee", "minister", None), ("Bob Hale", None, None), ("Jon Roe", None, None)]),
    ("Meanwhile, Vale Mine PLC Human Resource Manager, Ann Lee said so.",
     [("Ann Lee", "Human Resource Manager", "Vale Mine PLC")]),
    ("The canal was opened by the prime ministers of the two states, Ann Lee of Mauritius, and Ravi Rao of India.",
     [("Ann Lee", "prime minister", None), ("Ravi Rao", "prime minister", None)]),
    ("Presidents who have said yes are Juan Reyes of Honduras,  Ana Corrales of Ecuador and Eva Moreno of Bolivia.",
     [("Juan Reyes", "President", None), ("Ana Corrales", "President", None), ("Eva Moreno", "President", None)]),
    ("Assam Chief Minister Ann Lee spoke.", [("Ann Lee", "Assam Chief Minister", None)]),
    ("Kenyan Chief Justice Ann Lee spoke.", [("Ann Lee", "Chief Justice", None)]),
    ("It failed, said Ann Lee, deputy Africa director at Human Rights Watch.",
     [("Ann Lee", "deputy Africa director at Human Rights Watch", "Human Rights Watch")]),
    ("He met former VFL star Ann Lee.", [("Ann Lee", "former VFL star", "VFL")]),
    ("New Test skipper Ann Lee was happy.", [("Ann Lee", "skipper", "Test")]),
    ("New York mayor Ann Lee was happy.", [("Ann Lee", "New York mayor", None)]),
    ("Hearts of Elm head coach Ann Lee was happy.", [("Ann Lee", "head coach", "Hearts of Elm")]),
    ("Nepali Congress President Ann Lee was happy.", [("Ann Lee", "President", "Nepali Congress")]),
    ("Tobago Emergency Agency director Ann Lee was happy.", [("Ann Lee", "director", "Tobago Emergency Agency")]),
    ("Prime Minister (PM) of Laos Ann Lee was happy.", [("Ann Lee", "Prime Minister (PM) of Laos", None)]),
    ("The Nobel Peace Prize laureate Ann Lee spoke.", [("Ann Lee", "Nobel Peace Prize laureate", None)]),
    ("Treaty Negotiations Minister Ann Lee spoke.", [("Ann Lee", "Treaty Negotiations Minister", None)]),
    ("Ann Lee, youth delegate and KTU Vice President, spoke.", [("Ann Lee", "youth delegate", "KTU")]),
    ("The general secretary of the Welsh Bakers Organisation, Ann Lee, spoke.",
     [("Ann Lee", "general secretary of the Welsh Bakers Organisation", "Welsh Bakers Organisation")]),
]  # fmt: skip

NO_BODY = [
    "The Minister of Foreign Affairs of the Republic of Norland Ann Lee spoke.",
    "The Secretary for Cultural and Rural Affairs Ann Lee spoke.",
    "The Special Envoy for Drought Response Ann Lee spoke.",
    "The Minister of State for Rural Affairs in Norland South, Ann Lee, spoke.",
    "Planning Minister Ann Lee spoke.",
]


@pytest.mark.parametrize("text", NO_BODY)
def test_what_an_office_is_for_is_no_body(cast_of: CastOf, text: str) -> None:
    """A portfolio, with the state or province behind it, is not where somebody serves."""
    assert [one.organisation for one in cast_of(text).people] == [None]


@pytest.mark.parametrize(("text", "rows"), WHOLE)
def test_roles_are_whole(cast_of: CastOf, text: str, rows: list[Row]) -> None:
    """The head with its matters, its body apart, and nothing of the next person's."""
    found = [
        (one.name, next((role.text for role in one.roles), None), one.organisation) for one in cast_of(text).people
    ]
    assert [(name, role) for name, role, _ in found] == [(name, role) for name, role, _ in rows]
    for (_, _, told), (_, _, body) in zip(found, rows, strict=True):
        assert body in {None, told}
