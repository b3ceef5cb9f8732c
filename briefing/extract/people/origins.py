"""Which country a person is of: by title, by words beside the name, by a superior, by the side of a table, by home."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.belonging import (
    anothers,
    international,
    of_many,
    of_states,
    of_the_country,
    somebodys,
    under_many,
)
from briefing.extract.people.candidates import Draft
from briefing.extract.people.homes import Setting
from briefing.extract.people.nationality import beside, told_of
from briefing.extract.people.role_order import is_relation, only_relations
from briefing.extract.people.seats import ENVOYS, is_of_state, is_visitor, seat, sent_to
from briefing.extract.people.sides import named_in, of_sentence, side_of
from briefing.extract.people.visits import host_of_visit, visits
from briefing.extract.reference.cast import Person
from briefing.extract.titles.titles import Title

_LONGEST_NAME = 8  # words of a country's name
_OF_OTHERS = ENVOYS | {"counterpart", "pope"}
_OF_BODIES_OF_STATES = frozenset({"secretary general", "secretary - general", "deputy secretary general"})
_SINGLE_OFFICES = frozenset(
    {"president", "prime minister", "king", "queen", "chancellor", "emir", "sultan", "head of state"}
)


def country_of(
    parse: Parse, words: Vocabulary, draft: Draft, titles: tuple[Title, ...], setting: Setting
) -> str | None:
    """The country by titles, words beside the name and organisation; else the home's for an unmarked office of state.

    Where the home has no such office ("King" in a republic), it is the country spoken of that has it.
    """
    if any(under_many(parse, title) for title in titles):
        return None
    stated = [title.country or _served_in(parse, words, title) for title in titles]
    stated += [beside(parse, words, place) for place in draft.places]
    stated += [told_of(parse, words, place) for place in draft.places]
    stated += [_body_country(parse, words, title.organisation) for title in titles if title.organisation is not None]
    mine = [title for title in titles if is_of_state(words, title) or _its(parse, title)]
    stated += [of_sentence(parse, words, title) for title in mine]
    if _rules(mine):
        stated += [host_of_visit(parse, words, place.first) for place in draft.places]
    found = next(filter(None, stated), None)
    guest = setting.home is not None and visits(parse, words, draft.places, setting.home)
    if found is not None or guest or is_visitor(parse, words, draft.places):
        return found
    abroad = _rules(mine) and _elsewhere(parse, words, draft.places[0].first, setting)
    return None if abroad else _by_home(parse, words, titles, setting)


def _rules(titles: Sequence[Title]) -> bool:
    return any(title.head_words in _SINGLE_OFFICES for title in titles)


def _elsewhere(parse: Parse, words: Vocabulary, first: int, setting: Setting) -> bool:
    """Whether the sentence that introduces a ruler names another state and not that which is only counted as home."""
    if setting.told or setting.home is None:
        return False
    sentence = parse.sentences[parse.tokens[first].sentence]
    places = [words.countries.at(parse.tokens, i) for i in range(sentence.first, sentence.last)]
    if any(place is not None and place.code == setting.home for place in places):
        return False
    return any(one.kind == "names" for one in named_in(parse, words, sentence.first, sentence.last))


def _by_home(parse: Parse, words: Vocabulary, titles: tuple[Title, ...], setting: Setting) -> str | None:
    """The home's country for an office of state, or that of "the country" of which the sentence speaks."""
    for title in titles:
        code = of_the_country(parse, words, title)
        if code is not None:
            return code or None
        many = (title.head_words in _OF_BODIES_OF_STATES and title.last - title.head == 1) or of_many(parse, title)
        if many or not is_of_state(words, title) or anothers(parse, title) or _of_several(title, setting):
            continue
        if title.head_words not in _OF_OTHERS:
            return seat(parse, words, title, setting)
        to = sent_to(parse, words, title)
        if setting.home is not None and setting.home != to:
            return setting.home if to is not None else _only_other(setting) if _bare_envoy(title) else None
    return None


def _of_several(title: Title, setting: Setting) -> bool:
    """Whether "Ministers A, B and C" sign together where the article speaks of many states: each may have sent one."""
    return title.plural and setting.own is None and len(setting.counts) >= _MANY_STATES


_MANY_STATES = 5


def _served_in(parse: Parse, words: Vocabulary, title: Title) -> str | None:
    """“A former minister of works in Norland”: the state in which an office of state is held."""
    if not title.national or title.head_words in ENVOYS:
        return None
    for i in range(title.head + 1, title.last - 1):
        place = words.countries.at(parse.tokens, i + 1) if parse.tokens[i].text == "in" else None
        if place is not None and place.kind == "names" and not place.ambiguous and place.last == title.last:
            return place.code
    return None


def _bare_envoy(title: Title) -> bool:
    """Whether it is an envoy's post in the host country, told without saying whose."""
    plain = title.organisation is None and title.possessor is None and title.last - title.head == 1
    return plain and title.head_words in {"ambassador", "high commissioner", "first secretary", "second secretary"}


def _only_other(setting: Setting) -> str | None:
    """The one country besides home of which the article speaks often: of two that meet, it has sent the envoy."""
    others = [(count, code) for code, count in setting.counts.most_common() if code != setting.home]
    clear = len(others) == 1 or (len(others) > 1 and others[0][0] >= _CLEARLY * others[1][0])
    return others[0][1] if clear and others[0][0] >= _OFTEN else None


_OFTEN, _CLEARLY = 3, 3


def _its(parse: Parse, title: Title) -> bool:
    """Whether the title is "its" of the state that the sentence is about: "Fiji agreed, its chief negotiator said"."""
    if title.possessor is None or parse.tokens[title.possessor].text.lower() != "its":
        return False
    sentence = parse.sentences[parse.tokens[title.head].sentence]
    return any(parse.tokens[i].dep in {"nsubj", "nsubjpass"} and parse.tokens[i].entity == "GPE"
               for i in range(sentence.first, title.possessor))  # fmt: skip


def _body_country(parse: Parse, words: Vocabulary, body: str) -> str | None:
    """The country in a body's name, or in the words that the text says its letters stand for."""
    told = _organisation_country(words, body)
    if told is not None or not body.isupper() or not body.isalpha():
        return told
    at = parse.article.text.find(f"({body})")
    full = re.split(r"[^\w'’ -]", parse.article.text[max(0, at - _LONGEST_FULL_NAME) : max(0, at)].rstrip())[-1].split()
    return _organisation_country(words, " ".join(full[-len(body) - 3 :])) if at > 0 else None


_LONGEST_FULL_NAME = 120


_PARTS_OF_CONTINENTS = frozenset({"Pan", "Latin", "Inter", "North", "South", "Central", "of"})


def _organisation_country(words: Vocabulary, organisation: str) -> str | None:
    """The only country that a body's name has in it; a continent's body has none."""
    parts = organisation.split()
    if "in" in parts and of_states(words, organisation):
        return None  # "the United Nations office in Geneva" is not of where it stands
    if any(one in _PARTS_OF_CONTINENTS and other == "American" for one, other in pairwise(parts)):
        return None
    found: set[str] = set()
    at = 0
    while at < len(parts):
        for size in range(min(len(parts) - at, _LONGEST_NAME), 0, -1):
            entry = words.countries.phrases.get(" ".join(parts[at : at + size]))
            if entry is not None and not entry[2]:
                found.add(entry[0])
                at += size - 1
                break
        at += 1
    return found.pop() if len(found) == 1 and "to" not in parts else None


def without_rival(
    parse: Parse, words: Vocabulary, person: Person, people: Sequence[Person], setting: Setting
) -> Person:
    """One country has one president: where another at home holds that office too, this one's country is in doubt.

    Then it is the only country that the sentence of the first mention names, if no other holder stands nearer to it;
    none where the text says that the other is home's holder and also speaks of countries abroad.
    """
    home = setting.home
    office = next((title for title in person.titles if title.national), None)
    if (
        home is None
        or office is None
        or office.country
        or person.country != home
        or office.head_words not in _SINGLE_OFFICES
    ):
        return person
    if len(parse.tokens[office.first : office.last]) != len(office.head_words.split()):
        return person
    others = [other for other in people if other.key != person.key and other.country == home]
    rivals = [other for other in others if any(_same_office(title, office) for title in other.titles)]
    if not rivals:
        return person
    sentence = parse.sentences[parse.tokens[person.mentions[0].first].sentence]
    found = [words.countries.at(parse.tokens, i) for i in range(sentence.first, sentence.last)]
    named = [place for place in found if place is not None and place.kind == "names" and not place.ambiguous]
    stated = any(title.country == home and _same_office(title, office) for other in rivals for title in other.titles)
    if not any(place.code != home for place in named):
        return replace(person, country=None) if stated and set(setting.counts) - {home} else person
    named = [place for place in named if place.code != home] if stated else named
    here = person.mentions[0].first
    between = {mention.first for rival in rivals for mention in rival.mentions if here < mention.first < named[0].first}
    alone = len({place.code for place in named}) == 1 and not between
    return replace(person, country=named[0].code if alone else None)


def _same_office(title: Title, office: Title) -> bool:
    """Whether it is the very office, not a deputy's or former holder's."""
    if title.organisation is not None:
        return False  # a party's president
    return title.head_words == office.head_words and title.last - title.first <= len(office.head_words.split()) + 2


def _is_bare(title: Title) -> bool:
    return title.organisation is None and title.last - title.first == len(title.head_words.split())


def by_side(parse: Parse, words: Vocabulary, person: Person, setting: Setting) -> Person:
    """Who is listed for one side ("on the Palestinian side, A and B") is of that country.

    Else a person with a role and no other country is of the article's own, where it is about one country; not one who
    serves an international body or another state, holds an office that the country has not, or is only a relative where
    those without a role are not of it.
    """
    if any(title.country for title in person.titles):
        return person
    side = next(filter(None, (side_of(parse, words, mention.first) for mention in person.mentions)), None)
    if side is not None:
        return replace(person, country=side)
    own = setting.own
    if person.country is not None or own is None or not (person.titles or setting.all_own):
        return person
    open_to_all = setting.mixed and not any(title.national or title.organisation for title in person.titles)
    if open_to_all or is_visitor(parse, words, person.mentions) or visits(parse, words, person.mentions, own):
        return person
    if _rules(person.titles) and _elsewhere(parse, words, person.mentions[0].first, setting):
        return person
    abroad = any(
        title.head_words in _OF_OTHERS or of_many(parse, title) or under_many(parse, title)
        or of_the_country(parse, words, title) == ""
        or (title.head_words in _OF_BODIES_OF_STATES and title.organisation is None)
        or (anothers(parse, title) and (not setting.all_own or somebodys(parse, title)))
        or international(words, title.organisation or "")
        or (_is_bare(title) and not words.countries.may_have(own, title.head_words))
        for title in person.titles if not (setting.all_own and is_relation(title))
    )  # fmt: skip
    relative = bool(person.titles) and only_relations(person.titles) and not setting.all_own
    return person if abroad or relative else replace(person, country=own)
