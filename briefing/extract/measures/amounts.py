"""Sums of money and shares as written, with value and currency where the text settles them; no parser."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.extract.lexis.lexicon import alternatives
from briefing.extract.measures.amount_grammar import amount_grammar
from briefing.extract.measures.currencies import Currencies
from briefing.extract.measures.written_numbers import parse_number, with_decimal_point
from briefing.model.article import Article
from briefing.model.facts import Amount
from briefing.model.span import Span, Written

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount found at `start` to `end`; `number` is where its first digit or numeral stands."""

    start: int
    end: int
    number: int
    amount: Amount
    share: bool = False


class AmountFinder:
    """Finds the amounts of one article."""

    def __init__(self, article: Article, language: str = "en") -> None:
        self._article = article
        self._grammar = amount_grammar(language)
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
            if match.start() < taken or not self._is_whole(match, start):
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
        return [self._make(match, None, start, end, share=True) for match in matches if not self._in_address(match)]

    def _in_address(self, match: re.Match[str]) -> bool:
        """Whether it stands in a page's address, where a percent sign leads a letter's code in: "E2%80%99s"."""
        text = self._article.text
        after = text[match.end() : match.end() + 1]
        return text.endswith("%", 0, match.start()) or (after.isalnum() and text[match.end() - 1] == "%")

    def qualified(self, number: int, start: int) -> tuple[int, str | None]:
        """Where the words before `number` that qualify it begin, not before `start`, and what they say."""
        first, kind = number, None
        while True:
            before = self._article.text[max(start, first - 40) : first]
            match = self._grammar.before.search(before)
            if match is None or (match.group(1).lower() == "over" and self._hands_over(before[: match.start(1)])):
                return first, kind
            first -= len(before) - match.start(1)
            said = self._grammar.qualifier[" ".join(match.group(1).lower().split())]
            kind = said if said != "none" else kind

    def _hands_over(self, before: str) -> bool:
        """Whether "over" belongs to the verb: "had handed over Rs 25 lakh"."""
        return self._grammar.hands.search(before) is not None

    def _one(self, match: re.Match[str], start: int, end: int) -> re.Match[str]:
        """The match, cut to its first sum where "and" joins two sums rather than the ends of a range."""
        upper = match.groupdict().get("upper") or ""
        between = self._article.text[max(start, match.start() - 8) : match.start()].lower().endswith("between ")
        if between or " and " not in upper:
            return match
        shorter = match.re.match(self._article.text, match.start(), min(end, match.start("upper")))
        return shorter or match

    def _is_whole(self, match: re.Match[str], start: int) -> bool:
        """Whether it is not a part of what is written: a quarter of a million is no million."""
        before = self._article.text[max(start, match.start() - 24) : match.start()].lower().split()
        return before[-1:] != ["of"] or not {*before[-2:-1]} & {*self._grammar.data.get("fractions", ())}

    def _money(self, match: re.Match[str], start: int, end: int) -> Sum | None:
        groups = match.groupdict()
        data = self._grammar.data
        if groups.get("sign"):
            sign = match["sign"]
            after = None if sign != "$" else self._grammar.named.match(self._article.text, match.end(), end)
            key = data["signs"].get(sign, sign) if after is None else data["names"][after["name"].lower()]
            code = self._currencies.code(key)
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
            number = with_decimal_point(number)
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


def all_sums(finder: AmountFinder, start: int, end: int) -> Iterator[Sum]:
    """Money and shares between two places, in order."""
    yield from sorted([*finder.money(start, end), *finder.shares(start, end)], key=lambda found: found.start)
