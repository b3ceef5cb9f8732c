"""What the program finds in a few paragraphs of a language that no parser reads."""

from __future__ import annotations

from briefing.extract.registry import extractor_for
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Findings
from briefing.model.notice import Outcome


def outcome(language: str, *paragraphs: str) -> Outcome[Findings]:
    """What is found, with the notices."""
    text, regions = "", []
    for paragraph in paragraphs:
        if paragraph:
            regions.append(Region(start=len(text), end=len(text) + len(paragraph), kind=RegionKind.BODY))
        text += paragraph + "\n\n"
    article = Article(
        id="0123456789abcdef",
        path="a.txt",
        text=text,
        regions=tuple(regions),
        language=language,
        published="2024-05-14",
    )
    (found,) = extractor_for(language).extract((article,))
    return found


def read(language: str, *paragraphs: str) -> Findings:
    """What is found."""
    found = outcome(language, *paragraphs).value
    assert found is not None
    return found
