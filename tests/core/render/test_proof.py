"""The proof: pages as pixels, and where facts and words stand on them, told by an independent reader of the file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from pypdfium2 import raw

from briefing.model.manuscript import (
    Block,
    Furniture,
    Heading,
    Listing,
    Manuscript,
    Paragraph,
    Properties,
    Quotation,
    Run,
    Runs,
    Table,
)
from briefing.render.pdf.proof import Area, Proof
from briefing.render.pdf.reading import _mark
from briefing.render.pdf.writer import PdfRenderer
from tests.core.render.strategies import manuscripts

_LONG = "We will go on with what we have begun, together with all who want to take part in it. "


def words(text: str, fact: str | None = None) -> Runs:
    """One plain run."""
    return (Run(text=text, fact=fact),)


def brief(*blocks: Block) -> Manuscript:
    """A manuscript of the blocks and nothing else."""
    return Manuscript(language="en", paper="A4", blocks=blocks, properties=Properties(title="A brief"))


def proof(*blocks: Block) -> Proof:
    """The proof of the blocks."""
    return PdfRenderer().proof(brief(*blocks))


def letters(printed: Proof) -> Iterator[tuple[int, str, str | None, Area]]:
    """Each letter as PDFium sees it: its page, itself, the fact it is marked with, and where its ink is."""
    document = pypdfium2.PdfDocument(printed.data)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            item = raw.FPDFText_GetTextObject(text, index)
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            if not item or letter.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            mark, _ = _mark(item, raw)
            left, bottom, right, top = text.get_charbox(index)
            if right - left > 0.01:
                height = printed.pages[number][1]
                yield number, letter, mark.fact if mark else None, (left, height - top, right, height - bottom)
    document.close()


def middle(area: Area) -> tuple[float, float]:
    """The middle of an area."""
    return (area[0] + area[2]) / 2, (area[1] + area[3]) / 2


def within(area: Area, place: tuple[float, float]) -> bool:
    """Whether a place lies in an area."""
    return area[0] <= place[0] <= area[2] and area[1] <= place[1] <= area[3]


def inside(printed: Proof, page: int, areas: tuple[Area, ...]) -> str:
    """The letters whose middle lies in one of the areas of a page."""
    return "".join(
        letter
        for number, letter, _, ink in letters(printed)
        if number == page and any(within(area, middle(ink)) for area in areas)
    )


def rich() -> Manuscript:
    """Facts in paragraphs, quotations, lists and tables, side by side, over lines and over pages."""
    rows = tuple(
        (words(f"Somebody {number}", f"who-{number}"), words(f"{number} {_LONG}", f"what-{number}"), words("[1]"))
        for number in range(60)
    )
    return brief(
        Heading(level=1, runs=words("First")),
        Paragraph(runs=(*words("One ", "a"), *words("two ", "b"), *words("and "), *words("three", "a"))),
        Quotation(words=(*words("“"), *words(_LONG * 3, "quote"), *words("”")), attribution=words("A. Speaker")),
        Listing(items=(words(_LONG * 2, "item"), words("no fact"))),
        Heading(level=2, runs=words("Second"), anchor="second"),
        Table(header=(words("Who"), words("What"), words("Ref.")), rows=rows, widths=(2, 3, 1)),
    )


def check(printed: Proof) -> int:
    """Asserts that each letter of a fact stands in a spot of that fact and of no other; the number of letters."""
    count = 0
    for page, letter, fact, ink in letters(printed):
        found = {spot.fact for spot in printed.spots if spot.page == page and within(spot.box, middle(ink))}
        assert found == (set() if fact is None else {fact}), (page, letter, ink)
        count += fact is not None
    return count


def test_each_letter_of_a_fact_stands_in_its_spot_and_in_no_other() -> None:
    """Whatever the block, at every line and page end."""
    printed = PdfRenderer().proof(rich())
    assert len(printed.pages) > 2
    assert check(printed) > 1_000


def test_right_to_left_facts_stand_where_they_are_painted() -> None:
    """The type area is mirrored, Hebrew runs to the left, and Latin words inside it to the right."""
    mixed = (*words("שלום עולם ", "he"), *words("Dmytro Kuleba 250 ", "la"), *words("שלום שוב", "again"))
    table = Table(header=(words("א"), words("ב")), rows=((mixed, words("שלום " * 30, "cell")),), widths=(1, 1))
    manuscript = replace(brief(Paragraph(runs=mixed), table), right_to_left=True, language="he")
    printed = PdfRenderer().proof(manuscript)
    assert {spot.fact for spot in printed.spots} == {"he", "la", "again", "cell"}
    assert check(printed) > 100
    first = {spot.fact: spot.box for spot in reversed(printed.spots)}
    assert first["he"][0] > first["la"][0] > first["again"][0]
    cell = [spot.box[2] for spot in printed.spots if spot.fact == "cell"]
    assert len(cell) > 1
    assert cell == pytest.approx([printed.pages[0][0] / 2 - 5] * len(cell)), "half the gutter from the middle"


def test_facts_side_by_side_have_one_spot_each_and_a_fact_in_two_places_has_two() -> None:
    """What stands between is in neither."""
    runs = (*words("One ", "a"), *words("two ", "b"), *words("and "), *words("three", "a"))
    first, second, third = proof(Paragraph(runs=runs)).spots
    assert [first.fact, second.fact, third.fact] == ["a", "b", "a"]
    assert first.box[2] == pytest.approx(second.box[0])
    assert third.box[0] - second.box[2] > 15


def test_the_lines_of_a_fact_touch_and_do_not_overlap() -> None:
    """One spot a line, each as wide as its words."""
    spots = proof(Paragraph(runs=words(_LONG * 4, "long"))).spots
    assert len(spots) >= 4
    for above, below in pairwise(spots):
        assert above.box[3] == pytest.approx(below.box[1])
    assert spots[-1].box[2] < spots[0].box[2]


def test_a_repeated_header_is_a_spot_on_every_page_and_found_once() -> None:
    """The eye meets it again, and the words are there once."""
    rows = tuple((words(f"row {number}"),) for number in range(120))
    printed = proof(Table(header=(words("Header", "head"),), rows=rows, widths=(1,)))
    assert [spot.page for spot in printed.spots] == list(range(len(printed.pages)))
    assert len(printed.pages) > 1
    for spot in printed.spots:
        assert inside(printed, spot.page, (spot.box,)) == "Header"
    [hit] = printed.find("header")
    assert hit.page == 0


def test_words_are_found_across_line_ends_whatever_the_case() -> None:
    """A hit has an area for each line it is on, and they hold these words and no others."""
    printed = proof(Paragraph(runs=words("filler " * 14 + "the Cabinet of Ministers of Ukraine " + "filler " * 30)))
    [hit] = printed.find("  the cabinet of\nMINISTERS  of ukraine ")
    assert len(hit.boxes) == 2
    assert inside(printed, hit.page, hit.boxes) == "theCabinetofMinistersofUkraine"


def test_words_divided_at_a_line_end_are_found_whole() -> None:
    """The hyphen that the typesetter put in is no letter."""
    printed = proof(Table(header=(words("internationalisation"), words("x")), rows=(), widths=(1, 8)))
    [hit] = printed.find("internationalisation")
    assert len(hit.boxes) > 1
    assert inside(printed, 0, hit.boxes).replace("\x02", "") == "internationalisation"


def test_words_that_go_on_overleaf_are_found_on_both_pages() -> None:
    """The hit begins on the first page, and what is on the second is told apart."""
    lines = "\n".join(f"line {number}" for number in range(200))
    printed = proof(Paragraph(runs=words(lines)))
    across = [hit for number in range(199) for hit in printed.find(f"line {number} line {number + 1}") if hit.overleaf]
    assert len(across) == len(printed.pages) - 1
    first = across[0]
    found = inside(printed, first.page, first.boxes), inside(printed, first.page + 1, first.overleaf)
    assert found[1] == f"line{int(found[0].removeprefix('line')) + 1}"


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("об’єднання", "об'єднання"),
        ("“Stay”", '"stay"'),
        ("2023–2024", "2023-2024"),
        ("i\u0308з й", "ïз и\u0306"),
        ("Straße", "STRASSE"),
        ("and so on…", "on..."),
        ("7\u00a0%", "7 %"),
        ("שלום", "לום"),
        ("(a+b)*", "(A+B)*"),
    ],
)
def test_what_is_typed_plainly_finds_what_is_printed_well(printed: str, typed: str) -> None:
    """Case, typographic marks and compatible forms make no difference; nothing typed is a pattern."""
    assert len(proof(Paragraph(runs=words(f"before {printed} after"))).find(typed)) == 1


def test_what_runs_to_the_left_is_found_from_its_right() -> None:
    """The end of a Hebrew word stands at its left, and figures beside it run as ever.

    Figures and letters of one width, because PDFium spreads what a stretch says evenly over where it stands.
    """
    runs = words("123456 שלום 7890")
    for right_to_left in (False, True):
        printed = PdfRenderer().proof(replace(brief(Paragraph(runs=runs)), right_to_left=right_to_left))
        for query in ("לום", "של", "3456", "78"):
            [hit] = printed.find(query)
            assert set(inside(printed, 0, hit.boxes)) == set(query)


def test_part_of_a_letter_that_folds_into_several_is_found_whole() -> None:
    """One dot finds the ellipsis, and its area is that of the ellipsis."""
    printed = proof(Paragraph(runs=words("a…b")))
    hit = printed.find(".")[0]
    assert inside(printed, 0, hit.boxes) == "…"


def test_words_of_two_paragraphs_or_of_the_edges_are_no_hit() -> None:
    """What is looked for is the brief's own words, paragraph by paragraph."""
    manuscript = replace(
        brief(Paragraph(runs=words("one")), Paragraph(runs=words("two"))), furniture=Furniture(header="edge")
    )
    printed = PdfRenderer().proof(manuscript)
    assert [len(printed.find(query)) for query in ("one", "two", "one two", "onetwo", "edge", "", " \n")] == [
        1, 1, 0, 0, 0, 0, 0,
    ]  # fmt: skip


def test_the_outline_tells_where_the_headings_stand() -> None:
    """Titles, levels and heights, from the top of the page."""
    printed = PdfRenderer().proof(rich())
    first, second = printed.outline
    assert (first.title, first.level, first.page) == ("First", 0, 0)
    assert (second.title, second.level, second.anchor) == ("Second", 1, "second")
    assert first.top == pytest.approx(62, abs=1)
    [hit] = printed.find("Second")
    assert hit.page == second.page
    assert hit.boxes[0][1] == pytest.approx(second.top)


def test_who_only_names_its_records_loads_no_library() -> None:
    """The window knows spots and pixels, and neither reportlab nor PDFium."""
    script = "import sys, briefing.render.pdf.proof; print({'reportlab', 'pypdfium2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_file_is_the_one_that_render_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked at is what is printed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert PdfRenderer().proof(rich()).data == PdfRenderer().render(rich())


def test_an_image_is_the_page_in_pixels() -> None:
    """As wide as the page times the scale, white at its edge, opaque, and inked where a fact stands."""
    with proof(Paragraph(runs=words("WWWW", "w"))) as printed:
        image = printed.image(0, 2.0)
        assert (image.width, image.height, image.stride) == (1191, 1684, 1191 * 4)
        assert len(image.data) == image.stride * image.height
        assert set(image.data[3::4]) == {255}
        assert image.data[:4] == b"\xff" * 4
        left, top, right, bottom = (round(value * 2) for value in printed.spots[0].box)
        left, right = left - 1, right + 1  # a slanted stroke may lean out of its letter
        rows = [image.data[y * image.stride + left * 4 : y * image.stride + right * 4] for y in range(top, bottom)]
        assert min(map(min, rows)) < 80
        frame = image.data[: image.stride * 1500]  # above the foot of the page
        assert len(frame) - frame.count(b"\xff") == sum(len(row) - row.count(b"\xff") for row in rows)


def test_an_image_is_of_a_size_that_memory_holds() -> None:
    """A scale beyond all screens gives fewer pixels, the least gives one."""
    with proof(Paragraph(runs=words("W"))) as printed:
        large, small = printed.image(0, 1e6), printed.image(0, 1e-9)
    assert 30_000_000 < large.width * large.height < 33_000_000
    assert (small.width, small.height) == (1, 1)


def test_what_cannot_be_shown_is_refused() -> None:
    """A page that there is not, a scale that is none, and a proof that is closed."""
    printed = proof()
    for page in (-1, 1):
        with pytest.raises(IndexError):
            printed.image(page, 1)
    for scale in (0, -1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match=str(scale)):
            printed.image(0, scale)
    printed.close()
    printed.close()
    with pytest.raises(ValueError, match="closed"):
        printed.image(0, 1)
    assert (printed.spots, printed.find("x")) == ((), ())


@pytest.mark.slow
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(manuscripts())
def test_any_manuscript_has_spots_on_its_pages_that_do_not_overlap(manuscript: Manuscript) -> None:
    """Whatever the words: every spot has an area on the paper's page, and no two on a page share any of it."""
    printed = PdfRenderer().proof(manuscript)
    for number, spot in enumerate(printed.spots):
        left, top, right, bottom = spot.box
        assert left < right
        assert top < bottom
        assert 0 <= spot.page < len(printed.pages)
        for other in printed.spots[number + 1 :]:
            if other.page == spot.page:
                apart = (
                    min(right, other.box[2]) - max(left, other.box[0]),
                    min(bottom, other.box[3]) - max(top, other.box[1]),
                )
                assert min(apart) < 0.01, (spot, other)
