"""Finding the window by what the project declares: the core asks for it by name and knows nothing else of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

_GROUP, _NAME = "gui_scripts", "briefing-gui"
_PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def launcher() -> Callable[[Sequence[str]], int] | None:
    """What opens the window on sources and returns its exit code; `None` where no window is installed or beside us."""
    point = next(iter(metadata.entry_points(group=_GROUP, name=_NAME)), None) or _declared(_PROJECT)
    if point is None:
        return None
    start: Callable[[Sequence[str]], int] = point.load()
    return start


def _declared(project: Path) -> metadata.EntryPoint | None:
    """What an installation of this checkout would be told, with the folder that holds it made importable."""
    if not project.is_file():
        return None
    import tomllib  # noqa: PLC0415 - only a checkout needs it

    told = tomllib.loads(project.read_text(encoding="utf-8"))
    value = told["project"].get("gui-scripts", {}).get(_NAME)
    if told["project"]["name"] != "briefing" or value is None:
        return None
    packages = told["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    for package in map(Path, packages):
        folder = str(project.parent / package.parent)
        if package.name == value.partition(".")[0] and folder not in sys.path:
            sys.path.append(folder)
    return metadata.EntryPoint(name=_NAME, value=value, group=_GROUP)
