"""The countries of the world by name, for a user to choose from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefing.locale import cldr, collation
from briefing.locale.shipped import SHIPPED

# CLDR's two letters for what is no country: groups of territories, test data, and the unknown.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_CODE = re.compile(r"[A-Z]{2}")


@cache
def countries(locale: str) -> Mapping[str, str]:
    """Every country's name by its ISO 3166-1 alpha-2 code, in a shipped locale's language and alphabet's order.

    The first call of all loads Babel (about 0.06 s), the first in each language that language's data (0.01 s).
    """
    territories = cldr.data(locale).territories
    codes = (str(code) for code in territories if _CODE.fullmatch(str(code)))
    names = {code: cldr.apostrophes(str(territories[code])) for code in codes if code not in _NO_COUNTRIES}
    language = SHIPPED[locale].language
    return MappingProxyType(dict(sorted(names.items(), key=lambda item: collation.key(item[1], language))))
