"""Unnamed people: whom "he" means after "a spokesman said", whom "the 46-year-old" means, names set behind a role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.antecedents import GENDERS, antecedent
from briefing.extract.reference.earlier_subjects import subjects_back
from briefing.extract.reference.role_likeness import is_human
from briefing.extract.reference.strangers import interviews, unnamed_speaker

if TYPE_CHECKING:
    from briefing.extract.grammar.clauses import Clause
    from briefing.extract.reference.cast import Cast, Person

_AGED = re.compile(r"\d{1,3}[- ]year[- ]old", re.IGNORECASE)
_BACK = 2  # paragraphs
_SENTENCES = 8  # those of a quotation among them
_HONORIFICS = 3  # words between a comma and a name


def unnamed(cast: Cast, at: int, gender: str) -> int | None:
    """The head of "a spokesman", "a mother of three", whom "he" or "she" carries on; `None` where a person is nearer.

    Only the main subject of the sentence before, or of this one before the pronoun, and only where nobody is named.
    """
    tokens = cast.parse.tokens
    here = tokens[at].sentence
    for sentence in range(here, max(here - _SENTENCES, -1), -1):
        if cast.paragraphs_between(cast.parse.sentences[sentence].first, at) > 1:
            return None
        heads = [head for head in cast.main_subjects(sentence) if head < at]
        if not heads:
            continue
        if interviews(cast, heads[0]):
            return None
        told = len(heads) == 1 and unnamed_speaker(cast, heads[0])
        if len(heads) == 1 and GENDERS.get(tokens[heads[0]].text.lower()) == gender:
            at = heads[0]  # "An official said ... He said ... “...,” he said"
            continue
        if len(heads) == 1 and _belongs(cast, heads[0], gender):
            return None  # "Her grandmother was sent there. ..., she said"
        if len(heads) > 1 or (not told and any(mention.first < at for mention in cast.mentions_in(sentence))):
            return None
        return heads[0] if _is_somebody(cast, heads[0], gender) else None
    return None


def body(cast: Cast, at: int, *, plural: bool = False) -> int | None:
    """The head of "the ministry" in "The ministry said so. “...,” it added"; `None` where a person is nearer.

    `plural`: whether "they" asks, who may be "the researchers" too.
    """
    tokens, words = cast.parse.tokens, load("en", "saying")
    here, verbs = tokens[at].sentence, {*words["verbs"]["plain"], *words["verbs"]["issuing"]}
    for sentence in range(here, max(here - _SENTENCES, -1), -1):
        if cast.paragraphs_between(cast.parse.sentences[sentence].first, at) > _BACK:
            return None
        said = [
            clause.subject
            for clause in cast.clauses_in(sentence)
            if clause.subject is not None and clause.subject < at and clause.reported_by is None
            and clause.subject not in cast.quoted and clause.verb not in cast.quoted
            and ((clause.lemma in verbs and not clause.passive) or _is_told_of(cast, clause))
        ]  # fmt: skip
        if not said or tokens[said[0]].text.lower() == ("they" if plural else "it"):
            at = said[0] if said else at
            continue
        token = tokens[said[0]]
        named = said[0] in cast.by_token or said[0] in cast.title_at or token.entity == "PERSON" or token.pos == "PRON"
        known = (
            token.entity in {"ORG", "GPE"}
            or token.lemma in words["subjects"]["human"]
            or token.lemma in words["subjects"]["papers"]
        )
        if plural and token.tag == "NNS" and said[0] not in cast.by_token:
            return said[0] if is_human(cast, said[0]) and _tells(cast, token.head) else None
        return said[0] if known and not named and token.tag in {"NN", "NNP"} else None
    return None


def _tells(cast: Cast, verb: int) -> bool:
    """Whether a verb surely tells something: "said", "estimate that it fails"; not "protested outside"."""
    tokens = cast.parse.tokens
    content = any(tokens[child].dep == "ccomp" for child in cast.parse.children[verb])
    return content or tokens[verb].lemma not in load("en", "saying")["verbs"]["adjacent"]


def _is_told_of(cast: Cast, clause: Clause) -> bool:
    """`The affidavit was filed on Friday. It states`: whether it is about a paper, by nobody that is an "it"."""
    tokens, agent = cast.parse.tokens, clause.agent
    if tokens[clause.verb].dep != "ROOT" or clause.subject is None:
        return False
    body = agent is not None and tokens[agent].entity != "PERSON" and agent not in cast.by_token
    return tokens[clause.subject].lemma in load("en", "saying")["subjects"]["papers"] and not body


def _belongs(cast: Cast, head: int, gender: str) -> bool:
    """Whether "his" or "her" of the same gender stands before the noun: whose it is may as well be meant."""
    below = (cast.parse.tokens[i] for i in cast.parse.children[head])
    return any(each.dep == "poss" and GENDERS.get(each.text.lower()) == gender for each in below)


def _is_somebody(cast: Cast, head: int, gender: str) -> bool:
    """Whether a noun is one human being, and of that gender as far as the word tells."""
    token = cast.parse.tokens[head]
    if token.tag != "NN":
        return False
    told = cast.vocabulary.title_gender.get(token.lemma)
    human = head in cast.title_at or told is not None or token.lemma in load("en", "saying")["subjects"]["people"]
    return (human or unnamed_speaker(cast, head)) and (not gender or told in {None, gender, "n"})


def aged(cast: Cast, token: int) -> Person | None:
    """`the 46-year-old`: the only one who is said to be of that age; else the last person who was a subject."""
    words = cast.phrase(token).text
    age = _AGED.search(words)
    if age is None or not words.lower().startswith("the "):
        return None
    years = age.group().split("-")[0].split()[0]
    of_age = [person for person in cast.people if years in _ages(cast, person)]
    if of_age:
        return of_age[0] if len(of_age) == 1 else None
    pronoun = _last_pronoun(cast, token)
    if pronoun is not None:
        return antecedent(cast, pronoun, GENDERS[cast.parse.tokens[pronoun].text.lower()])
    for subjects in subjects_back(cast, token, _BACK):
        for key, _ in subjects:
            return cast.person(key)
    return None


def _ages(cast: Cast, person: Person) -> frozenset[str]:
    """The ages that stand beside a person's names: "Maria Keller, 46,", "46-year-old Maria Keller"."""
    tokens, found = cast.parse.tokens, set[str]()
    for mention in person.mentions:
        behind = tokens[mention.last : mention.last + 2]
        if len(behind) == 2 and behind[0].text in {",", "("} and behind[1].text.isdigit():
            found.add(behind[1].text)
        before = cast.parse.article.text[max(0, tokens[mention.first].start - 14) : tokens[mention.first].start]
        age = _AGED.search(before)
        found.update([age.group().split("-")[0].split()[0]] if age is not None else [])
    return frozenset(found)


def _last_pronoun(cast: Cast, token: int) -> int | None:
    """The "he" or "she" that is the subject of the last sentence before that has a named or so called subject."""
    tokens = cast.parse.tokens
    for sentence in range(tokens[token].sentence, max(tokens[token].sentence - _SENTENCES, -1), -1):
        heads = [head for head in cast.main_subjects(sentence) if head < token]
        if heads:
            return heads[-1] if tokens[heads[-1]].text.lower() in {"he", "she"} else None
    return None


def named_behind(cast: Cast, token: int) -> Person | None:
    """`its secretary in Agadez, Ms Maria Keller`: the name behind the comma that ends the description."""
    end = cast.phrase(token).span.end
    tokens = cast.parse.tokens
    comma = next((each.i for each in tokens[token : token + 16] if each.start >= end), None)
    if comma is None or tokens[comma].text != "," or tokens[comma].sentence != tokens[token].sentence:
        return None
    if tokens[token].pos not in {"NOUN", "PROPN"} or not (token in cast.title_at or _is_somebody(cast, token, "")):
        return None
    for i in range(comma + 1, min(comma + 1 + _HONORIFICS, len(tokens))):
        mention = cast.by_token.get(i)
        if mention is not None:
            return cast.person(mention.person)
        if not tokens[i].text[:1].isupper():
            return None
    return None
