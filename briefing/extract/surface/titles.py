"""Titles as written: their heads, what they are titles of, and the name that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.surface.lexicons import Head, Lexicons
from briefing.extract.surface.runs import Run, acronym, capital
from briefing.extract.surface.shared_titles import SharedTitles, complement
from briefing.extract.surface.spotted import Spotted
from briefing.extract.surface.title_tails import OPENING, TitleTails

_LONGEST = 16
_YEAR = 4
_LEADING = frozenset("«„")
_BOTH = 2


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
        self._tails = TitleTails(parse, words, starts, spotted)
        self._sharing = SharedTitles(parse.tokens, words, starts, spotted)

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
            shared = list(self._shared(title))
            found.extend(shared or [title])
            self._stack(found)
            ends = (each.name.last for each in shared if each.name is not None)
            i = max(found[-1].last, head.last, *ends)
        return found

    def _stack(self, found: list[Title]) -> None:
        """“a presidente da Assembleia, deputada Silvana Rech”: two titles of one, the second without an article."""
        if len(found) < _BOTH or self._words.grammar.cases or not self._words.grammar.comma_name:
            return
        over, own = found[-2], found[-1]
        apart = self._tokens[over.last].text == "," and own.first == over.last + 1 and own.outer == own.first
        if not apart or over.name is not None or own.name is None or over.head.plural or own.head.plural:
            return
        if None in {over.head.gender, own.head.gender} or over.head.gender == own.head.gender:
            found[-2] = replace(over, name=own.name)

    def _shared(self, title: Title) -> Iterator[Title]:
        """“los presidentes de Ecuador, Daniela Carrasco, y de Colombia, Germán Petit”: each by himself."""
        head, tokens = title.head, self._tokens
        for at, share in enumerate(self._sharing.of(head, title.first)):
            own = share.of if share.of is not None else (head.first, head.last)
            country, body = self._complement(*own, head)
            if share.common or at == 0:
                last = max(head.last, share.of[1]) if share.of is not None and share.of[1] <= share.name.first else 0
                last = last if share.common or share.of is None or share.of[0] <= head.last + 1 else head.last
                last = max(last, head.last)
            else:
                last = head.last
            if not share.common:
                body = complement(share, tokens, self._words) or body
            first = title.first if at == 0 else head.first
            country = country or self._complement(first, head.last, head)[0]
            yield Title(first, last, head, title.outer if at == 0 else share.name.first, share.name, country, body)

    def _title(self, head: Head, floor: int) -> Title:
        first = self._begin(head, floor)
        last, name = self._extend(head)
        if name is not None and name.last - name.first == 1 and first > 0 and self._tokens[first - 1].text.isdigit():
            name = None  # "64 volunteers"
        if name is not None and self._in_other_case(head, name):
            name = None  # in "of policy X" the word only looks like "of a politician"
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
            nation = place is not None and place.last == first and (place.kind == "people" or self._owner(first - 1))
            if not (before.lemma in self._words.modifiers or before.text.lower() in self._words.modifiers or nation):
                break
            first -= 1
        return first

    def _owner(self, i: int) -> bool:
        """Whether a country's name owns what follows ("Österreichs Kanzler")."""
        place = self._places[i]
        return self._words.grammar.capital_nouns and place.kind == "names" and self._tokens[i].text.endswith(("s", "’"))

    def _extend(self, head: Head) -> tuple[int, Run | None]:
        """The end of the phrase and the name that follows it."""
        tokens = self._tokens
        j = head.last
        while j < len(tokens) and j - head.last < _LONGEST and tokens[j].sentence == tokens[head.first].sentence:
            token = tokens[j]
            inserted = self._tails.past_insertion(j)
            if inserted is not None:
                j = inserted
                continue
            if token.text in OPENING:
                break
            if token.text == ",":
                return self._trimmed(head, j), self._after_comma(head, j)
            if token.text.isdigit() and len(token.text) < _YEAR:
                break  # an age
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
            if not self._tails.goes_on(j):
                break
            j += 1
        return self._trimmed(head, j), None

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
        full = [k for k in range(run.first, run.last) if tokens[k].text.lower() not in words.particles]
        if wanted and len(full) > wanted:
            return Run(full[-wanted], run.last)
        return run

    def _in_other_case(self, head: Head, name: Run) -> bool:
        """Whether a name is in the nominative for certain, and what seems its title is not."""
        first, words = self._tokens[name.first], self._words
        if not words.grammar.cases or head.plain or name.last - name.first == 1:
            return False
        lower = first.text.lower()
        fixed = lower[-1] in words.unchanging
        return lower in words.given and not fixed and words.given_form(first, oblique=True) == lower

    def _in_same_case(self, head: Head, token: Token) -> bool:
        """Whether a single word after a head can be its holder rather than what it is a title of."""
        if not self._words.grammar.cases:
            return True
        return head.plain and token.lemma == token.text.lower().replace("’", "'")

    def _after_comma(self, head: Head, comma: int) -> Run | None:
        """“el ministro de Energía, Rodrigo Palacios,”."""
        if not self._words.grammar.comma_name or head.plural or comma + 1 >= len(self._tokens):
            return None
        run = self._starts.get(comma + 1) or self._after_honorific(comma + 1)
        if run is None:
            return None
        if self._tokens[comma + 1].sentence != self._tokens[comma].sentence:
            return None
        return run if run.last - run.first > 1 or run.first > comma + 1 else None

    def _after_honorific(self, j: int) -> Run | None:
        """The name after "Dr." or the like at `j`, or after several of them."""
        tokens, listed = self._tokens, self._words.honorifics
        stop = j + 1 < len(tokens) and tokens[j + 1].text == "."
        if (f"{tokens[j].text.lower()}." if stop else tokens[j].text.lower()) not in listed:
            return None
        after = j + 2 if stop else j + 1
        return self._starts.get(after) or (self._after_honorific(after) if after < len(tokens) else None)

    def _trimmed(self, head: Head, last: int) -> int:
        """The end without words that only lead on."""
        while last > head.last and (
            self._tokens[last - 1].text.lower() in self._words.grammar.small | self._words.grammar.conjunctions
            or self._tokens[last - 1].text in _LEADING
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
