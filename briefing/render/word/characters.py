"""Text as the content of an XML element or attribute."""

from __future__ import annotations

import re

from briefing.render.characters import clean

_MARKUP = re.compile('[&<>"\r\t\n]')
_ENTITY = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # As references: a parser would otherwise make spaces of them in attributes, and \n of \r everywhere.
    "\r": "&#13;",
    "\t": "&#9;",
    "\n": "&#10;",
}


def escape(text: str) -> str:
    """`text` cleaned and escaped for element content and for attributes in double quotes."""
    return markup(clean(text))


def markup(text: str) -> str:
    """`text` escaped without cleaning; it must hold nothing that XML forbids."""
    return _MARKUP.sub(lambda found: _ENTITY[found.group()], text) if _MARKUP.search(text) else text
