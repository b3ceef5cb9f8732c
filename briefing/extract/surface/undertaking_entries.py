"""The verbs of undertakings as the data of a language lists them, and as they are found."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import load
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.lexicons import phrases as listed
from briefing.model.facts import Kind


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that undertakes: its token and end, kind, tense and clause; `willed`: by its future tense alone."""

    i: int
    last: int
    kind: Kind
    tense: Tense
    clause: tuple[int, int]
    willed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the data: a kind, the shapes a verb needs, and the nouns that such shapes list."""

    kind: Kind
    shapes: frozenset[str]
    nouns: frozenset[str]


@functools.cache
def entries_of(language: str) -> tuple[Entry, ...]:
    """The verbs in the data folder of a language, in their order."""
    data, lemma = load(language, "commitments"), lemmatizer(language)
    nouns = {name: listed(written) for name, written in data["nouns"].items()}
    out: list[Entry] = []
    for kind, *shapes in data["verbs"].values():
        words = [word for shape in shapes for word in nouns.get(shape, ())]
        out.append(Entry(Kind(kind), frozenset(shapes), frozenset(words) | frozenset(map(lemma, words))))
    return tuple(out)


@functools.cache
def idle_verbs(language: str) -> frozenset[str]:
    """Verbs that are no doing in the future either, verbs of saying among them; empty where endings do not tell."""
    data = load(language, "commitments")
    idle = listed(data["will"].get("idle", ""))
    saying: list[str] = load(language, "saying")["verbs"]["plain"] if idle else []
    return frozenset(idle) | frozenset(verb for verb in saying if verb not in data["verbs"])
