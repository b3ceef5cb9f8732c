"""One title for several people of several states: "the presidents of Kenya and Ghana, X and Y"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.listed_names import listed
from briefing.extract.people.roles import Held
from briefing.extract.titles.titles import Title

_JOINTS = frozenset({",", "and", "the", "&", "of"})


def shared_titles(
    parse: Parse, words: Vocabulary, titles: Sequence[Title], starting: Mapping[int, tuple[int, int, int]]
) -> Iterator[Held]:
    """Each of the people with the state that stands at his place in the list, if there are as many of both."""
    tokens = parse.tokens
    for title in titles:
        if not title.plural or title.head + 1 >= len(tokens) or tokens[title.head + 1].text != "of":
            continue
        codes, i = _states(parse, words, title.head + 1)
        while i < len(tokens) and tokens[i].text in {",", "-", "–", "—", ":"}:
            i += 1
        mention = starting.get(i)
        if mention is None or len(codes) <= 1 or tokens[i].sentence != tokens[title.head].sentence:
            continue
        people = [mention[2], *listed(parse, mention, starting)]
        if len(people) == len(codes):
            own = replace(title, last=title.head + 1, organisation=None, plural=False)
            yield from (Held(who, replace(own, country=code), 0.85) for who, code in zip(people, codes, strict=True))


def _states(parse: Parse, words: Vocabulary, i: int) -> tuple[list[str], int]:
    """The states that are listed from this token on, and where the list ends."""
    codes: list[str] = []
    end = i
    while i < len(parse.tokens):
        place = words.countries.at(parse.tokens, i)
        if place is not None and place.kind == "names":
            codes.append(place.code)
            i = end = place.last
        elif parse.tokens[i].text.lower() in _JOINTS:
            i += 1
        else:
            break
    return codes, end
