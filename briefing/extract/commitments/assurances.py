"""What somebody says is so, and thereby vouches for: "supplies are guaranteed"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_MIGHT = frozenset(("would", "could", "may", "might", "should", "must"))
_NOW = frozenset((Tense.PRESENT, Tense.FUTURE))


class Assurances:
    """Reads one article's clauses for what its people vouch for."""

    def __init__(self, parse: Parse, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._read = read
        words = load(language, "commitments")["steadfast"]
        self._binding, self._pacts = frozenset(words["binding"]), frozenset(words["pacts"])
        self._not_in_force = frozenset(words["not_in_force"])
        self._vouched, self._outcomes = frozenset(words["vouched"]), frozenset(words["outcomes"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """`Sugar is guaranteed, the minister said`; `spoken`: it stands in a quotation whose speaker is known."""
        tokens, subject = self._parse.tokens, clause.subject
        if clause.lemma in self._binding:
            return self._bound(clause)
        said = clause.passive and clause.agent is None and clause.lemma in self._vouched
        adjective = clause.lemma == "be" and any(tokens[i].text[:-1].lower() in self._vouched for i in clause.adverbs)
        if not (said or adjective) or clause.form is not Form.FINITE or clause.tense not in _NOW or clause.negated:
            return None
        if subject is None or clause.inherited or tokens[subject].pos == "PRON" or self._read.is_human(subject):
            return None
        told = spoken or self._read.reporter(clause) is not None
        if not told or self._read.names(subject, self._outcomes):
            return None
        return Undertaking(clause, Kind.PLEDGED, "commitment.state.guaranteed", 0.7, clause.verb, by_reporter=True)

    def _bound(self, clause: Clause) -> Undertaking | None:
        """`The deal commits the council to repair the wells`: the council has given its word."""
        tokens, paper = self._parse.tokens, clause.doer
        if paper is None or clause.negated or clause.modal in _MIGHT:
            return None
        if tokens[paper].lemma not in self._pacts or not self._in_force(paper):
            return None
        to = [i for i in self._read.infinitives(clause) if i > clause.verb]
        whom = next((i for i in self._bound_by(clause, to) if clause.verb < i and self._read.is_agent(i)), None)
        if whom is None or not to or clause.form is not Form.FINITE:
            return None
        return Undertaking(clause, Kind.PLEDGED, "commitment.state.bound", 0.7, clause.verb, focus=to[0], actor=whom)

    def _in_force(self, paper: int) -> bool:
        """Whether nothing beside a paper says that it was only drafted or came to nothing."""
        tokens = self._parse.tokens
        return not any(tokens[i].text.lower() in self._not_in_force for i in self._parse.subtree(paper))

    def _bound_by(self, clause: Clause, to: list[int]) -> Iterator[int]:
        """The object, which the parser may take for the subject of what is to be done."""
        yield from clause.objects
        for verb in to[:1]:
            yield from (i for i in self._parse.children[verb] if self._parse.tokens[i].dep == "nsubj")
