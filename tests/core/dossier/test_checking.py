"""A printed brief against its own dossier and its sources."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefing.dossier.checking import Backing, Payload, Standing, Verdict, check, read_payload, to_payload
from briefing.dossier.compiling import compile_dossier
from briefing.dossier.record import to_record
from briefing.model.decision import Slot
from briefing.model.dossier import Mark
from briefing.model.errors import NothingDone
from briefing.model.span import Span, Stated
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


def test_a_print_that_says_something_else_than_its_dossier_is_refuted() -> None:
    """Changing the file and what it says of itself does not help where the dossier was left alone."""
    printed = [(fact, words.replace("two", "six")) for fact, words in PRINTED]
    payload = read_payload(to_payload(to_record(DOSSIER, lambda _: ""), {}, printed))
    verdicts = check(payload, printed, [SCRIBE.source])
    assert [v.backing for v in verdicts] == [Backing.CONFIRMED, Backing.REFUTED, Backing.REFUTED]


def test_words_without_a_place_are_not_taken_on_trust() -> None:
    """A dossier from which the places of its words were taken is damaged."""
    record = to_record(DOSSIER, lambda _: "")
    del record["commitments"][0]["spans"]["text"]
    with pytest.raises(NothingDone, match="dossier-damaged"):
        check(read_payload(to_payload(record, {}, PRINTED)), PRINTED, [SCRIBE.source])


def _corrected(**marks: Mark) -> list[Verdict]:
    """Verdicts on the dossier once the editor has given the attendee a role and marked facts by their kind."""
    (row,) = DOSSIER.attendees
    role = Stated(text="Minister for Ferries", span=row.names[0].span)
    named = {getattr(DOSSIER, kind)[0].id: mark for kind, mark in marks.items()}
    changed = replace(DOSSIER, attendees=(replace(row, roles=(role,)),), marks=named)
    payload = read_payload(to_payload(to_record(changed, lambda _: ""), {}, PRINTED))
    now = [(PRINTED[0][0], "Ana Silva"), PRINTED[1], (PRINTED[2][0], "We will pay three million,")]
    return list(check(payload, now, [SCRIBE.source]))


def test_what_the_editor_corrected_is_the_editors() -> None:
    """It is neither confirmed nor refuted, and words altered since are still found."""
    verdicts = _corrected(quotes=Mark(fields=frozenset({Slot.SPEAKER})))
    assert [v.backing for v in verdicts] == [Backing.EDITOR, Backing.CONFIRMED, Backing.EDITOR]
    assert [v.standing for v in verdicts] == [Standing.INTACT, Standing.INTACT, Standing.ALTERED]


def test_what_the_editor_added_must_be_in_the_source() -> None:
    """Words of an article that the editor chose are checked like those a rule found."""
    verdicts = _corrected(commitments=Mark(added=True, note="x"))
    assert verdicts[1].backing is Backing.CONFIRMED


def test_a_correction_does_not_cover_words_that_the_source_does_not_have() -> None:
    """A forged quotation stays refuted, whoever is said to have corrected it."""
    marks = {DOSSIER.quotes[0].id: Mark(fields=frozenset({Slot.SPEAKER}))}
    text = to_payload(to_record(replace(DOSSIER, marks=marks), lambda _: ""), {}, PRINTED).replace("two", "six")
    verdicts = check(read_payload(text), [], [SCRIBE.source])
    assert [v.backing for v in verdicts][1:] == [Backing.REFUTED, Backing.REFUTED]


def test_a_figure_with_the_editors_sum_is_the_editors() -> None:
    """Its phrase has changed with the sum, so there are no words to look for but its sentence."""
    source = Scribe(article("About 250 boats came."))
    figure = source.figure("About 250 boats", "250", 250)
    dossier = compile_dossier([source.source], [source.findings(figures=(figure,))])
    (found,) = dossier.figures
    amount = replace(found.amount, written=Stated(text="300", span=found.amount.written.span))
    words = Stated(text="About 300 boats", span=found.words.span)
    changed = replace(dossier, figures=(replace(found, amount=amount, words=words),))
    printed = [(found.id, "About 300 boats")]
    payload = read_payload(to_payload(to_record(changed, lambda _: ""), {}, printed))
    assert [v.backing for v in check(payload, printed, [source.source])] == [Backing.EDITOR]


def test_a_trimmed_quotation_is_verbatim() -> None:
    """What is left of it stands in the source, word for word; the ellipsis is print, and no word of it."""
    source = SCRIBE.source
    start = source.text.index("pay two")
    place = Span(article=source.id, start=start, end=start + len("pay two million"))
    (quote,) = DOSSIER.quotes
    cut = replace(quote, parts=(place,), text="pay two million", trimmed=(True, False))
    record = to_record(replace(DOSSIER, quotes=(cut,)), lambda _: "")
    printed = [(quote.id, "pay two million")]
    assert record["quotes"][0]["trimmed"] == [True, False]
    verdicts = check(read_payload(to_payload(record, {}, printed)), printed, [source])
    assert [(v.standing, v.backing) for v in verdicts] == [(Standing.INTACT, Backing.CONFIRMED)]


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
