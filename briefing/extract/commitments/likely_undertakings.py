"""Which clauses are likely to undertake something: a learned vote on what the rules found and on what they passed over.

The rules decide the direction: who must do something, or is asked to, has promised nothing, whatever the weights say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from briefing.extract.attendance.taking_part import load_taking_part
from briefing.extract.commitments.analysed_article import AnalysedArticle
from briefing.extract.commitments.clause_signs import ClauseSigns
from briefing.extract.commitments.readings import DUTY, FUTURE, Undertaking
from briefing.extract.commitments.ruled_clauses import Ruled, RuledClauses
from briefing.extract.commitments.undertaking_weights import Likelihood, UndertakingWeights
from briefing.extract.grammar.clauses import Clause, Form
from briefing.extract.lexis.lexicon import load
from briefing.model.facts import Kind

RULE = "commitment.likely"
_OWED = frozenset((*DUTY, "need"))
_HUNG = frozenset(("xcomp", "ccomp", "conj", "acl", "advcl", "relcl", "pcomp", "prep"))
_SOMEBODY = frozenset(("i", "we", "he", "she", "they", "who", "which", "both", "all"))
_PLAIN_ASKING = frozenset(("whom_to", "for"))  # others ask only with certain objects: "moved a motion"
_COMING = frozenset(("attend", "visit", "meet", "arrive", "take_part"))  # rules of attendance: whole deeds
_HOSTING = frozenset(("receive", "discuss_with", "take_part"))  # with talks as their object likewise
_OUTRIGHT = 0.4  # by the reports that may be read, where what such a verb says was right as often as not
_FARTHEST = 3  # heads above a verb by which it may be asked for


class LikelyUndertakings:
    """The vote on one article's clauses."""

    def __init__(self, article: AnalysedArticle, language: str = "en") -> None:
        self._parse, self._cast = article.parse, article.cast
        self._clauses = article.clauses
        self._undertakings = article.undertakings
        self._spoken, self._is_told = article.spoken, article.told
        self._signs = ClauseSigns(article, language)
        self._taking_part = load_taking_part(language)
        data = load(language, "commitments")
        asks = {verb: entry for verb, entry in data["verbs"].items() if entry[0] == Kind.REQUESTED}
        self._asking = frozenset(asks)
        self._idle = frozenset(data["idle"]["verbs"])
        self._only_asking = frozenset(verb for verb, entry in asks.items() if _PLAIN_ASKING & set(entry))
        vetoes = load(language, "vetoes")
        self._attending = frozenset((*vetoes["attendance"]["verbs"], *vetoes["attendance"]["mutual"]))
        ending, self._failing = vetoes["ending"], frozenset(vetoes["over"]["failing"])
        self._endings = frozenset((*ending["verbs"], *ending["with_on"], *ending["with_out"]))
        self._endable = frozenset(ending["held"])
        self._wishes = frozenset(noun for noun, entry in data["nominals"].items() if entry[0] == Kind.REQUESTED)

    @cached_property
    def _readings(self) -> Mapping[int, tuple[Undertaking, str | None]]:
        """What the rules read in each clause by itself, and what speaks against it."""
        found = {}
        for clause in self._clauses:
            reading = self._undertakings.reading(clause, spoken=self._spoken(clause.verb))
            if reading is not None:
                found[clause.verb] = reading
        return found

    def candidates(self, ruled: Sequence[Ruled]) -> list[Clause]:
        """The clauses on which to vote: those of what the rules found, and those that may undertake something."""
        known = RuledClauses(self._parse, ruled)
        return [clause for clause in self._clauses if self._may_count(clause, bool(self._own(known, clause.verb)))]

    def _may_count(self, clause: Clause, found: bool) -> bool:
        """Whether the vote can keep or add something; `found`: whether a rule found something in the clause."""
        reading = self._readings.get(clause.verb)
        if reading is None and clause.form is not Form.FINITE:
            return False
        if found:
            return True
        if not self._undertakings.states(clause):
            return False
        if reading is not None:
            return reading[1] is None
        return not (self._of_nobody(clause) or self._undone(clause))

    def signs(self, ruled: Sequence[Ruled], clauses: Iterable[Clause]) -> dict[int, set[str]]:
        """The signs of some clauses, by verb: their own, what the rules say of them and of what is above and below."""
        known = RuledClauses(self._parse, ruled)
        of_rules = {clause.verb: set(self._of_rules(clause, known)) for clause in self._clauses}
        found = {}
        for clause in clauses:
            signs = self._signs.of(clause) | of_rules[clause.verb]
            head = self._parse.tokens[clause.verb].head
            below = (clause.complement, *self._undertakings.read.infinitives(clause))
            over = of_rules.get(head, set()) if head != clause.verb else set()
            under = {sign for i in below if i is not None for sign in of_rules.get(i, ())}
            signs |= {f"up.{sign}" for sign in over if sign.startswith(("reads.", "found."))}
            signs |= {f"down.{sign}" for sign in under if sign.startswith(("reads.", "found."))}
            found[clause.verb] = signs
        return found

    def words(self, clauses: Iterable[Clause]) -> dict[int, dict[str, list[str]]]:
        """The words of some clauses by the part they play."""
        return {clause.verb: dict(self._signs.words(clause)) for clause in clauses}

    def lead(self) -> list[str]:
        """The words with which the article begins."""
        return self._signs.lead()

    def _of_rules(self, clause: Clause, known: RuledClauses) -> Iterator[str]:
        """What the rules read in a clause, whether they let it stand, and whether it is within what they found."""
        reading = self._readings.get(clause.verb)
        if reading is not None:
            made, against = reading
            yield from (f"reads.{made.kind.value}", f"reading.{_group(made.rule)}")
            if against is not None:
                yield from ("barred", f"barred.{against}", f"barred.{against}.{made.kind.value}")
        own = self._own(known, clause.verb)
        for one in (known.all[at] for at in own):
            yield from ("found", f"found.{one.made.kind.value}", f"finding.{_group(one.made.rule)}")
            yield f"sure.{int(5 * one.made.confidence)}"
        if not own:
            within = known.around(clause.verb)
            yield "unfound" if within is None else f"within.{within.made.kind.value}"

    def _own(self, known: RuledClauses, verb: int) -> list[int]:
        """Which of what the rules found is of this clause."""
        reading = self._readings.get(verb)
        return known.of((verb,) if reading is None else (verb, reading[0].kind_verb))

    def chances(self, ruled: Sequence[Ruled], weights: UndertakingWeights) -> dict[int, Likelihood]:
        """How likely each clause is, by verb."""
        clauses = self.candidates(ruled)
        signs, words = self.signs(ruled, clauses), self.words(clauses)
        verbs = list(signs)
        likely = weights.likely([(signs[verb], words[verb]) for verb in verbs], self.lead())
        return dict(zip(verbs, likely, strict=True))

    def judged(
        self, ruled: Sequence[Ruled], chances: Mapping[int, Likelihood], weights: UndertakingWeights
    ) -> tuple[list[Ruled], list[Undertaking]]:
        """Of what the rules found what stands, and what else is likely, the likeliest first."""
        best: dict[int, float] = {}
        taken: set[int] = set()
        known = RuledClauses(self._parse, ruled)
        for verb, chance in chances.items():
            for at in self._own(known, verb):
                best[at] = max(best.get(at, 0.0), chance.any)
                taken.add(verb)
        kept = [one for at, one in enumerate(ruled) if best.get(at, 1.0) >= weights.least_kept * _doubted(one.made)]
        least = weights.least_added
        others = (verb for verb in chances if verb not in taken and chances[verb].any >= least)
        made = (self._likely(verb, chances[verb]) for verb in sorted(others, key=lambda verb: -chances[verb].any))
        return kept, [one for one in made if one is not None]

    def _likely(self, verb: int, chance: Likelihood) -> Undertaking | None:
        """The undertaking that no rule found; `None` where the rules speak against it."""
        clause, reading = self._clauses.by_verb[verb], self._readings.get(verb)
        if reading is not None:
            made, _ = reading
            if made.kind is not Kind.REQUESTED and self._only_attends(clause):
                return None
            return replace(made, rule=f"{RULE}.{made.kind.value}", confidence=round(chance.any, 3))
        kind = self._kind(clause, chance)
        if kind is None or (kind is not Kind.REQUESTED and self._only_attends(clause)):
            return None
        owed = clause.modal in _OWED or self._has_to(clause)
        by_reporter = owed or (clause.passive and clause.agent is None)
        asks = clause.subject if owed and not clause.passive else None
        teller = self._teller(clause) if owed else None
        if owed and teller is None and not self._is_told(clause):
            return None  # who writes it asks nobody
        made = Undertaking(clause, kind, f"{RULE}.{kind.value}", round(chance.any, 3), verb,
                           by_reporter=by_reporter, asks=asks, actor=teller)  # fmt: skip
        return self._undertakings.vetoes.passed(made)

    def _teller(self, clause: Clause) -> int | None:
        """Who reports in the sentence before, of which an unreported duty in the same paragraph goes on."""
        sentence = self._parse.tokens[clause.verb].sentence
        before = self._parse.sentences[sentence - 1] if sentence else None
        if before is None or self._is_told(clause):
            return None
        for i in range(before.last - 1, before.first - 1, -1):
            report = self._clauses.get(i)
            told = report is not None and report.complement is not None and self._undertakings.read.reports(report)
            if told and report is not None and report.doer is not None and self._undertakings.is_agent(report.doer):
                same = self._parse.tokens[i].paragraph == self._parse.tokens[clause.verb].paragraph
                return report.doer if same else None
        return None

    def _of_nobody(self, clause: Clause) -> bool:
        """`it will take time`, `this will help`, `the course will suit children`: what acts is nobody."""
        subject = None if clause.subject is None else self._parse.tokens[clause.subject]
        if clause.doer is not None and not self._undertakings.is_agent(clause.doer):
            return True
        if subject is None or subject.pos not in {"PRON", "DET"}:
            return False
        if subject.text.lower() == "it":  # "the agency said it will build"
            return self._spoken(clause.verb) or self._undertakings.reporter(clause) is None
        return subject.text.lower() not in _SOMEBODY

    def _undone(self, clause: Clause) -> bool:
        """`failed to sign`, `broke its promise`, `called it false that ...`: nothing is undertaken, or no longer."""
        vetoes, below = self._undertakings.vetoes, self._parse.subtree(clause.verb)
        reports = self._undertakings.read.reports(clause) and not clause.objects  # what is said counts, not the saying
        if clause.lemma in self._idle or reports or (clause.passive and clause.lemma in self._asking):
            return True
        if clause.condition is not None and not self._is_told(clause):
            return True
        if vetoes.negated(clause) or vetoes.takes_back(clause) or clause.lemma in self._failing:
            return True
        if any(self._parse.tokens[i].text.lower() == "longer" for i in clause.adverbs):
            return True  # "no longer builds"
        if any(self._readings[i][1] == "denied" for i in below if i in self._readings):
            return True
        ends = clause.lemma in self._endings
        return ends and any(self._parse.tokens[i].lemma in self._endable for i in below)

    def _only_attends(self, clause: Clause) -> bool:
        """`met in Oslo`, `visited the port`, `held talks`: who does so has done nothing else; not `met the costs`."""
        rules, tokens = self._taking_part, self._parse.tokens
        if clause.passive:
            return False  # "will be returned to all customers"
        ids = {rule.id for rule in rules.by_verb.get(clause.lemma, ())}
        words = [{tokens[i].lemma, tokens[i].text.lower()} for i in clause.objects]
        if words and "run" in ids and ids & _HOSTING and all(each & rules.talks for each in words):
            return True
        if ids & {"attend", "visit"}:
            return True
        if not (ids & _COMING or clause.lemma in self._attending or clause.lemma in rules.speaks_of):
            return False
        known = rules.talks | rules.remarks | rules.groups
        return all(i in self._cast.by_token or each & known for i, each in zip(clause.objects, words, strict=True))

    def _kind(self, clause: Clause, chance: Likelihood) -> Kind | None:
        """The likeliest kind that the grammar allows; `None`: the clause only has the form of a promise."""
        if clause.modal in _OWED or self._has_to(clause):
            return None if self._undertakings.read.own_subject(clause) is None else Kind.REQUESTED
        if self._governed(clause.verb) or (clause.modal == "would" and not self._is_told(clause)):
            return None
        likeliest = max(chance.kinds, key=lambda kind: chance.kinds[kind])
        return likeliest if (likeliest is Kind.REQUESTED) == self._asks(clause) else None

    def _asks(self, clause: Clause) -> bool:
        """`urged them to go`, `called for talks`; not `wants to go`, `will ask`, `is expected to go`."""
        if clause.lemma not in self._only_asking or clause.modal in FUTURE | {"would"} or clause.passive:
            return False
        inner = self._clauses.get(clause.complement)
        if clause.lemma == "call":  # "called the ruling invalid" asks for nothing
            return clause.prep("for", "on", "upon") is not None and not clause.objects
        return bool(clause.objects or clause.preps or (inner is not None and not inner.inherited))

    def _has_to(self, clause: Clause) -> bool:
        """`has to build`, `needs to build`."""
        owes = clause.lemma in {"have", "need"} and clause.form is Form.FINITE
        return owes and clause.complement is not None and self._undertakings.read.has_to(clause.complement)

    def _governed(self, verb: int) -> bool:
        """Whether what governs a clause asks for it, says that it must be, or only that it may be."""
        tokens = self._parse.tokens
        for _ in range(_FARTHEST):
            token = tokens[verb]
            if token.dep not in _HUNG or token.head == verb:
                return False
            head, above = tokens[token.head], self._clauses.get(token.head)
            if head.lemma in self._asking or head.lemma in self._wishes:
                return True
            if above is not None and (
                above.modal in _OWED or self._has_to(above) or not self._undertakings.states(above)
            ):
                return True
            verb = head.i
        return False


def _doubted(made: Undertaking) -> float:
    """How much of the weights' doubt counts: little where a verb of asking or refusing says outright what it is."""
    outright = made.kind in {Kind.REQUESTED, Kind.DECLINED} and made.rule.startswith("commitment.verb.")
    return _OUTRIGHT if outright else 1.0


def _group(rule: str) -> str:
    """The sort of a rule: `commitment.verb.sign` is one of `verb`, `commitment.future.own` one of `future.own`."""
    parts = rule.split(".")[1:]
    return parts[0] if parts[0] in {"verb", "noun", "list"} else ".".join(parts[:2])
