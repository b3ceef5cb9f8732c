"""The country that the words around a person settle: its delegation or side of a table, the state that sends him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.lexis.countries import Place
from briefing.extract.lexis.names import runs_on
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Stretch, Token
from briefing.extract.titles.titles import Title

_LED = frozenset("led headed including included includes comprising comprised comprises consisted consisting".split())  # noqa: SIM905
_APART = frozenset({"with", "met", "meets", "received", "side", "delegation", "counterpart", "counterparts", "by"})
_SENDS = frozenset({"send", "dispatch", "delegate", "represent", "despatch"})
_BACK = 3  # sentences


def named_in(parse: Parse, words: Vocabulary, first: int, last: int) -> list[Place]:
    """The countries and peoples named between two tokens, cities and doubtful words left out."""
    found: list[Place] = []
    i = first
    while i < last:
        place = words.countries.at(parse.tokens, i)
        if place is not None and place.kind in {"names", "people"} and not place.ambiguous:
            found.append(place)
        i = place.last if place is not None else i + 1
    return found


def of_sentence(parse: Parse, words: Vocabulary, title: Title) -> str | None:
    """The country of an unmarked office that its sentence settles.

    “In Beijing, spokesman X”, "Fiji was represented by X", "Nauru did not sign: President X", "for France, Ambassador
    X", "Denmark gave most. Its ambassador, X".
    """
    tokens = parse.tokens
    sentence = parse.sentences[tokens[title.head].sentence]
    opening = words.countries.at(tokens, sentence.first + 1) if tokens[sentence.first].text == "In" else None
    if opening is not None and tokens[min(opening.last, len(tokens) - 1)].text == ",":
        return opening.code
    if title.possessor is not None and tokens[title.possessor].text.lower() in {"its", "their"}:
        return _owner(parse, words, title.possessor)
    before = [token.text.lower() for token in tokens[max(sentence.first, title.outer - 3) : title.outer + 1]]
    if {"represented", "by"} <= set(before):
        return _only(named_in(parse, words, sentence.first, title.outer))
    return _stands_in(parse, words, sentence, title) or _spoken_for(parse, words, sentence, title)


def _stands_in(parse: Parse, words: Vocabulary, sentence: Stretch, title: Title) -> str | None:
    """“Deputy Minister A, who stood in for Norwegian Minister B”: who deputises for another is of the same state."""
    tokens = parse.tokens
    for i in range(title.last, min(title.last + _NEAR, sentence.last - 2)):
        words_here = tokens[i].lemma, tokens[i + 1].text.lower(), tokens[i + 2].text.lower()
        behind = i + 3 if words_here[1:] == ("in", "for") and words_here[0] in {"stand", "fill", "sit"} else i + 2
        if behind == i + 2 and (words_here[0] not in {"deputise", "deputize", "substitute"} or words_here[1] != "for"):
            if tokens[i].pos in {"VERB", "AUX"}:
                return None
            continue
        place = words.countries.at(tokens, behind + (tokens[behind].text.lower() == "the"))
        fits = place is not None and place.kind in {"names", "people"} and not place.ambiguous
        return place.code if fits and place is not None else None
    return None


_NEAR = 10  # tokens


def _owner(parse: Parse, words: Vocabulary, pronoun: int) -> str | None:
    """The country that "its" means: the nearest named before it in the sentence, else the only one in that before."""
    tokens = parse.tokens
    sentence = parse.sentences[tokens[pronoun].sentence]
    here = named_in(parse, words, sentence.first, pronoun)
    if here:
        return here[-1].code if here[-1].kind == "names" or len({place.code for place in here}) == 1 else None
    at = tokens[pronoun].sentence - 1
    if at < 0 or tokens[parse.sentences[at].first].paragraph != tokens[pronoun].paragraph:
        return None
    return _only(named_in(parse, words, parse.sentences[at].first, parse.sentences[at].last))


def _only(places: Sequence[Place]) -> str | None:
    codes = {place.code for place in places}
    return codes.pop() if len(codes) == 1 else None


def _spoken_for(parse: Parse, words: Vocabulary, sentence: Stretch, title: Title) -> str | None:
    """The country that sends the office's holder, or for which he stands directly behind a comma or colon."""
    tokens = parse.tokens
    for place in named_in(parse, words, sentence.first, title.outer):
        if place.kind != "names":
            continue
        between = tokens[place.last : title.outer]
        if len(between) == 1 and between[0].text == "," and tokens[place.first - 1].text.lower() in {"for", "from"}:
            return place.code
        noun = tokens[place.last - 1]
        if noun.dep not in {"nsubj", "nsubjpass"} or place.first > sentence.first + 1:
            continue
        sends = tokens[noun.head].lemma in _SENDS or any(token.lemma == "represent" for token in between)
        if sends or (between and between[-1].text == ":"):
            return place.code
    return None


def side_of(parse: Parse, words: Vocabulary, mention: int) -> str | None:
    """The country of the side or delegation for which the person at this token is listed; `None` if for none.

    “On the Jordanian side, A and B”, "A and B attended on the Jordanian side", "a Jordanian delegation led by A", "The
    delegation comprised A, B and C" where a Jordanian one was spoken of before.
    """
    tokens = parse.tokens
    sentence = _whole(parse, words, mention)
    spoken_for = _listed_for(parse, words, sentence.first, mention)
    if spoken_for is not None:
        return spoken_for
    for i in range(sentence.first, sentence.last - 1):
        noun = tokens[i].text.lower()
        if noun == "side" and i > sentence.first:
            place = _adjective(parse, words, i)
            before = [token.text.lower() for token in tokens[max(sentence.first, place.first - 2) : place.first]] \
                if place is not None else []  # fmt: skip
            if place is not None and before and before[0] in {"on", "from", "for"}:
                return _on_side(parse, words, place, mention)
        if noun in _TEAMS and i < mention and _lists(tokens, i, mention):
            place = _adjective(parse, words, i) or _of_state(parse, words, i)
            code = place.code if place is not None else _delegation_before(parse, words, i)
            if code is not None:
                return code
        if noun in _GUESTS and i < mention and tokens[i + 1].text.lower() == "from" and _lists(tokens, i, mention):
            included = next(k for k in range(i, mention) if tokens[k].text.lower() in _LED)
            code = _only(named_in(parse, words, i + 2, included))
            if code is not None and all(tokens[k].pos in {"PROPN", "DET", "ADJ"} for k in range(i + 2, included)):
                return code
    return None


def _on_side(parse: Parse, words: Vocabulary, side: Place, mention: int) -> str | None:
    """The country of who is listed before "on the Jordanian side"; who comes behind it is of another one named there.

    Where the sentence or an item of it begins with the side it is that of those behind it.
    """
    tokens, noun = parse.tokens, side.last
    first = parse.sentences[tokens[noun].sentence].first
    opens = side.first - 2 <= first or tokens[max(first, side.first - 3)].text in _OPENS
    if opens or mention < side.first or tokens[min(noun + 1, len(tokens) - 1)].text in _LEADS:
        return side.code
    others = [place for place in named_in(parse, words, noun, mention) if place.code != side.code]
    return _only(others)


_OPENS, _LEADS = frozenset({",", ";", ":", "while", "and"}), frozenset({",", ":", "were", "was"})
_GUESTS = frozenset(
    ("guests", "visitors", "delegates", "participants", "attendees", "speakers", "officials", "representatives",
     "ministers", "lawmakers", "experts", "envoys", "mayors", "those", "arrivals")
)  # fmt: skip


def _whole(parse: Parse, words: Vocabulary, mention: int) -> Stretch:
    """The sentence of the mention, with what a parser cut off before it at an abbreviation."""
    sentence = parse.sentences[parse.tokens[mention].sentence]
    before = sentence
    while before.i > 0 and runs_on(parse.tokens, before.first, words):
        before = parse.sentences[before.i - 1]
    return replace(sentence, first=before.first)


def _listed_for(parse: Parse, words: Vocabulary, first: int, mention: int) -> str | None:
    """“Present were: for Fiji, A and B; for Tonga, C”: the state for which the item of the list speaks."""
    tokens = parse.tokens
    for i in range(mention - 1, first - 1, -1):
        if tokens[i].text in {";", ":"} or tokens[i].pos in {"VERB", "AUX"}:
            return None
        if tokens[i].text.lower() != "for" or (i > first and tokens[i - 1].text not in {":", ";", ","}):
            continue
        at = i + 2 if tokens[i + 1].text.lower() == "the" else i + 1
        place = words.countries.at(tokens, at) or words.countries.at(tokens, i + 1)
        if (
            place is not None
            and place.kind == "names"
            and place.last < mention
            and tokens[place.last].text in {",", ":"}
        ):
            return place.code
    return None


_TEAMS = frozenset({"delegation", "team"})


def _lists(tokens: Sequence[Token], noun: int, mention: int) -> bool:
    """Whether what follows the delegation says of whom it is made or who leads it, up to this mention."""
    between = [token.text.lower() for token in tokens[noun + 1 : mention]]
    led = next((k for k, text in enumerate(between) if text in _LED), None)
    if led is None:
        return False
    rest = between[led + 1 :]
    return not _APART & set(rest[1:] if rest[:1] == ["by"] else rest)


def _adjective(parse: Parse, words: Vocabulary, noun: int) -> Place | None:
    """The people's name that stands directly before a noun."""
    found = (words.countries.at(parse.tokens, j) for j in range(max(0, noun - 3), noun))
    return next((place for place in found if place and place.kind == "people" and place.last == noun), None)


def _of_state(parse: Parse, words: Vocabulary, noun: int) -> Place | None:
    """The state whose delegation it is: "the delegation | of the Slovak Republic"; not where it has been sent."""
    tokens, i = parse.tokens, noun + 1
    if tokens[i].text not in {"of", "from"} or i + 2 >= len(tokens):
        return None
    place = words.countries.at(tokens, i + 2 if tokens[i + 1].text == "the" else i + 1)
    fits = place is not None and place.kind in {"names", "people"} and not place.ambiguous
    state = fits and place is not None and (place.kind == "names" or tokens[place.last].text in _POLITIES)
    return place if state else None


_POLITIES = frozenset({"Republic", "Kingdom", "Federation"})


def _delegation_before(parse: Parse, words: Vocabulary, noun: int) -> str | None:
    """The country of the delegation spoken of in the sentences before "the delegation"."""
    tokens = parse.tokens
    if noun == 0 or tokens[noun - 1].text.lower() != "the":
        return None
    first = parse.sentences[max(0, tokens[noun].sentence - _BACK)].first
    for i in range(noun - 1, first, -1):
        if tokens[i].text.lower() in _TEAMS:
            place = _adjective(parse, words, i)
            after = named_in(parse, words, i + 2, i + 7) if tokens[i + 1].text.lower() in {"of", "from"} else []
            place = place or next((one for one in after if one.kind == "names"), None)
            if place is not None:
                return place.code
    return None
