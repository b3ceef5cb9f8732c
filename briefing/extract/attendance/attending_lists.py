"""Signs of taking part in lists: "attended by A and B", "those present were", "A, B and C, also spoke"."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from briefing.extract.attendance.attending_verbs import VerbSigns
from briefing.extract.attendance.part import Part
from briefing.extract.attendance.taking_part import ListWords
from briefing.extract.grammar.clauses import Clause
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.lexis.names import capital, runs_on
from briefing.extract.parsing.parse import Token
from briefing.model.facts import Mode

# Words that begin another clause, and words after which somebody else's name stands.
_TURNS = frozenset({"while", "but", "whereas", "though", "although", "because", "who", "where", "when", "said", "told"})
_NOT_HIMSELF = frozenset({"of", "representing", "succeeding", "replacing", "behalf", "late", "for"})
# Before the verb of a list: what ends the list to the left.
_OPENS = frozenset({";", ":"}) | _TURNS
_SENDERS = frozenset({Mode.REPRESENTED, Mode.ABSENT})
_NEAR, _LEFT = 6, 3
# Further on no list begins.
_FAR = 24
# Who is "regarded as one of the best, along with" others is in no company of theirs.
_RANKED = frozenset({"regard", "consider", "know", "rank", "rate", "list", "describe", "count", "see", "name"})
# Who is only in company is as surely there as the one with whom he is.
_WEIGHT, _WEAKER = 2.8, {"company": 2.0}
_LEADS = frozenset({"led", "headed", "chaired", "co-chaired", "presided", "conducted", "convened"})
_OPENING = 3


class ListSigns:
    """Finds the signs that stand in the lists of one article."""

    def __init__(self, verbs: VerbSigns) -> None:
        self.cast = verbs.cast
        self.rules = verbs.rules
        self.tokens = verbs.tokens
        self._args = verbs.args
        self._modes = verbs.modes
        self._lead, self._heard = verbs.lead, verbs.heard

    def parts(self) -> Iterator[Part]:
        """The signs of all lists outside quotation marks."""
        yield from self._lead.reported(self._lists(), self._heard)

    def _lists(self) -> Iterator[Part]:
        text = self.cast.parse.article.text
        for sentence in self.cast.parse.sentences:
            words = text[sentence.start : sentence.end]
            # One look for all of them is forty times as quick as a look for each.
            low = words.lower()
            if not self.rules.lists_hint.search(low) or len(low) != len(words):
                continue
            for each in self.rules.lists:
                for match in each.pattern.finditer(low):
                    yield from self._list(sentence.start + match.start(), sentence.start + match.end(), each)

    def _list(self, start: int, end: int, each: ListWords) -> Iterator[Part]:
        if each.back:
            yield from self._before(start, end, each)
            return
        mode = each.mode
        first = self._token_from(end)
        if first is None or first.i in self.cast.quoted or self._of_another_time(start):
            return
        clause = self.cast.clauses.around(max(0, first.i - 1))
        if clause is not None and (clause.negated or self._modes.earlier(clause)):
            return
        if clause is not None and clause.passive and clause.lemma in _RANKED:
            return
        if each.id == "act" and self._of_body(start):
            return
        if clause is not None and mode is Mode.IN_PERSON and self._to_come(clause):
            mode = Mode.EXPECTED
        reach = 25 if self.cast.parse.article.text[start:end].lower().startswith("among") else 1
        begin = next((i for i in range(first.i, first.i + reach) if i in self._args.starts), first.i)
        if self.tokens[min(begin, len(self.tokens) - 1)].sentence != first.sentence or not self._same_list(
            first.i, begin
        ):
            begin = first.i
        opens = first.i - self.cast.parse.sentences[first.sentence].first <= _OPENING
        if (mode in _SENDERS or (each.id == "company" and opens)) and self._after_comma(first.i):
            return  # "on behalf of the farmers, X said", "along with the wells, X opened a school"
        keys = self._to_the_end(first.i) if each.long else self._args.listed(begin, len(self.tokens))
        # "On behalf of his party" is not on his own.
        alone = None if first.tag == "PRP$" else self._args.key(first.i)
        keys = [*(keys or ([alone] if alone else [])), *self._joined(begin)]
        for key in dict.fromkeys(keys):
            yield Part(who=key, group=None, mode=mode, start=start, end=end, sentence=first.sentence,
                       rule=f"attendance.{each.id}", weight=_WEAKER.get(each.id, _WEIGHT))  # fmt: skip

    def _of_another_time(self, start: int) -> bool:
        """“during a recent call with X”, "last week's talks between"."""
        opens = self._token_from(start)
        if opens is None:
            return False
        before = [token.text.lower() for token in self.tokens[max(0, opens.i - _LEFT) : opens.i]]
        return not self.rules.other.isdisjoint(before)

    def _of_body(self, start: int) -> bool:
        """Whether somebody is told to lead a body that lasts, rather than an event: "the council chaired by X"."""
        led = self._token_from(start)
        if led is None or led.i == 0 or led.text.lower() not in _LEADS:
            return False
        before = led.i - 1
        while before > 0 and (self.tokens[before].pos in {"AUX", "ADV", "PUNCT"} or self.tokens[before].tag == "WDT"):
            before -= 1
        return self.tokens[before].lemma.lower() in self.rules.bodies

    def _to_come(self, clause: Clause) -> bool:
        """“will be attended by”, "a ceremony to be presided over by"."""
        if self._modes.mode_of(clause) is Mode.EXPECTED:
            return True
        aux = [self.tokens[i].text.lower() for i in self.cast.parse.children[clause.verb] if i < clause.verb]
        return clause.passive and "to" in aux and self._modes.mode_of(clause) is None

    def _token_from(self, place: int) -> Token | None:
        """The first token that begins at or after a place in the text."""
        at = bisect.bisect_left(self.tokens, place, key=lambda token: token.start)
        return self.tokens[at] if at < len(self.tokens) else None

    def _joined(self, begin: int) -> Iterator[str]:
        """Who is joined to the first of a list over what is said of him: "alongside A, who leads B, and C"."""
        last = self.cast.parse.sentences[self.tokens[begin].sentence].last
        near = (self._args.starts[i] for i in range(begin, min(begin + _NEAR, last)) if i in self._args.starts)
        mention = next(near, None)
        for noun in conjuncts(self.cast.parse, mention.last - 1) if mention is not None else ():
            if (other := self.cast.by_token.get(noun)) is not None:
                yield other.person

    def _to_the_end(self, first: int) -> list[str]:
        """All who are named from here to the end of the sentence as written, but for those who only qualify others."""
        found: list[str] = []
        i = first
        while i < len(self.tokens) and self.tokens[i].paragraph == self.tokens[first].paragraph:
            token, before = self.tokens[i], self.tokens[i - 1]
            ends = before.text in {".", "!", "?", "…"} and i > first and before.sentence != token.sentence
            if (
                ends and capital(token) and not runs_on(self.tokens, i, self.cast.vocabulary)
            ) or token.text.lower() in _TURNS:
                break
            mention = self._args.starts.get(i)
            if mention is None:
                i += 1
                if not found and i > first + _FAR:
                    break
                continue
            i = mention.last
            owner = i < len(self.tokens) and self.tokens[i].tag == "POS"
            if not owner and before.text.lower() not in _NOT_HIMSELF:
                found.append(mention.person)
        return found

    def _same_list(self, first: int, begin: int) -> bool:
        """Whether what stands between a list's opening words and its first name is no clause about somebody else."""
        between = self.tokens[first:begin]
        return not any(token.text in {";", ":"} or token.tag in {"WP", "WDT"} for token in between)

    def _after_comma(self, first: int) -> bool:
        """Whether the next name stands behind a comma."""
        for i in range(first, min(first + _NEAR, len(self.tokens))):
            if i in self._args.starts:
                return False
            if self.tokens[i].text == ",":
                return True
        return False

    def _before(self, start: int, end: int, each: ListWords) -> Iterator[Part]:
        """“A, B and the Mayor of Cork, Cllr C (Ind), attended”: all who are named before the verb."""
        verb = self._token_from(start)
        if verb is None or verb.i in self.cast.quoted:
            return
        keys: list[str] = []
        i, gap = verb.i - 1, 0
        while i >= 0 and self.tokens[i].sentence == verb.sentence and self.tokens[i].text.lower() not in _OPENS:
            mention = self.cast.by_token.get(i)
            if mention is None:
                gap += not keys
                i -= 1
                continue
            owned = self.tokens[min(mention.last, len(self.tokens) - 1)].tag == "POS"
            if not owned and self.tokens[max(0, mention.first - 1)].text.lower() not in _NOT_HIMSELF:
                keys.append(mention.person)
            i = mention.first - 1
        if gap > _NEAR or not self._is_list(i + 1, verb.i, len(keys)):
            return
        for key in dict.fromkeys(reversed(keys)):
            yield Part(who=key, group=None, mode=each.mode, start=start, end=end, sentence=verb.sentence,
                       rule=f"attendance.{each.id}", weight=_WEAKER.get(each.id, _WEIGHT))  # fmt: skip

    def _is_list(self, first: int, last: int, names: int) -> bool:
        """Whether nothing but names and offices stands before the verb: no other verb, and several names."""
        verbs = sum(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in self.tokens[first:last])
        return names > 1 and not verbs
