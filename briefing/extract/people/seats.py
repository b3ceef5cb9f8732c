"""Offices of state that are named without their state: which titles are such, and which state they belong to."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.bodies import is_body
from briefing.extract.people.candidates import Candidate
from briefing.extract.people.homes import Setting
from briefing.extract.people.sides import named_in
from briefing.extract.reference.cast import Mention
from briefing.extract.titles.titles import Title

ENVOYS = frozenset(
    {"ambassador", "envoy", "special envoy", "consul", "consul general", "high commissioner", "attaché", "attache",
     "first secretary", "second secretary", "third secretary", "head of mission", "deputy head of mission",
     "representative", "special representative", "permanent representative", "chargé d'affaires", "delegate"}
)  # fmt: skip
# A body of this name is a state's own where nothing else is said.
_STATE_BODIES = frozenset(
    ("ministry", "authority", "directorate", "parliament", "senate", "presidency", "treasury", "cabinet", "police",
     "army", "navy", "judiciary", "magistracy", "gendarmerie")
)  # fmt: skip
_STATE_PAIRS = (
    "supreme court", "high court", "central bank", "reserve bank", "coast guard", "air force", "armed forces",
    "electoral commission", "executive council", "minister's office", "minister’s office",
)  # fmt: skip


def is_of_state(words: Vocabulary, title: Title) -> bool:
    """Whether the title is an office of a state: by itself ("mayor"), or by the body that it is held in."""
    body = title.organisation
    if body is None:
        return title.national
    if any(part in words.international for part in (body, *body.split())):
        return False
    if title.head_words.endswith("minister") or (title.national and not is_body(words, body, ())):
        return True
    parts = body.lower().split()
    return bool(_STATE_BODIES & {*parts[:1], *parts[-1:]}) or any(pair in body.lower() for pair in _STATE_PAIRS)


def is_visitor(parse: Parse, words: Vocabulary, places: Iterable[Candidate | Mention]) -> bool:
    """Whether a holder of a high office is from elsewhere: "the visiting chancellor, X", "President X of Norland"."""
    tokens = parse.tokens
    for place in places:
        sentence = tokens[place.first].sentence
        before = tokens[max(0, place.first - 5) : place.first]
        if any(token.text.lower() == "visiting" and token.sentence == sentence for token in before):
            return True
        if place.last + 1 >= len(tokens) or tokens[place.last].text != "of" or not capital(tokens[place.last + 1]):
            continue
        high = any(token.text.lower() in _HIGH and token.sentence == sentence for token in before)
        if high and words.countries.at(tokens, place.last + 1) is None:
            return True
    return False


_HIGH = frozenset({"president", "minister", "chancellor", "king", "queen", "premier", "secretary", "emir", "sultan"})


def sent_to(parse: Parse, words: Vocabulary, title: Title) -> str | None:
    """The country to which an envoy is sent: "ambassador to Laos"."""
    if title.head_words not in ENVOYS:
        return None
    to = next((i for i in range(title.head + 1, title.last) if parse.tokens[i].text.lower() == "to"), title.last)
    named = named_in(parse, words, to, title.last)
    return named[0].code if named else None


def seat(parse: Parse, words: Vocabulary, title: Title, setting: Setting) -> str | None:
    """The home country if it has the office; else the one that has it, of the sentence or mostly of the article."""
    bare = title.last - title.first == len(title.head_words.split())
    home = setting.home
    royal = title.head_words in words.countries.offices["only"]
    sentence = parse.sentences[parse.tokens[title.head].sentence]
    named = {place.code for place in named_in(parse, words, sentence.first, sentence.last)} if bare else set()
    having = {code for code in named if words.countries.may_have(code, title.head_words)}
    if royal and len(having) == 1 and home not in named:
        return having.pop()  # "King Omar of Jordan and the Crown Prince, X" abroad
    if not bare or (home is not None and words.countries.may_have(home, title.head_words)):
        return home
    if home is None and not royal:
        return None
    if len(having) == 1:
        return having.pop()
    counts = setting.counts.most_common()
    fitting = [(count, code) for code, count in counts if words.countries.may_have(code, title.head_words)]
    clear = len(fitting) == 1 or (len(fitting) > 1 and fitting[0][0] >= _CLEARLY * fitting[1][0])
    return fitting[0][1] if clear and fitting[0][0] >= _CLEARLY else None


_CLEARLY = 2
