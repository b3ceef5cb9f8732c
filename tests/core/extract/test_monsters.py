"""Articles made of one thing over and over, and such as broke the extractor once."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.bounds import LONGEST_PARAGRAPH, LONGEST_SENTENCE, bounded
from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.parsing.worth import SHORTEST_NOISE
from briefing.model.article import Article
from tools.fuzz.articles import article_of, ramble
from tools.fuzz.oracle import faults

SIZE = 12_000
UNITS = {
    "marks": "' \"“", "straight": '"', "curly": "“", "pairs": "“a” ", "names": "A B C D ",
    "full names": "John Smith ", "brackets": "((", "nested": "([{", "digits": "7", "numbers": "1,234 ", "spaces": " ",
    "one word": "a", "newlines": "\n", "said": "said ", "he said": "he said ", "sums": "$5 ", "dates": "May 4, ",
    "asides": "John, who said ", "quotations": '"a," said John Smith. ', "titles": "Minister ",
    "offices": "Minister of ", "commas": ", ", "lists": "John Smith, ", "colons": "A: ", "dots": ".",
    "possessives": "s' ", "lines": "“We will,” he said.\n", "turns": "SMITH: We will.\n",
    "promises": "pledged $5 million by 2027 ", "hyphens": "a-", "halves": "\ud800", "no width": "\u200b",
    "left open": "“We\n", "presidents": "President John Smith ",
}  # fmt: skip
CROWDS = (
    "{name} Miller said the {plan} and {name} Marsh agreed.",
    "Ann {name} said: “We will {plan}",
    "“We will {plan},” said Ann {name}.",
    "France pledged $5 million to {name} by 2027 for {plan}.",
)
BY_PARSER = ("marks", "pairs", "he said", "straight", "halves", "sums", "promises")
# Ordinary text costs about 0.1 s for so much, the square of its length cost minutes.
SECONDS = 5.0
# A crowd is real work, slower where coverage is counted; each compared with each would take minutes.
CROWDED = 40.0


def _parsed(article: Article) -> Parse:
    return next(iter(parse((article,))))


def _monstrous(kind: str, size: int) -> Article:
    """One thing over and over, in lines just short and just different enough to be read."""
    line = (UNITS[kind].replace("\n", " ") * SHORTEST_NOISE)[: SHORTEST_NOISE - 10]
    if "\n" in UNITS[kind]:
        line = UNITS[kind].strip()
    return article_of("\n".join(f"{number} {line}" for number in range(size // (len(line) + 4))))


@pytest.mark.parametrize("kind", UNITS)
def test_one_thing_over_and_over_costs_no_more_than_prose(kind: str) -> None:
    """Whatever an article is made of, its facts are found in time that grows with its length only."""
    _check(_monstrous(kind, SIZE), parse_by_rules)


@pytest.mark.parametrize("kind", BY_PARSER)
def test_the_same_with_a_parser(kind: str) -> None:
    """The parser's own time is not counted."""
    _check(_monstrous(kind, SIZE // 3), _parsed)


@pytest.mark.parametrize("kind", UNITS)
def test_the_same_in_one_paragraph_is_not_even_read(kind: str) -> None:
    """Five seconds for a megabyte are more than it takes."""
    article = article_of((UNITS[kind] * 200_000)[:200_000])
    begun = time.process_time()
    parsed = parse_by_rules(article)
    assert time.process_time() - begun < 1.0
    assert len(parsed.tokens) < SIZE


def _check(article: Article, parser: Callable[[Article], Parse], most: float = SECONDS) -> None:
    parsed = parser(article)
    begun = time.process_time()
    findings = findings_of(parsed)
    took = time.process_time() - begun
    assert took < most
    assert not list(faults(article, findings))


@pytest.mark.parametrize("line", CROWDS)
def test_a_crowd_costs_as_much_for_each_as_one(line: str) -> None:
    """A thousand people of one surname, quotations that never close, pledges: nobody is compared with everybody."""
    words = iter(ramble(200_000).replace(".", "").split())
    names = (f"{next(words)}{next(words)}".title() for _ in range(1_000))
    text = "\n".join(line.format(name=name, plan=" ".join(islice(words, 4))) for name in names)
    _check(article_of(text), _parsed, CROWDED)


@pytest.mark.parametrize(
    "text",
    [
        "Talks were led by Ahmed al",  # a particle that ends the article
        "He met Ahmed bin al",
        "\ud800\ud800 said “\x00”.",
    ],
)
def test_what_broke_it_once(text: str) -> None:
    """Each of these was an exception."""
    article = article_of(text)
    for parser in (parse_by_rules, _parsed):
        assert not list(faults(article, findings_of(parser(article))))


def test_a_sentence_beyond_all_bounds_is_cut_and_loses_no_word() -> None:
    """Pieces keep to the bounds, follow each other, and have their trees to themselves."""
    parsed = parse_by_rules(article_of(ramble(60_000).replace(".", ", and then")))
    cut = bounded(parsed)
    assert [token.text for token in cut.tokens] == [token.text for token in parsed.tokens]
    assert max(one.last - one.first for one in cut.sentences) <= LONGEST_SENTENCE
    assert max(one.last - one.first for one in cut.paragraphs) <= LONGEST_PARAGRAPH
    for stretches in (cut.sentences, cut.paragraphs):
        assert [one.first for one in stretches[1:]] == [one.last for one in stretches[:-1]]
    assert all(cut.tokens[token.head].sentence == token.sentence for token in cut.tokens)


def test_an_ordinary_article_is_left_as_it_is() -> None:
    """Bounds are for what is no prose."""
    parsed = parse_by_rules(article_of("The minister spoke. She left.\nNobody asked why."))
    assert bounded(parsed) is parsed
