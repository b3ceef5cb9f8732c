"""The date of a page is that on which it was published, where it says so."""

from __future__ import annotations

import pytest

from briefing.sources.dates import find_date, find_stamp
from briefing.sources.scrape import scraped


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Updated 6 March 2024 18:02 | Published 5 March 2024 10:15", "2024-03-05T10:15"),
        ("Published 5 March 2024 10:15, updated 6 March 2024 18:02", "2024-03-05T10:15"),
        ("Last updated: 2024-03-06T18:02:00Z", "2024-03-06T18:02:00Z"),
        ("Aktualisiert am 6. März 2024, veröffentlicht am 5. März 2024", "2024-03-05"),
        ("Mis à jour le 6 mars 2024. Publié le 5 mars 2024", "2024-03-05"),
        ("Оновлено 06.03.2024, опубліковано 05.03.2024", "2024-03-05"),
        ("Atualizado em 06/03/2024", None),
        ("Upstate, 5 March 2024", "2024-03-05"),
    ],
)
def test_published_comes_before_updated(line: str, date: str | None) -> None:
    """An update's date stands in only where there is no other; half a word is no label."""
    assert find_date(line) == date


def test_a_stamp_tells_what_it_is_of() -> None:
    """For whoever has another line to choose from."""
    assert [stamp and stamp.updated for stamp in map(find_stamp, ("Updated 6 March 2024", "6 March 2024", "none"))] == [
        True, False, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ["Updated: 6 March 2024", "Published: 5 March 2024"],
        ["Last updated", "6 March 2024", "5 March 2024"],
        ["Published: 5 March 2024", "Updated: 6 March 2024"],
        ["By Ana Reis | Updated 6 March 2024", "5 March 2024"],
    ],
)
def test_the_line_with_the_day_of_publication_is_found(prose: str, lines: list[str]) -> None:
    """Whichever of the two lines stands first, and where the label has a line of its own."""
    page = "\n".join(["Ministers agree on a common plan for the ports", *lines, prose])

    assert scraped("page", page).published == "2024-03-05"
