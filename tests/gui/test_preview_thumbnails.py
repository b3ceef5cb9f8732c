"""The strip of thumbnails: a model that keeps Qt's rules, and a list to click and to walk through."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefing.locale.interface import Interface
from briefing_gui.messages import Pictured, Proofed
from briefing_gui.models.thumbnails import PICTURE, ThumbnailModel
from briefing_gui.presenters.pictures import Viewer
from briefing_gui.presenters.preview import Preview
from briefing_gui.presenters.session import Session
from briefing_gui.views.preview import PreviewPane
from briefing_gui.views.thumbnails import WIDTH
from tests.gui.proofs import NoHistory, Press, proof_of_seeds

EN = Interface(locale="en")


@pytest.fixture
def press() -> Press:
    """A press that nobody has asked for anything."""
    return Press()


@pytest.fixture
def pane(qtbot: QtBot, press: Press) -> PreviewPane:
    """A pane with thumbnails and a brief of some 30 pages."""
    pane = PreviewPane(Session(NoHistory()), press, EN)  # type: ignore[arg-type] # it answers like `Work`
    qtbot.addWidget(pane)
    press.proofed.connect(pane.show_proof)
    press.pictured.connect(pane.show_picture)
    pane.resize(700, 700)
    pane.show()
    qtbot.waitExposed(pane)
    press.print(proof_of_seeds(times=3))
    pane.toggle_thumbnails()
    qtbot.waitUntil(lambda: not pane.preview.pictures.waiting)
    return pane


def proofed(number: int, pages: int) -> Proofed:
    """A proof of so many pages."""
    return Proofed(number=number, pages=((595.28, 841.89),) * pages, places=(), notices=())


def test_the_model_keeps_the_rules_while_pages_come_and_go(qtmodeltester: ModelTester) -> None:
    """Growing, shrinking, empty: Qt's own model test finds nothing."""
    preview = Preview()
    model = ThumbnailModel(preview, EN)
    qtmodeltester.check(model)
    for number, pages in enumerate((3, 11, 0, 5, 2)):
        preview.take_proof(proofed(number, pages))
        model.renew()
        qtmodeltester.check(model)
        assert model.rowCount() == pages
        assert model.rowCount(model.index(0)) == (0 if pages else pages)
    model.retranslate(Interface(locale="uk"))
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == Interface(locale="uk").text(
        "window.preview.page-of", page=2, pages=2
    )
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None


def test_a_picture_that_comes_changes_its_row_alone(qtbot: QtBot) -> None:
    """The view repaints one thumbnail, not all."""
    preview = Preview()
    preview.take_proof(proofed(1, 4))
    model = ThumbnailModel(preview, EN)
    preview.pictures.want(Viewer.THUMBNAILS, [(2, model.scale)])
    preview.pictures.ask()
    picture = Pictured(number=1, page=2, scale=model.scale, width=1, height=1, stride=4, data=bytes(4))
    preview.take_picture(picture)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.pictured(2)
    assert [index.row() for index in told.args[:2]] == [2, 2]
    assert model.data(model.index(2), PICTURE) is picture
    assert model.data(model.index(1), PICTURE) is None


def test_only_thumbnails_in_view_are_pictured(qtbot: QtBot, press: Press, pane: PreviewPane) -> None:
    """A long strip asks for the few that are seen, and for the others when they are."""
    small = {page for page, scale in press.asked if scale < 0.3}
    assert 2 <= len(small) < 10
    assert max(small) < 10
    pane.thumbnails.verticalScrollBar().setValue(pane.thumbnails.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: (len(pane.preview.pages) - 1, pane.thumbnails._model.scale) in press.asked)
    qtbot.waitUntil(lambda: not pane.preview.pictures.waiting)


def test_a_click_goes_to_the_page(pane: PreviewPane) -> None:
    """The third thumbnail, clicked."""
    rect = pane.thumbnails.visualRect(pane.thumbnails.model().index(2, 0))
    QTest.mouseClick(pane.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert pane.pages.page == 2
    assert pane.pages.frame_of(2).top() == 8


def test_keys_go_from_page_to_page(pane: PreviewPane) -> None:
    """Down, down, up; End."""
    pane.thumbnails.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(pane.thumbnails, key)
    assert pane.pages.page == 1
    QTest.keyClick(pane.thumbnails, Qt.Key.Key_End)
    assert pane.pages.page == len(pane.preview.pages) - 1


def test_the_page_in_view_is_marked_and_seen_in_the_strip(qtbot: QtBot, pane: PreviewPane) -> None:
    """Scrolling the pages moves the mark, and the strip with it; the pages do not jump."""
    pane.pages.go_to(20)
    at = pane.pages.origin()
    assert pane.thumbnails.currentIndex().row() == 20
    assert pane.thumbnails.viewport().rect().intersects(pane.thumbnails.visualRect(pane.thumbnails.currentIndex()))
    assert pane.pages.origin() == at
    qtbot.waitUntil(lambda: not pane.preview.pictures.waiting)


def test_pages_of_unlike_sizes_keep_their_shape(pane: PreviewPane, press: Press) -> None:
    """A page that lies on its side is as wide as the strip has it, and lower."""
    proof = pane.preview.proof
    assert proof is not None
    wide, high = proof.pages[0]
    press.showing += 1
    pane.show_proof(replace(proof, number=press.showing, pages=((wide, high), (high, wide)), places=()))
    index = pane.thumbnails.model().index(0, 0)
    upright = pane.thumbnails.visualRect(index).height()
    turned = pane.thumbnails.visualRect(index.siblingAtRow(1)).height()
    assert upright - turned == round(WIDTH / high * high) - round(WIDTH / high * wide)
    assert pane.thumbnails.indexAt(QPoint(5, upright + 5)).row() == 1


def test_hidden_thumbnails_want_nothing(qtbot: QtBot, press: Press, pane: PreviewPane) -> None:
    """Closing the strip is told, and from then on only pages are asked for."""
    with qtbot.waitSignal(pane.thumbnails_toggled) as told:
        pane.toggle_thumbnails()
    assert told.args == [False]
    asked = len(press.asked)
    press.print(proof_of_seeds())
    qtbot.waitUntil(lambda: not pane.preview.pictures.waiting)
    assert all(scale > 0.3 for _, scale in press.asked[asked:])
