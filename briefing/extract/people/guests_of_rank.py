"""Officers named by their rank alone, of whom one may be the foreign commander that the text tells of without name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Person
from briefing.extract.titles.titles import Title

_LEAD = 2  # paragraphs
_COMMANDS = frozenset({"chief", "commander", "commandant", "head"})
_FORCES = frozenset({"navy", "army", "military", "naval", "police", "force", "forces", "guard", "staff", "defence"})
_RANKS = frozenset(
    {"admiral", "rear admiral", "vice admiral", "commodore", "general", "lieutenant general", "major general",
     "brigadier", "brigadier general", "colonel", "lieutenant colonel", "captain", "air marshal", "field marshal"}
)  # fmt: skip


def foreign_commands(parse: Parse, unborne: Sequence[Title]) -> frozenset[str]:
    """The countries whose commander the first paragraphs or a subject tells of; `unborne`: titles of nobody by name."""
    told: set[str] = set()
    for title in unborne:
        head = parse.tokens[title.head]
        words = {*title.head_words.split(), *(title.organisation or "").lower().split()}
        leads = head.paragraph < _LEAD or head.dep == "nsubj"
        if title.country and not title.plural and leads and words & _COMMANDS and words & _FORCES:
            told.add(title.country)
    return frozenset(told)


def without_doubtful_rank(person: Person, guests: frozenset[str]) -> Person:
    """Without the country that only the article's home tells, where an officer of another may be meant."""
    if not person.titles or person.country is None or not guests - {person.country}:
        return person
    bare = all(
        title.head_words in _RANKS and title.country is None and title.organisation is None and title.possessor is None
        for title in person.titles
    )
    return replace(person, country=None) if bare else person
