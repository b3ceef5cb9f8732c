"""The one place that knows spaCy: articles in, plain `Parse` records out."""

from __future__ import annotations

import functools
import hashlib
import re
import threading
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.extract.lemmas import Lemmas
from briefing.extract.parse import Parse, Stretch, Token
from briefing.model.article import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

# A paragraph longer than this is parsed in pieces: a tree over more words than that means nothing, and costs memory.
LONGEST = 20_000
_BREAK = re.compile(r"[.!?]\s+|\s+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S ]|[\x00-\x1f\x7f]")
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


@dataclass(frozen=True)
class _Machine:
    nlp: Language
    lemmas: Lemmas
    lock: threading.Lock


def parse(articles: Iterable[Article]) -> Iterator[Parse]:
    """The bodies of English articles as tokens, sentences and trees, one by one; raises `ModelUnusable` at once."""
    machine = _machine()
    return (_parse(machine, article) for article in articles)


@functools.cache
def _machine() -> _Machine:
    pins = tomllib.loads(files("briefing.extract").joinpath("en", "model.toml").read_text(encoding="utf-8"))
    folder = _folder(pins["package"])
    for name, expected in pins["sha256"].items():
        _check(folder / name, expected)
    import spacy  # noqa: PLC0415 - heavy: only who parses pays for it

    nlp = spacy.load(folder, exclude=["attribute_ruler", "senter"], disable=["lemmatizer"])
    lemmatizer: Any = dict(nlp.components)["lemmatizer"]
    lookups = lemmatizer.lookups
    names = ("lemma_index", "lemma_exc", "lemma_rules")
    tables = {name: {key: lookups.get_table(name)[key] for key in ("noun", "verb", "adj", "adv")
                     if key in lookups.get_table(name)} for name in names}  # fmt: skip
    return _Machine(nlp, Lemmas(tables), threading.Lock())


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


def _parse(machine: _Machine, article: Article) -> Parse:
    pieces = [(start, end, number) for number, region in enumerate(article.body())
              for start, end in _pieces(article.text, region.start, region.end)]  # fmt: skip
    builder = _Builder(article, machine.lemmas)
    with machine.lock, machine.nlp.memory_zone():
        texts = (parseable(article.text[start:end]) for start, end, _ in pieces)
        for doc, (start, _, number) in zip(machine.nlp.pipe(texts, batch_size=64), pieces, strict=True):
            builder.add(doc, start, number)
    return builder.build()


def parseable(text: str) -> str:
    """The text, as long as before, without characters that break a tokenizer: lone surrogates, odd white space."""
    return _SPACES.sub(" ", _SURROGATES.sub("\ufffd", text))


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


class _Builder:
    """Collects the tokens of an article; white-space tokens are left out."""

    def __init__(self, article: Article, lemmas: Lemmas) -> None:
        self._article = article
        self._lemmas = lemmas
        self._tokens: list[Token] = []
        self._sentences: list[Stretch] = []
        self._paragraphs: list[Stretch] = []
        self._number = -1
        self._open = 0

    def add(self, doc: Doc, shift: int, number: int) -> None:
        """Take over one parsed piece, which begins at `shift` and belongs to paragraph `number`."""
        base = len(self._tokens)
        kept = [token for token in doc if not token.is_space]
        place = {token.i: base + at for at, token in enumerate(kept)}
        paragraph = self._paragraph_index(number)
        for sentence in doc.sents:
            words = [token for token in sentence if not token.is_space]
            if not words:
                continue
            index = len(self._sentences)
            first = len(self._tokens)
            for token in words:
                self._tokens.append(self._token(token, place, shift, index, paragraph))
            self._sentences.append(_stretch(self._tokens, index, first))
        if len(self._tokens) > base:
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

    def _token(self, token: SpacyToken, place: dict[int, int], shift: int, sentence: int, paragraph: int) -> Token:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        i = place[token.i]
        pos = _pos(token)
        return Token(
            i=i,
            text=token.text,
            start=shift + token.idx,
            end=shift + token.idx + len(token.text),
            lemma=self._lemmas.lemma(token.text, pos),
            pos=pos,
            tag=token.tag_,
            dep=token.dep_,
            head=place.get(head.i, i),
            entity=token.ent_type_,
            sentence=sentence,
            paragraph=paragraph,
        )


def _stretch(tokens: list[Token], index: int, first: int) -> Stretch:
    return Stretch(index, first, len(tokens), tokens[first].start, tokens[-1].end)


def _pos(token: SpacyToken) -> str:
    tag: str = token.tag_
    if tag.startswith("VB"):
        helper = token.dep_ in {"aux", "auxpass"} or token.lower_ in _BE
        return "AUX" if helper else "VERB"
    if tag == "IN":
        return "SCONJ" if token.dep_ == "mark" else "ADP"
    if tag in {"DT", "WDT"} and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return "PRON"
    return _UNIVERSAL.get(tag, "PUNCT")
