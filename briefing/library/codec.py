"""Frozen records to JSON and back, led by their type hints; what comes back may be a stranger's."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

TAG = "is"
"""The member that names a record's class where its place allows several."""

# No sum of money and no count has an exponent beyond this; printing one that has would fill the memory with zeros.
_LARGEST_EXPONENT = 64
_LONGEST_DECIMAL = 200


class Misshapen(ValueError):
    """Stored JSON is not of the shape that its place asks for."""


# What a wrong value raises where it is read: bad UTF-8, bad JSON, a record that breaks its own invariant, numbers of
# thousands of digits, brackets in brackets without end.
_DAMAGE = (ValueError, OverflowError, RecursionError)


class _Codec(NamedTuple):
    """How values of one type are written and read."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def dump(value: object, kind: object) -> bytes:
    """A value of type `kind` as JSON; lone surrogates pass through as they are."""
    plain = _codec(kind).encode(value)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def load(data: bytes, kind: type[T]) -> T:
    """The value of type `kind` in JSON. Raises `Misshapen` for anything that `dump` would not have written."""
    try:
        plain = json.loads(data.decode("utf-8", "surrogatepass"), parse_constant=_refuse_constant)
        return cast("T", _codec(cast("Hashable", kind)).decode(plain))
    except _DAMAGE as damage:
        raise Misshapen(str(damage)) from damage


def encode(value: object, kind: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """A value of type `kind` as what JSON is made of."""
    return _codec(kind).encode(value)


def decode(plain: object, kind: type[T]) -> T:
    """The value of type `kind` that `encode` made `plain` of. Raises `Misshapen`."""
    try:
        return cast("T", _codec(cast("Hashable", kind)).decode(plain))
    except _DAMAGE as damage:
        raise Misshapen(str(damage)) from damage


def _refuse_constant(name: str) -> float:
    raise Misshapen(f"{name} is no number")


@cache
def _codec(kind: Any) -> _Codec:  # noqa: ANN401 - types have no common type
    """The codec of a type, made once."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin = get_origin(kind)
    maker = _GENERIC.get(origin)
    if maker is not None:
        return maker(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _family((kind, *_heirs(kind)), default=kind)
    raise TypeError(f"nothing is known of how to store {kind!r}")


def _heirs(kind: type) -> tuple[type, ...]:
    # By name, the last one: making a record with slots leaves its first, slotless class behind for a while.
    subclasses: list[type] = kind.__subclasses__()
    children = {child.__name__: child for child in subclasses}
    return tuple(heir for child in children.values() for heir in (child, *_heirs(child)))


# Plain values


def _exactly(kind: type) -> _Codec:
    def check(value: Any) -> Any:  # noqa: ANN401 - anything may stand there
        # By identity of type: `True` is no number here.
        if type(value) is not kind:
            raise Misshapen(f"{type(value).__name__} in the place of {kind.__name__}")
        return value

    return _Codec(_same, check)


def _same(value: Any) -> Any:  # noqa: ANN401 - anything may stand there
    return value


def _read_float(value: object) -> float:
    if type(value) not in (int, float):
        raise Misshapen(f"{type(value).__name__} in the place of a number")
    return float(cast("float", value))


def _read_decimal(value: object) -> Decimal:
    if type(value) is not str or len(value) > _LONGEST_DECIMAL:
        raise Misshapen("no decimal number")
    try:
        number = Decimal(value)
    except InvalidOperation as damage:
        raise Misshapen("no decimal number") from damage
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise Misshapen("a decimal number out of bounds")
    return number


_PLAIN: Mapping[Any, _Codec] = MappingProxyType(
    {
        str: _exactly(str),
        int: _exactly(int),
        bool: _exactly(bool),
        type(None): _exactly(type(None)),
        float: _Codec(_same, _read_float),
        Decimal: _Codec(str, _read_decimal),
    }
)


def _enum(kind: type[Enum]) -> _Codec:
    members = {member.value: member for member in kind}

    def read(value: object) -> Enum:
        if type(value) is not str or value not in members:
            raise Misshapen(f"no {kind.__name__}")
        return members[value]

    return _Codec(lambda member: member.value, read)


def _literal(values: tuple[Any, ...]) -> _Codec:
    def read(value: object) -> object:
        if type(value) is not str or value not in values:
            raise Misshapen("none of the values that may stand there")
        return value

    return _Codec(_same, read)


# Values made of others


def _tuple(parts: tuple[Any, ...]) -> _Codec:
    if len(parts) == 2 and parts[1] is Ellipsis:
        every = _codec(parts[0])
        return _Codec(
            lambda value: [every.encode(one) for one in value],
            lambda plain: tuple([every.decode(one) for one in _listed(plain)]),
        )
    each = [_codec(part) for part in parts]

    def read(plain: object) -> tuple[Any, ...]:
        found = _listed(plain)
        if len(found) != len(each):
            raise Misshapen(f"{len(found)} values in the place of {len(each)}")
        return tuple([codec.decode(one) for codec, one in zip(each, found, strict=True)])

    return _Codec(lambda value: [codec.encode(one) for codec, one in zip(each, value, strict=True)], read)


def _frozenset(parts: tuple[Any, ...]) -> _Codec:
    codec = _codec(parts[0])

    def read(plain: object) -> frozenset[Any]:
        return frozenset([codec.decode(one) for one in _listed(plain)])

    # Sorted, so that equal records have equal bytes.
    return _Codec(lambda value: sorted(codec.encode(one) for one in value), read)


def _mapping(parts: tuple[Any, ...]) -> _Codec:
    if parts[0] is not str:
        raise TypeError("JSON has no keys but text")
    codec = _codec(parts[1])
    return _Codec(
        lambda value: {key: codec.encode(one) for key, one in value.items()},
        lambda plain: {key: codec.decode(one) for key, one in _members(plain).items()},
    )


def _union(kinds: tuple[Any, ...]) -> _Codec:
    if type(None) in kinds:
        return _optional(_union_of(tuple(kind for kind in kinds if kind is not type(None))))
    return _union_of(kinds)


def _union_of(kinds: tuple[Any, ...]) -> _Codec:
    if len(kinds) == 1:
        return _codec(kinds[0])
    if all(is_dataclass(kind) for kind in kinds):
        return _family(tuple(one for kind in kinds for one in (kind, *_heirs(kind))), default=None)
    if not all(kind in (str, int, bool) for kind in kinds):
        raise TypeError(f"a union that JSON cannot tell apart: {kinds}")

    def read(plain: object) -> object:
        if type(plain) not in kinds:
            raise Misshapen(f"{type(plain).__name__} is none of those that may stand there")
        return plain

    return _Codec(_same, read)


def _optional(inner: _Codec) -> _Codec:
    write, read = inner
    return _Codec(
        lambda value: None if value is None else write(value),
        lambda plain: None if plain is None else read(plain),
    )


_GENERIC: Mapping[Any, Callable[[tuple[Any, ...]], _Codec]] = MappingProxyType(
    {
        tuple: _tuple,
        frozenset: _frozenset,
        Mapping: _mapping,
        Union: _union,
        types.UnionType: _union,
        Literal: _literal,
    }
)


def _listed(plain: object) -> list[Any]:
    if type(plain) is not list:
        raise Misshapen(f"{type(plain).__name__} in the place of a list")
    return plain


def _members(plain: object) -> dict[str, Any]:
    if type(plain) is not dict:
        raise Misshapen(f"{type(plain).__name__} in the place of a record")
    return plain


# Records


def _family(kinds: tuple[type, ...], default: type | None) -> _Codec:
    """The codec of a place that takes several records, told apart by their tag; `default` has none."""
    writers = {kind: _writer(kind, tagged=kind is not default) for kind in kinds}
    readers = {kind.__name__: _reader(kind) for kind in kinds}
    untagged = None if default is None else readers[default.__name__]

    def write(value: object) -> dict[str, Any]:
        return writers[type(value)](value)

    def read(plain: object) -> object:
        if type(plain) is not dict:
            raise Misshapen(f"{type(plain).__name__} in the place of a record")
        if TAG not in plain:
            reader = untagged
        else:
            tag = plain[TAG]
            reader = readers.get(tag) if type(tag) is str else None
            plain = {key: value for key, value in plain.items() if key != TAG}
        if reader is None:
            raise Misshapen("none of the records that may stand there")
        return reader(plain)

    return _Codec(write, read)


def _writer(kind: type, *, tagged: bool) -> Callable[[Any], dict[str, Any]]:
    start = {TAG: kind.__name__} if tagged else {}
    parts: list[tuple[str, Callable[[Any], Any]]] | None = None

    def write(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any record
        nonlocal parts
        if parts is None:
            # Not before it is needed: a record may hold records of its own kind.
            parts = [(name, codec.encode) for name, codec in _parts(kind).items()]
        return {**start, **{name: encoder(getattr(value, name)) for name, encoder in parts}}

    return write


def _reader(kind: type) -> Callable[[dict[str, Any]], object]:
    parts: dict[str, Callable[[Any], Any]] | None = None
    required: frozenset[str] = frozenset()

    def read(plain: dict[str, Any]) -> object:
        nonlocal parts, required
        if parts is None:
            required = _required(kind)
            parts = {name: codec.decode for name, codec in _parts(kind).items()}
        try:
            values = {name: parts[name](value) for name, value in plain.items()}
        except KeyError as damage:
            raise Misshapen(f"{kind.__name__} has no such part") from damage
        if not required <= values.keys():
            raise Misshapen(f"{kind.__name__} lacks a part")
        return kind(**values)

    return read


def _parts(kind: type) -> dict[str, _Codec]:
    hints = get_type_hints(kind)
    return {field.name: _codec(hints[field.name]) for field in fields(kind)}


def _required(kind: type) -> frozenset[str]:
    """The parts without a default; others may be missing, so that a record can grow."""
    return frozenset(
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    )
