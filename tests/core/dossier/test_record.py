"""The published JSON form."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files

import jsonschema
import pytest

from briefing.dossier.compiling import compile_dossier
from briefing.dossier.record import to_record
from briefing.model.decision import Slot
from briefing.model.dossier import Mark
from briefing.model.facts import Amount, Mode
from briefing.model.notice import Notice, Severity
from briefing.model.span import Stated
from tests.core.dossier.build import Scribe, article

SCHEMA = json.loads(files("briefing.dossier").joinpath("schema.json").read_text(encoding="utf-8"))
SCRIBE = Scribe(article("Ana Silva, the mayor, spoke in Riga on 5 May. “We pay $2.50 soon,” she said. 12 boats sank."))


def _record() -> dict[str, object]:
    commitment = replace(SCRIBE.commitment("We pay $2.50 soon", "Ana Silva"), deadline=SCRIBE.when("soon"))
    amount = Amount(written=SCRIBE.written("$2.50"), value=Decimal("2.50"), currency="USD")
    facts = SCRIBE.findings(
        events=(SCRIBE.event(None, "Riga", SCRIBE.when("5 May", "2024-05-05")),),
        attendees=(
            SCRIBE.person("Ana Silva", role="mayor", country="LV", mode=Mode.IN_PERSON, event="eNone", words="spoke"),
        ),
        quotes=(SCRIBE.quote("We pay $2.50 soon,"),),
        commitments=(replace(commitment, amount=amount),),
        figures=(SCRIBE.figure("12 boats", "12", 12),),
    )
    notices = (Notice(severity=Severity.INFO, code="x", place="a\udc80b", span=SCRIBE.place("spoke")),)
    return to_record(compile_dossier([SCRIBE.source], [facts], notices), lambda notice: notice.code)


def test_a_record_is_of_the_published_form() -> None:
    """Every kind of fact, with and without its slots, passes the schema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(_record(), SCHEMA)


def test_a_record_is_utf8_whatever_the_source_held() -> None:
    """A file name with a stray byte does not break the JSON."""
    assert json.dumps(_record(), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize(
    ("value", "written"),
    [("27E+9", "27000000000"), ("2.50", "2.5"), ("0", "0"), ("1.0", "1"), ("0.00000001", "0.00000001")],
)
def test_numbers_are_plain_decimals(value: str, written: str) -> None:
    """No exponent and no trailing zero, whatever the decimal's own form."""
    amount = Amount(written=SCRIBE.written("$2.50"), value=Decimal(value), currency="USD")
    commitment = replace(SCRIBE.commitment("We pay $2.50 soon", None), amount=amount)
    record = to_record(compile_dossier([SCRIBE.source], [SCRIBE.findings(commitments=(commitment,))]), lambda _: "")
    assert record["commitments"][0]["amount"]["value"] == written


def test_spans_cut_what_they_say() -> None:
    """Every place in the record cuts the words that the record gives for it."""
    record = to_record(
        compile_dossier([SCRIBE.source], [SCRIBE.findings(attendees=(SCRIBE.person("Ana Silva", role="mayor"),))]),
        lambda _: "",
    )
    row = record["attendees"][0]
    start, end = row["spans"]["role"]["span"]
    assert SCRIBE.source.text[start:end] == row["role"] == "mayor"


def test_what_the_editor_did_is_told() -> None:
    """Corrected slots by name and without a place, the note, who found it; and it is of the published form."""
    found = SCRIBE.person("Ana Silva", role="mayor", country="LV")
    dossier = compile_dossier(
        [SCRIBE.source],
        [SCRIBE.findings(attendees=(found,), commitments=(SCRIBE.commitment("We pay $2.50 soon", "Ana Silva"),))],
    )
    (row,), (pledge,) = dossier.attendees, dossier.commitments
    place = row.roles[0].span
    row = replace(row, roles=(Stated(text="Mayor of Riga", span=place),))
    pledge = replace(pledge, condition=Stated(text="if it rains", span=pledge.words.span))
    marks = {
        row.id: Mark(fields=frozenset({Slot.NAME, Slot.COUNTRY}), note="sic \udc80"),
        pledge.id: Mark(added=True, fields=frozenset({Slot.KIND})),
    }
    record = to_record(replace(dossier, attendees=(row,), commitments=(pledge,), marks=marks), lambda _: "")
    jsonschema.validate(record, SCHEMA)
    told = record["attendees"][0]
    assert (told["edited"], told["note"], told["added"]) == (["country", "name", "role"], "sic \ufffd", False)
    assert told["spans"] == {}
    assert told["roles"] == [
        {"written": "Mayor of Riga", "article": SCRIBE.source.id, "span": [place.start, place.end], "stated": True}
    ]
    told = record["commitments"][0]
    assert (told["edited"], told["note"], told["added"]) == (["condition", "kind"], None, True)
    assert set(told["spans"]) == {"text", "actor"}
    assert told["condition"] == "if it rains"


def test_a_record_of_before_the_editor_is_still_of_the_published_form() -> None:
    """What was added to the form is not asked of older files."""
    record = _record()
    for kind in ("events", "attendees", "commitments", "quotes", "figures"):
        for fact in record[kind]:  # type: ignore[attr-defined]
            for name in ("edited", "note", "added", "trimmed"):
                fact.pop(name, None)
    jsonschema.validate(record, SCHEMA)


def test_the_form_knows_every_slot() -> None:
    """Nothing that can be corrected is missing from the published form."""
    assert set(SCHEMA["$defs"]["slots"]["items"]["enum"]) == {slot.value for slot in Slot}


def test_what_the_editor_left_out_is_not_in_the_file() -> None:
    """Not even unprinted: the file goes to others."""
    dossier = compile_dossier([SCRIBE.source], [SCRIBE.findings(attendees=(SCRIBE.person("Ana Silva"),))])
    marks = {dossier.attendees[0].id: Mark(left_out=True)}
    assert "Ana" not in json.dumps(to_record(replace(dossier, marks=marks), lambda _: ""))
