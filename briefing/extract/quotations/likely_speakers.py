"""Who most likely says a quotation where no rule settles it: everybody named before is ranked, and nobody of them too.

The weights of a language stand in its `speaker_weights.toml`, fitted by `python -m tools.quality.speakers`.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.extract.grammar.sayers import Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame
from briefing.extract.quotations.layouts import LABEL
from briefing.extract.quotations.speaker_signs import ALONE, PRONOUN, TITLE, Place, SpeakerSigns
from briefing.extract.reference.antecedents import GENDERS
from briefing.extract.reference.cast import Cast, Person, Referent
from briefing.extract.reference.coreference import another_since
from briefing.extract.reference.descriptions import unnamed
from briefing.extract.reference.offices import of_many
from briefing.extract.reference.pronoun_bars import met_another
from briefing.extract.reference.role_likeness import is_human
from briefing.model.facts import Attribution
from briefing.model.span import Written

LIKELY = "likely"
_OPEN = frozenset({Attribution.UNKNOWN, Attribution.DESCRIBED})
_SENTENCE = 5  # tokens of a quotation that stands alone
_STOPS = frozenset(".?!…,")
_DEFINITE = frozenset({"the", "this"})


@functools.cache
def weights(language: str) -> Mapping[str, Mapping[str, float]]:
    """`signs`: the weight of each sign; `least`: how likely an answer must be, by kind of place; empty: none is."""
    try:
        return load(language, "speaker_weights")
    except FileNotFoundError:
        return {}


class LikelySpeakers:
    """Answers, for the quotations of one article in their order, what the rules leave open.

    `table`: as of `weights`; nothing is answered without weights.
    """

    def __init__(self, cast: Cast, table: Mapping[str, Mapping[str, float]]) -> None:
        self._cast = cast
        self._table = table
        self._spoken: list[tuple[int, str | None]] = []
        self.places: dict[int, Place] = {}

    def settle(
        self, referent: Referent | None, said: Saying | None, group: Sequence[Frame]
    ) -> tuple[Referent | None, float | None]:
        """Who says a quotation, and how likely, where no rule settles it; else the answer of the rules and `None`."""
        place = self._place(referent, said, group) if self._cast.parse.syntax else None
        if place is not None:
            self.places[group[0].stretch.start] = place
        answer = self._answer(place, referent) if place is not None else None
        if answer is not None:
            person = answer[0]
            words = referent.words if referent is not None else _last_named(person, group[0].inside[0])
            referent = Referent(name=person.name, attribution=Attribution.RESOLVED, key=person.key, words=words)
        self._spoken.append((group[0].inside[0], referent.key if referent is not None else None))
        return referent, None if answer is None else answer[1]

    def _place(self, referent: Referent | None, said: Saying | None, group: Sequence[Frame]) -> Place | None:
        """The place of a quotation, if it is one whose speaker can be asked for."""
        first, last = group[0].inside[0], group[-1].inside[-1] + 1
        blank = Place(kind=ALONE, token=first, gender=None, first=first, last=last, spoken=tuple(self._spoken))
        if said is None or referent is None:
            woven = bool(group[0].before or group[-1].after)  # into a sentence of somebody else's
            ends = self._cast.parse.article.text[group[-1].stretch.end - 1] in _STOPS  # a heading does not
            return blank if ends and not woven and len(group[0].inside) >= _SENTENCE else None
        if said.rule == LABEL:
            return None
        word = self._cast.parse.tokens[said.speaker]
        gender = GENDERS.get(word.text.lower())
        if gender is not None and referent.attribution is not Attribution.DESCRIBED:
            return replace(blank, kind=PRONOUN, token=word.i, gender=gender)
        # "The official welcomed it. “...,” he added": whom "the official" means
        head = word.i if gender is None else unnamed(self._cast, word.i, gender)
        if head is None or word.i in self._cast.barred or not self._definite(head):
            return None
        told = gender or self._cast.vocabulary.title_gender.get(self._cast.parse.tokens[head].lemma)
        return replace(blank, kind=TITLE, token=head, gender=told if told in {"m", "f"} else None)

    def _definite(self, token: int) -> bool:
        """Whether the words speak of one known human being or thing: "the minister"."""
        parse = self._cast.parse
        head = parse.tokens[token]
        if not is_human(self._cast, token) or head.tag not in {"NN", "NNP", "JJ"} or token in self._cast.by_token:
            return False
        title = self._cast.title_at.get(token)
        if of_many(head.lemma) or (title is not None and (title.plural or title.indefinite)):
            return False
        owner = title.possessor if title is not None else None
        if owner is not None and parse.tokens[owner].pos == "PROPN":
            return owner not in self._cast.by_token  # "Tarn's mayor", not "Keller's niece"
        start = self._cast.phrase(token).span.start
        first = next((i for i in range(token, max(token - 12, -1), -1) if parse.tokens[i].start <= start), token)
        return parse.tokens[first].text.lower() in _DEFINITE

    def _answer(self, place: Place, referent: Referent | None) -> tuple[Person, float] | None:
        """The likeliest speaker and how likely; `None` where nobody is likely enough, or the rules' may stand."""
        least = self._table.get("least", {}).get(place.kind)
        settled = referent is not None and referent.attribution not in _OPEN
        if least is None or (settled and place.kind != PRONOUN):
            return None
        ranked = self._ranked(place, self._table["signs"])
        if not ranked or ranked[0][1] < least:
            return None
        if referent is not None and settled:
            stands = next((likely for one, likely in ranked if one.key == referent.key), 1.0)
            return ranked[0] if stands < self._table["least"]["settled"] else None
        return ranked[0]

    def _may_be(self, place: Place, person: Person, signs: SpeakerSigns) -> bool:
        """Whether the text does not tell against this person; a title is of its last holder."""
        title = self._cast.title_at.get(place.token) if place.kind == TITLE else None
        held_since = title is not None and another_since(self._cast, title, person, place.token)
        abroad = title is not None and title.country is not None and person.country not in {None, title.country}
        if abroad or self._cast.barred.get(place.token) == person.key:  # "the Danish PM" is no Norwegian
            return False
        return not held_since and not self._met_another(place, person) and signs.may_be(person)

    def _met_another(self, place: Place, person: Person) -> bool:
        """Whether somebody "she" may mean as well was last named as whom this person met."""
        gender = place.gender if place.kind == PRONOUN else None
        before = (one for one in person.mentions if one.last <= place.token and one.first not in self._cast.quoted)
        last = max(before, key=lambda one: one.first, default=None)
        if gender is None or last is None:
            return False
        return any(met_another(self._cast, person, i, gender) for i in range(last.first, last.last))

    def _ranked(self, place: Place, table: Mapping[str, float]) -> list[tuple[Person, float]]:
        """Everybody who may be meant, the likeliest first; what is left to 1 is that nobody of them is."""
        signs = SpeakerSigns(self._cast, place)
        sums = [sum(table.get(sign, 0.0) for sign in sorted(signs.of(one))) for one in signs.candidates]
        nobody = sum(table.get(sign, 0.0) for sign in sorted(signs.of_nobody()))
        top = max((*sums, nobody))
        whole = sum(math.exp(one - top) for one in (*sums, nobody))
        likely = [(one, math.exp(each - top) / whole) for one, each in zip(signs.candidates, sums, strict=True)]
        likely.sort(key=lambda one: -one[1])
        return likely if likely and self._may_be(place, likely[0][0], signs) else []


def _last_named(person: Person, before: int) -> Written:
    """The last mention before a token."""
    return max((one for one in person.mentions if one.first < before), key=lambda one: one.first).words
