"""Whose a title is that names no state: another's, many states', or that of the country spoken of."""

from __future__ import annotations

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.sides import named_in
from briefing.extract.titles.titles import Title

_LONGEST_NAME = 8  # words of a body's name
# Whose office it is, without saying of which country: "the city's mayor", "its chairman".
_AT_HOME = frozenset(
    {"country", "nation", "city", "town", "government", "state", "province", "district", "county", "region", "party",
     "territory", "opposition", "ministry", "department", "club", "village", "court", "police", "parliament", "today",
     "yesterday"}
)  # fmt: skip


def of_the_country(parse: Parse, words: Vocabulary, title: Title) -> str | None:
    """“The country's leader”: of the only one named before in the same paragraph; empty if there are several."""
    if title.possessor is None or parse.tokens[title.possessor].text.lower() not in {"country", "nation"}:
        return None
    paragraph = parse.paragraphs[parse.tokens[title.head].paragraph]
    named = named_in(parse, words, paragraph.first, title.outer)
    states = {place.code for place in named if place.kind == "names"}
    return None if not states else states.pop() if len(states) == 1 else ""


def of_many(parse: Parse, title: Title) -> bool:
    """“The European climate commissioner”: of many states."""
    before = {token.text for token in parse.tokens[max(0, title.outer - 1) : title.head]}
    return title.country is None and title.national and not before.isdisjoint({"European", "African", "Arab", "EU"})


def anothers(parse: Parse, title: Title) -> bool:
    """Whether the title belongs to somebody or something named before it that may be abroad: "its head", "X's aide"."""
    if title.possessor is None:
        return False
    owner = parse.tokens[title.possessor].text
    return owner.lower() not in _AT_HOME and owner not in (title.organisation or "").split()


def somebodys(parse: Parse, title: Title) -> bool:
    """Whether the title belongs to a person whom only a pronoun names: "her spokesman"."""
    return title.possessor is not None and parse.tokens[title.possessor].text.lower() in {"his", "her"}


_OF_MANY = frozenset(
    {"International", "World", "Global", "Worldwide", "African", "Asian", "European", "Arab", "Islamic", "Africa",
     "Asia", "Europe", "Pan-African", "Pan-American", "Inter-American", "Pacific", "Caribbean", "Latin", "Nordic",
     "Baltic"}
)  # fmt: skip


def international(words: Vocabulary, organisation: str) -> bool:
    """Whether a body is one of many states, or a part of one ("UNICEF Office in Kenya")."""
    return not _OF_MANY.isdisjoint(_parts(organisation)) or of_states(words, organisation)


def of_states(words: Vocabulary, organisation: str) -> bool:
    """Whether a body whose members are states is named in it: "the United Nations office in Geneva"."""
    parts = _parts(organisation)
    sizes = range(1, _LONGEST_NAME)
    return any(" ".join(parts[i : i + size]) in words.international for size in sizes for i in range(len(parts)))


def _parts(organisation: str) -> list[str]:
    return organisation.replace(",", " ").replace("(", " ").replace(")", " ").split()


def under_many(parse: Parse, title: Title) -> bool:
    """Whether the office is under a secretary-general of states, as his spokesman or "special representative"."""
    tokens, last = parse.tokens, title.last - 1
    if title.head_words in _UNDER_MANY:
        return True
    first = max(parse.sentences[tokens[title.head].sentence].first, title.outer - 3)
    for i in range(first, last):
        if tokens[i].text != "Secretary" or i in range(title.head - 3, title.head + 1):
            continue
        general = tokens[i + 2 if tokens[i + 1].text == "-" else i + 1]
        if general.text == "General" and general.i != title.head:
            return title.organisation is None or title.organisation.startswith("Secretary")
    return False


_UNDER_MANY = frozenset(
    f"{rank}secretary{mark}general" for rank in ("under - ", "under ", "assistant ") for mark in (" - ", " ")
)
