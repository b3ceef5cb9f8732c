"""What a reader must know of how the facts were found before relying on them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.layout.desk import Desk
from briefing.layout.weave import joined
from briefing.model.manuscript import Callout

# Notices of an extraction that had to do without its model.
_WITHOUT_MODEL = frozenset({"model-unusable"})
# Notices of an article that gave no facts, whatever the reason.
_WITHOUT_FACTS = frozenset({"extraction-failed", "language-not-extracted", "language-unknown", "no-facts"})


def caveats(desk: Desk) -> Iterator[Callout]:
    """Remarks for the head of the brief: facts found by less than the whole program, sources that gave none."""
    notices = desk.whole.notices
    if any(notice.code in _WITHOUT_MODEL for notice in notices):
        yield Callout(runs=(desk.say("degraded.model"),))
    silent = {notice.place for notice in notices if notice.code in _WITHOUT_FACTS}
    sources = [(desk.references.source(each.id),) for each in desk.whole.articles if each.path in silent]
    if sources:
        yield Callout(runs=desk.phrase("degraded.silent", sources=joined(sources, " ")))
