"""Whom "he" or "she" means: the people who are subjects before it, nearest first, and what leaves it open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.earlier_subjects import named, subjects_back
from briefing.extract.reference.pronoun_bars import before_comma, below_pronoun, is_owned, met_another, one_of_several
from briefing.extract.reference.strangers import CALLED, NEUTRAL, SOMEBODY, called

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Mention, Person

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_BACK = 4  # paragraphs that a pronoun may reach back
_LINKED = 2  # paragraphs from one pronoun back to the last that it carries on
_SENTENCES = 24  # likewise, those of quotations among them
_ABBREVIATION = 5  # letters
_IN_NAMES = frozenset(" -.'’‘\"“”«»„")
_CLOSE = 1  # paragraphs within which somebody else makes a guess of it


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
    passed = _Passed()
    for subjects in subjects_back(cast, at, _BACK):
        for key, subject in subjects:
            passed.stranger = passed.stranger or key == NEUTRAL or key.startswith(SOMEBODY)
            if earlier is not None and cast.parse.tokens[subject].sentence <= cast.parse.tokens[earlier].sentence:
                return antecedent(cast, earlier, gender)
            if key in {NEUTRAL, CALLED}:
                if key == NEUTRAL and _same_paragraph(cast, subject, at):
                    return None  # "One doctor warned of it. ..., he said"
                passed.called = passed.called or key == CALLED or called(cast, subject) is not None
                continue
            settled, person = _by_gender(cast, key, gender)
            if below_pronoun(cast, subject, gender) or before_comma(cast, subject, at):
                continue
            if settled and key not in spoken_of:
                if person is not None and passed.bars(cast, person, subject, at, gender):
                    cast.barred[at] = person.key
                    return None
                return person if person is not None and _is_sure(cast, person, subject, at, gender) else None
            if person is not None and _says(cast, subject):
                passed.speakers.append((subject, settled))
    return None if passed.stranger else _only_one(cast, at, gender)


@dataclass(slots=True)
class _Passed:
    """Who stands between a pronoun and the person that it may mean.

    `stranger`: whether somebody who is nobody of the cast. `called`: whether "the lawyer". `speakers`: the subjects of
    verbs of saying, each with whether the gender would do.
    """

    stranger: bool = False
    called: bool = False
    speakers: list[tuple[int, bool]] = field(default_factory=list)

    def bars(self, cast: Cast, person: Person, subject: int, at: int, gender: str) -> bool:
        """Whether the pronoun must not reach past them to a person, who is a subject."""
        if self.called and person.titles and _others(cast, person, at, gender):
            return True  # "X, the prosecutor, said so. The lawyer denied it. ..., he said"
        if self.speakers and not _same_paragraph(cast, self.speakers[0][0], subject):
            return True  # a speaker of the other gender, since: a slip of the pen, or a wrong guess of ours
        return person.gender is None and any(not fits for _, fits in self.speakers)


def _is_sure(cast: Cast, person: Person, subject: int, at: int, gender: str) -> bool:
    """Whether nobody else may be meant as well as the person who is this subject."""
    if (is_owned(cast, subject, gender) and not _says(cast, subject)) or one_of_several(cast, person, subject, gender):
        return False
    if met_another(cast, person, subject, gender):
        return False
    return not (_has_rival(cast, person, subject, at, gender) or _guessed(cast, person, at, gender))


def _says(cast: Cast, subject: int) -> bool:
    """Whether something is said by this subject."""
    clause = cast.clauses.around(subject)
    return clause is not None and clause.subject == subject and clause.lemma in load("en", "saying")["verbs"]["plain"]


def _only_one(cast: Cast, at: int, gender: str) -> Person | None:
    """The only one of all named so far who is a "he" or "she", where of everybody else it is told that he is not."""
    known = [one for one in cast.people if any(mention.last <= at for mention in one.mentions)]
    fitting = [one for one in known if one.gender in {gender, None}]
    return fitting[0] if len(fitting) == 1 and fitting[0].gender == gender else None


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
        if cast.paragraphs_between(cast.parse.sentences[sentence].first, at) > _LINKED:
            return None
        for clause in cast.clauses_in(sentence):
            subject = clause.subject
            if subject is None or clause.inherited or subject in cast.quoted or tokens[clause.verb].dep != "ROOT":
                continue
            if GENDERS.get(tokens[subject].text.lower()) == gender:
                return subject
    return None


def _others(cast: Cast, person: Person, at: int, gender: str) -> bool:
    """Whether somebody else who is or may be of that gender is named before."""
    others = (one for one in cast.people if one.key != person.key and one.gender in {gender, None})
    return any(one.mentions[0].first < at for one in others)


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
    letters = "".join(each for each in person.name if each not in _IN_NAMES)
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
