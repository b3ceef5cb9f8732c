"""What the strip says, and what can be done about it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from briefing.locale.interface import interface
from briefing.model.errors import NothingDone
from briefing.model.notice import Notice, Severity
from briefing_gui.presenters.notices import Item, Notices, Offer
from briefing_gui.views.notices import NoticeStrip

ENGLISH = interface("en")


@pytest.fixture
def notices() -> Notices:
    """Nothing to say yet."""
    return Notices()


@pytest.fixture
def strip(notices: Notices, qtbot: QtBot) -> NoticeStrip:
    """The strip over it."""
    made = NoticeStrip(notices, ENGLISH)
    qtbot.addWidget(made)
    return made


def shown(strip: NoticeStrip) -> list[str]:
    """The words of the strip, top to bottom, once it has had time to show them."""
    QApplication.processEvents()
    return [label.text() for label in strip.findChildren(QLabel, "notice-words") if label.isVisibleTo(strip)]


def click(strip: NoticeStrip, name: str) -> None:
    """Presses the first button of that name."""
    QApplication.processEvents()
    buttons = [*strip.findChildren(QPushButton, name), *strip.findChildren(QToolButton, name)]
    next(button for button in buttons if button.isVisible()).click()


def remark(number: int, severity: Severity = Severity.WARNING) -> Notice:
    """A notice about one file of several."""
    return Notice(severity=severity, code="empty-file", place=f"{number}.txt")


def test_it_is_there_only_where_there_is_something_to_say(notices: Notices, strip: NoticeStrip, qtbot: QtBot) -> None:
    """One about one matter, the latest on top; it goes when it is waved away."""
    assert strip.isHidden()
    notices.plain("a", "window.notice.recovered")
    notices.trouble("b", NothingDone("no-such-file", path="x"))
    notices.trouble("b", NothingDone("no-such-file", path="y"))
    assert shown(strip)[0] == "There is no file “y”. Check the name."
    assert len(shown(strip)) == 2
    click(strip, "notice-dismiss")
    qtbot.waitUntil(lambda: len(shown(strip)) == 1)
    click(strip, "notice-dismiss")
    qtbot.waitUntil(strip.isHidden)


def test_a_button_does_what_it_says_and_the_item_goes(notices: Notices, strip: NoticeStrip) -> None:
    """One that stays is there until it is dropped."""
    done: list[str] = []
    notices.plain("a", "window.notice.recovered", Offer(key="window.offer.new", act=lambda: done.append("new")))
    click(strip, "offer-new")
    assert done == ["new"]
    assert strip.isHidden()
    again = Offer(key="window.offer.try-again", act=lambda: done.append("again"), stays=True)
    notices.plain("a", "window.notice.recovered", again, standing=True)
    click(strip, "offer-try-again")
    assert done == ["new", "again"]
    assert not strip.isHidden()
    notices.wave_away()
    assert not strip.isHidden()


def test_many_remarks_are_one_item(notices: Notices, strip: NoticeStrip) -> None:
    """The heaviest gives it its weight; all can be read; none takes it away."""
    notices.many("r", [remark(1), remark(2, Severity.ERROR), remark(3)], "window.notice.about-articles")
    assert shown(strip) == ["3 remarks on what was read"]
    assert notices.items[0].severity is Severity.ERROR
    click(strip, "offer-lines")
    QApplication.processEvents()
    (lines,) = (one for one in strip.findChildren(QLabel, "notice-lines") if one.isVisibleTo(strip))
    assert lines.text().splitlines()[0].startswith("2.txt:")
    notices.many("r", [remark(1)], "window.notice.about-articles")
    assert shown(strip) == ["1.txt: The file is empty."]
    notices.many("r", [], "window.notice.about-articles")
    assert strip.isHidden()


def test_more_than_fits_is_folded(notices: Notices, strip: NoticeStrip) -> None:
    """The window is not filled with messages, and none is lost."""
    for number in range(5):
        notices.trouble(str(number), NothingDone("no-such-file", path=str(number)))
    assert len(shown(strip)) == 2
    click(strip, "notices-more")
    assert len(shown(strip)) == 5
    click(strip, "notices-more")
    assert len(shown(strip)) == 2


def test_a_report_of_a_defect_can_be_copied(notices: Notices, strip: NoticeStrip) -> None:
    """With the version and what happened, none of which is shown."""
    notices.trouble("d", NothingDone("defect", reason="x"), details="Traceback: line 3")
    assert all("Traceback" not in words for words in shown(strip))
    click(strip, "offer-report")
    report = QGuiApplication.clipboard().text()
    assert report.startswith("Briefing ")
    assert "Traceback: line 3" in report
    QGuiApplication.clipboard().clear()


def test_words_of_others_are_no_markup(notices: Notices, strip: NoticeStrip) -> None:
    """A file's name may look like HTML, and stays a name."""
    notices.trouble("b", NothingDone("no-such-file", path="<b>x</b>{path}&"))
    assert shown(strip) == ["There is no file “<b>x</b>{path}&”. Check the name."]


def test_it_is_said_again_in_another_language(notices: Notices, strip: NoticeStrip) -> None:
    """What was said before the change, too."""
    item = Item(about="a", severity=Severity.INFO, say=lambda says: says.text("window.notice.nothing-new"))
    notices.put(item)
    strip.retranslate(interface("uk"))
    assert shown(strip) == ["Нічого не додано: ці статті вже є в довідці."]
