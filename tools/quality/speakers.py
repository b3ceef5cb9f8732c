"""How much each sign says of who speaks; `python -m tools.quality.speakers` fits the weights anew.

A logistic model over everybody who may be meant, and nobody, with the signs of
`briefing.extract.quotations.speaker_signs`. Fitted on the articles that are not set aside, on the public event reports
and newspapers' reports where they lie, and on `tests/quality/speakers.jsonl`: speakers of ours of quotations that the
rules left open, as places in the articles of public sets. `--folds` tells how often an answer is right on articles that
the weights were not fitted on.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from tools.quality.facts import trimmed
from tools.quality.keyed import Keyed, Record, load
from tools.quality.newspapers import newspapers
from tools.quality.reading import article_of, rows_of
from tools.quality.words import any_same_name

_LABELS = Path(__file__).resolve().parents[2] / "tests" / "quality" / "speakers.jsonl"
_LABELLED_SETS = ("polnear_train", "names_worldwide")
_FILE = Path(__file__).resolve().parents[2] / "briefing" / "extract" / "en" / "speaker_weights.toml"
_HEAD = "# Made by `python -m tools.quality.speakers`: how much each sign says for a speaker.\n"
# How likely an answer must be to be given, by what stands for the speaker: chosen by folds, so that few are wrong.
# `settled`: how likely whom the rules take a pronoun for must be, lest a likely enough other be taken.
LEAST = {"pronoun": 0.93, "title": 0.92, "alone": 0.85, "settled": 0.03}
_RIDGE = 2.0
_LEAST_SEEN = 4
_ROUNDS, _STEP = 300, 0.05
_LEAST_WEIGHT = 0.01
_AS = Path("article.txt")
_SHORTEST = 40  # characters of a quotation's beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quotation of an article that begins at a character; `speaker`: all forms of the name, none for nobody."""

    at: int
    speaker: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A place: the signs of nobody, then of everybody who may be meant; `right`: which of them is."""

    article: str
    kind: str
    open: bool
    options: tuple[frozenset[str], ...]
    right: int
    weight: float


def examples(articles: Sequence[tuple[Keyed, Sequence[Said]]]) -> Iterator[Example]:
    """The places of all quotations whose speaker is known and can be asked for; those of one word share its weight."""
    from briefing.extract.grammar.clause_finding import find_clauses  # noqa: PLC0415 - the same
    from briefing.extract.parsing.spacy_stage import parse  # noqa: PLC0415 - the same
    from briefing.extract.people.casting import build_cast  # noqa: PLC0415 - heavy
    from briefing.extract.quotations.quotes import asked_speakers  # noqa: PLC0415 - the same
    from briefing.extract.quotations.speaker_signs import SpeakerSigns  # noqa: PLC0415 - the same

    for (one, known), parsed in zip(
        articles, parse(article_of(each.id, each.text) for each, _ in articles), strict=True
    ):
        clauses = find_clauses(parsed)
        cast = build_cast(parsed, clauses)
        due = {said.at: said.speaker for said in known}
        asked = []
        for quote, place in asked_speakers(parsed, clauses, cast):
            at = trimmed(one.text, quote.parts[0].start, quote.parts[0].end)[0]
            if place is not None and at in due:
                asked.append((quote, place, due[at]))
        shared = Counter(place.token for _, place, _ in asked)
        for quote, place, speaker in asked:
            signs = SpeakerSigns(cast, place)
            meant = [i for i, person in enumerate(signs.candidates, 1) if any_same_name(speaker, person.name)]
            if meant or not speaker:  # who is not found among the people says nothing
                options = (signs.of_nobody(), *(signs.of(person) for person in signs.candidates))
                yield Example(
                    article=one.id, kind=place.kind, open=quote.attribution.value in {"unknown", "described"},
                    options=options, right=meant[0] if meant else 0, weight=shared[place.token] ** -0.5,
                )  # fmt: skip


def fit(seen: Sequence[Example]) -> Mapping[str, float]:
    """The weight of each sign."""
    counts = Counter(sign for one in seen for sign in chain.from_iterable(one.options))
    signs = sorted(sign for sign, count in counts.items() if count >= _LEAST_SEEN)
    place = {sign: i for i, sign in enumerate(signs)}
    sizes = [len(one.options) for one in seen]
    starts = np.cumsum([0, *sizes[:-1]])
    given = np.zeros((sum(sizes), len(signs)), dtype=np.float32)
    for row, option in enumerate(chain.from_iterable(one.options for one in seen)):
        given[row, [place[sign] for sign in option if sign in place]] = 1
    right = np.zeros(len(given))
    right[starts + np.array([one.right for one in seen])] = 1
    weight = np.repeat([one.weight for one in seen], sizes)
    found, first, second = (np.zeros(len(signs)) for _ in range(3))
    for step in range(_ROUNDS):  # gradient steps with momentum of both orders (Adam)
        sums = given @ found
        sums -= np.repeat(np.maximum.reduceat(sums, starts), sizes)
        likely = np.exp(sums)
        likely /= np.repeat(np.add.reduceat(likely, starts), sizes)
        slope = given.T @ (weight * (likely - right)) + _RIDGE * found
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        ahead = first / (1 - 0.9 ** (step + 1)) / (np.sqrt(second / (1 - 0.999 ** (step + 1))) + 1e-8)
        found = found - _STEP * (1 - 0.8 * step / _ROUNDS) * ahead
    return {sign: round(float(found[i]), 2) for sign, i in place.items() if abs(found[i]) >= _LEAST_WEIGHT}


def guess(table: Mapping[str, float], one: Example) -> tuple[int, float]:
    """The likeliest option and how likely it is."""
    sums = np.array([sum(table.get(sign, 0.0) for sign in option) for option in one.options])
    likely = np.exp(sums - sums.max())
    best = int(likely.argmax())
    return best, float(likely[best] / likely.sum())


def cross_checked(seen: Sequence[Example], folds: int) -> Iterator[tuple[str, int, int, int]]:
    """For each kind of place: how many are open, answered and answered right by weights from other articles."""
    open_, said, right = Counter[str](), Counter[str](), Counter[str]()
    for fold in range(folds):
        table = fit([one for one in seen if _fold(one.article, folds) != fold])
        for one in seen:
            if one.open and _fold(one.article, folds) == fold:
                best, likely = guess(table, one)
                answered = best > 0 and likely >= LEAST[one.kind]
                open_[one.kind] += 1
                said[one.kind] += answered
                right[one.kind] += answered and best == one.right
    for kind in open_:
        yield kind, open_[kind], said[kind], right[kind]


def _fold(article: str, folds: int) -> int:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % folds


def _toml(table: Mapping[str, float]) -> str:
    least = "".join(f"{kind} = {share:g}\n" for kind, share in LEAST.items())
    signs = "".join(f'"{sign}" = {weight:g}\n' for sign, weight in sorted(table.items()))
    return f"{_HEAD}\n[least]\n{least}\n[signs]\n{signs}"


def _reports(folder: Path) -> Iterator[tuple[Keyed, list[Said]]]:
    """The event reports of newspapers, the public ones and ours that are not set aside."""
    for row in (*rows_of(folder / "facts_dev.jsonl"), *newspapers(folder, "dev")):
        forms = {one["name"]: (one["name"], *one.get("aliases", [])) for one in row["people"]}
        known = [Said(at=row["text"].find(one["anchor"]), speaker=_forms(forms, one["speaker"]))
                 for one in row.get("quotes", ())]  # fmt: skip
        yield Keyed(id=row["id"], text=row["text"], key={}, path=Path(row["id"])), known


def _forms(forms: Mapping[str, tuple[str, ...]], speaker: str | None) -> tuple[str, ...]:
    """All forms of a speaker's name; none where he is nobody of the people."""
    if speaker is None or speaker in forms:
        return forms.get(speaker or "", ())
    return next((one for one in forms.values() if any_same_name(one, speaker)), ())


def _own() -> Iterator[tuple[Keyed, list[Said]]]:
    """Our own articles that are not set aside."""
    for one in load("en", "dev"):
        forms = {row["name"]: (row["name"], *row.get("aliases", [])) for row in one.key["attendees"]}
        known = []
        for row in one.key["quotes"]:
            named = row["attribution"] in {"named", "resolved"}
            speaker = forms.get(row["speaker"], (row["speaker"],)) if named else ()
            at = one.text.find(row["parts"][0])
            known.append(Said(at=trimmed(one.text, at, at + len(row["parts"][0]))[0], speaker=speaker))
        yield one, known


def _labelled(folder: Path) -> Iterator[tuple[Keyed, list[Said]]]:
    """The articles of public sets of which we know who says what the rules leave open."""
    labels: dict[str, list[Record]] = {}
    for label in rows_of(_LABELS):
        labels.setdefault(label["id"], []).append(label)
    for row in chain.from_iterable(rows_of(folder / f"{name}.jsonl") for name in _LABELLED_SETS):
        text, known = row["text"], []
        for label in labels.get(row["id"], ()):
            at = label["at"]
            name = " ".join(text[slice(*label["speaker"])].split()) if label["speaker"] else ""
            start = trimmed(text, at, min(len(text), at + _SHORTEST))[0]
            known.append(Said(at=start, speaker=(name,) if name else ()))
        if known:
            yield Keyed(id=row["id"], text=text, key={}, path=Path(row["id"])), known


def _all(public: Path | None) -> Iterable[tuple[Keyed, list[Said]]]:
    yield from _own()
    if public is not None and public.is_dir():
        yield from _reports(public)
        yield from _labelled(public)


def main() -> int:
    """Fits the weights of English and writes them into its folder; returns 0."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.speakers", description=__doc__)
    parser.add_argument("--public", type=Path, help="folder with the public sets")
    parser.add_argument("--folds", type=int, default=0, help="also check against this many parts of the articles")
    asked = parser.parse_args()
    seen = list(examples(list(_all(asked.public))))
    for kind, of, said, right in cross_checked(seen, asked.folds) if asked.folds else ():
        print(f"{kind}: {said} of {of} open ones answered, {right} right")
    _FILE.write_text(_toml(fit(seen)), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
