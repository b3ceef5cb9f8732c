"""What somebody is to do, decides, will take over or has done, and who: no list of nouns tells all who have a will."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Commitment, Kind

Parsed = Callable[..., Parse]


def _found(parsed: Parsed, text: str) -> tuple[Commitment, ...]:
    return findings_of(parsed(text)).commitments


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The vacancy is to be filled by Deputy Director Ruth Bekele, the ministry said.", "Ruth Bekele"),
        ("The governor said the province would be represented by Health Minister Ruth Bekele.", "Ruth Bekele"),
        ("The committee will decide whether the complaint is justified.", "The committee"),
        ("The theatre plans to open a music school in Tarn.", "The theatre"),
        ("The governor said leaders of the Tarn Reform Party would set the date.", "leaders of the Tarn Reform Party"),
        ("“We will always protect the river,” said Governor Ruth Bekele.", "Ruth Bekele"),
        ("The ministry said the deposits will be returned to all customers in June.", "The ministry"),
    ],
)  # fmt: skip
def test_who_has_a_will_plans(parsed: Parsed, text: str, actor: str) -> None:
    """Whatever noun tells who it is, and whether it is active or passive."""
    [one] = _found(parsed, text)
    assert one.kind in {Kind.PLANNED, Kind.PLEDGED}
    assert one.actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "The minister was in Tarn to sign the book of condolence, and the streets were full.",
        "The school is among six schools to offer the fruit.",
        "The retirement plans to cut were unpopular.",
        "The view will be enjoyed by residents.",
        "The students would go into class feeling drowsy, the nurse said.",
    ],
)
def test_what_only_looks_like_a_plan(parsed: Parsed, text: str) -> None:
    """Where somebody is, what he enjoys, and what comes over him."""
    assert not _found(parsed, text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("President Ruth Bekele has appointed Omar Haddad as ambassador to Norway.", "Ruth Bekele"),
        ("The ministry has formed a legal team to defend the river villages.", "The ministry"),
        ("“We have deployed patrols at both stations,” said Mayor Ruth Bekele.", "Ruth Bekele"),
        ("Mayor Ruth Bekele said the council had put measures in place against flooding.", "the council"),
        ("The harbour authority has opened its archive to schools.", "The harbour authority"),
        ("The council has opened its doors to 40 families.", "The council"),
    ],
)
def test_what_somebody_who_answers_for_it_has_done(parsed: Parsed, text: str, actor: str) -> None:
    """In the perfect, or where it is reported."""
    [one] = _found(parsed, text)
    assert (one.kind, one.actor) == (Kind.DELIVERED, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The council expanded its mission and the mayor built a wall.",  # narrated
        "The ministry has raised concerns over the bridge.",
        "The party has recruited members since its launch a decade ago.",
        "The driver has opened his window.",
        "Ruth Bekele said her commanders handed her over to the guards.",
        "In the past, importers raised their prices in May.",
        "The exhibition has been organised by the ministry.",
        "Ruth Bekele, who has formed three bands, sang in Tarn.",
    ],
)
def test_what_is_only_narrated(parsed: Parsed, text: str) -> None:
    """Told as past, by the way or of long times, or nothing done for anybody."""
    assert not _found(parsed, text)


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The Tarn Sports Academy opened in May. The academy will feature three courses.", Kind.PLANNED, "The academy"),
        (
            "The mayor said half was paid. The rest would be funded by the Harland Bank.",
            Kind.PLANNED,
            "the Harland Bank",
        ),
        ("The nurses spoke of a recent decision by the ministry to close two wards.", Kind.ANNOUNCED, "the ministry"),
        ("The city is repairing the pumps in the old town.", Kind.PLANNED, "The city"),
        ("The council works with Harland Rail, which had agreed to move the line.", Kind.AGREED, "Harland Rail"),
        ("The town hall is to be turned into a shelter.", Kind.PLANNED, None),
        ("The water agency is working on restoring the wells.", Kind.PLANNED, "The water agency"),
        ("The ministry has boosted capacity at two clinics.", Kind.DELIVERED, "The ministry"),
        ("Nurses in 31 districts are to report to work by Monday.", Kind.PLANNED, "Nurses in 31 districts"),
        ("Harland Bank recently appointed Ruth Bekele as its chair.", Kind.DELIVERED, "Harland Bank"),
        ("The former minister launched a campaign against the dam.", Kind.ANNOUNCED, "The former minister"),
    ],
)
def test_undertakings_in_other_words(parsed: Parsed, text: str, kind: Kind, actor: str) -> None:
    """Of a body called by its noun, in words that go on, in a noun, under way and in a relative clause."""
    assert (kind, actor) in {(each.kind, each.actor) for each in _found(parsed, text)}


@pytest.mark.parametrize(
    "text",
    [
        "The vision was published by Tarn Vision. The vision will extend for three years.",
        "It rained. The rest would be eaten by the birds.",
        "The nurses spoke of the ministry's decision to close two wards in 1990.",
        "The firm has been publishing results for days.",
        "The widow is working on herself.",
        "The ruins are to be seen from the road.",
        "The former government launched a campaign against the dam.",
    ],
)
def test_words_that_undertake_nothing(parsed: Parsed, text: str) -> None:
    """Of a thing with a name, of nobody's words, of what is known already and what is over."""
    assert not _found(parsed, text)


def test_a_speech_printed_whole_promises_in_the_first_person(parsed: Parsed) -> None:
    """Whoever gave it; what a column says of its writer is no word of anybody's."""
    text = "\n\nMy friends, this town is ours. We will clear every gully from Tarn to Harland. I thank my mother."
    assert {each.kind for each in _found(parsed, "Speech on taking office" + text)} == {Kind.PLEDGED}
    assert not _found(parsed, "A morning by the river" + text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank said it would match the sum.", Kind.PLEDGED),
        ("Minister Ruth Bekele said her country would grant the islands a plot of land.", Kind.PLEDGED),
        ("The governor said the agency would grant the islands a plot of land.", Kind.PLANNED),
        ("The bank said it would be opening a branch in Tarn.", Kind.PLANNED),
    ],
)
def test_what_one_says_that_one_would_do_is_ones_word(parsed: Parsed, text: str, kind: Kind) -> None:
    """And what others would do is their plan."""
    [one] = _found(parsed, text)
    assert one.kind is kind


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Harland Foods Holdings, Inc. announced the opening of a second plant.", "Harland Foods Holdings, Inc."),
        ("“Our community will build a clinic by the river,” said Mayor Ruth Bekele of Tarn.", "Ruth Bekele"),
        ("The municipality said it would only cut power in June.", "The municipality"),
    ],
)
def test_whose_word_it_is(parsed: Parsed, text: str, actor: str) -> None:
    """A company's whole name, who speaks for "our" body, and the body that speaks of itself."""
    assert actor in {each.actor for each in _found(parsed, text)}
