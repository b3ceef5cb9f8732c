"""Indirect speech: what somebody is reported to have said, in the reporter's words; never a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.grammar.sayers import Sayers
from briefing.extract.identity import fact_id
from briefing.extract.lexis.datelines import Datelines
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Attribution, Evidence, Quote, Statement
from briefing.model.span import Written

_EDGES = frozenset(" \t\n\u00a0,;:—–-")
_HEDGES = frozenset(("may", "might", "could", "can", "would", "should", "must"))
_ASKING = frozenset(("if", "whether", "how", "why", "what", "who", "when", "where"))
_FEWEST = 4  # words: "he said so" tells nothing
_CONFIDENCE = {"clause": 0.8, "source": 0.75}


def find_statements(parse: Parse, clauses: Clauses, cast: Cast, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """The indirect statements of an article, in order; what stands in quotation marks is left to `quotes`."""
    found = {each.words.span: each for each in _Finder(parse, clauses, cast, quotes).find()}
    return tuple(sorted(found.values(), key=lambda each: (each.words.span.start, each.words.span.end)))


class _Finder:
    def __init__(self, parse: Parse, clauses: Clauses, cast: Cast, quotes: Sequence[Quote]) -> None:
        self._parse = parse
        self._clauses = clauses
        self._cast = cast
        self._parts = sorted((part.start, part.end) for quote in quotes for part in quote.parts)
        starts = [token.start for token in parse.tokens]
        self._in_parts = frozenset(
            i for start, end in self._parts for i in range(bisect_left(starts, start), bisect_left(starts, end))
        )
        self._datelines = Datelines(parse)
        self._sayers = Sayers(parse, clauses, self._quoted)
        self._thoughts = frozenset(load("en", "saying")["verbs"]["thoughts"])

    def find(self) -> Iterator[Statement]:
        for clause in self._clauses:
            content = self._content(clause) if self._reports(clause) else None
            speaker = self._sayers.speaker(clause.verb) if content is not None else None
            if content is None or speaker is None or self._sayers.impersonal(speaker):
                continue
            token = self._parse.tokens[clause.verb]
            made = self._statement(content, speaker, (token.start, token.end), "clause")
            if made is not None:
                yield made
        yield from self._sourced()

    def _quoted(self, token: int) -> bool:
        return token in self._cast.quoted or token in self._in_parts

    def _reports(self, clause: Clause) -> bool:
        """Whether the clause states that somebody said something: no denial, no question, nothing that only may be."""
        if not self._sayers.is_cue(clause.verb, beside=True) or clause.lemma in self._thoughts:
            return False
        if clause.negated or clause.modal in _HEDGES or clause.form is Form.INFINITIVE:
            return False
        tokens = self._parse.tokens
        below = [tokens[i] for i in self._parse.children[clause.verb]]
        return not any(token.dep == "mark" and token.lemma in {"if", "whether", "unless"} for token in below)

    def _content(self, clause: Clause) -> int | None:
        """The verb of what is said: a finite clause with a subject of its own, before or after."""
        below = sorted(self._parse.children[clause.verb], key=lambda i: (i < clause.verb, i))
        return next((i for i in below if self._is_content(i)), None) or self._around(clause)

    def _is_content(self, i: int) -> bool:
        tokens, inner = self._parse.tokens, self._clauses.get(i)
        if inner is None or tokens[i].dep != "ccomp" or self._quoted(i):
            return False
        asked = any(tokens[c].text.lower() in _ASKING for c in self._parse.children[i])
        return inner.form is Form.FINITE and inner.subject is not None and not inner.inherited and not asked

    def _around(self, clause: Clause) -> int | None:
        """`The road, she said, is closed`: the verb of the sentence in which the report stands between commas."""
        tokens, verb = self._parse.tokens, clause.verb
        host = self._clauses.get(tokens[verb].head)
        if tokens[verb].dep not in {"parataxis", "ccomp", "dep"} or host is None or self._quoted(host.verb):
            return None
        between = host.subject is not None and host.subject < verb < host.verb
        set_off = verb + 1 < len(tokens) and tokens[verb + 1].text == ","
        return host.verb if between and set_off and not host.inherited else None

    def _sourced(self) -> Iterator[Statement]:
        """`According to X, the road is closed`."""
        tokens = self._parse.tokens
        for i in range(len(tokens) - 2):
            if tokens[i].text.lower() != "according" or tokens[i + 1].text.lower() != "to" or self._quoted(i):
                continue
            head = next((c for c in self._parse.children[i + 1] if tokens[c].dep == "pobj"), None)
            main = self._clauses.around(i)
            if head is None or main is None or main.form is not Form.FINITE or self._quoted(main.verb):
                continue
            speaker = self._sayers.issuer(head) if self._sayers.is_noun(tokens[head].lemma) else None
            cue = (tokens[i].start, tokens[i + 1].end)
            made = self._statement(main.verb, head if speaker is None else speaker, cue, "source", (i,))
            if made is not None:
                yield made

    # --- the record

    def _statement(
        self, verb: int, speaker: int, cue: tuple[int, int], how: str, without: Sequence[int] = ()
    ) -> Statement | None:
        words = self._words(verb, cue, without)
        if words is None:
            return None
        referent = self._cast.refer(speaker)
        unknown = referent.attribution is Attribution.UNKNOWN or referent.name is None
        sentence = self._parse.sentences[self._parse.tokens[verb].sentence]
        text = self._parse.article.text
        return Statement(
            id=fact_id("statement", self._parse.article.id, (words.span.start, words.span.end)),
            words=words,
            speaker=None if unknown else referent.name,
            speaker_id=None if unknown else self._cast.attendee_id(referent.key),
            speaker_words=referent.words,
            cue=Written(text=text[cue[0] : cue[1]], span=self._parse.span(*cue)),
            attribution=Attribution.UNKNOWN if unknown else referent.attribution,
            evidence=Evidence(
                spans=(self._parse.span(min(sentence.start, words.span.start), max(sentence.end, words.span.end)),),
                rule=f"statement.{how}",
                confidence=_CONFIDENCE[how] * (0.5 if unknown else 1.0),
            ),
        )

    def _words(self, verb: int, cue: tuple[int, int], without: Sequence[int]) -> Written | None:
        """The words of the clause, less the "that" before it, cut where the cue stands within it."""
        clause = self._clauses.get(verb)
        if clause is None:
            return None
        tokens, text = self._parse.tokens, self._parse.article.text
        marks = [c for c in self._parse.children[verb] if tokens[c].text.lower() == "that" and tokens[c].dep == "mark"]
        start, end = self._clauses.span_of(clause, without=(*marks, *without))
        start = max(start, self._datelines.end(verb))
        around = clause.subject is not None and tokens[clause.subject].start < cue[0] < tokens[verb].start
        if start <= cue[0] < end and not around:
            start, end = (start, cue[0]) if tokens[verb].start < cue[0] else (cue[1], end)
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        inside = sum(max(0, min(end, last) - max(start, first)) for first, last in self._parts)
        if len(text[start:end].split()) < _FEWEST or inside * 2 > end - start:
            return None
        return Written(text=text[start:end], span=self._parse.span(start, end))
