"""What is attacked: each target takes any bytes and raises only where the program is wrong."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from briefing.extract.engine import findings_of
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.measures.times import TermFinder
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.registry import extractor_for
from briefing.extract.speech.marks import pair_marks
from briefing.model.article import Article
from briefing.model.errors import NothingDone
from briefing.model.facts import Findings
from briefing.model.ports import Source
from briefing.sources import reading
from briefing.sources.readers import load, reader_for
from briefing.text.decode import decode
from tools.fuzz.articles import LINE, article_of
from tools.fuzz.grammar import LANGUAGES, text_of
from tools.fuzz.oracle import faults

Target = Callable[[bytes], None]

PER_MEGABYTE = 5.0
"""Seconds that a megabyte may cost."""
_GRACE = 2.0
_NAMES = ("a.html", "a.txt", "a.md", "a", "a.json", "a.xml", "a.eml", "a.htm", "a.markdown", "-", "a.csv")


class Fault(Exception):
    """The program is wrong in a way that no exception of its own shows."""


def readers(data: bytes) -> None:
    """Bytes as a file of some name, through whichever reader takes it; the first byte says which name."""
    if not data:
        return
    name, content = _NAMES[data[0] % len(_NAMES)], data[1:]
    reader: Source = reader_for(Path(name), content[:65_536])
    try:
        outcome = reader.read(name, content)
    except NothingDone:
        return
    for article in outcome.value:
        _check_body(article)


def gathered(data: bytes) -> None:
    """The same from the door of the room, as text that somebody pasted."""
    for article in reading.gather(("-",), lambda: data).value:
        _check_body(article)


def plain_text(data: bytes) -> None:
    """Lines made of the words that the rules look for, as a scraped page."""
    text = text_of(data, "en")
    try:
        outcome = load("briefing.sources.scrape:PlainText").read("a.txt", text.encode("utf-8", "surrogatepass"))
    except NothingDone:
        return
    for article in outcome.value:
        _check_body(article)


def rules(data: bytes) -> None:
    """The English extractor without a parser."""
    article = article_of(text_of(data, "en"))
    _check(article, findings_of(parse_by_rules(article)))


def rules_raw(data: bytes) -> None:
    """The same over any characters."""
    article = article_of(decode(data).text)
    _check(article, findings_of(parse_by_rules(article)))


def parser(data: bytes) -> None:
    """The English extractor with its parser."""
    article = article_of(text_of(data, "en"))
    _check(article, findings_of(next(iter(parse((article,))))))


def surface(data: bytes) -> None:
    """The extractors without a parser; the first byte says of which language."""
    if not data:
        return
    language = LANGUAGES[1:][data[0] % len(LANGUAGES[1:])]
    article = article_of(text_of(data[1:], language), language)
    for outcome in extractor_for(language).extract((article,)):
        _check(article, outcome.value)


def finders(data: bytes) -> None:
    """Marks, amounts and times, in any characters and in words that mean something."""
    for text in (data.decode("utf-8", "replace"), text_of(data, "en")):
        pair_marks(text, [match.span() for match in LINE.finditer(text)])
        if not text:
            continue
        article = article_of(text)
        sums = AmountFinder(article)
        sums.money(0, len(text))
        sums.shares(0, len(text))
        TermFinder(article).find(0, len(text))


TARGETS: Mapping[str, Target] = {
    "readers": readers, "gathered": gathered, "plain_text": plain_text, "rules": rules, "rules_raw": rules_raw,
    "parser": parser, "surface": surface, "finders": finders,
}  # fmt: skip


def timed(target: Target) -> Target:
    """The target, which is wrong too where it takes longer than its input is worth."""

    @functools.wraps(target)
    def attacked(data: bytes) -> None:
        limit = _GRACE + PER_MEGABYTE * len(data) / 1e6
        if _seconds(target, data) > limit:  # a second time, for the first may have loaded a model or a dictionary
            took = _seconds(target, data)
            if took > limit:
                raise Fault(f"{took:.1f} s for {len(data)} bytes")

    return attacked


def _seconds(target: Target, data: bytes) -> float:
    begun = time.process_time()
    target(data)
    return time.process_time() - begun


def _check(article: Article, findings: Findings) -> None:
    found = list(faults(article, findings))
    if found:
        raise Fault("; ".join(found[:5]))


def _check_body(article: Article) -> None:
    for region in article.body():
        words = article.text[region.start : region.end]
        if not words.strip():
            raise Fault(f"a paragraph without words at {region.start}")
