"""The front door: one brief in a file, printed by window and command alike."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing import app
from briefing.app.finding import READ_BACK, digest
from briefing.app.press import Press
from briefing.cli import main
from briefing.locale.interface import Interface
from briefing.model.article import Article
from briefing.model.decision import Correct, Decision, LeaveOut, Slot
from briefing.model.draft import Choices, Draft, OwnSection
from briefing.model.errors import Cancelled, NothingDone, UsageError
from briefing.model.facts import Findings
from briefing.model.notice import Outcome
from briefing.render.registry import reader_for

if TYPE_CHECKING:
    from briefing.app.briefs import BriefFile

FIRST = """Riga talks open

Mayor Ana Silva opened the Harbour Security Forum in Riga on 3 May 2024, and twelve delegations attended the event.

“We will pay two million euros for the new ferries by 2026,” Silva said at the forum on Friday.
"""
SECOND = """Ferries are late

Minister Ivo Berg attended the Harbour Security Forum in Riga on 3 May 2024 by video link.

“Nobody has signed anything yet,” Berg told reporters after the session.
"""


def work(**settings: Any) -> app.Work:
    """How the tests listen: not at all."""
    return app.Work(wording=Interface(locale="en").notice, stdin=lambda: b"", **settings)


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No locale, date or template of the machine reaches a test."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Article, Outcome[Findings]], ...]:
    """Two articles with their facts, looked for once."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    read = app.finding.gather([str(folder)], work())
    return tuple((article, app.finding.find(article)) for article in read.value)


@pytest.fixture
def brief(tmp_path: Path, found: tuple[tuple[Article, Outcome[Findings]], ...]) -> Iterator[BriefFile]:
    """A brief of both articles, open as in a window."""
    ids = tuple(article.id for article, _ in found)
    with app.briefs.create(tmp_path / "a.brief", Draft(choices=Choices(locale="uk"), articles=ids)) as made:
        for article, outcome in found:
            made.put(article, ())
            made.put_findings(outcome, app.finding.rules())
        yield made


def edited(press: Press, draft: Draft) -> Draft:
    """A draft in which the editor has been at work: two decisions, a hidden section, an own one."""
    dossier = press.show(draft)
    choices = replace(
        draft.choices,
        sections=("cover", "own-1", "attendees", "quotes", "own-2", "sources"),
        hidden=frozenset({"sources", "own-2"}),
        own=(
            OwnSection(id="own-1", heading="Talking points", text="* *one*\n* two"),
            OwnSection(id="own-2", heading="Background", text="For our eyes only."),
        ),
        title="Ferries",
        prepared_for="the Mayor",
        paper="Letter",
    )
    silva = next(attendee for attendee in dossier.attendees if "Silva" in attendee.name)
    berg = next(quote for quote in dossier.quotes if "signed" in quote.text)
    decisions = (
        Decision(number=1, act=Correct(fact=silva, slot=Slot.ROLE, value="Mayor of Riga")),
        Decision(number=2, act=LeaveOut(fact=berg)),
    )
    return replace(draft, choices=choices, decisions=decisions)


def payload(file: Path) -> dict[str, Any]:
    """What a printed file carries."""
    data = file.read_bytes()
    carried: dict[str, Any] = json.loads(reader_for(data)(data).payload or "")
    return carried


def test_the_door_costs_nothing_to_open() -> None:
    """Importing it loads no parser, no renderer, no database."""
    script = (
        "import sys, briefing.app\n"
        "heavy = {'spacy', 'numpy', 'reportlab', 'docx', 'babel', 'lxml', 'trafilatura', 'fontTools', 'pypdfium2',"
        " 'sqlite3', 'filelock', 'platformdirs', 'markdown_it'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or None)"
    )
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=root)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("interface", ["en", "de"])
def test_window_and_command_print_the_same_bytes(brief: BriefFile, tmp_path: Path, interface: str) -> None:
    """After any number of other proofs, while the window has the file open, in whatever language the user is."""
    with app.briefs.open(brief.path, write=False) as beside:
        press = Press(beside)
        press.proof(brief.draft()).value.close()
        draft = edited(press, brief.draft())
        press.proof(replace(draft, choices=replace(draft.choices, template="quotes", locale="de"))).value.close()
        brief.save(draft)
        window = [tmp_path / "window.docx", tmp_path / "window.pdf"]
        assert press.export(draft, window).value == tuple(window)
        with press.proof(draft).value as proof:
            assert proof.data == window[1].read_bytes()
            assert {spot.fact for spot in proof.spots} <= {fact.id for fact in press.show(draft).attendees} | {
                fact.id for fact in press.show(draft).quotes
            } | {fact.id for fact in press.show(draft).events}
            assert proof.spots
    command = [tmp_path / "command.docx", tmp_path / "command.pdf"]
    outputs = [f"-o{path}" for path in command]
    assert main(["--interface", interface, "export", "--brief", str(brief.path), *outputs]) == 0
    assert [path.read_bytes() for path in command] == [path.read_bytes() for path in window]


def test_a_printed_brief_says_nothing_of_what_is_not_printed(brief: BriefFile, tmp_path: Path) -> None:
    """Neither a fact that was left out nor a hidden section is in the file, however deep one looks."""
    press = Press(brief)
    draft = edited(press, brief.draft())
    press.export(draft, [tmp_path / "a.docx"])
    whole = json.dumps(payload(tmp_path / "a.docx"), ensure_ascii=False)
    assert "Talking points" in whole
    assert "Mayor of Riga" in whole
    assert "our eyes" not in whole
    assert "Nobody has signed" not in whole


def test_notices_in_a_printed_brief_are_worded_for_its_reader(brief: BriefFile, tmp_path: Path) -> None:
    """The file is the reader's, whatever language the user's window is in."""
    other = Article(id="x", path="folder/odd.txt", text="Ein Satz.", regions=(), language="de")
    brief.put(other, ())
    brief.put_findings(app.finding.find(other), app.finding.rules())
    draft = replace(brief.draft(), articles=(*brief.draft().articles, "x"))
    Press(brief).export(draft, [tmp_path / "a.pdf"])
    (notice,) = [one for one in payload(tmp_path / "a.pdf")["dossier"]["notices"] if one["place"]]
    (said,) = [one for one in Press(brief).show(draft).notices if one.place]
    assert notice["message"] == Interface(locale="uk").notice(replace(said, place="odd.txt"))


def test_what_is_shown_follows_the_draft_and_the_file(brief: BriefFile) -> None:
    """Ticks, decisions and newly found facts change it; asking again does not make it again."""
    press = Press(brief)
    draft = brief.draft()
    both = press.show(draft)
    assert press.show(draft) is both
    assert {article.id for article in both.articles} == set(draft.articles)
    decided = edited(press, draft)
    shown = press.show(decided)
    assert len(shown.quotes) == len(both.quotes)
    assert [mark.left_out for mark in shown.marks.values()].count(True) == 1
    assert press.dormant(decided) == ()
    second = next(article.id for article in both.articles if "Ferries" in article.text)
    one = replace(decided, unticked=frozenset({second}))
    assert [article.id for article in press.show(one).articles] == [one for one in draft.articles if one != second]
    assert press.dormant(one) == (2,)
    with app.briefs.open(brief.path, write=False) as worker:
        worker.put_findings(Outcome(value=Findings(article=second)), "later rules")
    assert not any("signed" in quote.text for quote in press.show(draft).quotes)


def test_an_article_nobody_has_searched_is_shown_without_facts(tmp_path: Path, found: Any) -> None:
    """The window does not wait; the command finds them first, and leaves the file as it is."""
    article, _ = found[0]
    path = tmp_path / "new.brief"
    with app.briefs.create(path, Draft(choices=Choices(locale="en"), articles=(article.id, "never read"))) as made:
        made.put(article, ())
        shown = Press(made).show(made.draft())
        assert (len(shown.articles), shown.attendees) == (1, ())
    before = hashlib.sha256(path.read_bytes()).digest()
    heard: list[tuple[str, int, int]] = []
    outcome = app.export_brief(path, [tmp_path / "a.pdf"], {}, work(progress=lambda *told: heard.append(told)))
    assert outcome.value == (tmp_path / "a.pdf",)
    assert payload(tmp_path / "a.pdf")["dossier"]["attendees"]
    assert heard == [("extract", 1, 1)]
    assert hashlib.sha256(path.read_bytes()).digest() == before
    with pytest.raises(Cancelled):
        app.export_brief(path, [tmp_path / "b.pdf"], {}, work(cancelled=lambda: True))
    assert not (tmp_path / "b.pdf").exists()


def test_options_on_the_command_line_hold_for_this_time(brief: BriefFile, tmp_path: Path, capsys: Any) -> None:
    """They win over the file's choices, and the file keeps its own; what is asked for by name is printed."""
    draft = edited(Press(brief), brief.draft())
    brief.save(draft)
    target = tmp_path / "a.docx"
    arguments = ["export", "--brief", str(brief.path), "-o", str(target), "--locale", "de", "--title", "Anders"]
    assert main([*arguments, "--sections", "cover,own-2"]) == 0
    assert capsys.readouterr().out.strip() == str(target)
    settings = payload(target)["settings"]
    assert (settings["locale"], settings["title"], settings["sections"]) == ("de", "Anders", ["cover", "own-2"])
    assert settings["prepared_for"] == "the Mayor"
    assert [own["heading"] for own in settings["own"]] == ["Background"]
    assert brief.draft() == draft


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["export", "-o", "{out}"], 2, "--brief"),
        (["export", "a.txt", "--brief", "{brief}", "-o", "{out}"], 2, "--brief"),
        (["export", "--brief", "{brief}", "-o", "{out}", "--sections", "own-9"], 2, "own-9"),
        (["export", "--brief", "{brief}", "-o", "{out}", "--template", "none"], 2, "none"),
        (["export", "--brief", "{brief}", "-o", "{brief}"], 2, "a.brief"),
        (["export", "--brief", "{brief}", "-o", "x.txt"], 2, ".txt"),
        (["export", "--brief", "no.brief", "-o", "{out}"], 3, "no.brief"),
        (["export", "--brief", "{out}", "-o", "{out}"], 3, "out.pdf"),
    ],
)
def test_wrong_calls_are_told(brief: BriefFile, capsys: Any, arguments: list[str], code: int, word: str) -> None:
    """In a sentence, before anything is done."""
    out = brief.path.with_name("out.pdf")
    assert main([one.format(brief=brief.path, out=out) for one in arguments]) == code
    said = capsys.readouterr()
    assert word in said.err
    assert "Traceback" not in said.err
    assert not out.exists()


def test_a_brief_with_nothing_to_print_is_told(brief: BriefFile, tmp_path: Path) -> None:
    """Own sections alone are something."""
    draft = brief.draft()
    brief.save(replace(draft, unticked=frozenset(draft.articles)))
    with pytest.raises(NothingDone) as refusal:
        app.export_brief(brief.path, [tmp_path / "a.pdf"], {}, work())
    assert refusal.value.code == "nothing-ticked"
    own = OwnSection(id="own-1", heading="Points", text="Say it.")
    brief.save(replace(draft, articles=(), choices=replace(draft.choices, own=(own,))))
    assert app.export_brief(brief.path, [tmp_path / "a.pdf"], {}, work()).value
    with pytest.raises(UsageError):
        Press(brief).export(brief.draft(), [brief.path])


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_printed_brief_can_be_worked_on_again(brief: BriefFile, tmp_path: Path, ending: str) -> None:
    """Its dossier comes back as it was printed, with the editor's corrections and choices."""
    press = Press(brief)
    draft = edited(press, brief.draft())
    printed = tmp_path / f"a.{ending}"
    press.export(draft, [printed])
    with app.briefs.from_printed(printed, tmp_path / "back.brief") as back:
        choices = back.draft().choices
        assert choices == replace(
            draft.choices,
            sections=("cover", "own-1", "attendees", "quotes"),
            hidden=frozenset(),
            own=draft.choices.own[:1],
        )
        assert {summary.rules for summary in back.summaries()} == {READ_BACK}
        dossier = Press(back).show(back.draft())
        silva = next(attendee for attendee in dossier.attendees if "Silva" in attendee.name)
        assert silva.roles[0].text == "Mayor of Riga"
        assert [quote.text for quote in dossier.quotes] == [
            quote.text for quote in press.show(draft).quotes if "signed" not in quote.text
        ]
        with pytest.raises(NothingDone) as refusal:
            app.briefs.from_printed(printed, back.path)
        assert refusal.value.code == "brief-exists"
        assert back.draft().choices == choices


def test_what_carries_no_dossier_makes_no_brief(brief: BriefFile, tmp_path: Path) -> None:
    """Nothing is left where the brief would have been."""
    (tmp_path / "text.pdf").write_bytes(b"%PDF-1.7 of a sort")
    for source in (tmp_path / "none.pdf", tmp_path / "text.pdf", brief.path):
        with pytest.raises(NothingDone):
            app.briefs.from_printed(source, tmp_path / "back.brief")
    assert not (tmp_path / "back.brief").exists()


def test_choices_of_older_files_are_read_as_far_as_they_go() -> None:
    """They had three settings, and an empty list of sections for those of the template."""
    older = {"settings": {"locale": "pt_BR", "template": "quotes", "sections": []}}
    assert app.briefs.choices_of(json.dumps(older)) == Choices(locale="pt_BR", template="quotes")
    odd: tuple[Any, ...] = (
        {},
        {"settings": 5},
        {"settings": {"locale": 7}},
        {"settings": {"locale": "en", "own": "x"}},
    )
    for one in odd:
        assert app.briefs.choices_of(json.dumps(one)) == Choices(locale="en")


def test_sections_are_listed_for_a_template() -> None:
    """Its own first, in its order, then the others; a template that is not there counts as the standard one."""
    assert app.template_sections("quotes") != app.template_sections("standard")
    assert app.all_sections("quotes")[: len(app.template_sections("quotes"))] == app.template_sections("quotes")
    assert sorted(app.all_sections("quotes")) == sorted(app.sections())
    assert app.template_sections("a colleague’s") == app.template_sections("standard")
    assert (app.samples() / "").is_dir()


def test_the_version_of_the_rules_is_that_of_their_files(tmp_path: Path) -> None:
    """Another one for another word in any of them, and the same for the same."""
    assert app.finding.rules() == app.finding.rules()
    (tmp_path / "en").mkdir()
    (tmp_path / "rules.py").write_text("x", encoding="utf-8")
    (tmp_path / "en" / "words.tsv").write_text("a", encoding="utf-8")
    first = digest(tmp_path)
    (tmp_path / "rules.pyc").write_text("whatever", encoding="utf-8")
    assert digest(tmp_path) == first
    (tmp_path / "en" / "words.tsv").write_text("b", encoding="utf-8")
    assert digest(tmp_path) != first
