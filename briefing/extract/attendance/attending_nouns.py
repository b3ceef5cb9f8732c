"""Signs of taking part in nouns: meetings and talks with somebody, visits of somebody, remarks at an event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefing.extract.attendance.attending_scenes import SceneSigns
from briefing.extract.attendance.attending_verbs import VerbSigns
from briefing.extract.attendance.part import Part
from briefing.extract.grammar.clauses import Clause
from briefing.model.facts import Mode

_OFTEN_EARLIER = frozenset({"following", "follow", "after", "since", "before", "ahead"})
_HONOURED = frozenset({"inauguration", "swearing", "wedding", "coronation", "investiture", "graduation", "reception"})
_DURING = frozenset({"at", "during", "on"})
_AT, _THIS = frozenset({"at", "during"}), frozenset({"the", "this", "today", "'s"})
_OPENS, _MAIN = 25, frozenset({"ROOT", "conj", "parataxis", "ccomp"})
_AS, _IN_PLACE = frozenset({"as"}), frozenset({"on", "in"})
_ASIDE = frozenset({"ccomp", "relcl", "acl", "parataxis"})
_WHAT_WAS_SAID = frozenset({"this", "it", "these", "so", "same"})
_HELD = frozenset(
    {"hold", "have", "conduct", "chair", "attend", "conclude", "include", "during", "in", "at", "after", "following"}
)


class NounSigns:
    """Finds the signs that stand in event nouns of one article."""

    def __init__(self, verbs: VerbSigns) -> None:
        self.cast = verbs.cast
        self.rules = verbs.rules
        self.tokens = verbs.tokens
        self._verbs = verbs
        self._args = verbs.args
        self._modes = verbs.modes

    def parts(self) -> Iterator[Part]:
        """The signs of all nouns outside quotation marks."""
        found = (self._by_nouns(), self._by_remarks(), self._by_what_was_said(), self._by_deputies())
        all_found = chain(
            *found,
            self._by_where(),
            self._by_parts_played(),
            self._by_place(),
            self._by_openings(),
            SceneSigns(self._verbs).parts(),
        )
        yield from self._verbs.lead.reported(all_found, self._verbs.heard)

    def _by_parts_played(self) -> Iterator[Part]:
        """“X, the chief guest at Badulla, said”: what only who is there can be."""
        for token in self.tokens:
            if token.dep != "appos" or token.lemma not in self.rules.played or token.i in self.cast.quoted:
                continue
            mention, clause = self.cast.by_token.get(token.head), self.cast.clauses.around(token.i)
            mode = self._modes.mode_of(clause) if clause is not None else None
            if mention is not None and clause is not None and mode is not None and not self._modes.earlier(clause):
                yield self._verbs.part(clause, mode, "plays_part", key=mention.person, weight=2.0)

    def _by_place(self) -> Iterator[Part]:
        """“said X, a representative at the meeting": an event that stands with the name itself."""
        for noun in self.tokens:
            if noun.pos != "NOUN" or noun.i in self.cast.quoted or not self._args.is_event(noun.i):
                continue
            at = self.tokens[noun.head]
            definite = any(self.tokens[i].text.lower() in _THIS for i in self.cast.parse.children[noun.i])
            if at.text.lower() not in _AT or noun.dep != "pobj" or not definite:
                continue
            holder = self.tokens[at.head]
            named = holder.head if holder.dep == "appos" else holder.i
            mention, clause = self.cast.by_token.get(named), self.cast.clauses.around(named)
            if holder.pos not in {"NOUN", "PROPN"} or mention is None or clause is None:
                continue
            mode = self._modes.mode_of(clause)
            if mode is not None and not self._modes.earlier(clause):
                yield self._verbs.part(clause, mode, "plays_part", key=mention.person, weight=2.0)

    def _by_openings(self) -> Iterator[Part]:
        """“During his working trip to X, the minister became acquainted", however the parser ties the opening."""
        for sentence in self.cast.parse.sentences:
            opening = self._opening(sentence.first, sentence.last)
            clause = self._first_behind(opening) if opening else None
            if clause is None or self._modes.earlier(clause) or self._modes.teller(clause) is not None:
                continue
            mode = self._modes.mode_of(clause)
            if mode is not None and not clause.passive:
                for key in self._args.subject_people(clause):
                    yield self._verbs.part(clause, mode, "during", key=key, weight=2.5)

    def _opening(self, first: int, last: int) -> range:
        """The tokens of a phrase before the first comma of a sentence that names an event of today; else none."""
        comma = next((i for i in range(first, min(first + _OPENS, last)) if self.tokens[i].text == ","), first)
        words = self.tokens[first:comma]
        if not words or words[0].text.lower() not in _DURING or first in self.cast.quoted:
            return range(0)
        past = any(one.text.lower() in self.rules.other or one.text.isdigit() for one in words)
        events = any(one.pos in {"NOUN", "PROPN"} and self._args.is_event(one.i) for one in words)
        return range(first, comma) if events and not past else range(0)

    def _first_behind(self, opening: range) -> Clause | None:
        """The clause of the subject right behind an opening."""
        sentence = self.tokens[opening.start].sentence
        behind = [one for one in self.cast.clauses_in(sentence) if one.subject is not None and one.verb > opening.stop]
        clause = min(behind, key=lambda one: one.verb, default=None)
        main = clause is not None and self.tokens[clause.verb].dep in _MAIN and clause.subject is not None
        return clause if main and clause is not None and opening.stop < (clause.subject or 0) < clause.verb else None

    def _by_deputies(self) -> Iterator[Part]:
        """“attended as the president's special envoy”, "spoke on the minister's behalf": the owner of the noun."""
        for token in self.tokens:
            place = token.lemma in self.rules.places
            if token.i in self.cast.quoted or not (place or token.lemma in self.rules.deputies):
                continue
            before = self.tokens[token.head].text.lower()
            clause = self.cast.clauses.around(token.i)
            if before not in (_IN_PLACE if place else _AS) or clause is None or self._modes.earlier(clause):
                continue
            if self._modes.mode_of(clause) not in {Mode.IN_PERSON, Mode.REMOTE}:
                continue
            owners = (i for i in self.cast.parse.children[token.i] if self.tokens[i].dep == "poss")
            # Whose "his" is, in "he sent her in his place", is told by the verb.
            others = {*self._args.slot("subject", clause), *self._args.slot("object", clause)}
            for key in dict.fromkeys(key for key in map(self._args.key, owners) if key and key not in others):
                yield self._verbs.part(clause, Mode.REPRESENTED, "deputy", key=key, weight=3.0)

    def _by_nouns(self) -> Iterator[Part]:
        """“a meeting with X”, "X's visit to Cairo", "the visit of X"."""
        for token in self.tokens:
            if token.pos not in {"NOUN", "PROPN"} or token.i in self.cast.quoted or not self._args.is_event(token.i):
                continue
            if token.lemma in self.rules.talks or token.text.lower() in self.rules.talks:
                yield from self._talks(token.i)
            honoured = token.lemma in _HONOURED or (
                token.lemma == "ceremony" and token.i > 0 and self.tokens[token.i - 1].lemma in _HONOURED
            )
            if token.lemma in {"visit", "trip", "tour"} or honoured:
                yield from self._visit(token.i, honoured=honoured)

    def _by_remarks(self) -> Iterator[Part]:
        """“X's remarks came at the closing symposium”, "the minister made the statement during a seminar"."""
        for clause in self.cast.clauses:
            nouns = [*clause.subjects, *clause.objects]
            spoken = [i for i in nouns if self.tokens[i].lemma in self.rules.remarks]
            if not spoken or clause.verb in self.cast.quoted or not self._args.event_in("prep", clause):
                continue
            mode = self._modes.mode_of(clause)
            if mode is None or self._modes.earlier(clause):
                continue
            owners = [
                child for i in spoken for child in self.cast.parse.children[i] if self.tokens[child].dep == "poss"
            ]
            for key in dict.fromkeys(filter(None, map(self._args.key, owners))):
                yield self._verbs.part(clause, mode, "remarks", key=key, weight=2.5)

    def _by_what_was_said(self) -> Iterator[Part]:
        """“She made the call when the board met for its session”, "he said this at the launch"."""
        for clause in self.cast.clauses:
            if clause.verb in self.cast.quoted or not self._says_it(clause) or self._modes.earlier(clause):
                continue
            mode = self._modes.mode_of(clause)
            if mode is None or not self._event_behind(clause.verb):
                continue
            people = self._args.agent_people(clause) if clause.passive else self._args.subject_people(clause)
            for key in people:
                yield self._verbs.part(clause, mode, "said_there", key=key, weight=2.5)

    def _by_where(self) -> Iterator[Part]:
        """“attended the ceremony, where X said”: what is told to have been said there."""
        for clause in self.cast.clauses:
            token = self.tokens[clause.verb]
            below = self.cast.parse.children[clause.verb]
            if token.dep != "relcl" or not any(self.tokens[i].text.lower() == "where" for i in below):
                continue
            above, mode = self.cast.clauses.around(token.head), self._modes.mode_of(clause)
            says = clause.lemma in self.rules.saying | self.rules.speaks_of and clause.verb not in self.cast.quoted
            if not says or above is None or mode is None or self._modes.earlier(above):
                continue
            nouns = (token.head, *above.objects, *(noun for _, noun in above.preps))
            if any(map(self._args.is_event, nouns)):
                for key in self._args.subject_people(clause):
                    yield self._verbs.part(clause, mode, "said_there", key=key, weight=2.5)

    def _says_it(self, clause: Clause) -> bool:
        said = clause.subjects if clause.passive else clause.objects
        words = {self.tokens[i].lemma for i in said} | {self.tokens[i].text.lower() for i in said}
        if clause.lemma in self.rules.makes:
            return bool(words & self.rules.made)
        return clause.lemma in self.rules.saying and not clause.passive and bool(words & _WHAT_WAS_SAID)

    def _event_behind(self, verb: int) -> bool:
        """Whether an event or those who listen are named behind a verb, other than in what was said."""
        open_ = [verb]
        while open_:
            here = open_.pop()
            noun = self.tokens[here].pos in {"NOUN", "PROPN"} and here != verb
            listens = self.tokens[here].lemma in self.rules.audience and not self._args.names_event(here)
            if noun and (self._args.is_event(here) or (listens and self.tokens[here].lemma != "event")):
                return True
            below = self.cast.parse.children[here]
            open_ += [i for i in below if i > verb and self.tokens[i].dep not in _ASIDE]
        return False

    def _talks(self, noun: int) -> Iterator[Part]:
        head = self.tokens[self.tokens[noun].head]
        held = head.lemma in _HELD
        if not held:
            return
        with_whom = self._args.after_with(noun)
        keys = self._args.from_nouns(with_whom)
        clause = self.cast.clauses.around(noun)
        if not keys or clause is None:
            return
        mode = self._modes.mode_of(clause)
        if mode is None or self._modes.earlier(clause):
            return
        subject = self._args.key(clause.subject) if clause.subject is not None else None
        for key in dict.fromkeys([*keys, *([subject] if subject else [])]):
            yield self._verbs.part(clause, mode, "talks", key=key, weight=2.2)

    def _visit(self, noun: int, *, honoured: bool) -> Iterator[Part]:
        head = self.tokens[self.tokens[noun].head]
        if {head.lemma, head.text.lower()} & _OFTEN_EARLIER or head.lemma in self.rules.absent:
            return
        keys = []
        for child in self.cast.parse.children[noun]:
            if self.tokens[child].dep == "poss":
                key = self._args.key(child)
                keys += [key] if key else []
            elif self.tokens[child].lemma in {"of", "by"} or (honoured and self.tokens[child].lemma == "for"):
                keys += self._args.from_nouns(
                    [i for i in self.cast.parse.children[child] if self.tokens[i].dep == "pobj"]
                )
        if any(
            token.text.isdigit() and len(token.text) == 4
            for token in map(self.tokens.__getitem__, self.cast.parse.subtree(noun))
        ):
            return
        clause = self.cast.clauses.around(noun)
        if clause is not None and self._modes.earlier(clause):
            return
        mode = self._modes.mode_of(clause) if clause is not None else Mode.IN_PERSON
        ahead = mode is Mode.EXPECTED or (honoured and self._verbs.lead.coming)
        settled = Mode.EXPECTED if ahead else Mode.IN_PERSON
        start, end = self.tokens[noun].start, self.tokens[noun].end
        for key in dict.fromkeys(keys):
            yield Part(
                who=key,
                group=None,
                mode=settled,
                start=start,
                end=end,
                sentence=self.tokens[noun].sentence,
                rule="attendance.visit_noun",
                weight=1.2,
            )
