"""Speech in the paragraph after the one that leads it in, and what is no date of an event."""

from __future__ import annotations

import pytest

from tests.core.extract.surface.reading import read

LED = [
    ("uk", "Міський голова Іван Бойчук на зустрічі заявив:", '"Ми відкриємо міст до зими, бо цього чекають".'),
    ("es", "El alcalde Iván Bravo afirmó:", '"La obra estará lista antes del verano".'),
    ("fr", "Le maire Paul Blin a déclaré :", "« Nous ouvrirons le pont avant la fin du mois »."),
]


@pytest.mark.parametrize(("language", "lead", "speech"), LED)
def test_a_colon_leads_in_the_next_paragraph(language: str, lead: str, speech: str) -> None:
    """Whoever says it there is the speaker."""
    (quote,) = read(language, lead, speech).quotes
    assert quote.speaker is not None
    assert quote.speaker in lead


@pytest.mark.parametrize(("language", "lead", "speech"), LED)
def test_a_full_stop_does_not(language: str, lead: str, speech: str) -> None:
    """The same words without the colon say nothing of the next paragraph."""
    (quote,) = read(language, lead.rstrip(": ") + " lo suyo.", speech).quotes
    assert quote.evidence.rule != "surface.quote.cue.before"


def test_a_year_alone_is_no_date_of_an_event() -> None:
    """It tells since when there is one; a day is a date."""
    (event,) = read("es", "La cumbre de alcaldes de Vallfría existe en su forma actual desde 1991.").events
    assert event.when is None
    (event,) = read("es", "La cumbre de alcaldes de Vallfría se celebra el jueves.").events
    assert event.when is not None


def test_a_report_may_be_that_somebody_began() -> None:
    """A verb of beginning after a dash tells who speaks."""
    (quote,) = read("pl", "– To dobra wiadomość dla miasta – rozpoczął wójt Jan Wilga.").quotes
    assert quote.speaker == "Jan Wilga"
