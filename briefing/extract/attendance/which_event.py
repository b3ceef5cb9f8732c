"""To which event a place in the text belongs: the main one, another that its sentence names, or one without a name."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

from briefing.extract.attendance.asides import aside_paragraphs
from briefing.extract.attendance.event_words import event_words
from briefing.extract.grammar.clauses import Clause
from briefing.extract.lexis.names import capital
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Event
from briefing.model.span import Span, Written

_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_AT = frozenset({"at", "during"})
_IN_PLACE = frozenset({"in", "at"})
_SINCE = frozenset({"after", "before"})
_SPANS_OF_TIME = frozenset({"day", "week", "fortnight", "month", "year", "hour"})
# What hangs on a verb by these is told of another verb.
_OWN_VERB = frozenset({"ccomp", "relcl", "acl", "advcl", "conj", "parataxis"})


class WhichEvent:
    """Tells for each place in one article's text of which event it is told."""

    def __init__(self, cast: Cast, events: Sequence[Event], language: str = "en") -> None:
        self._cast = cast
        self._events = events
        self._words = event_words(language)
        self._tokens = cast.parse.tokens
        self._aside = aside_paragraphs(cast)
        self._elsewhere: dict[int, bool] = {}

    def __call__(self, place: int) -> str | None:
        """The event's id; `None` where there is none, or the clause tells of an occasion that is none of these."""
        if not self._events:
            return None
        if not _within(place, self._events[0].evidence.spans):
            for event in self._events[1:]:
                if _within(place, event.evidence.spans):
                    return event.id
        return None if self._of_another(place) else self._events[0].id

    def _of_another(self, place: int) -> bool:
        at = bisect.bisect_right(self._tokens, place, key=lambda token: token.start) - 1
        if at < 0 or self._tokens[at].paragraph in self._aside:
            return at >= 0
        clause = self._cast.clauses.around(at) if self._cast.parse.syntax else None
        if clause is None:
            return False
        known = self._elsewhere.get(clause.verb)
        if known is None:
            known = self._elsewhere[clause.verb] = self._tells_of_another(clause)
        return known

    def _tells_of_another(self, clause: Clause) -> bool:
        """Whether it has another day or city than the main event, is told as before or after it, or names another."""
        own = self._own_tokens(clause.verb)
        if any(map(self._is_main, own)):
            return any(map(self._called_another, own))
        if self._days_apart(clause.verb):
            return True
        if self._lasts:
            return any(map(self._called_another, own))
        return self._on_another_day(own) or self._in_another_city(own) or any(map(self._is_another, own))

    def _own_tokens(self, verb: int) -> list[int]:
        """The tokens of a clause but those of clauses below it."""
        found, open_ = [verb], [verb]
        while open_:
            below = [i for i in self._cast.parse.children[open_.pop()] if not self._has_own_verb(i)]
            found += below
            open_ += below
        return sorted(i for i in found if i not in self._cast.quoted)

    def _has_own_verb(self, token: int) -> bool:
        return self._tokens[token].dep in _OWN_VERB and self._cast.clauses.get(token) is not None

    @functools.cached_property
    def _head(self) -> str:
        """The noun of the main event, in dictionary form."""
        name = self._events[0].name
        if name is None:
            return ""
        first = bisect.bisect_left(self._tokens, name.span.start, key=lambda token: token.start)
        inside = [token for token in self._tokens[first : first + 20] if token.start < name.span.end]
        nouns = [one for one in inside if one.lemma.lower() in self._words.common or one.text in self._words.named]
        return (nouns or inside)[0 if nouns and not nouns[0].text[:1].isupper() else -1].lemma

    def _is_main(self, token: int) -> bool:
        """Whether it is the main event's noun, and not what lies before or after: "ahead of the rallies"."""
        if self._tokens[token].lemma != self._head:
            return False
        above = self._tokens[self._tokens[token].head]
        return (self._words.elsewhere | _SINCE).isdisjoint((above.text.lower(), self._tokens[above.head].text.lower()))

    @property
    def _lasts(self) -> bool:
        """Whether the main event goes on over days and places, as a tour does."""
        return self._head.lower() in self._words.lasting

    def _days_apart(self, verb: int) -> bool:
        """“came the day after X signed", "a week before she met Y"."""
        mark = next((i for i in self._cast.parse.children[verb] if self._tokens[i].text.lower() in _SINCE), None)
        if mark is None and self._tokens[verb].dep == "pcomp":
            above = self._tokens[verb].head
            mark = above if self._tokens[above].text.lower() in _SINCE else None
        return mark is not None and mark > 0 and self._tokens[mark - 1].lemma in _SPANS_OF_TIME

    def _on_another_day(self, own: Sequence[int]) -> bool:
        when = self._events[0].when
        day = _DAY.search(when.written.text.lower()) if when is not None else None
        told = {self._tokens[i].text.lower() for i in own} if day is not None else set()
        days = {word for word in told if _DAY.fullmatch(word)}
        return day is not None and bool(days) and day.group() not in days

    def _in_another_city(self, own: Sequence[int]) -> bool:
        place = self._events[0].place
        if place is None or not self._told_as_place(place):
            return False
        return any(city.casefold() not in place.text.casefold() for city in self._cities(own))

    def _told_as_place(self, place: Written) -> bool:
        """Whether the text says that it was there: a dateline does not."""
        before = self._cast.parse.article.text[max(0, place.span.start - 8) : place.span.start].split()
        return bool(before) and (before[-1] in _IN_PLACE or before[-2:-1] == ["in"])

    def _cities(self, own: Sequence[int]) -> Iterator[str]:
        for i in own:
            if self._tokens[i].text.lower() in _IN_PLACE and i + 1 < len(self._tokens):
                city = self._cast.vocabulary.countries.at(self._tokens, i + 1)
                if city is not None and city.kind == "cities":
                    yield " ".join(token.text for token in self._tokens[i + 1 : city.last])
                elif city is None and self._tokens[i + 1].entity == "GPE" and capital(self._tokens[i + 1]):
                    yield self._tokens[i + 1].text

    def _called_another(self, token: int) -> bool:
        """“another meeting", "a separate ceremony"."""
        below = {self._tokens[i].text.lower() for i in self._cast.parse.children[token]}
        return self._tokens[token].lemma in self._words.common and not below.isdisjoint(self._words.others)

    def _is_another(self, token: int) -> bool:
        """Whether it names an occasion of another kind at which something is said or done."""
        if self._called_another(token):
            return True
        one = self._tokens[token]
        at = self._tokens[one.head].text.lower() in _AT and one.dep == "pobj"
        kinds = self._kinds(one.lemma) if at else frozenset()
        return bool(kinds) and kinds.isdisjoint(self._kinds(self._head.lower()))

    def _kinds(self, noun: str) -> frozenset[int]:
        return frozenset(at for at, nouns in enumerate(self._words.kinds) if noun in nouns)


def _within(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)
