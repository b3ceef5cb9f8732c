"""Which country a name, adjective, city or body of state stands for."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.lexis.lexicon import alternatives, load
from briefing.extract.parsing.parse import Token

_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://([^/?#]+)", re.IGNORECASE)
_LONGEST = 7
# What a lake or mountain is called by is no state: "Lake Victoria".
_OF_NATURE = frozenset({"Lake", "Mount", "Mt", "Mt.", "Cape", "Fort", "Lago", "Lac"})


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a country: tokens `first` to `last` (not included); `kind`: name, people, cities or bodies."""

    first: int
    last: int
    code: str
    kind: str
    ambiguous: bool = False


@dataclass(frozen=True)
class Countries:
    """The gazetteer of one language; `listed`: the phrases that are not only names of further cities."""

    phrases: Mapping[str, tuple[str, str, bool]]
    listed: frozenset[str]
    firsts: frozenset[str]
    names: Mapping[str, str]
    domains: Mapping[str, str]
    papers: Mapping[str, str]
    currencies: Mapping[str, str]
    offices: Mapping[str, Mapping[str, frozenset[str]]]

    def may_have(self, code: str, office: str) -> bool:
        """Whether a country can have the office of state ("king", "prime minister")."""
        only = self.offices["only"].get(office)
        return (only is None or code in only) and code not in self.offices["never"].get(office, frozenset())

    def at(self, tokens: Sequence[Token], i: int) -> Place | None:
        """The longest country word that begins at token `i`, within its sentence."""
        token = tokens[i]
        if token.text not in self.firsts:
            return None
        words: list[str] = []
        found: Place | None = None
        for j in range(i, min(i + _LONGEST, len(tokens))):
            if tokens[j].sentence != token.sentence:
                break
            glued = j > i and tokens[j].start == tokens[j - 1].end
            words.append(tokens[j].text if glued or not words else " " + tokens[j].text)
            entry = self.phrases.get("".join(words).replace("’", "'"))
            if entry is not None:
                found = Place(i, j + 1, *entry)
        water = i > 0 and tokens[i - 1].sentence == token.sentence and tokens[i - 1].text in _OF_NATURE
        return None if water and found is not None and found.ambiguous else found

    def of_address(self, url: str | None) -> str | None:
        """The country whose own domain the address is in; `None` for general domains."""
        match = _HOST.match(url or "")
        if match is None:
            return None
        ending = match.group(1).rsplit("@", 1)[-1].split(":", 1)[0].rsplit(".", 1)[-1].lower()
        return self.domains.get(ending)

    def of_outlet(self, url: str | None, outlet: str | None) -> str | None:
        """The country in an outlet's name or address ("Jordan Times", "tehrantimes.com"); `None` if none or two."""
        match = _HOST.match(url or "")
        labels = (match.group(1).rsplit("@", 1)[-1].split(":", 1)[0].lower().split(".") if match else [])[-3:]
        if any(label in self.papers for label in labels):
            return next(self.papers[label] for label in labels if label in self.papers)
        written = re.sub(r"[^a-z]", "", f"{match.group(1) if match else ''}|{outlet or ''}".lower())
        named = [name for name in self.outlets if name in written]
        longest = [name for name in named if not any(name in other for other in named if other != name)]
        found = {self.outlets[name] for name in longest}
        return found.pop() if len(found) == 1 else None

    @functools.cached_property
    def outlets(self) -> Mapping[str, str]:
        """Names of countries, peoples and cities as they stand in addresses, long ones only."""
        plain = {re.sub(r"[^a-z]", "", phrase.lower()): self.phrases[phrase] for phrase in self.listed}
        return {name: entry[0] for name, entry in plain.items() if len(name) >= _LONG_NAME and entry[1] != "bodies"}

    @functools.cached_property
    def money(self) -> re.Pattern[str]:
        """A sum in the money of one country: its sign or code is the first group."""
        return re.compile(rf"(?<!\w)({alternatives(self.currencies)})\.?\s?(?=\d)")


_LONG_NAME = 5


@functools.cache
def load_countries(language: str) -> Countries:
    """The gazetteer in the data folder of a language."""
    data = load(language, "countries")
    phrases: dict[str, tuple[str, str, bool]] = {}
    names: dict[str, str] = {}
    for code, entry in data["countries"].items():
        for kind, written in entry.items():
            for phrase in filter(None, map(str.strip, written.split(","))):
                phrases[phrase] = (code, kind, False)
                if kind == "people" and phrase[-1] not in "shz":
                    phrases.setdefault(phrase + "s", (code, kind, False))  # "the Philippines" are no people
                if kind == "names":
                    names.setdefault(code, phrase)
    for phrase, code in data["ambiguous"]["names"].items():
        phrases[phrase] = (code, phrases.get(phrase, ("", "names", True))[1], True)
    listed = frozenset(phrases)
    for code, written in load(language, "cities")["cities"].items():
        for phrase in (" ".join(part.split()) for part in written.split(",")):
            phrases.setdefault(phrase, (code, "cities", " " not in phrase))  # one word may be anybody's name
    domains = {code.lower(): code for code in data["countries"] if code not in _GENERAL} | data.get("domains", {})
    names |= data.get("name", {})
    papers = {label.strip(): code for code, written in data["outlets"].items() for label in written.split(",")}
    firsts = frozenset(re.split(r"[ '’-]", phrase)[0] for phrase in phrases) | frozenset(phrases)
    firsts |= frozenset(phrase.split(" ")[0] for phrase in phrases)
    offices = {
        rule: {office: frozenset(written.split(", ")) for office, written in entry.items()}
        for rule, entry in data["offices"].items()
    }
    return Countries(phrases, listed, firsts, names, domains, papers, data["currencies"], offices)


# Country-code domains that are sold to anybody.
_GENERAL = frozenset({"TV", "CO", "ME", "IO", "AI", "FM", "LY", "TO", "CC", "WS", "AM", "GL", "ST", "GD", "NU", "LA"})
