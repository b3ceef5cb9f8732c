"""Facts in the words of the interface: what the source says stays as it is, the program's own words are the user's."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from types import MappingProxyType

from briefing.locale.interface import Interface
from briefing.model.decision import Slot
from briefing.model.dossier import Disagreement, Dossier
from briefing.model.facts import Attendance, Attendee, Commitment, Event, Fact, Figure, Quote

SEPARATOR = " · "
# Longer words than a row can show only cost time.
_LONGEST = 400
_LABEL = 40
_GAP = "___"
# From which confidence on a fact is called what; below the last it is doubtful.
_SURE, _FAIR = 0.85, 0.7
# How many of three bars stand for a word.
LEVELS = MappingProxyType({"doubtful": 1, "fair": 2, "sure": 3})


def folded(text: str) -> str:
    """Words in one line, cut where they are longer than any row of a list."""
    # A little more than is shown, so that a cut is seen as one.
    line = " ".join(text[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def quoted(quote: Quote, words: str, says: Interface) -> str:
    """Words of a quotation between the interface's marks, with an ellipsis where the editor has cut some off."""
    start, end = quote.trimmed
    return says.text("window.quoted", words=f"{'… ' if start else ''}{words}{' …' if end else ''}")


def headline(fact: Fact, says: Interface) -> str:
    """What a fact is called in a list: a name, the words that were said, the clause."""
    match fact:
        case Event():
            return folded(fact.name.text) if fact.name else says.text("window.facts.unnamed-event")
        case Attendee():
            return folded(fact.name)
        case Quote():
            return quoted(fact, folded(fact.text), says)
        case Commitment() | Figure():
            return folded(fact.words.text)


def whole(fact: Fact, says: Interface) -> str:
    """The same at full length: not a word of what was said or promised is missing."""
    match fact:
        case Quote():
            # `text` would cut a long parameter: the words stand in for a mark that no catalogue has.
            before, _, after = quoted(fact, _GAP, says).partition(_GAP)
            return f"{before}{' '.join(fact.text.split())}{after}"
        case Commitment() | Figure():
            return " ".join(fact.words.text.split())
        case Event() | Attendee():
            return headline(fact, says)


def second_line(fact: Fact, dossier: Dossier, says: Interface) -> str:
    """What else a list says of a fact, in one line."""
    return SEPARATOR.join(folded(part) for part in _details(fact, dossier, says) if part)


def _details(fact: Fact, dossier: Dossier, says: Interface) -> Iterator[str | None]:
    match fact:
        case Event():
            yield fact.when.written.text if fact.when else None
            yield fact.place.text if fact.place else None
            yield fact.host.text if fact.host else None
        case Attendee():
            yield fact.roles[0].text if fact.roles else None
            yield fact.organisation
            yield country(fact.country, says)
            yield part(fact.attendances[0], dossier, says)
        case Commitment():
            yield fact.actor or says.text("window.facts.no-actor")
            yield says.text(f"kind.{fact.kind.value}")
            yield fact.amount.written.text if fact.amount else None
            yield fact.deadline.written.text if fact.deadline else None
        case Quote():
            yield fact.speaker or says.text("window.facts.no-speaker")
        case Figure():
            amount = fact.amount.written.text
            yield None if amount in fact.words.text else amount
            yield source(fact.words.span.article, dossier)


def source(article: str, dossier: Dossier) -> str | None:
    """Where an article has appeared, else what it is called."""
    return next((one.outlet or one.title for one in dossier.articles if one.id == article), None)


def part(attendance: Attendance, dossier: Dossier, says: Interface) -> str:
    """How somebody took part, and in what where the dossier has more than one event."""
    mode = says.text(f"mode.{attendance.mode.value}")
    name = event_name(attendance.event, dossier)
    if name is None or len(dossier.events) < 2:
        return mode
    return says.text("window.facts.mode-at", mode=mode, event=name)


def event_name(event: str | None, dossier: Dossier) -> str | None:
    """The name of an event by its id; `None` where it has none."""
    names = (one.name.text for one in dossier.events if one.id == event and one.name)
    return next(map(folded, names), None)


def country(code: str | None, says: Interface) -> str | None:
    """A country's name in the interface's language; a code without a name stays as it is."""
    return None if code is None else says.countries().get(code.upper(), code)


def certainty(confidence: float) -> str:
    """The word for a confidence: `sure`, `fair` or `doubtful`, keys of `window.certainty`."""
    return "sure" if confidence >= _SURE else "fair" if confidence >= _FAIR else "doubtful"


def differing(disagreement: Disagreement, says: Interface) -> tuple[str, str]:
    """What sources differ about, and what each of them says."""
    about = says.text(
        "window.facts.differ", subject=says.text(f"subject.{disagreement.subject.value}"), about=disagreement.about
    )
    return about, SEPARATOR.join(folded(value.written) for value in disagreement.values)


def slot_name(slot: Slot, fact: Fact, says: Interface) -> str:
    """What a slot is called beside its field; of a request the actor is who asks."""
    if slot is Slot.ACTOR and isinstance(fact, Commitment) and fact.kind.value in ("requested", "declined"):
        return says.text(f"slot.actor-{fact.kind.value}")
    return says.text(f"slot.{slot.value}")


def label(fact: Fact) -> str:
    """A few of a fact's own words, to know it by in a menu; nothing of any language of the interface."""
    match fact:
        case Attendee():
            words = fact.name
        case Quote():
            words = fact.text
        case Event():
            written = fact.name or fact.place or (fact.when.written if fact.when else None)
            words = "" if written is None else written.text
        case Commitment() | Figure():
            words = fact.words.text
    line = folded(words)
    return line if len(line) <= _LABEL else f"{line[: _LABEL - 1].rstrip()}…"


def prepare(says: Interface) -> None:
    """Has the names of countries at hand soon, without making anybody wait for them."""
    Thread(target=says.countries, name="names-of-countries").start()


def searched(fact: Fact) -> str:
    """The words in which a fact is looked for: those of the sources."""
    match fact:
        case Attendee():
            words = (fact.name, fact.organisation, *(one.text for one in (*fact.names, *fact.roles)))
        case Quote():
            words = (fact.text, fact.speaker)
        case Commitment():
            words = (fact.words.text, fact.actor)
        case Event():
            when = None if fact.when is None else fact.when.written
            named = (fact.name, fact.place, fact.host, when, *fact.aliases)
            words = tuple(one.text for one in named if one is not None)
        case Figure():
            words = (fact.words.text, fact.amount.written.text)
    return "\n".join(word for word in words if word)
