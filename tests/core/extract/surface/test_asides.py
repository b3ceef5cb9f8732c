"""What stands in brackets, in marks behind a noun, in another clause or in a place acts in no sentence."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

ACTORS = [
    ("de", "Bundesministerin Anna Felber (SPD) hat umfassende Hilfe für Kommunen versprochen.", "Anna Felber"),
    ("de", "Die SPD hat umfassende Hilfe für Kommunen versprochen.", "Die SPD"),
    ("uk", 'Міністр Петро Гай на засіданні групи (формат "Берег") пообіцяв відремонтувати міст.', "Петро Гай"),
    ("pt", "Durante a visita a Moçambique, Bruno Vaz vai assinar um acordo de pesca.", "Bruno Vaz"),
    ("es", "Durante el viaje, Argentina y Chile firmarán un acuerdo de pesca.", "Argentina, Chile"),
]


@pytest.mark.parametrize(("language", "text", "actor"), ACTORS)
def test_who_acts_is_not_what_is_set_apart(language: str, text: str, actor: str) -> None:
    """A party in brackets, a name in marks and a place before a comma promise nothing."""
    (commitment,) = read(language, text).commitments
    assert commitment.actor == actor


def test_the_name_of_a_show_does_not_speak() -> None:
    """The one who was on it does."""
    (quote,) = read("pl", '– Most otworzymy po zimie – mówił w programie "Poranek" minister Jan Wilga.').quotes
    assert quote.speaker in {None, "Jan Wilga"}


PLACES = [
    ("es", "En Campo Real, el alcalde dijo que la obra sigue. Lo acompañó la concejala Ana Ríos."),
    ("fr", "À Beau Rivage, le maire a dit que le chantier continue."),
]


@pytest.mark.parametrize(("language", "text"), PLACES)
def test_a_place_before_a_title_is_nobody(language: str, text: str) -> None:
    """The title that follows its comma is somebody else's."""
    names = {attendee.name for attendee in read(language, text).attendees}
    assert not names & {"Campo Real", "Beau Rivage"}


def test_a_name_before_its_title_is_somebody() -> None:
    """Without a preposition of place before it."""
    found = read("es", "Ana Ríos, alcaldesa de Vallfría, dijo que la obra sigue.")
    assert [attendee.name for attendee in found.attendees] == ["Ana Ríos"]


SPOKE_NOT = [
    ("pt", "O senador Ivo Prado participou da inauguração, mas não discursou.", "in_person"),
    ("pt", "O senador Ivo Prado não participou da inauguração.", "absent"),
    ("de", "Landrat Jan Vogt unterschrieb den Vertrag nicht.", "mentioned"),
    ("pl", "Wójt Jan Wilga nie podpisał umowy.", "mentioned"),
    ("es", "No estuvo presente la alcaldesa Ana Ríos.", "absent"),
]


@pytest.mark.parametrize(("language", "text", "mode"), SPOKE_NOT)
def test_who_did_not_sign_or_speak_was_not_therefore_away(language: str, text: str, mode: str) -> None:
    """Who did not take part was."""
    (person,) = (attendee for attendee in read(language, text).attendees if attendee.kind.value == "person")
    assert person.attendances[0].mode.value == mode


def test_an_office_is_held_by_who_is_called_so_in_full() -> None:
    """Not by another minister."""
    text = (
        "Minister Jan Wilga podpisał umowę.",
        "Minister energii zaapelował o zgodę. Minister energii Piotr Kania przyjechał wieczorem.",
    )
    (asked,) = (each for each in read("pl", *text).commitments if each.kind.value == "requested")
    assert asked.actor != "Jan Wilga"


def test_of_two_ministers_the_one_just_spoken_of_goes_on() -> None:
    """“..., said the minister” after a sentence about one of them; otherwise it stays open."""
    lead = "Minister Jan Wilga i minister Piotr Kania podpisali umowę."
    (quote,) = read("pl", lead, 'Kania podziękował gościom. "Nie zapomnimy tej pomocy" - powiedział minister.').quotes
    assert quote.speaker == "Piotr Kania"
    (quote,) = read("pl", lead, '"Nie zapomnimy tej pomocy" - powiedział minister.').quotes
    assert quote.speaker not in {"Jan Wilga", "Piotr Kania"}


TITLED = [
    ("de", "Der Landrat, Dr. Ulrich Voss, eröffnete das Fest.", "Ulrich Voss", "Landrat"),
    ("de", "Es sprach der Vorsitzende des Vereins, Herr Torsten Gerst.", "Torsten Gerst", "Vorsitzende des Vereins"),
]


@pytest.mark.parametrize(("language", "text", "name", "role"), TITLED)
def test_an_honorific_may_part_a_title_from_its_name(language: str, text: str, name: str, role: str) -> None:
    """Behind the comma of an apposition."""
    (person,) = read(language, text).attendees
    assert (person.name, [each.text for each in person.roles]) == (name, [role])
