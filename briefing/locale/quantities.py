"""Counts and shares as English news writes them in digits, in a reader's form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from briefing.locale import figures

_WRITTEN = re.compile(
    r"(?P<before>(?:[a-z.]+ ){0,5})(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,18}(?:\.\d+)?)"
    r"(?:[- ](?P<scale>thousand|million|billion|trillion))?(?P<share> ?%|[- ](?:per ?cent|pct))?",
    re.ASCII | re.IGNORECASE,
)

_SCALES: Mapping[str, Decimal] = MappingProxyType(
    {"thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that counts things or is a share of a hundred.

    `qualified`: whether words such as "about" stand before it. `scaled`: whether it is written with a scale word.
    """

    value: Decimal
    qualified: bool
    scaled: bool
    share: bool


def read(written: str) -> Quantity | None:
    """The number that the words say in digits; `None` where anything but a qualifier stands beside it."""
    match = _WRITTEN.fullmatch(" ".join(written.split()))
    if match is None:
        return None
    scale = match["scale"]
    value = Decimal(match["digits"].replace(",", "")) * (_SCALES[scale.lower()] if scale else 1)
    return Quantity(
        value=value, qualified=bool(match["before"]), scaled=scale is not None, share=match["share"] is not None
    )


def worded(quantity: Quantity, identifier: str) -> str:
    """The number with its percent sign or scale word in the form of a CLDR locale."""
    if quantity.share:
        return figures.percent(quantity.value, identifier)
    return figures.scaled(quantity.value, identifier) if quantity.scaled else figures.number(quantity.value, identifier)
