"""Of whom the sentences before speak, and whom an article names as its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.extract.surface.actor import Actor, Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.casting import Person
from briefing.extract.surface.stretches import Stretches

_BARE = 3  # words of a report that names nobody
_BACK = 5  # sentences that may lie between a pronoun and whom it stands for, speech alone between
_OPENING = 3  # tokens of a sentence within which a verb without a subject stands
_FIGURES = frozenset({Kind.PERSON, Kind.TITLE, Kind.BODY, Kind.GROUP, Kind.PLACE})


class Topics:
    """Finds whom a pronoun or a verb without a subject stands for in one article."""

    def __init__(self, actors: Actors, stretches: Stretches, saying: Mapping[str, Any]) -> None:
        self._actors = actors
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._stretches = stretches
        self._holders = actors.holders
        self._bounds = actors.bounds
        self.sources = self._find_sources(saying)
        """By sentence, where words for a source stand: first and last token, and the gender of a pronoun in them."""

    def before(self, sentence: int, gender: str | None) -> Person | None:
        """Of whom the sentences before speak: who a noun for anybody ("the woman") stands for."""
        if sentence == 0:
            return None
        paragraph = self._tokens[self._parse.sentences[sentence].first].paragraph
        return self._back_from(sentence - 1, sentence, paragraph, gender)

    def of(self, at: int, gender: str | None) -> Person | None:
        """Of whom the words before token `at` in its sentence and the sentence before it speak.

        One person alone, and he comes first as subjects do. Sentences that are nothing but speech or go on with a
        pronoun are passed over. `gender`: what a pronoun or verb tells of him.
        """
        sentence = self._tokens[at].sentence
        paragraph = self._tokens[self._parse.sentences[sentence].first].paragraph
        return self._back_from(sentence, sentence, paragraph, gender, at)

    def _back_from(
        self, first: int, sentence: int, paragraph: int, gender: str | None, at: int | None = None
    ) -> Person | None:
        for before in range(first, max(-1, sentence - _BACK), -1):
            stretch = self._parse.sentences[before]
            if self._tokens[stretch.first].paragraph < paragraph - 1:
                break
            figures = self._figures(before)
            if before == sentence and at is not None:
                figures = [actor for actor in figures if actor.first < at]
            if figures:
                reporter = self._reporter(before, gender) if before != sentence else None
                return reporter or self._only_person(figures, gender)
            if before != sentence and not (self._only_speech(before) or self._goes_on(before, gender)):
                return None
        return None

    def _goes_on(self, sentence: int, gender: str | None) -> bool:
        """Whether a sentence that names nobody speaks on of the same one: a pronoun or a verb alone is its subject."""
        first, last = self._parse.sentences[sentence].first, self._parse.sentences[sentence].last
        outside = [i for i in range(first, last) if i not in self._actors.inside]
        pronouns = [self._grammar.third.get(self._tokens[i].text.lower()) for i in outside]
        if any(each == "p" or (each and gender and each != gender) for each in pronouns):
            return False
        if any(pronouns):
            return True
        opening = [i for i in outside[:_OPENING] if self._grammar.is_finite(self._tokens[i])]
        agrees = [self._grammar.gender(self._tokens[i].text) in {None, gender} or gender is None for i in opening]
        cued = any(map(self._stretches.is_cue, outside))
        return self._grammar.null_subject and (cued or (bool(opening) and all(agrees)))

    def _only_speech(self, sentence: int) -> bool:
        """Whether a sentence is nothing but speech, or speech and a verb of saying that leaves its subject out."""
        stretch = self._parse.sentences[sentence]
        told = [
            i
            for i in range(stretch.first, stretch.last)
            if i not in self._actors.inside and self._tokens[i].text[0].isalnum()
        ]
        return not told or (len(told) <= _BARE and any(map(self._stretches.is_cue, told)))

    def _figures(self, sentence: int) -> list[Actor]:
        """Who can be a subject outside quotations in a sentence; where endings do not tell, anybody who is named."""
        return [
            actor
            for actor in self._actors.of_sentence(sentence)
            if actor.first not in self._actors.inside
            and actor.kind in _FIGURES
            and ((actor.plain and not actor.led) or (actor.person is not None and not self._grammar.cases))
        ]

    def _reporter(self, sentence: int, gender: str | None) -> Person | None:
        """Who says something in a sentence, by its last verb of saying: he goes on."""
        stretch = self._parse.sentences[sentence]
        for cue in range(stretch.last - 1, stretch.first - 1, -1):
            if cue in self._actors.inside or not self._stretches.is_cue(cue):
                continue
            clause = self._bounds.around(cue)
            if self._tokens[clause[0]].text.lower() in self._grammar.relatives:
                return None
            found = self._actors.subjects(cue, clause, self._grammar.gender(self._tokens[cue].text))
            person = self._person(found[0]) if len(found) == 1 else None
            return person if person is not None and gender in {None, person.gender} else None
        return None

    def _only_person(self, figures: Sequence[Actor], gender: str | None) -> Person | None:
        """The only person among figures, if nobody else comes before him."""
        first, people = True, list[Person]()
        others = {person.gender for actor in figures if (person := self._person(actor)) is not None}
        told = gender is not None and None not in others and len(others) > 1
        for actor in figures:
            person = self._person(actor)
            own = person.gender if person is not None else actor.title.head.gender if actor.title is not None else None
            if gender is not None and own not in {None, gender}:
                continue
            if first and (person is None or (actor.led and not told and not self._cited(actor))):
                return None
            first = False
            if person is not None and person not in people:
                people.append(person)
        return people[0] if len(people) == 1 else None

    def cited(self) -> Iterator[Actor]:
        """Whom the article calls its source ("according to X")."""
        for found in self.sources.values():
            for _, end, gender in found:
                at = end
                while at < len(self._tokens) and self._tokens[at].text.lower() in self._grammar.articles:
                    at += 1
                actor = self._actors.at(at) if gender is None and at not in self._actors.inside else None
                if actor is not None:
                    yield actor

    def _cited(self, actor: Actor) -> bool:
        """Whether words for a source lead to an actor ("according to X")."""
        ends = (end for _, end, _ in self.sources.get(self._tokens[actor.first].sentence, ()))
        return any(end <= actor.first <= end + 1 for end in ends)

    def _person(self, actor: Actor) -> Person | None:
        """Whom an actor names, or holds the office that he names."""
        return self._holders.of(actor.title) if actor.person is None and actor.title is not None else actor.person

    def _find_sources(self, saying: Mapping[str, Any]) -> dict[int, list[tuple[int, int, str | None]]]:
        """By sentence, where words for a source stand: first and last token, and the gender of a pronoun in them."""
        phrases: list[tuple[tuple[str, ...], str | None]] = [
            (tuple(phrase.split()), None) for phrase in saying["sources"]["according"]
        ]
        opening = {tuple(phrase.split()) for phrase in saying["sources"].get("opening", ())}
        phrases += [(phrase, None) for phrase in sorted(opening)]
        for whose, listed in saying["sources"]["theirs"].items():
            phrases += [(tuple(phrase.split()), whose) for phrase in listed]
        by_first: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
        for phrase, gender in phrases:
            by_first.setdefault(phrase[0], []).append((phrase, gender))
        out: dict[int, list[tuple[int, int, str | None]]] = {}
        for token in self._tokens:
            for phrase, gender in by_first.get(_plain(token.text), ()):
                words = tuple(_plain(each.text) for each in self._tokens[token.i : token.i + len(phrase)])
                if words == phrase and (
                    phrase not in opening or token.i == self._parse.sentences[token.sentence].first
                ):
                    out.setdefault(token.sentence, []).append((token.i, token.i + len(phrase), gender))
        return out


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")
