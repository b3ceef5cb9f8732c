"""Who was named right beside one quotation, and goes on as the "he" or "she" of the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.grammar.sayers import Saying
from briefing.extract.quotations.frames import Frame
from briefing.extract.reference.antecedents import GENDERS
from briefing.extract.reference.cast import Cast, Person, Referent
from briefing.extract.reference.last_subjects import is_somebody
from briefing.model.facts import Attribution

_OPEN = frozenset({Attribution.UNKNOWN, Attribution.RESOLVED})


class GoingOn:
    """Settles, for the quotations of one article in their order, pronouns that reference leaves open or gives away.

    `"...," activist Ann Lee, founder of a group that fights for women, told AFP. "...," she said`: the tree may lose
    the name among the words behind the marks, where the cue of the quotation has found it; then somebody named further
    back must not be taken.
    """

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: tuple[Referent, int] | None = None

    def settle(self, referent: Referent | None, said: Saying | None, group: Sequence[Frame]) -> Referent | None:
        """The referent, or who was named beside the last quotation, where nobody else has been spoken of since."""
        if referent is not None and said is not None and referent.attribution in _OPEN:
            referent = self._carried(referent, said)
        named = said is not None and said.beside and referent is not None and referent.key is not None
        if named and referent is not None and referent.attribution is Attribution.NAMED:
            self._last = referent, group[-1].inside[-1] + 1
        elif referent is None or self._last is None or referent.key != self._last[0].key:
            self._last = None
        return referent

    def _carried(self, referent: Referent, said: Saying) -> Referent:
        last, pronoun = self._last, said.speaker
        gender = GENDERS.get(self._cast.parse.tokens[pronoun].text.lower())
        person = self._cast.person(last[0].key) if last is not None else None
        if last is None or person is None or gender is None or not said.beside or person.gender != gender:
            return referent
        if self._cast.paragraphs_between(last[1], pronoun) > 1 or self._spoken_of(person, last[1], pronoun):
            return referent
        return replace(last[0], words=referent.words, attribution=Attribution.RESOLVED)

    def _spoken_of(self, person: Person, first: int, last: int) -> bool:
        """Whether anybody else who may be meant is named, or acts, between two tokens outside quotation marks."""
        cast, tokens = self._cast, self._cast.parse.tokens
        others = frozenset(one.key for one in cast.people if one.key != person.key)
        rivals = frozenset(one.key for one in cast.people if one.gender in {None, person.gender}) & others
        outside = (i for i in range(first, last) if i not in cast.quoted)
        if any(i in cast.by_token and cast.by_token[i].person in rivals for i in outside):
            return True
        acting = (i for s in range(tokens[first].sentence, tokens[last].sentence + 1) for i in cast.main_subjects(s))
        return any(
            first <= i < last and cast.refer(i).key not in {person.key, *others} and is_somebody(cast, i)
            for i in acting
        )
