"""Quotations: which words in marks somebody said or wrote, and who."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.sayers import Saying
from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import alternatives, load
from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.worth import readable
from briefing.extract.quotations.affirmed import Affirmed
from briefing.extract.quotations.enclosed import Enclosed
from briefing.extract.quotations.frames import Frame, Frames
from briefing.extract.quotations.going_on import GoingOn
from briefing.extract.quotations.labels import Labels
from briefing.extract.quotations.layouts import LABEL
from briefing.extract.quotations.likely_speakers import LIKELY, LikelySpeakers, weights
from briefing.extract.quotations.names_in_marks import NamesInMarks
from briefing.extract.quotations.nicknames import is_nickname
from briefing.extract.quotations.pull_quotes import PullQuotes
from briefing.extract.quotations.signatures import SIGNED
from briefing.extract.quotations.speaker_signs import Place
from briefing.extract.quotations.speakers import CONTINUED, Speakers
from briefing.extract.quotations.writers import Writers
from briefing.extract.reference.cast import Cast, Referent
from briefing.extract.speech.mark_signs import read_namer
from briefing.extract.speech.marks import Flaw, Pairing, Quoted, pair_marks
from briefing.extract.speech.turns import Turn, find_turns
from briefing.model.facts import Attribution, Evidence, Quote
from briefing.model.span import Span, Written

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LABEL = re.compile(r"([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
_SHORT = 3
_TELLING = frozenset(("quote.cue.above", "quote.cue.before", "quote.cue.parenthesis"))


def find_quotes(parse: Parse, clauses: Clauses, cast: Cast) -> tuple[Quote, ...]:
    """The quotations of an article, in order; an unsettled speaker stays `described` or `unknown`."""
    return _Finder(parse, clauses, cast).find()


def asked_speakers(parse: Parse, clauses: Clauses, cast: Cast) -> tuple[tuple[Quote, Place | None], ...]:
    """The quotations with the place of whose speaker can be asked for, for whoever weighs the signs of speakers."""
    finder = _Finder(parse, clauses, cast)
    finder.likely = LikelySpeakers(cast, {})
    return tuple((quote, finder.likely.places.get(quote.parts[0].start)) for quote in finder.find())


def mark_flaws(parse: Parse) -> tuple[Flaw, ...]:
    """The quotation marks of an article that have no partner."""
    return _pair(parse).flaws


def _pair(parse: Parse) -> Pairing:
    known = parse.readings.get("marks")
    if not isinstance(known, Pairing):
        paragraphs = [(region.start, region.end) for region in readable(parse.article)]
        known = parse.readings["marks"] = pair_marks(parse.article.text, paragraphs, _ended("en"), read_namer("en"))
    return known


@functools.cache
def _ended(language: str) -> re.Pattern[str]:
    """`, Maria Keller said`, `, he said`, `, said Maria`: the report of a quotation, in running words."""
    verb = alternatives(load(language, "saying")["verbs"]["reports"])
    return re.compile(rf"[,?!]\s(?:(?:[^\W\d_][\w.’'-]*\s){{1,6}}(?:{verb})\b|(?:{verb})\s[^\W\d_])")


def _within(stretch: Quoted, turns: Sequence[Turn]) -> bool:
    """Whether words in marks stand inside a turn of a transcript: the speaker quotes."""
    return any(turn.stretch.start <= stretch.start and stretch.end <= turn.stretch.end for turn in turns)


class _Finder:
    def __init__(self, parse: Parse, clauses: Clauses, cast: Cast) -> None:
        self._parse = parse
        self._cast = cast
        self._text = parse.article.text
        turns = find_turns(parse)
        marked = [each for each in _pair(parse).stretches if not _within(each, turns)]
        stretches = tuple(sorted([*marked, *(turn.stretch for turn in turns)], key=lambda each: each.start))
        self._not_names = frozenset(load("en", "saying")["sources"]["colon_labels"])
        self._labels = Labels(parse, cast, turns)
        self._inside: dict[int, int] = {}
        stretches = tuple(self._without_label(each, below) for each, below in pairwise((*stretches, None)) if each)
        self._frames = Frames(parse, tuple(each for each in stretches if not is_nickname(self._text, each)))
        self._speakers = Speakers(self._frames, clauses)
        self._enclosed = Enclosed(self._frames, cast, self._speakers.sayings)
        self.likely = LikelySpeakers(cast, weights("en"))
        self._writers = Writers(cast)
        self._going_on = GoingOn(cast)
        self._pulled = PullQuotes(parse)
        self._names = NamesInMarks(self._frames)
        self._affirmed = Affirmed(self._frames, clauses, cast)

    def find(self) -> tuple[Quote, ...]:
        found = []
        group: list[Frame] = []
        for frame in self._frames.frames:
            group.append(frame)
            if not frame.stretch.runs_on:
                quote = self._quote(group)
                found.extend([quote] if quote is not None else [])
                group = []
        return tuple(found)

    def _without_label(self, stretch: Quoted, below: Quoted | None) -> Quoted:
        """A transcript's stretch without the speaker's label; it ends where the next one has a label of its own."""
        label = _LABEL.match(self._text, stretch.start, stretch.end)
        if label is not None and label.group(1).lower() not in self._not_names:
            self._inside[label.end()] = label.end(1) - 1
            stretch = replace(stretch, start=label.end())
        if stretch.runs_on and below is not None and _LABEL.match(self._text, below.start, below.end):
            stretch = replace(stretch, runs_on=False)
        return stretch

    def _labelled(self, frame: Frame) -> Saying | None:
        """`"WALLACE: ..."`: the label inside the marks; or that of a turn without marks."""
        place = self._inside.get(frame.stretch.start)
        if place is None:
            return self._labels.saying(frame.stretch.start)
        token = frame.inside[0] if frame.inside else 0
        while token > 0 and self._parse.tokens[token].start > place:
            token -= 1
        return Saying(token, None, LABEL, 0.85, beside=True)

    def _quote(self, group: Sequence[Frame]) -> Quote | None:
        """One quotation; several stretches when it runs on over paragraphs."""
        said = self._labelled(group[0]) or self._cued(group) or self._speakers.of(group[0])
        if self._is_pulled(group[0], said):
            return None
        if not self._is_speech(group, said):
            return None
        return self._record(group, said)

    def _cued(self, group: Sequence[Frame]) -> Saying | None:
        """The cue at the end of the words; a name in the line below signs none that have a cue where they begin."""
        last = self._speakers.own(group[-1])
        first = self._speakers.own(group[0]) if last is not None and last.rule == SIGNED else None
        return first if first is not None and first.beside else last

    def _is_pulled(self, frame: Frame, said: Saying | None) -> bool:
        """Whether the words only repeat, for the eye, what somebody says elsewhere in the article."""
        rule = said.rule if said is not None else None
        return bool(frame.inside) and rule != LABEL and self._pulled.repeats(frame, signed=rule == SIGNED)

    # --- speech, or a title, a name, a word held with tongs

    def _is_speech(self, group: Sequence[Frame], said: Saying | None) -> bool:
        frame = group[0]
        open_ended = not group[-1].stretch.closed
        unsure = open_ended and not self._surely_ends(group[-1], said)
        if not frame.inside or unsure or self._ends_at_inches(group[-1].stretch):
            return False
        words = _WORD.findall(self._words(frame.stretch))
        if len(group) > 1:
            return True
        if said is not None and (said.rule == LABEL or self._is_whole(frame)):
            return not self._names.named(frame)
        if len(words) <= _SHORT:
            beside = said is not None and said.beside and self._set_off(frame)
            goes_on = said is not None and said.rule == CONTINUED and self._sentence(frame.stretch)
            return (beside or goes_on or self._told_in_part(frame, said)) and not self._names.named(frame)
        set_off = said is not None and said.beside and self._set_off(frame)
        if self._names.named(frame) or (not set_off and self._names.is_title(frame, words)):
            return False
        return said is not None or len(words) > 5 or self._sentence(frame.stretch)

    def _told_in_part(self, frame: Frame, said: Saying | None) -> bool:
        """`X called it “reckless”`, `X said it was “wrong”`: a word or two that are the speaker's own."""
        if said is None or said.cue is None or said.rule not in _TELLING or not self._words(frame.stretch)[0].islower():
            return False
        tokens, before = self._parse.tokens, frame.before
        if not before or self._names.is_held(tokens[before[-1]].text.lower()):
            return False
        if tokens[before[-1]].text.lower() == "the" and tokens[frame.inside[-1]].pos in {"NOUN", "PROPN", "PUNCT"}:
            return False  # "the “grain bridge”": what everybody calls it
        led = any(tokens[i].start == said.cue[0] for i in before)
        known = led and self._cast.refer(said.speaker).key is not None
        return known and self._affirmed.holds(frame, said)

    def _ends_at_inches(self, stretch: Quoted) -> bool:
        """`“just 5" pipes”`: the sign for inches taken for the closing mark."""
        opened, ended = self._text[stretch.start - 1 : stretch.start], self._text[stretch.end - 1 : stretch.end + 1]
        return opened == "“" and ended[-1:] == '"' and ended[:1].isdigit()

    def _surely_ends(self, frame: Frame, said: Saying | None) -> bool:
        """Whether words without a closing mark end beyond doubt: cued from the left, up to the paragraph's end."""
        paragraph = self._parse.paragraphs[self._parse.tokens[frame.inside[0]].paragraph]
        whole = frame.stretch.end >= paragraph.end
        return whole and said is not None and said.beside and said.rule in {"quote.cue.before", "quote.cue.introduced"}

    def _words(self, stretch: Quoted) -> str:
        return self._text[stretch.start : stretch.end]

    def _is_whole(self, frame: Frame) -> bool:
        """Whether the words are a sentence that fills its paragraph: `“Never.”`."""
        tokens = self._parse.tokens
        paragraph = self._parse.paragraphs[tokens[frame.inside[0]].paragraph]
        text, stretch = self._text, frame.stretch
        around = text[paragraph.start : stretch.start] + text[stretch.end : paragraph.end]
        return self._sentence(stretch) and not any(map(str.isalnum, around))

    def _set_off(self, frame: Frame) -> bool:
        """Whether a comma or colon sets the words off from what comes before or after."""
        before = bool(frame.before) and self._parse.tokens[frame.before[-1]].text in {",", ":"}
        ends = (
            self._words(frame.stretch)[-1] in ",?!.…"
            or self._text[frame.stretch.end + 1 : frame.stretch.end + 2] == ","
        )
        return before or (frame.attached and not frame.before and ends)

    def _sentence(self, stretch: Quoted) -> bool:
        words = self._words(stretch)
        return words[:1].isupper() and words[-1] in ".?!,…"

    # --- the record

    def _record(self, group: Sequence[Frame], said: Saying | None) -> Quote:
        parse, article = self._parse, self._parse.article
        parts = tuple(parse.span(frame.stretch.start, frame.stretch.end) for frame in group)
        referent, likely = self.likely.settle(self._referent(said, group[0].stretch.start), said, group)
        if referent is None and said is None and (said := self._enclosed.find(group)):
            referent = self._referent(said, group[0].stretch.start)
        referent = self._going_on.settle(self._writers.settle(referent, said, group), said, group)
        speaker = referent.name if referent is not None else None
        attribution = referent.attribution if referent is not None else Attribution.UNKNOWN
        guessed = attribution is Attribution.RESOLVED and not parse.syntax  # without a tree nothing settles a pronoun
        if speaker is None or guessed or attribution is Attribution.UNKNOWN:
            speaker, attribution = None, Attribution.UNKNOWN
        closed = all(frame.stretch.closed for frame in group)
        confidence = (said.confidence if said is not None and speaker is not None else 0.4) * (1.0 if closed else 0.6)
        rule = said.rule if said is not None else "quote.alone"
        if likely is not None:
            rule, confidence = f"{rule}.{LIKELY}", likely * (1.0 if closed else 0.6)
        return Quote(
            id=fact_id("quote", article.id, *((part.start, part.end) for part in parts)),
            parts=parts,
            text=" ".join(" ".join(part.cut(self._text).split()) for part in parts),
            speaker=speaker,
            speaker_id=self._cast.attendee_id(referent.key) if referent is not None and speaker is not None else None,
            speaker_words=referent.words if referent is not None else None,
            cue=self._written(said.cue) if said is not None and said.cue is not None else None,
            attribution=attribution,
            fragment=self._is_fragment(group),
            language=article.language,
            event=None,
            evidence=Evidence(
                spans=self._evidence(group, said),
                rule=rule if closed else f"{rule}.not_closed",
                confidence=round(confidence, 3),
            ),
        )

    def _referent(self, said: Saying | None, start: int) -> Referent | None:
        if said is None:
            return None
        return self._labels.referent(said, start) if said.rule == LABEL else self._cast.refer(said.speaker)

    def _written(self, cue: tuple[int, int]) -> Written:
        return Written(text=self._text[cue[0] : cue[1]], span=self._parse.span(*cue))

    def _is_fragment(self, group: Sequence[Frame]) -> bool:
        """Less than a sentence: it begins in the middle of one."""
        frame = group[0]
        first = self._words(frame.stretch).lstrip("[(…. ")[:1]
        if first.isupper() or first.isdigit():
            return False
        return frame.touches_before is None or bool(frame.before)

    def _evidence(self, group: Sequence[Frame], said: Saying | None) -> tuple[Span, ...]:
        """The sentences that hold the words, and the one that names who says them."""
        tokens, sentences = self._parse.tokens, self._parse.sentences
        wanted = [(frame.stretch.start, frame.stretch.end) for frame in group]
        ends = [i for frame in group for i in (frame.inside[0], frame.inside[-1])]
        if said is not None:
            ends.append(said.speaker)
        wanted += [(sentences[tokens[i].sentence].start, sentences[tokens[i].sentence].end) for i in ends]
        merged: list[tuple[int, int]] = []
        for start, end in sorted(wanted):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
            else:
                merged.append((start, end))
        return tuple(self._parse.span(start, end) for start, end in merged)
