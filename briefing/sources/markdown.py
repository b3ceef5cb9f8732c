"""Markdown: headings, lists and paragraphs over several lines, perhaps with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.model.article import Article, Region, RegionKind
from briefing.model.notice import Outcome
from briefing.sources.assembly import Imprint, assemble
from briefing.sources.boilerplate import judge
from briefing.sources.dates import find_date
from briefing.sources.headline import outlet_cut
from briefing.sources.labels import author_in, keys
from briefing.sources.opening import open_text
from briefing.sources.passages import Passage, bounded
from briefing.text.decode import decode
from briefing.text.sentences import is_prose

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_FRONT = re.compile(r"\s*---[ \t]*\n((?:[^\n]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"([^\W\d_][\w -]{0,30}):[ \t]*(.+)")
_BLOCK = re.compile(r"[^\n]+")
_BEGINS_ANEW = re.compile(r"\s*(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s|>|\||!\[|(?:[-*_][ \t]*){3,}$)")
_HEADING = re.compile(r"(#{1,6}[ \t]+)(.*)")
_SET_OFF = re.compile(r"\s{0,3}(?:>[ \t]?)+")
_EMPHATIC = re.compile(r"\s*(\*\*|__)\S[^\n]*\S\1\s*")
_LEAN = 1.5


class Markdown:
    """Reads Markdown with or without YAML-like front matter."""

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether the name ends as Markdown's do, or front matter or a first heading stands at the head."""
        if path.suffix.casefold() in _SUFFIXES:
            return True
        text = decode(head).text
        front = _FRONT.match(text)
        return bool(front and len(_entries(front[1])) >= 1) or bool(re.match(r"\s*#[ \t]+\S", text))

    def read(self, name: str, data: bytes) -> Outcome[tuple[Article, ...]]:
        """The one article in `data`."""
        opened = open_text(name, data)
        return Outcome(value=(_marked_down(name, opened.value),), notices=opened.notices)


def body_passages(text: str, start: int = 0) -> tuple[Passage, ...]:
    """The passages of Markdown from `start` on: blocks, items, headings; without their `#`, and without any `>`."""
    return tuple(_passage(text, lines) for lines in _line_groups(text, start))


def _line_groups(text: str, start: int) -> Iterator[list[re.Match[str]]]:
    group: list[re.Match[str]] = []
    for line in bounded(each for each in _BLOCK.finditer(text, start) if each.group().strip(" \t>")):
        if group and (_parted(text, group[-1], line)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parted(text: str, above: re.Match[str], line: re.Match[str]) -> bool:
    """Whether a new passage begins with `line`: after a blank line, a heading or a full line, or with a list mark."""
    if text[above.end() : line.start()].count("\n") > 1 or "\n\n" in text[above.end() : line.start()]:
        return True
    if _BEGINS_ANEW.match(line.group()) or _HEADING.fullmatch(above.group().strip()):
        return True
    if _EMPHATIC.fullmatch(line.group()) or _EMPHATIC.fullmatch(above.group()):
        return True  # a question in bold above its answer
    # Paragraphs that stand a line each are longer than anybody wraps text by hand.
    return max(len(above.group()), len(line.group())) > 120


def _passage(text: str, lines: list[re.Match[str]]) -> Passage:
    raw = text[lines[0].start() : lines[-1].end()]
    set_off = _SET_OFF.match(raw)
    core = (raw[set_off.end() :] if set_off else raw).strip()
    start = lines[0].start() + raw.index(core, set_off.end() if set_off else 0)
    heading = _HEADING.fullmatch(core)
    if heading and (words := heading[2].rstrip(" \t#")):
        core = words
        start += heading.start(2)
    return Passage(start=start, end=start + len(core), text=" ".join(core.split("\n")))


def _entries(front: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    for line in front.split("\n"):
        match = _ENTRY.fullmatch(line.strip())
        field = keys().get(match[1].strip().casefold()) if match else None
        if match and field:
            entries.setdefault(field, match[2].strip().strip("\"'[]"))
    return entries


def _marked_down(name: str, text: str) -> Article:
    front = _FRONT.match(text)
    said = _entries(front[1]) if front else {}
    start = front.end() if front else 0
    page = body_passages(text, start)
    title_at = _title(text, page[:5])
    heading = page[title_at].text if title_at is not None else None
    outlet = said.get("outlet")
    written = said.get("title") or heading
    byline_at = next((at for at, passage in enumerate(page[:5]) if author_in(passage.text)), None)
    imprint = Imprint(
        title=written[: outlet_cut(written, outlet)] if written else None,
        published=find_date(said["published"]) if "published" in said else None,
        outlet=outlet,
        url=said.get("url"),
        byline=said.get("byline") or (author_in(page[byline_at].text) if byline_at is not None else None),
        language=said["language"][:2].casefold() if "language" in said else None,
    )
    regions = [*_front_regions(front), *_page_regions(page, title_at, byline_at, imprint.title)]
    return assemble(name, text, regions, imprint)


def _title(text: str, opening: Sequence[Passage]) -> int | None:
    """Which passage is the title: a heading of the first level, or any that no prose stands above."""
    for at, passage in enumerate(opening):
        sign = text[max(0, passage.start - 9) : passage.start].rpartition("\n")[2]
        if sign == "# " or (sign.endswith("# ") and not any(is_prose(each.text) for each in opening[:at])):
            return at
    return None


def _front_regions(front: re.Match[str] | None) -> Iterator[Region]:
    if front:
        core = front.group().strip()
        start = front.start() + front.group().index(core)
        yield Region(start=start, end=start + len(core), kind=RegionKind.METADATA)


def _page_regions(
    page: tuple[Passage, ...], title_at: int | None, byline_at: int | None, title: str | None
) -> Iterator[Region]:
    for at, (passage, verdict) in enumerate(zip(page, judge(page, title, _LEAN), strict=True)):
        kind, reason = RegionKind.BODY, None
        if at == title_at:
            kind = RegionKind.TITLE
        elif at == byline_at:
            kind = RegionKind.METADATA
        elif verdict.reason is not None:
            kind, reason = RegionKind.JUNK, verdict.reason
        yield Region(start=passage.start, end=passage.end, kind=kind, reason=reason)
