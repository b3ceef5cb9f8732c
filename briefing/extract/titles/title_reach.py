"""How far a title goes on after its head."""

from __future__ import annotations

from briefing.extract.lexis.names import capital, glued
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.titles.title_bounds import AFTER_HEAD, BEFORE_ROLE, DAYS, POSSESSIVE, is_participle

_LONGEST, _LONGEST_TITLE = 16, 8
_LINKS = frozenset({"of", "for", "to", "at", "on", "in", "representing", "with", "from"})
_APART = frozenset({"turned", "cum", "and"})  # two roles: "actor-turned-politician"
_LEARNED = frozenset(
    {"professor", "lecturer", "reader", "expert", "specialist", "researcher", "scholar", "fellow", "student",
     "instructor", "teacher", "consultant"}
)  # fmt: skip
_CHAMBERS = frozenset({"assembly", "senate", "parliament", "congress"})
_AFTER_ANOTHER = frozenset({"successor", "predecessor"})
_TERRITORIES = frozenset({"country", "region", "state", "province", "area", "district", "assembly", "senate", "house"})
# What joins the words of a body's name in other languages.
_PARTICLES = frozenset(
    {"de", "del", "della", "dello", "delle", "dei", "degli", "di", "da", "do", "dos", "das", "du", "des", "la", "las",
     "le", "les", "los", "el", "y", "e", "et", "und", "für", "pour", "para", "van", "voor", "der", "den", "och"}
)  # fmt: skip


def past_gender(tokens: tuple[Token, ...], i: int) -> int:
    """Past letters in brackets that a preposition follows: "president (e) of the College", "director (CEO) of X"."""
    bracketed = i + 3 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")"
    inner = tokens[i + 1].text if bracketed else ""
    short = (inner.islower() and len(inner) == 1) or (inner.isupper() and inner.isalpha())
    return i + 3 if short and tokens[i + 3].text in {"of", "at", "for"} else i


class Reach:
    """How far a title goes on after its head: "of Defense", "for Ukraine's Economic Recovery"; a name ends it."""

    def __init__(self, parse: Parse, words: Vocabulary, name_starts: frozenset[int], inside: frozenset[int]) -> None:
        self._tokens = parse.tokens
        self._words = words
        self._name_starts = name_starts
        self._inside = inside

    def after(self, end: int) -> tuple[int, str | None]:
        """Where the phrase ends whose head ends at `end`, and the country named in it."""
        tokens = self._tokens
        while end < len(tokens) and (tokens[end].text.lower() in AFTER_HEAD or self._hyphened(end)):
            end += 1
        known = max(self._past_kin(end), self._past_bare_body(end))
        if known > end:
            return known, None
        last, country, link = end, None, ""
        i = past_gender(tokens, end)
        while i < len(tokens) and i - end < _LONGEST and tokens[i].sentence == tokens[end - 1].sentence:
            place = self._words.countries.at(tokens, i)
            if i in self._name_starts or (i in self._inside and place is None and link not in {"of", "to"}):
                break
            if tokens[i].text.lower() in _LINKS:
                if not self._links(end, i):
                    break
                link = tokens[i].text.lower()
            elif link == "":
                break
            elif place is not None:
                named = link in {"at", "with"} and place.kind in {"names", "people"} and not place.ambiguous
                country = country or (place.code if link == "of" or named else None)
                i = last = place.last
                continue
            else:
                kept = self._keeps(i)
                if kept is None:
                    break
                last = i + 1 if kept else last
            i += 1
        while last > end and tokens[last - 1].text.lower() in POSSESSIVE | {"-", "&"}:
            last -= 1
        return last, country

    def _name_goes_on(self, i: int) -> bool:
        """Whether particles lead from a capital to another: "Hospital | de los | Valles"."""
        tokens = self._tokens
        while i + 1 < len(tokens) and tokens[i].text in _PARTICLES:
            i += 1
        return capital(tokens[i]) and tokens[i].pos != "PUNCT"

    def _is_kin(self, i: int) -> bool:
        word = self._tokens[i].text.lower()
        return word in self._words.human["kin"] or word.removesuffix("s") in _AFTER_ANOTHER

    def _past_kin(self, end: int) -> int:
        """Past whose relative somebody is: "daughter of Ann Lee", "a mother of six", "son of Mayor Bob Hale"."""
        tokens, after = self._tokens, end + 1
        if after >= len(tokens) or tokens[end].text != "of" or not self._is_kin(end - 1):
            return end
        if after in self._name_starts:
            return self._past_name(after)
        return self._past_titled(after) or end + 2 * (tokens[after].pos == "NUM")

    def _past_titled(self, i: int) -> int:
        """Past a title and its holder that begin here; 0 if none do."""
        known = False
        for j in range(i, min(i + _LONGEST_TITLE, len(self._tokens))):
            if j in self._name_starts:
                return self._past_name(j) if known else 0
            known |= self._words.head_at(self._tokens, j) is not None
            if self._tokens[j].pos not in {"NOUN", "PROPN", "ADJ", "DET"} and self._tokens[j].text != "-":
                return 0
        return 0

    def _past_bare_body(self, end: int) -> int:
        """Past a body without a preposition, up to a comma or bracket: "Director | National Trade Board, "."""
        tokens, i, body = self._tokens, end, False
        if end >= len(tokens) or not (capital(tokens[end - 1]) and capital(tokens[end])):
            return end
        while i < min(end + _LONGEST, len(tokens)) and i not in self._inside:
            word = tokens[i].text.lower()
            body |= word in self._words.not_people - self._words.portfolio
            if not (capital(tokens[i]) or word in POSSESSIVE | {"of", "for", "and", "&"} or body):
                break
            if body and not capital(tokens[i]) and word not in self._words.not_people:
                break
            i += 1
        closed = i < len(tokens) and tokens[i].text in {",", "(", ".", ";"}
        same = closed and tokens[i].sentence == tokens[end].sentence == tokens[end - 1].sentence
        return i if same and body and self._words.head_at(tokens, end) is None else end

    def _past_name(self, i: int) -> int:
        while i < len(self._tokens) and i in self._inside:
            i += 1
        return i

    def _hyphened(self, i: int) -> bool:
        """“Officer-in-charge”, "president-elect": a hyphen that goes on in small letters."""
        tokens = self._tokens
        if i + 1 >= len(tokens) or tokens[i].text != "-":
            return i > 1 and tokens[i - 1].text == "-" and tokens[i].text.islower() and glued(tokens, i)
        glues = glued(tokens, i) and glued(tokens, i + 1) and tokens[i + 1].text.islower()
        another = tokens[i + 1].text in _APART or self._words.head_at(tokens, i + 1) is not None
        return tokens[i + 1].text in AFTER_HEAD or (glues and not another)

    def _links(self, end: int, i: int) -> bool:
        """Whether the preposition goes on the title; "to", "on" and "at" only directly after a head or capital."""
        link = self._tokens[i].text.lower()
        if link == "in":
            if i + 1 < len(self._tokens) and self._tokens[i + 1].text == "charge":
                return True  # "the Minister of Health in charge"
            return self._place_follows(i + 1) or (i == end and self._subject_follows(i))
        if link == "with" and self._tokens[min(i + 1, len(self._tokens) - 1)].text == "responsibility":
            return i == end  # "Minister with responsibility for Sports"
        if link in {"with", "from"}:
            return i == end and self._body_or_place_follows(i + 1)
        fits = link in {"of", "for"} or i == end or capital(self._tokens[i - 1])
        fits |= link == "at" and self._body_or_place_follows(i + 1)
        if link == "on" and i + 1 < len(self._tokens) and self._tokens[i + 1].text in DAYS:
            return False  # "elected her chair on Monday"
        return fits and self._noun_follows(i + 1)

    def _subject_follows(self, i: int) -> bool:
        """Whether what somebody is learned in follows: "professor in political economy", "an expert in tax law"."""
        if self._tokens[i - 1].text.lower() not in _LEARNED or i + 1 >= len(self._tokens):
            return False
        return self._tokens[i + 1].pos in {"NOUN", "ADJ"} and not self._tokens[i + 1].text.isdigit()

    def _body_or_place_follows(self, i: int) -> bool:
        """Whether something with a name follows, not a day: "official with the Health Commission", "MP from Kano"."""
        if i + 1 >= len(self._tokens):
            return False
        if self._tokens[i].text == "the" and self._tokens[i + 1].text in self._words.located | self._words.not_people:
            return True  # "an official from the village of Las Lomas"
        token = self._tokens[i + 1 if self._tokens[i].text == "the" else i]
        if not capital(token) or token.i in self._name_starts or self._words.head_at(self._tokens, token.i) is not None:
            return False
        return token.text not in DAYS and token.pos == "PROPN"

    def _place_follows(self, i: int) -> bool:
        """Whether a place is named here, or "the country": "coordinator in Haiti", "in the state assembly"."""
        if i + 1 >= len(self._tokens):
            return False
        if self._words.countries.at(self._tokens, i) is not None or self._tokens[i].text.lower() in _CHAMBERS:
            return True
        following = self._tokens[i + 1]
        body = capital(following) and following.text.lower() in self._words.not_people - self._words.portfolio
        return self._tokens[i].text.lower() in {"the", "this"} and (body or following.text.lower() in _TERRITORIES)

    def _keeps(self, i: int) -> bool | None:
        """Whether the word is the title's own (true), may stand in it (false), or ends it (`None`)."""
        token = self._tokens[i]
        lower = token.text.lower()
        if lower in POSSESSIVE:
            return True
        if lower in BEFORE_ROLE or (token.tag == "CD" and self._tokens[i - 1].text == "the" and token.text.isalpha()):
            return False  # "the leaders of the two countries"
        if lower in {"and", "&", ","}:
            return False if self._goes_on(i) else None
        if lower in _PARTICLES:
            return False if self._name_goes_on(i) else None
        own = token.pos in {"NOUN", "PROPN", "ADJ"} or token.dep == "pobj" or capital(token)
        own |= lower in self._words.portfolio or lower == "-"
        after = self._tokens[min(i + 1, len(self._tokens) - 1)]
        hyphened = after.text == "-" and glued(self._tokens, i + 1)
        if is_participle(token) and after.pos in {"NOUN", "PROPN"}:
            return True  # "member of the organising committee", "spokesman for the ruling Unity Party"
        return True if own or hyphened or (self._tokens[i - 1].text == "-" and glued(self._tokens, i)) else None

    def _noun_follows(self, i: int) -> bool:
        if i >= len(self._tokens) or i in self._name_starts:
            return False
        token = self._tokens[i]
        own = token.pos in {"NOUN", "PROPN", "ADJ", "DET"} or is_participle(token)
        return own or token.text.lower() in BEFORE_ROLE or capital(token)

    def _goes_on(self, i: int) -> bool:
        """Whether a portfolio goes on after "and" or a comma: "Trade, Industry and Energy"."""
        tokens = self._tokens
        if i + 1 >= len(tokens) or i + 1 in self._name_starts:
            return False
        if not capital(tokens[i - 1]):  # "professor of politics and international relations"
            matter = tokens[i].text != "," and tokens[i + 1].text in self._words.portfolio
            return matter and tokens[i - 1].text in self._words.portfolio | {"politics"}
        if self._words.head_at(tokens, i + 1) is not None or not capital(tokens[i + 1]):
            return False
        return tokens[i + 1].text.lower() in self._words.portfolio or self._body_follows(i) or self._name_follows(i)

    def _name_follows(self, i: int) -> bool:
        """Whether only matters of the office lead on to the name: "of Policies and Supervision of Reform Ann Lee"."""
        if self._tokens[i].text == ",":
            return False
        for j in range(i + 1, min(i + 9, len(self._tokens))):
            if j in self._name_starts:
                return j > i + 1
            known = capital(self._tokens[j]) or self._tokens[j].text in {"of", "and", "for", "the"}
            if not known or self._words.head_at(self._tokens, j) is not None:
                return False
        return False

    def _body_follows(self, i: int) -> bool:
        """Whether the name of a body goes on after "and": "Small Industries and Industrial Parks Organization"."""
        if self._tokens[i].text == ",":
            return False
        for j in range(i + 1, min(i + 6, len(self._tokens))):
            if j in self._inside or self._words.head_at(self._tokens, j) is not None:
                return False
            body = self._tokens[j].text.lower() in self._words.not_people - self._words.portfolio
            if body or not capital(self._tokens[j]):
                return body and (j > i + 1 or capital(self._tokens[j]))  # "the Traffic and Patrols directorate"
        return False
