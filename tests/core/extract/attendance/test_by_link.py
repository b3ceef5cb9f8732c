"""Who takes part over a link, and who was absent, where no word for the event stands beside it."""

from __future__ import annotations

import pytest

from briefing.extract.engine import EnglishExtractor
from briefing.model.facts import Mode
from tests.core.dossier.build import article

LEAD = (
    "LISBON — Mayor Ana Silva opened the River Forum in Lisbon on Tuesday, where delegates discussed floods.\n\n"
    "{sentence}\n\nThe delegates want to meet again in two years, the city said in a statement on its website."
)


def _mode(sentence: str) -> Mode:
    (outcome,) = EnglishExtractor().extract((article(LEAD.format(sentence=sentence)),))
    person = next(one for one in outcome.value.attendees if one.name == "Karl Meier")
    return person.attendances[0].mode


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Karl Meier, who spoke by video link, urged the banks to pay.",
        "Foreign Minister Karl Meier joined online.",
        "Karl Meier, a minister, appeared via videoconference.",
        "Foreign Minister Karl Meier spoke remotely and left early.",
    ],
)
def test_a_link_is_taking_part_from_afar(sentence: str) -> None:
    """A video link, a conference over the net, or just "online"."""
    assert _mode(sentence) is Mode.REMOTE


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Karl Meier spoke about online fraud to a newspaper in Bern.",
        "Foreign Minister Karl Meier talked of virtually empty reservoirs in an interview.",
        "Foreign Minister Karl Meier told a newspaper by phone that he was pleased.",
    ],
)
def test_a_word_for_distance_about_something_else_is_none(sentence: str) -> None:
    """What is online or virtual must be the taking part itself, and a phone may be to anybody."""
    assert _mode(sentence) is not Mode.REMOTE


def test_who_was_absent_was_absent() -> None:
    """Said of somebody outright."""
    assert _mode("Foreign Minister Karl Meier was absent.") is Mode.ABSENT
