"""People in whose name no brief speaks: a man, the residents, a coach; what they will or will not do is their own."""

from __future__ import annotations

from briefing.extract.actors import Actor
from briefing.extract.cast import Cast
from briefing.extract.lexicon import load
from briefing.extract.parse import Parse
from briefing.extract.readings import Undertaking
from briefing.model.facts import Kind

_OWN_DEEDS = frozenset((Kind.PLANNED, Kind.PLEDGED, Kind.DECLINED, Kind.DELIVERED))


class PrivatePeople:
    """Looks at who acts in one article."""

    def __init__(self, parse: Parse, cast: Cast, language: str = "en") -> None:
        self._parse = parse
        self._cast = cast
        data = load(language, "vetoes")["private"]
        self._people, self._players = frozenset(data["people"]), frozenset(data["players"])
        self._asked = frozenset(data["asked"])

    def bars(self, found: Undertaking, actor: Actor) -> bool:
        """Whether only a private person does or plans it, or only witnesses are asked."""
        if found.kind is Kind.REQUESTED:
            return found.asks is not None and self._parse.tokens[found.asks].lemma in self._asked
        return found.kind in _OWN_DEEDS and (self._is_private(actor) or self._is_player(actor))

    def _is_private(self, actor: Actor) -> bool:
        """`the man`, `two residents of Tarn`, and who is nothing else by what the text says of him."""
        person = self._cast.person(actor.key)
        if person is not None:
            roles = [role.text.lower().split() for role in person.roles]
            return bool(roles) and all(set(words) & self._people for words in roles)
        if actor.words is None or actor.name is None:
            return False
        span = actor.words.span
        inside = [token for token in self._parse.tokens if span.start <= token.start < span.end]
        nouns = [token.lemma for token in inside if token.pos in {"NOUN", "PROPN"}]
        if nouns:
            return nouns[0] in self._people
        return actor.name.lower().split()[-1] in self._people  # "he", of a man

    def _is_player(self, actor: Actor) -> bool:
        person = self._cast.person(actor.key)
        words = {word for role in person.roles for word in role.text.lower().split()} if person is not None else set()
        return bool(words & self._players)
