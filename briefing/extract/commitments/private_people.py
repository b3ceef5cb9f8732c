"""People in whose name no brief speaks: a man, the residents, a coach; what they will or will not do is their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from briefing.extract.commitments.actors import Actor
from briefing.extract.commitments.readings import Undertaking
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.reference.cast import Cast, Person
from briefing.model.facts import Kind
from briefing.model.span import Span

_OWN_DEEDS = frozenset((Kind.PLANNED, Kind.PLEDGED, Kind.DECLINED, Kind.DELIVERED))
_OTHERS = frozenset(("me", "us", "him", "her", "them", "you"))
_OWN = frozenset(("my", "his", "her"))
_AFTER_HEAD = frozenset((",", "of", "at", "for", "in", "from", "on", "with", "to", "who", "and"))
_BODIES = frozenset(("ORG", "GPE", "NORP"))


class PrivatePeople:
    """Looks at who acts in one article."""

    def __init__(self, parse: Parse, cast: Cast, language: str = "en") -> None:
        self._parse = parse
        self._cast = cast
        self._starts = [token.start for token in parse.tokens]
        data = load(language, "vetoes")["private"]
        self._people, self._players = frozenset(data["people"]), frozenset(data["players"])
        self._teams = frozenset(data["teams"])
        self._learners = frozenset(data["learners"])
        self._gods = frozenset(data["gods"])
        self._asked, self._telling = frozenset(data["asked"]), frozenset(data["telling"])
        agents = load(language, "commitments")["agents"]
        known = (*agents["bodies"], *agents["persons"], *agents["assemblies"], *agents["nouns"])
        self._agents = frozenset(known) - self._people - self._players

    def bars(self, found: Undertaking, actor: Actor, *, spoken: bool) -> bool:
        """Whether only a private person does or plans it, or only witnesses, or one's own people, are asked.

        `spoken`: it stands in a quotation.
        """
        if self._in_prayer(found) or self._plays(found):
            return True
        if found.kind is Kind.REQUESTED:
            return self._in_private(found, actor)
        if found.kind not in _OWN_DEEDS:
            return False
        if self._muses(found, actor):
            return True
        ahead = spoken and found.kind is Kind.PLANNED and not self._of_us(found) and self._is_anybody(actor)
        given = found.kind is Kind.DELIVERED and self._is_close(found.clause.indirect)
        if given and not self.is_public(actor):
            return True  # "Mama gave me 300 shillings"
        return ahead or self._is_private(actor) or self._is_player(actor)

    def _muses(self, found: Undertaking, actor: Actor) -> bool:
        """`If it rains, we will stay`, of a student or of nobody in particular: a habit, or an opinion."""
        if found.kind is not Kind.PLEDGED or found.clause.condition is None or not self._of_us(found):
            return False
        person = self._cast.person(actor.key)
        if person is not None:
            heads = [*(title.head_words for title in person.titles), *(_head(role.text) for role in person.roles)]
            return all(head in self._learners for head in heads)
        inside = () if actor.words is None else self._inside(actor.words.span)
        return any(token.lemma in self._learners for token in inside)

    def _in_prayer(self, found: Undertaking) -> bool:
        """`God will forgive`, `asked Allah to help`."""
        nouns = (found.asks, found.clause.subject)
        return any(i is not None and self._parse.tokens[i].text.lower() in self._gods for i in nouns)

    def _plays(self, found: Undertaking) -> bool:
        """`The coach said his side would attack`: what a team will do in the game."""
        clause, teller = found.clause, self._cast.clauses.get(found.clause.reported_by)
        if clause.subject is None or teller is None or teller.doer is None:
            return False
        if self._parse.tokens[clause.subject].lemma not in self._teams:
            return False
        token, person = self._parse.tokens[teller.doer], self._cast.person(self._cast.refer(teller.doer).key)
        return token.lemma in self._players or (person is not None and self._has_played(person))

    def _has_played(self, person: Person) -> bool:
        words = (word for role in person.roles for word in role.text.lower().split())
        return any(word in self._players for word in words)

    def is_public(self, actor: Actor) -> bool:
        """Whether a body acts, or somebody who is said to hold an office or to have a part in something."""
        person = self._cast.person(actor.key)
        if person is not None:
            return bool(person.titles or person.roles) and not self._is_private(actor)
        if actor.words is None:
            return False
        inside = self._inside(actor.words.span)
        words = {word for token in inside for word in (token.lemma, token.text.lower())}
        return bool(words & self._agents) or any(token.entity in _BODIES for token in inside)

    def _of_us(self, found: Undertaking) -> bool:
        """Whether "we" do it: somebody speaks for others."""
        subject = found.clause.subject
        return subject is not None and self._parse.tokens[subject].text.lower() == "we"

    def _inside(self, span: Span) -> Sequence[Token]:
        """The tokens that begin within a stretch."""
        return self._parse.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _is_anybody(self, actor: Actor) -> bool:
        """Whether it is a person of whom the article does not say what he is."""
        person = self._cast.person(actor.key)
        return person is not None and not person.titles and not person.roles

    def _in_private(self, found: Undertaking, actor: Actor) -> bool:
        """`asked her to marry him`, `I told my family to pack`: of somebody close, by somebody like them."""
        if found.asks is None:
            return self._calls_in(found, actor)
        asked = self._parse.tokens[found.asks]
        if asked.lemma in self._asked:
            duty = found.clause.verb if found.rule == "commitment.duty" else None
            deed = found.focus if found.focus is not None else duty
            return deed is None or self._parse.tokens[deed].lemma in self._telling
        if found.clause.passive and found.by_reporter and asked.tag == "NNS":
            return False  # "residents are asked to boil their water"
        if not self._is_close(found.asks) or not found.rule.startswith("commitment.verb."):
            return False
        return actor.name is None or self._is_anybody(actor) or self._is_private(actor)

    def _calls_in(self, found: Undertaking, actor: Actor) -> bool:
        """`they summoned his manager`: somebody close, called by nobody in office."""
        clause, tokens = found.clause, self._parse.tokens
        people = [i for i in clause.objects if tokens[i].lemma in self._agents | self._people]
        close = len(people) == len(clause.objects) == 1 and self._is_close(people[0])
        return close and found.noun is None and not self.is_public(actor)

    def _is_private(self, actor: Actor) -> bool:
        """`the man`, `two residents of Tarn`, and who is nothing else by what the text says of him."""
        person = self._cast.person(actor.key)
        if person is not None:
            heads = [_head(role.text) for role in person.roles]
            return bool(heads) and all(head in self._people for head in heads)
        if actor.words is None or actor.name is None:
            return False
        inside = {token.i: token for token in self._inside(actor.words.span)}
        nouns = [token for token in inside.values() if token.pos in {"NOUN", "PROPN"}]
        if nouns:
            head = next((token for token in nouns if token.head not in inside), nouns[0])
            # "three gang members"
            sort = {each.lemma for each in nouns if each.head == head.i} if head.lemma == "member" else {head.lemma}
            return bool(sort & self._people)
        return actor.name.lower().split()[-1] in self._people  # "he", of a man

    def _is_player(self, actor: Actor) -> bool:
        person = self._cast.person(actor.key)
        return person is not None and self._has_played(person)

    def _is_close(self, noun: int | None) -> bool:
        """Whether a noun stands for a single private person, or for who speaks."""
        if noun is None:
            return False
        token = self._parse.tokens[noun]
        if any(self._parse.tokens[i].text.lower() in _OWN for i in self._parse.children[noun]):
            return True  # "my family"
        return token.text.lower() in _OTHERS or token.entity == "PERSON" or token.lemma in self._people


def _head(role: str) -> str:
    """The word that says what somebody is: "director" of "director of passenger services"."""
    words = role.lower().replace(",", " ,").split()
    end = next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words))
    return words[end - 1] if words else ""
