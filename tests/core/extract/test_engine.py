"""The extractor as its callers see it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from briefing.extract.engine import EnglishExtractor
from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.spacy_stage import ModelUnusable
from briefing.extract.registry import extractor_for
from briefing.model.article import Article
from briefing.model.facts import Findings

TEXT = (
    "Kenyan President Amina Odhiambo opened the Lake Trade Forum in Kisumu on Friday.\n"
    "“We will build two ports by 2027,” she said. Uganda was represented by Minister Paul Okello."
)


def _broken(_: Iterable[Article]) -> Iterator[Parse]:
    raise ModelUnusable("altered")


def _ids(findings: Findings) -> list[str]:
    facts = (findings.events, findings.attendees, findings.commitments, findings.quotes, findings.figures)
    return [fact.id for kind in facts for fact in kind]


def test_the_same_text_gives_the_same_findings(make_article: Callable[..., Article]) -> None:
    """Ids depend on content only and are unique."""
    article = make_article(TEXT)
    first, second = (next(iter(extractor_for("en").extract((article,)))).value for _ in range(2))
    assert first == second
    assert len(set(_ids(first))) == len(_ids(first)) > 4


def test_articles_are_taken_a_few_at_a_time(make_article: Callable[..., Article]) -> None:
    """A caller can stop early: however many articles there are, only so many are read ahead as are parsed together."""
    taken: list[int] = []

    def articles() -> Iterator[Article]:
        for number in range(1000):
            taken.append(number)
            yield make_article(TEXT * 50)

    next(iter(EnglishExtractor().extract(articles())))
    assert 1 <= len(taken) < 10


def test_articles_in_other_languages_keep_their_place(make_article: Callable[..., Article]) -> None:
    """What is not read is told in its turn, though what is read is parsed together."""
    languages = ["en", "de", "en", None, "xx", "en"]
    articles = [make_article(f"{TEXT} {i}", language=language) for i, language in enumerate(languages)]
    outcomes = list(EnglishExtractor().extract(iter(articles)))
    assert [outcome.value.article for outcome in outcomes] == [article.id for article in articles]
    assert [bool(outcome.value.quotes) for outcome in outcomes] == [True, False, True, True, False, True]


def test_without_a_model_the_rules_go_on(make_article: Callable[..., Article]) -> None:
    """A refused model is one notice per article, and what is found is less certain."""
    (outcome,) = EnglishExtractor(parser=_broken).extract((make_article(TEXT),))
    assert [(notice.code, dict(notice.parameters)) for notice in outcome.notices] == [
        ("model-unusable", {"reason": "altered"})
    ]
    names = {attendee.name for attendee in outcome.value.attendees}
    assert names >= {"Amina Odhiambo", "Paul Okello"}
    assert all(a.attendances[0].evidence.confidence < 0.7 for a in outcome.value.attendees)


def test_another_language_is_a_notice(make_article: Callable[..., Article]) -> None:
    """Facts are not made up from a language that is not read."""
    (outcome,) = EnglishExtractor().extract((make_article("Il a dit oui.", language="fr"),))
    assert outcome.value == Findings(article=outcome.value.article)
    assert [notice.code for notice in outcome.notices] == ["language-not-extracted"]


@pytest.mark.parametrize(
    "text", ["", "“", "He said: “", "\ud800\ud800 said “\x00”.", "A" * 30_000, "said said said. " * 300]
)
def test_odd_text_breaks_nothing(make_article: Callable[..., Article], text: str) -> None:
    """Whatever the body holds, the findings are valid records."""
    for outcome in EnglishExtractor().extract((make_article(text),)):
        assert outcome.value.article


def test_an_unrelated_paragraph_changes_no_persons_mode(make_article: Callable[..., Article]) -> None:
    """A paragraph about the weather leaves everybody's part as it was."""
    plain, longer = (
        next(iter(EnglishExtractor().extract((make_article(text),)))).value
        for text in (TEXT, TEXT + "\nRain fell on the hills.")
    )
    assert [(a.name, a.attendances[0].mode) for a in plain.attendees] == [
        (a.name, a.attendances[0].mode) for a in longer.attendees
    ]


SEEDS = Path(__file__).parents[3] / "seeds"
KEY = Path(__file__).parents[2] / "quality" / "seeds.json"


def test_the_people_of_the_samples(make_article: Callable[..., Article]) -> None:
    """Nearly all 21 rows of the key to the samples have an accepted mode, and nobody else is found."""
    right, extra = 0, []
    for entry in json.loads(KEY.read_text(encoding="utf-8"))["articles"]:
        text = (SEEDS / entry["file"]).read_text(encoding="utf-8")
        first, last = text.index(entry["body_first"]), text.index(entry["body_last"]) + len(entry["body_last"])
        body = "".join(char if first <= at < last or char == "\n" else " " for at, char in enumerate(text))
        article = make_article(body, published=entry["published"])
        (outcome,) = EnglishExtractor().extract((article,))
        wanted = {row["name"].casefold(): row["modes"] for row in entry["attendees"]}
        found = {one.name.casefold(): one.attendances[0].mode.value for one in outcome.value.attendees}
        right += sum(found.get(name) in modes for name, modes in wanted.items())
        extra += [one for one in found if one not in wanted]
    assert (right >= 19, extra) == (True, [])


def test_they_beside_somebody_do_not_refer_to_themselves(make_article: Callable[..., Article]) -> None:
    """A plural joined to a name by a parser is nobody in particular, and no rule goes round in circles over it."""
    text = (
        "Voters said that they, and not Clinton, have a better plan. "
        "Clinton replied, “They chose me twice in this town,” they said."
    )
    (outcome,) = extractor_for("en").extract((make_article(text),))
    assert [quote.text for quote in outcome.value.quotes] == ["They chose me twice in this town,"]
