"""Quotations and who said them, on short texts of our own."""

from __future__ import annotations

import re

import pytest

from briefing.extract.grammar.clause_finding import find_clauses
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.extract.parsing.spacy_stage import parse
from briefing.extract.people.casting import build_cast
from briefing.extract.quotations.quotes import find_quotes, mark_flaws
from briefing.model.article import Article, Region, RegionKind
from briefing.model.facts import Attribution, Quote


def article(text: str) -> Article:
    """An article of these lines."""
    regions = tuple(
        Region(start=match.start(), end=match.end(), kind=RegionKind.BODY) for match in re.finditer(r"[^\n]+", text)
    )
    return Article(id="0123456789abcdef", path="-", text=text, regions=regions, language="en")


def quotes(text: str) -> tuple[Quote, ...]:
    """Its quotations, each checked against the text."""
    [parsed] = parse([article(text)])
    clauses = find_clauses(parsed)
    found = find_quotes(parsed, clauses, build_cast(parsed, clauses))
    for quote in found:
        assert " ".join(" ".join(part.cut(text).split()) for part in quote.parts) == quote.text
        assert quote.speaker_words is None or quote.speaker_words.span.cut(text) == quote.speaker_words.text
        assert quote.cue is None or quote.cue.span.cut(text) == quote.cue.text
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will stand with you,” Maria Keller said on Monday.", "Maria Keller", "said"),
        ("“We will stand with you,” said Maria Keller.", "Maria Keller", "said"),
        ("Maria Keller told reporters: “We will stand with you.”", "Maria Keller", "told"),
        ("According to Maria Keller, “the bridge will be open in a week.”", "Maria Keller", "According to"),
        (
            "“We will stand with you,” said Maria Keller, who chaired the meeting in Geneva with Paul Adeyemi.",
            "Maria Keller",
            "said",
        ),
        (
            "“We will stand with you,” Maria Keller, who met Paul Adeyemi in Geneva, told the BBC.",
            "Maria Keller",
            "told",
        ),
        ("Maria Keller called the deal “one of the key outcomes” of the talks.", "Maria Keller", "called"),
        ("“We will stand with you.” — Maria Keller", "Maria Keller", None),
    ],
)
def test_the_cue_names_the_speaker(text: str, speaker: str, cue: str | None) -> None:
    """Before and after, inverted, with a clause between, by source and by signature."""
    [quote] = quotes(text)
    assert (quote.speaker, quote.attribution) == (speaker, Attribution.NAMED)
    assert (quote.cue.text if quote.cue else None) == cue


def test_both_halves_of_a_split_quotation_have_one_speaker() -> None:
    """`"...," X said. "..."` gives two entries, the second carried on from the first."""
    first, second = quotes("“We will stand with you,” Maria Keller said. “We have always done so.”")
    assert (first.speaker, second.speaker) == ("Maria Keller", "Maria Keller")
    assert first.evidence.confidence > second.evidence.confidence


def test_a_pronoun_is_resolved_and_said_to_be() -> None:
    """`he said` after a paragraph about one man gives his full name, as resolved."""
    [quote] = quotes(
        "President Paul Adeyemi acknowledged that many allies have emptied their stocks. "
        "“This was the right thing to do,” he said."
    )
    assert (quote.speaker, quote.attribution) == ("Paul Adeyemi", Attribution.RESOLVED)
    assert quote.speaker_words is not None
    assert quote.speaker_words.text == "he"


def test_somebody_unnamed_is_described_in_the_text_s_own_words() -> None:
    """The person named before is not made the speaker of what an unnamed one says."""
    found = quotes(
        "Paul Adeyemi arrived at noon.\n“We were told to wait outside the building,” a staff member told AFP."
    )
    assert [(quote.speaker, quote.attribution) for quote in found] == [("a staff member", Attribution.DESCRIBED)]


def test_words_that_nobody_is_said_to_say_have_no_speaker() -> None:
    """The nearest name is not taken."""
    [quote] = quotes(
        "Paul Adeyemi walked past the gate.\nThe banner hung there all week.\n“No more waiting for a new bridge.”"
    )
    assert (quote.speaker, quote.attribution) == (None, Attribution.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "The fleet ensured the operation of the “grain corridor” last year.",
        "Robert “Bob” Smith arrived in Geneva.",
        "She wrote a novel titled “The Long Road Back Home” in 2010.",
        "They founded a movement known as “the people of the river valley” there.",
    ],
)
def test_titles_nicknames_and_words_held_with_tongs_are_no_quotations(text: str) -> None:
    """Marks around a name, a title or a word or two without a cue are no speech."""
    assert quotes(text) == ()


def test_a_fragment_is_told_from_a_sentence() -> None:
    """A part of a sentence is marked as a fragment; a sentence is not."""
    [part] = quotes("Maria Keller said the visit was “a step on the right road at last.”")
    [whole] = quotes("“It was a step on the right road,” Maria Keller said.")
    assert (part.fragment, whole.fragment) == (True, False)


def test_a_long_quotation_over_paragraphs_is_one_with_parts() -> None:
    """Each paragraph is a part; the cue at the end names the speaker of all."""
    [quote] = quotes("“We began in spring.\n“We ended in autumn,” Maria Keller said.")
    assert len(quote.parts) == 2
    assert quote.speaker == "Maria Keller"


def test_a_lost_closing_mark_is_flagged_and_its_words_not_made_up() -> None:
    """Where the words end is unknown, so that they are no quotation; the mark is a flaw for a notice."""
    text = "“We will stand with you, Maria Keller said on Monday in Geneva.\n“I agree with her,” Paul Adeyemi said."
    [parsed] = parse([article(text)])
    assert [flaw.code for flaw in mark_flaws(parsed)] == ["not_closed"]
    assert [(quote.text, quote.speaker) for quote in quotes(text)] == [("I agree with her,", "Paul Adeyemi")]


def test_hostile_text_is_taken_as_it_is() -> None:
    """Control characters, right-to-left marks, lone surrogates and format signs break nothing."""
    text = "“{0} %s <b>\u202e\ud800\x07 we stand with you,” Maria Keller said."
    assert [quote.parts[0].cut(text)[:6] for quote in quotes(text)] == ["{0} %s"]


def test_without_a_parser_only_names_beside_the_words_count() -> None:
    """By rules alone a name beside the cue is the speaker; a pronoun stays unsettled."""
    text = (
        "“We will stand with you,” Maria Keller said.\n“We stood with you,” said Paul Adeyemi.\n"
        "“We always did,” he added.\nMaria Keller told reporters: “We are here.”"
    )
    parsed = parse_by_rules(article(text))
    clauses = find_clauses(parsed)
    found = find_quotes(parsed, clauses, build_cast(parsed, clauses))
    assert [quote.speaker for quote in found] == ["Maria Keller", "Paul Adeyemi", None, "Maria Keller"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("GOVERNOR KELLER: We will build the bridge.\nGOVERNOR KELLER: And then the port.", ["KELLER"] * 2),
        (
            (
                "Governor Maria Keller spoke first.\nKELLER: We will build the bridge by 2030.\nAnd then a port.\n"
                "ADEYEMI: And the Union pays a third."
            ),
            ["Maria Keller", "ADEYEMI"],
        ),
        (
            (
                "Maria Keller, the governor, spoke to the Courier.\nQ. Why did you build the bridge?\n"
                "A. We needed it badly. People were drowning."
            ),
            ["Maria Keller"],
        ),
        (
            (
                "How did the bridge come about?\nMaria Keller: It was a long road. We began in 2010.\n"
                "And what comes next?\nMaria Keller: The port comes next year."
            ),
            ["Maria Keller", "Maria Keller"],
        ),
        ("Quote: “We will never stop building.”\nSource: Maria Keller, governor", ["Maria Keller"]),
        ("Quote: We will never stop building.\nSource: Maria Keller, governor", ["Maria Keller"]),
        ("“We will build the bridge by 2030.”, -Commissioner Maria Keller", ["Maria Keller"]),
        ("“We will build the bridge.”\nMaria Keller, Commissioner for Transport", ["Maria Keller"]),
        ("And from Chairwoman Maria Keller: “We will build the bridge.”", ["Maria Keller"]),
        ("Maria Keller had this to say:\nWe will build the bridge by 2030. It is a great day.", ["Maria Keller"]),
        ("The bank's president: “There will be no rise in rates this year.”", ["The bank's president"]),
        (
            (
                "Maria Keller, the governor, on her bridges.\n"
                "**What comes next?**\nThe port comes next year.\n**And who pays?**\nThe state pays for it.\n"
                "**Is that safe?**\nIt is safe, says Maria Keller."
            ),
            ["Maria Keller"] * 3,
        ),
        (
            (
                "MODERATOR (Press Secretary Maria Keller): We will take four questions.\n"
                "FM ADEYEMI: We will build the bridge. (Laughter.) A port.\n"
                "MODERATOR: Thank you all very much."
            ),
            ["Press Secretary Maria Keller", "FM ADEYEMI", "Press Secretary Maria Keller"],
        ),
        ("Maria Keller, the mayor, said:\n‘We built the bridge.\n‘We will build the port.’", ["Maria Keller"]),
        ("“Nobody reads annexes in this house.”\n— a lawyer, on condition of anonymity", ["a lawyer"]),
        ("WHAT: A new bridge for all\nWHO: Governor Maria Keller and guests\nWHERE: At the port of Tarn", []),
        ("Related\nMaria Keller: Bridge Will Open By Spring\nMaria Keller: Port Will Close Next Year", []),
    ],
)
def test_layouts_without_a_verb_name_the_speaker(text: str, speakers: list[str]) -> None:
    """Transcripts, interviews, press releases, `Quote:` lines and block quotations; no media advisory, no headline."""
    assert [quote.speaker for quote in quotes(text)] == speakers


def test_a_headline_with_its_author_is_no_quotation() -> None:
    """`"...," by Maria Keller` names a work."""
    assert quotes("In the Courier: “City museum gets a new director,” by Maria Keller of the Times.") == ()


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Orvane Tellis opened the clinic on Monday.", "Orvane Tellis"),
        ("Mrs. Maria Keller paid for it. Orvane Tellis opened the clinic on Monday.", None),
        ("Mrs. Maria Keller paid for it.\n\nIt is by the lake.\n\nOrvane Tellis opened the clinic.", "Orvane Tellis"),
    ],
)
def test_a_pronoun_is_not_guessed_beside_somebody_whom_it_fits(before: str, speaker: str | None) -> None:
    """Where nothing tells that the subject is a woman and a woman is named close by, "she" is left open."""
    (quote,) = quotes(f"{before}\n\n“This was the right thing to do,” she said.")
    assert (quote.speaker if quote.attribution is Attribution.RESOLVED else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“The mill is ours,” Ana Soto said. “We will sell it.\n\n“Nothing is signed,” Luis Vega said.",
        "“The mill is ours,” Ana Soto told Luis Vega. “We will sell it.\n\n“Nothing is signed,” Vega replied.",
        "“The mill is ours,” said Ana Soto. “We will sell it.\n\n“It is old.\n\n“Nothing is signed,” said Luis Vega.",
        "Ana Soto said: “We will sell it.\n\n“Nothing is signed,” Luis Vega said.",
        "Ana Soto said: ‘We will sell it.\n\n‘Nothing is signed,’ Luis Vega said.",
        'Ana Soto wrote: "We will sell it.\n\n"Nothing is signed," Luis Vega said.',
    ],
)
def test_what_one_left_open_is_not_joined_to_what_another_says(text: str) -> None:
    """A lost closing mark is flagged, and the next speaker gets no word of the one before."""
    [vega] = [quote for quote in quotes(text) if "Vega" in (quote.speaker or "")]
    assert vega.text == "Nothing is signed,"
    [parsed] = parse([article(text)])
    assert "not_closed" in [flaw.code for flaw in mark_flaws(parsed)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will sell it.\n\n“Nothing is signed,” Luis Vega said.", "Luis Vega"),
        ("“It is ours,” Ana Soto said. “We will sell it.\n\n“Nothing is signed,” Soto said.", "Ana Soto"),
        ("“It is ours,” Ana Soto said. “We will sell it.\n\n“Nothing is signed,” Ms. Soto added.", "Ana Soto"),
        ("“It is ours,” Ana Soto said. “We will sell it.\n\n“Nothing is signed,” she said.", "Ana Soto"),
        ("“It is ours,” Ana Soto said. “We will sell it.\n\n“Nothing is signed.”", "Ana Soto"),
    ],
)
def test_what_one_speaker_says_over_paragraphs_stays_one(text: str, speaker: str) -> None:
    """The opening mark repeated at a paragraph goes on with the same speaker's words, and no mark is missing."""
    last = quotes(text)[-1]
    assert (last.text.rstrip(".,"), last.speaker) == ("We will sell it. Nothing is signed", speaker)
    [parsed] = parse([article(text)])
    assert mark_flaws(parsed) == ()
