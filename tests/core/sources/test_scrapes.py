"""Plain-text pages in the manner of many sites: the article stays whole, what surrounds it goes."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.article import Article, RegionKind
from briefing.model.errors import NothingDone
from briefing.sources.dates import find_date
from briefing.sources.labels import author_in
from briefing.sources.scrape import scraped

_MENU = ["Skip to content", "Home", "World", "Business", "Sport", "Weather", "Subscribe", "Log in", "Search"]
_TAIL = [
    "Share this article",
    "Most read",
    "Storm nears the coast as towns prepare",
    "Five books to read on the train this winter",
    "What the new budget means for your savings",
    "Goalkeeper signs for another two seasons",
    "Sign up for our newsletter",
    "© 2024 The Quay. All rights reserved.",
]


def _cuts(article: Article, kind: RegionKind) -> list[str]:
    return [article.text[region.start : region.end] for region in article.regions if region.kind is kind]


def test_a_clean_article_stays_whole(prose: str) -> None:
    """Nothing is dropped from an article that has no page around it."""
    assert _cuts(scraped("a", prose), RegionKind.BODY) == prose.splitlines()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_menu_and_lists_go(prose: str, gap: str) -> None:
    """Menu, title line, date, byline and the lists below are not body; every paragraph is."""
    head = ["Nine countries agree on a plan for ports | The Quay", *_MENU, "Nine countries agree on a plan for ports"]
    page = gap.join([*head, "By Ana Reis", "March 5, 2024 10:15", *prose.splitlines(), *_TAIL])
    article = scraped("a", page)
    assert _cuts(article, RegionKind.BODY) == prose.splitlines()
    assert (article.title, article.outlet) == ("Nine countries agree on a plan for ports", "The Quay")
    assert (article.byline, article.published) == ("Ana Reis", "2024-03-05T10:15")


def test_dates_of_other_articles_are_not_this_ones(prose: str) -> None:
    """Dates beside headlines in the menu are not taken for the article's own."""
    teasers = ["Storm nears the coast", "April 2, 2024", "Five books to read", "March 30, 2024"]
    head = ["Nine countries agree on a plan for ports | The Quay", "Home", *teasers, "Sport", "Search", "Weather"]
    page = "\n".join([*head, "Nine countries agree on a plan for ports", *prose.splitlines(), *_TAIL])
    assert scraped("a", page).published is None


def test_menu_and_lists_go_in_ukrainian(ukrainian: str) -> None:
    """The same holds for a page in Ukrainian."""
    page = ["Головна", "Новини", "Політика", "Спорт", "Увійти", *ukrainian.splitlines(), "Читайте також"]
    page += ["Шторм наближається до узбережжя", "П'ять книжок для зимової подорожі", "Що означає новий бюджет"]
    page += ["© 2024 Причал. Усі права захищено."]
    article = scraped("a", "\n".join(page))
    assert _cuts(article, RegionKind.BODY) == ukrainian.splitlines()
    assert article.language == "uk"


def test_short_lines_inside_the_article_stay(prose: str) -> None:
    """Subheadings, speakers and list items between paragraphs belong to the article."""
    first, second, third = prose.splitlines()
    inner = ["What the plan says", "Nine ports are to be enlarged", "Two new terminals are to be built in the north"]
    page = "\n".join([first, second, *inner, third, first.replace("nine", "ten"), third.replace("2", "3")])
    assert _cuts(scraped("a", page), RegionKind.BODY) == page.splitlines()


def test_lines_wrapped_by_hand_are_joined(prose: str) -> None:
    """A press release wrapped at 60 columns gives one region for each paragraph."""
    import textwrap  # noqa: PLC0415 - only here

    page = "\n\n".join(textwrap.fill(line, 60) for line in prose.splitlines())
    body = [" ".join(cut.split()) for cut in _cuts(scraped("a", page), RegionKind.BODY)]
    assert body == prose.splitlines()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Date:2025-04-11 17:32:49", "2025-04-11T17:32:49"),
        ("2023-12-06 05:00:00-03:00", "2023-12-06T05:00:00-03:00"),
        ("2023-12-06T05:00:00.123Z", "2023-12-06T05:00:00Z"),
        ("6. November 2023 14:03 Uhr", "2023-11-06T14:03"),
        ("April 11, 2025 at 5:32 PM", "2025-04-11T17:32"),
        ("11 de abril de 2025, 10h30", "2025-04-11T10:30"),
        ("11 квітня 2025, 12:30", "2025-04-11T12:30"),
        ("le 1er août 2024", "2024-08-01"),
        ("08.12.2019", "2019-12-08"),
        ("13/04/2025", "2025-04-13"),
        ("03/04/2025", None),
        ("2025-13-44", None),
        ("Friday", None),
    ],
)
def test_dates_as_pages_print_them(written: str, expected: str | None) -> None:
    """Dates in seven languages become ISO 8601; an ambiguous one stays unsaid."""
    assert find_date(written) == expected


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ana Reis", "Ana Reis"),
        ("Par Jean-Luc d’Arc | Publié hier", "Jean-Luc d’Arc"),
        ("Автор: Олена Коваль", "Олена Коваль"),
        ("Von Hans Meyer und Eva Groß", "Hans Meyer und Eva Groß"),
        ("By the way, it rained.", None),
        ("By category", None),
        ("Lisbon", None),
    ],
)
def test_bylines(line: str, name: str | None) -> None:
    """A byline gives a name, and other lines that begin with "by" do not."""
    assert author_in(line) == name


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=25))
def test_any_text_keeps_its_lines(lines: list[str]) -> None:
    """For any text, regions are in order, trimmed, cover each line with a letter in it, and nothing raises."""
    prose = "The ministers of the nine countries have met in the town and they agreed on what is to be done there."
    text = "\n".join([*lines, prose, prose.replace("nine", "ten"), *lines])
    try:
        article = scraped("a", text)
    except NothingDone:
        return
    covered = {at for region in article.regions for at in range(region.start, region.end)}
    at = 0
    for line in text.split("\n"):
        if any(letter.isalnum() for letter in line):
            assert not covered.isdisjoint(range(at, at + len(line)))
        at += len(line) + 1
    for region in article.regions:
        cut = text[region.start : region.end]
        assert cut == cut.strip()


def test_a_megabyte_is_read_in_time(prose: str) -> None:
    """A megabyte of text, and one of menus, take no more than a few seconds on any machine."""
    for page in (prose * 2_000, "\n".join(_MENU * 12_000) + "\n" + prose):
        began = time.process_time()
        with contextlib.suppress(NothingDone):
            scraped("a", page[-1_000_000:])
        assert time.process_time() - began < 6
