"""The parse in plain records, with a model and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.extract.parsing import spacy_stage
from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.pieces import LONGEST
from briefing.extract.parsing.rules_stage import parse_by_rules
from briefing.extract.parsing.spacy_stage import ModelUnusable, parse
from briefing.model.article import Article
from tools.fuzz.articles import ramble

HOSTILE = (
    "Lone \ud800 surrogate, \x00 null, \u202e override and a\u00a0space.\n"
    + ramble(15_000).replace(" ", "").replace(".", "")
    + "\n \u3000.\n"
    + ramble(45_000)
)


@pytest.mark.parametrize("stage", ["model", "rules"])
def test_every_token_is_cut_from_the_text(stage: str, make_article: Callable[..., Article]) -> None:
    """Whatever the text holds, each token's place cuts the token's own words, and indices are in order."""
    article = make_article(HOSTILE)
    found = next(iter(parse((article,)))) if stage == "model" else parse_by_rules(article)
    for i, token in enumerate(found.tokens):
        assert token.i == i
        written = article.text[token.start : token.end]
        assert written == token.text or "\ud800" in written
    assert [sentence.i for sentence in found.sentences] == list(range(len(found.sentences)))
    assert found.sentences[-1].last == len(found.tokens)
    assert len(found.paragraphs) == len(list(article.body()))


def test_a_paragraph_beyond_the_limit_is_one_paragraph(make_article: Callable[..., Article]) -> None:
    """A very long paragraph is parsed in pieces and stays one paragraph."""
    article = make_article(ramble(2 * LONGEST))
    (paragraph,) = next(iter(parse((article,)))).paragraphs
    assert paragraph.end == len(article.text.rstrip())


def test_an_empty_body_is_an_empty_parse(make_article: Callable[..., Article]) -> None:
    """No body, no tokens, no error."""
    assert next(iter(parse((make_article(" \n\n"),)))).tokens == ()


def test_lemmas_of_verbs(parsed: Callable[..., Parse]) -> None:
    """Irregular and regular forms have their dictionary form."""
    found = parsed("They met, agreed, signed and held talks, and she will have gone; it isn't planned.")
    lemmas = {token.text: token.lemma for token in found.tokens}
    assert [lemmas[word] for word in ("met", "agreed", "signed", "held", "gone", "planned")] == [
        "meet", "agree", "sign", "hold", "go", "plan",
    ]  # fmt: skip
    assert lemmas["n't"] == "not"


def test_an_altered_weight_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A model file whose hash is not the pinned one is never loaded."""
    (tmp_path / "config.cfg").write_text("altered", encoding="utf-8")
    monkeypatch.setattr(spacy_stage, "_folder", lambda _: tmp_path)
    spacy_stage._machine.cache_clear()
    try:
        with pytest.raises(ModelUnusable) as refused:
            parse(())
    finally:
        spacy_stage._machine.cache_clear()
    assert refused.value.reason == "altered"


def test_sentences_without_a_model(make_article: Callable[..., Article]) -> None:
    """Abbreviations and closing marks do not end a sentence too early."""
    found = parse_by_rules(make_article("“We met Dr. Osei of the U.S. team.” He left. Mr. Adu stayed!"))
    assert [found.article.text[s.start : s.end] for s in found.sentences] == [
        "“We met Dr. Osei of the U.S. team.”",
        "He left.",
        "Mr. Adu stayed!",
    ]
