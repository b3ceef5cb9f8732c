"""What can act in a sentence: a person, a title, a country, a body, a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.extract.parsing.parse import Parse
from briefing.extract.surface.casting import Person
from briefing.extract.surface.titles import Title


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    TITLE = "title"
    PLACE = "place"
    BODY = "body"
    GROUP = "group"
    PRONOUN = "pronoun"
    WE = "we"
    I = "i"  # noqa: E741 - the pronoun


@dataclass(frozen=True, slots=True)
class Actor:
    """Tokens `first` to `last`. `plain`: whether it can be a subject by its form. `led`: after a preposition."""

    first: int
    last: int
    kind: Kind
    plain: bool
    led: bool
    person: Person | None = None
    title: Title | None = None

    def text(self, parse: Parse) -> str:
        """The words of the actor."""
        return parse.article.text[parse.tokens[self.first].start : parse.tokens[self.last - 1].end]
