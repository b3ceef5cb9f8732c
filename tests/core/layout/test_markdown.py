"""The editor's Markdown as blocks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.clean import clean
from briefing.layout.markdown import MOST_CHARACTERS, blocks
from briefing.model.manuscript import Callout, Heading, Listing, Paragraph, Run, Table, Tone, runs_of
from tests.core.layout.anything import ODD
from tests.core.layout.making import runs_in, words


def said(text: str) -> list[str]:
    """The words of each paragraph, item and cell."""
    return [words(runs) for block in blocks(text) for runs in runs_of(block)]


def test_headings_stand_below_that_of_the_section() -> None:
    """The highest heading of the text is of level 2, whatever it was typed as; the rest are of level 3."""
    found = blocks("## One\n\n### Two\n\n##### Three")
    assert [(each.level, words(each.runs)) for each in found if isinstance(each, Heading)] == [
        (2, "One"),
        (3, "Two"),
        (3, "Three"),
    ]


def test_emphasis_is_a_tone() -> None:
    """Bold is strong, italic is emphasis, both together are strong."""
    (found,) = blocks("a **b** *c* ***d*** `e*`")
    assert isinstance(found, Paragraph)
    assert [(run.text, run.tone) for run in found.runs if run.text.strip()] == [
        ("a ", Tone.PLAIN),
        ("b", Tone.STRONG),
        ("c", Tone.EMPHASIS),
        ("d", Tone.STRONG),
        (" e*", Tone.PLAIN),
    ]


def test_links_lead_to_the_web_or_nowhere() -> None:
    """Addresses of other kinds are the words they stand under."""
    text = "[a](https://x.example/y) [b](javascript:alert) [c](mailto:q@x.example) [d](#src-1) [e](file:///etc) <ftp:g>"
    runs = runs_in(blocks(text))
    assert [(run.text, run.link) for run in runs if run.link] == [("a", "https://x.example/y")]
    assert words(tuple(runs)) == "a b c d e ftp:g"


def test_html_and_images_are_words() -> None:
    """Markup is printed as it was typed, an image as the words that stand for it."""
    assert said("<script>x</script>\n\n<b>y</b> &lt; ![a *red* map](http://x.example/p.png)") == [
        "<script>x</script>",
        "<b>y</b> < a red map",
    ]


def test_nested_lists_are_lines_of_their_item() -> None:
    """One list in print, whose items hold what was nested, deeper levels indented."""
    (found,) = blocks("1. a\n2. b\n   - c\n     1. d\n\n   e\n3. f")
    assert isinstance(found, Listing)
    assert found.numbered
    nested = "b\n–\xa0c\n\xa0\xa0\xa01.\xa0d\ne"
    assert [words(item) for item in found.items] == ["a", nested, "f"]


def test_a_list_that_goes_on_keeps_its_numbers() -> None:
    """Numbers that do not begin at 1 are printed as typed."""
    assert said("1. a\n\nin between\n\n2. b\n3. c") == ["a", "in between", "2.\xa0b", "3.\xa0c"]


def test_quotations_of_the_editor_are_no_quotations_of_a_source() -> None:
    """A block quotation is a remark: the form of verbatim words is theirs alone."""
    assert all(isinstance(each, Callout) for each in blocks("> a\n> b\n>\n> - c"))
    assert said("> a\n> b\n>\n> - c\n> - d") == ["a b", "–\xa0c\n–\xa0d"]


def test_code_and_rules_are_words() -> None:
    """Code keeps its lines; a rule is what books print for one."""
    assert said("```py\nx = 1\ny = *2*\n```\n\n---\n\nz  \nq") == ["x = 1\ny = *2*", "* * *", "z\nq"]


def test_a_table_is_a_table() -> None:
    """Columns and rows as typed; one that no page can hold is lines."""
    (found,) = blocks("|a|b|\n|-|-|\n|**c**|d|\n|e|")
    assert isinstance(found, Table)
    assert [[words(cell) for cell in row] for row in (found.header, *found.rows)] == [["a", "b"], ["c", "d"], ["e", ""]]
    wide = "|" + "a|" * 20 + "\n|" + "-|" * 20
    assert said(wide) == [" · ".join("a" * 20)]
    assert said("|a|\n|-|\n|b|") == ["a", "b"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "[a]: http://b.example", "# \n\n>\n\n```\n```"])
def test_text_without_words_is_nothing(text: str) -> None:
    """Blank text gives no blocks at all."""
    assert blocks(text) == ()


PATTERNS = {
    "quotations": "> " * 300 + "end",
    "items": "".join("  " * depth + "- a\n" for depth in range(200)) + "  " * 200 + "- end",
    "brackets": "[" * 5000 + "end",
    "images": "![" * 2500 + "end",
    "emphasis": "*a **b " * 700 + "end",
    "stars": "*" * 2500 + "end" + "*" * 2500,
    "one long paragraph": "a *b* " * 5000 + "end",
}


@pytest.mark.parametrize("text", PATTERNS.values(), ids=PATTERNS.keys())
def test_hostile_markdown_loses_no_word(text: str) -> None:
    """What a parser gives up on is printed as it was typed."""
    assert "end" in "".join(said(text))


def test_a_text_without_end_is_cut_visibly() -> None:
    """Beyond the bound stands an ellipsis."""
    (found,) = said("word " * MOST_CHARACTERS)
    assert found.endswith("word …")
    assert len(found) <= MOST_CHARACTERS + 2


marks = st.sampled_from([*"#*_`>-+[]()!<>&;|\\~\n\n\n  1.:'\"", "[a](http://[x", "&#x202e;", "&#0;", "\n---\n"])
hostile = st.lists(marks | st.sampled_from(ODD) | st.text(max_size=5), max_size=80).map("".join)


@given(hostile)
def test_any_text_is_laid_out_in_clean_words(text: str) -> None:
    """Whatever is typed, runs are clean, links go to the web, and no letter of the Latin alphabet is lost."""
    found = runs_in(blocks(text))
    for run in found:
        assert clean(run.text) == run.text
        assert run.link is None or re.match(r"https?://\S+$", run.link)
        assert run.fact is None
        assert run.anchor is None


@given(st.lists(st.text(alphabet="abc xyz", min_size=1), min_size=1).map("\n\n".join))
def test_plain_words_stay_as_they_are(text: str) -> None:
    """Paragraphs without marks come out with every word."""
    assert " ".join(said(text)).split() == [word for word in text.split() if word]


def test_runs_are_plain_records() -> None:
    """A paragraph without marks is one run without a language, since it is in the reader's."""
    assert blocks("a b") == (Paragraph(runs=(Run(text="a b"),)),)
