"""Which extractor reads which language; nothing heavy is imported before it is asked for."""

from __future__ import annotations

from importlib.resources import files

from briefing.model.ports import Extractor


def extractor_for(language: str | None) -> Extractor:
    """The extractor for a language (BCP 47; `None`: not known), which says itself what it cannot read."""
    if language is not None and language.isalpha() and _has_surface_data(language):
        from briefing.extract.surface.engine import SurfaceExtractor  # noqa: PLC0415 - imports all its stages

        return SurfaceExtractor(language)
    from briefing.extract.engine import EnglishExtractor  # noqa: PLC0415 - engine imports all stages

    return EnglishExtractor()


def _has_surface_data(language: str) -> bool:
    """Whether there is a folder of data for the rules that need no parser."""
    return files("briefing.extract").joinpath(language, "grammar.toml").is_file()
