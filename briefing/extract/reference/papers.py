"""Whose a paper is that says something: "Keller said in a statement ... “...,” the statement read"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast

_PAPERS = frozenset(
    "statement letter release notice message post tweet email e-mail note memo circular communique communiqué".split()  # noqa: SIM905
)
_PARTS = frozenset(("part", "passage", "paragraph", "section", "line", "text", "copy", "excerpt", "extract", "rest"))
_PARAGRAPHS = 3  # from one mention of a paper back to another, of those that hold more than a quotation
_FROM = frozenset(("of", "by", "from"))
_ISSUED = frozenset(("sign", "write", "issue", "send", "pen", "author", "release", "publish", "post"))
_BEARERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_POINTING = frozenset(("the", "this", "that"))
_CLIMB = 4  # clauses


def issuer(cast: Cast, token: int) -> int | None:
    """The head of who issued "the statement", where it is told before; `None` where it is not, or the word is other.

    One person or body: what "leaders of the council" wrote is said by the letter.
    """
    paper = _paper(cast, token)
    head = None if paper is None else _issuer(cast, paper)
    if head is None or cast.parse.tokens[head].tag not in {"NN", "NNP", "PRP"}:
        return None
    return None if cast.parse.tokens[head].lemma.lower() in _PAPERS else head


def _paper(cast: Cast, token: int) -> int | None:
    """The letter in "the letter" and "the first part of the letter"."""
    tokens = cast.parse.tokens
    if tokens[token].lemma.lower() in _PARTS:
        of = (i for i in cast.parse.children[token] if tokens[i].lemma == "of")
        token = next((i for each in of for i in cast.parse.children[each] if tokens[i].dep == "pobj"), token)
    return token if tokens[token].lemma.lower() in _PAPERS and tokens[token].tag == "NN" else None


def _issuer(cast: Cast, paper: int) -> int | None:
    own = _owner(cast, paper)
    if own is not None or not _is_known(cast, paper):
        return own
    for mention in _mentions_back(cast, paper):
        found = _owner(cast, mention)
        found = _sayer(cast, mention) if found is None else found
        if found is not None or not _is_known(cast, mention):
            return found
    return None


def _mentions_back(cast: Cast, paper: int) -> Iterator[int]:
    """The mentions of a paper before a token, nearest first, as long as each is near the next.

    A word that was not used before ("the note") takes up the only paper that was spoken of.
    """
    tokens, near = cast.parse.tokens, paper
    word = tokens[paper].lemma.lower()
    spoken_of = {each.lemma.lower() for each in tokens[:paper] if each.lemma.lower() in _PAPERS and each.tag == "NN"}
    wanted = {word} if word in spoken_of else spoken_of
    if len(wanted) != 1:
        return
    for i in range(paper - 1, -1, -1):
        if cast.paragraphs_between(i, near) > _PARAGRAPHS:
            return
        if tokens[i].lemma.lower() in wanted and i not in cast.quoted:
            near = i
            yield i


def _is_known(cast: Cast, paper: int) -> bool:
    return any(cast.parse.tokens[i].text.lower() in _POINTING for i in cast.parse.children[paper])


def _owner(cast: Cast, paper: int) -> int | None:
    """X in "X's letter", "a letter from X", "the letter, signed by X"."""
    tokens = cast.parse.tokens
    for child in cast.parse.children[paper]:
        if tokens[child].dep == "poss" and tokens[child].pos == "PROPN":
            return child
        if tokens[child].dep == "prep" and tokens[child].lemma in _FROM:
            below = (i for i in cast.parse.children[child] if tokens[i].dep == "pobj")
            found = next((i for i in below if tokens[i].entity in _BEARERS or i in cast.by_token), None)
            if found is not None:
                return found
        clause = cast.clauses.get(child)
        if clause is not None and clause.agent is not None and clause.lemma in _ISSUED:
            return clause.agent
    return None


def _sayer(cast: Cast, paper: int) -> int | None:
    """X in "X said in a statement", "X issued a statement", "X indicated he would come in a letter"."""
    tokens = cast.parse.tokens
    above = tokens[paper].head
    within = tokens[above].dep == "prep" and tokens[above].lemma in {"in", "through", "by", "via"}
    above = tokens[above].head if within else above
    verbs = load("en", "saying")["verbs"]
    for _ in range(_CLIMB if within else 1):
        clause = cast.clauses.get(above)
        if clause is None or clause.passive:
            return None
        subject = clause.subject
        if clause.lemma in {*verbs["plain"], *verbs["issuing"]}:
            if subject is None or subject == paper or subject in cast.quoted:
                return None
            known = tokens[subject].pos != "PRON" or tokens[subject].text.lower() in {"he", "she"}
            return subject if known else None
        if subject is not None and tokens[subject].pos != "PRON" and not clause.inherited:
            return None  # "X complained that Y lied in a letter"
        above = tokens[above].head
    return None
