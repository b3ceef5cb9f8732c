"""How a language writes sums of money and shares, as patterns made from its words."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.extract.lexis.lexicon import alternatives, load

_DIGITS = (
    r"\d{1,3}(?:\.\d{3}){2,}(?!\.?\d)|"
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|"
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}|"
    r"\d++(?:[.,]\d{1,3})?"
)
_DIGITS_BY_POINT = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|"
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,6}(?:,\d+)?|"
    r"\d++(?:[.,]\d{1,3})?"
)


@dataclass(frozen=True, slots=True)
class AmountGrammar:
    """The patterns and words for the amounts of one language."""

    data: Mapping[str, Any]
    money: tuple[re.Pattern[str], ...]
    share: re.Pattern[str]
    hint: re.Pattern[str]
    signs: tuple[str, ...]
    before: re.Pattern[str]
    more: re.Pattern[str]
    hands: re.Pattern[str]
    named: re.Pattern[str]
    """The name of a peso right after a sum with a dollar sign, which pesos share."""
    qualifier: Mapping[str, str]
    point: bool = False
    """Whether a point parts thousands and a comma the fraction ("1.500,50")."""


@functools.cache
def amount_grammar(language: str) -> AmountGrammar:
    """The grammar of a language that has a lexicon of amounts."""
    data = load(language, "amounts")
    scales = rf"(?P<scales>(?:[-\u2011 \u00a0\u202f]?{alternatives(data['scales'])}(?![\w$])){{0,2}})"
    other = scales.replace("?P<scales>", "")
    numeral = alternatives(data["numerals"])
    spelled = rf"(?<![\w-])(?P<number>{numeral}(?:[- ](?:and[- ]a[- ]half|{numeral}))?)(?!\w)"
    form = data.get("form", {})
    point = form.get("decimal") == ","
    digits_form = _DIGITS_BY_POINT if point else _DIGITS
    to = rf"(?:\s?[-–—]\s?|\s{alternatives(form.get('to', ('to', 'and')))}\s)"
    sign = f"(?-i:{_signs(data)})"
    after = _after(data)
    tens = r"(?:(?:tens|hundreds|several|many)\s+(?:of\s+)?)?"
    several = r"(?:several|a few|many)\s(?:hundred(?:\s(?:thousand|million|billion))?|thousand|million|billion)\s"
    vague = form.get("vague") or rf"{tens}(?:hundreds|thousands|[mbtr]+illions)\s+of\s|{several}"
    vague = rf"(?<!\w)(?P<number>{vague})"
    digits = rf"(?P<number>{digits_form})"
    share = alternatives(data["percent"]["words"])
    words = {phrase: kind for kind, phrases in data["qualifiers"].items() for phrase in phrases}
    pesos = [name for name in data["names"] if data["names"][name] == "peso"]
    patterns = (
        rf"(?P<sign>{sign})\s?{digits}{scales}(?P<upper>{to}(?:{sign})?\s?(?:{digits_form}){other})?(?![\d%])",
        rf"(?<![\w.,$€£]){digits}{scales}(?P<upper>{to}(?:{digits_form}){other})?{after}",
        rf"{spelled}{scales}{after}",
        rf"{vague}{after}",
    )
    return AmountGrammar(
        data=data,
        money=tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns),
        share=re.compile(
            rf"(?<![\w.,]){digits}(?P<upper>{to}(?:{digits_form}))?\s?-?(?:%|{share}(?!\w))", re.IGNORECASE
        ),
        hint=re.compile("|".join(word.lower() for word in data["scales"] if len(word) > 3)),
        signs=(*data["signs"], *data["codes"]["iso"]),
        before=re.compile(rf"(?<!\w)({alternatives(words)})\s+$", re.IGNORECASE),
        more=re.compile(form.get("more", r"\s+more(?!\s+than\b|\w)") or r"(?!)", re.IGNORECASE),
        hands=re.compile(
            rf"(?<!\w){alternatives(data.get('handing', {}).get('verbs', ('hand over',)))}\s+$", re.IGNORECASE
        ),
        named=re.compile(rf"\s?(?P<name>{alternatives(pesos)})(?!\w)" if pesos else r"(?!)", re.IGNORECASE),
        qualifier=words,
        point=point,
    )


def _signs(data: Mapping[str, Any]) -> str:
    large = r"\d[\d.,]{0,18}\s?(?:[kKmMbB]|bn|tn|mn|million|billion|trillion)\b"  # "USD3.4m", but not "COP27"
    codes = {code: rf"(?=[\s\u00a0]|{large})" for code in data["codes"]["iso"] if code not in data["signs"]}
    written = sorted({*data["signs"], *codes}, key=len, reverse=True)
    return "|".join(
        (r"(?<![A-Za-z])" if sign[0].isalpha() else "") + re.escape(sign) + codes.get(sign, "") for sign in written
    )


def _after(data: Mapping[str, Any]) -> str:
    """What follows a number to make it money: a country's adjective, perhaps, and the currency's name."""
    adjectives = {
        word
        for shared in data["shared"].values()
        for words in (shared.get("home", ()), *shared["countries"].values())
        for word in words
    }
    names = alternatives([*data["names"], *data["codes"]["iso"]])
    return rf"[-\u2011\s]?(?:(?P<adjective>{alternatives(adjectives)})\s+)?(?P<name>{names})(?!\w)"
