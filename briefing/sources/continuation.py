"""Where the article goes on past the places at which a page interrupts it: sentences that its furniture hides.

In news a paragraph is often one short sentence, which by itself looks like a line of the page around it. What counts is
what stands between it and the article: an advertisement or a pointer parts nothing, a list of other stories does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from briefing.sources.intrusions import is_chatty, is_ended
from briefing.sources.looks import calls_to_act, is_notice, opens_comments, speaks_to_reader, tells_of_author
from briefing.sources.passages import Passage
from briefing.text.sentences import function_share, words

Signs = Mapping[str, float]

# What no sentence of an article is.
_NEVER = frozenset(
    {"button", "heading_word", "legal_word", "pointer", "credit_short", "credit_long", "email", "url", "thread_prose",
     "thread_late", "repeated_long"}
)  # fmt: skip
_DATED = frozenset({"date", "clock", "comment_line"})
# In passages: between one part of the article and the next.
_WIDEST_GAP = 8
# In words: shorter lines are menu items, labels and subheadings.
_LEAST_HEADLINE = 4


def continued(page: Sequence[Passage], signs: Sequence[Signs], kept: Sequence[bool]) -> frozenset[int]:
    """Which passages besides those `kept` are the article's: sentences in its gaps, and right above and below it.

    None where the article itself speaks to its reader, as guides and advertisements do: there nothing tells its
    sentences from the page's.
    """
    last = max((at for at, each in enumerate(kept) if each), default=None)
    if last is None or is_chatty(page, signs, kept):
        return frozenset()
    first = kept.index(True)
    inside = _within(page, signs, kept, first, last)
    return frozenset((*inside, *_above(page, signs, first), *_below(page, signs, last)))


def is_statement(passage: Passage, signs: Signs) -> bool:
    """Whether a passage is a sentence that may stand in an article, however short, and asks nothing of the reader."""
    text = passage.text
    return (
        is_ended(text)
        and not text.endswith(("...", "…"))
        and _NEVER.isdisjoint(signs)
        and not (speaks_to_reader(text) or calls_to_act(text) or tells_of_author(text) or is_notice(text))
        and not ("digits" in signs and function_share(words(text)) == 0)
    )


def _within(
    page: Sequence[Passage], signs: Sequence[Signs], kept: Sequence[bool], first: int, last: int
) -> Iterator[int]:
    """The sentences of gaps in the article, but for those below the headlines of others."""
    gap: list[int] = []
    for at in range(first, last):
        if kept[at]:
            gap = []
        elif is_statement(page[at], signs[at]) and _goes_on(page, signs, gap, [at]):
            yield at
        else:
            gap.append(at)


def _above(page: Sequence[Passage], signs: Sequence[Signs], first: int) -> Iterator[int]:
    """The sentences that stand above what is taken for the article's beginning."""
    gap: list[int] = []
    at = first - 1
    while at >= 0 and len(gap) <= _WIDEST_GAP:
        run = list(takewhile(lambda each: is_statement(page[each], signs[each]), range(at, -1, -1)))
        if not run:
            gap.append(at)
            at -= 1
            continue
        if not _goes_on(page, signs, gap, run[::-1]) or _has_title(page, signs, gap[::-1]):
            return
        yield from run
        gap, at = [], run[-1] - 1


def _has_title(page: Sequence[Passage], signs: Sequence[Signs], gap: Sequence[int]) -> bool:
    """Whether a headline stands in a gap that nothing above it in the gap announces as another story's."""
    for at in gap:
        if "heading_word" in signs[at] or "pointer" in signs[at]:
            return False
        if _is_headline(page[at], signs[at]):
            return True
    return False


def _below(page: Sequence[Passage], signs: Sequence[Signs], last: int) -> Iterator[int]:
    """The sentences that follow the article's end, with the line between two of them that is a subheading."""
    gap: list[int] = []
    at = last + 1
    while at < len(page) and len(gap) <= _WIDEST_GAP and not opens_comments(page[at].text):
        run = list(takewhile(lambda each: is_statement(page[each], signs[each]), range(at, len(page))))
        if not run:
            gap.append(at)
            at += 1
            continue
        if not _goes_on(page, signs, gap, run):
            return
        if len(gap) == 1 and len(run) > 1 and _is_headline(page[gap[0]], signs[gap[0]]):
            yield gap[0]
        yield from _without_calls(page, run)
        gap, at = [], run[-1] + 1


def _without_calls(page: Sequence[Passage], run: Sequence[int]) -> Sequence[int]:
    """The run without the questions and exclamations of the page at its end."""
    most = len(run)
    while most and page[run[most - 1]].text.endswith(("?", "!")):
        most -= 1
    return run[:most]


def _goes_on(page: Sequence[Passage], signs: Sequence[Signs], gap: Sequence[int], run: Sequence[int]) -> bool:
    """Whether the article goes on with the sentences in `run` behind the passages in `gap`."""
    if any(_parts(page[at], signs[at], alone=len(gap) == 1) for at in gap):
        return False
    headlines = sum(_is_headline(page[at], signs[at]) for at in gap)
    if headlines < 2 and not any("heading_word" in signs[at] and "button" not in signs[at] for at in gap):
        return True
    return len(run) > 1 or not _is_blurb(page, signs, run[-1])


def _parts(passage: Passage, signs: Signs, *, alone: bool) -> bool:
    """Whether nothing of the article follows a passage: a notice of rights, or a date among other lines."""
    if not alone and not _DATED.isdisjoint(signs):
        return True
    if "credit_short" in signs:  # the author of a picture has rights too
        return False
    return "legal_word" in signs and not (is_notice(passage.text) or speaks_to_reader(passage.text))


def _is_headline(passage: Passage, signs: Signs) -> bool:
    return (
        passage.text.count(" ") + 1 >= _LEAST_HEADLINE
        and not is_ended(passage.text)
        and not (speaks_to_reader(passage.text) or is_notice(passage.text))
        and signs.keys().isdisjoint(_NEVER)
    )


def _is_blurb(page: Sequence[Passage], signs: Sequence[Signs], at: int) -> bool:
    """Whether a sentence stands above a headline, or above a line for the reader's address: in a list, in a box."""
    below = at + 1
    return below < len(page) and (_is_headline(page[below], signs[below]) or speaks_to_reader(page[below].text))
