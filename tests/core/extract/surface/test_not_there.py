"""Who was not there himself: cancelled, still to come, linked in from afar; in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

LEADS = {
    "es": "La cumbre comenzó en Lima.",
    "pt": "A cimeira começou em Braga.",
    "fr": "Le sommet s'est ouvert à Dakar.",
    "de": "Die Konferenz in Kiel begann am Montag.",
    "pl": "Szczyt rozpoczął się w Gdańsku.",
    "uk": "Саміт розпочався у Львові.",
}

AWAY = [
    ("es", "El ministro Juan Soto canceló su participación.", "absent"),
    ("es", "El ministro Juan Soto no pudo venir.", "absent"),
    ("es", "El ministro Juan Soto es esperado el viernes.", "expected"),
    ("es", "El ministro Juan Soto asistió.", "in_person"),
    ("pt", "A ministra Ana Reis cancelou a sua participação.", "absent"),
    ("pt", "A ministra Ana Reis não pôde vir.", "absent"),
    ("pt", "A ministra Ana Reis é esperada na sexta-feira.", "expected"),
    ("pt", "A ministra Ana Reis participou.", "in_person"),
    ("fr", "La ministre Rose Blin a annulé sa venue.", "absent"),
    ("fr", "La ministre Rose Blin n'a pas pu venir.", "absent"),
    ("fr", "La ministre Rose Blin a participé.", "in_person"),
    ("de", "Präsident Tom Hale wird am Freitag erwartet.", "expected"),
    ("de", "Präsident Tom Hale nahm teil.", "in_person"),
    ("pl", "Minister Anna Lis ma przyjechać w środę.", "expected"),
    ("pl", "Minister Anna Lis przyjechała w środę.", "in_person"),
    ("uk", "Президент Іван Липа очікується у п'ятницю.", "expected"),
    ("uk", "Президент Іван Липа долучився віддалено.", "remote"),
    ("uk", "Президент Іван Липа долучився до саміту.", "in_person"),
]


@pytest.mark.parametrize(("language", "sentence", "mode"), AWAY)
def test_who_cancelled_is_expected_or_linked_in_was_not_there(language: str, sentence: str, mode: str) -> None:
    """An event in the article does not make of somebody who stayed away one who was there."""
    (attendee,) = read(language, f"{LEADS[language]} {sentence}").attendees
    assert attendee.attendances[0].mode == mode


SIGNED_FROM_AFAR = [
    ("pl", "Minister Anna Lis połączyła się zdalnie. Umowę podpisali Lis i Nowak. Burmistrz Jan Nowak przybył."),
    ("uk", "Міністр Мартін Каск долучився онлайн. Угоду підписали Гончар і Каск. Мерка Олена Гончар прибула."),
]


@pytest.mark.parametrize(("language", "text"), SIGNED_FROM_AFAR)
def test_who_was_linked_in_does_not_come_by_signing_with_another(language: str, text: str) -> None:
    """What is said of somebody alone outweighs a list of those who signed."""
    modes = [attendee.attendances[0].mode.value for attendee in read(language, f"{LEADS[language]} {text}").attendees]
    assert modes == ["remote", "in_person"]


STATES = [
    ("Minister finansów Czech Jan Svoboda przyjechał do Warszawy.", "CZ"),
    ("Minister finansów Włoch Luca Neri przyjechał do Warszawy.", "IT"),
    ("Premier Wielkiej Brytanii John Hale przyjechał do Warszawy.", "GB"),
    ("Minister finansów Stanów Zjednoczonych Ann Roe przyjechała do Warszawy.", "US"),
    ("Minister finansów Anna Lis przyjechała do Krakowa.", "PL"),
]


@pytest.mark.parametrize(("sentence", "country"), STATES)
def test_a_state_named_in_the_genitive_is_the_officer_s(sentence: str, country: str) -> None:
    """Names of states that are plurals or of two words are known in every case."""
    (attendee,) = read("pl", sentence).attendees
    assert attendee.country == country
