"""Facts the editor makes of marked words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import by_hand
from briefing.dossier.verifying import verified
from briefing.model.dossier import Dossier
from briefing.model.errors import UsageError
from briefing.model.facts import AttendeeKind, Attribution, Kind, Mode
from tests.core.dossier.build import article

TEXT = (
    "Ministers met in Vilnius on Tuesday. Anna Kovalenko spoke of hope.\n"
    "“We shall build ten bridges by spring,” she said. Her colleague nodded.\n"
    "The hall was full.\n"
)
EMPTY = Dossier(articles=())


def _selected(words: str, *, marks: bool = False) -> by_hand.Selection:
    source = article(TEXT)
    start = TEXT.index(words)
    return by_hand.select(source, start, start + len(words), marks=marks)


def test_a_quotation_is_cut_from_the_article_without_its_marks() -> None:
    """Marked with its quotation marks and a stray space, a quotation is its words only, verbatim."""
    quote = by_hand.quote(_selected("“We shall build ten bridges by spring,” ", marks=True), "Anna Kovalenko", EMPTY)

    assert quote.text == "We shall build ten bridges by spring,"
    assert quote.attribution is Attribution.NAMED
    assert quote.evidence.rule == by_hand.RULE
    whole = Dossier(articles=(article(TEXT),), quotes=(quote,))
    assert verified(whole).value.quotes == (quote,)


def test_a_quotation_of_nobody_known_has_no_name() -> None:
    """Who does not say whose the words are gets a quotation without a speaker."""
    assert by_hand.quote(_selected("The hall was full."), None, EMPTY).attribution is Attribution.UNKNOWN


def test_the_evidence_is_the_sentence_around() -> None:
    """A fact rests on the whole sentence that holds the marked words, not on its neighbours."""
    row = by_hand.attendee(_selected("Anna Kovalenko"), AttendeeKind.PERSON, Mode.IN_PERSON, "Mayor", EMPTY)

    (span,) = row.attendances[0].evidence.spans
    assert span.cut(TEXT) == "Anna Kovalenko spoke of hope."
    assert row.roles[0].text == "Mayor"
    assert verified(Dossier(articles=(article(TEXT),), attendees=(row,))).value.attendees == (row,)


def test_a_commitment_stays_within_a_paragraph() -> None:
    """Words of one paragraph make a commitment; those of two are refused."""
    made = by_hand.commitment(_selected("We shall build ten bridges by spring"), Kind.PLEDGED, "Anna Kovalenko", EMPTY)
    assert (made.kind, made.actor, made.words.text) == (
        Kind.PLEDGED,
        "Anna Kovalenko",
        "We shall build ten bridges by spring",
    )

    over = by_hand.select(article(TEXT), TEXT.index("Her"), TEXT.index("full"))
    with pytest.raises(UsageError, match="selection-too-long"):
        by_hand.commitment(over, Kind.PLEDGED, None, EMPTY)


def test_nothing_but_space_is_no_selection() -> None:
    """White space between two paragraphs cannot be made a fact."""
    with pytest.raises(UsageError, match="nothing-selected"):
        by_hand.select(article(TEXT), TEXT.index("\n"), TEXT.index("\n") + 1)


def test_the_speaker_proposed_is_the_one_the_text_leaves() -> None:
    """The only person named in the sentence is proposed, and nobody where there are none."""
    source = article(TEXT)
    row = by_hand.attendee(_selected("Anna Kovalenko"), AttendeeKind.PERSON, Mode.IN_PERSON, None, EMPTY)
    said = by_hand.quote(_selected("We shall build ten bridges by spring"), row.name, EMPTY)
    dossier = Dossier(articles=(source,), attendees=(row,), quotes=(said,))

    assert by_hand.proposed_speaker(source, _selected("hope"), dossier) == "Anna Kovalenko"
    assert by_hand.proposed_speaker(source, _selected("ten bridges"), dossier) == "Anna Kovalenko"
    assert by_hand.proposed_speaker(source, _selected("nodded"), dossier) == "Anna Kovalenko"
    assert by_hand.proposed_speaker(source, _selected("The hall"), dossier) is None


@given(st.text(alphabet="ab .\n“”\"'é🙂\u200f", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_whatever_is_marked_is_verbatim_or_refused(text: str, one: int, other: int) -> None:
    """No text and no selection yields a quotation that its article does not have."""
    source = article(text)
    try:
        selection = by_hand.select(source, min(one, other), max(one, other), marks=True)
    except UsageError:
        return
    quote = by_hand.quote(selection, None, EMPTY)

    assert verified(Dossier(articles=(source,), quotes=(quote,))).value.quotes == (quote,)
