"""Who says the words of a stretch: by the verb of saying around it, by a source, or by going on from the last one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.cast import Cast
from briefing.extract.surface.casting import Person
from briefing.extract.surface.reports import Reports
from briefing.extract.surface.stretches import Stretch, Stretches
from briefing.extract.surface.titles import Title
from briefing.extract.surface.topics import Topics
from briefing.model.facts import Attribution

_NEAR = 60  # tokens from the words to "according to X"
_OPENING = frozenset('«“„"—–-')
_LED = 14  # words between a verb of asking and the words that somebody is asked for


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as far as it is settled. `words`: the mention's tokens; `cue`: the verb's token."""

    rule: str
    attribution: Attribution
    name: str | None
    person: Person | None
    words: tuple[int, int] | None
    cue: int | None


class Speakers:
    """Finds the speakers of one article's stretches."""

    def __init__(self, actors: Actors, stretches: Stretches, saying: Mapping[str, Any]) -> None:
        self._actors = actors
        self._cast: Cast = actors.cast
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._text = actors.parse.article.text
        self._grammar = self._cast.words.grammar
        self._stretches = stretches
        self._bounds = actors.bounds
        self._holders = actors.holders
        self._starts = actors.starts
        self._topics = Topics(actors, stretches, saying)
        self._led_in = frozenset(saying["layout"].get("led_in", "").split())
        self._reports = Reports(actors, stretches)
        self._papers = frozenset(saying["nouns"]["words"])
        self._impersonal = frozenset(saying["verbs"]["impersonal"])

    def of(self, stretch: Stretch, past: Sequence[tuple[Stretch, Speaker | None]]) -> Speaker | None:
        """The speaker of a stretch; `past`: the stretches before it with theirs."""
        if stretch.label is not None:
            return self._labelled(stretch.label)
        if stretch.asked_from is not None:
            return self._interviewed(stretch.asked_from)
        if stretch.report is not None:
            if stretch.resumes and past and past[-1][0].report == stretch.report and past[-1][1] is not None:
                return past[-1][1]
            first, last = self._span(*stretch.report)
            return self._in_report(first, last)
        first, last = self._span(stretch.start, stretch.end)
        if last <= first:
            return None
        report = self._reports.after(last, stretch)
        before, cue = self._before(first, stretch)
        if report is not None and cue is None:
            cue = self._reports.cue_of(*report)
        return (
            (self._in_report(*report) if report is not None else None)
            or before
            or self._source(first, last)
            or self._going_on(first, past)
            or (Speaker("cue.unsettled", Attribution.UNKNOWN, None, None, None, cue) if cue is not None else None)
        )

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    # --- around the words

    def _in_report(self, first: int, last: int) -> Speaker | None:
        cue = self._reports.cue_of(first, last)
        if cue is None:
            return None
        stop = next((i for i in range(cue + 1, last) if self._reports.ends(i, last)), last)
        return self.by_cue(cue, (first, stop), "after")

    def _before(self, first: int, stretch: Stretch) -> tuple[Speaker | None, int | None]:
        """`X said: "..."`, `X said that "..."`: the speaker, and the verb even where he is not settled."""
        i = first - 1
        while i >= 0 and self._tokens[i].text in '«“„"—–-(:,':
            i -= 1
        near = i >= 0 and (self._same_paragraph(i, first) or self._announced(i, first))
        if not near or i in self._actors.inside:
            return None, None
        sentence = self._tokens[i].sentence
        lead = self._text[self._tokens[i].end : stretch.start]
        if sentence != self._tokens[first].sentence and ":" not in lead:
            return None, None
        begin = i
        while begin > 0 and self._tokens[begin - 1].sentence == sentence and begin - 1 not in self._actors.inside:
            begin -= 1
        cues = [j for j in range(begin, i + 1) if self._stretches.is_cue(j)]
        said = None
        for cue in reversed(cues):
            gap = [token.text for token in self._tokens[cue + 1 : first] if token.text[0].isalnum()]
            led = bool(gap) and gap[-1].lower() in self._led_in and len(gap) <= _LED
            direct = ":" in lead or len(gap) <= 4 or led or bool(
                {word.lower() for word in gap[-4:]} & self._grammar.clause_starts
            )  # fmt: skip
            if direct:
                found = self.by_cue(cue, (begin, i + 1), "before")
                if found is not None:
                    return found, cue
                said = said if said is not None else cue
        return (self._introduced(begin, i + 1) if ":" in lead else None), said

    def _announced(self, i: int, first: int) -> bool:
        """Whether the paragraph before ends in a colon, so that it leads in what this one begins with."""
        after = self._tokens[first].paragraph - self._tokens[i].paragraph == 1
        opens = all(self._tokens[j].text in _OPENING for j in range(i + 2, first))
        return after and i + 1 < first and self._tokens[i + 1].text == ":" and opens

    def _introduced(self, first: int, last: int) -> Speaker | None:
        """`X thanked for the support: "..."`: a sentence with one person in it, its subject, and a colon."""
        actors = [actor for actor in self._actors.of_sentence(self._tokens[first].sentence) if actor.first >= first]
        people = [actor for actor in actors if actor.kind is Kind.PERSON and actor.last <= last]
        if len(people) == 1 and people[0].plain and not people[0].led:
            return self._resolved(people[0], None, "introduced")
        return None

    def by_cue(self, cue: int, bounds: tuple[int, int], side: str) -> Speaker | None:
        """The subject of a verb of saying, looked for between two tokens; `side`: where it stands to what is said."""
        gender = self._grammar.gender(self._tokens[cue].text)
        clause = self._bounds.around(cue)
        clause = (max(clause[0], bounds[0]), min(max(clause[1], cue + 1), bounds[1]))
        papers = self._paper(cue, bounds)
        if self._tokens[cue].lemma in self._impersonal:
            return papers
        subjects = self._actors.subjects(cue, clause, gender) or self._actors.subjects(cue, bounds, gender)
        subjects = [actor for actor in subjects if actor.kind not in {Kind.WE, Kind.I, Kind.PLACE}]
        if len(subjects) == 1:
            return self._resolved(subjects[0], cue, f"cue.{side}")
        if len(subjects) > 1:
            words = (subjects[0].first, subjects[-1].last)
            return Speaker(f"cue.{side}", Attribution.DESCRIBED, self._cut(words), None, words, cue)
        if papers is not None and not self._grammar.null_subject:
            return papers
        return self._unsaid(cue) if self._grammar.null_subject and gender != "p" else None

    def _paper(self, cue: int, bounds: tuple[int, int]) -> Speaker | None:
        """`says the statement of X`: what is written speaks for itself, in the text's own words."""
        for i in range(cue + 1, min(cue + 5, bounds[1])):
            if self._tokens[i].lemma not in self._papers:
                continue
            last = i + 1
            for actor in self._actors.of_sentence(self._tokens[i].sentence):
                if actor.first in range(i + 1, i + 3):
                    last = actor.last
            words = (i, last)
            if self._tokens[i - 1].text.lower() in self._grammar.prepositions or self._tokens[i].lemma in self._papers:
                return Speaker("cue.paper", Attribution.DESCRIBED, self._cut(words), None, words, cue)
        return None

    def _source(self, first: int, last: int) -> Speaker | None:
        """`according to X`, `in his words`: in the sentence of the words."""
        for i, end, gender in self._topics.sources.get(self._tokens[first].sentence, ()):
            said = self.by_source(i, end, gender) if i not in self._actors.inside else None
            if said is None or said.words is None:
                continue
            if said.rule == "according.pronoun" or end <= said.words[0] < first or i >= last - 1:
                return said
        return None

    @property
    def sources(self) -> Mapping[int, Sequence[tuple[int, int, str | None]]]:
        """By sentence, where words for a source stand: first and last token, and the gender of a pronoun in them."""
        return self._topics.sources

    def by_source(self, i: int, end: int, gender: str | None) -> Speaker | None:
        """Who the source is that the words from `i` to `end` lead in."""
        if gender is not None:
            person = self.topic(i, gender)
            rule = "according.pronoun"
            return None if person is None else Speaker(rule, Attribution.RESOLVED, person.name, person, (i, end), None)
        at = end
        while at < len(self._tokens) and self._tokens[at].text.lower() in self._grammar.articles:
            at += 1
        actor = self._actors.at(at)
        same = actor is not None and self._tokens[actor.first].sentence == self._tokens[i].sentence
        return self._resolved(actor, None, "according") if actor is not None and same else None

    # --- from what went before

    def _going_on(self, first: int, past: Sequence[tuple[Stretch, Speaker | None]]) -> Speaker | None:
        """Words without a report of their own, right after the report of other words in the same paragraph."""
        if not past or past[-1][1] is None:
            return None
        last, speaker = past[-1]
        at = bisect_left(self._starts, last.end) - 1
        if not self._same_paragraph(at, first):
            return None
        between = range(at + 1, first)
        sentences = {self._tokens[i].sentence for i in between if self._tokens[i].text[0].isalnum()}
        if len(sentences) > 1 or speaker is None:
            return None
        words = [self._tokens[i] for i in between if self._tokens[i].text[0].isalnum()]
        if len(words) > 12:
            return None
        others = [
            actor for actor in (self._actors.at(token.i) for token in words)
            if actor is not None and actor.person is not None and actor.person is not speaker.person
        ]  # fmt: skip
        cue = next((token.i for token in words if self._stretches.is_cue(token.i)), None)
        own_cue = cue is not None and speaker.cue is not None and cue != speaker.cue
        if others or own_cue:
            return None
        return Speaker("continued", speaker.attribution, speaker.name, speaker.person, speaker.words, None)

    def _unsaid(self, cue: int) -> Speaker | None:
        """A verb without a subject speaks of who the sentence before was about, where that was one person alone."""
        person = self.topic(cue, self._grammar.gender(self._tokens[cue].text))
        if person is None:
            return None
        return Speaker("cue.unsaid", Attribution.RESOLVED, person.name, person, None, cue)

    def topic(self, at: int, gender: str | None) -> Person | None:
        """Of whom the words before a token speak; `gender`: what a pronoun or verb there tells of him."""
        return self._topics.of(at, gender)

    def cited(self) -> Iterator[Actor]:
        """Whom the article calls its source ("according to X")."""
        return self._topics.cited()

    # --- from a mention to a name

    def _resolved(self, actor: Actor, cue: int | None, rule: str) -> Speaker | None:
        words = (actor.first, actor.last)
        if actor.person is not None:
            return Speaker(rule, Attribution.NAMED, actor.person.name, actor.person, words, cue)
        if actor.kind is Kind.PRONOUN:
            gender = self._grammar.third[self._tokens[actor.first].text.lower()]
            person = self.topic(actor.first, gender) if gender != "p" else None
            if person is None:
                return Speaker(f"{rule}.pronoun", Attribution.UNKNOWN, None, None, words, cue)
            return Speaker(f"{rule}.pronoun", Attribution.RESOLVED, person.name, person, words, cue)
        if actor.title is not None:
            person = self._holders.of(actor.title) or self.anybody(actor) or self._one_of(actor, actor.title)
            if person is not None:
                return Speaker(f"{rule}.title", Attribution.RESOLVED, person.name, person, words, cue)
        if actor.kind in {Kind.TITLE, Kind.BODY, Kind.GROUP}:
            return Speaker(f"{rule}.described", Attribution.DESCRIBED, self._cut(words), None, words, cue)
        return None

    def _one_of(self, actor: Actor, title: Title) -> Person | None:
        """Which of several who hold such an office is meant: of whom the sentences before speak."""
        several = [
            person
            for person in self._holders.candidates(title)
            if any(own.head.lemma == title.head.lemma for own in person.titles)
        ]
        person = self._topics.before(self._tokens[actor.first].sentence, title.head.gender) if several else None
        return person if person in several else None

    def anybody(self, actor: Actor) -> Person | None:
        """Whom a noun for anybody stands for ("the politician"): the one of whom the sentences before speak."""
        title = actor.title
        if title is None or title.head.plural or title.last > title.head.last or title.body is not None:
            return None
        if self._cast.words.generic.isdisjoint({title.head.written, title.head.lemma}):
            return None
        person = self._topics.before(self._tokens[actor.first].sentence, title.head.gender)
        fits = person is not None and title.head.gender in {None, person.gender or title.head.gender}
        return person if fits else None

    def _labelled(self, label: tuple[int, int]) -> Speaker | None:
        written = self._text[label[0] : label[1]]
        words = written.casefold().split()
        bearers = [
            person for person in self._cast.people if [word.casefold() for word in person.words][-len(words) :] == words
        ]
        span = self._span(*label)
        if len(bearers) == 1:
            return Speaker("label", Attribution.NAMED, bearers[0].name, bearers[0], span, None)
        return Speaker("label", Attribution.DESCRIBED, written, None, span, None)

    def _interviewed(self, begin: int) -> Speaker:
        """Who answers in an interview: the only one who is named most before it begins."""
        counts = {
            person.name: sum(self._tokens[run.first].start < begin for run in person.mentions)
            for person in self._cast.people
        }
        most = max(counts.values(), default=0)
        best = [person for person in self._cast.people if most and counts[person.name] == most]
        if len(best) != 1:
            return Speaker("layout.answer", Attribution.UNKNOWN, None, None, None, None)
        run = max((one for one in best[0].mentions if self._tokens[one.first].start < begin), key=lambda one: one.first)
        return Speaker("layout.answer", Attribution.RESOLVED, best[0].name, best[0], (run.first, run.last), None)

    def _cut(self, words: tuple[int, int]) -> str:
        return self._text[self._tokens[words[0]].start : self._tokens[words[1] - 1].end]

    def _same_paragraph(self, one: int, other: int) -> bool:
        return self._tokens[one].paragraph == self._tokens[other].paragraph
