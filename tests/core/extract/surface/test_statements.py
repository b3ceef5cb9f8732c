"""Indirect statements: what somebody is said to have said, kept apart from what is quoted."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

REPORTED = [
    (
        "de",
        "Landrat Jan Vogt kündigte am Montag an, dass das Land den Bau bezahlt.",
        "Jan Vogt",
        "das Land den Bau bezahlt",
    ),
    ("de", "Das Land bezahle den Bau, sagte Landrat Jan Vogt.", "Jan Vogt", "Das Land bezahle den Bau"),
    (
        "de",
        "Landrat Jan Vogt sagte, das Land werde den Bau bezahlen.",
        "Jan Vogt",
        "das Land werde den Bau bezahlen",
    ),
    ("de", "Laut Landrat Jan Vogt soll der Bau im Mai beginnen.", "Jan Vogt", "soll der Bau im Mai beginnen"),
    ("es", "El alcalde Pablo Roldán dijo este lunes que la obra está lista.", "Pablo Roldán", "la obra está lista"),
    ("es", "La obra estará lista en mayo, aseguró Pablo Roldán.", "Pablo Roldán", "La obra estará lista en mayo"),
    ("es", "Según el alcalde Pablo Roldán, la obra está lista.", "Pablo Roldán", "la obra está lista"),
    ("fr", "Le maire Paul Blin a expliqué que le pont sera fermé.", "Paul Blin", "le pont sera fermé"),
    ("fr", "Le pont sera fermé en mai, a précisé Paul Blin.", "Paul Blin", "Le pont sera fermé en mai"),
    ("pl", "Wójt Jan Wilga powiedział, że most jest gotowy.", "Jan Wilga", "most jest gotowy"),
    ("pl", "Według wójta Jana Wilgi most jest już gotowy.", "Jan Wilga", "most jest już gotowy"),
    ("pt", "O prefeito Ivo Prado disse que a ponte está pronta.", "Ivo Prado", "a ponte está pronta"),
    ("pt", "A ponte está pronta, segundo o prefeito Ivo Prado.", "Ivo Prado", "A ponte está pronta"),
    ("uk", "Мер Іван Бойчук повідомив, що міст уже відкрили.", "Іван Бойчук", "міст уже відкрили"),
    ("uk", "Міст відкриють у травні, повідомив Іван Бойчук.", "Іван Бойчук", "Міст відкриють у травні"),
    ("uk", "За словами мера Івана Бойчука, міст уже відкрили.", "Іван Бойчук", "міст уже відкрили"),
]


@pytest.mark.parametrize(("language", "text", "speaker", "words"), REPORTED)
def test_what_is_said_is_told_with_its_speaker(language: str, text: str, speaker: str, words: str) -> None:
    """After "that", before the comma of a report, beside a source, in the mood of reported speech."""
    found = read(language, text)
    assert [(each.speaker, each.words.text) for each in found.statements] == [(speaker, words)]
    assert found.quotes == ()


NOT_REPORTED = [
    ("es", "El alcalde Pablo Roldán destacó la obra que costó dos millones."),
    ("es", "El alcalde Pablo Roldán no dijo que la obra está lista."),
    ("es", "El alcalde Pablo Roldán pidió que la obra siga."),
    ("es", "El alcalde Pablo Roldán podría decir que la obra está lista."),
    ("es", 'El alcalde Pablo Roldán dijo que "la obra está lista desde el lunes".'),
    ("pt", "O prefeito Ivo Prado negou que a ponte esteja pronta."),
    ("fr", "Le maire Paul Blin a présenté le pont qui sera fermé."),
    ("pl", "Wójt Jan Wilga nie powiedział, że most jest gotowy."),
    ("uk", "Мер Іван Бойчук повідомив про рішення, що змінить місто."),
    ("de", "Das Geld ist für Landrat Jan Vogt ein Segen."),
]


@pytest.mark.parametrize(("language", "text"), NOT_REPORTED)
def test_what_nobody_states_is_no_statement(language: str, text: str) -> None:
    """Requests, denials, possibilities, relative clauses and what stands in marks."""
    assert read(language, text).statements == ()


def test_another_report_ends_what_is_reported() -> None:
    """Joined by "and", with its own "that" or none."""
    text = "El alcalde Pablo Roldán dijo que la obra está lista y agregó que el plazo se cumplió."
    found = [(each.speaker, each.words.text) for each in read("es", text).statements]
    assert found == [("Pablo Roldán", "la obra está lista"), ("Pablo Roldán", "el plazo se cumplió")]


def test_who_stands_in_a_relative_clause_says_nothing() -> None:
    """The verb after its comma is of somebody before it."""
    text = "El alcalde de Vallfría, quien recibió de la Fundación Azul un premio, afirmó que la obra está lista."
    assert not {each.speaker for each in read("es", text).statements} & {"Fundación Azul", "la Fundación Azul"}


def test_who_is_called_by_the_given_name_is_who_was_named_in_full() -> None:
    """Where that is the custom, and only of somebody named before."""
    found = read("pt", "A presidente Dilma Rocha veio.", "Dilma disse que a ponte está pronta.")
    assert [each.speaker for each in found.statements] == ["Dilma Rocha"]
    found = read("pt", "A presidente Dilma Rocha veio com Dilma Prado.", "Dilma disse que a ponte está pronta.")
    assert [each.speaker for each in found.statements] != ["Dilma Rocha"]


def test_each_of_many_reports_in_a_sentence_is_read_once() -> None:
    """What they cost grows with their number, not with its power."""
    text = "El alcalde Pablo Roldán " + " y ".join(f"dijo que la obra {number} sigue" for number in range(15)) + "."
    assert len(read("es", text).statements) == 15
