"""What is to come: states of readiness, futures and duties."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.commitments.duties import Duties
from briefing.extract.commitments.readings import DUTY, FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_EMPTY = frozenset(("it", "there", "this", "that", "which", "what"))


class Prospects:
    """Reads one article's clauses for what will or must be done."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        self._duties = Duties(parse, clauses, read, language)
        data = load(language, "commitments")
        self._states: Mapping[str, str] = data["states"]
        self._idle = frozenset(data["idle"]["verbs"])
        self._beginnings = frozenset(data["begin"]["verbs"])
        self._aspects = frozenset(data["idle"]["aspects"])
        self._by_itself = frozenset(data["idle"]["by_itself"])
        self._persons = frozenset(data["agents"]["persons"])
        self._by_somebody = frozenset(data["idle"]["by_somebody"])
        self._afresh = frozenset(data["idle"]["other_with_particle"])
        self._settled = frozenset(data["idle"]["arranged_of_people"])
        self._lively = frozenset(data["idle"]["with_agents"])
        self._arranged = frozenset(data["arranged"]["verbs"])
        self._light, self._taken = frozenset(data["arranged"]["light"]), frozenset(data["arranged"]["taken"])
        self._unmade = frozenset(data["arranged"]["unmade"])
        self._offices = frozenset(data["arranged"]["into_office"])
        self._steadfast, self._utmost = (frozenset(data["steadfast"][name]) for name in ("verbs", "utmost"))

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """What the clause says will or must be done; `spoken`: it stands in a quotation whose speaker is known."""
        return (
            self._by_state(clause)
            or self._future(clause, spoken=spoken)
            or self._duties.find(clause, spoken=spoken)
            or self._existing(clause, spoken=spoken)
            or self._scheduled(clause, spoken=spoken)
        )

    def _by_state(self, clause: Clause) -> Undertaking | None:
        """`is expected to meet`, `is ready to sign`, `is committed to maintaining`."""
        tokens = self._parse.tokens
        word: int | None = None
        if clause.passive and clause.lemma in self._states:
            word = clause.verb
        elif clause.lemma in {"be", "remain", "stand"}:
            word = next(
                (i for i in clause.adverbs if tokens[i].lemma in self._states and tokens[i].dep == "acomp"), None
            )
        if word is None or clause.subject is None or clause.form is not Form.FINITE or clause.modal in DUTY:
            return None  # who "should be ready" has not said so
        deed = next(
            (i for i in (*self._parse.children[word], clause.complement or -1) if i >= 0 and self._read.has_to(i)), None
        )
        links = {"in"} if tokens[word].lemma == "interested" else {"to", "for"}
        toward = next(
            (i for i in self._parse.children[word] if tokens[i].dep == "prep" and tokens[i].lemma in links), None
        )
        over = clause.tense in {Tense.PAST, Tense.PAST_PERFECT} and self._read.reporter(clause) is None
        if over and (tokens[word].pos == "ADJ" or self._states[tokens[word].lemma] == Kind.PLANNED):
            return None  # a readiness or a plan that may be over
        kind = Kind(self._states[tokens[word].lemma])
        able = tokens[word].lemma == "able"
        if not self._read.is_agent(clause.subject) or (able and not self._enables(clause)):
            return None if able else self._due(clause, word, deed)
        if deed is None and (toward is None or (tokens[word].tag.startswith("VB") and kind is Kind.PLANNED)):
            return None
        denied = clause.negated or self._denied(word)
        if denied:
            kind = Kind.DECLINED
        if (kind is Kind.PLANNED and deed is not None and self._merely(deed)) or (able and denied):
            return None  # who cannot does not refuse
        rule, takes = f"commitment.state.{tokens[word].lemma}", () if deed is None else (deed,)
        return Undertaking(clause, kind, rule, 0.7, word, focus=deed, takes=takes, actor=clause.subject)

    def _due(self, clause: Clause, word: int, deed: int | None) -> Undertaking | None:
        """`A decision is expected to be issued`, `registration is due to start`: what is to be done, not by whom."""
        inner, state = self._clauses.get(deed), self._parse.tokens[word].lemma
        if inner is None or clause.negated or clause.subject is None or self._states[state] != Kind.PLANNED:
            return None
        if inner.passive:
            fits = inner.lemma in self._arranged or self._is_light(clause, inner)
        else:
            begun = self._read.names(clause.subject, self._read.nouns["begun"] | self._read.nouns["deed"])
            fits = inner.lemma in self._beginnings and begun and not self._merely_goes_on(inner)
        if not fits or clause.tense not in {Tense.PRESENT, Tense.PERFECT}:
            return None
        rule = f"commitment.state.{state}"
        return Undertaking(clause, Kind.PLANNED, rule, 0.6, word, focus=deed, takes=(inner.verb,), by_reporter=True)

    def _merely_goes_on(self, inner: Clause) -> bool:
        """`is expected to continue to be`, `to continue to affect`."""
        return inner.lemma in self._aspects and inner.complement is not None

    def _denied(self, word: int) -> bool:
        """Whether "not" stands with the word itself: `is “not ready” to`."""
        tokens = self._parse.tokens
        return any(tokens[i].dep == "neg" for i in self._parse.children[word]) or tokens[word - 1].lemma == "not"

    def _enables(self, clause: Clause) -> bool:
        """`the corporation will be able to supply`: of a body, and to come."""
        if clause.modal not in FUTURE or clause.subject is None:
            return False
        token = self._parse.tokens[clause.subject]
        return token.pos != "PRON" and token.entity != "NORP"

    def _merely(self, verb: int) -> bool:
        """Whether a verb tells of a state or an outcome rather than of something done."""
        inner = self._clauses.get(verb)
        if inner is not None and inner.lemma in self._aspects:
            inner = self._clauses.get(inner.complement) or inner  # "is expected to continue to be"
        if inner is None or inner.lemma not in self._idle:
            return False
        stays = inner.lemma == "be" and any(name in {"in", "at"} for name, _ in inner.preps)
        return not stays and not (inner.lemma in self._lively and inner.objects)

    def _future(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`will build`, `is to visit`, `are going to send`; "would" where somebody is reported."""
        reported = spoken or self._told(clause)
        act = self._act(clause) or self._told_on(clause)
        if act is None:
            return None
        if act.passive and act.agent is None:
            if not self._undergone(clause, act, reported=reported):
                return None
        elif self._vague(clause, spoken=spoken) or not self._does(act, clause, reported=reported):
            return None
        if clause.negated and act.lemma in self._steadfast and not reported:
            return None
        kind, rule = Kind.PLANNED, "commitment.future"
        if self._first_person(clause) and (clause.modal is not None or clause.lemma == "go"):
            # What somebody says that he, or his side, will do is his word for it.
            kind = Kind.PLANNED if act.progressive else Kind.PLEDGED  # "we will be using machines" tells a plan
            rule = "commitment.future.own"
        if self._read.no_longer(clause):
            kind = Kind.DECLINED
        if clause.negated:
            kind = Kind.PLEDGED if act.lemma in self._steadfast else Kind.DECLINED
        by_reporter = act.passive and act.agent is None
        confidence, takes = 0.7 if reported else 0.6, self._read.joined(clause)
        rule = f"{rule}.passive" if by_reporter else rule
        sworn = by_reporter and act.lemma in self._offices and clause.subject and self._read.is_human(clause.subject)
        done_by = act.agent if act.passive and act is not clause else None
        return Undertaking(clause, kind, rule, confidence, clause.verb, by_reporter=by_reporter, takes=takes,
                           actor=clause.subject if sworn else done_by)  # fmt: skip

    def _undergone(self, clause: Clause, act: Clause, *, reported: bool) -> bool:
        """`The bridge will be built`: of a thing; unless it is reported, only what is commonly arranged."""
        # What "is to be" done is arranged, whatever it is.
        set_down = act is not clause and clause.lemma == "be"
        if clause.subject is None or (act.lemma in self._idle and not set_down and not self._is_light(clause, act)):
            return False
        if act.lemma in self._unmade:
            return False
        if self._read.is_human(clause.subject) and act.lemma not in self._offices:
            return False
        return reported or (not clause.negated and (set_down or act.lemma in self._arranged))

    def _is_light(self, clause: Clause, act: Clause) -> bool:
        """`Action will be taken`, `priority will be given`: the noun says what will be done."""
        if act.lemma not in self._light or clause.subject is None:
            return False
        return self._parse.tokens[clause.subject].lemma in self._taken

    def _told(self, clause: Clause) -> bool:
        """Whether somebody reports it, or it is so "according to" somebody."""
        return self._read.reporter(clause) is not None or clause.prep("according to") is not None

    def _act(self, clause: Clause) -> Clause | None:
        """The clause of what will be done; `None` where nothing is said to come."""
        act = self._ahead(clause)
        inner = None if act is None or act.lemma not in self._aspects else self._clauses.get(act.complement)
        return act if inner is None or inner.passive else inner  # "will continue to invest", "will begin receiving"

    def _ahead(self, clause: Clause) -> Clause | None:
        if clause.lemma == "go" and clause.progressive and clause.complement in self._read.infinitives(clause):
            return self._clauses.get(clause.complement) or clause
        if clause.lemma == "be" and clause.complement is not None and self._read.has_to(clause.complement):
            return self._is_to(clause)
        ahead = clause.modal in FUTURE or (clause.modal == "would" and self._read.reporter(clause) is not None)
        return clause if ahead and not self._read.has_to(clause.verb) else None  # "an iron will to give nothing"

    def _told_on(self, clause: Clause) -> Clause | None:
        """`She said half was paid. The rest would be funded by the bank`: of whose words a sentence goes on."""
        if clause.modal != "would" or clause.condition is not None or self._read.teller(clause) is None:
            return None
        token = self._parse.tokens[clause.verb]
        actor = clause.agent if clause.passive else clause.subject
        named = actor is not None and self._parse.tokens[actor].pos != "PRON" and self._read.is_agent(actor)
        return clause if named and token.dep == "ROOT" else None

    def _is_to(self, clause: Clause) -> Clause | None:
        """`is to visit`; not `it is good to visit`, `was to visit`, `believed to be to visit`."""
        tokens, inner = self._parse.tokens, self._clauses.get(clause.complement)
        if inner is None or clause.subject is None or tokens[inner.verb].dep != "xcomp" or clause.objects:
            return None
        stands = any(tokens[i].dep == "acomp" for i in clause.adverbs) or tokens[clause.subject].lemma in _EMPTY
        stands = stands or any(clause.verb < noun < inner.verb for _, noun in clause.preps)  # "is in Tarn to sign"
        over = clause.tense is Tense.PAST or clause.form is not Form.FINITE
        return None if stands or over else inner

    def _first_person(self, clause: Clause) -> bool:
        """`we will`, `my government will`."""
        if clause.subject is None:
            return False
        words = (clause.subject, *self._parse.children[clause.subject])
        own = {self._parse.tokens[i].text.lower() for i in words if i == clause.subject or i < clause.subject}
        return bool(own & {"i", "we", "my", "our"})

    def _does(self, act: Clause, clause: Clause, *, reported: bool) -> bool:
        """Whether somebody acts: the subject, or whoever a passive names ("is to be filled by the deputy")."""
        if act.passive and act.agent is not None:
            idle = act.lemma in self._idle and act.lemma not in self._by_somebody
            return not idle and self._read.is_agent(act.agent)
        return self._read.agentive(clause, spoken=reported) and self._acts(act, clause)

    def _acts(self, act: Clause, clause: Clause) -> bool:
        if act.lemma in self._by_itself and not act.objects and clause.subject is not None:
            token = self._parse.tokens[clause.subject]
            return token.pos != "NOUN" or token.lemma in self._persons
        if act.lemma not in self._idle or (act.particle and f"{act.lemma} {act.particle}" in self._afresh):
            return True
        if act.lemma in self._lively and act.prep("for") is not None and self._first_person(clause):
            return True  # "we are going to push for it"
        if act.lemma == "do" and any(self._read.names(i, self._utmost) for i in act.objects):
            return True  # "will do everything to bring them home"
        if act is not clause and act.lemma in self._settled and clause.lemma == "be":
            return True  # "is to become the chief adviser"
        ruled = act.complement is not None and act.lemma in self._by_somebody and not act.particle
        moved = bool(act.objects) or ruled or bool(self._read.infinitives(act))
        return act.lemma in self._lively and moved and clause.subject is not None

    def _vague(self, clause: Clause, *, spoken: bool) -> bool:
        """A "you", or an "it" that may stand for anything; what a body says of itself counts ("it said it will")."""
        subject = None if clause.subject is None else self._parse.tokens[clause.subject].lemma
        if subject != "it":
            return subject == "you"
        above = self._read.reporter(clause)
        if spoken or above is None or above.doer is None:
            return True
        return self._read.is_human(above.doer) or not self._read.is_agent(above.doer)

    def _scheduled(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`Payments will begin in October`, `work is to start by May`: told by who answers for it, with a time."""
        tokens, subject = self._parse.tokens, clause.subject
        act = self._act(clause)
        if act is None or act.passive or clause.negated or subject is None or act.lemma not in self._beginnings:
            return None
        if not (spoken or self._read.reporter(clause) is not None) or tokens[subject].pos not in {"NOUN", "PROPN"}:
            return None
        dated = any(tokens[i].entity in {"DATE", "TIME"} for i in self._parse.subtree(act.verb) if i > act.verb)
        if not dated or not self._read.names(subject, self._read.nouns["begun"]):
            return None
        return Undertaking(clause, Kind.PLANNED, "commitment.future.scheduled", 0.65, clause.verb, by_reporter=True)

    def _existing(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`there will be meetings`."""
        tokens = self._parse.tokens
        if clause.lemma != "be" or clause.modal not in FUTURE | {"would"} or clause.negated:
            return None
        if not (spoken or clause.reported_by is not None):
            return None
        if not any(tokens[i].dep == "expl" for i in self._parse.children[clause.verb]):
            return None
        things = (*clause.objects, *([clause.subject] if clause.subject is not None else []))
        if not any(self._read.names(thing, self._read.nouns["deed"]) for thing in things):
            return None
        if any(self._read.denied(thing) for thing in things):
            return None
        return Undertaking(clause, Kind.PLANNED, "commitment.future.there", 0.65, clause.verb, by_reporter=True)
