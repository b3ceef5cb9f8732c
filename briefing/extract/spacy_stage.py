"""The one place that knows spaCy: articles in, plain `Parse` records out."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import sys
import threading
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from briefing.extract.decoding import Annotations, Decoder, Pipeline
from briefing.extract.lemmas import Lemmas
from briefing.extract.parse import Parse, Stretch, Token
from briefing.extract.worth import readable
from briefing.model.article import Article

if TYPE_CHECKING:
    from spacy.language import Language

# A paragraph longer than this is parsed in pieces: a tree over more words than that means nothing, and costs memory.
LONGEST = 20_000
# Articles are parsed together until they have so many characters, which is about a second's work.
_AT_ONCE = 40_000
# So many words take 20 MB, and are nine tenths of what any article is made of.
_VOCABULARY = 30_000
_THREADS = "OPENBLAS_NUM_THREADS"
# What quick and plain reading must agree upon: names, a relative clause, two sentences, white space.
_SAMPLE = (
    "President Ana Moreira, who arrived in Oslo on Monday, said: “We won't pay $2.5 million.”  She left with Dr. Osei.",
    "On behalf of the European Union, two ministers will sign a U.S. agreement by 2026; nobody else is expected to.",
)
_BREAK = re.compile(r"[.!?]\s+|\s+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S ]|[\x00-\x1f\x7f]")
# The tokenizer takes the square of the length of what stands without white space: a long row of marks is cut.
_UNBROKEN = re.compile(r"[^\s]{199}(?=\S\S)\S")
_DOUBLE = re.compile(r"[“”„‟«»\"＂]")
_OPENING = re.compile(r"(?<![^\s(\[—–-])\"")
_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"))
_UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "IN": "ADP", "DT": "DET", "PDT": "DET",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON", "EX": "PRON", "WRB": "SCONJ",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "CD": "NUM",
    "CC": "CCONJ", "TO": "PART", "POS": "PART", "RP": "ADP", "UH": "INTJ", "FW": "X", "LS": "X", "XX": "X", "ADD": "X",
    "SYM": "SYM", "$": "SYM", "_SP": "SPACE",
}  # fmt: skip


class ModelUnusable(Exception):
    """The parser's model is missing or its files are not the ones this program was tested with; `reason` says which."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Reader(Protocol):
    def read(self, texts: Sequence[str]) -> list[Annotations]: ...


@dataclass(frozen=True)
class _Machine:
    nlp: Language
    reader: _Reader
    words: _Words
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
    names = ("lemma_index", "lemma_exc", "lemma_rules")
    tables = {name: {key: lookups.get_table(name)[key] for key in ("noun", "verb", "adj", "adv")
                     if key in lookups.get_table(name)} for name in names}  # fmt: skip
    return _Machine(nlp, _reader(nlp, single), _Words(Lemmas(tables)), threading.Lock())


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
    pieces = [list(_pieces_of(article)) for article in articles]
    with machine.lock, _memory(machine.nlp):
        found = iter(machine.reader.read([piece.text for each in pieces for piece in each]))
    parses = []
    for article, each in zip(articles, pieces, strict=True):
        builder = _Builder(article, machine.words)
        for piece in each:
            builder.add(piece, next(found))
        parses.append(builder.build())
    return parses


def _memory(nlp: Language) -> AbstractContextManager[object]:
    """The words of the first articles are learned for good; the many rare ones of later articles are forgotten."""
    return nlp.memory_zone() if len(nlp.vocab) > _VOCABULARY else nullcontext()


class _Piece(NamedTuple):
    """A paragraph or part of one: `text` is what the parser is given for what begins at `start`."""

    text: str
    start: int
    paragraph: int


def _pieces_of(article: Article) -> Iterator[_Piece]:
    for number, region in enumerate(readable(article)):
        for start, end in _pieces(article.text, region.start, region.end):
            yield _Piece(parseable(article.text[start:end]), start, number)


def parseable(text: str) -> str:
    """The text, as long as before, without characters that break a tokenizer: lone surrogates, odd white space.

    Double quotation marks of all kinds become the curly ones, so that the parser reads the same in all of them.
    """
    plain = _SPACES.sub(" ", _SURROGATES.sub("\ufffd", text))
    plain = _OPENING.sub("“", _DOUBLE.sub('"', plain)).replace('"', "”")
    return _UNBROKEN.sub(lambda match: f"{match.group()[:-1]} ", plain)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph, cut where sentences or at least words end if it is longer than `LONGEST`."""
    while end - start > LONGEST:
        breaks = list(_BREAK.finditer(text, start + LONGEST // 2, start + LONGEST))
        sentences = [match for match in breaks if match.group()[0] in ".!?"]
        cut = (sentences or breaks)[-1].end() if breaks else start + LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


class _Word(NamedTuple):
    """What a word's form, tag and relation say of it."""

    text: str
    pos: str
    lemma: str


class _Words:
    """Remembers the words that it has been asked, up to a bound."""

    def __init__(self, lemmas: Lemmas) -> None:
        self._lemmas = lemmas
        self._known: dict[tuple[str, str, str], _Word] = {}

    def word(self, text: str, tag: str, dep: str) -> _Word:
        """The word with its part of speech and dictionary form."""
        key = (text, tag, dep)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 50_000:
                self._known.clear()
            pos = _pos(text, tag, dep)
            found = self._known[key] = _Word(text, pos, self._lemmas.lemma(text, pos))
        return found


class _Builder:
    """Collects the tokens of an article; white-space tokens are left out."""

    def __init__(self, article: Article, words: _Words) -> None:
        self._article = article
        self._words = words
        self._tokens: list[Token] = []
        self._sentences: list[Stretch] = []
        self._paragraphs: list[Stretch] = []
        self._number = -1
        self._open = 0

    def add(self, piece: _Piece, marks: Annotations) -> None:
        """Take over one parsed piece."""
        tokens, known = self._tokens, self._words.word
        base = len(tokens)
        paragraph = self._paragraph_index(piece.paragraph)
        places = _places(marks, base)
        first, sentence = base, len(self._sentences)
        opens = False
        for at, length, space, begins, tag, dep, head, entity in zip(*marks, strict=True):
            opens = opens or begins
            if space:
                continue
            i = len(tokens)
            if opens and i > first:
                self._sentences.append(_stretch(tokens, sentence, first))
                first, sentence = i, sentence + 1
            opens = False
            text, pos, lemma = known(piece.text[at : at + length], tag, dep)
            start = at + piece.start
            over = places[head]
            over = i if over is None else over
            tokens.append(
                Token(i, text, start, start + length, lemma, pos, tag, dep, over, entity, sentence, paragraph)
            )
        if len(tokens) > base:
            self._sentences.append(_stretch(tokens, sentence, first))
            self._extend_paragraph(paragraph, base)

    def build(self) -> Parse:
        """What has been taken over so far."""
        return Parse(self._article, tuple(self._tokens), tuple(self._sentences), tuple(self._paragraphs))

    def _paragraph_index(self, number: int) -> int:
        if self._number != number:
            self._number = number
            self._open = len(self._paragraphs)
        return self._open

    def _extend_paragraph(self, paragraph: int, base: int) -> None:
        first = self._paragraphs[paragraph].first if paragraph < len(self._paragraphs) else base
        self._paragraphs[paragraph:] = [_stretch(self._tokens, paragraph, first)]


def _stretch(tokens: list[Token], index: int, first: int) -> Stretch:
    return Stretch(index, first, len(tokens), tokens[first].start, tokens[-1].end)


def _places(marks: Annotations, base: int) -> list[int | None]:
    """For each index of `marks` the token that stands for it: itself, or what white space hangs on; `None`: nothing."""
    space, head = marks.space, marks.head
    if True not in space:
        return list(range(base, base + len(space)))
    places: list[int | None] = []
    for is_space in space:
        places.append(None if is_space else base)
        base += not is_space
    for i, is_space in enumerate(space):
        over = i
        while is_space and space[over] and head[over] != over:
            over = head[over]
        if is_space and not space[over]:
            places[i] = places[over]
    return places


def _pos(text: str, tag: str, dep: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in {"aux", "auxpass"} or text.lower() in _BE else "VERB"
    if tag == "IN":
        return "SCONJ" if dep == "mark" else "ADP"
    if tag in {"DT", "WDT"} and dep in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return "PRON"
    return _UNIVERSAL.get(tag, "PUNCT")
