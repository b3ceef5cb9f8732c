"""The argument parser, speaking the user's language throughout."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

from briefing import __version__
from briefing.locale.interface import Interface

# How argparse words its complaints, in English only, and the key under which the catalogue words them. One that a
# later Python words otherwise is shown as it is.
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)", re.DOTALL), "cli.error.required"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)", re.DOTALL), "cli.error.unknown"),
    (re.compile(r"argument (?P<name>[^:]+): expected .+", re.DOTALL), "cli.error.value"),
    (re.compile(r"argument (?P<name>[^:]+): invalid _number value: (?P<value>.+)", re.DOTALL), "cli.error.number"),
    (
        re.compile(
            r"argument (?P<name>[^:]+): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)", re.DOTALL
        ),
        "cli.error.choice",
    ),
)

# What Windows can wait for at once.
_MOST_JOBS = 61


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` whose headings, help and complaints come from the catalogue."""

    def __init__(self, *, says: Interface, **settings: Any) -> None:  # noqa: ANN401 - argparse's own settings
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_formatter(says), **settings)
        self._says = says
        self.given = self.add_argument_group(says.text("cli.heading.arguments"))
        self.options = self.add_argument_group(says.text("cli.heading.options"))
        self.options.add_argument("-h", "--help", action="help", help=says.text("cli.help"))

    def error(self, message: str) -> NoReturn:
        """Prints usage and complaint to standard error; exit code 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self._says.text('cli.usage', problem=self._worded(message))}\n")

    def _worded(self, message: str) -> str:
        for pattern, key in _COMPLAINTS:
            match = pattern.fullmatch(message)
            if match is not None:
                return self._says.text(key, **match.groupdict())
        return message


def _formatter(says: Interface) -> Callable[..., argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        """Help with the user's own word for "usage"."""

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            """As argparse does, with a prefix in the user's language."""
            super().add_usage(usage, actions, groups, says.text("cli.heading.usage") if prefix is None else prefix)

    return Formatter


def build(says: Interface, commands: Iterable[tuple[str, Callable[..., int]]]) -> Parser:
    """The parser of the whole command line; each of `commands` is a name and what runs it (`namespace.run`)."""
    parser = Parser(says=says, prog="briefing", description=says.text("cli.about"), epilog=says.text("cli.epilog"))
    version = f"briefing {__version__}"
    parser.options.add_argument("--version", action="version", version=version, help=says.text("cli.version"))
    parser.options.add_argument("--interface", metavar="LANG", help=says.text("cli.interface"))
    parser.options.add_argument("--debug", action="store_true", help=says.text("cli.debug"))
    below = parser.add_subparsers(title=says.text("cli.commands"), metavar="COMMAND", required=True)
    for name, run in commands:
        about = says.text(f"cli.{name}.about")
        sub = below.add_parser(name, says=says, help=about, description=about)
        sub.set_defaults(run=run)
        _ARGUMENTS[name](sub, says)
    return parser


def _export(sub: Parser, says: Interface) -> None:
    _source(sub, says, "*")
    sub.options.add_argument("--brief", type=Path, metavar="FILE", help=says.text("cli.brief"))
    output = says.text("cli.output")
    sub.options.add_argument("-o", "--output", action="append", type=Path, required=True, metavar="FILE", help=output)
    for name, metavar in (
        ("locale", "LOCALE"),
        ("template", "NAME"),
        ("sections", "ID,ID,..."),
        ("title", "TEXT"),
        ("prepared-for", "TEXT"),
        ("marking", "TEXT"),
    ):
        sub.options.add_argument(f"--{name}", metavar=metavar, help=says.text(f"cli.{name}"))
    sub.options.add_argument("--paper", choices=("A4", "Letter"), help=says.text("cli.paper"))
    _jobs(sub, says)


def _extract(sub: Parser, says: Interface) -> None:
    _source(sub, says, "+")
    sub.options.add_argument("--each", action="store_true", help=says.text("cli.each"))
    _jobs(sub, says)


def _verify(sub: Parser, says: Interface) -> None:
    sub.given.add_argument("file", type=Path, metavar="FILE", help=says.text("cli.verify.file"))
    sub.given.add_argument("sources", nargs="*", metavar="SOURCE", help=says.text("cli.verify.source"))
    _as_json(sub, says)


def _templates(sub: Parser, says: Interface) -> None:
    _as_json(sub, says)
    sub.options.add_argument("--copy", nargs=2, metavar=("NAME", "NEW"), help=says.text("cli.copy"))


def _gui(sub: Parser, says: Interface) -> None:
    sub.given.add_argument("sources", nargs="*", metavar="FILE", help=says.text("cli.gui.source"))


def _source(sub: Parser, says: Interface, count: str) -> None:
    sub.given.add_argument("sources", nargs=count, metavar="SOURCE", help=says.text("cli.source"))


def _jobs(sub: Parser, says: Interface) -> None:
    sub.options.add_argument("--jobs", type=_number, metavar="N", help=says.text("cli.jobs"))


def _number(written: str) -> int:
    number = int(written)
    if not 1 <= number <= _MOST_JOBS:
        raise ValueError(written)
    return number


def _as_json(sub: Parser, says: Interface) -> None:
    sub.options.add_argument("--json", action="store_true", help=says.text("cli.json"))


_ARGUMENTS: dict[str, Callable[[Parser, Interface], None]] = {
    "export": _export,
    "extract": _extract,
    "verify": _verify,
    "sections": _as_json,
    "templates": _templates,
    "locales": _as_json,
    "gui": _gui,
}
