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
        if clause.form is not Form.FINITE or clause.negated or clause.subject is None or clause.modal in DUTY:
            return None
        if not spoken and self._read.reporter(clause) is None:
            return None
        if self._parse.tokens[clause.subject].text.lower() not in _OPEN:
            return None
        return self._pressed(clause) or self._task(clause) or self._expected(clause)

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
