"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every machine, and no clock: a slow machine is no defect, and a failure can be seen again.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
