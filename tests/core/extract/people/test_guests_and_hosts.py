"""Countries of people whom no title places: guests, hosts, envoys, and those who hold what home's holder holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]
_KENYA = "https://www.example.co.ke/1\n\n"


def _country(cast: Cast, name: str) -> str | None:
    return next(person for person in cast.people if person.name == name).country


@pytest.mark.parametrize(
    "sentence",
    [
        "President Omar Said visited Kenya on Monday.",
        "President Omar Said arrived in Kenya on Monday.",
        "President Omar Said's trip to Kenya ended on Monday.",
        "President Omar Said paid a visit to Kenya on Monday.",
    ],
)
def test_a_guest_is_not_of_the_country_he_visits(cast_of: CastOf, sentence: str) -> None:
    """Who visits the country of the paper is of another; which one stays open."""
    assert _country(cast_of(_KENYA + sentence), "Omar Said") is None


def test_a_president_on_tour_at_home_is_of_home(cast_of: CastOf) -> None:
    """A visit to a town says nothing of where somebody is from."""
    assert _country(cast_of(_KENYA + "President Omar Said visited Mombasa on Monday."), "Omar Said") == "KE"


def test_who_is_met_on_a_visit_is_the_host(cast_of: CastOf) -> None:
    """The president whom a guest meets on his visit to a country is that country's."""
    text = "On his first visit to Cameroon, the French leader met with President Paul Essono. France will lend money."
    assert _country(cast_of(text), "Paul Essono") == "CM"


def test_of_two_holders_the_unmarked_is_open(cast_of: CastOf) -> None:
    """Where the text says who holds the office at home, another holder is not of home."""
    text = "Kenyan President Ann Obi left for Uganda. President Omar Said will speak too. Kenya pays."
    assert _country(cast_of(_KENYA + text), "Omar Said") is None


def test_an_ambassador_is_of_the_other_of_two_countries(cast_of: CastOf) -> None:
    """Of two countries that an article speaks of, the envoy without a country is the other's."""
    text = "The Netherlands and Kenya agreed. The Netherlands pays. Dutch firms come. Ambassador Kees Haring spoke."
    assert _country(cast_of(_KENYA + text), "Kees Haring") == "NL"


def test_a_chancellor_who_heads_a_government_is_not_of_a_country_without_one(cast_of: CastOf) -> None:
    """No country without a federal chancellor is given to one."""
    assert _country(cast_of(_KENYA + "Chancellor Otto Brandt spoke in Nairobi."), "Otto Brandt") is None


def test_the_only_country_spoken_of_is_home(cast_of: CastOf) -> None:
    """One mention is enough where no other country is named."""
    assert _country(cast_of("Prime Minister Ann Obi spoke to Ugandans on Monday."), "Ann Obi") == "UG"


def test_an_adviser_at_a_states_embassy_is_of_that_state(cast_of: CastOf) -> None:
    """The state at whose embassy somebody works is his."""
    text = _KENYA + "Ann Lee, an adviser at the Norwegian embassy, spoke."
    assert _country(cast_of(text), "Ann Lee") == "NO"


def test_a_paper_that_never_names_its_country_is_not_home_to_foreign_ministers(cast_of: CastOf) -> None:
    """A report from one country abroad plays there, whoever prints it."""
    text = "Thirteen died in Ecuador. Ecuador's prisons are full; Ecuador built none. Interior Minister Omar Said left."
    assert _country(cast_of(_KENYA + text), "Omar Said") == "EC"


def test_a_minister_in_a_state_is_of_it(cast_of: CastOf) -> None:
    """An office that is held in a state is that state's."""
    text = "Ann Lee, a former minister of public works in Liberia, spoke of Kenya."
    assert _country(cast_of(_KENYA + text), "Ann Lee") == "LR"


def test_a_countryman_before_a_comma(cast_of: CastOf) -> None:
    """“Another American, Colonel X” is American."""
    assert _country(cast_of(_KENYA + "Another American, Colonel Omar Mason, served in Kenya."), "Omar Mason") == "US"


def test_a_ruler_introduced_beside_another_state_is_not_of_the_one_spoken_of_most(cast_of: CastOf) -> None:
    """Where only the counts tell the home, a president named beside another state stays open."""
    text = "Ghana grows cocoa. Ghana sells it. Ghana dries it. We agreed with Togo and called President Koffi Adama."
    assert _country(cast_of(text), "Koffi Adama") is None


def test_who_has_a_role_is_of_the_country_mainly_spoken_of(cast_of: CastOf) -> None:
    """An analyst without a country is of the home that the text mainly speaks of, not where it speaks of two alike."""
    analyst = "Ann Obi, a policy analyst, agreed."
    assert _country(cast_of(f"Ghana grows cocoa. Ghana sells it to Togo. Ghana dries it. {analyst}"), "Ann Obi") == "GH"
    assert _country(cast_of(f"Ghana grows cocoa. Ghana and Togo sell it. Togo pays. {analyst}"), "Ann Obi") is None
