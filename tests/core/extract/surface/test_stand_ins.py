"""Who was not there though named with those who were: stood in for, a sender, somebody expected or hoped for."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read


def _modes(language: str, text: str) -> dict[str, str]:
    return {attendee.name: attendee.attendances[0].mode.value for attendee in read(language, text).attendees}


STOOD_IN = [
    ("pt", "Representando o governador Rui Melo, o secretário Ivo Prado participou da cerimônia."),
    ("es", "El concejal Ivo Prado asistió al acto en representación del ministro Rui Melo."),
    ("fr", "Le préfet Ivo Prado a assisté à la cérémonie, représentant le ministre Rui Melo."),
    ("de", "Staatssekretär Ivo Prado nahm in Vertretung von Minister Rui Melo an der Feier teil."),
]


@pytest.mark.parametrize(("language", "text"), STOOD_IN)
def test_who_is_stood_in_for_was_represented(language: str, text: str) -> None:
    """The other one was there."""
    assert _modes(language, text) == {"Rui Melo": "represented", "Ivo Prado": "in_person"}


RECEIVED = [
    ("fr", "Le maire Paul Blin a reçu une lettre de la ministre Anne Roy.", "mentioned"),
    ("fr", "Le maire Paul Blin a reçu la ministre Anne Roy.", "in_person"),
    ("es", "La alcaldesa Anne Roy recibió un premio del ministro Paul Blin.", "mentioned"),
    ("es", "La alcaldesa Anne Roy recibió la visita del ministro Paul Blin.", "in_person"),
    ("es", "La alcaldesa Anne Roy recibió al ministro Paul Blin.", "in_person"),
]


@pytest.mark.parametrize(("language", "text", "mode"), RECEIVED)
def test_a_letter_brings_nobody(language: str, text: str, mode: str) -> None:
    """A visit does."""
    assert _modes(language, text) == dict.fromkeys(("Paul Blin", "Anne Roy"), mode)


COMING = [
    ("es", "Se espera al ministro Juan Peña en la segunda jornada.", "expected"),
    ("es", "Mañana se espera la presencia del ministro Juan Peña.", "expected"),
    ("es", "La jornada contó con el ministro Juan Peña.", "mentioned"),
    ("pt", "Espera-se a presença do ministro Juan Peña na abertura.", "expected"),
    ("pl", "Na otwarcie spodziewany jest minister Juan Peña.", "expected"),
    ("es", "Se confía en que el ministro Juan Peña participe en la cumbre.", "mentioned"),
    ("es", "El ministro Juan Peña participa en la cumbre.", "in_person"),
    ("fr", "Le ministre Juan Peña est intervenu à distance lors de la conférence.", "remote"),
]


@pytest.mark.parametrize(("language", "text", "mode"), COMING)
def test_who_is_expected_or_hoped_for(language: str, text: str, mode: str) -> None:
    """Not who was there."""
    assert _modes(language, text) == {"Juan Peña": mode}


GROUPS = [
    ("es", "Al acto asistieron el Gobierno, la embajada y la Cruz Roja.", ["Cruz Roja"]),
    ("pl", "Decyzją premiera Jana Wilgi umowę podpisał minister Piotr Kania.", []),
]


@pytest.mark.parametrize(("language", "text", "names"), GROUPS)
def test_a_common_noun_names_no_group(language: str, text: str, names: list[str]) -> None:
    """Only what has a name of its own."""
    assert [each.name for each in read(language, text).attendees if each.kind.value == "group"] == names
