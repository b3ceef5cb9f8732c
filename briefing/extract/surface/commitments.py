"""Who undertakes, asks for or refuses what, by verbs with their subjects; in doubt nothing is found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from briefing.extract.amounts import AmountFinder
from briefing.extract.identity import fact_id
from briefing.extract.lexicon import load
from briefing.extract.surface.actors import Actor, Actors, Kind
from briefing.extract.surface.certainty import confidence_of
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.lexicons import phrases as listed
from briefing.extract.surface.phrases import find_phrases
from briefing.extract.surface.speakers import Speaker, Speakers
from briefing.extract.times import TermFinder
from briefing.model.facts import Amount, Commitment, Evidence, Quote, When
from briefing.model.facts import Kind as CommitmentKind
from briefing.model.span import Written

_DONE = frozenset({CommitmentKind.DELIVERED, CommitmentKind.SIGNED, CommitmentKind.AGREED})
_OVER = frozenset({CommitmentKind.PLEDGED, CommitmentKind.ANNOUNCED, CommitmentKind.PLANNED})
_NO_OWN = frozenset({CommitmentKind.REQUESTED, CommitmentKind.DECLINED})
_INFINITIVE_WITHIN = 9
_FEWEST = 4  # words of an undertaking in a clause that reports a quotation
_PARTICLE = 2  # letters: a particle after the verb that makes it conditional


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb that undertakes: its token and end, kind, tense and clause."""

    i: int
    last: int
    kind: CommitmentKind
    tense: Tense
    clause: tuple[int, int]
    shapes: frozenset[str]


class Undertakings:
    """Finds the commitments of one article."""

    def __init__(
        self, actors: Actors, speakers: Speakers, quotes: Sequence[tuple[Quote, Speaker | None]], language: str
    ) -> None:
        """`quotes`: the quotations of the article with their speakers."""
        self._actors = actors
        self._cast = actors.cast
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._text = actors.parse.article.text
        self._grammar = self._cast.words.grammar
        self._speakers = speakers
        self._bounds = actors.bounds
        self._holders = actors.holders
        data: Mapping[str, Any] = load(language, "commitments")
        verbs: Mapping[str, Sequence[str]] = data["verbs"]
        lists = [*verbs, data["will"]["verbs"], data["vetoes"]["phrases"]]
        *found, self._will, self._barred = find_phrases(lists, self._tokens, language)
        self._verbs = [
            (each, CommitmentKind(entry[0]), frozenset(entry[1:]))
            for each, entry in zip(found, verbs.values(), strict=True)
        ]
        lemma = lemmatizer(language)
        self._nouns = {
            name: frozenset(map(lemma, listed(written))) | frozenset(listed(written))
            for name, written in data["nouns"].items()
        }
        self._conditions = frozenset(data["conditions"]["words"].split())
        self._agents = frozenset(data["agents"]["words"].split())
        self._amounts = AmountFinder(self._parse.article, language)
        self._terms = TermFinder(self._parse.article, language)
        self._starts = [token.start for token in self._tokens]
        self._cues = frozenset(speaker.cue for _, speaker in quotes if speaker is not None)
        self._said = self._speaker_of(quotes)
        self._promises = self._promising(quotes)

    def find(self, ids: Mapping[str, str], event: str | None) -> tuple[Commitment, ...]:
        """The commitments in order; `ids`: attendees by name; `event`: the id of the main event."""
        found: list[Commitment] = []
        for sentence in self._parse.sentences:
            if self._text[sentence.end - 1] == "?":
                continue
            verbs = [self._promised(verb) for verb in self._verbs_of(sentence.first, sentence.last)]
            chosen = list(self._chosen([verb for verb in verbs if not self._is_report(verb)]))
            for verb, later in pairwise([*chosen, None]):
                if verb is not None:
                    found.append(self._record(verb, later, ids, event))
        return tuple(found)

    def _speaker_of(self, quotes: Sequence[tuple[Quote, Speaker | None]]) -> dict[int, Speaker | None]:
        """The speaker of each quoted token."""
        starts = self._starts
        return {
            i: speaker
            for quote, speaker in quotes
            for part in quote.parts
            for i in range(bisect_left(starts, part.start), bisect_left(starts, part.end))
        }

    def _promising(self, quotes: Sequence[tuple[Quote, Speaker | None]]) -> frozenset[int]:
        """The tokens of quotations of which the text says that they are a promise."""
        return frozenset(
            i
            for quote, speaker in quotes
            if speaker is not None and speaker.cue is not None and self._pledges(speaker.cue)
            for i in self._speaker_of([(quote, speaker)])
        )

    def _pledges(self, i: int) -> bool:
        return any(kind is CommitmentKind.PLEDGED and phrases.at(i) is not None for phrases, kind, _ in self._verbs)

    def _promised(self, verb: _Verb) -> _Verb:
        """The verb as a pledge, where it tells of the time to come in words that are a promise."""
        if verb.i in self._promises and verb.kind is CommitmentKind.PLANNED and verb.tense is Tense.FUTURE:
            return replace(verb, kind=CommitmentKind.PLEDGED)
        return verb

    def _is_report(self, verb: _Verb) -> bool:
        """Whether the verb only reports a quotation, with nothing undertaken in its own clause."""
        if verb.i not in self._cues:
            return False
        own = [
            i
            for i in range(verb.last, self._bounds.in_quotation(verb.i)[1])
            if self._actors.at(i) is None and self._tokens[i].text[0].isalnum()
        ]
        return len(own) < _FEWEST

    # --- verbs

    def _verbs_of(self, first: int, last: int) -> Iterator[_Verb]:
        for i in range(first, last):
            verb = self._verb_at(i)
            if verb is not None:
                yield verb

    def _verb_at(self, i: int) -> _Verb | None:
        if not self._tokens[i].text[0].isalpha() or self._cast.person_at.get(i) is not None or i in self._cast.title_at:
            return None
        tense = self._tense(i)
        if tense in {Tense.NONE, Tense.FREE, Tense.INFINITIVE, Tense.PARTICIPLE}:
            return None
        clause = self._bounds.around(i)
        if self._vetoed(i, clause):
            return None
        for phrases, kind, shapes in self._verbs:
            last = phrases.at(i)
            if last is None or not self._fits(i, last, shapes, clause):
                continue
            chosen = self._in_time(kind, tense, shapes)
            if chosen is not None:
                return _Verb(i, last, chosen, tense, clause, shapes)
        last = self._will.at(i) if tense is Tense.FUTURE and not self._relative(clause) else None
        if last is not None and self._agentive(i, clause):
            return _Verb(i, last, CommitmentKind.PLANNED, tense, clause, frozenset({"will"}))
        return None

    def _relative(self, clause: tuple[int, int]) -> bool:
        return self._tokens[clause[0]].text.lower() in self._grammar.relatives

    def _tense(self, i: int) -> Tense:
        tense = self._grammar.tense(self._tokens, i)
        return Tense.FUTURE if tense is Tense.PRESENT and self._whole(i) else tense

    def _whole(self, i: int) -> bool:
        """Whether the present form of the verb means the future: it tells of a whole act."""
        return self._grammar.nonpast_is_future and (
            self._will.at(i) is not None
            or any(phrases.at(i) and "whole" in shapes for phrases, _, shapes in self._verbs)
        )

    def _in_time(self, kind: CommitmentKind, tense: Tense, shapes: frozenset[str]) -> CommitmentKind | None:
        """The kind in the light of the tense: what will be delivered is planned."""
        if tense is Tense.FUTURE and kind in _DONE:
            return CommitmentKind.PLANNED
        if tense is Tense.PRESENT and kind in _DONE and "now" not in shapes:
            return None
        if tense is Tense.FUTURE and kind in {CommitmentKind.REQUESTED, CommitmentKind.DECLINED}:
            return None
        return kind

    def _vetoed(self, i: int, clause: tuple[int, int]) -> bool:
        """Negated, possible, wished, or only said to be so."""
        near = [self._tokens[j].text.lower() for j in range(max(clause[0], i - 3), i)]
        if self._grammar.negations.intersection(near):
            return True
        around = [self._tokens[j].text.lower() for j in range(clause[0], i)]
        after = self._tokens[i + 1].text.lower() if i + 1 < clause[1] else ""
        if self._grammar.hedges.intersection(around) or (len(after) <= _PARTICLE and after in self._grammar.hedges):
            return True
        if self._told_of_the_past(i, clause):
            return True
        return self._barred.within(*clause)

    def _told_of_the_past(self, i: int, clause: tuple[int, int]) -> bool:
        """Whether the clause dates the act in an earlier year than the article's ("in 2019")."""
        published = (self._parse.article.published or "")[:4]
        return any(
            self._tokens[j].text.isdigit()
            and len(self._tokens[j].text) == len(published)
            and self._tokens[j].text < published
            and self._tokens[j - 1].text.lower() in self._grammar.within
            for j in range(clause[0] + 1, clause[1])
        ) and self._tense(i) is Tense.PAST  # fmt: skip

    def _fits(self, i: int, last: int, shapes: frozenset[str], clause: tuple[int, int]) -> bool:
        """Whether the verb stands with what makes it an undertaking."""
        if "self" in shapes and not self._reflexive(i):
            return False
        if "any" in shapes:
            return True
        after = range(last, min(self._parse.sentences[self._tokens[i].sentence].last, last + _INFINITIVE_WITHIN))
        if "to" in shapes and any(self._grammar.tense(self._tokens, j) is Tense.INFINITIVE for j in after):
            return True
        if "that" in shapes and any(
            self._tokens[j].text.lower() in self._grammar.clause_starts for j in list(after)[:4]
        ):
            return True
        nouns = frozenset().union(*(self._nouns.get(shape, frozenset()) for shape in shapes))
        where = range(*self._bounds.in_quotation(i)) if "passive" in shapes else range(*clause)
        if any(self._tokens[j].lemma in nouns or self._tokens[j].text.lower() in nouns for j in where):
            return True
        start, end = self._tokens[clause[0]].start, self._tokens[clause[1] - 1].end
        return "money" in shapes and bool(self._amounts.money(start, end))

    def _reflexive(self, i: int) -> bool:
        around = range(max(0, i - 3), min(len(self._tokens), i + 3))
        return any(self._tokens[j].text.lower() in self._grammar.reflexives for j in around)

    def _agentive(self, i: int, clause: tuple[int, int]) -> bool:
        """Whether the subject is one that can undertake something."""
        return i in self._promises or bool(self._subjects(i, clause)) or self._first_person(i) is not None

    def _chosen(self, verbs: Sequence[_Verb]) -> Iterator[_Verb]:
        """One for each undertaking: what is promised under a promise, or reported by one, is told once."""
        dropped: set[int] = set()
        kinds: dict[int, CommitmentKind] = {}
        for at, verb in enumerate(verbs):
            if verb.i in dropped:
                continue
            if verb.kind in _NO_OWN:
                dropped.update(later.i for later in verbs[at + 1 :] if self._under(verb, later))
                continue
            if verb.kind not in _OVER or "will" in verb.shapes:
                continue
            for later in verbs:
                if later.i != verb.i and later.kind in {CommitmentKind.PLANNED, *_DONE} and self._reported(verb, later):
                    kinds[later.i] = verb.kind if later.kind is CommitmentKind.PLANNED else later.kind
                    dropped.add(verb.i)
                    break
        willed: set[tuple[int, int]] = set()
        for verb in verbs:
            if "will" in verb.shapes and verb.clause in willed:
                continue
            if "will" in verb.shapes:
                willed.add(verb.clause)
            if verb.i not in dropped:
                yield _Verb(verb.i, verb.last, kinds.get(verb.i, verb.kind), verb.tense, verb.clause, verb.shapes)

    def _under(self, over: _Verb, later: _Verb) -> bool:
        """Whether what a later verb says is part of what is asked for or refused."""
        between = [self._tokens[j].text.lower() for j in range(over.i, later.i)]
        if self._actors.inside.get(over.i) != self._actors.inside.get(later.i):
            return False
        return bool(self._grammar.clause_starts.intersection(between)) and ";" not in between

    def _reported(self, over: _Verb, later: _Verb) -> bool:
        same = self._actors.inside.get(over.i) == self._actors.inside.get(later.i)
        if not same:
            return False
        if later.i > over.i:
            lead = [self._tokens[j].text.lower() for j in range(over.last, later.i)]
            return bool(self._grammar.clause_starts.intersection(lead))
        return over.i - later.i > 1 and self._tokens[over.clause[1] - 1].i - over.i <= _INFINITIVE_WITHIN and "," in {
            self._tokens[j].text for j in range(later.i, over.i)
        }  # fmt: skip

    # --- who

    def _subjects(self, i: int, clause: tuple[int, int]) -> list[Actor]:
        gender = self._grammar.gender(self._tokens[i].text)
        if self._is_passive(i):
            return self._passive_agents(i)
        return self._actors.subjects(i, clause, gender)

    def _is_passive(self, i: int) -> bool:
        before = [self._tokens[j].text.lower() for j in range(max(0, i - 3), i)]
        return (
            bool(self._grammar.passive.intersection(before))
            and self._grammar.forms.get(self._tokens[i].text.lower()) is None
        )

    def _passive_agents(self, i: int) -> list[Actor]:
        sentence = self._tokens[i].sentence
        found = [actor for actor in self._actors.of_sentence(sentence) if actor.first > i]
        led = [at for at, actor in enumerate(found) if self._tokens[self._before(actor)].text.lower() in self._agents]
        if not led:
            return []
        out = [found[led[0]]]
        for actor in found[led[0] + 1 :]:
            between = [self._tokens[j].text.lower() for j in range(out[-1].last, actor.first)]
            words = self._grammar.conjunctions | self._grammar.articles | self._agents | {","}
            if not between or any(text not in words for text in between):
                break
            out.append(actor)
        return out

    def _before(self, actor: Actor) -> int:
        j = actor.first - 1
        while j > 0 and self._tokens[j].text.lower() in self._grammar.articles:
            j -= 1
        return max(j, 0)

    def _first_person(self, i: int) -> str | None:
        """Whether the verb's form says that the speaker acts ("firmamos")."""
        if i not in self._actors.inside:
            return None
        return self._grammar.person(self._tokens[i].text)

    def _actor(self, verb: _Verb) -> tuple[str | None, Actor | None, str | None]:
        """The actor's name, the mention that settles it, and the person's name where it is one."""
        subjects = self._subjects(verb.i, verb.clause)
        if len(subjects) > 1:
            names = [self._name(actor, verb) for actor in subjects]
            if all(names):
                return ", ".join(name for name in names if name), subjects[0], None
        if subjects:
            person = subjects[0].person
            return self._name(subjects[0], verb), subjects[0], person.name if person is not None else None
        if self._is_passive(verb.i):
            return None, None, None
        if self._first_person(verb.i) is not None or verb.i in self._promises:
            speaker = self._said.get(verb.i)
            name = speaker.name if speaker is not None else None
            return name, None, name
        if self._grammar.null_subject and verb.i not in self._actors.inside:
            topic = self._speakers.topic(self._tokens[verb.i].sentence, self._grammar.gender(self._tokens[verb.i].text))
            if topic is not None:
                return topic.name, None, topic.name
        return None, None, None

    def _name(self, actor: Actor, verb: _Verb) -> str | None:
        if actor.person is not None:
            return actor.person.name
        if actor.kind in {Kind.WE, Kind.I}:
            speaker = self._said.get(verb.i)
            return speaker.name if speaker is not None else None
        if actor.kind is Kind.PRONOUN:
            gender = self._actors.gender_of(actor)
            topic = self._speakers.topic(self._tokens[actor.first].sentence, gender) if gender != "p" else None
            return topic.name if topic is not None else None
        if actor.title is not None:
            person = self._holders.of(actor.title)
            return person.name if person is not None else actor.text(self._parse)
        return actor.text(self._parse)

    # --- the record

    def _record(self, verb: _Verb, later: _Verb | None, ids: Mapping[str, str], event: str | None) -> Commitment:
        name, mention, person = self._actor(verb)
        first, last = self._bounds.in_quotation(verb.i)
        start, end = self._tokens[first].start, self._tokens[last - 1].end
        own = end if later is None or later.i >= last else self._tokens[later.i].start
        amount = self._amount(verb, start, own)
        deadline = self._deadline(verb, start, own, amount)
        sentence = self._parse.sentences[self._tokens[verb.i].sentence]
        rule = f"surface.commitment.{verb.kind.value}"
        return Commitment(
            id=fact_id("commitment", self._parse.article.id, (start, end), (self._tokens[verb.i].start, 0)),
            kind=verb.kind,
            words=self._written(start, end),
            kind_words=self._written(self._tokens[verb.i].start, self._tokens[verb.last - 1].end),
            actor=name,
            actor_id=ids.get(person) if person is not None else None,
            actor_words=(
                self._written(self._tokens[mention.first].start, self._tokens[mention.last - 1].end)
                if mention is not None and name is not None
                else None
            ),
            condition=self._condition(verb),
            beneficiary=None,
            addressee=self._addressee(verb, mention) if verb.kind is CommitmentKind.REQUESTED else None,
            amount=amount,
            deadline=deadline,
            event=event,
            evidence=Evidence(
                spans=(self._parse.span(sentence.start, sentence.end),), rule=rule, confidence=confidence_of(rule)
            ),
        )

    def _amount(self, verb: _Verb, start: int, end: int) -> Amount | None:
        """The sum nearest after the verb, in its clause; else the only one before it."""
        place = self._tokens[verb.i].start
        sums = self._amounts.money(start, end)
        after = [each for each in sums if each.start >= place and each.end <= self._tokens[verb.clause[1] - 1].end]
        before = [each for each in sums if self._tokens[verb.clause[0]].start <= each.start < place]
        found = after[0] if after else before[0] if len(before) == 1 else None
        return found.amount if found is not None else None

    def _deadline(self, verb: _Verb, start: int, end: int, amount: Amount | None) -> When | None:
        if verb.kind in {CommitmentKind.DELIVERED, CommitmentKind.DECLINED}:
            return None
        taken = amount.written.span if amount is not None else None
        terms = [
            term
            for term in self._terms.find(start, end)
            if (taken is None or term.end <= taken.start or term.start >= taken.end)
            and not self._in_a_place(term.start)
        ]
        strong = [term for term in terms if term.strong or term.limit]
        ahead = verb.tense is Tense.FUTURE or verb.kind in _OVER | {CommitmentKind.REQUESTED, CommitmentKind.AGREED}
        later = [term for term in terms if ahead and term.start > self._tokens[verb.i].end]
        best = min(strong or later, key=lambda term: (not term.limit, term.start), default=None)
        return best.when if best is not None else None

    def _in_a_place(self, start: int) -> bool:
        actor = self._actors.at(bisect_left(self._starts, start))
        return actor is not None and actor.kind is Kind.PLACE

    def _condition(self, verb: _Verb) -> Written | None:
        """The clause that a word of condition opens, in the sentence of the verb."""
        first, last = self._bounds.in_quotation(verb.i)
        for i in range(first, last):
            if self._tokens[i].text.lower() not in self._conditions:
                continue
            end = i + 1
            while end < last and self._tokens[end].text not in {",", ";", ".", "–", "—"}:
                end += 1
            return self._written(self._tokens[i].start, self._tokens[end - 1].end)
        return None

    def _addressee(self, verb: _Verb, actor: Actor | None) -> Written | None:
        """Who is asked: the first one named after the verb of asking."""
        for other in self._actors.of_sentence(self._tokens[verb.i].sentence):
            if verb.last <= other.first <= verb.last + 3 and other is not actor:
                return self._written(self._tokens[other.first].start, self._tokens[other.last - 1].end)
        return None

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))
