"""Who writes what is quoted from a book or letter: its "I" tells of others, whom "he wrote" does not mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from briefing.extract.grammar.sayers import Saying
from briefing.extract.quotations.frames import Frame
from briefing.extract.reference.antecedents import GENDERS
from briefing.extract.reference.cast import Cast, Referent
from briefing.model.facts import Attribution

_WRITES = frozenset(("write", "recall", "remember", "recount", "recollect"))
_WORKS = frozenset(("memoir", "autobiography", "diary", "book", "letter", "journal", "reminiscence"))
_TELLERS = frozenset(("i", "me", "my", "myself", "we", "us", "our"))
_LIVES = frozenset(("biography", "obituary"))
_PENNED = frozenset(("pen", "author"))
_OTHERS = {"m": frozenset(("he", "him", "his")), "f": frozenset(("she", "her"))}


class Writers:
    """Keeps, for the quotations of one article in their order, who writes what is quoted."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: Referent | None = None
        self._settled: dict[int, Referent | None] = {}

    def settle(self, referent: Referent | None, said: Saying | None, group: Sequence[Frame]) -> Referent | None:
        """The writer who goes on where "he wrote" would be somebody else of whom he tells; else the referent."""
        verb = self._verb(said)
        if said is None or referent is None:
            return referent
        if verb is None:  # words that go on from others are of whoever those are
            return self._settled.get(said.speaker, referent) if said.cue is None else referent
        gender = GENDERS.get(self._cast.parse.tokens[said.speaker].text.lower())
        if gender is not None and self._portrayed and referent.key in {None, *self._portrayed} - self._writing:
            referent = self._biographer(referent, gender, said.speaker)
        elif gender is not None and self._first_work < verb:
            referent = self._writer(referent, gender, told=self._tells_of(gender, group))
        if referent is not None and referent.key is not None:
            self._last = referent
        self._settled[said.speaker] = referent
        return referent

    def _verb(self, said: Saying | None) -> int | None:
        """The cue, if it is a verb of writing or remembering."""
        tokens = self._cast.parse.tokens
        if said is None or said.cue is None:
            return None
        verb = bisect_left(self._starts, said.cue[0])
        return verb if verb < len(tokens) and tokens[verb].lemma in _WRITES else None

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._cast.parse.tokens]

    def _writer(self, referent: Referent, gender: str, *, told: bool) -> Referent | None:
        """Who writes, where a rule takes the pronoun for `referent`; `told`: whether the words tell of such a one."""
        last = self._last
        if last is None:
            return None if told and referent.key not in self._writing else referent
        person = self._cast.person(last.key)
        fits = person is not None and person.gender in {None, gender}
        if last.key == referent.key or not fits or referent.key in self._writing:
            return referent
        return replace(last, words=referent.words, attribution=Attribution.RESOLVED)

    def _biographer(self, referent: Referent, gender: str, pronoun: int) -> Referent:
        """`The biography of Keller by Ann Lee is long. She writes`: not whom it tells of, but the one it is by."""
        tokens = self._cast.parse.tokens
        named = (one for person in self._cast.people for one in person.mentions if one.first < pronoun)
        near = (one for one in named if tokens[one.first].paragraph == tokens[pronoun].paragraph)
        keys = {one.person for one in near if self._is_author(one.first)}
        author = self._cast.person(next(iter(keys))) if len(keys) == 1 else None
        if author is None or author.gender not in {None, gender}:
            return replace(referent, name=None, attribution=Attribution.UNKNOWN, key=None)
        return replace(referent, name=author.name, attribution=Attribution.RESOLVED, key=author.key)

    def _is_author(self, first: int) -> bool:
        """Whether a name stands in "a biography by X", "written by X"; not in "published by X"."""
        tokens = self._cast.parse.tokens
        led = first > 1 and tokens[first - 1].text.lower() == "by"
        return led and (tokens[first - 2].tag != "VBN" or tokens[first - 2].lemma in _WRITES | _PENNED)

    @cached_property
    def _portrayed(self) -> frozenset[str | None]:
        """Whose life is told: Y in "a biography of Y", "Y's biography"."""
        cast, tokens = self._cast, self._cast.parse.tokens
        found = set[str | None]()
        for life in (token.i for token in tokens if token.lemma.lower() in _LIVES):
            below = cast.parse.children[life]
            of = [i for each in below if tokens[each].lemma == "of" for i in cast.parse.children[each]]
            owners = [i for i in (*below, *of) if tokens[i].dep in {"poss", "pobj"} and i in cast.by_token]
            found.update(cast.refer(i).key for i in owners)
        return frozenset(found)

    @cached_property
    def _first_work(self) -> int:
        """Where a book or letter is first spoken of; past the end where none is."""
        tokens = self._cast.parse.tokens
        return next((token.i for token in tokens if token.lemma.lower() in _WORKS), len(tokens))

    @cached_property
    def _writing(self) -> frozenset[str]:
        """Who is named as one who writes, or as whose the book is."""
        mentions = ((person.key, one) for person in self._cast.people for one in person.mentions)
        return frozenset(key for key, one in mentions if any(map(self._writes, range(one.first, one.last))))

    def _writes(self, i: int) -> bool:
        """Whether a word is the subject of a verb of writing, or the owner of a book or letter."""
        token = self._cast.parse.tokens[i]
        head = self._cast.parse.tokens[token.head].lemma
        return (token.dep == "nsubj" and head in _WRITES) or (token.dep == "poss" and head in _WORKS)

    def _tells_of(self, gender: str, group: Sequence[Frame]) -> bool:
        """Whether an "I" tells of a "he" in the words."""
        tokens = self._cast.parse.tokens
        words = frozenset(tokens[i].text.lower() for frame in group for i in frame.inside)
        return not words.isdisjoint(_TELLERS) and not words.isdisjoint(_OTHERS[gender])
