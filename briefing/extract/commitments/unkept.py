"""What the words themselves say was not done: less given than was promised, a promise and then nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from briefing.extract.commitments.readings import Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.model.facts import Kind

_PROMISED = frozenset((Kind.PLEDGED, Kind.PLANNED, Kind.AGREED, Kind.ANNOUNCED))
_GIVEN = frozenset((Kind.DELIVERED, Kind.ANNOUNCED))
_PAST = frozenset(("VBD", "VBN"))
_TOLD = frozenset((Tense.PAST, Tense.PERFECT))


class Unkept:
    """The vetoes on what one article tells as owed still."""

    def __init__(self, parse: Parse, clauses: Clauses, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        data = load(language, "vetoes")
        self._words: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data["unkept"].items()}
        self._failing = frozenset(data["over"]["failing"])

    def bars(self, made: Undertaking) -> bool:
        """Whether a promise is told together with its not being kept, or what was given as short of it."""
        if made.noun is not None:
            return False
        if made.kind in _GIVEN and self._falls_short(made.clause):
            return True
        if made.kind in _GIVEN | _PROMISED | {Kind.SIGNED} and self._only_so_many(made.clause):
            return True
        heads = (made.clause.verb, *([made.focus] if made.focus is not None else []))
        after = (each for head in heads for each in self._joined(head))
        return made.kind in _PROMISED and any(self._breaks(made, each) for each in after)

    def _falls_short(self, clause: Clause) -> bool:
        """`delivered far less than they had promised`, `paid a fraction of what was pledged`."""
        after = [self._parse.tokens[i] for i in sorted(self._parse.subtree(clause.verb)) if i > clause.verb]
        lesser = next((at for at, (one, two) in enumerate(pairwise(after)) if self._is_lesser(one, two)), None)
        return lesser is not None and any(token.lemma in self._words["promised"] for token in after[lesser:])

    def _only_so_many(self, clause: Clause) -> bool:
        """`has only approved 62`, `just three states have signed`: told because it is little."""
        tokens, nouns = self._parse.tokens, (*clause.subjects, *clause.objects)
        if clause.modal is not None or clause.tense not in _TOLD:
            return False
        counted = {i for noun in nouns for i in (noun, *self._parse.children[noun]) if tokens[i].pos == "NUM"}
        own = {i for noun in (*counted, *(nouns if counted else ())) for i in self._parse.children[noun]}
        own |= (
            {i for i in self._parse.children[clause.verb] if i < clause.verb} if counted & self._of(clause) else set()
        )
        return any(tokens[i].text.lower() in self._words["only"] for i in own)

    def _of(self, clause: Clause) -> set[int]:
        """The objects with what stands right below them."""
        return {i for noun in clause.objects for i in (noun, *self._parse.children[noun])}

    def _is_lesser(self, one: Token, two: Token) -> bool:
        than = one.text.lower() in self._words["lesser"] and two.text.lower() == "than"
        return than or (one.lemma in self._words["part"] and two.text.lower() == "of")

    def _joined(self, verb: int) -> Iterator[Token]:
        """The verbs joined to a verb, and to those."""
        for i in self._parse.children[verb]:
            if self._parse.tokens[i].dep == "conj":
                yield self._parse.tokens[i]
                yield from self._joined(i)

    def _breaks(self, made: Undertaking, after: Token) -> bool:
        """`promised a school and then not delivered`, `vowed to pay and never paid`, `but failed to`."""
        clause, tokens = self._clauses.get(after.i), self._parse.tokens
        if after.tag not in _PAST or (clause is not None and (clause.modal is not None or not clause.inherited)):
            return False
        below = {tokens[i].lemma for i in self._parse.children[after.i]}
        negated = bool(below & {"not", "never", "n't"})
        deed = None if made.focus is None else tokens[made.focus].lemma
        if after.lemma in self._failing:
            return not negated
        return negated and (after.lemma in self._words["keeping"] or after.lemma == deed)
