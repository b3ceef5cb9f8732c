"""Clauses that undertake, ask or refuse: each taken once, with what hangs on it."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.commitments.assurances import Assurances
from briefing.extract.commitments.deeds import Deeds
from briefing.extract.commitments.forecasts import Forecasts
from briefing.extract.commitments.given_word import GivenWord
from briefing.extract.commitments.item_lists import ItemLists
from briefing.extract.commitments.nominals import Nominals
from briefing.extract.commitments.prospects import Prospects
from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.commitments.spoken_requests import SpokenRequests
from briefing.extract.commitments.under_way import UnderWay
from briefing.extract.commitments.unkept import Unkept
from briefing.extract.commitments.unmeant import Unmeant
from briefing.extract.commitments.verb_shapes import VerbShapes
from briefing.extract.commitments.vetoes import Vetoes
from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse

_UNSURE = frozenset(("if", "whether", "unless"))
_HEDGES = frozenset(("may", "might", "could", "can"))


class Undertakings:
    """Reads the clauses of one article."""

    def __init__(self, parse: Parse, clauses: Clauses, amounts: AmountFinder, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = self.read = Readings(parse, clauses, language)
        self._requests = SpokenRequests(parse, clauses, self._read, language)
        self._verbs = VerbShapes(parse, clauses, amounts, self._read, language)
        self._prospects = Prospects(parse, clauses, self._read, language)
        self._under_way = UnderWay(parse, clauses, amounts, self._read, language)
        self._deeds = Deeds(parse, self._read, language)
        self._assurances = Assurances(parse, self._read, language)
        self._word = GivenWord(parse, self._read, language)
        self._lists = ItemLists(parse, clauses, amounts, self._read, language)
        self._nominals = Nominals(parse, clauses, amounts, self._read, language)
        self.vetoes = Vetoes(parse, clauses, language)
        self._forecasts = Forecasts(parse, clauses, amounts, self._read, language)
        self._unmeant = Unmeant(parse, clauses, self._read, language)
        self._unkept = Unkept(parse, clauses, language)
        unreal = load(language, "commitments")["unreal"]
        self._unreal = frozenset(unreal["history"]) | frozenset(unreal["words"])
        self._used: set[int] = set()
        self._stating: dict[int, bool] = {}
        self._read_so: dict[int, Undertaking | None] = {}

    def reporter(self, clause: Clause) -> Clause | None:
        """The clause that reports this one."""
        return self._read.reporter(clause)

    def is_agent(self, noun: int) -> bool:
        """Whether a noun stands for somebody who can undertake."""
        return self._read.is_agent(noun)

    def states(self, clause: Clause) -> bool:
        """Whether a clause states something: no question, no condition, nothing that only may be."""
        found = self._stating.get(clause.verb)
        if found is None:
            found = self._stating[clause.verb] = self._real(clause)
        return found

    def reading(self, clause: Clause, *, spoken: bool) -> tuple[Undertaking, str | None] | None:
        """What a rule reads in a clause by itself, and what speaks against it: `unreal`, `denied` or `idle`."""
        made = self._made(clause, spoken=spoken)
        if made is None:
            return None
        if not self.states(clause):
            return made, "unreal"
        passed = self.vetoes.passed(made)
        if passed is None:
            return made, "denied"
        return passed, "idle" if self._barred(passed, spoken=spoken) else None

    def find(self, *, spoken: Callable[[int], bool]) -> list[Undertaking]:
        """All of them, in order; `spoken` tells whether a token stands in a quotation with a speaker."""
        found = []
        self._used = set()
        for clause in sorted(self._clauses, key=lambda each: (self._depth(each.verb), each.verb)):
            if clause.verb in self._used or not self.states(clause):
                continue
            made = self._made(clause, spoken=spoken(clause.verb))
            made = made and self.vetoes.passed(made)
            if made is not None and not self._barred(made, spoken=spoken(clause.verb)):
                found.append(made)
                self._used.update(made.takes)
                self._use(clause)
        found.extend(self._lists.find(self._used))
        for each in self._nominals.find(self._used):
            rule = f"commitment.noun.{self._parse.tokens[each.noun].lemma}"
            own = None if each.whole else each.noun
            noun = Undertaking(each.clause, each.kind, rule, 0.6, each.noun, noun=own, actor=each.actor)
            if (passed := self.vetoes.passed(noun)) is not None:
                found.append(passed)
        return sorted(found, key=lambda each: each.kind_verb)

    def _made(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """What the rules read in a clause; asked for twice, read once."""
        if clause.verb not in self._read_so:
            self._read_so[clause.verb] = self._word.settled(
                self._requests.find(clause, spoken=spoken)
                or self._verbs.find(clause)
                or self._prospects.find(clause, spoken=spoken)
                or self._under_way.find(clause, spoken=spoken)
                or self._deeds.find(clause, spoken=spoken)
                or self._assurances.find(clause, spoken=spoken)
            )
        return self._read_so[clause.verb]

    def _barred(self, made: Undertaking, *, spoken: bool) -> bool:
        idle = self._forecasts.bars(made, spoken=spoken) or self._unmeant.bars(made, spoken=spoken)
        return idle or self._unkept.bars(made)

    def _real(self, clause: Clause) -> bool:
        """Whether the clause states something: no question, no condition, nothing that only may be."""
        tokens = self._parse.tokens
        sentence = self._parse.sentences[tokens[clause.verb].sentence]
        if "?" in [token.text for token in tokens[clause.verb : sentence.last]]:
            return False
        below = [tokens[i] for i in self._parse.children[clause.verb]]
        nominal = any(token.dep in {"nsubj", "nsubjpass"} for token in below)
        led = any(token.dep == "mark" and token.lemma in _UNSURE for token in below)
        if led or (not nominal and any(token.dep == "csubj" for token in below)):
            return False
        asking = [token.i for token in below if token.i < clause.verb]
        asking += [i for token in below if token.pos in {"ADJ", "ADV"} for i in self._parse.children[token.i]]
        why = any(tokens[i].text.lower() in {"why", "how"} for i in asking) and not self._that_is_why(clause.verb)
        if why or self._asks_who(clause.verb):
            return False
        if self._is_let(clause) or (clause.verb and tokens[clause.verb - 1].tag == "POS"):
            return False  # "the government's plans to ...": a noun that the parser took for a verb
        hedged = clause.modal in _HEDGES and not self._requests.refusals.cannot(clause)
        if hedged or any(token.text.lower() in self._unreal for token in below):
            return False
        perfect = tokens[clause.verb].tag == "VBN" and any(token.text.lower() == "have" for token in below)
        return not (clause.modal in {"would", "should", "must"} and perfect)

    def _that_is_why(self, verb: int) -> bool:
        """`That is why we call on ...`, `the reason why we plan ...`."""
        head = self._parse.tokens[self._parse.tokens[verb].head]
        above = self._clauses.get(head.i)
        if above is None or above.lemma != "be" or above.subject is None:
            return head.lemma == "reason"
        return self._parse.tokens[above.subject].lemma in {"that", "this", "which", "reason"}

    def _is_let(self, clause: Clause) -> bool:
        """`let them sign first`."""
        token = self._parse.tokens[clause.verb]
        return token.tag == "VB" and self._parse.tokens[token.head].lemma == "let" and clause.modal is None

    def _asks_who(self, verb: int) -> bool:
        """`who he plans to vote for`: an indirect question."""
        if self._parse.tokens[verb].dep not in {"ccomp", "pcomp", "csubj"} or self._that_is_why(verb):
            return False
        left = (self._parse.tokens[i] for i in self._parse.subtree(verb) if i < verb)
        return any(token.tag in {"WP", "WRB", "WDT"} and token.head in self._near(verb) for token in left)

    def _near(self, verb: int) -> set[int]:
        """The verb with its infinitives and its nouns and prepositions."""
        return {verb, *self._parse.children[verb], *self._read.infinitives(self._clauses.by_verb[verb])}

    def _belongs(self, child: int, inner: Clause | None) -> bool:
        """Whether a verb goes on with what its head says; not `that it would come and promised to pay`."""
        token = self._parse.tokens[child]
        ahead = inner is not None and (inner.modal is not None or inner.form is not Form.FINITE)
        return token.dep == "xcomp" or (token.dep == "conj" and not (ahead and token.tag in {"VBD", "VBZ"}))

    def _depth(self, i: int) -> int:
        tokens, depth = self._parse.tokens, 0
        while tokens[i].head != i and depth < len(tokens):
            i, depth = tokens[i].head, depth + 1
        return depth

    def _use(self, clause: Clause) -> None:
        """A clause taken takes the clauses of its complement with it, and what is conjoined to those."""
        stack = [clause.complement, *self._read.infinitives(clause)]
        self._used.add(clause.verb)
        while stack:
            verb = stack.pop()
            if verb is None or verb in self._used:
                continue
            self._used.add(verb)
            inner = self._clauses.get(verb)
            stack.extend(child for child in self._parse.children[verb] if self._belongs(child, inner))
            stack.append(inner.complement if inner is not None else None)
