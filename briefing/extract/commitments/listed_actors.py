"""Several who act under one title: `Ministers A, B and C signed`, of whom the parser joins only some."""

from __future__ import annotations

from collections.abc import Collection

from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse


class ListedActors:
    """Reads the lists of one article's people; `named`: the tokens of their names."""

    def __init__(self, parse: Parse, named: Collection[int], language: str = "en") -> None:
        self._parse = parse
        self._named = named
        self._offices = frozenset(load(language, "commitments")["agents"]["persons"])

    def heads(self, doer: int, verb: int) -> tuple[int, ...]:
        """The doer and those coordinated with it; all that are named where a title of many leads the list."""
        plain = conjuncts(self._parse, doer)
        if verb <= doer or not self._led_by_many(doer):
            return plain
        found = [doer] if doer in self._named else []
        open_ = [doer]
        for i in open_:
            below = [c for c in self._parse.children[i] if doer < c < verb and c in self._named]
            joined = [c for c in below if self._parse.tokens[c].dep in {"appos", "conj"}]
            found += joined
            open_ += joined
        return tuple(sorted(found)) if len(found) > len(plain) else plain

    def _led_by_many(self, doer: int) -> bool:
        """Whether "Ministers" or "Presidents" is the head or stands before the first name."""
        words = (self._parse.tokens[i] for i in (doer, *self._parse.children[doer]) if i <= doer)
        titles = (each.text.lower() for each in words if each.tag.startswith("NN"))
        return any(title.endswith("s") and title[:-1] in self._offices for title in titles)
