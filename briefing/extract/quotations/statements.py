"""Indirect speech: what somebody is reported to have said, in the reporter's words; never a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.grammar.sayers import Sayers
from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.quotations.statement_bounds import StatementBounds
from briefing.extract.reference.cast import Cast
from briefing.model.facts import Attribution, Evidence, Quote, Statement
from briefing.model.span import Written

_HEDGES = frozenset(("may", "might", "could", "can", "would", "should", "must"))
_ASKING = frozenset(("if", "whether", "how", "why", "what", "who", "when", "where"))
_CHARGING = frozenset(("accuse", "charge", "convict", "suspect"))
_TENSED = frozenset(("VBD", "VBZ"))
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
        self._sayers = Sayers(parse, clauses, self._quoted)
        self._bounds = StatementBounds(parse, clauses, self._sayers)
        verbs = load("en", "saying")["verbs"]
        self._claiming = frozenset(verbs["claiming"])
        self._thoughts = frozenset(verbs["thoughts"]) - self._claiming

    def find(self) -> Iterator[Statement]:
        for clause in self._clauses:
            content = self._content(clause) if self._reports(clause) else None
            speaker = self._sayers.speaker(clause.verb) if content is not None else None
            if content is None or speaker is None or self._sayers.impersonal(speaker):
                continue
            made = self._statement(content, speaker, range(clause.verb, clause.verb + 1), "clause")
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
        if any(token.dep == "mark" and token.lemma in {"if", "whether", "unless"} for token in below):
            return False
        return clause.form is not Form.PARTICIPLE or not self._is_charge(clause.verb)

    def _is_charge(self, verb: int) -> bool:
        """`X is accused of forging it, claiming it was signed`: part of the charge against X."""
        tokens = self._parse.tokens
        while tokens[verb].dep in {"advcl", "pcomp", "prep", "xcomp", "conj", "acl"} and tokens[verb].head != verb:
            verb = tokens[verb].head
            above = self._clauses.get(verb)
            if above is not None and above.passive and above.lemma in _CHARGING:
                return True
        return False

    def _content(self, clause: Clause) -> int | None:
        """The verb of what is said: a finite clause with a subject of its own, before or after."""
        below = sorted(self._parse.children[clause.verb], key=lambda i: (i < clause.verb, i))
        return next((i for i in below if self._is_content(i)), None) or self._around(clause)

    def _is_content(self, i: int) -> bool:
        tokens, inner = self._parse.tokens, self._clauses.get(i)
        if inner is None or tokens[i].dep != "ccomp" or self._quoted(i):
            return False
        below = [tokens[c] for c in self._parse.children[i]]
        asked = any(each.text.lower() in _ASKING for each in below)
        told = inner.subject is not None or any(each.dep == "expl" for each in below)  # "there is no danger"
        if inner.form is not Form.FINITE or not told or inner.inherited or asked:
            return False
        # "agreed that it failed"; of "offered New Year wishes" a parser makes a verb
        teller = tokens[tokens[i].head]
        if teller.lemma in self._claiming:
            that = any(each.dep == "mark" and each.text.lower() == "that" for each in below)
            return that and (tokens[i].tag in _TENSED or any(each.tag in _TENSED for each in below))
        return i < teller.i or not self._sayers.only_beside(teller.lemma) or any(each.dep == "mark" for each in below)

    def _around(self, clause: Clause) -> int | None:
        """`The road, she said, is closed`: the verb of the sentence in which the report stands between commas."""
        tokens, verb = self._parse.tokens, clause.verb
        host = self._clauses.get(tokens[verb].head)
        if host is None or self._quoted(host.verb):
            return None
        if tokens[verb].dep == "conj":
            return host.verb if self._follows(clause, host) else None
        if tokens[verb].dep not in {"parataxis", "ccomp", "dep"}:
            return None
        between = host.subject is not None and host.subject < verb < host.verb
        set_off = verb + 1 < len(tokens) and tokens[verb + 1].text == ","
        return host.verb if between and set_off and not host.inherited else None

    def _follows(self, clause: Clause, host: Clause) -> bool:
        """`The road is closed, the ministry said`: whether the parser only joined the report to what it reports."""
        tokens, verb = self._parse.tokens, clause.verb
        speaker = self._sayers.speaker(verb)
        if speaker is None or not host.verb < speaker < verb or host.form is not Form.FINITE or host.subject is None:
            return False
        between = tokens[host.verb + 1 : verb]
        return any(each.text == "," for each in between) and not any(
            each.tag == "CC" and each.head == host.verb for each in between
        )

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
            reported = self._clauses.get(main.reported_by)
            if reported is not None and main.verb < i and self._sayers.is_cue(reported.verb):
                main = reported  # "Y said that the road is closed, according to X": Y said it
            if main.form is not Form.FINITE:
                continue
            while main.inherited and tokens[main.verb].dep == "conj" and self._clauses.get(tokens[main.verb].head):
                main = self._clauses.by_verb[tokens[main.verb].head]  # "had planned it, but left, according to X"
            made = self._statement(main.verb, head if speaker is None else speaker, range(i, i + 2), "source")
            if made is not None:
                yield made

    # --- the record

    def _statement(self, verb: int, speaker: int, told: range, how: str) -> Statement | None:
        """The record; `told`: the tokens of the cue."""
        cue = self._parse.tokens[told[0]].start, self._parse.tokens[told[-1]].end
        words = self._words(verb, told[0], speaker, () if len(told) == 1 else (told[0],))
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

    def _words(self, verb: int, teller: int, speaker: int, without: Sequence[int]) -> Written | None:
        """The words of the clause; none where quotations are most of it or are cut in two."""
        clause = self._clauses.get(verb)
        found = None if clause is None else self._bounds.find(clause, teller, speaker, without)
        if found is None:
            return None
        start, end = found
        within = [(max(start, first), min(end, last)) for first, last in self._parts if first < end and start < last]
        if any(part not in self._parts for part in within):
            return None
        inside = sum(last - first for first, last in within)
        if len(self._parse.article.text[start:end].split()) < _FEWEST or inside * 2 > end - start:
            return None
        return self._cast.written(start, end)
