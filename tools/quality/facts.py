"""What a record of one article is worth against the key: people, commitments, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import Any

from tools.quality.keyed import Keyed, Record
from tools.quality.tally import Tally, Verdict, paired
from tools.quality.words import any_same_name, likeness, same_actor, same_phrase, stems

# A stretch shorter than this is as often a scare quote as somebody's words: neither asked for nor held against us.
LEAST_WORDS = 4
_ACTS = frozenset(("signed", "agreed", "pledged", "announced", "planned", "delivered"))
_BYSTANDER = "mentioned"
_NOBODY: Record = {}


def count(tally: Tally, article: Keyed, record: Record) -> None:
    """Counts everything that was found in an article, and everything that should have been."""
    tally.article = article.id
    people(tally, article.key["attendees"], record["attendees"])
    commitments(tally, article, record["commitments"])
    _quotations(tally, article, record["quotes"])


# People


def people(tally: Tally, key: Sequence[Record], found: Sequence[Record]) -> None:
    """Counts who was found, in which mode, with which role and country."""
    due = [row for row in key if row["kind"] == "person"]
    said = [row for row in found if row["kind"] == "person"]

    def partners(at: int) -> list[int]:
        names = _names(due[at])
        like = {i: max(likeness(name, row["name"]) for name in names) for i, row in enumerate(said)
                if any_same_name(names, row["name"])}  # fmt: skip
        return sorted(like, key=lambda i: -like[i])

    pairs = paired([row["name"] for row in due], partners)
    for at, row in enumerate(due):
        _person(tally, row, said[pairs[at]] if at in pairs else None)
    for i in sorted(set(range(len(said))) - set(pairs.values())):
        _person(tally, None, said[i])


def _person(tally: Tally, row: Record | None, one: Record | None) -> None:
    if one is not None and (row is None or row.get("required", True)):
        right = row is not None and one["mode"] in row["modes"]
        tally.verdicts.append(_verdict("attendee", one, right=right))
    if row is not None and not row.get("required", True):
        return
    due, said = row or _NOBODY, one or _NOBODY
    name, modes, mode = due.get("name") or said.get("name"), due.get("modes", []), said.get("mode")
    told: tuple[object, object]
    here, found = row is not None, one is not None
    tally.add("people", due=here, said=found, right=here and found, told=(due.get("name"), said.get("name")))
    taking_part = here and modes[0] != _BYSTANDER
    right = mode in modes
    harmless = (right and not taking_part) or (not here and mode == _BYSTANDER)
    told = (f"{name}: {modes}", f"{said.get('name')}: {mode}")
    tally.add("participant + mode", due=taking_part, said=found and not harmless, right=right, told=told)
    if due.get("role"):
        roles = [due["role"], *due.get("roles_also", [])]
        told = (f"{name}: {roles}", said.get("role"))
        tally.add("person + role", due=True, said=bool(said.get("role")), right=_role(roles, said), told=told)
    if due.get("country"):
        # Not every hand has given a country where the text leaves it open: only what a key has is held against anybody.
        same = due["country"] == said.get("country")
        told = (f"{name}: {due['country']}", said.get("country"))
        tally.add("person + country", due=True, said=bool(said.get("country")), right=same, told=told)


def _names(row: Record) -> list[str]:
    return [row["name"], *row.get("aliases", [])]


def _role(accepted: Sequence[str], said: Record) -> bool:
    role = said.get("role")
    return role is not None and same_phrase(accepted, (role, f"{role} {said.get('organisation') or ''}"))


# Commitments


def commitments(tally: Tally, article: Keyed, found: Sequence[Record]) -> None:
    """Counts what was undertaken, asked for or refused, by whom, how much and until when."""
    key = article.key["commitments"]
    touched = [[i for i, row in enumerate(key) if _on(article.text, row["anchor"], one)] for one in found]

    def of_kind(i: int, j: int) -> bool:
        return i in touched[j] and found[j]["kind"] in key[i]["kinds"]

    asked = [i for i, row in enumerate(key) if row.get("required", True)]

    def partners(at: int) -> list[int]:
        fit = [j for j in range(len(found)) if of_kind(asked[at], j)]
        return sorted(fit, key=lambda j: not _acts(key[asked[at]], found[j]))

    pairs = {asked[at]: j for at, j in paired(asked, partners).items()}
    partner = {j: i for i, j in pairs.items()}
    for j, one in enumerate(found):
        near = [key[i] for i in touched[j]]
        fits = [row for row in near if one["kind"] in row["kinds"]]
        tally.verdicts.append(_verdict("commitment", one, right=any(_acts(row, one) for row in fits)))
        _turned(tally, near, one)
        idle = bool(fits) or (bool(near) and not any(row.get("required", True) for row in near))
        if j not in partner and not idle:
            tally.add(
                "commitment + kind", due=False, said=True, right=False, told=("", f"{one['kind']}: {one['text']}")
            )
            tally.add("commitment + kind + actor", due=False, said=True, right=False)
    for i in asked:
        _due(tally, key[i], found[pairs[i]] if i in pairs else None)
    if not asked:
        _quiet(tally, key, touched, found)


def _due(tally: Tally, row: Record, one: Record | None) -> None:
    told: tuple[object, object] = (f"{row['kinds']}: {row['anchor']}", one and f"{one['kind']}: {one['text']}")
    here = one is not None
    tally.add("commitment + kind", due=True, said=here, right=here, told=told)
    acts = one is not None and _acts(row, one)
    told = (f"{row['actors']}: {row['anchor']}", one and one["actor"])
    tally.add("commitment + kind + actor", due=True, said=here, right=acts, told=told)
    if one is None:
        return
    for slot, same in (("amount", _same_amount), ("deadline", _same_deadline)):
        due, said = row.get(slot), one.get(slot)
        # "For three years" says how long, not until when: some call it a deadline.
        if (due or said) and not (due or _NOBODY).get("duration"):
            told = (due and due["written"], said and said["written"])
            right = bool(due and said and same(due, said))
            tally.add(slot, due=bool(due), said=bool(said), right=right, told=told)


def _turned(tally: Tally, near: Sequence[Record], one: Record) -> None:
    """Counts what was found where something is due, and whether a request became a promise or the other way round."""
    sides = {_side(kind) for row in near for kind in row["kinds"]} - {None}
    side = _side(one["kind"])
    if side and sides:
        told = (near[0]["anchor"], f"{one['kind']}: {one['text']}")
        tally.slip("promise and request confused", happened=side not in sides, told=told)


def _side(kind: str) -> str | None:
    return "acts" if kind in _ACTS else "asks" if kind == "requested" else None


def _quiet(tally: Tally, key: Sequence[Record], touched: Sequence[Sequence[int]], found: Sequence[Record]) -> None:
    for near, one in zip(touched, found, strict=True):
        right = any(one["kind"] in key[i]["kinds"] for i in near)
        told = ("", f"{one['kind']}: {one['text']}")
        tally.add("commitments where none is due", due=True, said=True, right=right, told=told)


def _acts(row: Record, one: Record) -> bool:
    return not row["actors"] or same_actor(row["actors"], one["actor"])


def _on(text: str, anchor: str, one: Record) -> bool:
    start = text.find(anchor)
    spans = [one["spans"]["text"]["span"]] if "text" in one["spans"] else [each["span"] for each in one["evidence"]]
    return any(span[0] < start + len(anchor) and start < span[1] for span in spans)


def _same_amount(due: Record, said: Record) -> bool:
    if due.get("value") and said.get("value"):
        return _number(due["value"]) == _number(said["value"]) and due.get("currency") == said.get("currency")
    return _digits(due["written"]) == _digits(said["written"])


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _digits(words: str) -> list[str]:
    return re.findall(r"\d+", words)


def _same_deadline(due: Record, said: Record) -> bool:
    first, second = set(stems(due["written"])), set(stems(said["written"]))
    same_dates = (due.get("start"), due.get("end")) == (said.get("start"), said.get("end"))
    return (bool(first & second) and (first <= second or second <= first)) or (
        same_dates and due.get("end") is not None
    )


# Quotations


def _quotations(tally: Tally, article: Keyed, found: Sequence[Record]) -> None:
    forms = {row["name"]: _names(row) for row in article.key["attendees"]}
    due = dict(chain.from_iterable(_stretches(article, row) for row in article.key["quotes"]))
    idle = {
        span for span, row in due.items() if length(article.text, span) < LEAST_WORDS or not row.get("required", True)
    }
    said = {trimmed(article.text, *part["span"]): one for one in found for part in one["parts"]}
    for span, row in due.items():
        one = said.get(span)
        if span in idle:
            continue
        told = (article.text[slice(*span)], one and one["text"])
        tally.add("quotation", due=True, said=one is not None, right=one is not None, told=told)
        speaker(tally, row, one, forms)
    for span, one in said.items():
        if span not in due and length(article.text, span) >= LEAST_WORDS:
            told = ("", f"{one['speaker']}: {one['text']}")
            tally.add("quotation", due=False, said=True, right=False, told=told)
            tally.add("quotation + speaker", due=False, said=True, right=False)
            tally.verdicts.append(_verdict("quote", one, right=False))


def speaker(tally: Tally, row: Record, one: Record | None, forms: Mapping[str, Sequence[str]]) -> None:
    """Counts whether a quotation has its speaker; `one`: what was found of it; `forms`: those of each name."""
    right = one is not None and _spoke(row, one, forms)
    named = one is not None and one["attribution"] in {"named", "resolved"}
    told = (f"{row['speaker']}: {row['parts'][0]}", one and f"{one['speaker']} ({one['attribution']})")
    tally.add("quotation + speaker", due=True, said=one is not None, right=right, told=told)
    if one is None:
        return
    tally.add("speaker of what was found", due=True, said=True, right=right, told=told)
    tally.slip("wrong name as speaker", happened=named and not right, told=told)
    tally.verdicts.append(_verdict("quote", one, right=right))
    if row["attribution"] == "resolved":
        tally.add("pronoun or title to name", due=True, said=named, right=named and right, told=told)


def _spoke(row: Record, one: Record, forms: Mapping[str, Sequence[str]]) -> bool:
    speaker, said = row["speaker"], one["speaker"]
    if speaker is None or said is None:
        return speaker is said
    if row["attribution"] in {"named", "resolved"}:
        return any_same_name(forms.get(speaker, [speaker]), said)
    # A description is right as long as it names the same people; a name for somebody unnamed never is, but a body
    # may be named by the very words.
    due, told = set(stems(speaker)), set(stems(said))
    return bool(due & told) and (due == told or one["attribution"] == "described")


def _stretches(article: Keyed, row: Record) -> Iterator[tuple[tuple[int, int], Record]]:
    start = 0
    for part in row["parts"]:
        at = article.text.find(part, start)
        at = article.text.find(part) if at < 0 else at
        start = at + len(part)
        yield trimmed(article.text, at, start), row


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without marks and stops at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def length(text: str, span: tuple[int, int]) -> int:
    """How many words a stretch has."""
    return len(re.findall(r"\w+(?:['’]\w+)*", text[slice(*span)]))


def _verdict(sort: str, one: Mapping[str, Any], *, right: bool) -> Verdict:
    return Verdict(sort=sort, rule=one.get("rule", ""), confidence=one["confidence"], right=right)
