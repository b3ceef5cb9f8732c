"""The grammar of English role phrases: from words to a `Title`, or nothing where a word is not accounted for.

    title      = role {("and" | "," ["and"]) role}
    role       = {modifier | country ["'s"] | body ["'s"] | office "'s"} core {preposition complement}
    core       = [subject] office [postmodifier]
    subject    = portfolio {"," portfolio} ["and" portfolio]
    complement = subject | country | body | role
    body       = term | subject "ministry" | "ministry of" subject
    organ      = [country ["'s"]] body | body "of" country

Every rule yields its readings best first (longest terms, fewest parts); the first that uses up the phrase counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.locale.roles_phrase import Body, Gender, Organ, Role, Subject, Title
from briefing.locale.roles_vocabulary import Term, Vocabulary, tokenise, vocabulary
from briefing.locale.words import country as country_name

_MOST_TOKENS = 32
_DEEPEST = 2
_MOST_MODIFIERS = 3
_DEPUTIES = frozenset({"deputy", "first_deputy"})
_MINISTRIES = frozenset({"ministry", "department"})


@lru_cache(maxsize=4096)
def parse(written: str) -> Title | None:
    """What the phrase says; None unless every word of it is understood."""
    words = vocabulary()
    tokens = tokenise(written, words.cased)
    if not 0 < len(tokens) <= _MOST_TOKENS:
        return None
    for title, end in _Reader(words, tokens).title(0):
        if end == len(tokens):
            return title
    return None


@lru_cache(maxsize=4096)
def parse_organ(written: str) -> Organ | None:
    """The body that the phrase names; None unless every word of it is understood and the name is one body's."""
    words = vocabulary()
    tokens = tokenise(written, words.cased)
    if not 0 < len(tokens) <= _MOST_TOKENS:
        return None
    found = (organ for organ, end in _Reader(words, tokens).organ() if end == len(tokens))
    return next((organ for organ in found if _is_named(organ, words)), None)


def parse_country(written: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that the phrase names with a noun; None for any other phrase."""
    words = vocabulary()
    tokens = tokenise(written, words.cased)
    code = next((term.key for term, end in words.matches("country", tokens, 0) if end == len(tokens)), None)
    if code is None or code in words.naming.unsettled:
        return None
    own_name = tokenise(country_name(code, "en") or "", words.cased)
    return code if tokens in words.naming.nouns or tokens == own_name else None


def _is_named(organ: Organ, words: Vocabulary) -> bool:
    key, country, naming = organ.body.key, organ.country, words.naming
    if key in naming.nameless and not organ.body.portfolios:
        return False
    if country is None:
        return key not in naming.national
    return key not in naming.international and key not in words.implied and naming.own.get(key, country) == country


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Vocabulary
    tokens: tuple[str, ...]

    def title(self, start: int) -> Iterator[tuple[Title, int]]:
        for role, end in self._role(start, depth=0):
            for joint, after in self._joint(end):
                for rest, stop in self.title(after):
                    yield Title((role, *rest.roles), (joint, *rest.joints)), stop
            yield Title((role,), ()), end

    def organ(self) -> Iterator[tuple[Organ, int]]:
        for country, end in self._countries(0):
            for body, after in self._body(self._past_possessive(end)):
                yield self._owned(body, country), after
        for body, end in self._body(0):
            if self._is(end, "of"):
                for country, after in self._countries(end + 1):
                    yield self._owned(body, country), after
            yield Organ(body=body), end

    def _owned(self, body: Body, country: str) -> Organ:
        implied = self.words.implied.get(body.key) == country
        return Organ(body=body, country=None if implied else country)

    def _joint(self, at: int) -> Iterator[tuple[str, int]]:
        if self._is(at, ",") and self._is(at + 1, "and"):
            yield "and", at + 2
        elif self._is(at, "and", ","):
            yield self.tokens[at], at + 1

    def _role(self, start: int, depth: int) -> Iterator[tuple[Role, int]]:
        for front, at in self._front(start, Role()):
            for role, end in self._complements(at, front, depth):
                settled = _settled(role, self.words)
                if settled is not None:
                    yield settled, end

    def _front(self, at: int, role: Role) -> Iterator[tuple[Role, int]]:
        yield from self._core(at, role)
        if len(role.modifiers) < _MOST_MODIFIERS:
            for term, end in self._terms("modifier", at):
                yield from self._front(end, replace(role, modifiers=(*role.modifiers, term.key)))
        if role.country is None:
            for country, end in self._countries(at):
                yield from self._front(self._past_possessive(end), replace(role, country=country))
        if role.body is None and role.superior is None:
            for body, end in self._body(at):
                yield from self._front(self._past_possessive(end), replace(role, body=body))
            for term, end in self._terms("office", at):
                if self._is(end, "'s"):
                    yield from self._front(end + 1, replace(role, superior=Role(office=term.key)))

    def _core(self, at: int, role: Role) -> Iterator[tuple[Role, int]]:
        yield from self._office(at, role)
        for subject, end in self._subject(at, "prenominal", "portfolio"):
            for titled, after in self._office(end, role):
                concerned = self._concerned(titled, subject)
                if concerned is not None:
                    yield concerned, after

    def _office(self, at: int, role: Role) -> Iterator[tuple[Role, int]]:
        for term, end in self._terms("office", at):
            feminine = term.feminine or term.key in self.words.feminine_offices
            gender = Gender.FEMININE if feminine else None
            titled = replace(role, office=term.key, gender=gender)
            for after, stop in self._terms("postmodifier", end):
                yield replace(titled, modifiers=(after.key, *titled.modifiers)), stop
            yield titled, end

    def _complements(self, at: int, role: Role, depth: int) -> Iterator[tuple[Role, int]]:
        if at < len(self.tokens) - 1:
            for added, end in self._complement(self.tokens[at], at + 1, role, depth):
                yield from self._complements(end, added, depth)
        yield role, at

    def _complement(self, preposition: str, at: int, role: Role, depth: int) -> Iterator[tuple[Role, int]]:
        if preposition in ("of", "for", "on"):
            yield from self._concern(at, role)
        if preposition in ("to", "in") and role.post is None and self._class(role, "posted"):
            yield from ((replace(role, post=place), end) for place, end in self._places(at))
        if preposition == "for" and role.topic is None and self._class(role, "topical"):
            for country, end in self._countries(at):
                yield replace(role, topic=Subject(portfolios=(), country=country)), end
        if preposition == "of" and role.country is None:
            yield from ((replace(role, country=country), end) for country, end in self._countries(at))
        if preposition in ("of", "to", "for", "at", "in"):
            yield from self._served(at, role, depth)

    def _concern(self, at: int, role: Role) -> Iterator[tuple[Role, int]]:
        owners = [(country, end + 1) for country, end in self._countries(at) if self._is(end, "'s")]
        for country, start in (*owners, (None, at)):
            for subject, end in self._subject(start, "portfolio"):
                concerned = self._concerned(role, replace(subject, country=country))
                if concerned is not None:
                    yield concerned, end

    def _concerned(self, role: Role, subject: Subject) -> Role | None:
        if self._class(role, "ministerial") and role.portfolio is None:
            office = self.words.with_portfolio.get(role.office, role.office)
            return replace(role, office=office, portfolio=subject)
        if self._class(role, "topical") and role.topic is None:
            return replace(role, topic=subject)
        return None

    def _served(self, at: int, role: Role, depth: int) -> Iterator[tuple[Role, int]]:
        if role.body is not None or role.superior is not None:
            return
        yield from ((replace(role, body=body), end) for body, end in self._body(at))
        if role.country is None:
            for country, middle in self._countries(at):
                for body, end in self._body(self._past_possessive(middle)):
                    yield replace(role, country=country, body=body), end
        if depth < _DEEPEST and self._class(role, "attendant"):
            for superior, end in self._role(at, depth + 1):
                yield replace(role, superior=superior), end

    def _body(self, at: int) -> Iterator[tuple[Body, int]]:
        for term, end in self._terms("body", at):
            if term.key not in _MINISTRIES:
                yield Body(key=term.key), end
            elif self._is(end, "of", "for"):
                for subject, after in self._subject(end + 1, "portfolio"):
                    yield Body(key=term.key, portfolios=subject.portfolios), after
        for subject, end in self._subject(at, "prenominal", "portfolio"):
            for term, after in self._terms("body", end):
                if term.key in _MINISTRIES:
                    yield Body(key=term.key, portfolios=subject.portfolios), after

    def _subject(self, at: int, *tables: str) -> Iterator[tuple[Subject, int]]:
        for table in tables:
            for term, end in self._terms(table, at):
                for joint, after in self._joint(end):
                    del joint
                    for rest, stop in self._subject(after, "portfolio"):
                        yield Subject(portfolios=(term.key, *rest.portfolios)), stop
                yield Subject(portfolios=(term.key,)), end

    def _places(self, at: int) -> Iterator[tuple[str | Body, int]]:
        yield from self._countries(at)
        yield from self._body(at)

    def _countries(self, at: int) -> Iterator[tuple[str, int]]:
        for term, end in self._terms("country", at):
            yield term.key, end

    def _terms(self, table: str, at: int) -> Iterator[tuple[Term, int]]:
        return self.words.matches(table, self.tokens, at)

    def _is(self, at: int, *wanted: str) -> bool:
        return at < len(self.tokens) and self.tokens[at] in wanted

    def _past_possessive(self, at: int) -> int:
        return at + 1 if self._is(at, "'s") else at

    def _class(self, role: Role, name: str) -> bool:
        return role.office in self.words.classes[name]


def _settled(role: Role, words: Vocabulary) -> Role | None:
    """The role under its proper key; None where the words leave open which office it is."""
    if role.office in words.classes["subnational"] and role.country in words.double_names:
        return None
    role = _without_implied_country(role, words)
    if role.body is not None and role.country is not None and role.body.key in words.implied:
        return None
    fused = _by_usage(_fused(_by_usage(role, words), words), words)
    if not fused.office:
        return None
    says_enough = role.portfolio or role.topic or role.body or role.superior
    if fused.office in words.incomplete and not says_enough:
        return None
    return fused


def _without_implied_country(role: Role, words: Vocabulary) -> Role:
    """The role without a country that its body says already: "U.S. State Department"."""
    implied = role.body is not None and words.implied.get(role.body.key) == role.country
    return replace(role, country=None) if implied else role


def _fused(role: Role, words: Vocabulary) -> Role:
    """The role with its innermost modifier melted into the office, where the two are one office."""
    office = words.fusion.get(f"{role.modifiers[-1]}+{role.office}") if role.modifiers else None
    return role if office is None else replace(role, office=office, modifiers=role.modifiers[:-1])


def _by_usage(role: Role, words: Vocabulary) -> Role:
    portfolios = role.portfolio.portfolios if role.portfolio else ()
    keys = [f"{role.office}@{role.country}", *(f"{role.office}/{portfolio}" for portfolio in portfolios)]
    # "Deputy head": of deputies there may be several, under other names.
    if role.body is not None and role.country is None and not _DEPUTIES.intersection(role.modifiers):
        keys.append(f"{role.office}#{role.body.key}")
    office = next((words.usage[key] for key in keys if key in words.usage), role.office)
    return replace(role, office=words.with_body.get(office, office) if role.body else office)
