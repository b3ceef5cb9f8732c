"""Plain text: a web page as somebody's scraper left it, or an article typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from briefing.model.article import Article, Region, RegionKind
from briefing.model.notice import Outcome
from briefing.sources.assembly import Imprint, assemble
from briefing.sources.boilerplate import Place, Verdict, judge
from briefing.sources.dates import Stamp, find_stamp, says_updated
from briefing.sources.headline import Headline, find_headline, is_menu, is_trail, tells_news
from briefing.sources.labels import author_in
from briefing.sources.opening import open_text
from briefing.sources.passages import Passage, passages
from briefing.text.sentences import ends_sentence, is_prose, words

_URL_LINE = re.compile(r"(?:[^\W\d_]+\s*:\s*)?(https?://\S+)")
_CRUMB = re.compile(r"\w\s*[>»›→]\s*\w")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)[^\n]{0,20}\b(?:19|20)\d\d\b[^\n]{0,200}$", re.IGNORECASE)
# Past this many passages after the first of the article, nothing is about the page any more.
_OPENING = 8
# Dates further above the title are those of other articles.
_ABOVE_TITLE = 2
# Passages that are looked through for the words of the title.
_BEGINNING = 12
# A label on a line of its own: "Last updated:".
_LONGEST_LABEL = 3
_LAST_RESORT = 3.0


class PlainText:
    """Reads plain text; understands anything that is text."""

    def accepts(self, path: Path, head: bytes) -> bool:  # noqa: ARG002 - the port has both
        """Always: this reader is asked last."""
        return True

    def read(self, name: str, data: bytes) -> Outcome[tuple[Article, ...]]:
        """The one article in `data`."""
        opened = open_text(name, data)
        return Outcome(value=(scraped(name, opened.value),), notices=opened.notices)


def scraped(name: str, text: str, known: Imprint | None = None) -> Article:
    """The article in a page's plain `text`; what is `known` already wins over what the page says."""
    page = passages(text)
    verdicts = _judged(page)
    headline = find_headline(_opening(page, verdicts), _article(page, verdicts))
    notes = _notes(page, verdicts, headline)
    imprint = _imprint(notes, headline, known or Imprint())
    return assemble(name, text, _regions(page, verdicts, headline, notes), imprint)


def _judged(page: Sequence[Passage]) -> tuple[Verdict, ...]:
    """The verdicts; where they leave no prose at all, those of a judge who keeps what he can."""
    title = page[0].text if page else None
    verdicts = judge(page, title)
    if any(verdict.reason is None and is_prose(each.text) for each, verdict in zip(page, verdicts, strict=True)):
        return verdicts
    return judge(page, title, _LAST_RESORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """A line in which a page says something of itself."""

    stamp: Stamp | None = None
    byline: str | None = None
    url: str | None = None


def _end_of_opening(page: Sequence[Passage], verdicts: Sequence[Verdict]) -> int:
    """How many passages stand before the article's first prose, that one not counted."""
    for at, (passage, verdict) in enumerate(zip(page, verdicts, strict=True)):
        if verdict.place is Place.ARTICLE and is_prose(passage.text):
            return max(at, 1)
    return min(len(page), _OPENING)


def _opening(page: Sequence[Passage], verdicts: Sequence[Verdict]) -> Sequence[Passage]:
    """What stands above the first prose, without a menu at the top and the calls to act right below it."""
    end = _end_of_opening(page, verdicts)
    begin = 0
    while begin < end - 1 and (
        is_menu(page[begin].text) or (begin > 0 and verdicts[begin].reason in {"promotion", "list_heading"})
    ):
        begin += 1
    # A byline or a date right below tells that the first line is a title, however much it reads as a sentence.
    noted = end == begin + 1 and end < len(page) and _note(page[end].text) is not None
    return page[begin : end + noted]


def _article(page: Sequence[Passage], verdicts: Sequence[Verdict]) -> str:
    """The first sentences of what is taken for the article."""
    placed = (each.text for each, verdict in zip(page, verdicts, strict=True) if verdict.place is Place.ARTICLE)
    every = (text for text in placed if ends_sentence(text))
    return "\n".join(islice(every, _BEGINNING))


def _notes(page: Sequence[Passage], verdicts: Sequence[Verdict], headline: Headline | None) -> dict[int, _Note]:
    notes: dict[int, _Note] = {}
    titled = next((at for at, each in enumerate(page) if headline and each.start <= headline.start < each.end), 0)
    for at in range(max(0, titled - _ABOVE_TITLE), min(_end_of_opening(page, verdicts) + 1, len(page))):
        passage = page[at]
        if headline and passage.start <= headline.start < passage.end:
            continue
        if note := _note(passage.text):
            notes[at] = _labelled(note, page[at - 1].text if at else "")
    return notes


def _note(line: str) -> _Note | None:
    if len(line) > 160 or is_prose(line):
        return None
    if match := _URL_LINE.fullmatch(line):
        return _Note(url=match[1])
    byline = author_in(line)
    stamp = find_stamp(line) if byline or len(words(line)) <= 10 else None
    return _Note(stamp=stamp, byline=byline) if byline or stamp else None


def _labelled(note: _Note, above: str) -> _Note:
    """The note, its date that of an update where only the line `above` says so."""
    if note.stamp is None or len(words(above)) > _LONGEST_LABEL or find_stamp(above) or not says_updated(above):
        return note
    return replace(note, stamp=replace(note.stamp, updated=True))


def _imprint(notes: dict[int, _Note], headline: Headline | None, known: Imprint) -> Imprint:
    said = list(notes.values())
    stamps = sorted((note.stamp for note in said if note.stamp), key=lambda stamp: stamp.updated)
    return Imprint(
        title=known.title or (headline.title if headline else None),
        published=known.published or next((stamp.date for stamp in stamps), None),
        outlet=known.outlet or (headline.outlet if headline else None),
        url=known.url or next((note.url for note in said if note.url), None),
        byline=known.byline or next((note.byline for note in said if note.byline), None),
        language=known.language,
    )


def _regions(
    page: Sequence[Passage], verdicts: Sequence[Verdict], headline: Headline | None, notes: dict[int, _Note]
) -> Iterator[Region]:
    spots = list(_marks(headline, page, verdicts))
    for at, (passage, verdict) in enumerate(zip(page, verdicts, strict=True)):
        marks = [mark for mark in spots if passage.start <= mark.start and mark.end <= passage.end]
        if marks:
            yield from _around(passage, marks)
        elif at in notes:
            yield Region(start=passage.start, end=passage.end, kind=RegionKind.METADATA)
        elif reason := _junk(passage, at, headline, page) or verdict.reason:
            yield Region(start=passage.start, end=passage.end, kind=RegionKind.JUNK, reason=reason)
        else:
            yield Region(start=passage.start, end=passage.end, kind=RegionKind.BODY)


def _junk(passage: Passage, at: int, headline: Headline | None, page: Sequence[Passage]) -> str | None:
    """What a passage that reads well enough is all the same: a breadcrumb above the title, a notice of rights below."""
    if headline and passage.end <= headline.start and not ends_sentence(passage.text):
        return "breadcrumb" if is_trail(passage.text) else "before_body"
    if _RIGHTS.match(passage.text) and all(_RIGHTS.match(each.text) for each in page[at:]):
        return "legal"
    return None


def _marks(headline: Headline | None, page: Sequence[Passage], verdicts: Sequence[Verdict]) -> Iterator[Region]:
    """The title and the outlet; a title that tells what the article does not is read as its first paragraph."""
    if headline is None:
        return
    below = (
        each.text
        for each, verdict in zip(page, verdicts, strict=True)
        if verdict.place is Place.ARTICLE and each.start >= headline.end
    )
    kind = RegionKind.BODY if tells_news(headline.title, below) else RegionKind.TITLE
    yield Region(start=headline.start, end=headline.end, kind=kind)
    if headline.outlet:
        yield Region(start=headline.outlet_start, end=headline.outlet_end, kind=RegionKind.METADATA)


def _around(passage: Passage, marks: Sequence[Region]) -> Iterator[Region]:
    """The title and the outlet in a line, and what is left of it as junk."""
    at = passage.start
    reason = "breadcrumb" if _CRUMB.search(passage.text) else "repetition"
    for mark in sorted(marks):
        yield from _left_over(passage, at, mark.start, reason)
        yield mark
        at = mark.end
    yield from _left_over(passage, at, passage.end, reason)


def _left_over(passage: Passage, start: int, end: int, reason: str) -> Iterator[Region]:
    piece = passage.text[start - passage.start : end - passage.start]
    core = piece.strip()
    if any(letter.isalnum() for letter in core):
        begin = start + piece.index(core)
        yield Region(start=begin, end=begin + len(core), kind=RegionKind.JUNK, reason=reason)
