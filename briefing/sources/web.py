"""Pages the user asked for by their address: the one place that goes out to the network."""

from __future__ import annotations

import re
from http.client import HTTPException
from typing import IO, TYPE_CHECKING

from briefing.model.errors import NothingDone

if TYPE_CHECKING:
    from email.message import Message
    from urllib.request import Request

_ADDRESS = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
# A server that says nothing for so long, in seconds, is not going to.
_PATIENCE = 20.0


def is_address(name: str) -> bool:
    """Whether a source is a page's address rather than a file."""
    return _ADDRESS.fullmatch(name) is not None


def fetch(address: str, most: int) -> bytes:
    """The bytes of one page, at most one more than `most`; follows its own moves to other http(s) addresses only.

    Sends no cookies and nothing about the user. Raises `NothingDone` (`page-not-fetched`) with the reason.
    """
    from urllib.error import HTTPError, URLError  # noqa: PLC0415 - slow to import, and hardly ever needed

    try:
        with _open(address) as answer:
            return answer.read(most + 1)
    except HTTPError as failure:
        raise NothingDone("page-not-fetched", reason=f"{failure.code} {failure.reason}") from failure
    except URLError as failure:
        raise NothingDone("page-not-fetched", reason=str(failure.reason)) from failure
    except (OSError, HTTPException, ValueError) as failure:
        raise NothingDone("page-not-fetched", reason=str(failure) or type(failure).__name__) from failure


def _open(address: str) -> IO[bytes]:
    from urllib import request  # noqa: PLC0415 - slow to import, and hardly ever needed

    class WebOnly(request.HTTPRedirectHandler):
        """Refuses to be sent from the web to anything else, such as a file."""

        def redirect_request(  # noqa: PLR0917 - the handler's own signature
            self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
        ) -> Request | None:
            """As its parent does, for an address of the web."""
            if not is_address(newurl):
                raise ValueError(newurl)
            return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]

    opener = request.OpenerDirector()
    handlers = (
        request.ProxyHandler,
        request.UnknownHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        WebOnly,
        request.HTTPErrorProcessor,
    )
    for handler in handlers:
        opener.add_handler(handler())
    headers = {"User-Agent": "Mozilla/5.0 (compatible; Briefing)", "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5"}
    answer: IO[bytes] = opener.open(request.Request(address, headers=headers), timeout=_PATIENCE)  # noqa: S310 - http(s) only, see `is_address`
    return answer
