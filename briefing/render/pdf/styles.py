"""A theme made into type: what each kind of paragraph looks like on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from briefing.model.manuscript import ParagraphStyle, Theme, Tone
from briefing.render.pdf.cutting import Cut

SEMI_BOLD = 600
INK = "1A1A1A"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """How a run looks; `size` and `rise` in points, `colour` as six hex digits.

    A style sheet is made once per theme, so a look is equal to itself alone: it is a key thousands of times.
    """

    cut: Cut
    size: float
    colour: str
    rise: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Style:
    """How a kind of paragraph is set; all lengths in points.

    `above`: the space before it, which a page's head swallows. `tones`: the look of each tone.
    `lone_reference`: that of references in a paragraph of nothing else. `underline`: the colour under web addresses.
    """

    tones: Mapping[Tone, Look]
    lone_reference: Look
    underline: str
    leading: float
    above: float = 0.0
    hyphenate: bool = True

    def look(self, tone: Tone) -> Look:
        """The look of a run."""
        return self.tones[tone]

    @property
    def size(self) -> float:
        """The size of its plain words."""
        return self.tones[Tone.PLAIN].size


class Part(StrEnum):
    """The kinds of paragraph that blocks other than `Paragraph` consist of."""

    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    LABEL = "label"
    VALUE = "value"
    HEAD = "head"
    CELL = "cell"
    GROUP = "group"
    ITEM = "item"
    CALLOUT = "callout"
    FURNITURE = "furniture"


@lru_cache(maxsize=16)
def style_sheet(theme: Theme) -> dict[ParagraphStyle | Part, Style]:
    """The style of every kind of paragraph, on one scale from the theme's text size."""
    size = theme.size
    serif = Look(cut=Cut(family=theme.text_font), size=size, colour=INK)
    sans = Look(cut=Cut(family=theme.heading_font), size=size, colour=INK)
    bold = replace(sans, cut=replace(sans.cut, weight=SEMI_BOLD))

    def style(look: Look, scale: float, leading: float, above: float, *, hyphenate: bool = True) -> Style:
        scaled = replace(look, size=size * scale)
        return Style(
            tones=_tones(scaled, theme),
            lone_reference=replace(
                scaled, cut=Cut(family=theme.heading_font), size=scaled.size * 0.84, colour=theme.accent
            ),
            underline=theme.rule,
            leading=round(size * scale * leading, 2),
            above=round(size * above * theme.spacing, 2),
            hyphenate=hyphenate,
        )

    text = theme.leading
    accent, quiet = replace(bold, colour=theme.accent), replace(sans, colour=theme.quiet)
    return {
        ParagraphStyle.TITLE: style(accent, 2.1, 1.18, 0.5, hyphenate=False),
        ParagraphStyle.SUBTITLE: style(quiet, 1.15, 1.35, 0.35, hyphenate=False),
        ParagraphStyle.MARKING: style(accent, 0.82, 1.4, 0.0, hyphenate=False),
        ParagraphStyle.BODY: style(serif, 1.0, text, 0.55),
        ParagraphStyle.LEAD: style(serif, 1.14, text, 0.9),
        ParagraphStyle.SMALL: style(quiet, 0.82, text, 0.45),
        Part.HEADING_1: style(accent, 1.45, 1.25, 2.1, hyphenate=False),
        Part.HEADING_2: style(bold, 1.12, 1.3, 1.4, hyphenate=False),
        Part.HEADING_3: style(replace(bold, colour=theme.quiet), 0.95, 1.35, 1.1, hyphenate=False),
        Part.QUOTATION: style(serif, 1.04, text, 1.1),
        Part.ATTRIBUTION: style(quiet, 0.84, 1.45, 0.25),
        Part.LABEL: style(quiet, 0.84, text, 0.3, hyphenate=False),
        Part.VALUE: style(serif, 0.95, text, 0.3),
        Part.HEAD: style(replace(quiet, cut=bold.cut), 0.78, 1.3, 0.7),
        Part.CELL: style(serif, 0.9, 1.36, 0.0),
        Part.GROUP: style(accent, 0.84, 1.36, 0.0),
        Part.ITEM: style(serif, 1.0, text, 0.4),
        Part.CALLOUT: style(sans, 0.86, 1.45, 1.1),
        Part.FURNITURE: style(quiet, 0.74, 1.35, 0.0, hyphenate=False),
    }


def _tones(look: Look, theme: Theme) -> Mapping[Tone, Look]:
    reference = Look(
        cut=Cut(family=theme.heading_font), size=look.size * 0.68, colour=theme.accent, rise=round(look.size * 0.34, 2)
    )
    return {
        Tone.PLAIN: look,
        Tone.STRONG: replace(look, cut=replace(look.cut, weight=SEMI_BOLD)),
        Tone.EMPHASIS: replace(look, cut=replace(look.cut, italic=True)),
        Tone.QUIET: replace(look, colour=theme.quiet),
        Tone.REFERENCE: reference,
    }
