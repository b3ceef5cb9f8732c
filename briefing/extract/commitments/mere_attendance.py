"""Coming and speaking that is announced: attendance, which the people of the brief show, and no undertaking."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.commitments.readings import Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.parsing.parse import Parse


def merely_attends(parse: Parse, clauses: Clauses, made: Undertaking, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is only said who "is due to arrive" or "to deliver a speech"; `words`: of attendance."""
    if made.rule == "commitment.future" and made.clause.lemma in words["journeys"]:
        return _is_one_person(parse, made.clause)
    if not made.rule.startswith("commitment.state.") or parse.tokens[made.kind_verb].lemma not in words["states"]:
        return False
    if made.clause.negated:
        return True  # "is not expected to sign": others do not expect it
    inner = clauses.get(made.focus)
    if made.focus is None or inner is None or inner.passive:
        return False
    deed = parse.tokens[made.focus].lemma
    if deed == "deliver" and not words["speeches"] & {parse.tokens[i].lemma for i in inner.objects}:
        return False
    subjects = made.clause.subjects
    several = len(subjects) > 1 or any(parse.tokens[i].tag in {"NNS", "NNPS"} for i in subjects)
    return deed in words["verbs"] or (deed in words["mutual"] and not several)


def _is_one_person(parse: Parse, clause: Clause) -> bool:
    """`Ana Diaz will arrive on Friday`; not `the envoys will visit the camps`."""
    if clause.subject is None or len(clause.subjects) > 1 or clause.passive or clause.negated:
        return False
    token = parse.tokens[clause.subject]
    return token.text.lower() in {"he", "she"} or (token.entity == "PERSON" and token.tag == "NNP")
