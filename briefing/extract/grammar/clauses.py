"""Who does what to whom: the clause layer over the parse, which every detector reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from briefing.extract.parsing.parse import Parse


class Tense(StrEnum):
    """When, as far as the verb group tells; `none` for infinitives and participles that stand alone."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PERFECT = "perfect"
    PAST_PERFECT = "past_perfect"
    NONE = "none"


class Form(StrEnum):
    """The shape of the verb group."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One verb with what belongs to it; every field that is a number is a token's index.

    `lemma`: of the verb, lower case. `particle`: of a phrasal verb ("kick off": "off").
    `subject`: head of who or what the verb is said of: its own subject, or that of the clause it hangs on (relative
    clauses, conjoined verbs, infinitives and participles); of a passive, who undergoes. `None`: nobody in the sentence.
    `subjects`: `subject` and what is coordinated with it. `doer`: who acts: the subject, of a passive the agent.
    `inherited`: whether the subject stands in another clause. `agent`: head of the noun after "by".
    `objects`: direct objects and predicate nouns. `indirect`: the dative ("told reporters").
    `preps`: (preposition in lower case, head of its noun), those of the verb and of its particle.
    `adverbs`: adverbs and adjectives that complete the verb ("online", "present").
    `complement`: verb of the clause it governs ("said that ... had gathered": "gathered"; "agreed to build": "build").
    `condition`: verb of an "if" or "unless" clause. `reported_by`: verb of saying that governs this clause.
    `progressive`: "is building". `modal`: "will", "must" and such.
    """

    verb: int
    lemma: str
    particle: str | None = None
    subject: int | None = None
    subjects: tuple[int, ...] = ()
    doer: int | None = None
    inherited: bool = False
    passive: bool = False
    agent: int | None = None
    objects: tuple[int, ...] = ()
    indirect: int | None = None
    preps: tuple[tuple[str, int], ...] = ()
    adverbs: tuple[int, ...] = ()
    complement: int | None = None
    condition: int | None = None
    reported_by: int | None = None
    form: Form = Form.FINITE
    tense: Tense = Tense.NONE
    progressive: bool = False
    modal: str | None = None
    negated: bool = False

    def prep(self, *names: str) -> int | None:
        """Head of the first noun after one of these prepositions; `None` where there is none."""
        return next((noun for name, noun in self.preps if name in names), None)


@dataclass(frozen=True)
class Clauses:
    """All clauses of an article, by verb and in order; empty where there is no parse."""

    parse: Parse
    by_verb: Mapping[int, Clause] = field(default_factory=lambda: MappingProxyType({}))

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.by_verb.values())

    def get(self, verb: int | None) -> Clause | None:
        """The clause of this verb."""
        return None if verb is None else self.by_verb.get(verb)

    def around(self, token: int) -> Clause | None:
        """The innermost clause in which a token stands."""
        tokens = self.parse.tokens
        for _ in range(len(tokens)):
            if token in self.by_verb:
                return self.by_verb[token]
            head = tokens[token].head
            if head == token:
                return None
            token = head
        return None

    def span_of(self, clause: Clause, *, without: Iterable[int] = ()) -> tuple[int, int]:
        """Characters from the first to the last word under the verb; subtrees rooted in `without` do not count."""
        skipped = {below for top in without for below in self.parse.subtree(top)}
        kept = [self.parse.tokens[i] for i in self.parse.subtree(clause.verb) if i not in skipped]
        words = [token for token in kept if token.pos != "PUNCT"] or kept
        return min(token.start for token in words), max(token.end for token in words)
