"""A client of an X server that moves its pointer and presses its keys (the XTEST extension), over the plain protocol.

Needs no library and no program beside the server. The numbers are those of the X protocol, version 11.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from types import MappingProxyType

_KEY_PRESS, _KEY_RELEASE, _BUTTON_PRESS, _BUTTON_RELEASE, _MOTION = 2, 3, 4, 5, 6
_SET_INPUT_FOCUS, _GET_INPUT_FOCUS, _QUERY_EXTENSION, _GET_KEYBOARD_MAPPING = 42, 43, 98, 101
_FAKE_INPUT = 2
_TO_PARENT = 2
_LEFT = 1

# Keys that are no signs, by the names that menus give them.
_NAMED = MappingProxyType(
    {
        "Return": 0xFF0D,
        "Esc": 0xFF1B,
        "Tab": 0xFF09,
        "Backspace": 0xFF08,
        "Del": 0xFFFF,
        "Delete": 0xFFFF,
        "Home": 0xFF50,
        "Left": 0xFF51,
        "Up": 0xFF52,
        "Right": 0xFF53,
        "Down": 0xFF54,
        "End": 0xFF57,
        "Space": 0x20,
        "Shift": 0xFFE1,
        "Ctrl": 0xFFE3,
        "Alt": 0xFFE9,
        **{f"F{number}": 0xFFBD + number for number in range(1, 13)},
    }
)


class XClient:
    """A connection to the server of a display (`:7`). What is asked has been done when a method returns."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{display.removeprefix(':').partition('.')[0]}")  # noqa: S108 - X's own
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, length = struct.unpack("<BxHHH", self._receive(8))[::3]
        told = self._receive(4 * length)
        if accepted != 1:
            raise ConnectionRefusedError(told.decode("latin-1"))
        vendor, formats = struct.unpack_from("<H", told, 16)[0], told[21]
        (self.root,) = struct.unpack_from("<I", told, 32 + (vendor + 3) // 4 * 4 + 8 * formats)
        self._test = self._extension(b"XTEST")
        self._keys = dict(self._mapping(told[26], told[27]))

    def close(self) -> None:
        """Leaves."""
        self._socket.close()

    # Pointer

    def move(self, x: int, y: int) -> None:
        """Moves the pointer to a point of the screen."""
        self._fake(_MOTION, 0, x, y)

    def push(self) -> None:
        """Pushes the left button down."""
        self._fake(_BUTTON_PRESS, _LEFT)

    def release(self) -> None:
        """Lets the left button go."""
        self._fake(_BUTTON_RELEASE, _LEFT)

    # Keyboard

    def hold(self, key: str) -> None:
        """Presses a key and does not let go."""
        self._fake(_KEY_PRESS, self._key(key)[0])

    def let_go(self, key: str) -> None:
        """Lets go of a key that is held."""
        self._fake(_KEY_RELEASE, self._key(key)[0])

    def type(self, key: str) -> None:
        """Presses a key, by its name or the sign that it writes, with Shift where that takes it."""
        code, shifted = self._key(key)
        if shifted:
            self.hold("Shift")
        self._fake(_KEY_PRESS, code)
        self._fake(_KEY_RELEASE, code)
        if shifted:
            self.let_go("Shift")

    # Focus

    @property
    def focus(self) -> int:
        """The window that has the keyboard; 0 for none, 1 for the one below the pointer."""
        (window,) = struct.unpack_from("<I", self._ask(struct.pack("<BxH", _GET_INPUT_FOCUS, 1)), 8)
        return int(window)

    @focus.setter
    def focus(self, window: int) -> None:
        self._send(struct.pack("<BBHII", _SET_INPUT_FOCUS, _TO_PARENT, 3, window, 0))

    # The protocol

    def _key(self, key: str) -> tuple[int, bool]:
        sign = _NAMED.get(key)
        return self._keys[ord(key) if sign is None else sign]

    def _fake(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        root = self.root if kind == _MOTION else 0
        self._send(struct.pack("<BBHBBxxII8xhh8x", self._test, _FAKE_INPUT, 9, kind, detail, 0, root, x, y))

    def _extension(self, name: bytes) -> int:
        padded = name + bytes(-len(name) % 4)
        reply = self._ask(struct.pack("<BxHHxx", _QUERY_EXTENSION, 2 + len(padded) // 4, len(name)) + padded)
        if not reply[8]:
            raise ConnectionRefusedError(f"the server has no {name.decode()}")
        return reply[9]

    def _mapping(self, first: int, last: int) -> Iterator[tuple[int, tuple[int, bool]]]:
        """What each key writes, without and with Shift; the first key that writes a sign counts."""
        count = last - first + 1
        reply = self._ask(struct.pack("<BxHBBxx", _GET_KEYBOARD_MAPPING, 2, first, count))
        each, signs = reply[1], struct.unpack_from(f"<{(len(reply) - 32) // 4}I", reply, 32)
        for code in reversed(range(count)):
            for place in reversed(range(min(each, 2))):
                if sign := signs[code * each + place]:
                    yield sign, (first + code, place == 1)

    def _send(self, request: bytes) -> None:
        self._socket.sendall(request)
        # An answer to this means that the server has done what came before.
        _ = self.focus

    def _ask(self, request: bytes) -> bytes:
        self._socket.sendall(request)
        while True:
            head = self._receive(32)
            if head[0] == 0:
                raise ConnectionRefusedError(f"the server refused request {head[10]} with error {head[1]}")
            if head[0] == 1:
                return head + self._receive(4 * int(struct.unpack_from("<I", head, 4)[0]))

    def _receive(self, count: int) -> bytes:
        received = b""
        while len(received) < count:
            part = self._socket.recv(count - len(received))
            if not part:
                raise ConnectionResetError("the server has gone")
            received += part
        return received
