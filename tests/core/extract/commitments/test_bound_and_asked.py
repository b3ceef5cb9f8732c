"""Who is bound by a paper, who only undergoes what is asked, and requests in plain verbs; sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

Parsed = Callable[..., Parse]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "addressee"),
    [
        ("The treaty commits the ministry to repair the lighthouse by May.", Kind.PLEDGED, "the ministry", None),
        ("The union wants the managers to be barred from the port.", Kind.REQUESTED, "The union", None),
        ("The union wants the managers to leave the port.", Kind.REQUESTED, "The union", "the managers"),
        ("Premier Ana Diaz insisted that Norway pay for the pier.", Kind.REQUESTED, "Ana Diaz", "Norway"),
        ("Minister Ana Diaz suggested creating a joint fund.", Kind.REQUESTED, "Ana Diaz", None),
        ("The fishermen begged for fuel and ice.", Kind.REQUESTED, "The fishermen", None),
        ("Residents are urged to boil their water.", Kind.REQUESTED, None, "Residents"),
        ("“I want you to guard the wells,” Governor Ana Diaz told them.", Kind.REQUESTED, "Ana Diaz", None),
        (
            "“On our side, we call on the guilds to help,” Mayor Ana Diaz said.",
            Kind.REQUESTED,
            "Ana Diaz",
            "the guilds",
        ),
        ("Norway has made available EUR 45m for the displaced families.", Kind.DELIVERED, "Norway", None),
        ("“We will no longer be asking for a permit,” Mayor Ana Diaz said.", Kind.DECLINED, "Ana Diaz", None),
        ("Mayor Ana Diaz unveiled the new library in Tarn.", Kind.DELIVERED, "Ana Diaz", None),
        ("“Our office is ready to repair it,” Mayor Ana Diaz said.", Kind.PLEDGED, "Ana Diaz", None),
        ("The two guilds signed a programme for the valley.", Kind.SIGNED, "The two guilds", None),
        ("Chile's pledge of 40 boats was repeated on Monday.", Kind.PLEDGED, "Chile", None),
        ("Mayor Ana Diaz unveiled a plan for the port.", Kind.ANNOUNCED, "Ana Diaz", None),
    ],
)
def test_who_undertakes_and_who_is_asked(
    parsed: Parsed, text: str, kind: Kind, actor: str | None, addressee: str | None
) -> None:
    """One undertaking of this kind, by whom, and of whom it is asked."""
    found = [each for each in findings_of(parsed(text)).commitments if each.kind is kind]
    asked = [each.addressee.text if each.addressee else None for each in found]
    assert ([each.actor for each in found], asked) == ([actor], [addressee])


@pytest.mark.parametrize(
    "text",
    [
        "“That is not the manner in which we should treat them,” Mayor Ana Diaz said.",
        "“The sum would be better spent on wells,” Mayor Ana Diaz said.",
        "“The sentence will be quashed by the Supreme Court,” her lawyer Ana Diaz said.",
        "Councillor Ana Diaz brought a motion that Tarn Council request a talk with the guild.",
        "Mayor Ana Diaz promised the new rule gives fishermen more time.",
        "The Harbour Bill 2019 proposed a new tax.",
    ],
)
def test_nobody_undertakes_or_asks(parsed: Parsed, text: str) -> None:
    """Opinions, a lawyer's forecast, what a motion or a bill holds, and what somebody only says is so."""
    assert not findings_of(parsed(text)).commitments


@pytest.mark.parametrize(
    "text",
    [
        "Officials suggested that the sailors control the pier.",
        "The minister insisted that harbour guards treat everyone equally.",
        "The minister insisted that the police treat everyone equally.",
        "The law obliges shipowners to pay sick leave.",
        "The bill commits ministers to publish the minutes.",
        "The proposed agreement commits Chile to close the mine.",
        "The agreement, which was rejected, commits Norway to close the mine.",
        "The deal obliges the guilds to leave the port.",
        "Norway is no longer sending boats to Chile.",
        "The university is no longer organizing a networking session for the farmers.",
    ],
)
def test_what_is_so_or_no_longer_so_is_nobodys_word(parsed: Parsed, text: str) -> None:
    """Statements of fact, what a law or a draft lays down, and what has ended."""
    assert not findings_of(parsed(text)).commitments


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union insisted that the council pay the drivers.", Kind.REQUESTED),
        ("The governor insisted that the troops be withdrawn.", Kind.REQUESTED),
        ("The deal commits Norway to pay $3 million.", Kind.PLEDGED),
        ("The university is organizing a networking session for the farmers.", Kind.PLANNED),
    ],
)
def test_what_is_asked_bound_and_under_way_stays(parsed: Parsed, text: str, kind: Kind) -> None:
    """The likes of these that do ask, bind or plan."""
    assert [each.kind for each in findings_of(parsed(text)).commitments] == [kind]
