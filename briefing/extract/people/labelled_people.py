"""People whom an article names in a transcript's labels alone: `MS. OKAFOR:`, `JANE HOLT:`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Mention, Person
from briefing.extract.speech.turns import find_turns
from briefing.model.span import Written
from briefing.text.names import name_words

_FEWEST = 2  # turns under one label
_MOST_WORDS = 4
_CONFIDENCE = 0.8


def labelled_people(parse: Parse, words: Vocabulary, people: Sequence[Person]) -> list[Person]:
    """Who speaks under a label that is a name, where nobody is named so elsewhere; in the order of the labels."""
    labels: dict[str, list[tuple[int, int]]] = {}
    for turn in find_turns(parse):
        if turn.label is not None:
            labels.setdefault(parse.article.text[slice(*turn.label)], []).append(turn.label)
    known = {word for person in people for word in person.key.split()}
    starts = [token.start for token in parse.tokens] if labels else []
    made = (_person(parse, words, label, places, starts) for label, places in labels.items() if len(places) >= _FEWEST)
    found = [person for person in made if person is not None and person.key.split()[-1] not in known]
    bearers = Counter(person.key.split()[-1] for person in found)
    return [person for person in found if bearers[person.key.split()[-1]] == 1]  # "MR. REED", "MS. REED" stay labels


def _person(
    parse: Parse, words: Vocabulary, label: str, places: Sequence[tuple[int, int]], starts: Sequence[int]
) -> Person | None:
    """Somebody of that name; `None` where the label is an office, or hardly a name."""
    parts = label.split()
    if " ".join(parts) != label:
        return None
    titled = 0
    while titled < len(parts) and parts[titled].lower() in words.honorifics:
        titled += 1
    name = parts[titled:]
    given = bool(name) and words.known_given(name[0].lower())
    known = titled or (given and len(name) > 1) or (len(name) == 1 and _is_family(words, name[0]))
    if not name or len(name) > _MOST_WORDS or not known:
        return None
    if any(not part[0].isupper() or (part.lower().strip("."),) in words.heads for part in name):
        return None
    genders = {words.honorifics[part.lower()] for part in parts[:titled]} & {"m", "f"}
    gender = genders.pop() if genders else words.gender_of_given(name[0]) if given else None
    key, size = " ".join(name_words(" ".join(name))), len(" ".join(name))
    if not key:
        return None
    mentions = tuple(_mention(parse, key, starts, (end - size, end)) for _, end in places)
    return Person(
        key=key, name=" ".join(name), names=(mentions[0].words,), mentions=mentions,
        roles=_roles(parse, words, parts[:titled], places[0][0]),
        gender=gender if gender in {"m", "f"} else None, confidence=_CONFIDENCE,
    )  # fmt: skip


def _is_family(words: Vocabulary, name: str) -> bool:
    """`OKAFOR:`: a surname in capitals that is seldom another word."""
    lower = name.lower()
    return name.isupper() and lower in words.surnames and lower not in words.doubtful | words.also_surnames


def _roles(parse: Parse, words: Vocabulary, titles: Sequence[str], start: int) -> tuple[Written, ...]:
    """The label's title where it is an office: "GOVERNOR", not "MS."."""
    if not titles or any(words.honorifics[title.lower()] in {"m", "f"} for title in titles):
        return ()
    end = start + len(" ".join(titles))
    return (Written(text=parse.article.text[start:end], span=parse.span(start, end)),)


def _mention(parse: Parse, key: str, starts: Sequence[int], place: tuple[int, int]) -> Mention:
    start, end = place
    written = Written(text=parse.article.text[start:end], span=parse.span(start, end))
    return Mention(
        person=key, words=written, first=bisect_left(starts, start), last=bisect_left(starts, end), full=True
    )
