"""The names of the styles that the writer uses, and what each looks like under a theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Style(StrEnum):
    """A style by the name under which Word lists it; lower case where Word's own built-in name is."""

    NORMAL = "Normal"
    BODY = "Body Text"
    LEAD = "Lead"
    SMALL = "Small"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    MARKING = "Marking"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    QUOTE = "Quote"
    QUOTE_ATTRIBUTION = "Quote Attribution"
    LIST_BULLET = "List Bullet"
    LIST_NUMBER = "List Number"
    CALLOUT = "Callout"
    TABLE_TEXT = "Table Text"
    TABLE_HEADER = "Table Header"
    TABLE_GROUP = "Table Group"
    TABLE_LABEL = "Table Label"
    TABLE_VALUE = "Table Value"
    TABLE_END = "Table End"
    HEADER = "header"
    FOOTER = "footer"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    QUIET = "Quiet"
    REFERENCE = "Reference"
    HYPERLINK = "Hyperlink"
    RULED_TABLE = "Ruled Table"
    PAIRS_TABLE = "Pairs Table"

    @property
    def style_id(self) -> str:
        """The id of the style in the built-in base document."""
        return "".join(word[0].upper() + word[1:] for word in self.value.split())


Face = Literal["text", "heading"]
Colour = Literal["accent", "quiet", "rule", "ink"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line beside a paragraph: its side, colour, thickness in points, and distance from the words in points."""

    side: Literal["top", "start"]
    colour: Colour
    width: float
    space: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style. All lengths but `tracking` and those of `edges` are shares of the theme's type size.

    `leading` is a share of the style's own size, `None` for the theme's; `by_theme`: a share of the theme's. `gutter`
    is the space at a line's end that parts the columns of a table. `tracking` is in points. `level` is the outline
    level, 1 to 3. `list_of`: the numbering of a list style, as an id of the built-in numbering.
    """

    base: Style | None = Style.NORMAL
    following: Style | None = None
    face: Face = "text"
    size: float = 1.0
    leading: float | None = None
    by_theme: bool = False
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    hanging: float = 0.0
    gutter: float = 0.0
    bold: bool = False
    colour: Colour | None = None
    capitals: bool = False
    tracking: float = 0.0
    edges: tuple[Edge, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False
    hyphenated: bool = True
    level: int | None = None
    list_of: int | None = None


_INDENT = 1.3
_GUTTER = 0.7
BULLETS, NUMBERS = 1, 2

# Space stands before a paragraph, hardly ever after it: Word adds the two, and takes the first away at a page's head.
PARAGRAPHS: Mapping[Style, Look] = {
    Style.NORMAL: Look(base=None, colour="ink"),
    Style.BODY: Look(before=0.55),
    Style.LEAD: Look(following=Style.BODY, size=1.14, before=0.8),
    Style.SMALL: Look(face="heading", size=0.82, before=0.45, colour="quiet"),
    Style.TITLE: Look(
        following=Style.SUBTITLE, face="heading", size=2.1, leading=1.18, bold=True,
        colour="accent", keep_next=True, keep_lines=True, hyphenated=False,
    ),
    Style.SUBTITLE: Look(
        following=Style.BODY, face="heading", size=1.15, leading=1.35, before=0.35, after=0.3, colour="quiet",
        keep_next=True, hyphenated=False,
    ),
    Style.MARKING: Look(
        following=Style.TITLE, face="heading", size=0.82, after=1.0, bold=True, colour="accent", capitals=True,
        tracking=0.8, edges=(Edge(side="top", colour="accent", width=3.0, space=6),), keep_next=True, hyphenated=False,
    ),
    Style.HEADING_1: Look(
        following=Style.BODY, face="heading", size=1.45, leading=1.25, before=2.1, bold=True, colour="accent",
        keep_next=True, keep_lines=True, hyphenated=False, level=1,
    ),
    Style.HEADING_2: Look(
        following=Style.BODY, face="heading", size=1.12, leading=1.3, before=1.4, bold=True, colour="ink",
        keep_next=True, keep_lines=True, hyphenated=False, level=2,
    ),
    Style.HEADING_3: Look(
        following=Style.BODY, face="heading", size=0.95, leading=1.35, before=1.1, bold=True, colour="quiet",
        keep_next=True, keep_lines=True, hyphenated=False, level=3,
    ),
    # The rule stands beside the words alone: Word draws one line through neighbours that share a border.
    Style.QUOTE: Look(
        following=Style.QUOTE_ATTRIBUTION, size=1.04, indent=_INDENT, before=1.0,
        edges=(Edge(side="start", colour="rule", width=2.25, space=10),),
    ),
    Style.QUOTE_ATTRIBUTION: Look(
        following=Style.BODY, face="heading", size=0.84, leading=1.45, indent=_INDENT, before=0.3, colour="quiet",
        keep_lines=True, hyphenated=False,
    ),
    Style.LIST_BULLET: Look(indent=_INDENT, hanging=_INDENT, before=0.4, list_of=BULLETS),
    Style.LIST_NUMBER: Look(indent=_INDENT * 1.5, hanging=_INDENT * 1.5, before=0.4, list_of=NUMBERS),
    Style.CALLOUT: Look(
        following=Style.BODY, face="heading", size=0.86, leading=1.45, indent=_INDENT, before=1.1,
        edges=(Edge(side="start", colour="accent", width=2.25, space=10),), keep_lines=True,
    ),
    # A row stays whole because its cells' lines do: of rows that may not split LibreOffice loses some at a page's end.
    Style.TABLE_TEXT: Look(size=0.9, leading=1.36, before=0.36, after=0.36, gutter=_GUTTER, keep_lines=True),
    Style.TABLE_HEADER: Look(
        face="heading", size=0.78, leading=1.3, before=0.65, after=0.3, gutter=_GUTTER, bold=True, colour="quiet",
        keep_next=True, keep_lines=True, hyphenated=False,
    ),
    Style.TABLE_GROUP: Look(
        face="heading", size=0.84, leading=1.36, before=0.8, after=0.3, gutter=_GUTTER, bold=True, colour="accent",
        keep_next=True, keep_lines=True, hyphenated=False,
    ),
    # Its lines are as high as those of the value beside it, so that the two stand on one line.
    Style.TABLE_LABEL: Look(
        face="heading", size=0.84, leading=0.95 / 0.84, by_theme=True, before=0.3, gutter=_GUTTER, colour="quiet",
        keep_lines=True, hyphenated=False,
    ),
    Style.TABLE_VALUE: Look(size=0.95, before=0.3, keep_lines=True),
    Style.TABLE_END: Look(face="heading", size=0.1),
    Style.HEADER: Look(face="heading", size=0.74, leading=1.35, colour="quiet", hyphenated=False),
    Style.FOOTER: Look(
        face="heading", size=0.74, leading=1.35, colour="quiet", hyphenated=False,
        edges=(Edge(side="top", colour="rule", width=0.5, space=6),),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Accentuation:
    """A character style.

    `superior_of`: the size, as a share of the theme's, of which superiors are made, about two thirds as high; one size
    everywhere, as those made of the words around them are too small to read in a table. `None` for ordinary letters.
    """

    bold: bool = False
    italic: bool = False
    colour: Colour | None = None
    superior_of: float | None = None
    underline: Colour | None = None


CHARACTERS: Mapping[Style, Accentuation] = {
    Style.STRONG: Accentuation(bold=True),
    Style.EMPHASIS: Accentuation(italic=True),
    Style.QUIET: Accentuation(colour="quiet"),
    Style.REFERENCE: Accentuation(colour="accent", superior_of=1.0),
    Style.HYPERLINK: Accentuation(colour="accent", underline="rule"),
}


TABLES: Mapping[Style, bool] = {Style.RULED_TABLE: True, Style.PAIRS_TABLE: False}
"""The table styles, and whether thin rules part their rows."""

BUILT_IN: frozenset[Style] = frozenset(
    {
        Style.NORMAL, Style.BODY, Style.TITLE, Style.SUBTITLE, Style.HEADING_1, Style.HEADING_2, Style.HEADING_3,
        Style.QUOTE, Style.LIST_BULLET, Style.LIST_NUMBER, Style.HEADER, Style.FOOTER, Style.STRONG, Style.EMPHASIS,
        Style.HYPERLINK,
    }
)  # fmt: skip
"""Names that Word itself defines; every other style is marked as custom."""
