"""Title phrases: office, rank, portfolio, with the country, organisation or person that they belong to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.titles.open_heads import open_head
from briefing.extract.titles.title_bodies import organisation_after, organisation_behind
from briefing.extract.titles.title_bounds import (
    AFTER_HEAD,
    WORLD_PARTS,
    is_hour,
    left_edge,
    names_body,
    past_age,
    place_before,
)
from briefing.extract.titles.title_owners import FRESH, Owner, OwnerReader
from briefing.extract.titles.title_reach import Reach, past_gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title phrase; all numbers are token indices, ends not included.

    `outer`: where it begins with country, organisation and possessor. `first` to `last`: the role itself.
    `head`: the title word that carries number. `country`: ISO code named in it. `organisation`: as named in it.
    `possessor`: token of the noun before "'s", or of "his", "her". `national`: an office of state.
    `definite`: begins with "the". `indefinite`: with "a". `plural`: names several holders.
    `countries`: of several holders, in their order: "the Kenyan and Ugandan presidents".
    `listed`: whether a list of titles has the head; else it is a noun that only stands where a title does.
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
    countries: tuple[str, ...] = ()
    listed: bool = True


def head_tokens(title: Title) -> range:
    """The tokens of the title's head: of "head of research" all three."""
    return range(title.head + 1 - len(title.head_words.split()), title.head + 1)


def find_titles(parse: Parse, words: Vocabulary, name_starts: frozenset[int], inside: frozenset[int]) -> list[Title]:
    """All title phrases in order; `name_starts`: first tokens of names; `inside`: all tokens of names."""
    found: list[Title] = []
    i = 0
    while i < len(parse.tokens):
        head = words.head_at(parse.tokens, i) if i not in inside else None
        listed = head is not None
        if head is None and i not in inside:
            head = open_head(parse, i, name_starts, inside)
        if (
            head is None
            or not _usable(parse, words, i, head[0], (name_starts, inside))
            or _qualifies(parse, words, i, head[0], name_starts)
        ):
            i += 1
            continue
        title = replace(_grow(parse, words, (i, *head), (name_starts, inside)), listed=listed)
        within = found and found[-1].last > title.last  # "son of [Mayor] Ann Lee"
        if found and title.outer < found[-1].last and not within:
            title = _clip(parse, title, found[-1].last)
        found.append(title)
        i = max(title.last, head[0]) if title.last - 1 not in inside else head[0]
    return _joined(parse, found, name_starts)


def _usable(parse: Parse, words: Vocabulary, i: int, end: int, names: tuple[frozenset[int], frozenset[int]]) -> bool:
    """Whether the head is one here; `names`: first tokens of names, and all their tokens."""
    token, (starts, inside) = parse.tokens[end - 1], names
    if token.text == "Md":  # short for Mohammed; a managing director is an MD
        return False
    if any(k in inside for k in range(i, end)) or is_hour(parse.tokens, i) or names_body(parse.tokens, end, words):
        return False
    if end - i == 1 and token.pos in {"VERB", "AUX", "ADV"} and not capital(token):
        # "ex-Chelsea defender Ann Lee", "he said advocate Ann Lee": a bare verb that nothing governs is none.
        bare = token.tag in _PLAIN and not any(
            parse.tokens[k].dep in _GOVERNED and (k < i or token.tag == "VB") for k in parse.children[token.i]
        )
        return end in starts and ((bare and token.dep not in {"conj", "relcl"}) or token.text.endswith(_AGENTS))
    if token.tag == "JJ" and token.dep == "amod" and end - i == 1 and token.head >= end and token.head not in inside:
        return False  # "his official Twitter account"
    following = parse.tokens[end] if end < len(parse.tokens) else None
    # "chief concern", "partner countries": the word qualifies another noun and heads nothing.
    return not (
        following is not None
        and token.dep in {"amod", "compound", "nmod"}
        and following.pos == "NOUN"
        and not capital(following)
        and following.text not in AFTER_HEAD
        and following.sentence == token.sentence
    )


_AGENTS = ("er", "or", "ist", "ian")
_PLAIN = frozenset({"VB", "VBP", "VBZ"})
_GOVERNED = frozenset({"aux", "nsubj", "conj", "mark"})


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
        place = words.countries.at(tokens, k) is not None or tokens[k].text in WORLD_PARTS  # "deputy Asia director"
        both = place or (capital(tokens[k]) and capital(tokens[i]))
        if not both and tokens[k].text.lower() not in words.modifiers:
            return False
    return False


def _grow(
    parse: Parse, words: Vocabulary, head: tuple[int, int, bool, bool], names: tuple[frozenset[int], frozenset[int]]
) -> Title:
    """The whole phrase around a head; `names`: first tokens of names, and all their tokens."""
    start, end, national, plural = head
    tokens = parse.tokens
    last, country = Reach(parse, words, *names).after(end)
    if country and last > end and tokens[end].text == "of" and tokens[last - 1].tag == "JJ":
        last, country = end, None  # "daughter of Irish and English settlers": whose descent it is was not read
    last = last if plural else _past_second_state(tokens, words, last)
    while last > end and _addresses(tokens, last, words):
        last -= 1
    behind = organisation_after(parse, past_gender(tokens, end), last, words)
    if behind in words.international:
        country = None  # "of the Organization of American States"
    owner = OwnerReader(parse, words, names[1]).before(left_edge(tokens, start, words, names[1]), country)
    owner, countries = _several(tokens, words, owner) if plural else (owner, ())
    first = next((k for k in range(owner.outer, start) if tokens[k].text.lower() in _NOT_YET), owner.first)
    first = past_age(tokens, first, start)
    while first < start and tokens[first].text.lower() in (FRESH - _NOT_YET) | {"-", ".", ","}:
        first += 1
    body = owner.organisation
    if body is not None and tokens[end - 1].text.lower() in _OF_MATTERS and owner.possessor is None:
        at = next((k for k in range(owner.outer, first) if parse.article.text.startswith(body, tokens[k].start)), first)
        if not any(tokens[k].text.lower() in _PARTIES or tokens[k].text.isupper() for k in range(at, first)):
            first, body = at, None  # "Food Processing Minister": a matter, not a body
    if body is not None and tokens[end - 1].text.lower() in _OF_AWARDS and not body.isupper():
        first, body = owner.outer + (owner.definite or owner.indefinite), None  # "Peace Prize laureate"
    return Title(
        outer=owner.outer,
        first=first,
        last=last,
        head=end - 1,
        head_words=" ".join(tokens[k].text.lower() for k in range(start, end)),
        national=national and not (last < len(tokens) and tokens[last].text == "of"),  # of what cannot be read
        plural=plural,
        country=owner.country or None,
        organisation=body or behind or organisation_behind(parse, (owner.outer, last), words, names[1]),
        possessor=owner.possessor,
        definite=owner.definite,
        indefinite=owner.indefinite,
        countries=countries,
    )


def _past_second_state(tokens: tuple[Token, ...], words: Vocabulary, last: int) -> int:
    """Past the second of two states: "ambassador to Mali | and Burkina Faso"; not where something is the second's."""
    if last + 1 >= len(tokens) or tokens[last].text != "and":
        return last
    places = (words.countries.at(tokens, k) for k in range(max(0, last - 4), last))
    if not any(place is not None and place.last == last and place.kind == "names" for place in places):
        return last
    second = words.countries.at(tokens, last + 1)
    if second is None or second.kind != "names" or second.last >= len(tokens):
        return last
    after = tokens[second.last]
    return second.last if after.text == "," or capital(after) else last


_OF_MATTERS = frozenset({"minister", "ministers", "undersecretary"})
_PARTIES = frozenset(
    ("party", "front", "movement", "alliance", "union", "coalition", "congress", "league", "cabinet", "bloc", "labour",
     "conservative", "democrats", "democrat", "liberal", "republican", "green", "greens")
)  # fmt: skip
_OF_AWARDS = frozenset({"laureate", "winner", "recipient", "medallist", "medalist", "champion", "finalist", "awardee"})
# Who holds it now is another: "the next South Korean foreign minister".
_NOT_YET = frozenset({"next", "then", "future", "incoming"})


def _several(tokens: tuple[Token, ...], words: Vocabulary, owner: Owner) -> tuple[Owner, tuple[str, ...]]:
    """Past all the countries before a title of several people; none of them is then the country of all."""
    codes, at = [owner.country or ""], owner.outer
    while at > 1 and tokens[at - 1].text.lower() in {"and", ","}:
        place = place_before(tokens, at - 1, words)
        if place is None or not place[1]:
            break
        codes.insert(0, place[1])
        at = place[0]
    if len(codes) == 1 or "" in codes:
        return owner, ()
    definite = at > 0 and tokens[at - 1].text.lower() in {"the", "his", "her", "their"}
    return replace(owner, outer=at, country=None, definite=definite), tuple(codes)


def _addresses(tokens: tuple[Token, ...], last: int, words: Vocabulary) -> bool:
    """Whether the phrase's last word only addresses the person named next: "Affairs Shri", "member Datuk"."""
    head = words.head_at(tokens, last - 2)
    if head is not None and head[0] == last:  # "of the First Lady"
        return False
    if tokens[last - 2].text.lower() in {"the", "-"}:
        return False  # "adviser to the President Ann Lee", "spokesman of the Secretary-General"
    text = tokens[last - 1].text.lower()
    following = tokens[last] if last < len(tokens) else None
    named = following is not None and (capital(following) or following.text == ".")
    return text == "." or (named and text in words.honorifics and text not in words.portfolio)


def _clip(parse: Parse, title: Title, start: int) -> Title:
    while start < title.head and parse.tokens[start].text in {"-", "–", "/"}:
        start += 1
    return replace(title, outer=max(title.outer, start), first=max(title.first, start))


def _unowned(title: Title) -> bool:
    """Whether nothing but "new" or "elected" stands between the joint and the title."""
    owned = title.country or title.organisation or title.possessor is not None
    return not (owned or title.definite or title.indefinite)


def _chained(parse: Parse, titles: list[Title], title: Title) -> bool:
    """Whether "and" and a title follow this one: "founder, [chairman] and chief executive"."""
    i = title.last
    if any(token.text.lower() == "and" for token in parse.tokens[title.first : title.head]):
        return True
    follows = i + 1 < len(parse.tokens) and parse.tokens[i].text.lower() in {"and", "&"}
    return follows and any(other.first == other.outer == i + 1 and not other.plural for other in titles)


def _joined(parse: Parse, titles: list[Title], name_starts: frozenset[int]) -> list[Title]:
    """Two titles joined by "and" as one phrase: "Deputy Prime Minister and Foreign Minister"."""
    out: list[Title] = []
    for title in titles:
        before = out[-1] if out else None
        between = parse.tokens[before.last].text.lower() if before and before.last < len(parse.tokens) else ""
        if (
            before
            and (between in {"and", "&", "/", "-"} or (between == "," and _chained(parse, titles, title)))
            and (title.first == before.last + 1 or (title.outer == before.last + 1 and _unowned(title)))
            and title.plural == before.plural
            and (capital(parse.tokens[title.head]) or not capital(parse.tokens[before.head]) or before.indefinite)
            and not (before.definite and not capital(parse.tokens[before.head]) and capital(parse.tokens[title.first]))
            and not (before.definite and _borne(parse, out, name_starts, title.last))
        ):
            out[-1] = replace(
                before, last=title.last, head=title.head, national=before.national or title.national,
                country=before.country or title.country, organisation=before.organisation or title.organisation,
            )  # fmt: skip
        else:
            out.append(title)
    return out


def _borne(parse: Parse, titles: list[Title], name_starts: frozenset[int], start: int) -> bool:
    """Whether somebody else bore the last title before: "Crown Prince Ali ... the Crown Prince and Premier Keller"."""
    office = _written(parse, titles[-1])
    return start in name_starts and any(
        title.last in name_starts and _written(parse, title) == office
        and not set(_name_at(parse, title.last)) & set(_name_at(parse, start))
        for title in titles[:-1]
    )  # fmt: skip


def _written(parse: Parse, title: Title) -> str:
    return " ".join(token.text.lower() for token in parse.tokens[title.first : title.last])


def _name_at(parse: Parse, start: int) -> list[str]:
    """The words of a name, from its first to the last that is written as a name."""
    words: list[str] = []
    for token in parse.tokens[start:]:
        if not capital(token):
            break
        words.append(token.text)
    return words
