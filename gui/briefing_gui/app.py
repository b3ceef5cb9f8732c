"""Where the window starts."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from briefing.locale.interface import interface
from briefing.model.errors import NothingDone


def main(sources: Sequence[str] = ()) -> int:
    """Says that this version has no window yet; `sources` are those it would open. Returns the exit code."""
    _ = sources
    missing = NothingDone("window-not-built")
    print(interface().error(missing), file=sys.stderr)  # noqa: T201 - there is no window to say it in
    return missing.exit_code
