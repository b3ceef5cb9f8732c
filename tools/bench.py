"""How long each stage takes, and two well-known programs beside ours on the same content.

`python -m tools.bench [N]`: N short articles go through where memory is measured; 2,000 unless told.
Seconds are the median of several runs in one process, after a run that is not counted; imports are not in them.
Small: the two sample articles. Big: about 200 pages with 1,000 quotations.
"""

from __future__ import annotations

import html
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import docx
import weasyprint
from docxtpl import DocxTemplate

from briefing import app, pipeline
from briefing.dossier.checking import to_payload
from briefing.dossier.record import to_record
from briefing.extract.registry import extractor_for
from briefing.layout.layout import Settings, lay_out
from briefing.layout.templates import load
from briefing.locale.reader import find
from briefing.model.article import Article
from briefing.model.dossier import Dossier
from briefing.model.manuscript import (
    Block,
    Heading,
    Manuscript,
    Pairs,
    Paragraph,
    Properties,
    Quotation,
    Run,
    Runs,
    Table,
    runs_of,
)
from briefing.render.pdf.writer import PdfRenderer
from briefing.render.word.writer import WordRenderer
from briefing.resources import shipped
from briefing.sources.reading import gather
from tools.bench_extraction import measure

RUNS = 5


def median(job: Callable[[], object], runs: int = RUNS) -> float:
    """Median seconds of `runs` runs of `job`, after one that is not counted."""
    job()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        job()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def main() -> int:
    """Prints the table; returns 0."""
    names = [str(shipped("seeds"))]
    articles = gather(names, lambda: b"").value
    dossier = _dossier(articles)
    settings = Settings(locale=find("uk"), template=load("standard", app.user_templates()))
    manuscript = lay_out(dossier, settings).value
    payload = to_payload(to_record(dossier, lambda _: ""), {}, [])
    small = replace(manuscript, payload=payload)

    print("Stages, two sample articles, median seconds")
    _row("read", median(lambda: gather(names, lambda: b"")))
    extract = median(lambda: _dossier(articles))
    _row("extract", extract)
    _row("lay out", median(lambda: lay_out(dossier, settings)))
    _beside("small: a standard brief of the two sample articles", small)
    _beside("big: 1,000 quotations and a table of 400 rows", _big())
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
    return 0


def _dossier(articles: Sequence[Article]) -> Dossier:
    outcomes = pipeline.find_facts(articles, extractor_for)
    return pipeline.compose(articles, outcomes, ())


def _beside(title: str, manuscript: Manuscript) -> None:
    flat = [_flat(block) for block in manuscript.blocks]
    template = _docx_template()
    page = _web_page(flat)
    runs = RUNS if len(flat) < 500 else 3
    print(f"\n{title}")
    ours = median(lambda: WordRenderer().render(manuscript), runs)
    theirs = median(lambda: _docxtpl(template, flat), runs)
    _row("DOCX, ours", ours, f"docxtpl {theirs:.3f} s, ratio {ours / theirs:.2f}")
    ours = median(lambda: PdfRenderer().render(manuscript), runs)
    theirs = median(lambda: weasyprint.HTML(string=page).write_pdf(), runs)
    _row("PDF, ours", ours, f"WeasyPrint {theirs:.3f} s, ratio {ours / theirs:.2f}")


def _row(name: str, seconds: float, remark: str = "") -> None:
    print(f"  {name:<12}{seconds:8.3f}  {remark}", flush=True)


def _big() -> Manuscript:
    words = "We will go on with what we have begun, and we will do it together with all who want to take part in it. "
    blocks: list[Block] = []
    for i in range(1000):
        if i % 25 == 0:
            blocks.append(Heading(level=2, runs=(Run(text=f"Speaker {i // 25}"),)))
        spoken = (Run(text=f"{i}. {words * 2}"),)
        blocks += [Quotation(words=spoken, attribution=(Run(text="A. Speaker, minister"),))]
        blocks += [Paragraph(runs=(Run(text=words * 3),))]
    row = tuple((Run(text=text),) for text in ("Somebody", "minister of something", "in person", "[1]"))
    table = Table(header=row, rows=(row,) * 400, widths=(3, 4, 2, 1))
    return Manuscript(language="en", paper="A4", blocks=(*blocks, table), properties=Properties(title="Big"))


def _flat(block: Block) -> dict[str, Any]:
    """The words of a block as the peers take them: a kind, a text, or rows of cells."""
    match block:
        case Heading(runs=runs):
            return {"kind": "heading", "text": _text(runs), "rows": []}
        case Table(header=header, rows=rows):
            cells = [[_text(cell) for cell in row] for row in (header, *rows)]
            return {"kind": "table", "text": "", "rows": [{"cells": row} for row in cells]}
        case Pairs(rows=pairs):
            return {"kind": "table", "text": "", "rows": [{"cells": [_text(a), _text(b)]} for a, b in pairs]}
        case _:
            return {"kind": "text", "text": "\n".join(map(_text, runs_of(block))), "rows": []}


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _docx_template() -> bytes:
    document = docx.Document()
    for line in ("{%p for b in blocks %}", "{%p if b.kind == 'heading' %}"):
        document.add_paragraph(line)
    document.add_heading("{{ b.text }}", 2)
    document.add_paragraph("{%p elif b.kind == 'table' %}")
    table = document.add_table(rows=3, cols=1)
    table.cell(0, 0).text = "{%tr for row in b.rows %}"
    table.cell(1, 0).text = "{% for cell in row.cells %}{{ cell }} {% endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    for line in ("{%p else %}", "{{ b.text }}", "{%p endif %}", "{%p endfor %}"):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _docxtpl(template: bytes, flat: Sequence[dict[str, Any]]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render({"blocks": flat}, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _web_page(flat: Sequence[dict[str, Any]]) -> str:
    parts = []
    for block in flat:
        if block["kind"] == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row["cells"]) for row in block["rows"])
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tag = "h2" if block["kind"] == "heading" else "p"
            parts.append(f"<{tag}>{html.escape(block['text'])}</{tag}>")
    return f"<html><body>{''.join(parts)}</body></html>"


if __name__ == "__main__":
    sys.exit(main())
