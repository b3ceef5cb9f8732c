"""Any manuscript at all, for properties that every format has to keep."""

from __future__ import annotations

from hypothesis import strategies as st

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
    ParagraphStyle,
    Properties,
    Quotation,
    Run,
    Runs,
    Table,
    Theme,
    Tone,
)

LANGUAGES = ("en", "uk", "pt-BR", "de", "fr", "es", "pl", "ar", "he-IL", "ja", "zh-Hant-TW", "hi", "und", "x")
HOSTILE = (
    "<b>bold</b>",
    "&amp; & &#0;",
    "{{7*7}} %s {0}",
    "\x00\x07\x1b[31m",
    "\ud800 lone \udfff",
    "\u202eright to left",
    "\ufffe\uffff",
    "]]>",
    "a\tb\r\nc\rd\u2028e\x85f",
    "<img src='file:///etc/passwd'>",
    "Привіт, «світе»",
    "مرحبا بالعالم 250",
    "日本語の文章",
    "\U0001f600",
    "e\u0301",
    "x" * 300,
)
_ADDRESSES = (
    "https://example.org/a?b=c&d=e#f",
    "http://example.org/ї й",
    "mailto:press@example.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://[bad",
    "https://example.org:99999999/",
    "",
)
_ANCHORS = ("", "top", "source-1", "a" * 80, "з пробілом", "fact_1", "\x00")
_FACTS = ("quote:1", "attendee:2", "", "\ud800", 'ключ "&<')


def texts() -> st.SearchStrategy[str]:
    """Words with anything in them."""
    return st.one_of(
        st.text(st.characters(codec=None), max_size=24),
        st.text("abc ,.«»їґ", max_size=24),
        st.sampled_from(HOSTILE),
    )


def _links() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(_ADDRESSES), st.sampled_from(_ANCHORS).map(lambda anchor: f"#{anchor}"))


@st.composite
def runs(draw: st.DrawFn) -> Runs:
    """A paragraph's runs; those of one fact may follow each other."""
    return tuple(
        draw(
            st.lists(
                st.builds(
                    Run,
                    text=texts(),
                    tone=st.sampled_from(Tone),
                    link=st.none() | _links(),
                    anchor=st.none() | st.sampled_from(_ANCHORS),
                    language=st.none() | st.sampled_from(LANGUAGES),
                    fact=st.none() | st.sampled_from(_FACTS),
                ),
                max_size=4,
            )
        )
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of one to four columns with rows that span it among the others."""
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[runs() for _ in range(columns)])
    return Table(
        header=draw(row),
        rows=tuple(draw(st.lists(row | st.tuples(runs()), max_size=4))),
        widths=tuple(draw(st.lists(st.floats(0.01, 100), min_size=columns, max_size=columns))),
    )


def blocks() -> st.SearchStrategy[Block]:
    """Any block."""
    return st.one_of(
        st.builds(Heading, level=st.integers(1, 3), runs=runs(), anchor=st.none() | st.sampled_from(_ANCHORS)),
        st.builds(Paragraph, runs=runs(), style=st.sampled_from(ParagraphStyle), keep_with_next=st.booleans()),
        st.builds(Quotation, words=runs(), attribution=runs()),
        st.builds(Pairs, rows=st.lists(st.tuples(runs(), runs()), max_size=3).map(tuple)),
        tables(),
        st.builds(Listing, items=st.lists(runs(), max_size=4).map(tuple), numbered=st.booleans()),
        st.builds(Callout, runs=runs()),
        st.builds(PageBreak),
    )


def manuscripts() -> st.SearchStrategy[Manuscript]:
    """Any manuscript without a base document of its own."""
    return st.builds(
        Manuscript,
        language=st.sampled_from(LANGUAGES),
        paper=st.sampled_from(("A4", "Letter")),
        blocks=st.lists(blocks(), max_size=6).map(tuple),
        properties=st.builds(
            Properties, title=texts(), subject=texts(), keywords=st.lists(texts(), max_size=3).map(tuple)
        ),
        furniture=st.builds(
            Furniture,
            header=texts(),
            footer=texts(),
            page=st.sampled_from(("{page} / {pages}", "Сторінка {page} з {pages}", "", "{page", "{0} {page}")),
        ),
        theme=st.sampled_from((Theme(), Theme(size=9.0, leading=1.2, spacing=0.5, accent="7A1F1F", margins=(40,) * 4))),
        right_to_left=st.booleans(),
        payload=st.none() | texts(),
    )
