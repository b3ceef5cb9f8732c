"""The one place that knows spaCy: articles in, plain `Parse` records out."""

from __future__ import annotations

import functools
import gc
import hashlib
import os
import sys
import threading
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from briefing.extract.parsing.decoding import Annotations, Decoder, Pipeline
from briefing.extract.parsing.lemmas import Lemmas
from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.parse_building import ParseBuilder, Words
from briefing.extract.parsing.pieces import UNITS, pieces_of
from briefing.model.article import Article

if TYPE_CHECKING:
    from spacy.language import Language

# Articles are parsed together until they have so many characters, which is about a second's work.
_AT_ONCE = 40_000
# So many words take 20 MB, and are nine tenths of what any article is made of.
_VOCABULARY = 30_000
# With its stop the tokenizer takes such a letter for a shortened word, and "€30m." for no end of a sentence.
_STOPPED_UNITS = frozenset(f"{unit}." for unit in UNITS)
_THREADS = "OPENBLAS_NUM_THREADS"
# What quick and plain reading must agree upon: names, a relative clause, two sentences, white space.
_SAMPLE = (
    "President Ana Moreira, who arrived in Oslo on Monday, said: “We won't pay $2.5 million.”  She left with Dr. Osei.",
    "On behalf of the European Union, two ministers will sign a U.S. agreement by 2026; nobody else is expected to.",
)


class ModelUnusable(Exception):
    """The parser's model is missing or its files are not the ones this program was tested with; `reason` says which."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Reader(Protocol):
    def read(self, texts: Sequence[str]) -> list[Annotations]: ...


# A blank lost between a name and an age or a body: "Ann Lee,12", "B. Hale(LPP)".
_GLUED_MARKS = (r"(?<=[a-zß-ÿ]),(?=[0-9])", r"(?<=[a-zß-ÿ])\((?=[A-Z])")


@dataclass(frozen=True)
class _Machine:
    nlp: Language
    reader: _Reader
    words: Words
    lock: threading.Lock


def parse(articles: Iterable[Article]) -> Iterator[Parse]:
    """The bodies of English articles as tokens, sentences and trees, in order; raises `ModelUnusable` at once.

    Lazily, but some articles ahead: the networks are quicker over many paragraphs at once.
    """
    machine = _machine()
    return (found for batch in _batches(articles) for found in _parse(machine, batch))


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """As many articles at a time as have `_AT_ONCE` characters together."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += sum(region.end - region.start for region in article.body())
        if size >= _AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@functools.cache
def _machine() -> _Machine:
    pins = tomllib.loads(files("briefing.extract").joinpath("en", "model.toml").read_text(encoding="utf-8"))
    folder = _folder(pins["package"])
    for name, expected in pins["sha256"].items():
        _check(folder / name, expected)
    single = _single_threaded()
    import spacy  # noqa: PLC0415 - heavy: only who parses pays for it

    nlp = spacy.load(folder, exclude=["attribute_ruler", "senter"], disable=["lemmatizer"])
    lemmatizer: Any = dict(nlp.components)["lemmatizer"]
    lookups = lemmatizer.lookups
    tokenizer: Any = nlp.tokenizer
    tokenizer.max_cache_size = _VOCABULARY
    tokenizer.infix_finditer = spacy.util.compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED_MARKS]).finditer
    tokenizer.rules = {form: cut for form, cut in tokenizer.rules.items() if form not in _STOPPED_UNITS}
    names = ("lemma_index", "lemma_exc", "lemma_rules")
    tables = {name: {key: lookups.get_table(name)[key] for key in ("noun", "verb", "adj", "adv")
                     if key in lookups.get_table(name)} for name in names}  # fmt: skip
    machine = _Machine(nlp, _reader(nlp, single), Words(Lemmas(tables)), threading.Lock())
    gc.freeze()  # all that spaCy brings stays until the end: no need to look through it again and again
    return machine


def _single_threaded() -> bool:
    """Whether numpy's algebra keeps to one thread: over matrices as small as here several only wait for each other."""
    if "numpy" not in sys.modules:
        os.environ.setdefault(_THREADS, "1")
    return os.environ.get(_THREADS) == "1"


def _reader(nlp: Language, single: bool) -> _Reader:
    """The quick decoder where it says what spaCy says; spaCy itself where a release keeps its networks otherwise."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - part of spaCy

    plain = Pipeline(nlp)
    expected = plain.read(_SAMPLE)
    pipes: list[tuple[str, Any]] = nlp.pipeline
    try:
        # It makes more of a processor than the algebra that spaCy brings along, which knows one thread only.
        ops = NumpyOps(use_blis=not single)
        for _, pipe in pipes:
            for node in pipe.model.walk():
                node.ops = ops
        quick = Decoder(nlp)
        if quick.read(_SAMPLE) == expected:
            return quick
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        pass
    return plain


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelUnusable("missing")
    found = sorted(Path(spec.origin).parent.glob("*/config.cfg"))
    if not found:
        raise ModelUnusable("missing")
    return found[0].parent


def _check(path: Path, expected: str) -> None:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnusable("missing") from error
    if digest != expected:
        raise ModelUnusable("altered")


def _parse(machine: _Machine, articles: Sequence[Article]) -> list[Parse]:
    pieces = [list(pieces_of(article)) for article in articles]
    with machine.lock, _memory(machine.nlp):
        found = iter(machine.reader.read([piece.text for each in pieces for piece in each]))
    parses = []
    for article, each in zip(articles, pieces, strict=True):
        builder = ParseBuilder(article, machine.words)
        for piece in each:
            builder.add(piece, next(found))
        parses.append(builder.build())
    return parses


def _memory(nlp: Language) -> AbstractContextManager[object]:
    """The words of the first articles are learned for good; the many rare ones of later articles are forgotten."""
    return nlp.memory_zone() if len(nlp.vocab) > _VOCABULARY else nullcontext()
