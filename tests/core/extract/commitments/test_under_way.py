"""Plans that no verb of planning tells: work in progress, plans had, what will be open, brought or received."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Officials are working to relocate 270 households.", Kind.PLANNED),
        ("The university is organizing a networking session for the farmers.", Kind.PLANNED),
        ("“We have plans to increase the number of buses,” Maria Keller said.", Kind.PLANNED),
        ("Two restaurants will open in Tarn in October.", Kind.PLANNED),
        ("The course will be available to schools in May.", Kind.PLANNED),
        ("The new factory will employ 240 people in its first phase, Maria Keller said.", Kind.PLANNED),
        ("The producers will receive $50,000 each.", Kind.PLANNED),
        ("Tarn Bank will continue to invest in schools.", Kind.PLANNED),
        ("The government aims to recover the square.", Kind.PLANNED),
        ("Customers are urged to save water.", Kind.REQUESTED),
        ("The unions demanded the council to reinstate the drivers.", Kind.REQUESTED),
        ("The government has ordered a probe into the fire.", Kind.REQUESTED),
        ("Maria Keller opposed bringing the reactors back.", Kind.DECLINED),
        ("The two sides agreed to a raise of 5 percent.", Kind.AGREED),
        ("The club confirmed that Paul Adeyemi will join it in June.", Kind.ANNOUNCED),
        ("Calling the news painful, she asked the schools to open their doors.", Kind.REQUESTED),
    ],
)
def test_what_is_under_way_is_found(parsed: Parsed, text: str, kind: Kind) -> None:
    """Each with its kind."""
    assert [each.kind for each in findings_of(parsed(text)).commitments] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "If Norway pays for it, the school will open.",
        "The sun will rise in the east.",
        "There are no plans to close the school.",
        "Officials were working to find out more.",
        "The factory employs 240 people.",
        "He was asked to leave.",
        "The winner will receive applause.",
    ],
)
def test_what_is_not_is_left_out(parsed: Parsed, text: str) -> None:
    """Conditions, denials, the past, what is usual and what nobody gives."""
    assert findings_of(parsed(text)).commitments == ()
