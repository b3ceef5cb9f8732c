"""Markdown as people write it and as aggregators export it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.article import Article, RegionKind
from briefing.sources.reading import gather


def _read(tmp_path: Path, text: str, name: str) -> Article:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="\n")
    (article,) = gather([str(path)], lambda: b"").value
    return article


def _cuts(article: Article, kind: RegionKind) -> list[str]:
    return [article.text[region.start : region.end] for region in article.regions if region.kind is kind]


def test_front_matter_is_metadata(tmp_path: Path, prose: str) -> None:
    """What front matter says is taken from it, and it is no part of the body."""
    front = '---\ntitle: "Nine countries agree"\ndate: 2024-03-05T10:00:00+01:00\nauthor: Ana Reis\nlang: en-GB\n---\n'
    article = _read(tmp_path, front + "\n" + prose.replace("\n", "\n\n"), "a.md")
    assert (article.title, article.byline) == ("Nine countries agree", "Ana Reis")
    assert article.published == "2024-03-05T10:00:00+01:00"
    assert _cuts(article, RegionKind.METADATA) == [front.strip()]
    assert _cuts(article, RegionKind.BODY) == prose.splitlines()


def test_a_wrapped_paragraph_is_one(tmp_path: Path, prose: str) -> None:
    """Lines that belong to one paragraph make one region; a heading makes another, without its mark."""
    wrapped = "\n\n".join(line.replace(". ", ".\n").replace(", ", ",\n") for line in prose.splitlines())
    article = _read(tmp_path, f"# Nine countries agree\n\n{wrapped}\n", "a.md")
    assert article.title == "Nine countries agree"
    assert _cuts(article, RegionKind.TITLE) == ["Nine countries agree"]
    body = [" ".join(cut.split()) for cut in _cuts(article, RegionKind.BODY)]
    assert body == prose.splitlines()


@pytest.mark.parametrize(
    ("title", "date", "source", "language", "content"),
    [
        ("Título", "Data", "Origem", "Idioma", "Conteúdo"),
        ("Title", "Date", "Source", "Language", "Content"),
        ("Título", "Fecha", "Fuente", "Idioma", "Contenido"),
        ("Titre", "Date", "Source", "Langue", "Contenu"),
        ("Заголовок", "Дата", "Джерело", "Мова", "Зміст"),
        ("Titel", "Datum", "Quelle", "Sprache", "Inhalt"),
        ("Tytuł", "Data", "Źródło", "Język", "Treść"),
    ],
)
def test_exports_in_every_language(  # noqa: PLR0913, PLR0917 - one label each
    tmp_path: Path, prose: str, title: str, date: str, source: str, language: str, content: str
) -> None:
    """The labels of an export are understood in all the languages such exports use."""
    text = (
        f"# {title}: Nine countries agree - The Quay\n\n>{date}: 2024-03-05 10:00:00+01:00\n"
        f">{source}: [The Quay](https://quay.example)\n>{language}: en\n\n### {content}:\n\n"
        + prose.replace("\n", "\n\n")
    )
    article = _read(tmp_path, text, "a.txt")
    assert (article.title, article.outlet) == ("Nine countries agree", "The Quay")
    assert (article.published, article.language) == ("2024-03-05T10:00:00+01:00", "en")
    assert _cuts(article, RegionKind.BODY) == prose.splitlines()
