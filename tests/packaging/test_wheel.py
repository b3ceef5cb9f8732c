"""The wheel that `pip install .` makes: complete, clean, and running without the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the pinned build backend without any network."""
    folder = tmp_path_factory.mktemp("dist")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    run = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_program_its_data_and_nothing_else(wheel: Path) -> None:
    """Both packages, templates and samples are in; tests, tools and caches are not."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {re.sub(r"^briefing-.*\.", "", top) for top in tops} == {"briefing", "briefing_gui", "dist-info", "data"}
    data = [name for name in names if name.split("/")[0].endswith(".data")]
    assert {"/".join(name.split("/")[1:4]) for name in data} == {
        "data/share/applications",
        "data/share/icons",
        "data/share/metainfo",
        "data/share/mime",
    }
    for wanted in (
        "briefing/_data/templates/standard/template.toml",
        "briefing/_data/templates/one-page/template.toml",
        "briefing/dossier/schema.json",
        "briefing/render/word/base.docx",
        "briefing/locale/po/doc/uk.mo",
        "briefing/extract/en/titles.toml",
        "briefing/text/names.toml",
        "briefing_gui/icons/app/512.png",
    ):
        assert wanted in names
    assert sum(name.startswith("briefing/_data/seeds/") for name in names) == 2
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".orig"))]


def test_the_wheel_names_its_commands_and_licence(wheel: Path) -> None:
    """`briefing` and `briefing-gui` are entry points; licence and third-party notices come along."""
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()
    entry_points = next(name for name in names if name.endswith("entry_points.txt"))
    said = archive.read(entry_points).decode()
    assert "briefing = briefing.__main__:run" in said
    assert "briefing-gui = briefing_gui.start:main" in said
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/THIRD_PARTY.md") for name in names)


def test_the_installed_program_prints_a_brief_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked somewhere else and started from an empty folder, it does its main job on its own samples."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    script = (
        "import sys, briefing; assert sys.argv[1] in briefing.__file__, briefing.__file__;"
        "from briefing.resources import shipped; from briefing.cli import main;"
        "sys.exit(main(['export', str(shipped('seeds')), '-o', 'brief.docx', '-o', 'brief.pdf', '--locale', 'uk']))"
    )
    empty = tmp_path / "empty"
    empty.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", script, str(site)],
        cwd=empty,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert sorted(path.name for path in empty.iterdir()) == ["brief.docx", "brief.pdf"]


def test_every_pinned_package_is_in_the_notices_and_has_a_hash() -> None:
    """Nothing is used that the third-party notices do not name, and nothing is pinned without a hash."""
    notices = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").casefold()
    lock = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    pins = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(pins) > 30
    for pin in pins:
        name = pin.split("==")[0]
        assert re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", notices), f"{name} is not in THIRD_PARTY.md"
        assert "--hash=sha256:" in pin, f"{name} has no hash"


def test_the_lists_name_every_direct_dependency_and_no_host() -> None:
    """The pinned lists cover pyproject's dependencies and name no address."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for path in (ROOT / "requirements").glob("*.txt"):
        lock = path.read_text(encoding="utf-8")
        assert "://" not in lock
        if path.name == "fuzz.txt":
            continue  # comes on top of the others
        for dependency in project["dependencies"]:
            name = re.match(r"[\w-]+", dependency)
            assert name is not None
            assert f"\n{name.group().casefold()}==" in f"\n{lock}", f"{name.group()} is not in {path.name}"
