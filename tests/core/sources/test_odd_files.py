"""Whatever stands in a file, the reading room answers with an article or a notice, and never raises."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.notice import Outcome, Severity
from briefing.sources.reading import MOST_BYTES, gather


def _gather(*paths: Path) -> Outcome[tuple[Article, ...]]:
    return gather([str(path) for path in paths], lambda: b"")


def _written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _only_code(outcome: Outcome[tuple[Article, ...]]) -> str:
    assert outcome.value == ()
    (notice,) = outcome.notices
    assert notice.severity is Severity.ERROR
    return notice.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \n\r\n\t\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary-file"),
        (b"\0" * 500, "binary-file"),
        (b"%PDF-1.7\n%\xe2\xe3", "format-not-read"),
        (b"PK\x03\x04" + b"\0" * 40, "format-not-read"),
        (b"x" * 10_000, "not-an-article"),
        (b"\xff\xfe", "empty-file"),
        (b"<html></html>", "not-an-article"),
        (b"<!-- only a comment -->", "not-an-article"),
        (b"---\n---\n", "not-an-article"),
        (b">Data: 2023-12-06\n>URL: https://example.org\n", "not-an-article"),
        ("\u202e".encode(), "not-an-article"),
    ],
)
def test_what_is_no_article_is_named(tmp_path: Path, data: bytes, code: str) -> None:
    """Each kind of file that holds no article gets its own code."""
    assert _only_code(_gather(_written(tmp_path, data))) == code


def test_a_list_of_links_is_not_an_article(tmp_path: Path) -> None:
    """Headlines one below the other make no article, though one or another ends like a sentence."""
    lines = ["Related", "- Storm nears the coast of Portugal", "- What we know of the new budget", "Most read"]
    lines += [f"- Minister number {number} visits the port of the capital" for number in range(20)]
    assert _only_code(_gather(_written(tmp_path, "\n".join(lines).encode()))) == "not-an-article"


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    """A file of 200 MB is refused by its size."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    began = time.perf_counter()
    assert _only_code(_gather(path)) == "too-large"
    assert time.perf_counter() - began < 5


def test_standard_input_is_bounded() -> None:
    """More on standard input than is read from any file is refused as well."""
    assert _only_code(gather(["-"], lambda: b"a" * (MOST_BYTES + 1))) == "too-large"


def test_standard_input_is_read(prose: str) -> None:
    """`-` stands for standard input and is the article's path."""
    (article,) = gather(["-"], prose.encode).value
    assert article.path == "-"
    assert article.text == prose


def test_a_name_that_is_not_there(tmp_path: Path) -> None:
    """A missing file, a name with a NUL and a path through a file are all "no such file"."""
    file = _written(tmp_path, b"x")
    for name in (str(tmp_path / "none.txt"), "a\0b", str(file / "below")):
        assert _only_code(gather([name], lambda: b"")) == "no-such-file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, prose: str) -> None:
    """A file without permission is unreadable, not missing."""
    path = _written(tmp_path, prose.encode())
    path.chmod(0)
    assert _only_code(_gather(path)) == "unreadable"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_in_any_encoding(tmp_path: Path, prose: str, encoding: str) -> None:
    """The same text comes out of every encoding, without its byte order mark."""
    (article,) = _gather(_written(tmp_path, prose.encode(encoding))).value
    assert article.text == prose
    assert article.language == "en"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-u", "utf-16"])
def test_ukrainian_in_any_encoding(tmp_path: Path, ukrainian: str, encoding: str) -> None:
    """Cyrillic in a single-byte encoding is read by the words it gives."""
    text = ukrainian.replace("—", "-") if encoding == "koi8-u" else ukrainian
    text = text.replace("«", '"').replace("»", '"') if encoding == "koi8-u" else text
    (article,) = _gather(_written(tmp_path, text.encode(encoding))).value
    assert article.text == text
    assert article.language == "uk"


def test_two_encodings_in_one_file(tmp_path: Path, prose: str) -> None:
    """Stray bytes of another encoding in UTF-8 are read as what they were, with a warning."""
    data = prose.encode() + "He said “it’s over” and left the room.\n".encode("cp1252")
    outcome = _gather(_written(tmp_path, data))
    (article,) = outcome.value
    assert article.text.endswith("He said “it’s over” and left the room.\n")
    assert article.text.startswith(prose)
    assert [(notice.code, notice.severity) for notice in outcome.notices] == [("mixed-encoding", Severity.WARNING)]


def test_newlines_are_the_only_change(tmp_path: Path, prose: str) -> None:
    """Every kind of newline becomes a line feed; nothing else of the text is touched."""
    text = " \n\t" + prose + "\n\n  end  "
    for newline in ("\r\n", "\r", "\n"):
        (article,) = _gather(_written(tmp_path, text.replace("\n", newline).encode())).value
        assert article.text == text


def test_strange_characters_survive(tmp_path: Path, prose: str) -> None:
    """A NUL, an escape, a direction mark and a lone surrogate stay in the text where they were."""
    text = prose.replace("Lisbon on", "Lis\0bon\x1b \u202eon").replace("Now", "N\ud800ow")
    (article,) = _gather(_written(tmp_path, text.encode("utf-8", "surrogatepass"))).value
    assert article.text == text
    assert len(list(article.body())) == 3


def test_a_word_of_ten_thousand_letters(tmp_path: Path, prose: str) -> None:
    """A monstrous word neither stops the reader nor takes the article with it."""
    (article,) = _gather(_written(tmp_path, (prose + "x" * 10_000 + "\n").encode())).value
    assert [article.text[r.start : r.end] for r in article.body()][:3] == prose.splitlines()


def test_a_folder_is_walked_in_order(tmp_path: Path, prose: str) -> None:
    """Files of a folder come sorted, hidden ones are left out, and a link back is reported once."""
    inner = tmp_path / "b"
    inner.mkdir()
    _written(tmp_path, prose.encode(), "z.txt")
    _written(tmp_path, b"secret", ".hidden")
    _written(inner, prose.replace("nine", "ten").encode(), "y.txt")
    try:
        (inner / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links are not allowed here")
    outcome = _gather(tmp_path)
    assert [Path(article.path).name for article in outcome.value] == ["y.txt", "z.txt"]
    assert [notice.code for notice in outcome.notices] == ["link-loop"]


def test_the_same_file_twice_counts_once(tmp_path: Path, prose: str) -> None:
    """The same path and the same content are each read once, with a warning."""
    first = _written(tmp_path, prose.encode())
    copy = _written(tmp_path, prose.encode("utf-16"), "copy.txt")
    outcome = _gather(first, first, copy)
    assert len(outcome.value) == 1
    assert [(notice.code, notice.place) for notice in outcome.notices] == [
        ("same-file-twice", str(first)),
        ("same-file-twice", str(copy)),
    ]


def test_one_bad_file_spoils_nothing(tmp_path: Path, prose: str) -> None:
    """An unreadable file among good ones is a notice; progress is told for each."""
    good, bad = _written(tmp_path, prose.encode()), _written(tmp_path, b"", "empty.txt")
    told: list[tuple[int, int]] = []
    outcome = gather([str(bad), str(good)], lambda: b"", lambda done, total: told.append((done, total)))
    assert [article.path for article in outcome.value] == [str(good)]
    assert [(notice.code, notice.place) for notice in outcome.notices] == [("empty-file", str(bad))]
    assert told == [(1, 2), (2, 2)]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    """A folder with nothing in it is a notice of its own."""
    assert _only_code(_gather(tmp_path)) == "empty-folder"
