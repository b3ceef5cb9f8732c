"""From capitalised runs to people: who is a person at all, and which mentions are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.extract.candidates import Candidate, Draft, candidates, text_of
from briefing.extract.clauses import Clauses
from briefing.extract.names import capital
from briefing.extract.parse import Parse
from briefing.extract.personhood import after_article, located, score_of, title_noun_before
from briefing.extract.vocabulary import Vocabulary
from briefing.text.names import may_be_same, name_words, sound

_ENOUGH, _ALMOST = 2.0, 0.5
_SHORTEST = 2
_SPEECH = frozenset(
    "say tell add note stress emphasize emphasise state announce declare explain argue warn urge call ask describe "  # noqa: SIM905
    "thank recall reveal claim insist praise welcome commend express reiterate underscore highlight acknowledge write "
    "disclose believe hope think want promise vow pledge attend speak meet visit remark comment reply respond point "
    "tweet lament observe concede admit deny confirm arrive serve appoint elect lead head".split()
)


def draft_people(parse: Parse, clauses: Clauses, words: Vocabulary) -> list[Draft]:
    """The people of an article with their mentions, fullest names first settled, then bare surnames."""
    found = _trimmed(parse, words, candidates(parse, words))
    subjects = {
        token for clause in clauses for token in clause.subjects if clause.lemma in _SPEECH and not clause.passive
    }
    full = [place for place in found if _size(parse, place) > 1]
    single = [place for place in found if _size(parse, place) == 1]
    heard = frozenset(
        sound(name_words(text_of(parse, place))[-1])
        for place in single
        if place.titled or place.honorific or place.first in subjects
    )  # bare names that the text treats as a person's
    groups = [(draft, score_of(parse, words, draft, subjects, heard)) for draft in _grouped(parse, full)]
    drafts = _chosen(parse, groups)
    left = _attach(parse, words, drafts, single)
    drafts.extend(_lone(parse, words, left, subjects))
    drafts.sort(key=lambda draft: min(place.first for place in draft.places))
    for draft in drafts:
        draft.places.sort(key=lambda place: place.first)
    return drafts


def _trimmed(parse: Parse, words: Vocabulary, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without a first word that only stands before a name known elsewhere ("Rival Ann Lee")."""
    names = {name_words(text_of(parse, place)) for place in found}
    out = []
    for place in found:
        name, first = name_words(text_of(parse, place)), parse.tokens[place.first]
        known = len(name) > 2 and name[1:] in names and name[0] not in words.given
        verbal = len(name) == 2 and name[1:] in names and first.pos in {"VERB", "ADV"}
        out.append(replace(place, first=place.first + 1) if known or verbal else place)
    return out


def _size(parse: Parse, place: Candidate) -> int:
    return len(name_words(text_of(parse, place)))


def _grouped(parse: Parse, places: Sequence[Candidate]) -> list[Draft]:
    """Candidates of several words that can be one person's, together."""
    groups: list[tuple[str, Draft]] = []
    by_last: dict[str, list[int]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (-_size(parse, place), place.first)):
        name = text_of(parse, place)
        last = sound(name_words(name)[-1])
        fitting = next((i for i in by_last[last] if may_be_same(groups[i][0], name)), None)
        if fitting is None:
            by_last[last].append(len(groups))
            groups.append((name, Draft([place])))
        else:
            groups[fitting][1].places.append(place)
    return [draft for _, draft in groups]


def _chosen(parse: Parse, groups: Sequence[tuple[Draft, float]]) -> list[Draft]:
    """The groups that are people, and what stands in one list with them: "A, B and C" are of one kind."""
    chosen = [draft for draft, score in groups if score >= _ENOUGH]
    ends = {place.last for draft in chosen for place in draft.places}
    starts = {place.first for draft in chosen for place in draft.places}
    for draft, score in sorted(groups, key=lambda group: group[0].places[0].first):
        if not _ALMOST <= score < _ENOUGH:
            continue
        for place in draft.places:
            before = next((i for i in range(place.first, place.first - 3, -1) if i in ends), None)
            after = next((i for i in range(place.last, place.last + 3) if i in starts), None)
            if _only_joins(parse, before, place.first) or _only_joins(parse, place.last, after):
                chosen.append(draft)
                ends.update(other.last for other in draft.places)
                break
    return chosen


def _only_joins(parse: Parse, first: int | None, last: int | None) -> bool:
    if first is None or last is None or last <= first:
        return False
    return all(parse.tokens[i].text in {",", "and", "&"} for i in range(first, last))


def _attach(parse: Parse, words: Vocabulary, drafts: list[Draft], single: Sequence[Candidate]) -> list[Candidate]:
    """Give bare names to the people who bear them; returns those that nobody bears."""
    by_part: dict[str, list[tuple[int, Draft]]] = defaultdict(list)
    for draft in drafts:
        parts = [sound(part) for part in name_words(text_of(parse, draft.places[0]))]
        for at, part in enumerate(parts):
            rank = 0 if at == len(parts) - 1 else 1 if at == 0 else 2
            by_part[part].append((rank, draft))
    starts = {id(draft): min(place.first for place in draft.places) for draft in drafts}
    left: list[Candidate] = []
    for place in single:
        name = name_words(text_of(parse, place))
        bearers = by_part.get(sound(name[-1]), []) if name else []
        owner = _owner(parse, place, bearers, starts, words)
        if owner is not None:
            owner.places.append(place)
        elif not bearers or _before(parse, place) in _ROYAL:
            left.append(place)
    return left


def _owner(
    parse: Parse, place: Candidate, bearers: list[tuple[int, Draft]], starts: dict[int, int], words: Vocabulary
) -> Draft | None:
    """Whose bare name this is: the only bearer, or the only one introduced before; `None` where two fit."""
    if not bearers:
        return None
    text = parse.tokens[place.last - 1].text
    surnames = [draft for rank, draft in bearers if rank == 0]
    royal = _before(parse, place)
    given = [
        draft for rank, draft in bearers
        if rank > 0 and (royal not in _ROYAL or any(royal == _before(parse, other) for other in draft.places))
    ]  # fmt: skip
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
        if not before and len(fitting) == 1 and (surnames or place.titled):
            return fitting[0]
        if fitting is surnames and len(before) > 1:
            return _by_title(parse, place, before)
    return None


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


def _lone(parse: Parse, words: Vocabulary, places: Sequence[Candidate], subjects: set[int]) -> list[Draft]:
    """People known by one name only: with a title or honorific, or whom the parser and the text both take for one."""
    groups: dict[str, Draft] = {}
    for place in places:
        key = sound(name_words(text_of(parse, place))[-1])
        groups.setdefault(key, Draft([])).places.append(place)
    return [draft for draft in groups.values() if _accept_lone(parse, words, draft, subjects)]


def _accept_lone(parse: Parse, words: Vocabulary, draft: Draft, subjects: set[int]) -> bool:
    heads = [parse.tokens[place.last - 1] for place in draft.places]
    lower = heads[0].text.lower()
    known = lower in words.not_people | words.portfolio | words.modifiers or words.countries.at(
        parse.tokens, heads[0].i
    )
    if known and lower not in words.given and lower not in words.also_surnames:
        return False
    party = any(_is_party(text_of(parse, place)) for place in draft.places)
    if party or (heads[0].text.isupper() and len(lower) > 1) or len(lower) < _SHORTEST or any(map(str.isdigit, lower)):
        return False
    if words.head_at(parse.tokens, heads[0].i) is not None or lower in words.honorifics:
        return False
    persons = sum(head.entity == "PERSON" for head in heads)
    titled = any(_really_titled(parse, words, place) for place in draft.places) or (
        persons * 2 > len(heads) and any(title_noun_before(parse, words, place) for place in draft.places)
    )
    speaks = any(head.i in subjects for head in heads)
    draft.confidence = 0.85 if titled else 0.6
    if titled:
        return not known or persons > 0
    if persons * 2 <= len(heads):
        return False
    acts = any(head.dep == "nsubj" for head in heads) and not any(
        located(parse, place) or after_article(parse, place) for place in draft.places
    )
    return speaks or (persons > 1 and acts)


def _really_titled(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """A title or honorific directly before, and no body's word directly after ("General Assembly")."""
    before = place.first - 1
    if before < 0 or not (place.titled or place.honorific):
        return False
    direct = parse.tokens[before].text.lower() in words.honorifics or any(
        (head := words.head_at(parse.tokens, i)) is not None and head[0] == place.first
        for i in range(max(0, before - 4), place.first)
    )
    if not direct:
        return False
    following = parse.tokens[place.last] if place.last < len(parse.tokens) else None
    return following is None or not (capital(following) and following.sentence == parse.tokens[place.first].sentence)


def _is_party(text: str) -> bool:
    """“Ann Lee (D-Mo.)”: one letter for a party, then the state."""
    return len(text) > 2 and text[0].isupper() and text[1] in "-‑–"
