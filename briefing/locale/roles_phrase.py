"""What a role phrase says, in no language: the record between the English grammar and the reader's wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Gender(Enum):
    """The grammatical gender of the office's holder."""

    MASCULINE = "m"
    FEMININE = "f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an office is concerned with: portfolios by key, and the country whose affairs they are."""

    portfolios: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A ministry, parliament, organisation; `portfolios` for ministries only."""

    key: str
    portfolios: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """A body named by itself, and the country whose it is."""

    body: Body
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One office with all that surrounds it; every text field is a key of the lexicon.

    `portfolio` is part of the title ("Minister of Defense"), `topic` an addition ("envoy for climate").
    `post` is where the holder is sent ("ambassador to Germany"), `superior` whom the holder serves.
    """

    office: str = ""
    modifiers: tuple[str, ...] = ()
    portfolio: Subject | None = None
    topic: Subject | None = None
    country: str | None = None
    body: Body | None = None
    superior: Role | None = None
    post: str | Body | None = None
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """Roles held together by `joints` ("and" or ","), one fewer than there are roles."""

    roles: tuple[Role, ...]
    joints: tuple[str, ...]
