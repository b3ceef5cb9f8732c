"""The sentences behind the facts, each once, beside what it proves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.layout.clean import folded, shortened
from briefing.layout.desk import LONGEST_LABEL, Desk
from briefing.layout.evidence import Fact, Passage, evidence_of, facts_of, passages
from briefing.layout.references import title_of
from briefing.layout.undertaking import actor
from briefing.layout.weave import joined, plain, run
from briefing.model.facts import Attendee, Commitment, Figure, Quote
from briefing.model.manuscript import Block, Run, Runs, Table, Tone

_COLUMNS = {"number": 0.065, "sentence": 0.695, "fact": 0.24}

# The sentence beside it has the whole.
_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proof:
    """What a passage says of somebody: whose fact it is, and what it is in a word; `None` where that says it all."""

    whose: Run
    what: Run | None


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
    return (desk.heading(1, desk.say("section.annex")), table)


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
    return (
        (replace(label, anchor=f"ev-{passage.number}"),),
        desk.sentence(passage.span),
        _proofs(desk, [proof for fact in facts for proof in _proof(desk, fact, passage)]),
    )


def _proofs(desk: Desk, found: Sequence[_Proof]) -> Runs:
    """One line for each person or thing: what the passage says of it."""
    lines: dict[str, tuple[Run, list[Runs]]] = {}
    for proof in found:
        _, words = lines.setdefault(plain((proof.whose,)).casefold(), (proof.whose, []))
        if proof.what is not None:
            words.append((proof.what,))
    return joined(
        [
            desk.phrase("glance.list", count=(whose,), names=joined(words, ", ")) if words else (whose,)
            for whose, words in lines.values()
        ],
        "\n",
    )


def _proof(desk: Desk, fact: Fact, passage: Passage) -> Iterator[_Proof]:
    match fact:
        case Attendee():
            whose = desk.words(shortened(fact.name, _LONGEST_NAME), fact.names[0].span.article)
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
    if not folded(quote.speaker or ""):
        return desk.say("quotes.unknown", Tone.QUIET)
    return desk.words(quote.speaker or "", quote.parts[0].article)


_HOMES = {Attendee: "attendees", Commitment: "commitments", Quote: "quotes", Figure: "figures"}


def _back(desk: Desk, fact: Fact, words: Run) -> Run:
    """The words, leading to the place where the fact is printed in full, if the brief has that section."""
    anchor = desk.references.anchor(fact.id)
    return replace(words, link=f"#{anchor}") if anchor and _HOMES[type(fact)] in desk.sections else words
