"""Pictures of the window for the README and for looking at: every place, light and dark, three languages, two sizes.

`python -m tools.screenshots` writes them all to `build/screenshots` and those of the README to `docs`.
Each combination runs in a process of its own, with settings and data of its own, over a brief of the sample articles.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import app
from briefing.model.decision import Accept, Annotate, Correct, LeaveOut, Slot
from briefing.model.dossier import Dossier
from briefing.model.draft import Choices, Draft

if TYPE_CHECKING:
    from briefing_gui.views.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
ALL = ROOT / "build" / "screenshots"
LANGUAGES = ("en", "uk", "x-mirrored")
APPEARANCES = ("light", "dark")
# The density of the display in per cent; `text` is letters of twice the size on a plain one.
SIZES = ("100", "200", "text")
# Those that the README shows.
SHOWN = {
    "en-light-100-review": "window.png",
    "en-dark-100-attendees": "window-dark.png",
    "uk-light-100-quotes": "window-uk.png",
    "en-light-100-own": "window-own-text.png",
    "en-light-100-changes": "window-changes.png",
    "en-light-100-empty": "window-empty.png",
    "x-mirrored-light-100-review": "window-mirrored.png",
    "en-light-text-review": "window-large-text.png",
}
_SIZE = (1440, 900)
_ROLE = "Secretary of the National Security Council"
_NOTE = "In office since 18 July; minister when the article appeared."
_TOP = "Talking points"
_TEXT = "- Thank the host for **the forum** and its results.\n- Ask about the *special fund*: who pays, from when.\n"


def main() -> int:
    """Takes every picture; returns the exit code."""
    if len(sys.argv) > 1:
        return _take(*sys.argv[1:])
    ALL.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        brief = Path(folder) / "Kyiv forum.brief"
        _prepare(brief)
        for language, appearance, size in product(LANGUAGES, APPEARANCES, SIZES):
            home = Path(folder) / f"{language}-{appearance}-{size}"
            home.mkdir()
            shutil.copy(brief, home / brief.name)
            done = subprocess.run(  # noqa: S603 - this very tool
                [sys.executable, "-m", "tools.screenshots", language, appearance, size, str(home / brief.name)],
                env=_surroundings(home, language, size),
                cwd=ROOT,
                check=False,
            )
            if done.returncode:
                return done.returncode
    for name, file in SHOWN.items():
        shutil.copy(ALL / f"{name}.png", ROOT / "docs" / file)
    print(f"{len(list(ALL.glob('*.png')))} pictures in {ALL.relative_to(ROOT)}")
    return 0


def _surroundings(home: Path, language: str, size: str) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    return {
        **os.environ,
        **folders,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": "1746057600",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "2" if size == "200" else "1",
        "BRIEFING_INTERFACE": language,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "gui"))),
    }


def _prepare(path: Path) -> None:
    """A brief of the sample articles, with some of everything that an editor does."""
    work = app.Work(wording=lambda notice: notice.code, stdin=lambda: b"")
    articles = app.finding.gather([str(ROOT / "seeds")], work).value
    draft = Draft(choices=Choices(locale="en"), articles=tuple(article.id for article in articles))
    with app.briefs.create(path, draft) as file:
        for article in articles:
            file.put(article, ())
            file.put_findings(app.finding.find(article), app.finding.rules())


def _take(language: str, appearance: str, size: str, brief: str) -> int:
    """The pictures of one combination."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - the process that starts the others needs no Qt

    from briefing_gui.app import Application, make  # noqa: PLC0415
    from briefing_gui.views.settings import Settings  # noqa: PLC0415

    application = Application(["briefing"])
    settings = Settings()
    settings.appearance = appearance
    settings.text_size = 2.0 if size == "text" else 1.0
    window = make(application, settings)
    window.resize(*_SIZE)
    window.begin([], [])
    window.show()
    window.parts.work.start()
    name = f"{language}-{appearance}-{size}"

    def save(place: str) -> None:
        window.grab().save(str(ALL / f"{name}-{place}.png"))

    steps = _steps(window, Path(brief), save, "uk" if language == "uk" else "en")

    def go_on() -> None:
        try:
            pause = next(steps)
        except StopIteration:
            window.close()
            application.quit()
        else:
            QTimer.singleShot(pause, go_on)

    QTimer.singleShot(0, go_on)
    application.exec()
    return 0


def _steps(window: MainWindow, brief: Path, save: Callable[[str], None], reader: str) -> Iterator[int]:
    """One place after the other; what is yielded is how long to wait for it, in milliseconds."""
    session, panes = window.parts.session, window.panes
    yield 1500
    save("empty")
    window.open(brief)
    session.choose("locale", reader)
    yield 4000
    _edit(window)
    yield 1500
    panes.go_to("review")
    panes.select_fact(next(one.id for one in session.dossier.commitments if one.amount))
    yield 1200
    save("review")
    panes.go_to("attendees")
    panes.select_fact(_umerov(session.dossier))
    yield 1200
    save("attendees")
    panes.go_to("quotes")
    panes.select_fact(session.dossier.quotes[3].id)
    panes.preview.toggle_thumbnails()
    yield 1500
    save("quotes")
    panes.preview.toggle_thumbnails()
    yield 500
    panes.go_to("own-1")
    yield 800
    save("own")
    panes.go_to("changes")
    yield 800
    save("changes")


def _edit(window: MainWindow) -> None:
    """Some of everything that an editor does."""
    session = window.parts.session
    dossier = session.dossier
    umerov = next(one for one in dossier.attendees if one.id == _umerov(dossier))
    session.decide("correct", Correct(fact=umerov, slot=Slot.ROLE, value="Secretary of the National Security Council"))
    session.decide(
        "annotate", Annotate(fact=umerov, note="In office since 18 July; minister when the article appeared.")
    )
    session.decide("accept", Accept(fact=dossier.commitments[0]))
    session.decide("accept", Accept(fact=dossier.quotes[0]))
    session.decide("leave-out", LeaveOut(fact=dossier.quotes[1]))
    own = session.add_section(_TOP)
    session.reword_section(own, _TOP, _TEXT)


def _umerov(dossier: Dossier) -> str:
    return next(one.id for one in dossier.attendees if one.name.endswith("Umerov"))


if __name__ == "__main__":
    sys.exit(main())
