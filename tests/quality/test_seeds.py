"""How much of the key to the two sample articles the whole path finds: floors that cannot sink unseen."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from briefing.app import Work, compose, records
from briefing.resources import shipped

Record = Mapping[str, Any]

KEY_FILE = Path(__file__).with_name("seeds.json")
# A changed key is a changed measure: whoever changes it must look at the floors again.
KEY_SHA256 = "e368f310f2099e490718fa17dee1ef27481e589b2cb0be4910afdc6ca6302b11"
KEY = {article["file"]: article for article in json.loads(KEY_FILE.read_text(encoding="utf-8"))["articles"]}
COUNTRIES = {"Ukraine": "UA", "United States": "US"}

FLOORS = {
    "attendees with mode": (21, 19),
    "roles": (16, 15),  # "U.S. President", where the key has "President"
    "countries": (14, 14),
    "quotations with speaker": (16, 16),
    "commitments with kind": (8, 8),
    "commitments with actor, amount, deadline": (8, 7),
}


def _work() -> Work:
    return Work(wording=lambda notice: notice.code, stdin=lambda: b"")


@pytest.fixture(scope="module")
def found() -> dict[str, Record]:
    """The record of each sample article by itself, by file name."""
    outcomes = records([str(shipped("seeds"))], True, _work())
    return {Path(one.value["articles"][0]["path"]).name: one.value for one in outcomes if one.value is not None}


@pytest.fixture(scope="module")
def scores(found: dict[str, Record]) -> Counter[str]:
    """How many of each kind are right, over both articles."""
    return sum((_score(KEY[name], record, _text(name)) for name, record in found.items()), Counter())


def test_the_key_is_the_one_that_the_floors_were_set_on() -> None:
    """The floors hold for this key and no other."""
    assert hashlib.sha256(KEY_FILE.read_bytes()).hexdigest() == KEY_SHA256


@pytest.mark.parametrize("figure", FLOORS)
def test_a_figure_does_not_sink(figure: str, scores: Counter[str]) -> None:
    """Each figure stays at or above its floor."""
    of, floor = FLOORS[figure]
    assert scores[f"all {figure}"] == of
    assert scores[figure] >= floor, f"{figure}: {scores[figure]} of {of}"


def test_titles_dates_languages_and_bodies_are_as_keyed(found: dict[str, Record]) -> None:
    """What an article is: its title, outlet, date, language, and where its body begins and ends."""
    for name, key in KEY.items():
        (article,) = found[name]["articles"]
        text = _text(name)
        assert article["title"] == key["title"]
        assert article["outlet"] in key["outlet"]
        assert article["published"] == key["published"]
        assert article["language"] == key["language"]
        first, last = article["body"][0], article["body"][-1]
        assert text[first[0] : first[1]].startswith(key["body_first"])
        assert text[last[0] : last[1]].endswith(key["body_last"])


def test_events_are_as_keyed(found: dict[str, Record]) -> None:
    """One event each, with its name, place and time; a weekday is not made into a date."""
    for name, key in KEY.items():
        (event,) = found[name]["events"]
        assert event["name"] == key["event"]["name"]
        assert event["place"] == key["event"]["place"]
        when = event["when"]
        assert when["written"] == key["event"]["when_as_written"]
        settled = None if when["start"] is None else [when["start"], when["end"]]
        assert settled == key["event"]["when"]


def test_nobody_from_the_site_junk_is_found(found: dict[str, Record]) -> None:
    """Every person found is in the key."""
    for name, key in KEY.items():
        people = {row["name"] for row in found[name]["attendees"] if row["kind"] == "person"}
        assert people == {row["name"] for row in key["attendees"] if row["kind"] == "person"}


def test_the_twelve_people_of_both_articles_are_twelve_rows() -> None:
    """Joe and Joseph Biden are one man, Andriy Yermak one with his titles; the two events stay two."""
    dossier = compose([str(shipped("seeds"))], _work())
    people = [row for row in dossier.attendees if row.kind == "person"]
    assert len(people) == 12
    assert len(dossier.events) == 2
    yermak = next(row for row in people if row.name == "Andriy Yermak")
    assert {"chief of staff", "Head of the Office of the President of Ukraine"} <= {r.text for r in yermak.roles}
    biden = next(row for row in people if "Biden" in row.name)
    assert {name.text for name in biden.names} >= {"Joe Biden", "Joseph Biden"}


def test_no_request_is_found_as_a_promise(found: dict[str, Record]) -> None:
    """Whatever the key has as a request and nothing else is found as one or not at all."""
    for name, key in KEY.items():
        asked = [row for row in key["commitments"] if row["kinds"] == ["requested"]]
        for row in found[name]["commitments"]:
            if any(_meets(row["spans"]["text"]["span"], one["evidence"]) for one in asked):
                assert row["kind"] == "requested", row["text"]


def _text(name: str) -> str:
    return (shipped("seeds") / name).read_text(encoding="utf-8")


def _score(key: Record, record: Record, text: str) -> Counter[str]:
    score: Counter[str] = Counter()
    for figure, right in (*_attendees(key, record), *_quotes(key, record, text), *_commitments(key, record)):
        score[f"all {figure}"] += 1
        score[figure] += right
    return score


def _attendees(key: Record, record: Record) -> Iterator[tuple[str, bool]]:
    for row in key["attendees"]:
        near = [a for a in record["attendees"] if a["name"] == row["name"] and a["kind"] == row["kind"]]
        one = near[0] if near else {"mode": None, "role": None, "country": None, "organisation": None}
        yield "attendees with mode", one["mode"] in row["modes"]
        if row["role"] is not None:
            yield "roles", one["role"] == row["role"]
        if row["country"] is not None and row["kind"] == "person":
            yield "countries", one["country"] == COUNTRIES[row["country"]]


def _quotes(key: Record, record: Record, text: str) -> Iterator[tuple[str, bool]]:
    for row in key["quotes"]:
        start, end = row["evidence"]
        inside = [
            q for q in record["quotes"] if q["parts"][0]["span"][0] == start + 1 and q["speaker"] == row["speaker"]
        ]
        yield (
            "quotations with speaker",
            any(q["parts"][-1]["span"][1] == end - 1 and q["text"] == text[start + 1 : end - 1] for q in inside),
        )


def _commitments(key: Record, record: Record) -> Iterator[tuple[str, bool]]:
    for row in (one for one in key["commitments"] if one["required"]):
        near = [c for c in record["commitments"] if _meets(c["spans"]["text"]["span"], row["evidence"])]
        kind = [c for c in near if c["kind"] in row["kinds"]]
        yield "commitments with kind", bool(kind)
        yield "commitments with actor, amount, deadline", any(_slots(row) == _told(c, row) for c in kind)


def _slots(row: Record) -> tuple[bool, str | None, str | None]:
    return True, row["amount"], row["deadline"]


def _told(one: Record, row: Record) -> tuple[bool, str | None, str | None]:
    amount, deadline = one["amount"], one["deadline"]
    written = (amount and amount["written"], deadline and deadline["written"])
    return one["actor"] in row["actors"], *written


def _meets(span: list[int], other: list[int]) -> bool:
    """Whether the shorter of two stretches lies in the longer one for the most part."""
    shared = min(span[1], other[1]) - max(span[0], other[0])
    return shared * 2 > min(span[1] - span[0], other[1] - other[0])
