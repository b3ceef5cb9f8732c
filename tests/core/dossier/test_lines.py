"""What was changed by hand in a printed brief, around the facts."""

from __future__ import annotations

from briefing.dossier.checking import Standing, Verdict
from briefing.dossier.lines import check_lines

EXPORTED = ["Title", "Ana Silva, mayor", "in person", "We will pay", "pledged\n27 million", "Page end"]


def _found(now: list[str], facts: tuple[Verdict, ...] = ()) -> list[tuple[str, str, str | None]]:
    return [(v.standing.value, v.words, v.found) for v in check_lines(EXPORTED, "\n".join(now), facts)]


def test_an_untouched_print_has_no_verdicts() -> None:
    """Neither white space, nor hyphens of line ends, nor line breaks within a paragraph are changes."""
    assert (
        _found(["Title", "Ana  Sil-va, mayor", "in person", "We will pay", "pledged", "27 million", "Page end"]) == []
    )
    assert (
        _found(["Title", "Ana Silva, mayor", "in\u00a0person", "We will pay", "pledged 27 million", "Page end"]) == []
    )


def test_every_slot_that_was_changed_is_named() -> None:
    """A role, a mode, a kind and an amount, each in its own line."""
    now = ["Title", "Ana Silva, judge", "remotely", "We will pay", "signed", "72 million", "Page end"]
    assert _found(now) == [
        ("altered", "Ana Silva, mayor", "Ana Silva, judge"),
        ("altered", "in person", "remotely"),
        ("altered", "pledged", "signed"),
        ("altered", "27 million", "72 million"),
    ]


def test_an_invented_and_a_removed_line_are_named() -> None:
    """What the export did not print, and what is no longer there."""
    now = ["Title", "Ana Silva, mayor", "We will pay", "We surrender", "pledged\n27 million", "Page end"]
    assert _found(now) == [("gone", "in person", None), ("added", "", "We surrender")]


def test_a_row_moved_elsewhere_is_gone_here_and_added_there() -> None:
    """A request moved among the promises does not pass."""
    now = ["Title", "in person", "We will pay", "pledged\n27 million", "Ana Silva, mayor", "Page end"]
    standings = [standing for standing, _, _ in _found(now)]
    assert standings == ["gone", "added"]


def test_what_a_fact_tells_is_not_told_twice() -> None:
    """An altered quotation has a verdict of its own; its line needs none."""
    fact = Verdict(fact="q", kind="quotes", words="We will pay", found="We will not pay", standing=Standing.ALTERED)
    now = ["Title", "Ana Silva, mayor", "in person", "We will not pay", "pledged\n27 million", "Page end"]
    assert _found(now, (fact,)) == []
