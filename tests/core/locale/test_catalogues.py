"""The catalogues are whole, alike in all languages, and say in their plural rules what CLDR says."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from briefing.locale.catalogue import PO, Domain, UnknownKey, catalogue
from briefing.locale.shipped import SHIPPED
from briefing.model.dossier import Subject
from briefing.model.facts import Kind, Mode
from tools.catalogues import compiled, stale

DOMAINS: tuple[Domain, ...] = ("doc", "ui")
ALL = [(domain, locale) for domain in DOMAINS for locale in SHIPPED]
TRANSLATED = [(domain, locale) for domain, locale in ALL if locale != "en"]
ROOT = Path(__file__).resolve().parents[3]

# CLDR's "many" of Spanish, French and Portuguese begins at a million of anything; nothing here is counted so far.
COUNTED = range(3000)


KEY = re.compile(r"[a-z_]+(?:\.[a-z_-]+)+")


def read(domain: str, locale: str) -> Catalog:
    """The source of a catalogue."""
    with (PO / domain / f"{locale}.po").open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def messages(domain: str, locale: str) -> dict[str, Message]:
    """Its messages by key, without the header."""
    return {key(message): message for message in read(domain, locale) if message.id}


def key(message: Message) -> str:
    """The key of a message, with plural forms or without."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """What a message says: once, or once for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("domain", DOMAINS)
def test_there_is_a_catalogue_of_each_locale_and_none_besides(domain: str) -> None:
    """The files under `po/` and the list of shipped locales say the same."""
    assert {path.stem for path in (PO / domain).glob("*.po")} == set(SHIPPED)
    assert {path.stem for path in (PO / domain).glob("*.mo")} == set(SHIPPED)


def test_every_compiled_catalogue_is_up_to_date() -> None:
    """A changed `.po` is compiled before it is committed."""
    assert list(stale()) == []
    assert compiled(PO / "doc" / "uk.po") == compiled(PO / "doc" / "uk.po")


@pytest.mark.parametrize(("domain", "locale"), TRANSLATED)
def test_all_locales_have_the_same_keys(domain: str, locale: str) -> None:
    """No locale lacks a key and none has one of its own."""
    assert set(messages(domain, locale)) == set(messages(domain, "en"))


@pytest.mark.parametrize(("domain", "locale"), ALL)
def test_no_message_is_fuzzy_empty_or_obsolete(domain: str, locale: str) -> None:
    """Every message is finished, and no form of it is blank."""
    catalog = read(domain, locale)
    assert not catalog.obsolete
    for message in catalog:
        if message.id:
            assert not message.fuzzy, key(message)
            assert all(form.strip() for form in forms(message)), key(message)


@pytest.mark.parametrize(("domain", "locale"), ALL)
def test_messages_have_the_placeholders_of_the_english_ones(domain: str, locale: str) -> None:
    """A translation drops no parameter and invents none, and each is a bare name without attribute or format."""
    english = messages(domain, "en")
    for name, message in messages(domain, locale).items():
        wanted = placeholders(forms(english[name])[-1])
        assert all(placeholder.isidentifier() for placeholder in wanted), name
        for form in forms(message):
            assert placeholders(form) == wanted, (name, form)
            assert all(not spec and not cast for _, _, spec, cast in string.Formatter().parse(form)), name


@pytest.mark.parametrize(("domain", "locale"), ALL)
def test_messages_that_count_do_so_in_every_language_and_form(domain: str, locale: str) -> None:
    """A key with plural forms in English has as many as the language needs, each with its number."""
    catalog = read(domain, locale)
    english = messages(domain, "en")
    for name, message in messages(domain, locale).items():
        assert message.pluralizable == english[name].pluralizable, name
        if message.pluralizable:
            assert len(forms(message)) == catalog.num_plurals, name
            assert all("{n}" in form for form in forms(message)), name


@pytest.mark.parametrize(("domain", "locale"), ALL)
def test_plural_rules_are_those_of_cldr(domain: Domain, locale: str) -> None:
    """Two numbers share a gettext form exactly when they share a CLDR category, and every form is used."""
    rule = Locale.parse(locale).plural_form
    counting = next(name for name, message in messages("doc", locale).items() if message.pluralizable)
    translations = catalogue("doc", locale)
    form_of = {n: translations.plural_template(counting, n) for n in COUNTED}
    category_of = {n: rule(n) for n in COUNTED}
    pairs = {(category_of[n], form_of[n]) for n in COUNTED}
    assert len(pairs) == len(set(category_of.values())) == read(domain, locale).num_plurals


@pytest.mark.parametrize(("domain", "locale"), TRANSLATED)
def test_no_sentence_was_left_in_english(domain: str, locale: str) -> None:
    """Messages of three words or more are not the English ones over again."""
    english = messages(domain, "en")
    for name, message in messages(domain, locale).items():
        words = re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", "", forms(english[name])[0]))
        assert len(words) < 3 or forms(message) != forms(english[name]), name


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize(
    ("locale", "foreign"),
    [
        ("en", "«»„"),
        ("uk", "“”\"'"),
        ("pt_BR", "«»„"),
        ("de", "«»”\"'"),
        ("fr", "“”„\"'"),
        ("es", "“”„\"'"),
        ("pl", "“«»\"'"),
    ],
)
def test_quotation_marks_are_those_of_the_language(domain: str, locale: str, foreign: str) -> None:
    """Typewriter quotes and other languages' marks do not stand in translations."""
    for name, message in messages(domain, locale).items():
        for form in forms(message):
            assert not set(form) & set(foreign), (name, form)


@pytest.mark.parametrize("domain", DOMAINS)
def test_french_sets_off_its_tall_marks_with_spaces_that_do_not_break(domain: str) -> None:
    """Before ; : ! ? and inside guillemets stands a no-break space, never one at which a line may end."""
    commands = re.compile(r"\S+://\S*|--?\w+")
    for name, message in messages(domain, "fr").items():
        for form in forms(message):
            for before, mark in pairwise(commands.sub("", form)):
                assert mark not in ";!?" or before == "\u202f", (name, form)
                assert mark not in ":»" or before == "\u00a0", (name, form)
                assert before != "«" or mark == "\u00a0", (name, form)


def test_every_value_of_the_model_has_its_words() -> None:
    """Modes, kinds and subjects of disagreement are worded; so is each qualifier of a sum."""
    keys = set(messages("doc", "en"))
    assert {f"mode.{mode.value}" for mode in Mode} <= keys
    assert {f"kind.{kind.value}" for kind in Kind} <= keys
    assert {f"subject.{subject.value}" for subject in Subject} <= keys
    qualifiers = ("about", "up_to", "at_least", "more_than", "less_than", "additional")
    assert {f"qualifier.{qualifier}" for qualifier in qualifiers} <= keys


def codes(tree: ast.AST) -> Iterator[str]:
    """The codes of the failures and notices that a module makes."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"UsageError", "NothingDone", "BriefingError"} and node.args:
            yield from literals(node.args[0])
        if node.func.id == "Notice":
            given = (keyword.value for keyword in node.keywords if keyword.arg == "code")
            yield from (value for argument in given for value in literals(argument))


def literals(node: ast.expr) -> Iterator[str]:
    """The strings that an expression can be, as far as it says so itself."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)
        case _:
            return


def named(tree: ast.AST, keys: set[str]) -> Iterator[str]:
    """The strings of a module that have the shape of a key and begin as one of `keys` does."""
    groups = {known.partition(".")[0] for known in keys}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and KEY.fullmatch(text) and text.partition(".")[0] in groups:
            yield text


def modules(*rooms: str) -> Iterator[tuple[str, ast.AST]]:
    """The modules whose paths in the package match one of the patterns, each with its file name."""
    for room in rooms:
        for path in sorted((ROOT / "briefing").glob(room)):
            yield path.name, ast.parse(path.read_text(encoding="utf-8"))


def test_every_failure_and_notice_of_the_program_has_its_sentence() -> None:
    """Codes that stand in the source are keys of the interface's catalogue."""
    keys = set(messages("ui", "en"))
    made = {(name, code) for name, tree in modules("**/*.py") for code in codes(tree)}
    assert len(made) > 10
    assert {(name, code) for name, code in made if not {f"error.{code}", f"notice.{code}"} & keys} == set()


def test_every_word_that_the_brief_asks_for_is_there() -> None:
    """Keys named in the layout and in this room are keys of the brief's catalogue."""
    keys = set(messages("doc", "en"))
    rooms = modules("layout/**/*.py", "locale/reader.py")
    wanted = {(name, word) for name, tree in rooms for word in named(tree, keys)}
    assert len(wanted) > 20
    assert {(name, word) for name, word in wanted if word not in keys} == set()


def test_every_word_that_the_command_asks_for_is_there() -> None:
    """Keys named above the rooms are keys of the interface's catalogue."""
    keys = set(messages("ui", "en"))
    wanted = {(name, word) for name, tree in modules("*.py") for word in named(tree, keys)}
    assert len(wanted) > 5
    assert {(name, word) for name, word in wanted if word not in keys} == set()


@pytest.mark.parametrize("missing", ["", "section.nowhere", "Content-Type"])
def test_an_unknown_key_is_a_defect(missing: str) -> None:
    """A key without words is never printed in their stead, and gettext's header is no message."""
    with pytest.raises(UnknownKey):
        catalogue("doc", "uk").template(missing)
    with pytest.raises(UnknownKey):
        catalogue("doc", "uk").plural_template(missing or "x", 2)
