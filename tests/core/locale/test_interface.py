"""The program's own words: whose language, what a failure says, and what never happens."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.locale.interface import Interface, interface
from briefing.locale.reader import available, find
from briefing.model.errors import BriefingError, NothingDone, UsageError
from briefing.model.notice import Notice, Severity

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def say(code: str = "empty-file", place: str | None = None) -> Notice:
    """A warning."""
    return Notice(severity=Severity.WARNING, code=code, place=place)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "uk_UA.UTF-8"}, "uk"),
        ({"LANG": "pt_PT"}, "pt_BR"),
        ({"LANG": "de_AT.ISO-8859-15@euro"}, "de"),
        ({"LANG": "pl_PL.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "pl_PL.UTF-8", "LC_MESSAGES": "es_ES.UTF-8"}, "es"),
        ({"LANG": "pl_PL.UTF-8", "LC_ALL": ""}, "pl"),
        ({"LANG": "uk_UA.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "../../etc/passwd"}, "en"),
    ],
)
def test_the_environment_names_the_language(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first POSIX variable that is set decides; a language that is not there is English."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert interface(None).locale == expected


def test_a_name_given_outranks_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is not there falls through to the system's language."""
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    assert interface("uk").locale == "uk"
    assert interface("pt-PT").locale == "pt_BR"
    assert interface("klingon").locale == "pl"


@pytest.mark.parametrize("name", ["C", "POSIX", "C.UTF-8", "C.utf8"])
def test_the_portable_locale_is_english(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """POSIX's own locale, asked for by name or by the system, is no miss that falls through."""
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    assert interface(name).locale == "en"
    monkeypatch.setenv("LC_ALL", name)
    assert interface(None).locale == "en"


def test_without_any_sign_the_interface_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty environment is no failure."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    assert interface().locale in available()


@pytest.mark.parametrize("name", available())
def test_a_failure_is_worded_with_what_may_have_been_meant(name: str) -> None:
    """The sentence for an unknown locale holds the name, what there is, and the likeliest one."""
    with pytest.raises(UsageError) as caught:
        find("pr_BR")
    said = interface(name).error(caught.value)
    assert "pr_BR" in said
    assert ", ".join(available()) in said
    assert said.count("pt_BR") == 2


@pytest.mark.parametrize("name", available())
def test_a_notice_names_its_place_first(name: str) -> None:
    """The file stands before the sentence, and there is none where the notice is about no file."""
    words = interface(name)
    assert words.notice(say(place="news/a.txt")).startswith("news/a.txt")
    assert words.notice(say(place="news/a.txt")).endswith(words.notice(say()))


def test_what_stops_one_source_may_stop_them_all() -> None:
    """A code worded as a notice is worded the same when it comes as a failure, and the other way round."""
    words = interface("de")
    assert words.error(NothingDone("empty-file")) == words.notice(say("empty-file")) == "Die Datei ist leer."
    assert words.notice(say("no-output")) == words.error(UsageError("no-output"))


def test_words_that_are_missing_are_shown_as_code_and_parameters() -> None:
    """A code that no catalogue knows is still told, never a crash."""
    words = interface("uk")
    assert words.error(NothingDone("odd-thing", path="a", size=3)) == "error.odd-thing (path=a, size=3)"
    assert words.notice(say(code="odd-thing")) == "notice.odd-thing"
    assert words.count("odd.thing", 1234) == "odd.thing (n=1\u00a0234)"
    assert words.text("") == ""


def test_a_parameter_that_was_not_given_leaves_a_gap() -> None:
    """A sentence with a hole is better than none."""
    assert "…" in interface("en").error(NothingDone("no-such-file"))


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\r", "\n", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800", "\x00"]
)
def test_a_parameter_cannot_steer_the_terminal(character: str) -> None:
    """Escapes, line ends and turns of direction in a file's name are shown, not obeyed."""
    words = interface("en")
    said = words.error(NothingDone("no-such-file", path=f"a{character}b")) + words.notice(say(place=f"a{character}b"))
    assert character not in said
    assert said.count(character.encode("unicode_escape").decode("ascii")) == 2
    said.encode("utf-8")


def test_letters_of_all_scripts_stay_as_they_are() -> None:
    """Only what cannot be seen is replaced; joiners that spell words are not."""
    name = "Київ مؤتمر دفاع\u200cی 会議 👩\u200d💻 e\u0301.txt"
    assert name in interface("uk").error(NothingDone("no-such-file", path=name))


def test_a_template_in_a_parameter_is_not_filled_in() -> None:
    """Braces in a file's name are a file's name."""
    assert "{path} {0} %s" in interface("en").error(NothingDone("no-such-file", path="{path} {0} %s"))


def test_an_endless_parameter_is_cut() -> None:
    """A sentence is not buried under a name of a million letters."""
    assert len(interface("en").error(NothingDone("no-such-file", path="x" * 1_000_000))) < 1200


@given(st.text(max_size=30), st.dictionaries(st.text(max_size=8), st.text() | st.integers() | st.none(), max_size=3))
def test_asking_never_fails(code: str, parameters: dict[str, object]) -> None:
    """Any code with any parameters gives some text."""
    error = BriefingError(code)
    error.parameters = parameters
    for name in available():
        assert isinstance(Interface(locale=name).error(error), str)


@pytest.mark.parametrize("name", available())
def test_numbers_are_grouped_as_babel_groups_them(name: str) -> None:
    """The interface, which does without CLDR, writes whole numbers as a brief in that language does."""
    for n in (0, 7, 999, 1000, 9999, 10_000, 1_234_567, -1234, -12_345):
        assert interface(name).number(n) == find(name).number(n)


def test_babel_is_not_loaded_for_the_programs_own_words() -> None:
    """Help, lists and messages do without the 0.1 s that locale data cost."""
    program = (
        "import sys\n"
        "from briefing.locale.interface import interface\n"
        "from briefing.locale.reader import available, names\n"
        "from briefing.model.errors import NothingDone\n"
        "assert len(available()) == len(names())\n"
        "assert interface('uk').error(NothingDone('no-such-file', path='a'))\n"
        "sys.exit('babel' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
