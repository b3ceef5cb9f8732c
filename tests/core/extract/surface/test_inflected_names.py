"""Names that a sentence has in an oblique case are told in the nominative, or as written where it is not settled."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

POLISH = {
    "premiera Piotra Nowaka": "Piotr Nowak",
    "wójta Marka Dudka": "Marek Dudek",
    "starosty Ryszarda Krawczyka": "Ryszard Krawczyk",
    "posła Michała Wilka": "Michał Wilk",
    "posła Jana Sowy": "Jan Sowa",
    "ministra Adama Ropki": "Adam Ropka",
    "generała Wiesława Makuły": "Wiesław Makuła",
    "wójta Stanisława Stenia": "Stanisław Steń",
    "marszałka Marcina Brzoździa": "Marcina Brzoździa",
    "minister Anny Zielińskiej": "Anna Zielińska",
}
UKRAINIAN = {
    "президента Емманюеля Дюрана": "Емманюель Дюран",
    "прем'єра Дональда Риска": "Дональд Риск",
    "голови Сергія Бурлака": "Сергій Бурлак",
    "міністра Юрія Гусака": "Юрій Гусак",
    "міністра Андрія Чубуги": "Андрій Чубуга",
    "генерала Олександра Лирського": "Олександр Лирський",
    "міністра Івана Швеця": "Іван Швець",
    "міністра Івана Коваля": "Іван Коваль",
    "мера Віталія Бричка": "Віталій Бричко",
    "міністра Павла Зайця": "Павла Зайця",
    "міністерки Ольги Левчук": "Ольга Левчук",
}
WITH = {
    "radnym Adamem Pociołkiem": "Adam Pociołek",
    "ministrem Pawłem Kowalem": "Paweł Kowal",
    "prezydentem Wołodymyrem Horenskim": "Wołodymyr Horenski",
}


def _names(language: str, text: str) -> list[str]:
    return [attendee.name for attendee in read(language, text).attendees]


@pytest.mark.parametrize(("written", "name"), [*POLISH.items(), *WITH.items()])
def test_polish_names(written: str, name: str) -> None:
    """Genitive and instrumental, with vowels that come and go; no form that Polish does not have."""
    lead = "Rozmawiali wczoraj z" if written in WITH else "Rozmowy dotyczyły"
    assert _names("pl", f"{lead} {written}.") == [name]


@pytest.mark.parametrize(("written", "name"), UKRAINIAN.items())
def test_ukrainian_names(written: str, name: str) -> None:
    """Genitive of hard and soft stems."""
    assert _names("uk", f"Йшлося про {written}.") == [name]


def test_each_part_of_a_double_name_is_a_name() -> None:
    """One that is known as it stands goes before one that only could be."""
    text = "Розмова відбулася з президентом Франком-Вальтером Нойманом."
    assert _names("uk", text) == ["Франк-Вальтер Нойман"]


def test_a_name_of_which_two_could_be_meant_stays_as_written() -> None:
    """As “Марка”, which is of “Марк” and of “Марко”."""
    assert _names("uk", "Йшлося про генсека Марка Ланге.") == ["Марка Ланге"]


PEOPLE = [
    ("es", "El Intendente Municipal Juan Manuel Albar recibió a los vecinos.", "Juan Manuel Albar"),
    ("es", "El Ministro Nacional y el Ministro Provincial recibieron a los vecinos.", None),
    ("pt", "O rival do Governo do Estado João Azenha visitou a obra.", "João Azenha"),
    ("de", "Innenstaatssekretärin Carla Wiesmoor lobte den Bau.", "Carla Wiesmoor"),
    ("de", "Wehrführer Holger Brand lobte den Bau.", "Holger Brand"),
    ("de", "Am Abend haben 64 Ehrenamtliche Dienst getan.", None),
    ("fr", "Le ministre belge des Affaires étrangères, Hugo Mertens, est venu.", "Hugo Mertens"),
]


@pytest.mark.parametrize(("language", "text", "name"), PEOPLE)
def test_no_word_of_an_office_is_part_of_a_name(language: str, text: str, name: str | None) -> None:
    """An adjective with a capital letter, a ministry, a noun behind a number."""
    assert _names(language, text) == ([name] if name is not None else [])


ROLES = [
    ("uk", "Високий представник із питань торгової політики Жозеп Ферран прибув увечері.", "Жозеп Ферран", "політики"),
    ("pl", "Mówiono o pomyśle posła Jana Sowy.", "Jan Sowa", None),
]


@pytest.mark.parametrize(("language", "text", "name", "never"), ROLES)
def test_a_name_in_the_nominative_has_no_title_in_another_case(
    language: str, text: str, name: str, never: str | None
) -> None:
    """What looks like one is a part of another office; a name in the title's own case has it."""
    (person,) = read(language, text).attendees
    assert person.name == name
    assert never not in [role.text for role in person.roles]
    assert never is not None or person.roles
