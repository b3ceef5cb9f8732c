"""Every stretch of speech in an article: in marks, after dashes, after a speaker's label."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.extract.parsing.parse import Parse
from briefing.extract.parsing.worth import readable
from briefing.extract.speech.mark_signs import Namer
from briefing.extract.speech.marks import Flaw, Quoted, pair_marks
from briefing.extract.surface.answers import interview_in
from briefing.extract.surface.dashes import Part, Style, at_comma, is_dialogue, split
from briefing.extract.surface.grammar import Grammar, Tense

_LABEL = re.compile(r"((?:[^\W\d_a-zа-яіїєґ]|[.'’ -]){3,40}):\s+(?=\S)")
_NAMED_LABEL = re.compile(r"([^\W\d_a-zа-яіїєґ][\w.'’-]*(?: [\w.'’-]+){0,2} [^\W\d_a-zа-яіїєґ][\w'’-]+)\s?:\s+(?=\S)")
_TURN = re.compile(r"(?<=[.!?…]) (?:[–—] ?|- )(?=[^\W\d_a-zа-яіїєґ])")
_TURNS = 2  # as often a name heads a paragraph that is a speaker's label
_REACH = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of speech from `start` to `end`.

    `report`: where the words that report it stand, `None` where they are to be looked for around it. `label`: where a
    speaker's label stands. `asked_from`: where the interview
    begins whose answer it is. `resumes`: whether it goes on with the speech before its report. `marked`: in marks.
    """

    start: int
    end: int
    report: tuple[int, int] | None = None
    label: tuple[int, int] | None = None
    resumes: bool = False
    marked: bool = True
    closed: bool = True
    runs_on: bool = False
    asked_from: int | None = None


class Stretches:
    """Reads the stretches of one article."""

    def __init__(self, parse: Parse, grammar: Grammar, saying: Mapping[str, Any], verbs: frozenset[str]) -> None:
        self._parse = parse
        self._text = parse.article.text
        self._grammar = grammar
        self._verbs = verbs
        self._layout = saying["layout"]
        self._labels = frozenset(saying["sources"]["colon_labels"])
        self._starts = [token.start for token in parse.tokens]
        self.flaws: tuple[Flaw, ...] = ()
        self._named_labels: Counter[str] = Counter()

    def find(self) -> list[Stretch]:
        """All stretches, in order, without overlap."""
        paragraphs = [(region.start, region.end) for region in readable(self._parse.article)]
        pairing = pair_marks(self._text, paragraphs, namer=self._namer())
        self.flaws = pairing.flaws
        heads = (_NAMED_LABEL.match(self._text, start, end) for start, end in paragraphs)
        self._named_labels = Counter(match.group(1) for match in heads if match is not None)
        out: list[Stretch] = []
        told = self._told(paragraphs)
        for start, end in paragraphs:
            if end in told:
                out.append(told[end])
                continue
            marked = [each for each in pairing.stretches if start <= each.start < end]
            spoken = self._after_dash(start, end, marked) if self._layout["dialogue"] else []
            label = self._label(start, end) if not spoken and not marked else None
            if spoken:
                out.extend(spoken)
            elif label is not None:
                out.append(label)
            else:
                for each in marked:
                    out.extend(self._marked(each))
        return out

    def _told(self, paragraphs: Sequence[tuple[int, int]]) -> dict[int, Stretch]:
        """The answers of an interview, by the end of their paragraphs."""
        interview = interview_in(self._text, paragraphs, self._layout)
        if interview is None:
            return {}
        return {
            part[1]: Stretch(*part, marked=False, runs_on=part != turn[-1], asked_from=interview.begin)
            for turn in interview.answers
            for part in turn
        }

    def _namer(self) -> Namer | None:
        """Tells whom the words beside marks name, by the verbs of saying that the article itself has."""
        verbs = sorted({token.text for i, token in enumerate(self._parse.tokens) if self.is_cue(i)})
        if not verbs:
            return None
        helped = "".join(f"{re.escape(word)}|" for word in sorted(self._grammar.perfect))
        spoken = re.compile(rf"\b(?:(?:{helped}\0) )?(?:{'|'.join(map(re.escape, verbs))})\b")
        return Namer(spoken, frozenset(self._grammar.third), frozenset(self._grammar.articles))

    def _after_dash(self, start: int, end: int, marked: Sequence[Quoted]) -> list[Stretch]:
        """Speech that a dash opens: the paragraph's, or after its first sentences, with what marks hold beside it."""
        begin = is_dialogue(self._text, start, end)
        if begin is not None:
            return self._dialogue(begin, end)
        for match in _TURN.finditer(self._text, start, end):
            if any(each.start <= match.start() < each.end for each in marked):
                continue
            stop = next((each.start - 1 for each in marked if each.start > match.end()), end)
            spoken = self._dialogue(match.end(), stop)
            if spoken:
                beside = [own for each in marked for own in self._marked(each)]
                return sorted([*spoken, *beside], key=lambda stretch: stretch.start)
        return []

    def _dialogue(self, start: int, end: int) -> list[Stretch]:
        style = Style(bool(self._layout["tight_dashes"]), bool(self._layout.get("bare_dashes")))
        parts = split(self._text, start, end, self._reports, style)
        if self._layout.get("comma_reports") and not any(part.report for part in parts):
            parts = at_comma(self._text, start, end, self._reports)
        return self._spoken(parts, marked=False) if any(part.report for part in parts) else []

    def _marked(self, quoted: Quoted) -> list[Stretch]:
        plain = Stretch(quoted.start, quoted.end, closed=quoted.closed, runs_on=quoted.runs_on)
        if not self._layout["inner_reports"]:
            return [plain]
        parts = split(self._text, quoted.start, quoted.end, self._reports, Style(tight=False))
        if not any(part.report for part in parts):
            parts = self._inserted(quoted)
        return self._spoken(parts, marked=True) if any(part.report for part in parts) else [plain]

    def _inserted(self, quoted: Quoted) -> list[Part]:
        """Reports between commas inside the marks, where the language has them ("« ..., a-t-il dit, ... »")."""
        regex = self._layout.get("inserted")
        match = re.search(regex, self._text[quoted.start : quoted.end]) if regex else None
        if match is None:
            return []
        begin, stop = quoted.start + match.start("report"), quoted.start + match.end("report")
        if not self._reports(begin, stop):
            return []
        parts = [Part(quoted.start, quoted.start + match.start(), False), Part(begin, stop, True)]
        rest = quoted.start + match.end()
        return [*parts, *([Part(rest, quoted.end, False)] if rest < quoted.end else [])]

    def _spoken(self, parts: list[Part], *, marked: bool) -> list[Stretch]:
        out: list[Stretch] = []
        for at, part in enumerate(parts):
            if part.report:
                continue
            after = next((each for each in parts[at + 1 :] if each.report), None)
            before = next((each for each in reversed(parts[:at]) if each.report), None)
            resumes = before is not None and not (after is not None and self._names_another(after))
            said = before if resumes else after
            report = (said.start, said.end) if said is not None else None
            out.append(Stretch(part.start, part.end, report, resumes=resumes, marked=marked))
        return out

    def _names_another(self, report: Part) -> bool:
        """Whether the report names who speaks ("dodał prezydent X"), so that the words before it are his."""
        sentence = re.split(r"[.!?…](?=\s)", self._text[report.start : report.end], maxsplit=1)[0]
        return any(word[0].isupper() for word in sentence.split())

    def _reports(self, start: int, end: int) -> bool:
        """Whether a verb of saying stands among the first words from `start`, the first of them in small letters."""
        tokens = self._parse.tokens
        first = bisect_left(self._starts, start)
        if first >= len(tokens) or not tokens[first].text[0].islower():
            return False
        for i in range(first, min(first + _REACH, len(tokens))):
            if tokens[i].start >= end or tokens[i].text in ".!?":
                return False
            if self.is_cue(i):
                return True
        return False

    def is_cue(self, i: int) -> bool:
        """Whether the token is a finite verb of saying."""
        token = self._parse.tokens[i]
        if token.lemma not in self._verbs and token.text.lower() not in self._verbs:
            return False
        return self._grammar.tense(self._parse.tokens, i) in {Tense.PAST, Tense.PRESENT, Tense.FUTURE}

    def _label(self, start: int, end: int) -> Stretch | None:
        """`NAME: words` at the head of a paragraph: in capitals, or a name of several words that heads several."""
        match = _LABEL.match(self._text, start, end)
        if match is None or not match.group(1).isupper():
            match = _NAMED_LABEL.match(self._text, start, end)
            if match is None or self._named_labels[match.group(1)] < _TURNS:
                return None
        if match.group(1).lower().strip() in self._labels:
            return None
        return Stretch(match.end(), end, label=(start, start + len(match.group(1).rstrip())), marked=False)
