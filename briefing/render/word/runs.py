"""Runs of words as WordprocessingML: tones, languages, directions, links, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.model.manuscript import Block, Heading, Manuscript, Run, Runs, Tone, runs_of
from briefing.render.characters import web_address
from briefing.render.word.characters import escape
from briefing.render.word.languages import Slot, Voice, stretches, voice
from briefing.render.word.styles import Style

_BREAK = re.compile("\r\n|[\n\r\u2028\u2029\x85]")
_TONES = {
    Tone.STRONG: Style.STRONG,
    Tone.EMPHASIS: Style.EMPHASIS,
    Tone.QUIET: Style.QUIET,
    Tone.REFERENCE: Style.REFERENCE,
}
_LINKED_WEIGHT = {Tone.STRONG: "<w:b/><w:bCs/>", Tone.EMPHASIS: "<w:i/><w:iCs/>"}
FACT_BOOKMARK = "fact_"


def places_of(blocks: Iterable[Block]) -> dict[str, str]:
    """Each anchor of the manuscript with the bookmark that stands for it.

    The anchors' own names may hold any character and be of any length; Word takes 40 letters, digits and underscores.
    """
    places: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Heading) and block.anchor is not None:
            places.setdefault(block.anchor, f"place_{len(places) + 1}")
        for runs in runs_of(block):
            for run in runs:
                if run.anchor is not None:
                    places.setdefault(run.anchor, f"place_{len(places) + 1}")
    return places


@dataclass(slots=True)
class Marks:
    """The bookmarks of one document while it is written.

    `places`: anchors not yet set, with their bookmarks; `passages`: bookmarks of facts so far, with the fact's id.
    """

    places: dict[str, str]
    passages: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def ends(self, name: str) -> tuple[str, str]:
        """The two ends of the bookmark `name`."""
        self.count += 1
        return f'<w:bookmarkStart w:id="{self.count}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{self.count}"/>'

    def fact(self, fact: str) -> tuple[str, str]:
        """The two ends of what is printed of a fact."""
        name = f"{FACT_BOOKMARK}{len(self.passages) + 1}"
        self.passages[name] = fact
        return self.ends(name)

    def place(self, anchor: str, content: str) -> str:
        """`content` as the place of an anchor, if it is the first that claims the name."""
        name = self.places.pop(anchor, None)
        if name is None:
            return content
        start, end = self.ends(name)
        return f"{start}{content}{end}"


class Speech:
    """Writes the runs of one document."""

    def __init__(
        self, *, manuscript: Manuscript, ids: Mapping[Style, str], marks: Marks, relate: Callable[[str], str]
    ) -> None:
        """`relate` gives the relationship id of an external address."""
        self.voice = voice(manuscript.language)
        self.base_right_to_left = manuscript.right_to_left
        self._ids = ids
        self._marks = marks
        self._targets = dict(marks.places)
        self._relate = relate
        self._properties: dict[tuple[Tone, bool, str | None, bool], str] = {}

    def right_to_left(self, runs: Runs) -> bool:
        """The direction of a paragraph: the manuscript's, unless all its words are in a language of the other one."""
        own = self.base_right_to_left
        for run in runs:
            if not run.text.strip():
                continue
            if run.language is None or voice(run.language).right_to_left == own:
                return own
        return not own if any(run.text.strip() for run in runs) else own

    def words(self, runs: Runs) -> str:
        """The content of a paragraph; neighbouring runs of one fact share a bookmark, those of one link a link."""
        parts: list[str] = []
        fact = link = None
        end_of_fact = end_of_link = ""
        for run in runs:
            if run.fact != fact or run.link != link:
                parts.append(end_of_link)
                if run.fact != fact:
                    parts.append(end_of_fact)
                    start, end_of_fact = ("", "") if run.fact is None else self._marks.fact(run.fact)
                    parts.append(start)
                fact, link = run.fact, run.link
                opening = self._opening(link)
                end_of_link = "</w:hyperlink>" if opening else ""
                parts.append(opening)
            parts.append(self._run(run, linked=bool(end_of_link)))
        parts += (end_of_link, end_of_fact)
        return "".join(parts)

    def _opening(self, link: str | None) -> str:
        if link is None:
            return ""
        if link.startswith("#"):
            name = self._targets.get(link[1:])
            return "" if name is None else f'<w:hyperlink w:anchor="{name}" w:history="1">'
        address = web_address(link)
        return "" if address is None else f'<w:hyperlink r:id="{self._relate(address)}" w:history="1">'

    def _run(self, run: Run, *, linked: bool) -> str:
        around = voice(run.language).right_to_left if run.language is not None else self.base_right_to_left
        content = "".join(
            [
                self._stretch(text, run, linked=linked, right_to_left=direction)
                for text, direction in stretches(run.text, right_to_left=around)
            ]
        )
        return content if run.anchor is None else self._marks.place(run.anchor, content)

    def _stretch(self, text: str, run: Run, *, linked: bool, right_to_left: bool) -> str:
        key = (run.tone, linked, run.language, right_to_left)
        properties = self._properties.get(key)
        if properties is None:
            properties = self._properties[key] = self._run_properties(*key)
        return f"<w:r>{properties}{text_content(text)}</w:r>"

    def _run_properties(self, tone: Tone, linked: bool, language: str | None, right_to_left: bool) -> str:
        parts: list[str] = []
        style = _TONES.get(tone)
        weight = ""
        if linked and tone not in (Tone.REFERENCE, Tone.QUIET):
            style, weight = Style.HYPERLINK, _LINKED_WEIGHT.get(tone, "")
        if style is not None:
            parts.append(f'<w:rStyle w:val="{self._ids[style]}"/>')
        own = voice(language) if language is not None else self.voice
        if own.slot is Slot.COMPLEX and own.complex_fonts != self.voice.complex_fonts:
            parts.append(f'<w:rFonts w:cs="{own.complex_fonts[0]}"/>')
        if own.slot is Slot.EAST_ASIAN and own.east_asian_fonts != self.voice.east_asian_fonts:
            parts.append(f'<w:rFonts w:eastAsia="{own.east_asian_fonts[0]}"/>')
        parts.append(weight)
        if right_to_left:
            parts.append("<w:rtl/>")
        elif own.slot is Slot.COMPLEX and not own.right_to_left:
            parts.append("<w:cs/>")
        if own.tag != self.voice.tag:
            parts.append(_language(own))
        content = "".join(parts)
        return f"<w:rPr>{content}</w:rPr>" if content else ""


def _language(own: Voice) -> str:
    slot = "" if own.slot is Slot.LATIN else f' w:{own.slot.value}="{own.tag}"'
    return f'<w:lang w:val="{own.tag}"{slot}/>'


def text_content(text: str) -> str:
    """The text as elements of a run: words, line breaks and tabs."""
    if text.isprintable():  # no break or tab can be in it
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    lines = []
    for line in _BREAK.split(text):
        cells = (f'<w:t xml:space="preserve">{escape(cell)}</w:t>' if cell else "" for cell in line.split("\t"))
        lines.append("<w:tab/>".join(cells))
    return "<w:br/>".join(lines)
