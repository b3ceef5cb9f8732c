"""Who can act in the sentences of one article: people, titles, countries, bodies, groups, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.asides import asides
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.lemmas import is_word
from briefing.extract.surface.runs import acronym, capital
from briefing.extract.surface.titles import Title

_OPENING = frozenset('«“„"')
_DASHES = frozenset("-–—:")
_CLOSING = frozenset('»”“"')


class Acting:
    """The actors of one article, by sentence and by token."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._sums = _in_sums(cast)
        self._asides = asides(cast.parse.tokens)
        self._parse = cast.parse
        self._tokens = cast.parse.tokens
        self._grammar = cast.words.grammar
        self._by_sentence: dict[int, list[Actor]] = {}
        self._at: dict[int, Actor] = {}
        for actor in self._find():
            self._by_sentence.setdefault(self._tokens[actor.first].sentence, []).append(actor)
            self._at.update(dict.fromkeys(range(actor.first, actor.last), actor))

    def of_sentence(self, sentence: int) -> list[Actor]:
        """The actors of a sentence, in order."""
        return self._by_sentence.get(sentence, [])

    def at(self, i: int) -> Actor | None:
        """The actor that covers a token."""
        return self._at.get(i)

    def gender_of(self, actor: Actor) -> str | None:
        """`m`, `f`, `p` of a person, title or pronoun; `None` if not known."""
        if actor.kind is Kind.PRONOUN:
            return self._grammar.third[self._tokens[actor.first].text.lower()]
        if actor.person is not None:
            return actor.person.gender
        return actor.title.head.gender if actor.title is not None else None

    def _find(self) -> Iterator[Actor]:
        i = 0
        while i < len(self._tokens):
            actor = self._from(i)
            if actor is None:
                i += 1
                continue
            yield replace(actor, plain=False) if i in self._asides else actor
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
        if self._grammar.capital_nouns:
            return self._noun(i)
        run = self.cast.runs.get(i)
        language = self._grammar.language
        if run is None:
            return None
        if len(self._tokens[run.last - 1].text) == 1:
            return None  # "on X", "Class A"
        opens = i == self._parse_first(i) or self._tokens[i - 1].text in _DASHES
        if run.last - run.first == 1 and opens and is_word(language, self._tokens[i].text):
            return None
        last = self._tokens[run.last - 1]
        plain = not self._grammar.cases or last.lemma == last.text.lower().replace("’", "'")
        return Actor(i, run.last, Kind.BODY, plain, self._led(i))

    def _noun(self, i: int) -> Actor | None:
        """A noun alone at the beginning of a sentence, its verb right after it: who acts ("Umweltschützer fordern")."""
        token = self._tokens[i]
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        if i != self._parse_first(i) or following is None or not following.text.islower():
            return None
        lower = token.text.lower()
        words, grammar = self.cast.words, self._grammar
        if not capital(token) or lower in grammar.small | grammar.adverbs | words.not_people | words.modifiers:
            return None
        if is_word(grammar.language, lower) or not grammar.is_infinitive(following.lemma):
            return None
        return Actor(i, i + 1, Kind.GROUP, True, False)

    def _parse_first(self, i: int) -> int:
        return self._parse.sentences[self._tokens[i].sentence].first

    def _common(self, i: int) -> Actor | None:
        """A common noun for those who act together, or a pronoun."""
        token, cast = self._tokens[i], self.cast
        lower = token.text.lower()
        if token.lemma in cast.words.groups or lower in cast.words.groups:
            plain = not self._grammar.cases or lower == token.lemma or lower in cast.words.groups
            plain = plain and not self._oblique(i, None)
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
                plain = plain and not self._oblique(title.outer, title.head.gender)
                return Actor(title.outer, title.name.last, Kind.PERSON, plain, self._led(title.outer), person, title)
        apposed = self.cast.apposed.get(title.first)
        if apposed is not None:
            return Actor(title.outer, title.last, Kind.PERSON, title.plain, False, apposed, title)
        opens = title.outer == self._parse_first(title.outer)
        bare = not self._grammar.cases and title.outer == title.first and not opens and not title.head.plural
        if bare:
            return None
        plain = title.plain and not self._oblique(title.outer, title.head.gender)
        return Actor(title.outer, title.last, Kind.TITLE, plain, self._led(title.outer), None, title)

    def _oblique(self, i: int, gender: str | None) -> bool:
        """Whether an article tells that what it opens is no subject ("der Ministerin", "den Minister")."""
        if not self._grammar.oblique:
            return False
        lower = self._tokens[i].text.lower()
        if lower not in self._grammar.articles and i > 0:
            lower = self._tokens[i - 1].text.lower()
        return lower in self._grammar.oblique or (gender == "f" and lower in self._grammar.genitives)

    def _plain_name(self, i: int) -> bool:
        """Whether a mention is in the nominative, as far as the name in the nominative is known."""
        if not self._grammar.cases:
            return True
        person, run = self.cast.person_at[i], self.cast.mention_at[i]
        written = run.words(self._parse)
        if len(written) == 1:
            return written[0] in person.words
        return written[-1] in person.words and written[0] in person.words

    def _led(self, i: int) -> bool:
        """Whether a preposition governs what begins at `i`."""
        j = i - 1
        while j >= 0 and self._tokens[j].text.lower() in self._grammar.articles | self._grammar.determiners:
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
            elif (token.text.lower() in self._grammar.joins | self._grammar.articles and self._name_goes_on(last)) or (
                last == j + 1 and self._is_adjective(last)
            ):
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

    def _is_adjective(self, i: int) -> bool:
        """Whether a body's noun goes on with a nation's adjective or one that bodies have ("Union européenne")."""
        if self._grammar.cases or self._grammar.capital_nouns:
            return False
        place = self.cast.places.get(i)
        nation = place is not None and place.kind == "people" and place.last == i + 1
        return self._tokens[i].text.lower() in self.cast.words.adjectives or nation

    def _name_goes_on(self, i: int) -> bool:
        following = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        if following is None or self._grammar.cases or following.sentence != self._tokens[i].sentence:
            return False
        if self._tokens[i].text.lower() in self._grammar.conjunctions and not capital(following):
            return False  # "the embassy and the Red Cross" are two
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
