"""Where a report begins behind its dateline, and who acts where the parser took the dateline for the subject."""

from __future__ import annotations

from briefing.extract.parsing.datelines import report_start
from briefing.extract.parsing.parse import Parse


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

    def parts(self, token: int) -> bool:
        """Whether a token stands in a dateline beyond doubt: at the head of the article, or with a day.

        Further down capitals before a dash may be who speaks.
        """
        paragraph = self._parse.tokens[token].paragraph
        start, end = self._parse.paragraphs[paragraph].start, self.end(token)
        told = self._parse.article.text[start:end]
        return self.covers(token) and not told.endswith(": ") and (not paragraph or any(map(str.isdigit, told)))

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
        return stretch.start + report_start(self._parse.article.text[stretch.start : stretch.end], leads=paragraph == 0)
