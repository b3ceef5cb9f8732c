"""Which passages of a page are the article: the path through the page that its signs make likeliest.

A page is read as head, article, gaps in the article, and tail. Every passage has odds of belonging to the article; the
path that begins once, ends once and leaves the article seldom is chosen by dynamic programming, in linear time.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from briefing.model.errors import NothingDone
from briefing.sources.continuation import continued
from briefing.sources.intrusions import intrusions
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
    leans = [_lean(found, lean) for found in signs]
    places = _best_path([_odds(passage, each) for passage, each in zip(page, leans, strict=True)])
    places = _with_prose_nearby(page, signs, leans, places)
    places = _ended_at_sentence(page, signs, _begun_at_prose(page, signs, places))
    places = _without_asides(page, signs, places)
    places = _continued(page, signs, _without_intrusions(page, signs, places))
    places = _without_intrusions(page, signs, places)
    return tuple(
        Verdict(place=place, reason=_reason(passage, found, place))
        for passage, found, place in zip(page, signs, places, strict=True)
    )


def _lean(signs: Mapping[str, float], lean: float) -> float:
    """How far the signs of a passage speak for the article, in log-odds."""
    weights, costs = _table()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in signs.items()) + costs.lean + lean


def _odds(passage: Passage, lean: float) -> float:
    _, costs = _table()
    return float(lean * (passage.text.count(" ") + 2) ** costs.length_exponent)


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


# A passage of prose as likely as this belongs to the article that begins, or ended, so many passages from it.
_LIKELY = 2.0
_NEAR = 8
_NO_PROSE = _FURNITURE | {"pointer", "credit_short", "credit_long", "email", "url", "thread_prose", "repeated_long"}


def _with_prose_nearby(
    page: Sequence[Passage], signs: Sequence[Mapping[str, float]], leans: Sequence[float], places: Sequence[Place]
) -> list[Place]:
    """The path with the prose above and below it that only a few other lines keep from it."""
    article = [at for at, place in enumerate(places) if place is Place.ARTICLE]
    if not article:
        return list(places)
    result = list(places)
    for outward in (range(article[0] - 1, -1, -1), range(article[-1] + 1, len(page))):
        away = 0
        for at in outward:
            away += 1
            if away > _NEAR:
                break
            if leans[at] > _LIKELY and is_prose(page[at].text) and not _NO_PROSE & signs[at].keys():
                result[at], away = Place.ARTICLE, 0
    return result


_TAIL = 6
_LEAST_HEADLINES = 2
_LISTED = frozenset({"in_list", "bullet", "colon"})


def _ended_at_sentence(
    page: Sequence[Passage], signs: Sequence[Mapping[str, float]], places: Sequence[Place]
) -> list[Place]:
    """The path without the headlines below the last sentence, where more headlines follow outside the article.

    A single line may be a signature, and what a colon or a bullet announces is a list.
    """
    article = [at for at, place in enumerate(places) if place is Place.ARTICLE]
    last = next((at for at in reversed(article) if ends_sentence(page[at].text)), None)
    if last is None or sum(map(_is_headline, page[article[-1] + 1 : article[-1] + 1 + _TAIL])) < _LEAST_HEADLINES:
        return list(places)
    loose = [at for at in article if at > last]
    if len(loose) < 2 or any(_LISTED & signs[at].keys() for at in (last, *loose)):
        return list(places)
    return [Place.TAIL if at > last else place for at, place in enumerate(places)]


def _is_headline(passage: Passage) -> bool:
    return passage.text.count(" ") >= 4 and not ends_sentence(passage.text)


_LONGEST_ASIDE = 5
_LONGEST_LIST = 20


def asides(page: Sequence[Passage], signs: Sequence[Mapping[str, float]], kept: Sequence[bool]) -> frozenset[int]:
    """Which of the passages `kept` are headlines of other articles: lines that announce them, and those below."""
    found: set[int] = set()
    for at, own in enumerate(signs):
        if not kept[at] or not ("heading_word" in own or "pointer_open" in own):
            continue
        below = range(at + 1, min(at + 2 + _LONGEST_ASIDE, len(page)))
        end = next((other for other in below if _goes_on(page[other], signs[other])), None)
        found.update(range(at, _end_of_article(at, page, kept) if end is None else end))
        found.update(_listed_below(at, page, signs))
    return frozenset(at for at in found if kept[at])


def _end_of_article(at: int, page: Sequence[Passage], kept: Sequence[bool]) -> int:
    """Where the headlines below a line that announces them end: with the article, if no sentence of it follows."""
    below = [other for other in range(at + 1, len(page)) if kept[other]]
    return at + 1 if any(ends_sentence(page[other].text) for other in below) or not below else below[-1] + 1


def _listed_below(at: int, page: Sequence[Passage], signs: Sequence[Mapping[str, float]]) -> Iterator[int]:
    """The numbered or bulleted headlines right below a line that announces them: "Most read", "1. ...", "2. ..."."""
    for below in range(at + 1, min(at + 1 + _LONGEST_LIST, len(page))):
        if "bullet" not in signs[below] or ends_sentence(page[below].text):
            return
        yield below


def _without_asides(
    page: Sequence[Passage], signs: Sequence[Mapping[str, float]], places: Sequence[Place]
) -> list[Place]:
    gone = asides(page, signs, [place is Place.ARTICLE for place in places])
    return [Place.GAP if at in gone else place for at, place in enumerate(places)]


def _without_intrusions(
    page: Sequence[Passage], signs: Sequence[Mapping[str, float]], places: Sequence[Place]
) -> list[Place]:
    gone = intrusions(page, signs, [place is Place.ARTICLE for place in places])
    return [Place.GAP if at in gone else place for at, place in enumerate(places)]


def _continued(page: Sequence[Passage], signs: Sequence[Mapping[str, float]], places: Sequence[Place]) -> list[Place]:
    more = continued(page, signs, [place is Place.ARTICLE for place in places])
    return [Place.ARTICLE if at in more else place for at, place in enumerate(places)]


def _goes_on(passage: Passage, signs: Mapping[str, float]) -> bool:
    """Whether the article goes on with a passage below an aside: no headline, but a sentence, a list or a long line."""
    return ends_sentence(passage.text) or "colon" in signs or "bullet" in signs or passage.text.count(" ") > 28


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
