"""All that an article says of who took part in its event and how, gathered for each person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.extract.attendance.asides import people_aside
from briefing.extract.attendance.attending_courts import CourtSigns
from briefing.extract.attendance.attending_lists import ListSigns
from briefing.extract.attendance.attending_nouns import NounSigns
from briefing.extract.attendance.attending_plans import PlanSigns
from briefing.extract.attendance.attending_verbs import VerbSigns
from briefing.extract.attendance.bearings import Bearing, Bearings
from briefing.extract.attendance.from_afar import only_from_afar
from briefing.extract.attendance.modes import Modes
from briefing.extract.attendance.occasion import Company, Occasion
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.presence_words import PresenceWords, presence_words
from briefing.extract.attendance.taking_part import TakingPart, load_taking_part
from briefing.extract.attendance.wordings import Wordings
from briefing.extract.grammar.clauses import Clause
from briefing.extract.reference.cast import Cast, Person
from briefing.model.facts import Mode

_LEAD = 2
_STRONG, _FARTHEST = 2.5, 6
# What the first paragraphs tell is what the report is of.
_LEAD_WEIGHT = 0.4
_SPEAKING = frozenset({"says.past", "says.present", "says.perfect", "answers.past", "reacts.past", "writes.past"})

# Who does nothing and is named only where another time is told of was not there, nor was whoever is to be asked.
_NOT_THERE = frozenset({"never_subject", "first_earlier"})
# What these say of who speaks they do not say of who is only named.
_BY_VOICE = ("kind.", "event.", "opened", "lead.")
_BACK, _ON = 7, 8  # tokens about the noun of a meeting in which its time is told
_NOBODY = frozenset({"contact"})
# What is told of all who are heard holds for nobody who was heard elsewhere.
OF_ALL_HEARD = frozenset({"attendance.scene", "attendance.speakers", "attendance.also"})
# Who is told in so many words to have been there was there, whatever he said besides.
_SETTLING = frozenset(
    f"attendance.{rule}" for rule in ("list", "be_present", "included", "comprised", "guest", "crowd", "was_there")
)
# What somebody does only where he is.
_BY_DEED = frozenset(
    f"attendance.{rule}" for rule in ("arrive", "meet", "visit", "receive", "attend", "take_part", "audience", "run")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person: the words that settle a mode (`parts`), those that only hint at one, and all signs by name.

    `open`: the modes that the text allows at all.
    """

    person: Person
    parts: tuple[Part, ...]
    bearings: tuple[Bearing, ...]
    signs: frozenset[str]
    open: frozenset[Mode]


@dataclass(frozen=True, slots=True)
class Presence:
    """All people of an article, in order, and the signs of groups."""

    people: tuple[Standing, ...]
    groups: tuple[Part, ...]


def presence_of(cast: Cast, quoted: frozenset[str], language: str = "en") -> Presence:
    """Who stands how. `quoted`: keys of the people who are quoted."""
    rules, words = load_taking_part(language), presence_words(language)
    verbs = VerbSigns(cast, rules)
    args, modes = verbs.args, verbs.modes
    nouns, courts, plans = NounSigns(verbs).parts(), CourtSigns(verbs).parts(), PlanSigns(verbs)
    parts = [*verbs.parts(), *ListSigns(verbs).parts(), *nouns, *courts, *plans.parts(), *verbs.speakers()]
    parts = [part for part in parts if not _called_off(parts, part)]
    bygone = frozenset(_bygone(cast, rules))
    parts = [part for part in parts if not _told_as_past(cast, rules, part, bygone)]
    parts = [part for part in parts if part.who not in modes.long_ago.dead]
    bearings = Bearings(cast, rules, words, args, modes).find()
    press = _held_for_press(cast, words)
    afar = {key for key, borne in bearings.items() if only_from_afar(borne, press=press)}
    parts = [part for part in parts if part.who not in afar or part.rule not in OF_ALL_HEARD]
    told: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        if part.who is not None:
            told[part.who].append(part)
    wordings = Wordings(cast, args)
    invited = plans.invited()
    occasion = Occasion(cast, words, args, modes).signs(parts)
    everybody = wordings.of_lead() | {f"a.{sign}" for sign in occasion}
    worded = wordings.of_people()
    names = {person.key: frozenset(one.sign for one in bearings.get(person.key, ())) for person in cast.people}
    heard = verbs.heard
    speakers = [person.key for person in cast.people if person.key in quoted | heard]
    company = _company(names, parts, speakers, people_aside(cast))

    def standing(person: Person) -> Standing:
        key = person.key
        own = told.get(key, [])
        signs = {*everybody, *worded[key], *_of_parts(cast, own), *_reported(cast, modes, own), "bias"}
        signs |= {f"b.{sign}" for sign in names[key]} | {f"a.{sign}" for sign in company(key)}
        signs |= {name for name, keys in (("q.quoted", quoted), ("q.heard", heard)) if key in keys}
        settled = {part.mode for part in own} - {Mode.IN_PERSON}  # who "is abroad but hopes to come" is not heard
        speaks = key in quoted or key in heard or (not settled and bool(names[key] & _SPEAKING))
        voice = "speaks" if speaks else "silent"
        signs.add(f"p.{voice}.{'told' if own else 'untold'}")
        signs |= {f"a.{voice}.{sign}" for sign in occasion if sign.startswith(_BY_VOICE)}
        allowed = {part.mode for part in own} | ({Mode.QUOTED} if speaks else set())
        if allowed <= {Mode.IN_PERSON, Mode.QUOTED}:
            allowed.add(Mode.MENTIONED)  # of who sends a deputy or is to come, that is not all there is to say
        past = all(mention.first in bygone for mention in person.mentions) or (
            "all_earlier" in names[key] and all(modes.long_ago.names(mention.first) for mention in person.mentions)
        )
        elsewhere = not own and (key in afar or key in invited)
        if not elsewhere and (speaks or not (past or names[key] >= _NOT_THERE or _NOBODY & names[key])):
            allowed.add(Mode.IN_PERSON)
        if any(part.mode is Mode.IN_PERSON and part.rule in _SETTLING for part in own):
            allowed -= {Mode.QUOTED, Mode.MENTIONED}
        if _has_come(cast, own):
            allowed.discard(Mode.EXPECTED)
        if key in modes.long_ago.dead:
            allowed = {Mode.MENTIONED} | ({Mode.QUOTED} if speaks else set())
        return Standing(person=person, parts=tuple(own), bearings=tuple(bearings.get(key, ())),
                        signs=frozenset(signs), open=frozenset(allowed))  # fmt: skip

    return Presence(tuple(map(standing, cast.people)), tuple(part for part in parts if part.group is not None))


def _company(
    names: Mapping[str, frozenset[str]], parts: Sequence[Part], speakers: Sequence[str], aside: frozenset[str]
) -> Callable[[str], Iterator[str]]:
    """The signs of each person's company; who is told of in another story is in nobody's company here."""
    whole = Company(names, parts, speakers)
    if not aside:
        return whole.of
    signs = {key: said for key, said in names.items() if key not in aside}
    of_here = [part for part in parts if part.who not in aside]
    here = Company(signs, of_here, [key for key in speakers if key not in aside])
    return lambda key: (whole if key in aside else here).of(key)


def _has_come(cast: Cast, own: Sequence[Part]) -> bool:
    """Whether the first paragraphs put somebody there before anything is told of him as to come."""
    paragraphs = cast.parse.paragraphs
    if not paragraphs or not any(part.mode is Mode.EXPECTED for part in own):
        return False
    lead = paragraphs[min(_LEAD, len(paragraphs)) - 1].end
    come = [part.start for part in own if part.mode is Mode.IN_PERSON and part.rule in _BY_DEED and part.start < lead]
    return bool(come) and min(come) < min(part.start for part in own if part.mode is Mode.EXPECTED)


def _called_off(parts: Sequence[Part], part: Part) -> bool:
    """Whether its sentence goes on to tell that what was expected did not come about."""
    off = {(one.who, one.sentence) for one in parts if one.rule == "attendance.called_off"}
    return part.mode is Mode.EXPECTED and (part.who, part.sentence) in off


def _held_for_press(cast: Cast, words: PresenceWords) -> bool:
    """Whether the first paragraphs tell of an event for reporters."""
    paragraphs = cast.parse.paragraphs[:_LEAD]
    opening = cast.parse.article.text[: paragraphs[-1].end].lower() if paragraphs else ""
    return words.kinds["press"].search(opening) is not None


def _bygone(cast: Cast, rules: TakingPart) -> Iterator[int]:
    """The tokens from the noun of a past meeting to the next subject: "came a week after his talks with X"."""
    tokens, words = cast.parse.tokens, rules.bygone
    for noun in tokens:
        if noun.lemma not in rules.talks and noun.text.lower() not in rules.talks:
            continue
        sentence = cast.parse.sentences[noun.sentence]
        before = range(noun.i - 1, max(sentence.first, noun.i - _BACK) - 1, -1)
        after = next(
            (i for i in before if tokens[i].lemma in words.after or tokens[i].text.lower() in words.after), None
        )
        if after is None or any(tokens[i].pos in {"VERB", "AUX"} for i in range(after + 1, noun.i)):
            continue
        behind = tokens[noun.i : min(noun.i + _ON, sentence.last)]
        dated = any(
            (one.text.lower() in words.last and two.lemma in words.units)
            or (one.text.lower() == "in" and two.pos == "PROPN" and two.text.lower() in words.months)
            for one, two in pairwise(behind)
        )
        counted = after > sentence.first and tokens[after - 1].lemma in words.units
        if dated or counted or tokens[after].text.lower() in words.by_itself:
            yield from range(noun.i, _next_subject(cast, noun.i, sentence.last))


def _next_subject(cast: Cast, noun: int, end: int) -> int:
    """Where the subject of a verb behind the noun begins; else the end of the sentence."""
    subjects = [
        mention.first if (mention := cast.by_token.get(i)) is not None else i
        for clause in cast.clauses_in(cast.parse.tokens[noun].sentence)
        for i in clause.subjects
        if noun < i < clause.verb
    ]
    return min([end, *subjects])


def _told_as_past(cast: Cast, rules: TakingPart, part: Part, bygone: frozenset[int]) -> bool:
    """Whether somebody's part in talks is told by the noun of a past meeting, not by that of another."""
    if part.rule not in {"attendance.talks", "attendance.visit_noun"}:
        return False
    mentions = cast.mentions_in(part.sentence)
    if any(mention.first in bygone for mention in mentions if mention.person == part.who):
        return True
    sentence = cast.parse.sentences[part.sentence]
    words = cast.parse.tokens[sentence.first : sentence.last]
    talks = [one.i for one in words if {one.lemma, one.text.lower()} & rules.talks]
    return bool(talks) and bygone.issuperset(talks)


def _reported(cast: Cast, modes: Modes, parts: Sequence[Part]) -> set[str]:
    """The modes that are told by others only: "he said he had discussed it with X"."""
    told: dict[Mode, bool] = {}
    for part in parts:
        verb = next((one for one in cast.clauses_in(part.sentence) if _stands_at(cast, one, part)), None)
        told[part.mode] = told.get(part.mode, True) and verb is not None and modes.teller(verb) is not None
    return {f"x.reported.{mode.value}" for mode, all_told in told.items() if all_told}


def _stands_at(cast: Cast, clause: Clause, part: Part) -> bool:
    token = cast.parse.tokens[clause.verb]
    return part.start <= token.start < part.end


def _of_parts(cast: Cast, parts: Sequence[Part]) -> set[str]:
    """The signs that settle a mode, by mode, by rule and by weight."""
    paragraphs = cast.parse.paragraphs
    lead = paragraphs[min(_LEAD, len(paragraphs)) - 1].end if paragraphs else 0
    found: set[str] = set()
    for part in parts:
        mode = part.mode.value
        found |= {f"x.{mode}", f"x.{part.rule}.{mode}"}
        if part.start < lead:
            found.add(f"x.lead.{mode}")
        if part.weight >= _STRONG:
            found.add(f"x.strong.{mode}")
    tokens = cast.parse.tokens
    for mode in (modes := {part.mode for part in parts}):
        firsts = (cast.parse.sentences[part.sentence].first for part in parts if part.mode is mode)
        found.add(f"x.at{min(_FARTHEST, *(tokens[i].paragraph for i in firsts))}.{mode.value}")
    found |= {f"x.only.{mode.value}" for mode in modes if len(modes) == 1}
    places = Counter(part.mode for part in {(part.mode, part.start): part for part in parts}.values())
    found |= {f"x.twice.{mode.value}" for mode, count in places.items() if count > 1}
    best = max(parts, key=lambda part: (part.weight + _LEAD_WEIGHT * (part.start < lead), -part.start), default=None)
    return found if best is None else found | {f"x.best.{best.mode.value}"}
