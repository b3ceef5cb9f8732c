"""Verbs that undertake, ask for or refuse something: their kind by tense and by what stands with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.extract.parsing.parse import Stretch
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.futures import Futures
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.phrases import find_phrases
from briefing.extract.surface.speakers import Speaker
from briefing.extract.surface.undertakers import Undertakers, quoted_tokens
from briefing.extract.surface.undertaking_entries import Entry, Verb, entries_of, idle_verbs
from briefing.extract.surface.undertaking_shapes import INFINITIVE_WITHIN, Shapes
from briefing.model.facts import Kind, Quote

_DONE = frozenset({Kind.DELIVERED, Kind.SIGNED, Kind.AGREED})
OVER = frozenset({Kind.PLEDGED, Kind.ANNOUNCED, Kind.PLANNED})
"""Kinds of verbs under which another one may tell what is undertaken."""
_NO_OWN = frozenset({Kind.REQUESTED, Kind.DECLINED})
_UNTOLD = frozenset({Tense.NONE, Tense.FREE, Tense.INFINITIVE, Tense.PARTICIPLE})
_FEWEST = 4  # words of an undertaking in a clause that reports a quotation
_PARTICLE = 2  # letters: a particle after the verb that makes it conditional


class UndertakingVerbs:
    """Finds the verbs that undertake something in one article."""

    def __init__(
        self,
        actors: Actors,
        who: Undertakers,
        quotes: Sequence[tuple[Quote, Speaker | None]],
        data: Mapping[str, Any],
    ) -> None:
        """`quotes`: the quotations of the article with their speakers; `data`: the file of commitments."""
        self._actors = actors
        self._cast = actors.cast
        self._tokens = actors.parse.tokens
        self._parse = actors.parse
        self._grammar = actors.cast.words.grammar
        self._bounds = actors.bounds
        self._who = who
        language = self._grammar.language
        entries = entries_of(language)
        will = data["will"]
        lists = [*data["verbs"], will["verbs"], f"{will['verbs']}, {will['refusals']}", data["vetoes"]["phrases"]]
        self._only = frozenset(will["only"].split())
        self._conditions = frozenset(data["conditions"]["words"].split())
        self._ongoing = frozenset(will.get("ongoing", "").split())
        self._purpose = frozenset(data["conditions"].get("purpose", "").split())
        self._futures = Futures(actors, idle_verbs(language))
        *found, self._will, self._refusable, self._barred = find_phrases(lists, self._tokens, language)
        self._begun: dict[int, list[tuple[int, Entry]]] = {}
        for ends, entry in zip(found, entries, strict=True):
            for i, last in ends.items():
                self._begun.setdefault(i, []).append((last, entry))
        self._shapes = Shapes(actors, self._futures, data["conditions"].get("without", ""))
        self._cues = frozenset(speaker.cue for _, speaker in quotes if speaker is not None)
        self._promises = frozenset(
            i
            for quote, speaker in quotes
            if speaker is not None and speaker.cue is not None and self._pledges(speaker.cue)
            for i in quoted_tokens(actors, quote)
        )

    def of(self, sentence: Stretch) -> list[Verb]:
        """The verbs of a sentence, one for each undertaking, in order."""
        found = [self._promised(verb) for verb in self._verbs_of(sentence)]
        return list(self._chosen([verb for verb in found if not self._is_report(verb)]))

    @property
    def close(self) -> bool:
        """Whether verbs stand at the end of their clauses."""
        return self._grammar.verbs_close

    def promises(self, i: int) -> bool:
        """Whether a token stands in a quotation of which the text says that it is a promise."""
        return i in self._promises

    def _pledges(self, i: int) -> bool:
        return any(entry.kind is Kind.PLEDGED for _, entry in self._begun.get(i, ()))

    def _promised(self, verb: Verb) -> Verb:
        """The verb as a pledge, where it tells of the time to come in words that are a promise."""
        if verb.i in self._promises and verb.kind is Kind.PLANNED and verb.tense is Tense.FUTURE:
            return replace(verb, kind=Kind.PLEDGED)
        return verb

    def _is_report(self, verb: Verb) -> bool:
        """Whether the verb only reports a quotation, with nothing undertaken in its own clause."""
        if verb.i not in self._cues:
            return False
        if verb.kind is Kind.ANNOUNCED and not self._shapes.has_sum(verb.clause):
            return True  # what is announced are the words
        own = [
            i
            for i in range(verb.last, self._bounds.in_quotation(verb.i)[1])
            if self._actors.at(i) is None and self._tokens[i].text[0].isalnum()
        ]
        return len(own) < _FEWEST

    def _verbs_of(self, sentence: Stretch) -> Iterator[Verb]:
        for i in range(sentence.first, sentence.last):
            may_be = i in self._begun or self._refusable.at(i) is not None or self._futures.may_act(i)
            verb = self._verb_at(i) if may_be else None
            if verb is not None:
                yield verb

    def _verb_at(self, i: int) -> Verb | None:
        if not self._tokens[i].text[0].isalpha() or self._cast.person_at.get(i) is not None or i in self._cast.title_at:
            return None
        noun = self._grammar.capital_nouns and self._tokens[i].text[0].isupper()
        if noun and i != self._parse.sentences[self._tokens[i].sentence].first:
            return None
        clause = self._bounds.around(i)
        tense = self._futures.in_report(i, self._tense(i), clause)
        if tense in _UNTOLD:
            return self._purpose_of(i, clause) if tense is Tense.INFINITIVE else None
        if self._vetoed(i, clause) or self._futures.asks(i):
            return None
        negation = self._grammar.negation(self._tokens, i, clause)
        if negation is not None:
            return self._refusal(i, negation, tense, clause)
        return self._undertaken(i, tense, clause)

    def _undertaken(self, i: int, tense: Tense, clause: tuple[int, int]) -> Verb | None:
        """The verb by the first line of the data that fits; else as a plan, where it tells of the time to come."""
        for end, entry in self._begun.get(i, ()):
            if not self._shapes.fits(i, end, entry, clause):
                continue
            chosen = self._in_time(entry, tense)
            if chosen is Kind.REQUESTED and self._who.is_passive(i) and not self._who.subjects(i, clause):
                continue  # "who had been invited"
            if chosen is not None:
                return Verb(i, end, chosen, tense, clause)
        last = self._will.at(i) if tense is Tense.FUTURE and not self._relative(clause) else None
        if self._shapes.hangs_on_noun(i):
            return None
        paid = last is not None and self._who.is_passive(i) and self._shapes.has_sum(clause)
        if last is None and tense is Tense.FUTURE and not self._relative(clause) and self._futures.may_act(i):
            last = i + 1
        if last is not None and (paid or self._agentive(i, clause)):
            return Verb(i, last, Kind.PLANNED, tense, clause, willed=True)
        return None

    def _purpose_of(self, i: int, clause: tuple[int, int]) -> Verb | None:
        """What somebody does something for, where that is to ask ("marched to demand the reopening")."""
        if i == 0 or self._tokens[i - 1].text.lower() not in self._purpose or i in self._actors.inside:
            return None
        for end, entry in self._begun.get(i, ()):
            if entry.kind is Kind.REQUESTED and self._shapes.fits(i, end, entry, clause):
                return Verb(i, end, entry.kind, Tense.PAST, clause)
        return None

    def _relative(self, clause: tuple[int, int]) -> bool:
        return self._tokens[clause[0]].text.lower() in self._grammar.relatives

    def _tense(self, i: int) -> Tense:
        tense = self._grammar.tense(self._tokens, i)
        return Tense.FUTURE if tense is Tense.PRESENT and self._whole(i) else tense

    def _whole(self, i: int) -> bool:
        """Whether the present form of the verb means the future: it tells of a whole act."""
        return (
            self._grammar.nonpast_is_future
            and self._tokens[i].lemma not in self._ongoing
            and (
                self._refusable.at(i) is not None or any("whole" in entry.shapes for _, entry in self._begun.get(i, ()))
            )
        )

    def _in_time(self, entry: Entry, tense: Tense) -> Kind | None:
        """The kind in the light of the tense: what will be delivered is planned."""
        kind = entry.kind
        if tense is Tense.FUTURE and kind in _DONE:
            return Kind.PLANNED
        if tense is Tense.PRESENT and kind in _DONE and "now" not in entry.shapes:
            return None
        if tense is Tense.FUTURE and kind in _NO_OWN:
            return None
        if tense is Tense.PAST and "ahead" in entry.shapes:
            return None  # what somebody had meant to do
        return kind

    def _refusal(self, i: int, negation: int, tense: Tense, clause: tuple[int, int]) -> Verb | None:
        """The verb as a refusal: somebody will not do what he could; "will not only" refuses nothing."""
        last = self._refusable.at(i)
        beside = {self._tokens[j].text.lower() for j in (negation + 1, i + 1) if j < len(self._tokens)}
        if tense is not Tense.FUTURE or last is None or self._relative(clause) or not beside.isdisjoint(self._only):
            return None
        return Verb(i, last, Kind.DECLINED, tense, clause) if self._agentive(i, clause) else None

    def _vetoed(self, i: int, clause: tuple[int, int]) -> bool:
        """Possible, wished, or only said to be so."""
        around = [self._tokens[j].text.lower() for j in range(clause[0], i)]
        after = self._tokens[i + 1].text.lower() if i + 1 < clause[1] else ""
        if self._grammar.hedges.intersection(around) or (len(after) <= _PARTICLE and after in self._grammar.hedges):
            return True
        if self._told_of_the_past(i, clause) or self._is_condition(i, clause):
            return True
        return self._barred.within(*clause)

    def _is_condition(self, i: int, clause: tuple[int, int]) -> bool:
        """Whether the verb itself says under which condition something else is done."""
        opening = any(self._tokens[j].text.lower() in self._conditions for j in range(clause[0], min(clause[0] + 2, i)))
        return opening and all(self._tokens[j].text != "," for j in range(clause[0], i))

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

    def _agentive(self, i: int, clause: tuple[int, int]) -> bool:
        """Whether the subject is one that can undertake something."""
        return i in self._promises or bool(self._who.subjects(i, clause)) or self._who.first_person(i) is not None

    def _chosen(self, verbs: Sequence[Verb]) -> Iterator[Verb]:
        """One for each undertaking: what is promised under a promise, or reported by one, is told once."""
        dropped: set[int] = set()
        kinds: dict[int, Kind] = {}
        for at, verb in enumerate(verbs):
            if verb.i in dropped:
                continue
            if verb.kind in _NO_OWN:
                dropped.update(later.i for later in verbs[at + 1 :] if self._under(verb, later))
                continue
            if verb.kind not in OVER or verb.willed:
                continue
            for later in verbs:
                if later.i != verb.i and later.kind in {Kind.PLANNED, *_DONE} and self._reported(verb, later):
                    kinds[later.i] = verb.kind if later.kind is Kind.PLANNED else later.kind
                    dropped.add(verb.i)
                    break
        willed: set[tuple[int, int]] = set()
        for verb in verbs:
            if verb.willed and verb.clause in willed:
                continue
            if verb.willed:
                willed.add(verb.clause)
            if verb.i not in dropped:
                yield replace(verb, kind=kinds.get(verb.i, verb.kind))

    def _under(self, over: Verb, later: Verb) -> bool:
        """Whether what a later verb says is part of what is asked for or refused."""
        between = [self._tokens[j].text.lower() for j in range(over.i, later.i)]
        if self._actors.inside.get(over.i) != self._actors.inside.get(later.i):
            return False
        return bool(self._grammar.clause_starts.intersection(between)) and ";" not in between

    def _reported(self, over: Verb, later: Verb) -> bool:
        same = self._actors.inside.get(over.i) == self._actors.inside.get(later.i)
        if not same:
            return False
        if later.i > over.i:
            lead = [self._tokens[j].text.lower() for j in range(over.last, later.i)]
            return bool(self._grammar.clause_starts.intersection(lead))
        return over.i - later.i > 1 and self._tokens[over.clause[1] - 1].i - over.i <= INFINITIVE_WITHIN and "," in {
            self._tokens[j].text for j in range(later.i, over.i)
        }  # fmt: skip
