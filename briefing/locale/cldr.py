"""The one door to Babel's locale data, opened when something is first formatted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# CLDR supplemental data, measurementData/paperSize: the territories that print on US Letter; all others on A4.
_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])


# CLDR spells Ukrainian with the letter apostrophe, the catalogues and the press with the typographic one.
_APOSTROPHE = str.maketrans({"\u02bc": "\u2019"})


@cache
def data(identifier: str) -> Locale:
    """Babel's record of a CLDR locale such as `pt_PT`, which must exist."""
    from babel import Locale  # noqa: PLC0415 (0.1 s; listing the locales must not pay for it)

    return Locale.parse(identifier)


def apostrophes(name: str) -> str:
    """A name out of CLDR with the apostrophe in which the catalogues are written."""
    return name.translate(_APOSTROPHE)


def identifier(language: str, region: str | None) -> str:
    """The most specific CLDR locale there is for a language in a region."""
    from babel.localedata import exists  # noqa: PLC0415 (see above)

    regional = f"{language}_{region}"
    return regional if region and exists(regional) else language


def is_region(code: str) -> bool:
    """Whether CLDR knows this territory (`UA`) or group of territories (`419`)."""
    return code in data("en").territories


def likely_region(language: str) -> str:
    """The region where a language is most at home: `US` for `en`, `BR` for `pt`."""
    from babel.core import get_global  # noqa: PLC0415 (see above)

    return str(get_global("likely_subtags")[language]).rpartition("_")[2]


def prints_on_letter(region: str) -> bool:
    """Whether US Letter is the usual paper there."""
    return region in _LETTER


def lineage(identifier: str) -> tuple[str, ...]:
    """A locale and those it inherits from, nearest first: `es_MX`, `es_419`, `es`."""
    from babel.core import get_global  # noqa: PLC0415 (see above)

    parents = get_global("parent_exceptions")
    found = [identifier]
    while "_" in found[-1]:
        parent = parents.get(found[-1]) or found[-1].rpartition("_")[0]
        if parent == "root":
            break
        found.append(parent)
    return tuple(found)
