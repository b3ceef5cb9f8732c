"""Figures worth knowing: sums, shares and counts, each with what it is a sum, share or count of."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from decimal import Decimal

from briefing.extract.identity import fact_id
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder, Sum, all_sums
from briefing.extract.measures.written_numbers import parse_number
from briefing.extract.parsing.parse import Parse, Token
from briefing.model.facts import Amount, Evidence, Figure
from briefing.model.span import Written

_LEAST = 10  # a count below this is seldom a figure
_TIMES = frozenset(("DATE", "TIME", "ORDINAL", "LAW", "PRODUCT", "EVENT", "FAC", "WORK_OF_ART"))
_LONGEST = 18  # words of the phrase
_INSIDE = frozenset(
    ("prep", "pobj", "pcomp", "compound", "amod", "det", "nummod", "poss", "case", "cc", "conj", "nmod", "quantmod")
)
_PURPOSES = frozenset(("in", "for", "of", "to", "toward", "towards", "on"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_STEPS = 6  # up from a number to what it measures
_BREAK = re.compile(r"[;:–—()“”\"\n]")
_GLUED = re.compile(r"(?:-[^\W\d_]+)+")  # "29 ex-miners"
_OPEN_END = re.compile(r"(?: (?:and|or|of|in|with|than|to|for|by|worth)){1,6}$")
_STOP = re.compile(r"[;:–—()“”\"\n]|,\s(?!\d)")


def find_figures(parse: Parse, language: str = "en") -> tuple[Figure, ...]:
    """The figures of an article, in order; dates, ages, ordinals and numbers in names are none."""
    return tuple(_Finder(parse, language).find())


class _Finder:
    def __init__(self, parse: Parse, language: str) -> None:
        self._parse = parse
        self._text = parse.article.text
        self._amounts = AmountFinder(parse.article, language)
        self._starts = [token.start for token in parse.tokens]
        data = load(language, "amounts")
        self._numerals: dict[str, str] = data["numerals"]
        self._scales: dict[str, str] = data["scales"]
        self._units = frozenset(data["figures"]["not_counted"])

    def find(self) -> Iterator[Figure]:
        for sentence in self._parse.sentences:
            taken = sentence.start
            sums = list(all_sums(self._amounts, sentence.start, sentence.end))
            covered = {i for each in sums for i in range(each.start, each.end)}
            counts = [count for count in self._counts(sentence.first, sentence.last) if count.number not in covered]
            for found in sorted([*sums, *counts], key=lambda each: each.start):
                if found.start < taken:
                    continue
                words = self._converted(self._phrase(found, sentence.end), sums)
                if words.text == found.amount.written.text:
                    words = self._measured(found, max(taken, sentence.start))
                taken = words.span.end
                kind = "share" if found.share else "sum" if found.number in covered else "count"
                yield Figure(
                    id=fact_id("figure", self._parse.article.id, (found.start, found.end)),
                    amount=found.amount,
                    words=words,
                    evidence=Evidence(
                        spans=(self._parse.span(sentence.start, sentence.end),),
                        rule=f"figure.{kind}",
                        confidence=0.85 if kind == "sum" else 0.75,
                    ),
                )

    def _counts(self, first: int, last: int) -> Iterator[Sum]:
        for token in self._parse.tokens[first:last]:
            if token.tag == "CD" and token.dep in {"nummod", "compound"} and token.entity not in _TIMES:
                made = self._count(token)
                if made is not None:
                    yield made

    def _count(self, token: Token) -> Sum | None:
        """A number before a plural noun."""
        tokens = self._parse.tokens
        noun = tokens[token.head]
        if noun.tag != "NNS" or (noun.head == noun.i and noun.i < token.i) or noun.lemma in self._units:
            return None
        around = self._text[max(0, token.start - 1) : token.start] + self._text[token.end : token.end + 1]
        if set(around) & set("-–/:#№"):
            return None
        first = token.i
        while first > 0 and tokens[first - 1].head == token.i and tokens[first - 1].tag == "CD":
            first -= 1
        start, end = tokens[first].start, token.end
        value = self._value(self._text[start:end])
        if value is None or value < _LEAST or (value == int(value) and 1900 <= value <= 2100 and "," not in token.text):
            return None
        sentence = self._parse.sentences[token.sentence]
        begin, qualifier = self._amounts.qualified(start, sentence.start)
        written = Written(text=self._text[begin:end], span=self._parse.span(begin, end))
        return Sum(begin, end, start, Amount(written=written, value=value, qualifier=qualifier))

    def _value(self, written: str) -> Decimal | None:
        words = written.lower().split()
        scale = Decimal(1)
        while len(words) > 1 and words[-1] in self._scales:
            scale *= Decimal(self._scales[words.pop()])
        number = parse_number(" ".join(words), self._numerals)
        if number is None:
            return None
        value = number * scale
        return value.to_integral_value() if value == value.to_integral_value() else value.normalize()

    def _phrase(self, found: Sum, limit: int) -> Written:
        """The noun phrase of the figure: the noun that it counts and what is hung on it by prepositions."""
        first, last = (bisect.bisect_left(self._starts, place) for place in (found.start, found.end))
        inside = list(self._parse.tokens[first:last])
        end = max([found.end, *(self._reach(self._counted(token)) for token in inside)])
        end = self._purpose(inside, end)
        end = min(end, limit)
        stop = _STOP.search(self._text, found.end, end)
        end = stop.start() if stop else end
        words = self._text[found.start : end].split(" ")
        if len(words) > _LONGEST:
            end = found.start + len(" ".join(words[:_LONGEST]))
        end += len(glued.group()) if (glued := _GLUED.match(self._text, end, limit)) else 0
        text = _OPEN_END.sub("", self._text[found.start : end].rstrip(" ,."))
        return self._cut(found.start, max(found.end, found.start + len(text)))

    def _cut(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))

    def _converted(self, words: Written, sums: list[Sum]) -> Written:
        """The words with the same sum in another currency behind them: "200,000 yuan (US$31,080)"."""
        end = words.span.end
        other = next((one for one in sums if not one.share and one.start == end + 2), None)
        if other is None or self._text[end : end + 2] != " (" or self._text[other.end : other.end + 1] != ")":
            return words
        return self._cut(words.span.start, other.end + 1)

    def _measured(self, found: Sum, start: int) -> Written:
        """The words with what the bare number measures: "an approval rating of 37 percent", "9 percent left"."""
        for begin, end in self._stretches(bisect.bisect_left(self._starts, found.number), found):
            around = self._text[begin : found.start] + self._text[found.end : end]
            if start <= begin and not _BREAK.search(around) and len(around.split()) < _LONGEST:
                return self._cut(begin, end)
        return self._cut(found.start, found.end)

    def _stretches(self, token: int, found: Sum) -> Iterator[tuple[int, int]]:
        """The noun or the clause on which the number hangs, up to the number; from its verb; or on to its verb."""
        tokens = self._parse.tokens
        for _ in range(_STEPS):
            part, token = tokens[token].dep, tokens[token].head
            above = tokens[token]
            if part in _SUBJECTS and above.start >= found.end:
                if above.lemma != "be":
                    yield found.start, above.end
                return
            if above.start >= found.start or above.pos in {"ADP", "ADV", "ADJ"} or above.lemma == "worth":
                continue
            inside = [token]
            if above.pos in {"VERB", "AUX"}:
                inside = [i for i in self._parse.children[token] if tokens[i].dep in _SUBJECTS and i < token]
                if any(tokens[i].tag in {"WDT", "WP"} for i in inside):
                    return
            elif above.pos not in {"NOUN", "PROPN"} or above.entity == "PERSON":
                return  # "flats owned by Ann Lee worth $9": it is not she who is worth so much
            yield from ((min(tokens[j].start for j in self._parse.subtree(i)), found.end) for i in inside)
            yield above.start, found.end
            return

    def _purpose(self, inside: list[Token], end: int) -> int:
        """The end with what a sum is for, where that follows at once ("$27 billion in the production of ...")."""
        tokens = self._parse.tokens
        last = inside[-1].i if inside else len(tokens)
        if last + 1 >= len(tokens) or end > tokens[last].end:
            return end
        following = tokens[last + 1]
        above = {inside[-1].head, tokens[inside[-1].head].head} | {token.i for token in inside}
        if self._is_when(following.i):
            return end
        if following.dep == "prep" and following.lemma in _PURPOSES and following.head in above:
            return self._reach(following.i)
        return end

    def _is_when(self, prep: int) -> bool:
        """Whether a preposition leads a time in: "on Tuesday" says when, not what for."""
        tokens = self._parse.tokens
        return any(tokens[i].dep == "pobj" and tokens[i].entity in {"DATE", "TIME"} for i in self._parse.children[prep])

    def _counted(self, token: Token) -> int:
        head = self._parse.tokens[token.head]
        return head.i if head.pos in {"NOUN", "PROPN", "SYM", "NUM"} and head.i >= token.i else token.i

    def _reach(self, head: int) -> int:
        """The end of the phrase under a noun, down through prepositions and what they govern, not clauses."""
        tokens, end, stack = self._parse.tokens, self._parse.tokens[head].end, [head]
        while stack:
            top = stack.pop()
            end = max(end, tokens[top].end)
            stack.extend(
                child
                for child in self._parse.children[top]
                if tokens[child].dep in _INSIDE and child > head - 12 and not self._is_when(child)
            )
        return end
