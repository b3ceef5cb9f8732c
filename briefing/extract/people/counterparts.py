"""What office a counterpart holds: "Prime Minister A and his Irish counterpart B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.held import Held
from briefing.extract.titles.titles import Title


def counterparts(
    parse: Parse, words: Vocabulary, held: Sequence[Held], mentions: Sequence[tuple[int, int, int]]
) -> list[Held]:
    """The titles held, with the office that the sentence or the text gives the other in place of "counterpart"."""
    out = []
    for each in held:
        office = _office(parse, held, each, mentions) if each.title.head_words.endswith("counterpart") else None
        fits = office is not None and _may_be(parse, words, office, each.title)
        out.append(replace(each, title=_elsewhere(parse, words, office, each.title)) if office and fits else each)
    return out


def _may_be(parse: Parse, words: Vocabulary, office: Title, title: Title) -> bool:
    """Whether the other's state has such an office, and no name has got into the words of it."""
    named = any(parse.tokens[i].entity == "PERSON" for i in range(office.head + 1, office.last))
    return not named and (title.country is None or words.countries.may_have(title.country, office.head_words))


def _office(
    parse: Parse, held: Sequence[Held], counterpart: Held, mentions: Sequence[tuple[int, int, int]]
) -> Title | None:
    """The only office told before in its sentence; else that of who is named last, where the other state is told.

    None where people of several offices stand before: whose counterpart it is nobody can tell.
    """
    title, tokens = counterpart.title, parse.tokens
    first = parse.sentences[tokens[title.head].sentence].first
    offices = [each for each in held if _fits(each, counterpart)]
    here = [each.title for each in offices if each.title.head >= first]
    if here:
        return max(here, key=lambda office: office.last) if _are_one(parse, here) else None
    before = [(start, who) for start, _, who in mentions if start < title.outer and who != counterpart.person]
    if title.country is None or not before:
        return None
    last = tokens[before[-1][0]].sentence
    named = {who for start, who in before if tokens[start].sentence == last}
    told = [each.title for each in offices if each.person == before[-1][1]]
    alone = _are_one(parse, [*told[:1], *(each.title for each in offices if each.person in named - {before[-1][1]})])
    return told[0] if told and alone else None


def _are_one(parse: Parse, offices: Sequence[Title]) -> bool:
    """Whether titles name the same office, of whatever state."""
    return len({tuple(token.text.lower() for token in parse.tokens[one.first : one.head + 1]) for one in offices}) <= 1


def _fits(each: Held, counterpart: Held) -> bool:
    title = counterpart.title
    if each.person == counterpart.person or each.title.last > title.outer or each.title.plural:
        return False
    return each.title.national and not each.title.head_words.endswith("counterpart")


def _elsewhere(parse: Parse, words: Vocabulary, office: Title, title: Title) -> Title:
    """The office without the place where the other holds it: "Mayor | of Tarn"."""
    last, i = office.last, office.head + 1
    while i < office.last - 1:
        at = i + 2 if parse.tokens[i + 1].text.lower() == "the" else i + 1
        place = words.countries.at(parse.tokens, at)
        matter = parse.tokens[at].text.lower() in words.portfolio
        if parse.tokens[i].text == "of" and (place is not None or (i == office.head + 1 and not matter)):
            last = i
            break
        i += 1
    return replace(office, outer=office.first, last=last, country=title.country, organisation=None, possessor=None)
