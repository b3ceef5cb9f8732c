"""Who takes part, with which name and office and how, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read


def test_names_stand_in_the_nominative() -> None:
    """An inflected name is folded back, by another form of the text or by a safe ending."""
    found = read("uk", "Президент зустрівся з міністром оборони Литви Томасом Шевчуком. Шевчук подякував за прийом.")
    (person,) = (each for each in found.attendees if each.kind == "person")
    assert (person.name, person.country) == ("Томас Шевчук", "LT")
    assert {name.text for name in person.names} == {"Томасом Шевчуком", "Шевчук"}


def test_a_surname_may_be_the_name_of_a_month_or_a_land() -> None:
    """After a given name a word with a capital letter is a surname."""
    assert read("pl", "Przyjechał ksiądz Jan Marzec.").attendees[0].name == "Jan Marzec"
    assert read("pt", "Veio a ministra Marta Holanda.").attendees[0].name == "Marta Holanda"


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
    (person,) = read(language, sentence).attendees
    assert [written.text for written in person.roles] == [role]


WAYS = [
    ("uk", "Олена Бойчук", "in_person", "У зустрічі взяла участь посолка України в Чехії Олена Бойчук."),
    ("uk", "Олена Бойчук", "absent", "Посолка України в Чехії Олена Бойчук не приїхала на саміт."),
    ("uk", "Олена Бойчук", "expected", "Посолка України в Чехії Олена Бойчук прибуде на саміт завтра."),
    ("uk", "Олена Бойчук", "remote", "Посолка України в Чехії Олена Бойчук взяла участь у засіданні онлайн."),
    ("es", "Marta Roldán", "in_person", "En el acto participó la embajadora Marta Roldán."),
    ("es", "Marta Roldán", "absent", "La embajadora Marta Roldán no asistió al acto."),
    ("es", "Marta Roldán", "expected", "La embajadora Marta Roldán asistirá al acto el jueves."),
    ("es", "Marta Roldán", "remote", "La embajadora Marta Roldán participó por videoconferencia en la reunión."),
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
    """Tense, distance, ceremonies, journeys that fall through, links and sources each tell the way of taking part."""
    (person,) = (each for each in read(language, sentence).attendees if each.kind == "person")
    assert (person.name, person.attendances[0].mode) == (name, mode)


def test_a_dateline_does_nothing() -> None:
    """The town before the dash is no subject of the sentence after it."""
    found = read("de", "Bonn - Bei der Feier hat Ministerin Petra Lorenz zum Frieden aufgerufen.")
    assert [(person.name, person.attendances[0].mode) for person in found.attendees] == [("Petra Lorenz", "in_person")]
