"""What the editor did, in print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.locale.reader import available, find
from briefing.model.decision import Slot
from briefing.model.dossier import Dossier, Mark
from briefing.model.facts import When
from briefing.model.manuscript import Block, Heading, Manuscript, Run, Tone, runs_of
from briefing.model.span import Stated
from tests.core.layout.making import brief, dump, runs_in, two_events, words

NOTE = "Ask twice\n\x07%s {name}"
PRINTED = "Ask twice \ufffd%s {name}"


def marked(dossier: Dossier, **marks: Mark) -> Dossier:
    """The dossier with marks on the first fact of each kind named."""
    return replace(dossier, marks={getattr(dossier, kind)[0].id: mark for kind, mark in marks.items()})


def section(manuscript: Manuscript, heading: str) -> tuple[Block, ...]:
    """The blocks from a heading of the first level to the next."""
    blocks = list(manuscript.blocks)
    tops = [n for n, each in enumerate(blocks) if isinstance(each, Heading) and each.level == 1]
    (start,) = (n for n in tops if words(blocks[n].runs) == heading)  # type: ignore[union-attr]
    return tuple(blocks[start : next((n for n in tops if n > start), len(blocks))])


def paragraphs(blocks: tuple[Block, ...]) -> list[str]:
    """The words of each paragraph or cell."""
    return [words(runs) for block in blocks for runs in runs_of(block)]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("attendees", "attendees"),
        ("commitments", "commitments"),
        ("quotes", "quotes"),
        ("figures", "figures"),
        ("events", "cover"),
    ],
)
@pytest.mark.parametrize("template", ["standard", "one-page", "quotes"])
def test_a_note_stands_once_with_its_fact(kind: str, name: str, template: str) -> None:
    """Quietly, behind its label, on one line and safe to print, in full briefs and short ones."""
    dossier = marked(two_events(), **{kind: Mark(note=NOTE)})
    wanted = ("cover", "glance", "attendees", "commitments", "quotes", "figures", "timeline", "sources", "annex")
    manuscript = brief(dossier, "fr", template, sections=wanted)
    assert dump(manuscript).count(PRINTED) == 1
    (line,) = (runs for block in manuscript.blocks for runs in runs_of(block) if PRINTED in words(runs))
    assert words(line).endswith(f"Remarque\xa0: {PRINTED}")
    assert line[-1] == Run(text=PRINTED, tone=Tone.QUIET)
    assert PRINTED in dump(brief(dossier, "fr", template, sections=(name,)))


@pytest.mark.parametrize("sections", [("timeline",), ("timeline", "sources")])
def test_a_note_stands_in_the_timeline_where_nothing_else_has_it(sections: tuple[str, ...]) -> None:
    """The notes on an event and on a deadline are not lost with the sections that they belong to."""
    dossier = two_events()
    deadline = dossier.commitments[4]
    dossier = replace(dossier, marks={dossier.events[1].id: Mark(note="one"), deadline.id: Mark(note="two")})
    printed = paragraphs(brief(dossier, "en", sections=sections).blocks)
    assert [each for each in printed if "Note:" in each] == [
        "Industry Conference, Washington\nNote: one",
        "Deadline · pledged\nUnited States — States pledged $50 million by June 2024\nNote: two",
    ]


def test_the_annex_says_what_the_editor_did() -> None:
    """Beside the sentence that shows something else, in the reader's words."""
    dossier = two_events()
    attendee, commitment, quote = dossier.attendees[1], dossier.commitments[1], dossier.quotes[1]
    marks = {
        attendee.id: Mark(fields=frozenset({Slot.COUNTRY, Slot.ROLE})),
        commitment.id: Mark(added=True, lost=True),
        quote.id: Mark(fields=frozenset({Slot.SPEAKER})),
        dossier.events[0].id: Mark(fields=frozenset({Slot.PLACE})),
        dossier.figures[0].id: Mark(accepted=True, moved=True, note="x"),
    }
    annex = paragraphs(section(brief(replace(dossier, marks=marks), "en"), "Annex: the sentences behind the facts"))
    told = "\n".join(annex)
    assert "Corrected by the editor: role, country" in told
    assert "13 companies: done\nAdded by the editor\nNo longer found in the sources; kept by the editor" in told
    assert "One official: quotation\nCorrected by the editor: speaker" in told
    assert annex[-1] == "Defence Forum: Corrected by the editor: place"
    assert told.count("editor") == 5


def test_a_name_corrected_once_is_told_wherever_it_stands() -> None:
    """A quotation and a commitment that follow the corrected name say so beside their sentences."""
    dossier = two_events()
    nato = dossier.attendees[1]
    pledge = replace(dossier.commitments[0], actor_id=nato.id)
    dossier = replace(dossier, commitments=(pledge,), marks={nato.id: Mark(fields=frozenset({Slot.NAME}))})
    told = "\n".join(paragraphs(section(brief(dossier, "en"), "Annex: the sentences behind the facts")))
    assert told.count("Corrected by the editor: name") == 1
    assert told.count("Corrected by the editor: actor") == 1
    assert told.count("Corrected by the editor: speaker") == 1


@pytest.mark.parametrize("locale", available())
def test_every_slot_has_its_word(locale: str) -> None:
    """Each language names each thing that can be corrected, no two alike for one kind of fact."""
    assert all(find(locale).text(f"slot.{slot.value}") for slot in Slot)


def test_the_editors_words_are_in_no_foreign_language() -> None:
    """A role the lexicon knows is translated as ever; other words are printed as the editor wrote them."""
    dossier = two_events()
    nato = dossier.attendees[1]
    place = nato.roles[0].span

    def printed(role: str) -> list[Run]:
        attendee = replace(nato, roles=(Stated(text=role, span=place),))
        marks = {nato.id: Mark(fields=frozenset({Slot.ROLE}))}
        return runs_in(
            brief(replace(dossier, attendees=(attendee,), marks=marks), "uk", sections=("attendees",)).blocks
        )

    known = {run.text: run for run in printed("Defense Minister")}
    assert "міністр оборони" in {text.lower() for text in known}
    assert known["Defense Minister"].language == "en"
    own = {run.text: run for run in printed("головний гість")}
    assert own["головний гість"].language is None
    assert own["Jens Stoltenberg"].language == "en"


def test_a_name_of_the_editors_is_in_no_foreign_language() -> None:
    """Wherever it is printed: with its row, its quotation, its promise."""
    dossier = two_events()
    nato = replace(dossier.attendees[1], name="Єнс Столтенберг")
    quote = replace(dossier.quotes[0], speaker=nato.name)
    pledge = replace(dossier.commitments[0], actor=nato.name, actor_id=nato.id)
    marks = {nato.id: Mark(fields=frozenset({Slot.NAME}))}
    changed = replace(dossier, attendees=(nato,), quotes=(quote,), commitments=(pledge,), marks=marks)
    found = [run for run in runs_in(brief(changed, "uk").blocks) if run.text == nato.name]
    assert len(found) >= 6
    assert {run.language for run in found} == {None}


def test_a_date_of_the_editors_is_printed_once() -> None:
    """Beside a date in words, the same date in figures says nothing."""
    dossier = two_events()
    event = dossier.events[0]
    assert event.when is not None
    when = When(written=Stated(text="2024-05-03", span=event.when.written.span), start="2024-05-03", end="2024-05-03")
    printed = dump(brief(replace(dossier, events=(replace(event, when=when),)), "en", sections=("timeline",)))
    assert "May\xa03,\xa02024 | Defence Forum" in printed


def test_a_dossier_that_nobody_touched_prints_nothing_of_an_editor() -> None:
    """Marks that say nothing leave no trace."""
    dossier = two_events()
    touched = marked(dossier, attendees=Mark(accepted=True, decisions=(1,)), quotes=Mark(note=" \n"))
    assert brief(touched, "en") == brief(dossier, "en")
