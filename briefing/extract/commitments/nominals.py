"""Nouns that hold an undertaking: "the signing of a memorandum", "a pledge of $5 million", "the announcement that"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.commitments.readings import Readings
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun of undertaking.

    `actor`: head of who acts, `None` where not stated. `clause`: in which it stands; `whole`: whose words all belong to
    it ("made a pledge of $5 million").
    """

    noun: int
    kind: Kind
    actor: int | None
    clause: Clause
    whole: bool = False


class Nominals:
    """Finds the nouns of undertaking of one article."""

    def __init__(
        self, parse: Parse, clauses: Clauses, amounts: AmountFinder, read: Readings, language: str = "en"
    ) -> None:
        self._parse = parse
        self._read = read
        self._clauses = clauses
        self._amounts = amounts
        data = load(language, "commitments")
        self._entries: Mapping[str, list[str]] = data["nominals"]
        self._settings = frozenset(data["settings"]["verbs"])
        self._joint = frozenset(data["settings"]["joint"])
        self._light = frozenset(data["settings"]["light"])
        self._documents = frozenset(data["nouns"]["document"])
        self._market = {name: frozenset(words) for name, words in data["market"].items()}
        self._given = frozenset(noun for noun, entry in self._entries.items() if entry[0] == Kind.PLEDGED)

    def find(self, used: set[int]) -> list[Nominal]:
        """Those that stand in no clause already taken, nor in a question or denial."""
        found = []
        for token in self._parse.tokens:
            entry = self._entries.get(token.lemma) if token.pos in {"NOUN", "VERB"} else None
            clause = self._clauses.around(token.i) if entry is not None else None
            if entry is None or clause is None or clause.verb in used or clause.negated or clause.modal is not None:
                continue
            if clause.verb == token.i:
                clause = self._clauses.around(token.head) if token.head != token.i else None
            if clause is None or clause.verb in used:
                continue
            if not (self._holds(token.i, frozenset(entry[1:])) or self._made_to(token.i, clause, entry)):
                continue
            if clause.lemma not in self._settings | self._light and self._own_actor(token.i) is None:
                continue
            if self._read.denied(token.i) or (token.lemma == "demand" and self._is_market(token.i, clause)):
                continue  # "has no plans to sign"; "the nation's demand for oil"
            if self._own_actor(token.i) is None and any(i in used for i in self._parse.children[token.i]):
                continue  # the clause that it announces is taken
            owned = token.dep == "nsubjpass" and self._own_actor(token.i) is not None  # "Norway's pledge was repeated"
            if token.dep != "dobj" and ((clause.lemma in self._light and not owned) or "only_made" in entry):
                continue
            if "only_made" in entry and clause.lemma not in self._light:
                continue  # "recommendations to curb crashes": asked once, by whom it is not told
            whole = clause.lemma in self._light and token.dep == "dobj"
            kind, actor = Kind(entry[0]), self._actor(token.i, clause)
            if actor is not None and kind is not Kind.SIGNED and not self._read.is_agent(actor):
                continue
            found.append(Nominal(token.i, kind, actor, clause, whole))
        return found

    def _made_to(self, noun: int, clause: Clause, entry: list[str]) -> bool:
        """`signed a petition for the owner to sell`: an infinitive that the parser hung on the verb of making it."""
        made = clause.lemma in self._light and self._parse.tokens[noun].dep == "dobj"
        asks = made and entry[0] == Kind.REQUESTED and "to_do" in entry
        return asks and any(noun < i and i != clause.verb for i in self._read.infinitives(clause))

    def _is_market(self, noun: int, clause: Clause) -> bool:
        """Whether a demand is for goods: of a country or its buyers, or one that grows or falls."""
        tokens = self._parse.tokens
        moved = clause.lemma in self._market["verbs"] and tokens[noun].head == clause.verb
        preps = (i for i in self._parse.children[noun] if tokens[i].dep == "prep" and tokens[i].lemma == "for")
        wares = any(tokens[i].lemma in self._market["goods"] for each in preps for i in self._parse.children[each])
        owner = self._own_actor(noun)
        return moved or wares or (owner is not None and tokens[owner].lemma in self._market["owners"])

    def _holds(self, noun: int, frames: frozenset[str]) -> bool:
        """Whether it is the pledge of something, or of a sum by somebody."""
        owned = "of" in frames and self._own_actor(noun) is not None
        return (owned and (self._has_sum(noun) or self._counts(noun))) or self._complete(noun, frames)

    def _counts(self, noun: int) -> bool:
        """`Norway's pledge of 300 trucks`."""
        tokens = self._parse.tokens
        of = (i for i in self._parse.children[noun] if tokens[i].dep == "prep" and tokens[i].lemma == "of")
        things = [c for i in of for c in self._parse.children[i] if tokens[c].tag == "NNS"]
        return any(tokens[i].dep == "nummod" for each in things for i in self._parse.children[each])

    def _complete(self, noun: int, frames: frozenset[str]) -> bool:
        """Whether what it is the signing, pledge or announcement of follows."""
        tokens = self._parse.tokens
        for child in self._parse.children[noun]:
            below = tokens[child]
            if below.dep == "prep" and below.lemma == "of" and "of" in frames and self._weighty(child):
                return True
            if below.dep == "prep" and below.lemma in frames and below.lemma != "of":
                return True
            owned = "for_owned" in frames and self._own_actor(noun) is not None
            if below.dep == "prep" and below.lemma == "for" and owned:
                return True
            inner = self._clauses.get(child)
            if inner is None or below.dep not in {"acl", "relcl", "ccomp"}:
                continue
            helpers = {tokens[i].text.lower() for i in self._parse.children[child] if tokens[i].dep in {"aux", "mark"}}
            owned = "to_owned" in frames and self._own_actor(noun) is not None
            if "to" in helpers and (owned or ("to_by" in frames and self._is_by(noun))):
                return True
            if (frames & {"to", "to_do"} and "to" in helpers) or ("that" in frames and "that" in helpers):
                return True
        return False

    def _is_by(self, noun: int) -> bool:
        """`the decision by the council`; "the council's decision" is known already."""
        below = (self._parse.tokens[i] for i in self._parse.children[noun])
        return self._own_actor(noun) is not None and not any(each.dep == "poss" for each in below)

    def _weighty(self, of: int) -> bool:
        """Whether an "of" phrase names a document or a sum."""
        words = [self._parse.tokens[i] for i in self._parse.subtree(of)]
        if any(word.lemma in self._documents or word.text.lower() in self._documents for word in words):
            return True
        return bool(self._amounts.money(min(word.start for word in words), max(word.end for word in words)))

    def _has_sum(self, noun: int) -> bool:
        """`a $27bn pledge`, `pledges worth $3 million`."""
        words = [self._parse.tokens[i] for i in self._parse.subtree(noun)]
        return bool(self._amounts.money(min(word.start for word in words), max(word.end for word in words)))

    def _own_actor(self, noun: int) -> int | None:
        """X in "X's pledge", "the pledge by X", "the agreement between X and Y", "a pledge of $2 million from X"."""
        tokens = self._parse.tokens
        owner = next((i for i in self._parse.children[noun] if tokens[i].dep == "poss"), None)
        if owner is not None:
            return owner
        links = {"by", "between", "from"} if tokens[noun].lemma in self._given else {"by", "between"}
        for i in self._parse.subtree(noun):
            token = tokens[i]
            if token.dep in {"prep", "agent"} and token.lemma in links:
                below = next((c for c in self._parse.children[i] if tokens[c].dep == "pobj"), None)
                if below is not None and i - noun <= 12 and self._of_the_noun(i, noun, token.lemma):
                    return below
        return self._giver(noun) if tokens[noun].lemma in self._given else None

    def _of_the_noun(self, link: int, noun: int, word: str) -> bool:
        """Whether a preposition belongs to the noun; not `a commitment to sign the ban on goods from the coast`."""
        tokens, i = self._parse.tokens, self._parse.tokens[link].head
        if word != "from" or tokens[i].pos == "VERB":
            return True
        while i != noun and tokens[i].head != i and tokens[i].pos != "VERB":
            i = tokens[i].head
        return i == noun

    def _giver(self, noun: int) -> int | None:
        """`the promise of the mayor to plant`, `the pledge was made by Norway`, `a pledge came from Norway`."""
        tokens, below = self._parse.tokens, self._parse.children[noun]
        own = self._led(noun, "of")
        if own is not None and self._read.is_agent(own) and any(i > own and self._read.has_to(i) for i in below):
            return own
        head, dep = tokens[noun].head, tokens[noun].dep
        if dep == "nsubjpass" and tokens[head].lemma in self._light:
            return self._led(head, "by")
        return self._led(head, "from") if dep == "nsubj" and tokens[head].lemma == "come" else None

    def _led(self, head: int, link: str) -> int | None:
        """The noun after this preposition."""
        tokens = self._parse.tokens
        led = (i for i in self._parse.children[head] if tokens[i].lemma == link and tokens[i].dep in {"prep", "agent"})
        return next((c for i in led for c in self._parse.children[i] if tokens[c].dep == "pobj"), None)

    def _actor(self, noun: int, clause: Clause) -> int | None:
        own = self._own_actor(noun)
        if own is not None and not (clause.lemma in self._light and self._parse.tokens[own].pos == "PRON"):
            return own
        return clause.doer if clause.lemma in self._joint | self._light else None
