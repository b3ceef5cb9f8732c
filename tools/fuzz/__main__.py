"""Attacks every target in turn: `python -m tools.fuzz [--minutes N] [--corpus FOLDER] [TARGET ...]`.

Says of each how many inputs were run and how much of the code they reached; ends with 1 where one of them broke it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from tools.fuzz.seeds import plant

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("readers", "gathered", "plain_text", "rules", "rules_raw", "parser", "surface", "finders")
_STATUS = re.compile(r"cov: (\d+) ft: (\d+) corp: (\d+)/")
_RUNS = re.compile(r"^#(\d+)|Done (\d+) runs", re.MULTILINE)
# Bytes; where three of them stand for a word or a sentence, a few hundred are an article.
_LONGEST = {"readers": 3000, "gathered": 3000, "rules_raw": 2000}
_LONGEST_NUMBERS = 450
_HANGS = 30


def main() -> int:
    """Attacks, and returns the exit code."""
    options = argparse.ArgumentParser(prog="fuzz")
    options.add_argument("--minutes", type=float, default=8.0, help="for all targets together")
    options.add_argument("--corpus", type=Path, default=ROOT / "build" / "fuzz")
    options.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(NAMES))
    chosen = options.parse_args()
    names = chosen.targets or NAMES
    seconds = max(1, round(60 * chosen.minutes / len(names)))
    broken = [name for name in names if not _attack(name, seconds, chosen.corpus.resolve())]
    return 1 if broken else 0


def _attack(name: str, seconds: int, corpus: Path) -> bool:
    """Whether the target held."""
    folder, found = corpus / name, corpus / "found"
    plant(name, folder)
    found.mkdir(exist_ok=True)
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={_HANGS}",
        f"-max_len={_LONGEST.get(name, _LONGEST_NUMBERS)}",
        "-rss_limit_mb=3000",
    ]
    command = [sys.executable, "-m", "tools.fuzz.attack", name, str(folder), *limits, "-len_control=0",
               f"-artifact_prefix={found}/{name}-"]  # fmt: skip
    ended = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    said = ended.stdout.decode("utf-8", "replace")
    runs = max((int(first or second) for first, second in _RUNS.findall(said)), default=0)
    cover = _STATUS.findall(said)
    reach = "code points {}, features {}, inputs kept {}".format(*cover[-1]) if cover else "nothing"
    print(f"{name:12} {runs:8} inputs in {seconds} s: {reach}", flush=True)
    if ended.returncode:
        print(said[said.find("===") :] if "===" in said else said[-3000:], flush=True)
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
