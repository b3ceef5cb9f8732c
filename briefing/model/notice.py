"""What the program has to say about its own work: data, worded by the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from briefing.model.span import Span

T = TypeVar("T")


class Severity(StrEnum):
    """How much a notice matters: `error` means that something asked for is missing from the result."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing the user should know; `code` names the sentence in the `ui` catalogue (`notice.<code>`).

    `place` is a file or folder as the user wrote it; `span` a place in an article; `None` where there is none.
    """

    severity: Severity
    code: str
    # A plain `dict`, since notices go from process to process, and no view of one can be pickled.
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    place: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """A value with what there is to say about it; partial success is data, not a log line."""

    value: T
    notices: tuple[Notice, ...] = ()
