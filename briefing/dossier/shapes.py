"""JSON values of a stranger's making, taken only in the shape in which they are expected."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.span import Span

# A file of words beyond these is none that this program has written.
MOST_FACTS = 20_000
_FURTHEST = 4_000_000
_LONGEST = 1_000_000

_ARTICLE = re.compile(r"[0-9a-f]{16}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


class OddShape(ValueError):
    """A value is missing or of another shape; its text names the key."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One object of the file; every method raises `OddShape` for what is not as asked."""

    values: Mapping[str, object]

    @staticmethod
    def of(value: object) -> Shape:
        """The object that a value is."""
        if not isinstance(value, dict):
            raise OddShape(f"{type(value).__name__} in place of an object")
        return Shape(value)

    def words(self, key: str) -> str:
        """A text, which may be empty."""
        value = self.values.get(key)
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise OddShape(key)
        return value

    def maybe_words(self, key: str) -> str | None:
        """A text, `None` where there is none."""
        return None if self.values.get(key) is None else self.words(key)

    def code(self, key: str, pattern: re.Pattern[str]) -> str | None:
        """A text of a certain form, `None` where there is none."""
        value = self.maybe_words(key)
        if value is not None and not pattern.fullmatch(value):
            raise OddShape(key)
        return value

    def language(self, key: str) -> str | None:
        """A BCP 47 tag, `None` where there is none."""
        return self.code(key, _LANGUAGE)

    def article(self, key: str) -> str:
        """An article's id."""
        value = self.words(key)
        if not _ARTICLE.fullmatch(value):
            raise OddShape(key)
        return value

    def truth(self, key: str) -> bool:
        """True or false; what is missing is false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise OddShape(key)
        return value

    def share(self, key: str) -> float:
        """A number from 0 to 1."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise OddShape(key)
        return float(value)

    def one(self, key: str) -> Shape | None:
        """An object, `None` where there is none."""
        value = self.values.get(key)
        return None if value is None else Shape.of(value)

    def some(self, key: str) -> tuple[Shape, ...]:
        """A list of objects."""
        return tuple(map(Shape.of, self.things(key)))

    def all_words(self, key: str) -> tuple[str, ...]:
        """A list of texts; what is missing is empty."""
        found = self.things(key) if key in self.values else ()
        if not all(isinstance(each, str) and len(each) <= _LONGEST for each in found):
            raise OddShape(key)
        return tuple(str(each) for each in found)

    def pairs(self, key: str) -> tuple[tuple[int, int], ...]:
        """A list of stretches of a text."""
        return tuple(_stretch(each, key) for each in self.things(key))

    def things(self, key: str) -> tuple[object, ...]:
        """A list of anything."""
        value = self.values.get(key)
        if not isinstance(value, list) or len(value) > MOST_FACTS:
            raise OddShape(key)
        return tuple(value)

    def place(self) -> Span:
        """The place that the object itself is, by its keys `article` and `span`."""
        start, end = _stretch(self.values.get("span"), "span")
        return Span(article=self.article("article"), start=start, end=end)


def _stretch(value: object, key: str) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise OddShape(key)
    start, end = value
    # True is an int to the language and no place in a text.
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= _FURTHEST:
        raise OddShape(key)
    return start, end
