"""What holds of every brief, whatever the dossier."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.layout.clean import clean, cut, folded
from briefing.layout.evidence import entries, evidence_of, facts_of, passages
from briefing.layout.imprint import printed_passages
from briefing.layout.section.quotes import verbatim
from briefing.layout.template import SECTIONS
from briefing.locale.reader import available
from briefing.model.dossier import Dossier
from briefing.model.manuscript import Block, Heading, runs_of
from tests.core.layout.anything import dossiers
from tests.core.layout.making import brief, runs_in

NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

anything = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
locales = st.sampled_from(available())
templates = st.sampled_from(["standard", "one-page", "quotes"])
choices = st.none() | st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True).map(tuple)


@anything
@given(dossiers(), locales, templates, choices)
def test_any_dossier_is_laid_out_in_clean_words(
    dossier: Dossier, locale: str, template: str, sections: tuple[str, ...] | None
) -> None:
    """Every locale, template and choice of sections takes every dossier, and no run holds what XML forbids."""
    manuscript = brief(dossier, locale, template, sections=sections)
    furniture, properties = manuscript.furniture, manuscript.properties
    edges = [furniture.header, furniture.footer, properties.title, properties.subject, *properties.keywords]
    for text in [*(run.text for run in runs_in(manuscript.blocks)), *edges]:
        assert clean(text) == text
        assert not NOT_IN_XML.search(text)
        assert text.encode("utf-8").decode("utf-8") == text


@anything
@given(dossiers(), templates, choices)
def test_every_link_has_its_anchor(dossier: Dossier, template: str, sections: tuple[str, ...] | None) -> None:
    """A link within the brief leads somewhere, no anchor stands twice, and other links go to the web only."""
    runs = runs_in(brief(dossier, "uk", template, sections=sections).blocks)
    anchors = Counter(run.anchor for run in runs if run.anchor)
    assert max(anchors.values(), default=1) == 1
    for link in filter(None, (run.link for run in runs)):
        assert link[1:] in anchors if link.startswith("#") else link.startswith(("http://", "https://"))


@anything
@given(dossiers(), locales)
def test_every_fact_is_printed_in_its_own_words(dossier: Dossier, locale: str) -> None:
    """The standard brief prints every fact, always in the words of the dossier and nothing more."""
    expected = {each.id: folded(each.name) for each in dossier.attendees}
    expected |= {each.id: folded(each.words.text) for each in dossier.commitments}
    expected |= {each.id: folded(each.words.text) for each in dossier.figures}
    expected |= {each.id: verbatim(each) for each in dossier.quotes}
    passages = printed_passages(brief(dossier, locale))
    assert {fact for fact, _ in passages} == set(expected)
    for fact, words in passages:
        assert words == expected[fact]


@anything
@given(dossiers())
def test_every_sentence_stands_once_in_the_annex(dossier: Dossier) -> None:
    """Every place of evidence lies in exactly one of its entries, and no two entries share a word."""
    facts = facts_of(dossier)
    texts = {article.id: article.text for article in dossier.articles}
    found = passages(facts, dossier.articles)
    spans = {span for fact in facts for span in evidence_of(fact) if cut(span, texts.get(span.article, ""))}
    assert set(entries(found)) == spans
    for number, passage in enumerate(found, start=1):
        assert passage.number == number
        assert all(passage.span.start <= place.start and place.end <= passage.span.end for place in passage.places)
    for one, other in pairwise(found):
        assert one.span.article != other.span.article or one.span.end <= other.span.start


@anything
@given(dossiers(), templates)
def test_facts_stand_where_they_belong(dossier: Dossier, template: str) -> None:
    """Quotations stand once, and everything else once in its own section."""
    by_section = under_headings(brief(dossier, "en", template, sections=("quotes", "figures", "commitments")).blocks)
    homes = {
        "Key quotations": [each.id for each in dossier.quotes],
        "Key figures": [each.id for each in dossier.figures],
        "Commitments": [each.id for each in dossier.commitments],
    }
    for section, ids in homes.items():
        found = [fact for (one, _), facts in by_section.items() if one == section for fact in facts]
        assert sorted(found) == sorted(ids)


@anything
@given(dossiers(), templates)
def test_a_request_is_never_printed_among_promises(dossier: Dossier, template: str) -> None:
    """Under each heading of the commitments stand those kinds only that it names."""
    kinds = {each.id: each.kind.value for each in dossier.commitments}
    allowed = {
        "Promises and decisions": {"signed", "agreed", "pledged", "announced", "planned"},
        "Already done": {"delivered"},
        "Requests and appeals": {"requested"},
        "Declined": {"declined"},
    }
    for (section, heading), facts in under_headings(brief(dossier, "en", template).blocks).items():
        if section == "Commitments":
            assert {kinds[fact] for fact in facts} <= allowed[heading]
        if section == "At a glance":
            assert {kinds[fact] for fact in facts if fact in kinds} <= allowed["Promises and decisions"]


def under_headings(blocks: tuple[Block, ...]) -> dict[tuple[str, str], list[str]]:
    """The facts printed under each pair of a section's heading and the heading below it."""
    section = heading = ""
    found: dict[tuple[str, str], list[str]] = {}
    for block in blocks:
        if isinstance(block, Heading):
            words = "".join(run.text for run in block.runs)
            section, heading = (words, "") if block.level == 1 else (section, words)
            continue
        facts = [run.fact for runs in runs_of(block) for run in runs if run.fact]
        if facts:
            found.setdefault((section, heading), []).extend(facts)
    return found


@pytest.mark.parametrize("locale", available())
def test_an_empty_dossier_is_a_brief(locale: str) -> None:
    """Nothing in, a title out."""
    manuscript = brief(Dossier(articles=()), locale)
    assert manuscript.properties.title
    assert len(manuscript.blocks) >= 1
