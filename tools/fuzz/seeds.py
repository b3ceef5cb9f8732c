"""The first inputs of each target: articles of our own for those that take text, chance for those that take numbers."""

from __future__ import annotations

import html
import random
from collections.abc import Iterator
from pathlib import Path

from tools.quality.keyed import languages, load

_RAW = ("readers", "gathered", "rules_raw")
_TEXTS = 6
_LONGEST = 1500
_CHANCE = 40


def plant(target: str, folder: Path) -> None:
    """Write the inputs into a folder, which is made; what is there already stays."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(_texts() if target in _RAW else _numbers()):
        (folder / f"seed-{number:03}").write_bytes(data)


def _texts() -> Iterator[bytes]:
    for language in languages():
        for article in load(language, "dev")[:_TEXTS]:
            text = article.text[:_LONGEST]
            paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
            yield b"\0" + f"<html><head><title>{html.escape(text[:40])}</title></head><body>{paragraphs}".encode()
            yield b"\x01" + text.encode()
            yield b"\x01" + text.encode("utf-16")
            yield b"\x02" + f"# {text[:40]}\n\n> Date: 2024-05-03\n\n{text}".encode()


def _numbers() -> Iterator[bytes]:
    chance = random.Random(7)  # noqa: S311 - the same inputs every time
    for _ in range(_CHANCE):
        yield chance.randbytes(chance.randrange(30, 300))
