"""Templates on disk: the user's own folder first, then those shipped."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from briefing.layout.template import Template, TemplateInfo
from briefing.layout.template_file import TemplateFile, TemplateProblem
from briefing.model.errors import UsageError
from briefing.resources import shipped

_FILE = "template.toml"
_BASE = "style.docx"
# A template is a page of text; a base document holds a letterhead, no photographs.
_LARGEST_FILE = 1 << 20
_LARGEST_BASE = 32 << 20
_DEEPEST = 8


def available(user_folder: Path | None) -> tuple[TemplateInfo, ...]:
    """The templates there are, by name; a user's own hides a built-in one of the same name."""
    found: dict[str, TemplateInfo] = {}
    for folder, builtin in _shelves(user_folder):
        for path in _templates_in(folder):
            if path.name not in found:
                description = None if builtin else _description(path)
                found[path.name] = TemplateInfo(name=path.name, builtin=builtin, description=description)
    return tuple(found[name] for name in sorted(found))


def load(name: str, user_folder: Path | None) -> Template:
    """The template of this name. Raises `UsageError` with `unknown-template` or `bad-template`."""
    try:
        chain = tuple(_chain(name, user_folder))
        merged = TemplateFile.merged(file for _, file in reversed(chain))
        base = next((document for path, _ in chain if (document := _base_document(path)) is not None), None)
        return merged.template(name, base)
    except TemplateProblem as problem:
        raise UsageError("bad-template", name=name, problem=str(problem)) from problem


def folder_of(name: str, user_folder: Path | None) -> Path:
    """The folder that `load` would read. Raises `UsageError` with `unknown-template`."""
    path = _find(name, user_folder, [])
    if path is None:
        raise UsageError("unknown-template", name=name, available=_names(user_folder))
    return path


def _chain(name: str, user_folder: Path | None) -> Iterator[tuple[Path, TemplateFile]]:
    """The template, the one it extends, and so on."""
    seen: list[Path] = []
    wanted: str | None = name
    while wanted is not None:
        path = _find(wanted, user_folder, seen)
        if path is None and not seen:
            raise UsageError("unknown-template", name=name, available=_names(user_folder))
        if path is None:
            raise TemplateProblem(f"extends: there is no other template {wanted!r}")
        if len(seen) >= _DEEPEST:
            raise TemplateProblem(f"extends: more than {_DEEPEST} templates in a row")
        seen.append(path)
        file = TemplateFile.parse(_read(path / _FILE))
        yield path, file
        wanted = file.extends


def _find(name: str, user_folder: Path | None, seen: list[Path]) -> Path | None:
    """The folder of a template; one seen already is passed over, so that a user's `standard` can extend ours."""
    for folder, _ in _shelves(user_folder):
        # Names are compared with what is there and never joined to a path: `../x` is just unknown.
        for path in _templates_in(folder):
            if path.name == name and path not in seen:
                return path
    return None


def _names(user_folder: Path | None) -> tuple[str, ...]:
    return tuple(sorted({path.name for folder, _ in _shelves(user_folder) for path in _templates_in(folder)}))


def _shelves(user_folder: Path | None) -> Iterator[tuple[Path, bool]]:
    if user_folder is not None:
        yield user_folder, False
    yield shipped("templates"), True


def _templates_in(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(path for path in folder.iterdir() if (path / _FILE).is_file()))
    except OSError:
        return ()


def _description(path: Path) -> str:
    """A user's own words for a template; empty where it has none or cannot be read, which only `load` reports."""
    try:
        return TemplateFile.parse(_read(path / _FILE)).description or ""
    except TemplateProblem:
        return ""


def _read(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise TemplateProblem(f"{path.name} is larger than {_LARGEST_FILE} bytes")
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateProblem(f"{path.name}: {error}") from error


def _base_document(folder: Path) -> bytes | None:
    path = folder / _BASE
    if not path.is_file():
        return None
    try:
        if path.stat().st_size > _LARGEST_BASE:
            raise TemplateProblem(f"{_BASE} is larger than {_LARGEST_BASE} bytes")
        return path.read_bytes()
    except OSError as error:
        raise TemplateProblem(f"{_BASE}: {error}") from error
