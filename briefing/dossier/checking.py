"""A printed brief against what it was made of: the words it prints, and the sources it names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from briefing.dossier.record import SCHEMA, Json, file_name, printable
from briefing.dossier.verifying import same_words
from briefing.model.article import Article
from briefing.model.decision import Slot
from briefing.model.errors import NothingDone

PRINT_SCHEMA = "briefing/print/1"

_NAMED = frozenset({"events", "attendees"})


class Standing(StrEnum):
    """What became of printed words since export; `added`: words that the export did not print."""

    INTACT = "intact"
    ALTERED = "altered"
    GONE = "gone"
    ADDED = "added"


class Backing(StrEnum):
    """Whether the sources say it; `untold` where the source was not given.

    `editor`: they say what is theirs, and some of it the editor has corrected.
    """

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    UNTOLD = "untold"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What holds of one printed fact, or of a line of print around the facts.

    `fact`: its id, `None` for a line. `kind`: `quotes`, `attendees`, `commitments`, `events`, `figures` or `lines`.
    `words`: as exported, empty for what was added. `found`: as they stand in the file now, `None` if gone.
    `backing`: `None` for a line. `source`: the article's title or path, `None` if unnamed.
    """

    fact: str | None
    kind: str
    words: str
    found: str | None
    standing: Standing
    backing: Backing | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What a printed file carries along: the dossier, each fact's words, and all lines, in order of print."""

    dossier: Json
    printed: tuple[tuple[str, str], ...]
    lines: tuple[str, ...] = ()


def to_payload(
    dossier: Json, settings: Mapping[str, object], printed: Sequence[tuple[str, str]], lines: Sequence[str] = ()
) -> str:
    """The JSON text that a printed file carries; `printed` pairs fact ids with words, in order of print."""
    record = {
        "schema": PRINT_SCHEMA,
        "settings": dict(settings),
        "dossier": dossier,
        "printed": [{"fact": fact, "text": text} for fact, text in printed],
        "lines": list(lines),
    }
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_payload(text: str | None) -> Payload:
    """The payload of a file. Raises `NothingDone` where there is none or it is not whole."""
    if text is None:
        raise NothingDone("no-dossier-in-file")
    try:
        record = json.loads(text)
        if record["schema"] != PRINT_SCHEMA or record["dossier"]["schema"] != SCHEMA:
            raise NothingDone("dossier-of-other-version")
        printed = tuple((str(one["fact"]), str(one["text"])) for one in record["printed"])
        lines = tuple(map(str, record["lines"]))
    except (ValueError, KeyError, TypeError, RecursionError) as damage:
        raise NothingDone("dossier-damaged") from damage
    return Payload(dossier=record["dossier"], printed=printed, lines=lines)


def check(payload: Payload, passages: Sequence[tuple[str, str]], articles: Sequence[Article]) -> tuple[Verdict, ...]:
    """A verdict on each printed fact, in order of print.

    `passages`: fact ids with the words that stand in the file now. `articles`: the sources given, possibly none.
    Raises `NothingDone` where the payload's facts are not of the published form.
    """
    try:
        facts = dict(_facts(payload.dossier))
        sources = {article["id"]: article for article in payload.dossier["articles"]}
        now = _by_fact(passages)
        verdicts = []
        for fact, words in payload.printed:
            kind, record = facts[fact]
            found = _next(now.get(fact, []), words)
            cited = _cited(kind, record)
            backing = _backing(cited, sources, articles, edited=bool(record.get("edited")))
            if _letters(words) != _letters(record["name" if kind in _NAMED else "text"] or ""):
                backing = Backing.REFUTED  # what was printed is not what the dossier says
            verdicts.append(
                Verdict(
                    fact=fact,
                    kind=kind,
                    words=words,
                    found=found,
                    standing=_standing(words, found),
                    backing=backing,
                    source=_source(cited, sources),
                )
            )
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as damage:
        raise NothingDone("dossier-damaged") from damage
    return tuple(verdicts)


def _facts(dossier: Json) -> Iterator[tuple[str, tuple[str, Json]]]:
    for kind in ("events", "attendees", "commitments", "quotes", "figures"):
        for fact in dossier[kind]:
            yield fact["id"], (kind, fact)


def _by_fact(passages: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact, words in passages:
        found.setdefault(fact, []).append(words)
    return found


def _next(left: list[str], words: str) -> str | None:
    """The passage that fits `words` if one is left, else the next one in order of print; taken from `left`."""
    for i, passage in enumerate(left):
        if same_words(passage, words):
            return left.pop(i)
    return left.pop(0) if left else None


def _standing(words: str, found: str | None) -> Standing:
    if found is None or not found.strip():
        return Standing.GONE
    return Standing.INTACT if same_words(words, found) else Standing.ALTERED


@dataclass(frozen=True)
class _Cited:
    """Words that a fact takes from a source, the article's id, and the places whose cuts they are."""

    words: str
    article: str
    places: tuple[tuple[int, int], ...]


def _cited(kind: str, fact: Json) -> tuple[_Cited, ...]:
    """The words on which a printed fact stands, each with its place; all of them must still be there."""
    sentence = tuple(_at(one["text"], one) for one in fact["evidence"][:1])
    if kind == "quotes":
        return (_at(fact["text"], *fact["parts"]), *sentence)
    if kind == "attendees":
        told = [_at(one["written"], one) for one in (fact["names"][0], *fact["roles"][:1]) if "stated" not in one]
        # How somebody took part is borne out by a sentence for each event.
        present = [_at(one["text"], one) for part in fact["attendances"] for one in part["evidence"][:1]]
        return (*told, *present)
    if kind == "events":
        place = fact["spans"].get("name")
        return (_at(fact["name"], place), *sentence) if place else sentence
    if kind == "figures" and Slot.AMOUNT in fact.get("edited", ()):
        return sentence  # with its sum, the editor has changed the phrase
    return (_at(fact["text"], fact["spans"]["text"]), *sentence)


def _letters(text: str) -> str:
    """What no setting in type changes of a text."""
    return "".join(char for char in text if char.isalnum())


def _at(words: str, *places: Mapping[str, Any]) -> _Cited:
    spans = tuple((int(place["span"][0]), int(place["span"][1])) for place in places)
    return _Cited(words, str(places[0]["article"]), spans)


def _backing(
    cited: Sequence[_Cited], sources: Mapping[str, Json], given: Sequence[Article], *, edited: bool
) -> Backing:
    """The worst that holds of any words; what the editor has corrected is never said to be confirmed."""
    standings = {_told(one, sources, given) for one in cited}
    for worst in (Backing.REFUTED, Backing.UNTOLD):
        if worst in standings:
            return worst
    return Backing.EDITOR if edited else Backing.CONFIRMED


def _told(cited: _Cited, sources: Mapping[str, Json], given: Sequence[Article]) -> Backing:
    """Whether the source has the words: at their place in the same text, or anywhere in a newer version of it."""
    for article in given:
        if article.id == cited.article:
            cut = " ".join(article.text[start:end] for start, end in cited.places)
            return Backing.CONFIRMED if _says(cut, cited.words) else Backing.REFUTED
    successors = [article for article in given if _succeeds(article, sources[cited.article])]
    if not successors:
        return Backing.UNTOLD
    return Backing.CONFIRMED if any(_says(one.text, cited.words) for one in successors) else Backing.REFUTED


def _succeeds(article: Article, source: Json) -> bool:
    """Whether an article with another text is a version of the source: same address, title or file name."""
    files = (file_name(article.path), file_name(source["path"]))
    pairs = ((article.url, source["url"]), (article.title, source["title"]), files)
    return any(one is not None and one == other for one, other in pairs)


def _says(text: str, words: str) -> bool:
    return " ".join(words.split()) in " ".join(printable(text).split())


def _source(cited: Sequence[_Cited], sources: Mapping[str, Json]) -> str | None:
    source = sources[cited[0].article] if cited else None
    return None if source is None else source["title"] or source["path"]
