"""How much each sign says of taking part where there is no parser; `python -m tools.quality.standing` fits it.

A logistic model over the signs that `briefing.extract.surface.standing` gathers, one for all these languages, fitted on
their articles that are not set aside. What a verb says is left out of every second example: the rules know the verbs of
these articles better than those of others. `--folds` tells how well weights do on articles they were not fitted on.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load as lexicon
from briefing.extract.surface.acting import Acting
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.attendance import Attending
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.engine import inside, prepared, verbs_of_saying
from briefing.extract.surface.events import Events
from briefing.extract.surface.quotes import Quotations
from briefing.extract.surface.speakers import Speakers
from briefing.model.facts import Mode
from briefing.sources.readers import reader_for
from tools.quality.keyed import Keyed, load
from tools.quality.reading import keyed_people

LANGUAGES = ("de", "es", "fr", "pl", "pt", "uk")
_FOLDS = 8
_RIDGE = 2.0
_LEAST_SEEN = 4
_ROUNDS = 60
_FILE = Path("article.txt")
_DATA = Path(__file__).resolve().parents[2] / "briefing" / "extract" / "surface" / "standing.toml"
_HEAD = "# Made by `python -m tools.quality.standing`: signs of taking part, without a parser."


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One person: the signs, whether he took part, whether the key leaves it open, and whether a verb says so."""

    article: str
    signs: frozenset[str]
    present: bool
    open: bool
    verb: bool


def examples(articles: Sequence[Keyed], language: str) -> Iterator[Example]:
    """The people of articles with keys of whom no verb says that they stayed away or came by other means."""
    for one in articles:
        data = one.text.encode()
        article = replace(reader_for(_FILE, data).read(_FILE.name, data).value[0], id=one.id, language=language)
        parse, stretches = prepared(article, language)
        found = stretches.find()
        saying = lexicon(language, "saying")
        cast = Cast(parse, language, verbs_of_saying(saying, language))
        acting = Acting(cast)
        actors = Actors(acting, inside(parse, found))
        ids = {person.name: fact_id("person", one.id, person.name) for person in cast.people}
        quotes = Quotations(actors, stretches, saying).find(found, ids)
        begun = {part.start for quote, _ in quotes for part in quote.parts}
        spoken = inside(parse, [stretch for stretch in found if stretch.start in begun])
        actors = Actors(acting, spoken)
        events = Events(cast, spoken, language).find()
        main = events[0] if events else None
        attending = Attending(actors, Speakers(actors, stretches, saying), language)
        signs, _, quoted = attending.gathered(quotes, main)
        key = keyed_people(one, [person.name for person in cast.people])
        for at, (person, own) in enumerate(attending.standing(signs, quoted, quotes, main)):
            row = key.get(at)
            if row is None or any(sign.mode is not Mode.IN_PERSON for sign in signs[person.name]):
                continue
            modes = row["modes"]
            yield Example(
                article=one.id,
                signs=frozenset(own),
                present=modes[0] == "in_person",
                open="in_person" in modes and len(modes) > 1,
                verb=bool(signs[person.name]),
            )


def fit(seen: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign."""
    doubled = [*seen, *(_without_verb(one) for one in seen if one.verb and one.present)]
    counts = Counter(sign for one in doubled for sign in one.signs)
    signs = sorted(sign for sign, count in counts.items() if count >= _LEAST_SEEN)
    given = np.array([[sign in one.signs for sign in signs] for one in doubled], dtype=float)
    due = np.array([one.present for one in doubled], dtype=float)
    worth = np.array([0.3 if one.open else 1.0 for one in doubled])
    ridge = np.array([0.01 if sign == "bias" else _RIDGE for sign in signs])
    weights = np.zeros(len(signs))
    for _ in range(_ROUNDS):  # Newton's method
        chance = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        slope = given.T @ (worth * (due - chance)) - ridge * weights
        bend = (given * (worth * chance * (1 - chance))[:, None]).T @ given + np.diag(ridge)
        weights += np.linalg.solve(bend, slope)
    return {sign: round(float(weight), 2) for sign, weight in zip(signs, weights, strict=True) if abs(weight) >= 0.02}


def _without_verb(one: Example) -> Example:
    """The same person in an article whose verb no rule knows."""
    return replace(one, signs=frozenset(sign for sign in one.signs if "verb" not in sign.split(".")))


def right(weights: Mapping[str, float], seen: Sequence[Example]) -> int:
    """Of how many people the weights tell whether they took part."""
    told = ((sum(weights.get(sign, 0.0) for sign in one.signs) > 0, one) for one in seen)
    return sum(one.open or present == one.present for present, one in told)


def main() -> int:
    """Fits the weights and writes them."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.standing", description=__doc__)
    parser.add_argument("--folds", action="store_true", help="only tell how weights do on other articles")
    asked = parser.parse_args()
    seen = [one for language in LANGUAGES for one in examples(load(language, "dev"), language)]
    if asked.folds:
        names = sorted({one.article for one in seen})
        good = verbs = 0
        for fold in range(_FOLDS):
            away = set(names[fold::_FOLDS])
            rest = [one for one in seen if one.article in away]
            good += right(fit([one for one in seen if one.article not in away]), rest)
            verbs += sum(one.open or one.verb == one.present for one in rest)
        print(f"{len(seen)} people; right by folds: {good / len(seen):.3f}; by verbs alone: {verbs / len(seen):.3f}")
        return 0
    rows = [f'"{sign}" = {weight}' for sign, weight in sorted(fit(seen).items())]
    _DATA.write_text("\n".join([_HEAD, "", "[weights]", *rows, ""]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
