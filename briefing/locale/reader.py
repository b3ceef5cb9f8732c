"""The reader's locale: everything in a brief that depends on who reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefing.locale import cldr, collation, dates, figures, quantities, spoken, tags, words
from briefing.locale.catalogue import Catalogue, catalogue
from briefing.locale.shipped import SHIPPED, available, names
from briefing.model.errors import UsageError
from briefing.model.facts import Amount, Kind, Mode, When

__all__ = ["ReaderLocale", "available", "find", "names"]

# Ukrainian and Polish words for these govern the genitive; in the other languages nothing changes.
_GENITIVE_AFTER = frozenset({"about", "up_to"})

_QUALIFIERS = frozenset({None, "about", "up_to", "at_least", "more_than", "less_than", "additional"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLocale:
    """What a reader of one language in one region expects.

    `tag`: BCP 47. `catalogue`: the shipped locale whose words are used. `cldr`: the CLDR locale of the formats.
    """

    tag: str
    catalogue: str
    cldr: str
    paper: Literal["A4", "Letter"]
    right_to_left: bool

    def text(self, key: str, /, **params: object) -> str:
        """The words for `key`; `params` are values, whatever they contain. Raises `UnknownKey`."""
        return self._words().fill(key, params)

    def count(self, key: str, n: int, /, **params: object) -> str:
        """The words for `key` with `n` things; `{n}` is written the reader's way. Raises `UnknownKey`."""
        return self._words().fill_plural(key, n, {"n": self.number(n), **params})

    def date(self, iso: str) -> str:
        """An ISO 8601 date, perhaps truncated, or the date of a date-time, in its long form."""
        return dates.date(iso, self.cldr)

    def date_range(self, start: str, end: str) -> str:
        """From one ISO 8601 date to another, what they share said once."""
        return dates.date_range(start, end, self.cldr)

    def when(self, when: When) -> str:
        """The dates that a time settles, else its words as written."""
        match when.start, when.end:
            case None, None:
                return when.written.text
            case str(start), str(end):
                return self.date_range(start, end)
            case str(start), None:
                return self.text("when.from", date=self.date(start))
            case _:
                return self.text("when.until", date=self.date(str(when.end)))

    def spoken_time(self, written: str) -> str | None:
        """A time that English says in a word or two ("Friday", "next year"); `None` where the words are others.

        It stands alone, as beside the original; for a reader of English the words stay as they are.
        """
        key, day = spoken.key(written), spoken.weekday(written, self.cldr)
        if key is None and day is None:
            return None
        if self._language == "en":
            return written
        return day if key is None else self.text(key)

    def number(self, value: Decimal | int) -> str:
        """All digits of a number, grouped and marked."""
        return figures.number(value, self.cldr)

    def amount(self, amount: Amount) -> str:
        """A sum of money, count or share with its qualifier; the words as written where anything is not settled."""
        qualifier = amount.qualifier
        if amount.value is None or not amount.value.is_finite() or qualifier not in _QUALIFIERS:
            return amount.written.text
        if amount.currency is None:
            said = self._quantity(amount)
        else:
            said = figures.money(amount.value, amount.currency, self.cldr, genitive=qualifier in _GENITIVE_AFTER)
        if said is None:
            return amount.written.text
        return said if qualifier is None else self.text(f"qualifier.{qualifier}", amount=said)

    def _quantity(self, amount: Amount) -> str | None:
        # The value says neither what is counted nor that it is a share: the words must be the number and no more.
        quantity = quantities.read(amount.written.text)
        if quantity is None or quantity.value != amount.value or quantity.qualified != (amount.qualifier is not None):
            return None
        return quantities.worded(quantity, self.cldr)

    def listing(self, items: Sequence[str]) -> str:
        """Several items as one phrase, with the language's "and"."""
        return words.listing(items, self.cldr)

    def country(self, code: str) -> str | None:
        """The name of a country by its ISO 3166-1 alpha-2 code; `None` where there is no such country."""
        return words.country(code, self.cldr)

    def named(self, written: str) -> str | None:
        """The name of a country or body that is written in English; `None` where it is not known for sure.

        It stands alone, without an article; for a reader of English the words stay as they are.
        """
        from briefing.locale import roles  # noqa: PLC0415 (listing the locales must not pay for the lexicon)

        code = roles.country(written)
        if code is None:
            return roles.body(written, self.catalogue)
        return written if self._language == "en" else self.country(code)

    def quotation(self, text: str) -> str:
        """The text, unchanged, between the reader's outer quotation marks."""
        return words.quotation(text, self.cldr)

    def language(self, tag: str) -> str:
        """The name of a language by its BCP 47 tag, which is returned as it is where it has none."""
        return words.language(tag, self.cldr)

    def mode(self, mode: Mode) -> str:
        """How somebody took part, in words."""
        return self.text(f"mode.{mode.value}")

    def kind(self, kind: Kind) -> str:
        """What sort of undertaking it is, in words."""
        return self.text(f"kind.{kind.value}")

    def collate(self, text: str) -> collation.Key:
        """A key that sorts names in the order of the reader's alphabet."""
        return collation.key(text, self._language)

    @property
    def _language(self) -> str:
        return SHIPPED[self.catalogue].language

    def _words(self) -> Catalogue:
        return catalogue("doc", self.catalogue)


def find(name: str) -> ReaderLocale:
    """The locale that a user means by `name`: the language's catalogue with the region's formats and paper.

    Raises `UsageError("unknown-locale")` with what there is, and what comes close.
    """
    tag = tags.parse(name)
    shipped = tag.catalogue() if tag else None
    if tag is None or shipped is None or (tag.region and not cldr.is_region(tag.region)):
        raise _unknown(name)
    if tag.region is None:
        tag = tags.Tag(language=tag.language, region=shipped.name.partition("_")[2] or None)
    identifier = cldr.identifier(tag.language, tag.region)
    return ReaderLocale(
        tag=tag.underscored.replace("_", "-"),
        catalogue=shipped.name,
        cldr=identifier,
        paper="Letter" if cldr.prints_on_letter(tag.region or cldr.likely_region(tag.language)) else "A4",
        right_to_left=cldr.data(identifier).character_order == "right-to-left",
    )


def _unknown(name: str) -> UsageError:
    import difflib  # noqa: PLC0415 (for this failure only)

    spellings = {own.casefold(): key for key, own in names().items()} | {key.casefold(): key for key in SHIPPED}
    near = difflib.get_close_matches(name[:40].casefold().replace("-", "_"), spellings, n=3, cutoff=0.6)
    close = tuple(dict.fromkeys(spellings[spelling] for spelling in near))
    return UsageError("unknown-locale", name=name, available=available(), close=close)
