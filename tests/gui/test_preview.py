"""The preview with real pages: seen, scrolled, enlarged, pointed at and searched with real events."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface, interface
from briefing_gui.messages import Failed
from briefing_gui.presenters.session import Session
from briefing_gui.presenters.zoom import Fit, Zoom
from briefing_gui.views.preview import PreviewPane
from tests.gui.proofs import NoHistory, Press, proof_of_seeds

EN = Interface(locale="en")


@pytest.fixture
def press() -> Iterator[Press]:
    """A press that nobody has asked for anything."""
    made = Press()
    yield made
    made.deleteLater()


@pytest.fixture
def pane(qtbot: QtBot, press: Press) -> PreviewPane:
    """A pane beside that press, as large as in the window."""
    pane = PreviewPane(Session(NoHistory()), press, EN)  # type: ignore[arg-type] # it answers like `Work`
    qtbot.addWidget(pane)
    press.proofed.connect(pane.show_proof)
    press.pictured.connect(pane.show_picture)
    press.looked.connect(pane.show_hits)
    pane.resize(580, 760)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.fixture
def shown(qtbot: QtBot, press: Press, pane: PreviewPane) -> PreviewPane:
    """The pane with the brief of the seeds, every picture there."""
    press.print(proof_of_seeds())
    settle(qtbot, pane)
    return pane


def settle(qtbot: QtBot, pane: PreviewPane) -> None:
    """Waits until pictures are there and nothing glides."""
    still = pane.pages._glide.State.Stopped
    qtbot.waitUntil(lambda: pane.pages._glide.state() is still and not pane.preview.pictures.waiting)
    QApplication.processEvents()


def child(pane: PreviewPane, kind: type[QWidget], name: str) -> QWidget:
    """A part of the pane."""
    found = pane.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def search(pane: PreviewPane) -> QLineEdit:
    """The search field."""
    found = child(pane, QLineEdit, "preview-search")
    assert isinstance(found, QLineEdit)
    return found


def said(pane: PreviewPane) -> list[str]:
    """The words of all labels that are seen."""
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def point_of(pane: PreviewPane, fact: str) -> QPoint:
    """A point of the viewport in the middle of a fact's first line."""
    box = pane.pages.boxes(pane.preview.places.of(fact))[0].translated(-pane.pages.origin())
    return box.center().toPoint()


def fact_on(pane: PreviewPane, page: int) -> str:
    """The first fact of a page."""
    assert pane.preview.proof is not None
    facts = [place.fact for place in pane.preview.proof.places if place.page == page]
    assert facts[0] is not None
    return facts[0]


def wheel(pane: PreviewPane, turned: int, at: QPoint, *, pixels: int = 0, control: bool = False) -> None:
    """Turns the wheel over a point of the viewport."""
    viewport = pane.pages.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(0, pixels),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


# What is seen


def test_before_the_first_proof_it_says_what_to_do(pane: PreviewPane) -> None:
    """An empty pane explains itself, and its controls wait."""
    assert EN.text("window.preview.empty") in said(pane)
    assert EN.text("window.preview.empty.about") in said(pane)
    assert not search(pane).isEnabled()
    for action in (pane.zoom_in, pane.zoom_out, pane.fit_page, pane.next_hit, pane.previous_hit, pane.next_page):
        action()
    pane.mark_fact("nothing")
    assert EN.text("window.preview.empty") in said(pane)


def test_the_pixels_on_screen_are_those_of_the_page(press: Press, shown: PreviewPane) -> None:
    """The page is painted one to one: every pixel of the picture, unscaled and in place."""
    frame = shown.pages.frame_of(0)
    grabbed = shown.pages.viewport().grab().toImage()
    ratio = grabbed.devicePixelRatio()
    raster = proof_of_seeds().image(0, press.asked[0][1])
    page = QImage(raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32)
    left, top = round(frame.left() * ratio), round(frame.top() * ratio)
    width = min(page.width(), round(frame.width() * ratio))
    height = min(page.height(), round(frame.height() * ratio), grabbed.height() - top)
    on_screen = grabbed.copy(left, top, width, height).convertToFormat(QImage.Format.Format_RGB32)
    assert on_screen == page.copy(0, 0, width, height)


def test_only_pages_in_view_and_their_neighbours_are_pictured(press: Press, shown: PreviewPane) -> None:
    """Eleven pages, and the press makes two or three pictures."""
    assert len(shown.preview.pages) > 5
    view = shown.pages.view()
    seen = shown.pages.desk.between(view.top(), view.bottom())
    assert [page for page, _ in press.asked] == [*seen, seen[-1] + 1]


def test_a_new_proof_does_not_flicker(qtbot: QtBot, press: Press, shown: PreviewPane) -> None:
    """While the new pictures are on their way the pages look as before, where they were before."""
    shown.pages.setFocus()
    QTest.keyClick(shown.pages, Qt.Key.Key_PageDown)
    settle(qtbot, shown)
    at, before = shown.pages.origin(), shown.pages.viewport().grab().toImage()
    press.holds = True
    press.print(proof_of_seeds())
    assert shown.pages.origin() == at
    assert shown.pages.viewport().grab().toImage() == before
    press.go_on()
    settle(qtbot, shown)
    assert shown.pages.viewport().grab().toImage() == before


def test_another_proof_is_seen_when_its_pictures_come(qtbot: QtBot, press: Press, shown: PreviewPane) -> None:
    """The brief in Ukrainian takes the place of the English one, at the same place."""
    before = shown.pages.viewport().grab().toImage()
    press.print(proof_of_seeds("uk"))
    settle(qtbot, shown)
    assert shown.pages.viewport().grab().toImage() != before
    assert shown.preview.number == press.showing


def test_fewer_pages_than_before_leave_the_view_at_the_last(qtbot: QtBot, press: Press, pane: PreviewPane) -> None:
    """Whoever looks at page thirty of a brief that now has eleven sees its end."""
    press.print(proof_of_seeds(times=3))
    pane.pages.go_to(len(pane.preview.pages) - 1)
    settle(qtbot, pane)
    press.print(proof_of_seeds())
    settle(qtbot, pane)
    bar = pane.pages.verticalScrollBar()
    assert bar.value() <= bar.maximum()
    assert pane.pages.page < len(pane.preview.pages)
    assert pane.thumbnails.model().rowCount() == len(pane.preview.pages)


def test_no_answer_to_an_earlier_show_is_asked_for(press: Press, shown: PreviewPane) -> None:
    """While a later proof is on its way nothing is asked: it would be pictured from pages that are not shown."""
    press.showing += 1
    asked = len(press.asked)
    shown.pages.go_to(8)
    assert len(press.asked) == asked
    press.showing -= 1
    press.print(proof_of_seeds())
    assert len(press.asked) > asked


def test_updating_is_said_only_after_a_while(qtbot: QtBot, press: Press, shown: PreviewPane) -> None:
    """A quick proof changes nothing but the pages; a slow one has a quiet sign until it comes, or fails."""
    words = EN.text("window.preview.updating")
    shown._session.drafted.tell()
    press.print(proof_of_seeds())
    qtbot.wait(350)
    assert words not in said(shown)
    shown._session.drafted.tell()
    qtbot.waitUntil(lambda: words in said(shown), timeout=2000)
    press.print(proof_of_seeds())
    assert words not in said(shown)
    shown._session.drafted.tell()
    qtbot.waitUntil(lambda: words in said(shown), timeout=2000)
    press.troubled.emit(Failed(number=press.showing, errand="Show", code="defect", parameters={}))
    assert words not in said(shown)


def test_another_brief_begins_empty(qtbot: QtBot, press: Press, shown: PreviewPane) -> None:
    """Nothing of the brief before stays: no page, no mark, no search."""
    shown.mark_fact(fact_on(shown, 1))
    search(shown).setText("Ukraine")
    shown.clear()
    assert EN.text("window.preview.empty") in said(shown)
    assert search(shown).text() == ""
    qtbot.wait(150)
    press.print(proof_of_seeds())
    settle(qtbot, shown)
    assert (shown.preview.marked, shown.preview.hits.words, shown.pages.page) == (None, "", 0)


# Scrolling and turning pages


@pytest.mark.parametrize(
    ("key", "back"),
    [
        (Qt.Key.Key_Down, Qt.Key.Key_Up),
        (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp),
        (Qt.Key.Key_End, Qt.Key.Key_Home),
    ],
)
def test_keys_scroll_there_and_back(qtbot: QtBot, shown: PreviewPane, key: Qt.Key, back: Qt.Key) -> None:
    """Arrows, pages and ends."""
    shown.pages.setFocus()
    QTest.keyClick(shown.pages, key)
    settle(qtbot, shown)
    down = shown.pages.verticalScrollBar().value()
    assert down > 0
    assert (down == shown.pages.verticalScrollBar().maximum()) == (key is Qt.Key.Key_End)
    QTest.keyClick(shown.pages, back)
    settle(qtbot, shown)
    assert shown.pages.verticalScrollBar().value() == 0


def test_space_turns_a_view_and_shift_space_back(qtbot: QtBot, shown: PreviewPane) -> None:
    """As readers of long pages are used to."""
    QTest.keyClick(shown.pages, Qt.Key.Key_Space)
    settle(qtbot, shown)
    assert shown.pages.verticalScrollBar().value() == shown.pages.viewport().height() - 48
    QTest.keyClick(shown.pages, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, shown)
    assert shown.pages.verticalScrollBar().value() == 0


def test_the_wheel_scrolls_and_notches_add_up(qtbot: QtBot, shown: PreviewPane) -> None:
    """Five quick notches go five times as far as one, though each one glides."""
    for _ in range(5):
        wheel(shown, -120, QPoint(100, 100))
    settle(qtbot, shown)
    assert shown.pages.verticalScrollBar().value() == 5 * 96


def test_a_touchpad_scrolls_by_the_pixel(shown: PreviewPane) -> None:
    """Its pixels are taken as they are, at once."""
    wheel(shown, -120, QPoint(100, 100), pixels=-37)
    assert shown.pages.verticalScrollBar().value() == 37


def test_pages_are_gone_to_and_told(qtbot: QtBot, shown: PreviewPane) -> None:
    """Field, strip, actions and what is heard agree on the page in view."""
    field = child(shown, QSpinBox, "preview-page")
    assert isinstance(field, QSpinBox)
    with qtbot.waitSignal(shown.pages.page_changed):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, "5")
        QTest.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, shown)
    assert shown.pages.page == 4
    assert shown.thumbnails.currentIndex().row() == 4
    pages = len(shown.preview.pages)
    assert shown.pages.accessibleDescription() == EN.text("window.preview.page-of", page=5, pages=pages)
    shown.next_page()
    assert field.value() == 6
    shown.previous_page()
    shown.previous_page()
    assert field.value() == 4
    assert field.text() == f"4 /\u00a0{pages}"


# Size


def test_zoom_steps_and_fits(qtbot: QtBot, shown: PreviewPane) -> None:
    """Buttons, list and actions change the size and show it."""
    sizes = child(shown, QComboBox, "preview-zoom")
    assert isinstance(sizes, QComboBox)
    assert sizes.currentText() == EN.text("window.preview.fit-width")
    larger = child(shown, QToolButton, "preview-zoom-in")
    fitted = shown.preview.zoom.factor
    QTest.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert shown.preview.zoom == Zoom(fit=None, factor=fitted).larger()
    assert sizes.currentText().endswith("%")
    shown.fit_page()
    assert sizes.currentText() == EN.text("window.preview.fit-page")
    frame = shown.pages.frame_of(0)
    assert frame.height() <= shown.pages.viewport().height()
    shown.fit_width()
    assert shown.preview.zoom == Zoom(fit=Fit.WIDTH, factor=fitted)
    shown.resize(780, 760)
    qtbot.waitUntil(lambda: shown.preview.zoom.factor > fitted)
    assert shown.pages.horizontalScrollBar().maximum() == 0
    sizes.activated.emit(sizes.findText("200%"))
    assert shown.preview.zoom == Zoom(fit=None, factor=2.0)


def test_the_wheel_with_ctrl_enlarges_around_the_pointer(shown: PreviewPane) -> None:
    """The word below the pointer stays below it."""
    at = point_of(shown, fact_on(shown, 0))
    before = shown.pages.desk.spot(*(QPointF(at) + shown.pages.origin()).toTuple())
    for _ in range(6):
        wheel(shown, 120, at, control=True)
    after = shown.pages.desk.spot(*(QPointF(at) + shown.pages.origin()).toTuple())
    assert shown.preview.zoom.factor > 1
    assert (after.page, after.x, after.y) == pytest.approx((before.page, before.x, before.y), abs=3)


def test_pinching_enlarges(shown: PreviewPane) -> None:
    """A touchpad's own gesture."""
    before = shown.preview.zoom.factor
    viewport, at = shown.pages.viewport(), QPointF(200, 200)
    device = QPointingDevice.primaryPointingDevice()
    kind, where = Qt.NativeGestureType.ZoomNativeGesture, QPointF(viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, QNativeGestureEvent(kind, device, 2, at, at, where, 0.25, QPointF()))
    assert shown.preview.zoom == Zoom(fit=None, factor=before * 1.25)


def test_at_four_hundred_percent_pages_are_still_pictured(qtbot: QtBot, shown: PreviewPane, press: Press) -> None:
    """The largest size is scrolled in both directions and stays within bounds."""
    for _ in range(20):
        shown.zoom_in()
    settle(qtbot, shown)
    assert shown.preview.zoom.factor == 4
    assert shown.pages.horizontalScrollBar().maximum() > 0
    assert press.asked[-1][1] * 595 * press.asked[-1][1] * 842 <= 16_100_000
    QTest.keyClick(shown.pages, Qt.Key.Key_Right)
    for _ in range(40):
        shown.zoom_out()
    assert shown.preview.zoom.factor == 0.25


# Facts


def test_a_click_on_a_line_selects_its_fact(qtbot: QtBot, shown: PreviewPane) -> None:
    """A real press and release on the words; a click beside them selects nothing."""
    fact = fact_on(shown, 0)
    heard: list[str] = []
    shown.fact_clicked.connect(heard.append)
    viewport = shown.pages.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point_of(shown, fact))
    assert heard == [fact]
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=point_of(shown, fact))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point_of(shown, fact))
    assert heard == [fact]
    qtbot.wait(1)


def test_pointing_at_a_line_shows_that_it_can_be_clicked(qtbot: QtBot, shown: PreviewPane) -> None:
    """A hand and a faint outline, both gone when the pointer goes."""
    viewport = shown.pages.viewport()
    QTest.mouseMove(viewport, QPoint(5, 5))
    plain = viewport.grab().toImage()
    QTest.mouseMove(viewport, point_of(shown, fact_on(shown, 0)))
    qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor)
    assert viewport.grab().toImage() != plain
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert viewport.grab().toImage() == plain


def test_a_marked_fact_is_brought_into_view_and_outlined(qtbot: QtBot, shown: PreviewPane) -> None:
    """A fact on a later page is scrolled to, with an outline and a bar in the margin."""
    fact = fact_on(shown, 4)
    shown.mark_fact(fact)
    settle(qtbot, shown)
    box = shown.pages.boxes(shown.preview.places.of(fact))[0]
    assert shown.pages.view().contains(box)
    image = shown.pages.viewport().grab().toImage()
    bar = QPointF(shown.pages._margin(4) - 1.5, box.center().y()) - shown.pages.origin()
    assert image.pixelColor(bar.toPoint() * image.devicePixelRatio()) == QColor("#1F3A5F")
    marked = image.copy()
    shown.mark_fact(None)
    assert shown.pages.viewport().grab().toImage() != marked


def test_a_marked_fact_in_view_does_not_move_the_pages(shown: PreviewPane) -> None:
    """Who clicks on a line does not want it elsewhere."""
    at = shown.pages.origin()
    shown.mark_fact(fact_on(shown, 0))
    assert shown.pages.origin() == at
    shown.mark_fact("not printed")
    assert shown.pages.origin() == at


def test_a_fact_that_is_printed_twice_stays_where_it_was_clicked(qtbot: QtBot, shown: PreviewPane) -> None:
    """Clicked at its second place, it is marked at both, and the pages do not jump to the first."""
    proof = shown.preview.proof
    assert proof is not None
    first: dict[str | None, int] = {}
    again = next(place for place in proof.places if first.setdefault(place.fact, place.page) < place.page - 1)
    assert again.fact is not None
    shown.pages.bring([again])
    settle(qtbot, shown)
    at = shown.pages.origin()
    shown.fact_clicked.connect(shown.mark_fact)
    point = (shown.pages.boxes([again])[0].center() - at).toPoint()
    QTest.mouseClick(shown.pages.viewport(), Qt.MouseButton.LeftButton, pos=point)
    settle(qtbot, shown)
    assert shown.preview.marked == again.fact
    assert shown.pages.origin() == at


# Search


def test_words_are_found_and_gone_through(qtbot: QtBot, shown: PreviewPane) -> None:
    """Typing finds, Enter goes on, Shift+Enter back, round and round; Escape ends it."""
    field = search(shown)
    field.setFocus()
    QTest.keyClicks(field, "Kamyshin")
    hits = len(proof_of_seeds().find("Kamyshin"))
    assert hits > 2
    qtbot.waitUntil(lambda: EN.text("window.preview.hits", hit=1, hits=hits) in said(shown))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert EN.text("window.preview.hits", hit=2, hits=hits) in said(shown)
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert EN.text("window.preview.hits", hit=hits, hits=hits) in said(shown)
    settle(qtbot, shown)
    place = shown.preview.hits.place
    assert place is not None
    assert shown.pages.view().contains(shown.pages.boxes([place])[0])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert shown.pages.hasFocus()
    qtbot.waitUntil(lambda: not shown.preview.hits.words)


def test_words_that_are_not_there_are_said_to_be_missing(qtbot: QtBot, shown: PreviewPane) -> None:
    """No count, no buttons, and no error."""
    search(shown).setText("Xyzzy [(*")
    qtbot.waitUntil(lambda: EN.text("window.preview.no-hits") in said(shown))
    shown.next_hit()
    shown.previous_hit()
    assert not child(shown, QToolButton, "preview-next-hit").isEnabled()


def test_a_search_goes_on_in_a_new_proof(qtbot: QtBot, press: Press, shown: PreviewPane) -> None:
    """The words are looked for again, and the same hit stays the current one."""
    search(shown).setText("Kamyshin")
    qtbot.waitUntil(lambda: shown.preview.hits.known)
    shown.next_hit()
    press.print(proof_of_seeds("uk"))
    hits = len(proof_of_seeds("uk").find("Kamyshin"))
    qtbot.waitUntil(lambda: EN.text("window.preview.hits", hit=2, hits=hits) in said(shown))


def test_enter_right_after_typing_looks_for_what_was_typed(qtbot: QtBot, shown: PreviewPane) -> None:
    """Enter does not go on in the hits of the words before."""
    field = search(shown)
    field.setFocus()
    QTest.keyClicks(field, "NATO")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.preview.hits.words == "NATO"
    assert shown.preview.hits.current == 0
    settle(qtbot, shown)


def test_the_find_key_goes_to_the_search(qtbot: QtBot, shown: PreviewPane) -> None:
    """From the pages and from the field of the page number."""
    for start in (shown.pages, child(shown, QSpinBox, "preview-page")):
        start.setFocus()
        QTest.keyClick(start, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert search(shown).hasFocus()
    qtbot.wait(1)


# Words and room


def test_every_word_changes_with_the_language(shown: PreviewPane) -> None:
    """No English is left in the Ukrainian pane, and no key in any."""
    for locale in ("de", "es", "fr", "pl", "pt_BR", "uk"):
        says = interface(locale)
        shown.retranslate(says)
        words = [*said(shown), shown.pages.accessibleName(), shown.pages.accessibleDescription()]
        for widget in shown.findChildren(QWidget):
            words += [widget.toolTip(), widget.accessibleName()]
        assert not [word for word in words if word.startswith("window.")]
        assert EN.text("window.preview.title") not in words
        assert child(shown, QToolButton, "preview-zoom-in").toolTip() == says.text("window.preview.zoom-in")


def test_a_narrow_pane_folds_its_strip(qtbot: QtBot, shown: PreviewPane) -> None:
    """The search gets a row of its own, and nothing is cut off."""
    shown.resize(760, 600)
    assert shown.bar.height() < 60
    shown.resize(shown.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: search(shown).width() >= search(shown).minimumSizeHint().width())
    assert shown.bar.height() > 60
    assert shown.width() < 420
    for part in shown.bar.findChildren(QWidget):
        if part.isVisible():
            assert shown.bar.rect().contains(QRect(part.mapTo(shown.bar, QPoint()), part.size()))


def test_two_hundred_pages_scroll_and_are_pictured_where_one_looks(
    qtbot: QtBot, press: Press, pane: PreviewPane
) -> None:
    """A long brief asks for what is in view alone, however far one jumps, and ends at its end."""
    press.print(proof_of_seeds(times=20))
    assert len(pane.preview.pages) >= 200
    press.holds = True
    for page in range(0, 200, 10):
        pane.pages.go_to(page)
    assert len(press.asked) <= 4
    press.go_on()
    pane.pages.go_to(150)
    settle(qtbot, pane)
    assert len(press.asked) <= 8
    assert {page for page, _ in press.asked[-3:]} <= {149, 150, 151, 152}
    tops = [pane.pages.desk.frame(page)[1] for page in range(200)]
    assert all(later > earlier for earlier, later in pairwise(tops))


def test_while_articles_are_read_the_pane_says_so(pane: PreviewPane) -> None:
    """Whoever has just dropped articles is not told to add one."""
    heading = child(pane, QLabel, "empty-heading")
    assert isinstance(heading, QLabel)
    before = heading.text()
    pane.reading(busy=True)
    assert heading.text() == EN.text("window.preview.reading") != before
    pane.reading(busy=False)
    assert heading.text() == before
