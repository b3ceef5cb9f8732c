"""What an article calls its events: proper names, and common nouns with what describes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.attendance.event_bodies import (
    after_letters,
    describes,
    hosts,
    is_body,
    names_house,
    opines,
)
from briefing.extract.attendance.event_words import EventWords, Found
from briefing.extract.grammar.clauses import Clause, Form
from briefing.extract.lexis.names import capital, glued, runs
from briefing.extract.reference.cast import Cast

_LEAD = 2
# "In November 2021, he met": a month of a year dates what is called to mind.
_DATED_BY_YEAR = re.compile(
    r"\b(?:in|since|until) (?:early |late |mid-)?(?:[A-Z][a-z]+ )?(?:19|20)\d\d\b", re.IGNORECASE
)
DASH = frozenset({"-", "–", "—", "‑"})


def proper_names(cast: Cast, words: EventWords) -> Iterator[Found]:
    """Proper names of events: "International Defense Industries Forum"."""
    tokens = cast.parse.tokens
    for first, last in runs(cast.parse, cast.vocabulary):
        ends = [i for i in range(first, last) if tokens[i].text in words.named]
        if not ends or ends[-1] in cast.by_token:
            continue
        end = ends[-1] + 1
        begin = _joined(cast, first)
        if tokens[end - 1].text in words.bodies and not _held(cast, words, end - 1):
            continue
        if is_body(cast, words, begin, end) or describes(cast, end, last) or names_house(cast, words, end):
            continue
        if end - begin < 2:
            continue
        if any(i in cast.by_token for i in range(begin, end)) and end - begin < 4:
            continue
        yield Found(begin, _qualified(cast, end), True)


def _joined(cast: Cast, first: int) -> int:
    """The beginning of the name, over dashes and small words: "USA – Ukraine Defense ..."."""
    tokens = cast.parse.tokens
    while first >= 2 and tokens[first - 1].sentence == tokens[first].sentence:
        before = tokens[first - 1]
        if before.text not in DASH | {"and", "&", "of", "on", "for"} or not capital(tokens[first - 2]):
            break
        if before.text in {"of", "on", "for", "and"} and first - 2 in cast.title_at:
            break
        first -= 2
        while first > 0 and capital(tokens[first - 1]) and tokens[first - 1].sentence == tokens[first].sentence:
            if tokens[first - 1].pos == "DET":
                break
            first -= 1
    return first


def _qualified(cast: Cast, end: int) -> int:
    """The end of the name with what says its matter: "Conference on Disarmament", "Summit of the Americas"."""
    tokens = cast.parse.tokens
    i = end
    while (
        i + 1 < len(tokens) and tokens[i].text in {"on", "of", "for"} and tokens[i].sentence == tokens[end - 1].sentence
    ):
        j = i + 1
        while j < len(tokens) and (
            capital(tokens[j])
            or tokens[j].text in {"the", "and", ",", "&"}
            or (tokens[j].text == "-" and glued(tokens, j))
        ):
            if tokens[j].sentence != tokens[end - 1].sentence or cast.vocabulary.head_at(tokens, j) is not None:
                break
            j += 1
        while j > i + 1 and not capital(tokens[j - 1]):
            j -= 1
        if j == i + 1:
            break
        i = end = j
    return end


def _held(cast: Cast, words: EventWords, head: int) -> bool:
    """Whether the text says of it what is said of events: that it is held, opened, attended."""
    clause = cast.clauses.around(head)
    if clause is None or clause.lemma not in words.holding:
        return False
    return head in {clause.subject, *clause.objects} or clause.lemma in words.coming


def of_this_report(cast: Cast, words: EventWords, found: Found) -> bool:
    """Whether a named event is what the report is of: in its first paragraphs or held, and not elsewhere or earlier."""
    tokens = cast.parse.tokens
    head = found.last - 1
    for _ in range(6):
        if tokens[head].head in range(found.first, found.last) and tokens[head].head != head:
            head = tokens[head].head
    above = _above(cast, head)
    around = {tokens[i].lemma for i in (*cast.parse.children[head], *above)} | {tokens[i].text.lower() for i in above}
    around |= {tokens[i].text.lower() for i in range(max(0, found.first - 2), found.first)}
    if around & words.elsewhere:
        return False
    clause = cast.clauses.around(head)
    if clause is not None and _DATED_BY_YEAR.search(cast.phrase(head).text + " " + _sentence(cast, head)):
        return False
    if clause is not None and clause.form is Form.INFINITIVE and not _on_the_way(cast, words, clause):
        return False
    return _in_lead(cast, found.first) or (clause is not None and _held(cast, words, head))


def _on_the_way(cast: Cast, words: EventWords, clause: Clause) -> bool:
    """Whether people come to take part, or are to: "guests are expected to attend the Gala", "arrived to join"."""
    above = cast.parse.tokens[cast.parse.tokens[clause.verb].head]
    return clause.lemma in words.coming and above.lemma in words.on_the_way


def _above(cast: Cast, token: int) -> tuple[int, ...]:
    """What the noun hangs on, up to the verb: "following the visit and the [summit]"."""
    tokens, found = cast.parse.tokens, []
    for _ in range(5):
        token = tokens[token].head
        if tokens[token].pos in {"VERB", "AUX"} and tokens[token].dep not in {"prep", "pcomp"}:
            break
        found.append(token)
    return tuple(found)


def _sentence(cast: Cast, token: int) -> str:
    stretch = cast.parse.sentences[cast.parse.tokens[token].sentence]
    return cast.parse.article.text[stretch.start : stretch.end]


def _in_lead(cast: Cast, token: int) -> bool:
    return cast.parse.tokens[token].paragraph <= _LEAD


def common_noun(cast: Cast, words: EventWords) -> Found | None:
    """The weightiest common noun for an event in the first paragraphs, with what describes it."""
    best: tuple[int, int] | None = None
    limit = cast.parse.paragraphs[min(3, len(cast.parse.paragraphs) - 1)].last if cast.parse.paragraphs else 0
    tokens = cast.parse.tokens
    other: set[str] = set()  # "his recent visit ... the visit": both are of another time
    for token in tokens[:limit]:
        if token.pos not in {"NOUN", "PROPN"} or token.i in cast.quoted:
            continue
        if _OTHER & {tokens[i].lemma for i in cast.parse.children[token.i]}:
            other.add(token.lemma)
        before = tokens[token.i - 1].text.lower() if token.i else ""
        keys = (f"{before} {token.lemma}", token.lemma, token.text.lower())
        key = next((key for key in keys if key in words.common), None)
        named = capital(token) and token.i > 0 and capital(tokens[token.i - 1])
        past = {tokens[i].text.lower() for i in _above(cast, token.i)[:2]} & words.elsewhere
        if key is not None and not (token.lemma in other or named or past or _another(cast, words, token.i)):
            follows = bool({tokens[i].text.lower() for i in cast.parse.children[token.i]} & words.weak)
            rank = (tokens[token.i].paragraph * 8 + words.common.index(key) // 4 + _FOLLOWS * follows, token.i)
            best = rank if best is None or rank < best else best
    if best is None:
        return None
    written = cast.phrase(best[1])
    first = next(i for i in range(best[1], -1, -1) if tokens[i].start <= written.span.start)
    while first < best[1] and tokens[first].text.lower() in {"the", "a", "an", "this", "his", "her", "their", "its"}:
        first += 1
    last = next(i for i in range(best[1], len(tokens)) if tokens[i].end >= written.span.end) + 1
    last = next((i for i in range(best[1] + 1, last) if tokens[i].text.lower() in words.elsewhere), last)
    text, end = cast.parse.article.text, tokens[last - 1].end
    dated = (i for i in range(best[1] + 1, last) if words.date.fullmatch(text, tokens[i].start, end))
    last = next(dated, last)
    if best[1] + 1 < last and tokens[best[1] + 1].tag == "JJ":
        last = best[1] + 1  # "a visit convenient to both sides": what it should be like is not its name
    last = _series_end(cast, best[1], last)
    while last - 1 > best[1] and (tokens[last - 1].text.lower() in _TIME or tokens[last - 1].tag == "IN"):
        last -= 1
    return Found(_owner(cast, first), last if last - first <= 14 else best[1] + 1, False)


def _series_end(cast: Cast, noun: int, last: int) -> int:
    """The end of a name that a comma cut: "Commission for Technical, Scientific and Cultural Cooperation"."""
    tokens = cast.parse.tokens
    i, joined = last, False
    if last - 1 == noun or not capital(tokens[last - 1]) or tokens[last].text != ",":
        return last
    while i + 1 < len(tokens) and tokens[i].text in {",", "and", "&"} and capital(tokens[i + 1]):
        joined |= tokens[i].text != ","
        i += 2
        while i < len(tokens) and capital(tokens[i]):
            i += 1
        if joined:
            break
    adjective = tokens[last - 1].pos == "ADJ" or tokens[last - 1].tag in {"JJ", "NNP"}
    return i if joined and adjective and tokens[i - 1].sentence == tokens[noun].sentence else last


def _owner(cast: Cast, first: int) -> int:
    """The beginning with whose it is, where the phrase was cut at the mark of the genitive."""
    tokens = cast.parse.tokens
    if tokens[first].tag != "POS" or first == 0:
        return first
    first -= 1
    while first > 0 and tokens[first - 1].dep == "compound" and tokens[first - 1].sentence == tokens[first].sentence:
        first -= 1
    return first


def _another(cast: Cast, words: EventWords, noun: int) -> bool:
    """Whether it is no event of its own: it only describes another noun ("reception centres") or means any of many."""
    tokens = cast.parse.tokens
    token = tokens[noun]
    if (
        token.dep in _DESCRIBING
        and token.head > noun
        and tokens[token.head].lemma not in (*words.common, *words.wholes)
    ):
        return tokens[token.head].sentence == token.sentence
    below = {tokens[i].text.lower() for i in cast.parse.children[noun]}
    if below & (_NAMED_BEFORE | words.unreal) or _only_thought_of(cast, words, noun) or _rules(cast, words, noun):
        return True
    if tokens[noun + 1 : noun + 2] and tokens[noun + 1].text == "up":
        return True  # "the opening up of markets"
    if token.tag == "NNS" and below & words.lingering:
        return True
    several = token.tag == "NNS" and token.text.lower() not in words.plural
    counted = any(tokens[i].tag in {"DT", "PRP$"} for i in cast.parse.children[noun])
    return several and not counted


def _only_thought_of(cast: Cast, words: EventWords, noun: int) -> bool:
    """Whether the text only thinks of holding it: "the idea of calling a meeting", "kept from making a trip"."""
    tokens = cast.parse.tokens
    verb = tokens[tokens[noun].head]
    if tokens[noun].dep == "pobj" and tokens[verb.head].lemma in words.wishes:
        return True
    clause = cast.clauses.get(verb.i) if tokens[noun].dep == "dobj" else None
    if clause is not None and clause.lemma in words.arranging:
        return clause.negated or tokens[verb.head].lemma in words.unable
    if tokens[noun].dep != "dobj" or verb.tag != "VBG" or verb.dep != "pcomp":
        return False
    return tokens[verb.head].text.lower() in {"of", "from", "without", "against"}


def _rules(cast: Cast, words: EventWords, noun: int) -> bool:
    """Whether the word means those who sit there: "the decision of the session", "the police forum (PF) warned"."""
    tokens = cast.parse.tokens
    if tokens[noun].lemma not in words.sitting:
        return False
    lettered = after_letters(cast, noun + 1) > noun + 1
    if hosts(cast, words, noun) or (lettered and opines(cast, noun)):
        return True
    above = tokens[tokens[noun].head]
    return above.text.lower() in {"of", "by"} and tokens[above.head].lemma in words.rulings


# "The same forum", "the said event": what was named before, if anything.
_NAMED_BEFORE = frozenset(
    {"same", "said", "aforementioned", "aforesaid", "abovementioned", "such", "this", "that", "these", "those"}
)
_FOLLOWS = 1000
_DESCRIBING = frozenset({"compound", "nmod", "amod"})
_OTHER = frozenset({"recent", "last", "previous"})
_TIME = frozenset({"yesterday", "today", "tomorrow", "tonight", ",", "on", "the", "and"})
