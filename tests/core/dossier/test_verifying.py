"""The last look before print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.verifying import verified
from briefing.model.dossier import Dossier
from briefing.model.notice import Severity
from briefing.model.span import Span, Written
from tests.core.dossier.build import Scribe, article

SCRIBE = Scribe(article("Ana Silva spoke in Riga. “We  will\npay,” Ana Silva said. The sum is 5 euros."))


def _dossier() -> Dossier:
    facts = SCRIBE.findings(
        attendees=(SCRIBE.person("Ana Silva", role="spoke"),),
        quotes=(SCRIBE.quote("We  will\npay,", "Ana Silva"),),
        commitments=(SCRIBE.commitment("will\npay", "Ana Silva"),),
        figures=(SCRIBE.figure("5 euros", "5", 5),),
    )
    return compile_dossier([SCRIBE.source], [facts])


def test_what_the_source_says_is_kept() -> None:
    """White space apart, the words are those of the source: nothing is taken out."""
    dossier = _dossier()
    outcome = verified(dossier)
    assert outcome.value == dossier
    assert outcome.notices == ()


@pytest.mark.parametrize("text", ["We will pay", "We will pay, now", "we will pay,", "We will  pay;"])
def test_a_quotation_with_one_other_character_is_not_printed(text: str) -> None:
    """A lost comma, an added word, a changed case: the quotation goes, and the user is told its words."""
    dossier = _dossier()
    altered = replace(dossier, quotes=(replace(dossier.quotes[0], text=text),))
    outcome = verified(altered)
    assert outcome.value.quotes == ()
    assert [(n.severity, n.code, n.parameters["words"]) for n in outcome.notices] == [
        (Severity.ERROR, "quotation-not-verbatim", text)
    ]
    assert outcome.value.notices == outcome.notices


def test_a_fact_whose_words_stand_elsewhere_is_not_printed() -> None:
    """An attendee whose name is not at its place goes, with a notice."""
    dossier = _dossier()
    astray = Written(text="Ana Silva", span=Span(article=SCRIBE.source.id, start=3, end=12))
    outcome = verified(replace(dossier, attendees=(replace(dossier.attendees[0], names=(astray,)),)))
    assert outcome.value.attendees == ()
    assert [notice.code for notice in outcome.notices] == ["fact-not-in-source"]


def test_a_fact_of_an_unknown_article_is_not_printed() -> None:
    """Evidence in an article that is not there proves nothing."""
    outcome = verified(replace(_dossier(), articles=()))
    value = outcome.value
    assert (value.attendees, value.commitments, value.quotes, value.figures) == ((), (), (), ())
    assert len(outcome.notices) == 4


def test_a_span_past_the_end_is_not_printed() -> None:
    """A place beyond the text is no place."""
    dossier = _dossier()
    far = Span(article=SCRIBE.source.id, start=5000, end=5010)
    quote = replace(dossier.quotes[0], evidence=replace(dossier.quotes[0].evidence, spans=(far,)))
    assert verified(replace(dossier, quotes=(quote,))).value.quotes == ()


def test_words_put_out_of_their_order_are_no_quotation() -> None:
    """Each part stands in the source and the text is theirs, but nobody said them in this order."""
    quote = SCRIBE.quote("We  will\npay,", "Ana Silva")
    parts = (SCRIBE.place("pay,"), SCRIBE.place("We  will"))
    swapped = replace(quote, parts=parts, text="pay, We will")
    outcome = verified(Dossier(articles=(SCRIBE.source,), quotes=(swapped,)))
    assert [notice.code for notice in outcome.notices] == ["quotation-not-verbatim"]
