"""Sums of money and shares as written, with value and currency where the text settles them; no parser."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefing.extract.lexicon import alternatives, load
from briefing.model.article import Article
from briefing.model.facts import Amount
from briefing.model.span import Span, Written

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
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")
_LONGEST_NUMBER = 18


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount found at `start` to `end`; `number` is where its first digit or numeral stands."""

    start: int
    end: int
    number: int
    amount: Amount
    share: bool = False


class Currencies:
    """Which currency a sign or name stands for, in the light of the countries that a text names."""

    def __init__(self, data: Mapping[str, Any], text: str) -> None:
        self._data = data
        self._lower = text.lower()
        self._settled: dict[str, str | None] = {}

    def code(self, key: str, adjective: str = "") -> str | None:
        """The ISO 4217 code of a code, or of a shared name such as `dollar`; `None` where it is not settled."""
        shared = self._data["shared"].get(key)
        if shared is None:
            return key
        if adjective:
            return self._by_adjective(shared, adjective.lower())
        if key not in self._settled:
            self._settled[key] = self._by_country(shared)
        return self._settled[key]

    def mentions(self, sign: str) -> bool:
        """Whether the text writes this sign anywhere."""
        return sign in self._lower

    @staticmethod
    def _by_adjective(shared: Mapping[str, Any], adjective: str) -> str | None:
        if adjective in shared.get("home", ()):
            default: str | None = shared.get("default") or next(iter(shared["countries"]))
            return default
        return next((code for code, words in shared["countries"].items() if adjective in words), None)

    def _by_country(self, shared: Mapping[str, Any]) -> str | None:
        named = [code for code, words in shared["countries"].items() if self._names_any(words)]
        if not named:
            default: str | None = shared.get("default")
            return default
        if "default" in shared:
            return None  # two countries whose money has this name may be meant
        return named[0] if len(named) == 1 else None

    def _names_any(self, words: list[str]) -> bool:
        if not any(word.split()[0] in self._lower for word in words):
            return False  # what most articles come to, at a fraction of the cost
        return re.search(rf"\b{alternatives(words)}(?!\w)", self._lower) is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    data: Mapping[str, Any]
    money: tuple[re.Pattern[str], ...]
    share: re.Pattern[str]
    hint: re.Pattern[str]
    signs: tuple[str, ...]
    before: re.Pattern[str]
    more: re.Pattern[str]
    qualifier: Mapping[str, str]
    point: bool = False
    """Whether a point parts thousands and a comma the fraction ("1.500,50")."""


@functools.cache
def _grammar(language: str) -> _Grammar:
    data = load(language, "amounts")
    scales = rf"(?P<scales>(?:[-\u2011 \u00a0\u202f]?{alternatives(data['scales'])}(?![\w$])){{0,2}})"
    other = scales.replace("?P<scales>", "")
    numeral = alternatives(data["numerals"])
    spelled = rf"(?<![\w-])(?P<number>{numeral}(?:[- ](?:and[- ]a[- ]half|{numeral}))?)"
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
    patterns = (
        rf"(?P<sign>{sign})\s?{digits}{scales}(?P<upper>{to}(?:{sign})?\s?(?:{digits_form}){other})?(?![\d%])",
        rf"(?<![\w.,$€£]){digits}{scales}(?P<upper>{to}(?:{digits_form}){other})?{after}",
        rf"{spelled}{scales}{after}",
        rf"{vague}{after}",
    )
    return _Grammar(
        data=data,
        money=tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns),
        share=re.compile(
            rf"(?<![\w.,]){digits}(?P<upper>{to}(?:{digits_form}))?\s?-?(?:%|{share}(?!\w))", re.IGNORECASE
        ),
        hint=re.compile("|".join(word.lower() for word in data["scales"] if len(word) > 3)),
        signs=(*data["signs"], *data["codes"]["iso"]),
        before=re.compile(rf"(?<!\w)({alternatives(words)})\s+$", re.IGNORECASE),
        more=re.compile(form.get("more", r"\s+more(?!\s+than\b|\w)") or r"(?!)", re.IGNORECASE),
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


class AmountFinder:
    """Finds the amounts of one article."""

    def __init__(self, article: Article, language: str = "en") -> None:
        self._article = article
        self._grammar = _grammar(language)
        self._currencies = Currencies(self._grammar.data, article.text)

    def money(self, start: int, end: int) -> list[Sum]:
        """The sums of money between two places, in order; small sums all in words ("two euros") are not looked for."""
        text, found = self._article.text, list[Sum]()
        digits = _DIGIT.search(text, start, end) is not None
        if not digits and not self._grammar.hint.search(text[start:end].lower()):
            return found
        taken = start
        after_sign, *others = self._grammar.money
        matches = list(self._signed(after_sign, start, end)) if digits else []
        for pattern in others:
            matches.extend(pattern.finditer(text, start, end))
        for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
            if match.start() < taken:
                continue
            made = self._money(self._one(match, start, end), start, end)
            if made is not None:
                found.append(made)
                taken = made.end
        return found

    def _signed(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` finds, tried only where a number follows a currency's sign or code."""
        text, signs = self._article.text, self._grammar.signs
        longest = max(map(len, signs)) + 1  # and a space
        free = start
        for number in _NUMBER.finditer(text, start, end):
            at = number.start()
            after = at - text[at - 1].isspace() if at > free else at
            if not text.endswith(signs, free, after):
                continue
            places = range(max(free, at - longest), at)
            match = next((found for place in places if (found := pattern.match(text, place, end))), None)
            if match is not None:
                yield match
                free = match.end()

    def shares(self, start: int, end: int) -> list[Sum]:
        """The percentages between two places, in order; `value` is the number before the sign."""
        if not _DIGIT.search(self._article.text, start, end):
            return []
        matches = self._grammar.share.finditer(self._article.text, start, end)
        return [self._make(match, None, start, end, share=True) for match in matches]

    def qualified(self, number: int, start: int) -> tuple[int, str | None]:
        """Where the words before `number` that qualify it begin, not before `start`, and what they say."""
        first, kind = number, None
        while True:
            before = self._article.text[max(start, first - 40) : first]
            match = self._grammar.before.search(before)
            if match is None:
                return first, kind
            first -= len(before) - match.start(1)
            said = self._grammar.qualifier[" ".join(match.group(1).lower().split())]
            kind = said if said != "none" else kind

    def _one(self, match: re.Match[str], start: int, end: int) -> re.Match[str]:
        """The match, cut to its first sum where "and" joins two sums rather than the ends of a range."""
        upper = match.groupdict().get("upper") or ""
        between = self._article.text[max(start, match.start() - 8) : match.start()].lower().endswith("between ")
        if between or " and " not in upper:
            return match
        shorter = match.re.match(self._article.text, match.start(), min(end, match.start("upper")))
        return shorter or match

    def _money(self, match: re.Match[str], start: int, end: int) -> Sum | None:
        groups = match.groupdict()
        data = self._grammar.data
        if groups.get("sign"):
            sign = match["sign"]
            code = self._currencies.code(data["signs"].get(sign, sign))
            if len(sign) == 1 and sign.isalpha() and not (match["scales"] or (code and "," in match["number"])):
                return None  # a road or a rule as easily as a sum
            return self._make(match, code, start, end)
        name = " ".join(match["name"].split())
        key = data["names"].get(name.lower()) or data["names"].get(name) or name.upper()
        if name.upper() in data["codes"]["iso"] and name != name.upper():
            return None  # a word that happens to spell a code
        adjective = groups.get("adjective") or ""
        scaled = bool((groups.get("scales") or "").strip()) or "llions" in match["number"]
        if name.lower() in data["doubtful"]["names"] and not (scaled or adjective):
            return None
        if match["number"].lower() in {"a", "an", "half", "one"} and not scaled:
            return None
        return self._make(match, self._currencies.code(key, adjective), start, end)

    def _make(self, match: re.Match[str], currency: str | None, start: int, end: int, *, share: bool = False) -> Sum:
        first, qualifier = self.qualified(match.start(), start)
        last = match.end()
        more = self._grammar.more.match(self._article.text, last, end)
        if more:
            last, qualifier = more.end(), qualifier or "additional"
        groups = match.groupdict()
        value = None if groups.get("upper") else self._value(match["number"], groups.get("scales") or "")
        amount = Amount(
            written=Written(
                text=self._article.text[first:last], span=Span(article=self._article.id, start=first, end=last)
            ),
            value=value,
            currency=currency,
            qualifier=qualifier,
        )
        return Sum(first, last, match.start("number"), amount, share)

    def _value(self, number: str, scales: str) -> Decimal | None:
        if self._grammar.point and _DIGIT.match(number.strip()):
            number = _with_comma(number)
        value = parse_number(number, self._grammar.data["numerals"])
        if value is None:
            return None
        known = self._grammar.data["scales"]
        for scale in _any_of(tuple(known)).findall(scales.lower()):
            value *= Decimal(known[" ".join(scale.split())])
        return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


@functools.cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(alternatives(words))


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


def _with_comma(written: str) -> str:
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


def all_sums(finder: AmountFinder, start: int, end: int) -> Iterator[Sum]:
    """Money and shares between two places, in order."""
    yield from sorted([*finder.money(start, end), *finder.shares(start, end)], key=lambda found: found.start)
