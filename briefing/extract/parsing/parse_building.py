"""What a parser says of the pieces of an article, as one `Parse`."""

from __future__ import annotations

from typing import NamedTuple

from briefing.extract.parsing.decoding import Annotations
from briefing.extract.parsing.lemmas import Lemmas
from briefing.extract.parsing.parse import Parse, Stretch, Token
from briefing.extract.parsing.pieces import Piece
from briefing.model.article import Article

_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"))
_UNIVERSAL = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "MD": "AUX", "IN": "ADP", "DT": "DET", "PDT": "DET",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON", "EX": "PRON", "WRB": "SCONJ",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "CD": "NUM",
    "CC": "CCONJ", "TO": "PART", "POS": "PART", "RP": "ADP", "UH": "INTJ", "FW": "X", "LS": "X", "XX": "X", "ADD": "X",
    "SYM": "SYM", "$": "SYM", "_SP": "SPACE",
}  # fmt: skip


class _Word(NamedTuple):
    """What a word's form, tag and relation say of it."""

    text: str
    pos: str
    lemma: str


class Words:
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


class ParseBuilder:
    """Collects the tokens of an article; white-space tokens are left out."""

    def __init__(self, article: Article, words: Words) -> None:
        self._article = article
        self._words = words
        self._tokens: list[Token] = []
        self._sentences: list[Stretch] = []
        self._paragraphs: list[Stretch] = []
        self._number = -1
        self._open = 0
        self._begun: int | None = None

    def add(self, piece: Piece, marks: Annotations) -> None:
        """Take over one parsed piece."""
        tokens, known = self._tokens, self._words.word
        base = len(tokens)
        paragraph = self._paragraph_index(piece.paragraph)
        places = _places(marks, base)
        first, sentence = base if self._begun is None else self._begun, len(self._sentences)
        opens = False
        sums = _sums(marks)
        for here, (at, length, space, begins, tag, dep, head, entity) in enumerate(zip(*marks, strict=True)):
            opens = opens or begins
            if space:
                continue
            i = len(tokens)
            if opens and i > base and not piece.dateline:
                self._sentences.append(_stretch(tokens, sentence, first))
                first, sentence = i, sentence + 1
            opens = False
            role = "dobj" if dep == "npadvmod" and here in sums else dep
            text, pos, lemma = known(piece.text[at : at + length], tag, role)
            start = at + piece.start
            over = places[head]
            over = i if over is None else over
            tokens.append(
                Token(i, text, start, start + length, lemma, pos, tag, role, over, entity, sentence, paragraph)
            )
        self._begun = first if piece.dateline and len(tokens) > first else None
        if len(tokens) > base and not piece.dateline:
            self._sentences.append(_stretch(tokens, sentence, first))
        if len(tokens) > base:
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


def _sums(marks: Annotations) -> frozenset[int]:
    """The heads of sums of money: what hangs on a verb so is its object ("pledged €30m"), no measure ("ran 30m")."""
    if "$" not in marks.tag:
        return frozenset()
    counted = [head for tag, head in zip(marks.tag, marks.head, strict=True) if tag == "$"]
    return frozenset((*counted, *(marks.head[i] for i in counted)))


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
