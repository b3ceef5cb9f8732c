"""What spaCy's own networks say of many paragraphs at once; the same answers as its pipeline's in a third of the time.

The pipeline embeds every token although most words come again and again, and walks each paragraph one step at a time,
entering and leaving the interpreter for every cell of a layer. Here each distinct word of a batch is embedded once,
the parser takes one step in all paragraphs together, and names are read from a table of scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# So many tokens go through the convolutions together: what they need stays in the processor's cache.
_TOKENS_AT_ONCE = 800
# So many paragraphs of about one length are parsed together.
_TREES_AT_ONCE = 64


class Annotations(NamedTuple):
    """What is known of the tokens of one text, each field one entry a token; `head` is an index of a token.

    `start`, `length`: characters. `first`: whether it begins a sentence. `space`: whether it is white space only.
    """

    start: list[int]
    length: list[int]
    space: list[bool]
    first: list[bool]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entity: list[str]


class Pipeline:
    """Reads texts with a pipeline of `tok2vec`, `tagger`, `parser` and `ner` as it is."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def read(self, texts: Sequence[str]) -> list[Annotations]:
        """The annotations of each text, in order."""
        return [
            Annotations(
                start=[token.idx for token in doc],
                length=[len(token) for token in doc],
                space=[token.is_space for token in doc],
                first=[bool(token.is_sent_start) for token in doc],
                tag=[token.tag_ for token in doc],
                dep=[token.dep_ for token in doc],
                head=[token.head.i for token in doc],
                entity=[token.ent_type_ for token in doc],
            )
            for doc in self._nlp.pipe(texts, batch_size=64)
        ]


class Decoder:
    """Reads texts with the weights of a pipeline of `tok2vec`, `tagger`, `parser` and `ner`."""

    def __init__(self, nlp: Language) -> None:
        import numpy as np  # noqa: PLC0415 - comes with spaCy, and only who parses pays for it
        from spacy import attrs  # noqa: PLC0415 - likewise

        self._np: Any = np
        self._columns = [attrs.IDX, attrs.LENGTH, attrs.IS_SPACE, attrs.SENT_START, attrs.DEP, attrs.HEAD]
        self._nlp = nlp
        self._strings = nlp.vocab.strings
        pipes: dict[str, Any] = dict(nlp.pipeline)
        self._parser = pipes["parser"]
        self._shared = _Vectors(pipes["tok2vec"].model, np)
        self._tagger = _Tags(pipes["tagger"])
        self._names = _Names(pipes["ner"], np)

    def read(self, texts: Sequence[str]) -> list[Annotations]:
        """The annotations of each text, in order."""
        docs = [self._nlp.make_doc(text) for text in texts]
        full = [doc for doc in docs if len(doc)]
        if not full:
            return [_nothing() for _ in docs]
        vectors = self._shared.of(full)
        tags = self._tagger.read(vectors)
        at = 0
        for doc in full:
            doc.tensor = vectors[at : at + len(doc)]  # type: ignore[assignment]
            at += len(doc)
        by_length = sorted(full, key=len)
        for i in range(0, len(by_length), _TREES_AT_ONCE):
            self._grow(by_length[i : i + _TREES_AT_ONCE])
        tables = [doc.to_array(self._columns).astype("int64") for doc in full]
        entities = self._names.read(full, self._np.concatenate(tables))
        found = self._annotations(tables, tags, entities)
        return [next(found) if len(doc) else _nothing() for doc in docs]

    def _grow(self, docs: list[Doc]) -> None:
        """Gives the texts their trees: the parser's greedy search, one step in all of them at a time."""
        parser = self._parser
        batch = parser.moves.init_batch(docs)
        model = parser.model.predict(docs)
        gemm = parser.model.ops.gemm
        weights, bias = model.vec2scores.get_param("W"), model.vec2scores.get_param("b")
        states = [state for state in batch if not state.is_final()]
        while states:
            scores = gemm(model.state2vec.predict(model.get_token_ids(states)), weights, trans2=True)
            scores += bias
            states = parser.transition_states(states, scores)
        model.clear_memory()
        parser.set_annotations(docs, batch)

    def _annotations(self, tables: list[Ints], tags: list[str], entities: list[str]) -> Iterator[Annotations]:
        names: dict[int, str] = {}
        at = 0
        for table in tables:
            starts, lengths, spaces, firsts, deps, heads = table.T.tolist()
            for dep in set(deps):
                names.setdefault(dep, self._strings[dep % 2**64])
            end = at + len(starts)
            yield Annotations(
                start=starts,
                length=lengths,
                space=[space == 1 for space in spaces],
                first=[i == 0 or first == 1 for i, first in enumerate(firsts)],
                tag=tags[at:end],
                dep=[names[dep] for dep in deps],
                head=[i + step for i, step in enumerate(heads)],
                entity=entities[at:end],
            )
            at = end


def _nothing() -> Annotations:
    return Annotations([], [], [], [], [], [], [], [])


class _Vectors:
    """A `tok2vec` network: word features, hashed and mixed, then convolutions over neighbours."""

    def __init__(self, model: Any, numpy: Any) -> None:  # noqa: ANN401 - thinc's models and numpy have no types here
        self._np = numpy
        embed, encode = model.layers
        extract, _, hashed, mixed, _ = embed.layers
        self._columns = extract.attrs["columns"]
        self._layers = (hashed.layers[0], mixed.layers[0])
        self._encode = encode.layers[0]
        self._pad: int = encode.attrs["pad"]

    def of(self, docs: Sequence[Doc]) -> Floats:
        """One row a token, of all texts in order; none of them is empty."""
        np = self._np
        features = np.concatenate([doc.to_array(self._columns) for doc in docs])
        distinct, back = np.unique(features, axis=0, return_inverse=True)
        for layer in self._layers:
            distinct = layer.predict(distinct)
        back = back.reshape(-1)
        parts = []
        at = 0
        for lengths in _grouped([len(doc) for doc in docs]):
            size = sum(lengths)
            parts.append(self._encoded(distinct[back[at : at + size]], lengths))
            at += size
        return np.concatenate(parts)  # type: ignore[no-any-return]

    def _encoded(self, words: Floats, lengths: list[int]) -> Floats:
        """The convolutions, with rows of nothing between texts so that none sees its neighbour."""
        np, pad = self._np, self._pad
        shifts = np.repeat(np.arange(1, len(lengths) + 1) * pad, lengths)
        rows = np.arange(len(words)) + shifts
        padded = np.zeros((len(words) + pad * (len(lengths) + 1), words.shape[1]), dtype=words.dtype)
        padded[rows] = words
        return self._encode.predict(padded)[rows]  # type: ignore[no-any-return]


def _grouped(lengths: Sequence[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for length in lengths:
        if group and sum(group) + length > _TOKENS_AT_ONCE:
            yield group
            group = []
        group.append(length)
    yield group


class _Tags:
    """The tagger: the best label of each row."""

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 - as above
        self._labels = list(pipe.labels)
        self._ops = pipe.model.ops
        (softmax,) = [node for node in pipe.model.walk() if node.name == "softmax"]
        self._weights = softmax.get_param("W")
        self._bias = softmax.get_param("b")

    def read(self, vectors: Floats) -> list[str]:
        """The tag of each row."""
        best = (self._ops.gemm(vectors, self._weights, trans2=True) + self._bias).argmax(axis=1)
        return [self._labels[i] for i in best.tolist()]


class _Names:
    """The recogniser of names: the greedy search of `ner` as a table.

    Outside a name a token's score depends on nothing before it, and inside one only on where the name began: so all
    tokens are scored at once as if outside, then every name that might begin is followed until it ends.
    """

    def __init__(self, pipe: Any, numpy: Any) -> None:  # noqa: ANN401 - as above
        self._np = np = numpy
        chain = pipe.model.get_ref("tok2vec")
        self._vectors = _Vectors(chain.layers[0], numpy)
        self._reduce = chain.layers[-1]
        lower, upper = pipe.model.get_ref("lower"), pipe.model.get_ref("upper")
        self._shape = lower.get_param("W").shape  # features, cells, pieces of a cell, width
        features, cells, pieces, width = self._shape
        self._ops = pipe.model.ops
        self._lower = lower.get_param("W").reshape(-1, width)
        self._padding = lower.get_param("pad")[0].reshape(features, cells * pieces)
        self._lower_bias = lower.get_param("b").reshape(cells * pieces)
        self._upper = upper.get_param("W")
        self._upper_bias = upper.get_param("b")
        moves = [pipe.moves.get_class_name(i) for i in range(len(self._upper_bias))]
        self._labels = sorted({move[2:] for move in moves if move[2:]})
        numbers = {label: i for i, label in enumerate(self._labels)}
        self._label = np.array([numbers.get(move[2:], -1) for move in moves])
        self._begins = np.array([move.startswith("B-") for move in moves])
        self._single = np.array([move.startswith("U-") and move != "U-" for move in moves])
        self._outside = moves.index("O")
        self._inner = np.array([moves.index(f"I-{label}") for label in self._labels])
        self._last = np.array([moves.index(f"L-{label}") for label in self._labels])

    def read(self, docs: Sequence[Doc], table: Ints) -> list[str]:
        """The entity's label of each token of all texts, empty outside; `table`: as `Decoder` asks for it."""
        np = self._np
        spaces = table[:, 2] == 1
        ends = np.zeros(len(table), dtype=bool)
        ends[np.cumsum([len(doc) for doc in docs]) - 1] = True
        ends[:-1] |= table[1:, 3] == 1
        features, cells, pieces, _ = self._shape
        known = self._ops.gemm(self._reduce.predict(self._vectors.of(docs)), self._lower, trans2=True)
        known = known.reshape(-1, features, cells * pieces)
        moves = self._moves_outside(known, spaces, ends)
        lengths = self._followed(known, moves, ends)
        labels = [""] * len(table)
        free = 0
        for i in np.flatnonzero(moves != self._outside).tolist():
            if i >= free:
                free = i + int(lengths[i])
                labels[i:free] = [self._labels[self._label[moves[i]]]] * (free - i)
        return labels

    def _moves_outside(self, known: Floats, spaces: Flags, ends: Flags) -> Ints:
        """The best move at each token where no name is open; none begins with white space or goes over a sentence."""
        np = self._np
        scores = self._scores(known[:, 0] + self._padding[1] + self._padding[2])
        lowest = np.float32(-np.inf)
        opening = self._begins | self._single
        possible = opening.copy()
        possible[self._outside] = True
        scores[:, ~possible] = lowest
        scores[np.ix_(spaces, opening)] = lowest
        scores[np.ix_(ends, self._begins)] = lowest
        return scores.argmax(axis=1)  # type: ignore[no-any-return]

    def _followed(self, known: Floats, moves: Ints, ends: Flags) -> Ints:
        """How many tokens a name has that begins at a token; 1 where none of several does."""
        np = self._np
        lengths = np.ones(len(moves), dtype=np.int64)
        begin = np.flatnonzero(self._begins[moves])
        label = self._label[moves[begin]]
        at = begin + 1
        while len(at):
            scores = self._scores(known[at, 0] + known[begin, 1] + known[at - 1, 2])
            rows = np.arange(len(at))
            on, over = self._inner[label], self._last[label]
            inner, last = scores[rows, on], scores[rows, over]
            closes = ends[at] | (last > inner) | ((last == inner) & (over < on))
            lengths[begin] = at - begin + 1
            begin, label, at = begin[~closes], label[~closes], at[~closes] + 1
        return lengths  # type: ignore[no-any-return]

    def _scores(self, hidden: Floats) -> Floats:
        _, cells, pieces, _ = self._shape
        hidden = (hidden + self._lower_bias).reshape(-1, cells, pieces)
        best = hidden[:, :, 0]
        for piece in range(1, pieces):
            best = self._np.maximum(best, hidden[:, :, piece])
        return self._ops.gemm(best, self._upper, trans2=True) + self._upper_bias  # type: ignore[no-any-return]
