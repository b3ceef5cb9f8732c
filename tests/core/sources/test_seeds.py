"""The two articles that every tour starts from are read as their key says."""

from __future__ import annotations

from briefing.model.article import Article, RegionKind
from briefing.resources import shipped
from briefing.sources.reading import gather


def _seed(name: str) -> Article:
    outcome = gather([str(shipped("seeds") / name)], lambda: b"")
    assert outcome.notices == ()
    (article,) = outcome.value
    return article


def _body(article: Article) -> list[str]:
    return [article.text[region.start : region.end] for region in article.body()]


def test_a_scrape_keeps_its_article_and_drops_its_lists() -> None:
    """The scrape's body runs from dateline to last quotation, and none of its three lists is in it."""
    article = _seed("000_b4225b1f1c6e27e6.txt")
    body = _body(article)
    assert body[0].startswith("KYIV, Ukraine (AP) — Ukraine hosted an international defense industry conference")
    assert body[-1] == "“Our vision is to develop world-class military products,” Umerov said."
    assert len(body) == 15


def test_a_scrape_says_what_it_is() -> None:
    """Title, agency, date and language come out of a title line that is stuck together and a "Date:" line."""
    article = _seed("000_b4225b1f1c6e27e6.txt")
    assert article.title == "Ukraine hosts a defense industry forum seeking to ramp up weapons production for the war"
    assert (article.language, article.outlet, article.published) == ("en", "AP", "2025-04-11T17:32:49")


def test_an_export_keeps_every_paragraph() -> None:
    """Every paragraph under the export's "Conteúdo" heading is body."""
    article = _seed("004_27fad4cbe759321a.txt")
    body = _body(article)
    after = article.text.split("### Conteúdo:")[1]
    assert body == [line for line in after.split("\n") if line.strip()]


def test_an_export_says_what_it_is() -> None:
    """Title without the outlet, date with its zone, address and outlet are taken from the export's labelled lines."""
    article = _seed("004_27fad4cbe759321a.txt")
    assert article.title == (
        "The delegation of Ukraine took part in the USA – Ukraine Defense Industrial Base Conference, "
        "which began in Washington, DC"
    )
    assert (article.language, article.published) == ("en", "2023-12-06T05:00:00-03:00")
    assert article.outlet == "Офіційне інтернет-представництво Президента України"
    assert article.url is not None
    assert article.url.startswith("https://www.president.gov.ua/en/news/")


def test_every_line_of_a_seed_is_in_a_region() -> None:
    """Each line that is not blank stands in some region, and the regions' junk has its reason."""
    for name in ("000_b4225b1f1c6e27e6.txt", "004_27fad4cbe759321a.txt"):
        article = _seed(name)
        at = 0
        for line in article.text.split("\n"):
            held = [region for region in article.regions if region.start < at + len(line) and region.end > at]
            assert bool(held) == bool(line.strip())
            assert all((region.reason is not None) == (region.kind is RegionKind.JUNK) for region in held)
            at += len(line) + 1
