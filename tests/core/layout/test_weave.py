"""Sentences of the catalogue with runs in their places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.clean import clean, folded
from briefing.layout.weave import joined, listing, run, unbroken, unbroken_date, weave
from briefing.locale.reader import available, find
from briefing.model.manuscript import Runs
from tests.core.layout.making import words


def named(*texts: str) -> list[Runs]:
    """One item per text."""
    return [(run(text),) for text in texts]


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6), st.sampled_from(available()))
def test_a_list_reads_as_the_language_writes_it(texts: list[str], locale: str) -> None:
    """Runs in a list are the words that a plain list has, whatever characters they hold."""
    printed = [text for text in map(folded, texts) if text and not re.search("[\ue000-\uf8ff]", text)]
    join = find(locale).listing
    assert words(listing(join, named(*printed))) == clean(join(printed))


def test_a_list_knows_the_sound_that_follows() -> None:
    """Spanish "y" is "e" before an i, though the names are runs."""
    assert words(listing(find("es").listing, named("María", "Ignacio"))) == "María e Ignacio"


def test_stand_ins_in_the_words_do_no_harm() -> None:
    """Private-use characters of a source stay where they are."""
    items = named("\ue001a\ue000", "b")
    assert [each.text for each in listing(find("en").listing, items)] == ["\ue001a\ue000", " and ", "b"]
    filled = weave(lambda places: f"<{places['x']}>", {"x": items[0], "y": items[1]})
    assert [each.text for each in filled] == ["<", "\ue001a\ue000", ">"]


def test_an_endless_list_is_still_a_list() -> None:
    """More items than there are stand-ins."""
    runs = listing(find("en").listing, named(*(str(number) for number in range(7_000))))
    assert words(runs).startswith("0, 1, 2, ")
    assert words(runs).endswith(", 6998, 6999")
    assert len([each for each in runs if each.text.isdigit()]) == 7_000


def test_joining_skips_what_is_empty() -> None:
    """No separator stands alone."""
    assert words(joined([(), *named("a"), (), *named("b"), ()], " · ")) == "a · b"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("5–6 грудня 2023 р.", "5–6~грудня 2023~р."),
        ("December 5, 2023", "December~5,~2023"),
        ("December 5\u2009–\u20096, 2023", "December~5_–_6,~2023"),
        ("5 de diciembre de 2023", "5~de diciembre de 2023"),
        ("28. September 2023 – 3. Oktober 2024", "28.~September 2023 – 3.~Oktober 2024"),
        ("2023 – 2024", "2023 – 2024"),
        ("in the years to come", "in the years to come"),
    ],
)
def test_a_day_stays_with_its_month(text: str, whole: str) -> None:
    """The year may stand on the next line."""
    assert unbroken_date(text).replace("\N{NO-BREAK SPACE}", "~").replace("\N{NARROW NO-BREAK SPACE}", "_") == whole


def test_a_number_stays_with_what_it_counts() -> None:
    """But not with the words before it."""
    assert unbroken("about 27 billion US dollars") == "about 27\N{NO-BREAK SPACE}billion US dollars"
