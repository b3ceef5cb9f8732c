"""Puts the cast of an article together: names, titles, countries, genders."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.grammar.clauses import Clauses
from briefing.extract.lexis.vocabulary import Vocabulary, load_vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.bodies import is_body
from briefing.extract.people.by_office import by_office
from briefing.extract.people.candidates import Candidate, Draft, text_of
from briefing.extract.people.genders import gender_of, titled_gender
from briefing.extract.people.guests_of_rank import foreign_commands, without_doubtful_rank
from briefing.extract.people.held import Held
from briefing.extract.people.homes import Setting, setting_of
from briefing.extract.people.labelled_people import labelled_people
from briefing.extract.people.misspelt import meant_as_written
from briefing.extract.people.named_roles import named_roles
from briefing.extract.people.origins import by_side, country_of, without_rival
from briefing.extract.people.persons import draft_people
from briefing.extract.people.role_order import is_relation, ordered
from briefing.extract.people.roles import Places, link
from briefing.extract.people.shared_titles import double_titles, shared_titles
from briefing.extract.people.sole_holders import sole_holders
from briefing.extract.people.superiors import inherit_countries
from briefing.extract.people.told_genders import with_told_genders
from briefing.extract.people.told_roles import told_roles
from briefing.extract.reference.cast import Cast, Mention, Person
from briefing.extract.titles.title_bounds import place_before
from briefing.extract.titles.titles import Title, find_titles
from briefing.model.span import Written
from briefing.text.names import name_words


def build_cast(parse: Parse, clauses: Clauses | None = None, language: str = "en") -> Cast:
    """The cast of one article; `clauses` are found if not given."""
    clauses = find_clauses(parse) if clauses is None else clauses
    words = load_vocabulary(language)
    drafts = draft_people(parse, clauses, words)
    spans = [(place.first, place.last, number) for number, draft in enumerate(drafts) for place in draft.places]
    inside = frozenset(i for first, last, _ in spans for i in range(first, last))
    titles = find_titles(parse, words, frozenset(first for first, _, _ in spans), inside)
    places = Places(sorted(spans))
    linked = link(parse, titles, places, words)
    linked += double_titles(parse, titles, linked, places.starting())
    linked += told_roles(parse, clauses, titles, places, linked)
    linked += named_roles(parse, clauses, titles, places, linked)
    linked += shared_titles(parse, words, titles, places.starting())
    held = ordered([*linked, *sole_holders(parse, clauses, titles, places, linked)])
    setting = setting_of(parse, words, titles, inside)
    home = setting.home
    names = frozenset(text_of(parse, place).lower() for draft in drafts for place in draft.places)
    people = [_person(parse, words, draft, held.get(number, []), setting) for number, draft in enumerate(drafts)]
    settled = frozenset(
        person.key
        for number, (person, draft) in enumerate(zip(people, drafts, strict=True))
        if titled_gender(parse, words, draft, tuple(each.title for each in held.get(number, [])))
    )
    people = with_told_genders(parse, people, settled)
    people = [replace(person, organisation=_organisation(words, person.titles, names)) for person in people]
    people = inherit_countries(parse, people, held, spans)
    people = [by_side(parse, words, person, setting) for person in people]
    borne = frozenset(each.title.head for titled in held.values() for each in titled)
    guests = foreign_commands(parse, [title for title in titles if title.head not in borne])
    people = [without_doubtful_rank(person, guests) for person in people]
    people = inherit_countries(parse, people, held, spans)  # from those whose own is known only now
    people = [without_rival(parse, words, person, people, setting) for person in people]
    beside = {
        each.title.head: people[number].key for number, titled in held.items() for each in titled if each.sure > 0.9
    }
    people = [*by_office(parse, people, titles, beside), *labelled_people(parse, words, people)]
    cast = Cast(
        parse, clauses, words, tuple(people), tuple(titles), beside, home, {person.key: person for person in people}
    )
    cast.respelt.update(meant_as_written(parse, words, people))  # settled before anybody asks whose slip it was
    return cast


def _person(parse: Parse, words: Vocabulary, draft: Draft, held: list[Held], setting: Setting) -> Person:
    mentions = []
    best = max(draft.places, key=lambda place: _fullness(parse, place))
    key = " ".join(name_words(text_of(parse, best)))
    name = " ".join(_royal_text(parse, best).split())
    size = len(key.split())
    for place in draft.places:
        text = text_of(parse, place)
        start = parse.tokens[place.first].start
        written = Written(text=text, span=parse.span(start, start + len(text)))
        mentions.append(
            Mention(
                person=key,
                words=written,
                first=place.first,
                last=place.last,
                full=len(name_words(text)) >= min(size, 2),
            )
        )
    names: dict[str, Written] = {}
    for mention in sorted(mentions, key=lambda mention: -len(name_words(mention.words.text))):
        names.setdefault(" ".join(mention.words.text.split()), mention.words)
    titles = tuple(each.title for each in held)
    return Person(
        key=key,
        name=name,
        names=tuple(names.values()),
        mentions=tuple(mentions),
        roles=_roles(parse, words, titles),
        titles=titles,
        country=country_of(parse, words, draft, titles, setting),
        gender=gender_of(parse, words, draft, titles),
        confidence=draft.confidence,
    )


def _fullness(parse: Parse, place: Candidate) -> tuple[int, bool, int]:
    """By what the fullest form of a name is chosen: its words, not in capitals throughout, the earlier."""
    text = text_of(parse, place)
    return len(name_words(text)), not text.isupper(), -place.first


def _royal_text(parse: Parse, place: Candidate) -> str:
    """The name, with a sovereign's title where it is a single word: "King Abdullah"."""
    text, tokens, first = text_of(parse, place), parse.tokens, place.first
    if len(name_words(text)) > 1:
        return text
    while first > 0 and tokens[first - 1].text.lower() in _ROYAL and tokens[first - 1].text[0].isupper():
        first -= 1
    return parse.article.text[tokens[first].start : tokens[place.last - 1].end]


_ROYAL = frozenset(
    {
        "king",
        "queen",
        "crown",
        "prince",
        "princess",
        "pope",
        "sultan",
        "emir",
        "emperor",
        "empress",
        "sheikh",
        "sheikha",
    }
)


def _roles(parse: Parse, words: Vocabulary, titles: tuple[Title, ...]) -> tuple[Written, ...]:
    roles: dict[str, Written] = {}
    for title in titles:
        start, end = parse.tokens[_with_country(parse, words, title)].start, _end(parse, words, title)
        text = parse.article.text[start:end]
        roles.setdefault(text.casefold(), Written(text=text, span=parse.span(start, end)))
    return tuple(roles.values())


def _end(parse: Parse, words: Vocabulary, title: Title) -> int:
    """Where the role ends: of "judges A and B" each is a "judge", if the plural only adds an s.

    A body or state behind it that is told apart is left out: "Vice Presidents | of the Hill Army A and B".
    """
    tokens, head, end = parse.tokens, parse.tokens[title.head], parse.tokens[title.last - 1].end
    several = title.plural or tuple(title.head_words.split()) not in words.heads
    if not several or _ADDS_S.search(head.text) is None:
        return end
    joined = any(token.text in {"and", "&", ","} for token in tokens[title.first : title.head])
    counted = any(tokens[i].tag == "CD" for i in range(title.head + 1, title.last))  # "of the two countries"
    apart = title.head + 1 == title.last or title.country or title.organisation or counted
    return head.end - 1 if apart and not joined else end


_ADDS_S = re.compile(r"[a-z]{2}(?<!ss)(?<!ie)(?<!ve)(?<!x)(?<!s)(?<!che)(?<!she)(?<!sse)s$")


def _organisation(words: Vocabulary, titles: tuple[Title, ...], names: frozenset[str]) -> str | None:
    """The first body that a title names; `names`: everybody's, in small letters."""
    named = (" ".join(title.organisation.split()) for title in titles if title.organisation)
    return next((body for body in named if is_body(words, body, names)), None)


def _with_country(parse: Parse, words: Vocabulary, title: Title) -> int:
    """The first token of the role, with the country or city directly before a single word: "US President"."""
    at = title.first
    if is_relation(title) and title.possessor is not None and parse.tokens[title.possessor].pos == "PROPN":
        return title.outer  # "Ann Lee's daughter"
    if title.organisation is not None or title.countries:
        return at
    if title.last - at > 1:
        place = place_before(parse.tokens, at, words)
        town = place is not None and words.countries.at(parse.tokens, place[0])
        if not (place and town and town.kind == "cities" and place[0] >= title.outer and title.national):
            return at  # "Vietnamese | ambassador to Laos": the country is told apart; "Vale Chief Minister" is whole
        return place[0]
    while at > title.outer and (place := place_before(parse.tokens, at, words)) is not None and place[0] >= title.outer:
        at = place[0]
    return at
