"""Which words of the text tell an undertaking: its clause, without what is joined to it or only leads it in."""

from __future__ import annotations

import re
from bisect import bisect_left

from briefing.extract.commitments.analysed_article import AnalysedArticle
from briefing.extract.commitments.clause_sums import joined_on, within_semicolons
from briefing.extract.commitments.readings import Undertaking
from briefing.extract.commitments.word_edges import whole_end
from briefing.extract.grammar.clauses import Clause
from briefing.extract.lexis.datelines import Datelines
from briefing.extract.lexis.lexicon import load
from briefing.model.span import Written

_LEAD = frozenset(
    ("that", "where", "and", "but", "while", "as", "because", "when", "who", "which", "so", "or", "whereas", "since")
)
_EDGES = frozenset(" \t\n\u00a0“”\"«»„‟’‘',;:([—–-•·▪●◦‣*")
_CLOSING_MARKS = frozenset("”\"»“‘’'›")
_PARTED_SUM = re.compile(r"\.?\s?(?=\d)")
_SUM = re.compile(r"\.?\s?\d(?:[\d,.]*\d)?(?:\s(?:crore|lakh|thousand|million|billion|trillion)\b)?")
_SHORT_CURRENCIES = ("Rs", "Rs.", "Sh", "Shs", "Tk", "Fr", "Re")
_MARKING = frozenset(("mark", "advmod"))
_CONCEDING = frozenset(("though", "although", "whereas", "while"))
_FULL_STOPS = frozenset(".!?")
_OPENING = frozenset(("nsubj", "nsubjpass", "aux", "auxpass", "neg"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_FAR = 160  # characters from a verb back to a subject that it shares


class StatedWords:
    """Cuts the words of one article's undertakings."""

    def __init__(self, article: AnalysedArticle, language: str = "en") -> None:
        self._parse = article.parse
        self._text = article.parse.article.text
        self._clauses = article.clauses
        self._quoted = article.quoted
        self._datelines = Datelines(article.parse)
        self._saying = frozenset(load(language, "saying")["verbs"]["plain"])
        self._asides = frozenset(load(language, "commitments")["asides"]["verbs"])
        self._starts = [token.start for token in article.parse.tokens]

    def _written(self, start: int, end: int) -> Written:
        return Written(text=self._text[start:end], span=self._parse.span(start, end))

    def of(self, found: Undertaking) -> Written | None:
        """The clause, without clauses joined to it and without what only leads it in; nor past a quotation's end."""
        clause, tokens = found.clause, self._parse.tokens
        if found.noun is not None:
            below = [tokens[i] for i in self._parse.subtree(found.noun)]
            return self._trimmed(min(token.start for token in below), max(token.end for token in below))
        others = list(joined_on(self._parse, self._clauses, clause.verb, frozenset(found.takes)))
        others += [i for i in self._parse.children[clause.verb] if self._governs_report(clause, i)]
        others += [i for i in self._parse.children[clause.verb] if i > clause.verb and self._concedes(i)]
        after = (i for i in self._parse.subtree(clause.verb) if i > clause.verb)
        others += [i for i in after if self._goes_on_to_say(i) or self._joins_another(i)]
        start, end = self._clauses.span_of(clause, without=others)
        start = self._with_what_it_is_about(found, start)
        end = self._with_time(clause.verb, self._before_teller(clause.verb, start, end))
        start, end = self._within_quote(clause.verb, start, end)
        start = max(start, self._datelines.end(clause.verb))
        start, end = within_semicolons(self._parse, self._clauses, found, (start, end))
        for i in range(len(tokens)):
            first = self._first_token(start)
            if first is None or i > 4 or tokens[first].text.lower() not in _LEAD or first >= clause.verb:
                break
            if tokens[first].dep == "prep" or (tokens[first].dep in _MARKING and tokens[first].head != clause.verb):
                break  # "As you have seen, we are ...", "As a government, we are ...": it leads in something else
            start = tokens[first + 1].start
        return self._trimmed(start, end)

    def _trimmed(self, start: int, end: int) -> Written | None:
        while start < end and self._text[start] in _EDGES:
            start += 1
        while start < end and self._text[end - 1] in _EDGES:
            end -= 1
        end = whole_end(self._text, start, self._with_sum(end))
        return self._written(start, self._closed(start, end)) if end > start else None

    def _with_sum(self, end: int) -> int:
        """The end of the words, where the full stop of "Rs. 4,50,000" has parted a sentence in two."""
        stop = _PARTED_SUM.match(self._text, end) if self._text[:end].endswith(_SHORT_CURRENCIES) else None
        if stop is None:
            return end
        parted = next((each for each in self._parse.sentences if each.start <= stop.end() <= each.end), None)
        if parted is None or parted.start < end:  # it is whole: "for Rs. 3 crore, was opened by"
            written = _SUM.match(self._text, end)
            return end if written is None else written.end()
        rest = parted.end
        return rest - (self._text[rest - 1] in _FULL_STOPS)

    def _closed(self, start: int, end: int) -> int:
        """The end moved past the closing mark of a quotation that begins within the words and ends with them."""
        for first, last, _ in self._quoted.near(start, end):
            if start < first < end and last - 2 <= end <= last and self._text[last : last + 1] in _CLOSING_MARKS:
                return last + 1
        return end

    def _governs_report(self, clause: Clause, child: int) -> bool:
        """`Ukraine plans ..., Zelenskyy said`: the reporting clause that the parser hung below the plan."""
        inner = self._clauses.get(child)
        return (
            inner is not None
            and self._parse.tokens[child].dep in {"parataxis", "ccomp"}
            and child > clause.verb
            and (clause.complement != child)
        )

    def _concedes(self, child: int) -> bool:
        """`..., even though the minister had warned them`: it speaks of something else."""
        tokens = self._parse.tokens
        below = self._parse.children[child] if tokens[child].dep == "advcl" else ()
        return any(tokens[i].dep == "mark" and tokens[i].text.lower() in _CONCEDING for i in below)

    def _goes_on_to_say(self, i: int) -> bool:
        """`..., stressing that time was short`, `..., saying: “...”`: words about the words."""
        token = self._parse.tokens[i]
        return (
            token.tag == "VBG"
            and token.dep == "advcl"
            and self._parse.tokens[i - 1].text == ","
            and token.lemma in self._asides
            and min(self._parse.subtree(i)) >= i
        )

    def _joins_another(self, i: int) -> bool:
        """`will work towards paying and urged all to wait`: a past joined to what is no past goes on with another."""
        token = self._parse.tokens[i]
        return token.tag == "VBD" and token.dep == "conj" and self._parse.tokens[token.head].tag in {"VB", "VBG"}

    def _before_teller(self, verb: int, start: int, end: int) -> int:
        """The end of the words, before whoever tells them: `..., aide Ana Diaz told us`, wrongly hung on them."""
        after = bisect_left(self._starts, end)
        tokens = self._parse.tokens
        if after >= len(tokens) or tokens[after].tag != "VBD" or tokens[after].lemma not in self._saying:
            return end
        comma = self._text.rfind(",", start, end)
        touches = self._text[end : tokens[after].start].isspace() and tokens[after].sentence == tokens[verb].sentence
        return comma if touches and comma > tokens[verb].end else end

    def _with_time(self, verb: int, end: int) -> int:
        """The end of the words, with a time that the parser hung on who tells them: `... this spring, she said`."""
        tokens = self._parse.tokens
        first = last = bisect_left(self._starts, end)
        while last < len(tokens) and tokens[last].entity in {"DATE", "TIME"} and tokens[last].tag not in {"IN", "CD"}:
            last += 1
        if first == last or last >= len(tokens) or tokens[last].text != "," or tokens[first - 1].text == ",":
            return end
        return tokens[last - 1].end if tokens[last].sentence == tokens[verb].sentence else end

    def _with_what_it_is_about(self, found: Undertaking, start: int) -> int:
        """The start of the words, with the thing of which they tell: `the rice, which will be shared`."""
        clause, tokens = found.clause, self._parse.tokens
        relative = tokens[clause.verb].dep == "relcl"
        beside = tokens[clause.verb].dep == "acl" and tokens[clause.verb].tag == "VBN"
        relative = relative or beside
        bare = clause.inherited and clause.passive and (clause.agent is None or beside)
        open_end = relative and not beside and not clause.inherited and not self._has_object(found)
        about = tokens[clause.verb].head if relative else clause.subject
        if not (bare or open_end) or about is None or about > clause.verb:
            return start
        if not relative and not self._goes_on_with(clause.verb):
            return start
        first = tokens[min(self._parse.subtree(about))]
        near = first.sentence == tokens[clause.verb].sentence and start - first.start <= _FAR
        return min(start, first.start) if near else start

    def _goes_on_with(self, verb: int) -> bool:
        """Whether a verb is joined to one before it, and nothing that may be its own subject stands between."""
        tokens, head = self._parse.tokens, self._parse.tokens[verb].head
        joins = [i for i in self._parse.children[head] if tokens[i].dep == "cc" and i < verb]
        between = tokens[joins[-1] + 1 : verb] if joins else tokens[head:verb]
        return tokens[verb].dep == "conj" and not any(each.pos in _NOMINAL for each in between)

    def _has_object(self, found: Undertaking) -> bool:
        """Whether what is to be done says what to; "the areas they plan to address" does not."""
        inner, verb = self._clauses.get(found.focus) or found.clause, found.clause.verb
        led = any(token.tag in _RELATIVE for token in self._parse.tokens[self._parse.tokens[verb].head : verb])
        return led or bool(inner.objects) or inner.complement is not None or bool(inner.preps)

    def _first_token(self, start: int) -> int | None:
        first = bisect_left(self._starts, start)
        return first if first < len(self._starts) else None

    def _within_quote(self, verb: int, start: int, end: int) -> tuple[int, int]:
        place = self._parse.tokens[verb].start
        for first, last, _ in self._quoted.near(min(place, start), max(place, end)):
            if first <= place < last:
                own = (i for i in self._parse.children[verb] if self._parse.tokens[i].dep in _OPENING)
                if any(self._parse.tokens[i].start < first for i in own):
                    return start, end  # only some of its words are quoted
                return max(start, first), min(end, last)
            if start < first < end < last:
                end = last  # the sentence runs into the quotation
        return start, end
