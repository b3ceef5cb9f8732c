"""Whether who tells of something done to a thing, not by whom, tells of his own doing: a body, or "we" and "our"."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.commitments.readings import Undertaking
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Person
from briefing.model.facts import Kind

_OURS = frozenset(("we", "our", "us", "ours"))


class OwnDoings:
    """Judges the passives without an agent of one article; `is_agent` tells whether a noun can undertake."""

    def __init__(self, parse: Parse, is_agent: Callable[[int], bool], language: str = "en") -> None:
        self._parse = parse
        self._is_agent = is_agent
        agents = load(language, "commitments")["agents"]
        self._persons, self._answering = frozenset(agents["persons"]), frozenset(agents["answering"])

    def without_agent(self, found: Undertaking) -> bool:
        """Whether nobody is said to do it: `the deal was signed`, `will be built`; not what is asked for or refused."""
        clause = found.clause
        if not clause.passive or clause.agent is not None or found.noun is not None:
            return False
        over = clause.modal is None and clause.tense in {Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT}
        return found.kind is Kind.PLANNED or (over and found.rule != "commitment.duty")

    def is_ours(self, clause: Clause) -> bool:
        """`our road will be repaired`, `the tax we voted for is to be cut`."""
        return any(self._parse.tokens[i].text.lower() in _OURS for i in self._parse.subtree(clause.verb))

    def speaks_for_body(self, found: Undertaking, person: Person | None, name: str, head: int | None) -> bool:
        """Whether a body tells it, or, of what is to come, who speaks for one by office.

        `name`: who tells it, in the text's words. `head`: their noun, `None` where they tell it in quotation marks.
        """
        to_come = found.kind is Kind.PLANNED
        if person is not None:
            offices = {title.head_words.rpartition(" ")[2] for title in person.titles}
            return to_come and (bool(offices & self._answering) or any(title.national for title in person.titles))
        token = None if head is None else self._parse.tokens[head]
        if token is not None and token.pos == "PRON":
            return token.lemma in {"it", "we"}
        if token is not None and (token.pos not in {"NOUN", "PROPN"} or token.entity == "PERSON"):
            return False
        words = {name.lower().split()[-1]} if token is None else {token.lemma, token.text.lower()}
        if words & self._answering:
            return to_come
        many = token is not None and token.tag == "NNS"
        return not words & self._persons and not many and (head is None or self._is_agent(head))
