"""The words themselves with which an article opens, and with which it tells of each person, as signs.

Which of them tell of being there is learned: classes of words stand in `presence.toml`, single ones only among the
weights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.grammar.clauses import Clause
from briefing.extract.reference.cast import Cast, Mention, Person

_LEAD = 3
_OF_MATTER = frozenset({"NOUN", "VERB"})
_FARTHEST, _LAST = 8, 6


class Wordings:
    """Reads the words of one article, and where people come in.

    Signs begin with `l` for words of the first paragraphs, `v` for verbs, `n` for nouns after a preposition, `r` for
    roles, `y` for what stands beside the name, `k` for the paragraph and `o` for the order of first mentions.
    """

    def __init__(self, cast: Cast, args: Arguments) -> None:
        self._cast = cast
        self._args = args
        self._tokens = cast.parse.tokens

    def of_lead(self) -> frozenset[str]:
        """The nouns and verbs of the first paragraphs, outside quotation marks."""
        paragraphs = self._cast.parse.paragraphs
        last = paragraphs[min(_LEAD, len(paragraphs)) - 1].last if paragraphs else 0
        lead = (token for token in self._tokens[:last] if token.pos in _OF_MATTER)
        return frozenset(f"l.{token.lemma}" for token in lead if token.i not in self._cast.quoted)

    def of_people(self) -> Mapping[str, frozenset[str]]:
        """The signs of each person by key."""
        found: dict[str, set[str]] = defaultdict(set)
        for clause in self._cast.clauses:
            if clause.verb in self._cast.quoted:
                continue
            for key in self._args.slot("subject", clause):
                found[key].update(self._of_clause(clause))
        order = sorted(self._cast.people, key=lambda person: person.mentions[0].first)
        for rank, person in enumerate(order):
            found[person.key].update(self._of_person(person, rank))
        return {key: frozenset(signs) for key, signs in found.items()}

    def _of_clause(self, clause: Clause) -> Iterator[str]:
        yield f"v.{clause.lemma}"
        for name, noun in clause.preps:
            yield f"n.{name}"
            yield f"n.{name}.{self._tokens[noun].lemma}"

    def _of_person(self, person: Person, rank: int) -> Iterator[str]:
        first = person.mentions[0]
        yield f"k.{min(self._tokens[first.first].paragraph, _FARTHEST)}"
        yield f"o.{min(rank, _LAST)}"
        yield from self._beside(first)
        for role in person.roles:
            yield from (f"r.{word}" for word in role.text.lower().split())
        if person.organisation is not None:
            yield "r.of"

    def _beside(self, mention: Mention) -> Iterator[str]:
        paragraph = self._cast.parse.paragraphs[self._tokens[mention.first].paragraph]
        if mention.first > paragraph.first:
            yield f"y.before.{self._tokens[mention.first - 1].text.lower()}"
        if mention.last < paragraph.last:
            yield f"y.after.{self._tokens[mention.last].text.lower()}"
