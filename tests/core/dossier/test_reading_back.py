"""A printed dossier, back to what it was compiled of."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier.canvas import Painting
from briefing.dossier.compiling import compile_dossier
from briefing.dossier.editing import edit, printed
from briefing.dossier.reading_back import from_record, restored
from briefing.dossier.record import Json, to_record, without_folders
from briefing.dossier.shapes import OddShape
from briefing.dossier.verifying import verified
from briefing.model.article import Article
from briefing.model.decision import Act, Annotate, Correct, Decision, LeaveOut, Move, Slot, Trim
from briefing.model.dossier import Dossier
from briefing.model.errors import NothingDone
from briefing.model.facts import Findings, Mode
from briefing.model.notice import Notice, Outcome, Severity
from briefing.model.span import Span, Stated, Written
from tests.core.dossier.build import Scribe, article
from tests.core.dossier.seeds import both

KINDS = ("events", "attendees", "commitments", "quotes", "figures", "disagreements", "notices")
# What a record cannot give back, since it has no whole text.
TEXT = ("text_sha256", "body", "dropped")


def record_of(dossier: Dossier) -> Json:
    """The record as a file has it."""
    record = to_record(without_folders(dossier), lambda notice: notice.code)
    return dict(json.loads(json.dumps(record, ensure_ascii=False)))


@cache
def seeds() -> str:
    """The record of the sample articles, as JSON."""
    return json.dumps(record_of(both()))


def compiled(pairs: Sequence[tuple[Article, Outcome[Findings]]]) -> Dossier:
    """The dossier of what was read back."""
    notices = [notice for _, outcome in pairs for notice in outcome.notices]
    whole = compile_dossier([one for one, _ in pairs], [outcome.value for _, outcome in pairs], notices)
    return verified(whole).value


def again(record: Json) -> Json:
    """The record of what was read back of a record."""
    return record_of(compiled(from_record(record)))


def without_ids(record: Json) -> Json:
    """The record with ids that number the facts, so that facts can be compared whose ids depend on their words."""
    text = json.dumps(record)
    for kind in KINDS[:5]:
        for number, fact in enumerate(record[kind]):
            text = text.replace(f'"{fact["id"]}"', f'"{kind} {number}"')
    return dict(json.loads(text))


def test_the_samples_come_back_whole() -> None:
    """Every fact with its id, order, slots, places and sentences; only the texts are as long as what is cited."""
    record = json.loads(seeds())
    back = again(record)
    assert all(record[kind] for kind in KINDS[:5])
    for kind in KINDS:
        assert back[kind] == record[kind]
    for one, other in zip(record["articles"], back["articles"], strict=True):
        assert {key for key in one if one[key] != other[key]} <= set(TEXT)


def test_the_text_that_comes_back_has_the_words_at_their_places() -> None:
    """Its paragraphs are the source's as far as they are known, and hold words only."""
    texts = {one.id: one for one in both().articles}
    for back, _ in from_record(json.loads(seeds())):
        source = texts[back.id]
        for region in back.body():
            words = back.text[region.start : region.end]
            assert words.strip() == words != ""
        known = [(at, char) for at, char in enumerate(back.text) if not char.isspace()]
        assert len(known) > 1000
        assert all(source.text[at] == char for at, char in known)


FIRST = (
    "Ana Silva, the mayor, opened the Harbour Safety Forum in Riga on 5 May 2024. "
    "“We will pay for two new ferries,” Ana Silva said. The city will build 12 boats by June. "
    "Jo Blok spoke by video link. About 250 guests came."
)
SECOND = (
    "The Harbour Safety Forum in Vilnius drew a crowd. About 250 guests came. Mayor Silva of Riga gave a speech there. "
    "“We will pay for two new ferries,” Ana Silva said. The city will build 12 boats by June. Jo Blok was there."
)


@cache
def copies() -> Dossier:
    """Two reports of one event with the same facts, some in other words, and a place on which they differ."""
    one, two = Scribe(article(FIRST, title="One", path="1.txt")), Scribe(article(SECOND, title="Two", path="2.txt"))
    forum = one.event("Harbour Safety Forum", "Riga", one.when("5 May 2024", "2024-05-05"))
    forum = replace(forum, evidence=one.proof(FIRST.split(". ", maxsplit=1)[0]))
    crowd = replace(two.event("Harbour Safety Forum", "Vilnius"), evidence=two.proof(SECOND.split(". ", maxsplit=1)[0]))
    mayor = one.person("Ana Silva", role="the mayor", country="LV", mode=Mode.IN_PERSON, event=forum.id, words="opened")
    speaker = two.person("Ana Silva", role="Mayor", mode=Mode.IN_PERSON, event=crowd.id, words="gave a speech")
    guest = one.person("Jo Blok", mode=Mode.REMOTE, event=forum.id, words="by video link")
    named = two.person("Jo Blok", mode=Mode.MENTIONED, event=crowd.id)
    findings = [
        each.findings(
            events=(event,),
            attendees=people,
            quotes=(each.quote("We will pay for two new ferries,", "Ana Silva"),),
            commitments=(replace(each.commitment("The city will build 12 boats by June", "The city"), actor_id=None),),
            figures=(each.figure("About 250 guests", "250", 250),),
        )
        for each, event, people in ((one, forum, (mayor, guest)), (two, crowd, (speaker, named)))
    ]
    notice = Notice(severity=Severity.WARNING, code="no-facts", place="2.txt")
    return verified(compile_dossier([one.source, two.source], findings, [notice])).value


def test_facts_of_several_articles_are_joined_again() -> None:
    """One event, one row, one quotation each, with every sentence of every article, and what the sources differ on."""
    record = record_of(copies())
    for kind in KINDS[:5]:
        for fact in record[kind]:
            sources = {sentence["article"] for sentence in fact["evidence"]}
            assert len(sources) == 2 or fact["name"] == "Jo Blok"
    assert [one["subject"] for one in record["disagreements"]] == ["place"]
    back = again(record)
    for kind in KINDS:
        assert back[kind] == record[kind]


def test_each_article_keeps_its_own() -> None:
    """Without one of its articles, what was read back still has the facts of the other."""
    pairs = from_record(record_of(copies()))
    for one in pairs:
        alone = compiled([one])
        assert len(alone.quotes) == len(alone.commitments) == len(alone.figures) == len(alone.events) == 1
        assert [row.name for row in alone.attendees] == ["Ana Silva", "Jo Blok"]
        assert alone.notices == one[1].notices


def edited() -> Dossier:
    """The samples after an hour of editing."""
    dossier = both()
    umerov = next(row for row in dossier.attendees if row.name.endswith("Umerov"))
    silent = next(row for row in dossier.attendees if row.country is None)
    long = max(dossier.quotes, key=lambda quote: len(quote.text))
    part = long.parts[0]
    pledge = dossier.commitments[1]
    acts: list[Act] = [
        Correct(fact=umerov, slot=Slot.ROLE, value="Minister for Ships"),
        Correct(fact=umerov, slot=Slot.MODE, value="absent"),
        Correct(fact=silent, slot=Slot.ORGANISATION, value="Ferries Ltd"),
        Correct(fact=dossier.events[0], slot=Slot.HOST, value="Riga"),
        Correct(fact=pledge, slot=Slot.DEADLINE, value="2030-01-05"),
        Correct(fact=pledge, slot=Slot.CONDITION, value="if all agree"),
        Correct(fact=dossier.quotes[1], slot=Slot.SPEAKER, value=None),
        Annotate(fact=dossier.figures[0], note="ask twice"),
        Annotate(fact=umerov, note="on leave"),
        Trim(fact=long, parts=(Span(article=part.article, start=part.start, end=part.end - 20),)),
        Move(fact=dossier.figures[-1], after=None),
        Move(fact=dossier.attendees[0], after=dossier.attendees[3]),
        LeaveOut(fact=dossier.commitments[0]),
    ]
    return printed(edit(dossier, tuple(Decision(number=n, act=act) for n, act in enumerate(acts, start=1))))


def test_what_the_editor_did_comes_back() -> None:
    """Corrections as facts, and with the decisions restored also their marks, the notes and the order."""
    record = record_of(edited())
    pairs = from_record(record)
    dossier = compiled(pairs)
    umerov = next(row for row in dossier.attendees if row.name.endswith("Umerov"))
    assert isinstance(umerov.roles[0], Stated)
    decisions = restored(record, dossier)
    back = edit(dossier, decisions)
    one, other = without_ids(record), without_ids(record_of(back))
    for kind in KINDS:
        assert other[kind] == one[kind]
    assert sum(isinstance(decision.act, Move) for decision in decisions) == 2
    assert all(mark.note != "" for mark in back.marks.values())


def test_a_dossier_that_nobody_edited_has_no_decisions() -> None:
    """Nothing is made up."""
    assert restored(json.loads(seeds()), compiled(from_record(json.loads(seeds())))) == ()


def test_a_file_of_before_the_editor_is_understood() -> None:
    """Older records do not say what the editor did."""
    record = json.loads(seeds())
    for kind in KINDS[:5]:
        for fact in record[kind]:
            for name in ("edited", "note", "added", "trimmed"):
                fact.pop(name, None)
    back = again(record)
    assert [len(back[kind]) for kind in KINDS] == [len(record[kind]) for kind in KINDS]
    assert restored(record, compiled(from_record(record))) == ()


def test_odd_white_space_and_characters_come_back() -> None:
    """Line breaks in a quotation, a stray byte, letters beyond the basic plane."""
    source = Scribe(article("“We will\n\n  pay\udc80 𝔞 lot,” Ana Silva said.", title="x"))
    words = "We will\n\n  pay\udc80 𝔞 lot,"
    quote = source.quote(words, "Ana Silva")
    whole = source.written(source.source.text)
    quote = replace(quote, evidence=replace(quote.evidence, spans=(whole.span,)))
    dossier = compile_dossier([source.source], [source.findings(quotes=(quote,))])
    record, back = record_of(dossier), again(record_of(dossier))
    # A stray byte is a sign of its own in print, so the id, which is made of the words, is another.
    assert without_ids(back)["quotes"] == without_ids(record)["quotes"]
    assert back["quotes"][0]["text"] == "We will pay\ufffd 𝔞 lot,"


def test_a_record_of_another_version_is_told_apart() -> None:
    """A later form is not damage."""
    with pytest.raises(NothingDone, match="dossier-of-other-version"):
        from_record({"schema": "briefing/dossier/9"})


def _changed(path: Sequence[str | int], value: object) -> Json:
    record = json.loads(seeds())
    at = record
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return dict(record)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("articles",), {}),
        (("articles", 0, "id"), "../../x"),
        (("articles", 0, "language"), "en\x00"),
        (("quotes", 0, "text"), "We promise everything"),
        (("quotes", 0, "parts", 0, "span"), [0, 5_000_000]),
        (("quotes", 0, "parts", 0, "span"), [True, 2]),
        (("quotes", 0, "parts", 0, "article"), "0" * 16),
        (("quotes", 0, "parts"), []),
        (("quotes", 0, "trimmed"), [1, 0]),
        (("quotes", 0, "attribution"), "unknown"),
        (("commitments", 0, "text"), "Somebody promises the moon"),
        (("commitments", 0, "spans"), {}),
        (("commitments", 0, "kind"), "sworn"),
        (("commitments", 0, "evidence"), []),
        (("attendees", 0, "names"), []),
        (("attendees", 0, "country"), "ua"),
        (("attendees", 0, "attendances", 0, "confidence"), float("nan")),
        (("attendees", 0, "attendances", 0, "evidence", 0, "text"), "x"),
        (("figures", 0, "amount"), None),
        (("figures", 0, "amount", "value"), "1e999999999"),
        (("figures", 0, "evidence", 0, "span"), [10, 2]),
        (("events", 0, "aliases"), [None]),
        (("events", 0, "id"), None),
        (("figures", 0, "id"), "same"),
        (("notices",), None),
        (("schema",), 1),
    ],
)
def test_what_is_missing_or_wrong_is_refused(path: Sequence[str | int], value: object) -> None:
    """Each in the same words, and never by a crash."""
    record = _changed(path, value)
    if value == "same":
        record["figures"][1]["id"] = "same"
    with pytest.raises(NothingDone, match="dossier-damaged"):
        from_record(record)


def test_a_file_cannot_ask_for_more_memory_than_it_has_words() -> None:
    """Many articles with a word each at the far end of their text are refused."""
    record = json.loads(seeds())
    entry, figure = record["articles"][0], record["figures"][0]
    record["articles"], record["figures"] = [], []
    for kind in ("events", "attendees", "commitments", "quotes"):
        record[kind] = []
    for number in range(100):
        name = f"{number:016x}"
        record["articles"].append({**entry, "id": name})
        one = copy.deepcopy(figure)
        one["id"] = f"figure-{number}"
        for place in (*one["spans"].values(), *one["evidence"]):
            place["article"] = name
            place["span"] = [3_000_000 + at for at in place["span"]]
        record["figures"].append(one)
    with pytest.raises(NothingDone, match="dossier-damaged"):
        from_record(record)


def _paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _paths(one, (*path, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _paths(one, (*path, place))


odd: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10**7),
    st.floats(),
    st.sampled_from(["", "x", "editor", "UA", "named", "quoted", "2024", "\ud800", "0" * 16, "name", "role"]),
    st.sampled_from([[], {}, [[]], [{}], [1, 2], [0, 1], ["name"], ["mode", "kind"], {"text": {}}]),
)


@given(st.data())
def test_any_record_is_read_or_refused(data: st.DataObject) -> None:
    """Whatever a stranger changes, there are articles that compile, or one refusal; never anything else."""
    record = record_of(copies())
    paths = sorted(_paths(record), key=str)
    for path in data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=3)):
        try:
            at: Any = record
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = data.draw(odd)
        except (KeyError, IndexError, TypeError):
            continue
    try:
        pairs = from_record(record)
    except NothingDone as refusal:
        assert refusal.code in {"dossier-damaged", "dossier-of-other-version"}  # noqa: PT017 - both are answers
        return
    dossier = compiled(pairs)
    record_of(dossier)
    try:
        record_of(edit(dossier, restored(record, dossier)))
    except NothingDone as refusal:
        assert refusal.code == "dossier-damaged"  # noqa: PT017 - what was done can be damaged by itself


texts = st.text(alphabet="ab \n", min_size=20, max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=12))
def test_a_canvas_is_the_text_where_it_was_painted(text: str, strokes: list[tuple[int, int]]) -> None:
    """In whatever order and overlap the words come."""
    painting = Painting(["a"])
    spans = [Span(article="a", start=at, end=min(at + size, len(text))) for at, size in strokes if at < len(text)]
    for span in spans:
        painting.paint(span, span.cut(text))
    canvas = painting.finished()["a"]
    known = {at for span in spans for at in range(span.start, span.end)}
    assert len(canvas.text) == max(known, default=-1) + 1
    for at, char in enumerate(canvas.text):
        place = Span(article="a", start=at, end=at + 1)
        assert canvas.holds(place) == (at in known)
        assert char == text[at] if at in known else char.isspace()
    for span in spans:
        assert canvas.written(span) == Written(text=span.cut(text), span=span)


@pytest.mark.parametrize(
    ("first", "then"), [((0, "abc"), (1, "bx")), ((0, "abc"), (0, "abd")), ((2, "cde"), (0, "abx"))]
)
def test_words_that_contradict_each_other_are_refused(first: tuple[int, str], then: tuple[int, str]) -> None:
    """A place has one wording, in whatever order two come."""

    def painted() -> None:
        painting = Painting(["a"])
        for start, words in (first, then):
            painting.paint(Span(article="a", start=start, end=start + len(words)), words)
        painting.finished()

    with pytest.raises(OddShape):
        painted()


def test_finding_words_is_not_finding_parts_of_words() -> None:
    """A copy is looked for as a whole, white space aside."""
    painting = Painting(["a"])
    text = "unpaid, paid\n  in full."
    whole = Span(article="a", start=0, end=len(text))
    painting.paint(whole, text)
    canvas = painting.finished()["a"]
    found = canvas.find("paid in full", [whole])
    assert found is not None
    assert re.sub(r"\s+", " ", found.text) == "paid in full"
    assert canvas.find("paid in fu", [whole]) is None
    assert canvas.find(" ", [whole]) is None
