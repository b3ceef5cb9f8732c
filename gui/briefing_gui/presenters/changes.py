"""What the user does to a draft: each action a function from one draft to the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from briefing import app
from briefing.app.deciding import superseded
from briefing.model.decision import Act, Decision
from briefing.model.draft import Choices, Draft, OwnSection


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One action that can be undone.

    `name`: a `ui` catalogue key (`window.undo.tick`), worded in the menu with `parameters`. `joins`: changes that
    follow each other under one such name are one step of undo (typing a title); `None` never joins.
    """

    name: str
    before: Draft
    after: Draft
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    joins: str | None = None


class History(Protocol):
    """Where changes go: it carries them out, and can undo them."""

    def push(self, change: Change) -> None:
        """Carries a change out, now and whenever it is redone."""
        ...

    def clear(self) -> None:
        """Forgets everything: another brief is opened."""
        ...


def with_articles(draft: Draft, articles: Sequence[str]) -> Draft:
    """The draft with articles added at the end of its list; what is in it already stays where it is."""
    return replace(draft, articles=tuple(dict.fromkeys((*draft.articles, *articles))))


def without_articles(draft: Draft, articles: Collection[str]) -> Draft:
    """The draft with articles taken off its list; decisions on their facts wait for their return."""
    return replace(
        draft,
        articles=tuple(one for one in draft.articles if one not in articles),
        unticked=draft.unticked.difference(articles),
    )


def ticked(draft: Draft, articles: Collection[str], tick: bool) -> Draft:
    """The draft with articles ticked or unticked."""
    return replace(draft, unticked=draft.unticked.difference(articles) if tick else draft.unticked.union(articles))


def chosen(draft: Draft, **choices: Any) -> Draft:  # noqa: ANN401 - each field of `Choices` has its own type
    """The draft with some of its choices made anew."""
    return replace(draft, choices=replace(draft.choices, **choices))


def with_own(draft: Draft, heading: str, sections: Sequence[str]) -> tuple[Draft, str]:
    """The draft with an empty section of the editor's own among `sections`, and that section's id."""
    taken = {int(one.removeprefix("own-")) for one in (own.id for own in draft.choices.own)}
    new = f"own-{max(taken, default=0) + 1}"
    own = (*draft.choices.own, OwnSection(id=new, heading=heading, text=""))
    return chosen(draft, own=own, sections=app.with_own(sections, (new,))), new


def with_own_text(draft: Draft, section: str, heading: str, text: str) -> Draft:
    """The draft with one of the editor's own sections reworded."""
    own = tuple(replace(one, heading=heading, text=text) if one.id == section else one for one in draft.choices.own)
    return chosen(draft, own=own)


def without_own(draft: Draft, section: str) -> Draft:
    """The draft without one of the editor's own sections."""
    choices: Choices = draft.choices
    sections = choices.sections
    return chosen(
        draft,
        own=tuple(one for one in choices.own if one.id != section),
        sections=None if sections is None else tuple(one for one in sections if one != section),
        hidden=choices.hidden - {section},
    )


def decided(draft: Draft, *acts: Act) -> Draft:
    """The draft with more decisions; what they take the place of goes."""
    number = max((decision.number for decision in draft.decisions), default=0)
    decisions = draft.decisions
    for act in acts:
        number += 1
        gone = {one.number for one in superseded(decisions, act)}
        kept = tuple(one for one in decisions if one.number not in gone)
        decisions = (*kept, Decision(number=number, act=act))
    return replace(draft, decisions=decisions)


def taken_back(draft: Draft, numbers: Collection[int]) -> Draft:
    """The draft without some of its decisions."""
    return replace(draft, decisions=tuple(one for one in draft.decisions if one.number not in numbers))
