"""What a desktop is told of the program: its entry, its file type, its description, its icons."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from configparser import RawConfigParser
from pathlib import Path

import pytest
from lxml import etree

import briefing
from briefing.library.schema import APPLICATION_ID
from briefing.locale.shipped import SHIPPED

ROOT = Path(__file__).resolve().parents[2]
SHARE = ROOT / "packaging" / "linux" / "share"
IDENTITY = "org.briefing.Briefing"
ENTRY = SHARE / "applications" / f"{IDENTITY}.desktop"
FILE_TYPE = SHARE / "mime" / "packages" / f"{IDENTITY}.xml"
DESCRIPTION = SHARE / "metainfo" / f"{IDENTITY}.metainfo.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


@pytest.fixture(scope="module")
def entry() -> dict[str, str]:
    """The desktop entry's keys."""
    parser = RawConfigParser(delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys are told apart by case
    parser.read(ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture(scope="module")
def file_type() -> etree._Element:
    """The file type of a brief."""
    (found,) = etree.parse(FILE_TYPE).getroot().findall(f"{MIME}mime-type")
    return found


@pytest.fixture(scope="module")
def description() -> etree._Element:
    """What software centres show."""
    return etree.parse(DESCRIPTION).getroot()


def _languages(elements: list[etree._Element]) -> set[str]:
    return {element.get(LANGUAGE, "en").replace("-", "_") for element in elements if (element.text or "").strip()}


def test_the_entry_speaks_all_languages_of_the_interface(entry: dict[str, str]) -> None:
    """What is said of the program is said in each shipped language, English without a mark."""
    others = {locale for locale in SHIPPED if locale != "en"}
    for key in ("GenericName", "Comment", "Keywords"):
        said = {locale: entry.get(f"{key}[{locale}]", "") for locale in others}
        assert entry[key]
        assert all(said.values()), f"{key} lacks {[locale for locale, words in said.items() if not words]}"
        assert len({entry[key], *said.values()}) == len(SHIPPED), f"{key} is untranslated somewhere"
        assert not [name for name in entry if name.startswith(f"{key}[") and name[len(key) + 1 : -1] not in others]
    assert all(entry[name].endswith(";") for name in entry if name.startswith("Keywords"))


def test_the_file_type_and_the_description_speak_them_too(
    file_type: etree._Element, description: etree._Element
) -> None:
    """So do the file type's name and every sentence of the description."""
    assert _languages(file_type.findall(f"{MIME}comment")) == set(SHIPPED)
    assert _languages(description.findall("summary")) == set(SHIPPED)
    for kind in ("p", "li"):
        sentences = description.findall(f"description//{kind}")
        for locale in SHIPPED:
            own = [one for one in sentences if one.get(LANGUAGE, "en").replace("-", "_") == locale]
            assert len(own) == len(sentences) / len(SHIPPED), f"{kind} in {locale}"


def test_all_parts_name_the_same_things(
    entry: dict[str, str], file_type: etree._Element, description: etree._Element
) -> None:
    """Program, icon, file type and version agree with each other, with pyproject and with the file's own mark."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert entry["Exec"].split() == ["briefing-gui", "%F"]
    assert entry["Exec"].split()[0] in project["gui-scripts"]
    assert entry["Icon"] == IDENTITY
    kind = file_type.get("type")
    assert entry["MimeType"] == f"{kind};"
    assert file_type.find(f"{MIME}icon").get("name") == f"{IDENTITY}-document"  # type: ignore[union-attr]
    assert description.findtext("id") == IDENTITY
    assert description.findtext("launchable") == ENTRY.name
    assert description.findtext("provides/mediatype") == kind
    binaries = {binary.text for binary in description.findall("provides/binary")}
    assert binaries == {*project["scripts"], *project["gui-scripts"]}
    assert description.findtext("project_license") == project["license"]
    release = description.find("releases/release")
    assert release is not None
    assert release.get("version") == briefing.__version__
    (mark,) = file_type.findall(f".//{MIME}match[@offset='68']")
    assert int(mark.get("value", ""), 16) == APPLICATION_ID


ASK = """
import sys
from PySide6.QtCore import QCoreApplication, QMimeDatabase
application = QCoreApplication([])
for path in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase.MatchMode.MatchDefault).name())
    print(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase.MatchMode.MatchContent).name())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other desktops have no shared MIME database")
def test_a_desktop_knows_a_brief_by_its_name_and_by_its_content(tmp_path: Path, file_type: etree._Element) -> None:
    """A reader of the shared MIME database tells a brief from any other SQLite file, whatever its name."""
    pytest.importorskip("PySide6.QtCore", reason="Qt reads the database here, and is not installed")
    header = bytearray(100)
    header[:16] = b"SQLite format 3\0"
    header[68:72] = APPLICATION_ID.to_bytes(4, "big")
    (tmp_path / "named.brief").write_bytes(b"")
    (tmp_path / "unnamed").write_bytes(header)
    header[68:72] = bytes(4)
    (tmp_path / "other").write_bytes(header)
    run = subprocess.run(
        [sys.executable, "-c", ASK, *(str(tmp_path / name) for name in ("named.brief", "unnamed", "other"))],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "home"), "XDG_DATA_DIRS": str(SHARE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    ours = file_type.get("type")
    by_name, by_content, unnamed, _, other, _ = run.stdout.split()
    assert (by_name, unnamed) == (ours, ours)
    assert other != ours
    assert by_content != ours, "an empty file is no brief"


def test_every_size_of_every_icon_goes_into_the_wheel_under_the_name_that_is_asked_for() -> None:
    """Each icon that the entry and the file type name is installed in each size, drawn in that size, and scalable."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    shared: dict[str, str] = build["targets"]["wheel"]["shared-data"]
    installed = {target: ROOT / source for source, target in shared.items() if (ROOT / source).is_file()}
    tree = SHARE.parent
    installed |= {path.relative_to(tree).as_posix(): path for path in SHARE.rglob("*") if path.is_file()}
    assert shared["packaging/linux/share"] == "share"
    for kind, name in (("apps", IDENTITY), ("mimetypes", f"{IDENTITY}-document")):
        assert f"share/icons/hicolor/scalable/{kind}/{name}.svg" in installed
        for size in SIZES:
            data = installed[f"share/icons/hicolor/{size}x{size}/{kind}/{name}.png"].read_bytes()
            # PNG: eight bytes of signature, the first piece's length and name, then width and height.
            assert data[:4] == b"\x89PNG"
            assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (size, size)


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (["desktop-file-validate"], ENTRY),
        (["appstreamcli", "validate", "--no-net"], DESCRIPTION),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_the_desktops_own_checkers_find_nothing(command: list[str], path: Path) -> None:
    """The validators of freedesktop.org accept the files, where they are installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    run = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
