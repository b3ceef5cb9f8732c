"""Roles that a clause or the parser's tree gives a person, not the words directly beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.names import capital
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.held import Held
from briefing.extract.people.roles import Places
from briefing.extract.people.standing_in import stood_in_for
from briefing.extract.titles.titles import Title, head_tokens

# "Ann Lee resigned as minister": she is none.
_LEAVING = frozenset(
    ("resign", "quit", "retire", "step", "stand", "dismiss", "oust", "sack", "remove", "replace", "fire", "depose",
     "succeed", "leave", "topple", "drop", "axe", "suspend", "defeat", "unseat")
)  # fmt: skip
_BEING = frozenset({"be", "become", "remain", "serve", "act"})
_ENDS = frozenset(",.;:()—–")
_LONGEST_GAP = 24


def told_roles(
    parse: Parse, clauses: Clauses, titles: Sequence[Title], places: Places, held: Sequence[Held]
) -> Iterator[Held]:
    """The titles that a sentence says of somebody elsewhere than beside the name; `held`: those that are linked."""
    owner = {token: person for first, last, person in places.mentions for token in range(first, last)}
    heads = {i: at for at, title in enumerate(titles) for i in head_tokens(title)}
    yield from _predicated(parse, clauses, titles, heads, owner)
    linked = {each.title.head for each in held}
    free = [title for title in titles if title.head not in linked and not title.plural]
    yield from _apposed(parse, free, owner)
    yield from _as(parse, free, owner)
    yield from _far_before(parse, free, places.starting(), owner)


def _predicated(
    parse: Parse, clauses: Clauses, titles: Sequence[Title], heads: Mapping[int, int], owner: Mapping[int, int]
) -> Iterator[Held]:
    """“X, who is NATO's assistant secretary general”, "X, who serves as", "X was appointed minister"."""
    for clause in clauses:
        if clause.subject is None or clause.subject not in owner or clause.negated:
            continue
        nouns = [*clause.objects] if clause.lemma in _BEING else []
        nouns += [noun for name, noun in clause.preps if name == "as" and clause.lemma not in _LEAVING]
        if clause.complement is not None and clause.lemma in {"expect", "appoint", "elect", "name"}:
            continue
        for noun in nouns:
            for each in conjuncts(parse, noun):
                at = heads.get(each)
                if at is not None and not titles[at].plural:
                    yield Held(owner[clause.subject], titles[at], 0.85)


def _apposed(parse: Parse, titles: Sequence[Title], owner: Mapping[int, int]) -> Iterator[Held]:
    """“X, a Lagos-based undergraduate student,”: what the parser takes for the name's apposition, behind a comma."""
    for title in titles:
        head = parse.tokens[title.head]
        last = head.head
        if head.dep != "appos" or last not in owner or last >= title.outer:
            continue
        after = last + 1
        while after < title.outer and after in owner:
            after += 1
        if parse.tokens[after].text in {",", "(", "—", "–"} and not any(i in owner for i in range(after, title.head)):
            yield Held(owner[last], title, 0.85)


def _as(parse: Parse, titles: Sequence[Title], owner: Mapping[int, int]) -> Iterator[Held]:
    """“With X as their leader”: the preposition hangs on the name itself; "X, in her capacity as chair"."""
    tokens = parse.tokens
    for title in titles:
        head = tokens[title.head]
        preposition = tokens[head.head]
        i = title.outer - 1
        hangs = head.dep == "pobj" and preposition.text.lower() == "as" and preposition.head in owner
        if hangs or (i > 1 and tokens[i].text == "as" and _after_with(tokens, i - 1, owner)):
            yield Held(owner[preposition.head if hangs else i - 1], title, 0.85)
            continue
        if i < _PARTS or tokens[i].text.lower() != "as" or tokens[i - 1].text.lower() not in _CAPACITIES:
            continue
        i -= 3 if tokens[i - 2].text.lower() in _OWN else 2
        i -= tokens[i - 1].text == ","
        if tokens[i].text.lower() in {"in", ","} and i - 1 in owner:
            yield Held(owner[i - 1], title, 0.85)


def _after_with(tokens: Sequence[Token], i: int, owner: Mapping[int, int]) -> bool:
    """Whether the name that ends here stands after "with"."""
    person = owner.get(i)
    while person is not None and i > 0 and owner.get(i) == person:
        i -= 1
    return person is not None and tokens[i].text.lower() == "with"


_PARTS = 4
_CAPACITIES = frozenset({"capacity", "role", "position", "function", "job"})
_OWN = frozenset({"his", "her", "their", "the"})


def _far_before(
    parse: Parse,
    titles: Sequence[Title],
    starting: Mapping[int, tuple[int, int, int]],
    owner: Mapping[int, int],
) -> Iterator[Held]:
    """“The Director of the Office nationale des achats (ONA), Mr X;”: words of any kind, but no clause, in between."""
    tokens = parse.tokens
    others = {title.head for title in titles}
    for title in titles:
        comma = _comma_after(tokens, title, owner, others)
        opens = title.outer == parse.sentences[tokens[title.head].sentence].first
        if comma is None or not (opens or title.definite or _after_article(tokens, title.outer)):
            continue
        i = comma + 1
        while i < min(comma + 4, len(tokens)) and i not in starting and _addresses(tokens[i]):
            i += 1
        mention = starting.get(i)
        if mention is None or tokens[i].sentence != tokens[title.head].sentence or not _closed(tokens, mention[1]):
            continue
        if stood_in_for(tokens, title, mention):
            continue
        last = comma - 3 if comma > title.last + 3 and tokens[comma - 1].text == ")" else comma
        yield Held(mention[2], replace(title, last=max(title.last, last)), 0.9)


def _comma_after(tokens: Sequence[Token], title: Title, owner: Mapping[int, int], others: Set[int]) -> int | None:
    """The comma that ends the title's phrase, if nothing in between is a clause, a person or another title."""
    for i in range(title.last, min(title.last + _LONGEST_GAP, len(tokens))):
        token = tokens[i]
        if token.sentence != tokens[title.head].sentence or token.pos in {"VERB", "AUX", "PRON"} or token.text == ";":
            return None
        if i in owner or i in others:
            return None
        if token.text == ",":
            return i
    return None


def _after_article(tokens: Sequence[Token], outer: int) -> bool:
    """“The Jammu and Kashmir | Lieutenant Governor”: an article before names that stand before the title."""
    i = outer - 1
    while i > max(0, outer - len(("the", "A", "B", "and", "C", "of"))) and (
        capital(tokens[i]) or tokens[i].text in {"and", "of", "-", "&"}
    ):
        if tokens[i].text == "The":
            break
        i -= 1
    return i >= 0 and tokens[i].text.lower() == "the"


def _addresses(token: Token) -> bool:
    return capital(token) or token.text in {"the", "."}


def _closed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the name ends its phrase here."""
    return i >= len(tokens) or tokens[i].text in _ENDS or tokens[i].pos in {"VERB", "AUX", "ADP"}
