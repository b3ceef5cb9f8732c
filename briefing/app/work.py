"""How a long job talks to whoever started it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model.notice import Notice

STANDARD_INPUT = "-"
"""The source that is whatever comes in on standard input."""


def _no_progress(_stage: str, _done: int, _of: int) -> None:
    return


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How a long job talks to whoever started it.

    `wording`: puts a notice into the user's language. `progress`: hears stage (`read`, `extract`), how many are done
    of how many. `cancelled`: asked between two articles. `stdin`: gives all bytes of standard input. `jobs`: in how
    many processes facts are found; `None`: in as many as are worth it, which the main module must be able to bear
    (it is imported by each).
    """

    wording: Callable[[Notice], str]
    stdin: Callable[[], bytes]
    progress: Callable[[str, int, int], None] = _no_progress
    cancelled: Callable[[], bool] = _never
    jobs: int | None = 1
