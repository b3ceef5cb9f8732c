"""Direct objects: the thing that is signed, asked for, given or turned down."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_SOMEBODY = frozenset(("me", "him", "her", "us"))
_SAYING = frozenset(("statement", "letter", "order", "paper", "note"))  # documents that say something


class DirectObjects:
    """Reads the objects of one article's verbs, which in a passive are the subjects."""

    def __init__(self, parse: Parse, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._read = read
        data = load(language, "commitments")
        self._assemblies = frozenset(data["agents"]["assemblies"])
        self._talk = frozenset(data["not_deeds"]["nouns"])
        self._answers = frozenset(data["not_deeds"]["answers"])

    def named(self, clause: Clause, made: Undertaking, frame: str) -> Undertaking | None:
        """`signed the treaty`: an object from the list of nouns that the frame names."""
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

    def unnamed(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """`demanded a recount from the board`: an object of any name."""
        things = (clause.subject,) if clause.passive else clause.objects
        thing = next((i for i in things if i is not None), None)
        if thing is None or self.unheld(clause, thing, made.kind):
            return None
        if self._parse.tokens[thing].tag in {"WP", "WDT"} or self._read.denied(thing):
            return None
        if not clause.passive and self._begins_a_clause(thing):
            return None
        if made.kind is Kind.DELIVERED and self._parse.tokens[thing].text.lower() in _SOMEBODY:
            return None  # "handed me over": a story
        turns_down = made.kind is Kind.DECLINED and clause.lemma != "rule"
        if turns_down and not self._read.names(thing, self._read.nouns["askable"]):
            return None
        asks = clause.prep("from", "of") if made.kind is Kind.REQUESTED and not clause.passive else None
        asked = asks is not None and self._read.is_agent(asks)
        return replace(made, asks=asks if asked else None, confidence=0.7)

    def _begins_a_clause(self, thing: int) -> bool:
        """`promised the measure gives more`: a finite verb right behind it, whose subject the parser did not see."""
        after = max(self._parse.subtree(thing)) + 1
        return after < len(self._parse.tokens) and self._parse.tokens[after].tag in {"VBZ", "MD"}

    def reflexive(self, clause: Clause, made: Undertaking) -> Undertaking | None:
        """`committed itself`."""
        mine = any(self._parse.tokens[i].text.lower().endswith(("self", "selves")) for i in clause.objects)
        return made if mine else None

    def unheld(self, clause: Clause, noun: int, kind: Kind | None = None) -> bool:
        """Whether only words are asked for or given, or nobody is said to act."""
        lemma = self._parse.tokens[noun].lemma
        words = lemma in self._talk and not (kind is Kind.REQUESTED and lemma in self._answers)
        return words or (clause.passive and clause.agent is None)

    def _unsettled(self, clause: Clause, frame: str) -> bool:
        """Whether the shape is there and the act is not: nobody asks, it is long past, or it is a matter of habit."""
        if frame in {"rates", "works"} and clause.tense is Tense.PAST_PERFECT:
            return True
        unsaid = frame in {"asking", "filing"} and clause.passive and clause.agent is None
        said = any(self._parse.tokens[i].lemma in _SAYING for i in clause.objects)  # "..., concluded the statement"
        concludes = clause.lemma == "conclude" and (clause.tense is Tense.PRESENT or said)
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
