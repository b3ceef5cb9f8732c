"""The reading room's door: names in, articles out, and a notice for everything that is not one."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from briefing.model.article import Article
from briefing.model.errors import Cancelled, NothingDone
from briefing.model.notice import Notice, Outcome, Severity
from briefing.sources.inputs import Entry, code_of, entries, real, trouble
from briefing.sources.readers import reader_for
from briefing.sources.web import fetch, is_address

MOST_BYTES = 20_000_000
"""The largest source that is read; a caller need not take more than one byte beyond this from standard input."""

_HEAD = 65_536
# Formats that people do hand in, known by their first bytes; the rest is simply no text.
_FORMATS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "DOCX"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
    (b"{\\rtf", "RTF"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.02


def gather(
    names: Sequence[str],
    stdin: Callable[[], bytes],
    on_progress: Callable[[int, int], None] | None = None,
    *,
    skip: Collection[Path] = (),
) -> Outcome[tuple[Article, ...]]:
    """The articles in all of `names`, in their order: files, folders, addresses, `-`; what cannot be read is a notice.

    `on_progress` is told how many files are done, and of how many. `skip`: files that are passed over in silence where
    they lie in a folder, such as the briefs that an earlier run put there.
    """
    articles: list[Article] = []
    notices: list[Notice] = []
    for outcome in gather_each(names, stdin, on_progress, skip=skip):
        articles.extend(outcome.value)
        notices.extend(outcome.notices)
    return Outcome(value=tuple(articles), notices=tuple(notices))


def gather_each(
    names: Sequence[str],
    stdin: Callable[[], bytes],
    on_progress: Callable[[int, int], None] | None = None,
    *,
    skip: Collection[Path] = (),
) -> Iterator[Outcome[tuple[Article, ...]]]:
    """The same, source by source and lazily: of those that have gone by only a number each is kept in memory."""
    skipped = {real(path) for path in skip}
    of = count(names, skip=skip) if on_progress is not None else 0
    paths: set[int] = set()
    texts: set[int] = set()
    for done, entry in enumerate(entries(names, skipped), start=1):
        if isinstance(entry, Notice):
            yield Outcome(value=(), notices=(entry,))
        elif _seen(_place(entry), paths):
            yield Outcome(value=(), notices=(_twice(entry.name),))
        else:
            outcome = _read(entry, stdin)
            new = tuple(article for article in outcome.value if not _seen(article.id, texts))
            again = (_twice(entry.name),) * (len(outcome.value) - len(new))
            yield Outcome(value=new, notices=(*outcome.notices, *again))
        if on_progress is not None:
            on_progress(done, of)


def count(names: Sequence[str], *, skip: Collection[Path] = ()) -> int:
    """How many sources there are behind `names`."""
    return sum(1 for _ in entries(names, {real(path) for path in skip}))


def _seen(key: str, known: set[int]) -> bool:
    """Whether the key was asked for before; as sure as the article's own number is."""
    number = int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
    if number in known:
        return True
    known.add(number)
    return False


def _place(entry: Entry) -> str:
    return real(entry.path) if entry.path is not None else entry.name


def _twice(name: str) -> Notice:
    return Notice(severity=Severity.WARNING, code="same-file-twice", place=name)


def _read(entry: Entry, stdin: Callable[[], bytes]) -> Outcome[tuple[Article, ...]]:
    """What stands in one source; whatever goes wrong with it concerns no other."""
    try:
        data = _data(entry, stdin)
        _refuse_what_is_too_large(len(data))
        head = data[:_HEAD]
        _refuse_what_is_no_text(head)
        read = reader_for(entry.path or Path(entry.name), head).read(entry.name, data)
        return _with_address(read, entry.name) if is_address(entry.name) else read
    except Cancelled:
        raise
    except NothingDone as failure:
        return _nothing(entry.name, failure)
    except OSError as failure:
        return Outcome(value=(), notices=(trouble(code_of(failure), entry.name),))
    except Exception as stumble:  # noqa: BLE001 - parsers of strangers' files raise whatever they like
        reason = f"{type(stumble).__name__}: {stumble}"
        return Outcome(value=(), notices=(trouble("reading-failed", entry.name, reason=reason),))


def _with_address(read: Outcome[tuple[Article, ...]], address: str) -> Outcome[tuple[Article, ...]]:
    """Articles that do not say where they stand, with the address at which they were found."""
    return replace(
        read, value=tuple(article if article.url else replace(article, url=address) for article in read.value)
    )


def _nothing(name: str, failure: NothingDone) -> Outcome[tuple[Article, ...]]:
    parameters = {key: value if isinstance(value, int) else str(value) for key, value in failure.parameters.items()}
    return Outcome(value=(), notices=(trouble(failure.code, name, **parameters),))


def _data(entry: Entry, stdin: Callable[[], bytes]) -> bytes:
    if entry.path is not None:
        return _bytes(entry.path)
    return fetch(entry.name, MOST_BYTES) if is_address(entry.name) else stdin()


def _bytes(path: Path) -> bytes:
    """The content of a regular file; its size is looked at before anything is read."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise NothingDone("unreadable")
    _refuse_what_is_too_large(about.st_size)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _refuse_what_is_too_large(size: int) -> None:
    if size > MOST_BYTES:
        raise NothingDone("too-large", limit=MOST_BYTES // 1_000_000)


def _refuse_what_is_no_text(head: bytes) -> None:
    if not head:
        raise NothingDone("empty-file")
    for magic, name in _FORMATS:
        if head.startswith(magic):
            raise NothingDone("format-not-read", format=name)
    if head.startswith(_WIDE_MARKS) or _is_unmarked_wide(head):
        return
    if len(_CONTROL.findall(head)) > _MOST_CONTROL * len(head):
        raise NothingDone("binary-file")


def _is_unmarked_wide(head: bytes) -> bool:
    """Whether NULs stand in every other place only, as in UTF-16 without a mark."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.35 * len(head) and min(even, odd) < 0.025 * len(head)
