"""Addresses that Word follows, and stretches of one direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.render.characters import clean, web_address
from briefing.render.word.characters import escape
from briefing.render.word.languages import Slot, stretches, voice
from tests.core.render.strategies import texts


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://Example.org:8080/a?b=c&d=%20#e", "http://Example.org:8080/a?b=c&d=%20#e"),
        ("https://example.org/їжак і ще?q=є", "https://example.org/%D1%97%D0%B6%D0%B0%D0%BA%20%D1%96%20%D1%89%D0%B5?q=%D1%94"),
        ("https://президент.укр/", "https://xn--d1abbgf6aiiy.xn--j1amh/"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("mailto:press@example.org", "mailto:press@example.org"),
    ],
)  # fmt: skip
def test_addresses_of_the_web_become_valid_uris(link: str, address: str) -> None:
    """Anything beyond ASCII is escaped, what is escaped already stays."""
    assert web_address(link) == address


@pytest.mark.parametrize(
    "link",
    [
        "", "example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "file:///etc/passwd",
        "data:text/html,x", "http://", "http:///x", "http://[bad", "http://a b/", "https://user:secret@example.org/",
        "https://example.org:99999999999/", "https://exa\ud800mple.org/", "https://a..b/", "mailto:",
        "mailto:x y@z.org", "\\\\server\\share", "https://" + "a" * 3000, "http://example.org\n.evil.org/ x@",
    ],
)  # fmt: skip
def test_anything_else_is_no_link(link: str) -> None:
    """Least of all what could open a program or hand on a password."""
    assert web_address(link) is None


@given(texts())
def test_every_text_can_stand_in_an_element_and_in_an_attribute(text: str) -> None:
    """And comes out again, but for what no format prints."""
    root = etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())

    assert root.get("b", "") == (root.text or "") == clean(text)


@given(st.text("ab אבم ١12 ,.()", max_size=30), st.booleans())
def test_stretches_make_up_the_text(text: str, right_to_left: bool) -> None:
    """No character is lost, moved or doubled, and no stretch is empty."""
    pieces = stretches(text, right_to_left=right_to_left)

    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


def test_neutral_characters_go_with_what_is_around_them() -> None:
    """A space between two Latin words in Arabic is Latin, one between Arabic and Latin is Arabic."""
    assert stretches("قال Jens Stoltenberg إن", right_to_left=True) == [
        ("قال ", True), ("Jens Stoltenberg", False), (" إن", True),
    ]  # fmt: skip
    assert stretches("he said «שלום עולם».", right_to_left=False) == [
        ("he said «", False), ("שלום עולם", True), ("».", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "tag", "right_to_left", "slot"),
    [
        ("uk", "uk-UA", False, Slot.LATIN),
        ("pt_BR", "pt-BR", False, Slot.LATIN),
        ("sr-Latn-RS", "sr-RS", False, Slot.LATIN),
        ("ar", "ar-SA", True, Slot.COMPLEX),
        ("az-Arab-IR", "az-IR", True, Slot.COMPLEX),
        ("zh-Hant-TW", "zh-TW", False, Slot.EAST_ASIAN),
        ("hi", "hi-IN", False, Slot.COMPLEX),
        ("", "und", False, Slot.LATIN),
        ("<&\ud800", "und", False, Slot.LATIN),
    ],
)
def test_a_language_is_known_by_its_tag(language: str, tag: str, right_to_left: bool, slot: Slot) -> None:
    """Whatever form the tag has; nonsense is a language that nobody knows."""
    found = voice(language)

    assert (found.tag, found.right_to_left, found.slot) == (tag, right_to_left, slot)
