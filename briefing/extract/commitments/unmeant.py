"""What only has the form of an undertaking: contests, words put into others' mouths, what one would do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.extract.commitments.readings import FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.model.facts import Kind

_OWN = frozenset(("i", "we"))
_OTHER = frozenset(("he", "she"))
_INNER = re.compile(r"(?:^|(?<=[\s,:(—–]))['‘](?=\w)")
_INNER_END = re.compile(r"(?<=[\w,.?!…])['’](?!\w)")
_AHEAD = frozenset((Kind.PLANNED, Kind.PLEDGED, Kind.DECLINED))


class Unmeant:
    """The vetoes on what one article's people say without undertaking or asking for anything."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "vetoes")["unmeant"]
        self._words: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data.items()}

    def bars(self, made: Undertaking, *, spoken: bool) -> bool:
        """Whether nothing is undertaken; `spoken`: the clause stands in a quotation whose speaker is known."""
        if made.noun is not None:
            return False
        inner = spoken and self._within_inner(made.clause.verb)
        if inner or made.kind is Kind.REQUESTED:
            return inner or self._idle_request(made, spoken=spoken)
        if made.kind in {Kind.SIGNED, Kind.DELIVERED, Kind.AGREED, Kind.ANNOUNCED} and self._dates(made.clause):
            return True
        if (made.kind is Kind.AGREED and self._is_usual(made)) or self._counts_pledged(made.clause):
            return True
        return made.kind in _AHEAD and (
            self._would(made.clause, spoken=spoken)
            or self._nearly(made.clause)
            or self._contest(made)
            or self._analysis(made, spoken=spoken)
            or self._to_show(made.clause)
            or self._of_anybody(made.clause)
            or self._of_a_work(made.clause)
            or self._refuses_not(made)
            or self._stalls(made)
        )

    def _refuses_not(self, made: Undertaking) -> bool:
        """`refused not to fight`: they did what they would have refused."""
        inner = self._clauses.get(made.focus)
        own = made.kind is Kind.DECLINED and not made.clause.negated and made.rule.startswith("commitment.verb.")
        return own and inner is not None and inner.negated and made.clause.lemma in self._words["refusing"]

    def _stalls(self, made: Undertaking) -> bool:
        """`a new team refuses to emerge`, `the engine refused to start`: nobody has been asked."""
        inner, subject = self._clauses.get(made.focus), made.clause.subject
        if made.kind is not Kind.DECLINED or made.clause.lemma not in self._words["refusing"] or inner is None:
            return False
        thing = subject is not None and not made.clause.inherited and not self._read.is_agent(subject)
        words = self._words["vanishing"] | (self._words["stalling"] if thing else frozenset[str]())
        return inner.lemma in words and not any(i > inner.verb for i in inner.objects)

    def _counts_pledged(self, clause: Clause) -> bool:
        """`60 pledged delegates`, of which the parser makes a clause."""
        return clause.lemma == "pledge" and clause.doer is not None and self._parse.tokens[clause.doer].pos == "NUM"

    def _below(self, verb: int) -> Iterator[Token]:
        return (self._parse.tokens[i] for i in self._parse.children[verb])

    def _deed(self, made: Undertaking) -> Clause:
        clause = made.clause
        going = clause.complement if clause.lemma in {"go", "be"} else None
        return self._clauses.get(made.focus if made.focus is not None else going) or clause

    def _within_inner(self, verb: int) -> bool:
        """`“They say, ‘I’ll vote for her,’” he said`: words that the speaker puts into another's mouth."""
        token = self._parse.tokens[verb]
        start = self._parse.paragraphs[token.paragraph].start
        text = self._parse.article.text[start : token.start]
        inner = [match.start() for match in _INNER.finditer(text)]
        if not inner:
            return False
        before, within = text[: inner[-1]], text[inner[-1] + 1 :]
        outer = before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
        return outer and _INNER_END.search(within) is None and '"' not in within and "”" not in within

    def _would(self, clause: Clause, *, spoken: bool) -> bool:
        """`“I'd beat him”`: what somebody would do, in words that are not reported."""
        subject = clause.subject
        own = subject is not None and self._parse.tokens[subject].text.lower() in _OWN
        return spoken and own and clause.modal == "would"

    def _nearly(self, clause: Clause) -> bool:
        """`will almost certainly run`: a guess."""
        words = (self._parse.tokens[i].text.lower() for i in range(max(clause.verb - 3, 0), clause.verb))
        return "almost" in words

    def _contest(self, made: Undertaking) -> bool:
        """`We're going to win`, `I will vote for her`, `we plan to conquer`: plain futures of campaigns and games."""
        act = self._deed(made)
        if not made.rule.startswith(("commitment.future", "commitment.state")):
            return made.kind is Kind.PLANNED and made.focus is not None and act.lemma in self._words["contests"]
        aim = self._clauses.get(act.complement)
        if act.lemma in self._words["contests"] or (aim is not None and aim.lemma in self._words["contests"]):
            return True
        if act.lemma in self._words["bare_contests"] and not act.objects:
            return act.prep("with", "together") is None
        if act.lemma == "write" and act.particle == "in":
            return True
        cast = act.prep("for") is not None or (act.prep("in") is not None and act.prep("against", "on") is None)
        votes = any(self._parse.tokens[i].lemma in {"ballot", "vote"} for i in act.objects)
        return act.lemma in self._words["ballots"] and (cast or votes)

    def _analysis(self, made: Undertaking, *, spoken: bool) -> bool:
        """`If the party splits, its leader will spend years ...`: what the writer expects."""
        clause = made.clause
        plain = made.rule.startswith("commitment.future") and clause.modal in FUTURE | {"would"}
        told = spoken or self._read.reporter(clause) is not None
        open_ = clause.subject is not None and self._parse.tokens[clause.subject].pos == "PRON"
        return plain and open_ and not told and clause.condition is not None

    def _to_show(self, clause: Clause) -> bool:
        """`to show he will unify the party`: what would have to be proved."""
        above = self._parse.tokens[clause.verb].head
        head = self._clauses.get(above)
        if head is None or above == clause.verb or self._parse.tokens[clause.verb].dep != "ccomp":
            return False
        return head.lemma in self._words["showing"] and self._read.has_to(above)

    def _of_anybody(self, clause: Clause) -> bool:
        """`anyone who refuses`, `people who refuse to pay`."""
        subject, tokens = clause.subject, self._parse.tokens
        if subject is None or not clause.inherited or tokens[clause.verb].dep != "relcl":
            return False
        if tokens[subject].text.lower() in self._words["anybody"]:
            return True
        bare = tokens[subject].tag == "NNS" and not any(
            each.i < subject and each.pos != "PUNCT" for each in self._below(subject)
        )
        return bare and clause.modal is None

    def _of_a_work(self, clause: Clause) -> bool:
        """`The film is set to be released`."""
        subject = clause.subject
        return subject is not None and self._parse.tokens[subject].lemma in self._words["works"]

    def _dates(self, clause: Clause) -> bool:
        """`was five years old when the charter was signed`, `before the law is passed`: named only for its time."""
        token = self._parse.tokens[clause.verb]
        return token.dep == "advcl" and any(
            each.dep in {"advmod", "mark"} and each.text.lower() in {"when", "before"} for each in self._below(token.i)
        )

    def _is_usual(self, made: Undertaking) -> bool:
        """`the agency that approves visas`, `the party agrees on its opposition`: the plain present of others."""
        clause, tokens = made.clause, self._parse.tokens
        own = clause.subject is not None and tokens[clause.subject].text.lower() in _OWN
        plain = clause.tense is Tense.PRESENT and not clause.progressive and clause.modal is None
        if made.focus is not None or clause.passive:
            return False
        partner = clause.prep("with")
        shares = clause.lemma == "agree" and partner is not None and tokens[partner].entity == "PERSON"
        matter = clause.prep("on", "upon", "to")
        deed = matter is not None and self._read.names(matter, self._read.nouns["deed"] | self._read.nouns["document"])
        return (plain and not own) or (shares and not deed)  # "agreed with Mr Keller on the issue" is an opinion

    def _idle_request(self, made: Undertaking, *, spoken: bool) -> bool:
        clause, tokens = made.clause, self._parse.tokens
        if made.rule == "commitment.duty":
            return self._idle_duty(clause, spoken=spoken)
        doer = None if clause.doer is None else tokens[clause.doer]
        forced = clause.lemma in self._words["forcing"] and clause.form is Form.PARTICIPLE
        if forced or (doer is not None and clause.lemma == "hope" and doer.tag == "NNS"):
            return True  # "shelled the town, forcing the people to flee"
        everybody = doer is not None and doer.text.lower() in self._words["everybody"]
        if everybody and clause.lemma in self._words["wishing"]:
            return True
        if made.focus is not None and clause.lemma in {*self._words["wishing"], "ask"}:
            return self._of_the_mind(clause, made.focus)
        if doer is not None and clause.lemma in {"propose", "suggest"} and doer.lemma in self._words["designing"]:
            doing = any(each.dep in {"xcomp", "ccomp"} and each.tag == "VBG" for each in self._below(clause.verb))
            return doing or made.focus is None  # "the scientists propose a strategy"
        return self._for_nothing(made) or self._of_a_career(clause) or self._by_phone(clause)

    def _of_the_mind(self, clause: Clause, focus: int) -> bool:
        """`asked him to guess`, `wants them to know`; not `wants to be heard`, `wants to see action`."""
        lemma, inner = self._parse.tokens[focus].lemma, self._clauses.get(focus)
        if clause.lemma == "ask":
            return lemma in self._words["answers"]
        done = inner is not None and (inner.passive or bool(inner.objects))
        return not done and lemma in self._words["mere"]

    def _by_phone(self, clause: Clause) -> bool:
        """`made 150 phone calls`, `placed several calls to her`."""
        tokens = self._parse.tokens
        calls = [i for i in clause.objects if tokens[i].lemma == "call"] if clause.lemma in {"make", "place"} else []
        below = (tokens[i] for call in calls for i in self._parse.children[call])
        return bool(calls) and not any(each.dep == "prep" and each.lemma in {"for", "on"} for each in below)

    def _idle_duty(self, clause: Clause, *, spoken: bool) -> bool:
        """`knows that we must`, `if you work, you should be paid`, `“he has to keep it up”`."""
        subject = None if clause.subject is None else self._parse.tokens[clause.subject].text.lower()
        above = self._read.reporter(clause)
        known = above is not None and above.lemma in self._words["knowing"]
        generic = (subject == "you" and clause.condition is not None) or self._is_everybody(clause)
        mere = any(self._parse.tokens[i].lemma in self._words["heed"] for i in clause.objects) or self._heeds(clause)
        if mere or (subject == "you" and self._directs(clause)):
            return True
        return known or generic or (spoken and clause.lemma == "have" and subject in _OTHER)

    def _directs(self, clause: Clause) -> bool:
        """`you must cross the meadow to reach it`: which way leads there."""
        inner = self._clauses.get(clause.complement) if clause.lemma == "have" else clause
        if inner is None or inner.lemma not in self._words["ways"]:
            return False
        aims = (each for verb in {clause.verb, inner.verb} for each in self._below(verb))
        return any(each.lemma in self._words["arriving"] and self._read.has_to(each.i) for each in aims)

    def _is_everybody(self, clause: Clause) -> bool:
        """`people should care`; not `people living by the river should move`."""
        if clause.subject is None or self._parse.tokens[clause.subject].text.lower() not in self._words["everybody"]:
            return False
        return not any(each.dep in {"acl", "relcl", "prep"} for each in self._below(clause.subject))

    def _heeds(self, clause: Clause) -> bool:
        """`we have to take it seriously`, `we should pay attention`: the duty of one's own mind."""
        inner = self._clauses.get(clause.complement) if clause.lemma == "have" else clause
        if inner is None:
            return False
        serious = any(self._parse.tokens[i].lemma == "seriously" for i in inner.adverbs)
        return serious or any(self._parse.tokens[i].lemma in self._words["heed"] for i in inner.objects)

    def _for_nothing(self, made: Undertaking) -> bool:
        """`I've urged him since May`: it is not said to do what."""
        clause = made.clause
        if made.asks is not None or made.focus is not None or not clause.objects:
            return False
        thing = self._parse.tokens[clause.objects[0]]
        return clause.lemma in self._words["of_somebody"] and (thing.pos == "PRON" or thing.entity == "PERSON")

    def _of_a_career(self, clause: Clause) -> bool:
        """`a charity that lobbies for families`, `she campaigned for women's rights`: what somebody stands for."""
        token = self._parse.tokens[clause.verb]
        if clause.lemma in self._words["careers"]:
            matter = clause.prep("for")
            once = clause.tense is Tense.PAST and token.dep in {"ROOT", "conj", "ccomp"} and matter is not None
            step = once and matter is not None and self._read.names(matter, self._read.nouns["deed"])
            return not (clause.progressive or step)
        habit = clause.lemma in self._words["causes"] and clause.modal is None and not clause.progressive
        return habit and token.tag in {"VBZ", "VBP"} and token.dep in {"relcl", "acl", "advcl"}
