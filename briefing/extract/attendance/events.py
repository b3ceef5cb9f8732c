"""What took place, where and when, as the text has it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.attendance.event_hosts import host_of
from briefing.extract.attendance.event_names import DASH, common_noun, of_this_report, proper_names
from briefing.extract.attendance.event_setting import cut, place_of, when_of
from briefing.extract.attendance.event_words import EventWords, Found, event_words
from briefing.extract.grammar.clauses import Form, Tense
from briefing.extract.identity import fact_id
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Event, Evidence
from briefing.model.span import Span

# Paragraphs of the lead and of the opening; from how many mentions on more of them tell nothing.
_LEAD, _EARLY, _OFTEN = 2, 3, 3
_TOLD = 3


def find_events(cast: Cast, language: str = "en") -> tuple[Event, ...]:
    """The events of an article, the main one first; none where nothing is named and nobody met."""
    words = event_words(language)
    named = list(proper_names(cast, words))
    groups = [group for group in _grouped(cast, named) if any(of_this_report(cast, words, one) for one in group)]
    if groups:
        return tuple(_event(cast, words, group) for group in groups)
    common = common_noun(cast, words)
    return (_event(cast, words, [common]),) if common is not None else ()


def _grouped(cast: Cast, found: Sequence[Found]) -> list[list[Found]]:
    """Mentions of one event together: the same words, or the last words of a longer name."""
    groups: list[tuple[tuple[str, ...], list[Found]]] = []
    for each in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        name = _folded(cast, each)
        home = next((members for key, members in groups if key[-len(name) :] == name), None)
        if home is None:
            groups.append((name, [each]))
        else:
            home.append(each)
    ranked = [sorted(members, key=lambda one: one.first) for _, members in groups]
    return sorted(ranked, key=lambda members: (-_weight(cast, members), members[0].first))


def _weight(cast: Cast, members: Sequence[Found]) -> float:
    """How likely an event is the one reported: what the first paragraphs tell of outweighs what is named often."""
    tokens = cast.parse.tokens
    first = tokens[members[0].first].paragraph
    told = any(tokens[one.first].paragraph < _LEAD and _told(cast, one) for one in members)
    return min(len(members), _OFTEN) * 2 + (first < _EARLY) + _TOLD * told


def _told(cast: Cast, found: Found) -> bool:
    """Whether the main clause of its sentence tells of it, rather than a remark within another's."""
    clause = cast.clauses.around(found.last - 1)
    return (
        clause is not None
        and clause.form is Form.FINITE
        and clause.tense not in {Tense.NONE, Tense.PAST_PERFECT}
        and (clause.reported_by is None)
    )


def _folded(cast: Cast, found: Found) -> tuple[str, ...]:
    return tuple(
        cast.parse.tokens[i].text.casefold()
        for i in range(found.first, found.last)
        if cast.parse.tokens[i].text not in DASH
    )


def _event(cast: Cast, words: EventWords, group: Sequence[Found]) -> Event:
    best = max(group, key=lambda one: (one.last - one.first, -one.first))
    sentences = sorted({cast.parse.tokens[one.first].sentence for one in group})
    spans = tuple(cast.parse.span(cast.parse.sentences[i].start, cast.parse.sentences[i].end) for i in sentences[:2])
    name = cut(cast, best.first, best.last)
    aliases = {_folded(cast, each): cut(cast, each.first, each.last) for each in group}
    aliases.pop(_folded(cast, best), None)
    return Event(
        id=fact_id("event", cast.parse.article.id, " ".join(_folded(cast, best))),
        name=name,
        place=place_of(cast, words, group),
        when=when_of(cast, words, group, sentences),
        host=host_of(cast, words, group),
        evidence=_evidence(spans, best.proper),
        aliases=tuple(aliases.values()),
    )


def _evidence(spans: tuple[Span, ...], proper: bool) -> Evidence:
    rule, confidence = ("event.named", 0.9) if proper else ("event.common", 0.6)
    return Evidence(spans=spans, rule=rule, confidence=confidence)
