"""Who undertakes what a verb says: its subject, the agents of a passive, the speaker who says "we"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.speakers import Speaker, Speakers
from briefing.model.facts import Quote


@dataclass(frozen=True, slots=True)
class Undertaker:
    """A name, the mention that settles it, and the person's name where it is one; each `None` where not settled."""

    name: str | None
    mention: Actor | None
    person: str | None


_NAMED = frozenset({Kind.PERSON, Kind.TITLE, Kind.BODY, Kind.GROUP, Kind.PLACE})
_NOBODY = Undertaker(None, None, None)


class Undertakers:
    """Finds who undertakes what in one article."""

    def __init__(
        self,
        actors: Actors,
        speakers: Speakers,
        quotes: Sequence[tuple[Quote, Speaker | None]],
        agents: frozenset[str],
    ) -> None:
        """`quotes`: the quotations with their speakers; `agents`: words that lead in who acts in a passive."""
        self._actors = actors
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._speakers = speakers
        self._agents = agents
        self._said: Mapping[int, Speaker | None] = {
            i: speaker for quote, speaker in quotes for i in quoted_tokens(actors, quote)
        }

    def subjects(self, i: int, clause: tuple[int, int]) -> list[Actor]:
        """Who does what the verb at `i` says in its clause; empty where it is not settled."""
        if self.is_passive(i):
            return self._passive_agents(i)
        return self._actors.subjects(i, clause, self._grammar.gender(self._tokens[i].text))

    def first_person(self, i: int) -> str | None:
        """Whether the verb's form says that the speaker acts ("firmamos")."""
        if i not in self._actors.inside:
            return None
        return self._grammar.person_of(self._tokens, i)

    def of(self, i: int, clause: tuple[int, int], *, promised: bool) -> Undertaker:
        """Who undertakes what the verb at `i` says; `promised`: in words that are the speaker's promise."""
        own = self._speaker(i) if self.first_person(i) is not None else None
        return Undertaker(own, None, own) if own is not None else self._told(i, clause, promised=promised)

    def _told(self, i: int, clause: tuple[int, int], *, promised: bool) -> Undertaker:
        """Who acts as the clause and the sentences before it tell."""
        subjects = self.subjects(i, clause)
        if len(subjects) > 1:
            names = [self._name(actor, i) for actor in subjects]
            if all(names):
                return Undertaker(", ".join(name for name in names if name), subjects[0], None)
        if subjects:
            person = subjects[0].person
            return Undertaker(self._name(subjects[0], i), subjects[0], person.name if person is not None else None)
        if self.is_passive(i):
            return _NOBODY
        if self.first_person(i) is not None or promised:
            name = self._speaker(i)
            return Undertaker(name, None, name)
        if self._grammar.null_subject and i not in self._actors.inside:
            topic = self._speakers.topic(i, self._grammar.gender(self._tokens[i].text))
            if topic is not None:
                return Undertaker(topic.name, None, topic.name)
        return _NOBODY

    def told_of(self, first: int, last: int) -> Actor | None:
        """Who acts in the clause that "that" leads in right after a verb: "announced that the council pays"."""
        grammar, i = self._grammar, first
        while i < last and (self._tokens[i].text == "," or self._tokens[i].text.lower() in grammar.adverbs):
            i += 1
        if i >= last or self._tokens[i].text.lower() not in grammar.that:
            return None
        i += 1
        while i < last and self._tokens[i].text.lower() in grammar.articles:
            i += 1
        actor = self._actors.at(i) if i < last else None
        fit = actor is not None and actor.plain and not actor.led
        return actor if fit and actor is not None and actor.kind in _NAMED else None

    def named(self, actor: Actor, verb: int) -> Undertaker:
        """An actor as the one who undertakes something."""
        return Undertaker(self._name(actor, verb), actor, actor.person.name if actor.person is not None else None)

    def is_passive(self, i: int) -> bool:
        """Whether the verb at `i` is a participle that tells what is done to its subject."""
        before = {self._tokens[j].text.lower() for j in range(max(0, i - 3), i)}
        if before & self._grammar.reflexives and not self._grammar.verbs_close:
            return False  # "s'est engagé"
        word = self._tokens[i].text.lower()
        aids = self._grammar.passive & before
        willed = aids <= self._grammar.prospective and word == self._tokens[i].lemma  # "wird liefern"
        return bool(aids) and not willed and self._grammar.forms.get(word) in {None, Tense.PARTICIPLE}

    def _passive_agents(self, i: int) -> list[Actor]:
        found = [actor for actor in self._actors.of_sentence(self._tokens[i].sentence) if actor.first > i]
        led = [at for at, actor in enumerate(found) if self._tokens[self._before(actor)].text.lower() in self._agents]
        if not led:
            return []
        out = [found[led[0]]]
        for actor in found[led[0] + 1 :]:
            between = [
                self._tokens[j].text.lower() for j in range(out[-1].last, actor.first) if not self._is_honorific(j)
            ]
            words = self._grammar.conjunctions | self._grammar.articles | self._agents | {","}
            if not between or any(text not in words for text in between):
                break
            out.append(actor)
        return out

    def _before(self, actor: Actor) -> int:
        j = actor.first - 1
        while j > 0 and (self._tokens[j].text.lower() in self._grammar.articles or self._is_honorific(j)):
            j -= 1
        return max(j, 0)

    def _is_honorific(self, i: int) -> bool:
        """Whether a token is "Mrs" or the like, or its full stop."""
        listed, lower = self._actors.cast.words.honorifics, self._tokens[i].text.lower()
        if lower == ".":
            return i > 0 and f"{self._tokens[i - 1].text.lower()}." in listed
        return lower in listed or f"{lower}." in listed

    def _speaker(self, i: int) -> str | None:
        speaker = self._said.get(i)
        return speaker.name if speaker is not None else None

    def _name(self, actor: Actor, verb: int) -> str | None:
        if actor.person is not None:
            return actor.person.name
        if actor.kind in {Kind.WE, Kind.I}:
            return self._speaker(verb)
        if actor.kind is Kind.PRONOUN:
            gender = self._actors.gender_of(actor)
            topic = self._speakers.topic(actor.first, gender) if gender != "p" else None
            return topic.name if topic is not None else None
        if actor.title is not None:
            person = self._actors.holders.of(actor.title) or self._speakers.anybody(actor)
            return person.name if person is not None else actor.text(self._parse)
        return actor.text(self._parse)


def quoted_tokens(actors: Actors, quote: Quote) -> list[int]:
    """The tokens of a quotation."""
    starts = actors.starts
    return [i for part in quote.parts for i in range(bisect_left(starts, part.start), bisect_left(starts, part.end))]
