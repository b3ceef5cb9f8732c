"""Who undertakes, asks for or refuses what, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

UNDERTAKEN = [
    ("uk", "Литва передасть Україні гаубиці на 10 млн євро до кінця 2024 року.", "planned", "Литва"),
    ("uk", "Литва передала Україні 14 гаубиць.", "delivered", "Литва"),
    ("uk", "Мер Іван Бойчук пообіцяв відремонтувати міст до вересня.", "pledged", "Іван Бойчук"),
    ("uk", "Мер Іван Бойчук закликав уряд виділити кошти.", "requested", "Іван Бойчук"),
    ("uk", "Угорщина відмовилася підтримати спільну заяву.", "declined", "Угорщина"),
    ("es", "Alemania aportará 100 millones de euros hasta 2027.", "planned", "Alemania"),
    ("es", "España ha donado 20.000 dosis de vacunas.", "delivered", "España"),
    ("es", "El alcalde Pablo Roldán se comprometió a reparar el puente.", "pledged", "Pablo Roldán"),
    ("es", "El alcalde Pablo Roldán pidió al Gobierno que envíe ayuda.", "requested", "Pablo Roldán"),
]


@pytest.mark.parametrize(("language", "sentence", "kind", "actor"), UNDERTAKEN)
def test_who_undertakes_what(language: str, sentence: str, kind: str, actor: str) -> None:
    """Kind and direction: what is asked for is never a promise of the one who is asked."""
    (commitment,) = read(language, sentence).commitments
    assert (commitment.kind, commitment.actor) == (kind, actor)


SUMS = [
    ("fr", "La France versera 30 millions d'euros au Bénin d'ici à 2026.", {"planned", "pledged", "announced"}, "EUR"),
    ("fr", "Le maire a demandé au gouvernement 30 millions d'euros.", {"requested"}, "EUR"),
    ("fr", "Le gouvernement a refusé de financer le stade.", {"declined"}, None),
    ("pt", "O Governo vai investir 30 milhões de reais em escolas.", {"planned", "pledged", "announced"}, "BRL"),
    ("pt", "A governadora pediu ao Governo 30 milhões de reais.", {"requested"}, "BRL"),
    ("pt", "O Governo recusou financiar o estádio.", {"declined"}, None),
    ("de", "Die Bundesregierung will 30 Millionen Euro in Schulen investieren.", {"planned", "announced"}, "EUR"),
    ("de", "Der Verband forderte von der Regierung 30 Millionen Euro.", {"requested"}, "EUR"),
    ("de", "Die Regierung lehnte es ab, das Stadion zu bezahlen.", {"declined"}, None),
    ("pl", "Rząd przekaże szkołom 30 mln zł do końca roku.", {"planned", "pledged", "announced"}, "PLN"),
    ("pl", "Burmistrz zaapelował do rządu o 30 mln zł.", {"requested"}, "PLN"),
    ("pl", "Rząd odmówił finansowania stadionu.", {"declined"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "kinds", "currency"), SUMS)
def test_a_request_is_no_promise(language: str, sentence: str, kinds: set[str], currency: str | None) -> None:
    """Each undertaking has its own kind, and the sum its own currency."""
    found = read(language, sentence).commitments
    assert found
    assert {commitment.kind.value for commitment in found} <= kinds
    assert {commitment.amount.currency for commitment in found if commitment.amount} <= {currency}


REFUSED = [
    ("fr", "« Nous ne vendrons pas le port », a dit la maire Odile Ferrand.", ["declined"]),
    ("fr", "La mairie ne vendra que le hangar.", []),
    ("fr", "Le pont ne rouvrira pas avant mai.", []),
    ("es", "El ministro Luis Paz no firmará el tratado.", ["declined"]),
    ("pt", "A ministra Marta Sequeira não assinará o tratado.", ["declined"]),
    ("de", "Ministerin Petra Lorenz wird keine Waffen liefern.", ["declined"]),
    ("de", "Ministerin Petra Lorenz wird nicht nur Waffen liefern.", []),
    ("pl", "– Nie sprzedamy portu – powiedziała burmistrz Anna Lipska.", ["declined"]),
    ("uk", "«Ми не закриємо порт», – сказав мер Іван Липа.", ["declined"]),
    ("uk", "Мер Іван Липа не продав порт.", []),
]


@pytest.mark.parametrize(("language", "text", "kinds"), REFUSED)
def test_who_will_not_do_it_refuses(language: str, text: str, kinds: list[str]) -> None:
    """A negated future of what somebody could do is a refusal; of things, of the past, or "not only" it is none."""
    assert [commitment.kind.value for commitment in read(language, text).commitments] == kinds


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("uk", "Литва не передала Україні гаубиць."),
        ("uk", "Литва могла б передати Україні гаубиці."),
        ("uk", "Чи передасть Литва Україні гаубиці?"),
        ("es", "España no donó vacunas."),
        ("es", "Alemania podría aportar 100 millones de euros."),
        ("es", "¿Aportará Alemania 100 millones de euros?"),
    ],
)
def test_what_is_denied_or_only_possible_is_no_commitment(language: str, sentence: str) -> None:
    """Negation, possibility and questions bind nobody."""
    assert read(language, sentence).commitments == ()


def test_sums_are_read_with_a_comma_before_the_fraction() -> None:
    """A point parts the thousands in Spanish."""
    (commitment,) = read("es", "España entregará 1.000 millones de euros en ayuda.").commitments
    assert commitment.amount is not None
    assert (str(commitment.amount.value), commitment.amount.currency) == ("1000000000", "EUR")
