"""Whether a verb states an act of somebody's will: by its form, by who acts, by when it was wished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.extract.commitments.readings import DUTY, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_FARTHEST = 3  # heads above a participle
_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ism", "age")


class StatedVerbs:
    """Tells the verbs of one article's clauses that state an act from those that only name one."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._verbs: Mapping[str, list[str]] = data["verbs"]
        self._assemblies = frozenset(data["agents"]["assemblies"])
        self._papers = frozenset(data["agents"]["papers"])
        self._asking = frozenset(data["agents"]["asking_papers"])
        self._speakers_only = frozenset(data["agents"]["speakers_only"])
        self._to_somebody = frozenset(data["agents"]["only_somebody_is"])
        self._going_on = frozenset(data["idle"]["going_on"])
        self._steps = frozenset(data["steps"]["verbs"])
        self._coming = frozenset(data["idle"]["coming_to_ask"])
        self._wishes = frozenset(data["wishes"]["verbs"])

    def counts(self, clause: Clause, kind: str) -> bool:
        """Whether the clause states the act of this kind that its verb stands for."""
        if not self._states(clause, kind):
            return False
        assembly = clause.doer is not None and self._parse.tokens[clause.doer].lemma in self._assemblies
        speaks = assembly or (clause.lemma in self._speakers_only and not self._is_abstract(clause.doer))
        lent = kind == Kind.REQUESTED and (self._paper(clause) is not None or self._above(clause) is not None)
        if clause.doer is not None and not (speaks or lent) and not self._may(kind, clause.doer):
            return False
        if self._is_effect(clause, kind) or self._of_no_will(clause, kind):
            return False
        return clause.form is not Form.PARTICIPLE or self._participle_counts(clause) or self._is_past(clause)

    def by_whom(self, clause: Clause, made: Undertaking) -> Undertaking:
        """The undertaking with who asks, where a participle has no subject of its own or hangs on a paper."""
        paper = self._paper(clause)
        if paper is None:
            above = self._above(clause)
            return made if above is None or made.by_reporter else replace(made, actor=above.doer)
        owner = next((i for i in self._parse.children[paper] if self._parse.tokens[i].dep == "poss"), None)
        issues = self._clauses.around(paper)
        doer = None if issues is None else issues.doer if issues.doer != paper else issues.agent
        whose = owner if owner is not None else doer
        return replace(made, actor=whose, by_reporter=whose is None)

    def is_past_wish(self, clause: Clause) -> bool:
        """Whether the verb tells a wish of the past, which may be over: "wanted to build"."""
        return clause.lemma in self._wishes and not self._still_wished(clause)

    def _states(self, clause: Clause, kind: str) -> bool:
        """Whether the verb stands as a statement: no bare infinitive, but "we continue to urge", "I want to ask"."""
        if clause.form is not Form.INFINITIVE:
            return True
        if not self._read.has_to(clause.verb):  # "they could cut taxes or raise wages": what might be
            return clause.lemma in self._to_somebody and self._parse.tokens[clause.verb].dep == "conj"
        token = self._parse.tokens[clause.verb]
        head = self._clauses.get(token.head)
        if kind != Kind.REQUESTED or head is None or head.negated or head.passive:
            return False
        if token.dep == "advcl" or head.lemma in self._coming:  # "marched to demand": they did what they came for
            over = head.tense in {Tense.PAST, Tense.PERFECT} or (head.tense is Tense.PRESENT and head.progressive)
            done = head.form is Form.FINITE and over and head.modal is None
            return done and token.i > head.verb and clause.subject is not None
        if token.dep != "xcomp":
            return False
        speaks = self._goes_on(head, clause) or (head.lemma in {"want", "like"} and self._read.first_person(head))
        return speaks and head.form is Form.FINITE and head.modal not in {"can", "could", "may", "might"} | DUTY

    def _goes_on(self, head: Clause, clause: Clause) -> bool:
        """`continues to urge`; not `is going to press for it`, which tells a plan."""
        plan = head.lemma == "go" and head.progressive and clause.lemma in self._steps
        return head.lemma in self._going_on and not plan

    def _is_abstract(self, doer: int | None) -> bool:
        """`retirements promise to swell`: what happens, not somebody."""
        token = None if doer is None else self._parse.tokens[doer]
        return token is not None and token.pos == "NOUN" and token.lemma.endswith(_ABSTRACT)

    def _may(self, kind: str, doer: int) -> bool:
        """Whether who acts can do this: papers and things provide and contain, but undertake nothing."""
        if kind in {Kind.SIGNED, Kind.DELIVERED}:
            if kind == Kind.SIGNED:  # "accepted the peace signed"
                return self._parse.tokens[doer].pos != "NOUN" or self._read.is_agent(doer)
            return self._parse.tokens[doer].lemma not in self._papers
        if kind == Kind.REQUESTED:
            return self._read.is_agent(doer) or self._asks_itself(doer)
        return self._read.acts(doer)

    def _asks_itself(self, doer: int) -> bool:
        """`the report recommends`, `the petition demands`: a paper speaks for who wrote it; not so a bill."""
        return self._parse.tokens[doer].lemma in self._asking - self._papers | {"report"}

    def _is_effect(self, clause: Clause, kind: str) -> bool:
        """`it would encourage people to save`: what a thing brings about, not what somebody asks."""
        if kind != Kind.REQUESTED or clause.modal is None or clause.subject is None:
            return False
        return self._parse.tokens[clause.subject].lemma in {"it", "this", "that"}

    def _of_no_will(self, clause: Clause, kind: str) -> bool:
        """`it demands patience`, `you ask us for trees`, `should be alert and determined to act`: nobody's own word."""
        tokens, doer = self._parse.tokens, clause.doer
        if kind == Kind.REQUESTED and doer is not None:
            word = tokens[doer].text.lower()
            needs = clause.lemma == "demand" and clause.tense is Tense.PRESENT and not clause.progressive
            own = self._read.is_agent(doer) or self._asks_itself(doer)
            thing = word in {"it", "this", "that", "which"} or not own
            return word == "you" or (needs and thing)
        i = clause.verb
        while tokens[i].dep == "conj" and tokens[i].head != i:
            i = tokens[i].head
        over = self._clauses.get(i) or self._clauses.get(tokens[i].head)
        return (
            i != clause.verb and over is not None and over.modal in DUTY and clause.modal is None and clause.inherited
        )

    def _still_wished(self, clause: Clause) -> bool:
        past = clause.tense in {Tense.PAST, Tense.PAST_PERFECT} and not clause.progressive
        if not past:
            return True
        return clause.lemma != "want" and clause.reported_by is not None

    def _is_past(self, clause: Clause) -> bool:
        """`The minister, who came too, handed over the keys`: a past that the parser took for a participle."""
        token = self._parse.tokens[clause.verb]
        own = clause.subject is not None and not clause.inherited and clause.subject < clause.verb
        return token.tag == "VBN" and token.dep in {"ROOT", "ccomp"} and own and not clause.passive

    def _participle_counts(self, clause: Clause) -> bool:
        """`..., urging her to deny it`, `the memorandum signed by both`: a participle that states an act."""
        token = self._parse.tokens[clause.verb]
        if clause.passive:
            return clause.lemma == "sign" and token.dep in {"acl", "relcl"}
        states = self._verbs.get(clause.lemma, [""])[0] == Kind.REQUESTED or clause.lemma in self._speakers_only
        if token.tag != "VBG" or not states:
            return False
        if self._paper(clause) is not None:
            return True
        loose = token.dep in {"advcl", "conj"} or self._after_comma(clause.verb)
        return loose and (clause.subject is not None or self._above(clause) is not None)

    def _paper(self, clause: Clause) -> int | None:
        """The statement of "a statement urging ...", in which somebody asks for what follows."""
        token = self._parse.tokens[clause.verb]
        head = self._parse.tokens[token.head]
        asks = self._verbs.get(clause.lemma, [""])[0] == Kind.REQUESTED
        return head.i if token.dep == "acl" and token.tag == "VBG" and asks and head.lemma in self._asking else None

    def _after_comma(self, verb: int) -> bool:
        """`She spoke of new courses, calling on all to enter`: the parser hangs it on the nearest noun."""
        tokens = self._parse.tokens
        return tokens[verb].dep == "acl" and verb > 0 and tokens[verb - 1].text == ","

    def _above(self, clause: Clause) -> Clause | None:
        """`X said the project was late, urging haste`: the clause whose subject asks, where the nearest cannot."""
        token = self._parse.tokens[clause.verb]
        own = clause.doer is not None and self._read.is_agent(clause.doer)
        loose = token.dep == "advcl" or self._after_comma(clause.verb)
        if token.tag != "VBG" or not loose or clause.form is not Form.PARTICIPLE or own:
            return None
        for _ in range(_FARTHEST):
            above = self._clauses.get(token.head)
            if above is not None and above.doer is not None and self._read.is_agent(above.doer):
                return above
            token = self._parse.tokens[token.head]
        return None
