"""Who undertakes, asks for or refuses what, from the clauses of an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from briefing.extract.commitments.actors import Actor, Actors
from briefing.extract.commitments.analysed_article import AnalysedArticle
from briefing.extract.commitments.background import Background
from briefing.extract.commitments.generalities import Generalities
from briefing.extract.commitments.likely_undertakings import LikelyUndertakings
from briefing.extract.commitments.no_word import NoWord
from briefing.extract.commitments.particulars import Particulars
from briefing.extract.commitments.private_people import PrivatePeople
from briefing.extract.commitments.quoted_parts import QuotedParts
from briefing.extract.commitments.readings import Undertaking
from briefing.extract.commitments.registers import Register
from briefing.extract.commitments.ruled_clauses import Ruled
from briefing.extract.commitments.stated_words import StatedWords
from briefing.extract.commitments.topics import is_sport
from briefing.extract.commitments.undertaking_weights import Likelihood, UndertakingWeights, undertaking_weights
from briefing.extract.commitments.undertakings import Undertakings
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.identity import fact_id
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Commitment, Evidence, Kind, Quote
from briefing.model.span import Written

_DONE = frozenset((Kind.SIGNED, Kind.AGREED, Kind.DELIVERED, Kind.ANNOUNCED))
_SPORTING = frozenset((Kind.PLANNED, Kind.REQUESTED, Kind.DECLINED, Kind.PLEDGED, Kind.SIGNED))
_LED_YEAR = re.compile(r"\b(?:(\w+)[\s-]+)?((?:19|20)\d\d)\b")
_TO_COME = frozenset(("by", "until", "till", "before", "through", "to", "beyond", "for"))
_SINCE = frozenset(("since", "of", "from"))  # "law 5 of 2020", "halted since 2019"
_LONG_AGO = 2008
_HISTORY = 8  # years
_STRETCH = 1_000  # characters
_HEADLINE = 0.8  # share of longer words with a capital


def find_commitments(
    parse: Parse, clauses: Clauses, cast: Cast, quotes: Sequence[Quote], event_of: Callable[[int], str | None]
) -> tuple[Commitment, ...]:
    """The undertakings, requests and refusals of an article, in order; `event_of` tells the event at a place."""
    return CommitmentFinder(parse, clauses, cast, quotes).find(event_of, undertaking_weights("en"))


def _overlap(one: Commitment, other: Commitment) -> bool:
    """Whether the word that says what kind it is stands within the other's words."""
    first, second = one.words.span, other.words.span
    in_second = second.start <= one.kind_words.span.start < second.end
    in_first = first.start <= other.kind_words.span.start < first.end
    return in_second or in_first


class CommitmentFinder:
    """Finds the commitments of one article."""

    def __init__(self, parse: Parse, clauses: Clauses, cast: Cast, quotes: Sequence[Quote]) -> None:
        self._parse = parse
        self._cast = cast
        self._quoted = QuotedParts(parse, quotes)
        amounts = AmountFinder(parse.article)
        self._undertakings = Undertakings(parse, clauses, amounts)
        article = AnalysedArticle(parse, cast, self._undertakings, self._quoted)
        self._words = StatedWords(article)
        self._actors = Actors(article)
        self.likely = LikelyUndertakings(article)
        self._private = PrivatePeople(parse, cast)
        self._background = Background(parse, clauses, self._undertakings.read)
        self._generalities = Generalities(parse, clauses, self._undertakings.read)
        self._no_word = NoWord(parse, clauses, self._undertakings.read)
        self._register = Register(parse, self._quoted.covers)
        self._particulars = Particulars(parse, cast, amounts)
        self._spoken = article.spoken
        self._barred = _SPORTING if is_sport(parse) else frozenset[Kind]()

    def find(self, event_of: Callable[[int], str | None], weights: UndertakingWeights | None) -> tuple[Commitment, ...]:
        """What the rules find and the weights let stand, and what only the weights find; without weights the rules."""
        ruled = self.ruled(event_of)
        if weights is None:
            return tuple(self._distinct([one.commitment for one in ruled]))
        return self.joined(ruled, self.likely.chances(ruled, weights), weights, event_of)

    def ruled(self, event_of: Callable[[int], str | None]) -> list[Ruled]:
        """What the rules find by themselves."""
        found = self._undertakings.find(spoken=self._spoken)
        return [Ruled(each, made) for each in found if (made := self._commitment(each, event_of)) is not None]

    def joined(
        self,
        ruled: Sequence[Ruled],
        chances: Mapping[int, Likelihood],
        weights: UndertakingWeights,
        event_of: Callable[[int], str | None],
    ) -> tuple[Commitment, ...]:
        """What the rules found and is likely, and what else is likely and overlaps nothing that is likelier."""
        kept, others = self.likely.judged(ruled, chances, weights)
        found = self._distinct([one.commitment for one in kept])
        for each in others:
            made = self._commitment(each, event_of)
            if made is not None and not any(_overlap(made, other) for other in found):
                found.append(made)
        return tuple(sorted(found, key=lambda c: (c.words.span.start, c.words.span.end)))

    def words_of(self, clause: Clause) -> Written | None:
        """The words of a clause if it were an undertaking; `None` where nothing is left of it."""
        return self._words.of(Undertaking(clause, Kind.PLANNED, "", 0.0, clause.verb))

    @staticmethod
    def _distinct(found: list[Commitment]) -> list[Commitment]:
        """Each stretch of words once: of two over the same words the surer, then the longer."""
        kept: list[Commitment] = []
        near: dict[int, list[Commitment]] = defaultdict(list)  # those kept that reach into each stretch of the text
        for each in sorted(found, key=lambda c: (-c.evidence.confidence, -len(c.words.text), c.words.span.start)):
            span = each.words.span
            inside = any(
                (other.words.span.covers(span) and other.kind is each.kind) or other.words.span == span
                for other in near[span.start // _STRETCH]
            )
            if not inside:
                kept.append(each)
                for at in range(span.start // _STRETCH, span.end // _STRETCH + 1):
                    near[at].append(each)
        return sorted(kept, key=lambda c: (c.words.span.start, c.words.span.end))

    def _commitment(self, found: Undertaking, event_of: Callable[[int], str | None]) -> Commitment | None:
        words = self._words.of(found)
        actor = self._actors.of(found)
        if found.kind in self._barred and not self._actors.is_body(actor) and not self._institutional(found):
            return None
        if words is None or self._is_history(words, found.kind) or self._is_headline(found.kind_verb):
            return None
        if self._no_news(found, actor):
            return None
        own = self._register.spoken and self._undertakings.read.first_person(found.clause)  # a speech, printed whole
        if self._actors.only_foretold(found, actor) or (not own and self._actors.nobody(found, actor)):
            return None
        verb = self._parse.tokens[found.kind_verb]
        sentence = self._parse.sentences[verb.sentence]
        start, end = min(words.span.start, sentence.start), max(words.span.end, sentence.end)
        confidence = found.confidence * (1.0 if actor.name else 0.7)
        return Commitment(
            id=fact_id("commitment", self._parse.article.id, (words.span.start, words.span.end), found.kind),
            kind=found.kind,
            words=words,
            kind_words=Written(text=verb.text, span=self._parse.span(verb.start, verb.end)),
            actor=actor.name,
            actor_id=None if actor.joint else self._cast.attendee_id(actor.key),
            actor_words=actor.words,
            condition=self._particulars.condition(found.clause) or self._particulars.proviso(words.span),
            beneficiary=self._particulars.beneficiary(found),
            addressee=self._particulars.asked(found),
            amount=self._particulars.amount(words.span, found),
            deadline=self._particulars.deadline(words.span, found),
            event=event_of(words.span.start),
            evidence=Evidence(spans=(self._parse.span(start, end),), rule=found.rule, confidence=round(confidence, 3)),
        )

    def _no_news(self, found: Undertaking, actor: Actor) -> bool:
        """Whether it is somebody's private affair, background, or the word of who writes or reads the piece."""
        spoken = self._quoted.at(found.clause.verb) is not None
        if self._private.bars(found, actor, spoken=spoken) or self._no_word.bars(found, spoken=spoken):
            return True
        report = self._undertakings.reporter(found.clause)
        public = self._private.is_public(actor)
        told = spoken or (report is not None and not self._register.of_writer((report.doer,)))
        if self._background.bars(found, public=public, spoken=spoken):
            return True
        if self._generalities.bars(found, told=told, spoken=spoken):
            return True
        own = not public or self._register.of_writer((found.clause.subject, found.clause.doer))
        return not told and (self._register.advises or (self._register.personal and own))

    def _institutional(self, found: Undertaking) -> bool:
        """Whether something other than a player's contract is signed."""
        papers = {self._parse.tokens[i].lemma for i in found.clause.objects}
        return found.kind is Kind.SIGNED and not papers & {"contract", "deal"}

    def _is_headline(self, verb: int) -> bool:
        """Whether nearly all words of weight in the sentence have capitals."""
        sentence = self._parse.sentences[self._parse.tokens[verb].sentence]
        if self._parse.tokens[sentence.last - 1].text == ".":
            return False
        words = [token.text for token in self._parse.tokens[sentence.first : sentence.last] if token.text.isalpha()]
        big = [word for word in words if len(word) > 3]
        return len(big) > 2 and sum(word[0].isupper() for word in big) >= _HEADLINE * len(big)

    def _is_history(self, words: Written, kind: Kind) -> bool:
        """Something done in a year well before the newest year that the article names."""
        if kind not in _DONE:
            return False
        years = [int(year) for lead, year in _LED_YEAR.findall(words.text) if lead.lower() not in _SINCE]
        return bool(years) and max(years) < self._newest_year - _HISTORY

    @cached_property
    def _newest_year(self) -> int:
        named = [
            int(year) for lead, year in _LED_YEAR.findall(self._parse.article.text) if lead.lower() not in _TO_COME
        ]
        published = int((self._parse.article.published or "0")[:4])
        return max([*named, published, _LONG_AGO])
