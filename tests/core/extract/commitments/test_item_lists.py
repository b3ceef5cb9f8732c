"""Undertakings as a list below a line with a colon."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

Parsed = Callable[..., Parse]


def _rows(parse: Parse) -> list[tuple[Kind, str | None, str]]:
    return [(each.kind, each.actor, each.words.text) for each in findings_of(parse).commitments]


def test_items_have_the_kind_and_actor_of_the_line_above(parsed: Parsed) -> None:
    """Infinitives and sums under "agreed to:"."""
    text = (
        "The two ministers agreed to:\n- open the border by June\n- £5 million for schools in Tarn\nMaria Keller left."
    )
    assert _rows(parsed(text)) == [
        (Kind.AGREED, "The two ministers", "open the border by June"),
        (Kind.AGREED, "The two ministers", "£5 million for schools in Tarn"),
    ]


def test_a_bare_will_leads_a_list(parsed: Parsed) -> None:
    """`Tarn Motors will:` plans what follows, and no more than the list."""
    text = "Under it, Tarn Motors will:\n\n• Pay $17.5 million to the states;\n\n• Stop selling the toy.\n\nIt rained."
    assert [(kind, actor) for kind, actor, _ in _rows(parsed(text))] == [(Kind.PLANNED, "Tarn Motors")] * 2


def test_participles_go_on_from_what_was_announced(parsed: Parsed) -> None:
    """Paragraphs without a bullet that begin as the first one does, up to the full stop."""
    text = (
        "The president announced a plan:\n\nImproving the work of the mills;\n\nAccelerating the purchase of boats.\n\n"
        "Asking for more is not done."
    )
    assert [kind for kind, *_ in _rows(parsed(text))] == [Kind.ANNOUNCED] * 3


def test_a_list_of_things_is_none(parsed: Parsed) -> None:
    """A line that undertakes nothing leads no list of undertakings, nor do names below one that does."""
    assert _rows(parsed("The following were there:\n- Pay clerk Maria Keller\n- Paul Adeyemi")) == []
    assert _rows(parsed("The city will:\nMaria Keller came.\nPaul Adeyemi left.")) == []
