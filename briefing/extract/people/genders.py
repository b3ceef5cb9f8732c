"""Whether a person is a man or a woman by how the text addresses and titles him; by the given name only if sure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Draft
from briefing.extract.titles.titles import Title


def gender_of(parse: Parse, words: Vocabulary, draft: Draft, titles: Sequence[Title]) -> str | None:
    """`m`, `f`, or `None` where neither address, title nor given name tells."""
    told = titled_gender(parse, words, draft, titles)
    best = max(draft.places, key=lambda place: (place.last - place.first, -place.first))
    first = parse.tokens[best.first].text.lower()
    if told is not None:
        # "Chairman Ann Lee": a woman may be called what a man was called
        loose = told == "m" and any(title.head_words.endswith("man") for title in titles)
        return "f" if loose and words.gender_of_given(first) == "f" else told
    if first in words.title_gender:
        return words.title_gender[first]
    if first in words.family_first and best.last - best.first > 1:
        return None  # "Kim Yo-jong": the given name comes behind
    given = words.gender_of_given(first)
    return given if given in {"m", "f"} else None


def titled_gender(parse: Parse, words: Vocabulary, draft: Draft, titles: Sequence[Title]) -> str | None:
    """The gender that an honorific or title tells."""
    for place in draft.places:
        if place.honorific in {"m", "f"}:
            return place.honorific
        before = parse.tokens[place.first - 1].text.lower() if place.first else ""
        if words.honorifics.get(before) in {"m", "f"}:
            return words.honorifics[before]
    heads = (word for title in titles for word in (title.head_words, title.head_words.split()[-1]))
    return next((words.title_gender[word] for word in heads if word in words.title_gender), None)
