"""Names of locales as people and systems write them, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.locale.shipped import Shipped, of_language

# Bounds on the length keep a hostile name from being more than a mismatch.
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}|[0-9]{3}))?"
    # An encoding and a modifier, as systems add them, say nothing about the language.
    r"(?:\.[\w-]{1,20})?(?:@\w{1,20})?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A language with, perhaps, a script and a region; in the case BCP 47 recommends."""

    language: str
    script: str | None = None
    region: str | None = None

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region) if part)

    @property
    def underscored(self) -> str:
        """The form in which CLDR names its files, without the script."""
        return f"{self.language}_{self.region}" if self.region else self.language

    def catalogue(self) -> Shipped | None:
        """The shipped locale that a reader of this tag is given; `None` for another language or script."""
        shipped = of_language(self.language)
        if shipped is None or self.script not in (None, shipped.script):
            return None
        return shipped


def parse(name: str) -> Tag | None:
    """`pt-br`, `pt_BR.utf8`, `de_DE@euro`, `uk-Cyrl-UA` as a `Tag`; `None` for anything of another shape."""
    match = _TAG.fullmatch(name)
    if match is None:
        return None
    script, region = match["script"], match["region"]
    return Tag(
        language=match["language"].lower(),
        script=script.title() if script else None,
        region=region.upper() if region else None,
    )
