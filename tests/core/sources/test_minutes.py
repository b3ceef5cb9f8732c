"""Lists that matter stay: who was present, what was decided."""

from __future__ import annotations

from briefing.sources.scrape import scraped


def test_a_list_of_those_present_stays_at_the_head(prose: str) -> None:
    """Minutes that begin with a list of names lose none of them."""
    present = ["Meeting of the ministers of transport, Lisbon", "Present:", "Maria Lopes, Portugal", "Jan Kos, Poland"]
    page = "\n".join([*present, "Eva Groß, Germany", *prose.splitlines()])
    article = scraped("a", page)
    body = [article.text[region.start : region.end] for region in article.body()]
    assert body == page.splitlines()[1:]


def test_a_list_of_those_present_stays_at_the_end(prose: str) -> None:
    """Participants listed after a colon at the end of a statement stay."""
    page = (
        prose + "The following ministers took part in the meeting and signed the plan on behalf of their countries:\n"
    )
    page += "Maria Lopes, Portugal\nJan Kos, Poland\nEva Groß, Germany\nLuis Vega, Spain\n"
    article = scraped("a", page)
    assert [article.text[region.start : region.end] for region in article.body()] == page.splitlines()


def test_questions_and_answers_stay(prose: str) -> None:
    """Short turns of an interview are no furniture."""
    turns = ["Q: Why now?", "A: Because it is time.", "Q: And the money?", "A: It will come.", "Q: From whom?"]
    page = "\n".join([*prose.splitlines(), *turns, *prose.replace("nine", "ten").splitlines()])
    article = scraped("a", page)
    assert [article.text[region.start : region.end] for region in article.body()] == page.splitlines()
