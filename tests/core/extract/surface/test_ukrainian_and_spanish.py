"""Ukrainian and Spanish, by sentences of their own; and what holds for every language without a parser."""

from __future__ import annotations

import time

import pytest

from briefing.extract.registry import extractor_for
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Attribution, Findings
from briefing.model.notice import Outcome, Severity


def _outcome(language: str, *paragraphs: str) -> Outcome[Findings]:
    text, regions = "", []
    for paragraph in paragraphs:
        if paragraph:
            regions.append(Region(start=len(text), end=len(text) + len(paragraph), kind=RegionKind.BODY))
        text += paragraph + "\n\n"
    article = Article(
        id="0123456789abcdef",
        path="a.txt",
        text=text,
        regions=tuple(regions),
        language=language,
        published="2024-05-14",
    )
    (outcome,) = extractor_for(language).extract((article,))
    return outcome


def _read(language: str, *paragraphs: str) -> Findings:
    return _outcome(language, *paragraphs).value


SPOKEN = [
    ("uk", '"Ми втратили забагато часу", - сказала міністерка Олена Бойчук.', "Олена Бойчук"),
    ("uk", "«Ми втратили забагато часу, – зазначив мер Іван Бойчук. – Більше чекати не можна».", "Іван Бойчук"),
    ("uk", "— Ми втратили забагато часу, — відповів журналістам полковник Іван Бойчук.", "Іван Бойчук"),
    ("uk", "За словами директорки Олени Бойчук, «міст відкриють до кінця місяця».", "Олена Бойчук"),
    ("uk", "Речник Іван Бойчук заявив: „Ми втратили забагато часу“.", "Іван Бойчук"),
    ("es", '"Hemos perdido demasiado tiempo", dijo la ministra de Sanidad, Marta Roldán.', "Marta Roldán"),
    ("es", "—Hemos perdido demasiado tiempo —respondió el alcalde Pablo Roldán—, y ya no hay más.", "Pablo Roldán"),
    ("es", "Según el rector Pablo Roldán, «el puente reabrirá antes de fin de mes».", "Pablo Roldán"),
    ("es", "La embajadora Marta Roldán señaló que “el puente ya no es seguro para nadie”.", "Marta Roldán"),
]


@pytest.mark.parametrize(("language", "sentence", "speaker"), SPOKEN)
def test_the_speaker_beside_a_quotation(language: str, sentence: str, speaker: str) -> None:
    """Marks and dashes of the language, the verb before or after, a source: each gives the one who speaks."""
    quotes = _read(language, sentence).quotes
    assert quotes
    assert {quote.speaker for quote in quotes} == {speaker}
    assert all(quote.attribution is Attribution.NAMED for quote in quotes)


NOBODY = [
    ("uk", "Міністр Іван Бойчук зустрівся з послом Петром Ткачем.", '"Ми втратили забагато часу", - сказав він.'),
    ("es", "El ministro Pablo Roldán se reunió con el alcalde Juan Ortega.", '"Hemos perdido mucho tiempo", afirmó.'),
]


@pytest.mark.parametrize(("language", "lead", "sentence"), NOBODY[1:])
def test_two_who_may_have_spoken_give_no_name(language: str, lead: str, sentence: str) -> None:
    """Where the sentence before names two people, a verb without a subject is nobody's."""
    (quote,) = _read(language, f"{lead} {sentence}").quotes
    assert quote.attribution is Attribution.UNKNOWN
    assert quote.speaker is None


def test_a_pronoun_follows_the_nominative() -> None:
    """In a language with cases only one of two men can be the subject that "he" goes on from."""
    _, lead, sentence = NOBODY[0]
    (quote,) = _read("uk", f"{lead} {sentence}").quotes
    assert (quote.speaker, quote.attribution) == ("Іван Бойчук", Attribution.RESOLVED)


def test_the_dative_is_not_the_speaker() -> None:
    """“He told Tkach”: the one who is told is not the one who says it."""
    quotes = _read("uk", '"Ми втратили забагато часу", - сказав Іванові Ткачу журналіст.').quotes
    assert [quote.speaker for quote in quotes] == ["журналіст"]


def test_names_stand_in_the_nominative() -> None:
    """An inflected name is folded back, by another form of the text or by a safe ending."""
    found = _read("uk", "Президент зустрівся з міністром оборони Литви Томасом Шевчуком. Шевчук подякував за прийом.")
    (person,) = (each for each in found.attendees if each.kind == "person")
    assert (person.name, person.country) == ("Томас Шевчук", "LT")
    assert {name.text for name in person.names} == {"Томасом Шевчуком", "Шевчук"}


MODES = [
    ("uk", "У зустрічі взяла участь посолка України в Чехії Олена Бойчук.", "in_person"),
    ("uk", "Посолка України в Чехії Олена Бойчук не приїхала на саміт.", "absent"),
    ("uk", "Посолка України в Чехії Олена Бойчук прибуде на саміт завтра.", "expected"),
    ("uk", "Посолка України в Чехії Олена Бойчук взяла участь у засіданні онлайн.", "remote"),
    ("es", "En el acto participó la embajadora Marta Roldán.", "in_person"),
    ("es", "La embajadora Marta Roldán no asistió al acto.", "absent"),
    ("es", "La embajadora Marta Roldán asistirá al acto el jueves.", "expected"),
    ("es", "La embajadora Marta Roldán participó por videoconferencia en la reunión.", "remote"),
]


@pytest.mark.parametrize(("language", "sentence", "mode"), MODES)
def test_how_somebody_took_part(language: str, sentence: str, mode: str) -> None:
    """Tense, negation and words of distance make the mode."""
    (person,) = (each for each in _read(language, sentence).attendees if each.kind == "person")
    assert person.attendances[0].mode == mode


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
    (commitment,) = _read(language, sentence).commitments
    assert (commitment.kind, commitment.actor) == (kind, actor)


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
    assert _read(language, sentence).commitments == ()


def test_sums_are_read_with_a_comma_before_the_fraction() -> None:
    """A point parts the thousands in Spanish."""
    (commitment,) = _read("es", "España entregará 1.000 millones de euros en ayuda.").commitments
    assert commitment.amount is not None
    assert (str(commitment.amount.value), commitment.amount.currency) == ("1000000000", "EUR")


@pytest.mark.parametrize("language", ["uk", "es"])
def test_lower_certainty_is_said(language: str) -> None:
    """Every article carries the notice, an empty one too, and no longer that its language is not read."""
    for paragraphs in ((), ("«",), ("Слово.",)):
        notices = _outcome(language, *paragraphs).notices
        assert [notice.severity for notice in notices if notice.code == "facts-of-lower-certainty"] == [Severity.INFO]
        assert all(notice.code != "language-not-extracted" for notice in notices)


@pytest.mark.parametrize(
    "text", ["«" * 2000, '"a", dijo ' * 400, "сказав " * 1500, "presidente de la " * 1500, "— " * 2000, "\u202e\x00 а,"]
)
def test_odd_text_takes_no_long_time(text: str) -> None:
    """Marks and titles without end cost no more than their length."""
    begun = time.perf_counter()
    for language in ("uk", "es"):
        _outcome(language, text)
    assert time.perf_counter() - begun < 20
