"""Whose a title is: the country, organisation or person named before it, the body named after it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.lexis.names import capital, glued, together
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.titles.title_bounds import DAYS, POSSESSIVE, place_before

_FRESHLY = (
    "new newly recently appointed elected then current late longtime veteran visiting own top next designated "
    "beleaguered powerful respected popular embattled 's ’s"
)
FRESH = frozenset(_FRESHLY.split())
_BEFORE_COUNTRY = frozenset({"former", "acting", "outgoing", "deputy", "ex", "late", "interim"})
# "The Syrian regime's foreign minister" is Syria's.
_STATE = frozenset(
    {"regime", "government", "state", "army", "military", "parliament", "ministry", "junta", "leadership"}
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday then meanwhile while".split())  # noqa: SIM905
_OF_OFFICES = frozenset({"Office", "Department", "Cabinet", "Chambers"})
_LONGEST_NAME = 24  # words of an organisation's name
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my", "your", "whose"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What stands before a title, as far as `outer`; `first` is moved where "former" stands before the country."""

    outer: int
    first: int
    country: str | None = None
    organisation: str | None = None
    possessor: int | None = None
    definite: bool = False
    indefinite: bool = False
    done: bool = False


class OwnerReader:
    """Reads backwards from a title, word by word."""

    def __init__(self, parse: Parse, words: Vocabulary, inside: frozenset[int]) -> None:
        self._text = parse.article.text
        self._tokens = parse.tokens
        self._words = words
        self._inside = inside

    def before(self, first: int, country: str | None) -> Owner:
        """What stands before the title that begins at `first`; `country` is what the title itself names."""
        owner = Owner(outer=first, first=first, country=country)
        for _ in range(10):
            i = owner.outer
            if owner.done or i == 0 or not together(self._tokens, i - 1, first, self._words):
                break
            owner = self._step(owner, i)
        return owner

    def _step(self, owner: Owner, i: int) -> Owner:
        place = place_before(self._tokens, i, self._words)
        if place is None:
            once = self._tokens[i - 1].text in _BEFORE_COUNTRY and owner.organisation and owner.possessor is None
            return replace(owner, outer=i - 1, first=i - 1, done=True) if once else self._past_word(owner, i)
        if self._in_body(place[0]) and owner.possessor is None:
            return self._with_body(owner, i, *place)
        return self._with_country(owner, *place)

    def _past_word(self, owner: Owner, i: int) -> Owner:
        """One word further: possessive, article, "newly", an abbreviation in brackets or a name."""
        token = self._tokens[i - 1]
        lower = token.text.lower()
        owned = token.tag in {"POS", ""} or (i > 1 and lower in {"'", "’"} and self._tokens[i - 2].text.endswith("s"))
        if lower in POSSESSIVE and owned and owner.possessor is None:
            if (
                owner.organisation in _OF_OFFICES
                and self._words.head_at(self._tokens, i - 2)
                and i - 2 not in self._inside
            ):
                return self._with_office(owner, i)
            state = place_before(self._tokens, i - 2, self._words) if self._is_thing(i - 2) else None
            country = owner.country or (state[1] or None if state is not None else None)
            return replace(owner, possessor=i - 2, outer=i - 1, country=country)
        if lower in _OWNERS:
            possessor = owner.possessor if owner.possessor is not None else i - 1
            return replace(owner, outer=i - 1, possessor=possessor, definite=True, done=True)
        if lower in {"the", "a", "an", "another"}:
            return replace(owner, outer=i - 1, definite=lower == "the", indefinite=lower != "the", done=True)
        bracketed = lower == ")" and i > 3 and self._tokens[i - 3].text == "(" and capital(self._tokens[i - 4])
        if bracketed or (lower in FRESH and token.pos in {"ADJ", "ADV", "VERB"}):
            return replace(owner, outer=i - 3 if bracketed else i - 1)  # "the Tourism Authority (TA) governor"
        return self._with_name(owner, i)

    def _with_office(self, owner: Owner, i: int) -> Owner:
        """The body that is called by an office and no person: "Prime Minister's Office spokesman"."""
        start = _organisation_start(self._tokens, i - 1, self._words, self._inside)
        body = owner.organisation or ""
        end = self._text.index(body, self._tokens[i - 1].end) + len(body)
        return replace(owner, outer=start, organisation=self._text[self._tokens[start].start : end])

    def _is_thing(self, i: int) -> bool:
        """Whether the owner is no person, but a state's or a firm: "the Syrian regime's", "the Kenyan firm's"."""
        token = self._tokens[i]
        common = token.text.islower() and token.pos == "NOUN" and self._words.head_at(self._tokens, i) is None
        return token.text in _STATE or common

    def _with_body(self, owner: Owner, i: int, start: int, code: str) -> Owner:
        """A body whose name is or ends with a word that tells the country."""
        first = _organisation_start(self._tokens, start, self._words, self._inside)
        name = self._text[self._tokens[first].start : self._tokens[i - 1].end]
        named = owner.organisation or name
        return replace(owner, outer=first, organisation=named, country=owner.country or code or None)

    def _in_body(self, start: int) -> bool:
        """Whether the country word is a body's name or the end of one: "BJP", "Broadcasting Corp of China"."""
        place = self._words.countries.at(self._tokens, start)
        if place is not None and place.kind == "bodies":
            return True
        if place is not None and place.kind == "people" and self._goes_before(start):
            return True
        linked = start > 1 and self._tokens[start - 1].text == "of" and capital(self._tokens[start - 2])
        return linked and self._tokens[start - 2].text.lower() in self._words.not_people

    def _goes_before(self, start: int) -> bool:
        """Whether a nationality is the later part of a longer name: "Pheu Thai", "Bank Indonesia"."""
        if start == 0 or self._tokens[start - 1].sentence != self._tokens[start].sentence or start - 1 in self._inside:
            return False
        token = self._tokens[start - 1]
        lower = token.text.lower()
        if not capital(token) or token.pos != "PROPN" or lower in self._words.modifiers | FRESH | _BEFORE_COUNTRY:
            return False
        place = place_before(self._tokens, start, self._words)
        return place is None and self._words.head_at(self._tokens, start - 1) is None and lower not in _DAYS

    def _with_country(self, owner: Owner, start: int, code: str) -> Owner:
        body = self._whole_body(owner, start)
        owner = replace(owner, outer=start, country=owner.country or code, organisation=body)
        if start > 0 and self._tokens[start - 1].text.lower() in _BEFORE_COUNTRY:  # "former South African president"
            return replace(owner, outer=start - 1, first=start - 1)
        if start > 1 and self._tokens[start - 1].text == "-" and self._tokens[start - 2].text.lower() == "ex":
            return replace(owner, outer=start - 2, first=start - 2)
        return owner

    def _whole_body(self, owner: Owner, start: int) -> str | None:
        """A body's name with the place before it: "Tarn Emergency Agency", "Nepali Congress"; not "Kenyan Acme"."""
        body, first = owner.organisation, self._tokens[start].start
        adjacent = body is not None and owner.possessor is None and self._tokens[owner.outer].start > first
        if body is None or not adjacent or not self._text.startswith(body, self._tokens[owner.outer].start):
            return body
        office = self._words.head_at(self._tokens, owner.outer) is not None
        known = body.split()[-1].lower() in self._words.not_people and not body.isupper() and not office
        whole = self._text[first : self._tokens[owner.outer].start] + body
        return whole if known and body not in self._words.international else body

    def _with_name(self, owner: Owner, i: int) -> Owner:
        """An organisation or a person before the title."""
        token = self._tokens[i - 1]
        if (
            i - 1 not in self._inside
            and (capital(token) or (token.text[0].isdigit() and _within_name(self._tokens, i - 1)))
            and (token.pos not in {"VERB", "ADP", "SCONJ"} or _is_short(token))
        ):
            start = _organisation_start(self._tokens, i, self._words, self._inside)
            if start == i - 1 and token.text.lower() in self._words.honorifics:
                return replace(owner, outer=start)
            if start == i or (token.pos in {"ADV", "INTJ"} and not _is_short(token)):  # "Even deputy X"
                return replace(owner, done=True)
            if start == i - 1 and token.entity == "NORP" and not _is_short(token) and owner.possessor is None:
                return replace(owner, outer=start, first=start)  # "Hindu nationalist leader"
            first = start + (self._tokens[start].text.lower() in _BEFORE_COUNTRY | {"new"} and start < i - 1)
            if first > start and self._tokens[start].text.lower() in _BEFORE_COUNTRY:  # "Former NFL star"
                owner = replace(owner, first=start)
            name = self._text[self._tokens[first].start : token.end]
            own = owner.possessor is None or owner.possessor == i - 1
            return replace(owner, outer=start, organisation=(owner.organisation or name) if own else owner.organisation)
        if owner.possessor == i - 1 and i - 1 in self._inside:
            while i > 0 and i - 1 in self._inside and self._tokens[i - 1].sentence == token.sentence:
                i -= 1
            return replace(owner, outer=i, done=True)
        return replace(owner, done=True)


def _organisation_start(tokens: tuple[Token, ...], i: int, words: Vocabulary, inside: frozenset[int]) -> int:
    sentence, least = tokens[i - 1].sentence, max(0, i - _LONGEST_NAME)
    while i > least and tokens[i - 1].sentence == sentence and i - 1 not in inside:
        token = tokens[i - 1]
        if token.text in {"The", "the"} or _counts(tokens, i - 1):
            break
        joined = (
            token.text in {"-", "&", "of", "and", "for"} and i - 2 >= 0 and capital(tokens[i - 2]) and token.text != "-"
        )
        if joined and token.text in {"of", "and", "for"}:
            many = token.text == "of" and tokens[i - 2].tag in {"NNS", "NNPS"}  # "Hearts of Oak"
            joined = (many or tokens[i - 2].text.lower() in words.not_people) and i - 2 not in inside
        named = capital(token) or joined or _within_name(tokens, i - 1)
        if not named or place_before(tokens, i, words):
            break
        if (
            token.pos in {"ADP", "DET", "SCONJ", "PRON", "VERB", "CCONJ"}
            and not joined
            and token.text.lower() not in words.not_people
            and not _is_short(token)
        ):
            break
        i -= 1
    return i


def _counts(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word only says how many: "Three | Court of Appeal judges"; "Channel Four" is a name."""
    alone = i == 0 or tokens[i - 1].sentence != tokens[i].sentence or not capital(tokens[i - 1])
    return tokens[i].tag == "CD" and tokens[i].text.isalpha() and alone


def _within_name(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether what is no word with a capital belongs to a name: "Tehreek-e-Insaf", "Alliance 8.7"."""
    if i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return False
    if tokens[i].text == "-":
        return glued(tokens, i)
    if tokens[i].text[0].isdigit():
        return capital(tokens[i - 1]) and tokens[i - 1].text not in DAYS and tokens[i].tag == "CD"
    hyphened = i + 1 < len(tokens) and tokens[i - 1].text == tokens[i + 1].text == "-"
    return hyphened and glued(tokens, i) and glued(tokens, i + 1) and tokens[i].text.isalpha()


def _is_short(token: Token) -> bool:
    """Whether the word is a body's letters, in which a parser may see a verb: "met UNESCO Director-General X"."""
    return token.text.isupper() and token.text.isalpha() and len(token.text) > 2
