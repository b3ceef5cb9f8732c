"""What looks like an undertaking and is none, beside undertakings that look much like it; sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.commitments.finder import find_commitments
from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.measures.figures import find_figures
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]
PROMISES = frozenset((Kind.SIGNED, Kind.AGREED, Kind.PLEDGED, Kind.ANNOUNCED, Kind.PLANNED, Kind.DELIVERED))

NOTHING = [
    "Neither Serbia nor Kosovo signed the deal.",
    "No country pledged troops.",
    "Few countries will send troops.",
    "Serbia withdrew its pledge of 3 million euros.",
    "Poland doubts that France will send tanks.",
    "It is false that Norway will give $1 billion.",
    "There is no evidence that Finland will pay $3 million.",
    "Rumors say Qatar will give $5 million.",
    "The reports that Serbia agreed to pay 9 million euros were false.",
    "Reports that Serbia agreed to pay 9 million euros were false.",
    "Had Japan signed the deal, the war would have ended.",
    "India almost signed the agreement.",
    "Spain denied that it will send jets.",
    "Spain denies having promised to send jets.",
    "The minister disputed claims that Chad had agreed to host the base.",
    "Officials dismissed reports that Italy will buy the tanks.",
    "The ministry refuted a report that Peru agreed to sell the mine.",
    "Analysts fear that Chad will send troops to the border.",
    "Aid groups wish that Oman would send food.",
    "Investors expect that Greece will sell the port.",
    "Claims that Denmark will sell Greenland are untrue.",
    "It is not true that Chile signed the treaty.",
    "It was untrue that Chile had pledged $5 million.",
    "There is a rumour that Qatar will buy the club.",
    "There are allegations that Turkey agreed to supply the drones.",
    "There is no sign that Egypt will reopen the border.",
    "There is little chance that Egypt will reopen the border.",
    "It is unlikely that Egypt will reopen the border.",
    "Peru broke its promise to protect the forest.",
    "Hungary reneged on its pledge to send 200 soldiers.",
    "Turkey dropped its pledge of $3 million.",
    "Nigeria cancelled the agreement to buy the jets.",
    "The Netherlands went back on its commitment to take in 500 refugees.",
    "Nobody promised to pay for the bridge.",
    "None of the ministers signed the declaration.",
    "None of the states agreed to send troops.",
    "Hardly any donor will pay $1 million.",
    "Scarcely any country pledged money.",
    "Not a single country has pledged $1 million.",
    "Few of the donors pledged money.",
    "Neither government agreed to pay $5 million.",
    "Neither of the presidents signed the agreement.",
    "Were Japan to sign the deal, the war would end.",
    "If Japan signs the deal, the war will end.",
    "Should Japan sign the deal, the war would end.",
    "Ghana nearly agreed to sell the bank.",
    "Ghana failed to sign the treaty.",
    "Ghana failed to deliver the 200 generators it promised.",
    "Kenya has not pledged any troops.",
    "Kenya did not pledge troops.",
    "Kenya has yet to sign the agreement.",
    "Kenya has yet to pledge troops.",
    "Kenya pretended to agree to send troops.",
    "The president stopped short of promising to send troops.",
    "The president fell short of pledging $5 million.",
    "Instead of signing the treaty, Peru left the talks.",
    "The rumour that Qatar will give $5 million was denied by Doha.",
    "Qatar called it false that it had promised to give $5 million.",
    "Qatar called reports that it would give $5 million fake news.",
    "Doha said the report that Qatar had agreed to pay $5 million was fabricated.",
    "It is not clear whether Norway will give $1 billion.",
    "It is doubtful that Norway will give $1 billion.",
    "Norway has no plans to send troops.",
    "Norway has no intention of sending troops.",
    "Norway only pretended to sign the treaty.",
    "Many believe that Norway will pay $5 million.",
    "Analysts predict that Norway will pay $5 million.",
    "Observers think Norway will sign the treaty.",
    "Serbia suspended its pledge of 3 million euros to the fund.",
    "Serbia tore up the agreement that it signed with Kosovo.",
    "Some wrongly believed Japan had signed the deal.",
    "Nothing suggests that Mali will sign the accord.",
    "I wish Norway would pay $5 million.",
    "A hoax said that Norway had agreed to pay $5 million.",
    "Sources deny that Norway agreed to pay $5 million.",
    "Mexico denied agreeing to pay for the wall.",
    "Mexico has denied a report it had agreed to pay $5 million.",
    "It is too early to say that Norway will pay $5 million.",
    "It remains unclear whether Norway will pay $5 million.",
    "Norway was asked whether it will pay $5 million.",
    "Critics say the activists promised too much.",
    "Peru had demanded too much.",
    "Nobody demanded that Chile pay $5 million.",
    "“We never said that we will pay $5 million,” Maria Keller said.",
    "Maria Keller did not say that Norway will pay $5 million.",
    "Nobody has confirmed that Norway will pay $5 million.",
    "Maria Keller said it was not true that Norway had signed the deal.",
    "“It is a lie that we agreed to pay $5 million,” Maria Keller said.",
    "It is a myth that Norway agreed to pay $5 million.",
    "Norway backed out of its agreement to pay $5 million.",
    "Norway walked away from its pledge to pay $5 million.",
    "Norway tore up its promise to build the dam.",
    "Norway has ignored its pledge to send 200 soldiers.",
    "The government was accused of breaking its promise to build schools.",
    "As if Norway had agreed to pay $5 million, the crowd cheered.",
    "The minister joked that Norway will buy Sweden.",
    "Speculation that Norway will buy the bank grew.",
    "Hopes that Norway will sign the treaty faded.",
    "Fears that Norway will withdraw its troops grew.",
    "The prospect that Norway will sign the treaty faded.",
    "The belief that Norway will sign the treaty is wrong.",
    "The media falsely reported that Norway had signed the treaty.",
    "Norway was wrongly said to have signed the treaty.",
    "Poll: many think Norway will sign the treaty.",
    "Not one country signed the treaty.",
    "Very few countries signed the treaty.",
    "Only few states will send troops.",
    "No agreement was signed.",
    "No deal was reached between Norway and Chile.",
    "The treaty was signed by no country.",
    "Neither side agreed to a ceasefire.",
    "Neither of them agreed to pay $5 million.",
    "No one has pledged $5 million.",
    "Not a cent was pledged by Norway.",
]

NO_PROMISE = [
    "Activists hope France will pay $5 million.",
    "Serbia did not agree to recognise Kosovo.",
    "France never promised to withdraw its troops.",
    "France never promised to withdraw.",
    "Brussels demands that Hungary sign the treaty.",
]

ASKED = [
    "The opposition demanded that the government will pay $5 million.",
    "Angola demanded that Portugal return the archives by June 2026.",
    "Critics say Norway should pay $5 million.",
    "Peru demanded that Chile sign the treaty by March 2025.",
    "Peru demands the return of the archives.",
    "Maria Keller demanded that Norway pay $5 million.",
    "Maria Keller urged Norway to pay $5 million.",
    "Maria Keller demanded that Norway withdraw its troops.",
    "Activists urged France to pay $5 million.",
    "Critics urged France to sign the treaty.",
]

REFUSED = [
    "Serbia refused to recognise Kosovo.",
    "Norway refused to send troops.",
    "Norway will not send troops.",
    "Norway rejected the request to extend the loan.",
]

PROMISED = [
    "Donors pledged $4.2 billion.",
    "Norway did not only promise to pay $5 million.",
    "Norway not only promised to pay $5 million but also sent teachers.",
    "There is no doubt that Norway will pay $5 million, Maria Keller said.",
    "France, which hopes to join the bank, will pay $5 million.",
    "France, which denied the reports, will pay $5 million.",
    "France denied the reports and promised to pay $5 million.",
    "Rejecting criticism, France pledged $5 million.",
    "Despite doubts, France agreed to send 200 soldiers.",
    "France dismissed the rumours and agreed to send 200 soldiers.",
    "Maria Keller, who doubts the plan, signed the agreement on Friday.",
    "Maria Keller hopes to finish the school and promised to pay $5 million.",
    "The minister who withdrew the bill promised to pay $5 million.",
    "Norway, which cancelled the flights, agreed to send 200 soldiers.",
    "No fewer than ten countries pledged $5 million.",
    "A few countries pledged troops.",
    "Quite a few countries pledged troops.",
    "Not only Norway but also Chile signed the agreement.",
    "Nearly all donors pledged $5 million.",
    "Norway pledged nearly $5 million.",
    "Almost 30 countries signed the declaration.",
    "Norway agreed to pay almost $5 million.",
    "If asked, Norway will pay $5 million.",
    "Norway promised to pay $5 million if Serbia signs.",
    "Despite false claims, Norway agreed to pay $5 million.",
    "The minister denied a rift and said Norway will pay $5 million.",
    "Norway promised that no troops will be withdrawn.",
    "Norway vowed never to recognise the annexation.",
    "Norway promised not to raise the tariffs.",
    "Norway agreed to withdraw its troops.",
    "Norway agreed to drop the lawsuit.",
    "Norway agreed to cancel the debt.",
    "Norway will cancel the debt of Chad.",
    "Maria Keller confirmed that Norway will pay $5 million.",
    "Maria Keller expects Norway will pay $5 million and announced a fund of $3 million.",
    "Norway is expected to sign the treaty in May.",
    "Norway is due to sign the treaty on Monday.",
    "The two presidents are set to sign the agreement on Monday.",
    "Norway is ready to sign the treaty.",
    "Serbia and Kosovo signed the deal.",
    "“We will pay $5 million,” Maria Keller said.",
    "“No one should doubt that Norway will pay $5 million,” Maria Keller said.",
    "It is true that Norway will pay $5 million, Maria Keller said.",
    "Norway pledged $5 million to fight fake news.",
    "Norway promised to investigate the allegations.",
    "Norway agreed to examine claims that soldiers looted shops.",
    "Denmark signed an agreement to fight false claims.",
    "Norway signed the treaty despite fears of a backlash.",
    "Amid fears of war, Norway pledged $5 million.",
    "Norway kept its pledge to send 200 soldiers and agreed to send more.",
    "Norway renewed its pledge to send 200 soldiers.",
    "After withdrawing from the pact, Norway promised to pay $5 million.",
    "Norway, whose critics mocked it, promised to pay $5 million.",
    "Norway told critics that it will pay $5 million.",
    "Maria Keller told opponents that Norway will build the dam.",
    "The opposition promised to pay $5 million.",
    "The opposition leader said his party will vote against the bill.",
    "The rebels agreed to stop the attacks.",
    "Nobody was surprised when Norway pledged $5 million.",
    "Norway has never wavered and pledged $5 million again.",
    "Neither rain nor wind stopped the event, and Norway pledged $5 million.",
    "After Ghana failed to sign, Norway agreed to pay $5 million.",
    "Norway will provide $5 million and hopes to give more.",
    "Maria Keller hopes that the bridge, which Norway has agreed to build, will open soon.",
    "Norway announced that it will build two schools.",
    "Maria Keller reported that Norway will build two schools.",
    "A report by the ministry said Norway will build two schools.",
    "The United States pledged $4.2 billion.",
    "Donors will give $4.2 billion.",
    "Norway was urged to act and promised to pay $5 million.",
    "He had hoped for more, but Norway agreed to pay only $5 million.",
    "Norway agreed with critics and promised to change the law.",
    "The attendees were expected to leave, but Norway promised to host another round.",
    "“No troops will be withdrawn,” Maria Keller said.",
    "Norway, long in doubt, signed the treaty.",
    "No wonder Norway signed the treaty.",
    "Norway confirmed reports that it will pay $5 million.",
    "The news that Norway will pay $5 million was welcomed.",
    "In a report, Norway promised to pay $5 million.",
    "Norway's promise to pay $5 million was welcomed.",
    "Chile welcomed Norway's pledge of $5 million.",
    "Norway and a few allies pledged $5 million.",
    "The no-fly zone states agreed to send jets.",
    "Maria Keller, who fears a war, vowed to send 200 soldiers.",
    "Norway agreed not to break its promise.",
    "Maria Keller said that Norway, not Chile, will pay $5 million.",
    "Maria Keller said no but promised to pay $5 million.",
    "Norway wants peace and will send 200 soldiers.",
    "Maria Keller believes in the plan and pledged $5 million.",
    "Norway will not only send soldiers but also pay $5 million.",
    "The nearly bankrupt state agreed to sell the port.",
]


def commitments(parse: Parse) -> tuple[Commitment, ...]:
    """Those of a parsed article."""
    clauses = find_clauses(parse)
    cast = build_cast(parse, clauses)
    return find_commitments(parse, clauses, cast, find_quotes(parse, clauses, cast), lambda _: None)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_denied_doubted_wished_or_unreal_is_nothing(text: str, parsed: Parsed) -> None:
    """Denials, doubts, wishes, hearsay, broken pledges, nobody's acts and mere visits are no undertakings."""
    assert commitments(parsed(text)) == ()


@pytest.mark.parametrize("text", NO_PROMISE)
def test_what_may_be_a_request_or_refusal_is_no_promise(text: str, parsed: Parsed) -> None:
    """Whatever else a hope or a denied promise is taken for, it is no promise."""
    assert not PROMISES & {each.kind for each in commitments(parsed(text))}


@pytest.mark.parametrize("text", ASKED)
def test_what_is_demanded_is_requested(text: str, parsed: Parsed) -> None:
    """A demand is a request by who demands it."""
    assert [each.kind for each in commitments(parsed(text))] == [Kind.REQUESTED]


@pytest.mark.parametrize("text", REFUSED)
def test_refusals_stay(text: str, parsed: Parsed) -> None:
    """Who refuses something is not taken for nobody."""
    assert [each.kind for each in commitments(parsed(text))] == [Kind.DECLINED]


@pytest.mark.parametrize("text", PROMISED)
def test_undertakings_beside_words_of_denial_stay(text: str, parsed: Parsed) -> None:
    """A denial, doubt, wish or "no" elsewhere in the sentence takes nothing back."""
    assert PROMISES & {each.kind for each in commitments(parsed(text))} or "troops will be withdrawn" in text


def test_the_opposition_demands_of_the_government(parsed: Parsed) -> None:
    """What the opposition demands that the government will do, the government has not promised."""
    [found] = commitments(parsed("The opposition demanded that the government will pay $5 million."))
    assert (found.kind, found.actor) == (Kind.REQUESTED, "The opposition")
    assert found.addressee is not None
    assert found.addressee.text == "the government"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("BERLIN (AP) — Germany will pay $5 million.", "Germany will pay $5 million", "Germany"),
        ("OTTAWA, Ontario (AP) — Canada will send 200 soldiers.", "Canada will send 200 soldiers", "Canada"),
        ("London, 5 May (BBC) – Britain agreed to pay $5 million.", "Britain agreed to pay $5 million", "Britain"),
        ("NAIROBI, Kenya, March 3 — Kenya agreed to send teachers.", "Kenya agreed to send teachers", "Kenya"),
        ("Geneva/New York, 3 May 2024 – Donors pledged $4.2 billion.", "Donors pledged $4.2 billion", "Donors"),
        ("Ottawa — Canada signed the agreement on Friday.", "Canada signed the agreement on Friday", "Canada"),
        ("TARN, 10 April 2025 - Germany pledged $5 million.", "Germany pledged $5 million", "Germany"),
        ("TARN, 14 May 2025/NordWire/ -- Petrel Bank pledged $5m.", "Petrel Bank pledged $5m", "Petrel Bank"),
        ("Norway — Chile's ally — will pay $5 million.", "Norway — Chile's ally — will pay $5 million", "Norway"),
        ("NATO — the alliance — will pay $5 million.", "NATO — the alliance — will pay $5 million", "NATO"),
    ],
)
def test_a_dateline_neither_acts_nor_speaks(text: str, words: str, actor: str, parsed: Parsed) -> None:
    """Where a report was filed is no actor and no part of the words; a name with an aside is no dateline."""
    [found] = commitments(parsed(text))
    assert (found.words.text, found.actor) == (words, actor)


@pytest.mark.parametrize(
    ("term", "written", "end"),
    [
        ("by March 2025", "by March 2025", "2025-03"),
        ("by May 2026", "by May 2026", "2026-05"),
        ("by May, 2026", "by May, 2026", "2026-05"),
        ("by late March 2025", "by late March 2025", "2025-03"),
        ("by March", "by March", None),
        ("by the end of March 2025", "by the end of March 2025", "2025-03-31"),
        ("by the end of February 2028", "by the end of February 2028", "2028-02-29"),
        ("before the end of March 2025", "before the end of March 2025", "2025-03-31"),
        ("before June 1, 2026", "before June 1, 2026", "2026-05-31"),
        ("before March 1, 2024", "before March 1, 2024", "2024-02-29"),
        ("before June 1", "before June 1", None),
        ("by June 1, 2026", "by June 1, 2026", "2026-06-01"),
        ("by the end of the year 2027", "by the end of the year 2027", "2027"),
    ],
)
def test_deadlines_keep_their_month_and_year(term: str, written: str, end: str | None, parsed: Parsed) -> None:
    """Months that are words too, ends of months, and days before which something is due."""
    [found] = commitments(parsed(f"Norway promised to pay $5 million {term}."))
    assert found.deadline is not None
    assert (found.deadline.written.text, found.deadline.end) == (written, end)


@pytest.mark.parametrize("length", ["five years", "another five years", "two to three years", "two months"])
def test_a_length_is_no_deadline(length: str, parsed: Parsed) -> None:
    """By how much a lease is extended does not say by when."""
    [found] = commitments(parsed(f"Norway agreed to extend the lease by {length}."))
    assert found.deadline is None


@pytest.mark.parametrize("when", ["on Tuesday", "on 5 May", "in May"])
def test_a_figure_ends_before_its_day(when: str, parsed: Parsed) -> None:
    """The day on which a sum was pledged is no part of the sum."""
    [figure] = find_figures(parsed(f"Norway pledged $3.9 billion {when}."))
    assert figure.words.text.endswith("$3.9 billion")
