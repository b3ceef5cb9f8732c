"""Verbs that undertake, ask or refuse, in the shapes in which they do: infinitive, clause, object, sum, preposition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.extract.amounts import AmountFinder
from briefing.extract.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexicon import load
from briefing.extract.parse import Parse
from briefing.extract.readings import DUTY, FUTURE, Readings, Undertaking
from briefing.model.facts import Kind

_NEWS = frozenset((Kind.DELIVERED, Kind.PLEDGED, Kind.PLANNED, Kind.ANNOUNCED))
_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ism", "age")
_ASKING = frozenset(("who", "what", "which", "whether", "if", "how", "why"))


class VerbShapes:
    """Looks up the verbs of one article's clauses in the data."""

    def __init__(
        self, parse: Parse, clauses: Clauses, amounts: AmountFinder, read: Readings, language: str = "en"
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._amounts = amounts
        self._read = read
        data = load(language, "commitments")
        self._verbs: Mapping[str, list[str]] = data["verbs"]
        self._idle = frozenset(data["idle"]["verbs"])
        self._lively = frozenset(data["idle"]["with_agents"])
        self._not_deeds = frozenset(data["not_deeds"]["verbs"])
        self._talk = frozenset(data["not_deeds"]["nouns"])
        self._assemblies = frozenset(data["agents"]["assemblies"])
        self._to_somebody = frozenset(data["agents"]["only_somebody_is"])
        self._to_all = frozenset(data["agents"]["asked_in_general"])
        self._papers = frozenset(data["agents"]["papers"])
        self._habits = frozenset(data["wishes"]["habits"])
        self._wishes = frozenset(data["wishes"]["verbs"])
        self._speakers_only = frozenset(data["agents"]["speakers_only"])
        self._steps = frozenset(data["steps"]["verbs"])
        self._bodies = frozenset(data["agents"]["bodies"])
        self._answers = frozenset(data["not_deeds"]["answers"])
        self._said = frozenset(data["agents"]["said_to"])
        self._going_on = frozenset(data["idle"]["going_on"])

    def find(self, clause: Clause) -> Undertaking | None:
        """What the clause's verb undertakes, asks or refuses; `None` if it does not."""
        entry = self._verbs.get(self._key(clause))
        if entry is None or not self._states(clause, entry[0]):
            return None
        assembly = clause.doer is not None and self._parse.tokens[clause.doer].lemma in self._assemblies
        speaks = assembly or (clause.lemma in self._speakers_only and not self._is_abstract(clause.doer))
        if clause.doer is not None and not speaks and not self._may(entry[0], clause.doer):
            return None
        if self._is_effect(clause, entry[0]) or self._of_no_will(clause, entry[0]):
            return None
        over = clause.lemma in self._wishes and not self._still_wished(clause)
        if clause.form is Form.PARTICIPLE and not (self._participle_counts(clause) or self._is_past(clause)):
            return None
        kind = Kind(entry[0])
        for shape in entry[1:]:
            own_kind, _, frame = shape.rpartition(":")
            if over and frame not in self._read.nouns and frame != "money":
                continue  # "wanted to build"; but "sought approval"
            if clause.lemma == "expect" and frame in {"whom_to", "that_other_to"} and not self._expects(clause):
                continue
            kind = Kind.PLANNED if frame == "to_own" else kind
            made = self._in_frame(clause, Kind(own_kind) if own_kind else kind, frame)
            if made is not None:
                return self._settled(clause, made)
        return None

    def _states(self, clause: Clause, kind: str) -> bool:
        """Whether the verb stands as a statement: no bare infinitive, but "we continue to urge", "I want to ask"."""
        if clause.form is not Form.INFINITIVE:
            return True
        if not self._read.has_to(clause.verb):  # "they could cut taxes or raise wages": what might be
            return clause.lemma in self._to_somebody and self._parse.tokens[clause.verb].dep == "conj"
        token = self._parse.tokens[clause.verb]
        head = self._clauses.get(token.head)
        if kind != Kind.REQUESTED or token.dep != "xcomp" or head is None or head.negated or head.passive:
            return False
        speaks = head.lemma in self._going_on or (head.lemma in {"want", "like"} and self._first_person(head))
        return speaks and head.form is Form.FINITE and head.modal not in {"can", "could", "may", "might"} | DUTY

    def _key(self, clause: Clause) -> str:
        """The verb with its particle, also one that the parser took for an adverb ("set aside")."""
        if clause.particle and not (self._hung(clause, clause.particle) is not None and clause.lemma in self._verbs):
            return f"{clause.lemma} {clause.particle}"
        with_next = " ".join((clause.lemma, *(each.text.lower() for each in self._parse.tokens[clause.verb + 1 :][:1])))
        return with_next if with_next in self._verbs else clause.lemma

    def _is_abstract(self, doer: int | None) -> bool:
        """`retirements promise to swell`: what happens, not somebody."""
        token = None if doer is None else self._parse.tokens[doer]
        return token is not None and token.pos == "NOUN" and token.lemma.endswith(_ABSTRACT)

    def _may(self, kind: str, doer: int) -> bool:
        """Whether who acts can do this: papers and things provide and contain, but undertake nothing."""
        if kind in {Kind.SIGNED, Kind.DELIVERED}:
            return kind == Kind.SIGNED or self._parse.tokens[doer].lemma not in self._papers
        return self._read.is_agent(doer)

    def _is_effect(self, clause: Clause, kind: str) -> bool:
        """`it would encourage people to save`: what a thing brings about, not what somebody asks."""
        if kind != Kind.REQUESTED or clause.modal is None or clause.subject is None:
            return False
        return self._parse.tokens[clause.subject].lemma in {"it", "this", "that"}

    def _expects(self, clause: Clause) -> bool:
        """`we expect operators to act` asks; `she expects the Senate to vote` foretells."""
        return clause.doer is not None and self._parse.tokens[clause.doer].text.lower() in {"we", "they"}

    def _of_no_will(self, clause: Clause, kind: str) -> bool:
        """`it demands patience`, `you ask us for trees`, `should be alert and determined to act`: nobody's own word."""
        tokens, doer = self._parse.tokens, clause.doer
        if kind == Kind.REQUESTED and doer is not None:
            word = tokens[doer].text.lower()
            needs = clause.lemma == "demand" and clause.tense is Tense.PRESENT and not clause.progressive
            thing = word in {"it", "this", "that", "which"} or not self._read.is_agent(doer)
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
        return token.tag == "VBG" and token.dep in {"advcl", "conj"} and clause.subject is not None and states

    def _in_frame(self, clause: Clause, kind: Kind, frame: str) -> Undertaking | None:
        complement = self._clauses.get(clause.complement) or self._told(clause)
        to = self._read.infinitives(clause)
        made = Undertaking(clause, kind, f"commitment.verb.{clause.lemma}", 0.85, clause.verb)
        made = replace(made, kind=Kind.PLANNED) if frame == "to_plan" else made
        if frame in {"bare", "to_deed", "to_document"}:
            alone = not clause.objects and complement is None if frame == "bare" else self._toward(clause, frame)
            return made if alone and not clause.passive else None
        if frame in {"to", "to_own", "to_plan", "to_deeds"}:
            return self._to(clause, made, frame, to)
        if frame.startswith("that"):
            return self._that(clause, made, frame, complement)
        if frame == "whom_to":
            return self._whom_to(clause, made, to)
        if frame in self._read.nouns:
            return self._object(clause, made, frame)
        return self._loose(clause, made, frame, to)

    def _told(self, clause: Clause) -> Clause | None:
        """`assured colleagues that it would`: the clause that the parser hung on who is told."""
        tokens = self._parse.tokens
        for whom in (*clause.objects, *([clause.indirect] if clause.indirect is not None else [])):
            for i in self._parse.children[whom]:
                marked = any(tokens[c].dep == "mark" and tokens[c].lemma == "that" for c in self._parse.children[i])
                if tokens[i].dep in {"acl", "relcl"} and marked:
                    return self._clauses.get(i)
        return None

    def _to(self, clause: Clause, made: Undertaking, frame: str, to: list[int]) -> Undertaking | None:
        """`agreed to build`; `to_own` only of "I" and "we"."""
        complement = self._clauses.get(clause.complement)
        if complement is None or complement.verb not in to or clause.passive:
            return None
        unfit = frame == "to_own" and not self._own_wish(clause, complement)
        if unfit or (frame == "to_deeds" and (self._is_talk(complement) or complement.passive)):
            return None
        if clause.lemma in self._habits and clause.tense is Tense.PRESENT and self._anybody(clause):
            return None
        was_not = clause.negated and clause.tense not in {Tense.PRESENT, Tense.FUTURE}
        if self._read.own_subject(complement) is not None or was_not:
            return None
        idle = complement.lemma in self._not_deeds and made.kind in {Kind.DECLINED, Kind.AGREED}
        idle = idle or (frame == "to_plan" and clause.lemma == "expect" and self._is_talk(complement))
        if idle:
            return None
        against = complement.negated and made.kind is Kind.PLANNED  # "decided not to sign"
        return replace(made, focus=complement.verb, kind=Kind.DECLINED if against else made.kind)

    def _own_wish(self, clause: Clause, complement: Clause) -> bool:
        """`I want to build`, `we would like to build`; not `I like to cook`."""
        if not self._first_person(clause) or clause.negated or self._is_talk(complement):
            return False
        return clause.lemma != "like" or clause.modal is not None

    def _is_talk(self, inner: Clause) -> bool:
        """Whether it is only something said, thought or tried: "I want to assure you"."""
        return inner.lemma in self._not_deeds or (inner.lemma in self._idle and inner.lemma not in self._lively)

    def _anybody(self, clause: Clause) -> bool:
        """Whether the subject is a bare plural: "companies seek to ..." tells of a habit."""
        if clause.subject is None or clause.progressive:
            return False
        bare = self._parse.tokens[clause.subject].tag == "NNS"
        return bare and not any(
            self._parse.tokens[i].dep in {"det", "poss", "nummod"} for i in self._parse.children[clause.subject]
        )

    def _first_person(self, clause: Clause) -> bool:
        return clause.subject is not None and self._parse.tokens[clause.subject].lemma in {"i", "we"}

    def _whom_to(self, clause: Clause, made: Undertaking, to: list[int]) -> Undertaking | None:
        to = [verb for verb in to if verb > clause.verb]
        if not to:
            return None
        inner = self._clauses.get(to[0])
        said = clause.lemma in self._said and any(
            self._parse.tokens[i].tag in {"``", "''"} for i in range(clause.verb, to[0])
        )
        if said:
            return None  # `tells reporters that "to win is hard"`
        whom = clause.subject if clause.passive else next(iter(clause.objects), None) or clause.indirect
        if whom is None and inner is not None:
            whom = self._read.own_subject(inner)
        if whom is None or not self._can_be_asked(clause, whom):
            return None
        if clause.passive and clause.agent is None:
            return self._asked_of(clause, made, whom, to[0])
        tale = clause.tense is not Tense.PRESENT or clause.lemma not in self._to_somebody
        if clause.doer is not None and tale and self._nobody(clause.doer) and self._nobody(whom):
            return None
        return replace(made, asks=whom, focus=to[0])

    def _asked_of(self, clause: Clause, made: Undertaking, whom: int, focus: int) -> Undertaking | None:
        """`Customers are urged to save`, `agencies have been told to clear the drains, she said`: by who tells it."""
        if clause.lemma not in self._to_all or self._nobody(whom) or clause.form is not Form.FINITE:
            return None
        if clause.modal is not None or clause.negated:
            return None
        told = self._read.reporter(clause) is not None
        if clause.tense is Tense.PAST_PERFECT and not told:
            return None
        if clause.tense is Tense.PAST or self._parse.tokens[whom].entity == "PERSON":
            return None
        return replace(made, asks=whom, focus=focus, by_reporter=True, confidence=0.7)

    def _nobody(self, noun: int) -> bool:
        """A bare pronoun: what "they told me" to do is a tale, not a demand."""
        return self._parse.tokens[noun].pos == "PRON"

    def _can_be_asked(self, clause: Clause, whom: int) -> bool:
        """Whether it can act; only somebody can be urged or begged, but a river too can be wanted to be clean."""
        token = self._parse.tokens[whom]
        if clause.lemma in self._to_somebody and token.pos in {"NOUN", "PROPN"}:
            return True
        if clause.lemma in self._wishes and token.pos == "NOUN" and not self._read.is_agent(whom):
            return False  # "wants weapons to win"
        return self._read.is_agent(whom) or token.pos == "PRON" or token.tag in {"NNS", "NNPS", "NNP"}

    def _that(self, clause: Clause, made: Undertaking, frame: str, complement: Clause | None) -> Undertaking | None:
        if complement is not None and frame == "that_own":
            return self._of_itself(clause, made, complement)
        if complement is None or frame == "that_said":
            return self._asks_that(clause, made) if frame == "that_said" else None
        if complement.form is not Form.FINITE and frame != "that_other_to" and not self._subjunctive(complement, made):
            return None
        ahead = complement.modal in FUTURE | {"would"} or (
            complement.lemma == "be" and self._read.has_to(complement.verb)
        )
        other = self._read.own_subject(complement)
        opening = {self._parse.tokens[i].lemma for i in self._parse.children[complement.verb] if i < complement.verb}
        if opening & _ASKING or (other is not None and self._parse.tokens[other].lemma in _ASKING):
            return None  # "asked who should pay", "asked whether they should"
        fits = {
            "that": clause.lemma != "agree" or self._binding(clause, complement),
            "that_will": ahead and (made.kind is Kind.PLEDGED or self._read.agentive(complement, spoken=True)),
            "that_news": ahead and self._read.agentive(complement, spoken=True),
            "that_should": complement.modal in DUTY or (complement.modal is None and self._bare(complement)),
            "that_other": ahead
            and other is not None
            and self._read.is_agent(other)
            and self._parse.tokens[other].lemma != "it"
            and complement.lemma not in self._idle,
            "that_other_to": other is not None
            and self._read.has_to(complement.verb)
            and not clause.passive
            and complement.lemma not in self._idle
            and (complement.passive or self._read.is_agent(other)),
        }.get(frame, False)
        if not fits:
            return None
        asks = other if made.kind is Kind.REQUESTED else None
        against = complement.negated and made.kind is Kind.PLANNED  # "decided that it will not sign"
        kind = Kind.DECLINED if against else Kind.ANNOUNCED if frame == "that_news" else made.kind
        return replace(made, kind=kind, focus=complement.verb, asks=asks, confidence=0.78)

    def _subjunctive(self, complement: Clause, made: Undertaking) -> bool:
        """`demanded that Portugal return the archives`."""
        bare = self._bare(complement) and not self._read.has_to(complement.verb)
        subject = complement.subject if complement.subject is not None else self._read.own_subject(complement)
        return made.kind is Kind.REQUESTED and bare and subject is not None

    def _bare(self, complement: Clause) -> bool:
        """`return`, `be adopted`: neither tense nor "to"."""
        tokens = self._parse.tokens
        first = [tokens[i] for i in self._parse.children[complement.verb] if tokens[i].dep in {"aux", "auxpass"}]
        return (first[0] if first else tokens[complement.verb]).tag == "VB"

    def _binding(self, clause: Clause, complement: Clause) -> bool:
        """Whether what is agreed is something to be done, not an opinion shared."""
        if complement.modal in DUTY and clause.tense is Tense.PRESENT:
            return False
        return complement.modal in FUTURE | DUTY | {"would"} and (
            complement.passive or complement.lemma not in self._idle or self._read.has_to(complement.verb)
        )

    def _object(self, clause: Clause, made: Undertaking, frame: str) -> Undertaking | None:
        things = (clause.subject,) if clause.passive else clause.objects
        words = self._read.nouns[frame]
        if not any(
            self._read.names(thing, words) and not self._read.denied(thing) for thing in things if thing is not None
        ):
            return None
        tests = {"need": self._is_need, "stance": self._is_stance}
        if frame in tests and not any(tests[frame](thing) for thing in things if thing is not None):
            return None
        return (
            None if self._unsettled(clause, frame) else replace(made, confidence=0.85 if frame == "document" else 0.75)
        )

    def _unsettled(self, clause: Clause, frame: str) -> bool:
        """Whether the shape is there and the act is not: nobody asks, it is long past, or it is a matter of habit."""
        if frame in {"rates", "works"} and clause.tense is Tense.PAST_PERFECT:
            return True
        unsaid = frame in {"asking", "filing"} and clause.passive and clause.agent is None
        concludes = clause.lemma == "conclude" and clause.tense is Tense.PRESENT
        return unsaid or concludes or (frame == "askable" and clause.passive)

    def _is_need(self, thing: int) -> bool:
        """Whether what is needed follows, and is something to be done: not "the importance of the agreement"."""
        for i in self._parse.children[thing]:
            token = self._parse.tokens[i]
            if token.dep in {"acl", "relcl"} and self._read.has_to(i):
                return True
            below = [c for c in self._parse.children[i] if self._parse.tokens[c].dep in {"pobj", "pcomp"}]
            if token.dep == "prep" and token.lemma in {"of", "for"} and below:
                if self._parse.tokens[thing].lemma != "importance" or self._parse.tokens[below[0]].tag == "VBG":
                    return True
                return self._read.names(below[0], self._read.nouns["deed"] - self._assemblies)
        return False

    def _is_stance(self, thing: int) -> bool:
        """Whether it looks ahead: her support for reform, not "her support of the raid" years ago."""
        tokens, below = self._parse.tokens, self._parse.children[thing]
        return tokens[thing].lemma != "support" or not any(tokens[i].lemma == "of" for i in below if i > thing)

    def _loose(self, clause: Clause, made: Undertaking, frame: str, to: list[int]) -> Undertaking | None:
        """Frames that ask for a sum, any object, a participle or a preposition."""
        if frame == "money":
            return replace(made, confidence=0.85) if self._of_money(clause, made) else None
        if frame == "any":
            return self._any(clause, made)
        if frame == "self":
            mine = any(self._parse.tokens[i].text.lower().endswith(("self", "selves")) for i in clause.objects)
            return made if mine else None
        if frame in {"ing", "body_ing"}:
            inner = self._clauses.get(clause.complement)
            doing = inner is not None and self._parse.tokens[inner.verb].tag == "VBG"
            return made if doing and (frame == "ing" or self._is_body(clause)) else None
        return self._preposition(clause, made, "to" if frame == "toward" else frame, to)

    def _is_body(self, clause: Clause) -> bool:
        """Whether a government or an organisation acts, of whose beginnings the news tell."""
        if clause.doer is None:
            return False
        token = self._parse.tokens[clause.doer]
        named = token.pos == "PROPN" and token.entity in {"ORG", "GPE"}
        return named or token.lemma in self._bodies

    def _of_itself(self, clause: Clause, made: Undertaking, complement: Clause) -> Undertaking | None:
        """`announced it is now on sale here`, `announced they have opened a shop`: news of somebody's own doing."""
        own = self._read.own_subject(complement)
        if own is None or self._parse.tokens[own].text.lower() not in {"it", "he", "she", "they", "we"}:
            return None
        idle = complement.lemma in self._idle | self._wishes
        if complement.passive or complement.negated or idle or clause.passive:
            return None
        news = complement.progressive or complement.tense is Tense.PERFECT
        return replace(made, focus=complement.verb, confidence=0.7) if news else None

    def _asks_that(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """`asked that the auditor checks the books`; what somebody asked in so many words has no "that"."""
        inner = self._clauses.get(clause.complement)
        if inner is None or clause.passive:
            return None
        below = (self._parse.tokens[i] for i in self._parse.children[inner.verb] if i < inner.verb)
        marked = any(each.dep == "mark" and each.lemma == "that" for each in below)
        return replace(made, focus=inner.verb, asks=self._read.own_subject(inner), confidence=0.75) if marked else None

    def _of_money(self, clause: Clause, made: Undertaking) -> bool:
        """Whether a sum stands in the clause itself, not in another below it; announced must be the sum, not news."""
        if made.kind is Kind.ANNOUNCED and not clause.objects and not clause.passive:
            told = self._clauses.get(clause.complement)
            given = self._verbs.get(self._key(told), [""])[0] if told is not None else ""
            return told is not None and (told.modal in FUTURE | {"would"} or given in _NEWS)
        start, end = self._clauses.span_of(clause)
        return any(self._is_own(clause, each.start) for each in self._amounts.money(start, end))

    def _is_own(self, clause: Clause, place: int) -> bool:
        token = next((each.i for each in self._parse.tokens if each.end > place), None)
        around = None if token is None else self._clauses.around(token)
        while around is not None and around.verb != clause.verb:
            if self._parse.tokens[around.verb].dep in {"relcl", "advcl", "ccomp", "parataxis", "pcomp"}:
                return False
            around = self._clauses.around(self._parse.tokens[around.verb].head)
        return True

    def _toward(self, clause: Clause, frame: str) -> bool:
        """`committed to raising the question`, `committed itself to the creation of a fund`."""
        tokens = self._parse.tokens
        for to in self._parse.children[clause.verb]:
            if tokens[to].dep != "prep" or tokens[to].lemma != "to":
                continue
            for below in self._parse.children[to]:
                doing = tokens[below].dep == "pcomp" and tokens[below].tag == "VBG" and frame == "to_deed"
                if doing or self._read.names(below, self._read.nouns[frame.removeprefix("to_")]):
                    return True
        return False

    def _any(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        things = (clause.subject,) if clause.passive else clause.objects
        thing = next((i for i in things if i is not None), None)
        if thing is None or self._unheld(clause, thing, made.kind):
            return None
        if self._parse.tokens[thing].tag in {"WP", "WDT"} or self._read.denied(thing):
            return None
        turns_down = made.kind is Kind.DECLINED and clause.lemma != "rule"
        if turns_down and not self._read.names(thing, self._read.nouns["askable"]):
            return None
        asks = clause.prep("from", "of") if made.kind is Kind.REQUESTED and not clause.passive else None
        asked = asks is not None and self._read.is_agent(asks)
        return replace(made, asks=asks if asked else None, confidence=0.7)

    def _unheld(self, clause: Clause, noun: int, kind: Kind | None = None) -> bool:
        """Whether only words are asked for or given, or nobody is said to act."""
        lemma = self._parse.tokens[noun].lemma
        words = lemma in self._talk and not (kind is Kind.REQUESTED and lemma in self._answers)
        return words or (clause.passive and clause.agent is None)

    def _hung(self, clause: Clause, name: str) -> int | None:
        """The noun after a preposition, also after one that the parser took for a particle ("called on donors")."""
        noun, tokens = clause.prep(name), self._parse.tokens
        if noun is not None:
            return noun
        taken = [i for i in self._parse.children[clause.verb] if tokens[i].dep == "prt" and tokens[i].lemma == name]
        return next((i for each in taken for i in self._parse.children[each] if tokens[i].dep == "pobj"), None)

    def _hung_deeper(self, clause: Clause, noun: int) -> list[int]:
        """`call on people who meet the terms to take part`: the infinitive that the parser hung too deep."""
        named = frozenset(self._parse.subtree(noun))
        below = sorted(i for i in self._parse.subtree(clause.verb) if i in named and i > noun)
        return [i for i in below if i in self._clauses.by_verb and self._read.has_to(i)][:1]

    def _preposition(self, clause: Clause, made: Undertaking, frame: str, to: list[int]) -> Undertaking | None:
        noun = self._hung(clause, frame)
        if noun is None or self._unheld(clause, noun, made.kind):
            return None
        if made.kind is Kind.REQUESTED and frame in {"on", "upon", "with", "to"}:
            to = to or self._hung_deeper(clause, noun)
            dated = self._parse.tokens[noun].entity in {"DATE", "TIME"} or bool(clause.objects)
            return replace(made, asks=noun, focus=to[0], confidence=0.85) if to and not dated else None
        if made.kind is not Kind.REQUESTED:
            return replace(made, confidence=0.75)
        whom = clause.prep("to", "with", "on") if not clause.objects else clause.objects[0]
        dated = whom is not None and self._parse.tokens[whom].entity in {"DATE", "TIME"}
        named = whom is not None and whom != noun and not dated and self._can_be_asked(clause, whom)
        asks = whom if named else None
        return replace(made, asks=asks, confidence=0.75)

    def _settled(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """The undertaking with its tense and negation read: what will be signed is only planned."""
        ahead = clause.modal in FUTURE or (clause.modal == "would" and clause.reported_by is not None)
        if clause.negated:
            return self._refused(made, ahead=ahead)
        if clause.modal in DUTY or (clause.modal == "would" and not ahead and made.kind is not Kind.REQUESTED):
            return None
        if made.kind is Kind.DELIVERED and not ahead and not self._done(clause):
            return None
        step = made.kind is Kind.REQUESTED and clause.lemma in self._steps and made.focus is None
        if ahead and (step or made.kind not in {Kind.REQUESTED, Kind.DECLINED}):
            return replace(made, kind=Kind.PLANNED, asks=None)
        return made

    def _done(self, clause: Clause) -> bool:
        """Whether it is told as done; "provides" tells of what is usual, "or turn it over" of what might be."""
        token = self._parse.tokens[clause.verb]
        if clause.progressive:
            return clause.tense is Tense.PRESENT  # "is sending aid"; "was building a house" is a scene
        return clause.tense is not Tense.PRESENT and not (token.tag == "VB" and clause.modal is None)

    @staticmethod
    def _refused(made: Undertaking, *, ahead: bool) -> Undertaking | None:
        """What "not" makes of it: who does not plan it refuses it; who does not rule it out has promised nothing."""
        if made.kind is Kind.DECLINED:
            return None
        if ahead or (made.kind in {Kind.PLANNED, Kind.PLEDGED} and made.focus is not None):
            return replace(made, kind=Kind.DECLINED, confidence=round(made.confidence * 0.85, 3))
        return None
