"""What the rules found, as they read it and as it is told, by the clauses that it is of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.extract.commitments.readings import Undertaking
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Commitment


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule found, as it read it and as it is told."""

    made: Undertaking
    commitment: Commitment


class RuledClauses:
    """What the rules found, by the clauses that it is of."""

    def __init__(self, parse: Parse, ruled: Sequence[Ruled]) -> None:
        self.all = ruled
        self._by_verb: dict[int, list[int]] = defaultdict(list)
        self._around: dict[int, int] = {}
        starts = [token.start for token in parse.tokens]
        for at, one in enumerate(ruled):
            self._by_verb[one.made.kind_verb].append(at)
            span = one.commitment.words.span
            for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                self._around.setdefault(i, at)

    def of(self, verbs: Iterable[int]) -> list[int]:
        """Which are told with one of these verbs, in order."""
        return sorted({at for verb in verbs for at in self._by_verb.get(verb, ())})

    def around(self, token: int) -> Ruled | None:
        """The first within whose words a token stands."""
        at = self._around.get(token)
        return None if at is None else self.all[at]
