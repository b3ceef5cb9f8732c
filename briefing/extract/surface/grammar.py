"""What the rules without a parser know of a language's grammar: all of it data of that language's folder."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Token
from briefing.text.language import words_by_language

_NEAR = 7  # tokens: an auxiliary that stands further from its verb has a clause between
_STRAIGHT, _CURLY = "'", "’"
_NEGATED = 3  # tokens before a verb within which its negation stands


class Tense(StrEnum):
    """When a verb's action is, as its form tells; `FREE`: possible, wished or imagined; `NONE`: no finite form."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    FREE = "free"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    NONE = "none"


@dataclass(frozen=True)
class Grammar:
    """The grammar of one language; words are in lower case.

    `cases`: whether nouns and names change their ending with their part in the sentence. `comma_name`: whether a title
    may stand before its holder's name with a comma between. `name_words`: how many words a name has that follows a
    title without a known given name, 0 for any number. `capital_nouns`: whether every noun has a capital letter.
    `null_subject`: whether a verb without a subject speaks of the last one. `nonpast_is_future`: for verbs that tell
    of whole acts. `reach`: how many tokens before a participle or infinitive its auxiliary may stand. `elided`: what
    is cut off a word's beginning ("l'"), `clitic`: off its end ("-t-il").
    """

    language: str
    cases: bool
    comma_name: bool
    capital_nouns: bool
    null_subject: bool
    nonpast_is_future: bool
    name_words: int
    reach: int
    given_alone: bool
    """Whether people are called by their given name alone once they were named in full ("Dilma")."""
    ordinal_stop: bool
    """Whether ordinals are written with a full stop ("26. September")."""
    elided: re.Pattern[str] | None
    clitic: re.Pattern[str] | None
    small: frozenset[str]
    articles: frozenset[str]
    prepositions: frozenset[str]
    joins: frozenset[str]
    genitives: frozenset[str]
    oblique: frozenset[str]
    """Articles that begin no subject."""
    conjunctions: frozenset[str]
    clause_starts: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    hedges: frozenset[str]
    adverbs: frozenset[str]
    abbreviations: frozenset[str]
    perfect: frozenset[str]
    prospective: frozenset[str]
    passive: frozenset[str]
    within: frozenset[str]
    topics: frozenset[str]
    reflexives: frozenset[str]
    we: frozenset[str]
    i: frozenset[str]
    third: Mapping[str, str]
    endings: tuple[tuple[Tense, re.Pattern[str]], ...]
    forms: Mapping[str, Tense]
    genders: tuple[tuple[str, re.Pattern[str]], ...]
    first_persons: tuple[tuple[str, re.Pattern[str]], ...]
    aids: Mapping[str, str]
    """Auxiliaries in the first person, each with `we` or `i`."""
    on_infinitive: tuple[str, ...]
    """Endings of the future that are others of the tenses on a shorter stem."""
    reported: re.Pattern[str] | None
    """Endings of the future as it is told of what somebody said ("that he would")."""
    particles: frozenset[str]
    """Parts of verbs that stand at the end of the clause ("sagte Hilfe zu")."""
    determiners: frozenset[str]
    """Words beside articles that may stand between a preposition and its noun ("other")."""
    that: frozenset[str]
    """What leads in a clause that somebody reports."""
    doubtful: frozenset[str]
    """Those of them that mean "which" as well."""
    wished: tuple[tuple[str, tuple[str, ...]], ...]
    """By ending of the infinitive those of the regular subjunctive."""
    gerunds: tuple[str, ...]
    """Endings of verbs that only go with another ("saying")."""
    reporting: frozenset[str]
    """Verbs in the mood of reported speech ("sei")."""
    participles: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    """Forms of regular participles, each with the infinitives that it may be of."""

    def is_infinitive(self, word: str) -> bool:
        """Whether a word ends as infinitives do."""
        return self._infinitive is not None and self._infinitive.search(word) is not None

    @functools.cached_property
    def _infinitive(self) -> re.Pattern[str] | None:
        return next((regex for tense, regex in self.endings if tense is Tense.INFINITIVE), None)

    @property
    def verbs_close(self) -> bool:
        """Whether verbs close the clause, far from their auxiliaries."""
        return self.reach > _NEAR

    def tense(self, tokens: tuple[Token, ...], i: int) -> Tense:
        """The tense of the verb at `i`, which is known to be one, with its auxiliaries before it."""
        before = [
            tokens[j].text.lower() for j in range(max(0, i - self.reach), i) if tokens[j].sentence == tokens[i].sentence
        ]
        if self.verbs_close and i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence:
            before.append(tokens[i + 1].text.lower())  # "who had come", "der angereist war"
        own = self._own(tokens[i])
        if own is Tense.PRESENT and self.verbs_close and self._closes(tokens, i, before):
            own = Tense.PARTICIPLE  # "haben ... vereinbart", as "er vereinbart"
        helped = {Tense.PARTICIPLE: self.perfect, Tense.INFINITIVE: self.prospective}.get(own, frozenset())
        if own in {Tense.PARTICIPLE, Tense.INFINITIVE} and helped.intersection(before):
            return Tense.PAST if own is Tense.PARTICIPLE else Tense.FUTURE
        aids = self.passive.intersection(before) if own is Tense.PARTICIPLE else frozenset()
        if aids:
            return Tense.FUTURE if any(self.forms.get(aid) is Tense.FUTURE for aid in aids) else Tense.PAST
        return own

    def _closes(self, tokens: tuple[Token, ...], i: int, before: list[str]) -> bool:
        """Whether a verb stands at the end of its clause, after an auxiliary of participles."""
        closed = (
            i + 1 >= len(tokens) or not tokens[i + 1].text[0].isalnum() or tokens[i + 1].sentence != tokens[i].sentence
        )
        return closed and not (self.perfect | self.passive).isdisjoint(before)

    def _own(self, token: Token) -> Tense:
        """The tense that a verb's own form tells; what is its own dictionary form and ends as one is an infinitive."""
        word = token.text.lower()
        if word == token.lemma and word not in self.forms and self.is_infinitive(word):
            return Tense.INFINITIVE
        if self._on_infinitive(token):
            return Tense.FUTURE
        if any(token.lemma.endswith(key) and word in _with(token.lemma, key, ends) for key, ends in self.wished):
            return Tense.FREE  # "que participe"
        return self.forms.get(word) or next((tense for tense, regex in self.endings if regex.search(word)), Tense.NONE)

    def _on_infinitive(self, token: Token) -> bool:
        """Whether the word is a future whose ending hangs on the whole infinitive: "retiraremos", not "retiremos"."""
        if not token.text.lower().endswith(self.on_infinitive or ("\0",)):
            return False
        stem = token.lemma
        for reflexive in self.reflexives:
            stem = stem.removesuffix(reflexive) if self.is_infinitive(stem.removesuffix(reflexive)) else stem
        return any(token.text.lower() == stem + ending for ending in self.on_infinitive)

    def finite(self, tokens: tuple[Token, ...], i: int) -> int:
        """Where the finite verb of a group stands: an auxiliary far before it, or the verb itself."""
        aids = self.perfect | self.prospective | self.passive
        if self._own(tokens[i]) not in {Tense.PARTICIPLE, Tense.INFINITIVE}:
            return i
        for j in range(i - 1, max(-1, i - self.reach - 1), -1):
            if tokens[j].sentence != tokens[i].sentence:
                break
            if tokens[j].text.lower() in aids and self.tense(tokens, i) is not Tense.NONE:
                return j
        return i

    def negation(self, tokens: tuple[Token, ...], i: int, clause: tuple[int, int]) -> int | None:
        """Where the verb at `i` is negated in its clause: just before it, or after it where verbs close the clause."""
        near = [*range(i - 1, max(clause[0], i - _NEGATED) - 1, -1)]
        if self.verbs_close:
            near += range(i + 1, next((j for j in range(i + 1, clause[1]) if tokens[j].text == ","), clause[1]))
        return next((j for j in near if tokens[j].text.lower() in self.negations), None)

    def gender(self, word: str) -> str | None:
        """`m`, `f` or `p` (several) where the verb's form tells who acts."""
        return next((gender for gender, regex in self.genders if regex.search(word.lower())), None)

    def person(self, word: str) -> str | None:
        """`we` or `i` where the verb's form tells that the speaker acts."""
        return next((person for person, regex in self.first_persons if regex.search(word.lower())), None)

    def person_of(self, tokens: tuple[Token, ...], i: int) -> str | None:
        """`we` or `i` where the verb at `i`, or its auxiliary ("vamos a construir"), tells that the speaker acts."""
        finite = self.finite(tokens, i)
        own = self.aids.get(tokens[finite].text.lower()) if finite != i else None
        return own if own is not None else self.person(tokens[i].text)

    def is_finite(self, token: Token) -> bool:
        """Whether a word surely is a finite verb: its dictionary form is an infinitive's, its own ending a tense's."""
        word = token.text.lower()
        if word in self.forms:
            return self.forms[word] in {Tense.PAST, Tense.FUTURE, Tense.PRESENT}
        if word == token.lemma or not self.is_infinitive(token.lemma):
            return False
        if self._on_infinitive(token):
            return True
        tense = next((each for each, regex in self.endings if regex.search(word)), Tense.NONE)
        return tense in {Tense.PAST, Tense.FUTURE}


@functools.cache
def grammar_of(language: str) -> Grammar:
    """The grammar in the data folder of a language."""
    data = load(language, "grammar")
    words: Mapping[str, str] = data["words"]
    traits: Mapping[str, bool | int] = data["traits"]
    tenses: Mapping[str, str] = data["tenses"]
    tenses_reported = str(data.get("reported", {}).get("future", ""))
    listed = {word: Tense(tense) for tense, written in data["forms"].items() for word in written.split()}

    def some(name: str) -> frozenset[str]:
        listed = words.get(name, "")
        return frozenset(f"{listed} {listed.replace(_STRAIGHT, _CURLY)}".split())  # "qu'il" as newspapers print it

    return Grammar(
        language=language,
        cases=bool(traits["cases"]),
        comma_name=bool(traits["comma_name"]),
        capital_nouns=bool(traits["capital_nouns"]),
        null_subject=bool(traits["null_subject"]),
        nonpast_is_future=bool(traits["nonpast_is_future"]),
        name_words=int(traits["name_words"]),
        reach=int(traits["reach"]),
        given_alone=bool(traits.get("given_alone", False)),
        ordinal_stop=bool(traits.get("ordinal_stop", False)),
        elided=re.compile(rf"(?:{'|'.join(words['elided'].split())})['’]", re.IGNORECASE) if words["elided"] else None,
        clitic=re.compile(rf"-(?:t-)?(?:{'|'.join(words['clitics'].split())})$") if words["clitics"] else None,
        small=words_by_language().get(language, frozenset()) | some("small") | some("prepositions"),
        articles=some("articles"),
        prepositions=some("prepositions"),
        joins=some("joins"),
        genitives=some("genitives"),
        oblique=some("oblique"),
        conjunctions=some("conjunctions"),
        clause_starts=some("clause_starts"),
        relatives=some("relatives"),
        negations=some("negations"),
        hedges=some("hedges"),
        adverbs=some("adverbs"),
        abbreviations=some("abbreviations"),
        perfect=some("perfect"),
        prospective=some("prospective"),
        passive=some("passive"),
        within=some("within"),
        topics=some("topics"),
        reflexives=some("reflexives"),
        we=some("we"),
        i=some("i"),
        third={word: gender for gender in "mfp" for word in data["pronouns"][gender].split()},
        endings=tuple((Tense(name), _endings(written.split())) for name, written in tenses.items() if written),
        forms=listed,
        genders=tuple((name, _endings(data["agreement"][name].split())) for name in "mfp" if data["agreement"][name]),
        first_persons=tuple(
            (name, _endings(data["agreement"][name].split())) for name in ("we", "i") if data["agreement"][name]
        ),
        aids={word: person for person, written in data.get("aids", {}).items() for word in written.split()},
        on_infinitive=tuple(data.get("on_infinitive", {}).get("future", "").split()),
        reported=_endings(tenses_reported.split()) if tenses_reported else None,
        wished=tuple((key, tuple(ends.split())) for key, ends in data.get("subjunctive", {}).items()),
        gerunds=tuple(words.get("gerunds", "").split()),
        particles=some("particles"),
        determiners=some("determiners"),
        that=some("that"),
        doubtful=some("doubtful"),
        reporting=frozenset(str(data.get("reported", {}).get("mood", "")).split()),
        participles=tuple((re.compile(regex), tuple(forms)) for regex, forms in data.get("participles", {}).items()),
    )


def _endings(endings: Iterable[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, endings)) + ")$")


def _with(infinitive: str, ending: str, others: Iterable[str]) -> set[str]:
    """An infinitive with other endings."""
    return {infinitive.removesuffix(ending) + other for other in others}
