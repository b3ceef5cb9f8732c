"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

from tools.qt import obstacle

# The same examples on every machine, and no clock: a slow machine is no defect, and a failure can be seen again.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

# pytest-qt ends the whole run where Qt does not load, the core's tests too; so it is not loaded by itself
# (`-p no:pytest-qt`), but here, where it can be. tests/gui says what is missing.
pytest_plugins = ["pytester"] if obstacle() else ["pytester", "pytestqt.plugin"]
