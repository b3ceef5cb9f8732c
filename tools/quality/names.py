"""What each sign says for a name's being a person's; `python -m tools.quality.names` fits the weights anew.

A logistic model over the signs of `briefing.extract.people.name_weighing`, by ridge regression: the sum of the
hand-made votes is one sign and is hardly held back; letters, neighbours and the directions of words are. Fitted on the
articles that are not set aside, on the keyed reports of newspapers and on the public set of newswire articles, where
they lie.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.lexis.vocabulary import load_vocabulary
from briefing.extract.lexis.word_vectors import DIMENSIONS, word_vectors
from briefing.extract.parsing.bounds import bounded
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Draft, text_of
from briefing.extract.people.name_weighing import ENOUGH, Sort, Weights, signs, words_beside
from briefing.extract.people.personhood import Hearing
from briefing.extract.people.persons import draft_people
from tools.quality.keyed import Record, load
from tools.quality.newspapers import NEWSPAPERS, newspapers
from tools.quality.reading import article_of
from tools.quality.words import any_same_name

PLACES = ("first", "last", "before", "behind", "verb")
_RIDGE, _RIDGE_VOTES = 6.0, 0.3
_LEAST_SEEN = 60
_ROUNDS = 8
_LEAST_WEIGHT = 0.01
_FILE = Path(__file__).resolve().parents[2] / "briefing" / "extract" / "en" / "name_weights.toml"
_HEAD = "# Made by `python -m tools.quality.names`: what each sign says for a name's being a person's.\n"
_VOTES = frozenset(f"{sort}.{sign}" for sort in Sort for sign in ("score", "enough", "near")) | {"bias"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One name: the article, its signs, the words whose meaning tells, the score of the votes, and what it is."""

    article: str
    signs: Mapping[str, float]
    words: Sequence[tuple[str, str, float]]
    sort: Sort
    score: float
    person: bool


Truth = Callable[[Parse, Draft], bool]


def by_name(people: Sequence[Record]) -> Truth:
    """Persons by the names of a key."""
    names = [[row["name"], *row.get("aliases", [])] for row in people]

    def holds(parse: Parse, draft: Draft) -> bool:
        longest = max(draft.places, key=lambda place: place.last - place.first)
        return any(any_same_name(forms, text_of(parse, longest)) for forms in names)

    return holds


def by_span(spans: Sequence[tuple[int, int]]) -> Truth:
    """Persons by the stretches of the text that are marked as such."""

    def holds(parse: Parse, draft: Draft) -> bool:
        marked = sum(
            any(start < parse.tokens[place.last - 1].end and parse.tokens[place.first].start < end
                for start, end in spans)
            for place in draft.places
        )  # fmt: skip
        return marked * 2 > len(draft.places)

    return holds


def examples(article: str, parse: Parse, truth: Truth) -> list[Example]:
    """All names of an article about which the votes were heard, as the plain votes go on to judge."""
    parse = bounded(parse)
    found: list[Example] = []

    def judge(hearing: Hearing, draft: Draft, sort: Sort, score: float) -> float:
        row = Example(article=article, signs=dict(signs(hearing, draft, sort, score)), sort=sort, score=score,
                      words=tuple(words_beside(hearing, draft)), person=truth(parse, draft))  # fmt: skip
        found.append(row)
        return score

    draft_people(parse, find_clauses(parse), load_vocabulary("en"), judge)
    return found


def fitted(rows: Sequence[Example]) -> Weights:
    """The weights that tell persons from other names best."""
    seen = Counter(sign for row in rows for sign in row.signs)
    names = sorted(sign for sign, count in seen.items() if count >= _LEAST_SEEN)
    table = _table(rows, {sign: at for at, sign in enumerate(names)})
    ridge = np.full(table.shape[1], _RIDGE)
    ridge[[at for at, sign in enumerate(names) if sign in _VOTES]] = _RIDGE_VOTES
    found = _logistic(table, np.array([row.person for row in rows], dtype=float), ridge)
    directions = found[len(names) :].reshape(len(PLACES), DIMENSIONS)
    return Weights(
        {sign: round(float(value), 3) for sign, value in zip(names, found, strict=False) if abs(value) > _LEAST_WEIGHT},
        {place: [round(float(value), 3) for value in row] for place, row in zip(PLACES, directions, strict=True)},
    )


def _table(rows: Sequence[Example], columns: Mapping[str, int]) -> np.ndarray:
    vectors = word_vectors("en")
    table = np.zeros((len(rows), len(columns) + len(PLACES) * DIMENSIONS), dtype=np.float32)
    for at, row in enumerate(rows):
        for sign, value in row.signs.items():
            if sign in columns:
                table[at, columns[sign]] = value
        for place, word, share in row.words:
            vector = vectors.of(word) if vectors is not None else None
            if vector is not None:
                start = len(columns) + PLACES.index(place) * DIMENSIONS
                table[at, start : start + DIMENSIONS] += share * vector
    return table


def _logistic(table: np.ndarray, due: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """The weights by Newton's method."""
    found = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-(table @ found)))
        slope = table.T @ (likely - due) + ridge * found
        bend = (table * np.maximum(likely * (1 - likely), 1e-4)[:, None]).T @ table + np.diag(ridge)
        found -= np.linalg.solve(bend, slope)
    return found


def weight_of(weights: Weights, row: Example) -> float:
    """The sum of the weights of a name."""
    vectors = word_vectors("en")
    total = sum(value * weights.signs.get(sign, 0.0) for sign, value in row.signs.items())
    for place, word, share in row.words:
        vector = vectors.of(word) if vectors is not None else None
        total += 0.0 if vector is None else share * float(vector @ np.array(weights.vectors[place]))
    return total


def gathered(public: Path | None) -> list[Example]:
    """All examples of articles that are not set aside."""
    from briefing.extract.parsing.spacy_stage import parse  # noqa: PLC0415 - heavy

    texts = list(_texts(public))
    parses = parse(article_of(name, text) for name, text, _ in texts)
    return [row for (name, _, truth), one in zip(texts, parses, strict=True) for row in examples(name, one, truth)]


def _texts(public: Path | None) -> Iterator[tuple[str, str, Truth]]:
    for one in load("en", "dev"):
        yield one.id, one.text, by_name([row for row in one.key["attendees"] if row["kind"] == "person"])
    if public is None:
        return
    keyed = {row["id"]: row["people"] for row in newspapers(public, "dev")}
    lines = NEWSPAPERS.file.read_text(encoding="utf-8").split("\n")
    aside = {row["id"] for row in map(json.loads, filter(str.strip, lines)) if row["part"] != "dev"}
    for row in map(json.loads, filter(str.strip, (public / NEWSPAPERS.texts).read_text(encoding="utf-8").split("\n"))):
        if row["id"] in keyed:
            yield row["id"], row["text"], by_name(keyed[row["id"]])
        elif row["id"] not in aside:
            spans = [(one["start"], one["end"]) for one in row["entities"] if one["label"] == "Person"]
            yield row["id"], row["text"], by_span(spans)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fits and writes the weights, or with `--folds` prints how well they do on articles they were not fitted on."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.names", description=main.__doc__)
    parser.add_argument("--public", type=Path, help="folder of the public sets")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    rows = gathered(options.public)
    if options.folds:
        _print_folds(rows, options.folds)
        return 0
    weights = fitted(rows)
    lines = [_HEAD, "[signs]"]
    lines += [f"{json.dumps(sign, ensure_ascii=False)} = {value}" for sign, value in weights.signs.items()]
    lines += ["", "[vectors]", *(f"{place} = {list(row)}" for place, row in weights.vectors.items()), ""]
    _FILE.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return 0


def _print_folds(rows: Sequence[Example], folds: int) -> None:
    fold = [int(hashlib.sha256(row.article.encode()).hexdigest(), 16) // 8 % folds for row in rows]
    right: Counter[tuple[str, str]] = Counter()
    for number in range(folds):
        weights = fitted([row for row, own in zip(rows, fold, strict=True) if own != number])
        for row in (row for row, own in zip(rows, fold, strict=True) if own == number):
            for how, said in (("votes", row.score >= ENOUGH[row.sort]), ("weighed", weight_of(weights, row) > 0)):
                right[how, f"{'right' if said == row.person else 'wrong'}.{'said' if said else 'not'}"] += 1
    for how in ("votes", "weighed"):
        due = right[how, "right.said"] * 2
        f1 = due / (due + right[how, "wrong.said"] + right[how, "wrong.not"])
        sys.stdout.write(
            f"{how}: F1 {f1:.3f} ({right[how, 'wrong.said']} too many, {right[how, 'wrong.not']} missed)\n"
        )


if __name__ == "__main__":
    sys.exit(main())
