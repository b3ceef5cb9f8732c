"""What the list of facts shows at one place: rows in order, worded when they are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.locale.interface import Interface
from briefing.model.decision import Add, Annotate, Correct, Decision, LeaveOut, Merge, Split, Trim
from briefing.model.dossier import Disagreement
from briefing.model.facts import Fact
from briefing_gui.presenters import facts, review, wording
from briefing_gui.presenters.hand import last_word
from briefing_gui.presenters.stock import Stock


class Badge(StrEnum):
    """What the editor has done to a fact, most telling first; words under `window.badge`."""

    LEFT_OUT = "left-out"
    LOST = "lost"
    ADDED = "added"
    CORRECTED = "corrected"
    TRIMMED = "trimmed"
    MERGED = "merged"
    SPLIT = "split"
    ACCEPTED = "accepted"
    NOTE = "note"


_BADGES: Mapping[type, Badge] = {
    Add: Badge.ADDED,
    Correct: Badge.CORRECTED,
    Trim: Badge.TRIMMED,
    Merge: Badge.MERGED,
    Split: Badge.SPLIT,
    Annotate: Badge.NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the list.

    `kind`: of the fact, as the dossier's field is called. `certainty`: `sure`, `fair` or `doubtful`; `None` where
    there is nothing to be sure of. `level`: 1 to 3, for a picture of it.
    """

    id: str
    kind: str
    headline: str
    second: str
    certainty: str | None = None
    level: int = 0
    badges: tuple[Badge, ...] = ()

    @property
    def left_out(self) -> bool:
        """Whether the fact is not printed."""
        return Badge.LEFT_OUT in self.badges


class Listing:
    """The rows of one place, perhaps only those that match what is looked for.

    `ids`: in order, as many as there are rows. `total`: how many there are without a search. `left`: how many of
    those are still to be judged. `before`: the ids of the queue that is being worked through.
    """

    def __init__(self, stock: Stock, place: str, says: Interface, search: str = "", before: Sequence[str] = ()) -> None:
        self._shelf, self._deciding, self._says = stock.shelf, stock.deciding, says
        self._rows: dict[str, Row] = {}
        dossier = self._shelf.dossier
        self._done = review.settled(self._deciding)
        self._differing: Mapping[str, Disagreement] = {}
        found: Sequence[Fact] = facts.facts_at(dossier, place)
        if place == facts.REVIEW:
            found = review.queue(self._shelf.by_id.values(), self._done, before)
        elif place == facts.DISAGREEMENTS:
            self._differing = {f"{place}-{number}": one for number, one in enumerate(dossier.disagreements)}
        self.queue = tuple(fact.id for fact in found)
        self.total = len(found) or len(self._differing)
        self.left = sum(one not in self._done for one in self.queue)
        words = search.casefold().split()
        wanted = (fact.id for fact in found if self._shelf.matches(fact, words)) if words else self.queue
        self.ids = tuple(self._differing) or tuple(wanted)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def seen(self) -> Mapping[str, Row]:
        """The rows that have been asked for so far, by id."""
        return self._rows

    def row(self, row_id: str) -> Row | None:
        """The row of that id, in words; `None` where there is no such row."""
        row = self._rows.get(row_id)
        if row is None:
            row = self._worded(row_id)
            if row is not None:
                self._rows[row_id] = row
        return row

    def _worded(self, row_id: str) -> Row | None:
        if row_id in self._differing:
            about, values = wording.differing(self._differing[row_id], self._says)
            return Row(id=row_id, kind=facts.DISAGREEMENTS, headline=about, second=values)
        fact = self._shelf.by_id.get(row_id)
        if fact is None:
            return None
        certainty = wording.certainty(facts.confidence(fact))
        return Row(
            id=row_id,
            kind=facts.family(fact),
            headline=wording.headline(fact, self._says),
            second=wording.second_line(fact, self._shelf.dossier, self._says),
            certainty=certainty,
            level=wording.LEVELS[certainty],
            badges=self._badges(row_id),
        )

    def following(self, judged: Sequence[str]) -> str | None:
        """The fact to judge after those just judged; `None` when all are."""
        return review.following(self.ids, judged, self._done)

    @property
    def countable(self) -> bool:
        """Whether the rows are facts."""
        return not self._differing

    def _badges(self, fact_id: str) -> tuple[Badge, ...]:
        found = badges(self._deciding.get(fact_id, ()))
        lost = self._shelf.mark(fact_id).lost
        return tuple(badge for badge in Badge if badge in found or (badge is Badge.LOST and lost))


def badges(decisions: Sequence[Decision]) -> frozenset[Badge]:
    """What decisions on a fact amount to."""
    found = {_BADGES[type(one.act)] for one in decisions if type(one.act) in _BADGES}
    word = last_word(decisions)
    if word is not None:
        found.add(Badge.LEFT_OUT if word is LeaveOut else Badge.ACCEPTED)
    return frozenset(found)
