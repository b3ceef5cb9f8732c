"""One person's name written twice, once with a slip of the pen: "Jan Eldridge ... Mr Eldrigde"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Candidate, Draft, text_of
from briefing.extract.reference.respelt import is_slip
from briefing.text.names import generation, name_words, sound

_LEAST = 6  # letters of a surname of which one is wrong


def without_slips(parse: Parse, drafts: Sequence[Draft]) -> list[Draft]:
    """The people, those joined whose names are one letter off; who comes first in full gets the places of the other."""
    named: dict[str, list[tuple[str, Draft]]] = defaultdict(list)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (len(_words(parse, one)) == 1, -len(one.places), one.places[0].first)):
        words = _words(parse, draft)
        surname = words[-1] if words else ""
        bearers = [] if len(surname) < _LEAST else _bearers(parse, draft, words, named[surname[0]])
        if len(bearers) == 1:
            bearers[0].places.extend(draft.places)
            continue
        kept.append(draft)
        if len(words) > 1:
            named[surname[0]].append((surname, draft))
    return kept


def _words(parse: Parse, draft: Draft) -> tuple[str, ...]:
    return max((name_words(text_of(parse, place)) for place in draft.places), key=len)


def _bearers(parse: Parse, draft: Draft, words: tuple[str, ...], named: Sequence[tuple[str, Draft]]) -> list[Draft]:
    """Who of those named in full this may be: of a lone name whoever spoke before it, else who has its given names."""
    found = []
    for surname, one in named:
        other = _words(parse, one)
        alone = len(words) == 1
        given = alone or (sound("".join(words[:-1])) == sound("".join(other[:-1])))
        before = not alone or min(place.first for place in one.places) < draft.places[0].first
        if given and before and _misspelt(surname, words[-1], alone) and not _beside(parse, one.places, draft.places):
            found.append(one)
    return found if not any(generation(text_of(parse, place)) for place in draft.places) else []


def _misspelt(one: str, other: str, alone: bool) -> bool:
    """Whether a letter is missing, too many or out of place; beside the same given names another letter will do too."""
    if is_slip(one, other):
        return True
    same = len(one) == len(other) and one[:2] == other[:2]
    return not alone and same and sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _beside(parse: Parse, places: Sequence[Candidate], others: Sequence[Candidate]) -> bool:
    """Whether one sentence names both."""
    sentences = {parse.tokens[place.first].sentence for place in places}
    return any(parse.tokens[place.first].sentence in sentences for place in others)
