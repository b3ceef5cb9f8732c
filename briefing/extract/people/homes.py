"""Which country an article is at home in: by its address, its outlet, its dateline, or what it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extract.lexis.countries import Place
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.datelines import dateline_end
from briefing.extract.parsing.parse import Parse
from briefing.extract.titles.titles import Title

_LONGEST_ADDRESS = 2000
_ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?", re.IGNORECASE)


def outlet_country(parse: Parse, words: Vocabulary) -> str | None:
    """The country that the address or name of the outlet tells; `None` where it tells none."""
    url = _address(parse)
    return words.countries.of_address(url) or words.countries.of_outlet(url, parse.article.outlet)


def _address(parse: Parse) -> str | None:
    """The article's address: as known, or where its first line or title is nothing but an address."""
    article = parse.article
    if article.url is not None:
        return article.url
    first = article.text.lstrip()[:_LONGEST_ADDRESS].split("\n", 1)[0]
    return next((line.strip() for line in (first, article.title or "") if _ADDRESS.fullmatch(line.strip())), None)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: `home`: whose officials it names without country; `own`: whose most people are.

    `all_own`: whether those without a role are so as well. `counts`: how often it speaks of each country.
    `told`: whether outlet or dateline tell a country, not only the counts. `mixed`: people from anywhere take part.
    """

    home: str | None
    own: str | None
    all_own: bool
    counts: Counter[str]
    told: bool = False
    mixed: bool = False


def setting_of(parse: Parse, words: Vocabulary, titles: Sequence[Title], inside: frozenset[int]) -> Setting:
    """Where an article plays, by its address, outlet, dateline or what it speaks of; `inside`: all tokens of names."""
    counts, filed, told = _mentions_of(parse, words, inside), _filed_in(parse, words), outlet_country(parse, words)
    sole = _sole_country(counts, filed)
    home = told if told is not None and filed == told else _home_country(counts, filed, told, titles)
    if home is None and len(counts) == 1 and filed is None:
        home = _named_alone(parse, words, inside, next(iter(counts)))
    if home is not None and told is None and filed is None and _by_the_way(parse, words, inside, home):
        home = None
    own = told if told is not None and counts[told] >= _HALF * max(counts.values(), default=0) else sole
    sure = own is not None
    own = own if sure else _main_country(counts, home)
    bonus = _OF_OUTLET * (own == told)  # the outlet's country counts as spoken of
    enough = max(_FEWEST, _MAINLY * (counts.total() + bonus))
    mostly = sure and own is not None and told in {own, None} and counts[own] + bonus >= enough
    home = home if home is not None else sole
    return Setting(home, own, mostly, counts, told is not None or filed is not None, _draws_many(parse))


def _draws_many(parse: Parse) -> bool:
    """Whether it tells of a festival or contest that people from anywhere take part in."""
    return sum(token.lemma in _CONTESTS for token in parse.tokens) >= _OFTEN


_CONTESTS = frozenset({"festival", "biennale", "award", "jury", "tournament", "championship", "medal", "laureate"})
_OFTEN = 5


def _named_alone(parse: Parse, words: Vocabulary, inside: frozenset[int], code: str) -> str | None:
    """The only country spoken of, if once it is named itself or its people are, not only a town."""
    found = (words.countries.at(parse.tokens, i) for i in range(len(parse.tokens)) if i not in inside)
    named = any(place is not None and place.code == code and place.kind in {"names", "people"} for place in found)
    return code if named else None


def _by_the_way(parse: Parse, words: Vocabulary, inside: frozenset[int], home: str) -> bool:
    """Whether the country most spoken of is only named late in the text, or its towns are where people arrive."""
    own: list[Place] = []
    abroad = 0
    for i in range(len(parse.tokens)):
        place = words.countries.at(parse.tokens, i) if i not in inside else None
        if place is not None and place.code == home:
            own.append(place)
        elif place is not None:
            abroad += place.kind in {"names", "people"} and not place.ambiguous
    if not own or not abroad:
        return False
    late = len(own) <= _FEWEST and own[0].first > _LATE * len(parse.tokens)
    towns = abroad >= _FEWEST and all(place.kind == "cities" for place in own)
    return late or (towns and any(_is_reached(parse, place, inside) for place in own))


def _is_reached(parse: Parse, town: Place, inside: frozenset[int]) -> bool:
    """Whether somebody named "arrived in" a town or "left for" it."""
    tokens, i = parse.tokens, town.last - 1
    for _ in range(_NEAR):
        i = tokens[i].head
        if tokens[i].pos == "VERB":
            subjects = (tokens[k] for k in parse.children[i] if tokens[k].dep == "nsubj")
            known = any(subject.i in inside or subject.text.lower() in {"he", "she"} for subject in subjects)
            return known and tokens[i].lemma in _ARRIVING
    return False


_LATE, _NEAR = 0.6, 4
_ARRIVING = frozenset({"arrive", "leave", "depart", "fly", "land"})


def _sole_country(counts: Counter[str], filed: str | None) -> str | None:
    """The country of which the article nearly alone speaks; `None` where it speaks of several or hardly of any."""
    ((code, count),) = counts.most_common(1) or ((None, 0),)
    if filed is not None and code in {filed, None}:
        return filed if count >= _MOSTLY * counts.total() else None
    return code if count > _FEWEST and count >= _NEARLY_ALL * counts.total() else None


def _main_country(counts: Counter[str], home: str | None) -> str | None:
    """The home country, if the article mainly speaks of it: that of those who have a role, not of everybody."""
    if home is None or counts[home] <= _FEWEST:
        return None
    return home if counts[home] >= _MAINLY_OF * counts.total() else None


def _home_country(counts: Counter[str], filed: str | None, told: str | None, titles: Sequence[Title]) -> str | None:
    """The country whose officials the article names without saying of which country; `None` where that is open.

    The address or name of the outlet tells, unless the text hardly speaks of that country and mostly of another; else
    where it was filed, if the text speaks of that country about as much as of any other; else the country that
    outweighs all others, when those whose officials are always given with their country count half.
    """
    ((most, count), (_, second)) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if told is not None:
        abroad = count >= _FAR * (counts[told] + 1) and count >= _MOSTLY * counts.total()
        unnamed = counts[told] == 0 and count > max(_FEWEST, _CLEARLY * second - 1)
        return most if abroad or unnamed else told
    counts = counts.copy()
    if filed is not None:
        counts[filed] += 3
    ranked = counts.most_common(2)
    if filed is None and len(ranked) > 1 and ranked[0][1] >= _FOREMOST * ranked[1][1] and ranked[0][1] > _FEWEST:
        return ranked[0][0]
    foreign = {title.country for title in titles if title.country is not None and title.first - title.outer in {1, 2}}
    weighed = sorted(
        ((count * (0.5 if code in foreign else 1.0), code) for code, count in counts.items()), reverse=True
    )
    if not weighed or weighed[0][0] < _FEWEST:
        return None
    if filed is not None and counts[filed] >= _ABOUT * weighed[0][0]:
        return filed
    return None if len(weighed) > 1 and weighed[0][0] < _CLEARLY * weighed[1][0] else weighed[0][1]


_FEWEST, _CLEARLY, _NEARLY_ALL, _MOSTLY, _ABOUT, _HALF, _FAR = 2.0, 2.0, 0.8, 0.6, 0.7, 0.5, 3.0
_MAINLY, _MAINLY_OF = 0.65, 0.6
_OF_OUTLET = 2
_FOREMOST = 2.2


def _filed_in(parse: Parse, words: Vocabulary) -> str | None:
    """The country of the dateline, unless its city is the seat of bodies of many states."""
    told = _dateline_country(parse, words) or _colon_country(parse, words) or _headed_country(parse, words)
    above = (code for code, kind, leads in reversed(_headed(parse, words)) if kind == "cities" and leads)
    return told or next(above, None)


def _colon_country(parse: Parse, words: Vocabulary) -> str | None:
    """“KOCHI: The minister said”, "Koraput: ...": a place before a colon or dash at the beginning of a paragraph."""
    for paragraph in parse.paragraphs[:_HEAD]:
        first = parse.tokens[paragraph.first]
        bare = first.text.rstrip("-–—") or first.text  # "CAIRO- 24 July:"
        spelled = replace(first, text=bare.title() if bare.isupper() else bare)
        place = words.countries.at(parse.tokens, first.i) or words.countries.at((spelled,), 0)
        after = parse.tokens[paragraph.first : min(paragraph.first + 4, paragraph.last)]
        headed = any(token.text in {":", "—", "–"} for token in after) or _dated(parse, first.i + 1, paragraph.last)
        if place is not None and place.kind == "cities" and headed:
            return place.code
    return None


def _dated(parse: Parse, first: int, last: int) -> bool:
    """“CAIRO- 24 July 2022:”: a dash, a date and a colon follow the place."""
    tokens = parse.tokens[first : min(first + 7, last)]
    colon = next((at for at, token in enumerate(tokens) if token.text == ":"), None)
    before = tokens[:colon] if colon is not None else ()
    return any(token.text.isdigit() for token in before) and all(token.pos not in {"VERB", "AUX"} for token in before)


def _headed_country(parse: Parse, words: Vocabulary) -> str | None:
    """The only country whose cities stand in the short lines under the title: "Iikura House, Tokyo", "Dhaka"."""
    found: set[str] = set()
    for paragraph in parse.paragraphs[1 : _HEAD + 1]:
        tokens = parse.tokens[paragraph.first : paragraph.last]
        told = tokens[-1].text in {".", "!", "?", "”", '"'} or any(token.pos in {"VERB", "AUX"} for token in tokens)
        if told or paragraph.end - paragraph.start > _LONGEST_LINE:
            continue
        places = (words.countries.at(parse.tokens, token.i) for token in tokens)
        found |= {place.code for place in places if place is not None and place.kind == "cities"}
    return found.pop() if len(found) == 1 else None


_LONGEST_LINE = 80
_HEAD = 5


def _mentions_of(parse: Parse, words: Vocabulary, inside: frozenset[int]) -> Counter[str]:
    """How often each country is spoken of; sums in its own money count as well."""
    counts: Counter[str] = Counter()
    i = 0
    while i < len(parse.tokens):
        place = words.countries.at(parse.tokens, i)
        if place is not None and i not in inside and not (place.kind == "bodies" and place.ambiguous):
            counts[place.code] += 1
        i = place.last if place is not None else i + 1
    counts.update(code for code, _, _ in _headed(parse, words))
    for start, end in ((paragraph.start, paragraph.end) for paragraph in parse.paragraphs):
        for match in words.countries.money.finditer(parse.article.text, start, end):
            counts[words.countries.currencies[match.group(1)]] += 1
    return counts


def _headed(parse: Parse, words: Vocabulary) -> list[tuple[str, str, bool]]:
    """The countries of the lines over the body (headline, dateline): code, kind, and whether a line begins with it."""
    first = parse.paragraphs[0].start if parse.paragraphs else 0
    above = parse.article.text[max(0, first - _LONGEST_HEADING) : first]
    found = []
    for line in [line for line in above.splitlines() if line.strip()][-_HEADING_LINES:]:
        parts = [] if _ADDRESS.match(line.strip()) else _WORD.findall(line.title() if line.isupper() else line)
        at = 0
        while at < len(parts):
            sizes = range(min(len(parts) - at, _LONGEST_PHRASE), 0, -1)
            entries = ((size, words.countries.phrases.get(_spelled(parts[at : at + size]))) for size in sizes)
            size, entry = next(((size, entry) for size, entry in entries if entry is not None), (1, None))
            if entry is not None and not entry[2]:
                found.append((entry[0], entry[1], at == 0))
            at += size
    return found


def _spelled(parts: Sequence[str]) -> str:
    """The words as in the gazetteer: "CAIRO" as "Cairo"."""
    return " ".join(part.title() if part.isupper() and len(part) > _LONGEST_CODE else part for part in parts)


_LONGEST_CODE = 3
_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?")
_LONGEST_HEADING, _HEADING_LINES, _LONGEST_PHRASE = 600, 3, 4


def _dateline_country(parse: Parse, words: Vocabulary) -> str | None:
    """The country of the first dateline at the head of the text: "ABU DHABI, 9 March —", "CEBU, Philippines (AP) —"."""
    for paragraph in parse.paragraphs[:_HEAD]:
        text = parse.article.text[paragraph.start : paragraph.start + 120]
        filed = text[: dateline_end(text)]
        for written in re.split(r"[,/(—–-]", filed):
            spelled = written.strip()
            found = words.countries.phrases.get(spelled) or words.countries.phrases.get(spelled.title())
            if found is not None:
                return found[0]
        if filed:
            return None
    return None
