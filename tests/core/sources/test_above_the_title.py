"""What stands above a title and below an article, and is neither."""

from __future__ import annotations

import pytest

from briefing.model.article import Article, RegionKind
from briefing.sources.scrape import scraped

PROSE = (
    "PARIS (AP) — Donors pledged more than four billion dollars for Sudan at a conference in Paris on Monday, the "
    "French foreign minister said after the talks had ended late in the evening.\n\n"
    "“We will not forget the people of Sudan,” the minister said at the end of the meeting in the French capital."
)


def _kinds(article: Article, words: str) -> set[tuple[RegionKind, str | None]]:
    at = article.text.index(words)
    return {(region.kind, region.reason) for region in article.regions if region.start <= at < region.end}


def test_a_breadcrumb_alone_is_no_title() -> None:
    """The line below it is."""
    article = scraped("a", f"Home > World\nDonors pledge billions for Sudan\n\n{PROSE}\n")
    assert article.title == "Donors pledge billions for Sudan"
    assert _kinds(article, "Home") == {(RegionKind.JUNK, "breadcrumb")}


def test_an_address_alone_is_the_articles_address_and_no_title() -> None:
    """A pasted article often begins with where it was."""
    article = scraped("a", f"https://news.example/world/1\n\n{PROSE}\n")
    assert article.title is None
    assert article.url == "https://news.example/world/1"
    titled = scraped("a", f"https://news.example/world/1\nDonors pledge billions for Sudan\n\n{PROSE}\n")
    assert (titled.title, titled.url) == ("Donors pledge billions for Sudan", "https://news.example/world/1")


@pytest.mark.parametrize("title", ["Ministers eat <b>fish</b> & chips", "Shares of A -> B rise", "Why x > y matters"])
def test_a_sign_within_a_title_is_no_breadcrumb(title: str) -> None:
    """Tags and arrows in a title belong to it, unless words stand before them as the steps of a path do."""
    article = scraped("a", f"{title}\n\n{PROSE}\n")
    assert article.title is not None
    assert title.endswith(article.title)
    assert "fish" in article.title or "fish" not in title


def test_a_notice_of_rights_at_the_end_is_no_paragraph() -> None:
    """It is dropped with its reason; one in the middle of an article stays."""
    rights = "Copyright 2024 The Associated Press. All rights reserved."
    article = scraped("a", f"Donors pledge billions for Sudan\n\n{PROSE}\n\n{rights}\n")
    assert _kinds(article, "Copyright") == {(RegionKind.JUNK, "legal")}
    middle = scraped("a", f"Donors pledge billions for Sudan\n\n{rights}\n\n{PROSE}\n")
    assert _kinds(middle, "PARIS") == {(RegionKind.BODY, None)}


def test_a_paragraph_that_ends_in_a_quotation_is_no_title() -> None:
    """A note of one paragraph is an article, whatever stands last in it."""
    text = 'The mayor, Paul Adeyemi, spoke on Tuesday about the library. He said: "We will keep the library open."'
    article = scraped("a", f"{text}\n")
    assert article.title is None
    assert _kinds(article, "library open") == {(RegionKind.BODY, None)}


def test_a_menu_and_what_it_calls_for_are_no_title() -> None:
    """The first line below them is; a title with one outlet behind a bar stays one."""
    page = f"Home | News | Sport | Weather\nSign up for our newsletter\nDonors pledge billions\nBy Ann Lee\n\n{PROSE}\n"
    assert scraped("a", page).title == "Donors pledge billions"
    assert scraped("a", f"Donors pledge billions | The Quay\n\n{PROSE}\n").title == "Donors pledge billions"


def test_a_lead_of_one_sentence_is_no_title() -> None:
    """Prose follows it at once; a short sentence, or one above a byline, may be a title."""
    lead = "Energy Minister Ana Lopes promised 3 million euros for the port."
    bare = scraped("a", f"{lead}\n\n{PROSE}\n")
    assert bare.title is None
    assert _kinds(bare, lead) == {(RegionKind.BODY, None)}
    titled = scraped("a", f"{lead}\nBy Ann Lee\n3 June 2025\n\n{PROSE}\n")
    assert titled.title == lead
    assert _kinds(titled, lead) == {(RegionKind.BODY, None)}, "the text below does not say it again"
    again = scraped("a", f"{lead}\nBy Ann Lee\n\n{lead[:-1]}, she said.\n\n{PROSE}\n")
    assert (again.title, _kinds(again, lead)) == (lead, {(RegionKind.TITLE, None)})
    assert scraped("a", f"Donors pledge billions.\n\n{PROSE}\n").title == "Donors pledge billions."


def test_a_title_below_a_menu_is_found_by_the_words_it_shares_with_the_article() -> None:
    """Menu items, a section and another story's headline stand above it; a caption below it is not taken for it."""
    menu = "Skip to content\nTop stories\nMan bites dog in garden of palace\nWorld\n"
    page = f"{menu}Donors pledge billions for Sudan\nBy Ann Lee\nDonors for Sudan at a conference in Paris\n\n{PROSE}\n"
    assert scraped("a", page).title == "Donors pledge billions for Sudan"


def test_numbered_headlines_below_their_heading_are_no_article() -> None:
    """A list that no heading of other articles announces belongs to the text."""
    rows = "1. Star Ivo Tamsin to marry in May\n2. Mayor Petrel Keller will sue"
    page = f"Donors pledge billions\n\n{PROSE}\n\n{PROSE.replace('Paris', 'Tarn')}\n\n"
    read = scraped("a", f"{page}Most read\n{rows}\n")
    assert all({kind for kind, _ in _kinds(read, row)} == {RegionKind.JUNK} for row in rows.split("\n"))
    told = scraped("a", f"{page}The council decided on two things:\n{rows}\n")
    assert all(_kinds(told, row) == {(RegionKind.BODY, None)} for row in rows.split("\n"))


def test_a_lead_above_a_picture_with_its_credit_is_read() -> None:
    """The sign of copyright in the credit of a picture ends no article."""
    lead = "Donors weigh what they can give."
    above = "Home\nNews\nDonors pledge billions for Sudan\nBy Ann Lee\nShare"
    read = scraped("a", f"{above}\n{lead}\n© guoya / Getty Images\n\n{PROSE}\n")
    assert _kinds(read, lead) == {(RegionKind.BODY, None)}
