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


GOING_ON = [
    ("fr", "« Nous partons », a dit Paul Ferrand. « Il le faut », a-t-il ajouté.", "Paul Ferrand"),
    ("es", "«Nos vamos mañana», dijo Luis Paz. «No queda otra», añadió.", "Luis Paz"),
    ("pt", "Segundo o médico Rui Sequeira, o hospital fecha. “Não há alternativa nenhuma”, lamentou.", "Rui Sequeira"),
    ("de", "„Wir gehen morgen“, sagte Jens Lorenz. „Es muss leider sein“, fügte er hinzu.", "Jens Lorenz"),
    ("pl", "„Jutro odchodzimy” – powiedział Jan Lipski. „Tak trzeba zrobić” – dodał.", "Jan Lipski"),
    ("uk", "«Завтра йдемо», – сказав Іван Липа. «Так треба зробити», – додав він.", "Іван Липа"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker"), GOING_ON)
def test_who_has_just_spoken_goes_on(language: str, text: str, speaker: str) -> None:
    """A pronoun or a verb without a subject stands for the one who spoke in the sentence before."""
    assert _read(language, text).quotes[-1].speaker == speaker


SOMEBODY_ELSE = [
    ("es", "Luis Paz", "La alcaldesa vio a Luis Paz. «No habrá más cortes», aseguró."),
    ("es", "Luis Paz", "El ministro Luis Paz habló. Un vecino protestó. «Esto es una vergüenza», gritó."),
    ("es", "Luis Paz", "La fiscalía acusó a Luis Paz. «Las pruebas son claras», señaló."),
    ("pt", "Luís Paz", "O juiz ouviu Luís Paz. “As provas são claras”, concluiu."),
    ("pt", "Luís Paz", "O prefeito Luís Paz veio. A empresa promete água. “Não haverá cortes”, garantiu."),
    ("fr", "Paul Ferrand", "Le juge a entendu Paul Ferrand. « Tout est clair », a-t-il conclu."),
    ("fr", "Odile Ferrand", "Odile Ferrand est venue. Sa mère aussi. « Enfin la paix ici », a-t-elle dit."),
    ("de", "Jens Lorenz", "Der Richter hörte Jens Lorenz. „Die Beweise sind klar“, sagte er."),
    ("de", "Petra Lorenz", "Petra Lorenz kam. Eine Frau brachte Kuchen. „Endlich ist Ruhe hier“, sagte sie."),
    ("pl", "Jan Lipski", "Burmistrz Jan Lipski otworzył most. „Wreszcie mamy spokój tutaj” – powiedziała."),
    ("uk", "Іван Липа", "Мер Іван Липа відкрив міст. Прийшла сусідка. «Нарешті маємо спокій», – сказала."),
]


@pytest.mark.parametrize(("language", "name", "text"), SOMEBODY_ELSE)
def test_nobody_speaks_whom_the_text_does_not_settle(language: str, name: str, text: str) -> None:
    """Who is only spoken of, stands further back or is of the other gender is not taken for the speaker."""
    (quote,) = _read(language, text).quotes
    assert quote.speaker != name


def test_words_are_said_though_nobody_is_settled() -> None:
    """A verb of saying makes speech of short words in marks even where its subject is left open."""
    (quote,) = _read("pt", "A ministra Marta Sequeira recebeu Rui Paz. Disse que “faltam só dois meses”.").quotes
    assert (quote.text, quote.speaker) == ("faltam só dois meses", None)


OFFICES = [
    ("fr", "La présidente du Conseil du riz, Odile Ferrand, est venue.", "présidente du Conseil du riz"),
    ("fr", "La ministre déléguée aux Forêts, Odile Ferrand, est venue.", "ministre déléguée aux Forêts"),
    ("de", "Die Leiterin der Sternwarte, Petra Lorenz, kam.", "Leiterin der Sternwarte"),
    ("de", "Gestern kam die Direktorin Dr. Petra Lorenz.", "Direktorin"),
    ("pt", "A diretora do teatro, Marta Holanda, veio.", "diretora do teatro"),
]


@pytest.mark.parametrize(("language", "sentence", "role"), OFFICES)
def test_an_office_reaches_to_what_it_is_an_office_of(language: str, sentence: str, role: str) -> None:
    """Contracted articles, genitives and a doctor's degree do not cut a title from its holder."""
    (person,) = _read(language, sentence).attendees
    assert [written.text for written in person.roles] == [role]


WAYS = [
    ("fr", "Odile Ferrand", "in_person", "La maire Odile Ferrand a déposé une gerbe devant le monument."),
    ("fr", "Odile Ferrand", "absent", "La ministre Odile Ferrand a reporté sa visite."),
    ("fr", "Odile Ferrand", "quoted", "La députée Odile Ferrand a qualifié le plan de « mirage »."),
    ("fr", "Odile Ferrand", "quoted", "Selon la préfète Odile Ferrand, le pont rouvrira bientôt."),
    ("es", "Rosa Quispe", "in_person", "La alcaldesa Rosa Quispe cortó la cinta del puente."),
    ("es", "Rosa Quispe", "absent", "La ministra Rosa Quispe declinó la invitación."),
    ("pt", "Rui Sequeira", "in_person", "O prefeito Rui Sequeira cortou a fita da escola."),
    ("pt", "Rui Sequeira", "quoted", "Segundo o médico Rui Sequeira, o hospital fecha."),
    ("de", "Petra Lorenz", "in_person", "Ministerin Petra Lorenz legte am Denkmal einen Kranz nieder."),
    ("de", "Petra Lorenz", "in_person", "Bei der Einweihung hat Ministerin Petra Lorenz den Helfern gedankt."),
    ("de", "Petra Lorenz", "remote", "Ministerin Petra Lorenz wurde aus Bonn zugeschaltet."),
    ("de", "Petra Lorenz", "in_person", "Die Ministerin Petra Lorenz, die mit Gästen angereist war, freute sich."),
    ("pl", "Jan Lipski", "in_person", "Burmistrz Jan Lipski przeciął wstęgę."),
    ("pl", "Jan Lipski", "absent", "Minister Jan Lipski nie pojawił się na spotkaniu."),
    ("uk", "Іван Липа", "in_person", "Мер Іван Липа перерізав стрічку."),
    ("uk", "Іван Липа", "absent", "Міністр Іван Липа не приїхав на зустріч."),
    ("uk", "Іван Гончар", "quoted", "За словами міністра Івана Гончара, дорогу відкриють навесні."),
]


@pytest.mark.parametrize(("language", "name", "mode", "sentence"), WAYS)
def test_how_somebody_took_part(language: str, name: str, mode: str, sentence: str) -> None:
    """Ceremonies, journeys that fall through, links and sources each tell the way of taking part."""
    (person,) = _read(language, sentence).attendees
    assert (person.name, person.attendances[0].mode) == (name, mode)


def test_a_dateline_does_nothing() -> None:
    """The town before the dash is no subject of the sentence after it."""
    found = _read("de", "Bonn - Bei der Feier hat Ministerin Petra Lorenz zum Frieden aufgerufen.")
    assert [(person.name, person.attendances[0].mode) for person in found.attendees] == [("Petra Lorenz", "in_person")]


def test_a_surname_may_be_the_name_of_a_month_or_a_land() -> None:
    """After a given name a word with a capital letter is a surname."""
    assert _read("pl", "Przyjechał ksiądz Jan Marzec.").attendees[0].name == "Jan Marzec"
    assert _read("pt", "Veio a ministra Marta Holanda.").attendees[0].name == "Marta Holanda"


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
    assert [commitment.kind.value for commitment in _read(language, text).commitments] == kinds


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
