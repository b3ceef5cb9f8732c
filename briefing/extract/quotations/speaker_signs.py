"""What speaks for a person of the cast as the one who says a quotation, where no rule settles who is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from briefing.extract.reference.cast import Cast, Mention, Person
from briefing.extract.reference.last_subjects import INDEFINITE, last_sayings, last_subjects, verbs_of_saying
from briefing.extract.reference.role_likeness import RoleLikeness

PRONOUN, TITLE, ALONE = "pronoun", "title", "alone"
_SUBJECTS = 3
_CROWD = 60  # people named in one article
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_BESIDE_OTHERS = "gender.open.beside_others"
_SENTENCES = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))
_PARAGRAPHS = ((0, "0"), (1, "1"), (2, "2"), (4, "4"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A quotation whose speaker is asked for.

    `kind`: what stands for the speaker, `pronoun`, `title` (any noun phrase of a definite somebody) or `alone`
    (nothing does). `token`: its head, or the first in marks. `gender`: that of the word, `None` where it tells none.
    `first`, `last`: the tokens in marks. `spoken`: the quotations before, each with its first token and the key of the
    person who speaks.
    """

    kind: str
    token: int
    gender: str | None
    first: int
    last: int
    spoken: tuple[tuple[int, str | None], ...] = ()


class SpeakerSigns:
    """Gathers the signs for everybody named before a quotation, and for nobody of them."""

    def __init__(self, cast: Cast, place: Place) -> None:
        self._cast = cast
        self._place = place
        self._tokens = cast.parse.tokens
        self._likeness = RoleLikeness(cast, place.token) if place.kind == TITLE else None

    @cached_property
    def candidates(self) -> tuple[Person, ...]:
        """Everybody named before, whose gender does not tell against it; of a crowd those who are named last."""
        fitting = tuple(
            person
            for person in self._cast.people
            if self._cast.first_named[person.key] < self._place.token
            and (self._place.gender is None or person.gender in {None, self._place.gender})
        )
        return fitting if len(fitting) <= _CROWD else self._nearest(fitting)

    def _nearest(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """The people who were last named nearest, in the order of the cast."""
        at = self._place.token
        last = {one.key: max(mention.first for mention in one.mentions if mention.first < at) for one in people}
        kept = frozenset(sorted(last, key=lambda key: -last[key])[:_CROWD])
        return tuple(one for one in people if one.key in kept)

    def of(self, person: Person) -> frozenset[str]:
        """The signs that this person is meant."""
        return frozenset(self._signs(person))

    def of_nobody(self) -> frozenset[str]:
        """The signs that nobody of the cast is meant."""
        return frozenset(self._against())

    @cached_property
    def _stranger_nearest(self) -> bool:
        """Whether the last subject before is somebody new or somebody's: "a visitor", "her grandmother"."""
        if not self._subjects or self._subjects[0][0]:
            return False
        head = self._subjects[0][1]
        below = (self._tokens[i] for i in self._cast.parse.children[head])
        near = self._cast.paragraphs_between(head, self._place.token) <= 1
        return near and any(one.text.lower() in INDEFINITE or one.dep == "poss" for one in below)

    def may_be(self, person: Person) -> bool:
        """Whether nothing tells against this person, however likely: what the text leaves open stays open.

        Words alone are of somebody who speaks; a stranger is nearer; somebody else fits a pronoun or title better.
        """
        if self._place.kind == ALONE:
            spoke = any(key == person.key for _, key in self._place.spoken)
            return spoke or any(key == person.key for key, _ in self._sayings)
        if self._stranger_nearest or self._gender(person) == _BESIDE_OTHERS or self._another_says(person):
            return False
        if self._likeness is None:
            return True
        nearer = self._named_since(person) if person.key in self._last else []
        if self._likeness.is_other(person):
            return False
        return not (self._likeness.another_rank(person) or self._likeness.has_rival(person, nearer))

    def _another_says(self, person: Person) -> bool:
        """Whether somebody else says something close before, and nothing tells that the person is a "he" or "she"."""
        if self._place.gender is None or person.gender is not None or not self._sayings:
            return False
        key, at = self._sayings[0]
        return key != person.key and self._cast.paragraphs_between(at, self._place.token) <= 1

    def _named_since(self, person: Person) -> list[Person]:
        """Who is named, outside quotation marks, after a person was last named."""
        at = self._last[person.key].first
        return [one for one in self.candidates if one.key in self._last and self._last[one.key].first > at]

    def _signs(self, person: Person) -> Iterator[str]:
        yield from self._whether_named(person)
        yield from self._as_subject(person)
        yield from self._as_speaker(person)
        yield from self._weight(person)
        if self._place.gender is not None:
            yield self._gender(person)
        if self._likeness is not None:
            yield from self._likeness.signs(person, self.candidates)

    def _gender(self, person: Person) -> str:
        if self._place.gender is None or person.gender == self._place.gender:
            return "gender.agrees"
        return _BESIDE_OTHERS if self._place.gender in self._genders else "gender.open"

    @cached_property
    def _genders(self) -> frozenset[str | None]:
        return frozenset(one.gender for one in self.candidates)

    def _whether_named(self, person: Person) -> Iterator[str]:
        """Where the person is last named."""
        place, here = self._place, self._tokens[self._place.token]
        if any(place.first <= mention.first < place.last for mention in person.mentions):
            yield "named.in_the_words"
        last = self._last.get(person.key)
        if last is None:
            yield "named.only_in_marks"
            return
        at = self._tokens[last.first]
        yield f"named.sentence.{_step(here.sentence - at.sentence, _SENTENCES)}"
        yield f"named.paragraph.{_step(here.paragraph - at.paragraph, _PARAGRAPHS)}"
        yield f"named.as.{self._part(last)}"
        rank = self._recency.index(person.key)
        yield f"named.order.{min(rank, _SUBJECTS)}"
        if at.sentence == here.sentence and at.i in self._report_words:
            yield "named.in_the_report"

    @cached_property
    def _last(self) -> dict[str, Mention]:
        """The last mention of each candidate before the place, outside quotation marks."""
        found = {}
        for person in self.candidates:
            before = [
                mention
                for mention in person.mentions
                if mention.last <= self._place.token and mention.first not in self._cast.quoted
            ]
            if before:
                found[person.key] = max(before, key=lambda mention: mention.first)
        return found

    @cached_property
    def _recency(self) -> list[str]:
        return sorted(self._last, key=lambda key: -self._last[key].first)

    @cached_property
    def _report_words(self) -> frozenset[int]:
        """The words of the clause in which the speaker is the subject."""
        own = self._cast.clauses.around(self._place.token)
        if own is None:
            return frozenset()
        return frozenset(i for i in (*own.objects, own.agent or -1) if i >= 0)

    def _part(self, mention: Mention) -> str:
        """As what a person is named in a sentence."""
        inside = range(mention.first, mention.last)
        clauses = self._cast.clauses_in(self._tokens[mention.first].sentence)
        acts = [one for one in clauses if any(i in inside for i in one.subjects) and not one.inherited]
        if any(self._tokens[one.verb].dep == "ROOT" for one in acts):
            return "subject"
        if acts:
            return "side_subject"
        after = self._tokens[mention.last].text if mention.last < len(self._tokens) else ""
        return "owner" if after in _POSSESSIVE else "other"

    def _as_subject(self, person: Person) -> Iterator[str]:
        """How far back the person is the subject of a sentence, be it by a pronoun or title."""
        keys = [key for key, _ in self._subjects]
        if person.key not in keys:
            yield "subject.never"
            return
        rank = keys.index(person.key)
        yield f"subject.order.{rank}"
        here, at = self._tokens[self._place.token], self._tokens[self._subjects[rank][1]]
        yield f"subject.paragraph.{_step(here.paragraph - at.paragraph, _PARAGRAPHS)}"
        yield f"subject.order.{rank}.{_step(here.sentence - at.sentence, _SENTENCES[:4])}"

    @cached_property
    def _subjects(self) -> list[tuple[str, int]]:
        """Who the last subjects of main clauses are, each once, nearest first; an empty key is somebody unknown."""
        allowed = frozenset(person.key for person in self.candidates)
        return list(islice(last_subjects(self._cast, self._place.token, allowed), _SUBJECTS))

    def _as_speaker(self, person: Person) -> Iterator[str]:
        """Whether the person says the quotations around this one."""
        here, spoken = self._tokens[self._place.token].paragraph, self._place.spoken
        if spoken and spoken[-1][1] == person.key:
            yield f"spoke.last.{_step(here - self._tokens[spoken[-1][0]].paragraph, _PARAGRAPHS)}"
        elif any(key == person.key for _, key in spoken[-_SUBJECTS:]):
            yield "spoke.before"
        elif person.key in self._speaking:
            yield "spoke.long_before"
        if spoken and spoken[-1][1] == person.key and self._verb is not None:
            yield f"spoke.last.{self._verb}"
        for rank, (key, at) in enumerate(self._sayings):
            if key == person.key:
                yield f"says.order.{rank}"
                yield f"says.order.{rank}.{_step(here - self._tokens[at].paragraph, _PARAGRAPHS)}"
                break
        else:
            yield "says.never"
        if self._speaking == {person.key}:
            yield "spoke.alone"

    @cached_property
    def _speaking(self) -> frozenset[str | None]:
        """Who says the quotations before this one."""
        return frozenset(key for _, key in self._place.spoken)

    @cached_property
    def _verb(self) -> str | None:
        """The verb with which this quotation is reported ("continued" tells of the same speaker)."""
        own = self._cast.clauses.around(self._place.token) if self._place.kind != ALONE else None
        return own.lemma if own is not None and own.lemma in verbs_of_saying() else None

    @cached_property
    def _sayings(self) -> list[tuple[str, int]]:
        """Of whom the last verbs of saying are said, each once, nearest first; an empty key is somebody unknown."""
        return list(islice(last_sayings(self._cast, self._place.token), _SUBJECTS))

    def _weight(self, person: Person) -> Iterator[str]:
        """Whether the article so far is about nobody else, or about nobody more."""
        counts = self._counts
        if counts[person.key] == max(counts.values()):
            yield "share.most"
        if len(counts) == 1:
            yield "only"
        if len(self._last) == 1 and person.key in self._last:
            yield "only.outside_marks"
        yield "with_role" if person.roles else "without_role"

    @cached_property
    def _counts(self) -> dict[str, int]:
        return {
            person.key: sum(mention.first < self._place.token for mention in person.mentions)
            for person in self.candidates
        }

    def _against(self) -> Iterator[str]:
        """What speaks for somebody without a name, or for nobody known."""
        place, here = self._place, self._tokens[self._place.token]
        yield "nobody"
        yield f"nobody.of.{min(len(self.candidates), 4)}"
        if place.spoken and place.spoken[-1][1] is None:
            back = here.paragraph - self._tokens[place.spoken[-1][0]].paragraph
            yield f"nobody.spoke.last.{_step(back, _PARAGRAPHS)}"
        if self._stranger_nearest:
            yield "nobody.stranger"
        for rank, (key, at) in enumerate(self._subjects):
            if not key:
                yield f"nobody.subject.{rank}"
                yield f"nobody.subject.paragraph.{_step(here.paragraph - self._tokens[at].paragraph, _PARAGRAPHS)}"
        if self._sayings and self._sayings[0][0] and self._sayings[0][0] not in self._counts:
            back = here.paragraph - self._tokens[self._sayings[0][1]].paragraph
            yield f"nobody.says_another.{_step(back, _PARAGRAPHS)}"  # whom a title or given name makes the other gender
        if self._sayings and not self._sayings[0][0]:
            yield "nobody.says"
            yield f"nobody.says.{_step(here.paragraph - self._tokens[self._sayings[0][1]].paragraph, _PARAGRAPHS)}"
        if self._likeness is not None:
            yield from self._likeness.against()


def _step(distance: int, steps: Sequence[tuple[int, str]]) -> str:
    return next((name for most, name in steps if distance <= most), "far")
