"""What the preview knows, without a window: sizes, places, pictures, hits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_gui.messages import Looked, Pictured, Place, Proofed
from briefing_gui.presenters.desk import GAP, MARGIN, Desk, Spot, fitting
from briefing_gui.presenters.pictures import Pictures, Viewer
from briefing_gui.presenters.places import Places
from briefing_gui.presenters.preview import Hits, Preview
from briefing_gui.presenters.zoom import LARGEST, SMALLEST, Fit, Zoom

A4 = (595.28, 841.89)
SIZES = st.lists(st.tuples(st.floats(72, 2000), st.floats(72, 2000)), min_size=1, max_size=30)


def proofed(number: int, pages: int = 3, places: tuple[Place, ...] = ()) -> Proofed:
    """A proof of some A4 pages."""
    return Proofed(number=number, pages=(A4,) * pages, places=places, notices=())


def pictured(number: int, page: int, scale: float, size: int = 4) -> Pictured:
    """A picture of so many bytes."""
    return Pictured(number=number, page=page, scale=scale, width=1, height=1, stride=4, data=bytes(size))


def hit(page: int, top: float = 0.0) -> Place:
    """A place where words stand."""
    return Place(page=page, box=(10.0, top, 40.0, top + 12))


# Sizes


def test_steps_go_through_all_sizes_and_end() -> None:
    """Zooming in from the smallest comes to the largest and stays, and back."""
    zoom = Zoom().at(SMALLEST)
    factors = [zoom.factor]
    while zoom.larger() != zoom:
        zoom = zoom.larger()
        factors.append(zoom.factor)
    assert factors == sorted(set(factors))
    assert factors[-1] == LARGEST
    back = [zoom.factor]
    while zoom.smaller() != zoom:
        zoom = zoom.smaller()
        back.append(zoom.factor)
    assert back == factors[::-1]


def test_a_step_from_a_fitted_size_is_a_chosen_one() -> None:
    """Zooming in while the width is fitted leaves the fitting."""
    fitted = Zoom(fit=Fit.WIDTH).fitted(0.871)
    assert fitted.larger() == Zoom(fit=None, factor=0.9)
    assert fitted.smaller() == Zoom(fit=None, factor=0.75)


@given(st.floats(0, 1e9), st.floats(1e-9, 1e9))
def test_no_size_is_out_of_bounds(factor: float, by: float) -> None:
    """Whatever is asked for, pages stay between a quarter and four times their size."""
    assert SMALLEST <= Zoom().at(factor).times(by).factor <= LARGEST


# The desk


def test_pages_lie_one_below_the_other_in_the_middle() -> None:
    """A wider page pushes the margin out, and each page follows the one before by the gap."""
    desk = Desk([(100.0, 200.0), (300.0, 50.0)], 2.0, 400)
    assert desk.width == 600 + 2 * MARGIN
    assert desk.frame(0) == (desk.width // 2 - 100, MARGIN, 200, 400)
    assert desk.frame(1) == (MARGIN, MARGIN + 400 + GAP, 600, 100)
    assert desk.height == MARGIN + 400 + GAP + 100 + MARGIN


@given(SIZES, st.floats(0.2, 4), st.integers(0, 2000))
def test_what_is_seen_is_what_lies_there(pages: list[tuple[float, float]], scale: float, width: int) -> None:
    """For any stretch of the desk, exactly the pages that overlap it are seen."""
    desk = Desk(pages, scale, width)
    for top in range(0, desk.height, max(desk.height // 7, 1)):
        bottom = top + 300
        frames = [(page, desk.frame(page)) for page in range(len(pages))]
        overlapping = [page for page, (_, y, _, high) in frames if y < bottom and y + high > top]
        assert list(desk.between(top, bottom)) == overlapping


@given(SIZES, st.floats(0.2, 4), st.floats(0, 1), st.floats(0, 1))
def test_a_place_is_found_again(pages: list[tuple[float, float]], scale: float, across: float, down: float) -> None:
    """From a point of the desk to a point of a page and back is where it began."""
    desk = Desk(pages, scale, 500)
    x, y = across * desk.width, down * desk.height
    again = desk.place(desk.spot(x, y))
    assert again == pytest.approx((x, y), abs=1e-6)


def test_the_page_of_which_most_is_seen_is_the_current_one() -> None:
    """A sliver of the page before does not count, and an empty desk has no pages."""
    desk = Desk([A4, A4, A4], 1.0, 700)
    _, top, _, _ = desk.frame(1)
    assert desk.current(top - 60, top + 500) == 1
    assert desk.current(0, 100) == 0
    assert Desk([], 1.0, 700).between(0, 100) == range(0)


def test_beside_the_pages_there_is_nothing() -> None:
    """Gap, margin and an empty desk hold no point of a page."""
    desk = Desk([A4, A4], 1.0, 700)
    left, top, wide, high = desk.frame(0)
    assert desk.on_page(left, top) == Spot(0, 0.0, 0.0)
    assert desk.on_page(left - 1, top + 5) is None
    assert desk.on_page(left + wide, top + 5) is None
    assert desk.on_page(left + 5, top + high + GAP // 2) is None
    assert Desk([], 1.0, 700).on_page(5, 5) is None


def test_fitting_leaves_the_margin() -> None:
    """The widest page fills the view but for its margins; a whole page fits in both directions."""
    scale = fitting([A4, (900.0, 400.0)], (932, 500), Fit.WIDTH)
    assert scale * 900 == pytest.approx(932 - 2 * MARGIN)
    whole = fitting([A4], (932, 500), Fit.PAGE)
    assert whole * A4[1] == pytest.approx(500 - 2 * MARGIN)
    assert fitting([], (932, 500), Fit.PAGE) == 1.0


# Places


def test_a_point_leads_to_its_fact_and_a_fact_to_its_lines() -> None:
    """Inside its box, a little beside it, and not on another page."""
    first = Place(page=0, box=(100, 100, 200, 112), fact="a")
    second = Place(page=0, box=(90, 112, 150, 124), fact="a")
    other = Place(page=0, box=(200, 100, 300, 112), fact="b")
    places = Places((first, second, other, Place(page=0, box=(0, 0, 600, 800))))
    assert places.at(0, 150, 105) == "a"
    assert places.at(0, 199.5, 105) == "a"
    assert places.at(0, 200.5, 105) == "b"
    assert places.at(0, 98.5, 105) == "a"
    assert places.at(0, 97, 105) is None
    assert places.at(1, 150, 105) is None
    assert places.of("a") == (first, second)
    assert places.of(None) == places.of("unknown") == ()


# Pictures


def test_only_a_few_pictures_are_asked_for_at_a_time() -> None:
    """The press gets two errands; the next follows when one is answered."""
    pictures = Pictures()
    pictures.turn(1)
    pictures.want(Viewer.PAGES, [(page, 1.0) for page in range(10)])
    assert [pictures.ask(), pictures.ask(), pictures.ask()] == [(0, 1.0), (1, 1.0), None]
    assert pictures.take(pictured(1, 0, 1.0))
    assert pictures.ask() == (2, 1.0)


def test_the_latest_wish_comes_next_and_pages_before_thumbnails() -> None:
    """Whoever scrolls on does not wait for what was wanted before."""
    pictures = Pictures()
    pictures.turn(1)
    pictures.want(Viewer.THUMBNAILS, [(page, 0.1) for page in range(10)])
    assert [pictures.ask(), pictures.ask()] == [(0, 0.1), (1, 0.1)]
    pictures.want(Viewer.PAGES, [(0, 1.0)])
    pictures.want(Viewer.PAGES, [(70, 1.0)])
    pictures.take(pictured(1, 0, 0.1))
    assert pictures.ask() == (70, 1.0)
    pictures.take(pictured(1, 1, 0.1))
    assert pictures.ask() == (2, 0.1)


def test_a_page_is_seen_as_it_was_until_its_picture_has_come() -> None:
    """The picture of the proof before stands in, and goes when the new one is there."""
    pictures = Pictures()
    pictures.turn(1)
    pictures.want(Viewer.PAGES, [(0, 1.0)])
    pictures.ask()
    old = pictured(1, 0, 1.0)
    pictures.take(old)
    pictures.turn(2)
    assert pictures.best(0, 1.0) is old
    pictures.want(Viewer.PAGES, [(0, 1.0)])
    assert pictures.ask() == (0, 1.0)
    assert not pictures.take(pictured(1, 0, 1.0)), "an answer to the proof before"
    new = pictured(2, 0, 1.0)
    assert pictures.take(new)
    assert pictures.best(0, 1.0) is new
    assert pictures.kept == 4


def test_a_thumbnail_does_not_drive_out_the_page_and_stands_in_where_there_is_nothing_else() -> None:
    """A small picture of the new proof leaves the large one of the old in place until the new large one comes."""
    pictures = Pictures()
    pictures.turn(1)
    pictures.want(Viewer.PAGES, [(0, 1.0)])
    pictures.ask()
    large = pictured(1, 0, 1.0)
    pictures.take(large)
    pictures.turn(2)
    pictures.want(Viewer.THUMBNAILS, [(0, 0.1), (1, 0.1)])
    assert [pictures.ask(), pictures.ask()] == [(0, 0.1), (1, 0.1)]
    small = [pictured(2, page, 0.1) for page in (0, 1)]
    assert all(map(pictures.take, small))
    assert pictures.best(0, 1.0) is large
    assert pictures.best(1, 1.0) is small[1]
    assert pictures.best(2, 1.0) is None


def test_pictures_stay_within_their_budget_but_for_what_is_wanted() -> None:
    """Pages that nobody looks at go, the oldest first; those in view stay however large they are."""
    pictures = Pictures(budget=300)
    pictures.turn(1)
    for page in range(10):
        pictures.want(Viewer.PAGES, [(page, 1.0)])
        pictures.ask()
        pictures.take(pictured(1, page, 1.0, 100))
    assert pictures.kept <= 300
    assert pictures.best(9, 1.0) is not None
    assert pictures.best(0, 1.0) is None
    pictures.want(Viewer.PAGES, [(page, 1.0) for page in range(9, 4, -1)])
    while (wish := pictures.ask()) is not None:
        pictures.take(pictured(1, wish[0], 1.0, 100))
    assert [pictures.best(page, 1.0) is not None for page in range(5, 10)] == [True] * 5


def test_a_picture_that_fails_is_tried_once_more_and_then_left() -> None:
    """A page that cannot be pictured does not keep the press busy for ever, nor the other pages waiting."""
    pictures = Pictures()
    pictures.turn(1)
    pictures.want(Viewer.PAGES, [(0, 1.0)])
    for _ in range(2):
        assert pictures.ask() == (0, 1.0)
        pictures.fail()
    assert pictures.ask() is None
    pictures.want(Viewer.PAGES, [(0, 1.0), (1, 1.0)])
    assert pictures.ask() == (1, 1.0)


def test_a_restarted_press_is_asked_again() -> None:
    """What was on its way when it ended does not count as a failure."""
    pictures = Pictures()
    pictures.turn(1)
    pictures.want(Viewer.PAGES, [(0, 1.0)])
    for _ in range(5):
        assert pictures.ask() == (0, 1.0)
        assert pictures.waiting
        pictures.restart()


# Words looked for


def test_the_first_hit_is_the_one_at_hand_and_the_next_goes_round() -> None:
    """Looking from page two on, the hit there is the current one."""
    preview = Preview()
    preview.take_proof(proofed(1))
    assert preview.look(" peace ")
    assert preview.take_hits(Looked(number=1, words="peace", places=(hit(0), hit(1), hit(2))), page=1)
    assert preview.hits.current == 1
    assert [preview.hits.moved(by).current for by in (1, 2, -1, -2)] == [2, 0, 0, 2]


def test_answers_to_other_words_and_other_proofs_do_not_count() -> None:
    """Whoever types on sees no hits of half a word."""
    preview = Preview()
    preview.take_proof(proofed(2))
    preview.look("peace")
    assert not preview.take_hits(Looked(number=2, words="pea", places=(hit(0),)), page=0)
    assert not preview.take_hits(Looked(number=1, words="peace", places=(hit(0),)), page=0)
    assert not preview.hits.known
    assert not preview.look("peace")
    assert not preview.look("  ")
    assert preview.hits.words == ""


def test_the_current_hit_stays_over_another_proof() -> None:
    """The same words keep their number, as far as there are as many; places on pages that are gone are none."""
    preview = Preview()
    preview.take_proof(proofed(1))
    preview.look("peace")
    preview.take_hits(Looked(number=1, words="peace", places=(hit(0), hit(1), hit(2))), page=0)
    preview.hits = preview.hits.moved(2)
    preview.take_proof(proofed(2, pages=2))
    assert preview.hits.current == 1
    assert preview.take_hits(Looked(number=2, words="peace", places=(hit(0), hit(9))), page=0)
    assert preview.hits == Hits(words="peace", places=(hit(0),), current=0, known=True)
    assert preview.take_hits(Looked(number=2, words="peace", places=()), page=0)
    none = preview.hits
    assert none.current is None
    assert none.place is None
    assert none.moved(1) == none


def test_no_picture_is_larger_than_a_display_can_use() -> None:
    """A page at 400 % on a dense display is asked for with fewer pixels, not with 200 million bytes."""
    preview = Preview()
    preview.take_proof(proofed(1))
    scale = preview.picture_scale(0, 4 * 96 / 72 * 3)
    assert scale * A4[0] * scale * A4[1] <= 16_000_000 * 1.001
    assert preview.picture_scale(0, 1.5) == 1.5


def test_clearing_leaves_nothing_but_the_size() -> None:
    """Another brief shows nothing of the one before."""
    preview = Preview()
    preview.take_proof(proofed(1, places=(Place(page=0, box=(0, 0, 9, 9), fact="a"),)))
    preview.zoom, preview.marked = Zoom().at(2.0), "a"
    preview.look("peace")
    preview.pictures.want(Viewer.PAGES, [(0, 1.0)])
    preview.pictures.ask()
    preview.take_picture(pictured(1, 0, 1.0))
    preview.clear()
    assert preview.number is None
    assert not preview.pages
    assert not preview.marked
    assert not preview.hits.words
    assert preview.pictures.best(0, 1.0) is None
    assert preview.zoom.factor == 2.0
