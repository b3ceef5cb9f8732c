"""Who does what a verb says: the subject before it, after it, or of the clause that a relative one hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.surface.acting import Acting
from briefing.extract.surface.actor import Actor, Kind

_FEW = 2
_INSERTED = 7  # tokens of what may stand between commas after a subject
_NEAR = 7  # tokens after a verb within which an inverted subject begins
_OF_NO_GENDER = frozenset({Kind.PLACE, Kind.BODY, Kind.GROUP, Kind.WE, Kind.I})


class Subjects:
    """Finds the subjects of one article's verbs."""

    def __init__(self, acting: Acting, inside: Mapping[int, int]) -> None:
        """`inside`: the number of the quotation that a token stands in; tokens outside are not in it."""
        self._acting = acting
        self._inside = inside
        self._cast = acting.cast
        self._tokens = acting.cast.parse.tokens
        self._grammar = acting.cast.words.grammar

    def of(self, verb: int, clause: tuple[int, int], gender: str | None = None) -> list[Actor]:
        """Who does what the verb at `verb` says, in its clause; several where they are joined; empty if not settled."""
        if self._grammar.verbs_close:
            verb = self._grammar.finite(self._tokens, verb)
        tokens = self._tokens
        here = [
            actor
            for actor in self._acting.of_sentence(tokens[verb].sentence)
            if clause[0] <= actor.first < clause[1]
            and not (actor.first <= verb < actor.last)
            and self._inside.get(actor.first) == self._inside.get(verb)
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
        relatives = self._grammar.relatives | (frozenset() if self._grammar.cases else self._grammar.that)
        if first < 2 or self._tokens[first].text.lower() not in relatives or self._tokens[first - 1].text != ",":
            return None
        if any(first <= actor.first < verb for actor in fit):
            return None
        return next((actor for actor in (self._acting.at(first - 2),) if actor is not None and actor.plain), None)

    def _agrees(self, actor: Actor, gender: str | None) -> bool:
        if gender is None or actor.kind in _OF_NO_GENDER:
            return True
        own = self._acting.gender_of(actor)
        if gender == "p":
            return actor.kind is not Kind.PRONOUN or own == "p"
        return own is None or own == gender

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
        listed, lower = self._cast.words.honorifics, self._tokens[i].text.lower()
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
        actor = self._acting.at(i)
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
        mark = not self._tokens[j].text[0].isalnum()
        return mark and not self._ends_apposition(j) and not self._ends_insertion(j)

    def _ends_insertion(self, comma: int) -> bool:
        """Whether the comma closes a few words that name nobody, after a subject ("the government, in turn, asked")."""
        tokens = self._tokens
        if tokens[comma].text != ",":
            return False
        for j in range(comma - 1, max(0, comma - _INSERTED), -1):
            if tokens[j].sentence != tokens[comma].sentence or self._inside.get(j) is not None:
                return False
            if tokens[j].text == ",":
                actor = self._acting.at(j - 1)
                return actor is not None and actor.plain and not actor.led
            if self._acting.at(j) is not None or self._grammar.is_finite(tokens[j]):
                return False
        return False

    def _ends_apposition(self, comma: int) -> bool:
        """Whether the comma closes a name or title set beside its holder ("the minister, X, signed")."""
        actor = self._acting.at(comma - 1)
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
        while out and not self._conjoined(out[-2].last if len(out) > 1 else actor.last, out[-1].first):
            out.pop()  # "X, Y said": with nothing but a comma Y is of another clause
        return out

    def _leading(self, actor: Actor, fit: Sequence[Actor]) -> list[Actor]:
        out: list[Actor] = []
        start = actor.first
        for other in reversed(fit):
            if other.last > start:
                continue
            if not self._links(other.last, start) or not (out or self._conjoined(other.last, start)):
                break
            out.insert(0, other)
            start = other.first
        return out

    def _conjoined(self, first: int, last: int) -> bool:
        """Whether a conjunction stands between two that are joined."""
        return any(self._tokens[i].text.lower() in self._grammar.conjunctions for i in range(first, last))

    def _links(self, first: int, last: int) -> bool:
        between = self._unbracketed([self._tokens[i].text.lower() for i in range(first, last)])
        if any(self._is_verb(i) for i in range(first, last)):
            return False  # "X said, the government would pay"
        words = self._grammar.conjunctions | {",", ";"} | self._grammar.articles
        loose = [text for text in between if text not in words]
        joined = any(text in words and text not in self._grammar.articles for text in between)
        return joined and len(loose) <= 1 and all(
            text in self._grammar.small for text in loose
        )  # fmt: skip

    def _is_verb(self, i: int) -> bool:
        """Whether a small word is a form of a verb other than its infinitive."""
        token, grammar = self._tokens[i], self._grammar
        other = token.text.islower() and token.text != token.lemma and token.text not in grammar.articles
        return other and grammar.is_infinitive(token.lemma) and token.text not in grammar.conjunctions

    def _unbracketed(self, words: list[str]) -> list[str]:
        """The words without what stands in brackets after a name: a party, an age."""
        if "(" in words and ")" in words:
            return words[: words.index("(")] + words[words.index(")") + 1 :]
        return words


def _once(actors: Sequence[Actor]) -> list[Actor]:
    """Each person once."""
    seen: dict[int, Actor] = {}
    for actor in actors:
        seen.setdefault(actor.first if actor.person is None else -id(actor.person), actor)
    return list(seen.values())
