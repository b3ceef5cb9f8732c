"""Where a report begins behind its dateline, and who acts where the parser took the dateline for the subject."""

from __future__ import annotations

import re

from briefing.extract.lexis.names import dateline_end
from briefing.extract.parsing.parse import Parse

_REACH = 120  # characters in which a dateline ends
# "Berlin – ", "Geneva/New York, 3 May 2024 – ", "TOKYO: ": a place without an agency, before a sentence.
_PLACE = r"[A-ZÀ-Þ][\w.'’]+(?:[ /-][A-ZÀ-Þ][\w.'’]+){0,3}"
_DATE = r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_BARE = re.compile(rf"(?:{_PLACE}(?:, {_PLACE})?, {_DATE}|{_PLACE})\s(?:[–—]|-{{1,2}})\s|[A-ZÀ-Þ]{{4,}}: ")
_DASH = re.compile(r"\s[–—-]{1,2}\s")
_OPENS = re.compile(r"\s*[“\"‘'«(]?[A-ZÀ-Þ0-9$€£]")


class Datelines:
    """The datelines of one article."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._ends: dict[int, int] = {}

    def end(self, token: int) -> int:
        """The character at which the report begins in a token's paragraph: its start where it has no dateline."""
        paragraph = self._parse.tokens[token].paragraph
        if paragraph not in self._ends:
            self._ends[paragraph] = self._end(paragraph)
        return self._ends[paragraph]

    def covers(self, token: int) -> bool:
        """Whether a token stands in a dateline."""
        return self._parse.tokens[token].start < self.end(token)

    def actor(self, verb: int, subject: int) -> int | None:
        """Who acts, where the parser made the place of the dateline the subject of a verb; `None` if nobody is left."""
        tokens = self._parse.tokens
        if not self.covers(subject):
            return subject
        nouns = [
            i
            for i in range(subject + 1, verb)
            if tokens[i].pos in {"NOUN", "PROPN", "PRON"} and not self.covers(i) and self._hangs_loose(i, verb)
        ]
        return next((i for i in nouns if tokens[i].dep in {"nsubj", "nsubjpass"}), nouns[-1] if nouns else None)

    def _hangs_loose(self, noun: int, verb: int) -> bool:
        head = self._parse.tokens[noun].head
        return head == verb or self.covers(head)

    def _end(self, paragraph: int) -> int:
        stretch = self._parse.paragraphs[paragraph]
        head = self._parse.article.text[stretch.start : min(stretch.end, stretch.start + _REACH)]
        filed = dateline_end(head)
        if not filed and paragraph == 0:
            filed = self._bare(head)
        return stretch.start + filed if filed and _OPENS.match(head, filed) else stretch.start

    @staticmethod
    def _bare(head: str) -> int:
        """A place and a dash before the first sentence; a second dash would make it a name with an aside."""
        match = _BARE.match(head)
        return match.end() if match and not _DASH.search(head, match.end()) else 0
