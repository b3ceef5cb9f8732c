"""The title of a page, freed from the breadcrumb and the outlet that are stuck to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.sources.labels import author_in
from briefing.sources.looks import look
from briefing.sources.passages import Passage
from briefing.text.language import function_words
from briefing.text.sentences import ends_sentence, inner_ends, words

_STUCK = re.compile(r"(?<!\s)(?:\s+[-–—|·•»:]\s+|\s*\|\s*|\s+[-–—])")
_EDGES = " \t-–—|·•»:>/"
# Both sides of a step in a breadcrumb are short and free of markup: the ">" of a tag is none.
_CRUMB = re.compile(r"^(?:[^<>›»\n]{1,40}?\s*[>›»]\s+)+")
# Possessive: a space belongs to a step's name or to what parts the steps, and is not tried as both.
_TRAIL = re.compile(r"[^\W_][\w &'’.-]{0,30}+(?:\s*+[>»›→]\s*+[^\W_][\w &'’.-]{0,30}+)+")
_STEP = re.compile(r"(?<!\s)\s*[>»›→]\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LEAST_LETTERS = 12
# In words: a title that ends as a sentence does; the second where a byline or a date stands between it and the text.
_LONGEST_TITLE_SENTENCE, _LONGEST_ENDED_TITLE = 4, 12
_LONGEST_TITLE = 250
# Of lines below a menu: words of a title; what the article has of its longer words; letters of these.
_FEWEST_WORDS, _FEWEST_SHARED, _LEAST_SHARED = 3, 2, 0.25
_LEAST_STEM, _STEM = 4, 5
# The share of a title's longer words in a paragraph that says the same.
_REPEATED = 0.7
_NO_TITLE = frozenset(
    {"button", "action_word", "heading_word", "legal_word", "counter", "url", "email", "breadcrumb", "clock", "pointer",
     "credit_short"}
)  # fmt: skip
_LONGEST_MENU, _LEAST_LINKS, _LONGEST_LINK = 300, 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The title and where it stands, half-open; `outlet` is the name stuck to a copy of it, with its place."""

    title: str
    start: int
    end: int
    outlet: str | None = None
    outlet_start: int = 0
    outlet_end: int = 0


# What may stand behind the stop of a sentence.
_CLOSING = '"”’»)'


def find_headline(early: Sequence[Passage], article: str = "") -> Headline | None:
    """The title among the first passages of a page, up to the first paragraphs; `None` where there is none.

    `article`: the text below, whose words tell the title from the menu above it.
    """
    early = early[_above(early) :]
    early = early[_below_menu(early, article) :]
    if not early:
        return None
    first = early[0]
    if copy := _clean_copy(first, early[1:]):
        return _stuck(first, copy)
    if twin := _twin(first, early[1:]):
        return Headline(title=twin.text, start=twin.start, end=twin.end)
    if len(first.text) > _LONGEST_TITLE or _is_lead(first, alone=len(early) == 1):
        return None
    return _split(first, early[1:])


def _is_lead(first: Passage, alone: bool) -> bool:
    """Whether a first line is a sentence that reports, no title; `alone`: whether prose follows it at once."""
    ended = ends_sentence(first.text) and first.text.rstrip(_CLOSING).endswith(".")
    return ended and len(words(first.text)) > (_LONGEST_TITLE_SENTENCE if alone else _LONGEST_ENDED_TITLE)


def tells_news(title: str, article: Iterable[str]) -> bool:
    """Whether a title is a whole sentence that no paragraph of the `article` repeats, so that it must be read too."""
    own = _stems(title)
    ended = ends_sentence(title) and title.rstrip(_CLOSING).endswith(".")
    if not ended or len(words(title)) <= _LONGEST_TITLE_SENTENCE:
        return False
    return all(len(own & _stems(paragraph)) < _REPEATED * len(own) for paragraph in article)


def is_menu(line: str) -> bool:
    """Whether a line is nothing but the links of a page ("Home | News | Sport | Weather"): three short ones or more."""
    steps = [step.strip() for step in line.split("|")] if len(line) <= _LONGEST_MENU else []
    return len(steps) >= _LEAST_LINKS and all(step and len(step.split()) <= _LONGEST_LINK for step in steps)


def is_trail(line: str) -> bool:
    """Whether a line is nothing but a breadcrumb ("Home > World"): short steps, none beginning with a small letter."""
    return _TRAIL.fullmatch(line) is not None and not any(step[0].islower() for step in _STEP.split(line))


def _above(early: Sequence[Passage]) -> int:
    """How many passages stand above the title: addresses, and breadcrumbs and menus that something else follows."""
    for at, passage in enumerate(early):
        last = at + 1 == len(early)
        crumbs = is_trail(passage.text) or is_menu(passage.text)
        if not _ADDRESS.fullmatch(passage.text) and (last or not crumbs):
            return at
    return len(early)


def _below_menu(early: Sequence[Passage], article: str) -> int:
    """How many passages stand above the title as the menu of a page does: items that share no word with the article.

    None where the first may be the title, or where nothing below it can be.
    """
    stems = _stems(article)
    if not early or not stems or _STUCK.search(early[0].text):
        return 0
    if _is_about(early[0], stems) or (_may_be_title(early[0]) and _stems(early[0].text) & stems):
        return 0
    titles = [at for at, each in enumerate(early) if _may_be_title(each)]
    about = (at for at in titles if _is_about(early[at], stems))
    return next(about, titles[-1] if titles and len(words(early[0].text)) < _FEWEST_WORDS else 0)


def _may_be_title(passage: Passage) -> bool:
    """Whether a line can be a title: several words that are no sentence, no byline and no furniture of a page."""
    text = passage.text
    if len(text) > _LONGEST_TITLE or len(words(text)) < _FEWEST_WORDS or _is_lead(passage, alone=True):
        return False
    if inner_ends(text):
        return False
    return author_in(text) is None and _NO_TITLE.isdisjoint(look(text).signs)


def _is_about(passage: Passage, stems: frozenset[str]) -> bool:
    """Whether the article has enough of a line's longer words."""
    own = _stems(passage.text)
    return len(own & stems) >= max(_FEWEST_SHARED, _LEAST_SHARED * len(own))


def _stems(text: str) -> frozenset[str]:
    """The longer words of a text, without their endings."""
    long = (word.casefold() for word in words(text) if len(word) >= _LEAST_STEM)
    return frozenset(word[:_STEM] for word in long if word not in function_words())


def _clean_copy(first: Passage, others: Sequence[Passage]) -> Passage | None:
    """The longest later passage that stands whole inside the first line: the title by itself."""
    whole = first.text.casefold()
    copies = [
        other
        for other in others
        if _LEAST_LETTERS <= len(other.text) <= len(first.text)
        and len(other.text) >= 0.35 * len(first.text)
        and other.text.casefold() in whole
    ]
    return max(copies, key=lambda copy: len(copy.text), default=None)


def _stuck(first: Passage, copy: Passage) -> Headline:
    at = first.text.casefold().find(copy.text.casefold())
    rest = first.text[at + len(copy.text) :]
    outlet = rest.strip(_EDGES)
    if not outlet or rest[0].isalnum() or rest.strip()[0] not in "-–—|·•»:":
        return Headline(title=copy.text, start=copy.start, end=copy.end)
    outlet = _STUCK.split(outlet)[-1]
    start = first.start + first.text.rindex(outlet)
    return Headline(
        title=copy.text,
        start=copy.start,
        end=copy.end,
        outlet=outlet,
        outlet_start=start,
        outlet_end=start + len(outlet),
    )


def _twin(first: Passage, others: Sequence[Passage]) -> Passage | None:
    """A later heading that says nearly the same as the first line."""
    mine = {word.casefold() for word in words(first.text)}
    for other in others:
        theirs = {word.casefold() for word in words(other.text[:300])}
        if len(theirs) >= 4 and len(mine & theirs) >= 0.7 * len(mine | theirs):
            return other
    return None


def _split(first: Passage, others: Sequence[Passage]) -> Headline:
    """The first line cut before the outlet's name, where what follows the last separator looks like one."""
    crumb = _CRUMB.match(first.text)
    begin = crumb.end() if crumb and crumb.end() < len(first.text) - _LEAST_LETTERS else 0
    line = first.text[begin:]
    cuts = list(_STUCK.finditer(line))
    for cut in reversed(cuts):
        head, tail = line[: cut.start()].rstrip(_EDGES), line[cut.end() :].strip(_EDGES)
        if len(head) >= _LEAST_LETTERS and _is_outlet(tail, cut.group(), others):
            start = first.start + begin
            at = start + line.rindex(tail)
            return Headline(
                title=head, start=start, end=start + len(head), outlet=tail, outlet_start=at, outlet_end=at + len(tail)
            )
    return Headline(title=line, start=first.start + begin, end=first.end)


def _is_outlet(tail: str, separator: str, others: Sequence[Passage]) -> bool:
    tokens = tail.split()
    if not 1 <= len(tokens) <= 6 or ends_sentence(tail):
        return False
    if any(other.text.casefold() == tail.casefold() for other in others):
        return True
    named = sum(token[0].isupper() for token in tokens) >= 0.6 * len(tokens) or "." in tail
    return named and ("|" in separator or (len(tokens) <= 4 and separator.strip() != ":" and separator[-1].isspace()))


def outlet_cut(title: str, outlet: str | None) -> int:
    """How long `title` is without " - Outlet" at its end; its whole length where that does not stand there."""
    bare = title.rstrip()
    if not outlet or not bare.casefold().endswith(outlet.casefold()):
        return len(bare)
    head = bare[: len(bare) - len(outlet)].rstrip()
    kept = head.rstrip("-–—|·•»:").rstrip()
    return len(kept) if kept and len(kept) < len(head) else len(bare)
