"""Whose officers are those without a country, in languages without a parser."""

from __future__ import annotations

import pytest

from briefing.extract.registry import extractor_for
from briefing.model.article import Article, Region, RegionKind


def _country(language: str, name: str, text: str, url: str | None = None) -> str | None:
    regions = (Region(start=0, end=len(text), kind=RegionKind.BODY),)
    article = Article(id="0123456789abcdef", path="a", text=text, regions=regions, language=language, url=url)
    (outcome,) = extractor_for(language).extract((article,))
    assert outcome.value is not None
    return next(person.country for person in outcome.value.attendees if person.name == name)


AT_HOME = [
    ("fr", "FR", "Odile Ferrand", "La ministre de la Défense, Odile Ferrand, a vu à Lyon un ministre danois."),
    ("fr", "CH", "Odile Ferrand", "La ministre Odile Ferrand s'est rendue dans le Valais."),
    ("es", "PE", "Rosa Quispe", "La ministra de Salud, Rosa Quispe, viajó a Lima con el ministro chino, Li Wei."),
    ("pt", "BR", "Marta Sequeira", "A ministra Marta Sequeira prometeu apoio econômico. A cerimônia durou pouco."),
    ("de", "CH", "Petra Lorenz", "Ministerin Petra Lorenz nannte es gross. Die Strasse sei schliesslich bezahlt."),
    ("de", "DE", "Petra Lorenz", "Ministerin Petra Lorenz traf in Köln den dänischen Minister Lars Bak."),
    ("pl", "PL", "Anna Lipska", "Ministra zdrowia Anna Lipska zapowiedziała remont szpitali."),
    ("uk", "UA", "Ганна Липа", "Міністерка охорони здоров'я Ганна Липа пообіцяла відремонтувати лікарні."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "country", "name", "text"), AT_HOME)
def test_officers_without_a_country_are_those_of_the_home_state(
    language: str, country: str, name: str, text: str
) -> None:
    """What only one state of the language has, or speaks of, tells whose minister it is."""
    assert _country(language, name, text) == country


UNSETTLED = [
    ("fr", "Odile Ferrand", "La ministre Odile Ferrand a promis un fonds."),
    ("fr", "Odile Ferrand", "La ministre Odile Ferrand est arrivée de Lyon à Dakar."),
    ("fr", "Odile Ferrand", "La ministre Odile Ferrand a parlé à Bruxelles."),
    ("es", "Rosa Quispe", "El presidente de Perú, Luis Paz, vio al de Chile, Juan Soto, y a la ministra Rosa Quispe."),
    ("pl", "Anna Lipska", "Premier Danii Lars Bak przyjechał. Ministra Anna Lipska zapowiedziała remont szpitali."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "name", "text"), UNSETTLED)
def test_nobody_gets_a_country_that_the_text_leaves_open(language: str, name: str, text: str) -> None:
    """Where officers of several states may be meant, or the seat of a union is all there is, nothing is said."""
    assert _country(language, name, text) is None


def test_the_address_tells_whose_paper_it_is() -> None:
    """The domain of a country where the language is written makes it the home; that of another does not."""
    text = "La ministre Odile Ferrand a promis un fonds."
    assert _country("fr", "Odile Ferrand", text, "https://www.exemple.be/politique/1") == "BE"
    assert _country("fr", "Odile Ferrand", text, "https://exemple.tv/politique/1") is None


def test_counterparts_are_not_at_home() -> None:
    """A counterpart without a country is somebody else's minister."""
    text = "Le ministre Paul Ferrand a vu à Lyon son homologue, Lars Bak."
    assert _country("fr", "Paul Ferrand", text) == "FR"
    assert _country("fr", "Lars Bak", text) is None
