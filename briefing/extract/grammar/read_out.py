"""Words that somebody reads out for another: a message is its author's, whoever reads it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.parsing.parse import Parse

_READS = frozenset(("read", "relay", "convey"))
_SIDE = frozenset(("advcl", "acl", "relcl", "conj", "xcomp"))


class ReadOut:
    """Finds the authors of what is read out in one article.

    `possessor`: whose a noun is; `papers`: lemmas of nouns that stand for words.
    """

    def __init__(
        self, parse: Parse, clauses: Clauses, possessor: Callable[[int], int | None], papers: Collection[str]
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._possessor = possessor
        self._papers = papers

    def author(self, verb: int, speaker: int) -> int | None:
        """X in `Y read a message from X: "..."` and `"...," said Y, reading X's message`; `None` if nobody else's."""
        tokens = self._parse.tokens
        for i in self._readings(verb, speaker):
            clause = self._clauses.get(i)
            if clause is None or clause.passive or clause.lemma not in _READS:
                continue
            owners = (self._possessor(noun) for noun in clause.objects if tokens[noun].lemma in self._papers)
            owner = next((one for one in owners if one is not None), None)
            if owner is not None and owner != speaker and tokens[owner].pos != "PRON":
                return owner
        return None

    def _readings(self, verb: int, speaker: int) -> Iterator[int]:
        """The verb itself, and the participles beside it and at its subject."""
        tokens = self._parse.tokens
        yield verb
        for above in (verb, speaker):
            yield from (i for i in self._parse.children[above] if tokens[i].dep in _SIDE and tokens[i].tag == "VBG")
