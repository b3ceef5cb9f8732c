"""Text from the clipboard."""

from __future__ import annotations

import pytest

from briefing.sources.pasted import pasted

LINE = 'PARIS, May 5 (AP) - President Emmanuel Macron said: "France will pay 3 million euros."'


def test_a_single_line_is_an_article() -> None:
    """What was put in on purpose is taken as it stands, and goes by its first words."""
    (article,) = pasted(LINE.encode()).value

    assert [article.text[region.start : region.end] for region in article.body()] == [LINE]
    assert article.title == "PARIS, May 5 (AP) - President Emmanuel Macron said: …"


def test_an_article_is_read_like_any_other(prose: str) -> None:
    """Running text without a heading has the title of its first words, whole where they are few."""
    (article,) = pasted(prose.encode()).value

    assert article.title is not None
    assert prose.split(maxsplit=1)[0] in article.title


@pytest.mark.parametrize("data", [b"", b" \n ", b"<div><a href=x>Home</a></div>"])
def test_nothing_is_nothing(data: bytes) -> None:
    """Neither emptiness nor a page without an article makes one, and what is told names no file."""
    outcome = pasted(data)

    assert outcome.value == ()
    assert all(notice.place is None for notice in outcome.notices)
