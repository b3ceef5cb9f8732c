"""What the parser is given: the same letters in the same places, without what misleads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.parsing.pieces import parseable, pieces_of
from briefing.model.article import Article


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("**Maria Keller** said *it* was_not __so__.", "  Maria Keller   said  it  was_not   so  ."),
        ("> We will stay.", "  We will stay."),
        ("said Lt.-Col. Maria Keller and Maj-Gen Adeyemi", "said Lt. Col. Maria Keller and Maj Gen Adeyemi"),
        ("“Done.” -Mayor Keller", "“Done.”  Mayor Keller"),
        ("—Maria Keller, mayor", " Maria Keller, mayor"),
        ("TARN (Agency)—President Keller", "TARN (Agency) President Keller"),
        ("``Done,'' she said.", " “Done,”  she said."),
        ("「Done,」 she said.", "“Done,” she said."),
        ("5 * 3 = 15, a well-known sum", "5 * 3 = 15, a well-known sum"),
    ],
)
def test_marks_that_mislead_become_blanks(text: str, given: str) -> None:
    """Emphasis, block quotations, hyphens of ranks, dashes of signatures; quotation marks become curly ones."""
    assert parseable(text) == given
    assert len(parseable(text)) == len(text)


def test_the_label_of_a_question_is_no_name(make_article: Callable[..., Article]) -> None:
    """`Q   Laura, ...` is put to Laura, where a transcript has several such lines; one line may tell of Q itself."""
    asked = make_article("Q   Laura, will he go?\nMS. KIM: He will.\nQ   Thank you.")
    assert [piece.text.split()[0] for piece in pieces_of(asked)] == ["Laura,", "MS.", "Thank"]
    told = make_article("Q Magazine wrote about it.\nNobody read it.")
    assert next(iter(pieces_of(told))).text == "Q Magazine wrote about it."
