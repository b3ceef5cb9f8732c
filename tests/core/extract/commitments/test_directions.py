"""Who undertakes, who asks whom, and what is no undertaking at all: a table of sentences of our own.

A request printed as a promise is the worst that a brief can do, so every sentence says the same thing about the same
few actors from another side.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.commitments.finder import find_commitments
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.facts import Commitment

Parsed = Callable[..., Parse]


def found_in(parsed: Parse) -> tuple[Commitment, ...]:
    """The commitments of a parse."""
    clauses = find_clauses(parsed)
    cast = build_cast(parsed, clauses)
    return find_commitments(parsed, clauses, cast, find_quotes(parsed, clauses, cast), lambda _: None)


# The sentence, its kind, who acts, who is asked, the amount and the deadline as written.
TABLE = """
Poland promised to send 40 tanks to Ukraine by June 1. | pledged | Poland | - | - | by June 1
The minister asked Germany to send 40 tanks before June 1. | requested | The minister | Germany | - | before June 1
The president urged Congress to approve $2 billion in aid. | requested | The president | Congress | $2 billion | -
Paul Adeyemi appealed to donors for $50 million. | requested | Paul Adeyemi | donors | $50 million | -
Maria Keller said the government must pay the workers. | requested | Maria Keller | the government | - | -
Canada refused to sign the treaty. | declined | Canada | - | - | -
The company ruled out a new factory in Leeds. | declined | The company | - | - | -
The minister turned down an offer of 40 tanks. | declined | The minister | - | - | -
The minister rejected a request by Maria Keller to sign the treaty. | declined | The minister | - | - | -
France will build the bridge if Spain pays half of the cost. | planned | France | - | - | -
A treaty was signed by Maria Keller and Paul Adeyemi. | signed | Maria Keller and Paul Adeyemi | - | - | -
A pledge of $5 million by Norway was welcomed on Tuesday. | pledged | Norway | - | $5 million | -
Norway made a pledge of $5 million to the fund. | pledged | Norway | - | $5 million | -
Maria Keller issued a call for an immediate ceasefire. | requested | Maria Keller | - | - | -
Maria Keller reiterated her call for Poland to send 40 tanks. | requested | Maria Keller | - | - | -
“We will send 40 generators to Kharkiv by December,” Paul Adeyemi said. | planned | Paul Adeyemi | - | - | by December
“You must send us more generators,” Paul Adeyemi said. | requested | Paul Adeyemi | - | - | -
“We ask Denmark to send us more generators,” Paul Adeyemi said. | requested | Paul Adeyemi | Denmark | - | -
Paul Adeyemi said that Denmark had promised to send more generators. | pledged | Denmark | - | - | -
Ukraine was asked by Poland to pay for the tanks. | requested | Poland | Ukraine | - | -
Poland was urged by Ukraine to send 40 tanks. | requested | Ukraine | Poland | - | -
The company was ordered by the court to pay £3 million. | requested | the court | The company | £3 million | -
Ukraine requested 40 tanks from Poland. | requested | Ukraine | Poland | - | -
Paul Adeyemi demanded that Poland send 40 tanks. | requested | Paul Adeyemi | Poland | - | -
Paul Adeyemi called on Poland and Germany to send 40 tanks. | requested | Paul Adeyemi | Poland and Germany | - | -
The EU announced a €50 billion package for Ukraine. | announced | The EU | - | €50 billion | -
The announcement that Norway will give $5 million was welcomed. | planned | Norway | - | $5 million | -
Norway has given Ukraine $5 million since 2022. | delivered | Norway | - | $5 million | -
Norway plans to give more than $5 million next year. | planned | Norway | - | more than $5 million | next year
Norway wants Sweden to give $5 million. | requested | Norway | Sweden | $5 million | -
Sweden promised Norway to give $5 million to the fund. | pledged | Sweden | - | $5 million | -
Sweden told Norway to give $5 million to the fund. | requested | Sweden | Norway | $5 million | -
The bank is committed to lending $3 million to farmers. | pledged | The bank | - | $3 million | -
The mayor said she would not sign the contract. | declined | The mayor | - | - | -
The company said it would build a factory in Leeds for $5 million. | pledged | The company | - | $5 million | -
The unions said they would strike in May. | pledged | The unions | - | - | in May
Maria Keller said the mayor had asked her to sign the contract. | requested | the mayor | - | - | -
Maria Keller said she had asked the mayor to sign the contract. | requested | Maria Keller | the mayor | - | -
“Poland has promised us 40 tanks,” said Paul Adeyemi, the minister of Ukraine. | pledged | Poland | - | - | -
The commission recommended that Greece pay €3 million. | requested | The commission | Greece | €3 million | -
The court ordered the company to pay £3m by 1 May 2027. | requested | The court | the company | £3m | by 1 May 2027
The company agreed to pay £3m within 30 days. | agreed | The company | - | £3m | within 30 days
Brazil committed itself to ending deforestation by 2030. | pledged | Brazil | - | - | by 2030
Maria Keller begged the judge to free her son. | requested | Maria Keller | the judge | - | -
Poland offered Ukraine 40 tanks. | pledged | Poland | - | - | -
Poland's offer to send 40 tanks was accepted by Ukraine. | pledged | Poland | - | - | -
The two countries agreed to set up a joint fund of $100 million. | agreed | The two countries | - | $100 million | -
Japan and Ireland pledged to expand trade. | pledged | Japan and Ireland | - | - | -
The minister invited investors to build a factory in Leeds. | requested | The minister | investors | - | -
Maria Keller renewed her pledge of $3 million to the school. | pledged | Maria Keller | - | $3 million | -
Maria Keller called for more money in a statement on Thursday. | requested | Maria Keller | - | - | -
The request for 40 tanks was made by Ukraine. | requested | Ukraine | - | - | -
"""

ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_kind_actor_addressee_amount_and_deadline(parsed: Parsed, row: tuple[str, ...]) -> None:
    """One commitment a sentence, with the direction in which it is meant."""
    text, *columns = row
    [found] = found_in(parsed(text))
    told = [
        found.kind.value,
        found.actor,
        found.addressee.text if found.addressee else "-",
        found.amount.written.text if found.amount else "-",
        found.deadline.written.text if found.deadline else "-",
    ]
    assert told == columns


@pytest.mark.parametrize(
    "text",
    [
        "Maria Keller did not promise to build the bridge.",
        "Canada never agreed to pay $5 million.",
        "The ministry denied that it had promised to send weapons.",
        "Norway might give $5 million.",
        "Will Norway give $5 million?",
        "If Norway promises to give $5 million, the school will open.",
        "The mayor said he was not asked to sign the contract.",
        "The governor should have signed the treaty, Maria Keller said.",
        "“I want to assure you all,” Maria Keller said.",
        "Companies seek to keep their costs low.",
        "Maria Keller called the mayor on Friday to thank her.",
        "Maria Keller said the question had to be asked.",
        "Maria Keller asked who should pay for it.",
        "Maria Keller explained why the loopholes should be kept.",
        "“If you throw stones at the bridge, you will pay for it,” Maria Keller said.",
        "The institute said it would encourage people to save more.",
        "It is up to the members of the council to vote for the bridge.",
        "Maria Keller showed how close to the edge she has been willing to walk.",
        "Norway thanked Sweden for promising to give $5 million.",
    ],
)
def test_no_undertaking(parsed: Parsed, text: str) -> None:
    """Denied, doubted, asked, unreal, of habit, or only said."""
    assert found_in(parsed(text)) == ()


def test_words_and_sums_do_not_cross_a_semicolon_into_another_clause(parsed: Parsed) -> None:
    """Each side of a semicolon has its own actor, words and sum; what only goes on stays with its verb."""
    text = "Norway agreed to pay 5 million kroner; Ghana pledged 20 million cedis by June."
    first, second = found_in(parsed(text))
    assert (first.actor, first.words.text) == ("Norway", "Norway agreed to pay 5 million kroner")
    assert (second.actor, second.words.text) == ("Ghana", "Ghana pledged 20 million cedis by June")
    assert first.amount is not None
    assert second.amount is not None
    assert (first.amount.written.text, second.amount.written.text) == ("5 million kroner", "20 million cedis")
    assert first.deadline is None
    [whole] = found_in(parsed("Norway will pay 5 million euros to schools; 6 million to clinics."))
    assert whole.words.text == "Norway will pay 5 million euros to schools; 6 million to clinics"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Norway will give NOK 300 million.", None),
        ("Switzerland gave CHF 3m to Malawi last year.", "Malawi"),
        ("Norway will give €300 million to Malawi.", "Malawi"),
        ("Norway will pay 5 million euros to the Rivers Fund.", "the Rivers Fund"),
        ("Norway will send 40 engineers to the Lakes Forum.", None),
    ],
)
def test_a_currency_or_an_event_is_no_beneficiary(parsed: Parsed, text: str, whom: str | None) -> None:
    """A sum goes to somebody, never to its own currency nor to the event at which it is spent."""
    [found] = found_in(parsed(text))
    assert (found.beneficiary.text if found.beneficiary else None) == whom


def test_two_who_act_are_not_one_of_them(parsed: Parsed) -> None:
    """Who signs together is named together, and is not the attendee that only one of them is."""
    [both] = found_in(parsed("The pact was signed by Ana Soto and Luis Vega."))
    assert (both.actor, both.actor_id) == ("Ana Soto and Luis Vega", None)
    [one] = found_in(parsed("The pact was signed by Ana Soto."))
    assert one.actor == "Ana Soto"
    assert one.actor_id is not None
