"""Whom a pronoun, a title or any other noun phrase means, where the text settles it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.antecedents import GENDERS, antecedent, several
from briefing.extract.reference.descriptions import aged, body, named_behind, unnamed
from briefing.extract.reference.earlier_subjects import named, subjects_back
from briefing.extract.reference.offices import holders, holds, of_many, role_words
from briefing.extract.reference.papers import issuer
from briefing.extract.reference.protagonists import by_rank, protagonist
from briefing.extract.reference.short_forms import by_aside, by_initials, latter
from briefing.extract.reference.strangers import some_who_say
from briefing.extract.titles.titles import Title
from briefing.model.facts import Attribution
from briefing.model.span import Written

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Person, Referent

_PRONOUNS = frozenset(
    "i we you they it this that these those who which what me us them myself ourselves themselves one both all some "  # noqa: SIM905
    "its their theirs our ours my mine your yours itself others another many most several none "
    "everyone everybody someone somebody anyone nobody there".split()
)
_BODILY = frozenset(("they", "it", "its", "their"))
_OUTSIDE_PHRASE = frozenset(
    {"relcl", "appos", "acl", "cc", "conj", "punct", "advcl", "advmod", "mark", "dep", "parataxis"}
)


def refer(cast: Cast, token: int, at: int) -> Referent:
    """See `Cast.refer`."""
    from briefing.extract.reference.cast import Referent  # noqa: PLC0415 - the types of the cast are built on this module

    parse = cast.parse
    person = named(cast, token)
    if person is not None:
        return Referent(
            name=person.name, attribution=Attribution.NAMED, key=person.key, words=_mention_words(cast, token)
        )
    word = parse.tokens[token].text.lower()
    if word in _BODILY:
        those = _those(cast, token, at) if word == "they" else None
        return those if those is not None and those.name is not None else _body(cast, token, at)
    if word in GENDERS:
        person = antecedent(cast, at, GENDERS[word])
    elif word in _PRONOUNS and parse.tokens[token].pos in {"PRON", "DET", ""} and not some_who_say(cast, token):
        person = None
    else:
        title = cast.title_at.get(token)
        person = named_behind(cast, token)
        if person is not None:
            return Referent(name=person.name, attribution=Attribution.NAMED, key=person.key, words=phrase(parse, token))
        person = holder(cast, title, at) if title is not None else aged(cast, token)
        person = person or by_initials(cast, token) or latter(cast, token) or by_rank(cast, token)
        person = person or (by_aside(cast, token) if title is None else None)
        if person is None:
            return _described(cast, token, at)
    words = _word(parse, token) if word in GENDERS or person is None else _title_words(cast, token)
    if person is None:
        head = unnamed(cast, at, GENDERS[word]) if word in GENDERS else None
        told = None if head is None else " ".join(phrase(parse, head).text.split())
        settled = Attribution.UNKNOWN if told is None else Attribution.DESCRIBED
        return Referent(name=told, attribution=settled, key=None, words=words)
    return Referent(name=person.name, attribution=Attribution.RESOLVED, key=person.key, words=words)


def _described(cast: Cast, token: int, at: int) -> Referent:
    """Somebody in the text's own words; a paper of somebody named is his."""
    from briefing.extract.reference.cast import Referent  # noqa: PLC0415 - the types of the cast are built on this module

    words = phrase(cast.parse, token)
    source = issuer(cast, token)
    known = refer(cast, source, at) if source is not None else None
    if known is not None and known.key is not None:
        return replace(known, attribution=Attribution.RESOLVED, words=words)
    told = known.name if known is not None else None
    told = " ".join(words.text.split()) if told is None else told
    return Referent(name=told, attribution=Attribution.DESCRIBED, key=None, words=words)


def _body(cast: Cast, token: int, at: int) -> Referent:
    """Which body "it", "its" or "they" carries on, in the text's own words."""
    from briefing.extract.reference.cast import Referent  # noqa: PLC0415 - the types of the cast are built on this module

    head = body(cast, at, plural=cast.parse.tokens[token].text.lower() == "they")
    told = None if head is None else " ".join(phrase(cast.parse, head).text.split())
    settled = Attribution.UNKNOWN if told is None else Attribution.DESCRIBED
    return Referent(name=told, attribution=settled, key=None, words=_word(cast.parse, token))


def _those(cast: Cast, token: int, at: int) -> Referent:
    """Whom "they" means, by all their names."""
    from briefing.extract.reference.cast import Referent  # noqa: PLC0415 - the types of the cast are built on this module

    heads = several(cast, at)
    # "They, and not Clinton": who is joined to another "they" is no clearer than that one.
    plain = all(cast.parse.tokens[head].text.lower() != "they" for head in heads)
    names = [refer(cast, head, at).name for head in heads] if plain else []
    if not names or None in names:
        return Referent(name=None, attribution=Attribution.UNKNOWN, key=None, words=_word(cast.parse, token))
    told = [name for name in names if name is not None]
    name = " and ".join([", ".join(told[:-1]), told[-1]])
    return Referent(name=name, attribution=Attribution.RESOLVED, key=None, words=_word(cast.parse, token))


def _mention_words(cast: Cast, token: int) -> Written:
    mention = cast.by_token.get(token)
    if mention is not None:
        return mention.words
    title = cast.title_at.get(token)
    start = cast.parse.tokens[title.first if title else token].start
    after = [m for m in cast.by_token.values() if m.first >= token and cast.parse.tokens[m.first].start - start < 300]
    nearest = min(after, key=lambda m: m.first, default=None)
    return nearest.words if nearest is not None else _word(cast.parse, token)


def _title_words(cast: Cast, token: int) -> Written:
    title = cast.title_at.get(token)
    if title is None:
        return phrase(cast.parse, token)
    tokens = cast.parse.tokens
    start, end = tokens[title.outer].start, tokens[title.last - 1].end
    return Written(text=cast.parse.article.text[start:end], span=cast.parse.span(start, end))


def _word(parse: Parse, token: int) -> Written:
    start, end = parse.tokens[token].start, parse.tokens[token].end
    return Written(text=parse.article.text[start:end], span=parse.span(start, end))


def phrase(parse: Parse, token: int) -> Written:
    """The noun phrase around its head: what hangs on it without relative clauses, appositions and coordination."""
    kept = {token}
    stack = [token]
    while stack:
        for child in parse.children[stack.pop()]:
            if parse.tokens[child].dep not in _OUTSIDE_PHRASE or _inner(parse, child):
                kept.add(child)
                stack.append(child)
    first = last = token
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    if last > token and parse.tokens[last].dep == "case" and parse.tokens[last].head == token:
        last -= 1  # the possessor without its "'s"
    while first < token and parse.tokens[first].pos in {"PUNCT", "ADP", "CCONJ"}:
        first += 1
    start, end = parse.tokens[first].start, parse.tokens[last].end
    return Written(text=parse.article.text[start:end], span=parse.span(start, end))


def whole_phrase(parse: Parse, token: int) -> Written:
    """The noun phrase with all that is coordinated below its head, without relative clauses and appositions."""
    kept, stack = {token}, [token]
    while stack:
        top = stack.pop()
        for child in parse.children[top]:
            dep = parse.tokens[child].dep
            if dep not in {"relcl", "appos", "acl", "advcl", "punct"} and (top != token or dep not in {"conj", "cc"}):
                kept.add(child)
                stack.append(child)
    first = last = token
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept or (last + 2 in kept and parse.tokens[last + 1].text in {",", "-"}):
        last += 1
    start, end = parse.tokens[first].start, parse.tokens[last].end
    return Written(text=parse.article.text[start:end], span=parse.span(start, end))


def _inner(parse: Parse, child: int) -> bool:
    """Hyphens within words, adverbs before numbers and adjectives, and coordination before the head stay inside."""
    token = parse.tokens[child]
    head = token.head
    if token.dep in {"cc", "conj"} and head < child:  # "Institute for Forests and Rivers", all of it one name
        return all(each.entity == "ORG" for each in parse.tokens[head : child + 1])
    return token.text in {"-", "‑", "/", "&"} or (token.dep in {"advmod", "cc", "conj", "amod"} and child < head)


def another_since(cast: Cast, title: Title, person: Person, at: int) -> bool:
    """Whether such an office of somebody else stood in the text since the person was last named."""
    last = max((mention.last for mention in person.mentions if mention.first < at), default=0)
    return any(
        last <= one.first < title.first
        and one.head_words == title.head_words
        and one.last - one.first > len(one.head_words.split())
        and one.head not in cast.beside
        and not holds(cast, person, one, role_words(cast, one))
        for one in cast.titles
    )


def of_like_rank(cast: Cast, title: Title, person: Person, at: int) -> bool:
    """`Rear Admiral X met Admiral Y. "...", the rear admiral said`: whether another officer was named since."""
    ranks = load("en", "saying")["offices"]["ranks"]
    if title.head_words not in ranks:
        return False
    last = max((mention.last for mention in person.mentions if mention.first < at), default=0)
    kind = title.head_words.split()[-1]
    return any(
        any(last <= mention.first < at for mention in other.mentions)
        and any(own.head_words in ranks and own.head_words.split()[-1] == kind for own in other.titles)
        for other in cast.people
        if other.key != person.key
    )


def holder(cast: Cast, title: Title, at: int) -> Person | None:
    """Who is meant by a title without a name: the only one who holds it, else the last subject who does."""
    if title.plural or title.indefinite or of_many(title.head_words):
        return None
    fitting = holders(cast, title, at)
    if len(fitting) == 1:
        other = another_since(cast, title, fitting[0], at) or of_like_rank(cast, title, fitting[0], at)
        return None if other else fitting[0]
    if not fitting:
        return protagonist(cast, title, at)
    keys = {person.key for person in fitting}
    for subjects in subjects_back(cast, at, len(cast.parse.paragraphs)):
        hits = {key for key, _ in subjects if key in keys}
        if len(hits) == 1:
            return None if _another_beside(cast, keys - hits, subjects) else cast.person(hits.pop())
        if hits:
            return None
    return None


def _another_beside(cast: Cast, keys: set[str], subjects: list[tuple[str, int]]) -> bool:
    """`The mayor of A, X, met the mayor of B, Y. "...," the mayor said`: whether one of these is named beside them."""
    sentences = {cast.parse.tokens[head].sentence for _, head in subjects}
    beside = (mention for sentence in sentences for mention in cast.mentions_in(sentence))
    return any(mention.person in keys and mention.first not in cast.quoted for mention in beside)
