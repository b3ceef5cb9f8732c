"""A printed brief against its own dossier and its sources."""

from __future__ import annotations

import json

import pytest

from briefing.dossier.checking import Backing, Payload, Standing, check, read_payload, to_payload
from briefing.dossier.compiling import compile_dossier
from briefing.dossier.record import to_record
from briefing.model.errors import NothingDone
from tests.core.dossier.build import Scribe, article

SCRIBE = Scribe(article("Ana Silva spoke in Riga. “We will pay two million,” Ana Silva said.", title="Ferries"))
DOSSIER = compile_dossier(
    [SCRIBE.source],
    [
        SCRIBE.findings(
            attendees=(SCRIBE.person("Ana Silva"),),
            quotes=(SCRIBE.quote("We will pay two million,", "Ana Silva"),),
            commitments=(SCRIBE.commitment("We will pay two million", "Ana Silva"),),
        )
    ],
)
PRINTED = [
    (DOSSIER.attendees[0].id, "Ana Silva"),
    (DOSSIER.commitments[0].id, "We will pay two million"),
    (DOSSIER.quotes[0].id, "We will pay two million,"),
]


def _payload() -> Payload:
    return read_payload(to_payload(to_record(DOSSIER, lambda _: ""), {"locale": "en"}, PRINTED))


def test_an_untouched_brief_is_intact_and_confirmed() -> None:
    """Same words in the file, same words in the source."""
    verdicts = check(_payload(), PRINTED, [SCRIBE.source])
    assert {(v.standing, v.backing) for v in verdicts} == {(Standing.INTACT, Backing.CONFIRMED)}
    assert [v.kind for v in verdicts] == ["attendees", "commitments", "quotes"]
    assert verdicts[0].source == "Ferries"


def test_without_sources_only_the_file_is_judged() -> None:
    """What was not given can neither confirm nor refute."""
    assert {v.backing for v in check(_payload(), PRINTED, [])} == {Backing.UNTOLD}


def test_altered_and_removed_words_are_named() -> None:
    """A digit changed in Word and a deleted line are told apart."""
    now = [(PRINTED[0][0], "Ana Silva"), (PRINTED[2][0], "We will pay three million,")]
    verdicts = check(_payload(), now, [SCRIBE.source])
    assert [v.standing for v in verdicts] == [Standing.INTACT, Standing.GONE, Standing.ALTERED]
    assert verdicts[2].found == "We will pay three million,"


def test_a_corrected_source_refutes_what_it_no_longer_says() -> None:
    """A later version of the article, known by its title, has another sum."""
    newer = article("Ana Silva spoke in Riga. “We will pay one million,” Ana Silva said.", title="Ferries", path="b")
    verdicts = check(_payload(), PRINTED, [newer])
    assert [v.backing for v in verdicts] == [Backing.CONFIRMED, Backing.REFUTED, Backing.REFUTED]


def test_another_article_neither_confirms_nor_refutes() -> None:
    """An unrelated source says nothing about the brief."""
    other = article("Something else entirely.", title="Other", path="c")
    assert {v.backing for v in check(_payload(), PRINTED, [other])} == {Backing.UNTOLD}


def test_a_forged_dossier_is_refuted_by_the_source() -> None:
    """Changing print and dossier alike does not help: the source decides."""
    text = to_payload(to_record(DOSSIER, lambda _: ""), {}, PRINTED).replace("two million", "six million")
    now = [(fact, words.replace("two", "six")) for fact, words in PRINTED]
    verdicts = check(read_payload(text), now, [SCRIBE.source])
    assert [v.backing for v in verdicts] == [Backing.CONFIRMED, Backing.REFUTED, Backing.REFUTED]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, "no-dossier-in-file"),
        ("", "dossier-damaged"),
        ("[1, 2]", "dossier-damaged"),
        ('{"schema": "briefing/print/1"}', "dossier-damaged"),
        ('{"schema": "briefing/print/9", "dossier": {"schema": "x"}, "printed": []}', "dossier-of-other-version"),
        ("[" * 100_000, "dossier-damaged"),
    ],
)
def test_a_file_without_a_whole_dossier_is_refused(text: str | None, code: str) -> None:
    """Each way of lacking a dossier has its own words."""
    with pytest.raises(NothingDone) as caught:
        read_payload(text)
    assert caught.value.code == code


def test_a_dossier_with_facts_of_another_shape_is_refused() -> None:
    """A hostile dossier gives an error, never a crash."""
    record = json.loads(to_payload(to_record(DOSSIER, lambda _: ""), {}, PRINTED))
    record["dossier"]["quotes"][0]["parts"] = "nowhere"
    with pytest.raises(NothingDone, match="dossier-damaged"):
        check(read_payload(json.dumps(record)), PRINTED, [SCRIBE.source])
