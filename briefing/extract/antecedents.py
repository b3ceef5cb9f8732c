"""Whom "he" or "she" means: the people who are subjects before it, nearest first, and what leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.clauses import conjuncts
from briefing.extract.lexicon import load
from briefing.extract.offices import holds, role_words
from briefing.extract.short_forms import by_part
from briefing.extract.strangers import NEUTRAL, SOMEBODY, stranger

if TYPE_CHECKING:
    from briefing.extract.cast import Cast, Mention, Person
    from briefing.extract.clauses import Clause

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_BACK = 4  # paragraphs that a pronoun may reach back
_LINKED = 2  # paragraphs from one pronoun back to the last that it carries on
_SENTENCES = 24  # likewise, those of quotations among them
_ABBREVIATION = 5  # letters
_CLOSE = 1  # paragraphs within which somebody else makes a guess of it


def named(cast: Cast, token: int) -> Person | None:
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
    return by_part(cast, token)


def antecedent(cast: Cast, at: int, gender: str) -> Person | None:
    """Whom "he" or "she" means: the subject of the sentence so far or of the last one that has a fitting person."""
    if at not in cast.carried:
        cast.carried[at] = None  # a pronoun that asks for itself gets no answer
        cast.carried[at] = _antecedent(cast, at, gender)
    return cast.carried[at]


def _antecedent(cast: Cast, at: int, gender: str) -> Person | None:
    described = _described_by_relative(cast, at, gender)
    if described is not None:
        return described
    earlier = _earlier(cast, at, gender)
    spoken_of = _spoken_of(cast, at)
    for subjects in subjects_back(cast, at, _BACK):
        for key, subject in subjects:
            if earlier is not None and cast.parse.tokens[subject].sentence <= cast.parse.tokens[earlier].sentence:
                return antecedent(cast, earlier, gender)
            if key == NEUTRAL:
                if _same_paragraph(cast, subject, at):
                    return None  # "One doctor warned of it. ..., he said"
                continue
            settled, person = _by_gender(cast, key, gender)
            if settled and key not in spoken_of:
                open_ = person is None or _has_rival(cast, person, subject, at, gender)
                return None if person is None or open_ or _guessed(cast, person, at, gender) else person
    return None


def _spoken_of(cast: Cast, at: int) -> frozenset[str]:
    """`Byeon is “a good choice,” he said`: whoever is named in the report itself is not who makes it."""
    own = cast.clauses.around(at)
    if own is None or own.subject != at or own.lemma not in load("en", "saying")["verbs"]["plain"]:
        return frozenset()
    reported = (one for one in cast.clauses_in(cast.parse.tokens[at].sentence) if one.reported_by == own.verb)
    named_there = (named(cast, one.subject) for one in reported if one.subject is not None and one.subject < at)
    return frozenset(person.key for person in named_there if person is not None)


def _earlier(cast: Cast, at: int, gender: str) -> int | None:
    """The last "he" or "she" before this one that is the subject of a main clause, outside quotation marks."""
    tokens, here = cast.parse.tokens, cast.parse.tokens[at]
    for sentence in range(here.sentence - 1, max(here.sentence - _SENTENCES, -1), -1):
        if here.paragraph - tokens[cast.parse.sentences[sentence].first].paragraph > _LINKED:
            return None
        for clause in cast.clauses_in(sentence):
            subject = clause.subject
            if subject is None or clause.inherited or subject in cast.quoted or tokens[clause.verb].dep != "ROOT":
                continue
            if GENDERS.get(tokens[subject].text.lower()) == gender:
                return subject
    return None


def _same_paragraph(cast: Cast, one: int, other: int) -> bool:
    return cast.parse.tokens[one].paragraph == cast.parse.tokens[other].paragraph


def _guessed(cast: Cast, person: Person, at: int, gender: str) -> bool:
    """Whether nothing tells that a person is a "he" or "she" while somebody who is one is named close before."""
    if person.gender is not None:
        return False
    tokens, here = cast.parse.tokens, cast.parse.tokens[at].paragraph
    others = (one for one in cast.people if one.key != person.key and one.gender == gender)
    places = [mention for other in others for mention in other.mentions if mention.last <= at]
    told = any(
        tokens[each.first].paragraph == here and each.last <= at and _acts(cast, each) for each in person.mentions
    )
    reach = 0 if told else _CLOSE  # who acts in the same paragraph is nearer than anybody above it
    near = [mention for mention in places if here - tokens[mention.first].paragraph <= reach]
    return any(_acts(cast, mention) for mention in near)


def _acts(cast: Cast, mention: Mention) -> bool:
    """Whether somebody is named as a subject outside quotation marks."""
    if mention.first in cast.quoted:
        return False
    sentence = cast.parse.tokens[mention.first].sentence
    return any(
        mention.first <= subject < mention.last for clause in cast.clauses_in(sentence) for subject in clause.subjects
    )


def _has_rival(cast: Cast, person: Person, subject: int, at: int, gender: str) -> bool:
    """Whether somebody else of that gender, though no subject, is named after the subject and before the pronoun.

    In the subject's own sentence only where the subject stands in a side clause; and not where "he" or "she" goes on
    as the subject of a sentence after that name.
    """
    tokens, last = cast.parse.tokens, cast.parse.sentences[cast.parse.tokens[subject].sentence].last
    clause = cast.clauses.around(subject)
    aside = clause is not None and tokens[clause.verb].dep in {"advcl", "relcl"}
    first = subject if aside and last <= at else last
    rivals = {one.key for one in cast.people if one.key != person.key and one.gender == gender}
    if not rivals or first >= len(tokens):
        return False
    found = False
    for sentence in range(tokens[first].sentence, tokens[at].sentence):
        found = found or any(
            mention.person in rivals
            and mention.first >= first
            and mention.first not in cast.quoted
            and not _possessive(cast, mention)
            for mention in cast.mentions_in(sentence)
        )
        if found and _goes_on(cast, sentence, gender):
            found = False
    return found


def _goes_on(cast: Cast, sentence: int, gender: str) -> bool:
    """Whether "he" or "she" is a subject of the sentence, outside quotation marks."""
    return any(
        subject not in cast.quoted and GENDERS.get(cast.parse.tokens[subject].text.lower()) == gender
        for clause in cast.clauses_in(sentence)
        for subject in clause.subjects
    )


def _possessive(cast: Cast, mention: Mention) -> bool:
    tokens = cast.parse.tokens
    return mention.last < len(tokens) and tokens[mention.last].text in {"'s", "’s", "'", "’"}


def several(cast: Cast, at: int) -> tuple[int, ...]:
    """Whom "they" means: the people and bodies joined as a subject in the sentence so far or the one before.

    Empty where a nearer plural may be meant, or where nobody of them is named.
    """
    tokens = cast.parse.tokens
    here = tokens[at].sentence
    for sentence in range(here, max(here - 3, -1), -1):
        nearest: tuple[int, ...] = ()
        for clause in cast.clauses_in(sentence):
            subject = clause.subject
            if (
                subject is None
                or clause.inherited
                or subject >= at
                or (subject in cast.quoted and at not in cast.quoted)
            ):
                continue
            joined = tuple(i for i in conjuncts(cast.parse, subject) if i < at)
            plural = tokens[subject].tag in {"NNS", "NNPS"} or tokens[subject].text.lower() in {"they", "we"}
            if len(joined) > 1 or plural:
                nearest = max(nearest, joined, key=lambda heads: heads[:1])
        if nearest:
            named = any(i in cast.by_token for i in nearest)
            return nearest if named and len(nearest) > 1 else ()
    return ()


def _doubtful(person: Person) -> bool:
    """Whether a person of unknown gender has a name that is hardly one ("JD(S")."""
    letters = person.name.replace(" ", "").replace("-", "").replace(".", "").replace("'", "").replace("’", "")
    return person.gender is None and (not letters.isalpha() or (letters.isupper() and len(letters) < _ABBREVIATION))


def _by_gender(cast: Cast, key: str, gender: str) -> tuple[bool, Person | None]:
    """Whether a subject settles the search for "he" or "she", and with whom: nobody, if it leaves open who is meant."""
    person = cast.person(key)
    if person is not None:
        return person.gender in {gender, None} and not _doubtful(person), person
    if not key.startswith(SOMEBODY):
        return key == gender, None  # somebody unnamed stands nearer
    bearers = [one for one in cast.people if key[1:] and one.key.split()[-1:] == [key[1:]]]
    if not bearers:
        return True, None
    fitting = [one for one in bearers if one.gender in {gender, None}]
    return bool(fitting), fitting[0] if len(fitting) == 1 and fitting[0].gender == gender else None


def _described_by_relative(cast: Cast, at: int, gender: str) -> Person | None:
    """`an interview with X, head of Y, in which he said`: X, where nobody else is named before the relative clause."""
    tokens = cast.parse.tokens
    lead = range(max(tokens[at].i - 2, 0), at)
    if [tokens[i].text.lower() for i in lead] not in (["in", "which"], ["during", "which"]):
        return None
    named = {mention.person for mention in cast.mentions_in(tokens[at].sentence) if mention.first < at}
    person = cast.person(next(iter(named))) if len(named) == 1 else None
    return person if person is not None and person.gender in {gender, None} else None


def subjects_back(cast: Cast, at: int, paragraphs: int) -> Iterator[list[tuple[str, int]]]:
    """For each sentence from the token's own backwards: the people who are subjects before it, main clause first."""
    here = cast.parse.tokens[at]
    for sentence in range(here.sentence, -1, -1):
        if here.paragraph - cast.parse.tokens[cast.parse.sentences[sentence].first].paragraph > paragraphs:
            return
        found: dict[int, list[tuple[bool, int, int, str]]] = {}
        for subject, rank in _subjects_of(cast, sentence, at):
            key = _key(cast, subject, at) or stranger(cast, subject)
            if key is not None:
                found.setdefault(_part_of(cast, subject, at), []).append((*rank, -subject, key))
        for part in sorted(found, reverse=True):
            yield [(key, -place) for *_, place, key in sorted(found[part])]
        if not found and not cast.parse.syntax:
            yield [(mention.person, mention.first) for mention in cast.mentions_in(sentence) if mention.first < at]


def _subjects_of(cast: Cast, sentence: int, at: int) -> Iterator[tuple[int, tuple[bool, bool]]]:
    """The subjects of a sentence before a token, each with whether it is reported and whether it is not the main one.

    Only those that may be somebody: a name, a title, a stranger.
    """
    if sentence not in cast.subjects:
        everybody = _all_subjects(cast, sentence)
        cast.subjects[sentence] = tuple(
            each for each in everybody if named(cast, each[0]) or each[0] in cast.title_at or stranger(cast, each[0])
        )
    for subject, last, rank in cast.subjects[sentence]:
        if last < at and (subject not in cast.quoted or at in cast.quoted):
            yield subject, rank


def _all_subjects(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """The subjects of a sentence, each with the token that a pronoun for it must stand behind, and its rank.

    A name that begins the sentence is one, whatever the parser made of it, and so is X in "That is X's hope".
    """
    tokens, quoted = cast.parse.tokens, cast.quoted
    first = cast.parse.sentences[sentence].first
    seen: set[int] = set()
    for clause in cast.clauses_in(sentence):
        rank = clause.reported_by is not None, tokens[clause.verb].dep != "ROOT"
        for subject in () if clause.inherited else (*clause.subjects, *_owners(cast, clause)):
            seen.add(subject)
            yield subject, subject, rank
    for clause in cast.clauses_in(sentence):  # "among them X, who told": where no subject is a person
        told = clause.subject
        if told is not None and tokens[clause.verb].dep == "relcl" and told in cast.by_token:
            seen.add(told)
            yield told, clause.verb, (True, True)
    for clause in cast.clauses_in(sentence):
        agent = clause.agent
        known = agent is not None and agent in cast.by_token and agent not in quoted
        if clause.passive and known and agent is not None and clause.subject not in cast.by_token:
            seen.add(agent)
            yield agent, agent, (clause.reported_by is not None, True)
    for i in _sources(cast, first, cast.parse.sentences[sentence].last):
        if i not in quoted and i not in seen:
            seen.add(i)
            yield i, i, (False, True)
    opening = cast.by_token.get(first)
    if opening is not None and opening.last < len(tokens) and first not in quoted:
        following = tokens[opening.last].text
        if following not in {"'s", "’s", "'", "’", ","} and not seen & set(range(opening.first, opening.last)):
            yield opening.first, opening.last, (False, False)


def _sources(cast: Cast, first: int, last: int) -> Iterator[int]:
    """X in "according to X": who says it is spoken of as a subject is."""
    tokens = cast.parse.tokens
    for i in range(first, last - 2):
        if tokens[i].text.lower() == "according" and tokens[i + 1].text.lower() == "to":
            yield from (child for child in cast.parse.children[i + 1] if tokens[child].dep == "pobj")


def _owners(cast: Cast, clause: Clause) -> Iterator[int]:
    """X in "That is X's hope"."""
    tokens = cast.parse.tokens
    if clause.lemma != "be" or clause.subject is None or tokens[clause.subject].lemma not in {"that", "this", "it"}:
        return
    for noun in clause.objects:
        yield from (i for i in cast.parse.children[noun] if tokens[i].dep == "poss" and i in cast.by_token)


def _part_of(cast: Cast, subject: int, at: int) -> int:
    """Which part of its sentence a subject stands in: a question or sentence in quotation marks ends a part."""
    tokens = cast.parse.tokens
    sentence = cast.parse.sentences[tokens[subject].sentence]
    ends = (
        i
        for i in range(sentence.first, min(subject, at))
        if i in cast.quoted and i + 1 not in cast.quoted and tokens[i].text[-1] in ".?!"
    )
    return sum(1 for _ in ends)


def _key(cast: Cast, subject: int, at: int) -> str | None:
    """The person who is this subject, by name or title; pronouns carry on what was already settled."""
    person = named(cast, subject)
    if person is not None:
        return person.key
    title = cast.title_at.get(subject)
    if title is not None and subject < at and not title.indefinite and not title.plural:
        wanted = role_words(cast, title)
        fitting = [one for one in cast.people if one.mentions[0].first < subject and holds(cast, one, title, wanted)]
        return fitting[0].key if len(fitting) == 1 else None
    return None
