"""How a printed brief was wanted, as it is written into the file and read back from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from briefing.layout.desk import Settings
from briefing.layout.own import is_own
from briefing.layout.template import SECTIONS
from briefing.model.draft import Choices, OwnSection
from briefing.model.errors import NothingDone
from briefing.model.manuscript import Paper

T = TypeVar("T")

_PAPERS: Mapping[str, Paper] = {"A4": "A4", "Letter": "Letter"}
_LONGEST = 10_000
_LONGEST_TEXT = 1_000_000
_MOST = 200


class _Odd(ValueError):
    """A value that no brief was wanted with."""


def remembered(settings: Settings) -> dict[str, Any]:
    """What it takes to print the brief once more, as JSON values; without the day, which a new brief has anew."""
    return {
        "locale": settings.locale.tag,
        "template": settings.template.name,
        "sections": None if settings.sections is None else list(settings.sections),
        "title": settings.title,
        "paper": settings.paper,
        "prepared_for": settings.prepared_for,
        "marking": settings.marking,
        "own": [{"id": each.id, "heading": each.heading, "text": each.text} for each in settings.own],
    }


def recalled(record: object) -> Choices:
    """The choices behind `remembered`; the files of older versions have fewer of them.

    Raises `NothingDone("dossier-damaged")` for anything else: the file may come from a stranger.
    """
    try:
        return _choices(record)
    except _Odd as damage:
        raise NothingDone("dossier-damaged") from damage


def _choices(record: object) -> Choices:
    if not isinstance(record, dict):
        raise _Odd("no settings")
    own = tuple(_own(each) for each in _list(record.get("own")))
    ids = {each.id for each in own}
    if len(ids) < len(own):
        raise _Odd("own")
    wanted = tuple(dict.fromkeys(_words(each) for each in _list(record.get("sections"))))
    known = ids | set(SECTIONS)
    return Choices(
        locale=_words(record.get("locale")),
        template=_words(record.get("template", "standard")),
        paper=_optional(record, "paper", _paper),
        title=_optional(record, "title", _words),
        prepared_for=_optional(record, "prepared_for", _words),
        marking=_optional(record, "marking", _words),
        # A section that this version does not know is no reason to refuse the rest.
        sections=tuple(name for name in wanted if name in known) or None,
        own=own,
    )


def _optional(record: Mapping[str, object], key: str, check: Callable[[object], T]) -> T | None:
    value = record.get(key)
    return None if value is None else check(value)


def _words(value: object, most: int = _LONGEST) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise _Odd(value)
    return value


def _list(value: object) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list) or len(value) > _MOST:
        raise _Odd(value)
    return value


def _paper(value: object) -> Paper:
    if not isinstance(value, str) or value not in _PAPERS:
        raise _Odd(value)
    return _PAPERS[value]


def _own(value: object) -> OwnSection:
    if not isinstance(value, dict) or not is_own(_words(value.get("id"))):
        raise _Odd(value)
    text = _words(value.get("text"), _LONGEST_TEXT)
    return OwnSection(id=value["id"], heading=_words(value.get("heading")), text=text)
