"""Which part of a run of capitalised words can be a person's name, behind countries, bodies, titles and honorifics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing.extract.lexis.names import capital, runs, runs_on
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.portfolios import head_ends_at, portfolio_end, portfolio_head
from briefing.extract.people.run_openings import is_filed_from, past_opening
from briefing.extract.people.run_reading import HALLOWED, RunReader

# What stands within a run of capitals only before a name: "Foreign Affairs and Emigration Dr. Ann Lee".
_ADDRESS = "dr dr. mr mr. mrs mrs. ms ms. prof. eng. engr engr. shri smt smt. h.e. hon. datuk dato tuan"
_ADDRESSES = frozenset(_ADDRESS.split())
_SHIPS = frozenset({"MV", "M/V", "HMS", "USS", "HMAS", "HMNZS", "HMCS", "BRP", "KRI", "RMS", "RRS", "USNS", "USCGC"})
# "Dubbed Big Lee, the rock": whatever the sentence goes on with is called so.
_CALLED = frozenset({"Dubbed", "Called", "Named", "Nicknamed", "Titled", "Entitled", "Christened", "Codenamed"})
_OF_PLACES = frozenset({"mayor", "mayoress", "governor", "prefect", "bishop", "archbishop", "city", "town", "village"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run's part that may be a person's name: tokens `first` up to not including `last`.

    `title_head`: token index just after a title that stands directly before. `honorific`: `m`, `f`, `n` or `None`.
    """

    first: int
    last: int
    titled: bool = False
    honorific: str | None = None


@dataclass(slots=True)
class Draft:
    """A person in the making: all places that carry the name, in order."""

    places: list[Candidate] = field(default_factory=list)
    confidence: float = 0.9


def text_of(parse: Parse, place: Candidate) -> str:
    """The words of a candidate."""
    return parse.article.text[parse.tokens[place.first].start : parse.tokens[place.last - 1].end]


def candidates(parse: Parse, words: Vocabulary) -> list[Candidate]:
    """The parts of all runs that may be a person's name."""
    found = []
    for begin, last in _unbroken(parse, words):
        if parse.tokens[begin].text in _SHIPS | _CALLED and last - begin > 1:
            continue
        if last - begin == 1 and (is_filed_from(parse, begin) or parse.tokens[begin].pos == "PRON"):
            continue
        first = past_opening(parse, begin, last)
        if last - first == 1 and _is_governed(parse.tokens, first):
            continue
        if last - first == 2 and _is_hallowed(parse.tokens, first, words):
            continue
        candidate = _strip(parse, words, first, last)
        if candidate is None and last - first == 1 and not _after_article(parse.tokens, first):
            candidate = Candidate(first, last)  # a title that may be a surname elsewhere in full ("Dean")
        if candidate is not None:
            found.append(_addressed(parse, words, candidate))
    return found


def _unbroken(parse: Parse, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """The runs, those joined between which a parser begins a sentence though none has ended: "Kevin | So Kam-wai"."""
    tokens, joined = parse.tokens, None
    for first, last in runs(parse, words):
        if joined is None:
            joined = first, last
            continue
        end = joined[1]
        gap = first - end == 1 and capital(tokens[end]) and tokens[end].text.lower() in words.family_first
        person = tokens[end - 1].entity == "PERSON" and tokens[end - 1].text.isalpha()
        if (
            (first == end or gap)
            and person
            and tokens[end].paragraph == tokens[first - 1].paragraph == tokens[end - 1].paragraph
        ):
            joined = joined[0], last
            continue
        yield joined
        joined = first, last
    if joined is not None:
        yield joined


def _addressed(parse: Parse, words: Vocabulary, place: Candidate) -> Candidate:
    """The candidate with the honorific whose stop is a token of its own: "Ven. Thich Nhat Minh", "Queen ‘Masenya"."""
    tokens, stop = parse.tokens, place.first - 1
    if stop > 0 and tokens[stop].text in _MARKS and tokens[stop].end == tokens[place.first].start:
        closed = any(token.text in _MARKS for token in tokens[place.last : place.last + _LONGEST_MARKED])
        return replace(place, titled=place.titled or (not closed and head_ends_at(tokens, stop - 1, words)))
    if place.honorific is not None or stop < 1 or tokens[stop].text != "." or not capital(tokens[stop - 1]):
        return place
    short = tokens[stop - 1].text.lower()
    glued = tokens[stop].start == tokens[stop - 1].end and runs_on(tokens, place.first, words)
    return replace(place, honorific=words.honorifics[short]) if glued and short in words.honorifics else place


# What some languages begin a name with.
_MARKS, _LONGEST_MARKED = frozenset("‘’'"), 6


def _is_governed(tokens: tuple[Token, ...], first: int) -> bool:
    """`The mayor of Larne, Ann Lee`: whose mayor somebody is is a place, however it sounds."""
    return first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].text.lower() in _OF_PLACES


def _is_hallowed(tokens: tuple[Token, ...], first: int, words: Vocabulary) -> bool:
    """`San Marco`, `Saint Mary`: a place, a body or a saint; "San" alone is a given name too."""
    hallowed = tokens[first].text.lower() in HALLOWED and tokens[first + 1].text.lower() in words.given
    return hallowed and not words.countries.at(tokens, first)


def _after_article(tokens: tuple[Token, ...], first: int) -> bool:
    return first > 0 and tokens[first - 1].text.lower() in _ARTICLES


_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "’s", "'s"})


def _strip(parse: Parse, words: Vocabulary, first: int, last: int) -> Candidate | None:
    """The run without countries, organisations, titles and honorifics before the name."""
    tokens = parse.tokens
    while last - first > 2 and tokens[last - 1].text in words.postnominals:
        last -= 1
    addressed = next((k for k in range(last - 2, first, -1) if tokens[k].text.lower() in _ADDRESSES), first)
    i, titled = (addressed, True) if addressed > first else _past_office(parse, words, first, last)
    honorific: str | None = None
    run = RunReader(tokens, first, last, words)
    while i < last:
        after, is_title, gender = (i + 1, False, None) if tokens[i].text == "." else run.step(i)
        if after == i:
            break
        titled = titled or is_title
        honorific = gender if gender is not None and honorific in {None, "n"} else honorific
        i = after
    while last - i > 2 and _ends_body(tokens, i, words):
        i += 1
    while last > i and tokens[last - 1].text.lower() in {"-", ".", "president", "minister", "governor", "&"}:
        last -= 1
    return Candidate(i, last, titled, honorific) if i < last else None


def _ends_body(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """`the ministry of local Government | Ann Lee`: the last word of a body before a name."""
    bounded = tokens[i].entity != "PERSON" and tokens[i + 1].entity == "PERSON"
    return bounded and tokens[i].text.lower() in words.not_people - words.also_surnames


def _past_office(parse: Parse, words: Vocabulary, first: int, last: int) -> tuple[int, bool]:
    """Past the part of the run that belongs to a title before it, and whether there is one."""
    straddling = _head_into(parse.tokens, first, words)
    if straddling is not None:
        return straddling, True
    office = portfolio_head(parse, words, first)
    if office is None:
        return first, False
    if capital(parse.tokens[office]):
        return portfolio_end(parse.tokens, first, last, words), True
    whole = words.countries.at(parse.tokens, first)
    if whole is not None and whole.last == last:
        return last, True  # "officials in San Marco"
    if any(head_ends_at(parse.tokens, k, words) for k in range(first, last - 1)):
        return first, False  # "chief aide to Environment Minister Ann Lee"
    # "president of Acme Widgets": the name would stand before, not behind
    known = (k for k in range(first + 1, last) if parse.tokens[k].text.lower() in words.given)
    return next(known, last), True


def _head_into(tokens: tuple[Token, ...], first: int, words: Vocabulary) -> int | None:
    """The end of a title head that begins before the run and ends in it ("secretary of | State Antony ...")."""
    for j in range(max(0, first - 4), first):
        head = words.head_at(tokens, j)
        if head is not None and head[0] > first:
            return head[0]
    return None
