"""Paragraphs with which a report turns to another story: "Elsewhere, ...", "Separately, ..."."""

from __future__ import annotations

from briefing.extract.attendance.presence_words import presence_words
from briefing.extract.reference.cast import Cast


def aside_paragraphs(cast: Cast) -> frozenset[int]:
    """The numbers of the paragraphs that open so; the first of an article turns away from nothing."""
    text, opening = cast.parse.article.text, presence_words().aside
    return frozenset(one.i for one in cast.parse.paragraphs[1:] if opening.match(text, one.start, one.end))


def people_aside(cast: Cast) -> frozenset[str]:
    """Keys of the people who are named in such paragraphs only: they are in nobody else's company."""
    aside = aside_paragraphs(cast)
    if not aside:
        return frozenset()
    tokens = cast.parse.tokens
    return frozenset(
        person.key
        for person in cast.people
        if all(tokens[mention.first].paragraph in aside for mention in person.mentions)
    )
