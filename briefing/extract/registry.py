"""Which extractor reads which language; nothing heavy is imported before it is asked for."""

from __future__ import annotations

from briefing.model.ports import Extractor


def extractor_for(language: str | None) -> Extractor:
    """The extractor for a language (BCP 47; `None`: not known), which says itself what it cannot read."""
    del language  # one extractor so far; further languages are told apart here
    from briefing.extract.engine import EnglishExtractor  # noqa: PLC0415 - engine imports all stages

    return EnglishExtractor()
