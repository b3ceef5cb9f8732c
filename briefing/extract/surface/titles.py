"""Titles as written: their heads, what they are titles of, and the name that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.extract.parse import Parse, Token
from briefing.extract.surface.lemmas import is_word
from briefing.extract.surface.lexicons import Head, Lexicons
from briefing.extract.surface.runs import Run, acronym, capital
from briefing.extract.surface.spotted import Spotted

_LONGEST = 16
_MARKS = {"«": "»", "„": "”", "“": "”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Title:
    """A role phrase, tokens `first` to `last`; `head`: where its head word is.

    `name`: the run of its holder's name, `None` if it stands alone. `plain`: in the nominative. `outer`: where the
    phrase begins with its article. `joined`: names that share it ("ministers A and B") are not told apart here.
    """

    first: int
    last: int
    head: Head
    outer: int
    name: Run | None
    country: str | None
    body: tuple[int, int] | None

    @property
    def plain(self) -> bool:
        """Whether it can be the subject of a verb by its form."""
        return self.head.plain

    def text(self, parse: Parse) -> str:
        """The role as written."""
        return parse.article.text[parse.tokens[self.first].start : parse.tokens[self.last - 1].end]


class Titles:
    """Reads the titles of one article."""

    def __init__(self, parse: Parse, words: Lexicons, starts: Mapping[int, Run], spotted: Spotted) -> None:
        """`starts`: the runs that may be names, by their first tokens."""
        self._parse = parse
        self._tokens = parse.tokens
        self._words = words
        self._starts = starts
        self._places = spotted.places
        self._heads = spotted.heads
        self._bodies = spotted.bodies

    def find(self) -> list[Title]:
        """All titles in order; one that is part of another's phrase is not told apart."""
        found: list[Title] = []
        i = 0
        while i < len(self._tokens):
            head = self._heads.get(i)
            if head is None:
                i += 1
                continue
            title = self._title(head, found[-1].last if found else 0)
            shared = list(self._shared(title)) if head.plural and self._words.grammar.comma_name else []
            found.extend(shared or [title])
            i = max(found[-1].last, head.last)
        return found

    def _shared(self, title: Title) -> Iterator[Title]:
        """“los presidentes de Ecuador, Daniela Carrasco, y de Colombia, Germán Petit”."""
        tokens, first, last = self._tokens, title.first, title.last
        while last < len(tokens) and tokens[last].text == "," and last + 1 in self._starts:
            run = self._starts[last + 1]
            if tokens[run.first].sentence != tokens[title.first].sentence or run.last - run.first < 2:
                return
            country, body = self._complement(first, last, title.head)
            outer = title.outer if first == title.first else first
            own = (first, last) if first == title.first else (title.head.first, title.head.last)
            yield Title(*own, title.head, outer, run, country, body)
            first = run.last
            small = self._words.grammar.conjunctions | {","}
            while first < len(tokens) and tokens[first].text.lower() in small:
                first += 1
            last = first
            while (
                last < len(tokens) and tokens[last].text != "," and last - first < _LONGEST and last not in self._starts
            ):
                last += 1
            if first >= len(tokens) or tokens[first].text.lower() not in self._words.grammar.joins:
                return

    def _title(self, head: Head, floor: int) -> Title:
        first = self._begin(head, floor)
        last, name = self._extend(head)
        outer = first
        if outer > floor and self._tokens[outer - 1].text.lower() in self._words.grammar.articles:
            outer -= 1
        country, body = self._complement(first, last, head)
        return Title(first, last, head, outer, name, country, body)

    def _begin(self, head: Head, floor: int) -> int:
        """Where the phrase begins: with adjectives of rank, time or nation before the head."""
        first = head.first
        while first > floor and self._tokens[first - 1].sentence == self._tokens[first].sentence:
            before = self._tokens[first - 1]
            place = self._places.get(first - 1)
            nation = place is not None and place.kind == "people" and place.last == first
            if not (before.lemma in self._words.modifiers or before.text.lower() in self._words.modifiers or nation):
                break
            first -= 1
        return first

    def _extend(self, head: Head) -> tuple[int, Run | None]:
        """The end of the phrase and the name that follows it."""
        tokens, grammar = self._tokens, self._words.grammar
        j = head.last
        while j < len(tokens) and j - head.last < _LONGEST and tokens[j].sentence == tokens[head.first].sentence:
            token = tokens[j]
            if token.text in _MARKS:
                end = self._quoted(j)
                if end is None:
                    break
                j = end
                continue
            if token.text == ",":
                name = self._after_comma(head, j)
                return self._trimmed(head, j), name
            if not token.text[0].isalnum():
                break
            run = self._after_honorific(j)
            if run is not None:
                return self._trimmed(head, j), run
            place = self._places.get(j)
            if place is not None and not (j in self._starts and self._words.given_gender(token)):
                j = place.last
                continue
            if j in self._starts:
                name = self._name_at(head, j)
                if name is not None:
                    return self._trimmed(head, name.first), name
                j = self._starts[j].last
                continue
            if not self._goes_on(j, grammar.cases):
                break
            j += 1
        return self._trimmed(head, j), None

    def _goes_on(self, j: int, cases: bool) -> bool:
        token, grammar, lower = self._tokens[j], self._words.grammar, self._tokens[j].text.lower()
        if acronym(token) or j in self._bodies:
            return True
        inner = self._heads.get(j)
        if inner is not None and cases and inner.plain and not inner.plural:
            return False
        if lower in grammar.joins:
            return self._joins(j, lower, cases)
        if lower in grammar.conjunctions:
            return self._coordinates(j)
        return lower not in grammar.small | grammar.adverbs and not grammar.is_finite(token)

    def _joins(self, j: int, lower: str, cases: bool) -> bool:
        """Whether a preposition or article after a title leads to what it is a title of."""
        if j + 1 >= len(self._tokens):
            return False
        following = self._tokens[j + 1]
        grammar = self._words.grammar
        bare = lower in grammar.articles and lower not in grammar.genitives
        if bare and self._tokens[j - 1].text.lower() not in grammar.joins:
            return False
        run = self._starts.get(j + 1)
        if (
            cases
            and run is not None
            and any(self._words.given_gender(self._tokens[k]) is not None for k in range(run.first + 1, run.last - 1))
        ):
            return True
        if lower in self._words.grammar.within:
            place = self._places.get(j + 1)
            return (place is not None and place.kind == "names") or j + 1 in self._bodies or self._of_affairs(j + 1)
        return not cases or lower not in self._words.grammar.prepositions or following.text.lower() in (
            self._words.grammar.topics
        )  # fmt: skip

    def _of_affairs(self, j: int) -> bool:
        """Whether a portfolio stands at `j`: a word with a capital letter that names neither a place nor anybody."""
        if self._words.grammar.capital_nouns or self._words.grammar.cases:
            return False
        if self._tokens[j].text.lower() in self._words.grammar.articles and j + 1 < len(self._tokens):
            j += 1
        run, token = self._starts.get(j), self._tokens[j]
        named = run is not None and (run.last > j + 1 or self._words.given_gender(token) is not None)
        known = run is None or is_word(self._words.grammar.language, token.text)
        return capital(token) and known and not named and j not in self._places

    def _coordinates(self, j: int) -> bool:
        """“of Science and Technology”: words of one portfolio on both sides."""
        if j + 1 >= len(self._tokens):
            return False
        left, right = self._tokens[j - 1], self._tokens[j + 1]
        if right.text.lower() in self._words.grammar.small or j + 1 in self._heads:
            return False
        if j + 1 in self._starts and self._words.given_gender(right):
            return False
        if j - 1 in self._places and j + 1 in self._places:
            return True
        if self._words.grammar.cases:
            return not capital(right) and not capital(left) and not self._words.grammar.is_finite(right)
        return capital(left) and capital(right)

    def _name_at(self, head: Head, j: int) -> Run | None:
        """The name in the run at `j`; `None` where the run is what the title is of."""
        run, tokens, words = self._starts[j], self._tokens, self._words
        led = tokens[j - 1].text.lower() in words.grammar.joins and j > head.last
        size = run.last - run.first
        for k in range(j, run.last - 1):
            if words.given_gender(tokens[k]) is not None and (k > j if led else True):
                return Run(k, run.last) if words.grammar.cases or k == j else run
        if led:
            return None
        if size == 1 and words.grammar.cases and head.plain and tokens[j].text.lower() in words.given:
            return run
        if size == 1:
            before_other = run.last < len(tokens) and run.last in self._heads
            return run if j == head.last and self._in_same_case(head, tokens[j]) and not before_other else None
        wanted = words.grammar.name_words
        if wanted and size > wanted:
            return Run(run.last - wanted, run.last)
        return run

    def _in_same_case(self, head: Head, token: Token) -> bool:
        """Whether a single word after a head can be its holder rather than what it is a title of."""
        if not self._words.grammar.cases:
            return True
        return head.plain and token.lemma == token.text.lower().replace("’", "'")

    def _after_comma(self, head: Head, comma: int) -> Run | None:
        """“el ministro de Energía, Rodrigo Palacios,”."""
        run = self._starts.get(comma + 1)
        if run is None or not self._words.grammar.comma_name or head.plural:
            return None
        if self._tokens[comma + 1].sentence != self._tokens[comma].sentence:
            return None
        return run if run.last - run.first > 1 else None

    def _after_honorific(self, j: int) -> Run | None:
        """The name after "Dr." or the like at `j`."""
        tokens, listed = self._tokens, self._words.honorifics
        stop = j + 1 < len(tokens) and tokens[j + 1].text == "."
        if (f"{tokens[j].text.lower()}." if stop else tokens[j].text.lower()) not in listed:
            return None
        return self._starts.get(j + 2 if stop else j + 1)

    def _quoted(self, j: int) -> int | None:
        """The end of a short name in marks that begins at `j`."""
        closing = _MARKS[self._tokens[j].text]
        for k in range(j + 2, min(j + 7, len(self._tokens))):
            if self._tokens[k].text in {closing, "»", "”", "“", '"'}:
                return k + 1 if capital(self._tokens[j + 1]) else None
        return None

    def _trimmed(self, head: Head, last: int) -> int:
        """The end without words that only lead on."""
        while last > head.last and (
            self._tokens[last - 1].text.lower() in self._words.grammar.small | self._words.grammar.conjunctions
            or self._tokens[last - 1].text in set(_MARKS) - set(_MARKS.values())
        ):
            last -= 1
        return last

    def _complement(self, first: int, last: int, head: Head) -> tuple[str | None, tuple[int, int] | None]:
        """The country that the phrase names, and the words of the body that it is a title of."""
        country, body, there = None, None, False
        i = first
        while i < last:
            place = self._places.get(i)
            if place is not None and place.last <= last:
                there = there or (i > 0 and self._tokens[i - 1].text.lower() in self._words.grammar.within)
                country = country or (None if there else place.code)
                if place.kind == "bodies" and body is None:
                    body = (i, last)
                i = place.last
                continue
            starts = i >= head.last and (
                acronym(self._tokens[i])
                or i in self._bodies
                or (capital(self._tokens[i]) and i in self._starts and not head.national)
            )
            if body is None and starts:
                body = (i, last)
            i += 1
        return country, body
