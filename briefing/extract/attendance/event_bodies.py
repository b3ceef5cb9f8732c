"""Names that end like an event's and are those of bodies and houses: "president of the Press Forum", "Expo Hall"."""

from __future__ import annotations

from briefing.extract.attendance.event_words import EventWords
from briefing.extract.lexis.names import capital
from briefing.extract.reference.cast import Cast

_OPINIONS = frozenset(
    {"say", "tell", "call", "urge", "condemn", "announce", "add", "believe", "want", "demand", "warn"}
)


def describes(cast: Cast, end: int, last: int) -> bool:
    """Whether the name goes on to another noun, which it only describes: "Founders Day School"."""
    tokens = cast.parse.tokens
    return end < last and tokens[end - 1].dep == "compound" and end <= tokens[end - 1].head < last


def names_house(cast: Cast, words: EventWords, end: int) -> bool:
    """Whether the name goes on to a house: "the Harbour Exhibition Centre", "Convention and Exhibition Hall"."""
    tokens = cast.parse.tokens
    if end + 1 < len(tokens) and tokens[end].text in {"and", "&"} and capital(tokens[end + 1]):
        end += 2
    return end < len(tokens) and tokens[end].text in words.venues and tokens[end].sentence == tokens[end - 1].sentence


def is_body(cast: Cast, words: EventWords, first: int, end: int) -> bool:
    """Whether the name is an organisation's: it has officers, members or opinions ("president of the Press Forum")."""
    tokens = cast.parse.tokens
    if any(i in cast.title_at for i in range(first, end)) or hosts(cast, words, end - 1):
        return True
    head, end = end - 1, after_letters(cast, end)
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.sentence == tokens[first].sentence:
        officer = capital(following) or (end > head + 1 and following.tag == "NN")
        if officer and cast.vocabulary.head_at(tokens, end) is not None:
            return True
        beyond = tokens[end + 2] if end + 2 < len(tokens) else None
        people = following.text == "of" and beyond is not None and capital(beyond) and beyond.tag == "NNPS"
        if people and cast.vocabulary.head_at(tokens, end + 2) is not None:
            return True  # "Conference of Catholic Bishops"
    return opines(cast, head)


def opines(cast: Cast, noun: int) -> bool:
    """Whether it says, wants or demands something, as those do who make up a body."""
    clause = cast.clauses.around(noun)
    return clause is not None and noun in clause.subjects and clause.lemma in _OPINIONS


def hosts(cast: Cast, words: EventWords, noun: int) -> bool:
    """Whether it holds an event itself: "a dinner hosted by the Press Forum"."""
    tokens = cast.parse.tokens
    by = tokens[tokens[noun].head]
    return tokens[noun].dep == "pobj" and by.dep == "agent" and tokens[by.head].lemma in words.host


def after_letters(cast: Cast, end: int) -> int:
    """Where the text goes on behind a name and its letters: "Press Forum (PF)"."""
    tokens = cast.parse.tokens
    letters = [token.text for token in tokens[end : end + 3]]
    return end + 3 if len(letters) == 3 and letters[0] == "(" and letters[1].isupper() and letters[2] == ")" else end
