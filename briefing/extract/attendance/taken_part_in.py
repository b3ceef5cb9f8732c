"""Whether what a clause tells of can be come to at all: an event or a place, not an undertaking or a blow dealt."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.grammar.clauses import Clause
from briefing.extract.lexis.lexicon import load

_IN, _UPON = frozenset({"in"}), frozenset({"on", "upon"})
_NOW_AND_THEN = frozenset({"DATE", "TIME"})
_DETERMINING = frozenset({"DT", "PRP$", "CD", "POS"})
_SHARING = frozenset({"participate", "partake", "take"})
_COMES = frozenset({"attend", "come", "travel", "join", "participate", "appear", "arrive"})
_ATTENDS = frozenset({"attend", "take_part"})
_ABLE = frozenset({"able", "unable"})
_CAN_COME = _COMES | {"be", "make", "take", "go", "visit", "reach", "return", "speak", "get", "fly", "show", "turn"}
_HINDERED = frozenset({"hindered", "was_absent"})


@dataclass(frozen=True, slots=True)
class Pursuits:
    """Words for what one does rather than attends, in dictionary form; `endings` of such nouns.

    `lasting`: events' words for what has no day of its own. `custody`: what is done to prisoners.
    `missed`: states that say of nobody by themselves that something was missed.
    """

    nouns: frozenset[str]
    endings: tuple[str, ...]
    lasting: frozenset[str]
    custody: frozenset[str]
    missed: frozenset[str]


@functools.cache
def pursuits(language: str = "en") -> Pursuits:
    """The words in the data folder of a language."""
    data = {name: tuple(word.strip() for word in text.split(",")) for name, text in load(language, "pursuits").items()}
    sets = {name: frozenset(data[name]) for name in ("nouns", "lasting", "custody", "missed")}
    return Pursuits(endings=data["endings"], **sets)


def can_be_come_to(rule: str, clause: Clause, args: Arguments) -> bool:
    """Whether a rule may say of this clause that its people came or stayed away."""
    if _called_something(rule, clause, args) or (rule in _ATTENDS and _of_another_event(clause, args)):
        return False
    if rule == "visit":
        return bool(args.subject_people(clause)) and not _inflicted(clause, args)
    if clause.lemma in _SHARING and (rule in {"take_part", "attend"}):
        return not any(_is_pursuit(noun, args) for noun in _shared(clause, args))
    if rule in _HINDERED | {"not_there"} and not _able_to_come(clause, args):
        return False
    if rule in _HINDERED:
        return not _in_custody(clause, args) and _tells_absence(rule, clause, args)
    return rule != "call" or clause.lemma != "receive" or bool(args.slot("from", clause) or args.slot("with", clause))


def _called_something(rule: str, clause: Clause, args: Arguments) -> bool:
    """“called the talks a waste” is said of talks; "called talks" holds them."""
    named = rule == "run" and clause.lemma == "call"
    return named and any(args.tokens[i].dep == "oprd" for i in args.cast.parse.children[clause.verb])


def _of_another_event(clause: Clause, args: Arguments) -> bool:
    """“attended last year's summit”: another event than the report's."""
    nouns = [*clause.objects, *(noun for name, noun in clause.preps if name in _IN)]
    return any(args.names_event(noun) and not args.is_event(noun) for noun in nouns)


def _able_to_come(clause: Clause, args: Arguments) -> bool:
    """Whether whoever was not able or unable to do something was so to come, rather than to read."""
    children, tokens = args.cast.parse.children, args.tokens
    able = [i for i in children[clause.verb] if tokens[i].text.lower() in _ABLE]
    what = [i for held in able for i in children[held] if tokens[i].dep in {"xcomp", "ccomp", "acl"}]
    return all(tokens[i].lemma in _CAN_COME for i in what)


def _inflicted(clause: Clause, args: Arguments) -> bool:
    """“visited ruin on the enemy”: a bare noun, and upon whom."""
    tokens = args.tokens
    upon = [noun for name, noun in clause.preps if name in _UPON]
    upon += [noun for held in clause.objects for noun in _below(held, _UPON, args)]
    bare = any(
        tokens[i].tag == "NN" and not any(tokens[j].tag in _DETERMINING for j in args.cast.parse.children[i])
        for i in clause.objects
    )
    return bare and any(tokens[noun].entity not in _NOW_AND_THEN for noun in upon)


def _shared(clause: Clause, args: Arguments) -> Iterator[int]:
    """In what somebody took part."""
    yield from (noun for name, noun in clause.preps if name in _IN)
    for held in clause.objects:
        yield from _below(held, _IN, args)


def _below(noun: int, names: frozenset[str], args: Arguments) -> Iterator[int]:
    children, tokens = args.cast.parse.children, args.tokens
    for child in children[noun]:
        if tokens[child].text.lower() in names:
            yield from (i for i in children[child] if tokens[i].dep == "pobj")


def _is_pursuit(noun: int, args: Arguments) -> bool:
    token, words = args.tokens[noun], pursuits()
    return not args.names_event(noun) and (token.lemma in words.nouns or token.lemma.endswith(words.endings))


def _in_custody(clause: Clause, args: Arguments) -> bool:
    """“was detained and deported”, "a doctor detained by police": a prisoner stays away from nothing."""
    sentence = args.cast.parse.sentences[args.tokens[clause.verb].sentence]
    return any(token.lemma in pursuits().custody for token in args.tokens[sentence.first : sentence.last])


def _tells_absence(rule: str, clause: Clause, args: Arguments) -> bool:
    """Whether more is said than "was abroad for ten years": an event is told of in this sentence or beside it."""
    words, tokens = pursuits(), args.tokens
    states = {tokens[i].text.lower() for i in args.cast.parse.children[clause.verb]}
    always = rule == "was_absent" and not states & words.missed
    return always or _nears_event(clause.verb, args)


def _nears_event(verb: int, args: Arguments) -> bool:
    """Whether the sentence of a verb, or one beside it, names an event that has a day, or says who did not come."""
    cast, tokens = args.cast, args.tokens
    here, sentences = tokens[verb].sentence, cast.parse.sentences
    near = range(max(0, here - 1), min(len(sentences), here + 2))
    if any(one.lemma in _COMES and (one.negated or one.modal) for i in near for one in cast.clauses_in(i)):
        return True
    return any(
        tokens[i].pos in {"NOUN", "PROPN"} and args.is_event(i) and tokens[i].lemma not in pursuits().lasting
        for i in range(sentences[near[0]].first, sentences[near[-1]].last)
    )
