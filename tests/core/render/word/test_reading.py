"""What is read back from a brief that somebody edited in Word."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from briefing.model.errors import NothingDone
from briefing.model.manuscript import Paragraph, Run
from briefing.render.word.reading import read_printed
from tests.core.render.word.archive import manuscript, parts, render, repacked
from tests.core.render.word.manuscripts import ukrainian

_QUOTE = (Run(text="“"), Run(text="We will build ", fact="q:1"), Run(text="it", fact="q:1"), Run(text="”"))


def _edited(before: str, after: str) -> bytes:
    data = render(manuscript(Paragraph(runs=_QUOTE)))
    body = parts(data)["word/document.xml"].decode()
    assert before in body
    return repacked(data, word_document=body.replace(before, after).encode())


def test_an_edit_by_hand_is_seen() -> None:
    """The passage has the words as they stand now."""
    printed = read_printed(_edited("We will build ", "We built "))

    assert printed.passages == (("q:1", "We built it"),)
    assert printed.text == "“We built it”"


def test_runs_that_word_splits_are_one_passage() -> None:
    """Word cuts runs at spelling marks and revisions."""
    printed = read_printed(
        _edited(
            "We will build ",
            'We wi</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">ll build ',
        )
    )

    assert printed.passages == (("q:1", "We will build it"),)


def test_tracked_changes_count_as_made() -> None:
    """What is marked as deleted or moved away is gone, what is marked as inserted is there."""
    inserted = (
        '</w:t></w:r><w:del w:id="90"><w:r><w:delText>x</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="91"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="92"><w:r><w:t xml:space="preserve">We may build </w:t></w:r></w:ins><w:r><w:t>'
    )

    printed = read_printed(_edited("We will build ", inserted))

    assert printed.passages == (("q:1", "We may build it"),)


def test_a_passage_over_two_paragraphs_is_whole() -> None:
    """The editor pressed Enter within a quotation."""
    printed = read_printed(_edited("We will build ", "We will</w:t></w:r></w:p><w:p><w:r><w:t>build "))

    assert [(fact, words.split()) for fact, words in printed.passages] == [("q:1", ["We", "will", "build", "it"])]
    assert printed.text.splitlines() == ["“We will", "build it”"]


def test_deleted_words_leave_an_empty_passage_and_a_deleted_passage_none() -> None:
    """So that the two can be told apart."""
    data = render(manuscript(Paragraph(runs=(Run(text="x", fact="f"),))))
    body = parts(data)["word/document.xml"].decode()
    emptied = repacked(data, word_document=body.replace(">x<", "><").encode())
    start = body.index("<w:bookmarkStart")
    end = body.index("</w:p>", start)
    removed = repacked(data, word_document=(body[:start] + body[end:]).encode())

    assert read_printed(emptied).passages == (("f", ""),)
    assert read_printed(removed).passages == ()


def test_a_save_through_another_program_keeps_passages_and_payload() -> None:
    """python-docx stands for any program that keeps the parts it does not know."""
    whole = ukrainian()
    data = render(whole)
    document = docx.Document(io.BytesIO(data))
    document.paragraphs[1].add_run(" (змінено)")
    buffer = io.BytesIO()
    document.save(buffer)

    before, after = read_printed(data), read_printed(buffer.getvalue())

    assert after.payload == whole.payload
    assert after.passages == before.passages
    assert len(after.passages) > 15
    assert "(змінено)" in after.text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_save_in_libreoffice_keeps_passages_and_payload(tmp_path: Path) -> None:
    """Its own bookmarks, runs and custom XML come out as they went in."""
    whole = ukrainian()
    data = render(whole)
    source = tmp_path / "in" / "brief.docx"
    source.parent.mkdir()
    source.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]

    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    before, after = read_printed(data), read_printed((tmp_path / "brief.docx").read_bytes())
    assert after.payload == whole.payload
    assert after.passages == before.passages
    assert after.text.split() == before.text.split()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"x" * 1000])
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    """With a sentence for the user."""
    with pytest.raises(NothingDone) as caught:
        read_printed(data)

    assert caught.value.code == "not-a-brief"


def test_an_archive_without_a_document_is_refused() -> None:
    """A spreadsheet, or a damaged file."""
    data = render(manuscript())

    for broken in (
        repacked(data, word_document=b"<w:document"),
        repacked(data, word_document=b"<html/>"),
        data[: len(data) // 2],
    ):
        with pytest.raises(NothingDone):
            read_printed(broken)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_with_entities_of_its_own_is_refused(encoding: str) -> None:
    """Word writes none; they make gigabytes of a line, or read a file on the reader's machine."""
    data = render(manuscript(Paragraph(runs=(Run(text="x"),))))
    body = parts(data)["word/document.xml"].decode()
    start = body.index("<w:document")
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    changed = bomb + body[start:].replace(">x<", ">x&a;&b;<")

    with pytest.raises(NothingDone) as caught:
        read_printed(repacked(data, word_document=changed.encode(encoding)))

    assert caught.value.code == "not-a-brief"


def test_a_document_that_briefing_did_not_make_has_words_only() -> None:
    """No payload, no passages."""
    document = docx.Document()
    document.add_paragraph("hello")
    buffer = io.BytesIO()
    document.save(buffer)

    printed = read_printed(buffer.getvalue())

    assert (printed.payload, printed.passages, printed.text) == (None, (), "hello")
