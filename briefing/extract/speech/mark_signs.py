"""The quotation marks of a paragraph: which may open or close, and whom the words beside them name."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import takewhile

from briefing.extract.lexis.lexicon import alternatives, load

# What closes each mark that opens; those that stand in their own set are told apart by the letters around them.
CLOSERS: dict[str, frozenset[str]] = {
    "“": frozenset("”‟"),
    "„": frozenset("“”‟"),
    "‟": frozenset("”"),
    "”": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
    '"': frozenset('"'),
    "＂": frozenset("＂"),
    "``": frozenset(("''", '"')),
    "''": frozenset(("''",)),
    "‘‘": frozenset(("’’",)),
    "’’": frozenset(("’’",)),
    "「": frozenset("」"),
    "『": frozenset("』"),
}
EITHER = frozenset(('"', "''", "’’", "”", "＂"))
ALWAYS_OPEN = frozenset(("“", "„", "«", "‹", "``", "‘‘", "「", "『"))
_DOUBLE = frozenset(CLOSERS)
SINGLE = frozenset("‘’‚‛'`")
_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟«»‹›「」『』\"＂‘’‚‛'`]")
_BEFORE_OPEN = frozenset("([{<—–―-:;,…/¡¿>*_") | _DOUBLE | SINGLE
_ELISION = re.compile(r"\d\ds?\b|(?:em|til|till|cause|tis|twas|n|round|bout|cos|ere)\b", re.IGNORECASE)
_AND = re.compile(r"\s?['’]n")  # "rock ’n’ roll"
_NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
_SENTENCE_END = re.compile(r"\w{4}[.!?]\s")  # of a longer word, its end
_STRONG = "wrote|swore|spoke|thought|felt|began|went on"
_PRONOUNS = frozenset(("he", "she", "they", "it", "who"))
_TITLES = ("mr", "mrs", "ms", "dr", "prof")
_CAPTION = re.compile(r"\((?:left|right|centre|center|pictured)\)|\b(?:Credit|Photo|Picture|Image): ")
_LONGEST_CAPTION = 200  # characters
_FARTHEST = 160  # characters from the mark to the verb of saying


@dataclass(frozen=True, slots=True)
class Namer:
    """Tells whom the words beside a quotation name as its speaker, by their surface alone.

    `verbs`: any form that reports. `pronouns`: those that may stand for whoever spoke before. `passed_over`: words that
    belong to no name (articles, "Mr.").
    """

    verbs: re.Pattern[str]
    pronouns: frozenset[str]
    passed_over: frozenset[str]

    def named(self, words: str) -> tuple[str, ...]:
        """The words of the subject of the first verb of saying, up to a comma; empty if there is none."""
        verb = self.verbs.search(words)
        if verb is None:
            return ()
        before = _SENTENCE_END.split(words[: verb.start()])[-1].lstrip(" ,—–-\"”“’‘»«'")
        subject = before if any(map(str.isalnum, before)) else words[verb.end() : verb.end() + _FARTHEST]
        found = [word.rstrip(".") for word in _NAME_WORD.findall(re.split("[,;:]", subject.lstrip())[0])]
        return tuple(word for word in found if word.lower() not in self.passed_over)

    def behind(self, words: str) -> tuple[str, ...]:
        """The same for the words behind a closing mark, where the verb is near."""
        return self.named(words[:_FARTHEST])

    def other(self, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
        """Whether the second subject is surely or probably not the first one."""
        if not first or not second or second[0].lower() in self.pronouns:
            return False
        known = {word.lower() for word in first}
        name = _leading_name(second)
        if not name:
            return known.isdisjoint(word.lower() for word in second)
        whole = {word.lower() for word in _leading_name(first)}
        return not (name <= known or (whole and whole <= name))


@functools.cache
def read_namer(language: str) -> Namer:
    """Who is named beside words in marks, by any verb that may report, in the past or the present."""
    said = load(language, "saying")
    past = "|".join(_past(verb) for verb in sorted(said["verbs"]["plain"]) if verb.isalpha())
    verbs = re.compile(rf"\b(?:{alternatives(said['verbs']['reports'])}|{_STRONG}|{past})\b")
    return Namer(verbs, _PRONOUNS, frozenset(("the", "a", "an", *said["abbreviations"]["titles"], *_TITLES)))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}[ds]"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ie[ds]"
    return f"{verb}(?:{verb[-1]}?ed|e?s)"


def _leading_name(words: tuple[str, ...]) -> set[str]:
    return {word.lower() for word in takewhile(lambda word: word[0].isupper(), words)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark; `opens`, `closes`: whether it may."""

    text: str
    start: int
    opens: bool
    closes: bool

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)

    @property
    def single(self) -> bool:
        """Whether it is a single one, or an apostrophe."""
        return self.text in SINGLE


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks between two places of a text, in order."""
    found = []
    low = False
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        low = low or mark == "‚"
        before = text[at - 1] if at > start else " "
        after = text[match.end()] if match.end() < end else " "
        opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPEN)
        closes = not before.isspace() and not after.isalnum()
        if mark in SINGLE:
            opens = opens and mark != "’" and not _ELISION.match(text, match.end(), end)
            opens = opens and (after.isalnum() or after in _DOUBLE or after in "[(…¿¡")
            closes = closes and not _AND.fullmatch(text, max(start, at - 3), at)
            closes = closes and (mark not in "‘‚‛`" or (low and mark == "‘"))  # "‚so‘"
        elif mark in EITHER and not opens and not closes:
            # between a stop and the next sentence a space was lost: `...voters!"After his rally`
            opens = closes = before.isspace() and after.isspace()
            closes = closes or (before in ".!?,…" and after.isupper())
        elif mark == "”" and not closes:
            closes = before in ".!?,…" and after.islower()  # `...,”said`: a space was lost here too
        found.append(Mark(mark, at, opens, closes))
    return found


def is_caption(text: str, start: int, end: int) -> bool:
    """Whether a paragraph tells of a picture: `Maria Keller (left) leaving the hall Credit: NP`."""
    return end - start < _LONGEST_CAPTION and _CAPTION.search(text, start, end) is not None
