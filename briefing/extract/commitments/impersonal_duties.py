"""Duties without a subject that is to act: "it is imperative that", "it is up to X to", "it is expected of X"."""

from __future__ import annotations

from briefing.extract.commitments.readings import DUTY, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_RULE = "commitment.duty"
_OPEN = frozenset(("it", "this", "that"))


class ImpersonalDuties:
    """Reads one article's clauses for what somebody says is needed, or is another's to do."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._idle = frozenset(data["idle"]["verbs"]) - frozenset(data["idle"]["with_agents"])
        self._talk = frozenset(data["not_deeds"]["asked"]) | frozenset(data["not_deeds"]["verbs"])
        self._pressing = frozenset(data["impersonal"]["pressing"])
        self._weak = frozenset(data["impersonal"]["weak"])
        self._tasks = frozenset(data["impersonal"]["tasks"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """The duty that a clause tells; `spoken`: it stands in a quotation whose speaker is known."""
        if clause.form is not Form.FINITE or clause.negated or clause.modal in DUTY:
            return None
        if not spoken and self._read.reporter(clause) is None:
            return None
        if clause.lemma == "have":
            return self._has_task(clause)
        subject = None if clause.subject is None else self._parse.tokens[clause.subject]
        if self._there(clause) or (subject is not None and subject.lemma == "time"):
            return self._due(clause)
        if subject is None or subject.text.lower() not in _OPEN:
            return None
        return self._pressed(clause) or self._task(clause) or self._expected(clause)

    def _there(self, clause: Clause) -> bool:
        return any(self._parse.tokens[i].dep == "expl" for i in self._parse.children[clause.verb])

    def _due(self, clause: Clause) -> Undertaking | None:
        """`there is a need for the council to act`, `the time has come for the council to act`."""
        tokens = self._parse.tokens
        nouns = (*clause.objects, *(() if clause.subject is None else (clause.subject,)))
        need = clause.lemma == "be" and any(self._read.names(i, self._read.nouns["need"]) for i in nouns)
        if not need and not (clause.lemma == "come" and any(tokens[i].lemma == "time" for i in nouns)):
            return None
        hung = [i for noun in nouns for i in self._parse.children[noun] if i in self._clauses.by_verb]
        verb = next((i for i in (*self._below(clause), *hung) if self._read.has_to(i)), None)
        if verb is None or any(self._read.denied(noun) for noun in nouns):
            return None
        inner = self._clauses.by_verb[verb]
        whom = clause.prep("for") if self._read.own_subject(inner) is None else self._read.own_subject(inner)
        asks = whom if whom is not None and self._read.is_agent(whom) else None
        return self._made(clause, verb, asks) if self._is_deed(inner) else None

    def _has_task(self, clause: Clause) -> Undertaking | None:
        """`parents have a duty to send their children to school`; of others, not of oneself."""
        tokens, whom = self._parse.tokens, clause.subject
        if whom is None or self._read.first_person(clause) or not self._read.is_agent(whom):
            return None
        task = next((i for i in clause.objects if tokens[i].lemma in self._tasks - {"job", "task"}), None)
        if task is None or self._read.denied(task):
            return None
        hung = (i for i in (*self._parse.children[task], *self._below(clause)) if i in self._clauses.by_verb)
        verb = next((i for i in hung if self._read.has_to(i)), None)
        if verb is None:
            return None
        return self._made(clause, verb, whom) if self._is_deed(self._clauses.by_verb[verb]) else None

    def _pressed(self, clause: Clause) -> Undertaking | None:
        """`it is imperative that the council pays`, `it is essential for parents to come`."""
        tokens = self._parse.tokens
        words = {tokens[i].lemma for i in clause.adverbs} if clause.lemma in {"be", "become", "remain"} else set()
        if not words & (self._pressing | self._weak):
            return None
        for verb in self._below(clause):
            inner, whom = self._clauses.by_verb[verb], self._whom(verb)
            if whom is None and (words & self._weak or not self._read.has_to(verb)):
                continue
            if whom is not None and not (inner.passive or self._read.is_agent(whom)):
                continue
            if self._is_deed(inner):
                return self._made(clause, verb, None if inner.passive else whom)
        return None

    def _task(self, clause: Clause) -> Undertaking | None:
        """`it is their responsibility to obtain a permit`, `it is up to the council to pay`."""
        tokens = self._parse.tokens
        if clause.lemma != "be":
            return None
        task = next((i for i in clause.objects if tokens[i].lemma in self._tasks), None)
        whom = None if task is None else self._owner(task)
        if task is None:
            whom = clause.prep("up to")
        own = whom is not None and tokens[whom].text.lower() in {"our", "my", "us", "me"}
        verb = next((i for i in self._below(clause) if self._read.has_to(i)), None)
        if whom is None or own or verb is None or not self._is_deed(self._clauses.by_verb[verb]):
            return None
        return self._made(clause, verb, whom)

    def _expected(self, clause: Clause) -> Undertaking | None:
        """`it is expected of all states to raise the level`."""
        whom = clause.prep("from", "of") if clause.passive and clause.lemma in {"expect", "require", "ask"} else None
        verb = next((i for i in self._below(clause) if self._read.has_to(i)), None)
        return None if whom is None or verb is None else self._made(clause, verb, whom)

    def _owner(self, task: int) -> int | None:
        tokens = self._parse.tokens
        owner = next((i for i in self._parse.children[task] if tokens[i].dep == "poss"), None)
        of = next((i for i in self._parse.children[task] if tokens[i].lemma == "of"), None)
        held = () if of is None else self._parse.children[of]
        return owner if owner is not None else next((i for i in held if tokens[i].dep == "pobj"), None)

    def _whom(self, verb: int) -> int | None:
        """Who is to act: the subject of the clause, or who stands after "for" right before it."""
        inner = self._clauses.by_verb[verb]
        return self._read.own_subject(inner)

    def _below(self, clause: Clause) -> list[int]:
        """The clauses that may say what is needed, also one hung on the adjective or noun."""
        hung = (*self._parse.children[clause.verb], *(b for i in (*clause.adverbs, *clause.objects)
                for b in self._parse.children[i]))  # fmt: skip
        deps = {"ccomp", "xcomp", "advcl", "acl", "csubj", "relcl"}
        return [
            i for i in sorted(set(hung))
            if i > clause.verb and i in self._clauses.by_verb and self._parse.tokens[i].dep in deps
        ]  # fmt: skip

    def _is_deed(self, inner: Clause) -> bool:
        return inner.lemma not in self._idle | self._talk and not inner.negated

    def _made(self, clause: Clause, verb: int, whom: int | None) -> Undertaking:
        return Undertaking(clause, Kind.REQUESTED, _RULE, 0.6, clause.verb, focus=verb, asks=whom, by_reporter=True)
