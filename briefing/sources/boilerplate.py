"""Which passages of a page are the article: the path through the page that its signs make likeliest.

A page is read as head, article, gaps in the article, and tail. Every passage has odds of belonging to the article; the
path that begins once, ends once and leaves the article seldom is chosen by dynamic programming, in linear time.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from briefing.model.errors import NothingDone
from briefing.sources.passages import MOST_PASSAGES, Passage
from briefing.sources.signs import signs_of
from briefing.text.sentences import ends_sentence, is_prose


class Place(IntEnum):
    """Where on the page a passage stands."""

    HEAD = 0
    ARTICLE = 1
    GAP = 2
    TAIL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Where a passage stands, and why it is dropped; `reason` is `None` for the article itself."""

    place: Place
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Costs:
    begin: float
    leave: float
    come_back: float
    end: float
    gap_line: float
    length_exponent: float
    lean: float


@cache
def _table() -> tuple[Mapping[str, float], _Costs]:
    table = tomllib.loads(Path(__file__).with_name("signs.toml").read_text(encoding="utf-8"))
    path = dict(table["path"])
    return table["weights"], _Costs(come_back=path.pop("return"), **path)


def judge(page: Sequence[Passage], title: str | None = None, lean: float = 0.0) -> tuple[Verdict, ...]:
    """A verdict for each passage of a page; `lean` above 0 keeps more (log-odds), for sources cleaned already.

    Raises `NothingDone` (`not-an-article`) for more passages than any page has.
    """
    if not page:
        return ()
    if len(page) > MOST_PASSAGES:
        raise NothingDone("not-an-article")
    signs = signs_of(page, title)
    odds = [_odds(passage, found, lean) for passage, found in zip(page, signs, strict=True)]
    places = _begun_at_prose(page, signs, _best_path(odds))
    return tuple(
        Verdict(place=place, reason=_reason(passage, found, place))
        for passage, found, place in zip(page, signs, places, strict=True)
    )


def _odds(passage: Passage, signs: Mapping[str, float], lean: float) -> float:
    weights, costs = _table()
    odds = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in signs.items())
    words = passage.text.count(" ") + 2
    return float((odds + costs.lean + lean) * words**costs.length_exponent)


def _best_path(odds: Sequence[float]) -> list[Place]:
    _, costs = _table()
    never = float("-inf")
    value = [0.0, never, never, never]
    back: list[tuple[Place, Place, Place]] = []
    for each in odds:
        article = _best(
            (value[0] - costs.begin, Place.HEAD), (value[1], Place.ARTICLE), (value[2] - costs.come_back, Place.GAP)
        )
        gap = _best((value[1] - costs.leave - costs.gap_line, Place.ARTICLE), (value[2] - costs.gap_line, Place.GAP))
        tail = _best((value[1] - costs.end, Place.ARTICLE), (value[3], Place.TAIL))
        back.append((article[1], gap[1], tail[1]))
        value = [0.0, article[0] + each, gap[0], tail[0]]
    _, place = _best((value[1], Place.ARTICLE), (value[3], Place.TAIL))
    path: list[Place] = []
    for came_from in reversed(back):
        path.append(place)
        place = Place.HEAD if place is Place.HEAD else came_from[place - 1]
    return path[::-1]


_FURNITURE = frozenset({"button", "heading_word", "action_word", "legal_word", "breadcrumb", "repeated_short"})
_LEAST_HEAD = 3


def _begun_at_prose(
    page: Sequence[Passage], signs: Sequence[Mapping[str, float]], places: Sequence[Place]
) -> list[Place]:
    """The path without the headlines and menu items that run up to the first prose; one may be its subheading.

    Only where the page shows furniture above the article: a list of those present at the head of minutes stays.
    """
    article = [at for at, place in enumerate(places) if place is Place.ARTICLE]
    first = next((at for at in article if is_prose(page[at].text)), None)
    if first is None or not (article[0] >= _LEAST_HEAD or any(_FURNITURE & found.keys() for found in signs[:first])):
        return list(places)
    loose = {at for at in article if at < first - 1 and not ends_sentence(page[at].text)}
    return [Place.HEAD if at in loose else place for at, place in enumerate(places)]


def _best(*options: tuple[float, Place]) -> tuple[float, Place]:
    return max(options, key=lambda option: option[0])


# In this order: the first sign that a dropped passage has is the reason given for it.
_REASONS = (
    ("counter", "counter"),
    ("url", "promotion"),
    ("email", "promotion"),
    ("breadcrumb", "breadcrumb"),
    ("legal_word", "legal"),
    ("heading_word", "list_heading"),
    ("button", "promotion"),
    ("action_word", "promotion"),
    ("action_word_long", "promotion"),
    ("repeated_long", "repetition"),
    ("repeated_short", "repetition"),
)
_LIST_RUN = 0.3


def _reason(passage: Passage, signs: Mapping[str, float], place: Place) -> str | None:
    bare = not any(letter.isalnum() for letter in passage.text)
    if place is Place.ARTICLE and not bare and "button" not in signs:
        return None
    if bare:
        return "separator"
    for sign, reason in _REASONS:
        if sign in signs:
            return reason
    if signs.get("short_run", 0.0) > _LIST_RUN and "ended_long" not in signs:
        return "link_list"
    return {Place.HEAD: "before_body", Place.GAP: "no_sentence"}.get(place, "after_body")
