"""The PDF renderer: what is on the pages, what the file says of itself, and that nothing in the words can harm it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from briefing.model.manuscript import (
    Block,
    Callout,
    Furniture,
    Heading,
    Listing,
    Manuscript,
    PageBreak,
    Pairs,
    Paragraph,
    Properties,
    Quotation,
    Run,
    Runs,
    Table,
    Theme,
    Tone,
)
from briefing.render.pdf import faces, lines
from briefing.render.pdf.reading import read_printed
from briefing.render.pdf.writer import PdfRenderer
from tests.core.render.strategies import manuscripts

HOSTILE = (
    "<b>bold</b> &amp; & &#x41;",
    '<img src="file:///etc/passwd"/>',
    "<font color=\"[[getattr(pow, '__globals__')]]\">x</font>",
    "{{7*7}} {page} {0} %s %d %%",
    "(unbalanced \\( \\) (( BT ET Q endstream",
    "]]> <!-- <?xml",
)


def words(text: str) -> Runs:
    """One plain run."""
    return (Run(text=text),)


def brief(*blocks: Block) -> Manuscript:
    """A manuscript of the blocks and nothing else."""
    return Manuscript(language="en", paper="A4", blocks=blocks, properties=Properties(title="A brief"))


@pytest.fixture(scope="module")
def renderer() -> PdfRenderer:
    """One renderer for all, as the program has it: what it remembers must not leak into the next file."""
    return PdfRenderer()


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """The file in an independent reader."""
    return pypdfium2.PdfDocument(BytesIO(data))


def every_block() -> Manuscript:
    """A manuscript with each kind of block."""
    return brief(
        Heading(level=1, runs=words("First heading"), anchor="first"),
        Paragraph(runs=(Run(text="Plain "), Run(text="strong", tone=Tone.STRONG), Run(text="1", tone=Tone.REFERENCE))),
        Quotation(words=words("“We will stay.”"), attribution=words("The Minister")),
        Pairs(rows=((words("Place"), words("Kyiv")), (words("Date"), words("29 September 2023")))),
        Table(
            header=(words("Name"), words("Role")),
            rows=((words("Ukraine"),), (words("Dmytro Kuleba"), words("Minister"))),
            widths=(1, 2),
        ),
        Heading(level=3, runs=words("A level skipped")),
        Listing(items=(words("one"), words("two")), numbered=True),
        PageBreak(),
        Callout(runs=words("To check")),
    )


def test_every_block_is_printed_in_reading_order(renderer: PdfRenderer) -> None:
    """The words of all blocks stand in the file once, in order, without list numbers."""
    assert read_printed(renderer.render(every_block())).text.split("\n") == [
        "First heading", "Plain strong1", "“We will stay.”", "The Minister", "Place", "Kyiv", "Date",
        "29 September 2023", "Name", "Role", "Ukraine", "Dmytro Kuleba", "Minister", "A level skipped", "one", "two",
        "To check",
    ]  # fmt: skip


def test_the_gauge_and_the_file_agree_on_the_number_of_pages(renderer: PdfRenderer) -> None:
    """`pages` counts what `render` prints, from one page upwards."""
    for manuscript in (brief(), every_block(), brief(*[Paragraph(runs=words("Words " * 60))] * 40)):
        assert renderer.pages(manuscript) == len(opened(renderer.render(manuscript)))
    assert renderer.pages(brief()) == 1


def test_same_manuscript_same_bytes(renderer: PdfRenderer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under one clock a fresh renderer and a used one write the same file, and another clock changes it."""
    manuscript = replace(every_block(), payload='{"schema": "x"}')
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = renderer.render(manuscript)
    assert PdfRenderer().render(manuscript) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert renderer.render(manuscript) != first


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(manuscripts(), min_size=2, max_size=6))
def test_a_used_renderer_writes_the_very_bytes_of_a_fresh_one(several: list[Manuscript]) -> None:
    """Whatever it has printed before, and however often: no letter, place or number comes from another file."""
    used = PdfRenderer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        fresh = [PdfRenderer().render(manuscript) for manuscript in several]
        assert [used.render(manuscript) for manuscript in several] == fresh
        assert [used.proof(manuscript).data for manuscript in reversed(several)] == fresh[::-1]


def test_a_renderer_that_has_forgotten_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered saves time and decides nothing: without any of it the file is the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    expected = PdfRenderer().render(every_block())
    for place in (lines, faces):
        for name in ("_MOST_LINES", "_MOST_WORDS", "_MOST_SUBSETS"):
            monkeypatch.setattr(place, name, 0, raising=False)
    forgetful = PdfRenderer()
    assert [forgetful.render(every_block()) for _ in range(3)] == [expected] * 3


def test_two_renderers_at_once_do_not_disturb_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """They share what is read of the fonts, and nothing that is written: the window prints while it shows."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    several = [
        brief(*[Paragraph(runs=words(f"{alphabet} {number} " * 60))] * 20)
        for number, alphabet in enumerate(
            ("Київ Львів Одеса", "Αθήνα Θεσσαλονίκη", "Zażółć gęślą jaźń", "中文 mixed with words")
        )
    ]
    expected = [PdfRenderer().render(manuscript) for manuscript in several]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(4):
            assert list(pool.map(lambda manuscript: PdfRenderer().render(manuscript), several)) == expected


def test_page_x_of_y_and_the_edges(renderer: PdfRenderer) -> None:
    """Header, footer and page number stand on each page, and only the two placeholders are filled in."""
    edges = Furniture(header="For {0} use", footer="Foot %s", page="Page {page} of {pages} {x}")
    document = opened(renderer.render(replace(every_block(), furniture=edges)))
    assert len(document) == 2
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_range()
        assert f"Page {number} of 2 {{x}}" in text
        assert "For {0} use" in text
        assert "Foot %s" in text


def test_long_edges_are_cut_with_an_ellipsis(renderer: PdfRenderer) -> None:
    """They never run into the page number or off the paper."""
    edges = Furniture(header="Heading " * 80, footer="w" * 5000, page="Page {page} of {pages}")
    [page] = opened(renderer.render(replace(brief(), furniture=edges)))
    text = page.get_textpage()
    assert text.get_text_range().count("…") == 2
    assert "Page 1 of 1" in text.get_text_range()
    assert max(text.get_charbox(index)[2] for index in range(text.count_chars())) < page.get_width() - 60


def test_the_file_describes_itself(renderer: PdfRenderer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Title, subject, key words and date are in the properties; the tree is tagged; the language is said."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    about = Properties(title="Бриф", subject="Форум", keywords=("Київ", "НАТО"))
    data = renderer.render(replace(every_block(), language="uk", properties=about))
    document = opened(data)
    metadata = document.get_metadata_dict()
    assert (metadata["Title"], metadata["Subject"], metadata["Keywords"]) == ("Бриф", "Форум", "Київ, НАТО")
    assert metadata["CreationDate"].startswith("D:20231114")
    assert raw.FPDFCatalog_IsTagged(document)
    assert b"/Lang (uk)" in data
    assert b"/DisplayDocTitle true" in data


def test_the_outline_has_the_headings_without_holes(renderer: PdfRenderer) -> None:
    """A level that was skipped is drawn in, as an outline must be."""
    outline = [(item.get_title(), item.level) for item in opened(renderer.render(every_block())).get_toc()]
    assert outline == [("First heading", 0), ("A level skipped", 1)]


def test_only_web_addresses_and_known_anchors_become_links(renderer: PdfRenderer) -> None:
    """No file, script or dangling link leaves the program."""
    links = ("https://example.org/ї?a=(b)", "#here", "#nowhere", "file:///etc/passwd", "javascript:alert(1)")
    data = renderer.render(
        brief(Paragraph(runs=(*(Run(text="x ", link=link) for link in links), Run(text="y", anchor="here"))))
    )
    assert data.count(b"/Subtype /Link") == 2
    assert b"https://example.org/%D1%97?a=\\(b\\)" in data
    assert b"/etc/passwd" not in data
    assert b"javascript" not in data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_printed_to_the_letter(renderer: PdfRenderer, text: str) -> None:
    """Nothing in the words is markup, path or format string."""
    manuscript = replace(
        brief(Heading(level=1, runs=words(text)), Paragraph(runs=words(text))), furniture=Furniture(header=text)
    )
    lines = read_printed(renderer.render(manuscript)).text.split("\n")
    assert lines == [text, text]


def test_what_cannot_be_printed_is_seen(renderer: PdfRenderer) -> None:
    """Controls, lone surrogates and direction overrides become U+FFFD; what no face has keeps its name."""
    printed = read_printed(renderer.render(brief(Paragraph(runs=words("a\x00b\ud800c\u202ed 中😀 e\u0301")))))
    assert printed.text == "a\ufffdb\ufffdc\ufffdd 中😀 e\u0301"


def test_a_word_of_ten_thousand_letters_stays_on_the_paper(renderer: PdfRenderer) -> None:
    """It is cut at the edge as often as need be, and no letter is lost."""
    printed = read_printed(renderer.render(brief(Paragraph(runs=words("W" * 10_000)))))
    assert printed.text == "W" * 10_000


def test_a_row_longer_than_a_page_goes_on_overleaf(renderer: PdfRenderer) -> None:
    """A cell of 3,000 words breaks, the header is repeated for the eye, and the words read as one cell."""
    long = " ".join(f"word{number}" for number in range(3_000))
    manuscript = brief(Table(header=(words("Head"), words("Long")), rows=((words("a b"), words(long)),), widths=(1, 3)))
    data = renderer.render(manuscript)
    pages = [page.get_textpage().get_text_range() for page in opened(data)]
    assert len(pages) > 3
    assert all("Head" in page for page in pages)
    assert read_printed(data).text == f"Head\nLong\na b\n{long}"


@pytest.mark.parametrize("theme", [Theme(margins=(400, 400, 500, 500)), Theme(text_font="No Such Font", size=40.0)])
def test_an_odd_theme_still_prints(renderer: PdfRenderer, theme: Theme) -> None:
    """Margins that leave no room and fonts that are not there make an ugly brief, never a failure."""
    manuscript = replace(every_block(), theme=theme)
    assert "Dmytro Kuleba" in read_printed(renderer.render(manuscript)).text


def test_right_to_left_pages_are_mirrored(renderer: PdfRenderer) -> None:
    """The first column of a table stands at the right."""
    table = Table(header=(words("AAA"), words("BBB")), rows=(), widths=(1, 1))
    [page] = opened(renderer.render(replace(brief(table), right_to_left=True)))
    text = page.get_textpage()
    whole = text.get_text_range()
    left = {name: text.get_charbox(whole.index(name))[0] for name in ("AAA", "BBB")}
    assert left["AAA"] > left["BBB"]
