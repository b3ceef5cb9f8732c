"""What no format prints is treated alike by all."""

from __future__ import annotations

import pytest

from briefing.model.manuscript import Manuscript, Paragraph, Properties, Run
from briefing.render.characters import clean
from briefing.render.registry import reader_for, renderer_for


def test_marks_of_direction_go_and_overrides_show() -> None:
    """An isolate or an embedding changes no word; an override makes another word of it, and is shown."""
    assert clean("a \u2068ב\u2069 \u202bג\u202c.") == "a ב ג."
    assert clean("\u202eabc\u202c\x07") == "\ufffdabc\ufffd"
    assert clean("a\tb\nc\r\u200dd") == "a\tb\nc\r\u200dd"


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_isolated_words_are_printed_without_a_mark(suffix: str) -> None:
    """Neither format has a box or a question mark where the isolate stood."""
    runs = (Run(text="said \u2068Ada Lovelace\u2069 of \u2067London\u2069", fact="f"),)
    manuscript = Manuscript(
        language="en", paper="A4", blocks=(Paragraph(runs=runs),), properties=Properties(title="Marks")
    )
    data = renderer_for(suffix).render(manuscript)

    printed = reader_for(data)(data)

    assert printed.text == "said Ada Lovelace of London"
    assert printed.passages == (("f", "said Ada Lovelace of London"),)
