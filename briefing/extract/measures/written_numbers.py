"""The value of a number as written, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

_LONGEST_NUMBER = 18


def parse_number(written: str, numerals: Mapping[str, str]) -> Decimal | None:
    """The value of digits with separators or of one or two number words; `None` if it is neither."""
    text = re.sub(r"[\s\u00a0\u202f]", "", written)
    if text[:1].isdigit():
        return _digits(text)
    words = [word for word in re.split(r"[\s-]+", written.strip().lower()) if word]
    if words[1:] == ["and", "a", "half"]:
        words = [words[0], "half"]
    values = [Decimal(numerals[word]) for word in words if word in numerals]
    if not values or len(values) != len(words) or len(values) > 2:
        return None
    if len(values) == 1:
        return values[0]
    return values[0] * values[1] if values[0] < 1 else values[0] + values[1]


def with_decimal_point(written: str) -> str:
    """A number of a language that writes "1.500,50", as English writes it."""
    text = re.sub(r"[\s\u00a0\u202f]", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return text.replace(",", ".")


def _digits(text: str) -> Decimal | None:
    if not text.isascii() or len(text) > _LONGEST_NUMBER:
        return None
    if re.fullmatch(r"\d+(?:\.\d{3}){2,}", text):
        return Decimal(text.replace(".", ""))
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return Decimal(text.replace(",", "."))
    plain = text.replace(",", "")
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None
