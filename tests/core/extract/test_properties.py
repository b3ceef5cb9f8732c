"""What holds for every article, over articles put together from paragraphs that people wrote.

`BRIEFING_EXAMPLES` multiplies the number of examples; `make fuzz` asks for many.
"""

from __future__ import annotations

import functools
import os
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from briefing.extract.engine import EnglishExtractor, findings_of
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.registry import extractor_for
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.facts import Amount, AttendeeKind, Findings, When
from briefing.model.notice import Outcome
from briefing.model.span import Written
from briefing.pipeline import compose
from tools.fuzz.articles import article_of
from tools.fuzz.oracle import facts_of, faults
from tools.quality.keyed import languages, load

MORE = int(os.environ.get("BRIEFING_EXAMPLES", "1"))
WEATHER = "Rain is expected along the coast overnight, with strong winds and a chance of thunder by the morning."
PITCH = "The grass was wet and slow after the long wet spring, and few of the seats were taken until the second half."
# Another story, with people and an event of its own.
FARMERS = (
    "Elsewhere, goat breeders Oluwaseun Quillfeather and Thandeka Brøndum held a picnic in Lower Wobbleton on a "
    "Sunday in spring, breeders’ secretary Thandeka Brøndum said."
)
DOUBLE = {ord(mark): '"' for mark in "“”«»"}
# Characters that scrapers and word processors leave between words; none of them ends a line.
SPACES = ("\u00a0", "  ", " \u00ad", "\u200b ", " \u2060", "\t", "\u202f", "\u2009", " \ufeff", " \u200e")
ENDS = ("\r\n", " \n", "\n\n", "\u00a0\n", "\t\n", "\n \n", "\n\u200b", " \r\n\r\n", "\v\n", "\u2028\n")


def examples(count: int) -> settings:
    """So many examples, or a multiple of them."""
    return settings(max_examples=count * MORE, suppress_health_check=[HealthCheck.too_slow])


@functools.cache
def texts(language: str = "en") -> tuple[str, ...]:
    """The articles of a language that may be looked at."""
    return tuple(article.text.strip() for article in load(language, "dev"))


def whole(language: str = "en") -> st.SearchStrategy[str]:
    """An article as it was written."""
    return st.sampled_from(texts(language))


def mixed(language: str = "en") -> st.SearchStrategy[str]:
    """An article of paragraphs from many."""
    paragraphs = [line for text in texts(language) for line in text.split("\n") if line.strip()]
    return st.lists(st.sampled_from(paragraphs), min_size=1, max_size=9).map("\n".join)


def found_by_parser(article: Article) -> Findings:
    """What the extractor finds."""
    return findings_of(next(iter(parse((article,)))))


def found_by_rules(article: Article) -> Findings:
    """What it finds where the parser's model is unusable."""
    return findings_of(parse_by_rules(article))


@functools.lru_cache(maxsize=400)
def _cached(article: Article) -> Findings:
    """The same of an article that other examples have too."""
    return found_by_parser(article)


def told(value: Written | When | Amount | None) -> object:
    """What a piece of a fact says, wherever it stands and whichever marks it is in."""
    match value:
        case When(written=written, start=start, end=end):
            return told(written), start, end
        case Amount(written=written, value=number, currency=currency, qualifier=qualifier):
            return told(written), number, currency, qualifier
        case Written(text=text):
            return text.translate(DOUBLE)
    return None


def portrait(findings: Findings) -> Counter[tuple[object, ...]]:
    """All facts without their places."""
    names = {event.id: told(event.name) for event in findings.events}
    facts: list[tuple[object, ...]] = [
        ("event", *map(told, (event.name, event.place, event.when, event.host))) for event in findings.events
    ]
    for one in findings.attendees:
        roles = tuple(sorted(role.text.translate(DOUBLE) for role in one.roles))
        modes = tuple((each.mode, names.get(each.event or ""), told(each.words)) for each in one.attendances)
        facts.append(("attendee", plain(one.name), one.kind, roles, plain(one.organisation), one.country, modes))
    for each in findings.commitments:
        slots = (each.words, each.condition, each.beneficiary, each.addressee, each.amount, each.deadline)
        facts.append(("commitment", each.kind, plain(each.actor), names.get(each.event or ""), *map(told, slots)))
    return Counter([*facts, *spoken(findings)])


def spoken(findings: Findings) -> list[tuple[object, ...]]:
    """Quotations with their speakers, and figures."""
    said = [
        ("quote", plain(each.text), plain(each.speaker), each.attribution, told(each.cue)) for each in findings.quotes
    ]
    return [*said, *(("figure", told(each.words), told(each.amount)) for each in findings.figures)]


def plain(text: str | None) -> str | None:
    """The text with one kind of marks."""
    return None if text is None else text.translate(DOUBLE)


@pytest.mark.parametrize("find", [found_by_parser, found_by_rules])
@examples(20)
@given(data=st.data())
def test_every_fact_is_what_the_text_says(find: Callable[[Article], Findings], data: st.DataObject) -> None:
    """Places cut the words they are given with, sentences hold their facts, and all survives the last look."""
    article = article_of(data.draw(mixed()))
    assert list(faults(article, find(article))) == []


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
@examples(4)
@given(data=st.data())
def test_every_fact_is_what_the_text_says_in_other_languages(language: str, data: st.DataObject) -> None:
    """The same without a parser."""
    article = article_of(data.draw(mixed(language)), language)
    for outcome in extractor_for(language).extract((article,)):
        assert list(faults(article, outcome.value)) == []


@pytest.mark.parametrize("find", [found_by_parser, found_by_rules])
@examples(20)
@given(text=mixed(), chance=st.randoms(use_true_random=False))
def test_stray_white_space_moves_no_place(
    find: Callable[[Article], Findings], text: str, chance: random.Random
) -> None:
    """Line ends of all systems, hard spaces, soft hyphens and marks without width: places stay right."""
    lines = ["".join(_spaced(line, chance)) for line in text.split("\n")]
    article = article_of("".join(line + chance.choice(ENDS) for line in lines))
    assert list(faults(article, find(article))) == []


def _spaced(line: str, chance: random.Random) -> list[str]:
    """The line with other characters in place of some of its spaces, and in some of its words."""
    out = []
    for char in line:
        if char == " " and chance.random() < 0.1:
            out.append(chance.choice(SPACES))
        elif char.isalpha() and chance.random() < 0.01:
            out.append(char + chance.choice("\u00ad\u200b\u0301\u200d"))
        else:
            out.append(char)
    return out


@examples(20)
@given(text=whole(), added=st.sampled_from((WEATHER, PITCH)))
def test_an_unrelated_paragraph_below_changes_no_fact(text: str, added: str) -> None:
    """Weather and wet grass name nobody: every fact, and every part of it, stays."""
    before, after = (portrait(_cached(article_of(each))) for each in (text, f"{text}\n\n{added}"))
    assert before == after


@examples(20)
@given(text=whole())
def test_other_people_with_an_event_of_their_own_change_no_fact_of_the_others(text: str) -> None:
    """A last paragraph about somebody else somewhere else: all that was found before it is found still."""
    before, after = (portrait(_cached(article_of(each))) for each in (text, f"{text}\n\n{FARMERS}"))
    assert not before - after


@examples(15)
@given(text=whole())
def test_an_unrelated_paragraph_above_changes_nobodys_words(text: str) -> None:
    """The head of an article tells of which event it is; who says what, and the figures, do not depend on it."""
    before, after = (Counter(spoken(_cached(article_of(each)))) for each in (text, f"{WEATHER}\n\n{text}"))
    assert before == after


@examples(15)
@given(text=whole(), added=st.sampled_from((WEATHER, PITCH)), at=st.floats(0.0, 1.0))
def test_an_unrelated_paragraph_in_the_middle_changes_no_words_and_no_name(text: str, added: str, at: float) -> None:
    """Who says it may be less sure across it; what is quoted stays, and so does what the people are called."""
    lines = [line for line in text.split("\n") if line.strip()]
    place = 1 + int(at * (len(lines) - 1))
    cut = len("\n".join(lines[:place]))
    article, other = (article_of("\n".join(each)) for each in (lines, (*lines[:place], added, *lines[place:])))
    before, after = _cached(article), _cached(other)
    # Between two paragraphs of one quotation nothing is unrelated.
    assume(not any(quote.parts[0].start < cut < quote.parts[-1].end for quote in before.quotes))
    assert _words_and_names(before, added) == _words_and_names(after, added)


def _words_and_names(findings: Findings, added: str) -> tuple[Counter[str], Counter[str]]:
    """The words of all quotations, and what the people are called.

    Without the words that were added: in a transcript, whoever has the floor says them.
    """
    quoted = Counter(" ".join(quote.text.replace(added, " ").split()) for quote in findings.quotes)
    return quoted, Counter(one.name for one in findings.attendees if one.kind is AttendeeKind.PERSON)


def _with_marks(text: str, marks: str) -> str | None:
    """The article with other double marks, of the same length; `None` where its own are mixed or lack a partner."""
    if any(mark in text for mark in "«»„‟"):
        return None
    lines = []
    for line in text.split("\n"):
        straight, curly = line.count('"'), line.count("“")
        if (straight and curly) or straight % 2 or curly != line.count("”"):
            return None
        pair = iter((marks[0], marks[-1]) * straight)
        lines.append("".join(next(pair) if char == '"' else char for char in line))
    return "\n".join(lines).replace("“", marks[0]).replace("”", marks[-1])


@pytest.mark.parametrize("marks", ['"', "“”", "«»"])
@examples(15)
@given(text=whole())
def test_the_kind_of_quotation_marks_changes_no_fact(marks: str, text: str) -> None:
    """Straight, curly and angled marks are the same marks."""
    other = _with_marks(text, marks)
    assume(other is not None and other != text)
    before, after = (portrait(_cached(article_of(each))) for each in (text, other or ""))
    assert before == after


@examples(6)
@given(articles=st.lists(whole(), min_size=2, max_size=4, unique=True), chance=st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_facts_of_any(articles: list[str], chance: random.Random) -> None:
    """An article's findings are its own, in whatever company it is read."""
    alone = {article.id: _cached(article) for article in map(article_of, articles)}
    chance.shuffle(articles)
    together = [outcome.value for outcome in EnglishExtractor().extract(map(article_of, articles))]
    assert together == [alone[each.article] for each in together]
    assert len(together) == len(articles)


def _dossier(articles: list[Article]) -> Dossier:
    return compose(articles, [Outcome(value=_cached(article)) for article in articles], ())


def _facts(dossier: Dossier) -> dict[str, Counter[Any]]:
    """The facts of a dossier by kind, however they are ordered."""
    kinds = ("events", "attendees", "commitments", "quotes", "figures")
    return {kind: Counter(getattr(dossier, kind)) for kind in kinds}


@examples(12)
@given(articles=st.lists(whole(), min_size=2, max_size=5, unique=True), chance=st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_brief(articles: list[str], chance: random.Random) -> None:
    """Compiled in another order, a dossier has the same facts, and loses none of them to the last look."""
    made = [replace(article_of(text), path=f"{number}.txt") for number, text in enumerate(articles)]
    shuffled = list(made)
    chance.shuffle(shuffled)
    first, second = _dossier(made), _dossier(shuffled)
    assert _facts(first) == _facts(second)
    assert not {notice.code for notice in first.notices} & {"quotation-not-verbatim", "fact-not-in-source"}


def test_articles_that_need_no_bound_are_all_found() -> None:
    """The corpus is there, and says something: the properties above are of facts."""
    assert len(texts()) > 50
    assert sum(len(facts_of(found_by_rules(article_of(text)))) for text in texts()[:5]) > 20
