"""Indirect speech: what somebody is reported to have said, in the reporter's words; in doubt nothing is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load
from briefing.extract.surface.actor import Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.certainty import confidence_of
from briefing.extract.surface.contents import Contents
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.lemmas import lemmatizer
from briefing.extract.surface.speakers import Speaker, Speakers
from briefing.extract.surface.stretches import Stretches
from briefing.model.facts import Attribution, Evidence, Statement
from briefing.model.span import Written

_TOLD = frozenset({Tense.PAST, Tense.PRESENT})
_APPOSED = 8  # tokens between commas after a source's name


class Statements:
    """Finds the indirect statements of one article."""

    def __init__(self, actors: Actors, speakers: Speakers, stretches: Stretches, language: str) -> None:
        self._actors = actors
        self._speakers = speakers
        self._stretches = stretches
        self._parse = actors.parse
        self._tokens = actors.parse.tokens
        self._grammar = actors.cast.words.grammar
        self._contents = Contents(actors, stretches)
        lemma = lemmatizer(language)
        asking = (
            phrase
            for phrase, (kind, *_) in load(language, "commitments")["verbs"].items()
            if kind in {"requested", "declined"} and " " not in phrase
        )
        denying: str = load(language, "saying")["verbs"].get("denying", "")
        self._untold = frozenset(form for verb in (*asking, *denying.split()) for form in (verb, lemma(verb)))

    def find(self, ids: Mapping[str, str]) -> tuple[Statement, ...]:
        """The indirect statements in order; `ids`: attendees by name."""
        found: dict[tuple[int, int], Statement] = {}
        for (first, last), said, how in self._all():
            if said is None or said.name is None or self._overlaps((first, last), found):
                continue
            found[first, last] = self._record((first, last), said, how, ids)
        return tuple(found[place] for place in sorted(found))

    def _overlaps(self, place: tuple[int, int], found: Mapping[tuple[int, int], Statement]) -> bool:
        return any(first < place[1] and place[0] < last for first, last in found)

    def _all(self) -> Iterator[tuple[tuple[int, int], Speaker | None, str]]:
        for cue in (token.i for token in self._tokens if self._tells(token.i)):
            content = self._contents.after(cue)
            if content is not None:
                lead = self._contents.opening(cue), content[0]
                said = self._speakers.by_cue(cue, lead, "told")
                yield content, None if said is not None and self._inserted(said, lead[0], cue) else said, "clause"
                continue
            content = self._contents.before(cue)
            if content is not None:
                tail = cue, self._parse.sentences[self._tokens[cue].sentence].last
                yield content, self._speakers.by_cue(cue, tail, "told"), "report"
        yield from self._sourced()

    def _inserted(self, said: Speaker, first: int, cue: int) -> bool:
        """Whether what seems to speak stands in a relative clause before the verb ("the king, who led X, said")."""
        if said.words is None or said.words[1] > cue:
            return False
        between = any(self._tokens[i].text == "," for i in range(said.words[1], cue))
        return between and any(
            self._tokens[i].text.lower() in self._grammar.relatives for i in range(first, said.words[0])
        )

    def _tells(self, i: int) -> bool:
        """Whether the token is a verb by which somebody says something: no question, no denial, no mere possibility."""
        token, grammar = self._tokens[i], self._grammar
        if i in self._actors.inside or token.lemma in self._untold or not self._stretches.is_cue(i):
            return False
        if not token.text[0].islower() and i != self._parse.sentences[token.sentence].first:
            return False
        clause = self._actors.bounds.around(i)
        hedged = any(self._tokens[j].text.lower() in grammar.hedges for j in range(clause[0], i))
        person = grammar.person_of(self._tokens, i)
        return (
            not hedged
            and person is None
            and not token.text.endswith(grammar.gerunds or ("\0",))
            and grammar.tense(self._tokens, i) in _TOLD
            and grammar.negation(self._tokens, i, clause) is None
            and self._actors.at(i) is None
        )

    def _sourced(self) -> Iterator[tuple[tuple[int, int], Speaker | None, str]]:
        """`According to X, the road is closed` and `The road is closed, according to X`."""
        for sentence, sources in sorted(self._speakers.sources.items()):
            stretch = self._parse.sentences[sentence]
            for i, end, gender in sources:
                said = self._speakers.by_source(i, end, gender) if i not in self._actors.inside else None
                if said is None or said.words is None:
                    continue
                last = max(end, said.words[1])
                content = (
                    self._contents.rest(self._past_apposition(last, stretch.last), stretch.last)
                    if i == stretch.first
                    else self._contents.rest(stretch.first, i)
                    if last >= stretch.last - 1
                    else None
                )
                if content is not None:
                    yield content, said, "source"

    def _past_apposition(self, i: int, last: int) -> int:
        """The token after a few words between commas that say who the source is."""
        if i < last and self._tokens[i].text == ",":
            close = next((j for j in range(i + 1, min(i + _APPOSED, last)) if self._tokens[j].text == ","), None)
            inner = range(i + 1, close) if close is not None else range(0)
            named = any((actor := self._actors.at(j)) is not None and actor.kind is Kind.PERSON for j in inner)
            titled = any(j in self._actors.cast.title_at for j in inner)
            if close is not None and (named or titled) and not any(self._contents.is_verb(j) for j in inner):
                return close + 1
            return i + 1
        return i

    def _record(self, place: tuple[int, int], said: Speaker, how: str, ids: Mapping[str, str]) -> Statement:
        start, end = self._tokens[place[0]].start, self._tokens[place[1] - 1].end
        sentence = self._parse.sentences[self._tokens[place[0]].sentence]
        rule = f"surface.statement.{how}"
        return Statement(
            id=fact_id("statement", self._parse.article.id, (start, end)),
            words=self._written(place),
            speaker=said.name,
            speaker_id=ids.get(said.person.name) if said.person is not None else None,
            speaker_words=self._written(said.words) if said.words is not None else None,
            cue=self._written((said.cue, said.cue + 1)) if said.cue is not None else None,
            attribution=said.attribution if said.name is not None else Attribution.UNKNOWN,
            evidence=Evidence(
                spans=(self._parse.span(sentence.start, sentence.end),), rule=rule, confidence=confidence_of(rule)
            ),
        )

    def _written(self, words: Sequence[int]) -> Written:
        start, end = self._tokens[words[0]].start, self._tokens[words[1] - 1].end
        return Written(text=self._parse.article.text[start:end], span=self._parse.span(start, end))
