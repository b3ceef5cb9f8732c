"""Records to JSON and back, and what is not of their shape."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.codec import Misshapen, decode, dump, encode, load
from briefing.model.article import Article
from briefing.model.decision import Decision
from briefing.model.draft import Choices, Draft
from briefing.model.facts import Amount, Findings
from briefing.model.notice import Notice
from tests.core.library.making import article, draft, every_act, findings, notice

PLAIN = json.loads(dump(findings(article(1)), Findings))


@given(st.integers(0, 200))
def test_every_draft_comes_back_as_it_was(number: int) -> None:
    """All acts, all kinds of facts, the editor's own words, half letters: nothing is lost."""
    assert load(dump(draft(number), Draft), Draft) == draft(number)


@pytest.mark.parametrize("act", every_act(article(1)), ids=lambda act: type(act).__name__)
def test_an_act_comes_back_as_the_act_it_was(act: Any) -> None:
    """A union is told apart by the record's class, not by chance of its parts."""
    decision = load(dump(Decision(number=1, act=act), Decision), Decision)
    assert type(decision.act) is type(act)
    assert decision.act == act


def test_equal_records_have_equal_bytes() -> None:
    """Sets are written in order, whatever order they are in."""
    one = Choices(locale="en", hidden=frozenset(["quotes", "cover", "annex"]))
    other = Choices(locale="en", hidden=frozenset(["annex", "quotes", "cover"]))
    assert dump(one, Choices) == dump(other, Choices)


def test_a_notice_keeps_numbers_and_words_apart() -> None:
    """A parameter that is a number stays one."""
    assert load(dump((notice(),), tuple[Notice, ...]), tuple[Notice, ...]) == (notice(),)


def test_a_part_with_a_default_may_be_missing_and_no_other() -> None:
    """Records may grow; what they cannot be without must be there."""
    assert decode({"locale": "en"}, Choices) == Choices(locale="en")
    with pytest.raises(Misshapen):
        decode({"template": "standard"}, Choices)
    with pytest.raises(Misshapen):
        decode({"locale": "en", "later": 1}, Choices)


@pytest.mark.parametrize(
    "value", ["1e999999999", "NaN", "Infinity", "-sNaN", "1" * 5000, "five", "", 5, None, True], ids=repr
)
def test_a_number_without_bounds_is_refused(value: object) -> None:
    """Printing such a number would fill the memory, or it is none."""
    amount = findings(article(1)).figures[0].amount
    plain = {**encode(amount, Amount), "value": value}
    if value is None:
        assert decode(plain, Amount) == replace(amount, value=None)
        return
    with pytest.raises(Misshapen):
        decode(plain, Amount)


def test_a_number_keeps_its_digits() -> None:
    """Decimals are text, never floating point."""
    amount = replace(findings(article(1)).figures[0].amount, value=Decimal("0.10"))
    back = load(dump(amount, Amount), Amount)
    assert str(back.value) == "0.10"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"locale": ' + b"[" * 100_000,
        b'{"locale": NaN}',
        b'{"locale": 1' + b"0" * 5000 + b"}",
        b'{"locale": "en", "paper": "A3"}',
        b'{"locale": "en", "hidden": [1]}',
        b'{"locale": "en", "hidden": {}}',
        b'{"is": "Draft", "locale": "en"}',
        b'{"is": ["x"], "locale": "en"}',
    ],
    ids=lambda data: repr(data[:40]),
)
def test_what_is_no_choices_is_refused(data: bytes) -> None:
    """Whatever a stranger writes in their place, it is told as damage."""
    with pytest.raises(Misshapen):
        load(data, Choices)


def test_a_record_that_breaks_its_own_rule_is_refused() -> None:
    """A place that ends before it begins is no place."""
    plain = encode(article(1), Article)
    plain["regions"][0]["end"] = 0
    with pytest.raises(Misshapen):
        decode(plain, Article)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3)
) | st.dictionaries(st.text(max_size=4) | st.just("is"), st.none() | st.text(max_size=4), max_size=3)


@given(st.data())
def test_any_part_replaced_by_anything_is_read_or_refused(data: st.DataObject) -> None:
    """No damage in a file makes the reader fail in a way of its own."""
    plain = json.loads(json.dumps(PLAIN))
    place: Any = plain
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[key] = data.draw(JUNK)
    try:
        found = decode(plain, Findings)
    except Misshapen:
        return
    assert decode(encode(found, Findings), Findings) == found
