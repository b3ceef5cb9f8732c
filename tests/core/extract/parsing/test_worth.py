"""Which paragraphs are read at all."""

from __future__ import annotations

import time

import pytest

from briefing.extract.engine import EnglishExtractor
from briefing.extract.parsing.worth import MOST_REPEATED, SHORTEST_NOISE, readable
from tools.fuzz.articles import article_of
from tools.quality.keyed import languages, load

PROSE = "The minister of transport, who came by train, said on Monday “no bridge will be closed before the spring”."
GUESTS = (
    "Guests included Ana Moreira, Piet de Vries, Kwame Osei, Lucía Ibáñez, Nguyễn Văn Hùng, Chen Jia, Park Min-seo, "
    "Tomasz Zieliński, Amina al-Rashid, Ivan Petrenko, João Silva, Mary O'Neill, Fatoumata Diallo, Jürgen Weiß, "
    "Siti Rahma, Olu Adeyemi, Grace Wanjiru, Ravi Menon, Elena Popescu, Mehmet Yılmaz, Hana Suzuki and Bo Lindqvist."
)
NOISE = ("((([{", "“”", "he said ", "President John Smith ", "12,345 ", "\u200b", "\ud800", "* ", "$5 million, ")


@pytest.mark.parametrize("unit", NOISE)
def test_a_row_of_one_thing_is_not_read(unit: str) -> None:
    """The paragraph beside it is."""
    row = (unit * 1000).strip()[: SHORTEST_NOISE + 400].strip()
    article = article_of(f"{row}\n{GUESTS}\n{row} ")
    assert [article.text[one.start : one.end] for one in readable(article)] == [GUESTS]


@pytest.mark.parametrize("language", languages())
def test_every_paragraph_that_people_wrote_is_read(language: str) -> None:
    """In all articles of the corpus that may be looked at."""
    for text in (each.text for each in load(language, "dev")):
        article = article_of(text)
        assert tuple(readable(article)) == tuple(article.body())


def test_the_length_of_a_paragraph_is_no_reason() -> None:
    """An article that lost its paragraphs is read, and so is a short row of marks."""
    for text in (" ".join(each.text.replace("\n", " ") for each in load("en", "dev")), "* * *", "—" * 40):
        assert len(list(readable(article_of(text)))) == 1


def test_the_same_line_is_read_so_many_times() -> None:
    """Different lines between them do not matter."""
    lines = [line for number in range(50) for line in (PROSE, f"{number}. {PROSE}")]
    assert len(list(readable(article_of("\n".join(lines))))) == 50 + MOST_REPEATED


def test_a_megabyte_of_noise_costs_nothing_and_hides_no_fact() -> None:
    """What stands beneath it is found."""
    noise = "“he said that he said " * 50_000
    begun = time.process_time()
    (outcome,) = EnglishExtractor().extract([article_of(f"{noise}\n{PROSE}\n")])
    assert time.process_time() - begun < 5
    assert [quote.text for quote in outcome.value.quotes] == ["no bridge will be closed before the spring"]
