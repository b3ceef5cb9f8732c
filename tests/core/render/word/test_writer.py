"""What Word gets to see of each block."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import docx
import pytest

from briefing.model.manuscript import (
    Block,
    Callout,
    Furniture,
    Heading,
    Listing,
    Manuscript,
    PageBreak,
    Pairs,
    Paper,
    Paragraph,
    ParagraphStyle,
    Properties,
    Quotation,
    Run,
    Table,
    Theme,
    Tone,
)
from briefing.render.word.blocks import column_widths
from briefing.render.word.reading import words
from tests.core.render.word.archive import R, W, document, manuscript, part, parts, render
from tests.core.render.word.manuscripts import arabic, plain, ukrainian
from tests.core.render.word.order import out_of_order


@pytest.mark.parametrize("whole", [ukrainian(), arabic()], ids=["uk", "ar"])
def test_children_stand_in_the_order_of_the_standard(whole: Manuscript) -> None:
    """Word calls a file damaged whose elements are in another order than ISO 29500 has them."""
    data = render(whole)

    for name in parts(data):
        if name.startswith("word/") and name.endswith(".xml"):
            assert out_of_order(part(data, name)) == [], name


def test_headings_have_outline_levels_and_stay_with_what_follows() -> None:
    """Through Word's own heading styles, which a table of contents and a screen reader go by."""
    data = render(manuscript(*(Heading(level=level, runs=plain(str(level))) for level in (1, 2, 3))))

    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    assert [paragraph.style and paragraph.style.name for paragraph in paragraphs] == [
        "Heading 1", "Heading 2", "Heading 3",
    ]  # fmt: skip
    for level in (1, 2, 3):
        style = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='Heading{level}']/{W}pPr")
        assert style is not None
        assert style.find(f"{W}outlineLvl[@{W}val='{level - 1}']") is not None
        assert style.find(f"{W}keepNext") is not None


def test_a_table_repeats_its_header_and_keeps_rows_whole() -> None:
    """And a group row spans all columns."""
    table = Table(
        header=(plain("A"), plain("B")), rows=((plain("group"),), (plain("1"), plain("2" * 5000))), widths=(1, 3)
    )

    data = render(manuscript(table))
    body = document(data)

    rows = list(body.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    split = [row.find(f"{W}tc/{W}p/{W}pPr/{W}keepLines[@{W}val='0']") is not None for row in rows]
    assert split == [False, False, True]
    style = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='TableText']/{W}pPr/{W}keepLines")
    assert style is not None
    assert rows[1].find(f"{W}tc/{W}tcPr/{W}gridSpan[@{W}val='2']") is not None
    widths = [int(column.get(f"{W}w", "0")) for column in body.iter(f"{W}gridCol")]
    assert widths[1] == pytest.approx(3 * widths[0], abs=2)


def test_two_tables_do_not_become_one() -> None:
    """Word joins tables that no paragraph parts."""
    pairs = Pairs(rows=((plain("a"), plain("b")),))

    body = document(render(manuscript(pairs, pairs))).find(f"{W}body")

    assert body is not None
    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize("block", [Paragraph(runs=plain("x")), Pairs(rows=((plain("x"), plain("y")),))])
def test_a_page_break_leaves_no_empty_paragraph_on_the_new_page(block: Block) -> None:
    """It is a property of what follows; at the beginning and at the end it asks for nothing."""
    body = document(render(manuscript(PageBreak(), Callout(runs=plain("first")), PageBreak(), block, PageBreak())))

    breaks = list(body.iter(f"{W}pageBreakBefore"))
    assert len(breaks) == 1
    assert not list(body.iter(f"{W}br"))


def test_numbered_lists_begin_at_one_each() -> None:
    """Each list has a numbering of its own that starts again."""
    items = Listing(items=(plain("a"), plain("b")), numbered=True)

    data = render(manuscript(items, items))

    numbers = [element.get(f"{W}val") for element in document(data).iter(f"{W}numId")]
    assert numbers[0] == numbers[1]
    assert numbers[2] == numbers[3]
    assert numbers[0] != numbers[2]
    for number in set(numbers):
        start = part(data, "word/numbering.xml").find(f"{W}num[@{W}numId='{number}']/{W}lvlOverride/{W}startOverride")
        assert start is not None
        assert start.get(f"{W}val") == "1"


def test_links_outside_and_inside_and_none_for_anything_else() -> None:
    """http, https and mailto become links; an anchor that does not exist, a script or a file stay words."""
    links = ("https://a.org/b?c=d&e", "mailto:a@b.org", "#here", "#nowhere", "javascript:x", "file:///etc/passwd")
    runs = tuple(Run(text=f"w{number} ", link=link) for number, link in enumerate(links))

    data = render(manuscript(Heading(level=1, runs=plain("h"), anchor="here"), Paragraph(runs=runs)))

    found = list(document(data).iter(f"{W}hyperlink"))
    assert ["".join(str(text) for text in link.itertext()) for link in found] == ["w0 ", "w1 ", "w2 "]
    relations = {element.get("Id"): element for element in part(data, "word/_rels/document.xml.rels")}
    targets = [relations[link.get(f"{R}id")].get("Target") for link in found[:2]]
    assert targets == ["https://a.org/b?c=d&e", "mailto:a@b.org"]
    bookmark = document(data).find(f".//{W}bookmarkStart")
    assert bookmark is not None
    assert found[2].get(f"{W}anchor") == bookmark.get(f"{W}name")
    assert words(data) == ["h", "w0", "w1", "w2", "w3", "w4", "w5"]


def test_hostile_words_are_printed_literally() -> None:
    """Markup, templates and format strings are letters; what XML forbids is seen to be missing."""
    texts = ["<b>x</b>", "a&amp;b", "{{7*7}}", "%s%n", "]]>", "<w:br/>", "x" * 10_000, "a\x00b", "c\ud800d", "e\u202ef"]
    block = Table(header=(plain("h"),), rows=tuple((plain(text),) for text in texts), widths=(1,))

    data = render(manuscript(block))

    assert words(data) == ["h", *texts[:-3], "a\ufffdb", "c\ufffdd", "e\ufffdf"]


def test_a_text_of_any_length_is_printed() -> None:
    """Beyond the 10 MB at which XML parsers stop by default; the file is read back all the same."""
    text = "x" * 11_000_000

    assert words(render(manuscript(Paragraph(runs=plain(text))))) == [text]


def test_header_and_footer_count_the_pages() -> None:
    """In the reader's words, with fields that Word fills in."""
    whole = replace(
        manuscript(Paragraph(runs=plain("x"))),
        furniture=Furniture(header="<secret>", footer="foot", page="Сторінка {page} з {pages}{"),
    )

    data = render(whole)

    header, footer = (
        part(data, next(name for name in parts(data) if name.startswith(f"word/{kind}")))
        for kind in ("header", "footer")
    )
    assert "".join(map(str, header.itertext())) == "<secret>"
    assert "".join(map(str, footer.itertext())) == "footСторінка 1 з 1{"
    assert [str(field.get(f"{W}instr")).strip() for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


def test_a_quotation_stays_with_the_line_that_says_whose_it_is() -> None:
    """One that is longer than a page may break; Word could not keep it whole."""
    data = render(
        manuscript(*(Quotation(words=plain(words), attribution=plain("who")) for words in ("short", "long " * 900)))
    )

    quotes = [
        p.find(f"{W}pPr")
        for p in document(data).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle[@{W}val='Quote']") is not None
    ]
    assert [quote is not None and quote.find(f"{W}keepNext") is not None for quote in quotes] == [True, True]
    assert [quote is not None and quote.find(f"{W}keepLines") is not None for quote in quotes] == [True, False]


def test_words_in_another_language_are_marked_so() -> None:
    """The document has the reader's language, a run its own; the same language is not said twice."""
    runs = (
        Run(text="Так "),
        Run(text="yes ", language="en"),
        Run(text="так", language="uk"),
        Run(text="はい", language="ja"),
    )

    data = render(manuscript(Paragraph(runs=runs), language="uk"))

    marks = [run.find(f"{W}rPr/{W}lang") for run in document(data).iter(f"{W}r")]
    assert [mark is not None and mark.get(f"{W}val") for mark in marks] == [False, "en-US", False, "ja-JP"]
    assert marks[3] is not None
    assert marks[3].get(f"{W}eastAsia") == "ja-JP"
    default = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default is not None
    assert default.get(f"{W}val") == "uk-UA"
    assert part(data, "word/settings.xml").find(f"{W}themeFontLang[@{W}val='uk-UA']") is not None
    assert part(data, "word/settings.xml").find(f"{W}autoHyphenation") is not None


def test_a_right_to_left_brief_is_mirrored() -> None:
    """Paragraphs, tables and pages turn; Latin words in them do not, and an English quotation reads its own way."""
    body = document(render(arabic()))

    assert body.find(f".//{W}sectPr/{W}bidi") is not None
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body.iter(f"{W}tbl"))
    directions = {
        "".join(str(text.text) for text in run.iter(f"{W}t")): run.find(f"{W}rPr/{W}rtl") is not None
        for run in body.iter(f"{W}r")
    }
    assert directions["NATO"] is False
    assert directions["منتدى الصناعات الدفاعية في كييف"] is True
    quotes = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Quote']") is not None]
    assert [quote.find(f"{W}pPr/{W}bidi") is not None for quote in quotes] == [True, False]


def test_the_theme_sets_type_colour_and_margins() -> None:
    """A colour that is none is printed in ink, not put into the file."""
    theme = Theme(text_font='Gentium "&"', size=9.0, accent="#8c3b3b", quiet="red;", margins=(40, 50, 60, 70))

    data = render(replace(manuscript(), theme=theme))

    sheet = part(data, "word/styles.xml")
    fonts = sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert fonts is not None
    assert fonts.get(f"{W}ascii") == 'Gentium "&"'
    assert sheet.find(f"{W}style[@{W}styleId='Title']/{W}rPr/{W}color[@{W}val='8C3B3B']") is not None
    assert {len(str(colour.get(f"{W}val"))) for colour in sheet.iter(f"{W}color")} == {6}
    margins = document(data).find(f".//{W}pgMar")
    assert margins is not None
    assert [margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")] == ["800", "1000", "1200", "1400"]


def test_the_theme_sets_the_space_between_paragraphs() -> None:
    """Half of it is half of what a heading usually keeps free."""
    usual, half = (
        part(render(replace(manuscript(), theme=Theme(spacing=spacing))), "word/styles.xml").find(
            f"{W}style[@{W}styleId='Heading1']/{W}pPr/{W}spacing"
        )
        for spacing in (1.0, 0.5)
    )

    assert usual is not None
    assert half is not None
    assert int(half.get(f"{W}before", 0)) == int(usual.get(f"{W}before", 0)) // 2 > 0


@pytest.mark.parametrize(("paper", "size"), [("A4", ("11906", "16838")), ("Letter", ("12240", "15840"))])
def test_the_paper_is_the_readers(paper: Paper, size: tuple[str, str]) -> None:
    """In twips."""
    page = document(render(replace(manuscript(), paper=paper))).find(f".//{W}pgSz")

    assert page is not None
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == size


def test_the_file_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Properties, longer ones cut to what Word takes; the time is that of `SOURCE_DATE_EPOCH`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    whole = replace(
        manuscript(language="pt-BR"), properties=Properties(title="T" * 300, subject="S\x00", keywords=("a", "b"))
    )

    core = docx.Document(io.BytesIO(render(whole))).core_properties

    assert (core.title, core.subject, core.keywords, core.language) == ("T" * 255, "S\ufffd", "a, b", "pt-BR")
    assert core.created is not None
    assert core.created.isoformat()[:19] == "2023-11-14T22:13:20"
    assert core.created == core.modified
    assert render(whole) == render(whole)


@pytest.mark.parametrize("epoch", ["", "soon", "9" * 30])
def test_a_wrong_source_date_is_no_reason_to_fail(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the file has the time of its making."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    core = docx.Document(io.BytesIO(render(manuscript()))).core_properties

    assert core.created is not None
    assert core.created.year >= 2024


def test_a_paragraph_is_one_paragraph_whatever_line_ends_are_in_it() -> None:
    """They become line breaks, tabs stay tabs."""
    body = document(render(manuscript(Paragraph(runs=plain("a\r\nb\rc\nd\te\u2028f"), style=ParagraphStyle.LEAD))))

    assert len(list(body.iter(f"{W}p"))) == 1
    assert len(list(body.iter(f"{W}br"))) == 4
    assert len(list(body.iter(f"{W}tab"))) == 1


def test_tones_are_styles_that_can_be_changed_for_all_at_once() -> None:
    """No run carries colours or weights of its own, but for weight within a link."""
    runs = tuple(Run(text=tone.value, tone=tone) for tone in Tone)

    body = document(render(manuscript(Paragraph(runs=runs))))

    used = [run.find(f"{W}rPr/{W}rStyle") for run in body.iter(f"{W}r")]
    assert [style is not None and style.get(f"{W}val") for style in used] == [
        False, "Strong", "Emphasis", "Quiet", "Reference",
    ]  # fmt: skip


@pytest.mark.parametrize("shares", [(1,), (1, 2, 3), (0.001, 1000), (1,) * 40])
def test_columns_fill_the_page_exactly(shares: tuple[float, ...]) -> None:
    """And none is lost."""
    widths = column_widths(shares, 9426)

    assert sum(widths) == 9426
    assert min(widths) > 0


def test_the_writer_imports_nothing_heavy_before_it_is_used() -> None:
    """So that the command's help stays quick."""
    code = "import sys, briefing.render.word.writer; print([m for m in ('docx', 'reportlab') if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
