"""How large the pages are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

SMALLEST, LARGEST = 0.25, 4.0
OFFERED = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""The factors that a list of them offers."""
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
# A fitted factor this close to a step counts as that step, or a step would change nothing one can see.
_NEAR = 0.01


class Fit(Enum):
    """What the size of the pages follows."""

    WIDTH = "fit-width"
    PAGE = "fit-page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """A size of the pages: `factor` 1.0 is the size on paper; `fit`: what it follows, `None` where it was chosen."""

    fit: Fit | None = Fit.WIDTH
    factor: float = 1.0

    def larger(self) -> Zoom:
        """The next step up."""
        return self.at(next((step for step in _STEPS if step > self.factor + _NEAR), LARGEST))

    def smaller(self) -> Zoom:
        """The next step down."""
        return self.at(next((step for step in reversed(_STEPS) if step < self.factor - _NEAR), SMALLEST))

    def times(self, by: float) -> Zoom:
        """The same size so many times over, within bounds."""
        return self.at(self.factor * by)

    def at(self, factor: float) -> Zoom:
        """A chosen size, within bounds."""
        return Zoom(fit=None, factor=bounded(factor))

    def fitted(self, factor: float) -> Zoom:
        """The same rule with the factor that it gives now."""
        return replace(self, factor=bounded(factor))


def bounded(factor: float) -> float:
    """A factor within what is offered."""
    return min(max(factor, SMALLEST), LARGEST)
