"""What a text tells of years or centuries ago, and who is dead: nobody of that time is at the event of today."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import alternatives, load
from briefing.extract.reference.cast import Cast, Person

_AFTER_NAME = 90  # characters behind a name in which the text tells that he is dead
_UNDATED = 2000  # a year before which is long past in an article without a date
_YEARS = r"(?:1\d|20)\d\d"
# "(1802-1870)", "(d. 1870)", ", who died in March 1843".
_DEAD = re.compile(
    rf"\W{{0,2}}\([^()]{{0,20}}?(?:\b{_YEARS}\s?[-–—]\s?(?P<life>{_YEARS})|\b(?:d\.|died)\s(?:in\s)?(?P<died>{_YEARS}))\)"
    rf"|,? (?:who (?:had )?)?(?:died|was (?:killed|assassinated|executed|murdered)) (?:[a-z]+ ){{0,3}}?in "
    rf"(?:[A-Z][a-z]+ )?(?P<in>{_YEARS})\b"
)


_BEFORE_DATE = r"(?:(?:back|but|and|then|later|early|late|so|once|one day|it was|that was) ){0,2}"
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Words:
    """`within`: anywhere in a clause. `opening`: where a sentence begins. `back`: what ends such a memory."""

    within: re.Pattern[str]
    opening: re.Pattern[str]
    back: re.Pattern[str]


@functools.cache
def _words(language: str = "en") -> _Words:
    data = load(language, "long_ago")
    lists = {name: alternatives([word.strip() for word in text.split(",")]) for name, text in data.items()}
    units, young = lists["units"], lists["young"]
    dated = (
        rf"(?:in|during|since|throughout) (?:the |his |her |their )?(?:(?:early|mid|late)[- ]{{1,3}})?"
        rf"(?:1[0-9]\d0s|20[01]0s|{lists['ages']}"
        rf"|(?!21st|twenty-first)[a-z0-9]+(?:st|nd|rd|th) (?:and [a-z0-9]+ )?century)"
        rf"|as an? {young}(?! (?:of|at|from|in|leader|union|activist|representative))"
        rf"|when (?:he|she|they) (?:was|were) (?:an? )?(?:{young}|only|just|young|\d\d?)"
        rf"|{units} (?:earlier|before|ago)|{lists['memories']}"
    )
    return _Words(
        within=re.compile(rf"\b(?:{dated})\b", re.IGNORECASE),
        opening=re.compile(rf"\W*{_BEFORE_DATE}(?:{dated}|in (?:[a-z]+ )?(?P<year>1\d\d\d|20[01]\d))\b", re.IGNORECASE),
        back=re.compile(rf"\b{lists['back']}\b", re.IGNORECASE),
    )


class LongAgo:
    """Reads off one article what lies long before its own day."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text = cast.parse.article.text
        year = (cast.parse.article.published or "")[:4]
        self._now = int(year) if year.isdigit() else None

    def tells(self, verb: int) -> bool:
        """Whether a clause does, by words of its own or by those with which its sentence begins."""
        if self._cast.parse.tokens[verb].sentence in self._memories:
            return True
        return _words().within.search(self.words(verb)) is not None

    def names(self, token: int) -> bool:
        """Whether the clause in which a name stands does."""
        clause = self._cast.clauses.around(token)
        return clause is not None and self.tells(clause.verb)

    def words(self, verb: int) -> str:
        """The words under a verb but those of clauses on its nouns and of what it reports."""
        parse, found, open_ = self._cast.parse, [verb], [verb]
        while open_:
            below = [i for i in parse.children[open_.pop()] if parse.tokens[i].dep not in _CLAUSES]
            found += below
            open_ += below
        return " ".join(parse.tokens[i].text for i in sorted(found))

    @functools.cached_property
    def dead(self) -> frozenset[str]:
        """Keys of the people of whom the text says that they died in a year before its own, or calls them late."""
        return frozenset(
            person.key
            for person in self._cast.people
            if any(map(self._before, self._deaths(person))) or any(self._late(one.first) for one in person.mentions)
        )

    def _late(self, first: int) -> bool:
        """“the late King X”: not "the late arrival of X", nor "Late on Monday X"."""
        tokens = self._cast.parse.tokens
        i = first - 1
        while i > 0 and (tokens[i].text[:1].isupper() or tokens[i].dep == "compound") and tokens[i].text != "Late":
            i -= 1
        return i > 0 and tokens[i].text.lower() == "late" and tokens[i - 1].tag in {"DT", "PRP$", "POS"}

    def _deaths(self, person: Person) -> Iterator[int]:
        for mention in person.mentions:
            start, end = mention.words.span.start, mention.words.span.end
            found = _DEAD.match(self._text, end, end + _AFTER_NAME)
            if found is not None and not (found["in"] and self._text.endswith("of ", 0, start)):  # "son of X, who died"
                yield int(found["life"] or found["died"] or found["in"])

    def _before(self, year: int) -> bool:
        return year < (_UNDATED if self._now is None else self._now)

    @functools.cached_property
    def _memories(self) -> frozenset[int]:
        """The sentences that a date long past opens, and those behind in the paragraph until it is today again."""
        found: set[int] = set()
        paragraph = -1
        for at, one in enumerate(self._cast.parse.sentences):
            if one.first >= one.last:
                continue
            here = self._cast.parse.tokens[one.first].paragraph
            opened = _words().opening.match(self._text, one.start, one.end)
            if opened is not None and (opened["year"] is None or self._before(int(opened["year"]) + 1)):
                paragraph = here
            elif here != paragraph or _words().back.search(self._text, one.start, one.end):
                paragraph = -1
            if here == paragraph:
                found.add(at)
        return frozenset(found)
