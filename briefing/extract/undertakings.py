"""Clauses that undertake, ask or refuse: the shapes of verbs, with the words as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefing.extract.amounts import AmountFinder
from briefing.extract.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexicon import load
from briefing.extract.nominals import Nominals
from briefing.extract.parse import Parse
from briefing.model.facts import Kind

_DONE = frozenset((Kind.SIGNED, Kind.AGREED, Kind.DELIVERED, Kind.ANNOUNCED))
_FUTURE = frozenset(("will", "shall"))
_DUTY = frozenset(("must", "should", "ought"))
_HEDGES = frozenset(("may", "might", "could", "can"))
_COUNTERS = frozenset(
    ("number", "parameter", "term", "text", "series", "set", "lot", "range", "round", "couple", "pair", "total", "raft", "host", "batch", "dozen", "worth")
)
_EMPTY = frozenset(("it", "there", "this", "that", "which", "what"))


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A clause that undertakes something.

    `kind_verb`: the token of the word that says so. `asks`: head of the phrase for who is asked. `focus`: token where
    what is undertaken begins, if not with the clause. `by_reporter`: the actor is who reports, not the subject.
    `noun`: set where a noun carries it ("the signing of"); then the clause is only where it stands, and `actor` heads
    the phrase for who acts.
    """

    clause: Clause
    kind: Kind
    rule: str
    confidence: float
    kind_verb: int
    focus: int | None = None
    asks: int | None = None
    by_reporter: bool = False
    noun: int | None = None
    actor: int | None = None


class Undertakings:
    """Reads the clauses of one article; each is taken once, with what hangs on it."""

    def __init__(self, parse: Parse, clauses: Clauses, amounts: AmountFinder, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._amounts = amounts
        self._nominals = Nominals(parse, clauses, amounts, language)
        data = load(language, "commitments")
        self._verbs: Mapping[str, list[str]] = data["verbs"]
        self._states: Mapping[str, str] = data["states"]
        self._nouns = {name: frozenset(words) for name, words in data["nouns"].items()}
        self._idle = frozenset(data["idle"]["verbs"])
        self._lively = frozenset(data["idle"]["with_agents"])
        self._not_deeds = frozenset(data["not_deeds"]["verbs"])
        self._talk = frozenset(data["not_deeds"]["nouns"])
        self._steadfast = frozenset(data["steadfast"]["verbs"])
        self._agents = frozenset(data["agents"]["nouns"])
        self._unreal = frozenset(data["unreal"]["history"]) | frozenset(data["unreal"]["words"])
        self._reporting = frozenset(load(language, "saying")["verbs"]["plain"])
        self._assemblies = frozenset(data["agents"]["assemblies"])
        self._wishes = frozenset(data["wishes"]["verbs"])
        self._used: set[int] = set()

    def find(self, *, spoken: Callable[[int], bool]) -> list[Undertaking]:
        """All of them, in order; `spoken` tells whether a token stands in a quotation with a speaker."""
        found = []
        for clause in sorted(self._clauses, key=lambda each: (self._depth(each.verb), each.verb)):
            if clause.verb in self._used or not self._real(clause):
                continue
            made = (
                self._by_verb(clause)
                or self._by_state(clause)
                or self._future(clause, spoken=spoken(clause.verb))
                or self._duty(clause, spoken=spoken(clause.verb))
                or self._existing(clause, spoken=spoken(clause.verb))
            )
            if made is not None:
                found.append(made)
                self._use(clause)
        found += [
            Undertaking(each.clause, each.kind, f"commitment.noun.{self._parse.tokens[each.noun].lemma}", 0.6, each.noun,
                        noun=each.noun, actor=each.actor)
            for each in self._nominals.find(self._used)
        ]  # fmt: skip
        return sorted(found, key=lambda each: each.kind_verb)

    # --- what is meant in earnest

    def _real(self, clause: Clause) -> bool:
        """Whether the clause states something: no question, no condition, nothing that only may be."""
        tokens = self._parse.tokens
        sentence = self._parse.sentences[tokens[clause.verb].sentence]
        if tokens[sentence.last - 1].text == "?" or "?" in (tokens[i].text for i in range(clause.verb, sentence.last)):
            return False
        below = [tokens[i] for i in self._parse.children[clause.verb]]
        if any(token.dep == "mark" and token.lemma in {"if", "whether", "unless"} for token in below):
            return False
        if clause.modal in _HEDGES or any(token.text.lower() in self._unreal for token in below):
            return False
        perfect = tokens[clause.verb].tag == "VBN" and any(token.text.lower() == "have" for token in below)
        return not (clause.modal in {"would", "should", "must"} and perfect)

    def _depth(self, i: int) -> int:
        tokens, depth = self._parse.tokens, 0
        while tokens[i].head != i and depth < len(tokens):
            i, depth = tokens[i].head, depth + 1
        return depth

    def _use(self, clause: Clause) -> None:
        """A clause taken takes the clauses of its complement with it, and what is conjoined to those."""
        stack = [clause.complement, *self._infinitives(clause)]
        self._used.add(clause.verb)
        while stack:
            verb = stack.pop()
            if verb is None or verb in self._used:
                continue
            self._used.add(verb)
            inner = self._clauses.get(verb)
            stack.extend(child for child in self._parse.children[verb] if self._parse.tokens[child].dep in {"conj", "xcomp"})
            stack.append(inner.complement if inner is not None else None)

    def _infinitives(self, clause: Clause) -> list[int]:
        """Verbs with "to" that hang on the clause's verb or on a noun right below it."""
        tokens, found = self._parse.tokens, []
        for child in self._parse.children[clause.verb]:
            for i in (child, *self._parse.children[child]):
                if tokens[i].dep in {"xcomp", "ccomp", "advcl", "acl", "pcomp"} and self._has_to(i):
                    found.append(i)
                elif tokens[i].dep == "pobj":
                    found.extend(b for b in self._parse.children[i] if tokens[b].dep in {"acl", "relcl"} and self._has_to(b))
        return found

    def _has_to(self, verb: int) -> bool:
        tokens = self._parse.tokens
        return any(tokens[i].dep == "aux" and tokens[i].text.lower() == "to" for i in self._parse.children[verb])

    # --- a verb of undertaking

    def _by_verb(self, clause: Clause) -> Undertaking | None:
        key = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        entry = self._verbs.get(key)
        if entry is None or (clause.form is Form.INFINITIVE and self._has_to(clause.verb)):
            return None
        assembly = clause.doer is not None and self._parse.tokens[clause.doer].lemma in self._assemblies
        if clause.doer is not None and not (self._is_agent(clause.doer) or assembly) and entry[0] not in {"signed", "delivered"}:
            return None
        if clause.lemma in self._wishes and not self._still_wished(clause):
            return None
        if clause.form is Form.PARTICIPLE and not self._participle_counts(clause):
            return None
        kind = Kind(entry[0])
        for frame in entry[1:]:
            kind = Kind.PLANNED if frame == "to_own" else kind
            made = self._in_frame(clause, kind, frame)
            if made is not None:
                return self._settled(clause, made)
        return None

    def _still_wished(self, clause: Clause) -> bool:
        past = clause.tense in {Tense.PAST, Tense.PAST_PERFECT} and not clause.progressive
        if not past:
            return True
        return clause.lemma != "want" and clause.reported_by is not None

    def _participle_counts(self, clause: Clause) -> bool:
        """`..., urging her to deny it`, `the memorandum signed by both`: a participle that states an act."""
        token = self._parse.tokens[clause.verb]
        if clause.passive:
            return clause.lemma == "sign" and token.dep in {"acl", "relcl"}
        asks = self._verbs[clause.lemma][0] == Kind.REQUESTED if clause.lemma in self._verbs else False
        return token.tag == "VBG" and token.dep in {"advcl", "conj"} and clause.subject is not None and asks

    def _in_frame(self, clause: Clause, kind: Kind, frame: str) -> Undertaking | None:
        complement = self._clauses.get(clause.complement)
        to = self._infinitives(clause)
        made = Undertaking(clause, kind, f"commitment.verb.{clause.lemma}", 0.85, clause.verb)
        if frame in {"to", "to_own"}:
            if complement is None or complement.verb not in to or (frame == "to_own" and not self._first_person(clause)):
                return None
            own = self._own_subject(complement)
            idle = complement.lemma in self._not_deeds and kind in {Kind.DECLINED, Kind.AGREED}
            if clause.negated and clause.tense not in {Tense.PRESENT, Tense.FUTURE}:
                return None
            return None if idle or own or clause.passive else replace(made, focus=complement.verb)
        if frame == "whom_to":
            return self._whom_to(clause, made, to)
        if frame.startswith("that"):
            return self._that(clause, made, frame, complement)
        if frame in self._nouns:
            return self._object(clause, made, frame)
        return self._loose(clause, made, frame, to)

    def _first_person(self, clause: Clause) -> bool:
        return clause.subject is not None and self._parse.tokens[clause.subject].lemma in {"i", "we"}

    def _own_subject(self, clause: Clause) -> int | None:
        return clause.subject if clause.subject is not None and not clause.inherited else None

    def _whom_to(self, clause: Clause, made: Undertaking, to: list[int]) -> Undertaking | None:
        if not to:
            return None
        inner = self._clauses.get(to[0])
        whom = next(iter(clause.objects), None) or clause.indirect
        if whom is None and inner is not None:
            whom = self._own_subject(inner)
        if whom is None or clause.passive and clause.agent is None:
            return None
        return replace(made, asks=clause.subject if clause.passive else whom, focus=to[0])

    def _that(self, clause: Clause, made: Undertaking, frame: str, complement: Clause | None) -> Undertaking | None:
        if complement is None or complement.form is not Form.FINITE and frame != "that_other_to":
            return None
        ahead = complement.modal in _FUTURE | {"would"} or complement.lemma == "be" and self._has_to(complement.verb)
        other = self._own_subject(complement)
        fits = {
            "that": clause.lemma != "agree" or self._binding(complement),
            "that_will": ahead and self._agentive(complement, spoken=True),
            "that_should": complement.modal in _DUTY
            or (complement.modal is None and self._parse.tokens[complement.verb].tag == "VB"),
            "that_other": ahead and other is not None and self._is_agent(other) and complement.lemma not in self._idle,
            "that_other_to": other is not None and self._has_to(complement.verb) and not clause.passive,
        }.get(frame, False)
        if not fits:
            return None
        asks = other if made.kind is Kind.REQUESTED else None
        return replace(made, focus=complement.verb, asks=asks, confidence=0.78)

    def _binding(self, complement: Clause) -> bool:
        """Whether what is agreed is something to be done, not an opinion shared."""
        return complement.modal in _FUTURE | _DUTY | {"would"} and (
            complement.passive or complement.lemma not in self._idle or self._has_to(complement.verb)
        )

    def _object(self, clause: Clause, made: Undertaking, frame: str) -> Undertaking | None:
        things = (clause.subject,) if clause.passive else clause.objects
        words = self._nouns[frame]
        if not any(self._names(thing, words) and not self._denied(thing) for thing in things if thing is not None):
            return None
        if frame == "asking" and clause.passive and clause.agent is None:
            return None
        if clause.lemma == "conclude" and clause.tense is Tense.PRESENT:
            return None
        return replace(made, confidence=0.85 if frame == "document" else 0.75)

    def _denied(self, noun: int) -> bool:
        return any(self._parse.tokens[i].lemma == "no" for i in self._parse.children[noun])

    def _names(self, noun: int, words: frozenset[str]) -> bool:
        """Whether a noun, or the noun that it counts ("a number of agreements"), is one of the words."""
        token = self._parse.tokens[noun]
        if token.lemma in words or token.text.lower() in words:
            return True
        for child in self._parse.children[noun]:
            below = self._parse.tokens[child]
            if below.dep == "prep" and below.lemma == "of" and token.lemma in _COUNTERS:
                return any(self._names(i, words) for i in self._parse.children[child])
            if below.dep == "conj" and self._names(child, words):
                return True
        return False

    def _loose(self, clause: Clause, made: Undertaking, frame: str, to: list[int]) -> Undertaking | None:
        """Frames that ask for a sum, any object, or a preposition."""
        if frame == "money":
            start, end = self._clauses.span_of(clause)
            return replace(made, confidence=0.85) if self._amounts.money(start, end) else None
        if frame == "any":
            things = (clause.subject,) if clause.passive else clause.objects
            thing = next((i for i in things if i is not None), None)
            if thing is None or self._parse.tokens[thing].lemma in self._talk or clause.passive and clause.agent is None:
                return None
            if self._parse.tokens[thing].tag in {"WP", "WDT"} or self._denied(thing):
                return None
            if clause.lemma in {"reject", "refuse", "decline"} and not self._names(thing, self._nouns["askable"]):
                return None
            return replace(made, confidence=0.7)
        if frame == "self":
            mine = any(self._parse.tokens[i].text.lower().endswith(("self", "selves")) for i in clause.objects)
            return made if mine else None
        if frame == "ing":
            inner = self._clauses.get(clause.complement)
            return made if inner is not None and self._parse.tokens[inner.verb].tag == "VBG" else None
        noun = clause.prep(frame)
        if noun is None or self._parse.tokens[noun].lemma in self._talk or clause.passive and clause.agent is None:
            return None
        if made.kind is Kind.REQUESTED and frame in {"on", "upon", "with", "to"}:
            return replace(made, asks=noun, focus=to[0], confidence=0.85) if to else None
        return replace(made, focus=None, confidence=0.75)

    def _settled(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """The undertaking with its tense and negation read: what will be signed is only planned."""
        ahead = clause.modal in _FUTURE or (clause.modal == "would" and clause.reported_by is not None)
        if clause.negated:
            if made.kind in {Kind.PLANNED, Kind.PLEDGED} and made.focus is not None or ahead:
                return replace(made, kind=Kind.DECLINED, confidence=round(made.confidence * 0.85, 3))
            return None
        if clause.modal in _DUTY:
            return None
        if clause.modal == "would" and not ahead and made.kind is not Kind.REQUESTED:
            return None
        if made.kind is Kind.DELIVERED and clause.tense is Tense.PRESENT and not ahead and not clause.progressive:
            return None
        if ahead and made.kind not in {Kind.REQUESTED, Kind.DECLINED}:
            return replace(made, kind=Kind.PLANNED)
        return made

    # --- states, futures, duties

    def _by_state(self, clause: Clause) -> Undertaking | None:
        """`is expected to meet`, `is ready to sign`, `is committed to maintaining`."""
        tokens = self._parse.tokens
        word: int | None = None
        if clause.passive and clause.lemma in self._states:
            word = clause.verb
        elif clause.lemma in {"be", "remain", "stand"}:
            word = next((i for i in clause.adverbs if tokens[i].lemma in self._states and tokens[i].dep == "acomp"), None)
        if word is None or clause.subject is None or clause.form is not Form.FINITE:
            return None
        deed = next((i for i in (*self._parse.children[word], clause.complement or -1) if i >= 0 and self._has_to(i)), None)
        links = {"in"} if tokens[word].lemma == "interested" else {"to", "for"}
        toward = next((i for i in self._parse.children[word] if tokens[i].dep == "prep" and tokens[i].lemma in links), None)
        kind = Kind(self._states[tokens[word].lemma])
        if not self._is_agent(clause.subject) or (tokens[word].lemma == "able" and clause.modal not in _FUTURE):
            return None
        if deed is None and (toward is None or tokens[word].tag.startswith("VB") and kind is Kind.PLANNED):
            return None
        if kind is Kind.PLANNED and deed is not None and self._merely(deed):
            return None
        if clause.negated:
            kind = Kind.DECLINED
        if deed is not None:
            self._used.add(deed)
        return Undertaking(clause, kind, f"commitment.state.{tokens[word].lemma}", 0.7, word, focus=deed)

    def _merely(self, verb: int) -> bool:
        """Whether a verb tells of a state or an outcome rather than of something done."""
        inner = self._clauses.get(verb)
        if inner is None or inner.lemma not in self._idle:
            return False
        stays = inner.lemma == "be" and any(name in {"in", "at"} for name, _ in inner.preps)
        return not stays and not (inner.lemma in self._lively and inner.objects)

    def _future(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`will build`, `is to visit`, `are going to send`; "would" where somebody is reported."""
        tokens = self._parse.tokens
        reported = spoken or self.reporter(clause) is not None
        act = clause
        if clause.lemma == "go" and clause.progressive and clause.complement in self._infinitives(clause):
            act = self._clauses.get(clause.complement) or clause
        elif clause.lemma == "be" and clause.complement is not None and self._has_to(clause.complement):
            inner = self._clauses.get(clause.complement)
            if inner is None or clause.subject is None or tokens[clause.complement].dep != "xcomp" or clause.objects:
                return None
            if any(tokens[i].dep == "acomp" for i in clause.adverbs) or clause.tense is Tense.PAST:
                return None
            act = inner
        elif not (clause.modal in _FUTURE or (clause.modal == "would" and self.reporter(clause) is not None)):
            return None
        if act.passive and act.agent is None:
            if not reported or act.lemma in self._idle or clause.subject is None or self._is_human(clause.subject):
                return None
        elif self._vague_it(clause, spoken=spoken):
            return None
        elif not self._agentive(clause, spoken=reported) or not self._acts(act, clause):
            return None
        kind, rule = Kind.PLANNED, "commitment.future"
        if clause.negated:
            kind = Kind.PLEDGED if act.lemma in self._steadfast else Kind.DECLINED
        by_reporter = act.passive and act.agent is None
        self._use_joined(clause)
        return Undertaking(clause, kind, rule, 0.7 if reported else 0.6, clause.verb, by_reporter=by_reporter)

    def _acts(self, act: Clause, clause: Clause) -> bool:
        if act.lemma not in self._idle:
            return True
        return act.lemma in self._lively and bool(act.objects) and clause.subject is not None

    def _duty(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`must stop`, `needs to act`, `has to be formed`: somebody says what others, or all, are to do."""
        tokens = self._parse.tokens
        if not (spoken or self.reporter(clause) is not None) or clause.negated and clause.lemma in {"need", "have"}:
            return None
        act: Clause | None = None
        if clause.modal in _DUTY:
            act = clause
        elif clause.lemma in {"need", "have"} and clause.complement is not None and self._has_to(clause.complement):
            act = self._clauses.get(clause.complement)
        if act is None or clause.subject is None or self._parse.tokens[clause.subject].lemma in _EMPTY:
            return None
        if act.lemma in self._idle and not (act.lemma in self._lively and act.objects):
            return None
        if not act.passive and not self._is_agent(clause.subject):
            return None
        if tokens[clause.subject].lemma == "i" or (clause.lemma in {"need", "have"} and clause.modal is not None):
            return None
        asks = None if act.passive else clause.subject
        self._use_joined(clause)
        return Undertaking(clause, Kind.REQUESTED, "commitment.duty", 0.6, clause.verb, asks=asks, by_reporter=True)

    def _existing(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`there will be meetings`."""
        tokens = self._parse.tokens
        if clause.lemma != "be" or clause.modal not in _FUTURE | {"would"} or clause.negated:
            return None
        if not (spoken or clause.reported_by is not None):
            return None
        if not any(tokens[i].dep == "expl" for i in self._parse.children[clause.verb]):
            return None
        things = (*clause.objects, *([clause.subject] if clause.subject is not None else []))
        if not any(self._names(thing, self._nouns["deed"]) for thing in things):
            return None
        return Undertaking(clause, Kind.PLANNED, "commitment.future.there", 0.65, clause.verb, by_reporter=True)

    def _use_joined(self, clause: Clause) -> None:
        """Verbs joined to this one that share its "will" or "must" are part of the same undertaking."""
        for child in self._parse.children[clause.verb]:
            joined = self._clauses.get(child)
            if self._parse.tokens[child].dep == "conj" and joined is not None and joined.inherited:
                own = any(self._parse.tokens[i].dep == "aux" for i in self._parse.children[child])
                if not own and self._parse.tokens[child].tag == "VB":
                    self._used.add(child)
                    self._use_joined(joined)

    def reporter(self, clause: Clause) -> Clause | None:
        """The clause that reports this one; also where the parser hung "that ..." on a noun of the report."""
        if clause.reported_by is not None:
            return self._clauses.get(clause.reported_by)
        tokens, i = self._parse.tokens, clause.verb
        while tokens[i].dep == "conj" and tokens[i].head != i:
            i = tokens[i].head
        own = clause.subject is not None and not clause.inherited
        marked = any(tokens[c].text.lower() == "that" and tokens[c].dep == "mark" for c in self._parse.children[i])
        if tokens[i].dep not in {"relcl", "acl"} or not own or not marked:
            return None
        above = self._clauses.around(tokens[i].head)
        return above if above is not None and above.lemma in self._reporting else None

    # --- who can undertake

    def _vague_it(self, clause: Clause, *, spoken: bool) -> bool:
        """"It" that may stand for anything: only what a body says of itself counts ("the ministry said it will")."""
        if clause.subject is None or self._parse.tokens[clause.subject].lemma != "it":
            return False
        above = self.reporter(clause)
        if spoken or above is None or above.doer is None:
            return True
        return self._is_human(above.doer) or not self._is_agent(above.doer)

    def _is_human(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        return token.entity == "PERSON" or (token.pos == "PRON" and token.lemma in {"he", "she", "i", "we", "they", "who", "you"})

    def _agentive(self, clause: Clause, *, spoken: bool) -> bool:
        subject = clause.doer if clause.doer is not None else clause.subject
        if clause.passive and clause.agent is None:
            return spoken
        return subject is not None and self._is_agent(subject)

    def _is_agent(self, noun: int) -> bool:
        """Whether a noun or pronoun can undertake: a person, a country, a body, a group of people."""
        token = self._parse.tokens[noun]
        if token.pos == "PRON":
            return token.lemma in {"i", "we", "he", "she", "they", "you", "who", "both", "it"}
        if token.entity in {"DATE", "TIME", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"} and token.pos != "PROPN":
            return False
        if token.entity in {"PERSON", "ORG", "GPE", "NORP"} or token.lemma in self._agents:
            return True
        return token.text.lower() in self._agents or (token.pos == "PROPN" and token.entity not in {"DATE", "TIME", "EVENT"})
