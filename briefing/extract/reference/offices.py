"""Whether somebody holds the office that a title without a name speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.titles.titles import Title

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Person

# Qualifiers that make another office: "the President" is never the vice president.
RANKS = frozenset(
    "vice deputy assistant former ex acting first under associate junior shadow interim co incoming next elect".split()  # noqa: SIM905
)
_SAME_OFFICE = {
    "head of state": frozenset({"president", "king", "queen", "emperor", "sultan", "emir"}),
    "head of government": frozenset({"prime minister", "premier", "chancellor"}),
    "premier": frozenset({"prime minister", "chief minister"}),
    "monarch": frozenset({"king", "queen"}),
    "chief executive": frozenset({"ceo", "chief executive officer"}),
    "ceo": frozenset({"chief executive", "chief executive officer"}),
    "leader": frozenset({"president", "prime minister", "premier", "chancellor", "king", "emir", "sultan"}),
    "top diplomat": frozenset({"foreign minister", "secretary of state"}),
}
_FOLDED = {
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "affairs": "",
    "secretary-general": "secretary",
}
_EMPTY = frozenset(
    {"of", "the", "for", "and", "a", "to", "'s", "’s", "-", "&", "'", "’", "on", "at", "", ",", "his", "her", "its"}
)


_OF_MANY = frozenset(("citizen", "resident", "native", "member", "fan", "voter"))


def of_many(words: str) -> bool:
    """Whether so many are that, that "the citizen" is none of those who are called one."""
    return words in _OF_MANY


def holds(cast: Cast, person: Person, title: Title, wanted: frozenset[str]) -> bool:
    """Whether the person is said to hold the title; `wanted`: its `role_words`."""
    if title.country and person.country and title.country != person.country:
        return False
    heads = {title.head_words} | _SAME_OFFICE.get(title.head_words, frozenset())
    for own in person.titles:
        words = role_words(cast, own)
        if words & RANKS != wanted & RANKS:
            continue
        if title.organisation and own.organisation and not _overlap(title.organisation, own.organisation):
            continue
        if wanted <= words:
            return True
        abroad = title.head_words != "leader" or title.country is not None  # "the Turkmen leader", not "the leader"
        if title.head_words in _SAME_OFFICE and abroad and any(set(head.split()) <= words for head in heads):
            return True
    return False


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()) - _EMPTY)


def holders(cast: Cast, title: Title, before: int) -> list[Person]:
    """Who of those named before a token holds the office, in the order of the text."""
    wanted = role_words(cast, title)
    office = (wanted, title.country, title.organisation, title.head_words)
    found = cast.holders.get(office)
    if found is None:
        found = cast.holders[office] = tuple(one for one in cast.people if holds(cast, one, title, wanted))
    return [one for one in found if one.mentions[0].first < before]


def role_words(cast: Cast, title: Title) -> frozenset[str]:
    """The words of an office that tell it from others, British and American spelling alike."""
    place = (title.first, title.last)
    if place not in cast.office_words:
        cast.office_words[place] = _telling(cast, title)
    return cast.office_words[place]


def _telling(cast: Cast, title: Title) -> frozenset[str]:
    words = [cast.parse.tokens[i].text.lower() for i in range(title.first, title.last)]
    folded = {_FOLDED.get(word, word) for word in words}
    return frozenset(word[:-1] if word.endswith("s") and len(word) > 4 else word for word in folded) - _EMPTY
