"""What of a run of capitalised words stands before a name: countries, titles and honorifics, one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Token
from briefing.extract.people.portfolios import head_ends_at
from briefing.extract.titles.title_bounds import AFTER_HEAD

HALLOWED = frozenset({"saint", "st", "st.", "san", "santa", "sao", "são"})
"""What saints, and the towns and bodies called after them, begin with."""
_KIN = {"aunty": "f", "auntie": "f", "aunt": "f", "uncle": "m"}
_PAGEANT = frozenset({"miss", "mister", "mrs", "mr"})
_CONTESTS = frozenset({"Universe", "World", "International", "Earth", "Supranational", "Grand", "Globe", "Cosmo"})
_OF_SERVANTS = frozenset({"chairman", "ceo", "director", "minister", "secretary", "president", "manager", "ambassador"})
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class RunReader:
    """A run of capitalised words, read from the left."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    words: Vocabulary

    def step(self, i: int) -> tuple[int, bool, str | None]:
        """Past one country, title or honorific: (next token, whether a title, gender told); `i` itself at a name."""
        text = self.tokens[i].text.lower()
        if text.rstrip(".") == "md" and not self.tokens[i].text.isupper():
            return i, False, None  # short for Mohammed
        place = self.words.countries.at(self.tokens, i) if text in HALLOWED else None
        if place is not None and i + 1 < place.last <= self.last and place.kind == "names":
            return place.last, False, None  # "Saint Lucia"
        head = self.words.head_at(self.tokens, i)
        own = head is not None and (
            self._surname(i, head[0], self.first) or self._own_given(i, head[0]) or self._reigns_not(i, text)
        )
        if head is not None and head[0] <= self.last and not own:
            gender = self.words.honorifics.get(text)
            return head[0], True, gender if gender in {"m", "f"} else None
        if i == self.first and (self._abbreviation(i) or self._state(i)):
            return i + 1, False, None
        after_title = self._last_head(i)
        if after_title is not None:
            return after_title, True, None
        return self._past_address(i) or (self._past_country(i), False, None)

    def _abbreviation(self, i: int) -> bool:
        """“DOC Dave Rogers”: a body's letters before a name in small ones."""
        text = self.tokens[i].text
        if not (text.isupper() and text.isalpha() and len(text) > 2 and self.last - i > 2):
            return False
        return not any(self.tokens[k].text.isupper() and len(self.tokens[k].text) > 2 for k in range(i + 1, self.last))

    def _past_address(self, i: int) -> tuple[int, bool, str | None] | None:
        """Past an honorific of one or two words, or "designate"."""
        text = self.tokens[i].text.lower()
        if i + 1 < self.last and text in _PAGEANT and self.tokens[i + 1].text in _CONTESTS:
            return i + 2, True, None  # "Miss Universe"
        pair = f"{text} {self.tokens[i + 1].text.lower()}" if i + 2 < self.last else ""
        if pair in self.words.honorifics:
            return i + 2, False, self.words.honorifics[pair]
        if text in AFTER_HEAD and i > self.first:
            return i + 1, True, None
        if text in _KIN and self.last - i > 2:
            return i + 1, False, _KIN[text]  # "Aunty Ann Lee"; but not "Uncle Sam"
        known = text in self.words.honorifics and not self._is_given(i) and self.tokens[i].text != "He"
        return (i + 1, False, self.words.honorifics[text]) if known else None

    def _state(self, i: int) -> bool:
        """“OK Gov. Ann Lee”: two letters for a state before a title."""
        text = self.tokens[i].text
        return (
            len(text) == 2
            and text.isupper()
            and i + 1 < self.last
            and self.words.head_at(self.tokens, i + 1) is not None
        )

    def _past_country(self, i: int) -> int:
        place = self.words.countries.at(self.tokens, i)
        if place is None or place.last > self.last:
            return i + 1 if self.tokens[i].text in {"-", "‑"} else i
        given = self.tokens[i].entity == "PERSON" or self.tokens[i].text.lower() in self.words.given
        given = given or self._heads_end(i)  # "Foreign Minister Adelaide Santos", "its minister, Adelaide Santos"
        doubtful = place.ambiguous or (place.kind == "cities" and given)
        return i if doubtful and i + 1 < self.last and self._likely_name(i) else place.last

    def _heads_end(self, i: int) -> bool:
        """Whether a title ends just before this token, or before the comma there."""
        comma = i == self.first and i > 1 and self.tokens[i - 1].text == ","
        return (comma or i > self.first) and head_ends_at(self.tokens, i - 2 if comma else i - 1, self.words)

    def _is_given(self, i: int) -> bool:
        """A given name that is also an honorific ("Don Smith"): before a single word."""
        text = self.tokens[i].text.lower()
        if text not in self.words.given or self.last - i != 2:
            return False
        return self.words.honorifics[text] != "n" and text not in {"sheikh", "king", "prince", "sir"}

    def _likely_name(self, i: int) -> bool:
        following = self.tokens[i + 1].text.lower()
        if following in self.words.not_people or following in self.words.modifiers:
            return False
        if self.words.head_at(self.tokens, i + 1) is not None:
            return False
        # Joined parts of Arabic names are tokens of their own: "Sheikh Sabah Al-Khaled Al-Hamad".
        joined = sum(token.text in {"-", "‑"} for token in self.tokens[i : self.last])
        return self.last - i - 2 * joined <= (_LONGEST_NAME if i > self.first or self._heads_end(i) else 3)

    def _last_head(self, i: int) -> int | None:
        """The end of the last title head further on, unless it could be the name's own last word."""
        ends = [
            head[0]
            for j in range(i + 1, self.last)
            if (head := self.words.head_at(self.tokens, j)) is not None
            and head[0] <= self.last
            and not self._surname(j, head[0], i)
            and not self._second_given(j, head[0])
        ]
        return ends[-1] if ends else None

    def _second_given(self, i: int, end: int) -> bool:
        """Whether a title word is here a given name behind another: "Hossein Amir Abdollahian"."""
        names = self.words.given
        return end - i == 1 and self.tokens[i].text.lower() in names and self.tokens[i - 1].text.lower() in names

    def _own_given(self, i: int, end: int) -> bool:
        """Whether a title word is the given name of whoever's title stands before: "Finance Minister Sultan Ahmad"."""
        known = end - i == 1 and self.last - end == 1 and self.tokens[i].text.lower() in self.words.given
        return known and self._heads_end(i)

    def _reigns_not(self, i: int, text: str) -> bool:
        """`Sultan Omar Haddad, the bank's chairman`: who holds an office under others bears the title as a name."""
        tokens, comma = self.tokens, self.last
        if (
            text != "sultan"
            or i != self.first
            or self.last - i <= 2
            or comma >= len(tokens)
            or tokens[comma].text != ","
        ):
            return False
        for j in range(comma + 1, min(comma + 8, len(tokens))):
            head = self.words.head_at(tokens, j) if tokens[j].sentence == tokens[comma].sentence else None
            if tokens[j].text == "," or head is not None:
                return head is not None and tokens[j].text.lower() in _OF_SERVANTS
        return False

    def _surname(self, i: int, end: int, first: int) -> bool:
        """Whether a title word is here a name's last word ("Stephen King")."""
        if end - i > 1 or end != self.last or self.last - first > 3:
            return False
        before = self.tokens[i - 1].text.lower() if i > first else ""
        person = self.tokens[i].entity == self.tokens[i - 1].entity == "PERSON"
        return person or (before in self.words.given and before not in self.words.not_people)
