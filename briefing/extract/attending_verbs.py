"""Signs of taking part in verbs: "attended", "was received by", "spoke at", "was represented by"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.arguments import Arguments
from briefing.extract.cast import Cast
from briefing.extract.clauses import Clause, Form, Tense, conjuncts
from briefing.extract.coreference import whole_phrase
from briefing.extract.modes import Modes
from briefing.extract.part import Part
from briefing.extract.taking_part import Rule, TakingPart
from briefing.model.facts import Mode
from briefing.model.span import Written

_GROUP_RULES = frozenset({"attend", "take_part", "discuss_with", "meet"})


class VerbSigns:
    """Finds the signs that stand in the clauses of one article."""

    def __init__(self, cast: Cast, rules: TakingPart) -> None:
        self.cast = cast
        self.rules = rules
        self.tokens = cast.parse.tokens
        self._args = Arguments(cast, rules)
        self._modes = Modes(cast, rules)

    def speakers(self) -> Iterator[Part]:
        """“Speakers said at a roundtable that”: those whose words the text reports spoke there."""
        for clause in self.cast.clauses:
            if clause.subject is None or clause.passive or clause.verb in self.cast.quoted or clause.modal:
                continue
            plural = (
                self.tokens[clause.subject].tag == "NNS" and self.tokens[clause.subject].lemma in self.rules.speakers
            )
            if plural and clause.lemma in self.rules.saying and self._args.event_in("prep", clause):
                for key in sorted(self.heard()):
                    yield self.part(clause, Mode.IN_PERSON, "speakers", key=key, weight=0.8)
                return

    def parts(self) -> Iterator[Part]:
        """The signs of all clauses outside quotation marks that tell of the article's own time."""
        for clause in self.cast.clauses:
            if clause.verb not in self.cast.quoted and not self._modes.earlier(clause):
                yield from self._by_clause(clause)

    def heard(self) -> frozenset[str]:
        """The people whose words the text reports: subjects of saying, and those after "according to"."""
        found: set[str | None] = set()
        for clause in self.cast.clauses:
            if clause.verb in self.cast.quoted or clause.passive or clause.modal:
                continue
            if clause.lemma in self.rules.saying and clause.tense is not Tense.NONE:
                found.update(self._args.key(token) for token in clause.subjects)
            found.update(self._args.key(noun) for name, noun in clause.preps if name == "according to")
        return frozenset(key for key in found if key is not None)

    def _by_clause(self, clause: Clause) -> Iterator[Part]:
        if clause.lemma == "represent":
            yield from self._represented(clause)
            return
        verb = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        phrasal = self.rules.by_verb.get(verb, ())
        for rule in (*(phrasal or self.rules.by_verb.get(clause.lemma, ())), *self.rules.by_verb["*"]):
            if self._applies(rule, clause):
                found = list(self._argued(rule, clause))
                if found:
                    yield from found
                    return
        if clause.lemma == "take" and any(self.tokens[i].lemma == "part" for i in clause.objects):
            yield from self._argued(self.rules.by_verb["attend"][0], clause)

    def _applies(self, rule: Rule, clause: Clause) -> bool:
        checks = (
            not rule.event or self._args.event_in(rule.event, clause),
            not rule.audience or self._args.audience_in(clause),
            not rule.place or any(name in {"in", "at", "to"} for name, _ in clause.preps),
            not rule.state or any(self._state(rule, clause)),
            not rule.subject or (clause.subject is not None and self.tokens[clause.subject].lemma in rule.subject),
            not rule.company or self._company(clause),
            not rule.remote or self._modes.remote(clause),
            not rule.link or self.rules.link.search(self._modes.own_words(clause)) is not None,
            rule.people != "object" or self._has_people(clause),
            rule.people != "named" or self._names_listener(clause),
            rule.id != "visit" or not self._is_person_subjectless(clause),
        )
        return all(checks)

    def _is_person_subjectless(self, clause: Clause) -> bool:
        return clause.subject is None

    def _has_people(self, clause: Clause) -> bool:
        """Whether somebody is received: a person, or a title that means one."""
        undergoers = [clause.subject] if clause.passive else list(clause.objects)
        return any(
            i is not None and (self._args.key(i) or self.tokens[i].lemma in self.rules.groups) for i in undergoers
        )

    def _names_listener(self, clause: Clause) -> bool:
        """Whether both are people named here: one speaks to the other, and not in writing or through the press."""
        if clause.passive or clause.subject is None or clause.modal or self.cast.clauses.get(clause.reported_by):
            return False
        listeners = [*clause.objects, *([clause.indirect] if clause.indirect is not None else [])]
        both = [self.cast.by_token.get(clause.subject), *(self.cast.by_token.get(i) for i in listeners)]
        people = {mention.person for mention in both if mention is not None}
        return len(people) > 1 and not self.rules.afar.search(self._modes.own_words(clause))

    def _state(self, rule: Rule, clause: Clause) -> Iterator[bool]:
        for i in (*clause.adverbs, *clause.objects, *(noun for _, noun in clause.preps)):
            yield self.tokens[i].lemma in rule.state
        yield any(self.tokens[i].text.lower() in rule.state for i in self.cast.parse.children[clause.verb])

    def _company(self, clause: Clause) -> bool:
        if any(name in {"with", "alongside"} and self._args.key(noun) for name, noun in clause.preps):
            return True
        if clause.subject is None or clause.lemma in {"have", "shake", "agree"}:
            return False
        people = self._args.subject_people(clause)
        group = (
            not people
            and self.tokens[clause.subject].tag == "NNS"
            and self.tokens[clause.subject].lemma in self.rules.groups
        )
        return len(people) > 1 or (group and clause.lemma in {"discuss", "negotiate", "debate", "review", "explore"})

    def _argued(self, rule: Rule, clause: Clause) -> Iterator[Part]:
        mode = self._modes.mode_of(clause)
        if mode is None:
            return
        for slot, given in rule.who.items():
            settled = self._settled(given, mode)
            weight = 3.0 if rule.event or rule.id in {"attend", "take_part", "be_present"} else 2.5
            weight -= 1.0 if rule.id in {"visit", "arrive", "discuss_with", "face_to_face"} else 0.0
            weight -= 0.5 if clause.inherited and clause.form is not Form.FINITE else 0.0
            weight += 0.5 if settled is Mode.REMOTE else 0.0
            weight -= 1.0 if settled in {Mode.EXPECTED, Mode.ABSENT} or "*" in rule.verbs else 0.0
            people = self._args.slot(slot, clause)
            for key in people:
                yield self.part(clause, settled, rule.id, key=key, weight=weight)
            if not people and slot == "subject" and rule.id in _GROUP_RULES and not clause.inherited:
                yield from self._group_parts(clause, settled, rule.id)

    def _settled(self, given: Mode, mode: Mode) -> Mode:
        if given is Mode.ABSENT:
            return Mode.ABSENT if mode is Mode.IN_PERSON else mode
        return given if mode is Mode.IN_PERSON else mode

    def _group_parts(self, clause: Clause, mode: Mode, rule: str) -> Iterator[Part]:
        subject = clause.doer
        if subject is None or self.tokens[subject].lemma not in self.rules.groups or self.tokens[subject].pos == "PRON":
            return
        heads = [i for i in conjuncts(self.cast.parse, subject) if self.tokens[i].lemma in self.rules.groups]
        phrases = [whole_phrase(self.cast.parse, i) for i in heads]
        start, end = min(p.span.start for p in phrases), max(p.span.end for p in phrases)
        yield self.part(clause, mode, rule, group=self.cast.written(start, end), weight=2.0)

    def part(
        self,
        clause: Clause,
        mode: Mode,
        rule: str,
        *,
        weight: float,
        key: str | None = None,
        group: Written | None = None,
    ) -> Part:
        """The sign that this clause gives of a person or group."""
        start, end = self._words_of(clause)
        sentence = self.tokens[clause.verb].sentence
        return Part(who=key, group=group, mode=mode, start=start, end=end, sentence=sentence,
                    rule=f"attendance.{rule}", weight=weight)  # fmt: skip

    def _words_of(self, clause: Clause) -> tuple[int, int]:
        """The verb with its helpers and what follows it up to its event or means: "spoke by video link"."""
        helpers = [i for i in self.cast.parse.children[clause.verb] if self.tokens[i].dep in {"aux", "auxpass", "neg"}]
        first = min([clause.verb, *(i for i in helpers if i < clause.verb)])
        inside = [
            i for _, noun in clause.preps if noun > clause.verb and noun - clause.verb < 12
            and (self._args.names_event(noun) or self.rules.remote.search(self.cast.phrase(noun).text)) for i in [noun]
        ]  # fmt: skip
        inside += [i for i in clause.objects if 0 < i - clause.verb < 8 and self._args.names_event(i)]
        inside += [
            i for i in clause.adverbs if 0 < i - clause.verb < 12 and self.rules.remote.search(self.tokens[i].text)
        ]
        last = max([clause.verb, *inside])
        sentence = self.tokens[clause.verb].sentence
        while self.tokens[first].sentence != sentence:
            first += 1
        end = max(self.tokens[last].end, self.cast.phrase(last).span.end if last in inside else 0)
        return self.tokens[first].start, end

    def _represented(self, clause: Clause) -> Iterator[Part]:
        here = self._args.event_in("prep", clause)
        deputies = self._args.agent_people(clause) if clause.passive else self._args.subject_people(clause)
        absent = ([clause.subject] if clause.subject is not None else []) if clause.passive else list(clause.objects)
        if not (here or (clause.passive and deputies)):
            return
        for key in deputies:
            yield self.part(clause, Mode.IN_PERSON, "represent", key=key, weight=3.0)
        for token in absent:
            sender = self._args.key(token)
            if sender is not None:
                yield self.part(clause, Mode.REPRESENTED, "represent", key=sender, weight=3.0)
            else:
                yield self.part(clause, Mode.REPRESENTED, "represent", group=self.cast.phrase(token), weight=3.0)
