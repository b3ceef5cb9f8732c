"""French, Portuguese, German and Polish, by sentences of their own."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.registry import extractor_for
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Findings

_PUBLISHED = date(2024, 5, 14).isoformat()


def _read(language: str, *paragraphs: str) -> Findings:
    text, regions = "", []
    for paragraph in paragraphs:
        regions.append(Region(start=len(text), end=len(text) + len(paragraph), kind=RegionKind.BODY))
        text += paragraph + "\n\n"
    article = Article(
        id="0123456789abcdef",
        path="a.txt",
        text=text,
        regions=tuple(regions),
        language=language,
        published=_PUBLISHED,
    )
    (outcome,) = extractor_for(language).extract((article,))
    assert outcome.value is not None
    return outcome.value


SPOKEN = [
    ("fr", "« Nous avons perdu trop de temps », a déclaré la maire, Odile Ferrand.", "Odile Ferrand"),
    ("fr", "« Nous avons perdu trop de temps », a répondu M. Paul Ferrand aux journalistes.", "Paul Ferrand"),
    ("fr", "– Nous avons perdu trop de temps, a lancé la députée Odile Ferrand.", "Odile Ferrand"),
    ("fr", "Selon la préfète Odile Ferrand, « le pont rouvrira avant la fin du mois ».", "Odile Ferrand"),
    ("pt", "“Perdemos demasiado tempo”, disse a ministra da Saúde, Marta Sequeira.", "Marta Sequeira"),
    ("pt", "– Perdemos demasiado tempo – respondeu o autarca Rui Sequeira.", "Rui Sequeira"),
    ("pt", "Segundo o presidente do sindicato, Rui Sequeira, “ninguém respondeu às nossas cartas”.", "Rui Sequeira"),
    ("de", "„Wir haben zu viel Zeit verloren“, sagte Außenministerin Petra Lorenz.", "Petra Lorenz"),
    ("de", "»Wir haben zu viel Zeit verloren«, sagte Bürgermeister Jens Lorenz.", "Jens Lorenz"),
    ("de", "«Wir haben zu viel Zeit verloren», so die Direktorin Petra Lorenz.", "Petra Lorenz"),
    ("pl", "„Straciliśmy za dużo czasu” – powiedziała ministra zdrowia Anna Lipska.", "Anna Lipska"),
    ("pl", "– Straciliśmy za dużo czasu – odparł burmistrz Jan Lipski.", "Jan Lipski"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "speaker"), SPOKEN)
def test_the_one_who_is_said_to_speak_speaks(language: str, sentence: str, speaker: str) -> None:
    """The name beside the verb of saying is the speaker's, and the words are cut as they stand."""
    (quote,) = _read(language, sentence).quotes
    assert quote.speaker == speaker
    assert quote.text in sentence


UNNAMED = [
    ("fr", "« Le pont rouvrira avant la fin du mois », a affirmé une source à la préfecture."),
    ("pt", "“A ponte reabre antes do fim do mês”, disse uma fonte da câmara."),
    ("de", "„Die Brücke öffnet noch vor Monatsende wieder“, sagte ein Anwohner."),
    ("pl", "„Most otworzymy przed końcem miesiąca” – powiedział jeden z uczestników."),
]


@pytest.mark.parametrize(("language", "sentence"), UNNAMED)
def test_nobody_named_is_nobody_named(language: str, sentence: str) -> None:
    """A speaker without a name gets none, though somebody else is named in the paragraph before."""
    names = {"fr": "Odile Ferrand", "pt": "Marta Sequeira", "de": "Petra Lorenz", "pl": "Anna Lipska"}
    for quote in _read(language, f"{names[language]}.", sentence).quotes:
        assert quote.speaker != names[language]


TITLES = [
    ("fr", "« Une œuvre forte », a dit la critique. Le film « Le Retour du grand loup gris » sort mercredi."),
    ("pt", "O livro “A Casa do Lado de Lá” chega na sexta-feira às livrarias."),
    ("de", "Der Roman „Das lange Jahr am Fluss“ erscheint im Herbst."),
    ("pl", "Powieść „Długi rok nad rzeką” ukaże się jesienią."),
]


@pytest.mark.parametrize(("language", "sentence"), TITLES)
def test_the_title_of_a_work_is_no_quotation(language: str, sentence: str) -> None:
    """Words in marks behind the noun of a work are its title."""
    works = ("Le Retour", "A Casa", "Das lange", "Długi rok")
    assert not [quote for quote in _read(language, sentence).quotes if quote.text.startswith(works)]


UNDERTAKEN = [
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


@pytest.mark.parametrize(("language", "sentence", "kinds", "currency"), UNDERTAKEN)
def test_a_request_is_no_promise(language: str, sentence: str, kinds: set[str], currency: str | None) -> None:
    """Each undertaking has its own kind, and the sum its own currency."""
    found = _read(language, sentence).commitments
    assert found
    assert {commitment.kind.value for commitment in found} <= kinds
    assert {commitment.amount.currency for commitment in found if commitment.amount} <= {currency}


PLAIN = [
    ("fr", "La pluie est tombée toute la nuit sur la vallée. Les routes sont sèches depuis midi."),
    ("pt", "Choveu toda a noite no vale. As estradas estão secas desde o meio-dia."),
    ("de", "In der Nacht hat es im Tal geregnet. Seit Mittag sind die Straßen trocken."),
    ("pl", "W nocy padał deszcz. Od południa drogi są suche."),
]


@pytest.mark.parametrize(("language", "sentence"), PLAIN)
def test_plain_news_is_left_alone(language: str, sentence: str) -> None:
    """News without people and undertakings has neither."""
    found = _read(language, sentence)
    assert not found.commitments
    assert not found.quotes
    assert not found.attendees


TURNS = [
    ("fr", "Odile Ferrand : ", ("Nous ouvrirons le pont.", "Il a coûté cher.")),
    ("pt", "Marta Sequeira: ", ("Vamos abrir a ponte.", "Custou muito dinheiro.")),
    ("de", "Petra Lorenz: ", ("Wir öffnen die Brücke.", "Sie war teuer.")),
    ("pl", "Anna Lipska: ", ("Otworzymy most.", "Dużo kosztował.")),
]


@pytest.mark.parametrize(("language", "label", "turns"), TURNS)
def test_a_name_that_heads_several_paragraphs_is_a_label(language: str, label: str, turns: tuple[str, str]) -> None:
    """In an interview each turn belongs to the name before its colon."""
    quotes = _read(language, label + turns[0], label + turns[1]).quotes
    assert [quote.text for quote in quotes] == list(turns)
    assert {quote.speaker for quote in quotes} == {label.rstrip(" :")}
