"""Where indirect statements begin and end, and of whom they are, on short texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.engine import findings_of
from briefing.extract.parsing.parse import Parse

Parsed = Callable[..., Parse]


def told(parsed: Parse) -> list[tuple[str | None, str]]:
    """Who is reported to have said what, in order."""
    return [(each.speaker, each.words.text) for each in findings_of(parsed).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maria Keller said there is no danger for the ships in the port.",
            "there is no danger for the ships in the port",
        ),
        (
            "Maria Keller explained that there had been some delays at the border.",
            "there had been some delays at the border",
        ),
        (
            "Maria Keller said the talks dealt with the Common Fisheries Board of the North (CFBN).",
            "the talks dealt with the Common Fisheries Board of the North (CFBN)",
        ),
        (
            "The pier will be closed in May, in the whole of the district, Maria Keller said.",
            "The pier will be closed in May, in the whole of the district",
        ),
        (
            "Maria Keller said the bridge had cracks, but did not elaborate.",
            "the bridge had cracks",
        ),
        (
            "Maria Keller said that the bridge is safe, and thanked the workers for their patience.",
            "the bridge is safe",
        ),
        (
            "Maria Keller said the boats would carry “fishing gear and food.”",
            "the boats would carry “fishing gear and food.”",
        ),
        (
            "Maria Keller said the town needs a new pier, according to the local radio.",
            "the town needs a new pier",
        ),
    ],
)
def test_a_statement_is_whole_and_ends_where_the_telling_goes_on(parsed: Parsed, text: str, expected: str) -> None:
    """Nothing is cut within brackets and marks; what the teller does besides and who passes it on stay outside."""
    assert (("Maria Keller", expected)) in told(parsed(text))


def test_a_line_before_a_colon_is_the_writers(parsed: Parsed) -> None:
    """Whoever is quoted behind it does not tell it."""
    found = told(parsed('Sailors say the port must pay them: "We have to stand up now," said Maria Keller.'))
    assert "Maria Keller" not in [who for who, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "Keller praised the harbour, which she said will help the town a great deal.",
        "The two are accused of forging the papers, claiming they were signed by the mayor.",
        "Maria Keller sent flowers and offered New Year greetings to the people of the island on Monday.",
    ],
)
def test_what_has_no_words_of_its_own_is_no_statement(parsed: Parsed, text: str) -> None:
    """A relative clause without its noun, a part of a charge, an offer of greetings."""
    assert told(parsed(text)) == []


def test_who_said_the_one_adds_the_other(parsed: Parsed) -> None:
    """A verb of saying joined behind a comma, or to what no thing can say, is the teller's."""
    text = "The coastguard had said only 12 boats were at sea, but confirmed the pier had some damage."
    assert told(parsed(text)) == [
        ("The coastguard", "only 12 boats were at sea"),
        ("The coastguard", "the pier had some damage"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            (
                "On a trip to Varden, the place hit worst by the storm, the Minister of Ports, Carla Mendes, said the "
                "town is slowly getting back on its feet."
            ),
            "Carla Mendes",
        ),
        (
            (
                "The mayor was met by, among others, Deputy Paul Adeyemi, Judge Ines Okafor and Council head Ann Lee, "
                "Tarn news agency reported."
            ),
            "Tarn news agency",
        ),
        ("The paper, signed by Maria Keller, said the road will be closed in May.", "The paper"),
        (
            "VARDEN, NORLAND (TARN, NBC) - The Norland coast guard said it had found two boats.",
            "The Norland coast guard",
        ),
        ("(Norland News Agency) - Mayor Maria Keller said the pier will be built.", "Maria Keller"),
    ],
)
def test_who_stands_at_the_verb_says_it(parsed: Parsed, text: str, speaker: str) -> None:
    """Not places named before, not people told of; a paper speaks, not who signed it."""
    assert [who for who, _ in told(parsed(text))] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Keller welcomed the visit of the envoy saying it would “bring light to a dark corner of the world”.",
            "Keller",
        ),
        ("Keller praised Paul Adeyemi saying he was “the best captain that we ever had”.", "Keller"),
        ("Keller saw a poster saying it was “the best of all the harbours in the world”.", None),
    ],
)
def test_who_judges_says_why(parsed: Parsed, text: str, speaker: str | None) -> None:
    """A participle without its comma is of who judges, not of what is judged; a thing that is seen says it itself."""
    quotes = findings_of(parsed(f"Maria Keller came to Varden.\n{text}")).quotes
    assert [quote.speaker if quote.speaker == "Maria Keller" else None for quote in quotes] == [
        "Maria Keller" if speaker else None
    ]


@pytest.mark.parametrize(
    ("verb", "content", "is_told"),
    [
        ("insisted", "the pact was only a shield for the weak", True),
        ("insisted", "the boats be sold at once", False),
        ("suggested", "the town should sell the boats", False),
        ("held", "the mayor had lost all the papers", True),
    ],
)
def test_what_is_insisted_on_is_told_where_it_has_a_tense(
    parsed: Parsed, verb: str, content: str, is_told: bool
) -> None:
    """What somebody wants done is no statement."""
    found = told(parsed(f"Maria Keller {verb} that {content}."))
    assert found == ([("Maria Keller", content)] if is_told else [])
