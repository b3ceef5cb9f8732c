"""Short forms of who was named in full: one part of a name ("Han"), initials of an office ("the LG"), "the latter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.lexis.lexicon import load
from briefing.extract.reference.bearers import bearer_meant, only_speaker
from briefing.extract.reference.offices import holds, role_words

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast, Mention, Person

_NO_PERSONS = frozenset(("GPE", "LOC", "NORP", "ORG", "FAC"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_CLOSE = 12  # sentences
_SMALL = frozenset(("of", "the", "for", "and", "to", "in", "on", "a"))
_OFFICE_OF = frozenset(("of", "for", "at", "with"))
_INDEFINITE = frozenset(("a", "an", "another", "one"))
_LEAST = 2
_CLAN = 6  # people of one name, of whom a bare name tells nobody
_LEAD = 4  # letters of a name in capitals
_SHORTEST = 3  # letters of a part of a name


def by_part(cast: Cast, token: int) -> Person | None:
    """The only person one of whose names a lone capitalised word is; of several who share it whom the text settles."""
    word = cast.parse.tokens[token]
    shortest = _SHORTEST if word.entity != "PERSON" else _LEAST
    if word.pos != "PROPN" or len(word.text) < shortest or not word.text[:1].isupper():
        return None
    capitals = word.text.isupper() and not _leads_in(cast, token)
    if token in cast.title_at or capitals or (_is_part(cast, token) and not word.text.isupper()):
        return None
    wanted = word.text.casefold()
    bearers = [one for one in cast.people if wanted in one.name.casefold().split() and one.mentions[0].first < token]
    if len(bearers) > _CLAN:
        return None
    if len(bearers) > 1:
        known = bearer_meant(cast, bearers, token) or only_speaker(cast, bearers, token)
        return known or _of_title(cast, bearers, token) or _in_own_paragraph(cast, bearers, token)
    if bearers and word.entity == "NORP":
        return _close_before(cast, bearers[0], token)
    return bearers[0] if bearers and word.entity not in _NO_PERSONS else None


def _leads_in(cast: Cast, token: int) -> bool:
    """`KELLER SPOKE of it`: whether the word is one of the capitals with which a paragraph begins."""
    tokens = cast.parse.tokens
    begins = cast.parse.paragraphs[tokens[token].paragraph].first == token
    following = tokens[token + 1].text if begins and token + 1 < len(tokens) else ""
    return len(tokens[token].text) >= _LEAD and following.isupper() and following.isalpha()


def _of_title(cast: Cast, bearers: list[Person], token: int) -> Person | None:
    """`Minister Park Min-jae ... Mayor Park Ji-woo ... Mayor Park added`: whose title stands beside the bare name."""
    title = cast.title_at.get(token - 1)
    if title is None or cast.parse.tokens[token].entity in _PLACES:
        return None
    holding = [one for one in bearers if holds(cast, one, title, role_words(cast, title))]
    return holding[0] if len(holding) == 1 else None


def _in_own_paragraph(cast: Cast, bearers: list[Person], token: int) -> Person | None:
    """Who of a family name that comes first was named last in full, in a later paragraph than the others.

    Nobody where another bearer is named there too or since, or is named oftener: the article is about him.
    """
    tokens = cast.parse.tokens
    family = tokens[token].text.casefold()
    if (
        tokens[token].entity in _PLACES
        or token - 1 in cast.title_at
        or any(one.name.casefold().split()[0] != family for one in bearers)
    ):
        return None
    before = {one.key: [each for each in one.mentions if each.last <= token] for one in bearers}
    full = [each for mentions in before.values() for each in mentions if each.full]
    last = max(full, key=lambda one: one.first, default=None)
    if last is None or tokens[token].sentence - tokens[last.first].sentence > _CLOSE:
        return None
    others = [each for key, mentions in before.items() if key != last.person for each in mentions]
    apart = all(tokens[each.first].paragraph < tokens[last.first].paragraph for each in others)
    often = max(len(mentions) for mentions in before.values())
    return cast.person(last.person) if apart and len(before[last.person]) == often else None


def _close_before(cast: Cast, person: Person, token: int) -> Person | None:
    """A person whose family name comes first, where the full name stands close before: "Han" is a people too."""
    tokens = cast.parse.tokens
    first = person.name.casefold().split()[0] == tokens[token].text.casefold()
    full = [one.first for one in person.mentions if one.last <= token and one.full]
    close = bool(full) and tokens[token].sentence - tokens[max(full)].sentence <= _CLOSE
    return person if first and close else None


def beside_name(cast: Cast, token: int) -> Person | None:
    """`Maria Keller AM`, `Lai Shyh-bao (賴士葆)`, `Allard` in `Allard Keller`: whose name the word stands beside."""
    tokens = cast.parse.tokens
    if tokens[token].text in load("en", "saying")["names"]["after"]:
        return _named_at(cast, token - 1, token)
    if f"{tokens[token].text.lower().rstrip('.')}." in load("en", "saying")["abbreviations"]["titles"]:
        beyond = token + 2 if token + 1 < len(tokens) and tokens[token + 1].text == "." else token + 1
        mention = cast.by_token.get(beyond)  # "Hon. Keller", in whatever sentence the parser put the name
        near = mention is not None and mention.first == beyond and tokens[beyond].start - tokens[token].end < _LEAD
        return cast.person(mention.person) if near and mention is not None else None
    bracketed = 1 < token < len(tokens) - 1 and tokens[token - 1].text == "(" and tokens[token + 1].text == ")"
    if bracketed:
        return _named_at(cast, token - 2, token)
    mention = cast.by_token.get(token + 1)
    if mention is None or mention.first != token + 1 or token in cast.title_at or not tokens[token].text[:1].isupper():
        return None
    given = tokens[token].pos == "PROPN" and tokens[token].entity not in _NO_PERSONS and tokens[token].dep == "compound"
    return _named_at(cast, token + 1, token) if given else None


def _named_at(cast: Cast, place: int, token: int) -> Person | None:
    """The person named at a place, if it is in the same sentence as a token."""
    mention = cast.by_token.get(place)
    if mention is None or cast.parse.tokens[place].sentence != cast.parse.tokens[token].sentence:
        return None
    return cast.person(mention.person)


def _is_part(cast: Cast, token: int) -> bool:
    """Whether the word stands within a longer name."""
    tokens = cast.parse.tokens
    beside = (
        i for i in (token - 1, token + 1) if 0 <= i < len(tokens) and tokens[i].sentence == tokens[token].sentence
    )
    return any(tokens[i].pos == "PROPN" and not tokens[i].text.endswith(".") and i not in cast.title_at for i in beside)


def by_initials(cast: Cast, token: int) -> Person | None:
    """`the LG`, `the SND`: who alone holds an office with these initials."""
    word = cast.parse.tokens[token].text
    if not (word.isalpha() and word.isupper() and _LEAST <= len(word) <= 5):
        return None
    holders = {
        person.key: person
        for person in cast.people
        if person.mentions[0].first < token and any(_fits(role.text, word) for role in person.roles)
    }
    stated = _country_beside(cast, token) if holders else None
    if stated is not None:  # "the Norlandic PM" is nobody's of whom the text does not tell that country
        holders = {key: one for key, one in holders.items() if _is_told_of(cast, one, stated)}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _country_beside(cast: Cast, token: int) -> str | None:
    """The country of “the German PM”, "Germany's PM", "the PM of Germany"; `None` where none is stated."""
    tokens, sentence = cast.parse.tokens, cast.parse.sentences[cast.parse.tokens[token].sentence]
    first = token
    while first > sentence.first and tokens[first - 1].pos not in _BEFORE_A_PHRASE:
        first -= 1
    after = token + 1
    if after < sentence.last and tokens[after].text in {"of", "from", "for"}:
        after += 1
        after += after < sentence.last and tokens[after].text.lower() == "the"
    else:
        after = sentence.last
    found = (cast.vocabulary.countries.at(tokens, i) for i in (*range(first, token), after) if i < sentence.last)
    return next((place.code for place in found if place is not None and place.code), None)


_BEFORE_A_PHRASE = frozenset({"DET", "VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON"})


def _is_told_of(cast: Cast, person: Person, country: str) -> bool:
    """Whether the text itself ties a person to a country, by a title or right at the name; a guess is not enough."""
    if any(title.country == country for title in person.titles):
        return True
    tokens = cast.parse.tokens
    for mention in person.mentions:
        leads = (cast.vocabulary.countries.at(tokens, i) for i in range(max(0, mention.first - _NEAR), mention.first))
        if any(one is not None and one.code == country and one.last == mention.first for one in leads):
            return True  # "the Norwegian Ola Berg"
        of = mention.last < len(tokens) - 1 and tokens[mention.last].text == "of"
        place = cast.vocabulary.countries.at(tokens, mention.last + 1) if of else None
        if place is not None and place.code == country:
            return True
    return False


_NEAR = 4  # words of a country's name


def _fits(role: str, initials: str) -> bool:
    """Whether the initials are those of the last words of a role, or are all of it; not those of its body alone."""
    words = [word.strip(",.()") for word in role.replace("-", " ").split()]
    at = next((at for at, word in enumerate(words) if word.lower() in _OFFICE_OF), None)
    body = "" if at is None else _initials(words[at + 1 :])  # "president of the International Coffee Organization"
    own = "" if at is None else _initials(words[:at])  # "prime minister of Norland"
    whole = _initials(words).endswith(initials) and len(initials) > len(body)
    return words == [initials] or whole or (len(own) >= _LEAST and own.endswith(initials))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word and word.lower() not in _SMALL).upper()


def by_aside(cast: Cast, token: int) -> Person | None:
    """`Maria Keller, OC of Tarn station, ... the OC said`: the only one beside whose name the word was set."""
    tokens = cast.parse.tokens
    word = tokens[token].text.casefold()
    led = any(tokens[i].text.lower() == "the" for i in cast.parse.children[token])
    if not led or tokens[token].tag not in {"NN", "NNP"} or tokens[token].entity == "PERSON":
        return None
    found = {
        mention.person
        for i, mention in cast.by_token.items()
        if mention.first < token
        for child in cast.parse.children[i]
        if tokens[child].dep == "appos" and tokens[child].text.casefold() == word and child < token
    }
    others = any(
        tokens[i].text.casefold() == word
        and any(tokens[child].text.lower() in _INDEFINITE for child in cast.parse.children[i])
        for i in range(token)
        if tokens[i].dep != "appos"
    )
    return cast.person(found.pop()) if len(found) == 1 and not others else None


def latter(cast: Cast, token: int) -> Person | None:
    """`the latter` after a sentence that names two people: the second."""
    tokens = cast.parse.tokens
    if tokens[token].text.lower() != "latter" or tokens[token].sentence == 0:
        return None
    before: list[Mention] = [
        mention for mention in cast.mentions_in(tokens[token].sentence - 1) if mention.first not in cast.quoted
    ]
    keys = list(dict.fromkeys(mention.person for mention in before))
    return cast.person(keys[1]) if len(keys) == 2 else None
