"""What looks like a promise and is none; what is promised of somebody else; and the like that is one."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

NONE = [
    ("de", "Der Minister sagte zu Reportern, es gehe gut."),
    ("de", "Der Minister sagte am Montag, er komme zu spät."),
    ("de", "Der Minister sagte nach dem Treffen, es sei nötig, jetzt zu handeln."),
    ("de", "Die Ministerin wolle klarstellen, dass es so ist."),
    ("es", "Los vecinos conocen las medidas que aprobarán los concejales."),
    ("es", "El jueves cerró la cumbre sin declaración de consenso."),
    ("fr", "Paul Blin a déclaré qu’aucune grève n’aidera la ville."),
    ("pl", "Podpisane rano dokumenty to dobry początek."),
    ("pl", "Wójt Jan Wilga powtarzał, że zamierzał podpisać umowę."),
    ("pl", "Polska mocno wspiera Ukrainę."),
    ("pt", "O prefeito Ivo Prado recebeu a garantia ontem."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_nothing_is_undertaken(language: str, text: str) -> None:
    """A preposition is no part of the verb; participles, past intentions and what goes on are no plans."""
    assert read(language, text).commitments == ()


SOME = [
    ("de", "Der Minister sagte der Stadt am Montag nach einem langen Treffen Hilfe zu.", "pledged", "Der Minister"),
    ("de", "Landrätin Anna Vogt überreichte der Stadt einen Förderbescheid.", "delivered", "Anna Vogt"),
    ("de", "Die SPD-Fraktion lehnt den Umbau des Bades ab.", "declined", "Die SPD-Fraktion"),
    ("es", "El alcalde Pablo Roldán dijo que aprobarán las medidas.", "planned", None),
    ("es", "Pablo Roldán firmó la declaración.", "signed", "Pablo Roldán"),
    ("pl", "Jutro wójt Jan Wilga podpisze umowę.", "planned", "Jan Wilga"),
    ("pl", "Wójt Jan Wilga zamierza podpisać umowę.", "planned", "Jan Wilga"),
    ("pl", "Polska będzie wspierać Ukrainę.", "planned", "Polska"),
]


@pytest.mark.parametrize(("language", "text", "kind", "actor"), SOME)
def test_something_is_undertaken(language: str, text: str, kind: str, actor: str | None) -> None:
    """The siblings of the above."""
    (commitment,) = read(language, text).commitments
    assert commitment.kind.value == kind
    assert actor is None or commitment.actor == actor


OTHERS = [
    ("fr", "Le préfet Paul Blin annonce que l’État verse 50 000 euros au musée.", "État"),
    ("pt", "O ministro Ivo Prado anunciou que o governo regional pagará a ponte.", "governo regional"),
    ("es", "El alcalde Pablo Roldán anunció que destinará 3 millones de euros.", "Pablo Roldán"),
]


@pytest.mark.parametrize(("language", "text", "actor"), OTHERS)
def test_who_announces_what_another_does_undertakes_nothing(language: str, text: str, actor: str) -> None:
    """The one who does it; the one who announces it where nobody else is named."""
    (commitment,) = read(language, text).commitments
    assert commitment.actor is not None
    assert commitment.actor.endswith(actor)


def test_whom_a_preposition_governs_behind_other_words_does_not_act() -> None:
    """“beside the other donors, will pay”."""
    text = "Junto dos outros doadores, o banco vai financiar a ponte."
    assert [each.actor for each in read("pt", text).commitments] in (["o banco"], ["banco"])
