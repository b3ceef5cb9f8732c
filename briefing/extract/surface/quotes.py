"""Quotations: which words somebody said or wrote, and who."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.extract.identity import fact_id
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.certainty import confidence_of
from briefing.extract.surface.runs import capital
from briefing.extract.surface.speakers import Speaker, Speakers
from briefing.extract.surface.stretches import Stretch, Stretches
from briefing.model.facts import Attribution, Evidence, Quote
from briefing.model.span import Span, Written

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_SHORT, _TITLE_WORDS = 3, 8


class Quotations:
    """Finds the quotations of one article."""

    def __init__(self, actors: Actors, stretches: Stretches, saying: Mapping[str, Any]) -> None:
        self._actors = actors
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._text = actors.parse.article.text
        self._speakers = Speakers(actors, stretches, saying)
        self._before = frozenset(saying["names"]["before"])
        self._starts = actors.starts

    def find(self, stretches: Sequence[Stretch], attendee_id: Mapping[str, str]) -> list[tuple[Quote, Speaker | None]]:
        """The quotations in order, each with its speaker as found; `attendee_id`: by the name of a person."""
        past: list[tuple[Stretch, Speaker | None]] = []
        found: list[tuple[Quote, Speaker | None]] = []
        group: list[Stretch] = []
        for stretch in stretches:
            group.append(stretch)
            if stretch.runs_on:
                continue
            said = self._speakers.of(group[-1], past) or self._speakers.of(group[0], past)
            if self._is_speech(group, said):
                found.append((self._record(group, said, attendee_id), said))
                past.append((group[-1], said))
            group = []
        return found

    def _is_speech(self, group: Sequence[Stretch], said: Speaker | None) -> bool:
        """Speech, or a title, a name, a word held with tongs."""
        first = group[0]
        if not first.marked:
            return True
        words = _WORD.findall(self._text[first.start : first.end])
        if not words or not group[-1].closed or len(group) > 1:
            return bool(words) and group[-1].closed
        beside = said is not None and said.rule.startswith(("cue.", "introduced")) and self._set_off(first)
        if self._named(first) and not (beside and said is not None and said.rule.startswith("cue.after")):
            return False
        if len(words) > _SHORT and (said is None or said.rule == "continued"):
            return self._sentence(first) or (said is not None and self._set_off(first) and len(words) > _TITLE_WORDS)
        return beside or len(words) > _SHORT

    def _sentence(self, stretch: Stretch) -> bool:
        """Whether the words begin as a sentence and stand alone or end as one."""
        words = self._text[stretch.start : stretch.end]
        after = self._text[stretch.end : stretch.end + 4].lstrip('»”“"\u00a0\u202f ')
        before = self._text[max(0, stretch.start - 4) : stretch.start].rstrip('«“„"\u00a0\u202f ').strip(" ")
        before = "" if before.endswith("\n") else before.strip()
        alone = before[-1:] in {"", ".", ":", "!", "?"} and after[:1] in {"", ".", ",", "-", "–", "—"}
        return words[:1].isupper() and (words[-1] in ".?!…," or alone) and len(words.split()) > _SHORT

    def _set_off(self, stretch: Stretch) -> bool:
        before = self._text[max(0, stretch.start - 4) : stretch.start].rstrip("«“„\"' \u00a0")
        after = self._text[stretch.end : stretch.end + 5].lstrip("»”“\"' \u00a0")
        ends = self._text[stretch.end - 1]
        return (
            before[-1:] in {":", ","} or after[:1] in {",", "-", "–", "—"} or ends in ",.!?…" or self._led_in(stretch)
        )

    def _led_in(self, stretch: Stretch) -> bool:
        """`said that "..."`."""
        i = bisect_left(self._starts, stretch.start) - 1
        while i >= 0 and not self._tokens[i].text[0].isalnum():
            i -= 1
        return i >= 0 and self._tokens[i].text.lower() in self._actors.cast.words.grammar.clause_starts

    def _named(self, stretch: Stretch) -> bool:
        """A noun that bears a name stands right before the marks ("the book «...»", "company «...»")."""
        i = bisect_left(self._starts, stretch.start) - 1
        while i >= 0 and self._tokens[i].text in '«“„"':
            i -= 1
        if i < 0 or self._tokens[i].end < stretch.start - 3 or not self._tokens[i].text[0].isalpha():
            return False
        token = self._tokens[i]
        title = self._actors.cast.title_at.get(i)
        return (
            token.lemma in self._before
            or token.text.lower() in self._before
            or i in self._actors.cast.spotted.bodies
            or (title is not None and capital(self._tokens[bisect_left(self._starts, stretch.start)]))
        )

    def _record(self, group: Sequence[Stretch], said: Speaker | None, attendee_id: Mapping[str, str]) -> Quote:
        parse, article = self._parse, self._parse.article
        parts = tuple(parse.span(stretch.start, stretch.end) for stretch in group)
        rule = f"surface.quote.{said.rule}" if said is not None else "surface.quote.alone"
        name = said.name if said is not None else None
        attribution = said.attribution if said is not None and name is not None else Attribution.UNKNOWN
        person = said.person if said is not None else None
        return Quote(
            id=fact_id("quote", article.id, *((part.start, part.end) for part in parts)),
            parts=parts,
            text=" ".join(" ".join(part.cut(self._text).split()) for part in parts),
            speaker=name,
            speaker_id=attendee_id.get(person.name) if person is not None else None,
            speaker_words=self._written(said.words) if said is not None and said.words is not None else None,
            cue=self._written((said.cue, said.cue + 1)) if said is not None and said.cue is not None else None,
            attribution=attribution,
            fragment=not self._text[group[0].start : group[0].end].lstrip("[(…. ¿¡")[:1].isupper(),
            language=article.language,
            event=None,
            evidence=Evidence(spans=self._evidence(group, said), rule=rule, confidence=confidence_of(rule)),
        )

    def _written(self, words: tuple[int, int]) -> Written:
        start, end = self._tokens[words[0]].start, self._tokens[words[1] - 1].end
        return Written(text=self._text[start:end], span=self._parse.span(start, end))

    def _evidence(self, group: Sequence[Stretch], said: Speaker | None) -> tuple[Span, ...]:
        sentences = self._parse.sentences
        wanted = [(stretch.start, stretch.end) for stretch in group]
        ends: list[int] = []
        for stretch in group:
            first, last = bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)
            ends += [min(first, len(self._tokens) - 1), max(0, min(last, len(self._tokens)) - 1)]
        if said is not None:
            ends += [place for place in (said.cue, said.words[0] if said.words else None) if place is not None]
        wanted += [(sentences[self._tokens[i].sentence].start, sentences[self._tokens[i].sentence].end) for i in ends]
        merged: list[tuple[int, int]] = []
        for start, end in sorted(wanted):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
            else:
                merged.append((start, end))
        return tuple(self._parse.span(start, end) for start, end in merged)
