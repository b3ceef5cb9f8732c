"""How likely a clause undertakes something; `python -m tools.quality.undertakings` fits the weights anew.

A logistic curve over the signs of a clause and the vectors of its words tells whether it undertakes, asks for or
refuses anything, a second one of which kind. Which of the clauses around the words of a key is meant is not keyed: it
is the likeliest of them after a first fit. The rules were written with these articles at hand and do better on them
than on others, so from some clauses, by chance, what the rules found is kept back. Fitted on the articles that are not
set aside, and on the public reports where they lie; `--folds` tells how well weights do on articles they were not
fitted on.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from briefing.extract.commitments.clause_signs import PARTS
from briefing.extract.commitments.undertaking_weights import FILE, KINDS, UndertakingWeights, undertaking_weights
from briefing.extract.lexis.word_vectors import DIMENSIONS, word_vectors
from briefing.model.facts import Commitment
from tools.quality.crossfit import Learned
from tools.quality.facts import commitments
from tools.quality.keyed import Keyed, Record, load
from tools.quality.logistic import Given, fit
from tools.quality.newspapers import ORDINARY, POLITICS, newspapers
from tools.quality.reading import article_of, rows_of
from tools.quality.tally import Tally

_LEAST_SEEN = 4
_RIDGE_ANY, _RIDGE_KIND, _ROUNDS, _FITS = 5.0, 5.0, 80, 2
# Articles that were written for this tell less of what will be read.
_OWN = 0.5
# From so many of a hundred clauses in which a rule found something this is kept back.
_KEPT_BACK = 40
_OF_RULES = ("found", "finding.", "sure.", "reads.", "reading.", "barred")
LEAST_ADDED, LEAST_KEPT = 0.4, 0.25
_NONE = -1
_WEIGHTS = Path(__file__).resolve().parents[2] / "briefing" / "extract" / "en" / FILE
_FILE = Path("article.txt")
_FIGURES = ("commitment + kind", "commitment + kind + actor", "commitments where none is due",
            "promise and request confused")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A clause: its verb, the stretch of its words, where the verb begins, its signs and words."""

    verb: int
    start: int
    end: int
    place: int
    signs: frozenset[str]
    words: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One article with its clauses; `found`: what is found with given weights."""

    article: Keyed
    clauses: tuple[Candidate, ...]
    lead: list[str]
    found: Callable[[UndertakingWeights | None], tuple[Commitment, ...]]
    weight: float


def examples(articles: Sequence[Keyed]) -> Iterator[Example]:
    """All articles, read as the program reads them."""
    from briefing.extract.commitments.finder import CommitmentFinder  # noqa: PLC0415 - the same
    from briefing.extract.grammar.clause_finding import find_clauses  # noqa: PLC0415 - the same
    from briefing.extract.parsing.bounds import bounded  # noqa: PLC0415 - heavy
    from briefing.extract.parsing.spacy_stage import parse  # noqa: PLC0415 - the same
    from briefing.extract.people.casting import build_cast  # noqa: PLC0415 - the same
    from briefing.extract.quotations.quotes import find_quotes  # noqa: PLC0415 - the same

    for one, whole in zip(articles, parse(article_of(one.id, one.text) for one in articles), strict=True):
        parsed = bounded(whole)
        clauses = find_clauses(parsed)
        cast = build_cast(parsed, clauses)
        finder = CommitmentFinder(parsed, clauses, cast, find_quotes(parsed, clauses, cast))
        ruled = finder.ruled(_no_event)
        signs, words = finder.likely.signs(ruled, clauses), finder.likely.words(clauses)
        made = []
        for clause in clauses:
            span = finder.words_of(clause)
            if span is not None:
                made.append(Candidate(verb=clause.verb, start=span.span.start, end=span.span.end,
                                      place=parsed.tokens[clause.verb].start, signs=frozenset(signs[clause.verb]),
                                      words=words[clause.verb]))  # fmt: skip
        yield Example(article=one, clauses=tuple(made), lead=finder.likely.lead(),
                      found=functools.partial(finder.find, _no_event),
                      weight=_OWN if "genre" in one.key else 1.0)  # fmt: skip


def _no_event(_: int) -> None:
    return None


# --- which clause a key means


def _labels(one: Example, likely: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """For each clause the number of its kind, or `_NONE`, and how much it counts."""
    kinds = np.full(len(one.clauses), _NONE)
    weights = np.ones(len(one.clauses))
    due = []
    for row in one.article.key["commitments"]:
        start = one.article.text.find(row["anchor"])
        end = start + len(row["anchor"])
        over = [i for i, each in enumerate(one.clauses) if start >= 0 and each.start < end and start < each.end]
        weights[over] = 0
        if row.get("required", True) and over:
            due.append((start, end, [KINDS.index(kind) for kind in row["kinds"]], over))
    for start, end, accepted, over in due:
        if likely is None:
            inside = [i for i in over if start <= one.clauses[i].place < end]
            meant = inside or [min(over, key=lambda i: one.clauses[i].end - one.clauses[i].start)]
            kinds[meant], weights[meant] = accepted[0], 1 / len(meant)
        else:
            best = max(over, key=lambda i: likely[i, accepted].max())
            kinds[best], weights[best] = max(accepted, key=lambda kind: likely[best, kind]), 1
    return kinds, weights


# --- fitting


class _Columns:
    """The columns of the signs seen often enough, and of the words' vectors."""

    def __init__(self, seen: Sequence[Example]) -> None:
        counts = Counter(sign for one in seen for clause in one.clauses for sign in clause.signs)
        self.names = sorted(sign for sign, count in counts.items() if count >= _LEAST_SEEN)
        self._place = {sign: i for i, sign in enumerate(self.names)}
        vectors = word_vectors("en")
        if vectors is None:
            raise FileNotFoundError("word_vectors.npz")
        self._vectors = vectors

    def of(self, seen: Sequence[Example]) -> Given:
        signs, numbers = [], []
        for one in seen:
            lead = self._vectors.mean(one.lead)
            for clause in one.clauses:
                known = [self._place[sign] for sign in _told(one, clause) if sign in self._place]
                signs.append(np.array(known, dtype=np.int64))
                numbers.append(np.concatenate([*(self._vectors.mean(clause.words[part]) for part in PARTS[:-1]), lead]))
        return Given(signs, len(self.names), np.array(numbers).reshape(len(signs), len(PARTS) * DIMENSIONS))


def _told(one: Example, clause: Candidate) -> frozenset[str]:
    """The signs of a clause; of some of those in which a rule found something, without what the rules say."""
    if "found" not in clause.signs or _number(f"{one.article.id} {clause.verb}") % 100 >= _KEPT_BACK:
        return clause.signs
    return frozenset(sign for sign in clause.signs if not sign.startswith(_OF_RULES)) | {"unfound"}


def fitted(seen: Sequence[Example], least: tuple[float, float] = (LEAST_ADDED, LEAST_KEPT)) -> UndertakingWeights:
    """The weights that fit best."""
    columns = _Columns(seen)
    given = columns.of(seen)
    shares = np.concatenate([np.full(len(one.clauses), one.weight) for one in seen])
    likely: list[np.ndarray | None] = [None] * len(seen)
    table = np.zeros((given.width, 1 + len(KINDS)))
    for _ in range(_FITS):
        labels = [_labels(one, guess) for one, guess in zip(seen, likely, strict=True)]
        kinds = np.concatenate([one for one, _ in labels])
        weights = np.concatenate([one for _, one in labels]) * shares
        table = _fitted(given, kinds, weights)
        likely = list(np.split(_likely(given, table), np.cumsum([len(one.clauses) for one in seen])[:-1]))
    return UndertakingWeights(
        places={name: i for i, name in enumerate(columns.names)},
        signs=table[: given.count].astype(np.float32),
        words=table[given.count :].reshape(len(PARTS), DIMENSIONS, -1).astype(np.float32),
        least_added=least[0],
        least_kept=least[1],
    )


def _fitted(given: Given, kinds: np.ndarray, weights: np.ndarray) -> np.ndarray:
    counted = np.flatnonzero(weights > 0)
    some = (kinds[counted] != _NONE).astype(float)[:, None]
    first = fit(given.rows(counted), some, weights[counted], _RIDGE_ANY, _ROUNDS)
    held = np.flatnonzero((weights > 0) & (kinds != _NONE))
    each = np.eye(len(KINDS))[kinds[held]]
    return np.concatenate([first, fit(given.rows(held), each, weights[held], _RIDGE_KIND, _ROUNDS)], axis=1)


def _likely(given: Given, table: np.ndarray) -> np.ndarray:
    sums = given.sums(table)
    each = np.exp(sums[:, 1:] - sums[:, 1:].max(axis=1, keepdims=True))
    found: np.ndarray = each / each.sum(axis=1, keepdims=True) / (1 + np.exp(-sums[:, :1]))
    return found


# --- checking


def cross_checked(
    seen: Sequence[Example], folds: int, counted: Callable[[Example], bool], leasts: Sequence[tuple[float, float]]
) -> dict[tuple[float, float] | None, Tally]:
    """What is found with weights fitted on other articles, for each pair of bounds, and by the rules alone."""
    tallies: dict[tuple[float, float] | None, Tally] = {least: Tally() for least in (None, *leasts)}
    for fold in range(folds):
        here = [one for one in seen if counted(one) and _number(f"f{one.article.id}") % folds == fold]
        weights = fitted([one for one in seen if not counted(one) or _number(f"f{one.article.id}") % folds != fold])
        for least, tally in tallies.items():
            bound = None if least is None else replace(weights, least_added=least[0], least_kept=least[1])
            for one in here:
                tally.article = one.article.id
                commitments(tally, one.article, [_record(each) for each in one.found(bound)])
    return tallies


def _record(one: Commitment) -> dict[str, Any]:
    return {"kind": one.kind.value, "actor": one.actor, "text": one.words.text, "rule": one.evidence.rule,
            "confidence": one.evidence.confidence, "amount": None, "deadline": None,
            "spans": {"text": {"span": [one.words.span.start, one.words.span.end]}}}  # fmt: skip


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def _all(public: Path | None) -> Iterator[Keyed]:
    yield from load("en", "dev")
    if public is not None and public.is_dir():
        yield from map(_keyed, (*rows_of(public / "facts_dev.jsonl"), *newspapers(public, "dev")))
        for keys in (POLITICS, ORDINARY):
            yield from (_keyed(row, "genre") for row in newspapers(public, "dev", keys))


def _keyed(row: Record, *marks: str) -> Keyed:
    due = [{**one, "amount": None, "deadline": None} for one in row["commitments"]]
    key = {"commitments": due, **dict.fromkeys(marks)}
    return Keyed(id=row["id"], text=row["text"], key=key, path=Path(row["id"]))


def packed(weights: UndertakingWeights) -> bytes:
    """The weights as a file holds them, in halves of single precision, which changes no vote that is not close."""
    names = np.frombuffer("\n".join(weights.places).encode(), dtype=np.uint8)
    stream = io.BytesIO()
    np.savez_compressed(stream, names=names, signs=weights.signs.astype(np.float16),
                        words=weights.words.astype(np.float16),
                        least=np.array([weights.least_added, weights.least_kept]))  # fmt: skip
    return stream.getvalue()


def learned(public: Path | None) -> Learned:
    """The weights as fitted without some articles."""
    seen = list(examples(list(_all(public))))
    return Learned(
        file=_WEIGHTS,
        made=lambda keep: packed(fitted([one for one in seen if keep(one.article.id)])),
        forget=undertaking_weights.cache_clear,
    )


def main() -> int:
    """Fits the weights of English and writes them into its folder; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.undertakings", description=__doc__)
    parser.add_argument("--public", type=Path, help="folder with the public sets")
    parser.add_argument("--folds", type=int, default=0, help="also check against this many parts of the articles")
    asked = parser.parse_args()
    seen = list(examples(list(_all(asked.public))))
    if asked.folds:
        bounds = [(added, LEAST_KEPT) for added in (0.25, 0.35, 0.45, 0.55)]
        for least, tally in cross_checked(seen, asked.folds, lambda one: one.weight == 1.0, bounds).items():
            for figure in _FIGURES:
                print(least or "rules alone", figure, tally.score(figure), f"{tally.score(figure).f1 or 0:.3f}")
    _WEIGHTS.write_bytes(packed(fitted(seen)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
