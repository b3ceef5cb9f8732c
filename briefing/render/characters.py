"""Characters that paper and files cannot hold, and addresses that a reader can follow: the same for every format."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

REPLACEMENT = "\ufffd"
DIRECTIONS = "\u202a-\u202c\u2066-\u2069"
"""Embeddings, isolates and their ends, as a class of characters."""
# Not every program that opens our files knows them, and each letter stands in a stretch of its own direction already.
_UNSEEN = re.compile(f"[{DIRECTIONS}]")
# What XML cannot hold, the other control characters, and the marks that turn letters around.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202d\u202e\ufffe\uffff]")

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?", re.IGNORECASE)
_MAILBOX = re.compile(r"[a-z0-9._%+-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_LONGEST_ADDRESS = 2_000  # Word refuses to follow more than 2,083 characters
_IN_PATH = "/:@!$&'()*+,;=~-._%"
_IN_QUERY = _IN_PATH + "?"


def clean(text: str) -> str:
    """`text` with a visible U+FFFD for each control, surrogate and direction override, without embeddings and isolates.

    Line ends and tabs stay as they are.
    """
    return text if text.isprintable() else _UNPRINTABLE.sub(REPLACEMENT, _UNSEEN.sub("", text))


def web_address(link: str) -> str | None:
    """The http, https or mailto address as pure ASCII; `None` for anything else.

    Strict, because Word calls the whole file damaged when one target is not a valid URI.
    """
    if not link.isprintable():  # line ends would silently be dropped, and make another host of it
        return None
    scheme, _, rest = link.partition(":")
    if scheme.lower() == "mailto":
        mailbox = rest.partition("?")[0]
        return f"mailto:{mailbox}" if _MAILBOX.fullmatch(mailbox) else None
    if scheme.lower() not in ("http", "https") or not rest.startswith("//"):
        return None
    return _web(link)


def _web(link: str) -> str | None:
    try:
        parts = urlsplit(link)
        host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
        path, query = quote(parts.path, _IN_PATH), quote(parts.query, _IN_QUERY)
        fragment = quote(parts.fragment, _IN_QUERY)
    except ValueError:  # a bad bracket, a host that IDNA refuses
        return None
    if not _HOST.fullmatch(host) or ".." in host:
        return None
    address = f"{parts.scheme}://{host}{path}" + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    address = re.sub("%(?![0-9A-Fa-f]{2})", "%25", address)
    return address if len(address) <= _LONGEST_ADDRESS else None
