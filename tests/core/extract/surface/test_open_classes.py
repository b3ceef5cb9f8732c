"""Shapes of language rather than lists: shared titles, nouns beside names, owners, futures, verbs of saying."""

from __future__ import annotations

import pytest

from briefing.model.facts import Attendee
from tests.core.extract.surface.reading import read


def _people(language: str, text: str) -> dict[str, Attendee]:
    return {one.name: one for one in read(language, text).attendees if one.kind.value == "person"}


SHARED = [
    ("es", "Los cancilleres Alberto Rojas y Mario Luna firmaron el acta.", {"Alberto Rojas", "Mario Luna"}),
    ("pt", "Os ministros da Saúde, Ana Simões, e da Economia, Rui Lobo, falaram.", {"Ana Simões", "Rui Lobo"}),
    ("pl", "Ministrowie obrony: Jan Kos i Gintaras Zukas rozmawiali w Wilnie.", {"Jan Kos", "Gintaras Zukas"}),
    ("uk", "Міністри оборони Богдан Лис та Каймо Тамм провели зустріч.", {"Богдан Лис", "Каймо Тамм"}),
]


@pytest.mark.parametrize(("language", "text", "names"), SHARED)
def test_each_holder_of_a_shared_title_has_it(language: str, text: str, names: set[str]) -> None:
    """A title in the plural is everybody's who is named after it."""
    people = _people(language, text)
    assert set(people) == names
    assert all(one.roles for one in people.values())


def test_a_surname_that_is_a_title_is_no_title() -> None:
    """After a given name a word with a capital letter belongs to the name."""
    assert set(_people("pt", "O ministro Pedro Reis Prado visitou a escola.")) == {"Pedro Reis Prado"}


def test_a_surname_after_a_particle_may_be_a_common_word() -> None:
    """The last word of a name is not cut off because other names begin with it."""
    assert "Ademar Brito da Cruz" in _people("pt", "O embaixador Ademar Brito da Cruz chegou ontem.")


def test_a_noun_beside_a_name_is_a_role() -> None:
    """No list has every trade: the ending and the name beside it tell."""
    (person,) = _people("fr", "« Il fait froid », raconte la tapissière Solange Mermet.").values()
    assert [role.text for role in person.roles] == ["tapissière"]


def test_who_owns_an_office_comes_before_the_dateline() -> None:
    """A country's name or adjective at a title wins over the place where the article was written."""
    text = "Nairobi - Österreichs Kanzler Stefan Ring traf den kenianischen Minister Alfred Oduya."
    people = _people("de", text)
    assert (people["Stefan Ring"].country, people["Alfred Oduya"].country) == ("AT", "KE")


def test_federal_offices_are_at_home() -> None:
    """An office that only countries of the language have is never that of the country visited."""
    text = "Nairobi - Bundeswirtschaftsministerin Anne Lohse lobte Deutschland. Nairobi wächst, Kenia hofft."
    assert _people("de", text)["Anne Lohse"].country in {"DE", None}


def test_a_foreign_name_is_no_case_of_another() -> None:
    """A given name that does not decline stays as it is printed."""
    assert "Ніно Беріа" in _people("uk", "Про це розповіла міністерка Ніно Беріа.")


def test_a_verb_that_no_list_has_reports() -> None:
    """Right after the words and before a name a verb tells who speaks."""
    (quote,) = read("es", '"Aquí no llueve nunca", refunfuñó el alcalde Luis Prado.').quotes
    assert quote.speaker == "Luis Prado"


def test_a_noun_for_anybody_is_who_was_named_before() -> None:
    """Who is called a woman is the one of whom the sentence before speaks."""
    (quote,) = read("es", 'La vecina Ana Ruiz llegó pronto. "Nos falta un autobús", lamentó la mujer.').quotes
    assert quote.speaker == "Ana Ruiz"


def test_every_verb_of_doing_in_the_future_is_a_plan() -> None:
    """What a body will do is a plan, whatever the verb."""
    (found,) = read("de", "Das Land werde bis 2027 ein Portal einrichten, sagte Minister Jan Ott.").commitments
    assert (found.kind.value, found.actor) == ("planned", "Land")


def test_a_question_promises_nothing() -> None:
    """What somebody asks is no undertaking."""
    assert not read("es", "—¿Quién nos garantiza la fecha? —preguntó la vecina Ana Ruiz.").commitments


def test_an_inserted_word_does_not_change_who_asks() -> None:
    """Words between commas after a subject do not make the object the one who asks."""
    (found,) = read("uk", "Уряд, своєю чергою, просить парламент ухвалити зміни.").commitments
    assert (found.kind.value, found.actor) == ("requested", "Уряд")


def test_a_verb_is_no_event() -> None:
    """A participle of the same origin as a noun names no event."""
    assert not read("de", "Minister Jan Ott hat in Kiel viele Bauern getroffen.").events
