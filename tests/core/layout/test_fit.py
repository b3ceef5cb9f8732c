"""A brief of one page, whatever comes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings

from briefing.layout.imprint import printed_passages
from briefing.layout.layout import lay_out
from briefing.layout.section.quotes import verbatim
from briefing.model.dossier import Dossier
from briefing.model.facts import Attribution, Kind
from briefing.model.manuscript import Callout, Heading, Manuscript, PageBreak, runs_of
from briefing.render.pdf.writer import PdfRenderer
from tests.core.layout.anything import dossiers
from tests.core.layout.making import FORUM, Scribe, article, dump, settings, two_events, words


@dataclass
class LineCount:
    """A gauge that counts lines of 90 characters, 60 to a page; it remembers how often it was asked."""

    asked: list[int] = field(default_factory=list)

    def pages(self, manuscript: Manuscript) -> int:
        """At least 1."""
        lines = sum(
            1 + math.ceil(len(line) / 90)
            for block in manuscript.blocks
            if not isinstance(block, PageBreak)
            for runs in runs_of(block)
            for line in words(runs).split("\n")
        )
        self.asked.append(lines)
        return max(1, math.ceil(lines / 60))


def one_page(dossier: Dossier, **wanted: object) -> tuple[Manuscript, dict[str, object]]:
    """The one-page brief, measured again, and the parameters of its notice."""
    gauge = LineCount()
    outcome = lay_out(dossier, settings("en", "one-page", None, **wanted), gauge)
    assert LineCount().pages(outcome.value) == 1
    assert len(gauge.asked) < 150
    squeezed = [notice.parameters for notice in outcome.notices if notice.code == "left-out-to-fit"]
    return outcome.value, dict(squeezed[0]) if squeezed else {}


def test_a_short_dossier_is_printed_whole() -> None:
    """Nothing is left out, and nothing is said of it."""
    base = two_events()
    small = replace(base, events=base.events[:1], attendees=base.attendees[:1], commitments=(), quotes=base.quotes[:1])
    manuscript, left_out = one_page(replace(small, figures=()))
    assert left_out == {}
    assert not any(isinstance(block, Callout) for block in manuscript.blocks)


def test_five_thousand_facts_fit_and_the_brief_says_what_it_lacks() -> None:
    """The remark and the notice count what is not there."""
    base = two_events()
    people = tuple(
        replace(each, id=f"{each.id}-{n}", name=f"{each.name} {n}") for n in range(1250) for each in base.attendees
    )
    manuscript, left_out = one_page(replace(base, attendees=people))
    kept = {fact for fact, _ in printed_passages(manuscript)} & {each.id for each in people}
    assert kept
    assert left_out["attendees"] == len(people) - len(kept)
    remark = next(words(block.runs) for block in manuscript.blocks if isinstance(block, Callout))
    assert f"{len(people) - len(kept):,} people" in remark


def test_a_quotation_is_kept_whole_or_left_out() -> None:
    """One of 3,000 words is passed over for those behind it, which are whole."""
    long = "word " * 2999 + "end"
    base = two_events()
    scribe = Scribe(article(long, language="en", path="long.txt"))
    quote = scribe.quote(long, "Jens Stoltenberg", Attribution.NAMED, base.attendees[1].id)
    manuscript, left_out = one_page(
        replace(base, articles=(*base.articles, scribe.source), quotes=(quote, *base.quotes))
    )
    quotes = {each.id: verbatim(each) for each in (quote, *base.quotes)}
    passages = [(fact, text) for fact, text in printed_passages(manuscript) if fact in quotes]
    assert passages
    assert all(quotes[fact] == text for fact, text in passages)
    assert quote.id not in dict(passages)
    assert int(str(left_out["quotes"])) >= 1


@pytest.mark.parametrize("text", ["x" * 10_000, "x " * 5_000])
def test_endless_names_and_titles_fit(text: str) -> None:
    """What heads a page is cut with an ellipsis, facts are left out."""
    scribe = Scribe(article(text, title=text, outlet=text, url=f"https://a.example/{text}", path=text))
    event = scribe.event(text, text, scribe.when(text))
    dossier = Dossier(
        articles=(scribe.source,),
        events=(event,),
        commitments=(scribe.commitment(Kind.PLEDGED, text, text, condition=text),),
        quotes=(scribe.quote(text, text, Attribution.DESCRIBED),),
    )
    one_page(dossier)
    one_page(dossier, title=text, marking=text, prepared_for=text)


def test_many_events_articles_and_disagreements_fit() -> None:
    """Not only facts can be too many."""
    base = two_events()
    _, left_out = one_page(
        replace(
            base,
            articles=(*base.articles, *(article(f"{FORUM}{n}", title=f"Copy {n}") for n in range(300))),
            events=tuple(replace(each, id=f"{each.id}-{n}") for n in range(300) for each in base.events),
            disagreements=base.disagreements * 300,
        )
    )
    assert {"events", "disagreements"} <= {kind for kind, number in left_out.items() if number}
    assert int(str(left_out["sources"])) >= 300


def test_what_stands_in_a_section_given_up_is_counted() -> None:
    """A gauge that bears the head only takes the sections away, and the remark counts their facts."""

    class HeadOnly:
        def pages(self, manuscript: Manuscript) -> int:
            return 1 + any(isinstance(block, Heading) for block in manuscript.blocks)

    outcome = lay_out(two_events(), settings("en", "one-page"), HeadOnly())
    counts = next(notice.parameters for notice in outcome.notices if notice.code == "left-out-to-fit")
    assert (counts["attendees"], counts["commitments"], counts["quotes"]) == (4, 6, 3)
    assert "6 commitments" in dump(outcome.value)


@given_settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers())
def test_any_dossier_fits(dossier: Dossier) -> None:
    """And every quotation in it is whole."""
    manuscript, _ = one_page(dossier)
    texts = {each.id: verbatim(each) for each in dossier.quotes}
    for fact, text in printed_passages(manuscript):
        assert text == texts.get(fact, text)


def test_without_a_gauge_nothing_is_left_out() -> None:
    """A program that cannot measure prints everything rather than guess."""
    manuscript = lay_out(two_events(), settings("en", "one-page")).value
    assert {fact for fact, _ in printed_passages(manuscript)} >= {each.id for each in two_events().quotes}


def test_a_head_that_takes_more_than_a_page_is_said() -> None:
    """A gauge that nothing satisfies ends in a notice."""

    class Never:
        def pages(self, manuscript: Manuscript) -> int:
            return 2 + len(manuscript.blocks)

    outcome = lay_out(two_events(), settings("en", "one-page"), Never())
    assert "does-not-fit" in {notice.code for notice in outcome.notices}
    assert "Brief: Defence Forum" in dump(outcome.value)


@pytest.mark.parametrize("locale", ["de", "uk"])
def test_the_printed_page_is_one_and_holds_more_than_the_head(locale: str) -> None:
    """Measured by the renderer of the PDF itself, with a long title and a crowd of people, promises and quotations."""
    base = two_events()
    crowd = replace(
        base,
        attendees=tuple(replace(each, id=f"{each.id}-{n}") for n in range(60) for each in base.attendees),
        commitments=tuple(replace(each, id=f"{each.id}-{n}") for n in range(60) for each in base.commitments),
        quotes=tuple(replace(each, id=f"{each.id}-{n}") for n in range(60) for each in base.quotes),
    )
    renderer = PdfRenderer()
    manuscript = lay_out(crowd, settings(locale, "one-page", None, title="A long title " * 12), renderer).value
    assert renderer.pages(manuscript) == 1
    assert len(printed_passages(manuscript)) >= 20
