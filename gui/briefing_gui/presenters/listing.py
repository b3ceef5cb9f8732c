"""What the list of facts shows at one place: rows in order, worded when they are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.locale.interface import Interface
from briefing.model.decision import Add, Annotate, Correct, Decision, LeaveOut, Merge, Split, Trim
from briefing.model.dossier import Disagreement, Dossier
from briefing.model.draft import Draft
from briefing.model.facts import Attendee, Commitment, Event, Fact, Figure, Quote
from briefing_gui.presenters import facts, review, wording
from briefing_gui.presenters.hand import last_word


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
    """The rows of one place of a dossier, perhaps only those that match what is looked for.

    `ids`: in order, as many as there are rows. `total`: how many there are without a search. `left`: how many of
    those are still to be judged.
    """

    def __init__(self, dossier: Dossier, draft: Draft, place: str, says: Interface, search: str = "") -> None:
        self._dossier, self._says = dossier, says
        self._deciding = facts.deciding(draft, dossier)
        self._differing: Sequence[Disagreement] = ()
        found: Sequence[Fact] = facts.facts_at(dossier, place)
        if place == facts.REVIEW:
            found = review.queue(dossier, self._deciding)
        elif place == facts.DISAGREEMENTS:
            self._differing = dossier.disagreements
        self.total = len(found) or len(self._differing)
        self.left = review.left(found, self._deciding)
        wanted = search.casefold().split()
        self._facts = tuple(fact for fact in found if _matches(fact, wanted)) if wanted else tuple(found)
        self.ids = tuple(fact.id for fact in self._facts)
        if self._differing:
            self.ids = tuple(f"{facts.DISAGREEMENTS}-{number}" for number in range(len(self._differing)))
        self._places = {fact_id: place for place, fact_id in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, fact_id: str) -> Row | None:
        """The row of that id, in words; `None` where it is not listed."""
        place = self._places.get(fact_id)
        if place is None:
            return None
        if self._differing:
            about, values = wording.differing(self._differing[place], self._says)
            return Row(id=fact_id, kind=facts.DISAGREEMENTS, headline=about, second=values)
        fact = self._facts[place]
        certainty = wording.certainty(facts.confidence(fact))
        return Row(
            id=fact.id,
            kind=facts.family(fact),
            headline=wording.headline(fact, self._says),
            second=wording.second_line(fact, self._dossier, self._says),
            certainty=certainty,
            level=wording.LEVELS[certainty],
            badges=self._badges(fact),
        )

    def following(self, judged: Sequence[str]) -> str | None:
        """The fact to judge after those just judged; `None` when all are."""
        return review.following(self.ids, judged, self._deciding)

    @property
    def countable(self) -> bool:
        """Whether the rows are facts."""
        return not self._differing

    def _badges(self, fact: Fact) -> tuple[Badge, ...]:
        mark = facts.mark(self._dossier, fact.id)
        decisions = self._deciding.get(fact.id, ())
        found = badges(decisions)
        return tuple(badge for badge in Badge if badge in found or (badge is Badge.LOST and mark.lost))


def badges(decisions: Sequence[Decision]) -> frozenset[Badge]:
    """What decisions on a fact amount to."""
    found = {_BADGES[type(one.act)] for one in decisions if type(one.act) in _BADGES}
    word = last_word(decisions)
    if word is not None:
        found.add(Badge.LEFT_OUT if word is LeaveOut else Badge.ACCEPTED)
    return frozenset(found)


def _matches(fact: Fact, wanted: Sequence[str]) -> bool:
    text = _searched(fact).casefold()
    return all(word in text for word in wanted)


def _searched(fact: Fact) -> str:
    """The words in which a fact is looked for: those of the sources."""
    match fact:
        case Attendee():
            words = (fact.name, fact.organisation, *(one.text for one in (*fact.names, *fact.roles)))
        case Quote():
            words = (fact.text, fact.speaker)
        case Commitment():
            words = (fact.words.text, fact.actor)
        case Event():
            when = None if fact.when is None else fact.when.written
            named = (fact.name, fact.place, fact.host, when, *fact.aliases)
            words = tuple(one.text for one in named if one is not None)
        case Figure():
            words = (fact.words.text, fact.amount.written.text)
    return "\n".join(word for word in words if word)
