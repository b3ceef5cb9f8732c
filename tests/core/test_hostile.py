"""Article text is data: whatever it holds, both formats print it literally or visibly cleaned, and stay valid."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import etree

from briefing.cli import main
from briefing.render.pdf.reading import read_printed
from tools.fuzz.articles import ramble

PAYLOADS = {
    "tag": "<b>bold</b>",
    "ampersand": "fish & chips &amp; peas",
    "file": '<img src="file:///etc/passwd">',
    "font": "<font color=\"[[[getattr(pow,Word('__globals__'))]]]\">red</font>",
    "template": "{{7*7}} {% raw %} {name} {0.__class__}",
    "percent": "100%s %d %(x)s",
    "entity": "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    "field": 'PAGE \\* MERGEFORMAT {HYPERLINK "http://x.example"}',
}
CLEANED = {
    "control": "bell\x07 escape\x1b[31m null\x00 vertical\x0b",
    "override": "safe\u202egnp.exe\u202c end",
    "surrogate": "half \ud83d pair",
    "noncharacter": "odd \ufffe\uffff end",
}


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same language and date everywhere."""
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def _printed(text: str, folder: Path) -> tuple[str, str, bytes]:
    """The words of the DOCX and of the PDF, and the DOCX's bytes, of an article whose quotation is `text`."""
    source = folder / "article.txt"
    body = (
        f"Talks on {text} in Riga\n\n"
        "Mayor Ana Silva opened the Harbour Security Forum in Riga on 3 May 2024 and welcomed the guests.\n\n"
        f"“We have to speak about {text} today and tomorrow,” Ana Silva said at the forum in Riga.\n"
    )
    source.write_bytes(body.encode("utf-8", "surrogatepass"))
    outputs = [folder / "brief.docx", folder / "brief.pdf"]
    code = main(["export", str(source), *(f"-o{path}" for path in outputs)])
    assert code in (0, 1)
    return _docx_text(outputs[0]), _pdf_text(outputs[1]), outputs[0].read_bytes()


def _docx_text(path: Path) -> str:
    document = docx.Document(str(path))
    body = document.element.body
    return "".join(node.text or "" for node in body.iter("{*}t"))


def _pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("\n".join(pages).replace("\ufffe", "").replace("\u00ad", "").split())


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_markup_in_an_article_is_printed_as_it_stands(payload: str, tmp_path: Path) -> None:
    """Tags, entities, template and format strings come out letter for letter in both formats."""
    word, pdf, _ = _printed(payload, tmp_path)
    assert payload in word
    # Hyphens that break a line are the PDF's own; everything else is the article's.
    assert "".join(payload.split()).replace("-", "") in pdf.replace("-", "")


@pytest.mark.parametrize("payload", CLEANED.values(), ids=CLEANED)
def test_what_no_document_may_hold_is_visibly_cleaned(payload: str, tmp_path: Path) -> None:
    """Control characters, overrides and half characters are gone or replaced, the words around them stay."""
    word, pdf, data = _printed(payload, tmp_path)
    first, last = payload.split(maxsplit=1)[0][:4], payload.rsplit(maxsplit=1)[-1][:3]
    for text in (word, pdf):
        assert first in text
        assert last in text
        assert not set(text) & set("\x00\x07\x0b\x1b\u202e\ud83d\ufffe\uffff")
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def test_a_word_of_ten_thousand_characters_is_printed_whole(tmp_path: Path) -> None:
    """It is broken over lines and pages, and not one letter is lost."""
    giant = "".join(filter(str.isalpha, ramble(14_000)))[:10_000]  # of one thing over and over nothing is read
    word, _, _ = _printed(giant, tmp_path)
    assert giant in word
    body = "".join(read_printed((tmp_path / "brief.pdf").read_bytes()).text.split())
    assert giant in body


def test_no_file_of_the_machine_gets_into_a_brief(tmp_path: Path) -> None:
    """An image address in an article is text: nothing is read from it."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words", encoding="utf-8")
    word, pdf, data = _printed(f'<img src="{secret.as_uri()}"/>', tmp_path)
    assert "secretwords" not in pdf
    assert "secret words" not in word
    assert b"the secret words" not in data
