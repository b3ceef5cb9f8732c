"""The people and groups of one article, and whom a mention, title or pronoun means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefing.extract.clauses import Clause, Clauses, find_clauses
from briefing.extract.identity import fact_id
from briefing.extract.marks import pair_marks
from briefing.extract.names import Candidate
from briefing.extract.parse import Parse
from briefing.extract.people import Draft, draft_people, text_of
from briefing.extract.roles import Held, Places, home_country, link, ordered, outlet_country
from briefing.extract.titles import Title, find_titles
from briefing.extract.vocabulary import Vocabulary, load_vocabulary
from briefing.model.facts import Attribution
from briefing.model.span import Written
from briefing.text.names import name_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place where a person is named, in full or by a part of the name; tokens `first` up to not including `last`."""

    person: str
    words: Written
    first: int
    last: int
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One human being of the article.

    `key`: stable within the article. `name`: the fullest form. `roles`: best first. `country`: ISO 3166-1 alpha-2.
    `gender`: `m`, `f`, or `None` where the text does not tell. `confidence`: that this is a person at all.
    """

    key: str
    name: str
    names: tuple[Written, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Written, ...] = ()
    titles: tuple[Title, ...] = ()
    organisation: str | None = None
    country: str | None = None
    gender: str | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Whom a noun phrase means: `name` is the full name, or the text's own words; `key` is a person's, if it is one."""

    name: str | None
    attribution: Attribution
    key: str | None
    words: Written


@dataclass(frozen=True)
class Cast:
    """The people of an article and how to find out who is meant."""

    parse: Parse
    clauses: Clauses
    vocabulary: Vocabulary
    people: tuple[Person, ...]
    titles: tuple[Title, ...]
    beside: Mapping[int, str] = field(default_factory=dict)
    home: str | None = None
    _by_key: Mapping[str, Person] = field(default_factory=dict)

    def person(self, key: str | None) -> Person | None:
        """The person with this key."""
        return self._by_key.get(key) if key is not None else None

    @cached_property
    def by_token(self) -> Mapping[int, Mention]:
        """The mention in which a token stands."""
        return {i: mention for person in self.people for mention in person.mentions
                for i in range(mention.first, mention.last)}  # fmt: skip

    @cached_property
    def title_at(self) -> Mapping[int, Title]:
        """The title phrase of which a token is the role's own part; of several the first."""
        found: dict[int, Title] = {}
        for title in self.titles:
            for i in range(title.first, title.last):
                found.setdefault(i, title)
        return found

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand within quotation marks."""
        paragraphs = [(paragraph.start, paragraph.end) for paragraph in self.parse.paragraphs]
        stretches = pair_marks(self.parse.article.text, paragraphs).stretches
        found: set[int] = set()
        for stretch in stretches:
            paragraph = self.parse.paragraphs[stretch.paragraph]
            found.update(token.i for token in self.parse.tokens[paragraph.first : paragraph.last]
                         if stretch.start <= token.start < stretch.end)  # fmt: skip
        return frozenset(found)

    @cached_property
    def _clauses_by_sentence(self) -> Mapping[int, tuple[Clause, ...]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(self.parse.tokens[clause.verb].sentence, []).append(clause)
        return {sentence: tuple(clauses) for sentence, clauses in found.items()}

    def clauses_in(self, sentence: int) -> tuple[Clause, ...]:
        """The clauses of a sentence."""
        return self._clauses_by_sentence.get(sentence, ())

    def mentions_in(self, sentence: int) -> tuple[Mention, ...]:
        """The mentions of people in a sentence, in order."""
        hits = {
            mention.first: mention for i, mention in self.by_token.items() if self.parse.tokens[i].sentence == sentence
        }
        return tuple(hits[first] for first in sorted(hits))

    def refer(self, token: int, at: int | None = None) -> Referent:
        """Whom the phrase headed by this token means; `at` is the token from which it is looked back (default: itself).

        `named`: a mention of the name. `resolved`: a pronoun or title which the text settles. `described`: the text's
        own words for somebody unnamed, a body or a country. `unknown`: a pronoun which the text does not settle.
        """
        from briefing.extract.coreference import refer  # noqa: PLC0415 - coreference needs the types of this module

        return refer(self, token, token if at is None else at)

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The mention of a person that overlaps these characters, the longest first."""
        hits = [mention for person in self.people for mention in person.mentions
                if mention.words.span.start < end and start < mention.words.span.end]  # fmt: skip
        return max(hits, key=lambda mention: len(mention.words.text), default=None)

    def phrase(self, token: int) -> Written:
        """The words of the noun phrase headed by this token, without relative clauses and appositions."""
        from briefing.extract.coreference import phrase  # noqa: PLC0415 - coreference needs the types of this module

        return phrase(self.parse, token)

    def we_speaks_for(self, key: str | None) -> str | None:
        """The country or organisation for which a person says "we"; `None` where the text does not tell."""
        person = self.person(key)
        if person is None:
            return None
        if person.organisation is not None and not any(title.national and title.country for title in person.titles):
            return person.organisation
        return self.vocabulary.countries.names.get(person.country) if person.country and person.roles else None

    def attendee_id(self, key: str | None) -> str | None:
        """The id of the attendee that this person will be."""
        return None if key is None else fact_id("attendee", self.parse.article.id, key)


def build_cast(parse: Parse, clauses: Clauses | None = None, language: str = "en") -> Cast:
    """The cast of one article; `clauses` are found if not given."""
    clauses = find_clauses(parse) if clauses is None else clauses
    words = load_vocabulary(language)
    drafts = draft_people(parse, clauses, words)
    spans = [(place.first, place.last, number) for number, draft in enumerate(drafts) for place in draft.places]
    inside = frozenset(i for first, last, _ in spans for i in range(first, last))
    titles = find_titles(parse, words, frozenset(first for first, _, _ in spans), inside)
    places = Places(sorted(spans))
    held = ordered(link(parse, clauses, titles, places))
    home = home_country(parse, words, titles)
    own = outlet_country(parse, words)
    people = [_person(parse, words, draft, held.get(number, []), home) for number, draft in enumerate(drafts)]
    people = [_by_side(parse, words, person, own) for person in people]
    people = _inherit_countries(people, held, spans)
    people = [_rival(parse, words, person, people, home) for person in people]
    beside = {
        each.title.head: people[number].key for number, titled in held.items() for each in titled if each.sure > 0.9
    }
    return Cast(
        parse, clauses, words, tuple(people), tuple(titles), beside, home, {person.key: person for person in people}
    )


def _person(parse: Parse, words: Vocabulary, draft: Draft, held: list[Held], home: str | None) -> Person:
    mentions = []
    best = max(draft.places, key=lambda place: (len(name_words(text_of(parse, place))), -place.first))
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
        roles=_roles(parse, titles),
        titles=titles,
        organisation=next((title.organisation for title in titles if title.organisation), None),
        country=_country(parse, words, draft, titles, home),
        gender=_gender(parse, words, draft, titles, name),
        confidence=draft.confidence,
    )


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


def _roles(parse: Parse, titles: tuple[Title, ...]) -> tuple[Written, ...]:
    roles: dict[str, Written] = {}
    for title in titles:
        start, end = parse.tokens[title.first].start, parse.tokens[title.last - 1].end
        text = parse.article.text[start:end]
        roles.setdefault(text.casefold(), Written(text=text, span=parse.span(start, end)))
    return tuple(roles.values())


def _country(parse: Parse, words: Vocabulary, draft: Draft, titles: tuple[Title, ...], home: str | None) -> str | None:
    explicit = next((title.country for title in titles if title.country and title.head_words != "ambassador to"), None)
    if explicit is not None:
        return explicit
    for place in draft.places:
        for i in range(max(0, place.first - 4), place.first):
            found = words.countries.at(parse.tokens, i)
            if found is not None and found.last == place.first and found.kind == "people":
                return found.code
        after = place.last + 1
        if after < len(parse.tokens) and parse.tokens[place.last].text.lower() in {"of", "("}:
            found = words.countries.at(parse.tokens, after)
            if found is not None and found.kind == "names":
                return found.code
    for title in titles:
        if title.organisation is not None:
            code = _organisation_country(words, title.organisation)
            if code is not None:
                return code
    if any(title.national and title.organisation is None and title.possessor is None for title in titles):
        return home
    return None


def _organisation_country(words: Vocabulary, organisation: str) -> str | None:
    parts = organisation.split()
    for size in range(len(parts), 0, -1):
        for at in range(len(parts) - size + 1):
            entry = words.countries.phrases.get(" ".join(parts[at : at + size]))
            if entry is not None and not entry[2]:
                return entry[0]
    return None


def _gender(parse: Parse, words: Vocabulary, draft: Draft, titles: tuple[Title, ...], name: str) -> str | None:
    for place in draft.places:
        if place.honorific in {"m", "f"}:
            return place.honorific
        before = parse.tokens[place.first - 1].text.lower() if place.first else ""
        if words.honorifics.get(before) in {"m", "f"}:
            return words.honorifics[before]
    for title in titles:
        for word in (title.head_words, title.head_words.split()[-1]):
            if word in words.title_gender:
                return words.title_gender[word]
    first = name.split()[0]
    if first.lower() in words.title_gender:
        return words.title_gender[first.lower()]
    given = words.gender_of_given(first)
    return given if given in {"m", "f"} else None


def _inherit_countries(
    people: list[Person], held: Mapping[int, list[Held]], spans: list[tuple[int, int, int]]
) -> list[Person]:
    """A person whose title belongs to another person ("Zelenskyy's chief of staff") has that person's country."""
    owner = {i: number for first, last, number in spans for i in range(first, last)}
    out = list(people)
    for number, person in enumerate(people):
        for each in held.get(number, []):
            possessor = each.title.possessor
            if possessor is not None and possessor in owner:
                boss = out[owner[possessor]]
                organisation = None if person.organisation and person.organisation in boss.name else person.organisation
                out[number] = replace(
                    out[number], country=out[number].country or boss.country, organisation=organisation
                )
    return out


def _rival(parse: Parse, words: Vocabulary, person: Person, people: Sequence[Person], home: str | None) -> Person:
    """One country has one president: where the text gives that office at home to another, this one's is elsewhere.

    Then it is the only other country named in the sentence of the first mention, or not stated.
    """
    office = next((title for title in person.titles if title.national), None)
    if office is None or office.country or person.country != home or office.head_words not in _SINGLE_OFFICES:
        return person
    if len(parse.tokens[office.first : office.last]) != len(office.head_words.split()):
        return person
    rivals = [other for other in people if other.key != person.key and any(
        title.head_words == office.head_words and title.country == home and title.last - title.first <= 3
        for title in other.titles)]  # fmt: skip
    if not rivals:
        return person
    sentence = parse.sentences[parse.tokens[person.mentions[0].first].sentence]
    named = {place.code for i in range(sentence.first, sentence.last)
             if (place := words.countries.at(parse.tokens, i)) is not None and place.kind == "names" and not place.ambiguous}  # fmt: skip
    others = named - {home}
    return replace(person, country=others.pop() if len(others) == 1 else None)


def _by_side(parse: Parse, words: Vocabulary, person: Person, own: str | None) -> Person:
    """Who is listed for one side ("on the Palestinian side, A and B") is of that country.

    Else a person with a role and no other country is of the outlet's own, where the outlet tells of which it is;
    not one who serves an international body or another state.
    """
    if any(title.country for title in person.titles):
        return person
    tokens = parse.tokens
    for mention in person.mentions:
        sentence = parse.sentences[tokens[mention.first].sentence]
        for i in range(sentence.first, sentence.last - 1):
            place = words.countries.at(tokens, i)
            if place is not None and place.kind == "people" and place.last < sentence.last:
                if tokens[place.last].text.lower() in {"side", "delegation", "team"}:
                    return replace(person, country=place.code)
    if person.country is not None or own is None or not person.titles:
        return person
    abroad = any(
        title.head_words.split()[-1] in _OF_OTHERS or title.possessor is not None
        or (title.organisation or "").strip() in words.international
        for title in person.titles
    )  # fmt: skip
    return person if abroad else replace(person, country=own)


_OF_OTHERS = frozenset(
    {"ambassador", "envoy", "counterpart", "consul", "attaché", "pope", "representative", "commissioner"}
)
_SINGLE_OFFICES = frozenset(
    {"president", "prime minister", "king", "queen", "chancellor", "emir", "sultan", "head of state"}
)
