"""Where the words of an indirect statement begin and end, also where the parser's tree cuts them short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.grammar.sayers import Sayers
from briefing.extract.lexis.datelines import Datelines
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse

_EDGES = frozenset(" \t\n\u00a0,;:—–-")
_JOINS = (" and", " but", " or", " yet")
_SOURCE = re.compile(r"[,”\"] according to\b")
_THAT = re.compile(r"\W*(that)\s")
_CLOSING = {"(": ")", "[": "]", "“": "”", "«": "»"}
_HANGING = frozenset(("IN", "DT", "TO", "PRP$", "WDT", "MD"))
_HELPERS = frozenset(("aux", "auxpass"))
_STOPS = frozenset((".", "?", "!", ",", ";", ":", "…"))
_LONGEST_REST = 12  # tokens that a tree may have torn off


class StatementBounds:
    """Reads where the indirect statements of one article begin and end."""

    def __init__(self, parse: Parse, clauses: Clauses, sayers: Sayers, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._sayers = sayers
        self._datelines = Datelines(parse)
        self._withholding = frozenset(load(language, "saying")["verbs"]["withholding"])

    def find(self, clause: Clause, teller: int, speaker: int, without: Sequence[int] = ()) -> tuple[int, int] | None:
        """Characters of what is told; `None` where it cannot be told as a whole.

        `teller`: the verb of saying, or the "according" of a source. `speaker`: head of who tells it.
        """
        tokens = self._parse.tokens
        if clause.subject is not None and tokens[clause.subject].tag in {"WDT", "WP"}:
            return None  # "a loan which they said helps": nothing without the noun before it
        start, end = self._clauses.span_of(clause, without=(*self._left_out(clause), *without))
        start, cue = max(start, self._datelines.end(clause.verb)), tokens[teller]
        around = clause.subject is not None and tokens[clause.subject].start < cue.start < tokens[clause.verb].start
        if not around and cue.start < tokens[clause.verb].start:
            start = max(start, self._behind(teller, speaker))
            end = self._stretched(clause, teller, end)
        elif not around and self._leads_up(clause.verb, end):
            return None  # `Sailors talk of war: "We are tired," said X`: a line of the writer's
        elif not around:
            end = self._before(teller, speaker, min(end, cue.start))
        led = _THAT.match(self._parse.article.text, start, end)
        if led is not None and (clause.subject is None or tokens[clause.subject].end != led.end(1)):
            start = led.end()
        source = _SOURCE.search(self._parse.article.text, tokens[clause.verb].end, end)
        return self._trimmed(start, end if source is None else source.start() + 1)

    def _leads_up(self, verb: int, end: int) -> bool:
        """Whether a colon stands behind what is told."""
        tokens = self._parse.tokens
        following = next((each for each in tokens[verb + 1 :] if each.start >= end), None)
        return following is not None and following.text == ":"

    def _left_out(self, clause: Clause) -> Iterator[int]:
        """What hangs on the verb and is not told: the "that" before it, and what the teller does besides."""
        tokens = self._parse.tokens
        for i in self._parse.children[clause.verb]:
            token = tokens[i]
            if (token.text.lower() == "that" and token.dep == "mark") or self._is_tellers(i):
                yield i

    def _is_tellers(self, i: int) -> bool:
        """`said it is late, and thanked them for`, `said so but gave no details`: what the teller himself does."""
        tokens, clause = self._parse.tokens, self._clauses.get(i)
        if clause is None or tokens[i].dep != "conj" or not clause.inherited:
            return False
        if clause.negated and clause.lemma in self._withholding:
            return True
        return self._sayers.says_on(i)

    def _behind(self, teller: int, speaker: int) -> int:
        """Where the words begin that follow a verb of saying, or the phrase that names a source."""
        tokens = self._parse.tokens
        if tokens[teller].text.lower() != "according":
            return tokens[teller].end
        last = tokens[speaker].sentence
        ends = (each for each in tokens[speaker + 1 : speaker + 1 + _LONGEST_REST] if each.sentence == last)
        return next((each.end for each in ends if each.text == ","), tokens[speaker].end)

    def _before(self, teller: int, speaker: int, end: int) -> int:
        """Where the words end before who said them: up to the comma there."""
        tokens = self._parse.tokens
        first = min((i for i in self._parse.subtree(speaker) if speaker < teller), default=teller)
        comma = min(first, teller) - 1
        if comma <= 0 or tokens[comma].text != "," or tokens[comma].sentence != tokens[teller].sentence:
            return end
        return tokens[comma].start

    def _stretched(self, clause: Clause, teller: int, end: int) -> int:
        """The end of what follows a verb of saying, with what the tree has parted from it."""
        tokens = self._parse.tokens
        last = max(i for i in self._parse.subtree(clause.verb) if tokens[i].end <= end)
        for i in self._parse.children[teller] if clause.verb in self._parse.children[teller] else ():
            if i > last and self._goes_on(i):
                last = max(self._parse.subtree(i))
        while (following := self._torn_off(last)) is not None:
            last = following
        return max(end, tokens[last].end)

    def _goes_on(self, i: int) -> bool:
        """`said it was a success and people have learnt from it`: more of what is told, beside its first verb."""
        token = self._parse.tokens[i]
        clause = self._clauses.get(i)
        if token.dep == "ccomp":
            return clause is not None and not self._sayers.is_cue(i)
        return token.dep == "conj" and token.pos in {"NOUN", "PROPN", "ADJ"}

    def _torn_off(self, last: int) -> int | None:
        """The end of the words up to the next stop, where the ones so far end within a word or a phrase."""
        tokens = self._parse.tokens
        if last + 1 >= len(tokens) or tokens[last + 1].paragraph != tokens[last].paragraph:
            return None
        own, following = tokens[last], tokens[last + 1]
        glued = own.end == following.start and (following.text[0] in "-–’'" or own.text[-1] in "-–")
        parted = following.sentence != own.sentence and own.text not in _STOPS and following.pos != "PUNCT"
        joins = own.tag == "CC" and following.tag == "IN"  # "ahead of and during"
        hangs = (own.tag in _HANGING or own.dep in _HELPERS) and following.pos not in {"PUNCT", "CCONJ"}
        if not (glued or parted or joins or hangs):
            return None
        for i in range(last + 1, min(last + 1 + _LONGEST_REST, len(tokens))):
            if tokens[i].text in _STOPS or tokens[i].paragraph != own.paragraph:
                return i - 1 if i - 1 > last else None
        return None

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        """The characters without marks at the edges, with the closing partner of each mark that is opened within."""
        text = self._parse.article.text
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and (text[end - 1] in _EDGES or text.endswith(_JOINS, start, end)):
            end -= 1 if text[end - 1] in _EDGES else len(text[start:end].split()[-1])
        before = text[start - 1 : start]
        if before in _CLOSING and text.count(_CLOSING[before], start, end) > text.count(before, start, end):
            start -= 1  # "confirmed that “some damage” was done"
        opened = (one for one, other in _CLOSING.items() if text.count(one, start, end) > text.count(other, start, end))
        wanted = [*opened, *(['"'] if text.count('"', start, end) % 2 else [])]
        if wanted == ["“", '"']:
            wanted = []  # opened with one kind of mark, closed with another
        for mark in wanted:
            at = text.find(_CLOSING.get(mark, mark), end, end + 3)
            if at < 0:
                return None
            end = at + 1
        return (start, end) if start < end else None
