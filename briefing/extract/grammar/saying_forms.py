"""The forms that verbs of saying have in running words."""

from __future__ import annotations

import functools

from briefing.extract.lexis.lexicon import load


@functools.cache
def finite_forms(language: str) -> frozenset[str]:
    """What plain verbs of saying end in where they have a subject."""
    plain = load(language, "saying")["verbs"]["plain"]
    return frozenset(form for verb in plain for form in (f"{verb}s", f"{verb}d", f"{verb}ed"))


@functools.cache
def participles(language: str) -> frozenset[str]:
    """What plain verbs of saying are after "as": "saying", "claiming", "admitting"."""
    plain = load(language, "saying")["verbs"]["plain"]
    return frozenset(form for verb in plain for form in (f"{verb}ing", f"{verb.removesuffix('e')}ing", f"{verb}ting"))
