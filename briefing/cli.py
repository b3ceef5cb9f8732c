"""The command: argv to one call of `app`, its outcome to two streams and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing import app
from briefing.arguments import build
from briefing.locale.interface import Interface, interface
from briefing.model.draft import Choices
from briefing.model.errors import BriefingError, Cancelled, NothingDone, UsageError
from briefing.model.notice import Notice

if TYPE_CHECKING:
    from briefing.dossier.checking import Verdict

# More than any article; a larger input is refused by the reader, which sees that it was cut.
READ_AT_MOST = 64 * 2**20

DONE, PARTLY, WRONG_CALL, NOTHING, INTERRUPTED = 0, 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line; returns its exit code: 0 done, 1 in part, 2 wrong call, 3 nothing done, 130 stopped."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    console = Console(interface(_asked_language(arguments)))
    _speak_utf8()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    call: argparse.Namespace | None = None
    try:
        call = build(console.says, _COMMANDS).parse_args(arguments)
        return int(call.run(call, console))
    except BriefingError as error:
        console.tell(console.says.error(error))
        return error.exit_code
    except (KeyboardInterrupt, Cancelled):
        console.tell(console.says.text("cli.interrupted"))
        return INTERRUPTED
    except MemoryError:
        console.tell(console.says.text("error.out-of-memory"))
        return NOTHING
    except BrokenPipeError:
        # Whoever read the results has stopped; Python must not fail once more on closing the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PARTLY
    except Exception as defect:
        # What nobody foresaw is told in one sentence too; who wants to mend it asks for more.
        if call is not None and call.debug:
            raise
        console.tell(console.says.text("error.defect", reason=f"{type(defect).__name__}: {defect}"))
        return NOTHING


@dataclass(frozen=True)
class Console:
    """Where results and remarks go: results to standard output, everything else to standard error."""

    says: Interface

    def tell(self, line: str) -> None:
        """A remark, on standard error."""
        self.clear()
        print(line, file=sys.stderr, flush=True)

    def tell_all(self, notices: Iterable[Notice]) -> None:
        """Every notice as a remark of its own."""
        for notice in notices:
            self.tell(f"{self.says.text(f'severity.{notice.severity}')} {self.says.notice(notice)}")

    def progress(self, stage: str, done: int, of: int) -> None:
        """One line that is written over and over, only where somebody is watching."""
        if sys.stderr.isatty() and of > 1:
            line = self.says.text(f"cli.progress.{stage}", done=done, of=of)
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the line of progress away."""
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr)

    def work(self, jobs: int | None = 1) -> app.Work:
        """How a long job talks to this console; `jobs`: as in `Work`."""
        return app.Work(wording=self.says.notice, stdin=_standard_input, progress=self.progress, jobs=jobs)


def _standard_input() -> bytes:
    return sys.stdin.buffer.read(READ_AT_MOST)


def _export(call: argparse.Namespace, console: Console) -> int:
    if (call.brief is None) == (not call.sources):
        raise UsageError("no-source" if call.brief is None else "brief-and-sources")
    wanted = _choices(call)
    if call.brief is not None:
        outcome = app.export_brief(call.brief, call.output, wanted, console.work(call.jobs))
    else:
        choices = Choices(**{"locale": console.says.locale, **wanted})
        outcome = app.export(call.sources, call.output, choices, console.work(call.jobs))
    console.tell_all(outcome.notices)
    if not outcome.value:
        raise NothingDone("nothing-read")
    console.clear()
    for path in outcome.value:
        print(path)
    return PARTLY if app.done_in_part(outcome.notices) else DONE


def _choices(call: argparse.Namespace) -> dict[str, Any]:
    """The choices made on the command line, and no others."""
    names = ("locale", "template", "title", "paper", "prepared_for", "marking")
    made = {name: getattr(call, name) for name in names if getattr(call, name) is not None}
    sections = _listed(call.sections)
    # What is asked for by name is printed, though the brief hides it otherwise.
    return made if sections is None else {**made, "sections": sections, "hidden": frozenset(), "note_empty": True}


def _extract(call: argparse.Namespace, console: Console) -> int:
    partly = found = False
    for outcome in app.records(call.sources, call.each, console.work(call.jobs)):
        console.tell_all(outcome.notices)
        partly = partly or app.done_in_part(outcome.notices)
        if outcome.value is not None:
            found = True
            console.clear()
            _print_json(outcome.value, indent=None if call.each else 2)
    if not found:
        raise NothingDone("nothing-read")
    return PARTLY if partly else DONE


def _verify(call: argparse.Namespace, console: Console) -> int:
    from briefing.dossier.checking import Backing, Standing  # noqa: PLC0415 - only this command needs it

    outcome = app.verify(call.file, call.sources, console.work())
    console.tell_all(outcome.notices)
    if call.json:
        _print_json([_verdict_record(verdict) for verdict in outcome.value], indent=2)
    else:
        for verdict in outcome.value:
            _print_verdict(verdict, console.says)
    altered = sum(verdict.standing is not Standing.INTACT for verdict in outcome.value)
    refuted = sum(verdict.backing is Backing.REFUTED for verdict in outcome.value)
    untold = sum(verdict.backing is Backing.UNTOLD for verdict in outcome.value)
    total = len(outcome.value)
    console.tell(console.says.text("cli.verify.summary", total=total, altered=altered, refuted=refuted, untold=untold))
    return PARTLY if altered or refuted or app.done_in_part(outcome.notices) else DONE


def _verdict_record(verdict: Verdict) -> Mapping[str, Any]:
    return {name: getattr(verdict, name) for name in verdict.__slots__}


def _print_verdict(verdict: Verdict, says: Interface) -> None:
    keys = [f"standing.{verdict.standing}", f"backing.{verdict.backing}", f"fact.{verdict.kind}"]
    head = "  ".join(says.text(key) for key in keys if not key.endswith(".None"))
    words = _shortened(verdict.words or verdict.found or "")
    key = "cli.verify.line" if verdict.source else "cli.verify.unsourced"
    print(says.text(key, head=head, words=words, source=verdict.source or ""))
    if verdict.found is not None and verdict.standing == "altered":
        print(says.text("cli.verify.found", words=_shortened(verdict.found)))


def _shortened(words: str, most: int = 160) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= most else f"{one_line[: most - 1]}…"


def _sections(call: argparse.Namespace, console: Console) -> int:
    rows = [{"name": name, "description": console.says.text(f"section.{name}")} for name in app.sections()]
    return _print_rows(rows, call.json)


def _templates(call: argparse.Namespace, console: Console) -> int:
    if call.copy is not None:
        print(app.copy_template(call.copy[0], call.copy[1]))
        return DONE
    rows = [
        {
            "name": info.name,
            "description": info.description or console.says.text(f"template.{info.name}.description"),
            "builtin": info.builtin,
        }
        for info in app.templates()
    ]
    return _print_rows(rows, call.json)


def _locales(call: argparse.Namespace, _console: Console) -> int:
    return _print_rows([{"name": name, "description": own} for name, own in app.locales().items()], call.json)


def _gui(call: argparse.Namespace, _console: Console) -> int:
    from briefing.launching import launcher  # noqa: PLC0415 - slow to import, and only this command needs it

    start = launcher()
    if start is None:
        raise NothingDone("window-not-built")
    return start(call.sources)


def _print_rows(rows: Sequence[Mapping[str, Any]], as_json: bool) -> int:
    if as_json:
        _print_json(rows, indent=2)
        return DONE
    width = max((len(row["name"]) for row in rows), default=0)
    for row in rows:
        print(f"{row['name']:<{width}}  {row['description']}")
    return DONE


def _print_json(value: object, indent: int | None) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)


def _listed(names: str | None) -> tuple[str, ...] | None:
    """`a,b` as ("a", "b"); each once, in the order given. Raises `UsageError` where nothing is listed."""
    if names is None:
        return None
    listed = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    if not listed:
        raise UsageError("no-section", available=", ".join(app.sections()))
    return listed


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The value of `--interface`, looked up before the parser is built, since the parser's own words depend on it."""
    for i, argument in enumerate(arguments):
        if argument.startswith("--interface="):
            return argument.partition("=")[2]
        if argument == "--interface" and i + 1 < len(arguments):
            return arguments[i + 1]
    return None


def _speak_utf8() -> None:
    """JSON is UTF-8 by contract, and no remark may fail for want of a character."""
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


_COMMANDS: tuple[tuple[str, Callable[[argparse.Namespace, Console], int]], ...] = (
    ("export", _export),
    ("extract", _extract),
    ("verify", _verify),
    ("sections", _sections),
    ("templates", _templates),
    ("locales", _locales),
    ("gui", _gui),
)
