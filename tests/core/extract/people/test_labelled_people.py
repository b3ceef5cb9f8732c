"""People whom a transcript names in its labels alone; a text of our own."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.parsing.parse import Parse
from briefing.extract.people.casting import build_cast

Parsed = Callable[..., Parse]
_HEARING = (
    "Partial transcript of the hearing on Tuesday.\n"
    "CHAIR: The committee will come to order now.\n"
    "MS. OKAFOR: The bridge was closed on my order.\n"
    "SEN. REED: Did the company know of the cracks before the winter?\n"
    "MS. OKAFOR: They knew of it in May, and they wrote to us.\n"
    "SEN. REED: I yield back the rest of my time.\n"
    "CHAIR: The committee stands in recess until noon."
)


def test_a_label_that_is_a_name_names_a_person(parsed: Parsed) -> None:
    """A title or a given name makes a label a name; an office is nobody's; the honorific tells the gender."""
    people = {person.name: person for person in build_cast(parsed(_HEARING)).people}
    assert set(people) == {"OKAFOR", "REED"}
    assert people["OKAFOR"].gender == "f"
    assert people["OKAFOR"].roles == ()
    assert [role.text for role in people["REED"].roles] == ["SEN."]
    assert [mention.words.text for mention in people["REED"].mentions] == ["REED", "REED"]


def test_who_is_named_in_the_text_is_no_other_in_the_labels(parsed: Parsed) -> None:
    """The person of the opening is the one who speaks below."""
    text = _HEARING.replace("on Tuesday.", "on Tuesday with the engineer Ada Okafor and Senator Thomas Reed.")
    assert {person.name for person in build_cast(parsed(text)).people} == {"Ada Okafor", "Thomas Reed"}


def test_two_of_one_name_stay_labels(parsed: Parsed) -> None:
    """`MR. REED` and `MS. REED` are not told apart by a surname."""
    text = _HEARING.replace("MS. OKAFOR", "MS. REED").replace("SEN. REED", "MR. REED")
    assert "REED" not in {person.name for person in build_cast(parsed(text)).people}


def test_a_family_name_in_capitals_is_a_label_of_a_person(parsed: Parsed) -> None:
    """Without a title too, if it is a surname and hardly another word; a newspaper's or an office's is none."""
    text = _HEARING.replace("MS. OKAFOR", "OKAFOR").replace("SEN. REED", "TRIBUNE")
    assert {person.name for person in build_cast(parsed(text)).people} == {"OKAFOR"}
