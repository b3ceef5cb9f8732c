"""Times to come as written, and the dates that the text itself settles; no parser.

Nothing is resolved from a page's own timestamp alone: a repost keeps the words and changes the stamp. The article's
date counts only where the text names a day close to it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import alternatives, load
from briefing.extract.measures.own_dates import day_before, made_day, next_weekday, own_date, shifted
from briefing.model.article import Article
from briefing.model.facts import When
from briefing.model.span import Span, Written

# Days and years that are counted otherwise than the calendar's.
_OTHER_COUNT = re.compile(r"\b(?:working|business|fiscal|financial|academic|school|hijri)\b", re.IGNORECASE)
_LATELY = 6  # months
_Dates = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Term:
    """A time found at `start` to `end`, its preposition included; `limit`: after "by", "before" and the like.

    `strong`: it looks ahead by itself ("next year", "soon", "by 2030"), so it never dates an act that is done.
    """

    start: int
    end: int
    when: When
    limit: bool
    strong: bool


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    strong: bool
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Grammar:
    patterns: tuple[_Pattern, ...]
    before: Mapping[str, re.Pattern[str]]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    dates: tuple[re.Pattern[str], ...]
    change: re.Pattern[str]
    ends: frozenset[str]
    parts: Mapping[str, Sequence[int]]


@functools.cache
def _grammar(language: str) -> _Grammar:
    data = load(language, "times")
    words = {name: alternatives(listed) for name, listed in data["words"].items()}
    words |= {
        "month": alternatives(data["months"]),
        "number": rf"(?:\d{{1,3}}|{alternatives(data['numbers'])})",
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|%|[.,]\d)",
        "year": r"(?:19|20)\d\d",
    }
    patterns = tuple(
        _Pattern(entry["name"], bool(entry.get("strong")), _compile(entry["regex"], words)) for entry in data["pattern"]
    )
    before = {
        kind: re.compile(rf"(?<!\w){alternatives(listed)}[\s-]+$", re.IGNORECASE)
        for kind, listed in data["before"].items()
    }
    dates = tuple(pattern.regex for pattern in patterns if pattern.name == "date")
    change = re.compile(rf"{_compile(data['change']['regex'], words).pattern}$", re.IGNORECASE)
    return _Grammar(
        patterns,
        before,
        data["months"],
        data["numbers"],
        dates,
        change,
        frozenset(data["words"]["end"]),
        data.get("parts", {}),
    )


def _compile(regex: str, words: Mapping[str, str]) -> re.Pattern[str]:
    for name, choice in words.items():
        regex = regex.replace("{" + name + "}", choice)
    spaced = regex.replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?<![\w$€£.,-])(?:{spaced})(?!\w)", re.IGNORECASE)


class TermFinder:
    """Finds the times to come in one article."""

    def __init__(self, article: Article, language: str = "en") -> None:
        self._article = article
        self._grammar = _grammar(language)

    @functools.cached_property
    def today(self) -> dt.date | None:
        """The article's date, if its own text settles it; `None` otherwise."""
        return own_date(self._article, self._grammar.dates, self._day)

    def find(self, start: int, end: int) -> list[Term]:
        """The times between two places, in order, without overlap."""
        found: list[Term] = []
        matches = [
            (match, pattern)
            for pattern in self._grammar.patterns
            for match in pattern.regex.finditer(self._article.text, start, end)
        ]
        taken = start
        for match, pattern in sorted(matches, key=lambda pair: (pair[0].start(), -pair[0].end())):
            if match.start() < taken:
                continue
            term = self._term(match, pattern, start)
            if term is not None:
                found.append(term)
                taken = term.end
        return found

    def _term(self, match: re.Match[str], pattern: _Pattern, start: int) -> Term | None:
        text = self._article.text
        head = text[max(start, match.start() - 24) : match.start()]
        kinds = {kind: found for kind, regex in self._grammar.before.items() if (found := regex.search(head))}
        if "past" in kinds or (match.group().lower() == "immediately" and "at" in kinds):
            return None
        bare = not ({"within", "limit", "ahead"} & kinds.keys() or re.search(r"now|time", match.group(), re.IGNORECASE))
        lasting = pattern.name == "bare_period" and re.search(r"\bfor\s+$", head, re.IGNORECASE) is not None
        lasting = lasting and not match.group().lower().endswith(("hour", "hours"))
        if pattern.name in {"bare_period", "bare_feast"} and bare and not lasting:
            return None
        if pattern.name == "bare_feast" and not {"limit", "ahead"} & kinds.keys():
            return None
        if pattern.name == "bare_period" and self._grammar.change.search(head + match.group()):
            return None
        preposition = max((found.group() for found in kinds.values()), key=len, default="")
        first, last = match.start() - len(preposition), match.end()
        last -= len(text[first:last]) - len(text[first:last].rstrip())
        kind = next((kind for kind, found in kinds.items() if found.group() == preposition), "")
        if kind == "ahead" and match.groupdict().get("verge", "").lower() in self._grammar.ends:
            kind = "limit"  # "before the end of March" is not over a day sooner
        settled = (None, None) if lasting else _RESOLVE.get(pattern.name, _unsettled)(self, match)
        dates = {
            "limit": (None, settled[1]),
            "ahead": (None, day_before(settled[0])),
            "from": (settled[0], None),
        }.get(kind, settled)
        written = Written(text=text[first:last], span=Span(article=self._article.id, start=first, end=last))
        this = match.groupdict().get("which") == "this"  # "announced this week" as often as "will open this week"
        strong = (pattern.strong and not this) or kind in {"limit", "ahead", "from"}
        strong = strong or (pattern.name == "bare_period" and preposition.lower().startswith("within"))
        limit = kind in {"limit", "ahead"}
        return Term(first, last, When(written=written, start=dates[0], end=dates[1]), limit, strong)

    def _day(self, match: re.Match[str], year: int) -> dt.date | None:
        month = self._grammar.months[match["month"].lower()]
        return made_day(int(match["year"] or year), month, int(match["day"]))

    def _number(self, written: str) -> int:
        return int(written) if written.isdigit() else self._grammar.numbers[written.lower()]

    def resolve_date(self, match: re.Match[str]) -> _Dates:
        """A day or days of a month; the year from the text or from the article's settled date."""
        if not match["year"] and self.today is None:
            return None, None
        year = self.today.year if self.today else 0
        first = self._day(match, year)
        if first is not None and not match["year"] and self.today and (self.today - first).days > 180:
            first = made_day(first.year + 1, first.month, first.day)  # in December, "January 15" is next year's
        if first is None:
            return None, None
        last = made_day(first.year, first.month, int(match["day2"])) if match["day2"] else first
        return first.isoformat(), (last or first).isoformat()

    def resolve_month(self, match: re.Match[str]) -> _Dates:
        """A month with its year."""
        written = f"{match['year']}-{self._grammar.months[match['month'].lower()]:02d}"
        return written, written

    def resolve_verge(self, match: re.Match[str]) -> _Dates:
        """The end of a month is its last day; other parts of it are only in that month.

        The year from the text, else that of the article's date; of a month lately gone by, none.
        """
        month = self._grammar.months[match["month"].lower()]
        year = int(match["year"] or self._coming_year(month))
        if not year:
            return None, None
        whole = f"{year}-{month:02d}"
        if match["verge"].lower() not in self._grammar.ends:
            return whole, whole
        last = f"{whole}-{calendar.monthrange(year, month)[1]:02d}"
        return last, last

    def _coming_year(self, month: int) -> int:
        """The year in which a month is to come; 0 where the article's date does not settle it."""
        if self.today is None or self.today.year == dt.MAXYEAR or 0 < self.today.month - month <= _LATELY:
            return 0
        return self.today.year + (month < self.today.month)

    def resolve_part(self, match: re.Match[str]) -> _Dates:
        """A quarter or half of a year by its months; its end or beginning is only in that year."""
        year, verge = match["year"], match.groupdict().get("verge") or ""
        months = self._grammar.parts.get(" ".join(verge.lower().split()))
        return (year, year) if months is None else (f"{year}-{months[0]:02d}", f"{year}-{months[1]:02d}")

    def resolve_next(self, match: re.Match[str]) -> _Dates:
        """The month, year that this or next names, where the article's date is settled."""
        if self.today is None or _OTHER_COUNT.search(match.group()):
            return None, None
        step = 1 if match["which"].lower() == "next" else 0
        unit = match["unit"].lower()
        if unit == "year":
            return str(self.today.year + step), str(self.today.year + step)
        if unit == "month":
            month = shifted(self.today, months=step)
            return f"{month.year}-{month.month:02d}", f"{month.year}-{month.month:02d}"
        return None, None

    def resolve_near(self, match: re.Match[str]) -> _Dates:
        """Today and tomorrow, where the article's date is settled."""
        if self.today is None or self.today == dt.date.max:
            return None, None
        day = self.today + dt.timedelta(days=match["near"].lower() == "tomorrow")
        return day.isoformat(), day.isoformat()

    def resolve_weekday(self, match: re.Match[str]) -> _Dates:
        """The next such day after the article's date; "next Friday" may be a week later, so it settles nothing."""
        if self.today is None or match.group().lower().startswith(("next", "coming")):
            return None, None
        day = next_weekday(self.today, match["weekday"].lower()).isoformat()
        return day, day

    def resolve_year_end(self, _: re.Match[str]) -> _Dates:
        """The end of the year in which the article was written."""
        return (None, None) if self.today is None else (str(self.today.year), str(self.today.year))

    def resolve_period(self, match: re.Match[str]) -> _Dates:
        """So many days, weeks, months or years from the article's date, where that is settled."""
        groups = match.groupdict()
        number, unit = groups.get("number") or groups.get("number2"), groups.get("unit") or groups.get("unit2")
        if (
            groups.get("half")
            or self.today is None
            or number is None
            or unit is None
            or _OTHER_COUNT.search(match.group())
        ):
            return None, None
        count, unit = self._number(number), unit.lower().rstrip("s")
        months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0) * count
        days = {"day": 1, "week": 7}.get(unit, 0) * count
        if not months and not days:
            return None, None
        return None, (shifted(self.today, months=months) + dt.timedelta(days=days)).isoformat()


def _unsettled(_: TermFinder, __: re.Match[str]) -> _Dates:
    return None, None


def _year(_: TermFinder, match: re.Match[str]) -> _Dates:
    year = match.groupdict().get("year")
    return year, year


def _years(_: TermFinder, match: re.Match[str]) -> _Dates:
    groups = match.groupdict()
    first, last = groups.get("year"), groups.get("year2")
    if first is None or last is None:
        return None, None
    return first, first[:2] + last if len(last) == 2 else last


_RESOLVE: Mapping[str, Callable[[TermFinder, re.Match[str]], _Dates]] = {
    "between": _years,
    "years": _years,
    "verge": TermFinder.resolve_part,
    "verge_month": TermFinder.resolve_verge,
    "year": _year,
    "season": _year,
    "date": TermFinder.resolve_date,
    "month": TermFinder.resolve_month,
    "next": TermFinder.resolve_next,
    "near": TermFinder.resolve_near,
    "weekday": TermFinder.resolve_weekday,
    "year_end": TermFinder.resolve_year_end,
    "period": TermFinder.resolve_period,
    "bare_period": TermFinder.resolve_period,
}
