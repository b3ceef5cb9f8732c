"""Which country a person is of: by title, by words beside the name, by a superior, by the side of a table, by home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.extract.candidates import Candidate, Draft
from briefing.extract.cast import Person
from briefing.extract.parse import Parse
from briefing.extract.roles import Held
from briefing.extract.title_bounds import POSSESSIVE
from briefing.extract.titles import Title
from briefing.extract.vocabulary import Vocabulary

_LONGEST_NAME = 8  # words of a country's name
_OF_OTHERS = frozenset(
    {"ambassador", "envoy", "counterpart", "consul", "attaché", "pope", "representative", "commissioner"}
)


_SINGLE_OFFICES = frozenset(
    {"president", "prime minister", "king", "queen", "chancellor", "emir", "sultan", "head of state"}
)


def country_of(
    parse: Parse, words: Vocabulary, draft: Draft, titles: tuple[Title, ...], home: str | None
) -> str | None:
    """The country by titles, words beside the name and organisation; `home` for an unmarked office of state."""
    explicit = next((title.country for title in titles if title.country and title.head_words != "ambassador to"), None)
    if explicit is not None:
        return explicit
    beside = next(filter(None, (_beside(parse, words, place) for place in draft.places)), None)
    if beside is not None:
        return beside
    for title in titles:
        if title.organisation is not None:
            code = _organisation_country(words, title.organisation)
            if code is not None:
                return code
    for title in titles:
        code = _of_sentence(parse, words, title) if title.national and title.organisation is None else None
        if code is not None:
            return code
    if any(
        title.national and title.organisation is None and title.possessor is None
        and title.head_words.split()[-1] not in _OF_OTHERS for title in titles
    ):  # fmt: skip
        return home
    return None


def _beside(parse: Parse, words: Vocabulary, place: Candidate) -> str | None:
    """The country that stands directly at a name: "the Kenyan Ann Lee", "Kenya's Ann Lee", "Ann Lee of Kenya"."""
    tokens = parse.tokens
    for i in range(max(0, place.first - 5), place.first):
        found = words.countries.at(tokens, i)
        if found is None:
            continue
        if found.last == place.first and found.kind == "people":
            return found.code
        owned = found.last + 1 == place.first and tokens[found.last].text in POSSESSIVE
        if owned and found.kind == "names" and not found.ambiguous:
            return found.code
    after = place.last + 1
    if after < len(tokens) and tokens[place.last].text.lower() in {"of", "("}:
        found = words.countries.at(tokens, after)
        if found is not None and found.kind == "names":
            return found.code
    return None


def _of_sentence(parse: Parse, words: Vocabulary, title: Title) -> str | None:
    """The country of an office that the sentence settles: "In Beijing, spokesman X", "Fiji was represented by X"."""
    tokens = parse.tokens
    sentence = parse.sentences[tokens[title.head].sentence]
    first = tokens[sentence.first]
    opening = words.countries.at(tokens, sentence.first + 1) if first.text == "In" else None
    if opening is not None and tokens[min(opening.last, len(tokens) - 1)].text == ",":
        return opening.code
    its = title.possessor is not None and tokens[title.possessor].text.lower() in {"its", "their"}
    before = [token.text.lower() for token in tokens[max(sentence.first, title.outer - 3) : title.outer + 1]]
    if not its and not {"represented", "by"} <= set(before):
        return None
    named = [words.countries.at(tokens, i) for i in range(sentence.first, title.outer)]
    codes = {place.code for place in named if place is not None and place.kind == "names" and not place.ambiguous}
    return codes.pop() if len(codes) == 1 else None


def _organisation_country(words: Vocabulary, organisation: str) -> str | None:
    parts = organisation.split()
    for size in range(min(len(parts), _LONGEST_NAME), 0, -1):
        for at in range(len(parts) - size + 1):
            entry = words.countries.phrases.get(" ".join(parts[at : at + size]))
            if entry is not None and not entry[2]:
                return entry[0]
    return None


def inherit_countries(
    parse: Parse, people: list[Person], held: Mapping[int, list[Held]], spans: list[tuple[int, int, int]]
) -> list[Person]:
    """A person whose title belongs to another person ("Zelenskyy's chief of staff") has that person's country."""
    owner = {i: number for first, last, number in spans for i in range(first, last)}
    out = list(people)
    for number, person in enumerate(people):
        for each in held.get(number, []):
            possessor = each.title.possessor
            chief = owner.get(possessor, -1) if possessor is not None else -1
            if possessor is not None and chief < 0:
                chief = _named_before(parse, possessor, spans)
            if chief not in {-1, number}:
                boss = out[chief]
                organisation = None if person.organisation and person.organisation in boss.name else person.organisation
                out[number] = replace(
                    out[number], country=out[number].country or boss.country, organisation=organisation
                )
    return out


def _named_before(parse: Parse, pronoun: int, spans: list[tuple[int, int, int]]) -> int:
    """Who is named alone in the sentence before "his" or "her", or in the one before it; -1 where two are or nobody."""
    token = parse.tokens[pronoun]
    if token.text.lower() not in {"his", "her"}:
        return -1
    for sentence in (token.sentence, token.sentence - 1):
        near = {who for first, _, who in spans if first < pronoun and parse.tokens[first].sentence == sentence}
        if near:
            return near.pop() if len(near) == 1 else -1
    return -1


def without_rival(
    parse: Parse, words: Vocabulary, person: Person, people: Sequence[Person], home: str | None
) -> Person:
    """One country has one president: where another at home holds that office too, this one's country is in doubt.

    Then it is the only country that the sentence of the first mention names, if no other holder stands nearer to it.
    """
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
    if not any(place.code != home for place in named):
        return person
    here = person.mentions[0].first
    between = {mention.first for rival in rivals for mention in rival.mentions if here < mention.first < named[0].first}
    alone = len({place.code for place in named}) == 1 and not between
    return replace(person, country=named[0].code if alone else None)


def _same_office(title: Title, office: Title) -> bool:
    """Whether it is the very office, not a deputy's or former holder's."""
    return title.head_words == office.head_words and title.last - title.first <= len(office.head_words.split()) + 2


def by_side(parse: Parse, words: Vocabulary, person: Person, own: str | None) -> Person:
    """Who is listed for one side ("on the Palestinian side, A and B") is of that country.

    Else a person with a role and no other country is of the outlet's own, where the outlet tells of which it is;
    not one who serves an international body or another state.
    """
    if any(title.country for title in person.titles):
        return person
    side = next(filter(None, (_side(parse, words, mention.first) for mention in person.mentions)), None)
    if side is not None:
        return replace(person, country=side)
    if person.country is not None or own is None or not person.titles:
        return person
    abroad = any(
        title.head_words.split()[-1] in _OF_OTHERS or title.possessor is not None
        or (title.organisation or "").strip() in words.international
        for title in person.titles
    )  # fmt: skip
    return person if abroad else replace(person, country=own)


def _side(parse: Parse, words: Vocabulary, mention: int) -> str | None:
    """The country of the side or delegation for which the person at this token is listed; `None` if for none.

    “On the Jordanian side, A and B”, "A and B attended on the Jordanian side", "a Jordanian delegation led by A".
    """
    tokens = parse.tokens
    sentence = parse.sentences[tokens[mention].sentence]
    for i in range(sentence.first, sentence.last - 1):
        place = words.countries.at(tokens, i)
        if place is None or place.kind != "people" or place.last >= sentence.last:
            continue
        noun = tokens[place.last].text.lower()
        before = [token.text.lower() for token in tokens[max(sentence.first, i - 2) : i]]
        if noun == "side" and before and before[0] in {"on", "from", "for"}:
            return place.code
        between = {token.text.lower() for token in tokens[place.last : mention]}
        if noun in {"delegation", "team"} and between & _LED and not between & {"and", "with", "met", "received"}:
            return place.code
    return None


_LED = frozenset({"led", "headed", "including", "included", "comprising", "comprised"})
