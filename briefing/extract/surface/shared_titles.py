"""Titles that several people share: “the ministers of defence and of finance, A and B”, “presidents A and B”."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.parsing.parse import Token
from briefing.extract.surface.lexicons import Head, Lexicons
from briefing.extract.surface.runs import Run, acronym, capital
from briefing.extract.surface.spotted import Spotted

_MARKS = frozenset(",:;–—-")
_LONGEST = 60  # tokens from the head to the last name
_FULL = 2  # words of a name that nothing else tells


@dataclass(frozen=True, slots=True)
class Share:
    """One holder of a shared title: the name, and the tokens of what he is a holder of, `None` where nothing is said.

    `common`: whether the same words are said of all holders.
    """

    name: Run
    of: tuple[int, int] | None
    common: bool


@dataclass(frozen=True, slots=True)
class _Item:
    """A name or the words that a title is of; `after`: where the next item may begin."""

    first: int
    last: int
    name: Run | None


class SharedTitles:
    """Reads who shares the titles of one article."""

    def __init__(self, tokens: Sequence[Token], words: Lexicons, starts: Mapping[int, Run], spotted: Spotted) -> None:
        """`starts`: the runs that may be names, by their first tokens."""
        self._tokens = tokens
        self._words = words
        self._grammar = words.grammar
        self._starts = starts
        self._places = spotted.places
        self._heads = spotted.heads

    def of(self, head: Head, first: int) -> list[Share]:
        """The holders of the title whose head is given, at least two; none if it is not shared.

        `first`: where the phrase begins, its adjectives included.
        """
        may_be_plural = head.plural or head.written in self._words.plural_heads
        if not may_be_plural and not self._plural_by_article(first, head):
            return []
        items = list(self._items(head))
        while items and items[-1].name is None and len(items) > 1 and items[-2].name is not None:
            items.pop()
        names = [item for item in items if item.name is not None]
        if len(names) < _FULL or items[-1].name is None:
            return []
        return list(self._shares(items, names))

    def _plural_by_article(self, first: int, head: Head) -> bool:
        """Whether an article tells that a head which is the same in the plural stands in it ("die Minister")."""
        if not self._grammar.capital_nouns or head.gender != "m" or first == 0:
            return False
        return self._tokens[first - 1].text.lower() == "die"

    def _shares(self, items: Sequence[_Item], names: Sequence[_Item]) -> Iterator[Share]:
        phrases = [item for item in items if item.name is None]
        in_turn = len(phrases) == len(names) and all(
            (item.name is None) == (at % 2 == 0) for at, item in enumerate(items)
        )
        ahead = all(item.name is None for item in items[: len(phrases)])
        if in_turn or (ahead and len(phrases) == len(names)):
            for phrase, item in zip(phrases, names, strict=True):
                if item.name is not None:
                    yield Share(item.name, (phrase.first, phrase.last), common=False)
        elif ahead:
            whole = (phrases[0].first, phrases[-1].last) if phrases else None
            for item in names:
                if item.name is not None:
                    yield Share(item.name, whole, common=True)

    def _items(self, head: Head) -> Iterator[_Item]:
        """Names and what the title is of, in order, as long as nothing else stands between."""
        tokens, j = self._tokens, head.last
        stop = next((i for i in range(j, min(j + _LONGEST, len(tokens))) if not self._same(i, head)), j + _LONGEST)
        stop = min(stop, len(tokens))
        named = False
        while j < stop:
            parted = j > head.last
            while j < stop and (tokens[j].text in _MARKS or tokens[j].text.lower() in self._grammar.conjunctions):
                if tokens[j].text == ";":
                    return
                j += 1
            run = self._name(j)
            if run is not None:
                named = True
                yield _Item(j, run.last, run)
                j = self._past_bracket(run.last, stop)
                continue
            last = self._phrase(j, stop, after_name=named and parted)
            if last == j:
                return
            yield _Item(j, last, None)
            j = last

    def _same(self, i: int, head: Head) -> bool:
        return self._tokens[i].sentence == self._tokens[head.first].sentence

    def _past_bracket(self, j: int, stop: int) -> int:
        """The token after a short remark in brackets: a party, an age."""
        if j < stop and self._tokens[j].text == "(":
            close = next((i for i in range(j + 1, min(j + 8, stop)) if self._tokens[i].text == ")"), None)
            return close + 1 if close is not None else j
        return j

    def _name(self, j: int) -> Run | None:
        """The run of a person's name that begins at `j`."""
        run = self._starts.get(j)
        if run is None or j in self._heads:
            return None
        led = self._tokens[j - 1].text.lower() in self._grammar.joins - self._grammar.conjunctions
        if led:
            return None
        given = self._words.given_gender(self._tokens[j]) is not None
        return run if given or run.last - run.first >= _FULL else None

    def _phrase(self, j: int, stop: int, *, after_name: bool) -> int:
        """The end of the words at `j` that the title may be of; `j` itself if there are none."""
        if j >= stop:
            return j
        leads = self._tokens[j].text.lower() in self._grammar.joins or j in self._places
        if after_name and not leads:
            return j
        last = j
        while last < stop and self._goes_on(last, j):
            place = self._places.get(last)
            last = place.last if place is not None else last + 1
        return last

    def _goes_on(self, i: int, first: int) -> bool:
        token, grammar = self._tokens[i], self._grammar
        lower = token.text.lower()
        if i in self._places or acronym(token):
            return True
        if not token.text[0].isalpha() or lower in grammar.conjunctions or lower in grammar.relatives:
            return False
        if i > first and self._name(i) is not None:
            return False
        if lower in grammar.joins or lower in grammar.articles:
            return i == first or self._tokens[i - 1].text.lower() not in grammar.joins or lower in grammar.articles
        if capital(token):
            return True
        barred = grammar.prepositions | grammar.adverbs | frozenset(grammar.third)
        return grammar.cases and lower not in barred and not grammar.is_finite(token)


def complement(share: Share, tokens: Sequence[Token], words: Lexicons) -> tuple[int, int] | None:
    """What a holder is a holder of, without the prepositions and articles that lead in to it."""
    if share.of is None:
        return None
    first, last = share.of
    leading: Callable[[str], bool] = (words.grammar.joins | words.grammar.articles).__contains__
    while first < last and leading(tokens[first].text.lower()):
        first += 1
    return (first, last) if first < last else None
