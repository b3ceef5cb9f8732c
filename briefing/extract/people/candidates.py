"""Which part of a run of capitalised words can be a person's name, behind countries, bodies, titles and honorifics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing.extract.lexis.names import capital, runs, runs_on
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.portfolios import head_ends_at, portfolio_end, portfolio_head
from briefing.extract.people.run_openings import is_filed_from, past_opening
from briefing.extract.titles.title_bounds import AFTER_HEAD

_LONGEST_NAME = 5
# What stands within a run of capitals only before a name: "Foreign Affairs and Emigration Dr. Ann Lee".
_ADDRESS = "dr dr. mr mr. mrs mrs. ms ms. prof. eng. engr engr. shri smt smt. h.e. hon. datuk dato tuan"
_ADDRESSES = frozenset(_ADDRESS.split())
_SHIPS = frozenset({"MV", "M/V", "HMS", "USS", "HMAS", "HMNZS", "HMCS", "BRP", "KRI", "RMS", "RRS", "USNS", "USCGC"})
# "Dubbed Big Lee, the rock": whatever the sentence goes on with is called so.
_CALLED = frozenset({"Dubbed", "Called", "Named", "Nicknamed", "Titled", "Entitled", "Christened", "Codenamed"})
_OF_PLACES = frozenset({"mayor", "mayoress", "governor", "prefect", "bishop", "archbishop", "city", "town", "village"})


_PAGEANT = frozenset({"miss", "mister", "mrs", "mr"})
_CONTESTS = frozenset({"Universe", "World", "International", "Earth", "Supranational", "Grand", "Globe", "Cosmo"})
_HALLOWED = frozenset({"saint", "st", "st.", "san", "santa", "sao", "são"})


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
        if last - begin == 1 and is_filed_from(parse, begin):
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
    """The candidate with the honorific whose stop is a token of its own: "Ven. Thich Nhat Minh"."""
    tokens, stop = parse.tokens, place.first - 1
    if place.honorific is not None or stop < 1 or tokens[stop].text != "." or not capital(tokens[stop - 1]):
        return place
    short = tokens[stop - 1].text.lower()
    glued = tokens[stop].start == tokens[stop - 1].end and runs_on(tokens, place.first, words)
    return replace(place, honorific=words.honorifics[short]) if glued and short in words.honorifics else place


def _is_governed(tokens: tuple[Token, ...], first: int) -> bool:
    """`The mayor of Larne, Ann Lee`: whose mayor somebody is is a place, however it sounds."""
    return first > 1 and tokens[first - 1].text == "of" and tokens[first - 2].text.lower() in _OF_PLACES


def _is_hallowed(tokens: tuple[Token, ...], first: int, words: Vocabulary) -> bool:
    """`San Marco`, `Saint Mary`: a place, a body or a saint; "San" alone is a given name too."""
    hallowed = tokens[first].text.lower() in _HALLOWED and tokens[first + 1].text.lower() in words.given
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
    run = _Run(tokens, first, last, words)
    while i < last:
        after, is_title, gender = (i + 1, False, None) if tokens[i].text == "." else run.step(i)
        if after == i:
            break
        titled = titled or is_title
        honorific = gender if gender is not None and honorific in {None, "n"} else honorific
        i = after
    while last > i and tokens[last - 1].text.lower() in {"-", ".", "president", "minister", "governor", "&"}:
        last -= 1
    return Candidate(i, last, titled, honorific) if i < last else None


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
    # "president of Acme Widgets": the name would stand before, not behind
    known = (k for k in range(first + 1, last) if parse.tokens[k].text.lower() in words.given)
    return next(known, last), True


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitalised words, read from the left."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    words: Vocabulary

    def step(self, i: int) -> tuple[int, bool, str | None]:
        """Past one country, title or honorific: (next token, whether a title, gender told); `i` itself at a name."""
        text = self.tokens[i].text.lower()
        place = self.words.countries.at(self.tokens, i) if text in _HALLOWED else None
        if place is not None and i + 1 < place.last <= self.last and place.kind == "names":
            return place.last, False, None  # "Saint Lucia"
        head = self.words.head_at(self.tokens, i)
        own = head is not None and (self._surname(i, head[0], self.first) or self._own_given(i, head[0]))
        if head is not None and head[0] <= self.last and not own:
            gender = self.words.honorifics.get(text)
            return head[0], True, gender if gender in {"m", "f"} else None
        if i == self.first and (self._abbreviation(i) or self._state(i)):
            return i + 1, False, None
        after_title = self._last_head(i)
        if after_title is not None:
            return after_title, True, None
        return self._past_address(i) or (self._past_country(i), False, None)

    def _abbreviation(self, i: int) -> bool:
        """“DOC Dave Rogers”: a body's letters before a name in small ones."""
        text = self.tokens[i].text
        if not (text.isupper() and text.isalpha() and len(text) > 2 and self.last - i > 2):
            return False
        return not any(self.tokens[k].text.isupper() and len(self.tokens[k].text) > 2 for k in range(i + 1, self.last))

    def _past_address(self, i: int) -> tuple[int, bool, str | None] | None:
        """Past an honorific of one or two words, or "designate"."""
        text = self.tokens[i].text.lower()
        if i + 1 < self.last and text in _PAGEANT and self.tokens[i + 1].text in _CONTESTS:
            return i + 2, True, None  # "Miss Universe"
        pair = f"{text} {self.tokens[i + 1].text.lower()}" if i + 2 < self.last else ""
        if pair in self.words.honorifics:
            return i + 2, False, self.words.honorifics[pair]
        if text in AFTER_HEAD and i > self.first:
            return i + 1, True, None
        known = text in self.words.honorifics and not self._is_given(i)
        return (i + 1, False, self.words.honorifics[text]) if known else None

    def _state(self, i: int) -> bool:
        """“OK Gov. Ann Lee”: two letters for a state before a title."""
        text = self.tokens[i].text
        return (
            len(text) == 2
            and text.isupper()
            and i + 1 < self.last
            and self.words.head_at(self.tokens, i + 1) is not None
        )

    def _past_country(self, i: int) -> int:
        place = self.words.countries.at(self.tokens, i)
        if place is None or place.last > self.last:
            return i + 1 if self.tokens[i].text in {"-", "‑"} else i
        given = self.tokens[i].entity == "PERSON" or self.tokens[i].text.lower() in self.words.given
        given = given or self._heads_end(i)  # "Foreign Minister Adelaide Santos", "its minister, Adelaide Santos"
        doubtful = place.ambiguous or (place.kind == "cities" and given)
        return i if doubtful and i + 1 < self.last and self._likely_name(i) else place.last

    def _heads_end(self, i: int) -> bool:
        """Whether a title ends just before this token, or before the comma there."""
        comma = i == self.first and i > 1 and self.tokens[i - 1].text == ","
        return (comma or i > self.first) and head_ends_at(self.tokens, i - 2 if comma else i - 1, self.words)

    def _is_given(self, i: int) -> bool:
        """A given name that is also an honorific ("Don Smith"): before a single word."""
        text = self.tokens[i].text.lower()
        if text not in self.words.given or self.last - i != 2:
            return False
        return self.words.honorifics[text] != "n" and text not in {"sheikh", "king", "prince", "sir"}

    def _likely_name(self, i: int) -> bool:
        following = self.tokens[i + 1].text.lower()
        if following in self.words.not_people or following in self.words.modifiers:
            return False
        if self.words.head_at(self.tokens, i + 1) is not None:
            return False
        # Joined parts of Arabic names are tokens of their own: "Sheikh Sabah Al-Khaled Al-Hamad".
        joined = sum(token.text in {"-", "‑"} for token in self.tokens[i : self.last])
        return self.last - i - 2 * joined <= (_LONGEST_NAME if i > self.first or self._heads_end(i) else 3)

    def _last_head(self, i: int) -> int | None:
        """The end of the last title head further on, unless it could be the name's own last word."""
        ends = [
            head[0]
            for j in range(i + 1, self.last)
            if (head := self.words.head_at(self.tokens, j)) is not None
            and head[0] <= self.last
            and not self._surname(j, head[0], i)
            and not self._second_given(j, head[0])
        ]
        return ends[-1] if ends else None

    def _second_given(self, i: int, end: int) -> bool:
        """Whether a title word is here a given name behind another: "Hossein Amir Abdollahian"."""
        names = self.words.given
        return end - i == 1 and self.tokens[i].text.lower() in names and self.tokens[i - 1].text.lower() in names

    def _own_given(self, i: int, end: int) -> bool:
        """Whether a title word is the given name of whoever's title stands before: "Finance Minister Sultan Ahmad"."""
        known = end - i == 1 and self.last - end == 1 and self.tokens[i].text.lower() in self.words.given
        return known and self._heads_end(i)

    def _surname(self, i: int, end: int, first: int) -> bool:
        """Whether a title word is here a name's last word ("Stephen King")."""
        if end - i > 1 or end != self.last or self.last - first > 3:
            return False
        before = self.tokens[i - 1].text.lower() if i > first else ""
        person = self.tokens[i].entity == self.tokens[i - 1].entity == "PERSON"
        return person or (before in self.words.given and before not in self.words.not_people)


def _head_into(tokens: tuple[Token, ...], first: int, words: Vocabulary) -> int | None:
    """The end of a title head that begins before the run and ends in it ("secretary of | State Antony ...")."""
    for j in range(max(0, first - 4), first):
        head = words.head_at(tokens, j)
        if head is not None and head[0] > first:
            return head[0]
    return None
