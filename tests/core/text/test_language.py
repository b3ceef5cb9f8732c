"""The language of a text is told by its commonest words, or left open."""

from __future__ import annotations

import pytest

from briefing.text.language import detect_language, words_by_language

_TEXTS = {
    "en": "The minister said that the talks had been useful and that they would go on in the autumn with all sides.",
    "uk": "Міністр заявив, що переговори були корисними і що вони будуть продовжені восени за участю всіх сторін.",
    "pt": "O ministro disse que as conversações foram úteis e que vão continuar no outono com todas as partes.",
    "de": "Der Minister sagte, dass die Gespräche nützlich waren und im Herbst mit allen Seiten fortgesetzt werden.",
    "fr": "Le ministre a déclaré que les échanges ont été utiles et qu’elles se poursuivront avec tous les pays.",
    "es": "El ministro dijo que las conversaciones fueron útiles y que seguirán en el otoño con todas las partes.",
    "pl": "Minister powiedział, że rozmowy były pożyteczne i że będą kontynuowane jesienią z udziałem obu stron.",
    "ru": "Министр заявил, что переговоры были полезными и что они будут продолжены осенью с участием всех сторон.",
    "it": "Il ministro ha detto che i colloqui sono stati utili e che continueranno in autunno con tutte le parti.",
    "nl": "De minister zei dat de gesprekken nuttig waren en dat ze in het najaar met alle partijen worden voortgezet.",
}


@pytest.mark.parametrize("language", sorted(_TEXTS))
def test_one_sentence_is_enough(language: str) -> None:
    """A sentence of a score of words settles the language, neighbours told apart."""
    assert detect_language(_TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kyiv",
        "Notícias",
        "12 34 56",
        "x " * 500,
        "大臣は会議が有益だったと述べた。" * 20,
        "Lorem ipsum dolor sit amet " * 5,
    ],
)
def test_what_settles_nothing_is_left_open(text: str) -> None:
    """Too few words, or words of no known language, give no language."""
    assert detect_language(text) is None


def test_every_language_has_its_words() -> None:
    """No list of function words is empty, and all are in lower case."""
    for language, known in words_by_language().items():
        assert len(known) >= 60, language
        assert all(word == word.lower() for word in known)
