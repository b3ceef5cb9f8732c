"""For whom and of whom: beneficiaries, who is asked, what is no condition, and whose sums and times; our own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]


def _one(parse: Parse, kind: Kind) -> Commitment:
    (made,) = [each for each in findings_of(parse).commitments if each.kind is kind]
    return made


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("The bank gave $3 million to those hit by the flood.", Kind.DELIVERED, "those hit by the flood"),
        ("The fund pledged $3 million to help Chile rebuild the port.", Kind.PLEDGED, "Chile"),
        ("The ministry announced a package of aid to Chile worth $3 million.", Kind.ANNOUNCED, "Chile"),
        ("Two boats were handed over to the fishermen by Senator Ana Diaz.", Kind.DELIVERED, "the fishermen"),
        ("The council decided to give the union an ultimatum.", Kind.PLANNED, None),
        ("“We will take this case to the Supreme Court,” Mayor Ana Diaz said.", Kind.PLEDGED, None),
    ],
)  # fmt: skip
def test_for_whom(parsed: Parsed, text: str, kind: Kind, whom: str | None) -> None:
    """Those who are helped or given something, not where a case is taken nor who is given an ultimatum."""
    found = _one(parsed(text), kind).beneficiary
    assert (None if found is None else found.text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Minister Ana Diaz requested Norway's support for the harbour.", "Norway"),
        ("The union has made several requests to the council for the accounts.", "the council"),
        ("The villagers wrote to Governor Paul Adeyemi asking him to open the dam.", "Governor Paul Adeyemi"),
        ("The council has requested the auditor to report by May.", "the auditor"),
        ("Minister Ana Diaz has extended an invitation to her counterpart for a visit to Tarn.", "her counterpart"),
        ("The lawyers asked the court to jail her and require her to pay the costs.", "the court"),
        ("Mayor Ana Diaz said that no driver should pass the dam.", None),
    ],
)
def test_who_is_asked(parsed: Parsed, text: str, whom: str | None) -> None:
    """To whom the words go, whose help it is, whom a pronoun of the sentence means; never "no driver"."""
    found = [each.addressee for each in findings_of(parsed(text)).commitments if each.kind is Kind.REQUESTED]
    assert [each.text if each is not None else None for each in found][:1] == [whom]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The bank provided a loan of $3 million to the port.", None),
        ("The council is committed to providing the schools with books.", None),
        ("Boats will be provided to the islands by the ministry.", None),
        ("The council will build the dam, provided the bank pays.", "provided the bank pays"),
    ],
)
def test_providing_is_no_condition(parsed: Parsed, text: str, condition: str | None) -> None:
    """Who provides something has set no condition."""
    found = [each.condition.text if each.condition else None for each in findings_of(parsed(text)).commitments]
    assert found == [condition]


def test_a_sum_of_another_clause_is_not_the_sum_asked_for(parsed: Parsed) -> None:
    """What they had paid themselves before is not what they refuse."""
    (made,) = findings_of(
        parsed("The deputies rejected the request after they had paid themselves $3 million.")
    ).commitments
    assert made.amount is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("The council called for an inquiry into the 2016 election.", None),
        ("The council called for an inquiry by 2030.", "by 2030"),
        ("Mayor Ana Diaz announces her resignation Monday night.", None),
        ("The clinic will be built within two years and a half, the council said.", "within two years and a half"),
    ],
)
def test_whose_time_it_is(parsed: Parsed, text: str, deadline: str | None) -> None:
    """The year of an election and the night of an announcement are no deadlines."""
    found = [each.deadline.written.text if each.deadline else None for each in findings_of(parsed(text)).commitments]
    assert found == [deadline]
