"""Which title phrase is whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from briefing.extract.lexis.names import capital, together
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.people.counterparts import counterparts
from briefing.extract.people.held import Held
from briefing.extract.people.listed_names import listed
from briefing.extract.people.standing_in import stood_in_for
from briefing.extract.titles.title_bounds import CALLED_AS, POSSESSIVE
from briefing.extract.titles.titles import Title

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ONCE = frozenset({"former", "then", "ex", "outgoing", "acting"})


@dataclass(frozen=True, slots=True)
class Places:
    """Tokens of all mentions: (first, last, person) in order."""

    mentions: Sequence[tuple[int, int, int]]

    def owner(self) -> Mapping[int, int]:
        """The person to whose name a token belongs."""
        return {token: person for first, last, person in self.mentions for token in range(first, last)}

    def starting(self) -> Mapping[int, tuple[int, int, int]]:
        """Mentions by first token."""
        return {mention[0]: mention for mention in self.mentions}

    def ending(self) -> Mapping[int, tuple[int, int, int]]:
        """Mentions by the token after the last."""
        return {mention[1]: mention for mention in self.mentions}


def link(parse: Parse, titles: Sequence[Title], places: Places, words: Vocabulary) -> list[Held]:
    """Every title with whom it is said of; a title that is said of nobody by name is left out."""
    starting, ending = places.starting(), places.ending()
    held: list[Held] = []
    linked: set[int] = set()
    closed: set[int] = set()  # where a name ends that stands in commas behind its title
    for at, title in enumerate(titles):
        mention = _name_after(parse, words, title, (starting, ending), closed) or _among(parse, title, starting)
        if mention is not None and _apposed(parse, title, mention, ending):
            continue  # "Ann Lee, leader of the rebel group Sunrise Way, said": the name is the group's
        if mention is not None:
            linked.add(at)
            if parse.tokens[title.last].text == ",":
                closed.add(mention[1])
            others = listed(parse, mention, starting) if title.plural else []
            codes = title.countries if len(title.countries) == 1 + len(others) else (None,) * (1 + len(others))
            own = [title if code is None else replace(title, country=code) for code in codes]
            held.append(Held(mention[2], own[0], 0.95))
            held.extend(Held(other, each, 0.8) for other, each in zip(others, own[1:], strict=True))
    behind: dict[int, tuple[int, int, int]] = {}
    for at, title in enumerate(titles):
        if at in linked:
            continue
        another = title.last < len(parse.tokens) and parse.tokens[title.last].text in POSSESSIVE
        mention = None if another else _name_before(parse, words, title, ending)  # not "X, the minister's adviser"
        if mention is None and at - 1 in behind and _goes_on(parse, titles[at - 1], title):
            mention = behind[at - 1]
        if mention is not None:
            held.append(Held(mention[2], title, 0.92))
            linked.add(at)
            behind[at] = mention
    return counterparts(parse, words, held, places.mentions)


def _name_after(
    parse: Parse,
    words: Vocabulary,
    title: Title,
    mentions: tuple[Mapping[int, tuple[int, int, int]], Mapping[int, tuple[int, int, int]]],
    closed: Set[int],
) -> tuple[int, int, int] | None:
    """“Minister of Defense X”, "Zelenskyy's chief of staff, X," "the minister, Dr X".

    `mentions`: by first, by last. `closed`: ends of names that have a title in commas before them.
    """
    tokens, starting = parse.tokens, mentions[0]
    i = _after_brackets(tokens, title.last)
    comma = i < len(tokens) and (tokens[i].text == "," or (title.plural and tokens[i].text in _DASHES))
    if comma:
        i += 1
    article = comma and i < len(tokens) and tokens[i].text.lower() == "the"
    for _ in range(8):  # honorifics and ranks may stand between title and name
        if i in starting or i >= len(tokens) or not _between(tokens[i]):
            break
        if article and words.head_at(tokens, i) is not None:
            return None  # "for the lawyer, the prime minister X": the first is another
        i += 1 + (tokens[i].text in CALLED_AS)
    mention = starting.get(i)
    if mention is None or not together(tokens, title.head, i, words):
        return None
    if not comma:
        return mention
    if stood_in_for(tokens, title, mention):
        return None
    another = title.outer - 1 not in closed and _is_behind(tokens, title, mentions[1])
    return mention if not another and _set_off(parse, title, mention, starting, closed) else None


def _goes_on(parse: Parse, before: Title, title: Title) -> bool:
    """“X, professor at Y and a former ambassador”, "X, youth delegate and KTU Vice President,": both are X's."""
    joint = parse.tokens[before.last].text.lower() if before.last < len(parse.tokens) else ""
    own = title.indefinite or not (title.definite or title.possessor is not None)
    return joint == "and" and title.outer == before.last + 1 and own and not title.plural


def _apposed(
    parse: Parse, title: Title, mention: tuple[int, int, int], ending: Mapping[int, tuple[int, int, int]]
) -> bool:
    """Whether a long title in small letters stands in commas behind a name, whatever name ends it."""
    tokens, comma = parse.tokens, title.outer - 1
    if comma < 1 or tokens[comma].text != "," or comma not in ending or title.last - title.head < 2:
        return False
    following = tokens[mention[1]].text if mention[1] < len(tokens) else "."
    return not capital(tokens[title.head]) and following in {",", ".", "("} and not title.definite


def _between(token: Token) -> bool:
    """Whether the word can stand between a title and the name of its holder: "Justice (retd) Md X", "the Rev X"."""
    return capital(token) or token.text.lower() in _BETWEEN or token.text in CALLED_AS


# "An assistant manager surnamed Lee".
_BETWEEN = frozenset(". ( ) retd ret retired the - late a surnamed named called".split())  # noqa: SIM905


def _among(parse: Parse, title: Title, starting: Mapping[int, tuple[int, int, int]]) -> tuple[int, int, int] | None:
    """“11 lawmakers including A and B”, "one of these former lawmakers, A,": the first named of several."""
    if not title.plural:
        return None
    tokens, i = parse.tokens, title.last
    if i + 1 >= len(tokens) or tokens[i + 1].sentence != tokens[title.head].sentence:
        return None
    start = max(0, title.outer - 3)
    single = tokens[i].text == "," and any(token.text.lower() == "one" for token in tokens[start : title.outer])
    if tokens[i].text == "," and not single:
        i += 1
    if single or tokens[i].text.lower() in _SINGLED_OUT:
        return starting.get(i + 1)
    if tokens[i].text.lower() == "like":  # "leaders like Ann Lee and Jo Kay" lists; "a model like Ann Lee" compares
        mention = starting.get(i + 1) or starting.get(_after_item(tokens, i + 1))
        lists = mention is not None and mention[1] < len(tokens) and tokens[mention[1]].text in {",", "and", "or"}
        return mention if lists else None
    if tokens[i].text.lower() == "such" and tokens[i + 1].text.lower() == "as":
        return starting.get(i + 2) or starting.get(_after_item(tokens, i + 2))
    return None


_SINGLED_OUT = frozenset({"including", "namely", "particularly", "especially", "notably"})


def _after_item(tokens: Sequence[Token], i: int) -> int:
    """Where the second item of a list begins, if the first is a short name: "such as [Ndlovu Boys], Ann Lee"."""
    j = i
    while j < min(i + 4, len(tokens)) and capital(tokens[j]):
        j += 1
    return j + 1 if j > i and j < len(tokens) and tokens[j].text == "," else i


def _after_brackets(tokens: Sequence[Token], i: int) -> int:
    """Past an abbreviation in brackets: "Director of the National Agency (NA) X"."""
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")":
        return i + 3
    return i


def _is_behind(tokens: Sequence[Token], title: Title, ending: Mapping[int, tuple[int, int, int]]) -> bool:
    """“X, the minister, Y”: the title is X's."""
    before = title.outer - 1
    return before >= 0 and tokens[before].text == "," and before in ending


def _set_off(
    parse: Parse,
    title: Title,
    mention: tuple[int, int, int],
    starting: Mapping[int, tuple[int, int, int]],
    closed: Set[int],
) -> bool:
    """Whether a name after title and comma is its apposition, not another item or another clause's subject."""
    tokens, before = parse.tokens, title.outer - 1
    if title.plural:
        numbered = any(token.pos == "NUM" for token in tokens[max(0, title.outer - 3) : title.head])
        owned = title.definite or title.possessor is not None
        return (owned or numbered) and bool(listed(parse, mention, starting))
    if not (
        title.indefinite
        or title.definite
        or title.possessor is not None
        or title.country
        or title.organisation
        or title.national
        or (capital(tokens[title.head]) and before >= 0 and (tokens[before].pos in _LEADS or before in closed))
    ):
        return False
    after = tokens[mention[1]] if mention[1] < len(tokens) else None
    if after is None:
        return False
    ended = after.text in {",", ".", "(", ")", ":", ";", "—", "–"} or after.pos in {"VERB", "AUX"}
    ended |= title.definite and (after.pos == "ADP" or after.text in _DAYS)
    opens = before < 0 or tokens[before].sentence != tokens[title.outer].sentence or tokens[before].text in _DASHES
    opens |= tokens[before].text == "," and (before in closed or _begins_clause(parse, title))
    ended |= (title.definite or opens) and _goes_on_with_title(tokens, mention[1], titled=before in closed)
    return ended and (opens or tokens[before].pos != "PUNCT" or title.definite or title.possessor is not None)


_DASHES = frozenset({"–", "—", "-", ":", ";"})
_DAYS = frozenset("on yesterday today Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())  # noqa: SIM905


_NEAR_START = 3
_LEADS = frozenset({"ADP", "VERB", "SCONJ"})


def _begins_clause(parse: Parse, title: Title) -> bool:
    """Whether a body's title stands behind a comma: with more behind it, or behind a mere "Meanwhile"."""
    if title.organisation is None:
        return False
    first = parse.sentences[parse.tokens[title.head].sentence].first
    return title.last - title.head > 1 or title.outer - first <= _NEAR_START


def _goes_on_with_title(tokens: Sequence[Token], i: int, *, titled: bool) -> bool:
    """Whether another title follows: "the minister, A and the governor, B", "Mayor, A and Governor B"."""
    if i + 2 >= len(tokens) or tokens[i].text != "and":
        return False
    return tokens[i + 1].text.lower() == "the" or (titled and capital(tokens[i + 1]))


def _name_before(
    parse: Parse, words: Vocabulary, title: Title, ending: Mapping[int, tuple[int, int, int]]
) -> tuple[int, int, int] | None:
    """“X, the minister of”, "X (minister)", "X, minister and ..."."""
    tokens = parse.tokens
    i = title.outer
    if i in ending and _directly_behind(parse, words, title):
        return ending[i]
    for _ in range(5):
        if i <= 0 or tokens[i - 1].sentence != tokens[title.head].sentence:
            return None
        text = tokens[i - 1].text
        if text in {",", "(", "–", "—", "-"}:
            mention = ending.get(i - 1)
            if mention is None and text == ",":
                mention = _over_age(parse, i - 1, ending)
            return None if mention is not None and text == "," and _acts(parse, title, mention) else mention
        if capital(tokens[i - 1]) or tokens[i - 1].pos in {"ADJ", "DET", "NOUN"} or text in {"’s", "'s"}:
            i -= 1
            continue
        return None
    return None


def _acts(parse: Parse, title: Title, mention: tuple[int, int, int]) -> bool:
    """“After talks with X, the governor said”: behind a phrase that has the name, the title does something itself."""
    tokens, first, behind = parse.tokens, mention[0], title.last
    apart = tokens[title.head].dep in _SUBJECTS and tokens[mention[1] - 1].dep not in _SUBJECTS
    if behind >= len(tokens) or first == 0 or not (apart or tokens[first - 1].pos == "ADP"):
        return False
    own = title.definite and tokens[behind].sentence == tokens[title.head].sentence
    return own and tokens[behind].tag in _FINITE


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def _directly_behind(parse: Parse, words: Vocabulary, title: Title) -> bool:
    """“X MP”, "X former justice minister", "X officer-in-charge of Lakeside Police": no comma parts name and title."""
    tokens, i = parse.tokens, title.outer
    once = tokens[title.first].text.lower() in _ONCE and tokens[i - 1].sentence == tokens[i].sentence
    long = i == title.first and title.last - title.head > 1 and tokens[i].text.islower()
    return tokens[i].text in words.postnominals or once or long


def _over_age(parse: Parse, comma: int, ending: Mapping[int, tuple[int, int, int]]) -> tuple[int, int, int] | None:
    """“X, 45, a farmer”: the age between two commas."""
    if comma < 2 or not parse.tokens[comma - 1].text.isdigit() or parse.tokens[comma - 2].text != ",":
        return None
    return ending.get(comma - 2)
