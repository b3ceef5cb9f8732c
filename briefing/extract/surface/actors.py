"""Who can act in a sentence (people, titles, countries, bodies, pronouns), and who is the subject of a verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from briefing.extract.amounts import AmountFinder
from briefing.extract.parse import Parse
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.casting import Person
from briefing.extract.surface.clauses import ClauseBounds
from briefing.extract.surface.holders import Holders
from briefing.extract.surface.lemmas import is_word
from briefing.extract.surface.runs import acronym, capital
from briefing.extract.surface.titles import Title

_FEW = 2
_NEAR = 7  # tokens after a verb within which an inverted subject begins
_OPENING = frozenset('«“„"')
_CLOSING = frozenset('»”“"')


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    TITLE = "title"
    PLACE = "place"
    BODY = "body"
    GROUP = "group"
    PRONOUN = "pronoun"
    WE = "we"
    I = "i"  # noqa: E741 - the pronoun


@dataclass(frozen=True, slots=True)
class Actor:
    """Tokens `first` to `last`. `plain`: whether it can be a subject by its form. `led`: after a preposition."""

    first: int
    last: int
    kind: Kind
    plain: bool
    led: bool
    person: Person | None = None
    title: Title | None = None

    def text(self, parse: Parse) -> str:
        """The words of the actor."""
        return parse.article.text[parse.tokens[self.first].start : parse.tokens[self.last - 1].end]


class Actors:
    """The actors of one article and the subjects of its verbs."""

    def __init__(self, cast: Cast, inside: Mapping[int, int]) -> None:
        """`inside`: the number of the quotation that a token stands in; tokens outside are not in it."""
        self._sums = _in_sums(cast)
        self.cast = cast
        self.parse = cast.parse
        self.inside = inside
        self._tokens = cast.parse.tokens
        self._grammar = cast.words.grammar
        self._by_sentence: dict[int, list[Actor]] = {}
        self._at: dict[int, Actor] = {}
        for actor in self._all():
            self._by_sentence.setdefault(self._tokens[actor.first].sentence, []).append(actor)
            self._at.update(dict.fromkeys(range(actor.first, actor.last), actor))

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        return [token.start for token in self._tokens]

    @cached_property
    def bounds(self) -> ClauseBounds:
        """Where the clauses of the article begin and end."""
        return ClauseBounds(self.parse, self._grammar, self.inside)

    @cached_property
    def holders(self) -> Holders:
        """Who holds which office."""
        return Holders(self.cast)

    def of_sentence(self, sentence: int) -> list[Actor]:
        """The actors of a sentence, in order."""
        return self._by_sentence.get(sentence, [])

    def at(self, i: int) -> Actor | None:
        """The actor that covers a token."""
        return self._at.get(i)

    # --- who there is

    def _all(self) -> Iterable[Actor]:
        i = 0
        while i < len(self._tokens):
            actor = self._from(i)
            if actor is None:
                i += 1
                continue
            yield actor
            i = actor.last

    def _from(self, i: int) -> Actor | None:
        cast = self.cast
        if i in self._sums:
            return None
        title = cast.title_at.get(i)
        if title is not None and title.outer == i:
            return self._titled(title)
        run = cast.mention_at.get(i)
        if run is not None:
            return Actor(i, run.last, Kind.PERSON, self._plain_name(i), self._led(i), cast.person_at[i])
        place = cast.places.get(i)
        if place is not None and place.kind != "people" and place.last > i:
            plain = place.plain or not self._grammar.cases
            return Actor(i, place.last, Kind.PLACE, plain, self._led(i))
        return self._body(i) or self._common(i) or self._unknown(i)

    def _unknown(self, i: int) -> Actor | None:
        """A name that is no known person's: of a company, a town, a movement."""
        run = self.cast.runs.get(i)
        language = self._grammar.language
        if run is None or self._grammar.capital_nouns:
            return None
        opens = i == self._parse_first(i)
        if run.last - run.first == 1 and opens and is_word(language, self._tokens[i].text):
            return None
        last = self._tokens[run.last - 1]
        plain = not self._grammar.cases or last.lemma == last.text.lower().replace("’", "'")
        return Actor(i, run.last, Kind.BODY, plain, self._led(i))

    def _parse_first(self, i: int) -> int:
        return self.parse.sentences[self._tokens[i].sentence].first

    def _common(self, i: int) -> Actor | None:
        """A common noun for those who act together, or a pronoun."""
        token, cast = self._tokens[i], self.cast
        lower = token.text.lower()
        if token.lemma in cast.words.groups or lower in cast.words.groups:
            plain = not self._grammar.cases or lower == token.lemma or lower in cast.words.groups
            run = cast.runs.get(i + 1)
            named = run is not None and i + 1 not in cast.mention_at and self._grammar.cases
            return Actor(i, run.last if run is not None and named else i + 1, Kind.GROUP, plain, self._led(i))
        if lower in self._grammar.we | self._grammar.i:
            return Actor(i, i + 1, Kind.WE if lower in self._grammar.we else Kind.I, True, False)
        if lower in self._grammar.third:
            return Actor(i, i + 1, Kind.PRONOUN, True, self._led(i))
        return None

    def _titled(self, title: Title) -> Actor | None:
        if title.name is not None:
            person = self.cast.person_at.get(title.name.first)
            if person is not None:
                plain = title.plain and self._plain_name(title.name.first)
                return Actor(title.outer, title.name.last, Kind.PERSON, plain, self._led(title.outer), person, title)
        apposed = self.cast.apposed.get(title.first)
        if apposed is not None:
            return Actor(title.outer, title.last, Kind.PERSON, title.plain, False, apposed, title)
        opens = title.outer == self._parse_first(title.outer)
        bare = not self._grammar.cases and title.outer == title.first and not opens and not title.head.plural
        if bare:
            return None
        return Actor(title.outer, title.last, Kind.TITLE, title.plain, self._led(title.outer), None, title)

    def _plain_name(self, i: int) -> bool:
        """Whether a mention is in the nominative, as far as the name in the nominative is known."""
        if not self._grammar.cases:
            return True
        person, run = self.cast.person_at[i], self.cast.mention_at[i]
        written = run.words(self.parse)
        if len(written) == 1:
            return written[0] in person.words
        return written[-1] in person.words and written[0] in person.words

    def _led(self, i: int) -> bool:
        """Whether a preposition governs what begins at `i`."""
        j = i - 1
        while j >= 0 and self._tokens[j].text.lower() in self._grammar.articles:
            j -= 1
        return (
            j >= 0
            and self._tokens[j].sentence == self._tokens[i].sentence
            and self._tokens[j].text.lower() in self._grammar.prepositions
        )

    def _body(self, i: int) -> Actor | None:
        """A body's name: its head noun or acronym with the capitalised words and marks around it."""
        tokens, words = self._tokens, self.cast.words
        j = i
        while j < min(i + 3, len(tokens)) and capital(tokens[j]) and not self._is_body_head(j):
            if not tokens[j].text[0].isalpha():
                return None
            j += 1
        if j >= len(tokens) or tokens[j].sentence != tokens[i].sentence or not self._is_body_head(j):
            return None
        last = j + 1
        while last < len(tokens) and tokens[last].sentence == tokens[i].sentence:
            token = tokens[last]
            if capital(token) and token.text[0].isalpha() and last not in self.cast.spotted.heads:
                if last in self.cast.mention_at:
                    break
                last += 1
            elif token.text in _OPENING and token.start > tokens[last - 1].end and self._closes(last) is not None:
                last = (self._closes(last) or last) + 1
            elif token.text.lower() in self._grammar.joins | self._grammar.articles and self._name_goes_on(last):
                last += 1
            else:
                break
        lower = [token.text.lower() for token in tokens[i:last]]
        plain = (
            not self._grammar.cases
            or tokens[j].text.lower() == tokens[j].lemma
            or acronym(tokens[j])
            or lower[j - i] in words.bodies
        )
        return Actor(i, last, Kind.BODY, plain, self._led(i))

    def _name_goes_on(self, i: int) -> bool:
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        if following is None or self._grammar.cases or following.sentence != self._tokens[i].sentence:
            return False
        return capital(following) or (following.text.lower() in self._grammar.articles and i + 2 < len(self._tokens)
                                      and capital(self._tokens[i + 2]))  # fmt: skip

    def _closes(self, i: int) -> int | None:
        for k in range(i + 1, min(i + 6, len(self._tokens))):
            if self._tokens[k].text in _CLOSING and k > i + 1:
                return k if capital(self._tokens[i + 1]) else None
        return None

    def _is_body_head(self, i: int) -> bool:
        token = self._tokens[i]
        return (
            acronym(token) and token.text.isalpha() and i not in self.cast.mention_at
        ) or i in self.cast.spotted.bodies

    # --- who does it

    def subjects(self, verb: int, clause: tuple[int, int], gender: str | None = None) -> list[Actor]:
        """Who does what the verb at `verb` says, in its clause; several where they are joined; empty if not settled."""
        if self._grammar.reach > _NEAR:
            verb = self._grammar.finite(self._tokens, verb)
        tokens = self._tokens
        here = [
            actor
            for actor in self.of_sentence(tokens[verb].sentence)
            if clause[0] <= actor.first < clause[1]
            and not (actor.first <= verb < actor.last)
            and self.inside.get(actor.first) == self.inside.get(verb)
        ]
        fit = [actor for actor in here if actor.plain and not actor.led and self._agrees(actor, gender)]
        if (antecedent := self._antecedent(clause, verb, fit)) is not None:
            return [antecedent]
        before = [actor for actor in fit if actor.last <= verb]
        after = self._inverted(verb, fit)
        if after is not None and (self._cut_off(verb) or not before):
            return _once([after, *self._joined(after, fit)])
        if before:
            chosen = self._nearest(before, verb)
            return _once([*(self._leading(chosen, fit)), chosen])
        return self._within_a_body(verb, here) if gender == "p" else []

    def _within_a_body(self, verb: int, here: Sequence[Actor]) -> list[Actor]:
        """“In the ministry they said”: a body where somebody does it, right before the verb."""
        found = [actor for actor in here if actor.last <= verb and actor.kind is Kind.BODY]
        last = found[-1] if found else None
        if last is None or not any(self._tokens[i].text.lower() in self._grammar.within for i in self._leads(last)):
            return []
        between = [self._tokens[i] for i in range(last.last, verb)]
        return [last] if all(token.text.islower() for token in between) and len(between) <= _FEW else []

    def _leads(self, actor: Actor) -> range:
        return range(max(0, actor.first - _FEW), actor.first)

    def _antecedent(self, clause: tuple[int, int], verb: int, fit: Sequence[Actor]) -> Actor | None:
        """Whom a relative clause speaks of: the one right before its comma ("X, who led the delegation")."""
        first = clause[0]
        relatives = self._grammar.relatives | (frozenset() if self._grammar.cases else self._grammar.clause_starts)
        if first < 2 or self._tokens[first].text.lower() not in relatives or self._tokens[first - 1].text != ",":
            return None
        if any(first <= actor.first < verb for actor in fit):
            return None
        return next((actor for actor in (self._at.get(first - 2),) if actor is not None and actor.plain), None)

    def _agrees(self, actor: Actor, gender: str | None) -> bool:
        if gender is None or actor.kind in {Kind.PLACE, Kind.BODY, Kind.GROUP, Kind.WE, Kind.I}:
            return True
        own = self.gender_of(actor)
        if gender == "p":
            return actor.kind is not Kind.PRONOUN or own == "p"
        return own is None or own == gender

    def gender_of(self, actor: Actor) -> str | None:
        """`m`, `f`, `p` of a person, title or pronoun; `None` if not known."""
        if actor.kind is Kind.PRONOUN:
            return self._grammar.third[self._tokens[actor.first].text.lower()]
        if actor.person is not None:
            return actor.person.gender
        return actor.title.head.gender if actor.title is not None else None

    def _nearest(self, before: Sequence[Actor], verb: int) -> Actor:
        """The last before the verb that is no complement of another one."""
        chosen = before[-1]
        for actor in reversed(before[:-1]):
            between = [self._tokens[i].text for i in range(actor.last, chosen.first)]
            if between and all(text.isalpha() and text.islower() for text in between):
                break
            if not between and chosen.kind is not Kind.PERSON:
                chosen = actor
                continue
            break
        del verb
        return chosen

    def _inverted(self, verb: int, fit: Sequence[Actor]) -> Actor | None:
        """The subject after its verb, with nothing but adverbs and phrases of place or time between."""
        for actor in fit:
            if actor.first <= verb or actor.first - verb > _NEAR:
                continue
            if all(self._skipped(i, verb) for i in range(verb + 1, actor.first)):
                return actor
            return None
        return None

    def _honorific(self, i: int) -> bool:
        """Whether a token is "Mr" or the like, or its full stop."""
        listed, lower = self.cast.words.honorifics, self._tokens[i].text.lower()
        if lower == ".":
            return f"{self._tokens[i - 1].text.lower()}." in listed
        return lower in listed or f"{lower}." in listed

    def _skipped(self, i: int, verb: int) -> bool:
        """Whether a token between a verb and its subject belongs to neither."""
        token, grammar = self._tokens[i], self._grammar
        lower = token.text.lower()
        if lower in grammar.adverbs or lower in grammar.articles or lower in grammar.perfect:
            return True
        if lower in grammar.prepositions or self._honorific(i):
            return True
        actor = self._at.get(i)
        if actor is not None and (actor.led or not actor.plain):
            return True
        j = i - 1
        while j > verb and self._tokens[j].text[0].isalpha():
            if self._tokens[j].text.lower() in grammar.prepositions:
                return True
            j -= 1
        return grammar.cases and lower != token.lemma and token.text[0].isalpha()

    def _cut_off(self, verb: int) -> bool:
        """Whether the words before the verb are another clause or what is said: a comma, dash or mark stands there."""
        j = verb - 1
        while j >= 0 and self._tokens[j].text.lower() in self._grammar.perfect | self._grammar.adverbs | {"se", "si"}:
            j -= 1
        if j < 0 or self._tokens[j].text.lower() in self._grammar.relatives:
            return True
        return not self._tokens[j].text[0].isalnum() and not self._ends_apposition(j)

    def _ends_apposition(self, comma: int) -> bool:
        """Whether the comma closes a name or title set beside its holder ("the minister, X, signed")."""
        actor = self._at.get(comma - 1)
        if self._tokens[comma].text != "," or actor is None or actor.kind is not Kind.PERSON:
            return False
        inner = any(self._tokens[i].text == "," for i in range(actor.first, actor.last))
        return inner or self._tokens[actor.first - 1].text == ","

    def _joined(self, actor: Actor, fit: Sequence[Actor]) -> list[Actor]:
        """Those joined to an actor by "and" after it."""
        out: list[Actor] = []
        end = actor.last
        for other in fit:
            if other.first < end:
                continue
            if not self._links(end, other.first):
                break
            out.append(other)
            end = other.last
        return out

    def _leading(self, actor: Actor, fit: Sequence[Actor]) -> list[Actor]:
        out: list[Actor] = []
        start = actor.first
        for other in reversed(fit):
            if other.last > start:
                continue
            if not self._links(other.last, start):
                break
            out.insert(0, other)
            start = other.first
        return out

    def _links(self, first: int, last: int) -> bool:
        between = [self._tokens[i].text.lower() for i in range(first, last)]
        words = self._grammar.conjunctions | {",", ";"} | self._grammar.articles
        loose = [text for text in between if text not in words]
        return bool(between) and len(loose) <= 1 and any(text in words for text in between) and all(
            text in self._grammar.small for text in loose
        )  # fmt: skip


def _once(actors: Sequence[Actor]) -> list[Actor]:
    """Each person once."""
    seen: dict[int, Actor] = {}
    for actor in actors:
        seen.setdefault(actor.first if actor.person is None else -id(actor.person), actor)
    return list(seen.values())


def _in_sums(cast: Cast) -> frozenset[int]:
    """The tokens of sums of money: "dollars of the USA" is nobody who acts."""
    finder = AmountFinder(cast.parse.article, cast.words.grammar.language)
    starts = [token.start for token in cast.parse.tokens]
    return frozenset(
        i
        for sentence in cast.parse.sentences
        for found in finder.money(sentence.start, sentence.end)
        for i in range(bisect_left(starts, found.start), bisect_left(starts, found.end))
    )
