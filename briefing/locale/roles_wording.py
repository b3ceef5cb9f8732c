"""How a language of readers words a `Title`: inflection, prepositions, compounds and order, all from its data."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from briefing.locale.roles_phrase import Body, Gender, Organ, Role, Subject, Title
from briefing.locale.roles_vocabulary import DATA

_NOMINATIVE, _GENITIVE = 0, 1


class Unsettled(Exception):
    """The language has no sure words for a part of the role."""


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word that goes with an office.

    `place`: before; after; beside (after, and only where the office has no complement of its own); governs (the rest
    follows in the genitive); joined (no space); closes (at the end).
    """

    place: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's lexicon; forms are (masculine, its genitive, feminine, its genitive)."""

    grammar: dict[str, Any]
    modifiers: dict[str, Modifier]
    offices: dict[str, tuple[str, ...]]
    conventions: dict[str, tuple[str, ...]]
    portfolios: dict[str, list[str]]
    bodies: dict[str, str]
    names: dict[str, str]
    accredited: dict[str, str]
    countries: dict[str, list[str]]

    def title(self, title: Title, gender: Gender | None) -> str:
        """The whole title in the nominative."""
        words = self._role(title.roles[0], gender, _NOMINATIVE)
        for joint, role in zip(title.joints, title.roles[1:], strict=True):
            link = ", " if joint == "," else self.grammar["joint"]
            words += link + self._role(role, gender, _NOMINATIVE)
        return self._euphonic(words)

    def of_company(self, name: str) -> str:
        """What joins an office to a company's name, which is not inflected, and the name as it is written."""
        initial = unicodedata.normalize("NFD", name)[0].casefold()
        return f" {self.grammar['company'][initial in 'aeiou']}{name}"

    def organ(self, organ: Organ) -> str:
        """The body's name in the nominative, without an article."""
        body = self._with_portfolios(self.names[organ.body.key], organ.body)
        return f"{body} {self._of_country(organ.country)}".rstrip()

    def _role(self, role: Role, gender: Gender | None, case: int) -> str:
        role, forms = self._office(role)
        chosen = gender or role.gender or Gender.MASCULINE
        places = [self._modifier(key) for key in role.modifiers]
        leading = [modifier for modifier in places if modifier.place in ("before", "governs", "joined")]
        words = self._chain(leading, self._core(role, forms), case, chosen)
        return words + "".join(modifier.forms[0] for modifier in places if modifier.place == "closes")

    def _office(self, role: Role) -> tuple[Role, tuple[str, ...]]:
        """The office's forms, and what of the role they do not say yet.

        A set phrase is a whole: with an adjective to stand behind its noun the role is composed from its parts.
        """
        if any(self._modifier(key).place in ("after", "beside") for key in role.modifiers):
            return role, self._office_forms(role)
        if role.portfolio is None and role.body is None and f"{role.office}@{role.country}" in self.conventions:
            return replace(role, country=None), self.conventions[f"{role.office}@{role.country}"]
        if role.body is not None and f"{role.office}#{role.body.key}" in self.conventions:
            return replace(role, body=None), self.conventions[f"{role.office}#{role.body.key}"]
        return role, self._office_forms(role)

    def _office_forms(self, role: Role) -> tuple[str, ...]:
        if role.office in self.grammar["unsettled"]:
            raise Unsettled(role.office)
        return self.offices[role.office]

    def _modifier(self, key: str) -> Modifier:
        if key not in self.modifiers:
            raise Unsettled(key)
        return self.modifiers[key]

    def _chain(self, leading: Sequence[Modifier], core: _Core, case: int, gender: Gender) -> str:
        if not leading:
            return core.words(case, gender)
        first, rest = leading[0], leading[1:]
        form = _form(first.forms, case, gender)
        if first.place == "governs":
            return f"{form} {self._genitive(self._chain(rest, core, _GENITIVE, Gender.MASCULINE), Gender.MASCULINE)}"
        following = self._chain(rest, core, case, gender)
        if first.place == "joined":
            return (first.forms[0] if " " not in core.head(case, gender) else first.forms[1]) + following
        return f"{form} {following}"

    def _core(self, role: Role, forms: tuple[str, ...]) -> _Core:
        after = self._after(role, forms[0])
        stem, portfolio = self._portfolio(role)
        if any("{}" in form for form in forms):
            filling = stem or " ".join(portfolio)
            if not filling:
                raise Unsettled(role.office)
            forms, stem, portfolio = tuple(form.replace("{}", filling) for form in forms), "", []
        return _Core(forms, stem, after, self._completed(role, portfolio))

    def _after(self, role: Role, office: str) -> tuple[tuple[str, ...], ...]:
        trailing = [self.modifiers[key] for key in role.modifiers if self.modifiers[key].place in ("after", "beside")]
        crowded = any(mark in office for mark in self.grammar.get("complements", ()))
        if crowded and any(modifier.place == "beside" for modifier in trailing):
            raise Unsettled(role.office)
        return tuple(modifier.forms for modifier in trailing)

    def _portfolio(self, role: Role) -> tuple[str, list[str]]:
        """The stem that the office's noun is compounded with, if any, and the words that follow it."""
        if role.portfolio is None:
            return "", []
        stem, words = self._of_portfolios(role.portfolio.portfolios)
        for written, linked in self.grammar.get("links", {}).get(role.office, ()):
            if words.startswith(written):
                words = linked + words.removeprefix(written)
                break
        return stem, [word for word in (words, self._of_country(role.portfolio.country)) if word]

    def _of_portfolios(self, keys: tuple[str, ...]) -> tuple[str, str]:
        forms = [self.portfolios[key] for key in keys]
        if all(form[0].endswith("-") for form in forms):
            return self._listed([form[0] for form in forms]).removesuffix("-"), ""
        compounded = any(form[0].endswith("-") for form in forms)
        return "", self._listed([form[-1] if compounded else form[0] for form in forms])

    def _listed(self, items: Sequence[str]) -> str:
        joint: str = self.grammar["joint"]
        return joint.join(part for part in (", ".join(items[:-1]), items[-1]) if part)

    def _completed(self, role: Role, portfolio: list[str]) -> str:
        words = list(portfolio)
        if role.body is not None:
            words.append(self._of_body(role.body))
        if role.superior is not None:
            words.append(self._of_role(role.superior))
        words += [self._of_country(role.country)] if role.country else []
        words += [self._on(role.topic)] if role.topic else []
        words += [self._at(role.post)] if role.post else []
        return "".join(f" {word}" for word in words)

    def _euphonic(self, words: str) -> str:
        """The words with each preposition in the form that its neighbours ask for, where the language has two."""
        rule = self.grammar.get("euphony")
        if rule is None:
            return words
        head, *tails = words.split(" " + rule["written"])
        for tail in tails:
            vowel_after = tail[0].casefold() in rule["vowels"]
            between = head[-1] in rule["vowels"] and tail[0].casefold() not in rule["heavy"]
            lighter = (vowel_after or between) and not tail.startswith(tuple(rule["fixed"]))
            head += " " + (rule["lighter"] if lighter else rule["written"]) + tail
        return head

    def _of_role(self, role: Role) -> str:
        gender = role.gender or Gender.MASCULINE
        return self._genitive(self._role(role, gender, _GENITIVE), gender)

    def _genitive(self, words: str, gender: Gender) -> str:
        """The words, already inflected, with the article of the genitive where the language has one."""
        article: dict[str, str] = self.grammar["genitive_article"]
        initial = unicodedata.normalize("NFD", words)[0].casefold()
        return article["vowel" if initial in self.grammar["elides"] else gender.value] + words

    def _of_body(self, body: Body) -> str:
        return self._with_portfolios(self.bodies[body.key], body)

    def _with_portfolios(self, words: str, body: Body) -> str:
        if not body.portfolios:
            return words
        stem, following = self._of_portfolios(body.portfolios)
        return _compound(stem, words) if stem else f"{words} {following}"

    def _of_country(self, country: str | None) -> str:
        return self.countries[country][0] if country else ""

    def _on(self, topic: Subject) -> str:
        if not topic.portfolios:
            return self.countries[str(topic.country)][2]
        words = self._listed([self.portfolios[key][1] for key in topic.portfolios])
        return f"{words} {self._of_country(topic.country)}".rstrip()

    def _at(self, post: str | Body) -> str:
        if isinstance(post, str):
            return self.countries[post][1]
        if post.key not in self.accredited:
            raise Unsettled(post.key)
        return self.accredited[post.key]


@dataclass(frozen=True, slots=True)
class _Core:
    """The office with what follows it, yet to be inflected."""

    forms: tuple[str, ...]
    stem: str
    after: tuple[tuple[str, ...], ...]
    completed: str

    def head(self, case: int, gender: Gender) -> str:
        office = _form(self.forms, case, gender)
        return _compound(self.stem, office) if self.stem else office

    def words(self, case: int, gender: Gender) -> str:
        after = "".join(f" {_form(forms, case, gender)}" for forms in self.after)
        return self.head(case, gender) + after + self.completed


def _form(forms: tuple[str, ...], case: int, gender: Gender) -> str:
    return forms[case + (2 if gender is Gender.FEMININE else 0)]


def _compound(stem: str, phrase: str) -> str:
    """The phrase with its last word compounded: "Verteidigungs" and "des Ministeriums" into one."""
    lead, space, noun = phrase.rpartition(" ")
    return f"{lead}{space}{stem}{noun[:1].lower()}{noun[1:]}"


@cache
def wording(language: str) -> Wording:
    """The lexicon of a language as shipped; `language` is a name that `roles.languages()` gives."""
    data = tomllib.loads((DATA / f"{language}.toml").read_text(encoding="utf-8"))
    grammar = data["grammar"]
    return Wording(
        grammar=grammar,
        modifiers={
            key: Modifier(entry["place"], _forms(entry["forms"], grammar)) for key, entry in data["modifier"].items()
        },
        offices={key: _forms(forms, grammar) for key, forms in data["office"].items()},
        conventions={key: _forms(forms, grammar) for key, forms in data["convention"].items()},
        portfolios={key: _with_topic(forms, grammar) for key, forms in data["portfolio"].items()},
        bodies=data["body"],
        names=data.get("name") or {key: _bare(words, grammar["articles"]) for key, words in data["body"].items()},
        accredited=data["accredited"],
        countries={key: _country(forms, grammar) for key, forms in data["country"].items()},
    )


def _bare(complement: str, articles: Sequence[str]) -> str:
    """A noun's complement without the preposition and article before it: "OTAN" of "de l’OTAN"."""
    return complement.removeprefix(next((article for article in articles if complement.startswith(article)), ""))


def _forms(written: list[str], grammar: dict[str, Any]) -> tuple[str, ...]:
    """Four forms from as few as the language needs: one, two (by gender, or by case), three or four."""
    match (*written, None, None, None)[:4]:
        case str(one), None, None, None:
            return one, one, one, one
        case str(first), str(second), None, None:
            return (first, second, first, second) if grammar["inflected"] else (first, first, second, second)
        case str(masculine), str(genitive), str(feminine), None:
            return masculine, genitive, feminine, feminine
        case _:
            return tuple(written)


def _with_topic(written: list[str], grammar: dict[str, Any]) -> list[str]:
    return written if len(written) == 2 else [written[0], grammar["topic"].replace("{}", written[0])]


def _country(written: str | list[str], grammar: dict[str, Any]) -> list[str]:
    """Of the country, in it, and for it (as a subject)."""
    if isinstance(written, list):
        return written if len(written) == 3 else [*written, grammar["topic_country"].replace("{}", written[0])]
    article, *patterns = next(rule for rule in grammar["country"] if written.startswith(rule[0]))
    return [pattern.replace("{}", written.removeprefix(article)) for pattern in patterns]
