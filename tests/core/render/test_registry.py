"""The table of formats."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.model.errors import NothingDone, UsageError
from briefing.model.manuscript import Manuscript, Paragraph, Properties, Run
from briefing.render.registry import formats, reader_for, renderer_for

BRIEF = Manuscript(
    language="en", paper="A4", blocks=(Paragraph(runs=(Run(text="Words."),)),), properties=Properties(title="T")
)


@pytest.mark.parametrize("suffix", formats())
def test_every_format_is_written_and_read_back(suffix: str) -> None:
    """The reader is told by the bytes alone."""
    for spelling in (suffix, suffix.upper()):
        data = renderer_for(spelling).render(BRIEF)
        assert reader_for(data)(data).text.strip() == "Words."


@pytest.mark.parametrize("suffix", ["", ".txt", "pdf", ".pdf ", "../x"])
def test_an_unknown_ending_names_those_there_are(suffix: str) -> None:
    """The user learns what to write instead."""
    with pytest.raises(UsageError) as caught:
        renderer_for(suffix)
    assert caught.value.code == "unknown-format"
    assert caught.value.parameters == {"name": suffix, "available": ".docx, .pdf"}


@pytest.mark.parametrize("data", [b"", b"Hello", b"\x89PNG"])
def test_another_file_is_no_brief(data: bytes) -> None:
    """`verify` refuses what it cannot read."""
    with pytest.raises(NothingDone) as caught:
        reader_for(data)
    assert caught.value.code == "not-a-brief"


def test_the_table_loads_no_library() -> None:
    """`--help` and the lists must not wait for reportlab, docx, lxml or PDFium."""
    heavy = "{'reportlab', 'docx', 'lxml', 'pypdfium2', 'pyphen', 'fontTools'}"
    script = f"import sys; import briefing.render.registry; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
