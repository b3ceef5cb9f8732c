"""Numbers and sums of money in a reader's form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.locale import cldr

# Scale words are spelled out, save where a noun after them would have to be inflected with the words around it:
# "близько 2 мільярдів", but "понад 2 мільярди"; the press of these languages writes "млрд" and "mld".
_ABBREVIATED = frozenset({"uk", "pl"})

# Languages that put a preposition between a scale word and what is counted ("27 milliards de dollars").
_PARTITIVE = frozenset({"es", "fr", "pt"})

# CLDR spells these names as they begin an entry of a list.
_LOWERED = {"pt": re.compile(r"^\w(?=\w*[^\W\d_A-Z])"), "de": re.compile(r"^\w(?=\w+ische[mnrs]?\b)")}

_VOWELS = "aeiouyhàâéèêîôû"

# CLDR main data, numbers/minimumGroupingDigits, where it is not 1 (Babel leaves it out): "1234", but "12.345".
_GROUPED_FROM = {"es": 2, "es_MX": 1, "es_US": 1, "pl": 2, "pt_PT": 2}

_SMALLEST_SCALE = Decimal(10) ** 6
_LARGEST = Decimal(10) ** 18


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scaled:
    """A number with its scale word, and the number in front of that word."""

    text: str
    scaled: bool


def number(value: Decimal | int, identifier: str) -> str:
    """All the digits there are, grouped and marked as the reader expects; what is no number stays as it is."""
    from babel.numbers import format_decimal  # noqa: PLC0415 (Babel costs 0.1 s)

    exact = Decimal(value)
    if not exact.is_finite() or abs(exact) >= _LARGEST:
        return str(value)
    return format_decimal(
        exact,
        locale=cldr.data(identifier),
        decimal_quantization=False,
        group_separator=abs(exact) >= 10 ** (2 + _grouped_from(identifier)),
    )


def scaled(value: Decimal, identifier: str) -> str:
    """A number with the scale word of its size ("2.5 million") where that takes two decimals at most, else in full."""
    return _scaled(value, identifier).text


def percent(value: Decimal, identifier: str) -> str:
    """A share of a hundred with its sign, never rounded: "50 %"; what is no number stays as it is."""
    from babel.numbers import format_percent  # noqa: PLC0415 (Babel costs 0.1 s)

    if not value.is_finite() or abs(value) >= _LARGEST:
        return f"{value}%"
    return format_percent(value / 100, locale=cldr.data(identifier), decimal_quantization=False)


def _grouped_from(identifier: str) -> int:
    return next((_GROUPED_FROM[name] for name in cldr.lineage(identifier) if name in _GROUPED_FROM), 1)


def money(value: Decimal, currency: str, identifier: str, *, genitive: bool = False) -> str | None:
    """A sum with the currency's name: "27 billion US dollars", never rounded.

    `currency`: ISO 4217. `genitive`: whether the sum follows a word that governs that case.
    `None` where there is no such currency or the value is out of bounds.
    """
    locale = cldr.data(identifier)
    if currency not in locale.currencies or not value.is_finite() or abs(value) >= _LARGEST:
        return None
    scaled = _scaled(value, identifier)
    name = _unit(currency, _agreeing(value, scaled, identifier, genitive=genitive), identifier)
    if scaled.scaled and locale.language in _PARTITIVE:
        name = _partitive(name, locale.language)
    return f"{scaled.text} {name}"


def _scaled(value: Decimal, identifier: str) -> _Scaled:
    """The number with the scale word of its size, if that takes two decimals at most, else in full."""
    locale = cldr.data(identifier)
    formats = locale.compact_decimal_formats["short" if locale.language in _ABBREVIATED else "long"]
    size = max((int(size) for size in formats["other"] if int(size) <= abs(value)), default=0)
    if size < _SMALLEST_SCALE:
        return _Scaled(text=number(value, identifier), scaled=False)
    zeros = formats["other"][str(size)].pattern.count("0")
    mantissa = value / (Decimal(size) / 10 ** (zeros - 1))
    if mantissa != round(mantissa, 2):
        return _Scaled(text=number(value, identifier), scaled=False)
    mantissa = mantissa.quantize(Decimal(1)) if mantissa == mantissa.to_integral_value() else mantissa.normalize()
    category = locale.plural_form(abs(mantissa))
    pattern = formats.get(category, {}).get(str(size)) or formats["other"][str(size)]
    return _Scaled(text=f"{pattern.prefix[0]}{number(mantissa, identifier)}{pattern.suffix[0]}", scaled=True)


def _agreeing(value: Decimal, scaled: _Scaled, identifier: str, *, genitive: bool) -> Decimal:
    """A number with which the currency's name agrees in the same way as it must here."""
    if scaled.scaled:
        return _SMALLEST_SCALE
    locale = cldr.data(identifier)
    if not genitive or locale.language not in _ABBREVIATED:
        return value
    # In these languages the form for a fraction is the genitive singular, and that for five the genitive plural.
    return Decimal("0.5") if locale.plural_form(abs(value)) in ("one", "other") else Decimal(5)


def _unit(currency: str, count: Decimal, identifier: str) -> str:
    from babel.numbers import get_currency_name  # noqa: PLC0415 (Babel costs 0.1 s)

    locale = cldr.data(identifier)
    name = get_currency_name(currency, abs(count), locale)
    lowered = _LOWERED.get(locale.language)
    return lowered.sub(lambda match: match[0].lower(), name) if lowered else name


def _partitive(name: str, language: str) -> str:
    if language == "fr" and name[0].lower() in _VOWELS:
        return f"d\u2019{name}"
    return f"de {name}"
