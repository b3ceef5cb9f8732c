"""How much each sign says of who was there; `python -m tools.quality.presence` fits the weights anew.

A logistic model over the signs that `briefing.extract.attendance.presence` gathers: words that settle a mode weigh for
it and against being there or being heard; all others hint at whether somebody takes part, is heard or only mentioned.
Ridge regression keeps signs that were seen seldom near nothing: the more so, the more there are of a family, and those
of a whole article, of which there are fewer than people. Fitted on the articles that are not set aside, and on the
public set of event reports where it lies; `--folds` tells how well weights do on articles they were not fitted on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from briefing.extract.attendance.weighing import UNTOLD, Tables, Weights, of_context, totals, weights
from briefing.resources import shipped
from tools.quality.crossfit import Learned
from tools.quality.keyed import Keyed, Record, load
from tools.quality.newspapers import NEWSPAPERS, ORDINARY, POLITICS, newspapers
from tools.quality.reading import article_of, keyed_people, rows_of

MODES = ("mentioned", "quoted", "in_person", "remote", "represented", "expected", "absent")
_HINTED = (1, 2)
_PRESENT, _SETTLED = 2, 3
_RIDGE, _RIDGE_BIAS = 4.0, 0.05
# By the first letter of a sign.
_RIDGES = {"a": 12.0, "b": 2.0, "k": 3.0, "l": 12.0, "n": 8.0, "r": 6.0, "v": 8.0, "y": 7.0}
_PRINTED = 2.0
# How much the reports of each set tell of what will be read: of events, of American politics, of no event.
_SETS = ((NEWSPAPERS, _PRINTED), (POLITICS, 0.5), (ORDINARY, 1.0))
# How much likelier than the signs say those were there of whom no rule tells, by the totals of our own articles and of
# ordinary news that are set aside: in articles that rules were not written with, they are half of all.
_UNREAD = 0.5
# A sign seen in fewer articles has no weight of its own.
_LEAST_SEEN = 4
_ROUNDS, _STEP = 400, 0.05
_LEAST_WEIGHT = 0.02
_FILE = Path("article.txt")
_DATA = Path(__file__).resolve().parents[2] / "briefing" / "extract"
_WEIGHTS = _DATA / "en" / "presence_weights.toml"
_SAMPLES = Path(__file__).resolve().parents[2] / "tests" / "quality" / "seeds.json"
_HEAD = "# Made by `python -m tools.quality.presence`: how much each sign says for each mode of taking part.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One person: the signs, the modes that the text allows, and those the key accepts, the best first."""

    article: str
    signs: frozenset[str]
    open: frozenset[str]
    modes: tuple[str, ...]
    weight: float = 1.0


def examples(articles: Sequence[Keyed]) -> Iterator[Example]:
    """All people that are found in articles with keys; who is in no key is nobody's business: `mentioned`."""
    from briefing.extract.attendance.presence import presence_of  # noqa: PLC0415 - the same
    from briefing.extract.grammar.clause_finding import find_clauses  # noqa: PLC0415 - the same
    from briefing.extract.parsing.spacy_stage import parse  # noqa: PLC0415 - the same
    from briefing.extract.people.casting import build_cast  # noqa: PLC0415 - heavy
    from briefing.extract.quotations.quotes import find_quotes  # noqa: PLC0415 - the same

    for one, parsed in zip(articles, parse(article_of(one.id, one.text) for one in articles), strict=True):
        clauses = find_clauses(parsed)
        cast = build_cast(parsed, clauses)
        ids = {quote.speaker_id for quote in find_quotes(parsed, clauses, cast)}
        quoted = frozenset(person.key for person in cast.people if cast.attendee_id(person.key) in ids)
        people = presence_of(cast, quoted).people
        key = keyed_people(one, [standing.person.name for standing in people])
        for i, standing in enumerate(people):
            row = key.get(i)
            if row is None or row.get("required", True):
                modes = tuple(row["modes"]) if row is not None else ("mentioned",)
                allowed = frozenset(mode.value for mode in standing.open)
                # Articles that newspapers printed tell more of what will be read than those written for this.
                weight = one.key.get("weight", 1.0 if "genre" in one.key else _PRINTED)
                yield Example(article=one.id, signs=standing.signs, open=allowed, modes=modes, weight=weight)


def _modes_of(sign: str) -> Sequence[int]:
    """The modes for which a sign may weigh."""
    if sign.startswith("x."):
        return sorted({MODES.index(sign.rsplit(".", 1)[1]), *_HINTED})
    return range(1, len(MODES)) if sign == "bias" else _HINTED


def fit(seen: Sequence[Example]) -> Tables:
    """For each mode the weight of each sign, for those of whom a rule tells and for all others."""
    untold = _fitted([replace(one, signs=of_context(one.signs)) for one in seen])
    present = dict(untold["in_person"])
    present["bias"] = round(present.get("bias", 0.0) + _UNREAD, 2)
    return Tables(_fitted(seen), {**untold, "in_person": present})


def _fitted(seen: Sequence[Example]) -> Weights:
    counts = Counter(sign for sign, _ in {(sign, one.article) for one in seen for sign in one.signs})
    signs = sorted(sign for sign, count in counts.items() if count >= _LEAST_SEEN)
    place = {sign: i for i, sign in enumerate(signs)}
    usable = [one for one in seen if one.open & set(one.modes)]
    given = np.zeros((len(usable), len(signs)))
    for row, one in enumerate(usable):
        given[row, [place[sign] for sign in one.signs if sign in place]] = 1
    may = np.zeros((len(signs), len(MODES)))
    for sign, i in place.items():
        may[i, _modes_of(sign)] = 1
    ridge = np.array([[_ridge(sign)] for sign in signs])
    allowed = np.array([[mode in one.open for mode in MODES] for one in usable], dtype=bool)
    hints = np.array([[not sign.startswith("x.") and sign != "bias"] for sign in signs], dtype=float)
    weight = np.array([[one.weight] for one in usable])
    task = _Task(
        given=given, weight=weight, allowed=allowed, due=np.array([_due(one) for one in usable]), may=may, hints=hints
    )
    weights = _logistic(task, ridge)
    return {
        mode: {sign: round(float(weights[i, j]), 2) for sign, i in place.items() if abs(weights[i, j]) >= _LEAST_WEIGHT}
        for j, mode in enumerate(MODES)
        if j
    }


def _ridge(sign: str) -> float:
    return _RIDGE_BIAS if sign == "bias" else _RIDGES.get(sign[0], _RIDGE)


def _due(one: Example) -> list[float]:
    """How good each mode is: the best one whole, others that the key accepts half."""
    best = next((mode for mode in one.modes if mode in one.open), None)
    return [(1.0 if mode == best else 0.5) * (mode in one.modes and mode in one.open) for mode in MODES]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """Rows are people, columns signs or modes. `may`: the weights there are. `hints`: the signs that settle nothing."""

    given: np.ndarray
    weight: np.ndarray
    allowed: np.ndarray
    due: np.ndarray
    may: np.ndarray
    hints: np.ndarray


def _logistic(task: _Task, ridge: np.ndarray) -> np.ndarray:
    """The weights that make what was due likeliest, by gradient steps with momentum of both orders (Adam)."""
    weights = np.zeros(task.may.shape)
    first, second = np.zeros(task.may.shape), np.zeros(task.may.shape)
    for step in range(_ROUNDS):
        shared = weights.copy()
        shared[:, _SETTLED:] += task.hints * weights[:, [_PRESENT]]
        sums = np.where(task.allowed, task.given @ shared, -np.inf)
        likely = np.exp(sums - sums.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        wanted = likely * task.due
        wanted /= wanted.sum(axis=1, keepdims=True)
        slope = task.given.T @ (task.weight * (likely - wanted))
        slope[:, [_PRESENT]] += task.hints * slope[:, _SETTLED:].sum(axis=1, keepdims=True)
        slope = (slope + ridge * weights) * task.may
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        ahead = first / (1 - 0.9 ** (step + 1)) / (np.sqrt(second / (1 - 0.999 ** (step + 1))) + 1e-8)
        weights = weights - _STEP * (1 - 0.8 * step / _ROUNDS) * ahead
    return weights


def guess(tables: Tables, one: Example) -> str:
    """The mode that weighs most."""
    sums = totals(tables, one.signs, sorted(one.open))
    return max(sums, key=lambda mode: sums[mode])


def cross_checked(seen: Sequence[Example], folds: int) -> float:
    """The share of people whose mode is right where the weights were fitted on other articles."""
    right = 0
    for fold in range(folds):
        here = [one for one in seen if _fold(one.article, folds) == fold]
        table = fit([one for one in seen if _fold(one.article, folds) != fold])
        right += sum(guess(table, one) in one.modes for one in here)
    return right / max(1, len(seen))


def _fold(article: str, folds: int) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % folds


def _toml(tables: Tables) -> str:
    return "".join([_HEAD, *_listed(tables.told, ""), *_listed(tables.untold or {}, f"{UNTOLD}.")])


def _listed(table: Weights, above: str) -> Iterator[str]:
    for mode, signs in table.items():
        yield f"\n[{above}{mode}]\n"
        yield from (f"{json.dumps(sign, ensure_ascii=False)} = {said:g}\n" for sign, said in sorted(signs.items()))


def _public(folder: Path) -> Iterator[Keyed]:
    """The event reports of newspapers, as articles with keys: the public ones and ours that are not set aside."""
    yield from (_keyed(row, _PRINTED) for row in rows_of(folder / "facts_dev.jsonl"))
    for keys, weight in _SETS:
        yield from (_keyed(row, weight) for row in newspapers(folder, "dev", keys))


def _keyed(row: Record, weight: float) -> Keyed:
    people = [{**one, "kind": "person"} for one in row["people"]]
    key = {"attendees": people, "weight": weight}
    return Keyed(id=row["id"], text=row["text"], key=key, path=Path(row["id"]))


def _samples() -> Iterator[Keyed]:
    """The articles that are shipped as samples, with the key to them."""
    for one in json.loads(_SAMPLES.read_text(encoding="utf-8"))["articles"]:
        text = shipped("seeds").joinpath(one["file"]).read_text(encoding="utf-8")
        yield Keyed(id=one["file"], text=text, key=one, path=Path(one["file"]))


def _all(public: Path | None) -> Iterable[Keyed]:
    yield from load("en", "dev")
    yield from _samples()
    if public is not None and public.is_dir():
        yield from _public(public)


def learned(public: Path | None) -> Learned:
    """The weights as fitted without some articles."""
    seen = list(examples(list(_all(public))))
    return Learned(
        file=_WEIGHTS,
        made=lambda keep: _toml(fit([one for one in seen if keep(one.article)])).encode(),
        forget=weights.cache_clear,
    )


def main() -> int:
    """Fits the weights of English and writes them into its folder; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.presence", description=__doc__)
    parser.add_argument("--public", type=Path, help="folder with the public sets")
    parser.add_argument("--folds", type=int, default=0, help="also check against this many parts of the articles")
    asked = parser.parse_args()
    seen = list(examples(list(_all(asked.public))))
    if asked.folds:
        print(f"right on other articles: {cross_checked(seen, asked.folds):.3f} of {len(seen)}")
    _WEIGHTS.write_text(_toml(fit(seen)), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
