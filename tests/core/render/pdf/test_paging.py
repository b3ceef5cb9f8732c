"""Filling pages: what belongs together stays together."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.manuscript import Block, Heading, Manuscript, Paragraph, Properties, Quotation, Run, Table
from briefing.render.pdf.blocks import BlockSetter
from briefing.render.pdf.faces import Typecase
from briefing.render.pdf.lines import Compositor
from briefing.render.pdf.paging import Placed, paginate
from briefing.render.pdf.settings import Row
from briefing.render.pdf.structure import Element

CASE = Typecase()
WIDTH, HEIGHT = 300.0, 220.0

_text = st.integers(1, 120).map(lambda count: (Run(text="word " * count),))
_row = st.tuples(_text, _text)
_blocks: st.SearchStrategy[list[Block]] = st.lists(
    st.one_of(
        st.builds(Heading, level=st.integers(1, 3), runs=_text.filter(lambda runs: len(runs[0].text) < 80)),
        st.builds(Paragraph, runs=_text),
        st.builds(Quotation, words=_text, attribution=st.just((Run(text="Somebody"),))),
        st.builds(
            Table,
            header=st.tuples(st.just((Run(text="H"),)), _text),
            rows=st.lists(_row, max_size=9).map(tuple),
            widths=st.just((1, 1)),
        ),
    ),
    min_size=1,
    max_size=12,
)


def pages_of(blocks: list[Block]) -> list[list[Placed]]:
    """The blocks on small pages."""
    manuscript = Manuscript(language="en", paper="A4", blocks=tuple(blocks), properties=Properties(title=""))
    setter = BlockSetter(manuscript, Compositor(CASE, "en"), Element("Document"), (0.0, WIDTH))
    return paginate(setter.strips(manuscript.blocks), HEIGHT)


def bottoms(page: list[Placed]) -> Iterator[float]:
    """Where each thing on a page ends."""
    for item in page:
        yield item.top + sum(item.setting.heights[item.first : item.last])


@settings(max_examples=100, deadline=None)
@given(_blocks)
def test_nothing_hangs_over_the_edge_or_overlaps(blocks: list[Block]) -> None:
    """Things follow each other downwards within the type area."""
    for page in pages_of(blocks):
        ends = list(bottoms(page))
        assert all(end <= HEIGHT + 0.1 for end in ends)
        assert all(item.top >= end - 0.1 for item, end in zip(page[1:], ends, strict=False))


@settings(max_examples=100, deadline=None)
@given(_blocks)
def test_every_part_is_placed_once_and_in_order(blocks: list[Block]) -> None:
    """No line is lost at a page's end."""
    seen: dict[int, int] = {}
    for page in pages_of(blocks):
        for item in page:
            if item.again:
                continue
            assert seen.get(id(item.setting), 0) == item.first
            seen[id(item.setting)] = item.last
            if item.last < len(item.setting.heights):
                assert item is page[-1]


@settings(max_examples=100, deadline=None)
@given(_blocks)
def test_no_paragraph_leaves_one_line_behind(blocks: list[Block]) -> None:
    """Where one breaks, two lines at least stand on either side."""
    for page in pages_of(blocks):
        for item in page:
            count = len(item.setting.heights)
            if count >= 4 and not isinstance(item.setting, Row):
                assert item.last - item.first >= 2


@settings(max_examples=100, deadline=None)
@given(_blocks)
def test_no_heading_stands_last_on_a_page_that_something_follows(blocks: list[Block]) -> None:
    """What it heads comes with it: at least the first two lines."""
    pages = pages_of([*blocks, Paragraph(runs=(Run(text="The end."),))])
    headings = {len(block.runs[0].text): block for block in blocks if isinstance(block, Heading)}
    for page in pages[:-1]:
        last = page[-1].setting
        runs = getattr(last, "runs", ())
        if runs and len(runs[0].text) in headings and getattr(last, "begin", None) is not None:
            # Only a chain of headings longer than a page may end one.
            assert sum(getattr(item.setting, "begin", None) is not None for item in page) == len(page)


def test_short_quotations_are_kept_whole() -> None:
    """One that fits a page is never parted, even if that leaves the page before it short."""
    quote = Quotation(words=(Run(text="word " * 60),), attribution=(Run(text="Somebody"),))
    for lead in range(1, 14):
        for page in pages_of([*[Paragraph(runs=(Run(text="x"),))] * lead, quote]):
            for item in page:
                if len(item.setting.heights) > 3:
                    assert (item.first, item.last) == (0, len(item.setting.heights))


def test_a_table_repeats_its_header_and_keeps_a_group_with_its_first_row() -> None:
    """On each page but the first the header is set again, and no group stands last."""
    row = ((Run(text="a"),), (Run(text="b"),))
    group = ((Run(text="group"),),)
    for lead in range(8):
        rows = (*[row] * lead, *[group, row, row] * 14)
        pages = pages_of([Table(header=((Run(text="H"),), (Run(text="K"),)), rows=rows, widths=(1, 1))])
        assert len(pages) > 2
        assert [page[0].again for page in pages] == [False] + [True] * (len(pages) - 1)
        for page in pages[:-1]:
            assert len(page[-1].setting.cells) == 2  # type: ignore[attr-defined]
