"""Whose a paper is that says something: "Keller said in a statement ... “...,” the statement read"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast

_PAPERS = frozenset(("statement", "letter", "release", "notice", "message", "post", "tweet", "email"))
_SENTENCES = 12
_PARAGRAPHS = 3  # that hold more than a quotation
_FROM = frozenset(("of", "by", "from"))
_BEARERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def issuer(cast: Cast, token: int) -> int | None:
    """The head of who issued "the statement", where it is told before; `None` where it is not, or the word is other.

    One person or body: what "leaders of the council" wrote is said by the letter.
    """
    head = _issuer(cast, token)
    if head is None or cast.parse.tokens[head].tag not in {"NN", "NNP"}:
        return None
    return None if cast.parse.tokens[head].lemma.lower() in _PAPERS else head


def _issuer(cast: Cast, token: int) -> int | None:
    tokens = cast.parse.tokens
    paper = tokens[token].lemma.lower()
    if paper not in _PAPERS or tokens[token].tag != "NN":
        return None
    own = _owner(cast, token)
    if own is not None:
        return own
    if not any(tokens[i].text.lower() == "the" for i in cast.parse.children[token]):
        return None
    for sentence in range(tokens[token].sentence, max(tokens[token].sentence - _SENTENCES, -1), -1):
        first, last = cast.parse.sentences[sentence].first, min(cast.parse.sentences[sentence].last, token)
        if cast.paragraphs_between(first, token) > _PARAGRAPHS:
            return None
        for i in range(first, last):
            if tokens[i].lemma.lower() == paper and i not in cast.quoted:
                found = _owner(cast, i)
                return _sayer(cast, i) if found is None else found
    return None


def _owner(cast: Cast, paper: int) -> int | None:
    """X in "X's letter", "a letter from X"."""
    tokens = cast.parse.tokens
    for child in cast.parse.children[paper]:
        if tokens[child].dep == "poss" and tokens[child].pos == "PROPN":
            return child
        if tokens[child].dep == "prep" and tokens[child].lemma in _FROM:
            below = (i for i in cast.parse.children[child] if tokens[i].dep == "pobj")
            found = next((i for i in below if tokens[i].entity in _BEARERS or i in cast.by_token), None)
            if found is not None:
                return found
    return None


def _sayer(cast: Cast, paper: int) -> int | None:
    """X in "X said in a statement", "X issued a statement"."""
    tokens = cast.parse.tokens
    above = tokens[paper].head
    if tokens[above].dep == "prep" and tokens[above].lemma in {"in", "through", "by", "via"}:
        above = tokens[above].head
    clause = cast.clauses.get(above)
    verbs = load("en", "saying")["verbs"]
    if clause is None or clause.passive or clause.lemma not in {*verbs["plain"], *verbs["issuing"]}:
        return None
    subject = clause.subject
    return None if subject is None or subject in cast.quoted or tokens[subject].pos == "PRON" else subject
