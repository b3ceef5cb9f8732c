"""Two who do something together, in the languages that no parser reads."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

TOGETHER = [
    (
        "es",
        "La ministra Rosa Soler y el alcalde Luis Lara se reunieron. Soler y Lara firmaron un acuerdo.",
        "Rosa Soler, Luis Lara",
    ),
    (
        "pt",
        "A ministra Rosa Neves e o autarca Luís Lara reuniram-se. O acordo foi assinado por Neves e Lara.",
        "Rosa Neves, Luís Lara",
    ),
    (
        "fr",
        "La ministre Rose Blin et le maire Paul Yao se sont rencontrés. L'accord a été signé par Mme Blin et M. Yao.",
        "Rose Blin, Paul Yao",
    ),
    (
        "pl",
        "Minister Anna Maj i burmistrz Jan Nowak spotkali się w Toruniu. Umowę podpisali Maj i Nowak.",
        "Anna Maj, Jan Nowak",
    ),
]


@pytest.mark.parametrize(("language", "text", "actor"), TOGETHER)
def test_surnames_of_two_are_two_who_sign(language: str, text: str, actor: str) -> None:
    """Surnames with "and" between are two people, neither a group nor one person of two surnames."""
    found = read(language, text)
    assert [commitment.actor for commitment in found.commitments] == [actor]
    assert [attendee.name for attendee in found.attendees] == actor.split(", ")


def test_a_surname_of_two_words_stays_one() -> None:
    """Somebody whose two surnames are joined by "and" is one person, even beside another of the last one."""
    found = read(
        "es", "El alcalde Luis Gasset recibió al filósofo José Ortega y Gasset. Ortega y Gasset firmó el libro."
    )
    assert "José Ortega y Gasset" in {attendee.name for attendee in found.attendees}
    assert "Luis Gasset, José Ortega y Gasset" not in {commitment.actor for commitment in found.commitments}


def test_who_reports_is_not_joined_to_who_acts() -> None:
    """A comma after a verb of saying joins nobody: what the government would pay is the government's."""
    (commitment,) = read("de", "Minister Jens Alber sagte, die Regierung werde 30 Millionen Euro zahlen.").commitments
    assert commitment.actor == "Regierung"
