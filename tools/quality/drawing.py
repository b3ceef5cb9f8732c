"""The calibration curve as a picture: `python -m tools.quality.drawing --public FOLDER docs/certainty.svg`.

One panel for each sort of fact: how sure the program says it is, against how often it is right, on articles that are
set aside and that no number of the curve was taken from. A dot's area is the number of facts; on the diagonal what is
said is true.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.quality.certainty import SORTS, curve, error
from tools.quality.tally import Verdict

_SIDE, _GAP, _LEFT, _TOP = 200, 56, 52, 40
_LARGEST = 9.0
_NAMES = {"attendee": "Who took part and how", "commitment": "Undertakings", "quote": "Quotations and speakers"}
_STYLE = (
    "text{font-family:'Noto Sans',sans-serif;font-size:11px;fill:#333}.head{font-size:13px;font-weight:600;fill:#111}"
    ".axis{stroke:#999;stroke-width:1}.even{stroke:#bbb;stroke-width:1;stroke-dasharray:4 4}"
    ".line{fill:none;stroke:#1f4e79;stroke-width:1.5}.dot{fill:#1f4e79;fill-opacity:.75}"
)


def drawn(verdicts: Sequence[Verdict]) -> str:
    """An SVG with one panel for each sort of fact of which there are any."""
    sorts = [(sort, [one for one in verdicts if one.sort == sort]) for sort in SORTS]
    panels = [(sort, own) for sort, own in sorts if own]
    width = _LEFT + len(panels) * (_SIDE + _GAP)
    height = _TOP + _SIDE + 56
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    body = "\n".join(line for at, panel in enumerate(panels) for line in _panel(at, *panel))
    return f'{head}\n<style>{_STYLE}</style>\n<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'


def _panel(at: int, sort: str, verdicts: Sequence[Verdict]) -> Iterator[str]:
    left, low = _LEFT + at * (_SIDE + _GAP), _TOP + _SIDE
    steps = curve(verdicts)
    most = max(number for _, _, number in steps)
    yield f'<text class="head" x="{left}" y="{_TOP - 18}">{_NAMES[sort]}</text>'
    yield f'<path class="axis" fill="none" d="M{left} {_TOP}V{low}H{left + _SIDE}"/>'
    yield f'<path class="even" d="M{left} {low}L{left + _SIDE} {_TOP}"/>'
    for share in (0.0, 0.5, 1.0):
        x, y = left + share * _SIDE, low - share * _SIDE
        yield f'<text x="{x:.0f}" y="{low + 16}" text-anchor="middle">{share:.0%}</text>'
        yield f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{share:.0%}</text>'
    places = [(left + said * _SIDE, low - right * _SIDE, number) for said, right, number in steps]
    yield f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)}"/>'
    for x, y, number in places:
        yield f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{max(2.0, _LARGEST * math.sqrt(number / most)):.1f}"/>'
    told = f"{len(verdicts):,} facts, mean distance {error(verdicts):.1%}"
    yield f'<text x="{left + _SIDE / 2:.0f}" y="{low + 36}" text-anchor="middle">{told}</text>'


def main() -> int:
    """Draws the curve of the newspapers' reports that are set aside; returns 0, and 2 where they are not there."""
    parser = argparse.ArgumentParser(prog="python -m tools.quality.drawing", description=__doc__)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public sets")
    asked = parser.parse_args()
    # Measuring takes the whole program; whoever only draws does without.
    from tools.quality.public import SET_ASIDE, public_figures  # noqa: PLC0415 - as said

    seen = [one for _, _, tally in public_figures(asked.public, SET_ASIDE) for one in tally.verdicts]
    if not seen:
        print(f"{asked.public}: no reports", file=sys.stderr)
        return 2
    asked.picture.write_text(drawn(seen), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
