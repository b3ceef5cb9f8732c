"""One target under attack until the time is over: `python -m tools.fuzz.attack TARGET CORPUS [libFuzzer's options]`."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import atheris

# What is loaded only when it is first needed would not be watched: so all of it is loaded here.
with atheris.instrument_imports(include=["briefing"]):
    import briefing.extract
    import briefing.sources
    import briefing.text

    for _room in (briefing.text, briefing.sources, briefing.extract):
        for _module in pkgutil.walk_packages(_room.__path__, f"{_room.__name__}."):
            importlib.import_module(_module.name)
    from tools.fuzz.targets import TARGETS, timed


def main(arguments: list[str]) -> None:
    """Never returns: libFuzzer ends the process."""
    name, *options = arguments
    atheris.Setup([sys.argv[0], *options], timed(TARGETS[name]))
    atheris.Fuzz()


if __name__ == "__main__":
    atheris.enabled_hooks.add("str")
    main(sys.argv[1:])
