"""The first step of every reader: bytes to text, with what there is to say about it."""

from __future__ import annotations

from briefing.model.errors import NothingDone
from briefing.model.notice import Notice, Outcome, Severity
from briefing.text.decode import decode


def open_text(name: str, data: bytes) -> Outcome[str]:
    """The text in `data`; raises `NothingDone` (`empty-file`) where there is nothing but white space."""
    decoded = decode(data)
    if not decoded.text.strip():
        raise NothingDone("empty-file")
    notices: tuple[Notice, ...] = ()
    if decoded.mixed or decoded.replaced:
        said: dict[str, str | int] = {"encoding": decoded.encoding, "count": decoded.replaced}
        notices = (Notice(severity=Severity.WARNING, code="mixed-encoding", place=name, parameters=said),)
    return Outcome(value=decoded.text, notices=notices)
