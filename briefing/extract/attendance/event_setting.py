"""Where and when an event took place and who held it, as the text has it."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterator, Sequence

from briefing.extract.attendance.event_words import EventWords, Found
from briefing.extract.grammar.clauses import Clause
from briefing.extract.lexis.names import capital
from briefing.extract.parsing.datelines import dateline_end
from briefing.extract.reference.cast import Cast
from briefing.model.facts import When
from briefing.model.span import Written

# Paragraphs of which one may begin with a dateline.
_HEADS = 3
_NEAR, _VERBS = 8, frozenset({"VERB", "AUX"})
_ASIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})
# "KUWAIT CITY, July 25: ": a dateline without an agency.
_DATED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: ")


def cut(cast: Cast, first: int, last: int) -> Written:
    """The words of tokens `first` up to not including `last`."""
    start, end = cast.parse.tokens[first].start, cast.parse.tokens[last - 1].end
    return Written(text=cast.parse.article.text[start:end], span=cast.parse.span(start, end))


def place_of(cast: Cast, words: EventWords, group: Sequence[Found]) -> Written | None:
    """The place that a sentence says of the event; else that of the dateline, where the lead tells of the event.

    A dateline is where a report was written: it says nothing of an interview, a call or an event told further down.
    """
    tokens = cast.parse.tokens
    said = [place for found in group for place in _places(cast, words, found)]
    told = [city for i, end in said if (city := _city(cast, i + 1, end)) is not None]
    told += [house for i, _ in said if (house := _house(cast, words, i)) is not None]
    if told:
        return told[0]
    lead = any(tokens[found.first].paragraph <= 2 for found in group)
    afar = any(tokens[i].lemma in words.at_a_distance for found in group for i in range(found.first, found.last))
    return _dateline_city(cast, words) if lead and not afar else None


def _places(cast: Cast, words: EventWords, found: Found) -> Iterator[tuple[int, int]]:
    """The prepositions that say where it was, and the end of their sentence."""
    tokens = cast.parse.tokens
    stretch = cast.parse.sentences[tokens[found.first].sentence]
    journey = not found.proper and any(tokens[i].lemma in words.journeys for i in range(found.first, found.last))
    for i in range(stretch.first, stretch.last - 1):
        where = tokens[i].text.lower() in {"in", "at"}
        leads = journey and tokens[i].text.lower() == "to" and found.first < i < found.last + 1
        if (where or leads) and i not in cast.quoted and _said_of(cast, words, i, found):
            yield i, stretch.last


def _house(cast: Cast, words: EventWords, preposition: int) -> Written | None:
    """A house or ground by its whole name: "at the Grand Palm Hotel", "in the town hall"."""
    tokens = cast.parse.tokens
    for noun in cast.parse.children[preposition]:
        if tokens[noun].dep == "pobj" and tokens[noun].text.capitalize() in words.venues:
            first = noun
            while first - 1 > preposition and (
                tokens[first - 1].pos in {"PROPN", "NOUN", "ADJ"} or tokens[first - 1].tag == "POS"
            ):
                first -= 1
            return cut(cast, first, noun + 1) if noun > first else None
    return None


def _said_of(cast: Cast, words: EventWords, preposition: int, found: Found) -> bool:
    """Whether the words after this preposition are said of the event: they hang on it, on its verb, or stand in it."""
    if not cast.parse.syntax or preposition in range(found.first, found.last):
        return True
    tokens = cast.parse.tokens
    clause = cast.clauses.around(found.last - 1)
    near = {clause.verb} if clause is not None else set()
    i = preposition
    for _ in range(4):
        i = tokens[i].head
        if i in range(found.first, found.last) or i in near:
            return True
        if tokens[i].pos in {"VERB", "AUX"}:
            return (
                tokens[i].lemma in words.holding and clause is not None and cast.clauses.around(clause.verb) is not None
            )
    return False


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
    return cut(cast, i, last)


def _dateline_city(cast: Cast, words: EventWords) -> Written | None:
    text = cast.parse.article.text
    for paragraph in cast.parse.paragraphs[:2]:
        end = dateline_end(text[paragraph.start : paragraph.start + 120])
        match = re.match(r"[^\W\d_][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)*", text[paragraph.start : paragraph.start + end])
        if end and match and match.group().split()[0].rstrip(".").lower() not in words.months:
            start, stop = paragraph.start, paragraph.start + len(match.group().rstrip("-–—"))
            return Written(text=text[start:stop], span=cast.parse.span(start, stop))
    return None


def datelines(cast: Cast) -> list[range]:
    """Where the first paragraphs say where and when they were written."""
    text = cast.parse.article.text
    heads = cast.parse.paragraphs[:_HEADS]
    found = []
    for one in heads:
        dated = _DATED.match(text, one.start, one.end)
        found.append(
            range(one.start, dated.end() if dated else one.start + dateline_end(text[one.start : one.start + 120]))
        )
    return found


def when_of(cast: Cast, words: EventWords, group: Sequence[Found], sentences: Sequence[int]) -> When | None:
    """The first full date in a sentence of the event, else its first weekday; a weekday is never resolved.

    The day of a dateline is when a report was written, and "until May 5" is when something ends.
    """
    text = cast.parse.article.text
    written_on = datelines(cast)
    weekday: When | None = None
    for sentence in [*sentences, 0]:
        if sentence >= len(cast.parse.sentences):
            break
        stretch = cast.parse.sentences[sentence]
        for match in words.date.finditer(text, stretch.start, stretch.end):
            before = text[stretch.start : match.start()].rstrip(" (").lower().rpartition(" ")[2]
            if before in words.not_then or any(match.start() in dateline for dateline in written_on):
                continue
            if not _dates_it(cast, words, group, match.start(), sentence):
                continue
            end = match.end() - (match.group().endswith(")") and "(" not in match.group())
            written = Written(text=text[match.start() : end], span=cast.parse.span(match.start(), end))
            if match.group("m1") or match.group("m2"):
                return _resolved(cast, words, match, written)
            weekday = weekday or When(written=written)
    return weekday


def _dates_it(cast: Cast, words: EventWords, group: Sequence[Found], place: int, sentence: int) -> bool:
    """Whether a date is that of the event rather than of what an aside tells, or of when somebody told of it."""
    tokens = cast.parse.tokens
    at = bisect.bisect_right(tokens, place, key=lambda token: token.start) - 1
    clause = cast.clauses.around(at)
    if clause is None or not cast.parse.syntax or tokens[clause.verb].sentence != sentence:
        return True
    here = [found for found in group if tokens[found.first].sentence == sentence]
    if not here:
        return tokens[clause.verb].dep != "relcl"
    below = cast.parse.subtree(clause.verb)
    for found in here:
        own = cast.clauses.around(found.last - 1)
        told = own is not None and own.verb != clause.verb and own.reported_by == clause.verb
        if _beside(cast, found, at, clause.verb) or (
            not told and any(i in below for i in range(found.first, found.last))
        ):
            return True
    if tokens[clause.verb].dep in _ASIDE or _tells(here, cast, clause):
        return False
    return (
        clause.reported_by is None or clause.lemma in words.assembling
    )  # "said that forty mayors had gathered Friday"


def _beside(cast: Cast, found: Found, date: int, verb: int) -> bool:
    """Whether a date stands behind the event with no verb between them, or in what is said of its noun."""
    tokens = cast.parse.tokens
    if found.last <= date < found.last + _NEAR and all(one.pos not in _VERBS for one in tokens[found.last : date]):
        return True
    for _ in range(3):
        if tokens[verb].dep not in {"acl", "relcl", "conj", "pobj", "prep", "pcomp", "appos"}:
            return False
        verb = tokens[verb].head
        if verb in range(found.first, found.last):
            return True
    return False


def _tells(here: Sequence[Found], cast: Cast, clause: Clause) -> bool:
    """Whether a clause reports what holds the event."""
    held = (cast.clauses.around(found.last - 1) for found in here)
    return any(one is not None and one.reported_by == clause.verb for one in held)


def _resolved(cast: Cast, words: EventWords, match: re.Match[str], written: Written) -> When:
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
