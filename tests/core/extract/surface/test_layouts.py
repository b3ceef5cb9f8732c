"""Interviews by letters, and marks left open, in the languages without a parser; texts of our own."""

from __future__ import annotations

import pytest

from briefing.model.facts import Quote
from tests.core.extract.surface.reading import read


def _quotes(language: str, text: str) -> tuple[Quote, ...]:
    return read(language, *text.split("\n")).quotes


INTERVIEWS = [
    (
        "es",
        (
            "La ministra de Salud, Ana Rojas, recibió a este diario.\n"
            "P: ¿Cuándo abre el hospital?\n"
            "R: Abrimos en abril, si llegan los equipos.\nY no habrá más demoras este año.\n"
            "P: ¿Quién paga la obra?\n"
            "R: Paga el ministerio con fondos propios."
        ),
        "Ana Rojas",
    ),
    (
        "pt",
        (
            "O ministro da Saúde, Rui Lobo, falou ao jornal.\n"
            "P. Quando abre o hospital?\n"
            "R. Abrimos em abril, se chegarem os equipamentos.\nE não haverá mais atrasos este ano.\n"
            "P. Quem paga a obra?\n"
            "R. Paga o ministério com fundos próprios."
        ),
        "Rui Lobo",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), INTERVIEWS)
def test_answers_under_letters_are_said_by_who_is_interviewed(language: str, text: str, name: str) -> None:
    """Two answers, the first of two paragraphs; questions are nobody's of the cast."""
    found = _quotes(language, text)
    assert [(len(one.parts), one.speaker) for one in found] == [(2, name), (1, name)]


def test_initials_are_no_interview() -> None:
    """`P.` and `R.` once each head no questions and answers."""
    assert _quotes("es", "P. Rojas llegó tarde a la reunión.\nR. Luna llegó antes que todos.") == ()


OPEN = [
    (
        "es",
        (
            "La ministra Ana Rojas dijo: «Vamos a cerrar el puerto en abril.\n"
            "«No habrá cierre del puerto este año», afirmó Mario Luna."
        ),
        "Mario Luna",
    ),
    (
        "fr",
        (
            "La ministre Anne Rojas a déclaré : « Nous fermerons le port en avril.\n"
            "« Le port ne fermera pas cette année », a affirmé Marc Lunel."
        ),
        "Marc Lunel",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), OPEN)
def test_what_one_left_open_is_not_joined_to_another_s_words(language: str, text: str, name: str) -> None:
    """The last quotation is the second speaker's own paragraph alone."""
    last = _quotes(language, text)[-1]
    assert len(last.parts) == 1
    assert last.speaker == name
