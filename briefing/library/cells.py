"""What stands in one cell of a table, checked: a file may come from a stranger, and SQLite keeps any type anywhere."""

from __future__ import annotations

from briefing.library.codec import Misshapen


def text_in(value: str | None) -> str | bytes | None:
    """Text as a column takes it: with lone surrogates, of which no UTF-8 can be made, as bytes."""
    if value is None or _storable(value):
        return value
    return value.encode("utf-8", "surrogatepass")


def text(value: object) -> str:
    """Text from a column. Raises `Misshapen`."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError as damage:
            raise Misshapen("no text") from damage
    if not isinstance(value, str):
        raise Misshapen("no text")
    return value


def text_or_none(value: object) -> str | None:
    """Text from a column that may be empty. Raises `Misshapen`."""
    return None if value is None else text(value)


def whole(value: object) -> int:
    """A whole number from a column. Raises `Misshapen`."""
    if not isinstance(value, int):
        raise Misshapen("no number")
    return value


def record(value: object) -> bytes:
    """The bytes of a record from a column. Raises `Misshapen`."""
    if not isinstance(value, bytes):
        raise Misshapen("no record")
    return value


def _storable(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= char <= "\udfff" for char in value)
