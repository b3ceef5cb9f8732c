"""From capitalised runs to people: who is a person at all, and which mentions are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Candidate, Draft, candidates, text_of
from briefing.extract.people.human_signs import HumanSigns, human_signs
from briefing.extract.people.listed_names import past_remark
from briefing.extract.people.lone_names import lone_people
from briefing.extract.people.misspelt import without_slips
from briefing.extract.people.name_index import NameIndex
from briefing.extract.people.name_weighing import ENOUGH, Sort, weighed
from briefing.extract.people.personhood import Hearing, score_of
from briefing.extract.people.thing_signs import SURE, known_things, told_as_thing
from briefing.extract.people.told_apart import told_apart
from briefing.text.names import family_first, name_words, sound

_ENOUGH, _ALMOST = ENOUGH[Sort.FULL], 0.5


Judge = Callable[[Hearing, Draft, Sort, float], float]


def draft_people(parse: Parse, clauses: Clauses, words: Vocabulary, judge: Judge = weighed) -> list[Draft]:
    """The people of an article with their mentions, fullest names first settled, then bare surnames.

    `judge`: what becomes of the score that the votes give a name.
    """
    found = _trimmed(parse, words, candidates(parse, words))
    signs = human_signs(parse, clauses, words)
    full = [place for place in found if _size(parse, place) > 1]
    single = [place for place in found if _size(parse, place) == 1]
    common = frozenset(token.text for token in parse.tokens if token.text.islower())
    hearing = Hearing(parse, words, signs, _alone(parse, signs, single), common, known_things(parse, words))
    groups = _grouped(parse, words, full)
    drafts = _chosen(parse, [(one, judge(hearing, one, Sort.FULL, score_of(hearing, one))) for one in groups])
    left = _nicknamed(parse, drafts, _attach(parse, words, drafts, single))
    named = [place for draft in drafts for place in draft.places]
    hearing = replace(hearing, things=hearing.things | _told_things(parse, words, groups))
    drafts.extend(lone_people(hearing, left, named, lambda one, score: judge(hearing, one, Sort.LONE, score)))
    drafts = without_slips(parse, words, drafts)
    drafts.sort(key=lambda draft: min(place.first for place in draft.places))
    for draft in drafts:
        draft.places.sort(key=lambda place: place.first)
    return drafts


def _told_things(parse: Parse, words: Vocabulary, groups: Iterable[Draft]) -> frozenset[tuple[str, ...]]:
    """The names of several words, in small letters, that the text around them surely gives to no person."""
    sure = (one.places[0] for one in groups if any(told_as_thing(parse, words, place) >= SURE for place in one.places))
    return frozenset(tuple(token.text.lower() for token in parse.tokens[place.first : place.last]) for place in sure)


def _alone(parse: Parse, signs: HumanSigns, single: Sequence[Candidate]) -> dict[str, float]:
    """The bare names that the text treats as a person's, by sound, with how strongly."""
    heard: dict[str, float] = {}
    for place in single:
        told = 1.0 if place.titled or place.honorific else min(1.5, signs.of(place))
        if told > 0.0:
            key = sound(name_words(text_of(parse, place))[-1])
            heard[key] = max(told, heard.get(key, 0.0))
    return heard


def _trimmed(parse: Parse, words: Vocabulary, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without a first word that only stands before a name known elsewhere ("Rival Ann Lee")."""
    names = {name_words(text_of(parse, place)) for place in found}
    out = []
    for place in found:
        name, first = name_words(text_of(parse, place)), parse.tokens[place.first]
        known = len(name) > 2 and name[1:] in names and name[0] not in words.given and not place.titled
        verbal = len(name) == 2 and name[1:] in names and first.pos in {"VERB", "ADV"}
        out.append(replace(place, first=place.first + 1) if known or verbal else place)
    return out


def _size(parse: Parse, place: Candidate) -> int:
    return len(name_words(text_of(parse, place)))


def _grouped(parse: Parse, words: Vocabulary, places: Sequence[Candidate]) -> list[Draft]:
    """Candidates of several words that can be one person's, together."""
    groups: list[Draft] = []
    known = NameIndex(told_apart(parse, words, places))
    for place in sorted(places, key=lambda place: (-_size(parse, place), place.first)):
        name = text_of(parse, place)
        fitting = known.find(name)
        if fitting is None:
            # "Rodrigo Chaves" is "Rodrigo Chaves Robles": of two surnames the second may be left out.
            known.add(name, goes_on=name_words(name)[-1] not in words.not_people)  # never "Margaret Kenyatta Institute"
            groups.append(Draft([place]))
        else:
            known.join(fitting, name)
            groups[fitting].places.append(place)
    return groups


def _chosen(parse: Parse, groups: Sequence[tuple[Draft, float]]) -> list[Draft]:
    """The groups that are people, and what stands in one list with them: "A, B and C" are of one kind."""
    chosen = [draft for draft, score in groups if score >= _ENOUGH]
    ends = {end for draft in chosen for place in draft.places for end in _ends(parse, place)}
    starts = {place.first for draft in chosen for place in draft.places}
    for draft, score in sorted(groups, key=lambda group: group[0].places[0].first):
        if not _ALMOST <= score < _ENOUGH:
            continue
        for place in draft.places:
            end = past_remark(parse.tokens, place.last)
            before = next((i for i in range(place.first, place.first - 3, -1) if i in ends), None)
            after = next((i for i in range(end, end + 3) if i in starts), None)
            if _only_joins(parse, before, place.first) or _only_joins(parse, end, after):
                chosen.append(draft)
                ends.update(end for other in draft.places for end in _ends(parse, other))
                break
    return chosen


def _ends(parse: Parse, place: Candidate) -> tuple[int, int]:
    """Where a list may go on behind a name: directly, or behind whose or from where somebody is."""
    return place.last, past_remark(parse.tokens, place.last)


def _only_joins(parse: Parse, first: int | None, last: int | None) -> bool:
    if first is None or last is None or last <= first:
        return False
    return all(parse.tokens[i].text in {",", "and", "&"} for i in range(first, last))


def _attach(parse: Parse, words: Vocabulary, drafts: list[Draft], single: Sequence[Candidate]) -> list[Candidate]:
    """Give bare names to the people who bear them; returns those that nobody bears."""
    by_part: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in drafts:
        parts = name_words(text_of(parse, draft.places[0]))
        surname = 0 if family_first(parts) else len(parts) - 1
        for at, part in enumerate(parts):
            by_part[sound(part)].append((0 if at == surname else 1, draft))
    starts = {id(draft): min(place.first for place in draft.places) for draft in drafts}
    left: list[Candidate] = []
    for place in single:
        name = name_words(text_of(parse, place))
        if _is_country(parse, words, place):
            continue
        bearers = by_part.get(sound(name[-1]), []) if name else []
        bearers = [bearer for bearer in bearers if not _is_spouse(parse, bearer[1], place)]
        owner = _owner(parse, place, bearers, starts, words)
        if owner is not None:
            owner.places.append(place)
        elif not bearers or _before(parse, place) in _ROYAL:
            left.append(place)
    return left


def _nicknamed(parse: Parse, drafts: Sequence[Draft], single: Sequence[Candidate]) -> list[Candidate]:
    """Give the nickname that stands in brackets behind a name to its bearer: "Marko Wilander (Markov)"."""
    tokens = parse.tokens
    ending = {place.last: draft for draft in drafts for place in draft.places if _size(parse, place) > 1}
    nicknames: dict[str, Draft] = {}
    for place in single:
        bearer = ending.get(place.first - 1)
        closed = place.last < len(tokens) and tokens[place.last].text == ")" and tokens[place.first - 1].text == "("
        if bearer is not None and closed:
            name, parts = text_of(parse, place), name_words(text_of(parse, bearer.places[0]))
            if not name.isupper() and any(name.lower()[:_LIKE] == part[:_LIKE] for part in parts if len(part) >= _LIKE):
                nicknames[name] = bearer
    left = []
    for place in single:
        nicknamed = nicknames.get(text_of(parse, place))
        if nicknamed is None:
            left.append(place)
        else:
            nicknamed.places.append(place)
    return left


_LIKE = 3  # letters with which a nickname begins as one of the names does
_OFFICES = frozenset({"president", "minister", "premier", "governor", "senator", "mayor", "chancellor"})


def _is_spouse(parse: Parse, draft: Draft, place: Candidate) -> bool:
    """Whether "President Marsh" is another than "First Lady Ann Marsh", of whom no such office is told."""
    if _before(parse, place) not in _OFFICES:
        return False
    titles = {_before(parse, other) for other in draft.places if other.titled}
    return titles == {"lady"}


def _owner(
    parse: Parse, place: Candidate, bearers: list[tuple[int, Draft]], starts: dict[int, int], words: Vocabulary
) -> Draft | None:
    """Whose bare name this is: the only bearer, or the only one introduced before; `None` where two fit."""
    if not bearers:
        return None
    text = parse.tokens[place.last - 1].text
    royal = _before(parse, place)
    fits = {
        id(draft): royal not in _ROYAL or any(royal == _before(parse, other) for other in draft.places)
        for _, draft in bearers
    }
    surnames = [draft for rank, draft in bearers if rank == 0 and fits[id(draft)]]
    given = [draft for rank, draft in bearers if rank > 0 and fits[id(draft)]]
    if (
        text.lower() in words.not_people
        and place.first not in starts
        and parse.tokens[place.first].entity not in {"PERSON", ""}
    ):
        return None
    for fitting in (surnames, given):
        before = [draft for draft in fitting if starts[id(draft)] < place.first]
        if len(before) == 1:
            return before[0]
        spoken = place.titled or parse.tokens[place.first].entity == "PERSON"
        if not before and len(fitting) == 1 and (surnames or spoken):
            return fitting[0]
        if fitting is surnames and len(before) > 1:
            return _by_title(parse, place, before)
    return None


def _is_country(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    found = words.countries.at(parse.tokens, place.first)
    return found is not None and found.kind == "names" and not found.ambiguous and not (place.titled or place.honorific)


def _before(parse: Parse, place: Candidate) -> str:
    return parse.tokens[place.first - 1].text.lower() if place.first else ""


# "Prince Omar" is not Omar Haddad: sovereigns and popes go by the given name alone.
_ROYAL = frozenset({"king", "queen", "prince", "princess", "pope", "sultan", "emir", "emperor", "empress"})


def _by_title(parse: Parse, place: Candidate, rivals: Iterable[Draft]) -> Draft | None:
    """Among people of one surname, the one introduced with the same word before the name."""
    word = parse.tokens[place.first - 1].text.lower() if place.first else ""
    if not (place.titled or place.honorific):
        return None
    same = [
        draft for draft in rivals
        if any(other.first and parse.tokens[other.first - 1].text.lower() == word for other in draft.places)
    ]  # fmt: skip
    return same[0] if len(same) == 1 else None
