"""What a printed brief carries along: a custom XML part with the dossier and the facts' bookmarks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from briefing.model.errors import NothingDone
from briefing.render.word.characters import markup
from briefing.render.word.package import parsed

NAMESPACE = "urn:briefing:carried:1"
STORE_ID = "{B21EF1A6-5C0A-4E53-9A33-6F2D1A8C77E1}"
"""The identity by which Word tells this custom XML part from others; the same in every brief."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def carried_part(payload: str | None, passages: Mapping[str, str]) -> bytes | None:
    """The part as XML, `None` when there is nothing to carry; `passages`: bookmark to the fact's id."""
    if payload is None and not passages:
        return None
    names = json.dumps(passages, separators=(",", ":"))
    inside = f"<passages>{markup(names)}</passages>"
    if payload is not None:
        inside += f"<payload>{markup(_in_xml(payload))}</payload>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<carried xmlns="{NAMESPACE}">{inside}</carried>'.encode()


def _in_xml(payload: str) -> str:
    """The same JSON with what XML cannot hold as JSON escapes; such characters stand in strings only."""
    return _NOT_IN_XML.sub(lambda found: f"\\u{ord(found.group()):04x}", payload)


def carried_properties() -> bytes:
    """The properties part that goes with it."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
        f' ds:itemID="{STORE_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    ).encode()


def is_carried(data: bytes) -> bool:
    """Whether a part of an archive is such a part, told from its first kilobyte."""
    return NAMESPACE.encode() in data[:1024] and b"datastoreItem" not in data[:1024]


def read_carried(data: bytes) -> tuple[str | None, dict[str, str]]:
    """The payload and the passages of the part; nothing of either where it is damaged."""
    try:
        root = parsed(data)
    except NothingDone:
        return None, {}
    payload = root.findtext(f"{{{NAMESPACE}}}payload")
    return payload, _names(root.findtext(f"{{{NAMESPACE}}}passages") or "{}")


def _names(text: str) -> dict[str, str]:
    try:
        names = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(names, dict):
        return {}
    return {name: fact for name, fact in names.items() if isinstance(fact, str)}
