"""Who does what to whom."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


def _clause(parse: Parse, lemma: str) -> Clause:
    return next(clause for clause in find_clauses(parse) if clause.lemma == lemma)


def _word(parse: Parse, token: int | None) -> str | None:
    return None if token is None else parse.tokens[token].text


def test_the_agent_of_a_passive_is_the_doer(parsed: Parsed) -> None:
    """“signed by A and B”: the doer stands after "by", the subject undergoes."""
    found = parsed("The agreement was signed by Ghana and Togo on Monday.")
    clause = _clause(found, "sign")
    assert clause.passive
    assert (_word(found, clause.subject), _word(found, clause.doer)) == ("agreement", "Ghana")


def test_a_relative_clause_speaks_of_its_noun(parsed: Parsed) -> None:
    """The subject of "who will attend" is the noun before it."""
    found = parsed("The minister, who will attend the summit, praised the plan.")
    clause = _clause(found, "attend")
    assert (_word(found, clause.subject), clause.tense, clause.inherited) == ("minister", Tense.FUTURE, True)


def test_conjoined_verbs_share_subject_and_modal(parsed: Parsed) -> None:
    """“will build and test”: both are future and said of the same."""
    found = parsed("The company will build the plant and hire workers.")
    clause = _clause(found, "hire")
    assert (_word(found, clause.subject), clause.modal) == ("company", "will")


def test_the_object_controls_the_infinitive_of_a_request(parsed: Parsed) -> None:
    """“asked donors to send”: the donors would send."""
    found = parsed("The minister asked donors to send tents.")
    assert _word(found, _clause(found, "send").subject) == "donors"


def test_negation_condition_and_report_are_kept(parsed: Parsed) -> None:
    """A reported, negated verb with a condition says all three."""
    found = parsed("The bank said it will not lend money if parliament rejects the law.")
    clause = _clause(found, "lend")
    assert clause.negated
    assert _word(found, clause.condition) == "rejects"
    assert _word(found, clause.reported_by) == "said"


def test_there_is_nobody_in_there_is(parsed: Parsed) -> None:
    """“There will be meetings” inherits no subject from the clause that reports it."""
    found = parsed("The aide said that there will be meetings soon.")
    clause = next(c for c in find_clauses(found) if c.lemma == "be")
    assert clause.subject is None


def test_without_a_tree_there_are_no_clauses(parsed: Parsed) -> None:
    """The rules-only parse gives an empty layer, not wrong clauses."""
    from briefing.extract.parsing.rules_stage import parse_by_rules  # noqa: PLC0415 - the one test that needs it

    assert list(find_clauses(parse_by_rules(parsed("He left.").article))) == []
