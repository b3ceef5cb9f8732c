"""Our own articles inside pages as sites print them: menus above, other stories in the middle, lists and notices below.

A frame is the text of such a page without its article: a line `{{article}}` where it begins, and what the page puts
between its paragraphs in blocks from one line `{{break}}` to the next.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from briefing.text.sentences import ends_sentence
from tools.quality.facts import count
from tools.quality.finding import find
from tools.quality.keyed import CORPUS, Keyed, Record, digest
from tools.quality.tally import Tally
from tools.quality.words import folded, name_words

# The languages that there are frames in.
LANGUAGES = ("en",)
DROPPED, STRANGER = "a paragraph of the body dropped", "a person of the frame"
_ARTICLE, _BREAK = "{{article}}", "{{break}}"
_SHINGLE = 4
# Shorter ones are headings and bylines, which a page may print elsewhere.
_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A page without its article: what stands above it, in its middle and below it."""

    name: str
    above: str
    breaks: tuple[str, ...]
    below: str

    @property
    def text(self) -> str:
        """All that the page says besides the article."""
        return "\n".join((self.above, *self.breaks, self.below))


def frames(corpus: Path = CORPUS) -> tuple[Frame, ...]:
    """All frames in the order of their names."""
    return tuple(_frame(path) for path in sorted((corpus / "frames").glob("*.txt")))


def _frame(path: Path) -> Frame:
    above, rest = path.read_text(encoding="utf-8").split(_ARTICLE + "\n")
    pieces = rest.split(_BREAK + "\n")
    return Frame(name=path.stem, above=above, breaks=tuple(pieces[1:-1:2]), below=pieces[-1])


def page_of(text: str, frame: Frame) -> str:
    """The page: the article in its frame, the breaks at equal distances between its paragraphs."""
    paragraphs = re.findall(r"[^\n]*\n+|[^\n]+$", text if text.endswith("\n") else text + "\n")
    parts = len(frame.breaks) + 1
    cuts = [len(paragraphs) * part // parts for part in range(parts + 1)]
    pieces = ["".join(paragraphs[start:end]) for start, end in pairwise(cuts)]
    inner = "".join(piece + between for piece, between in zip(pieces, (*frame.breaks, ""), strict=True))
    return frame.above + inner + frame.below


def in_frames(articles: Sequence[Keyed]) -> Iterator[tuple[Keyed, Frame]]:
    """Each article with the frame that its id leads to."""
    every = frames()
    for article in articles:
        # The plain hash of the id has dealt the articles into parts: taken again, it would miss some frames.
        number = int(hashlib.sha256(f"frame {article.id}".encode()).hexdigest(), 16)
        yield article, every[number % len(every)]


def measure_framed(articles: Sequence[Keyed]) -> Tally:
    """Everything that is counted over the articles, and what was kept of them and taken from their frames."""
    pairs = list(in_frames(articles))
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        pages = [_written(article, frame, Path(folder)) for article, frame in pairs]
        found = find([page.path for page in pages])
    for (article, frame), page in zip(pairs, pages, strict=True):
        record = found[page.id]
        count(tally, page, record)
        kept = "\n".join(page.text[start:end] for one in record.get("articles", ()) for start, end in one["body"])
        count_body(tally, article.text, kept)
        _strangers(tally, article.text, frame, record)
    return tally


def digest_framed(articles: Sequence[Keyed]) -> str:
    """One number for articles, keys and frames."""
    whole = hashlib.sha256(digest(articles).encode())
    for frame in frames():
        whole.update(f"{frame.name}\0{frame.text}\0".encode())
    return whole.hexdigest()


def _written(article: Keyed, frame: Frame, folder: Path) -> Keyed:
    page = replace(article, text=page_of(article.text, frame), path=folder / article.path.name)
    page.path.write_text(page.text, encoding="utf-8", newline="")
    return page


def count_body(tally: Tally, text: str, kept: str) -> None:
    """Counts what was kept of an article below its title, by runs of four words, and whether a paragraph is missing."""
    _, _, below = text.strip().partition("\n")
    due, said = _shingles(below), _shingles(kept)
    numbers = ((tally.right, (due & said).total()), (tally.said, said.total()), (tally.due, due.total()))
    for counter, number in numbers:
        counter["body"] += number
    whole = _flat(kept)
    lost = [line for line in map(_flat, below.split("\n")) if _is_paragraph(line) and line not in whole]
    tally.slip(DROPPED, happened=bool(lost), told=(lost[:1], ""))


def _is_paragraph(line: str) -> bool:
    return line.count(" ") + 1 >= _LEAST_WORDS and ends_sentence(line)


def _strangers(tally: Tally, text: str, frame: Frame, record: Record) -> None:
    """Counts persons found, and of these the ones that only the frame names."""
    own, foreign = (set(re.findall(r"[^\W_]+", folded(words))) for words in (text, frame.text))
    for one in record["attendees"]:
        if one["kind"] == "person":
            last = name_words(one["name"])[-1:]
            stranger = not own.issuperset(last) and foreign.issuperset(last)
            tally.slip(STRANGER, happened=stranger, told=("", one["name"]))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(0, len(words) - _SHINGLE + 1)))
