"""What is asked of a session's facts again and again, worked out once for each dossier and each draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from briefing.app import deciding
from briefing.model.decision import Decision
from briefing.model.dossier import Dossier, Mark
from briefing.model.facts import Fact
from briefing_gui.presenters import facts
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.wording import searched


class Shelf:
    """The facts of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._searched: dict[str, str] = {}

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Every fact by its id, kind by kind in the order of print."""
        return {fact.id: fact for fact in facts.all_facts(self.dossier)}

    def mark(self, fact_id: str) -> Mark:
        """What the editor has done to a fact, according to the dossier."""
        return facts.mark(self.dossier, fact_id)

    def matches(self, fact: Fact, words: Sequence[str]) -> bool:
        """Whether a fact has all these words, given in lower case."""
        text = self._searched.get(fact.id)
        if text is None:
            text = self._searched[fact.id] = searched(fact).casefold()
        return all(word in text for word in words)


class Stock:
    """The facts of a session as they stand, and the decisions about them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shelf = self._earlier = Shelf(session.dossier)
        self._decided = (session.draft, session.dossier, facts.deciding(session.draft, session.dossier))

    @property
    def shelf(self) -> Shelf:
        """The facts of the dossier at hand."""
        if self._shelf.dossier is not self._session.dossier:
            self._earlier, self._shelf = self._shelf, Shelf(self._session.dossier)
        return self._shelf

    @property
    def deciding(self) -> Mapping[str, Sequence[Decision]]:
        """The draft's decisions by the id of the fact they touch, oldest first."""
        draft, dossier, found = self._decided
        if draft is not self._session.draft or dossier is not self._session.dossier:
            found = facts.deciding(self._session.draft, self._session.dossier)
            self._decided = (self._session.draft, self._session.dossier, found)
        return found

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of that id as the dossier has it; `None` where it has none."""
        return self.shelf.by_id.get(fact_id)

    def followed(self, fact_id: str) -> str | None:
        """The id under which a fact of this dossier or the one before goes now; `None` where it is gone.

        More articles may have given a person a fuller name, or a quotation a better copy, and with it another id.
        """
        if fact_id in self.shelf.by_id:
            return fact_id
        before = self._earlier.by_id.get(fact_id)
        return None if before is None else deciding.followed(before, self._session.dossier)

    def decisions(self, fact_id: str) -> Sequence[Decision]:
        """The decisions that touch a fact, oldest first."""
        return self.deciding.get(fact_id, ())
