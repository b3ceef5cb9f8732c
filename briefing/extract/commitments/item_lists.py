"""Undertakings that stand as a list below a line which ends with a colon: "The parties agreed to:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.extract.commitments.readings import DUTY, FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse, Stretch
from briefing.model.facts import Kind

_BULLET = re.compile(r"\s*(?:[•·▪●◦*‣–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_VERBAL = frozenset(("VB", "VBG", "TO"))
_HEADS = frozenset(("NOUN", "PROPN", "SYM", "NUM"))
_MOST = 20  # items
_CONFIDENCE = 0.65


class ItemLists:
    """Reads one article's lists."""

    def __init__(
        self, parse: Parse, clauses: Clauses, amounts: AmountFinder, read: Readings, language: str = "en"
    ) -> None:
        self._parse = parse
        self._text = parse.article.text
        self._clauses = clauses
        self._amounts = amounts
        self._read = read
        self._verbs: Mapping[str, list[str]] = load(language, "commitments")["verbs"]

    def find(self, used: set[int]) -> Iterator[Undertaking]:
        """Those whose clause is not yet taken, with the kind and the actor of the line above the list."""
        for paragraph in self._parse.paragraphs:
            lead = self._lead(paragraph)
            if lead is None:
                continue
            for item in self._items(paragraph):
                made = self._made(item, *lead)
                if made is not None and made.clause.verb not in used:
                    used.add(made.clause.verb)
                    yield made

    def _lead(self, paragraph: Stretch) -> tuple[int, Kind, Clause | None] | None:
        """Who acts, and how, in the last sentence of a line that ends with a colon."""
        if not self._text[paragraph.start : paragraph.end].rstrip().endswith(":"):
            return None
        sentence = self._parse.sentences[self._parse.tokens[paragraph.last - 1].sentence]
        inside = range(max(sentence.first, paragraph.first), paragraph.last)
        bare = self._bare_modal(inside)
        if bare is not None:
            return bare
        for clause in filter(None, map(self._clauses.get, inside)):
            actor, kind = clause.doer if clause.doer is not None else clause.subject, self._kind(clause)
            if kind is not None and actor is not None and not clause.negated and self._read.is_agent(actor):
                return actor, kind, clause
        return None

    def _bare_modal(self, inside: range) -> tuple[int, Kind, Clause | None] | None:
        """`The company will:`."""
        tokens = self._parse.tokens
        modal = inside[-2] if len(inside) > 2 else None
        if modal is None or tokens[modal].tag != "MD":
            return None
        kind = Kind.REQUESTED if tokens[modal].lemma in DUTY else Kind.PLANNED
        actor = next(
            (i for i in range(modal - 1, inside[0] - 1, -1) if tokens[i].pos in {"NOUN", "PROPN", "PRON"}), None
        )
        known = tokens[modal].lemma in FUTURE | DUTY and actor is not None and self._read.is_agent(actor)
        return (actor, kind, None) if known and actor is not None else None

    def _kind(self, clause: Clause) -> Kind | None:
        entry = self._verbs.get(clause.lemma)
        if entry is not None and entry[0] not in {Kind.SIGNED, Kind.DELIVERED}:
            return Kind(entry[0])
        if clause.modal in DUTY:
            return Kind.REQUESTED
        return Kind.PLANNED if clause.modal in FUTURE else None

    def _items(self, lead: Stretch) -> Iterator[Stretch]:
        """The paragraphs of the list: with a bullet, or verbs that go on from the line above, as the first one does."""
        below = self._parse.paragraphs[lead.i + 1 : lead.i + 1 + _MOST]
        bulleted = bool(below) and self._is_bulleted(below[0])
        for paragraph in below:
            fits = self._is_bulleted(paragraph) if bulleted else self._opening(paragraph) is not None
            if not fits:
                return
            yield paragraph
            if self._text[paragraph.start : paragraph.end].rstrip().endswith(".") and not bulleted:
                return

    def _is_bulleted(self, paragraph: Stretch) -> bool:
        return _BULLET.match(self._text, paragraph.start, paragraph.end) is not None

    def _opening(self, paragraph: Stretch) -> Clause | None:
        """The clause of the infinitive or participle with which an item begins."""
        tokens = self._parse.tokens
        for i in range(paragraph.first, min(paragraph.first + 6, paragraph.last)):
            token = tokens[i]
            if not token.text[:1].isalpha() or token.pos == "ADV" or token.tag == "LS":
                continue
            if token.tag not in _VERBAL:
                return None
            if token.tag != "TO":
                return self._clauses.get(i)
        return None

    def _made(self, item: Stretch, actor: int, kind: Kind, lead: Clause | None) -> Undertaking | None:
        clause = self._opening(item)
        rule = f"commitment.list.{kind}"
        if clause is not None:
            asks = clause.subject if kind is Kind.REQUESTED and not clause.inherited else None
            return Undertaking(clause, kind, rule, _CONFIDENCE, clause.verb, asks=asks, actor=actor)
        head = self._noun(item)
        own = None if head is None else self._clauses.around(head) or lead
        if head is None or own is None or kind not in {Kind.ANNOUNCED, Kind.AGREED, Kind.PLEDGED}:
            return None
        return Undertaking(own, kind, rule, _CONFIDENCE, head, noun=head, actor=actor)

    def _noun(self, item: Stretch) -> int | None:
        """The head of an item that is a noun phrase with a sum, or of a measure."""
        tokens = self._parse.tokens
        inside = range(item.first, item.last)
        if any(self._clauses.get(i) is not None and tokens[i].dep == "ROOT" for i in inside):
            return None
        head = next((i for i in inside if tokens[i].dep == "ROOT" and tokens[i].pos in _HEADS), None)
        if head is None:
            return None
        measure = self._read.names(head, self._read.nouns["deed"])
        return head if measure or self._amounts.money(item.start, item.end) else None
