"""The sentences behind the facts, each once, beside what it proves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.layout.clean import folded, shortened
from briefing.layout.desk import LONGEST_LABEL, Desk
from briefing.layout.edited import edited
from briefing.layout.evidence import Fact, Passage, evidence_of, facts_of, passages
from briefing.layout.person import name
from briefing.layout.references import title_of
from briefing.layout.section.quotes import speaker
from briefing.layout.undertaking import actor
from briefing.layout.weave import joined, plain, run
from briefing.model.facts import Attendee, Commitment, Figure, Quote
from briefing.model.manuscript import Block, Paragraph, ParagraphStyle, Run, Runs, Table, Tone

_COLUMNS = {"number": 0.065, "sentence": 0.695, "fact": 0.24}

# The sentence beside it has the whole.
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proof:
    """What a passage says of somebody: whose fact it is, and what it is in a word; `None` where that says it all.

    `edited`: what the editor has done to the fact, so that nobody looks for it in the sentence.
    """

    whose: Run
    what: Run | None
    edited: tuple[Run, ...] = ()


def annex(desk: Desk) -> tuple[Block, ...]:
    """One table, grouped by source: number, sentence, and the facts it proves, which lead back to their places."""
    found = passages(facts_of(desk.dossier), desk.whole.articles)
    if not found:
        return ()
    proved = _proved(desk)
    rows: list[tuple[Runs, ...]] = []
    for article, there in groupby(found, key=lambda passage: passage.span.article):
        rows.append(_source(desk, article))
        rows.extend(_row(desk, passage, proved[passage.number]) for passage in there)
    table = Table(
        header=tuple((desk.say(f"column.{column}"),) for column in _COLUMNS),
        rows=tuple(rows),
        widths=tuple(_COLUMNS.values()),
    )
    return (desk.heading(1, desk.say("section.annex")), table, *_events(desk))


def _proved(desk: Desk) -> Mapping[int, Sequence[Fact]]:
    """The number of a passage to the facts that rest on it."""
    proved: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in facts_of(desk.dossier):
        numbers = [desk.references.sentences.get(span) for span in evidence_of(fact)]
        for number in dict.fromkeys(numbers):
            if number is not None:
                proved[number].append(fact)
    return proved


def _source(desk: Desk, article: str) -> tuple[Runs]:
    title = shortened(title_of(desk.articles[article]), LONGEST_LABEL)
    number = run(f"[{desk.references.sources[article]}] ", link=desk.references.entry(article))
    return ((number, desk.words(title, article)),)


def _row(desk: Desk, passage: Passage, facts: Sequence[Fact]) -> tuple[Runs, ...]:
    label = run(desk.references.labels[passage.number], Tone.STRONG)
    proofs = [replace(proof, edited=edited(desk, fact)) for fact in facts for proof in _proof(desk, fact, passage)]
    return (
        (replace(label, anchor=f"ev-{passage.number}"),),
        desk.sentence(passage.span),
        _proofs(desk, proofs),
    )


def _events(desk: Desk) -> Iterator[Paragraph]:
    """A line for each event that the editor has changed; the table above has the facts about events only."""
    for event in desk.dossier.events:
        done = joined([(each,) for each in edited(desk, event)], "; ")
        if done:
            line = desk.phrase("glance.list", count=desk.event_name(event), names=done)
            yield Paragraph(runs=line, style=ParagraphStyle.SMALL)


def _proofs(desk: Desk, found: Sequence[_Proof]) -> Runs:
    """One line for each person or thing: what the passage says of it; below it what the editor has done."""
    lines: dict[str, list[_Proof]] = {}
    for proof in found:
        lines.setdefault(plain((proof.whose,)).casefold(), []).append(proof)
    return joined([line for proofs in lines.values() for line in _of_one(desk, proofs)], "\n")


def _of_one(desk: Desk, proofs: Sequence[_Proof]) -> Iterator[Runs]:
    whose: Runs = (proofs[0].whose,)
    words: list[Runs] = [(proof.what,) for proof in proofs if proof.what is not None]
    yield desk.phrase("glance.list", count=whose, names=joined(words, ", ")) if words else whose
    for done in dict.fromkeys(each for proof in proofs for each in proof.edited):
        yield (done,)


def _proof(desk: Desk, fact: Fact, passage: Passage) -> Iterator[_Proof]:
    match fact:
        case Attendee():
            whose = replace(name(desk, fact), text=shortened(fact.name, _LONGEST_NAME), fact=None)
            modes = [each.mode for each in fact.attendances if set(each.evidence.spans) & set(passage.places)]
            for mode in dict.fromkeys(modes):
                yield _Proof(whose=whose, what=_back(desk, fact, run(desk.locale.mode(mode))))
        case Commitment():
            yield _Proof(whose=actor(desk, fact), what=_back(desk, fact, run(desk.locale.kind(fact.kind))))
        case Quote():
            yield _Proof(whose=_speaker(desk, fact), what=_back(desk, fact, desk.say("annex.quotation")))
        case Figure():
            yield _Proof(whose=_back(desk, fact, desk.written(fact.amount.written)), what=None)


def _speaker(desk: Desk, quote: Quote) -> Run:
    return speaker(desk, quote) if folded(quote.speaker or "") else desk.say("quotes.unknown", Tone.QUIET)


_HOMES = {Attendee: "attendees", Commitment: "commitments", Quote: "quotes", Figure: "figures"}


def _back(desk: Desk, fact: Fact, words: Run) -> Run:
    """The words, leading to the place where the fact is printed in full, if the brief has that section."""
    anchor = desk.references.anchor(fact.id)
    return replace(words, link=f"#{anchor}") if anchor and _HOMES[type(fact)] in desk.sections else words
