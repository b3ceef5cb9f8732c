"""What the first paragraphs say of the event of a report: that it is held at a distance, that it is still to come."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.taking_part import TakingPart
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

_LEAD = 3
_AT = frozenset({"at", "during", "in", "for", "to"})
# Who did this with an event has not come to it yet.
_FORETELLS = frozenset(
    {
        "confirm",
        "plan",
        "schedule",
        "cancel",
        "postpone",
        "expect",
        "prepare",
        "propose",
        "want",
        "hope",
        "extend",
        "invite",
    }
)
_CALLED = 3
_FACE_TO_FACE = frozenset({"attendance.face_to_face", "attendance.discuss_with"})
_MEETS, _MEETINGS = frozenset({"meet", "gather", "convene"}), frozenset({"meeting", "talks", "session", "gathering"})
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.PAST_PERFECT})
# With a verb in the present these date what is still to come: "opens on Friday", "flies to Rome next week".
_AHEAD = re.compile(
    r"\b(?:tomorrow|tonight|next (?:week|month|year|spring|summer|autumn|fall|winter)|later this (?:week|month|year)"
    r"|in the coming|(?:on|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:weekend|coming)"
    r"|(?:from|in|on) (?:january|february|march|april|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)


class LeadEvent:
    """Reads the event off the first paragraphs of one article, outside quotation marks."""

    def __init__(self, cast: Cast, rules: TakingPart, args: Arguments) -> None:
        self._cast = cast
        self._rules = rules
        self._args = args
        self._tokens = cast.parse.tokens

    @functools.cached_property
    def virtual(self) -> frozenset[str]:
        """Dictionary forms of the nouns for an event that is held at a distance; none where some come in person too."""
        sentences = [one for one in self._cast.parse.sentences if self._in_lead(one.first)]
        text = self._cast.parse.article.text
        if any(self._rules.mixed.search(text[one.start : one.end]) for one in sentences):
            return frozenset()
        nouns = {i for one in sentences for i in range(one.first, one.last) if self._is_event(i) and self._afar(i)}
        for clause in self._clauses():
            if clause.tense is not Tense.NONE and self._held_afar(clause):
                nouns |= {i for i in (*clause.subjects, *clause.objects) if self._is_event(i)}
        return frozenset(self._tokens[i].lemma for i in nouns) | self._met_afar()

    @functools.cached_property
    def coming(self) -> bool:
        """Whether the event is told of as to come, and no event as over."""
        return not self.over and any(self._ahead(clause) for clause in self._clauses() if self._has_event(clause))

    @functools.cached_property
    def over(self) -> bool:
        """Whether an event is told of that has taken place."""
        return any(clause.tense in _TOLD and self._has_event(clause) for clause in self._clauses())

    def reported(self, parts: Iterable[Part], heard: Collection[str]) -> Iterator[Part]:
        """All but what is told further down as to come: that is another event, if this one is over or he spoke here."""
        for part in parts:
            aside = not self.coming and not self._in_lead(self._cast.parse.sentences[part.sentence].first)
            if part.mode is Mode.EXPECTED and aside and (self.over or part.who in heard):
                continue
            by_call = part.rule in _FACE_TO_FACE and part.mode is Mode.IN_PERSON and self.by_call
            yield replace(part, mode=Mode.REMOTE) if by_call else part

    @functools.cached_property
    def by_call(self) -> bool:
        """Whether the first sentences report a conversation by telephone."""
        text, sentences = self._cast.parse.article.text, self._cast.parse.sentences[:_CALLED]
        return any(self._rules.call.search(text[one.start : one.end]) for one in sentences)

    def is_virtual(self, words: str) -> bool:
        """Whether these words of a clause name the event that is held at a distance."""
        return bool(self.virtual) and not self.virtual.isdisjoint(words.lower().split())

    def _in_lead(self, token: int) -> bool:
        return self._tokens[token].paragraph < _LEAD

    def _is_event(self, token: int) -> bool:
        return (
            self._tokens[token].pos in {"NOUN", "PROPN"}
            and token not in self._cast.quoted
            and self._args.is_event(token)
        )

    def _afar(self, noun: int) -> bool:
        """“an online conference”, "a webinar"."""
        if self._tokens[noun].lemma in self._rules.virtual:
            return True
        children = self._cast.parse.children[noun]
        return any(self._tokens[i].text.lower() in self._rules.virtual for i in children if i < noun)

    def _held_afar(self, clause: Clause) -> bool:
        """“was held via Zoom”, "took place online"."""
        if clause.lemma not in self._rules.holds:
            return False
        below = {clause.verb, *clause.adverbs, *(noun for _, noun in clause.preps)}
        near = " ".join(self._tokens[j].text for i in sorted(below) for j in self._near(i))
        return self._rules.remote.search(near) is not None

    def _met_afar(self) -> frozenset[str]:
        """“Ministers met online”: what follows may call it a meeting or talks."""
        met = (one for one in self._clauses() if one.lemma in _MEETS and one.tense is not Tense.NONE)
        return _MEETINGS if any(map(self._held_afar, met)) else frozenset()

    def _near(self, token: int) -> range:
        sentence = self._cast.parse.sentences[self._tokens[token].sentence]
        return range(max(sentence.first, token - 2), min(sentence.last, token + 1))

    def _clauses(self) -> list[Clause]:
        return [one for one in self._cast.clauses if self._in_lead(one.verb) and one.verb not in self._cast.quoted]

    def _has_event(self, clause: Clause) -> bool:
        if clause.lemma in _FORETELLS and clause.tense in _TOLD:
            return False
        nouns = [noun for name, noun in clause.preps if name in _AT]
        if clause.lemma != "announce":
            nouns += [*clause.subjects, *clause.objects]
        return any(map(self._is_event, nouns))

    def _ahead(self, clause: Clause) -> bool:
        if clause.modal in {"will", "shall"}:
            return True
        if clause.form is Form.INFINITIVE:
            above = self._cast.clauses.get(self._tokens[clause.verb].head)
            words = {self._tokens[clause.verb - 1].text.lower(), *([above.lemma] if above else [])}
            return above is not None and above.tense is Tense.PRESENT and bool(words & self._rules.expected)
        return clause.tense is Tense.PRESENT and not clause.progressive and dated_ahead(self._text_of(clause))

    def _text_of(self, clause: Clause) -> str:
        sentence = self._cast.parse.sentences[self._tokens[clause.verb].sentence]
        return self._cast.parse.article.text[self._tokens[clause.verb].start : sentence.end]


def dated_ahead(words: str) -> bool:
    """Whether the words date what a verb in the present tells as still to come."""
    return _AHEAD.search(words) is not None
