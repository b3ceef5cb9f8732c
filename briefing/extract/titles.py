"""Title phrases: office, rank, portfolio, with the country, organisation or person that they belong to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.names import capital, glued
from briefing.extract.parse import Parse, Token
from briefing.extract.vocabulary import Vocabulary

_LONGEST = 16
_LINKS = frozenset({"of", "for", "to", "at", "on"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_FRESH = frozenset(
    "new newly recently appointed elected then current late longtime veteran visiting own top next designated "  # noqa: SIM905
    "beleaguered powerful respected popular embattled 's ’s".split()
)
_BEFORE_COUNTRY = frozenset({"former", "acting", "outgoing", "deputy", "ex", "late", "interim"})
_BEFORE_ROLE = frozenset({"the", "a", "an", "his", "her", "their", "its", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title phrase; all numbers are token indices, ends not included.

    `outer`: where it begins with country, organisation and possessor. `first` to `last`: the role itself.
    `head`: the title word that carries number. `country`: ISO code named in it. `organisation`: as named in it.
    `possessor`: token of the noun before "'s", or of "his", "her". `national`: an office of state.
    `definite`: begins with "the". `indefinite`: with "a". `plural`: names several holders.
    """

    outer: int
    first: int
    last: int
    head: int
    head_words: str
    national: bool
    plural: bool
    country: str | None = None
    organisation: str | None = None
    possessor: int | None = None
    definite: bool = False
    indefinite: bool = False


def find_titles(parse: Parse, words: Vocabulary, name_starts: frozenset[int], inside: frozenset[int]) -> list[Title]:
    """All title phrases in order; `name_starts`: first tokens of names; `inside`: all tokens of names."""
    found: list[Title] = []
    i = 0
    while i < len(parse.tokens):
        head = words.head_at(parse.tokens, i) if i not in inside else None
        if head is None or not _usable(parse, i, head[0], inside) or _qualifies(parse, words, i, head[0], name_starts):
            i += 1
            continue
        title = _grow(parse, words, (i, *head), name_starts, inside)
        if found and title.outer < found[-1].last:
            title = _clip(title, found[-1].last)
        found.append(title)
        i = max(title.last, head[0])
    return _joined(parse, found)


def _usable(parse: Parse, i: int, end: int, inside: frozenset[int]) -> bool:
    token = parse.tokens[end - 1]
    if any(k in inside for k in range(i, end)):
        return False
    if token.pos in {"VERB", "AUX", "ADV"} and not capital(token):
        return False
    following = parse.tokens[end] if end < len(parse.tokens) else None
    # "chief concern", "partner countries": the word qualifies another noun and heads nothing.
    return not (
        following is not None
        and token.dep in {"amod", "compound", "nmod"}
        and following.pos == "NOUN"
        and not capital(following)
        and following.sentence == token.sentence
    )


def _qualifies(parse: Parse, words: Vocabulary, i: int, end: int, name_starts: frozenset[int]) -> bool:
    """Whether the word only qualifies a title further on: "Deputy Prime Minister", "General Intelligence Director"."""
    tokens = parse.tokens
    if end >= len(tokens) or tokens[end].sentence != tokens[i].sentence or end in name_starts or end - i > 1:
        return False
    if tokens[i].text.lower() not in words.modifiers:
        return False
    j = end + 1 if tokens[end].text == "-" else end
    for k in range(j, min(j + 4, len(tokens))):
        if k in name_starts or tokens[k].pos == "PUNCT" or tokens[k].sentence != tokens[i].sentence:
            return False
        if words.head_at(tokens, k) is not None and capital(tokens[k]) == capital(tokens[i]):
            return True
        if not (capital(tokens[k]) and capital(tokens[i])) and tokens[k].text.lower() not in words.modifiers:
            return False
    return False


def _grow(
    parse: Parse,
    words: Vocabulary,
    head: tuple[int, int, bool, bool],
    name_starts: frozenset[int],
    inside: frozenset[int],
) -> Title:
    start, end, national, plural = head
    tokens = parse.tokens
    first = _left(tokens, start, words, inside)
    last, country_after = _right(parse, end, words, name_starts, inside)
    title = Title(
        outer=first, first=first, last=last, head=end - 1,
        head_words=" ".join(tokens[k].text.lower() for k in range(start, end)), national=national, plural=plural,
        country=country_after,
    )  # fmt: skip
    title = _owner(parse, title, words, inside)
    if title.organisation is None:
        title = replace(title, organisation=_organisation_after(parse, title, end, words))
    while title.first < start and tokens[title.first].text.lower() in _FRESH | {"-"}:
        title = replace(title, first=title.first + 1)
    return title


def _left(tokens: tuple[Token, ...], start: int, words: Vocabulary, inside: frozenset[int]) -> int:
    """Where the words begin that qualify the head: "assistant", "Foreign", "human rights"."""
    i = start
    while i > 0 and tokens[i - 1].sentence == tokens[start].sentence and i - 1 not in inside and start - i < 7:
        token = tokens[i - 1]
        lower = token.text.lower()
        hyphen = lower in {"-", "–", "‑"} and glued(tokens, i) and glued(tokens, i - 1)
        if lower in {"and", "&"}:
            joins = (
                i - 2 >= 0
                and tokens[i - 2].text.lower() in words.portfolio
                and tokens[i].text.lower() in words.portfolio
            )
            if not joins or capital(tokens[i - 2]) != capital(tokens[i]):
                break
        elif _place_before(tokens, i, words) is not None and not hyphen:
            break
        elif not (hyphen or lower in words.modifiers or (lower in words.portfolio and token.pos != "PUNCT")):
            if capital(token) or token.pos not in {"NOUN", "ADJ", "PROPN"}:
                break
        i -= 1
    while i < start and tokens[i].text.lower() in {"and", "&", "-"}:
        i += 1
    return i


def _right(
    parse: Parse, end: int, words: Vocabulary, name_starts: frozenset[int], inside: frozenset[int]
) -> tuple[int, str | None]:
    """Where the phrase after the head ends ("of Defense", "for Ukraine's Economic Recovery"), and its country."""
    tokens = parse.tokens
    last, country, link = end, None, ""
    i = end
    while i < len(tokens) and i - end < _LONGEST and tokens[i].sentence == tokens[end - 1].sentence:
        token = tokens[i]
        lower = token.text.lower()
        place = words.countries.at(tokens, i)
        if i in name_starts or (i in inside and place is None and link not in {"of", "to"}):
            break
        if lower in _LINKS and link in {"", "noun", "of", "to", "for", "at", "on"}:
            if not _noun_follows(tokens, i + 1, name_starts) or (
                lower in {"on", "to", "at"} and not _fits(tokens, end, i)
            ):
                break
            link = lower
        elif link == "":
            break
        elif place is not None:
            if (
                link in {"of", "noun"}
                and place.kind in {"names", "bodies"}
                or (link == "of" and place.kind == "people")
            ):
                country = country or place.code
            i = last = place.last
            continue
        elif lower in _POSSESSIVE or lower in _BEFORE_ROLE:
            last = i + 1 if lower in _POSSESSIVE else last
        elif lower in {"and", "&", ","}:
            if not _goes_on(tokens, i, words, name_starts):
                break
        elif (
            token.pos in {"NOUN", "PROPN", "ADJ"}
            or capital(token)
            or lower in words.portfolio
            or lower == "-"
            or (tokens[i - 1].text == "-" and glued(tokens, i))
        ):
            last = i + 1
        else:
            break
        i += 1
    while last > end and tokens[last - 1].text.lower() in _POSSESSIVE | {"-", "&"}:
        last -= 1
    return last, country


def _noun_follows(tokens: tuple[Token, ...], i: int, name_starts: frozenset[int]) -> bool:
    if i >= len(tokens) or i in name_starts:
        return False
    token = tokens[i]
    return token.pos in {"NOUN", "PROPN", "ADJ", "DET"} or token.text.lower() in _BEFORE_ROLE or capital(token)


def _fits(tokens: tuple[Token, ...], end: int, i: int) -> bool:
    """Whether "to", "on", "at" belongs to the title: directly after its head ("Ambassador to Jordan")."""
    return i == end or capital(tokens[i - 1])


def _goes_on(tokens: tuple[Token, ...], i: int, words: Vocabulary, name_starts: frozenset[int]) -> bool:
    """Whether a portfolio goes on after "and" or a comma: "Science and Technology", "Trade, Industry and Energy"."""
    if i + 1 >= len(tokens) or i + 1 in name_starts or not capital(tokens[i - 1]):
        return False
    following = tokens[i + 1].text.lower()
    if words.head_at(tokens, i + 1) is not None or not capital(tokens[i + 1]):
        return False
    return following in words.portfolio


def _owner(parse: Parse, title: Title, words: Vocabulary, inside: frozenset[int]) -> Title:
    """The title with what stands before it: article, country, organisation, possessor."""
    tokens = parse.tokens
    sentence = tokens[title.head].sentence
    i = title.first
    country, organisation, possessor = title.country, title.organisation, None
    definite = indefinite = False
    for _ in range(10):
        if i == 0 or tokens[i - 1].sentence != sentence:
            break
        lower = tokens[i - 1].text.lower()
        place = _place_before(tokens, i, words)
        if place is not None:
            country = country or place[1]
            i = place[0]
            if i > 0 and tokens[i - 1].text.lower() in _BEFORE_COUNTRY:  # "former South African president" is one role
                i -= 1
                title = replace(title, first=i)
        elif lower in _POSSESSIVE and tokens[i - 1].tag in {"POS", ""} and possessor is None:
            possessor, i = i - 2, i - 1
        elif lower in {"his", "her", "their", "its", "our", "my", "whose"}:
            return replace(
                title,
                outer=i - 1,
                country=country,
                organisation=organisation,
                possessor=possessor or i - 1,
                definite=True,
            )
        elif lower in {"the", "a", "an"}:
            return replace(title, outer=i - 1, country=country, organisation=organisation, possessor=possessor,
                           definite=lower == "the", indefinite=lower != "the")  # fmt: skip
        elif lower in _FRESH and tokens[i - 1].pos in {"ADJ", "ADV", "VERB"}:
            i -= 1
        elif i - 1 not in inside and capital(tokens[i - 1]) and tokens[i - 1].pos not in {"VERB", "ADP", "SCONJ"}:
            start = _organisation_start(tokens, i, words, inside)
            if possessor is None or possessor == i - 1:
                text = parse.article.text[tokens[start].start : tokens[i - 1].end]
                organisation = organisation or text
            i = start
        elif possessor == i - 1 and i - 1 in inside:
            while i > 0 and i - 1 in inside and tokens[i - 1].sentence == sentence:
                i -= 1
            break
        else:
            break
    return replace(
        title,
        outer=i,
        country=country,
        organisation=organisation,
        possessor=possessor,
        definite=definite,
        indefinite=indefinite,
    )


def _place_before(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> tuple[int, str] | None:
    for j in range(max(0, i - 5), i):
        place = words.countries.at(tokens, j)
        if place is not None and place.last == i and tokens[j].sentence == tokens[i].sentence:
            return j, place.code
    return None


def _organisation_start(tokens: tuple[Token, ...], i: int, words: Vocabulary, inside: frozenset[int]) -> int:
    sentence = tokens[i - 1].sentence
    while i > 0 and tokens[i - 1].sentence == sentence and i - 1 not in inside:
        token = tokens[i - 1]
        joined = (
            token.text in {"-", "&", "of", "and", "for"} and i - 2 >= 0 and capital(tokens[i - 2]) and token.text != "-"
        )
        if joined and token.text in {"of", "and", "for"}:
            joined = tokens[i - 2].text.lower() in words.not_people and i - 2 not in inside
        if not (capital(token) or joined or (token.text == "-" and glued(tokens, i - 1))) or _place_before(
            tokens, i, words
        ):
            break
        if (
            token.pos in {"ADP", "DET", "SCONJ", "PRON", "VERB", "CCONJ"}
            and not joined
            and token.text.lower() not in words.not_people
        ):
            break
        i -= 1
    return i


def _organisation_after(parse: Parse, title: Title, end: int, words: Vocabulary) -> str | None:
    """The body after "of" or "at" in "Director of the Office of the President", a portfolio or country is none."""
    tokens = parse.tokens
    if end >= title.last or tokens[end].text.lower() not in {"of", "at", "for"}:
        return None
    i = end + 1
    while i < title.last and tokens[i].text.lower() in _BEFORE_ROLE:
        i += 1
    if i >= title.last or not capital(tokens[i]):
        return None
    place = words.countries.at(tokens, i)
    if place is not None and (place.kind != "bodies" or place.last < title.last):
        if place.last >= title.last or tokens[place.last].text.lower() not in words.not_people:
            return None
    rest = [tokens[k].text.lower() for k in range(i, title.last) if capital(tokens[k])]
    bodily = any(word in words.not_people and word not in words.portfolio for word in rest)
    if not bodily and all(word in words.portfolio for word in rest):
        return None
    return parse.article.text[tokens[i].start : tokens[title.last - 1].end]


def _clip(title: Title, start: int) -> Title:
    return replace(title, outer=max(title.outer, start), first=max(title.first, start))


def _joined(parse: Parse, titles: list[Title]) -> list[Title]:
    """Two titles joined by "and" as one phrase: "Deputy Prime Minister and Foreign Minister"."""
    out: list[Title] = []
    for title in titles:
        before = out[-1] if out else None
        between = parse.tokens[before.last].text.lower() if before and before.last < len(parse.tokens) else ""
        if (
            before
            and between in {"and", "&", "/"}
            and title.first == before.last + 1
            and not title.plural | before.plural
        ):
            out[-1] = replace(
                before, last=title.last, head=title.head, national=before.national or title.national,
                country=before.country or title.country, organisation=before.organisation or title.organisation,
            )  # fmt: skip
        else:
            out.append(title)
    return out
