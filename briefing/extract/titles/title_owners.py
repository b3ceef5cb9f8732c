"""Whose a title is: the country, organisation or person named before it, the body named after it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.lexis.names import capital, glued, together
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.titles.title_bounds import BEFORE_ROLE, DAYS, POSSESSIVE, place_before

_FRESHLY = (
    "new newly recently appointed elected then current late longtime veteran visiting own top next designated "
    "beleaguered powerful respected popular embattled 's ’s"
)
FRESH = frozenset(_FRESHLY.split())
_BEFORE_COUNTRY = frozenset({"former", "acting", "outgoing", "deputy", "ex", "late", "interim"})
# What is named after these is a matter, not a body.
_OF_MATTERS = frozenset({"minister", "ministers", "undersecretary", "critic"})
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
            return self._past_word(owner, i)
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
        owner = replace(owner, outer=start, country=owner.country or code)
        if start > 0 and self._tokens[start - 1].text.lower() in _BEFORE_COUNTRY:  # "former South African president"
            return replace(owner, outer=start - 1, first=start - 1)
        if start > 1 and self._tokens[start - 1].text == "-" and self._tokens[start - 2].text.lower() == "ex":
            return replace(owner, outer=start - 2, first=start - 2)
        return owner

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
            name = self._text[self._tokens[start].start : token.end]
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
            joined = tokens[i - 2].text.lower() in words.not_people and i - 2 not in inside
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


def organisation_after(parse: Parse, end: int, last: int, words: Vocabulary) -> str | None:
    """The body after "of" or "at" in "Director of the Office of the President", a portfolio or country is none."""
    tokens = parse.tokens
    bare = end < last and capital(tokens[end])  # "Director | National Trade Board"
    if bare or end >= last or tokens[end].text.lower() not in {"of", "at", "for"}:
        return parse.article.text[tokens[end].start : tokens[last - 1].end] if bare else None
    if tokens[end - 1].text.lower() in words.human["kin"]:
        return None
    i = end + 1
    while i < last and tokens[i].text.lower() in BEFORE_ROLE:
        i += 1
    if i >= last or not capital(tokens[i]):
        return None
    place = words.countries.at(tokens, i)
    state = place is not None and (place.kind != "bodies" or place.last < last)
    people = place is not None and place.kind == "people" and place.last < last
    behind = {tokens[k].text.lower() for k in ((place.last, last - 1) if people else (place.last,))} \
        if place is not None and place.last < last else set()  # fmt: skip
    if place is not None and state and behind.isdisjoint(words.not_people):
        return None
    i = next((k + 1 for k in range(last - 2, i, -1) if tokens[k].text == "at"), i)  # "of Research at the Trade Bank"
    i += tokens[i].text.lower() in BEFORE_ROLE
    return (
        None
        if _is_matter(tokens, (end, i, last), words)
        else parse.article.text[tokens[i].start : tokens[last - 1].end]
    )


def _is_matter(tokens: tuple[Token, ...], span: tuple[int, int, int], words: Vocabulary) -> bool:
    """Whether what an office is for is named, no body; `span`: ends of the head and of the article, of the whole."""
    end, first, last = span
    heads = {token.text.lower() for token in tokens[max(0, end - 3) : end]}
    inner = next((k for k in range(first, last) if tokens[k].text == "in"), last)
    rest = [tokens[k].text.lower() for k in range(first, inner) if capital(tokens[k])]
    minister = not _OF_MATTERS.isdisjoint(heads)
    bodies = words.not_people - words.portfolio - (_POLITIES if minister else frozenset())
    if any(word in bodies for word in rest):
        return False
    if minister or all(word in words.portfolio for word in rest):
        return True
    special = not _SENT.isdisjoint(heads) and not any(tokens[k].text.isupper() for k in range(first, last))
    return tokens[end].text == "for" and (special or rest[-1] in words.portfolio)


# "Of Foreign Affairs of the Republic of Norland".
_POLITIES = frozenset({"republic", "kingdom", "federation", "union", "state", "states", "commonwealth", "emirates"})
_SENT = frozenset({"envoy", "representative", "ambassador", "rapporteur", "coordinator"})


def organisation_behind(parse: Parse, span: tuple[int, int], words: Vocabulary, inside: frozenset[int]) -> str | None:
    """The body behind a comma after a whole role, in brackets or between commas: "Ann Lee (CEO, Lee Turbines)".

    `span`: where the title begins, with all that belongs to it, and ends.
    """
    tokens, (first, last) = parse.tokens, span
    close = _CLOSES.get(tokens[first - 1].text) if first > 1 and first - 2 in inside else None
    if close is None or last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    end = last + 1
    while end < len(tokens) and end not in inside and (capital(tokens[end]) or tokens[end].text in {"&", "of"}):
        end += 1
    named = tokens[last + 1 : end]
    whole = named and end < len(tokens) and tokens[end].text.startswith(close)
    if not whole or named[-1].sentence != tokens[first].sentence or words.countries.at(tokens, last + 1) is not None:
        return None
    if words.head_at(tokens, last + 1) is not None or (close == "," and named[0].entity != "ORG"):
        return None
    return parse.article.text[named[0].start : named[-1].end]


_CLOSES = {"(": ")", ",": ","}
