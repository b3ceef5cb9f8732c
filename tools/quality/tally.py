"""Counts of what is right, of how many, and the verdict on each fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, of how many found (`said`) and how many there are (`due`)."""

    right: int
    said: int
    due: int

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; `None` where nothing was."""
        return self.right / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Share of what there is that was found; `None` where there is nothing."""
        return self.right / self.due if self.due else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; `None` where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.said + self.due) if self.said + self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One fact that was found: the sort of fact, the rule, how sure the rule was, and whether it is right."""

    sort: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Something that was not as in the key, for whoever looks for what to mend."""

    article: str
    figure: str
    due: str
    said: str


@dataclass
class Tally:
    """What was counted over some articles."""

    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    verdicts: list[Verdict] = field(default_factory=list)
    misses: list[Miss] = field(default_factory=list)
    article: str = ""

    def add(self, figure: str, *, due: bool, said: bool, right: bool, told: tuple[object, object] = ("", "")) -> None:
        """Counts one thing that is due, or was found, or both; `told`: what it should be and what it was."""
        self.due[figure] += due
        self.said[figure] += said
        self.right[figure] += right and due and said
        if (due or said) and not (right and due and said):
            self.misses.append(Miss(article=self.article, figure=figure, due=str(told[0]), said=str(told[1])))

    def slip(self, figure: str, *, happened: bool, told: tuple[object, object] = ("", "")) -> None:
        """Counts one thing that was found, and whether it is wrong in a way that must not happen."""
        self.due[figure] += 1
        self.said[figure] += 1
        self.right[figure] += happened
        if happened:
            self.misses.append(Miss(article=self.article, figure=figure, due=str(told[0]), said=str(told[1])))

    def score(self, figure: str) -> Score:
        """The counts of one figure."""
        return Score(self.right[figure], self.said[figure], self.due[figure])

    def figures(self) -> Iterator[str]:
        """All figures that something was counted for."""
        yield from dict.fromkeys((*self.due, *self.said))


def paired(due: Sequence[Hashable], partners: Callable[[int], Sequence[int]]) -> dict[int, int]:
    """As many one-to-one pairs as there can be; `partners`: who an entry of `due` may be paired with, best first."""
    taken: dict[int, int] = {}

    def place(entry: int, seen: set[int]) -> bool:
        for other in partners(entry):
            if other in seen:
                continue
            seen.add(other)
            if other not in taken or place(taken[other], seen):
                taken[other] = entry
                return True
        return False

    for entry in range(len(due)):
        place(entry, set())
    return {entry: other for other, entry in taken.items()}
