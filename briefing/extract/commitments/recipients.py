"""For whom an undertaking is, and who is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.extract.attendance.event_words import event_words
from briefing.extract.commitments.readings import Undertaking
from briefing.extract.grammar.clauses import Clause
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Kind
from briefing.model.span import Written

_PROVIDING = frozenset(("provide", "supply", "present", "furnish", "equip"))
_BODIES = frozenset(("ORG", "GPE"))
_RECIPIENTS = _BODIES | {"PERSON", "NORP"}
_DASHES = frozenset("-–—")
_VERBAL = frozenset(("VERB", "AUX"))
_HUMAN = frozenset(("him", "her"))
_TO = frozenset(("to", "with"))


class Recipients:
    """Reads one article's undertakings for those at whom they are aimed; `is_sum` tells whether a noun is money."""

    def __init__(self, parse: Parse, cast: Cast, is_sum: Callable[[int], bool], language: str = "en") -> None:
        self._parse = parse
        self._cast = cast
        self._clauses = cast.clauses
        self._is_sum = is_sum
        data = load(language, "commitments")
        self._events = event_words(language).named - event_words(language).bodies
        self._people = frozenset(data["agents"]["recipients"])
        self._agents = frozenset(data["agents"]["nouns"])
        self._bodies = frozenset(data["agents"]["bodies"])
        self._aid = frozenset(data["nouns"]["aid"])
        self._help = frozenset(data["nouns"]["help"])
        self._asking = frozenset((*data["nouns"]["asking"], *data["nouns"]["invitation"], *data["recipients"]["words"]))
        self._helping = frozenset(data["recipients"]["helping"])
        self._moving = frozenset(data["recipients"]["moving"])
        self._set = frozenset(data["recipients"]["set_to_somebody"])

    def beneficiary(self, found: Undertaking) -> Written | None:
        """For whom something is given or done: "to Ukraine", "for the refugees", "to help Moldova"."""
        if found.kind is Kind.REQUESTED:
            return None
        for each in (found.clause, self._clauses.get(found.focus)):
            if each is None:
                continue
            given = self._given(each)
            noun = given if given is not None else next((i for i in self._toward(each) if self._receives(i)), None)
            if noun is not None:
                return self._named(noun)
        helped = next((i for i in self._helped(found) if self._receives(i)), None)
        return None if helped is None else self._named(helped)

    def _named(self, noun: int) -> Written:
        """The phrase of a noun; of "those" and before a name in marks all that belongs to it."""
        words, tokens = self._cast.phrase(noun), self._parse.tokens
        last = next((i for i in self._parse.subtree(noun) if tokens[i].end == words.span.end), noun)
        worth = next((i for i in self._parse.subtree(noun) if noun < i <= last and tokens[i].lemma == "worth"), None)
        if worth is not None:
            return self._cast.written(words.span.start, tokens[worth - 1].end)
        cut = tokens[last].pos == "ADP" and last != noun
        if not cut and tokens[noun].text.lower() != "those":
            return words if words.text[-1] not in _DASHES else self._cast.written(words.span.start, tokens[noun].end)
        below = self._parse.subtree(last if cut else noun)
        joins = [i for i in below if i > noun and tokens[i].dep == "cc" and tokens[tokens[i].head].pos in _VERBAL]
        end = min(joins) - 1 if joins else max(below)
        return self._cast.written(words.span.start, tokens[end].end)

    def _toward(self, clause: Clause) -> Iterator[int]:
        """Nouns after "for", and after "to" where something is given: not `will travel to Norway`, `a road to Oslo`."""
        tokens = self._parse.tokens
        gives = (bool(clause.objects) or clause.passive) and clause.lemma not in self._moving
        yield from (noun for name, noun in clause.preps if name == "for" or (name == "to" and gives))
        for thing in clause.objects:
            given = {"for", "to"} if self._is_sum(thing) else {"for"}
            led = (i for i in self._parse.children[thing] if tokens[i].dep in {"prep", "dative"})
            for i in (i for i in led if tokens[i].lemma in given):
                yield from (below for below in self._parse.children[i] if tokens[below].dep == "pobj")
            for i in self._parse.subtree(thing):  # "a package of aid to Norway"
                if (
                    tokens[i].dep == "prep"
                    and tokens[i].lemma in given | {"to"}
                    and tokens[tokens[i].head].lemma in self._aid
                ):
                    yield from (below for below in self._parse.children[i] if tokens[below].dep == "pobj")

    def _helped(self, found: Undertaking) -> Iterator[int]:
        """`gave $5 million to help Norway rebuild`."""
        for verb in dict.fromkeys((found.clause.verb, found.focus)):
            for child in self._parse.children[verb] if verb is not None else ():
                inner = self._clauses.get(child)
                led = (
                    inner is not None
                    and child > found.clause.verb
                    and self._parse.tokens[child].dep in {"advcl", "xcomp"}
                )
                if inner is None or not led or inner.lemma not in self._helping:
                    continue
                yield from inner.objects
                below = self._clauses.get(inner.complement)
                if below is not None and below.subject is not None and below.subject > child:
                    yield below.subject

    def _receives(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        if token.text.lower() == "those":
            return any(self._parse.tokens[i].dep in {"relcl", "acl"} for i in self._parse.children[noun])
        if token.entity not in _RECIPIENTS and token.lemma not in self._people:
            return False
        return not self._is_sum(noun) and token.text not in self._events

    def _given(self, clause: Clause) -> int | None:
        """Who stands before what is given: `gave the families $40`, `provide the islands with fuel`."""
        noun, tokens = clause.indirect, self._parse.tokens
        if noun is not None and tokens[noun].lemma == "to":
            noun = next((i for i in self._parse.children[noun] if tokens[i].dep == "pobj"), None)
        if noun is None and clause.lemma in _PROVIDING and clause.objects and clause.prep("with") is not None:
            noun = clause.objects[0]
        if noun is None or tokens[noun].pos == "PRON" or self._is_sum(noun):
            return None
        return None if any(tokens[i].lemma in self._set for i in clause.objects) else noun

    # --- who is asked

    def asked(self, found: Undertaking) -> Written | None:
        """Who is asked; a bare pronoun tells a reader of the brief nothing, unless the sentence says whom it means."""
        whom = found.asks
        if found.kind is not Kind.REQUESTED:
            return None
        if whom is None:
            whom = self._told(found)
        elif self._parse.tokens[whom].pos == "PRON":
            whom = self._meant(found.clause, self._parse.tokens[whom].text.lower())
        if whom is None or self._is_nobody(whom):
            return None
        heads = [i for i in conjuncts(self._parse, whom) if self._parse.tokens[i].pos in {"NOUN", "PROPN"}]
        spans = [self._cast.phrase(i).span for i in heads or [whom]]
        return self._cast.written(min(span.start for span in spans), max(span.end for span in spans))

    def _is_nobody(self, noun: int) -> bool:
        """`no officer should`: nobody in particular."""
        return any(self._parse.tokens[i].lemma == "no" for i in self._parse.children[noun])

    def _is_somebody(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        if token.pos not in {"NOUN", "PROPN"}:
            return False
        return token.entity in _BODIES or noun in self._cast.by_token or token.lemma in self._agents

    def _is_human(self, noun: int) -> bool:
        """Whether it stands for a person, not for a body."""
        token = self._parse.tokens[noun]
        return noun in self._cast.by_token or (token.entity not in _BODIES and token.lemma not in self._bodies)

    def _told(self, found: Undertaking) -> int | None:
        """`made a request to the board`, `asked for Norway's help`: to whom the words go, whose help it is."""
        tokens, clause = self._parse.tokens, found.clause
        things = [found.noun] if found.noun is not None else list(clause.objects)
        preps = clause.prep("for")
        for thing in [*things, *([preps] if preps is not None else [])]:
            below = self._parse.children[thing]
            if tokens[thing].lemma in self._help:
                owner = next((i for i in below if tokens[i].dep == "poss"), None)
                if owner is not None and self._is_somebody(owner):
                    return owner
            if tokens[thing].lemma not in self._asking:
                continue
            links = [i for i in (*below, *self._parse.children[clause.verb]) if tokens[i].lemma in _TO and i > thing]
            led = (c for i in links for c in self._parse.children[i] if tokens[c].dep == "pobj")
            whom = next((c for c in led if self._is_somebody(c)), None)
            if whom is not None:
                return whom
        return None

    def _meant(self, clause: Clause, word: str) -> int | None:
        """`wrote to the minister asking her to act`: the only one beside the verb above whom the word can mean."""
        above = self._clauses.get(self._parse.tokens[clause.verb].head)
        if above is None or clause.verb not in self._parse.children[above.verb] or above.verb > clause.verb:
            return None
        beside = [*above.objects, *(noun for name, noun in above.preps if name in _TO)]
        beside += [above.indirect] if above.indirect is not None else []
        tags = {"NNS", "NNPS"} if word == "them" else {"NN", "NNP"}
        found = [i for i in dict.fromkeys(beside) if self._is_somebody(i) and i < clause.verb]
        fits = [i for i in found if self._parse.tokens[i].tag in tags and self._is_human(i) is (word in _HUMAN)]
        fits = found if word == "them" and self._parse.tokens[(found or [0])[0]].tag in tags else fits
        return fits[0] if len(fits) == 1 == len(found) and word in {"him", "her", "them", "it"} else None
