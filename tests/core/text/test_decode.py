"""Bytes become the text that was meant."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.decode import decode


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Prezydent powiedział, że się nie zgadza; są także inne zdania, które będą ważne.", "cp1250"),
        ("Prezydent powiedział, że się nie zgadza; są także inne zdania, które będą ważne.", "iso8859-2"),
        ("Le président a déclaré « à Paris » que l’été était là.", "cp1252"),
        ("Der Präsident sagte, es könne für alle genügen.", "cp1252"),
        ("It’s “over” — he said.", "cp1252"),
        ("Президент заявив, що це не є новиною для їхніх партнерів, які допомагали.", "cp1251"),
        ("Президент заявив, що це не є новиною для їхніх партнерів, які допомагали.", "koi8-u"),
    ],
)
def test_single_byte_encodings_are_told_apart(text: str, encoding: str) -> None:
    """The encoding in which the bytes make words is the one they are read with."""
    assert decode(text.encode(encoding)).text == text


def test_stray_bytes_do_not_spoil_their_line() -> None:
    """Characters in UTF-8 beside a stray byte of another encoding stay what they are."""
    decoded = decode("Ünï “ok” — ".encode() + b"it\x92s" + "Ґанок\n".encode())
    assert decoded.text == "Ünï “ok” — it’sҐанок\n"
    assert decoded.mixed


def test_a_byte_that_means_nothing_is_counted() -> None:
    """What no encoding knows becomes U+FFFD and is counted; one that was there already is not."""
    decoded = decode("“a” \ufffd “b” ".encode() + b"\x81")
    assert decoded.text.count("\ufffd") == 2
    assert decoded.replaced == 1


def test_surrogates_written_as_utf_8() -> None:
    """A pair becomes its character, a lone surrogate stays."""
    assert decode(b"\xed\xa0\xbd\xed\xb8\x80 \xed\xa0\x80").text == "\U0001f600 \ud800"


def test_surrogates_beside_stray_bytes() -> None:
    """A surrogate written as UTF-8 survives also where other bytes are no UTF-8 at all."""
    assert decode("їжак".encode() + b"\xed\xa0\x80 it\x92s").text == "їжак\ud800 it’s"


@given(st.text())
def test_utf_8_is_read_back(text: str) -> None:
    """Any text in UTF-8 comes back with nothing but its newlines changed."""
    data = text.encode()
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if b"\0" not in data:
        assert decode(data).text == plain


@given(st.binary())
def test_any_bytes_give_text(data: bytes) -> None:
    """No bytes raise, and no carriage return is left."""
    assert "\r" not in decode(data).text


def test_many_stray_bytes_in_one_line_take_no_time() -> None:
    """A megabyte without a newline, half of it stray, is decoded at once."""
    began = time.process_time()
    decode("é".encode() * 200_000 + b"\xe9 " * 300_000 + "é".encode() * 200_000)
    assert time.process_time() - began < 3
