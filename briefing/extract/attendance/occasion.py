"""Whether an article reports an event, and of what kind: what its first paragraphs, its layout and its people tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.attendance.arguments import Arguments
from briefing.extract.attendance.modes import Modes
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.presence_words import PresenceWords
from briefing.extract.grammar.clauses import Clause, Tense
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Mode

_LEAD, _OPENING = 3, 4
_HEARD_AT = frozenset({"at", "during", "after", "in", "following", "as"})
# What those do who are there, and what those do who are not.
_LIVELY = frozenset(
    f"{name}.past" for name in ("body", "rite", "moves", "plays", "leads", "answers")
) | frozenset({"to.event", "beside_event"})  # fmt: skip
_AFAR = frozenset(
    "by.statement by.phone by.interview to.outlet writes.past elsewhere opens_in_place says.present office.comments"  # noqa: SIM905
    .split()
)  # fmt: skip
_FAR = frozenset({"by.statement", "by.phone", "by.interview", "to.outlet", "writes.past", "according"})
_COUNTED = (Mode.IN_PERSON, Mode.REMOTE, Mode.EXPECTED)
_LABELS = 5


class Occasion:
    """The signs that an article as a whole gives of its event."""

    def __init__(self, cast: Cast, words: PresenceWords, args: Arguments, modes: Modes) -> None:
        self._cast = cast
        self._words = words
        self._args = args
        self._modes = modes
        self._tokens = cast.parse.tokens

    def signs(self, parts: Sequence[Part]) -> frozenset[str]:
        """The signs that hold for everybody. `parts`: what is said of who took part."""
        return frozenset(self._signs(parts)) if self._cast.parse.paragraphs else frozenset()

    def _signs(self, parts: Sequence[Part]) -> Iterator[str]:
        parse, whole = self._cast.parse, self._cast.parse.article.text.lower()
        lead = parse.paragraphs[min(_LEAD, len(parse.paragraphs)) - 1].end
        opening = whole[parse.paragraphs[0].start : lead]
        yield from (f"kind.{name}" for name, pattern in self._words.kinds.items() if pattern.search(opening))
        for name, pattern in self._words.means.items():
            yield f"many.{name}.{min(3, len(pattern.findall(whole)))}"
        yield from {f"lead.{part.mode.value}" for part in parts if part.start < lead}
        told = [clause for clause in self._cast.clauses if clause.verb not in self._cast.quoted]
        tenses = Counter(clause.tense.value for clause in told if self._tokens[clause.verb].start < lead)
        tenses.pop(Tense.NONE.value, None)
        if tenses:
            yield f"lead_tense.{tenses.most_common(1)[0][0]}"
        if self._modes.lead is not None:
            yield f"event.{'coming' if self._modes.lead.coming else 'over' if self._modes.lead.over else 'none'}"
        if any(map(self._opens, told)):
            yield "opened"
        nouns = [i for i, token in enumerate(self._tokens) if token.start < lead and token.pos in {"NOUN", "PROPN"}]
        yield f"lead_events.{min(3, sum(map(self._args.is_event, nouns)))}"
        if sum(1 for p in parse.paragraphs if ":" in whole[p.start : p.start + 40]) > _LABELS:
            yield "labels"

    def _opens(self, clause: Clause) -> bool:
        """Whether it tells in the first paragraphs that an event took place."""
        if self._tokens[clause.verb].paragraph >= _OPENING or clause.tense not in {Tense.PAST, Tense.PERFECT}:
            return False
        if clause.modal or clause.negated or self._modes.earlier(clause):
            return False
        verb = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        nouns = [*clause.objects, *clause.subjects, *(noun for name, noun in clause.preps if name in _HEARD_AT)]
        return verb in self._words.opens or any(map(self._args.is_event, nouns))


class Company:
    """The signs that the others of an article give of each: who is among those present was likely there himself."""

    def __init__(self, signs: Mapping[str, frozenset[str]], parts: Sequence[Part], heard: Sequence[str]) -> None:
        self._heard = {key: at for at, key in enumerate(heard)}
        self._people = tuple(signs)
        self._signs = signs
        self._taking = {mode: {p.who for p in parts if p.mode is mode and p.who is not None} for mode in _COUNTED}
        self._lively = {key for key, said in signs.items() if said & _LIVELY} | self._taking[Mode.IN_PERSON]
        self._afar = {key for key, said in signs.items() if said & _AFAR}
        tenses = [sum(f"says.{tense}" in said for said in signs.values()) for tense in ("present", "past")]
        self._present = tenses[0] > tenses[1]
        self._labelled = {key for key, said in signs.items() if "label" in said}

    def of(self, key: str) -> Iterator[str]:
        """The signs that all but this one give."""
        rest = max(1, len(self._people) - 1)
        for mode, people in self._taking.items():
            others = len(people) - (key in people)
            yield from (f"others{n}.{mode.value}" for n in (1, 3) if others >= n)
            if others / rest >= 0.5:
                yield f"half.{mode.value}"
        if key in self._heard:
            yield f"heard.{min(3, len(self._heard))}"
            yield f"heard_as.{min(2, self._heard[key])}"
            own = self._signs[key]
            yield f"far.{bool(own & _FAR):d}"
            yield f"bears.{bool(own & _LIVELY):d}{bool(own & _AFAR):d}"
        else:
            yield f"silent_of.{min(3, len(self._people) // 3)}"
        lively, afar = (len(keys) - (key in keys) for keys in (self._lively, self._afar))
        yield f"lively.{min(3, int(lively / rest * 4))}"
        yield f"afar.{min(3, int(afar / rest * 4 + 0.75))}"
        if lively:
            yield "some_lively"
        if rest > 2 and lively / rest >= 0.5:
            yield "most_lively"
        if self._present:
            yield "says_present"
        if len(self._labelled - {key}) > 1:
            yield "many_labels"
