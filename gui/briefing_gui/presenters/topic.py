"""Telling whoever listens that something has changed, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec

P = ParamSpec("P")


class Topic(Generic[P]):
    """One kind of news; listeners are called in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[P, object]] = []

    def listen(self, listener: Callable[P, object]) -> Callable[[], None]:
        """Calls `listener` with every piece of news from now on; call what is returned to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, *news: P.args, **more: P.kwargs) -> None:
        """Tells every listener."""
        for listener in tuple(self._listeners):
            listener(*news, **more)
