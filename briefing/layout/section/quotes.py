"""Who said what, verbatim, each quotation set apart with the line that says whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.layout.clean import clean
from briefing.layout.desk import Desk
from briefing.layout.person import full_office
from briefing.layout.references import NO_BREAK
from briefing.layout.weave import joined, run
from briefing.model.decision import Slot
from briefing.model.facts import Attribution, Quote
from briefing.model.manuscript import Block, Quotation, Run, Runs, Tone

# What the reader's quotation marks are learnt from.
_PROBE = "x"
# Latin, Arabic and full-width.
_COMMAS = (",", "\N{ARABIC COMMA}", "\N{FULLWIDTH COMMA}")

# An ellipsis right behind the end of a sentence would read as four dots.
_STOPS = (".", "!", "?", "…")


def quotes(desk: Desk) -> tuple[Block, ...]:
    """The quotations under their events, or under their speakers where the template wants it so."""
    found = desk.dossier.quotes
    if not found:
        return ()
    head = desk.heading(1, desk.say("section.quotes"))
    if desk.options("quotes").by_speaker:
        return (head, *_by_speaker(desk, found))
    return (head, *_by_event(desk, found))


def verbatim(quote: Quote) -> str:
    """A quotation's words, cleaned, without the comma by which the source goes on to "said X"; no more is touched."""
    text = clean(quote.text)
    return text[:-1] if text.endswith(_COMMAS) and text[:-1].strip() else text


def speaker(desk: Desk, quote: Quote, tone: Tone = Tone.PLAIN) -> Run:
    """The name or description of a speaker who is not unknown."""
    words = desk.words(quote.speaker or "", quote.parts[0].article, tone)
    return desk.claimed(words, (quote.id, Slot.SPEAKER), (quote.speaker_id, Slot.NAME))


def _by_event(desk: Desk, found: Sequence[Quote]) -> Iterator[Block]:
    """The order of the dossier, under a heading for each event where the brief is about several."""
    if desk.options("quotes").compact or not _events_tell_apart(desk, found):
        yield from (_quotation(desk, each, _speaker_line(desk, each)) for each in found)
        return
    groups: dict[str | None, list[Quote]] = {event.id: [] for event in desk.whole.events} | {None: []}
    for each in found:
        groups[each.event if each.event in groups else None].append(each)
    names: dict[str | None, Runs] = {event.id: desk.event_name(event) for event in desk.whole.events}
    for event, there in groups.items():
        if there:
            yield desk.heading(2, *names.get(event, (desk.say("attendees.no_event"),)))
            yield from (_quotation(desk, each, _speaker_line(desk, each)) for each in there)


def _by_speaker(desk: Desk, found: Sequence[Quote]) -> list[Block]:
    speakers: dict[tuple[Attribution | None, str | None], list[Quote]] = {}
    for each in found:
        speakers.setdefault(_whose(each), []).append(each)
    # Quotations without a known speaker come last.
    order = sorted(speakers, key=lambda whose: whose[0] is Attribution.UNKNOWN)
    blocks: list[Block] = []
    for whose in order:
        first = speakers[whose][0]
        blocks.append(desk.heading(2, *_speaker_line(desk, first)))
        blocks.extend(_quotation(desk, each, ()) for each in speakers[whose])
    return blocks


def _whose(quote: Quote) -> tuple[Attribution | None, str | None]:
    """What quotations of one speaker share; two unknown or described speakers are one only in the same words."""
    if quote.attribution in {Attribution.UNKNOWN, Attribution.DESCRIBED}:
        return quote.attribution, quote.speaker
    return None, quote.speaker_id or quote.speaker


def _quotation(desk: Desk, quote: Quote, whose: Runs) -> Quotation:
    """The words in the reader's marks; the reference stands with the line under them, else right behind them."""
    opening, _, closing = desk.locale.quotation(_PROBE).partition(_PROBE)
    words = Run(
        text=verbatim(quote),
        language=quote.language if _is_foreign(desk, quote.language) else None,
        fact=quote.id,
        anchor=desk.references.anchor(quote.id),
    )
    marked: Runs = (run(opening), *_with_ellipses(desk, quote, words), run(closing))
    references = desk.references.refer(quote.evidence.spans)
    note = desk.note(quote.id)
    if whose:
        line = joined([whose, references], " · ")
        return Quotation(words=marked, attribution=joined([line, note], "\n"))
    return Quotation(words=joined([marked, references], NO_BREAK), attribution=note)


def _with_ellipses(desk: Desk, quote: Quote, words: Run) -> Runs:
    """The words, with the reader's ellipsis where the editor has cut some off; it is no part of what was said."""
    start, end = quote.trimmed
    runs: Runs = (words,)
    if start:
        runs = desk.phrase("quotes.cut_start", words=runs)
    if end and words.text.endswith(_STOPS):
        return (*runs, run(f"{NO_BREAK}…"))
    return desk.phrase("quotes.cut_end", words=runs) if end else runs


def _is_foreign(desk: Desk, language: str | None) -> bool:
    return language is not None and language.split("-")[0] != desk.locale.tag.split("-")[0]


def _events_tell_apart(desk: Desk, found: Sequence[Quote]) -> bool:
    events = {event.id for event in desk.whole.events}
    return len(events) > 1 and any(each.event in events for each in found)


def _speaker_line(desk: Desk, quote: Quote) -> Runs:
    article = quote.parts[0].article
    match quote.attribution:
        case Attribution.UNKNOWN:
            return (desk.say("quotes.unknown", Tone.QUIET),)
        case Attribution.DESCRIBED:
            return (desk.say("quotes.described", Tone.QUIET), run(" "), speaker(desk, quote))
        case _:
            named: Runs = (speaker(desk, quote, Tone.STRONG),)
            attendee = desk.people.get(quote.speaker_id or "")
            return joined([named, full_office(desk, attendee, article) if attendee else ()], ", ")
