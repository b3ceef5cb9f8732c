"""Subjects that are somebody, though nobody of the cast: "the woman", "one doctor", an unknown surname."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.offices import of_many

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast
    from briefing.extract.titles.titles import Title

NEUTRAL = "n"
SOMEBODY = "?"
CALLED = "the"
_HUMANS = {"woman": "f", "girl": "f", "mom": "f", "grandmother": "f", "man": "m", "boy": "m", "dad": "m", "guy": "m"}
ASKING = frozenset(("ask", "contact", "reach", "approach", "question", "interview", "quiz", "press"))
_ONCE = frozenset(("former", "retired", "ex", "veteran", "longtime", "then"))  # of who is known by another name
_INDEFINITE = frozenset(("one", "another", "a", "an"))
_SOME = frozenset(("one", "another", "some", "others", "several", "many", "most", "both", "few"))
_NO_PERSONS = frozenset(("GPE", "LOC", "NORP", "ORG", "FAC", "PRODUCT"))
_ENDINGS = ("man", "woman", "er", "or", "ist", "al", "ian", "ant", "ee")


def stranger(cast: Cast, subject: int) -> str | None:
    """What stands for a human subject who is nobody of the cast.

    The gender of "the woman", `n` for "one doctor", `?` and the surname of a name; `None` where it is nobody.
    """
    token = cast.parse.tokens[subject]
    if unnamed_speaker(cast, subject) or (_acts(cast, subject) and _is_new(cast, subject)):
        return cast.vocabulary.title_gender.get(token.lemma) or _HUMANS.get(token.lemma) or NEUTRAL
    if token.pos == "NOUN" and token.tag == "NNS":
        return None  # "women" are no "she"
    if token.pos == "NOUN":
        return cast.vocabulary.title_gender.get(token.lemma) or _HUMANS.get(token.lemma)
    if _says_unlisted(cast, subject):
        return SOMEBODY + token.text.lower()
    surname = token.text.lower()
    borne = surname in cast.surnames
    titled = any(title.head < subject <= title.last + 1 for title in _titles_before(cast, subject))
    letters = surname.replace(".", "").replace("-", "").replace("’", "").replace("'", "")
    if not letters.isalpha() or (surname in cast.vocabulary.not_people and not titled):
        return None
    return SOMEBODY + surname if token.pos == "PROPN" and (token.entity == "PERSON" or borne or titled) else None


def _acts(cast: Cast, subject: int) -> bool:
    """Whether the word is the subject of a main verb."""
    clause = cast.clauses.get(cast.parse.tokens[subject].head)
    return clause is not None and clause.subject == subject and cast.parse.tokens[clause.verb].dep == "ROOT"


def _is_new(cast: Cast, subject: int) -> bool:
    """Whether an office or noun for people is brought in with "one", "another" or "a"."""
    title = cast.title_at.get(subject)
    below = (cast.parse.tokens[i].text.lower() for i in cast.parse.children[subject] if i < subject)
    return not _INDEFINITE.isdisjoint(below) and (is_unnamed(cast, subject) or (title is not None and title.indefinite))


def _says_unlisted(cast: Cast, subject: int) -> bool:
    """`Haulyondjaba said`: a name that nobody of the cast bears, of whom a verb of saying is said."""
    token = cast.parse.tokens[subject]
    clause = cast.clauses.get(token.head)
    if clause is None or clause.subject != subject or clause.passive or token.tag != "NNP" or subject in cast.title_at:
        return False
    lone = token.text.isalpha() and not token.text.isupper() and token.entity not in _NO_PERSONS
    words = cast.vocabulary.not_people
    alone = all(cast.parse.tokens[i].pos == "PUNCT" or i > subject for i in cast.parse.children[subject])
    return lone and alone and token.text.lower() not in words and clause.lemma in load("en", "saying")["verbs"]["plain"]


def _titles_before(cast: Cast, subject: int) -> Iterator[Title]:
    """The titles that end right before a name or its last word ("chairperson Maria Keller")."""
    for i in (subject - 1, subject - 2):
        title = cast.title_at.get(i)
        if title is not None and not title.plural:
            yield title


def unnamed_speaker(cast: Cast, subject: int) -> bool:
    """`One mental health professional warned`, `another said`: somebody without a name who says something."""
    tokens = cast.parse.tokens
    token = tokens[subject]
    clause = cast.clauses.get(token.head)
    verbs = load("en", "saying")["verbs"]["plain"]
    says = clause is not None and clause.subject == subject and not clause.passive and clause.lemma in verbs
    return says and is_unnamed(cast, subject)


def called(cast: Cast, subject: int) -> str | None:
    """What stands for "the lawyer", "the Norlandic PM" who does or says something, where it is not told who that is."""
    tokens, token = cast.parse.tokens, cast.parse.tokens[subject]
    if token.tag not in {"NN", "NNP"} or subject in cast.by_token or token.entity in _NO_PERSONS:
        return None
    if of_many(token.lemma):
        return None  # "the citizen" tells of anybody what he is besides
    below = {tokens[i].text.lower() for i in cast.parse.children[subject] if i < subject}
    led = "the" in below and below.isdisjoint(_ONCE)
    clause = cast.clauses.get(token.head)
    acts = clause is not None and clause.subject == subject and not clause.passive
    return CALLED if led and acts and is_one(cast, subject) else None


def is_one(cast: Cast, subject: int) -> bool:
    """Whether a noun stands for one human being by his office or profession."""
    if cast.parse.tokens[subject].text.lower() in load("en", "saying")["offices"]["highest"]:
        return True
    title = cast.title_at.get(subject)
    return title is not None and not title.plural


def interviews(cast: Cast, subject: int) -> bool:
    """`A reporter asked X whether`: who asks is not who goes on to answer."""
    token, clause = cast.parse.tokens[subject], cast.clauses.get(cast.parse.tokens[subject].head)
    asks = clause is not None and clause.subject == subject and clause.lemma in ASKING and not clause.passive
    return asks and token.lemma in load("en", "saying")["layouts"]["interviewers"] and subject not in cast.by_token


def some_who_say(cast: Cast, subject: int) -> bool:
    """`another of the mothers said`, `some warned`: a word for one or several without a name who say something."""
    token, clause = cast.parse.tokens[subject], cast.clauses.get(cast.parse.tokens[subject].head)
    if clause is None or clause.subject != subject or clause.passive or token.tag == "PRP":
        return False
    return token.text.lower() in _SOME and clause.lemma in load("en", "saying")["verbs"]["plain"]


def is_unnamed(cast: Cast, subject: int) -> bool:
    """`One mental health professional`, `another`, `a former member of the guard`: somebody without a name."""
    tokens = cast.parse.tokens
    token = tokens[subject]
    if token.text.lower() in {"one", "another"} and token.pos in {"NUM", "DET", "PRON", "NOUN"}:
        return True
    if token.tag != "NN" or subject in cast.by_token:
        return False
    if any(tokens[i].dep == "appos" and i in cast.by_token for i in cast.parse.children[subject]):
        return False
    below = [tokens[i] for i in cast.parse.children[subject] if i < subject]
    led = any(each.text.lower() in _INDEFINITE for each in below)
    words = load("en", "saying")["subjects"]
    if token.lemma in words["people"]:
        return led or any(each.dep in {"det", "poss"} for each in below)
    return led and token.lemma.endswith(_ENDINGS) and token.lemma not in words["things"]
