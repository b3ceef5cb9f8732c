"""Pledges held by nouns, gifts, conditions, sums parted by a full stop, who is given to, who acts in a passive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]


def _found(parsed: Parsed, text: str) -> tuple[Commitment, ...]:
    return findings_of(parsed(text)).commitments


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The summit ended with a pledge of $27bn from Japan.", "Japan"),
        ("Officials welcomed a pledge of €40 million from the Harland Bank for clinics.", "the Harland Bank"),
        ("The fund received pledges worth $3 million from Norway and Qatar.", "Norway and Qatar"),
    ],
)
def test_a_pledge_is_of_whom_it_comes_from(parsed: Parsed, text: str, actor: str) -> None:
    """Not of who welcomes or receives it."""
    [one] = _found(parsed, text)
    assert (one.kind, one.actor) == (Kind.PLEDGED, actor)
    assert one.amount is not None


@pytest.mark.parametrize(
    ("text", "kind", "beneficiary"),
    [
        ("The Harland government agreed to give the islands $5 million.", Kind.AGREED, "the islands"),
        ("The ministry will give farmers 300 million shillings.", Kind.PLANNED, "farmers"),
        ("Harland will provide Ruritania with $40 million in loans.", Kind.PLANNED, "Ruritania"),
        ("The ministry has shipped medicine worth $2 million to Tarn.", Kind.DELIVERED, None),
    ],
)
def test_who_is_given_to_may_stand_before_what_is_given(
    parsed: Parsed, text: str, kind: Kind, beneficiary: str | None
) -> None:
    """The indirect object, and the object of "provide ... with"."""
    [one] = _found(parsed, text)
    assert one.kind is kind
    assert one.amount is not None
    if beneficiary is not None:
        assert one.beneficiary is not None
        assert one.beneficiary.text == beneficiary


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "The bank will lend the city $5 million provided that the council cuts its costs.",
            "provided that the council cuts its costs",
        ),
        (
            "The company agreed to reopen the mine on condition that the state pays for repairs.",
            "on condition that the state pays for repairs",
        ),
        ("The minister promised to lower the tax as long as revenues rise.", "as long as revenues rise"),
        (
            "The bank will lend the money only if the council cuts its costs.",
            "only if the council cuts its costs",
        ),
    ],
)
def test_provisos_are_conditions(parsed: Parsed, text: str, condition: str) -> None:
    """Conditions without a plain "if"."""
    [one] = _found(parsed, text)
    assert one.condition is not None
    assert one.condition.text.endswith(condition.removeprefix("only "))


def test_the_full_stop_of_a_currency_ends_no_words(parsed: Parsed) -> None:
    """`Rs. 4,50,000`, which the parser parts in two sentences."""
    [one] = _found(parsed, "The Tarn government will pay Rs. 4,50,000 to each family. The scheme was new.")
    assert one.words.text == "The Tarn government will pay Rs. 4,50,000 to each family"
    assert one.amount is not None
    assert one.amount.written.text == "Rs. 4,50,000"


@pytest.mark.parametrize(
    "text",
    [
        "“I cannot promise that the road will be open by May,” Mayor Maria Keller said.",
        "Mayor Maria Keller said she could not promise a new bridge.",
        "“We can't promise to pay the teachers this year,” Minister Paul Adeyemi said.",
        "The minister said nobody can promise that prices will fall.",
        "The company agreed to give an interview.",
    ],
)
def test_what_cannot_be_promised_is_no_promise(parsed: Parsed, text: str) -> None:
    """Nor is what is given only as words."""
    assert not _found(parsed, text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The treaty was signed by Maria Keller and Paul Adeyemi on Monday.", "Maria Keller and Paul Adeyemi"),
        ("The bridge will be built by Tarn Rail next year, the minister said.", "Tarn Rail"),
        ("The costs will be covered by the Ministry of Transport.", "the Ministry of Transport"),
        ("“The pipes will be replaced by June,” Minister Maria Keller said.", "Maria Keller"),
        ("The Harland Bank met on Monday. Three offices will be opened in May, it said.", "The Harland Bank"),
        ("The Harland Bank met on Monday. Three offices will be rebuilt by June.", "The Harland Bank"),
    ],
)
def test_who_acts_in_a_passive(parsed: Parsed, text: str, actor: str) -> None:
    """Who stands after "by", though not a month; who says it; the body of which the sentence before tells."""
    assert [one.actor for one in _found(parsed, text)] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "The minister sought a commitment of $5 million from the Harland Bank.",
        "Teachers want a promise from the government to pay $5 million.",
        "The islands are waiting for a pledge of $5 million from Norway.",
        "The islands need a pledge of $5 million from Norway.",
        "The mayor is seeking a guarantee that the road will be built.",
        "The mayor should be ready to pay for the bridge, the governor said.",
        "The minister said the firm must be willing to sign the deal.",
        "The council condemned the president's call for a ban on boats.",
        "The party insists that the council must be a party of ideas.",
    ],
)
def test_what_is_only_longed_for_is_promised_by_nobody(parsed: Parsed, text: str) -> None:
    """What others are to promise, or to be ready for, is no word of theirs; what is only judged is no news."""
    assert not _found(parsed, text)


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The governor said he will order the agency to close the mine.", Kind.PLANNED, "The governor"),
        ("The governor ordered the agency to close the mine.", Kind.REQUESTED, "The governor"),
        ("The mayor urged the bank to agree to pay $5 million.", Kind.REQUESTED, "The mayor"),
        ("The union demanded a commitment from the company to pay $3 million.", Kind.REQUESTED, "The union"),
        ("Aid groups called for a pledge of $5 million from Norway.", Kind.REQUESTED, "Aid groups"),
    ],
)
def test_who_asks_for_a_promise_has_made_none(parsed: Parsed, text: str, kind: Kind, actor: str) -> None:
    """And who will command something plans it."""
    assert [(one.kind, one.actor) for one in _found(parsed, text)] == [(kind, actor)]


def test_what_is_conceded_is_not_part_of_the_words(parsed: Parsed) -> None:
    """`..., even though others had warned`: of somebody else."""
    [one] = _found(parsed, "The council pledged $5 million, even though the mayor had asked it to wait.")[:1]
    assert one.words.text == "The council pledged $5 million"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A handful of nurses will train the guards in May.", Kind.PLANNED),
        ("Officials from the Tarn Council will inspect the mine.", Kind.PLANNED),
        ("The minister said the intention is to announce a new list of clinics.", Kind.PLANNED),
        ("“Action will be taken against the firms,” Minister Maria Keller warned.", Kind.PLANNED),
        ("Minister Maria Keller will be sworn in on Monday.", Kind.PLANNED),
        ("The council proposed that they keep the road open.", Kind.REQUESTED),
        ("The mayor proposed holding a vote in May.", Kind.REQUESTED),
        ("The ministry informed the clinics to admit the miners.", Kind.REQUESTED),
        ("The government now needs to repair the bridge, Maria Keller said.", Kind.REQUESTED),
        ("The two governments agreed in 2021 to build a bridge. It opened in 2024.", Kind.AGREED),
    ],
)
def test_further_shapes_of_plans_and_requests(parsed: Parsed, text: str, kind: Kind) -> None:
    """Counted people, officials of a body, plans that are told, threats, proposals, needs, somewhat old agreements."""
    assert [one.kind for one in _found(parsed, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The firm hides the losses, the union said. The government should publish the list.", "the union"),
        ("“People living by the river should move to higher ground,” Minister Maria Keller said.", "Maria Keller"),
    ],
)
def test_whose_duties_these_are(parsed: Parsed, text: str, actor: str) -> None:
    """A duty goes on with the words of who reports in the sentence before; some people are not people in general."""
    assert [(one.kind, one.actor) for one in _found(parsed, text)] == [(Kind.REQUESTED, actor)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister is scheduled to deliver a speech in Tarn.", 0),
        ("The company is scheduled to deliver 40 buses in May.", 1),
        ("About 40 flats are scheduled to be delivered in May.", 1),
        ("The minister is scheduled to visit Tarn in May.", 0),
    ],
)
def test_a_speech_due_is_attendance_and_a_delivery_due_is_not(parsed: Parsed, text: str, found: int) -> None:
    """What is delivered tells."""
    assert len(_found(parsed, text)) == found


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The council pledged to pay 20 per cent of the costs.", "20 per cent"),
        ("The mayor demanded a 6 per cent tax on the mines.", "6 per cent"),
        ("The council pledged $3 million, 20 per cent of the costs.", "$3 million"),
        ("The council pledged to plant 20 per cent of the trees in May.", None),
    ],
)
def test_a_share_of_money_is_an_amount(parsed: Parsed, text: str, amount: str | None) -> None:
    """Where no sum is told; a share of other things is none."""
    [one] = _found(parsed, text)
    assert (one.amount and one.amount.written.text) == amount
