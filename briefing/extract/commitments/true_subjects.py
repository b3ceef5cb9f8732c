"""Who acts in a clause, where the parser took another word for its subject."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.extract.grammar.clauses import Clause
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.reference.cast import Cast

_BARRING = frozenset(("PUNCT", "CCONJ", "SCONJ", "VERB", "PRON"))  # between a title and the name after it
_ASIDE = re.compile(r"\([^()]*\)")
_BREAK = re.compile(r":|\s[-–]\s|—")
_BARE = frozenset(("VB", "VBG"))


class TrueSubjects:
    """Looks at the subjects of one article; `reporter` tells the clause that reports another."""

    def __init__(
        self, parse: Parse, cast: Cast, reporter: Callable[[Clause], Clause | None], language: str = "en"
    ) -> None:
        self._parse = parse
        self._people = cast.by_token
        self._clauses = cast.clauses
        self._reporter = reporter
        self._offices = frozenset((*load(language, "commitments")["agents"]["persons"], "delegate", "representative"))
        self._relaying = frozenset(load(language, "saying")["verbs"]["relaying"])

    def of(self, clause: Clause) -> int | None:
        """The noun of who acts, the parser's subject where nothing speaks against it."""
        joined = self._joined_on(clause)
        doer = self._nearest(clause, self._lifted(clause)) if joined is None else joined
        if doer is None and not clause.passive and self._parse.tokens[clause.verb].tag == "VBD":
            return self._ends_before(clause.verb)
        return doer if doer is None else self._beside(doer, clause.verb)

    def _joined_on(self, clause: Clause) -> int | None:
        """`Chile asked for tents and Norway offered boats`: the name before the verb, hung on what was asked for."""
        tokens, i = self._parse.tokens, clause.verb - 1
        if i < 1 or not clause.inherited or clause.passive or tokens[clause.verb].tag not in {"VBD", "VBZ"}:
            return None
        hung = tokens[i].dep == "conj" and tokens[i].pos == "PROPN" and tokens[i].head < i
        led = tokens[min(self._parse.subtree(i)) - 1].pos == "CCONJ"
        return i if hung and led and tokens[clause.verb].dep == "conj" else None

    def named_after(self, doer: int, verb: int) -> int:
        """`Union of Nurses secretary Ana Diaz vowed`: the name right before the verb, where the parser stops short."""
        tokens, people = self._parse.tokens, self._people
        if doer in people or tokens[doer].pos not in {"PROPN", "NOUN"} or verb <= doer:
            return doer
        last = next((i for i in range(verb - 1, doer, -1) if i in people), None)
        if last is not None and self._set_beside(doer, people[last].first, last, verb):
            return last
        if last is None or any(tokens[i].pos in _BARRING for i in range(doer + 1, people[last].first)):
            return doer
        if self._led_off(doer, people[last].first):
            return doer  # "the family of Ana Diaz", "critics of President Ana Diaz"
        aside = self._parse.article.text[tokens[last].end : tokens[verb].start].strip()
        aside = _ASIDE.sub("", aside).strip()
        after = (i for i in range(last + 1, verb) if tokens[i].text in aside.split())
        return last if all(tokens[i].pos in {"ADV", "AUX"} or tokens[i].entity == "DATE" for i in after) else doer

    def _led_off(self, doer: int, first: int) -> bool:
        """Whether a preposition leads from the doer to the name, but for one within the name of the doer's body."""
        tokens = self._parse.tokens
        body = doer
        while body + 1 < first and tokens[doer].entity == "ORG" and tokens[body + 1].entity == "ORG":
            body += 1
        return any(tokens[i].pos == "ADP" or tokens[i].dep == "prep" for i in range(body + 1, first))

    def _set_beside(self, doer: int, first: int, last: int, verb: int) -> bool:
        """`Harbour Trust delegate in Tarn, Ana Diaz, announced`: the name between commas behind somebody's office."""
        tokens = self._parse.tokens
        if tokens[first - 1].text != "," or tokens[last + 1].text != "," or last + 2 != verb:
            return False
        if any(token.text == "," for token in tokens[doer : first - 1]):
            return False
        return any(tokens[i].dep == "appos" and tokens[i].lemma in self._offices for i in self._parse.children[doer])

    def _ends_before(self, verb: int) -> int | None:
        """`Clerk of the Council of the Isles Ana Diaz announced`: a person's name where there is no subject."""
        mention = self._people.get(verb - 1)
        return None if mention is None else verb - 1

    def _beside(self, doer: int, verb: int) -> int:
        """`According to the chair, Ana Diaz, the nurses have agreed`: several beside one, right before the verb."""
        tokens = self._parse.tokens
        if doer not in self._people:
            return doer
        beside = (i for i in self._parse.children[doer] if tokens[i].dep == "appos" and tokens[i].tag == "NNS")
        return next((i for i in beside if i < verb and tokens[max(self._parse.subtree(i)) + 1].text != ","), doer)

    def _nearest(self, clause: Clause, doer: int | None) -> int | None:
        """`Good news: on Friday, the bank opened ...`: the subject that stands next to the verb, of several."""
        tokens = self._parse.tokens
        own = [i for i in self._parse.children[clause.verb] if tokens[i].dep == "nsubj" and i < clause.verb]
        if doer is None or doer not in own[:-1] or tokens[own[-1]].pos not in {"NOUN", "PROPN"}:
            return doer
        led = self._parse.article.text[tokens[doer].end : tokens[own[-1]].start]
        return own[-1] if _BREAK.search(led) else doer

    def _lifted(self, clause: Clause) -> int | None:
        """Who acts; of `He said the job would be done and promised more` who said it, not the job."""
        tokens, verb = self._parse.tokens, clause.verb
        head = self._clauses.get(tokens[verb].head)
        if head is not None and tokens[verb].tag == "VBG" and tokens[verb].dep == "advcl":
            return self._told_of(clause, head)
        if tokens[verb].dep != "conj" or tokens[verb].tag not in {"VBD", "VBZ"} or head is None or not clause.inherited:
            return clause.doer
        if tokens[head.verb].tag in _BARE and tokens[verb].tag == "VBD":
            above = self._told(head)
            return clause.doer if above is None else above.doer
        above = self._reporter(head)
        joined = head.modal is not None and above is not None and above.doer is not None
        return above.doer if joined and above is not None else clause.doer

    def _told(self, clause: Clause) -> Clause | None:
        """`Diaz said the unions would work towards paying and urged ...`: the past above what is no past."""
        tokens, i = self._parse.tokens, clause.verb
        while tokens[i].head != i:
            i = tokens[i].head
            above = self._clauses.get(i)
            if above is not None and tokens[i].tag == "VBD" and above.doer is not None:
                return above
        return None

    def _told_of(self, clause: Clause, head: Clause) -> int | None:
        """`Crowds filled the square, the paper reported, asking for bread`: the crowds, not the paper."""
        tokens = self._parse.tokens
        if head.lemma not in self._relaying or not clause.inherited:
            return clause.doer
        inner = (self._clauses.get(i) for i in self._parse.children[head.verb] if tokens[i].dep == "ccomp")
        told = next((each for each in inner if each is not None and each.verb < head.verb), None)
        return clause.doer if told is None or told.doer is None else told.doer
