"""Whose words a report gives: who says, hopes or fears something, and those after "according to" or "as told by"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.attendance.modes import Modes
from briefing.extract.grammar.clauses import Clause, Form, Tense

_OF_WHAT = frozenset({"of", "about", "on", "upon"})


def heard_people(args: Arguments, modes: Modes) -> frozenset[str]:
    """The people by key."""
    return frozenset(key for clause in args.cast.clauses for key in _heard(clause, args, modes) if key is not None)


def _heard(clause: Clause, args: Arguments, modes: Modes) -> Iterator[str | None]:
    if clause.verb in args.cast.quoted or clause.modal:
        return
    if clause.passive:
        if clause.lemma in args.rules.saying and _begins_with_as(clause, args):
            yield from args.agent_people(clause)
        return
    told = modes.teller(clause)
    if told is not None and not set(told.subjects) & set(clause.subjects):
        return  # "Y called for it, Z recalled": Y is told of
    if clause.tense is not Tense.NONE and (_says(clause, args) or _views(clause, args)):
        yield from args.subject_people(clause)
    yield from (args.key(noun) for name, noun in clause.preps if name == "according to")


def _says(clause: Clause, args: Arguments) -> bool:
    of_what = any(name in _OF_WHAT for name, _ in clause.preps)
    return clause.lemma in args.rules.saying or (of_what and clause.lemma in args.rules.speaks_of)


def _views(clause: Clause, args: Arguments) -> bool:
    """“hopes the law will end it": what somebody thinks of others is told in his words."""
    held = args.cast.clauses.get(clause.complement)
    return held is not None and clause.lemma in args.rules.views and held.form is Form.FINITE and not held.inherited


def _begins_with_as(clause: Clause, args: Arguments) -> bool:
    """“as pointed out by X"."""
    return any(args.tokens[i].text.lower() == "as" for i in args.cast.parse.children[clause.verb] if i < clause.verb)
