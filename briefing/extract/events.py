"""What took place, where and when, as the text has it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.extract.cast import Cast
from briefing.extract.identity import fact_id
from briefing.extract.lexicon import alternatives, load
from briefing.extract.names import capital, dateline_end, glued, runs
from briefing.model.facts import Event, Evidence, When
from briefing.model.span import Span, Written

_DASH = frozenset({"-", "–", "—", "‑"})
_WITHIN = frozenset({"of", "on", "for", "and", "the", "&", "in", "against", "to"})
_FULL_DATE = 3


@dataclass(frozen=True, slots=True)
class _Found:
    """An event's words in the text: tokens `first` up to not including `last`."""

    first: int
    last: int
    proper: bool


@dataclass(frozen=True, slots=True)
class _Words:
    named: frozenset[str]
    bodies: frozenset[str]
    common: tuple[str, ...]
    holding: frozenset[str]
    host: frozenset[str]
    months: dict[str, int]
    date: re.Pattern[str]


@functools.cache
def _words(language: str) -> _Words:
    data = load(language, "events")
    split = {
        key: tuple(" ".join(word.split()) for word in text.split(",") if word.strip()) for key, text in data.items()
    }
    months = {name: at % 12 + 1 for at, name in enumerate(split["months"][:12])}
    months |= {
        name: next(number for full, number in months.items() if full.startswith(name)) for name in split["months"][12:]
    }
    month, day = alternatives(split["months"]), r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    reach = rf"{day}(?:\s*(?:-|–|to|and|through|until)\s*{day})?"
    date = (
        rf"(?:(?:{alternatives(split['days'])})(?:,|\s+\()?\s+)?"
        rf"(?:(?P<m1>{month})\.?\s+(?P<d1>{reach})|(?P<d2>{reach})\s+(?:of\s+)?(?P<m2>{month})\.?)\)?(?!\d)(?:,?\s+(?P<year>20\d\d|19\d\d))?"
        rf"|(?:(?:last|next|this|on)\s+)?(?:{alternatives(split['days'])})(?:\s+(?:morning|afternoon|evening|night))?"
    )
    return _Words(
        frozenset(split["named"]), frozenset(split["bodies"]), split["common"], frozenset(split["holding"]),
        frozenset(split["host"]), months, re.compile(rf"(?<!\w)(?:{date})(?!\w)", re.IGNORECASE),
    )  # fmt: skip


def find_events(cast: Cast, language: str = "en") -> tuple[Event, ...]:
    """The events of an article, the main one first; none where nothing is named and nobody met."""
    words = _words(language)
    groups = _grouped(cast, list(_proper(cast, words)))
    events = [_event(cast, words, group) for group in groups]
    if events:
        return tuple(events)
    common = _common(cast, words)
    return (_event(cast, words, [common]),) if common is not None else ()


def _proper(cast: Cast, words: _Words) -> Iterator[_Found]:
    """Proper names of events: "International Defense Industries Forum"."""
    tokens = cast.parse.tokens
    for first, last in runs(cast.parse, cast.vocabulary):
        ends = [i for i in range(first, last) if tokens[i].text in words.named]
        if not ends or ends[-1] in cast.by_token:
            continue
        end = ends[-1] + 1
        begin = _joined(cast, first)
        if tokens[end - 1].text in words.bodies and not _held(cast, words, end - 1):
            continue
        if end - begin < 2:
            continue
        if any(i in cast.by_token for i in range(begin, end)) and end - begin < 4:
            continue
        yield _Found(begin, _qualified(cast, end), True)


def _joined(cast: Cast, first: int) -> int:
    """The beginning of the name, over dashes and small words: "USA – Ukraine Defense ..."."""
    tokens = cast.parse.tokens
    while first >= 2 and tokens[first - 1].sentence == tokens[first].sentence:
        before = tokens[first - 1]
        if before.text not in _DASH | {"and", "&", "of", "on", "for"} or not capital(tokens[first - 2]):
            break
        if before.text in {"of", "on", "for", "and"} and first - 2 in cast.title_at:
            break
        first -= 2
        while first > 0 and capital(tokens[first - 1]) and tokens[first - 1].sentence == tokens[first].sentence:
            if tokens[first - 1].pos == "DET":
                break
            first -= 1
    return first


def _qualified(cast: Cast, end: int) -> int:
    """The end of the name with what says its matter: "Conference on Disarmament", "Summit of the Americas"."""
    tokens = cast.parse.tokens
    i = end
    while (
        i + 1 < len(tokens) and tokens[i].text in {"on", "of", "for"} and tokens[i].sentence == tokens[end - 1].sentence
    ):
        j = i + 1
        while j < len(tokens) and (
            capital(tokens[j])
            or tokens[j].text in {"the", "and", ",", "&"}
            or (tokens[j].text == "-" and glued(tokens, j))
        ):
            if tokens[j].sentence != tokens[end - 1].sentence or cast.vocabulary.head_at(tokens, j) is not None:
                break
            j += 1
        while j > i + 1 and not capital(tokens[j - 1]):
            j -= 1
        if j == i + 1:
            break
        i = end = j
    return end


def _held(cast: Cast, words: _Words, head: int) -> bool:
    clause = cast.clauses.around(head)
    return clause is not None and clause.lemma in words.holding


def _grouped(cast: Cast, found: Sequence[_Found]) -> list[list[_Found]]:
    """Mentions of one event together: the same words, or the last words of a longer name."""
    groups: list[tuple[tuple[str, ...], list[_Found]]] = []
    for each in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        name = _folded(cast, each)
        home = next((members for key, members in groups if key[-len(name) :] == name), None)
        if home is None:
            groups.append((name, [each]))
        else:
            home.append(each)
    ranked = [sorted(members, key=lambda one: one.first) for _, members in groups]
    return sorted(
        ranked,
        key=lambda members: (-len(members) * 2 - (cast.parse.tokens[members[0].first].paragraph < 3), members[0].first),
    )


def _folded(cast: Cast, found: _Found) -> tuple[str, ...]:
    return tuple(
        cast.parse.tokens[i].text.casefold()
        for i in range(found.first, found.last)
        if cast.parse.tokens[i].text not in _DASH
    )


def _common(cast: Cast, words: _Words) -> _Found | None:
    """The weightiest common noun for an event in the first paragraphs, with what describes it."""
    best: tuple[int, int] | None = None
    limit = cast.parse.paragraphs[min(3, len(cast.parse.paragraphs) - 1)].last if cast.parse.paragraphs else 0
    tokens = cast.parse.tokens
    for token in tokens[:limit]:
        if token.pos not in {"NOUN", "PROPN"} or token.i in cast.quoted:
            continue
        before = tokens[token.i - 1].text.lower() if token.i else ""
        for key in (f"{before} {token.lemma}", token.lemma):
            if key in words.common and not {"recent", "last", "previous"} & {
                tokens[i].lemma for i in cast.parse.children[token.i]
            }:
                rank = (tokens[token.i].paragraph * 8 + words.common.index(key) // 4, token.i)
                best = rank if best is None or rank < best else best
                break
    if best is None:
        return None
    written = cast.phrase(best[1])
    first = next(i for i in range(best[1], -1, -1) if tokens[i].start <= written.span.start)
    while first < best[1] and tokens[first].text.lower() in {"the", "a", "an", "this", "his", "her", "their", "its"}:
        first += 1
    last = next(i for i in range(best[1], len(tokens)) if tokens[i].end >= written.span.end) + 1
    return _Found(first, last if last - first <= 14 else best[1] + 1, False)


def _event(cast: Cast, words: _Words, group: Sequence[_Found]) -> Event:
    best = max(group, key=lambda one: (one.last - one.first, -one.first))
    sentences = sorted({cast.parse.tokens[one.first].sentence for one in group})
    spans = tuple(cast.parse.span(cast.parse.sentences[i].start, cast.parse.sentences[i].end) for i in sentences[:2])
    name = _cut(cast, best.first, best.last)
    aliases = {_folded(cast, each): _cut(cast, each.first, each.last) for each in group}
    aliases.pop(_folded(cast, best), None)
    return Event(
        id=fact_id("event", cast.parse.article.id, " ".join(_folded(cast, best))),
        name=name,
        place=_place(cast, sentences),
        when=_when(cast, words, sentences),
        host=_host(cast, words, group),
        evidence=_evidence(spans, best.proper),
        aliases=tuple(aliases.values()),
    )


def _evidence(spans: tuple[Span, ...], proper: bool) -> Evidence:
    rule, confidence = ("event.named", 0.9) if proper else ("event.common", 0.6)
    return Evidence(spans=spans, rule=rule, confidence=confidence)


def _cut(cast: Cast, first: int, last: int) -> Written:
    start, end = cast.parse.tokens[first].start, cast.parse.tokens[last - 1].end
    return Written(text=cast.parse.article.text[start:end], span=cast.parse.span(start, end))


def _place(cast: Cast, sentences: Sequence[int]) -> Written | None:
    """The city after "in" or "at" in a sentence of the event, else that of the dateline."""
    for sentence in sentences:
        stretch = cast.parse.sentences[sentence]
        for i in range(stretch.first, stretch.last - 1):
            if cast.parse.tokens[i].text.lower() in {"in", "at"} and i not in cast.quoted:
                found = _city(cast, i + 1, stretch.last)
                if found is not None:
                    return found
    return _dateline_city(cast)


def _city(cast: Cast, i: int, end: int) -> Written | None:
    tokens = cast.parse.tokens
    place = cast.vocabulary.countries.at(tokens, i)
    if place is not None and (place.kind == "cities" or place.ambiguous):
        last = place.last
    elif tokens[i].entity in {"GPE", "FAC"} and capital(tokens[i]) and place is None:
        last = i + 1
        while last < end and tokens[last].entity in {"GPE", "FAC"} and capital(tokens[last]):
            last += 1
    else:
        return None
    if last + 1 < end and tokens[last].text == "," and tokens[last + 1].text in {"D.C.", "DC"}:
        last += 2
    return _cut(cast, i, last)


def _dateline_city(cast: Cast) -> Written | None:
    text = cast.parse.article.text
    for paragraph in cast.parse.paragraphs[:2]:
        end = dateline_end(text[paragraph.start : paragraph.start + 120])
        match = re.match(r"[^\W\d_][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)*", text[paragraph.start : paragraph.start + end])
        if end and match:
            start, stop = paragraph.start, paragraph.start + len(match.group().rstrip("-–—"))
            return Written(text=text[start:stop], span=cast.parse.span(start, stop))
    return None


def _when(cast: Cast, words: _Words, sentences: Sequence[int]) -> When | None:
    """The first full date in a sentence of the event, else its first weekday; a weekday is never resolved."""
    text = cast.parse.article.text
    weekday: When | None = None
    for sentence in [*sentences, 0]:
        if sentence >= len(cast.parse.sentences):
            break
        stretch = cast.parse.sentences[sentence]
        for match in words.date.finditer(text, stretch.start, stretch.end):
            written = Written(text=match.group(), span=cast.parse.span(match.start(), match.end()))
            if match.group("m1") or match.group("m2"):
                return _resolved(cast, words, match, written)
            weekday = weekday or When(written=written)
    return weekday


def _resolved(cast: Cast, words: _Words, match: re.Match[str], written: Written) -> When:
    """Month and day are a date where the text gives the year, or the article's own date is within half a year."""
    month = words.months[(match.group("m1") or match.group("m2")).lower().rstrip(".")]
    days = [int(day) for day in re.findall(r"\d+", match.group("d1") or match.group("d2"))]
    year = int(match.group("year")) if match.group("year") else _year(cast.parse.article.published, month, days[0])
    try:
        start, end = (dt.date(year or 0, month, day).isoformat() for day in (days[0], days[-1]))
    except ValueError:
        return When(written=written)
    return When(written=written, start=start, end=end) if start <= end else When(written=written)


def _year(published: str | None, month: int, day: int) -> int | None:
    """The year in which a month and day lie nearest to the article's date; `None` if it is far off or unknown."""
    try:
        stamp = dt.date.fromisoformat((published or "")[:10])
        near = min(
            (dt.date(stamp.year + shift, month, day) for shift in (-1, 0, 1)), key=lambda date: abs((date - stamp).days)
        )
    except ValueError:
        return None
    return near.year if abs((near - stamp).days) <= 60 else None


def _host(cast: Cast, words: _Words, group: Sequence[_Found]) -> Written | None:
    """Who hosts or organises it: the subject or agent of such a verb of which the event is the object."""
    tokens = cast.parse.tokens
    inside = {i for one in group for i in range(one.first, one.last)}
    for clause in cast.clauses:
        if clause.lemma not in words.host or clause.doer is None or clause.inherited:
            continue
        undergoers = [clause.subject] if clause.passive else list(clause.objects)
        hit = any(i in inside or (i is not None and tokens[i].lemma in words.common[:8]) for i in undergoers)
        if hit and tokens[clause.doer].pos in {"PROPN", "NOUN"}:
            mention = cast.by_token.get(clause.doer)
            return mention.words if mention is not None else cast.phrase(clause.doer)
    return None
