"""The Markdown that news aggregators export: a heading, quoted `Key: value` lines, and the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.model.article import Article, Region, RegionKind
from briefing.model.notice import Outcome
from briefing.sources.assembly import Imprint, assemble
from briefing.sources.boilerplate import judge
from briefing.sources.dates import find_date
from briefing.sources.headline import outlet_cut
from briefing.sources.labels import keys
from briefing.sources.markdown import body_passages
from briefing.sources.opening import open_text
from briefing.sources.passages import Passage, bounded
from briefing.text.decode import decode

_PAIR = re.compile(r">?[ \t]*(?:[-*][ \t]+)?[*_]{0,2}([^\W\d_][\w ]{0,30}?)[*_]{0,2}[ \t]*:[*_]{0,2}[ \t]*(.*)")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*)")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\(([^)\s]{0,2000}+)[^)\n]{0,300}+\)|<([^>\s]{1,2000})>")
# No value of an export is longer than an address with its name.
_LONGEST_VALUE = 4_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")
# An export has been cleaned once already: what remains is more likely to be meant.
_LEAN = 2.0
_HEAD_LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    text: str


class AggregatorExport:
    """Reads an aggregator's export, its labels being in any language that `labels.toml` has."""

    def accepts(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - the port has both
        """Whether two or more known keys stand in quoted lines at the head, or a heading says "Content"."""
        lines = [line.strip() for line in decode(head).text.split("\n")[:_HEAD_LINES]]
        quoted = [line for line in lines if line.startswith(">") and _pair(line)]
        return len(quoted) >= 2

    def read(self, name: str, data: bytes) -> Outcome[tuple[Article, ...]]:
        """The one article in `data`."""
        opened = open_text(name, data)
        return Outcome(value=(_exported(name, opened.value),), notices=opened.notices)


def _pair(line: str) -> tuple[str, str] | None:
    """The field that a line such as ">Data: 2023-12-06" fills, and its value as written."""
    match = _PAIR.fullmatch(line)
    field = keys().get(match[1].strip().casefold()) if match else None
    return (field, match[2].strip()[:_LONGEST_VALUE]) if match and field else None


def _exported(name: str, text: str) -> Article:
    values: dict[str, str] = {}
    head: list[_Line] = []
    title: _Line | None = None
    for line in bounded(_lines(text)):
        pair = _pair(line.text) if line.text.startswith(">") or title is None else None
        heading = _HEADING.fullmatch(line.text)
        if heading and title is None:
            title = _titled(line, heading)
        elif pair:
            values.setdefault(*pair)
        elif not _announces_content(line.text, heading):
            break
        head.append(line)
    body_start = head[-1].end if head else 0
    imprint = _imprint(values, title)
    regions = [*_head_regions(head, title, imprint), *_body_regions(text, body_start, imprint.title)]
    return assemble(name, text, regions, imprint)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for raw in text.split("\n"):
        core = raw.strip()
        if core:
            start = at + raw.index(core)
            yield _Line(start=start, end=start + len(core), text=core)
        at += len(raw) + 1


def _titled(line: _Line, heading: re.Match[str]) -> _Line:
    """The title in a heading, without a label such as "Título:"."""
    words, start = heading[1].rstrip(" \t#"), line.start + heading.start(1)
    label, colon, rest = words.partition(":")
    if colon and keys().get(label.strip().casefold()) == "title" and rest.strip():
        start += words.index(rest.strip(), len(label) + 1)
        words = rest.strip()
    return _Line(start=start, end=start + len(words), text=words)


def _announces_content(line: str, heading: re.Match[str] | None) -> bool:
    words = (heading[1] if heading else line).strip(" :*_>").casefold()
    return keys().get(words) == "content" or set(line) <= set("-_*=> ")


def _imprint(values: Mapping[str, str], title: _Line | None) -> Imprint:
    outlet = _shown(values.get("outlet", "")) or None
    written = values.get("title") or (title.text if title else None)
    language = _LANGUAGE.match(values.get("language", ""))
    published = values.get("published")
    return Imprint(
        title=written[: outlet_cut(written, outlet)] if written else None,
        published=find_date(published) if published else None,
        outlet=outlet,
        url=_target(values.get("url", "")) or None,
        byline=_shown(values.get("byline", "")) or None,
        language=language[0].lower() if language else None,
    )


def _shown(value: str) -> str:
    """What a reader of the Markdown sees of a value."""
    return _LINK.sub(lambda match: match[1] or match[3] or "", value).strip(' *_`"')


def _target(value: str) -> str:
    match = _LINK.search(value)
    return (match[2] or match[3] or "") if match else value.strip(' <>`"')


def _head_regions(head: list[_Line], title: _Line | None, imprint: Imprint) -> Iterator[Region]:
    for line in head:
        if title and line.start <= title.start < line.end:
            end = title.start + len(imprint.title or title.text)
            if line.start < title.start:
                yield _metadata(line.start, title.start, line)
            yield Region(start=title.start, end=end, kind=RegionKind.TITLE)
            if end < line.end:
                yield _metadata(end, line.end, line)
        else:
            yield Region(start=line.start, end=line.end, kind=RegionKind.METADATA)


def _metadata(start: int, end: int, line: _Line) -> Region:
    piece = line.text[start - line.start : end - line.start]
    core = piece.strip()
    begin = start + piece.index(core)
    return Region(start=begin, end=begin + len(core), kind=RegionKind.METADATA)


def _body_regions(text: str, start: int, title: str | None) -> Iterator[Region]:
    page: tuple[Passage, ...] = body_passages(text, start)
    for passage, verdict in zip(page, judge(page, title, _LEAN), strict=True):
        kind = RegionKind.BODY if verdict.reason is None else RegionKind.JUNK
        yield Region(start=passage.start, end=passage.end, kind=kind, reason=verdict.reason)
