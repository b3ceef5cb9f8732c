"""Whom a pronoun, a title or any other noun phrase means, where the text settles it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.parse import Parse
from briefing.extract.titles import Title
from briefing.model.facts import Attribution
from briefing.model.span import Written

if TYPE_CHECKING:
    from briefing.extract.cast import Cast, Person, Referent

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PRONOUNS = frozenset(
    "i we you they it this that these those who which what me us them myself ourselves themselves one both all some "  # noqa: SIM905
    "others another many most several none everyone everybody someone somebody anyone nobody there".split()
)
_OUTSIDE_PHRASE = frozenset(
    {"relcl", "appos", "acl", "cc", "conj", "punct", "advcl", "advmod", "mark", "dep", "parataxis"}
)
# Qualifiers that make another office: "the President" is never the vice president.
_RANKS = frozenset(
    "vice deputy assistant former ex acting first under associate junior shadow interim co incoming next elect".split()  # noqa: SIM905
)
_SAME_OFFICE = {
    "head of state": frozenset({"president", "king", "queen", "emperor", "sultan", "emir"}),
    "head of government": frozenset({"prime minister", "premier", "chancellor"}),
    "premier": frozenset({"prime minister", "chief minister"}),
    "monarch": frozenset({"king", "queen"}),
    "chief executive": frozenset({"ceo", "chief executive officer"}),
    "ceo": frozenset({"chief executive", "chief executive officer"}),
    "top diplomat": frozenset({"foreign minister", "secretary of state"}),
}
_FOLDED = {
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "affairs": "",
    "secretary-general": "secretary",
}
_EMPTY = frozenset(
    {"of", "the", "for", "and", "a", "to", "'s", "’s", "-", "&", "'", "’", "on", "at", "", ",", "his", "her", "its"}
)
_SOMEBODY = "?"
_HUMANS = {"woman": "f", "girl": "f", "mom": "f", "grandmother": "f", "man": "m", "boy": "m", "dad": "m", "guy": "m"}
_BACK = 4  # paragraphs that a pronoun may reach back


def refer(cast: Cast, token: int, at: int) -> Referent:
    """See `Cast.refer`."""
    from briefing.extract.cast import Referent  # noqa: PLC0415 - the types of the cast are built on this module

    parse = cast.parse
    person = _named(cast, token)
    if person is not None:
        return Referent(
            name=person.name, attribution=Attribution.NAMED, key=person.key, words=_mention_words(cast, token)
        )
    word = parse.tokens[token].text.lower()
    if word in _GENDERS:
        person = antecedent(cast, at, _GENDERS[word])
    elif word in _PRONOUNS and parse.tokens[token].pos in {"PRON", "DET", ""}:
        person = None
    else:
        title = cast.title_at.get(token)
        person = holder(cast, title, at) if title is not None else None
        if person is None:
            words = phrase(parse, token)
            return Referent(name=" ".join(words.text.split()), attribution=Attribution.DESCRIBED, key=None, words=words)
    words = _word(parse, token) if word in _GENDERS or person is None else _title_words(cast, token)
    if person is None:
        return Referent(name=None, attribution=Attribution.UNKNOWN, key=None, words=words)
    return Referent(name=person.name, attribution=Attribution.RESOLVED, key=person.key, words=words)


def _named(cast: Cast, token: int) -> Person | None:
    """The person named by the phrase: by a mention, a title set beside a name, or a name in apposition."""
    mention = cast.by_token.get(token)
    if mention is not None:
        return cast.person(mention.person)
    title = cast.title_at.get(token)
    if title is not None and title.head in cast.beside:
        return cast.person(cast.beside[title.head])
    for child in cast.parse.children[token]:
        if cast.parse.tokens[child].dep == "appos" and child in cast.by_token:
            return cast.person(cast.by_token[child].person)
    return None


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
    return token.text in {"-", "‑", "/", "&"} or (token.dep in {"advmod", "cc", "conj", "amod"} and child < head)


def holder(cast: Cast, title: Title, at: int) -> Person | None:
    """Who is meant by a title without a name: the only one who holds it, else the last subject who does."""
    if title.plural or title.indefinite:
        return None
    wanted = _role_words(cast, title)
    fitting = [
        person for person in cast.people if person.mentions[0].first < at and _holds(cast, person, title, wanted)
    ]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        return None
    keys = {person.key for person in fitting}
    for subjects in _subjects_back(cast, at, len(cast.parse.paragraphs)):
        hits = {key for key in subjects if key in keys}
        if len(hits) == 1:
            return cast.person(hits.pop())
        if hits:
            return None
    return None


def _holds(cast: Cast, person: Person, title: Title, wanted: frozenset[str]) -> bool:
    if title.country and person.country and title.country != person.country:
        return False
    heads = {title.head_words} | _SAME_OFFICE.get(title.head_words, frozenset())
    for own in person.titles:
        words = _role_words(cast, own)
        if words & _RANKS != wanted & _RANKS:
            continue
        if title.organisation and own.organisation and not _overlap(title.organisation, own.organisation):
            continue
        if wanted <= words:
            return True
        if title.head_words in _SAME_OFFICE and any(set(head.split()) <= words for head in heads):
            return True
    return False


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()) - _EMPTY)


def _role_words(cast: Cast, title: Title) -> frozenset[str]:
    words = [cast.parse.tokens[i].text.lower() for i in range(title.first, title.last)]
    folded = {_FOLDED.get(word, word) for word in words}
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 4 else word for word in folded) - _EMPTY


def antecedent(cast: Cast, at: int, gender: str) -> Person | None:
    """Whom "he" or "she" means: the subject of the sentence so far or of the last one that has a fitting person."""
    for subjects in _subjects_back(cast, at, _BACK):
        for key in subjects:
            person = cast.person(key)
            if person is None and key in {gender, _SOMEBODY}:
                return None  # somebody unnamed, or a name that two people bear, stands nearer
            if person is not None and person.gender in {gender, None}:
                return person
    return None


def _subjects_back(cast: Cast, at: int, paragraphs: int) -> Iterator[list[str]]:
    """For each sentence from the token's own backwards: the people who are subjects before it, main clause first."""
    tokens = cast.parse.tokens
    here = tokens[at]
    quoted = cast.quoted
    for sentence in range(here.sentence, -1, -1):
        stretch = cast.parse.sentences[sentence]
        if here.paragraph - tokens[stretch.first].paragraph > paragraphs:
            return
        found: list[tuple[bool, int, int, str]] = []
        for clause in cast.clauses_in(sentence):
            for subject in clause.subjects:
                if subject >= at or (subject in quoted and at not in quoted) or clause.inherited:
                    continue
                key = _key(cast, subject, at) or _stranger(cast, subject)
                if key is not None:
                    found.append((clause.reported_by is not None, tokens[clause.verb].dep != "ROOT", -subject, key))
        if found:
            yield [key for *_, key in sorted(found)]
        elif not cast.parse.syntax:
            yield [mention.person for mention in cast.mentions_in(sentence) if mention.first < at]


def _stranger(cast: Cast, subject: int) -> str | None:
    """What stands for a human subject who is nobody of the cast: the gender of "the woman", or `_SOMEBODY`."""
    token = cast.parse.tokens[subject]
    if token.pos == "NOUN":
        return cast.vocabulary.title_gender.get(token.lemma) or _HUMANS.get(token.lemma)
    return _SOMEBODY if token.pos == "PROPN" and token.entity == "PERSON" else None


def _key(cast: Cast, subject: int, at: int) -> str | None:
    """The person who is this subject, by name or title; pronouns carry on what was already settled."""
    person = _named(cast, subject)
    if person is not None:
        return person.key
    title = cast.title_at.get(subject)
    if title is not None and subject < at and not title.indefinite and not title.plural:
        wanted = _role_words(cast, title)
        fitting = [one for one in cast.people if one.mentions[0].first < subject and _holds(cast, one, title, wanted)]
        return fitting[0].key if len(fitting) == 1 else None
    return None
