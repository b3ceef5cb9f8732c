"""Fits the weights of `briefing/sources/signs.toml` on pages whose articles are known.

    python -m tools.fit_signs [--write] FOLDER
    python -m tools.fit_signs [--write] PAGES.jsonl [PAGES.jsonl ...]

The first fits on the files of `FOLDER` that the shipped weights were fitted on (`SETS`), and gives those weights again
to the last digit. Prints the whole file of weights; with `--write` it takes the place of the shipped one.

Each line of a file is a JSON object with the page's whole `text`, menus and all, and the first that it has of:

- `body_start` and `body_end`: the article's place in `text`, in code points;
- `body`, the article's text, perhaps with its `title`: a passage belongs to it where 60 % of its runs of four words do;
- `with` and `without`: pieces that stand in the article and pieces that do not; what is in neither is not counted;
- none of these: the text is an article without anything around it.

A line that the page repeats belongs to the article only as often as the body has it, and where most of the body is.
The bodies of pages are learnt from once more by themselves, so that a text cleaned already is kept whole. The weights
are those of a logistic regression with a small ridge, found by Newton's method; each page counts by its kind, each
passage by its length. What the path costs (the table `[path]`) is not fitted: it was chosen by comparing values.

The shipped weights were fitted on pages of the Web Content Extraction Benchmark (CC BY 4.0), the evaluation pages of
trafilatura (Apache-2.0), the articles of PolNeAR's development part inside navigation of real sites, and as bare texts
the first 150 articles of its training part and 42 reports of events. The last three are news of their publishers, which
may be learnt from and not be handed on; none of any of these texts is in this project.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from briefing.sources.passages import Passage, passages
from briefing.sources.signs import signs_of

Numbers: TypeAlias = NDArray[np.float64]

SHIPPED = Path(__file__).resolve().parent.parent / "briefing" / "sources" / "signs.toml"
BIAS = "bias"
RIDGE = 0.002
STEPS = 12
LENGTH_EXPONENT = 0.4
SHARE_OF_RUNS = 0.6
RUN = 4
# How much a page of each kind counts: whole pages with a known article most.
PAGE, PIECES, PLACED, BARE = 1.0, 0.6, 0.5, 0.1
# A piece that must be kept against one that must go.
KEPT = 1.5
# The files that the shipped weights were fitted on, and how many of their lines.
SETS = (
    ("boilerplate_wcxb.jsonl", None),
    ("boilerplate_trafilatura.jsonl", None),
    ("polnear_junk_dev.jsonl", None),
    ("polnear_train.jsonl", 150),
    ("facts_dev.jsonl", None),
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The signs of a page's passages, whether each belongs to the article (NaN: not known), and how much it counts."""

    signs: Sequence[Mapping[str, float]]
    labels: Numbers
    counts: Numbers


def main(arguments: list[str]) -> int:
    """Fits on all files named; exit code 2 without any."""
    names = [Path(name) for name in arguments if name != "--write"]
    if not names:
        print(__doc__, file=sys.stderr)
        return 2
    pages = [page for row in _all_rows(names) for page in pages_of(row)]
    weights = fitted(pages)
    print(f"{len(pages)} pages; {_distance(weights)}", file=sys.stderr)
    table = _written(weights)
    if "--write" in arguments:
        SHIPPED.write_text(table, encoding="utf-8", newline="\n")
    else:
        print(table, end="")
    return 0


def _written(weights: Mapping[str, float]) -> str:
    """The file of weights: all above its table of weights as it is shipped, and the weights to two digits."""
    head, _, _ = SHIPPED.read_text(encoding="utf-8").partition("[weights]\n")
    lines = (f'"{name}" = {weight + 0.0:.2f}\n' for name, weight in sorted(weights.items()))
    return f"{head}[weights]\n{''.join(lines)}"


def _distance(weights: Mapping[str, float]) -> str:
    shipped: dict[str, float] = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["weights"]
    apart = {name: abs(weights.get(name, 0.0) - shipped.get(name, 0.0)) for name in weights.keys() | shipped.keys()}
    widest = max(apart, key=apart.__getitem__)
    return f"{sum(apart.values()) / len(apart):.3f} from the shipped weights, at most {apart[widest]:.2f} ({widest})"


def _all_rows(names: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for name in names:
        if name.is_dir():
            for file, most in SETS:
                yield from islice(_rows(name / file), most)
        else:
            yield from _rows(name)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def pages_of(row: Mapping[str, Any]) -> Iterator[Page]:
    """What a line of a file teaches: the page, and its body by itself."""
    text = row["text"]
    found = passages(text)
    if "body_start" in row:
        start, end = row["body_start"], row["body_end"]
        yield _page(found, [float(start <= each.start < end) for each in found], PLACED)
        yield from _bare(text[start:end])
    elif "body" in row:
        yield _page(found, _by_runs(found, row["body"]), PAGE)
        yield from _bare(row["body"], row.get("title"))
    elif "with" in row:
        labels = [_by_pieces(each.text, row["with"], row["without"]) for each in found]
        yield _page(found, labels, PIECES, by_length=False)
    else:
        yield from _bare(text)


def _bare(body: str, title: str | None = None) -> Iterator[Page]:
    """A text that is all article, below its title, of which nothing is learnt."""
    found = passages(f"{title}\n{body}" if title else body)
    labels = [1.0] * len(found)
    if title and labels:
        labels[0] = float("nan")
    yield _page(found, labels, BARE)


def _by_pieces(text: str, inside: Sequence[str], outside: Sequence[str]) -> float:
    line = _folded(text)
    kept, gone = (any(_folded(piece) in line for piece in pieces) for pieces in (inside, outside))
    return float(kept) if kept != gone else float("nan")


def _by_runs(found: Sequence[Passage], body: str) -> list[float]:
    runs = Counter(_runs(body))
    lines = Counter(_folded(line) for line in body.split("\n"))
    labels = []
    for each in found:
        own = _runs(each.text)
        known = sum(run in runs for run in own) >= SHARE_OF_RUNS * len(own) if own else _folded(each.text) in lines
        labels.append(float(known))
    return _no_more_than(lines, found, labels)


def _no_more_than(lines: Mapping[str, int], found: Sequence[Passage], labels: Sequence[float]) -> list[float]:
    """The labels without those of copies: of a repeated line, as many as the body has, where most of the body is."""
    places: dict[str, list[int]] = {}
    for at, each in enumerate(found):
        places.setdefault(_folded(each.text), []).append(at)
    own = [
        label * min(each.text.count(" ") + 2, 40) * (len(places[_folded(each.text)]) == 1)
        for each, label in zip(found, labels, strict=True)
    ]
    sums = [0.0, *accumulate(own)]
    rest = list(labels)
    for line, spots in places.items():
        near = sorted(spots, key=lambda at: sums[max(0, at - 4)] - sums[min(len(found), at + 5)])
        for at in near[max(1, lines.get(line, 0)) :]:
            rest[at] = 0.0
    return rest


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text)
    return [tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _page(found: Sequence[Passage], labels: Sequence[float], share: float, *, by_length: bool = True) -> Page:
    truth = np.array(labels, float)
    if by_length:
        counts = np.array([each.text.count(" ") + 2 for each in found], float) ** LENGTH_EXPONENT
        counts /= max(float(counts.sum()), 1e-9)
    else:
        known = ~np.isnan(truth)
        counts = np.where(known, 1.0 / max(int(known.sum()), 1), 0.0) * np.where(truth == 1, KEPT, 1.0)
    signs = signs_of(found, found[0].text if found else None)
    return Page(signs=signs, labels=truth, counts=counts * share)


def fitted(pages: Sequence[Page]) -> dict[str, float]:
    """The weight of each sign that occurs, and the bias; without known passages all are 0."""
    names = sorted({name for page in pages for signs in page.signs for name in signs})
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((sum(len(page.signs) for page in pages), len(names) + 1))
    table[:, -1] = 1.0
    for row, signs in enumerate(signs for page in pages for signs in page.signs):
        for name, value in signs.items():
            table[row, column[name]] = value
    labels = np.concatenate([page.labels for page in pages]) if pages else np.zeros(0)
    counts = np.concatenate([page.counts for page in pages]) if pages else np.zeros(0)
    known = ~np.isnan(labels)
    weights = _regression(table[known], labels[known], counts[known] / max(counts[known].sum(), 1e-9))
    return dict(zip([*names, BIAS], map(float, weights), strict=True))


def _regression(table: Numbers, labels: Numbers, counts: Numbers) -> Numbers:
    """The log-odds by Newton's method."""
    size = table.shape[1]
    weights = np.zeros(size)
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (counts * (odds - labels)) + RIDGE / size * weights
        bend = (table * (counts * odds * (1 - odds))[:, None]).T @ table + RIDGE / size * np.eye(size)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
