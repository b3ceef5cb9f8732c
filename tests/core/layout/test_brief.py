"""What a brief says, section by section."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.layout.imprint import printed_passages
from briefing.layout.layout import lay_out
from briefing.layout.section.quotes import verbatim
from briefing.layout.template import SECTIONS
from briefing.locale.reader import available
from briefing.model.dossier import Dossier, Subject
from briefing.model.errors import UsageError
from briefing.model.facts import AttendeeKind, Attribution, Mode
from briefing.model.manuscript import (
    Block,
    Callout,
    Heading,
    Manuscript,
    Pairs,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Run,
    Table,
    Tone,
    runs_of,
)
from briefing.model.notice import Notice, Severity
from briefing.model.span import Span
from tests.core.layout.making import CONFERENCE, Scribe, article, brief, dump, runs_in, settings, two_events, words

ANNEX = "Annex: the sentences behind the facts"


def section(manuscript: Manuscript, heading: str) -> tuple[Block, ...]:
    """The blocks under a heading of the first level."""
    blocks = iter(manuscript.blocks)
    for block in blocks:
        if isinstance(block, Heading) and words(block.runs) == heading:
            break
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            break
        found.append(block)
    return tuple(found)


def cells(table: Block) -> list[list[str]]:
    """A table's rows as words."""
    assert isinstance(table, Table)
    return [[words(cell) for cell in row] for row in table.rows]


def run_of(manuscript: Manuscript, text: str) -> Run:
    """The first run with exactly these words."""
    return next(run for run in runs_in(manuscript.blocks) if run.text == text)


@pytest.mark.parametrize("locale", available())
def test_every_locale_has_the_sections_in_order(locale: str) -> None:
    """The same brief in every language: same blocks, same facts, same order."""
    english, other = brief(two_events(), "en"), brief(two_events(), locale)
    assert [type(block) for block in other.blocks] == [type(block) for block in english.blocks]
    assert printed_passages(other) == printed_passages(english)


def test_the_head_names_everything_that_was_given() -> None:
    """Marking, title, event, place, date, for whom, when."""
    base = two_events()
    manuscript = brief(
        replace(base, events=base.events[1:]),
        "uk",
        title="Зустріч",
        marking="ДСК",
        prepared_for="Міністр",
        prepared_on="2024-05-04",
    )
    marking, title, kind, pairs = manuscript.blocks[:4]
    assert isinstance(marking, Paragraph)
    assert (marking.style, words(marking.runs)) == (ParagraphStyle.MARKING, "ДСК")
    assert isinstance(title, Paragraph)
    assert (title.style, words(title.runs)) == (ParagraphStyle.TITLE, "Зустріч")
    assert isinstance(kind, Paragraph)
    assert kind.style is ParagraphStyle.SUBTITLE
    assert isinstance(pairs, Pairs)
    values = [words(value) for _, value in pairs.rows]
    assert values[:2] == ["Industry Conference", "Washington"]
    assert values[2].startswith("5–6\N{NO-BREAK SPACE}грудня 2023")
    assert values[3] == "Міністр"
    assert values[4].startswith("4\N{NO-BREAK SPACE}травня 2024")
    assert manuscript.furniture.header == "ДСК · Зустріч"
    assert {"{page}", "{pages}"} <= set(manuscript.furniture.page.replace("}", "} ").split())


def test_the_title_is_made_of_what_is_known() -> None:
    """One event gives its name, several give a list, none gives the kind of document."""
    base = two_events()
    assert brief(base, "en").properties.title == "Brief: Defence Forum and Industry Conference"
    assert brief(replace(base, events=base.events[:1]), "en").properties.title == "Defence Forum"
    assert brief(Dossier(articles=()), "en").properties.title == "Brief"


def test_paper_follows_the_call_then_the_template_then_the_region() -> None:
    """US readers get Letter unless somebody says otherwise."""
    assert brief(two_events(), "en-US").paper == "Letter"
    assert brief(two_events(), "uk").paper == "A4"
    assert brief(two_events(), "uk", paper="Letter").paper == "Letter"


def test_sections_stand_as_they_are_asked_for() -> None:
    """Any choice in any order; a section named twice stands once."""
    manuscript = brief(two_events(), "en", sections=("sources", "quotes", "sources"))
    headings = [words(block.runs) for block in manuscript.blocks if isinstance(block, Heading) and block.level == 1]
    assert headings == ["Sources", "Key quotations"]


def test_an_unknown_section_is_told_with_what_there_is() -> None:
    """The list of sections goes along."""
    with pytest.raises(UsageError) as error:
        lay_out(two_events(), settings("en", sections=("cover", "gossip")))
    assert error.value.code == "unknown-section"
    assert "timeline" in error.value.parameters["available"]  # type: ignore[operator]


def test_an_empty_section_is_omitted_unless_it_was_asked_for() -> None:
    """Asked for by name, it says that there is nothing."""
    bare = replace(two_events(), figures=())
    assert "Key figures" not in dump(brief(bare, "en"))
    outcome = lay_out(bare, settings("en", sections=("figures",)))
    assert "No key figures were found in the sources." in dump(outcome.value)
    assert [notice.parameters["section"] for notice in outcome.notices] == ["figures"]


def test_attendees_stand_by_event_and_delegation() -> None:
    """One person at two events stands under each with that event's mode."""
    blocks = section(brief(two_events(), "en"), "Who took part")
    assert [words(block.runs) for block in blocks if isinstance(block, Heading)] == [
        "Defence Forum",
        "Industry Conference",
        "Took part",
        "Quoted or mentioned; presence not stated",
        "Not tied to an event",
        "Quoted or mentioned; presence not stated",
    ]
    forum, conference, *_ = [block for block in blocks if isinstance(block, Table)]
    assert [row[0] for row in cells(forum)] == [
        "Ukraine",
        "Volodymyr Zelenskyy",
        "Delegation not stated",
        "Jens Stoltenberg",
    ]
    assert cells(forum)[1][2] == "in person"
    assert cells(conference)[1][2] == "remotely"


def test_a_person_of_several_events_is_anchored_once() -> None:
    """The annex points back to the first place."""
    manuscript = brief(two_events(), "en")
    named = [
        run for block in section(manuscript, "Who took part") for runs in runs_of(block) for run in runs if run.fact
    ]
    assert [run.anchor for run in named if run.text == "Volodymyr Zelenskyy"] == ["fact-1", None]


def test_a_role_stands_in_the_readers_language_with_the_original_beside_it() -> None:
    """The original is quiet and marked with its language; a reader of that language sees it once."""
    manuscript = brief(two_events(), "uk")
    roles = runs_in(section(manuscript, "Учасники"))
    original = next(run for run in roles if run.text == "Secretary of Defense")
    assert (original.tone, original.language) == (Tone.QUIET, "en")
    assert "міністр оборони\nSecretary of Defense" in dump(manuscript)
    assert "Secretary of Defense\nSecretary of Defense" not in dump(brief(two_events(), "en"))


def test_commitments_stand_in_four_tables() -> None:
    """Requests and refusals are told by their headings and their first columns."""
    blocks = section(brief(two_events(), "en"), "Commitments")
    found = {
        words(heading.runs): table
        for heading, table in zip(blocks[::2], blocks[1::2], strict=True)
        if isinstance(heading, Heading) and isinstance(table, Table)
    }
    heads = {name: [words(cell) for cell in table.header] for name, table in found.items()}
    assert heads == {
        "Promises and decisions": ["Who", "What, as published", "Amount / Deadline", "Status", "Ref."],
        "Already done": ["Who", "What, as published", "Ref."],
        "Requests and appeals": ["Who asks", "Asked of", "What, as published", "Deadline", "Ref."],
        "Declined": ["Who declines", "What, as published", "Ref."],
    }
    promises = cells(found["Promises and decisions"])
    assert promises[1][1] == "Ukraine plans to establish a fund\nCondition: if parliament agrees"
    assert cells(found["Declined"])[0][0] == "not stated"
    assert cells(found["Requests and appeals"])[0][1] == "all American companies"


def test_sums_and_deadlines_are_the_readers_with_the_words_of_the_source() -> None:
    """In German: the date and sum as Germans write them, the English below."""
    text = dump(brief(two_events(), "de", sections=("commitments",)))
    assert "\n$50 million" in text
    assert "Juni 2024\nby June 2024" in text


def test_quotations_carry_marks_speaker_and_source() -> None:
    """The reader's marks stand outside the words; unknown and described speakers are said to be so."""
    quotations = [
        block for block in section(brief(two_events(), "uk"), "Головні цитати") if isinstance(block, Quotation)
    ]
    assert [words(each.words) for each in quotations][:2] == [
        "«There is no defence without industry»",
        "«we are late»",
    ]
    assert [run.language for run in quotations[0].words] == [None, "en", None]
    assert words(quotations[0].attribution).startswith("Jens Stoltenberg, генеральний секретар (Secretary General)")
    assert "One official" in words(quotations[1].attribution)
    assert words(quotations[2].attribution).startswith("Автора слів не зазначено")
    reference = next(run for run in quotations[0].attribution if run.tone is Tone.REFERENCE)
    assert reference.link == "#src-1"


def test_quotations_by_speaker() -> None:
    """One heading per speaker, those unknown last."""
    base = two_events()
    again = replace(base.quotes[0], id="again")
    manuscript = brief(replace(base, quotes=(base.quotes[2], *base.quotes[:2], again)), "en", "quotes")
    blocks = section(manuscript, "Key quotations")
    headings = [words(block.runs) for block in blocks if isinstance(block, Heading)]
    assert [heading.split(",")[0] for heading in headings] == [
        "Jens Stoltenberg",
        "described in the source as: One official",
        "Speaker not stated",
    ]
    assert isinstance(blocks[2], Quotation)


def test_only_a_comma_at_the_end_of_a_quotation_is_left_to_the_source() -> None:
    """By it the source goes on to "said X"; every other sign, and a comma alone, is the speaker's."""
    base = two_events().quotes[0]
    printed = {
        text: verbatim(replace(base, text=text))
        for text in ("We go,", "We go, ,", "We go.", "We go...", "Why?", ",", "«a,»")
    }
    assert printed == {
        "We go,": "We go", "We go, ,": "We go, ", "We go.": "We go.", "We go...": "We go...", "Why?": "Why?", ",": ",",
        "«a,»": "«a,»",
    }  # fmt: skip


def test_a_reference_stands_behind_a_quotation_that_has_no_line_of_its_own() -> None:
    """Under the name of the speaker nothing else is to be said."""
    base = two_events()
    one = replace(base, articles=base.articles[:1], events=base.events[:1], quotes=base.quotes[:1])
    quotation = next(block for block in brief(one, "en", "quotes").blocks if isinstance(block, Quotation))
    assert words(quotation.words) == "“There is no defence without industry”\N{NO-BREAK SPACE}[1]"
    assert quotation.attribution == ()


def test_quotations_stand_under_their_events() -> None:
    """In the dossier's order; what belongs to none of several events comes last; one event needs no heading."""
    base = two_events()
    stray = Scribe(article("“Nobody knows,” Ann Lee said.", path="stray.txt"))
    forum, conference = (event.id for event in base.events)
    quotes = (
        stray.quote("Nobody knows,", "Ann Lee", Attribution.NAMED),
        replace(base.quotes[2], event=conference),
        *(replace(each, event=forum) for each in base.quotes[:2]),
    )
    whole = replace(base, articles=(*base.articles, stray.source), quotes=quotes)
    blocks = section(brief(whole, "en"), "Key quotations")
    assert [words(next(runs_of(block))) for block in blocks] == [
        "Defence Forum", "“There is no defence without industry”", "“we are late”",
        "Industry Conference", "“We have already invested about $27 billion in production”",
        "Not tied to an event", "“Nobody knows”",
    ]  # fmt: skip
    alone = section(brief(replace(whole, events=base.events[:1]), "en"), "Key quotations")
    assert not any(isinstance(block, Heading) for block in alone)


def test_somebody_quoted_in_the_report_of_another_event_stands_under_both() -> None:
    """In person under the one, quoted under the other, whichever comes first."""
    base = two_events()
    first = Scribe(base.articles[0])
    quoted = first.attendance(base.events[0].id, Mode.QUOTED, "One official said")
    guest = replace(
        base.attendees[2], attendances=(replace(base.attendees[2].attendances[0], mode=Mode.IN_PERSON), quoted)
    )
    text = dump(brief(replace(base, attendees=(guest, base.attendees[3])), "en", sections=("attendees",)))
    forum, conference = text.index("Heading: Defence Forum"), text.index("Heading: Industry Conference")
    apart = text.index("Heading: Not tied to an event")
    assert "Quoted or mentioned; presence not stated" in text[forum:conference]
    assert "Lloyd Austin" in text[forum:conference]
    assert "in person" in text[conference:apart]
    assert "Joe Biden" in text[apart:]


def test_two_unnamed_speakers_do_not_become_one() -> None:
    """Described in different words, they stand apart."""
    base = two_events()
    other = replace(base.quotes[1], id="other", speaker="Another official", attribution=Attribution.DESCRIBED)
    manuscript = brief(replace(base, quotes=(base.quotes[1], other)), "en", "quotes")
    assert len([block for block in manuscript.blocks if isinstance(block, Heading) and block.level == 2]) == 2


def test_the_timeline_is_in_order_and_keeps_unsettled_times_apart() -> None:
    """A deadline by June comes after every day of June; a Friday is no date."""
    blocks = section(brief(two_events(), "en"), "Timeline")
    dated, heading, undated = blocks
    assert [row[0].split("\n")[-1] for row in cells(dated)] == ["December 5-6, 2023", "by June 2024", "by 2025"]
    assert isinstance(heading, Heading)
    assert cells(undated)[0][0] == "Friday"


def test_sources_are_numbered_and_linked_to_the_web_only() -> None:
    """Number, title, outlet, date, language, address."""
    base = two_events()
    bad = article("x", title="Bad", url="javascript:alert(1)", published="last Tuesday")
    manuscript = brief(replace(base, articles=(*base.articles, bad)), "en")
    table = section(manuscript, "Sources")[0]
    assert isinstance(table, Table)
    assert cells(table)[0] == ["[1]", "Forum on arms\nAP · May\xa03,\xa02024 · English"]
    assert table.rows[0][0][0].anchor == "src-1"
    assert run_of(manuscript, "https://news.example/a?b=1&c=2").link == "https://news.example/a?b=1&c=2"
    assert run_of(manuscript, "javascript:alert(1)").link is None
    assert "last Tuesday" in cells(table)[2][1]


def test_the_annex_shows_each_sentence_once_beside_what_it_proves() -> None:
    """In the order of the sources and their texts, under the name of each."""
    manuscript = brief(two_events(), "en")
    rows = cells(section(manuscript, ANNEX)[0])
    assert [row[0] for row in rows] == [
        "[1] Forum on arms", "E1", "E2", "E3", "E4", "E5",
        "[2] Conference", "E6", "E7", "E8",
    ]  # fmt: skip
    assert rows[3][2] == "Volodymyr Zelenskyy: announced\n13 companies: done"
    assert rows[5][1:] == ["One official said “we are late”.", "One official: quotation"]
    assert rows[1][2] == "Volodymyr Zelenskyy: in person\naround 250"


def test_the_annex_links_both_ways() -> None:
    """Each sentence has a number there, and what it proves leads back to every fact."""
    manuscript = brief(two_events(), "en")
    entries = runs_in(section(manuscript, ANNEX))
    assert [run.anchor for run in entries if run.anchor] == [f"ev-{number}" for number in range(1, 9)]
    back = {run.link for run in entries if run.link}
    assert back == {f"#fact-{number}" for number in range(1, 15)} | {"#src-1", "#src-2"}


def test_a_reference_names_the_source_and_the_sentence() -> None:
    """Of an attendee under an event, the sentences on that event only."""
    manuscript = brief(two_events(), "en")
    rows = [row for block in section(manuscript, "Who took part") if isinstance(block, Table) for row in cells(block)]
    found = [row[3] for row in rows if row[0] == "Volodymyr Zelenskyy"]
    assert found == ["[1]\N{NO-BREAK SPACE}E1", "[2]\N{NO-BREAK SPACE}E6"]


def test_without_a_list_of_sources_the_outlet_stands_in_its_place() -> None:
    """A reference never points nowhere."""
    manuscript = brief(two_events(), "en", sections=("quotes",))
    references = [
        run for block in manuscript.blocks for runs in runs_of(block) for run in runs if run.tone is Tone.REFERENCE
    ]
    assert [run.text for run in references] == ["[AP]", "[AP]", "[news.example]"]
    assert all(run.link is None for run in references)


def test_at_a_glance_counts_and_names() -> None:
    """Counts come from the whole dossier, names stop where the template says."""
    base = two_events()
    host = base.attendees[0]
    crowd = tuple(replace(host, id=f"p{n}", name=f"Person {n}") for n in range(9))
    group = replace(host, id="g", kind=AttendeeKind.GROUP, name="around 250 companies", roles=())
    text = dump(brief(replace(base, attendees=(*crowd, group)), "en"))
    assert "9 people took part in person: Person 0 (President, Ukraine), " in text
    assert "Person 5 (President, Ukraine), and 3 others" in text
    assert "1 delegation or group is named: around 250 companies" in text


def test_a_person_quoted_without_word_of_presence_is_not_counted_as_present() -> None:
    """Only the modes that say so count as taking part."""
    base = two_events()
    guest = base.attendees[2]
    text = dump(brief(replace(base, attendees=(guest,)), "en", sections=("glance",)))
    assert "took part" not in text
    assert "1 person is quoted or mentioned without word of their presence" in text
    assert guest.attendances[0].mode is Mode.QUOTED


def test_a_template_with_limits_says_what_it_leaves_out(tmp_path: Path) -> None:
    """In the brief and in a notice."""
    (tmp_path / "short").mkdir()
    (tmp_path / "short" / "template.toml").write_text(
        'extends = "standard"\n[section.quotes]\nlimit = 1\n[section.commitments]\nlimit = 2', encoding="utf-8"
    )
    outcome = lay_out(two_events(), settings("en", "short", tmp_path))
    assert "Not shown here: 4 commitments and 2 quotations." in dump(outcome.value)
    assert [notice.code for notice in outcome.notices] == ["left-out-by-limit"]
    assert outcome.notices[0].parameters["quotes"] == 2
    assert len([block for block in outcome.value.blocks if isinstance(block, Quotation)]) == 1


def test_a_brief_made_without_the_model_says_so() -> None:
    """The reader is warned under the head."""
    notice = Notice(severity=Severity.WARNING, code="model-unusable")
    manuscript = brief(replace(two_events(), notices=(notice,)), "en")
    remark = next(block for block in manuscript.blocks if isinstance(block, Callout))
    assert words(remark.runs).startswith("The language model could not be used")


def test_sources_that_gave_no_facts_are_named_at_the_head() -> None:
    """Once each, by their numbers, whatever the reason; other notices and other files are not the reader's."""
    notices = (
        Notice(severity=Severity.ERROR, code="extraction-failed", place="two.txt"),
        Notice(severity=Severity.WARNING, code="no-facts", place="two.txt"),
        Notice(severity=Severity.WARNING, code="mixed-encoding", place="one.txt"),
        Notice(severity=Severity.ERROR, code="language-unknown", place="elsewhere.txt"),
    )
    manuscript = brief(replace(two_events(), notices=notices), "en")
    (remark,) = (block for block in manuscript.blocks if isinstance(block, Callout))
    assert words(remark.runs) == "No facts could be taken from these sources; read them yourself: [2]."
    assert [run.link for run in remark.runs if run.link] == ["#src-2"]


def test_words_of_sources_are_never_a_pattern() -> None:
    """Braces, percents and markup stand as they were."""
    nasty = "{0} {name} {{7*7}} %s %(x)s <b>&amp;</b>"
    scribe = Scribe(article(f"{nasty} said hello", title=nasty, outlet=nasty, language="en", path="x"))
    event = scribe.event(nasty, nasty, scribe.when(nasty))
    person = replace(
        scribe.person(nasty, nasty, None, scribe.attendance(event.id, Mode.IN_PERSON, nasty)), organisation=nasty
    )
    dossier = Dossier(articles=(scribe.source,), events=(event,), attendees=(person,))
    for locale in available():
        manuscript = brief(dossier, locale, title=nasty, marking=nasty, prepared_for=nasty)
        assert dump(manuscript).count(nasty) > 8
        assert manuscript.properties.title == nasty


def test_places_outside_the_text_are_not_printed() -> None:
    """A dossier whose places are wrong loses sentences, not the brief."""
    base = two_events()
    spans = (Span(article="nowhere", start=0, end=5), Span(article=base.articles[0].id, start=99_999, end=100_000))
    gone = replace(base.quotes[0].evidence, spans=spans)
    text = dump(brief(replace(base, quotes=(replace(base.quotes[0], evidence=gone),)), "en"))
    assert "There is no defence without industry," in text


def test_an_odd_date_stays_as_it_was_written() -> None:
    """Neither an impossible date of a source nor of an event stops the brief."""
    scribe = Scribe(article(CONFERENCE, published="2024-02-31", language="en"))
    event = scribe.event("Industry Conference", None, scribe.when("December 5-6, 2023", "2023-12-99", None))
    text = dump(brief(Dossier(articles=(scribe.source,), events=(event,)), "uk"))
    assert "2024-02-31" in text
    assert "December 5-6, 2023" in text


def test_long_text_in_a_run_is_one_paragraph() -> None:
    """Line ends of a source never break a name, a place or what was said."""
    scribe = Scribe(article("Ann\r\nLee said “we\n\ngo”", language="en"))
    quote = replace(scribe.quote("we\n\ngo", "Ann\r\nLee", Attribution.NAMED), text="we go")
    blocks = brief(Dossier(articles=(scribe.source,), quotes=(quote,)), "en", "quotes").blocks
    paragraphs = [words(runs) for block in blocks for runs in runs_of(block)]
    assert {"Ann Lee", "“we go”\N{NO-BREAK SPACE}[1]"} <= set(paragraphs)


def test_a_template_can_show_the_evidence_under_each_commitment(tmp_path: Path) -> None:
    """The sentence stands there unless it is the words themselves."""
    (tmp_path / "proof").mkdir()
    (tmp_path / "proof" / "template.toml").write_text(
        'extends = "standard"\n[section.commitments]\nshow_evidence = true', encoding="utf-8"
    )
    text = dump(lay_out(two_events(), settings("en", "proof", tmp_path, sections=("commitments",))).value)
    assert "Evidence: Zelenskyy announced the creation of an alliance. 13 companies have already signed" in text
    assert "Evidence" not in dump(brief(two_events(), "en", sections=("commitments",)))


def test_a_beneficiary_is_named_where_the_words_do_not() -> None:
    """What the clause says already is not said twice."""
    base = two_events()
    scribe = Scribe(base.articles[1])
    inside, outside = scribe.written("by June 2024"), scribe.written("American companies")
    promises = tuple(
        replace(base.commitments[4], id=f"b{n}", beneficiary=each) for n, each in enumerate((inside, outside))
    )
    text = dump(brief(replace(base, commitments=promises), "en", sections=("commitments",)))
    assert text.count("For:") == 1
    assert "For: American companies" in text


def test_many_events_are_counted_at_the_head() -> None:
    """A head names a dozen events and says how many more there are; so does the overview."""
    base = two_events()
    events = tuple(replace(base.events[0], id=f"e{n}") for n in range(20))
    manuscript = brief(replace(base, events=events, disagreements=base.disagreements * 9), "en")
    pairs = next(block for block in manuscript.blocks if isinstance(block, Pairs))
    assert words(pairs.rows[12][1]) == "8 others"
    assert "Listing: 14 others" in dump(manuscript)
    assert "Listing: 6 others" in dump(manuscript)


def test_an_untitled_source_is_named_by_its_file_without_its_folders() -> None:
    """A printed brief does not tell where its maker keeps files."""
    for path in ("/home/ann/secret/a.txt", "C:\\Users\\ann\\a.txt"):
        manuscript = brief(Dossier(articles=(article("x", path=path, byline="Ann Lee"),)), "en")
        assert cells(section(manuscript, "Sources")[0]) == [["[1]", "a.txt\nAnn Lee"]]


def test_the_country_of_a_delegate_stands_where_no_delegation_does() -> None:
    """Unless the office names it, in whatever case."""
    base = two_events()
    text = dump(brief(base, "uk", "one-page"))
    assert "Lloyd Austin (міністр оборони, Сполучені Штати)" in text
    scribe = Scribe(base.articles[1])
    part = scribe.attendance(base.events[1].id, Mode.REMOTE, "addressed it online")
    host = scribe.person("Volodymyr Zelenskyy", "President of Ukraine", "UA", part)
    nato = replace(host, id="nato", name="Jens", roles=(), country=None, organisation="NATO")
    text = dump(brief(replace(base, attendees=(host, nato)), "uk", "one-page"))
    assert "Volodymyr Zelenskyy (Президент України)" in text
    assert "Jens (НАТО)" in text


@pytest.mark.parametrize("locale", available())
def test_every_word_of_the_brief_is_in_every_catalogue(locale: str) -> None:
    """Every mode, every subject, every empty section."""
    base = two_events()
    host, event = base.attendees[0], base.events[0].id
    people = tuple(
        replace(host, id=mode, attendances=(replace(host.attendances[0], mode=mode, event=event),)) for mode in Mode
    )
    differences = tuple(replace(base.disagreements[0], subject=subject) for subject in Subject)
    manuscript = brief(replace(base, attendees=people, disagreements=differences), locale)
    assert {fact for fact, _ in printed_passages(manuscript)} >= set(Mode)
    empty = brief(Dossier(articles=()), locale, sections=SECTIONS)
    assert sum(isinstance(block, Callout) for block in empty.blocks) == len(SECTIONS) - 1
