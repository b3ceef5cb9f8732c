"""One title for several people of several states ("the presidents of Kenya and Ghana, X and Y"), two for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.held import Held
from briefing.extract.people.listed_names import listed
from briefing.extract.titles.titles import Title


def double_titles(
    parse: Parse, titles: Sequence[Title], held: Sequence[Held], starting: Mapping[int, tuple[int, int, int]]
) -> Iterator[Held]:
    """“The Progress Party (PP) president and former Norland chief minister X”: the first of two titles before a name.

    Not "the Kenyan president and Ugandan minister X", nor where the first has an article of its own and no body.
    """
    linked = {each.title.head for each in held}
    behind = {each.title.head: each.person for each in held if each.title.last in starting}
    for title, after in pairwise(titles):
        joined = after.outer == title.last + 1 and parse.tokens[title.last].text.lower() in {"and", "&", "-"}
        if not joined or title.head in linked or after.head not in behind or title.plural or after.plural:
            continue
        apart = after.definite or after.indefinite or after.possessor is not None
        once = any(parse.tokens[each.first].text.lower() in _ONCE for each in (title, after))
        apart |= title.definite and not (title.organisation or once)
        rivals = title.country is not None and after.country not in {None, title.country}
        if not (apart or rivals):
            yield Held(behind[after.head], title, 0.9)


_ONCE = frozenset({"former", "ex", "then", "current"})
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
