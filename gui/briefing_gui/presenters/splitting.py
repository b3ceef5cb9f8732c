"""One row that is two people: its mentions, each with its sentence, to be told apart."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.facts import Attendee
from briefing.model.span import Span, Written
from briefing_gui.presenters.wording import folded

# How much of the text is shown on either side where no sentence is known, in characters.
_AROUND = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a row's person is named.

    `roles`: those that stand beside this mention and go where it goes. `before`, `after`: the rest of the sentence.
    """

    name: Written
    roles: tuple[Written, ...]
    before: str
    after: str
    outlet: str


def mentions_of(row: Attendee, article: Callable[[str], Article]) -> tuple[Mention, ...]:
    """The mentions of a row in the order of the text; `article` gives an article by its id."""
    names = sorted(dict.fromkeys(row.names), key=lambda name: (name.span.article, name.span.start))
    beside: dict[Written, list[Written]] = {name: [] for name in names}
    for role in row.roles:
        near = min(names, key=lambda name: _distance(name.span, role.span))
        beside[near].append(role)
    return tuple(_mention(name, tuple(beside[name]), row, article(name.span.article)) for name in names)


def split_off(mentions: Collection[Mention], chosen: Collection[int]) -> tuple[Written, ...]:
    """The names and roles of the chosen mentions; nothing where that leaves one of the two without a name."""
    if not chosen or len(set(chosen)) >= len(mentions):
        return ()
    taken = [mention for number, mention in enumerate(mentions) if number in chosen]
    return tuple(written for mention in taken for written in (mention.name, *mention.roles))


def _distance(one: Span, other: Span) -> tuple[bool, int]:
    return one.article != other.article, max(one.start, other.start) - min(one.end, other.end)


def _mention(name: Written, roles: tuple[Written, ...], row: Attendee, source: Article) -> Mention:
    around = _sentence(name.span, row, source)
    start, end = name.span.start, name.span.end
    return Mention(
        name=name,
        roles=roles,
        before=_beside(source.text[around.start : start]),
        after=_beside(source.text[end : around.end]),
        outlet=source.outlet or source.title or source.path,
    )


def _beside(text: str) -> str:
    """Words in one line, with a space at the ends where there is one."""
    return f"{' ' if text[:1].isspace() else ''}{folded(text)}{' ' if text[-1:].isspace() and text.strip() else ''}"


def _sentence(place: Span, row: Attendee, source: Article) -> Span:
    """The sentence around a mention, where the row's evidence knows it; else as much as fits within its paragraph."""
    known = (span for part in row.attendances for span in part.evidence.spans if span.covers(place))
    found = next(known, None)
    if found is not None:
        return found
    paragraphs = [region for region in source.regions if region.start <= place.start and place.end <= region.end]
    low, high = (paragraphs[0].start, paragraphs[0].end) if paragraphs else (0, len(source.text))
    start = max(low, place.start - _AROUND)
    end = min(high, place.end + _AROUND)
    return Span(article=place.article, start=start, end=max(end, place.end))
