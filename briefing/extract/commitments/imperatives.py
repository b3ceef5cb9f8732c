"""Imperatives within quotations, by which a speaker asks others to act: "“Release the prisoners,” she said"."""

from __future__ import annotations

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_OPENING = frozenset("“\"'‘«„")
_MAIN = frozenset(("ROOT", "ccomp", "parataxis", "advcl"))
_LEADING = frozenset(("please", "so", "and", "but", "then", "do", "not", "n't", "never", "don't", "now"))


class Imperatives:
    """Reads one article's quotations for imperatives."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        idle = frozenset(data["idle"]["verbs"]) - frozenset(data["idle"]["with_agents"])
        self._idle = idle | frozenset(data["not_deeds"]["asked"]) | frozenset(data["not_deeds"]["verbs"])
        self._calls = frozenset(data["impersonal"]["said_in_passing"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """What a clause asks of whoever hears it; `spoken`: it stands in a quotation whose speaker is known."""
        token = self._parse.tokens[clause.verb]
        if not spoken or token.tag not in {"VB", "VBP"} or clause.modal is not None or token.dep not in _MAIN:
            return None
        if self._read.own_subject(clause) is not None and self._precedes(clause):
            return None
        if clause.lemma in self._idle | self._calls or self._read.has_to(clause.verb) or not self._opens(clause):
            return None
        if not (clause.objects or clause.preps):
            return None
        return Undertaking(clause, Kind.REQUESTED, "commitment.duty", 0.55, clause.verb, by_reporter=True)

    def _precedes(self, clause: Clause) -> bool:
        """Whether the subject stands before the verb; one behind it is whose words they are."""
        return clause.subject is not None and clause.subject < clause.verb

    def _opens(self, clause: Clause) -> bool:
        """Whether nothing but "please" or "do not" stands between it and where the sentence or quotation begins."""
        tokens, i = self._parse.tokens, clause.verb - 1
        first = self._parse.sentences[tokens[clause.verb].sentence].first
        while i >= first and tokens[i].text.lower() in _LEADING:
            i -= 1
        return i < first or tokens[i].text[:1] in _OPENING or tokens[i].text in {":", ";", "”"}
