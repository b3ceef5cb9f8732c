"""Words with a capital letter that may be a person's name, without titles, places and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.surface.lexicons import Lexicons
from briefing.extract.surface.spotted import Spotted

_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (not included), at most seven; `joined`: after a preposition or such a word."""

    first: int
    last: int

    def words(self, parse: Parse) -> list[str]:
        """The words of the run, particles and initials among them."""
        return [parse.tokens[i].text for i in range(self.first, self.last) if parse.tokens[i].text != "."]

    def text(self, parse: Parse) -> str:
        """The run as written."""
        return parse.article.text[parse.tokens[self.first].start : parse.tokens[self.last - 1].end]


class Runs:
    """Reads the runs of one article."""

    def __init__(self, parse: Parse, words: Lexicons, spotted: Spotted) -> None:
        self._parse = parse
        self._tokens = parse.tokens
        self._words = words
        self._spotted = spotted
        self._small = words.grammar.small
        self._listed = words.not_people | words.groups
        self._opening = self._listed | words.modifiers

    def find(self) -> Iterator[Run]:
        """The runs, in order; surnames of two whom the article names in full are two runs ("Ortiz y Lara")."""
        found = list(self._joined())
        surnames: dict[str, set[tuple[str, ...]]] = {}
        for run in found:
            words = run.words(self._parse)
            if len(words) > 1 and self._conjunction(run) is None:
                for word in words[1:]:
                    surnames.setdefault(word, set()).add(tuple(words))
        for run in found:
            at = self._conjunction(run)
            if at is None:
                yield run
                continue
            left = surnames.get(self._tokens[at - 1].text, set())
            right = surnames.get(self._tokens[at + 1].text, set())
            if run.last == at + 2 and left and right and left.isdisjoint(right):
                yield Run(run.first, at)
                yield Run(at + 1, run.last)
            else:
                yield run

    def _conjunction(self, run: Run) -> int | None:
        """Where "and" stands between the words of a run."""
        conjunctions = self._words.grammar.conjunctions
        inner = range(run.first + 1, run.last - 1)
        return next((i for i in inner if self._tokens[i].text.lower() in conjunctions), None)

    def _joined(self) -> Iterator[Run]:
        """The runs, two surnames with "and" between them in one."""
        for sentence in self._parse.sentences:
            i = sentence.first
            while i < sentence.last:
                if self._barred(i, sentence.first):
                    i = self._past(i, sentence.last)
                    continue
                last = self._end(i, sentence.last, sentence.first)
                yield Run(i, last)
                i = last

    def _past(self, i: int, limit: int) -> int:
        """The next token after a word that begins no name: past a country's or a body's name."""
        if not capital(self._tokens[i]):
            return i + 1
        place = self._spotted.places.get(i)
        if place is not None and place.kind != "people":
            return place.last
        return self._past_name(i + 1, limit) if self._heads_name(i) else i + 1

    def _heads_name(self, i: int) -> bool:
        """Whether a word with a capital letter is the head of a body's or place's name ("Foro Urbano")."""
        token = self._tokens[i]
        if acronym(token) or self._words.grammar.cases or i in self._spotted.heads:
            return False
        return token.text.lower() in self._words.not_people or i in self._spotted.bodies

    def _past_name(self, i: int, limit: int) -> int:
        """The end of the words with a capital letter that follow at once."""
        while i < limit and capital(self._tokens[i]) and self._tokens[i].text[0].isalpha():
            if self._tokens[i - 1].text.lower() in self._words.ending and self._given(i):
                break  # "Intendente Municipal Ana Ruiz"
            i += 1
        return i

    def _end(self, i: int, limit: int, opening: int) -> int:
        tokens, particles = self._tokens, self._words.particles
        j = i + 1
        while j < limit and j - i < _MOST_WORDS:
            if tokens[j].text == "." and len(tokens[j - 1].text) == 1 and tokens[j].start == tokens[j - 1].end:
                j += 1
                continue
            if self._articled(j):
                break
            step = 0
            while step < 3 and j + step < limit and tokens[j + step].text.lower() in particles:
                step += 1
            after = j + step
            if step and self._another(j, after):
                break
            if after >= limit or self._barred(after, opening, inside=step > 0):
                break
            j = after + 1
        return j

    def _another(self, j: int, after: int) -> bool:
        """Whether "and" joins another person's name rather than a second surname ("Vasques e Ulisses Tavares")."""
        tokens = self._tokens
        if after >= len(tokens) or tokens[j].text.lower() not in self._words.grammar.conjunctions:
            return False
        full = after + 1 < len(tokens) and capital(tokens[after + 1])
        return capital(tokens[after]) and (full or self._given(after))

    def _articled(self, i: int) -> bool:
        """Whether an article leads to another noun rather than to a part of the name ("X hat Y den Preis")."""
        grammar = self._words.grammar
        return grammar.capital_nouns and self._tokens[i].text.lower() in grammar.articles

    def _honorific(self, i: int) -> bool:
        """Whether the word is "Mr" or the like, with its full stop or without, before another word."""
        lower = self._tokens[i].text.lower()
        if i + 1 < len(self._tokens) and self._tokens[i + 1].text == ".":
            return f"{lower}." in self._words.honorifics
        return lower in self._words.honorifics

    def _barred(self, i: int, opening: int, *, inside: bool = False) -> bool:
        """Whether no name begins or goes on with this token; `inside`: after a name's particle ("de", "van")."""
        tokens, words = self._tokens, self._words
        token = tokens[i]
        letter = len(token.text) == 1 and (i + 1 >= len(tokens) or tokens[i + 1].text != ".")  # "the X Summit", "on X"
        if letter or not capital(token) or not token.text[-1].isalpha() or acronym(token) or self._honorific(i):
            return True
        opens = i == opening or tokens[i - 1].text in "«“„\"'—–-:¿¡("
        named = i + 1 < len(tokens) and capital(tokens[i + 1]) and words.given_gender(token) is not None
        if named or (inside and self._closes_name(i)):
            return False
        lower = token.text.lower()
        if opens and (lower in self._small or lower in words.grammar.aids or words.grammar.is_finite(token)):
            return True
        listed = self._opening if opens else self._listed
        if lower in listed or (words.grammar.cases and token.lemma in listed):
            surname = not opens and self._known_surname(i)
            return not (surname or (words.grammar.cases and i > opening and self._given(i - 1)))  # but "Jan Marzec"
        if i in self._spotted.bodies or i in self._spotted.heads:
            return True
        return not inside and i in self._spotted.places and not self._surname(i, opening)

    def _closes_name(self, i: int) -> bool:
        """Whether a common word after a particle is the end of a name ("Ana Seabra da Cruz")."""
        after = self._tokens[i + 1] if i + 1 < len(self._tokens) else None
        alone = after is None or not (capital(after) or after.text.lower() in self._words.particles)
        return alone and i not in self._spotted.places and not self._words.grammar.cases

    def _surname(self, i: int, opening: int) -> bool:
        """Whether the name of a place is somebody's: one word right after a given name ("Marta Holanda")."""
        place = self._spotted.places[i]
        before = self._tokens[i - 1] if i > opening else None
        return before is not None and place.last == i + 1 and place.plain and self._given(i - 1)

    def _known_surname(self, i: int) -> bool:
        """Whether a common word with a capital letter inside a sentence is the surname of somebody named in full."""
        return self._words.grammar.cases and self._tokens[i].text in self._common_surnames

    @cached_property
    def _common_surnames(self) -> frozenset[str]:
        """Common words that the article has as surnames, each right after a given name in the same sentence."""
        tokens = self._tokens
        return frozenset(
            token.text
            for before, token in pairwise(tokens)
            if capital(token)
            and token.sentence == before.sentence
            and (token.text.lower() in self._listed or token.lemma in self._listed)
            and self._given(before.i)
        )

    def _given(self, i: int) -> bool:
        """Whether the word is a given name."""
        return capital(self._tokens[i]) and self._words.given_gender(self._tokens[i]) is not None


def capital(token: Token) -> bool:
    """Whether the word begins with a capital letter."""
    return token.text[0].isupper()


def acronym(token: Token) -> bool:
    """Whether the word is written in capitals: a body's, most often."""
    return len(token.text) > 1 and token.text.isupper()
