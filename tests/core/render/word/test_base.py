"""The base document: our own, and a template's."""

from __future__ import annotations

import importlib.util
import io
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.document import Document
from docx.shared import Pt

from briefing.model.errors import UsageError
from briefing.model.manuscript import Manuscript
from briefing.render.word.reading import read_printed, words
from tests.core.render.word.archive import W, document, part, parts, render, repacked
from tests.core.render.word.manuscripts import ukrainian
from tests.core.render.word.order import out_of_order

_ROOT = Path(__file__).resolve().parents[4]


def _tool() -> ModuleType:
    specification = importlib.util.spec_from_file_location("base_document", _ROOT / "tools" / "base_document.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _house(document: Document) -> Manuscript:
    buffer = io.BytesIO()
    document.save(buffer)
    return replace(ukrainian(), base_document=buffer.getvalue())


def test_the_base_document_is_the_one_that_the_tool_makes() -> None:
    """Run `python tools/base_document.py` after a change of the styles."""
    tool = _tool()

    assert tool.TARGET.read_bytes() == tool.base_document()


def test_the_base_document_keeps_the_order_of_the_standard() -> None:
    """And names a percentage for its zoom, which the schema requires."""
    data = _tool().base_document()

    for name in parts(data):
        if name.startswith("word/") and name.endswith(".xml"):
            assert out_of_order(part(data, name)) == [], name
    zoom = part(data, "word/settings.xml").find(f"{W}zoom")
    assert zoom is not None
    assert zoom.get(f"{W}percent") == "100"


def test_a_templates_own_styles_stay() -> None:
    """Neither theme nor margins of ours are applied; what the template lacks is added in its typeface."""
    house = docx.Document()
    house.styles["Title"].font.name = "Comic Sans MS"
    house.sections[0].left_margin = Pt(100)
    house.add_paragraph("Sample text of the template")

    data = render(_house(house))

    styles = part(data, "word/styles.xml")
    title = styles.find(f"{W}style[@{W}styleId='Title']/{W}rPr/{W}rFonts")
    assert title is not None
    assert title.get(f"{W}ascii") == "Comic Sans MS"
    lead = styles.find(f"{W}style[@{W}styleId='Lead']")
    assert lead is not None
    assert lead.find(f".//{W}rFonts") is None
    margins = document(data).find(f".//{W}pgMar")
    assert margins is not None
    assert margins.get(f"{W}left") == "2000"
    assert words(data) == words(render(ukrainian()))
    settings = [str(child.tag).rpartition("}")[2] for child in part(data, "word/settings.xml")]
    order = ("autoHyphenation", "characterSpacingControl", "compat", "mathPr", "themeFontLang", "clrSchemeMapping")
    assert [name for name in settings if name in order] == list(order)


def test_every_style_that_is_used_exists_in_the_template_exactly_once() -> None:
    """Word takes the last of two styles with one name, which would be ours."""
    data = render(_house(docx.Document()))

    styles = [style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")]
    names = [str(name.get(f"{W}val")).lower() for name in part(data, "word/styles.xml").iterfind(f"{W}style/{W}name")]
    assert len(set(styles)) == len(styles)
    assert len(set(names)) == len(names)
    used = {style.get(f"{W}val") for style in document(data).iter(f"{W}pStyle")}
    assert used <= set(styles)
    numbers = {number.get(f"{W}numId") for number in part(data, "word/numbering.xml").iter(f"{W}num")}
    assert {number.get(f"{W}val") for number in document(data).iter(f"{W}numId")} <= numbers


def test_a_letterhead_stays_above_the_briefs_own_header() -> None:
    """On every kind of page that the template tells apart."""
    house = docx.Document()
    section = house.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Ministry"
    section.first_page_header.paragraphs[0].text = "Ministry, first page"

    made = docx.Document(io.BytesIO(render(_house(house)))).sections[0]

    marking = "Для службового користування"
    assert [paragraph.text for paragraph in made.header.paragraphs] == ["Ministry", marking]
    assert [paragraph.text for paragraph in made.first_page_header.paragraphs] == ["Ministry, first page", marking]


def test_a_dotx_is_taken_like_a_docx() -> None:
    """Its content type is rewritten in memory."""
    plain = _house(docx.Document())
    assert plain.base_document is not None
    types = parts(plain.base_document)["[Content_Types].xml"].replace(b".document.main+xml", b".template.main+xml")
    dotx = repacked(plain.base_document, **{"[Content_Types]": types})

    made = render(replace(plain, base_document=dotx))

    assert parts(made)["word/document.xml"] == parts(render(plain))["word/document.xml"]
    assert b"template.main" not in parts(made)["[Content_Types].xml"]


def test_a_printed_brief_serves_as_a_template() -> None:
    """What it carried of its own is gone."""
    first = render(replace(ukrainian(), payload='{"old": 1}'))

    data = render(replace(ukrainian(), base_document=first, payload='{"new": 1}'))

    assert read_printed(data).payload == '{"new": 1}'
    assert len([name for name in parts(data) if name.startswith("customXml/item") and "Props" not in name]) == 1


def test_a_template_without_numbering_gets_it() -> None:
    """Bullets and numbers do not depend on what the template brings."""
    house = docx.Document()
    relations = house.part.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/numbering")]:
        del relations[key]
    for name in ("List Bullet", "List Number"):
        house.styles[name].delete()

    data = render(_house(house))

    assert "word/numbering.xml" in parts(data)
    assert out_of_order(part(data, "word/numbering.xml")) == []
    lists = [p for p in document(data).iter(f"{W}p") if p.find(f"{W}pPr/{W}numPr") is not None]
    assert len(lists) == 5


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04 broken"])
def test_a_template_that_is_no_word_document_is_an_error_of_the_call(data: bytes) -> None:
    """With a sentence that says what to do."""
    with pytest.raises(UsageError) as caught:
        render(replace(ukrainian(), base_document=data))

    assert caught.value.code == "bad-base-document"


def test_a_template_with_macros_is_refused() -> None:
    """A brief is handed on; it must not carry programs along."""
    plain = _house(docx.Document()).base_document
    assert plain is not None
    types = parts(plain)["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )

    with pytest.raises(UsageError):
        render(replace(ukrainian(), base_document=repacked(plain, **{"[Content_Types]": types})))
