"""How people took part, by verbs of taking part and their subjects, without a parser."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from briefing.extract.lexis.lexicon import load
from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.attendees import AttendeeRecords, Sign
from briefing.extract.surface.casting import Person
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.heard import Heard
from briefing.extract.surface.phrases import find_phrases
from briefing.extract.surface.speakers import Speaker, Speakers
from briefing.extract.surface.stand_ins import StandIns
from briefing.extract.surface.standing import Around, Standing, likelihood
from briefing.model.facts import Attendee, Event, Mode, Quote
from briefing.model.span import Written

_ABLE = frozenset({Kind.PERSON, Kind.TITLE, Kind.PRONOUN, Kind.PLACE})
_LIKELY, _HARDLY = 0.5, 0.2  # how likely somebody took part to say so without a verb, to doubt a verb
_GOVERNED = 6  # tokens between a verb like "plan" and the infinitive under it


class Attending:
    """Reads who took part in one article, and how."""

    def __init__(self, actors: Actors, speakers: Speakers, language: str) -> None:
        self._actors = actors
        self._speakers = speakers
        self._cast = actors.cast
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = self._cast.words.grammar
        self._bounds = actors.bounds
        self._holders = actors.holders
        data: Mapping[str, Any] = load(language, "attendance")
        words = data["words"]
        verbs = [rule["verbs"] for rule in data["rule"]]
        names = ("remote", "other_times", "occasions", "expected", "absent", "press", "presence")
        named = [words[name] for name in names]
        found = find_phrases([*verbs, *named], self._tokens, language)
        self._rules: dict[int, list[tuple[Mapping[str, Any], int]]] = defaultdict(list)
        for rule, phrases in zip(data["rule"], found, strict=False):
            for i, last in phrases.items():
                self._rules[i].append((rule, last))
        (
            self._remote,
            self._other_times,
            self._occasions,
            self._coming,
            self._refusing,
            self._press,
            self._presence,
        ) = found[len(verbs) :]
        self._doubted: set[str] = set()
        self._stand_ins = StandIns(actors, words)
        self._at = frozenset(words["at"].split())
        self._companions = frozenset(words["companions"].split())
        self._heard = Heard(actors, speakers, load(language, "saying")["verbs"])

    def find(
        self, quotes: Sequence[tuple[Quote, Speaker | None]], ids: Mapping[str, str], main: Event | None
    ) -> tuple[Attendee, ...]:
        """The attendees of the article, people first; `ids`: by name; `main`: the main event."""
        event = main.id if main is not None else None
        signs, groups, quoted = self.gathered(quotes, main)
        self._weigh(signs, quoted, quotes, main)
        records = AttendeeRecords(self._cast, event)
        people = [
            records.of_person(person, signs[person.name], ids[person.name], heard=person.name in quoted)
            for person in self._cast.people
        ]
        return (*people, *(records.of_group(name, own) for name, own in groups.items()))

    def gathered(
        self, quotes: Sequence[tuple[Quote, Speaker | None]], main: Event | None
    ) -> tuple[dict[str, list[Sign]], dict[str, list[Sign]], Set[str]]:
        """What verbs say of people and of groups, by name, and whom the article quotes or hears."""
        name = main.name if main is not None else None
        afar = any(main is not None and self._remote.at(i) for i in self._event_tokens(name))
        signs: dict[str, list[Sign]] = defaultdict(list)
        groups: dict[str, list[Sign]] = defaultdict(list)
        for sign in [*self._signs(), *self._on_occasions(quotes)]:
            if afar and sign.mode is Mode.IN_PERSON:
                sign = replace(sign, mode=Mode.REMOTE)  # noqa: PLW2901 - the sign as it has to be read
            person = self._person(sign.actor)
            if person is not None:
                signs[person.name].append(sign)
            elif sign.actor.kind is Kind.BODY:
                groups[sign.actor.text(self._parse)].append(sign)
        quoted = {said.person.name for _, said in quotes if said is not None and said.person is not None}
        quoted |= {person.name for actor in self._heard.find() if (person := self._person(actor)) is not None}
        return signs, groups, quoted

    def _weigh(
        self,
        signs: dict[str, list[Sign]],
        quoted: Set[str],
        quotes: Sequence[tuple[Quote, Speaker | None]],
        main: Event | None,
    ) -> None:
        """Who took part though no verb says so, or did not though one seems to, where something took place."""
        if main is None and not any(signs.values()):
            return
        for person, weighed in self.standing(signs, quoted, quotes, main):
            own = signs[person.name]
            if any(sign.mode is not Mode.IN_PERSON for sign in own):
                continue
            chance = likelihood(weighed)
            if own and chance < _HARDLY:
                own.clear()
            elif not own and chance > _LIKELY and person.name not in self._doubted:
                run = person.mentions[0]
                actor = self._actors.at(run.first) or Actor(run.first, run.last, Kind.PERSON, True, False, person)
                own.append(Sign(actor, Mode.IN_PERSON, None))

    def standing(
        self,
        signs: Mapping[str, Sequence[Sign]],
        quoted: Set[str],
        quotes: Sequence[tuple[Quote, Speaker | None]],
        main: Event | None,
    ) -> Iterator[tuple[Person, list[str]]]:
        """What hints at each person's taking part."""
        around = Around(
            occasions=self._occasions,
            press=self._press,
            remote=self._remote,
            refusing=self._refusing,
            other_times=self._other_times,
        )
        standing = Standing(self._actors, around, quotes, main)
        present = {
            name: own[0].words[0] if own[0].words is not None else own[0].actor.first
            for name, own in signs.items()
            if own and own[0].mode is Mode.IN_PERSON
        }
        for person in self._cast.people:
            yield person, standing.signs(person, present, heard=person.name in quoted)

    def _event_tokens(self, name: Written | None) -> range:
        """The tokens of the main event's name."""
        if name is None:
            return range(0)
        starts = [token.start for token in self._tokens]
        return range(bisect_left(starts, name.span.start), bisect_left(starts, name.span.end))

    def _person(self, actor: Actor) -> Person | None:
        if actor.person is not None:
            return actor.person
        if actor.kind is Kind.PRONOUN:
            gender = self._actors.gender_of(actor)
            return self._speakers.topic(actor.first, gender) if gender != "p" else None
        return self._holders.of(actor.title) if actor.title is not None else None

    # --- signs

    def _signs(self) -> Iterator[Sign]:
        for i, rules in sorted(self._rules.items()):
            if i not in self._actors.inside and not self._noun(i):
                for rule, last in rules:
                    yield from self._by_rule(rule, i, last)
        for actor, place in self._stand_ins.absent.values():
            yield Sign(actor, Mode.REPRESENTED, place)

    def _noun(self, i: int) -> bool:
        """Whether an article makes a noun of what the dictionary takes for a verb ("la visite")."""
        grammar = self._grammar
        if grammar.cases or grammar.capital_nouns or i == 0:
            return False
        return self._tokens[i - 1].text.lower() in grammar.articles

    def _by_rule(self, rule: Mapping[str, Any], verb: int, last: int) -> Iterator[Sign]:
        clause = self._bounds.around(verb)
        tense = self._grammar.tense(self._tokens, verb)
        mode = self._mode(Mode(rule["mode"]), verb, clause, tense)
        if mode is None or self._other_times.within(*clause):
            if tense is Tense.FREE:  # "hopes that X takes part"
                people = (actor.person for actor in self._people_in(clause))
                self._doubted.update(person.name for person in people if person is not None)
            return
        occasion = self._occasion(verb, clause)
        if (rule.get("event") and occasion is None) or self._stand_ins.receives_thing(verb, last, clause[1]):
            return
        told = self._press.within(*clause) or self._tokens[clause[0]].text.lower() in self._grammar.relatives
        if rule["who"] == "all" and told:
            return
        if rule["who"] == "all" and mode is not Mode.ABSENT:
            who: Sequence[Actor] = self._people_in(clause)
        elif rule["who"] == "object":
            who = [actor for actor in self._people_in(clause) if actor.first > verb and actor.kind is not Kind.BODY]
        else:
            gender = self._grammar.gender(self._tokens[verb].text)
            who = self._actors.subjects(verb, clause, gender) or self._actors.subjects(last - 1, clause, gender)
        for actor in who:
            yield Sign(actor, mode, (verb, last), shared=rule["who"] == "all")
        if occasion is not None and mode is not Mode.ABSENT:
            for actor in self._people_in((occasion, clause[1])):
                if self._tokens[actor.first - 1].text.lower() in self._companions:
                    yield Sign(actor, mode, (verb, last))

    def _occasion(self, verb: int, clause: tuple[int, int]) -> int | None:
        """Where the occasion stands at which somebody speaks: after a preposition, not cut off by a comma."""
        first = verb
        while first > clause[0] and (self._tokens[first - 1].text != "," or not self._named(clause[0], first)):
            first -= 1
        last = verb + 1
        while last < clause[1] and self._tokens[last].text.lower() not in self._grammar.clause_starts:
            last += 1
        for i in range(first, last):
            if self._occasions.at(i) is not None and self._led_there(i, first):
                return i
        return None

    def _named(self, first: int, last: int) -> bool:
        """Whether somebody is named between two tokens who could act."""
        actors = (self._actors.at(i) for i in range(first, last))
        return any(actor is not None and actor.kind in _ABLE and not actor.led and actor.plain for actor in actors)

    def _led_there(self, i: int, first: int) -> bool:
        """Whether the noun follows a preposition of place or time, with adjectives between at most."""
        return any(self._tokens[j].text.lower() in self._at for j in range(max(first, i - 4), i))

    def _people_in(self, clause: tuple[int, int]) -> list[Actor]:
        """All who are named in a clause or in lists that go on after it."""
        sentence = self._tokens[clause[0]].sentence
        end = clause[1]
        stop = self._parse.sentences[sentence].last
        while end < stop and self._tokens[end - 1].text == ";":
            end = self._bounds.around(end)[1]
        clause = (clause[0], end)
        return [
            actor
            for actor in self._actors.of_sentence(sentence)
            if clause[0] <= actor.first < clause[1]
            and actor.first not in self._actors.inside
            and actor.kind in {Kind.PERSON, Kind.TITLE, Kind.BODY}
            and actor.first not in self._stand_ins.absent
            and not self._stand_ins.is_attribute(actor, clause[0])
            and not (actor.kind is Kind.BODY and self._merely_named(actor))
        ]

    def _merely_named(self, actor: Actor) -> bool:
        """Whether a body is a short name in brackets, a place where something is done, or part of a dateline."""
        i = actor.first - 1
        alone = actor.last - actor.first == 1 and self._tokens[actor.first].text.lower() in self._cast.words.bodies
        if alone or (i >= 0 and self._tokens[i].text == "("):
            return True  # "the embassy" of nobody is no name
        while i >= 0 and self._tokens[i].text.lower() in self._grammar.articles:
            i -= 1
        led = i >= 0 and self._tokens[i].sentence == self._tokens[actor.first].sentence
        if led and self._tokens[i].text.lower() in self._grammar.within - self._companions:
            return True
        return self._stand_ins.in_dateline(actor)

    def _mode(self, mode: Mode, verb: int, clause: tuple[int, int], tense: Tense) -> Mode | None:
        """The mode in the light of tense, negation and what governs the verb; `None` if it says nothing."""
        before = range(max(clause[0], verb - _GOVERNED), verb)
        if mode is Mode.EXPECTED:
            return mode if self._grammar.negation(self._tokens, verb, clause) is None else None
        if tense is Tense.NONE and self._tokens[verb].text.lower() not in self._grammar.prepositions:
            return None
        negated = self._grammar.negation(self._tokens, verb, clause) is not None
        if any(self._refusing.at(i) for i in before):
            return None if negated and tense is not Tense.INFINITIVE else Mode.ABSENT
        if negated:
            told = mode in {Mode.IN_PERSON, Mode.REMOTE} and self._presence.at(verb) is not None
            return Mode.ABSENT if told else None  # who did not sign or speak may have been there
        hedged = any(self._tokens[i].text.lower() in self._grammar.hedges for i in range(*clause))
        if hedged or tense is Tense.FREE:
            return None
        return mode if mode in {Mode.ABSENT, Mode.REPRESENTED} else self._timed(mode, verb, before, tense)

    def _timed(self, mode: Mode, verb: int, before: range, tense: Tense) -> Mode | None:
        """The mode of what is said to take place: expected where it is yet to come."""
        coming = tense is Tense.FUTURE or any(self._coming.at(i) for i in before)
        if coming or (tense is Tense.PRESENT and self._grammar.nonpast_is_future):
            return Mode.EXPECTED
        if tense is Tense.INFINITIVE:
            return None
        return Mode.REMOTE if self._remote.within(*self._bounds.in_quotation(verb)) else mode

    def _on_occasions(self, quotes: Sequence[tuple[Quote, Speaker | None]]) -> Iterator[Sign]:
        """Who is quoted as speaking at a meeting, ceremony or the like was there."""
        for _, said in quotes:
            if said is None or said.person is None or said.cue is None:
                continue
            clause = self._bounds.around(said.cue)
            place = self._occasion(said.cue, clause)
            actor = self._actors.at(said.words[0] if said.words is not None else said.person.mentions[0].first)
            if place is not None and actor is not None and not self._press.within(*clause):
                last = self._occasions.at(place) or place + 1
                remote = self._remote.within(*clause)
                yield Sign(actor, Mode.REMOTE if remote else Mode.IN_PERSON, (place, last))
