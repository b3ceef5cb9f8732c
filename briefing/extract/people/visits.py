"""Who is a guest and who a host, told by the verbs and nouns of visiting."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Candidate
from briefing.extract.reference.cast import Mention

_VISITING = frozenset({"visit", "arrive", "tour", "travel", "fly", "land", "come", "return"})
_PAYING = frozenset({"pay", "make", "begin", "start", "conclude", "undertake", "embark"})
_VISITS = frozenset({"visit", "trip", "tour", "stopover"})
_MEETING = frozenset({"meet", "receive", "host", "welcome", "greet", "hold"})


def visits(parse: Parse, words: Vocabulary, places: Iterable[Candidate | Mention], country: str) -> bool:
    """Whether a name is the subject of a visit to this country: "X arrived in Norland", "X's visit to Norland"."""
    return any(_goes_to(parse, words, place, country) or _his_visit(parse, words, place, country) for place in places)


def _goes_to(parse: Parse, words: Vocabulary, place: Candidate | Mention, country: str) -> bool:
    tokens, name = parse.tokens, parse.tokens[place.last - 1]
    verb = tokens[name.head]
    if name.dep != "nsubj" or verb.lemma not in _VISITING | _PAYING:
        return False
    for i in parse.children[verb.i]:
        noun = tokens[i]
        visited = noun.dep == "dobj" and (_is_named(parse, words, i, country) or _to_country(parse, words, i, country))
        if visited and (verb.lemma == "visit" or noun.lemma in _VISITS):
            return True
        led = noun.dep == "prep" and noun.text in {"to", "in"} and verb.lemma in _VISITING
        if led and any(_is_named(parse, words, end, country) for end in parse.children[i]):
            return True
    return False


def _his_visit(parse: Parse, words: Vocabulary, place: Candidate | Mention, country: str) -> bool:
    tokens, i = parse.tokens, place.last
    if i + 1 >= len(tokens) or tokens[i].text not in {"'s", "’s"}:
        return False
    near = range(i + 1, min(i + 5, len(tokens)))
    return any(tokens[k].lemma in _VISITS and _to_country(parse, words, k, country) for k in near)


def _to_country(parse: Parse, words: Vocabulary, noun: int, country: str) -> bool:
    """Whether "to" and the country's name hang on the noun: "a visit to Norland"."""
    links = (i for i in parse.children[noun] if parse.tokens[i].text == "to")
    return any(_is_named(parse, words, end, country) for i in links for end in parse.children[i])


def _is_named(parse: Parse, words: Vocabulary, noun: int, country: str) -> bool:
    """Whether the noun ends the name of the country itself, not of a place in it."""
    found = (words.countries.at(parse.tokens, i) for i in range(max(0, noun - 3), noun + 1))
    return any(place is not None and place.last == noun + 1 and place.kind == "names" and place.code == country
               for place in found)  # fmt: skip


def host_of_visit(parse: Parse, words: Vocabulary, first: int) -> str | None:
    """The country visited in the sentence in which somebody meets the person named here.

    “On his first visit to Norland, the French leader met President X”: who is met on the spot is of it.
    """
    tokens = parse.tokens
    sentence = parse.sentences[tokens[first].sentence]
    met = any(token.lemma in _MEETING and token.pos == "VERB" for token in tokens[sentence.first : first])
    name = next((i for i in range(first, min(first + 8, sentence.last)) if tokens[i].dep in {"pobj", "dobj"}), None)
    if not met or name is None:
        return None
    for i in range(sentence.first, sentence.last):
        if tokens[i].lemma not in _VISITS or tokens[i].pos != "NOUN":
            continue
        for link in parse.children[i]:
            if tokens[link].text == "to" and link > i:
                ends = [words.countries.at(tokens, k) for k in range(link + 1, min(link + 4, sentence.last))]
                named = next((place for place in ends if place is not None and place.kind == "names"), None)
                if named is not None and not named.ambiguous:
                    return named.code
    return None
