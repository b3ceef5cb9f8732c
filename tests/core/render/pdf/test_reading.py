"""Reading a printed PDF back: what it carries, which facts it prints, in which words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefing.model.errors import NothingDone
from briefing.model.manuscript import Manuscript, Paragraph, Properties, Quotation, Run, Table
from briefing.render.pdf.reading import read_printed
from briefing.render.pdf.writer import PdfRenderer

WORDS = "Ukraine needs the well-known localization of modern weapons production to fight successfully."


def quoted(times: int = 1) -> Manuscript:
    """A brief of quotations, each a fact."""
    blocks = tuple(
        Quotation(
            words=(Run(text="«"), Run(text=WORDS, fact=f"quote:{number}", language="en"), Run(text="»")),
            attribution=(Run(text="Андрій Єрмак"),),
        )
        for number in range(times)
    )
    return Manuscript(language="uk", paper="A4", blocks=blocks, properties=Properties(title="Цитати"))


def test_the_payload_comes_back_whole() -> None:
    """Whatever JSON text the file carries along, in any script."""
    payload = json.dumps({"name": "Київ «1»", "b": "\u0000\u2028"}, ensure_ascii=False)
    assert read_printed(PdfRenderer().render(replace(quoted(), payload=payload))).payload == payload
    assert read_printed(PdfRenderer().render(quoted())).payload is None


def test_the_payload_is_an_associated_file_with_its_type() -> None:
    """Archives and readers list it under a name of its own."""
    data = PdfRenderer().render(replace(quoted(), payload="{}"))
    for key in (b"/Subtype /application#2Fjson", b"/AFRelationship /Source", b"(briefing.json)", b"/AF ["):
        assert key in data


def test_each_passage_has_the_words_of_its_fact() -> None:
    """Over many pages, without quotation marks, hyphens of the typesetter, headers or page numbers."""
    passages = read_printed(PdfRenderer().render(quoted(60))).passages
    assert passages == tuple((f"quote:{number}", WORDS) for number in range(60))


def test_a_passage_in_a_cell_that_goes_on_overleaf_is_one() -> None:
    """The cells beside it and the repeated header do not get in between."""
    long = " ".join([WORDS] * 120)
    table = Table(
        header=((Run(text="Who"),), (Run(text="What"),)),
        rows=(((Run(text="Kyiv " * 900),), (Run(text=long, fact="commitment:1"),)),),
        widths=(1, 1),
    )
    assert read_printed(PdfRenderer().render(replace(quoted(), blocks=(table,)))).passages == (("commitment:1", long),)


def test_cells_beside_arabic_words_keep_their_letters_in_order() -> None:
    """On one line of the page with them stand words of another direction, brackets and all."""
    cells = ("مرحبا 250", "{{7*7}} (x) [1]", "«12-34»!")
    row = tuple((Run(text=text, fact=text),) for text in cells)
    table = Table(header=row, rows=(row,), widths=(1, 1, 1))
    for right_to_left in (False, True):
        manuscript = replace(quoted(), blocks=(table,), right_to_left=right_to_left)
        assert read_printed(PdfRenderer().render(manuscript)).passages == tuple((text, text) for text in cells) * 2


def test_a_fact_printed_twice_has_two_passages() -> None:
    """Also where the two stand in neighbouring paragraphs, and not where two runs say it together."""
    one = Paragraph(runs=(Run(text="In ", fact="f"), Run(text="Kyiv", fact="f", language="en")))
    assert read_printed(PdfRenderer().render(replace(quoted(), blocks=(one, one)))).passages == (("f", "In Kyiv"),) * 2
    parted = Paragraph(runs=(Run(text="In ", fact="f"), Run(text=" "), Run(text="Kyiv", fact="f")))
    printed = read_printed(PdfRenderer().render(replace(quoted(), blocks=(parted,))))
    assert printed.passages == (("f", "In"), ("f", "Kyiv"))


def test_words_that_only_look_different_come_back_as_the_payload_has_them() -> None:
    """PDFium spells ligatures out and knows no odd spaces; the list of what was printed puts that right."""
    text = "The o\ufb03ce\u00a0of  the\u2009Minister"
    payload = json.dumps({"printed": [{"fact": "f", "text": text}]})
    manuscript = replace(quoted(), blocks=(Paragraph(runs=(Run(text=text, fact="f"),)),), payload=payload)
    assert read_printed(PdfRenderer().render(manuscript)).passages == (("f", text),)


def test_altered_words_come_back_as_altered() -> None:
    """The payload's list never hides a change of a letter."""
    payload = json.dumps({"printed": [{"fact": "quote:0", "text": WORDS.replace("needs", "need")}]})
    assert read_printed(PdfRenderer().render(replace(quoted(), payload=payload))).passages == (("quote:0", WORDS),)


@pytest.mark.parametrize("payload", ["", "[]", '{"printed": 1}', '{"printed": [1]}', "[" * 100_000, "no json"])
def test_a_payload_that_is_no_dossier_does_no_harm(payload: str) -> None:
    """It comes back as it is, and the words beside it."""
    printed = read_printed(PdfRenderer().render(replace(quoted(), payload=payload)))
    assert (printed.payload, printed.passages) == (payload, (("quote:0", WORDS),))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"PK\x03\x04", b"\x00" * 5000])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """A damaged file is a sentence for the user, no traceback."""
    with pytest.raises(NothingDone) as caught:
        read_printed(data)
    assert caught.value.code == "not-a-brief"


def test_a_truncated_file_is_refused_or_read() -> None:
    """Half a download never raises anything else."""
    whole = PdfRenderer().render(quoted(20))
    for part in (100, len(whole) // 3, len(whole) // 2, len(whole) - 30):
        try:
            read_printed(whole[:part])
        except NothingDone as error:
            assert error.code == "not-a-brief"  # noqa: PT017 - being readable is as good
