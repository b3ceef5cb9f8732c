"""Who is a subject before a place in the text: by name, by title, or as somebody whom nobody of the cast is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.offices import holders, of_many
from briefing.extract.reference.respelt import bearer_of
from briefing.extract.reference.short_forms import beside_name, by_initials, by_part, latter
from briefing.extract.reference.strangers import ASKING, called, interviews, stranger

if TYPE_CHECKING:
    from briefing.extract.grammar.clauses import Clause
    from briefing.extract.reference.cast import Cast, Mention, Person

_TITLE = 4  # words between "with" and a name
_SUCH_AS = frozenset(("like", "as", "including"))


def named(cast: Cast, token: int) -> Person | None:
    """The person named by the phrase: by a mention, a title set beside a name, or a name in apposition."""
    mention = cast.by_token.get(token)
    if mention is not None:
        person = cast.person(mention.person)
        return None if person is None else bearer_of(cast, person)
    title = cast.title_at.get(token)
    if title is not None and title.head in cast.beside:
        return cast.person(cast.beside[title.head])
    for child in cast.parse.children[token]:
        if cast.parse.tokens[child].dep == "appos":
            # "the dean, the priest and scholar Maria Keller, said"
            own = next((i for i in (child, *_joined(cast, token, child)) if i in cast.by_token), None)
            if own is not None:
                return cast.person(cast.by_token[own].person)
    return beside_name(cast, token) or by_part(cast, token) or latter(cast, token)


def _joined(cast: Cast, token: int, aside: int) -> Iterator[int]:
    """What is joined to the words set beside one human being."""
    if cast.parse.tokens[token].tag == "NN" and token in cast.title_at:
        yield from (i for i in cast.parse.children[aside] if cast.parse.tokens[i].dep == "conj")


def subjects_back(cast: Cast, at: int, paragraphs: int) -> Iterator[list[tuple[str, int]]]:
    """For each sentence from the token's own backwards: the people who are subjects before it, main clause first."""
    here = cast.parse.tokens[at]
    for sentence in range(here.sentence, -1, -1):
        if cast.paragraphs_between(cast.parse.sentences[sentence].first, at) > paragraphs:
            return
        if sentence == here.sentence:
            yield from _told_before(cast, sentence, at)
            continue
        whole = sentence, at in cast.quoted  # of a sentence that lies wholly before, nothing else depends on the token
        if whole not in cast.told:
            cast.told[whole] = tuple(_told_before(cast, sentence, at))
        yield from cast.told[whole]


def _told_before(cast: Cast, sentence: int, at: int) -> Iterator[list[tuple[str, int]]]:
    """The people who are subjects of one sentence before a token, the last part of the sentence first."""
    found: dict[int, list[tuple[bool, int, int, str]]] = {}
    for subject, rank in _subjects_of(cast, sentence, at):
        key = _key(cast, subject, at) or stranger(cast, subject) or called(cast, subject)
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
            each for each in everybody if _is_somebody(cast, each[0]) and not interviews(cast, each[0])
        )
    for subject, last, rank in cast.subjects[sentence]:
        if last < at and (subject not in cast.quoted or at in cast.quoted):
            yield subject, rank


def _is_somebody(cast: Cast, subject: int) -> bool:
    known = named(cast, subject) is not None or subject in cast.title_at or by_initials(cast, subject) is not None
    return known or stranger(cast, subject) is not None or called(cast, subject) is not None


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
    for each in (
        *_tellers(cast, sentence),
        *_saying_besides(cast, sentence),
        *_agents(cast, sentence),
        *_asked(cast, sentence),
        *_topics(cast, sentence),
        *_examples(cast, sentence),
    ):
        seen.add(each[0])
        yield each
    for mention in cast.mentions_in(sentence):
        if seen.isdisjoint(range(mention.first, mention.last)) and _says(cast, mention):
            seen.update(range(mention.first, mention.last))
            yield mention.first, mention.last, (False, False)
    for i in _sources(cast, first, cast.parse.sentences[sentence].last):
        if i not in quoted and i not in seen:
            seen.add(i)
            yield i, i, (False, True)
    opening = cast.by_token.get(first)
    if opening is not None and opening.last < len(tokens) and first not in quoted:
        following = tokens[opening.last].text
        if following not in {"'s", "’s", "'", "’", ","} and not seen & set(range(opening.first, opening.last)):
            yield opening.first, opening.last, (False, False)


def _says(cast: Cast, mention: Mention) -> bool:
    """Whether a verb of saying stands right behind a name and age, wherever the parser's tree hangs them."""
    tokens, at = cast.parse.tokens, mention.last
    if at + 2 < len(tokens) and [tokens[at].text, tokens[at + 2].text] == [",", ","] and tokens[at + 1].text.isdigit():
        at += 3
    if at >= len(tokens) or tokens[at].sentence != tokens[mention.first].sentence or at in cast.quoted:
        return False
    return tokens[at].tag in {"VBD", "VBZ"} and tokens[at].lemma in load("en", "saying")["verbs"]["plain"]


def _tellers(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """X in "among them X, who told": where no subject is a person."""
    for clause in cast.clauses_in(sentence):
        told = clause.subject
        if told is not None and cast.parse.tokens[clause.verb].dep == "relcl" and told in cast.by_token:
            yield told, clause.verb, (True, True)


def _saying_besides(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """X in "it was opposed, with X, a teacher, saying that"."""
    tokens, last = cast.parse.tokens, cast.parse.sentences[sentence].last
    verbs = load("en", "saying")["verbs"]["plain"]
    for mention in cast.mentions_in(sentence):
        before = (tokens[i].text.lower() for i in range(max(mention.first - _TITLE, 0), mention.first))
        head = next((i for i in range(mention.first, mention.last) if tokens[i].dep in {"pobj", "nsubj"}), None)
        verb = next((i for i in range(mention.last, last) if tokens[i].pos in {"VERB", "AUX"}), last)
        if head is None or verb == last or verb in cast.quoted or "with" not in before:
            continue
        aside = verb == mention.last or tokens[mention.last].text == ","
        alone = not any(i in cast.by_token for i in range(mention.last, verb))
        if aside and alone and tokens[verb].tag == "VBG" and tokens[verb].lemma in verbs:
            yield head, verb, (False, True)


def _agents(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """X in "it was led by X"."""
    for clause in cast.clauses_in(sentence):
        agent = clause.agent
        known = agent is not None and agent in cast.by_token and agent not in cast.quoted
        if clause.passive and known and agent is not None and clause.subject not in cast.by_token:
            yield agent, agent, (clause.reported_by is not None, True)
        elif clause.passive and agent is not None and (aside := _in_aside(cast, agent)) is not None:
            yield aside, aside, (clause.reported_by is not None, True)


def _in_aside(cast: Cast, noun: int) -> int | None:
    """X in "by his granddaughter, X": the name behind the comma right behind a noun for somebody's kin or the like."""
    tokens = cast.parse.tokens
    owned = any(tokens[child].dep == "poss" for child in cast.parse.children[noun])
    if not owned or tokens[noun].tag != "NN" or noun + 2 >= len(tokens) or tokens[noun + 1].text != ",":
        return None
    mention = cast.by_token.get(noun + 2)
    return mention.first if mention is not None and mention.first == noun + 2 else None


def _asked(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """X in "we asked X what he wants", "when this paper contacted X": whose answer follows."""
    for clause in cast.clauses_in(sentence):
        own = clause.subject
        somebody = own is not None and (own in cast.by_token or own in cast.title_at)
        if clause.lemma in ASKING and not clause.passive and not somebody and clause.verb not in cast.quoted:
            asked = (i for i in (*clause.objects, clause.indirect) if i is not None and named(cast, i) is not None)
            yield from ((one, clause.verb, (False, True)) for one in asked)


def _topics(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """X in "At X's restaurant, the menu is long", where that opens a paragraph."""
    tokens, first = cast.parse.tokens, cast.parse.sentences[sentence].first
    if tokens[first].tag != "IN" or cast.parse.paragraphs[tokens[first].paragraph].first != first:
        return
    mention = cast.by_token.get(first + 1)
    if mention is None or first in cast.quoted or any(i in cast.by_token for i in cast.main_subjects(sentence)):
        return
    if mention.last < len(tokens) and tokens[mention.last].text in {"'s", "’s", "'", "’"}:
        yield mention.first, mention.last, (False, True)


def _examples(cast: Cast, sentence: int) -> Iterator[tuple[int, int, tuple[bool, bool]]]:
    """X in "senators like X worried": the only one named of those who are the subject."""
    tokens = cast.parse.tokens
    for clause in cast.clauses_in(sentence):
        told = clause.subject
        if told is None or clause.inherited or tokens[told].tag != "NNS" or told in cast.quoted:
            continue
        named = {
            i
            for tie in cast.parse.children[told]
            if tokens[tie].dep == "prep" and tokens[tie].text.lower() in _SUCH_AS
            for i in cast.parse.subtree(tie)
            if i in cast.by_token
        }
        if len({cast.by_token[i].person for i in named}) == 1:
            yield max(named), max(named), (clause.reported_by is not None, tokens[clause.verb].dep != "ROOT")


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
    person = by_initials(cast, subject)
    if person is not None:
        return person.key
    title = cast.title_at.get(subject)
    if (
        title is not None
        and subject < at
        and not title.indefinite
        and not title.plural
        and not of_many(title.head_words)
    ):
        fitting = holders(cast, title, subject)
        return fitting[0].key if len(fitting) == 1 else None
    return None
