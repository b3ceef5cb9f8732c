"""Signs of taking part in verbs: "attended", "was received by", "spoke at", "was represented by"."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.attendance.heard_people import heard_people
from briefing.extract.attendance.lead_event import LeadEvent
from briefing.extract.attendance.modes import Modes
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.taken_part_in import can_be_come_to
from briefing.extract.attendance.taking_part import Rule, TakingPart
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.reference.cast import Cast
from briefing.extract.reference.coreference import whole_phrase
from briefing.model.facts import Mode
from briefing.model.span import Written

_COMPANY = frozenset({"gather", "assemble", "seat", "invite", "honour", "honor", "welcome"})
_READS = frozenset({"read", "deliver", "present", "convey"})
_SPEECHES = frozenset({"speech", "address", "remark", "remarks"})
_GROUP_RULES = frozenset({"attend", "take_part", "discuss_with", "meet"})


class VerbSigns:
    """Finds the signs that stand in the clauses of one article."""

    def __init__(self, cast: Cast, rules: TakingPart) -> None:
        self.cast = cast
        self.rules = rules
        self.tokens = cast.parse.tokens
        self.args = Arguments(cast, rules)
        self.lead = LeadEvent(cast, rules, self.args)
        self.modes = Modes(cast, rules, self.lead)

    def speakers(self) -> Iterator[Part]:
        """“Speakers said at a roundtable that”: those whose words the text reports spoke there."""
        for clause in self.cast.clauses:
            if clause.subject is None or clause.passive or clause.verb in self.cast.quoted or clause.modal:
                continue
            plural = (
                self.tokens[clause.subject].tag == "NNS" and self.tokens[clause.subject].lemma in self.rules.speakers
            )
            if plural and clause.lemma in self.rules.saying and self.args.event_in("prep", clause):
                for key in sorted(self.heard):
                    yield self.part(clause, Mode.IN_PERSON, "speakers", key=key, weight=0.8)
                return

    def parts(self) -> Iterator[Part]:
        """The signs of all clauses outside quotation marks that tell of the article's own time and event."""
        found = (part for one in self.cast.clauses if one.verb not in self.cast.quoted for part in self._by_clause(one))
        yield from self.lead.reported(found, self.heard)

    @functools.cached_property
    def heard(self) -> frozenset[str]:
        """The people whose words the text reports."""
        return heard_people(self.args, self.modes)

    def _by_clause(self, clause: Clause) -> Iterator[Part]:
        if clause.lemma == "represent":
            yield from self._represented(clause)
            return
        if clause.lemma in _READS:
            yield from self._read_out(clause)
        for rule in self._candidates(clause):
            if self._applies(rule, clause) and self._in_time(rule, clause):
                found = list(self._argued(rule, clause))
                if found:
                    yield from found
                    return

    def _read_out(self, clause: Clause) -> Iterator[Part]:
        """“in a message read out by Y”: whose words are read is not there."""
        token = self.tokens[clause.subject] if clause.subject is not None else None
        if token is None or not clause.passive or token.lemma not in self.rules.remarks:
            return
        owners = [i for i in self.cast.parse.children[token.i] if self.tokens[i].dep == "poss"]
        owners += [noun for name, noun in self._after(token.i) if name in {"from", "of", "by"}]
        above = self.cast.clauses.get(self.modes.governor(clause))
        keys = self.args.from_nouns(owners)
        if not keys and above is not None and self.tokens[token.head].text.lower() == "in":
            keys = self.args.subject_people(above)
        by_whom = clause.agent is not None
        for key in keys:
            yield self.part(clause, Mode.REMOTE, "read_out", key=key, weight=3.5)
            if by_whom and token.lemma in _SPEECHES:  # a deputy speaks for him
                yield self.part(clause, Mode.REPRESENTED, "read_out", key=key, weight=3.0)

    def _after(self, noun: int) -> Iterator[tuple[str, int]]:
        for child in self.cast.parse.children[noun]:
            if self.tokens[child].dep == "prep":
                yield from ((self.tokens[child].lemma, i) for i in self.cast.parse.children[child])

    def _candidates(self, clause: Clause) -> Iterator[Rule]:
        verb = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        yield from self.rules.by_verb.get(verb, ()) or self.rules.by_verb.get(clause.lemma, ())
        if clause.lemma == "take" and any(self.tokens[i].lemma == "part" for i in clause.objects):
            yield from self.rules.by_verb["attend"]
        yield from self.rules.by_verb["*"]

    def _in_time(self, rule: Rule, clause: Clause) -> bool:
        """Whether the clause tells of the article's own time, or the rule is about what had been done by then."""
        return (rule.perfect and clause.tense is Tense.PAST_PERFECT) or not self.modes.earlier(clause)

    def _applies(self, rule: Rule, clause: Clause) -> bool:
        # Most clauses fail one of these, which cost nothing.
        if rule.negated != (clause.negated and rule.negated) or rule.passive not in {None, clause.passive}:
            return False
        if rule.progressive and not (clause.progressive and clause.tense is Tense.PRESENT):
            return False
        if rule.alone and (clause.objects or clause.complement is not None):
            return False
        if rule.subject and (clause.subject is None or self.tokens[clause.subject].lemma not in rule.subject):
            return False
        return all(self._checks(rule, clause))

    def _checks(self, rule: Rule, clause: Clause) -> Iterator[bool]:
        """One after another: most clauses fail one of the first."""
        yield not rule.event or self.args.event_in(rule.event, clause)
        yield not rule.audience or self.args.audience_in(clause)
        yield not rule.place or any(name in {"in", "at", "to"} for name, _ in clause.preps)
        yield not rule.state or any(self._state(rule, clause))
        yield not rule.company or self._company(clause)
        yield not rule.remote or self.modes.remote(clause)
        yield not rule.link or self.rules.link.search(self.modes.own_words(clause)) is not None
        yield not rule.after or bool(self.args.slot(rule.after, clause))
        yield not rule.without or clause.prep(rule.without) is None
        yield not rule.object or any(self.tokens[i].lemma in rule.object for i in self._undergoers(clause))
        yield rule.people != "object" or self._has_people(clause)
        yield rule.people != "named" or self._names_listener(clause)
        yield can_be_come_to(rule.id, clause, self.args)

    def _undergoers(self, clause: Clause) -> list[int]:
        if clause.passive:
            return [] if clause.subject is None else [clause.subject]
        return [self.args.counted(i) for i in clause.objects if not self._none(i)]

    def _none(self, noun: int) -> bool:
        """“sent no representative”."""
        return any(self.tokens[i].text.lower() == "no" for i in self.cast.parse.children[noun])

    def _has_people(self, clause: Clause) -> bool:
        """Whether somebody is received: a person, or a title that means one."""
        undergoers = self._undergoers(clause)
        if not undergoers and not clause.passive:
            return bool(self.args.slot("object", clause))
        return any(self.tokens[i].lemma in self.rules.groups or self.args.from_nouns([i]) for i in undergoers)

    def _names_listener(self, clause: Clause) -> bool:
        """Whether both are people named here: one speaks to the other, and not in writing or through the press.

        Who only "asked him to act" may have done so from anywhere.
        """
        held = self.cast.clauses.get(clause.complement)
        if held is not None and held.form is Form.INFINITIVE:
            return False
        if clause.passive or clause.subject is None or clause.modal or self.modes.teller(clause):
            return False
        listeners = [*clause.objects, *([clause.indirect] if clause.indirect is not None else [])]
        both = [self.cast.by_token.get(clause.subject), *(self.cast.by_token.get(i) for i in listeners)]
        people = {mention.person for mention in both if mention is not None}
        return len(people) > 1 and not self.rules.afar.search(self.modes.own_words(clause))

    def _state(self, rule: Rule, clause: Clause) -> Iterator[bool]:
        for i in (*clause.adverbs, *clause.objects, *(noun for _, noun in clause.preps)):
            yield self.tokens[i].lemma in rule.state
        children = self.cast.parse.children[clause.verb]
        yield any(self.tokens[i].text.lower() in rule.state and not self._victims(i) for i in children)

    def _victims(self, among: int) -> bool:
        """“among those executed”: those to whom something was done are no company."""
        words = self.tokens[among : among + 3]
        those = len(words) > 2 and [word.text.lower() for word in words[:2]] == ["among", "those"]
        return those and words[2].tag == "VBN" and words[2].lemma not in _COMPANY

    def _company(self, clause: Clause) -> bool:
        if self.args.slot("with", clause):
            return True
        if clause.subject is None or clause.lemma in {"have", "shake", "agree"}:
            return False
        people = self.args.subject_people(clause)
        group = (
            not people
            and self.tokens[clause.subject].tag == "NNS"
            and self.tokens[clause.subject].lemma in self.rules.groups
        )
        return len(people) > 1 or (group and clause.lemma in {"discuss", "negotiate", "debate", "review", "explore"})

    def _argued(self, rule: Rule, clause: Clause) -> Iterator[Part]:
        mode = Mode.IN_PERSON if rule.negated else self.modes.mode_of(clause)
        if mode is None or (mode is not Mode.IN_PERSON and rule.people == "named"):
            return
        if mode is Mode.EXPECTED and rule.told:
            return
        for slot, given in rule.who.items():
            settled = self._settled(given, mode, clause)
            weight = 3.0 if rule.event or rule.id in {"attend", "take_part", "be_present"} else 2.5
            weight -= 1.0 if rule.id in {"visit", "arrive", "discuss_with", "face_to_face"} else 0.0
            weight -= 0.5 if clause.inherited and clause.form is not Form.FINITE else 0.0
            weight += 0.5 if settled is Mode.REMOTE else 0.0
            weight -= 1.0 if settled in {Mode.EXPECTED, Mode.ABSENT} or "*" in rule.verbs else 0.0
            people = self.args.slot(slot, clause)
            if not people and slot == "subject" and clause.doer is not None:
                people = [key for key in [self._of_body(clause.doer)] if key is not None]
            for key in people:
                yield self.part(clause, settled, rule.id, key=key, weight=weight)
            if not people and slot == "subject" and rule.id in _GROUP_RULES and not clause.inherited:
                yield from self._group_parts(clause, settled, rule.id)

    def _of_body(self, noun: int) -> str | None:
        """Who is meant by "WHO chief X", where the parser takes "WHO" for the pronoun and "chief" for its verb."""
        below = sorted(self.cast.parse.subtree(noun))
        if self.tokens[below[0]].text != "WHO" or self.tokens[below[0]].tag != "WP":
            return None
        mentions = (self.cast.by_token.get(i) for i in below)
        return next((mention.person for mention in mentions if mention is not None), None)

    def _settled(self, given: Mode, mode: Mode, clause: Clause) -> Mode:
        billed = clause.passive or clause.lemma == "be"
        if given is Mode.EXPECTED and billed and clause.tense in {Tense.PAST, Tense.PAST_PERFECT}:
            return Mode.ABSENT  # "was billed as the host"
        if given is Mode.REPRESENTED or (given is Mode.ABSENT and mode is not Mode.REMOTE):
            return given
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
            and (self.args.names_event(noun) or self.rules.remote.search(self.cast.phrase(noun).text)) for i in [noun]
        ]  # fmt: skip
        inside += [i for i in clause.objects if 0 < i - clause.verb < 8 and self.args.names_event(i)]
        inside += [
            i for i in clause.adverbs if 0 < i - clause.verb < 12 and self.rules.remote.search(self.tokens[i].text)
        ]
        last = max([clause.verb, *inside])
        sentence = self.tokens[clause.verb].sentence
        while self.tokens[first].sentence != sentence:
            first += 1
        end = max(self.tokens[last].end, self.cast.phrase(last).span.end if last in inside else 0)
        return self.tokens[first].start, end

    def _for_somebody(self, clause: Clause) -> bool:
        """“X, representing Minister Y, opened the fair”: neither a constituency nor, as a lawyer does, a client."""
        if clause.passive or not any(i in self.cast.by_token for i in clause.objects):
            return False
        sentence = self.cast.parse.sentences[self.tokens[clause.verb].sentence]
        return not any(token.lemma in self.rules.pleaders for token in self.tokens[sentence.first : sentence.last])

    def _represented(self, clause: Clause) -> Iterator[Part]:
        """“The governor was represented by Y”: both sides, unless it is in court or of a body at all times."""
        here = self.args.event_in("prep", clause)
        agents = [clause.agent] if clause.passive and clause.agent is not None else []
        deputies = self.args.agent_people(clause) if clause.passive else self.args.subject_people(clause)
        if any(self.tokens[i].lemma in self.rules.pleaders for i in agents) or self.modes.earlier(clause):
            return
        if not (here or (clause.passive and agents) or self._for_somebody(clause)):
            return
        mode = self.modes.mode_of(clause)
        if mode is None:
            return
        for key in deputies:
            yield self.part(clause, mode, "represent", key=key, weight=3.0)
        for token in self._undergoers(clause):
            sender = self.args.key(token) or self._of_body(token)
            if sender is not None:
                yield self.part(clause, Mode.REPRESENTED, "represented", key=sender, weight=3.5)
            elif deputies or here:
                yield self.part(clause, Mode.REPRESENTED, "represented", group=self.cast.phrase(token), weight=3.0)
