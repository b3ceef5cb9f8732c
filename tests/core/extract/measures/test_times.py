"""Deadlines as written, and the dates that the text settles."""

from __future__ import annotations

import pytest

from briefing.extract.measures.times import Term, TermFinder
from briefing.model.article import Article, Region, RegionKind


def terms(text: str, published: str | None = None) -> list[Term]:
    """Its times to come."""
    region = Region(start=0, end=len(text), kind=RegionKind.BODY)
    article = Article(id="a", path="-", text=text, regions=(region,), published=published)
    return TermFinder(article).find(0, len(text))


@pytest.mark.parametrize(
    ("text", "written", "start", "end"),
    [
        ("It will be done by the end of 2024.", "by the end of 2024", None, "2024"),
        ("It will be done by 2030.", "by 2030", None, "2030"),
        ("It opens in the first quarter of 2026.", "in the first quarter of 2026", "2026-01", "2026-03"),
        ("It opens by the second half of 2026.", "by the second half of 2026", None, "2026-12"),
        ("It opens at the start of 2026.", "at the start of 2026", "2026", "2026"),
        ("It opens by the end of June.", "by the end of June", None, None),
        ("There will be meetings soon with them.", "soon", None, None),
        ("It is due within three months.", "within three months", None, None),
        ("It comes next year.", "next year", None, None),
        ("They resist it in the years to come.", "in the years to come", None, None),
        ("Aid comes between 2023 and 2029.", "between 2023 and 2029", "2023", "2029"),
        ("Send it no later than Sept. 10, 2018.", "no later than Sept. 10, 2018", None, "2018-09-10"),
        ("It opens on 5 December 2023.", "on 5 December 2023", "2023-12-05", "2023-12-05"),
        ("It opens in June 2025.", "in June 2025", "2025-06", "2025-06"),
        ("It comes as soon as possible.", "as soon as possible", None, None),
        ("They meet on Friday.", "on Friday", None, None),
        ("It will reply within 30 working days.", "within 30 working days", None, None),
        ("The gazette comes within a fortnight.", "within a fortnight", None, None),
        ("She will do it in her first hundred days.", "in her first hundred days", None, None),
        ("The cable is laid by Easter.", "by Easter", None, None),
        ("They apply by the autumn.", "by the autumn", None, None),
        ("It is staffed this fiscal year.", "this fiscal year", None, None),
        ("The school closes at the end of the school year.", "at the end of the school year", None, None),
        ("They will train 20 people for two years.", "for two years", None, None),
    ],
)
def test_deadlines_as_written(text: str, written: str, start: str | None, end: str | None) -> None:
    """The words with their preposition, and the dates that they settle by themselves."""
    [found] = terms(text)
    assert (found.when.written.text, found.when.start, found.when.end) == (written, start, end)


def test_a_page_stamp_alone_settles_nothing() -> None:
    """A repost's own date makes no year of "next year" and no date of a weekday."""
    found = terms("They meet on Friday and again next year.", published="2025-04-11T17:32:49")
    assert [(term.when.start, term.when.end) for term in found] == [(None, None), (None, None)]


def test_a_date_that_the_text_confirms_settles_what_hangs_on_it() -> None:
    """Where the text names a day close to the article's date, "next year" and "within three months" are settled."""
    found = terms("On December 5 they said it comes next year, within three months.", published="2023-12-06")
    assert [(term.when.start, term.when.end) for term in found] == [
        ("2023-12-05", "2023-12-05"),
        ("2024", "2024"),
        (None, "2024-03-06"),
    ]


@pytest.mark.parametrize("text", ["He paid $2025 for 2,024 units.", "After 10 years of war they may come."])
def test_numbers_and_past_spans_are_no_deadlines(text: str) -> None:
    """Sums, counts and lengths of time are no deadlines, and the verb "may" is no month."""
    assert terms(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It opens tomorrow.", "2024-06-25", "2024-06-25"),
        ("It opens tonight.", "2024-06-24", "2024-06-24"),
        ("It opens this Friday.", "2024-06-28", "2024-06-28"),
        ("It opens on Monday.", "2024-07-01", "2024-07-01"),
        ("It opens next Friday.", None, None),
        ("It opens next month.", "2024-07", "2024-07"),
        ("It opens by the end of the year.", None, "2024"),
        ("It opens by the end of July.", None, "2024-07-31"),
        ("It opens by the end of February.", None, None),
        ("It opens within three days.", None, "2024-06-27"),
        ("It opens within three working days.", None, None),
        ("It opens this fiscal year.", None, None),
        ("It opens on 5 July.", "2024-07-05", "2024-07-05"),
    ],
)
@pytest.mark.parametrize(
    "dateline",
    [
        "Accra, Monday, 24th June, 2024: The ministry met. ",
        "ACCRA, June 24, 2024 (TNA) - The ministry met. ",
        "ACCRA, Tarn (June 24, 2024) — The ministry met. ",
        "24 June 2024\n\nThe ministry met. ",
    ],
)
def test_the_dateline_settles_what_is_reckoned_from_it(
    dateline: str, text: str, start: str | None, end: str | None
) -> None:
    """The calendar's days only; of "next Friday" nobody knows which it is."""
    found = terms(dateline + text)[-1]
    assert (found.when.start, found.when.end) == (start, end)


@pytest.mark.parametrize(
    "lead",
    [
        "The law of 24 June 2024: it has three parts. ",
        "The ministry met on 24 June 2024 in Accra. ",
        "It met. The pact of June 24, 2024 - the third - failed. ",
        "June 24-26, 2024: The ministry meets. ",
    ],
)
def test_a_date_in_a_sentence_is_no_dateline(lead: str) -> None:
    """Nor are several days."""
    assert terms(lead + "It opens tomorrow.")[-1].when.end is None
