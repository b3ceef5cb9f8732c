"""The words of the top bar that take more than a look into the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from briefing.locale.interface import Interface
from briefing.model.dossier import Dossier
from briefing.model.manuscript import Paper


class Offered(Protocol):
    """A template as the list of them has it."""

    @property
    def name(self) -> str:
        """What it is chosen by."""
        ...

    @property
    def builtin(self) -> bool:
        """Whether it came with the program."""
        ...


@dataclass(frozen=True, slots=True)
class TopBarWords:
    """What the top bar says in one language."""

    says: Interface

    def templates(self, templates: Iterable[Offered]) -> Iterator[tuple[str, str]]:
        """Each template's own name with the words for it: built-in ones are worded, others speak for themselves."""
        for template in templates:
            builtin = template.builtin
            yield template.name, self.says.text(f"window.template.{template.name}") if builtin else template.name

    def paper(self, paper: Paper | None) -> str:
        """What a size of paper is called; `None` leaves it to the template."""
        return (
            self.says.text("window.paper.usual") if paper is None else self.says.text(f"window.paper.{paper.lower()}")
        )

    def title(self, dossier: Dossier) -> str:
        """The title that the brief will have while the user gives none."""
        names = [event.name.text for event in dossier.events if event.name is not None]
        return " ".join(names[0].split()) if len(names) == 1 else self.says.text("window.topbar.title.made")


def paper_of(paper: str | None) -> Paper | None:
    """A size that the program knows; the template's for any other."""
    match paper:
        case "A4" | "Letter":
            return paper
        case _:
            return None
