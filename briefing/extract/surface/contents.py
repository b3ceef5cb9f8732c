"""Which words of a sentence a verb of saying reports: "that" and what follows, or what stands before its comma."""

from __future__ import annotations

from briefing.extract.surface.actor import Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.stretches import Stretches

_FEWEST = 3  # words: "that it is so" tells little
_GAP = 14  # tokens between the verb and its "that"
_TAIL = 16  # tokens of a report behind what it reports
_NEAR = 12  # tokens within which a clause in the mood of reported speech has its verb
_DASHES = frozenset("-–—")
_MARKS = frozenset("«»„“”\"'‘’‚")
_SPEAKING = frozenset({Kind.PERSON, Kind.TITLE, Kind.BODY, Kind.GROUP, Kind.PRONOUN})


class Contents:
    """Finds what is reported in one article."""

    def __init__(self, actors: Actors, stretches: Stretches) -> None:
        self._actors = actors
        self._stretches = stretches
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._mood = self._grammar.reporting
        self._that = self._grammar.that

    def after(self, cue: int) -> tuple[int, int] | None:
        """What follows the verb after "that", or after a comma in the mood of reported speech."""
        last = self._parse.sentences[self._tokens[cue].sentence].last
        for i in range(cue + 1, min(cue + _GAP, last)):
            if i in self._actors.inside or self._tokens[i].text in _MARKS or self._tokens[i].text == ":":
                return None
            if self._tokens[i].text.lower() in self._that:
                return self._that_clause(cue, i, last)
            if self._tokens[i].text == "," and self._reported(i + 1, last):
                return self.rest(i + 1, self._stop(i + 1, last))
            if i > cue + 1 and self.is_verb(i) and self._actors.at(i) is None:
                return None
        return None

    def _that_clause(self, cue: int, that: int, last: int) -> tuple[int, int] | None:
        parted = self._tokens[that - 1].text == ","
        if self._grammar.cases or self._grammar.capital_nouns:
            if not parted or (self._ambiguous(that) and not self._loose(cue, that - 1)):
                return None
        elif not self._loose(cue, that):
            return None
        return self.rest(that + 1, self._stop(that + 1, last))

    def _ambiguous(self, that: int) -> bool:
        """Whether the word may be "which" as well."""
        return self._tokens[that].text.lower() in self._grammar.relatives | self._grammar.doubtful

    def _loose(self, cue: int, that: int) -> bool:
        """Whether nothing stands between verb and "that" which this could belong to: the subject and adverbs alone."""
        words = self._grammar.adverbs | self._grammar.articles
        for i in range(cue + 1, that):
            actor = self._actors.at(i)
            speaks = actor is not None and actor.kind in _SPEAKING and not actor.led
            token = self._tokens[i]
            if not speaks and token.text.lower() not in words and token.text != "," and not token.text[0].isdigit():
                return False
        return True

    def _reported(self, first: int, last: int) -> bool:
        """Whether a clause in the mood of reported speech begins ("sagte sie, das Land werde zahlen")."""
        barred = self._grammar.relatives | self._grammar.clause_starts
        if not self._mood or first >= last or self._tokens[first].text.lower() in barred:
            return False
        near = [self._tokens[i].text.lower() for i in range(first, min(first + _NEAR, last))]
        verb = next((at for at, word in enumerate(near) if word in self._mood), None)
        return verb is not None and "," not in near[:verb]

    def before(self, cue: int) -> tuple[int, int] | None:
        """What stands before the comma after which the report comes: `The road is closed, said X`."""
        sentence = self._parse.sentences[self._tokens[cue].sentence]
        first = cue
        aids = self._grammar.reflexives | self._grammar.perfect
        while first > sentence.first and self._tokens[first - 1].text.lower() in aids:
            first -= 1
        comma = first - 1
        if comma <= sentence.first or self._tokens[comma].text != "," or sentence.last - cue > _TAIL:
            return None
        tail = range(cue + 1, sentence.last)
        speaks = any(
            (actor := self._actors.at(i)) is not None and actor.kind in _SPEAKING and not actor.led for i in tail
        )
        if not speaks or any(self._tokens[i].text.lower() in self._that or self._tokens[i].text == ":" for i in tail):
            return None
        if any(i in self._actors.inside or self._tokens[i].text in _MARKS for i in (*tail, comma - 1)):
            return None
        subject = self._actors.at(cue + 1)
        inverted = subject is not None or self._tokens[cue + 1].text.lower() in self._grammar.articles
        return self.rest(sentence.first, comma) if inverted else None

    def opening(self, cue: int) -> int:
        """Where the sentence of a verb begins, or what follows speech in it."""
        first = self._parse.sentences[self._tokens[cue].sentence].first
        for i in range(cue, first, -1):
            if i - 1 in self._actors.inside:
                return i
        return first

    def rest(self, first: int, last: int) -> tuple[int, int] | None:
        """The words between two tokens without marks around them, if they are a clause of their own outside speech."""
        while first < last and not self._tokens[first].text[0].isalnum():
            if self._tokens[first].text in _MARKS:
                return None
            first += 1
        while (
            last > first and not self._tokens[last - 1].text[-1].isalnum() and self._tokens[last - 1].text not in _MARKS
        ):
            last -= 1
        if first >= last or first in self._actors.inside:
            return None
        outside = [i for i in range(first, last) if i not in self._actors.inside and self._tokens[i].text[0].isalnum()]
        if len(outside) < _FEWEST or not any(map(self.is_verb, outside)):
            return None
        return first, last

    def is_verb(self, i: int) -> bool:
        """Whether the token is a verb in a tense or mood."""
        token, grammar = self._tokens[i], self._grammar
        word = token.text.lower()
        if word in grammar.perfect | grammar.prospective | grammar.passive | grammar.hedges | self._mood:
            return True
        if word in grammar.forms:
            return grammar.forms[word] not in {Tense.NONE, Tense.INFINITIVE}
        named = token.text[0].isupper() and i != self._parse.sentences[token.sentence].first
        return not named and word != token.lemma and grammar.is_infinitive(token.lemma)

    def _stop(self, first: int, last: int) -> int:
        """Where what is reported ends in its sentence: before speech after a dash, or another report joined to it."""
        for i in range(first + 1, last):
            if i in self._actors.inside and self._tokens[i - 1].text in _DASHES:
                return i - 1
            if i < first + _FEWEST or i in self._actors.inside or not self._stretches.is_cue(i):
                continue
            joined = self._joined(i, first)
            if joined is not None:
                return joined
        return last

    def _leads_on(self, cue: int) -> bool:
        """Whether "that" follows a verb with nothing between to which it could belong."""
        last = min(cue + _GAP, self._parse.sentences[self._tokens[cue].sentence].last)
        that = next((i for i in range(cue + 1, last) if self._tokens[i].text.lower() in self._that), None)
        return that is not None and self._loose(cue, that)

    def _joined(self, cue: int, first: int) -> int | None:
        """Where the conjunction stands that joins another report to what a verb before it reports."""
        grammar = self._grammar
        passing = grammar.perfect | grammar.reflexives | grammar.adverbs
        again = self._leads_on(cue)
        for i in range(cue - 1, max(first, cue - _GAP), -1):
            lower = self._tokens[i].text.lower()
            if lower in grammar.conjunctions or (again and self._tokens[i].text == ","):
                return i
            if not again and lower not in passing:
                return None
        return None
