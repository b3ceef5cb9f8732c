"""Who speaks, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from briefing.model.facts import Attribution
from tests.core.extract.surface.reading import read

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
def test_the_speaker_beside_a_quotation(language: str, sentence: str, speaker: str) -> None:
    """Marks and dashes of the language, the verb before or after, a source: each gives the one who speaks."""
    quotes = read(language, sentence).quotes
    assert quotes
    assert {quote.speaker for quote in quotes} == {speaker}
    assert all(quote.text in sentence or len(quote.parts) > 1 for quote in quotes)
    assert all(quote.attribution is Attribution.NAMED for quote in quotes)


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
    assert read(language, text).quotes[-1].speaker == speaker


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
    (quote,) = read(language, text).quotes
    assert quote.speaker != name


def test_words_are_said_though_nobody_is_settled() -> None:
    """A verb of saying makes speech of short words in marks even where its subject is left open."""
    (quote,) = read("pt", "A ministra Marta Sequeira recebeu Rui Paz. Disse que “faltam só dois meses”.").quotes
    assert (quote.text, quote.speaker) == ("faltam só dois meses", None)


TWO = "El ministro Pablo Roldán se reunió con el alcalde Juan Ortega."
TWO_MEN = "Міністр Іван Бойчук зустрівся з послом Петром Ткачем."


def test_two_who_may_have_spoken_give_no_name() -> None:
    """Where the sentence before names two people, a verb without a subject is nobody's."""
    (quote,) = read("es", f'{TWO} "Hemos perdido mucho tiempo", afirmó.').quotes
    assert quote.attribution is Attribution.UNKNOWN
    assert quote.speaker is None


def test_a_pronoun_follows_the_nominative() -> None:
    """In a language with cases only one of two men can be the subject that "he" goes on from."""
    (quote,) = read("uk", f'{TWO_MEN} "Ми втратили забагато часу", - сказав він.').quotes
    assert (quote.speaker, quote.attribution) == ("Іван Бойчук", Attribution.RESOLVED)


def test_the_dative_is_not_the_speaker() -> None:
    """“He told Tkach”: the one who is told is not the one who says it."""
    quotes = read("uk", '"Ми втратили забагато часу", - сказав Іванові Ткачу журналіст.').quotes
    assert [quote.speaker for quote in quotes] == ["журналіст"]


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
    for quote in read(language, f"{names[language]}.", sentence).quotes:
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
    assert not [quote for quote in read(language, sentence).quotes if quote.text.startswith(works)]


TURNS = [
    ("fr", "Odile Ferrand : ", ("Nous ouvrirons le pont.", "Il a coûté cher.")),
    ("pt", "Marta Sequeira: ", ("Vamos abrir a ponte.", "Custou muito dinheiro.")),
    ("de", "Petra Lorenz: ", ("Wir öffnen die Brücke.", "Sie war teuer.")),
    ("pl", "Anna Lipska: ", ("Otworzymy most.", "Dużo kosztował.")),
]


@pytest.mark.parametrize(("language", "label", "turns"), TURNS)
def test_a_name_that_heads_several_paragraphs_is_a_label(language: str, label: str, turns: tuple[str, str]) -> None:
    """In an interview each turn belongs to the name before its colon."""
    quotes = read(language, label + turns[0], label + turns[1]).quotes
    assert [quote.text for quote in quotes] == list(turns)
    assert {quote.speaker for quote in quotes} == {label.rstrip(" :")}
