"""The editor's words as values: times and sums, settled only where nothing in them can be read in two ways."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from briefing.model.facts import Amount, When
from briefing.model.span import Span, Stated

_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])", re.ASCII)
_TRUNCATED = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)

# Three digits after one comma or full stop are thousands to some and a fraction to others: such a number has no value.
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|"
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+[.,]\d{1,2}|\d{1,15})(?![\d.,]*\d)"
    r"(?:[ \u00a0](?P<scale>thousand|million|billion|trillion)(?!\w))?",
    re.ASCII,
)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Units that are one currency's wherever they stand.
_SIGNS = {"€": "EUR", "₴": "UAH", "£": "GBP", "US$": "USD", "zł": "PLN", "R$": "BRL"}
_CODES = "AUD BRL CAD CHF CNY CZK DKK EUR GBP HUF JPY NOK PLN RON SEK TRY UAH USD"
_CURRENCIES = _SIGNS | {code: code for code in _CODES.split()}


def stated_when(words: str, place: Span) -> When:
    """The editor's time, with dates where the words have one or two in ISO 8601."""
    written = Stated(text=words, span=place)
    if _TRUNCATED.fullmatch(words):
        return When(written=written, start=words, end=words)
    days = _DAY.findall(words)
    if not 1 <= len(days) <= 2 or not all(map(_real, days)) or days[0] > days[-1]:
        return When(written=written)
    return When(written=written, start=days[0], end=days[-1])


def stated_amount(words: str, place: Span, before: Amount | None) -> Amount:
    """The editor's sum, with a value where the words are a plain number and their unit is that of `before` or plain."""
    written = Stated(text=words, span=place)
    numbers = list(_NUMBER.finditer(words))
    if len(numbers) != 1 or _has_digits_beside(words, numbers[0]):
        return Amount(written=written)
    value, unit = _value(numbers[0]), _unit(words, numbers[0])
    if before is not None and unit == _unit_of(before):
        return Amount(written=written, value=value, currency=before.currency, qualifier=before.qualifier)
    if not unit:
        return Amount(written=written, value=value)
    currency = _CURRENCIES.get(unit)
    return Amount(written=written, value=value if currency else None, currency=currency)


def _real(day: str) -> bool:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _value(number: re.Match[str]) -> Decimal:
    digits = re.sub(r"[ \u00a0\u202f]", "", number["digits"])
    if digits.count(",") > 1:
        digits = digits.replace(",", "")
    elif digits.count(".") > 1:
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(digits.replace(",", ".")) * _SCALES.get(number["scale"] or "", 1)


def _unit(words: str, number: re.Match[str]) -> str:
    """What stands around a number, white space folded: "about $", "euros"."""
    return " ".join(f"{words[: number.start()]} {words[number.end() :]}".split())


def _unit_of(amount: Amount) -> str | None:
    """The unit of a sum that has a value; `None` where its words are no plain number."""
    numbers = list(_NUMBER.finditer(amount.written.text))
    if amount.value is None or len(numbers) != 1 or _has_digits_beside(amount.written.text, numbers[0]):
        return None
    return _unit(amount.written.text, numbers[0])


def _has_digits_beside(words: str, number: re.Match[str]) -> bool:
    return any(char.isdigit() for char in _unit(words, number))
