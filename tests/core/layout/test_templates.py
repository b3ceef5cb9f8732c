"""Templates on disk: built in, a user's own, and broken ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.layout.template import SECTIONS
from briefing.layout.templates import available, load
from briefing.model.errors import UsageError
from briefing.resources import shipped


def write(folder: Path, name: str, toml: str, base: bytes | None = None) -> None:
    """A template folder."""
    (folder / name).mkdir(parents=True)
    (folder / name / "template.toml").write_text(toml, encoding="utf-8")
    if base is not None:
        (folder / name / "style.docx").write_bytes(base)


def test_three_templates_are_built_in() -> None:
    """They load, and the catalogue describes them."""
    found = available(None)
    assert [(each.name, each.builtin, each.description) for each in found] == [
        ("one-page", True, None),
        ("quotes", True, None),
        ("standard", True, None),
    ]
    assert load("standard", None).sections == SECTIONS
    assert load("one-page", None).one_page
    assert load("quotes", None).choices("quotes").by_speaker


def test_a_users_folder_is_looked_up_first(tmp_path: Path) -> None:
    """A user's `standard` hides ours and may build on it; its Word document goes along."""
    write(
        tmp_path,
        "standard",
        'extends = "standard"\ndescription = "Ours"\ntitle = "Morning {brief}"\n[theme]\naccent = "ff0000"\n'
        "[section.quotes]\nlimit = 3\n",
        b"PK",
    )
    template = load("standard", tmp_path)
    assert (template.title, template.theme.accent, template.theme.size) == ("Morning {brief}", "FF0000", 10.5)
    assert template.choices("quotes").limit == 3
    assert template.choices("glance") == load("standard", None).choices("glance")
    assert template.base_document == b"PK"
    assert {each.name: each.description for each in available(tmp_path)}["standard"] == "Ours"


def test_a_copy_of_a_built_in_template_works(tmp_path: Path) -> None:
    """The way the comments in the file describe: copy the folder under another name."""
    text = (shipped("templates") / "standard" / "template.toml").read_text(encoding="utf-8")
    write(tmp_path, "mine", text)
    mine, standard = load("mine", tmp_path), load("standard", None)
    assert (mine.sections, mine.options, mine.theme) == (standard.sections, standard.options, standard.theme)


@pytest.mark.parametrize(
    "name", ["gone", "../standard", "..", ".", "", "/etc", "C:\\x", "standard/", "a\x00b", "x" * 5000]
)
def test_unknown_and_hostile_names_are_just_unknown(name: str, tmp_path: Path) -> None:
    """No name reaches the file system as a path."""
    (tmp_path / "template.toml").write_text("", encoding="utf-8")
    with pytest.raises(UsageError) as error:
        load(name, tmp_path / "templates")
    assert error.value.code == "unknown-template"
    assert error.value.parameters["available"] == ("one-page", "quotes", "standard")


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("title = ", "template.toml"),
        ("colour = 1", "colour"),
        ("sections = ['cover', 'gossip']", "sections"),
        ("sections = ['cover', 'cover']", "sections"),
        ("sections = []", "sections"),
        ("sections = [['cover']]", "sections"),
        ("paper = 'A3'", "paper"),
        ("paper = ['A4']", "paper"),
        ("one_page = 'yes'", "one_page"),
        ("title = ''", "title"),
        ("section = 3", "section"),
        ("[section.gossip]", "section.gossip"),
        ("[section]\nquotes = 3", "section.quotes"),
        ("[section.quotes]\nlimit = -1", "section.quotes.limit"),
        ("[section.quotes]\nlimit = true", "section.quotes.limit"),
        ("[section.quotes]\nnames = 3", "section.quotes.names"),
        ("[section.attendees]\ncompact = 1", "section.attendees.compact"),
        ("[theme]\nsize = 200", "theme.size"),
        ("[theme]\nsize = nan", "theme.size"),
        ("[theme]\naccent = 'red'", "theme.accent"),
        ("[theme]\nmargins = [1, 2, 3]", "theme.margins"),
        ("[theme]\nmargins = [1, 2, 3, 900]", "theme.margins"),
        ("[theme]\ntext_font = 3", "theme.text_font"),
        ("[theme]\nfont = 'x'", "theme.font"),
        ("extends = 'mine'", "extends"),
        ("extends = '../standard'", "extends"),
    ],
)
def test_a_bad_template_says_which_key_is_wrong(toml: str, named: str, tmp_path: Path) -> None:
    """The user who wrote it is told where to look."""
    write(tmp_path, "mine", toml)
    with pytest.raises(UsageError) as error:
        load("mine", tmp_path)
    assert error.value.code == "bad-template"
    assert error.value.parameters["name"] == "mine"
    assert named in str(error.value.parameters["problem"])


def test_a_broken_template_does_not_spoil_the_list(tmp_path: Path) -> None:
    """It is listed without a description; choosing it says what is wrong."""
    write(tmp_path, "broken", "\x00")
    (tmp_path / "stray.txt").write_text("no template", encoding="utf-8")
    assert [each.name for each in available(tmp_path)] == ["broken", "one-page", "quotes", "standard"]


def test_templates_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    """A circle ends in a sentence, not in a hang."""
    write(tmp_path, "a", 'extends = "b"')
    write(tmp_path, "b", 'extends = "a"')
    with pytest.raises(UsageError) as error:
        load("a", tmp_path)
    assert "extends" in str(error.value.parameters["problem"])


def test_listing_loads_nothing_heavy() -> None:
    """A list of templates needs no locale, no sections, no third-party package."""
    code = (
        "import sys; from briefing.layout.templates import available; available(None); "
        "print([n for n in sys.modules if n.split('.')[0] in {'babel', 'lxml', 'docx', 'reportlab', 'spacy'} "
        "or n.startswith(('briefing.locale', 'briefing.layout.section'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_oversized_files_and_endless_chains_are_refused(tmp_path: Path) -> None:
    """A template is a page of text and a letterhead, and builds on a few others at most."""
    write(tmp_path, "long", "#" * ((1 << 20) + 1))
    for number in range(9):
        write(tmp_path, f"t{number}", f'extends = "t{number + 1}"')
    write(tmp_path, "t9", "")
    for name, named in (("long", "template.toml"), ("t0", "extends")):
        with pytest.raises(UsageError) as error:
            load(name, tmp_path)
        assert named in str(error.value.parameters["problem"])
    assert load("t3", tmp_path).sections == SECTIONS
