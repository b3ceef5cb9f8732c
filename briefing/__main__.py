"""Where the command starts: `briefing`, or `python -m briefing`."""

from __future__ import annotations

import sys


def run() -> int:
    """Runs the command line of this process; returns its exit code, also where Ctrl-C comes before all is ready."""
    try:
        from briefing.cli import main  # noqa: PLC0415 - an interrupted import must end quietly too

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
