"""Pages by their address, from a real server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefing.sources.reading import gather
from briefing.sources.web import is_address


class _Site(BaseHTTPRequestHandler):
    page = b""

    def do_GET(self) -> None:
        """One article, one page that has moved, one that sends the visitor to a file, and nothing else."""
        targets = {"/moved": "/article", "/trap": Path(__file__).as_uri()}
        if self.path in targets:
            self.send_response(302)
            self.send_header("Location", targets[self.path])
            self.end_headers()
        elif self.path == "/article":
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(self.page)
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(prose: str) -> Iterator[str]:
    """The address of a site on this machine."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in prose.split("\n\n"))
    _Site.page = f"<html><head><title>A report</title></head><body><article>{body}</article></body></html>".encode()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/article", "/moved"])
def test_a_page_is_read_from_its_address(site: str, path: str) -> None:
    """The article of a page, also of one that has moved, and it knows where it was found."""
    outcome = gather([site + path], lambda: b"")

    (article,) = outcome.value
    assert article.path == article.url == site + path
    assert any(article.body())


@pytest.mark.parametrize("path", ["/nowhere", "/trap"])
def test_a_page_that_cannot_be_had_is_a_notice(site: str, path: str) -> None:
    """Neither a missing page nor one that leads to a file of this machine is read, and the reason is told."""
    outcome = gather([site + path], lambda: b"")

    assert outcome.value == ()
    (notice,) = outcome.notices
    assert (notice.code, notice.place) == ("page-not-fetched", site + path)
    assert notice.parameters["reason"]


def test_a_server_that_is_not_there_is_a_notice() -> None:
    """No connection, no article, no crash."""
    (notice,) = gather(["http://127.0.0.1:1/"], lambda: b"").notices

    assert notice.code == "page-not-fetched"


@pytest.mark.parametrize("name", ["file:///etc/passwd", "ftp://example.org/a", "http:", "https://", "article.txt", "-"])
def test_only_the_web_has_addresses(name: str) -> None:
    """Everything else is a file's name."""
    assert not is_address(name)
