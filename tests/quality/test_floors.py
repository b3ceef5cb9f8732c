"""How much is found in the articles written for this project: floors that cannot sink unseen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.quality.floors import floors, sunk
from tools.quality.keyed import CORPUS, PARTS, Keyed, digest, flaws, languages, load
from tools.quality.measuring import measure
from tools.quality.tally import Tally, paired
from tools.quality.words import same_actor, same_name, same_phrase

SETS = [f"{language}.{part}" for language in languages() for part in PARTS]
LEAST_ENGLISH, LEAST_OTHER = 150, 15


def _articles(name: str) -> tuple[Keyed, ...]:
    language, part = name.split(".")
    return load(language, part)


def test_there_are_articles_enough() -> None:
    """At least 150 English ones and 15 of each other language, about a third of the English ones set aside."""
    counts = {language: [len(load(language, part)) for part in PARTS] for language in languages()}
    assert sum(counts.pop("en")) >= LEAST_ENGLISH
    assert all(sum(parts) >= LEAST_OTHER for parts in counts.values())


@pytest.mark.parametrize("name", SETS)
def test_every_key_cites_its_text(name: str) -> None:
    """No key asks for words that its article does not have."""
    assert [flaw for article in _articles(name) for flaw in flaws(article)] == []


@pytest.mark.parametrize("name", SETS)
def test_no_figure_sinks(name: str) -> None:
    """Each figure stays at its floor, each slip under its ceiling, on the articles that they were measured on."""
    limits, articles = floors()[name], _articles(name)
    assert limits["digest"] == digest(articles), "the articles are others: look at the figures, then `make floors`"
    assert list(sunk(limits, measure(articles))) == []


def test_a_sunk_figure_is_seen() -> None:
    """A figure under its floor and a slip over its ceiling are named; what nothing was counted for has sunk too."""
    tally = Tally()
    tally.add("people", due=True, said=True, right=True)
    tally.add("people", due=True, said=False, right=False)
    tally.slip("wrong name as speaker", happened=True)
    limits: dict[str, float | str] = {"digest": "", "people": 0.7, "wrong name as speaker": 0.5, "quotation": 0.1}
    assert [line.split(":")[0] for line in sunk(limits, tally)] == ["people", "wrong name as speaker", "quotation"]
    assert list(sunk({"people": 0.6, "wrong name as speaker": 1.0}, tally)) == []


def test_no_rule_names_an_article() -> None:
    """Rules are about language: no file of them knows the name of an article that they are measured on."""
    ids = [path.stem for path in CORPUS.rglob("*.json")]
    rules = "".join(path.read_text(encoding="utf-8") for path in Path("briefing/extract").rglob("*.*ml"))
    assert ids
    assert [name for name in ids if name in rules and re.search(rf"\b{re.escape(name)}\b", rules)] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zoë O’Brien", "Zoe O'Brien", True),
        ("Dr. Ana Ruiz", "Ruiz", True),
        ("A. Ruiz", "Ana Ruiz", True),
        ("Bo Ruiz", "Ana Ruiz", False),
        ("Ana Ruiz", "Ana Díaz", False),
        ("", "", False),
    ],
)
def test_names_are_compared_as_a_reader_would(one: str, other: str, same: bool) -> None:
    """Accents, titles and initials do not make another person; another given name does."""
    assert same_name(one, other) is same


def test_actors_and_roles_are_compared_by_their_words() -> None:
    """A fuller name has the accepted one in it; a role with other words in the main is another role."""
    assert same_actor(["Norway"], "the government of Norway")
    assert not same_actor(["Norway"], "Sweden")
    assert same_phrase(["minister of finance"], ["Finance Minister"])
    assert not same_phrase(["minister of finance"], ["minister of trade and industry"])


def test_pairs_are_as_many_as_can_be() -> None:
    """The first comer makes room where it has another partner."""
    assert paired(["a", "b"], lambda at: [[0, 1], [0]][at]) == {0: 1, 1: 0}
