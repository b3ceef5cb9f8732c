"""What the text around a name says of people and hardly of anything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse
from briefing.extract.people.candidates import Candidate

_SAYS, _DOES = 1.0, 1.5
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OPENING, _CLOSING = frozenset("“\"‘'«"), frozenset("”\"’'»")
_OWNED = frozenset({"the", "its", "his", "her", "their", "our"})
_OF_MANY = frozenset({"leadership", "supporters", "memory", "presidency"})
# "Tarn residents", "the Rosa Plaza building": whose these are is a place, or called like one.
_DWELLERS = frozenset({"residents", "citizens", "villagers", "inhabitants", "natives", "dwellers", "townspeople"})
_BUILT = frozenset({"building", "tower", "skyscraper"})
_WITHIN = frozenset("in at near around across outside towards via into within inside throughout".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class HumanSigns:
    """Reads the signs around names of one article; `acting`: how strongly each token's verb speaks for a person."""

    parse: Parse
    words: Vocabulary
    acting: Mapping[int, float]

    def of(self, place: Candidate) -> float:
        """How strongly what stands around this name speaks for a person."""
        acts = max((self.acting.get(i, 0.0) for i in range(place.first, place.last)), default=0.0)
        before, after = self._before(place), self._after(place)
        if self._in_marks(place):
            before = min(before, 0.0) - 2.5  # a scheme, song or ship by its name
        if acts > 0.0 and self._goes_on(place):
            acts += 0.75
        return acts + (min(before, after) if before < 0.0 else max(before, after))

    def is_thing(self, place: Candidate) -> bool:
        """Whether a word for a thing stands directly before the name: "the retailer", "the ferry"."""
        before = self.parse.tokens[place.first - 1] if place.first else None
        head = self.parse.tokens[place.last - 1]
        if before is None or before.sentence != head.sentence or before.text not in self.words.human["things"]:
            return False
        return head.dep != "nsubj" or self.parse.tokens[head.head].dep != "relcl"  # not "the firm Ann Lee founded"

    def acts(self, place: Candidate) -> bool:
        """Whether a verb is said of the name that is said of people."""
        return any(i in self.acting for i in range(place.first, place.last))

    def _goes_on(self, place: Candidate) -> bool:
        """Whether the next sentence begins with "he" or "she"."""
        sentence = self.parse.tokens[place.first].sentence + 1
        if sentence >= len(self.parse.sentences):
            return False
        return self.parse.tokens[self.parse.sentences[sentence].first].text in {"He", "She", "His", "Her"}

    def _before(self, place: Candidate) -> float:
        tokens, i = self.parse.tokens, place.first - 1
        if i < 1 or tokens[i].sentence != tokens[place.first].sentence:
            return 0.0
        text, before = tokens[i].text.lower(), tokens[i - 1].text.lower()
        human = self.words.human
        told = (
            (text in human["things"] or (text == "of" and before in human["things"]), -2.5),
            (text in human["named"] or f"{before} {text}" in human["named"], 2.0),
            (text in {"of", "to"} and before in human["kin"], 1.0 if before in _OF_MANY else 2.0),
            (text == "," and self._introduced(i), 2.75),
            (text == "old" and self._aged(i), 2.75),
            (text == "by" and before in human["made"], 1.5),
            (text == "surnamed", 4.0),
            (text == "," and self._closed(place), 2.75),
            (text in _POSSESSIVE and (self._country_ends(i) or self._speaks(place)), 1.0),
        )
        return next((weight for holds, weight in told if holds), 0.0)

    def _in_marks(self, place: Candidate) -> bool:
        tokens = self.parse.tokens
        if place.first == 0 or place.last >= len(tokens):
            return False
        return tokens[place.first - 1].text in _OPENING and tokens[place.last].text in _CLOSING

    def _country_ends(self, i: int) -> bool:
        """Whether the name of a country ends just before this token: "Kenya's Ann Lee"."""
        found = (self.words.countries.at(self.parse.tokens, j) for j in range(max(0, i - 4), i))
        return any(place is not None and place.last == i and place.kind == "names" for place in found)

    def _aged(self, old: int) -> bool:
        """“18-year-old Ann Lee”, "and six-year-old Bo": a thing of that age has an article before it."""
        tokens, first = self.parse.tokens, old - 4
        aged = [token.text for token in tokens[max(0, first) : old + 1]][1:] == ["-", "year", "-", "old"]
        return aged and (first == 0 or tokens[first - 1].text.lower() not in {"a", "an", "the", "its", "their"})

    def _introduced(self, comma: int) -> bool:
        """Whether a title leads up to this comma: "a convener, X", "its Minister, X", "the ambassador in Y, X"."""
        tokens = self.parse.tokens
        for j in range(comma - 1, max(comma - 7, 0), -1):
            if tokens[j].sentence != tokens[comma].sentence or tokens[j].pos in {"VERB", "AUX", "PUNCT"}:
                return False
            head = self.words.head_at(tokens, j)
            owned = any(token.text.lower() in _OWNED for token in tokens[max(0, j - 3) : j])
            if head is not None and (tokens[j].text.islower() or owned) and not head[2]:
                return tokens[head[0]].text.lower() in {",", "of", "in", "for", "to", "at"}
        return False

    def _closed(self, place: Candidate) -> bool:
        """`Ambassador of Kenya, X, signed`: an office of state with its country, and commas around the name."""
        tokens, comma = self.parse.tokens, place.first - 1
        if place.last >= len(tokens) or tokens[place.last].text != ",":
            return False
        for of in range(comma - 2, max(comma - 5, 0), -1):
            if tokens[of].text != "of":
                continue
            country = self.words.countries.at(tokens, of + 1 + (tokens[of + 1].text.lower() == "the"))
            heads = (self.words.head_at(tokens, j) for j in range(max(0, of - 4), of))
            office = any(head is not None and head[0] == of and head[1] and not head[2] for head in heads)
            return office and country is not None and country.last == comma
        return False

    def _speaks(self, place: Candidate) -> bool:
        """`said Larkspur's Ann Lee`: a name of several words behind an owner with a capital says something."""
        owner = self.parse.tokens[place.first - 2]
        return place.last - place.first > 1 and owner.pos == "PROPN" and capital(owner) and self.acts(place)

    def _after(self, place: Candidate) -> float:
        tokens, i = self.parse.tokens, place.last
        if i + 1 >= len(tokens) or tokens[i].sentence != tokens[place.first].sentence:
            return 0.0
        text, following = tokens[i].text.lower(), tokens[i + 1]
        if ruling(self.parse, self.words, place) or (text == "-" and following.text == "led"):
            return 1.75
        if text in _POSSESSIVE and following.lemma in self.words.human["owned"] | self.words.human["kin"]:
            return 1.25
        if text in {"and", "with"} and following.text.lower() in {"his", "her"}:
            return 1.5
        return 1.0 if text in {"himself", "herself", "who", "whose"} else 0.0


def ruling(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“the Boric administration”: a name before what somebody runs or has around him."""
    i = place.last
    return place.last - place.first <= 5 and i < len(parse.tokens) and parse.tokens[i].text in words.human["rule"]


def human_signs(parse: Parse, clauses: Clauses, words: Vocabulary) -> HumanSigns:
    """The signs of one article."""
    acting: dict[int, float] = {}
    for clause in clauses:
        verbs = words.human["undergoes" if clause.passive else "does"]
        weight = _DOES if clause.lemma in verbs else 0.0
        if weight == 0.0 and not clause.passive and clause.lemma in words.human["says"]:
            weight = _SAYS
        for token in clause.subjects if weight else ():
            acting[token] = max(weight, acting.get(token, 0.0))
    return HumanSigns(parse, words, acting)


def located(parse: Parse, place: Candidate) -> float:
    """How strongly the word directly before the name tells of a place: "in", "at", "near", less so "from"."""
    before = parse.tokens[place.first - 1].text.lower() if place.first > 0 else ""
    return 1.5 if before in _WITHIN else 0.75 if before == "from" else 0.0


def after_article(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """Whether "the" or "a" stands directly before the name."""
    before = parse.tokens[place.first - 1] if place.first else None
    if ruling(parse, words, place):
        return False
    return before is not None and before.text.lower() in {"the", "a", "an"} and not place.titled


def before_noun(parse: Parse, words: Vocabulary, place: Candidate) -> bool:
    """“Madaripur district”, "Nagoya Grampus winger Ito": the name says where or of which body."""
    if place.last >= len(parse.tokens):
        return False
    following = parse.tokens[place.last]
    if following.sentence != parse.tokens[place.first].sentence or not following.text.islower():
        return False
    beyond = parse.tokens[min(place.last + 1, len(parse.tokens) - 1)]
    if following.text in _DWELLERS or (following.text in _BUILT and following.pos == "NOUN"):
        return True
    if following.text in words.located or (following.pos == "ADJ" and beyond.text in words.located):
        return True
    head = words.head_at(parse.tokens, place.last)
    return head is not None and head[0] < len(parse.tokens) and capital(parse.tokens[head[0]])
