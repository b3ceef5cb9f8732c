"""Whose state an office is of where the words beside the name do not tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]


def _country(cast: Cast, name: str) -> str | None:
    return next(person.country for person in cast.people if person.name == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("JAKARTA: President Harald Vik of Norland met Indonesian President Ratna Sari.", "Harald Vik"),
        ("JAKARTA: Defence Secretary Harald Vik of Norland met Indonesian Minister Ratna Sari.", "Harald Vik"),
        ("JAKARTA: The visiting chancellor, Harald Vik, met Indonesian President Ratna Sari.", "Harald Vik"),
        ("Indonesian President Ratna Sari met Harald Vik, secretary general of the Southern Council.", "Harald Vik"),
        ("In Panama, Panama's health ministry heard PAHO director Carla Etien. Panama thanked Panama's guests.",
         "Carla Etien"),
        ("Mongolia's president received UNESCO Director-General Ann Azou in Mongolia. Mongolia is glad.", "Ann Azou"),
    ],
)  # fmt: skip
def test_a_visitor_is_not_given_the_hosts_country(cast_of: CastOf, text: str, name: str) -> None:
    """Who comes from a state that no list has, or serves many states, gets no country."""
    assert _country(cast_of(text), name) is None


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("The Kenyan firm's chief executive, Mary Obi, signed.", "Mary Obi", "KE"),
        ("The Royal Thai Badminton Union (RTBU) won. Ann Mala, president of RTBU, spoke.", "Ann Mala", "TH"),
        ("He praised Ecuador's ports. The country's centrist leader, Luis Lara, agreed.", "Luis Lara", "EC"),
        ("Present were: for Fiji, Minister Ann Lee and Major Tom Vula; for Tonga, Lord Semi Fale.", "Semi Fale", "TO"),
        ("The Rwandan delegation included Minister of Foreign Affairs Amb. Paul Mugabo and others.", "Paul Mugabo",
         "RW"),
        ("A delegation from the Union of Comoros came.\nThe delegation comprised the Director of Works, Mr Ali Said.",
         "Ali Said", "KM"),
        ("President Marc Olin flew to Yaoundé. There the French leader met President Paul Beya.", "Marc Olin", "FR"),
        ("CAIRO- 24 July 2022: President Omar Hadi called French President Marc Olin. French firms work in Paris.",
         "Omar Hadi", "EG"),
    ],
)  # fmt: skip
def test_an_office_gets_the_state_that_the_text_tells(cast_of: CastOf, text: str, name: str, code: str) -> None:
    """The state is told by a firm's people, letters in full, "the country", a side of a list, or a title elsewhere."""
    assert _country(cast_of(text, url="https://example.com.eg/a" if code == "EG" else None), name) == code


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Rapporteur Gianna Spagna MEP (S&D, Italy) called it a text.", "Gianna Spagna", "IT"),
        ("Ann Otieno (Kenya) won. Jo Wafula (Nairobi) came second.", "Jo Wafula", "KE"),
        ("Uruguay's National Directorate of Water Resources (DNRH) Chief Jaime Corral left.", "Jaime Corral", "UY"),
        ("Kees van Haersma, the ambassador of the Netherlands, left.", "Kees van Haersma", "NL"),
    ],
)
def test_brackets_and_bodies_tell_the_country(cast_of: CastOf, text: str, name: str, code: str) -> None:
    """A country in brackets behind the name, or whose body it is."""
    assert _country(cast_of(text), name) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PARIS: The European climate commissioner, Matti Olsen, spoke. France and Paris paid.", "Matti Olsen"),
        ("PARIS: First Secretary Lotte Holm read his remarks. France and Paris paid.", "Lotte Holm"),
        (
            "MEXICO CITY: He praised Ecuador and sellers in Mexico. The country's leader, Luis Lara, agreed.",
            "Luis Lara",
        ),
    ],
)
def test_what_is_of_many_or_of_another_is_not_at_home(cast_of: CastOf, text: str, name: str) -> None:
    """A commissioner of many states, a diplomat of the guests, "the country" where two are named: open."""
    assert _country(cast_of(text), name) is None
