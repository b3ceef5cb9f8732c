"""What is undertaken under a condition that the sentence begins with, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

UNDER = [
    ("es", "Si el Congreso lo aprueba, Chile aportará 20 millones de euros.", "Chile", "Si el Congreso lo aprueba"),
    ("pt", "Se o Parlamento aprovar, a Bélgica pagará 20 milhões de euros.", "Bélgica", "Se o Parlamento aprovar"),
    ("fr", "Si le Sénat l'approuve, la Belgique versera 2 millions d'euros.", "Belgique", "Si le Sénat l'approuve"),
    ("pl", "Jeśli Sejm się zgodzi, Belgia przekaże Litwie 20 mln euro.", "Belgia", "Jeśli Sejm się zgodzi"),
]


@pytest.mark.parametrize(("language", "sentence", "actor", "condition"), UNDER)
def test_a_condition_placed_first_is_kept_with_the_undertaking(
    language: str, sentence: str, actor: str, condition: str
) -> None:
    """The clause after the comma undertakes, the one before it says when."""
    (commitment,) = read(language, sentence).commitments
    assert (commitment.kind, commitment.actor) == ("planned", actor)
    assert commitment.condition is not None
    assert commitment.condition.text == condition


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "Si el Congreso lo aprobara, Chile aportaría 20 millones de euros."),
        ("fr", "Si le Sénat l'approuvait, la Belgique verserait 2 millions d'euros."),
        ("es", "Si Chile aportará 20 millones de euros, nadie lo sabe."),
    ],
)
def test_what_is_only_imagined_or_the_condition_itself_is_no_undertaking(language: str, sentence: str) -> None:
    """Neither "would pay if" nor the condition's own verb binds anybody."""
    assert read(language, sentence).commitments == ()


def spoken(language: str, text: str) -> list[tuple[str | None, str]]:
    """Speakers and words of the quotations."""
    return [
        (quote.speaker, text[part.start : part.end]) for quote in read(language, text).quotes for part in quote.parts
    ]


def test_speech_after_a_dash_beside_speech_in_marks() -> None:
    """A paragraph may have both, each with its own speaker."""
    text = (
        "„Przekażemy miastu autobusy” – powiedział premier Adam Wrona. "
        "– To ważny krok – oceniła burmistrz Anna Lis. „Dziękujemy” – dodał marszałek Jan Bem."
    )
    assert spoken("pl", text) == [
        ("Adam Wrona", "Przekażemy miastu autobusy"),
        ("Anna Lis", "To ważny krok"),
        ("Jan Bem", "Dziękujemy"),
    ]
    text = "“Vamos construir escolas”, disse o ministro Rui Pinto. — Não há dinheiro — disse a ministra Ana Reis."
    assert spoken("pt", text) == [("Rui Pinto", "Vamos construir escolas"), ("Ana Reis", "Não há dinheiro")]


def test_a_dash_without_a_report_after_it_opens_no_speech() -> None:
    """The writer's own words after a dash are no quotation, nor are dashes inside marks a second one."""
    text = "„Przekażemy miastu autobusy” – powiedział premier Adam Wrona. – Decyzja zapadła w maju."
    assert spoken("pl", text) == [("Adam Wrona", "Przekażemy miastu autobusy")]
    text = "„Oddamy autobusy – już jutro. – To nasz plan – mówię wam” – powiedział premier Adam Wrona."
    assert spoken("pl", text) == [("Adam Wrona", text[1 : text.index("”")])]


def test_who_is_named_after_his_words_said_them() -> None:
    """Of two who speak in turn, each has the words before his own report; a report without a name goes on."""
    text = "– To ważny krok – powiedziała minister Anna Lis. – Dziękujemy – dodał marszałek Jan Bem."
    assert spoken("pl", text) == [("Anna Lis", "To ważny krok"), ("Jan Bem", "Dziękujemy")]
    text = "– To ważny krok – powiedziała minister Anna Lis. – Dziękujemy wszystkim – dodała."
    assert spoken("pl", text) == [("Anna Lis", "To ważny krok"), ("Anna Lis", "Dziękujemy wszystkim")]
