"""What is told as background, as usual, of private people or to the reader; on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.commitments.registers import Register
from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

Parsed = Callable[..., Parse]

_ADVICE = "You need a good knife for your kitchen. Keep your herbs dry, and they will serve you well. "
_DIARY = "I left my room at dawn. My bag was heavy, and I walked along the river to my village. "


def _found(parsed: Parsed, text: str) -> list[tuple[Kind, str]]:
    return [(each.kind, each.words.text) for each in findings_of(parsed(text)).commitments]


@pytest.mark.parametrize(
    "text",
    [
        "In 1874 the Tarn Republic declared an amnesty for the sailors. The town has 3,000 people in 2024.",
        "In the 1960s Paul Adeyemi promised to build a bridge. The town has 3,000 people in 2024.",
        "The lender, which opposed the bill, has three branches in Tarn.",
        "Maria Keller sang the songs she will perform in the spring.",
        "Maria Keller was tired, and she decided to leave the valley.",
        "Maria Keller was seeking to leave the valley in those days.",
        "Firms that are required to insure their drivers pay more.",
        "After the mayor announced a curfew, crowds gathered at the gate.",
        "Maria Keller completed her primary school in Harland.",
        "Paul Adeyemi doubled his fortune of $4 million.",
        "It is the same service that would be offered at the clinic, the minister said.",
    ],
)
def test_background_is_left_out(parsed: Parsed, text: str) -> None:
    """Former times, what only tells who or what is meant, and what somebody once decided for himself."""
    assert _found(parsed, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 2021 the Tarn Council pledged to build a bridge, it said in 2024.", Kind.PLEDGED),
        ("The ministry said it planned to build a bridge.", Kind.PLANNED),
        ("The government decided to close the road on Monday.", Kind.PLANNED),
        ("They held a meeting in which Harland and Ruritania signed a treaty on Monday.", Kind.SIGNED),
        ("Crowds gathered after the ministry imposed a curfew of three days.", Kind.ANNOUNCED),
        ("“We have to build the bridge,” Minister Maria Keller said.", Kind.REQUESTED),
        ("The council will meet the firm, which has pledged $3 million for the road.", Kind.PLEDGED),
    ],
)
def test_news_beside_background_stays(parsed: Parsed, text: str, kind: Kind) -> None:
    """What bodies decided, what was said to be planned, and what a clause with "which" adds as news."""
    assert kind in [found for found, _ in _found(parsed, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Most companies offer discounts of $20 to families.",
        "Every year, the Tarn Institute asks teachers to name their wishes.",
        "The firm offers scholarships and loans of $500 to students.",
        "Your designer will send a plan of the garden.",
        "The Tarn Library asks you to leave the books at the door.",
        "The board does not know what the ministry is planning to do.",
        "Voters doubt what the ministry does and what it is planning to do.",
        "Most firms are planning parties to please their owners.",
        "The shares are expected to continue to be popular.",
        "Paul Adeyemi returned to the list of owners at No. 4 with $80 million.",
        "The company plans to conquer the markets of the north.",
        "The capital will be called Tarn, the minister said.",
        "Pilots have to train every six months, the minister said.",
        "“We have good partners to build the bridge,” Minister Maria Keller said.",
        "“God will forgive us,” Minister Maria Keller said.",
        "The minister asked God to help the valley.",
    ],
)
def test_what_is_usual_or_hoped_for_is_left_out(parsed: Parsed, text: str) -> None:
    """Services described, habits, words to a reader, outcomes."""
    assert _found(parsed, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“I plan to open my own little shop,” Maria Keller said.",
        "Maria's husband asked her to wash the shirts.",
        "“I told my mother to pack the bags,” Maria Keller said.",
        "“Mama gave me 300 shillings,” Maria Keller said.",
        "Police asked witnesses to come forward.",
    ],
)
def test_private_affairs_are_left_out(parsed: Parsed, text: str) -> None:
    """What people of no office plan for themselves, and ask of or give to those close to them."""
    assert _found(parsed, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We plan to open a clinic,” Health Minister Maria Keller said.", Kind.PLANNED),
        ("Council president Paul Adeyemi urged motorists to use the bypass.", Kind.REQUESTED),
        (
            "“I will open three stations,” said Paul Adeyemi, director of passenger services at Tarn Rail.",
            Kind.PLANNED,
        ),
        ("President Maria Keller asked him to release the money.", Kind.REQUESTED),
    ],
)
def test_people_in_office_are_no_private_people(parsed: Parsed, text: str, kind: Kind) -> None:
    """The same forms of somebody who answers for something."""
    assert kind in [found for found, _ in _found(parsed, text)]


@pytest.mark.parametrize(
    "text",
    [
        _ADVICE + "The shop will deliver the knives.",
        _DIARY + "We will build a raft of wood, I thought.",
        _DIARY + "Maria agreed to show me the caves.",
    ],
)
def test_advice_and_diaries_undertake_nothing_in_their_own_voice(parsed: Parsed, text: str) -> None:
    """A piece to its reader, and one of somebody who writes of himself."""
    assert _found(parsed, text) == []


@pytest.mark.parametrize(
    ("text", "advises", "personal"),
    [
        (_ADVICE, True, False),
        (_DIARY, False, True),
        ("Speech of the mayor. " + _DIARY + _ADVICE, False, False),
        ("Speaker You met You's guests. You said You would come. The council met them.", False, False),
        ("The council met on Monday. What will you do, it asked? What is your plan? Do you know?", False, False),
    ],
)
def test_in_what_voice_an_article_is_written(parsed: Parsed, text: str, *, advises: bool, personal: bool) -> None:
    """Neither a speech, nor a surname, nor what is asked in an interview speaks to the reader."""
    register = Register(parsed(text), lambda _: False)
    assert (register.advises, register.personal) == (advises, personal)


def test_a_notice_below_a_report_is_not_its_voice(parsed: Parsed) -> None:
    """What a page asks of its readers says nothing of the article above."""
    report = "The ministry will build a bridge.\nThe mayor agreed to pay.\nWork begins in June.\n"
    notice = "Send us your letters. You keep your rights, and your letter keeps to your words."
    assert not Register(parsed(report + notice), lambda _: False).advises
