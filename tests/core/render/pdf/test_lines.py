"""Breaking lines: nothing sticks out, nothing gets lost, names stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.manuscript import ParagraphStyle, Run, Runs, Theme, Tone
from briefing.render.pdf.atoms import Line
from briefing.render.pdf.characters import printable
from briefing.render.pdf.faces import Typecase
from briefing.render.pdf.lines import Compositor
from briefing.render.pdf.styles import style_sheet
from tests.core.render.strategies import runs as any_runs

BODY = style_sheet(Theme())[ParagraphStyle.BODY]
TITLE = style_sheet(Theme())[ParagraphStyle.TITLE]
CASE = Typecase()


def shown(line: Line) -> str:
    """What stands on the line, inserted hyphens as a plus sign."""
    return "".join("+" if piece.inserted else piece.text for piece in line.pieces).rstrip()


def lines(text: str, measure: float, language: str = "en") -> list[str]:
    """The lines of one run of body text."""
    return [shown(line) for line in Compositor(CASE, language).lines((Run(text=text),), BODY, measure)]


@settings(max_examples=150, deadline=None)
@given(any_runs(), st.floats(12, 500))
def test_no_line_is_wider_than_its_measure(runs: Runs, measure: float) -> None:
    """Save one that holds a single letter, which nothing can narrow."""
    for line in Compositor(CASE, "en").lines(runs, BODY, measure):
        assert line.width <= measure + 0.1 or len(shown(line).strip("+ \u0301\u0308")) <= 2


@settings(max_examples=150, deadline=None)
@given(any_runs(), st.floats(12, 500))
def test_no_letter_is_lost_or_added(runs: Runs, measure: float) -> None:
    """White space may fold, and joiners without a shape may go."""
    set_ = "".join(
        piece.text
        for line in Compositor(CASE, "uk").lines(runs, BODY, measure)
        for piece in line.pieces
        if not piece.inserted
    )
    given_ = "".join(printable(run.text) for run in runs)
    keep = [character for character in given_ if not character.isspace() and character in set(set_)]
    assert [character for character in set_ if not character.isspace()] == keep


def test_words_are_divided_where_their_language_divides_them() -> None:
    """In the run's own language; with a hyphen that is no part of the words."""
    assert lines("Die Zusammenarbeit", 80, "de") == ["Die Zusammen+", "arbeit"]


def test_names_are_not_divided() -> None:
    """A capital marks a name, save where common nouns have one."""
    assert lines("with Stoltenberg", 80) == ["with", "Stoltenberg"]


def test_compounds_break_after_their_hyphen_and_get_no_other() -> None:
    """`co-operation` may end a line after `co-`; a range of numbers may not be parted."""
    assert lines("aaaaa trans-Atlantic", 70)[0] == "aaaaa trans-"
    assert lines("aaaaaaaa 2023-2024", 60) == ["aaaaaaaa", "2023-2024"]


def test_soft_hyphens_show_only_where_they_are_needed() -> None:
    """In the middle of a line they are nothing."""
    assert lines("Straßen\u00adbahn", 300) == ["Straßenbahn"]
    assert lines("Straßen\u00adbahn", 55) == ["Straßen+", "bahn"]


def test_spaces_that_do_not_break_hold() -> None:
    """A number stays with its unit."""
    assert lines("worth of 27\u00a0bn", 55) == ["worth of", "27\u00a0bn"]


def test_a_preposition_of_one_letter_goes_with_its_word() -> None:
    """In Ukrainian and its neighbours; where the column is too narrow for both, it may stand alone."""
    for measure in range(60, 200, 7):
        assert not any(line.endswith(" з") for line in lines("Керівник делегації з питань оборони", measure, "uk"))
    assert lines("з оборонних", 40, "uk")[0] == "з"


def test_addresses_break_at_their_joints() -> None:
    """Not in the middle of a word of theirs, where there is a joint near the edge."""
    first, *_ = lines("https://example.org/some/folder/and/another/one/page", 140)
    assert first.endswith("/")


def test_a_newline_ends_the_line_and_an_empty_paragraph_has_one() -> None:
    """Two newlines leave a line empty."""
    assert lines("a\n\nb", 100) == ["a", "", "b"]
    assert lines("", 100) == [""]


def test_a_reference_stays_with_its_word() -> None:
    """No line begins with the number of a source."""
    runs = (Run(text="aaaa bbbb cccc"), Run(text="12", tone=Tone.REFERENCE))
    for measure in range(40, 110, 3):
        found = Compositor(CASE, "en").lines(runs, BODY, measure)
        assert not shown(found[-1]).startswith("12")


@pytest.mark.parametrize("measure", [300.0, 380.0, 450.0])
def test_titles_are_evened_out(measure: float) -> None:
    """The lines of a title differ by less than the greedy way leaves them."""
    runs = (Run(text="International Defense Industries Forum and the Conference in Washington"),)
    widths = [line.width for line in Compositor(CASE, "en").lines(runs, TITLE, measure)]
    assert min(widths) > 0.45 * max(widths)


def test_the_theme_sets_the_space_between_paragraphs() -> None:
    """A factor of what each kind of paragraph usually keeps free above it."""
    usual, half = (style_sheet(Theme(spacing=spacing))[ParagraphStyle.BODY] for spacing in (1.0, 0.5))

    assert half.above == pytest.approx(usual.above / 2, abs=0.01)
    assert half.leading == usual.leading


def test_a_range_of_numbers_does_not_break_at_its_dash() -> None:
    """A dash between words is a place to break, one between days is none."""
    narrow = [lines(text, 60) for text in ("from summer–autumn", "Warsaw 15–16", "Berlin 15.–16.")]

    assert narrow == [["from", "summer–", "autumn"], ["Warsaw", "15–16"], ["Berlin", "15.–16."]]


@pytest.mark.parametrize("measure", range(150, 240, 5))
def test_a_no_break_space_between_two_runs_is_no_place_to_break(measure: int) -> None:
    """A source and its sentence stay together, whatever type they are set in."""
    reference = (Run(text="[2]", tone=Tone.REFERENCE), Run(text="\u00a0"), Run(text="E25", tone=Tone.REFERENCE))
    found = Compositor(CASE, "en").lines((Run(text="that will strengthen (agreed)\u00a0"), *reference), BODY, measure)

    assert "[2] E25" in shown(found[-1])
