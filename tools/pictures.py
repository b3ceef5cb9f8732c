"""Makes the pictures of printed pages that the README shows: `docs/page-*.png`, from the sample articles."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WIDTH = 900

BRIEFS = (
    ("standard-uk", ["--locale", "uk", "--template", "standard"], (0, 1)),
    ("one-page-en", ["--locale", "en", "--template", "one-page"], (0,)),
    ("quotes-de", ["--locale", "de", "--template", "quotes"], (0,)),
)


def main() -> int:
    """Prints each brief, draws its chosen pages and returns 0."""
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, options, pages in BRIEFS:
            target = Path(folder) / f"{name}.pdf"
            command = [sys.executable, "-m", "briefing", "export", "seeds", "-o", str(target), *options]
            subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own command
            with pypdfium2.PdfDocument(target) as document:
                for page in pages:
                    sheet = document[page]
                    image = sheet.render(scale=WIDTH / sheet.get_width()).to_pil().quantize(64)
                    image.save(DOCS / f"{name}-{page + 1}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
