"""Sets that others publish and measure themselves on, read where they lie; none of them is in the project."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.quality.facts import LEAST_WORDS, commitments, length, people, speaker, trimmed
from tools.quality.finding import find
from tools.quality.keyed import Keyed, Record
from tools.quality.newspapers import ORDINARY, POLITICS, newspapers
from tools.quality.reading import rows_of
from tools.quality.tally import Tally, Verdict
from tools.quality.words import name_words

_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you", "who"))
_SHINGLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """A public set: its name, its articles with what is due of each, and what is counted on it."""

    name: str
    rows: Callable[[Path], Sequence[Record]]
    measure: Callable[[Sequence[Record], Mapping[str, Record]], Tally]


def public_sets(folder: Path) -> Iterator[tuple[Public, Sequence[Record]]]:
    """Each set that is in the folder, with its rows."""
    for public in _SETS:
        rows = public.rows(folder)
        if rows:
            yield public, rows


def public_figures(folder: Path, names: Container[str] | None = None) -> Iterator[tuple[str, int, Tally]]:
    """Each set that is there and in `names`: its name, how many articles it has, and what was counted.

    `names`: `None` are all but those that are set aside.
    """
    for public, rows in public_sets(folder):
        if public.name in names if names is not None else public.name not in SET_ASIDE:
            yield public.name, len(rows), counted(public, rows)


def counted(public: Public, rows: Sequence[Record]) -> Tally:
    """What the program finds in the articles of a set, held against what is due."""
    return public.measure(rows, _found(rows))


def digest_rows(rows: Sequence[Record]) -> str:
    """One number for the articles of a set and what is due of each."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _published(name: str) -> Callable[[Path], list[Record]]:
    return lambda folder: _of(folder / f"{name}.jsonl")


def _of(file: Path) -> list[Record]:
    return rows_of(file) if file.is_file() else []


def _found(rows: Sequence[Record]) -> dict[str, Record]:
    """What the program finds in each; their names are no file names, so they get numbers."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{at:05d}.txt" for at in range(len(rows))]
        for path, row in zip(paths, rows, strict=True):
            path.write_text(row["text"], encoding="utf-8", newline="")
        found = find(paths)
        return {row["id"]: found[path.stem] for path, row in zip(paths, rows, strict=True)}


def _quotations(rows: Sequence[Record], found: Mapping[str, Record]) -> Tally:
    tally = Tally()
    for row in rows:
        tally.article, text = row["id"], row["text"]
        labels = {trimmed(text, one["start"], one["end"]): one for one in row["quotes"]}
        due = {span: one for span, one in labels.items() if length(text, span) >= LEAST_WORDS}
        said = {trimmed(text, *part["span"]): one for one in found[row["id"]]["quotes"] for part in one["parts"]}
        for span in dict.fromkeys((*due, *said)):
            label, one = due.get(span), said.get(span)
            if label is None and (span in labels or length(text, span) < LEAST_WORDS):
                continue
            told = (label and (label["speaker"], text[slice(*span)]), one and (one["speaker"], one["text"]))
            here, there = label is not None, one is not None
            tally.add("quotation", due=here, said=there, right=here and there, told=told)
            if label is not None and label.get("speaker") is None:
                continue
            right = label is not None and one is not None and _spoke(label, one)
            if one is not None:
                verdict = Verdict(sort="quote", rule=one["rule"], confidence=one["confidence"], right=right)
                tally.verdicts.append(verdict)
            tally.add("quotation + speaker", due=here, said=there, right=right, told=told)
            if label is not None and one is not None:
                named = one["attribution"] in {"named", "resolved"}
                tally.slip("wrong name as speaker", happened=named and not right, told=told)
            if label is not None and label.get("speaker_resolved"):
                _full_name(tally, label, one, told)
    return tally


def _full_name(tally: Tally, label: Record, one: Record | None, told: tuple[object, object]) -> None:
    """“He said”: whether the name that the key has is given, or none."""
    named = one is not None and one["attribution"] in {"named", "resolved"}
    due = name_words(label["speaker_resolved"])
    right = one is not None and bool(set(due[-1:]) & set(name_words(one["speaker"])))
    tally.add("pronoun or title to name", due=True, said=named, right=named and right, told=told)


def _spoke(label: Record, one: Record) -> bool:
    place = one["spans"].get("speaker")
    spots = label.get("speaker_fragments") or [(label["speaker_start"], label["speaker_end"])]
    if place is not None and any(place["span"][0] < end and start < place["span"][1] for start, end in spots):
        return True
    due = [name_words(label["speaker"]), name_words(label.get("speaker_resolved"))]
    said = name_words(one["speaker"])
    return any(words and said and words[-1] == said[-1] and not _PRONOUNS & {said[-1]} for words in due)


def _reports(rows: Sequence[Record], found: Mapping[str, Record]) -> Tally:
    """Event reports: the labels in the form of our own keys, as far as they go."""
    tally = Tally()
    for row in rows:
        asked = [{**one, "kind": "person"} for one in row["people"]]
        undertaken = [{**one, **{slot: _written(one.get(slot)) for slot in ("amount", "deadline")}}
                      for one in row["commitments"]]  # fmt: skip
        article = Keyed(id=row["id"], text=row["text"], key={"commitments": undertaken}, path=Path(row["id"]))
        tally.article = row["id"]
        people(tally, asked, found[row["id"]]["attendees"])
        commitments(tally, article, found[row["id"]]["commitments"])
        _spoken(tally, row, found[row["id"]]["quotes"])
    return tally


def _spoken(tally: Tally, row: Record, found: Sequence[Record]) -> None:
    """The labels say where quotations begin, and not of all: what else is found is not held against anybody."""
    forms = {one["name"]: [one["name"], *one.get("aliases", [])] for one in row["people"]}
    names = {word for name in forms for word in _last(name)}
    said = {trimmed(row["text"], *part["span"])[0]: one for one in found for part in one["parts"]}
    for label in row.get("quotes", ()):
        at = row["text"].find(label["anchor"])
        start, _ = trimmed(row["text"], at, at + len(label["anchor"]))
        one = said.get(start)
        for_whom = label["speaker"]
        attribution = "named" if _last(for_whom) & names else "described" if for_whom else "unknown"
        tally.add("quotation", due=True, said=one is not None, right=one is not None, told=(label["anchor"], None))
        speaker(tally, {"speaker": for_whom, "parts": [label["anchor"]], "attribution": attribution}, one, forms)


def _last(name: str | None) -> set[str]:
    return set(name_words(name)[-1:])


def _written(words: str | None) -> Record | None:
    return None if words is None else {"written": words}


def _persons(rows: Sequence[Record], found: Mapping[str, Record]) -> Tally:
    """Persons by article and last word of the name: what a list of who was there needs."""
    tally = Tally()
    for row in rows:
        tally.article = row["id"]
        due = {name_words(one["text"])[-1] for one in row["entities"] if one["label"] == "Person"
               and name_words(one["text"])}  # fmt: skip
        rows_said = [one for one in found[row["id"]]["attendees"] if one["kind"] == "person"]
        said = {name_words(one["name"])[-1] for one in rows_said if name_words(one["name"])}
        for name in sorted(due | said):
            here, there = name in due, name in said
            tally.add("people", due=here, said=there, right=here and there, told=(here and name, there and name))
    return tally


def _bodies(rows: Sequence[Record], found: Mapping[str, Record]) -> Tally:
    """The body out of a page's text, by runs of four words, and pages of which no paragraph of the body was dropped."""
    tally = Tally()
    for row in rows:
        tally.article = row["id"]
        kept = "\n".join(row["text"][start:end] for one in found[row["id"]].get("articles", ())
                         for start, end in one["body"])  # fmt: skip
        due, said = _shingles(row["body"]), _shingles(kept)
        right = (due & said).total()
        for counter, number in ((tally.right, right), (tally.said, said.total()), (tally.due, due.total())):
            counter["body"] += number
        lost = list(_lost(row, kept))
        tally.slip("a paragraph of the body dropped", happened=bool(lost), told=(lost[:1], ""))
    return tally


def _lost(row: Record, kept: str) -> Iterator[str]:
    """The paragraphs of the body that the page's text has word for word and that are not kept."""
    page, whole = _flat(row["text"]), _flat(kept)
    for line in map(_flat, row["body"].split("\n")):
        if len(line.split()) >= LEAST_WORDS and line in page and line not in whole:
            yield line


def _passages(rows: Sequence[Record], found: Mapping[str, Record]) -> Tally:
    """Passages that belong to a page's body, and such as do not, by whether they are kept."""
    tally = Tally()
    for row in rows:
        tally.article = row["id"]
        kept = _flat("\n".join(row["text"][start:end] for one in found[row["id"]].get("articles", ())
                               for start, end in one["body"]))  # fmt: skip
        for wanted, passages in ((True, row["with"]), (False, row["without"])):
            for passage in filter(None, map(_flat, passages)):
                here = passage in kept
                tally.add("passages", due=wanted, said=here, right=wanted and here, told=(wanted and passage, here))
    return tally


def _flat(text: str) -> str:
    return " ".join(text.split())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(0, len(words) - _SHINGLE + 1)))


_SETS = (
    Public(name="polnear_dev", rows=_published("polnear_dev"), measure=_quotations),
    Public(name="polnear_junk_dev", rows=_published("polnear_junk_dev"), measure=_quotations),
    Public(name="facts_dev", rows=_published("facts_dev"), measure=_reports),
    Public(name="names_worldwide", rows=_published("names_worldwide"), measure=_persons),
    Public(name="boilerplate_wcxb", rows=_published("boilerplate_wcxb"), measure=_bodies),
    Public(name="boilerplate_trafilatura", rows=_published("boilerplate_trafilatura"), measure=_passages),
    Public(name="newspapers", rows=lambda folder: newspapers(folder, "dev"), measure=_reports),
    Public(name="political news", rows=lambda folder: newspapers(folder, "dev", POLITICS), measure=_reports),
    Public(name="ordinary news", rows=lambda folder: newspapers(folder, "dev", ORDINARY), measure=_reports),
    Public(name="ordinary news, held", rows=lambda folder: newspapers(folder, "held", ORDINARY), measure=_reports),
    Public(name="newspapers, held", rows=lambda folder: newspapers(folder, "held"), measure=_reports),
)
SET_ASIDE = frozenset(("newspapers, held", "ordinary news, held"))
