"""What a page puts into its news: calls upon the reader between the paragraphs, headlines of others at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.sources.looks import calls_to_act, is_notice, quotes, speaks_to_reader
from briefing.sources.passages import Passage
from briefing.text.sentences import ends_sentence

Signs = Mapping[str, float]

_CALLS = frozenset({"action_word", "action_word_long", "legal_word"})
_FURNITURE = frozenset({"button", "heading_word", "action_word", "legal_word", "pointer", "breadcrumb"})
_LISTED = frozenset({"in_list", "bullet", "colon"})
# The share of an article's passages that may speak to the reader in news, as a leading article does; one always may.
_MOST_CHAT = 0.1
# In words: a headline; shorter lines are signatures and labels, longer ones paragraphs without their full stop.
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 3, 18
_LONGEST_CALL = 12
# What may stand behind the last full stop of an article.
_END_SIGNS = " ■□▪▫◼◾●◆♦"
# Of the longer lines of a text whose paragraphs end as sentences do.
_LONG, _MOST_ENDED = 10, 0.7


def intrusions(page: Sequence[Passage], signs: Sequence[Signs], kept: Sequence[bool]) -> frozenset[int]:
    """Which of the passages `kept` are the page's own words to its reader, or headlines below the last paragraph.

    None where the article itself speaks to its reader.
    """
    inside = [at for at, each in enumerate(kept) if each]
    if not inside or is_chatty(page, signs, kept):
        return frozenset()
    calls = {at for at in inside if _is_call(page[at].text, signs[at])}
    rest = [at for at in inside if at not in calls]
    return frozenset((*calls, *_below_the_end(page, signs, rest)))


def is_chatty(page: Sequence[Passage], signs: Sequence[Signs], kept: Sequence[bool]) -> bool:
    """Whether the passages `kept` speak to their reader so often that it tells nothing of a line that it does too."""
    own = [at for at, each in enumerate(kept) if each and _CALLS.isdisjoint(signs[at]) and not is_notice(page[at].text)]
    return sum(speaks_to_reader(page[at].text) for at in own) > max(1, _MOST_CHAT * len(own))


def _is_call(text: str, signs: Signs) -> bool:
    """Whether a passage wants something of the reader wherever it stands."""
    if is_notice(text):
        return True
    return speaks_to_reader(text) and (
        "legal_word" in signs
        or "action_word" in signs
        or calls_to_act(text)
        or ("action_word_long" in signs and not ends_sentence(text))
    )


def _below_the_end(page: Sequence[Passage], signs: Sequence[Signs], inside: Sequence[int]) -> Iterator[int]:
    """The headlines and calls in which an article ends that is followed, or surrounded, by a page.

    Nothing of a text without full stops, nothing of a list, and no more than one call: who talks on is in the article.
    """
    if not any(_FURNITURE & found.keys() for found in signs) or not _has_stops([page[at] for at in inside]):
        return
    calls = [at for at in inside if _is_direct(page[at].text)]
    for at in reversed(inside):
        text, count = page[at].text, page[at].text.count(" ") + 1
        call = calls == [at] and count <= _LONGEST_CALL
        if not (call or _is_headline(text, count)) or not _LISTED.isdisjoint(signs[at]):
            return
        yield at


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does, the sign aside that may end the whole article."""
    return ends_sentence(text.rstrip(_END_SIGNS))


def _is_headline(text: str, count: int) -> bool:
    return not is_ended(text) and _SHORTEST_HEADLINE <= count <= _LONGEST_HEADLINE


def _is_direct(text: str) -> bool:
    return speaks_to_reader(text) or (text.endswith(("!", "?")) and not quotes(text))


def _has_stops(article: Sequence[Passage]) -> bool:
    long = [is_ended(passage.text) for passage in article if passage.text.count(" ") >= _LONG]
    return sum(long) >= _MOST_ENDED * len(long)
