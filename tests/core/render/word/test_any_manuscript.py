"""What holds of the Word file of any manuscript whatever."""

from __future__ import annotations

import io
import json
import posixpath
import re
from dataclasses import replace
from itertools import groupby

import docx
from hypothesis import given, settings
from lxml import etree

from briefing.model.manuscript import Manuscript, runs_of
from briefing.render.characters import clean
from briefing.render.word.reading import read_printed, words
from tests.core.render.strategies import manuscripts
from tests.core.render.word.archive import R, W, document, manuscript, part, parts, render

_FEW = settings(max_examples=25, deadline=None)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _paragraphs(whole: Manuscript) -> list[str]:
    return [clean("".join(run.text for run in runs)) for block in whole.blocks for runs in runs_of(block)]


@_FEW
@given(manuscripts())
def test_the_words_of_the_file_are_the_words_of_the_manuscript(whole: Manuscript) -> None:
    """All words, in order, none added; the file opens in python-docx."""
    data = render(whole)

    assert words(data) == " \n".join(_paragraphs(whole)).split()
    assert docx.Document(io.BytesIO(data)).element.body is not None


@_FEW
@given(manuscripts())
def test_each_passage_of_a_fact_is_read_back_with_its_words(whole: Manuscript) -> None:
    """Neighbouring runs of one fact are one passage, in order of print."""
    expected = [
        (fact, re.sub(r"\r\n|[\r\x85\u2028\u2029]", "\n", clean("".join(run.text for run in passage))).strip("\n"))
        for block in whole.blocks
        for runs in runs_of(block)
        for fact, passage in groupby(runs, key=lambda run: run.fact)
        if fact is not None
    ]

    assert list(read_printed(render(whole)).passages) == expected


@_FEW
@given(manuscripts())
def test_the_payload_comes_back_as_it_was(whole: Manuscript) -> None:
    """Any text; what XML cannot hold comes back as a JSON escape of itself."""
    payload = read_printed(render(whole)).payload

    if whole.payload is None:
        assert payload is None
    else:
        escaped = re.sub(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]",
            lambda found: f"\\u{ord(found.group()):04x}",
            whole.payload,
        )
        assert payload == escaped


@_FEW
@given(manuscripts())
def test_every_reference_within_the_file_leads_somewhere(whole: Manuscript) -> None:
    """Relationships, content types, styles, numberings, bookmarks and links; names and ids of bookmarks are unique."""
    data = render(whole)
    members = parts(data)
    for name, content in members.items():
        assert etree.fromstring(content) is not None
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in etree.fromstring(content).iter(_RELATIONSHIP):
                target = str(relation.get("Target"))
                if relation.get("TargetMode") != "External":
                    assert posixpath.normpath(posixpath.join("/", folder, target))[1:] in members
    overrides = {element.get("PartName") for element in part(data, "[Content_Types].xml")} - {None}
    assert {str(name)[1:] for name in overrides} <= set(members)

    body = document(data)
    styles = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    used = {element.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for element in body.iter(f"{W}{tag}")}
    assert used <= styles
    numberings = {element.get(f"{W}numId") for element in part(data, "word/numbering.xml").iter(f"{W}num")}
    assert {element.get(f"{W}val") for element in body.iter(f"{W}numId")} <= numberings
    starts = list(body.iter(f"{W}bookmarkStart"))
    names = [start.get(f"{W}name", "") for start in starts]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    ids = [start.get(f"{W}id") for start in starts]
    assert len(set(ids)) == len(ids)
    assert sorted(map(str, ids)) == sorted(str(end.get(f"{W}id")) for end in body.iter(f"{W}bookmarkEnd"))
    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= set(names)
    related = {relation.get("Id") for relation in part(data, "word/_rels/document.xml.rels").iter(_RELATIONSHIP)}
    assert {link.get(f"{R}id") for link in body.iter(f"{W}hyperlink")} - {None} <= related


@settings(max_examples=15, deadline=None)
@given(manuscripts())
def test_the_same_manuscript_gives_the_same_bytes(whole: Manuscript) -> None:
    """But for the time, which `SOURCE_DATE_EPOCH` fixes (see the writer's tests)."""
    first, second = parts(render(whole)), parts(render(whole))
    first.pop("docProps/core.xml")
    second.pop("docProps/core.xml")

    assert first == second
    assert list(first) == list(second)


def test_a_payload_of_json_means_the_same_after_the_round_trip() -> None:
    """Even with a lone surrogate and a non-character in a string."""
    text = json.dumps({"words": "Ї\ud800\uffff<&>\r\n"}, ensure_ascii=False)
    payload = read_printed(render(replace(manuscript(), payload=text))).payload

    assert payload is not None
    assert json.loads(payload) == json.loads(text)
