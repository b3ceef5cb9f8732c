"""What is being prepared, planned or brought by a project: "is working to", "has plans to", "will be available"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.extract.commitments.readings import FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind


class UnderWay:
    """Reads one article's clauses for plans that no verb of planning and no plain future of somebody's tells."""

    def __init__(
        self, parse: Parse, clauses: Clauses, amounts: AmountFinder, read: Readings, language: str = "en"
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._amounts = amounts
        self._read = read
        data = load(language, "commitments")
        self._words: Mapping[str, frozenset[str]] = {key: frozenset(words) for key, words in data["under_way"].items()}
        self._things = frozenset(data["nouns"]["begun"]) | frozenset(data["nouns"]["project"])
        self._things |= frozenset(data["nouns"]["programme"]) | self._words["offers"]
        self._arranged = frozenset(data["arranged"]["verbs"]) - frozenset(data["deeds"]["usual"])
        self._works = frozenset(data["agents"]["works"])
        self._given = frozenset(data["nouns"]["aid"]) | frozenset(data["nouns"]["owed"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """What the clause says is under way; `spoken`: it stands in a quotation whose speaker is known."""
        if clause.negated or self._read.no_longer(clause) or clause.condition is not None:
            return None
        told = spoken or self._read.reporter(clause) is not None
        return (
            self._in_progress(clause)
            or self._has_plans(clause)
            or (self._plan_is(clause) if told else None)
            or self._available(clause)
            or self._opens(clause)
            or (self._brings(clause, told=told))
            or self._receives(clause, told=told)
        )

    def _made(self, clause: Clause, sort: str, confidence: float, focus: int | None = None) -> Undertaking:
        takes = () if focus is None else (focus,)
        rule = f"commitment.under_way.{sort}"
        thing = sort in {"available", "opens", "brings", "receives"}
        return Undertaking(
            clause, Kind.PLANNED, rule, confidence, clause.verb, focus=focus, takes=takes, by_reporter=thing
        )

    def _in_progress(self, clause: Clause) -> Undertaking | None:
        """`is working to relocate`, `is organizing a session`: the plain progressive of the present."""
        if not clause.progressive or clause.tense is not Tense.PRESENT or clause.passive or clause.modal is not None:
            return None
        aside = self._parse.tokens[clause.verb].dep in {"relcl", "acl"}
        so_far = any(self._parse.tokens[i].text.lower() == "been" for i in self._parse.children[clause.verb])
        if aside or so_far or clause.inherited or clause.subject is None or not self._read.is_agent(clause.subject):
            return None
        if clause.lemma in self._words["working"]:
            to = [verb for verb in (*self._read.infinitives(clause), *self._works_on(clause)) if verb > clause.verb]
            return self._made(clause, "working", 0.65, to[0]) if to else None
        open_ = self._parse.tokens[clause.subject].text.lower() == "they"
        if clause.lemma in self._words["arranging"] | (frozenset() if open_ else self._arranged) and clause.objects:
            return self._made(clause, "arranging", 0.65)
        return None

    def _works_on(self, clause: Clause) -> Iterator[int]:
        """The enabling of "is working on enabling the systems"."""
        tokens = self._parse.tokens
        led = (i for i in self._parse.children[clause.verb] if tokens[i].lemma == "on")
        return (i for each in led for i in self._parse.children[each] if tokens[i].dep == "pcomp")

    def _has_plans(self, clause: Clause) -> Undertaking | None:
        """`have plans to expand`, `there are plans to expand`, `has a plan to produce`."""
        tokens = self._parse.tokens
        nouns = [
            i for i in (*clause.objects, clause.subject) if i is not None and tokens[i].lemma in self._words["plans"]
        ]
        if clause.lemma not in {"have", "be"} or clause.tense is not Tense.PRESENT or not nouns:
            return None
        if clause.lemma == "be" and not any(tokens[i].dep == "expl" for i in self._parse.children[clause.verb]):
            return None
        owner = clause.subject if clause.lemma == "have" else None
        if owner is not None and not self._read.is_agent(owner):
            return None
        deed = next((i for i in self._below(nouns[0]) if self._clauses.get(i) and self._read.has_to(i)), None)
        if deed is None or self._read.denied(nouns[0]):
            return None
        return self._made(clause, "plans", 0.7, deed)

    def _plan_is(self, clause: Clause) -> Undertaking | None:
        """`the intention is to announce`: told by who knows of it."""
        subject, deed = clause.subject, clause.complement
        if clause.lemma != "be" or subject is None or deed is None or clause.inherited or not self._read.has_to(deed):
            return None
        if self._parse.tokens[subject].lemma not in self._words["plans"] or clause.modal is not None:
            return None
        return replace(self._made(clause, "plans", 0.65, deed), by_reporter=True)

    def _below(self, noun: int) -> Iterator[int]:
        return (i for i in self._parse.children[noun] if self._parse.tokens[i].dep in {"acl", "relcl"})

    def _available(self, clause: Clause) -> Undertaking | None:
        """`the course will be available to schools`, `it is expected to be operational by May`."""
        tokens = self._parse.tokens
        inner = self._clauses.get(clause.complement) if clause.lemma == "expect" and clause.passive else clause
        ahead = clause.modal in FUTURE or inner is not clause
        if inner is None or not ahead or inner.lemma != "be":
            return None
        states = [i for i in inner.adverbs if tokens[i].dep == "acomp"]
        states += [i for i in self._parse.children[inner.verb] if tokens[i].dep == "acomp"]
        if not any(tokens[i].lemma in self._words["states"] for i in states) or not self._is_thing(clause):
            return None
        return self._made(clause, "available", 0.6)

    def _is_thing(self, clause: Clause) -> bool:
        subject = clause.subject
        return subject is not None and self._read.names(subject, self._things)

    def _opens(self, clause: Clause) -> Undertaking | None:
        """`Two restaurants will open in Tarn`, `measures will take effect in September`: a thing, a time or place."""
        inner = self._clauses.get(clause.complement) if clause.passive and clause.lemma == "expect" else None
        act = inner or clause
        ahead = (
            clause.modal in FUTURE | ({"would"} if self._read.reporter(clause) else frozenset()) or inner is not None
        )
        if not ahead or act.passive or act.lemma not in self._words["opening"] or not self._is_thing(clause):
            return None
        tokens = self._parse.tokens
        if act.lemma in {"take", "come", "go", "enter"} and not any(
            tokens[i].lemma in {"effect", "force", "place", "live", "service", "operation"}
            for i in self._parse.subtree(act.verb)
        ):
            return None
        settled = any(tokens[i].entity in {"DATE", "TIME", "GPE", "LOC", "FAC"} for i in self._parse.subtree(act.verb))
        return self._made(clause, "opens", 0.6) if settled else None

    def _brings(self, clause: Clause, *, told: bool) -> Undertaking | None:
        """`the factory will employ 240 people`: told by who answers for it; `the project will benefit 300 women`."""
        if clause.modal not in FUTURE | {"would"} or clause.passive or clause.lemma not in self._words["bringing"]:
            return None
        tokens = self._parse.tokens
        below = [tokens[i] for noun in clause.objects for i in self._parse.subtree(noun)]
        fits = any(each.pos == "NUM" for each in below)
        if clause.lemma in self._words["linking"]:  # "the train will connect Tarn to the coast"
            below += [tokens[noun] for name, noun in clause.preps if name in {"to", "with"}]
            fits = fits or any(each.entity in {"GPE", "FAC", "LOC"} for each in below)
        if not fits or not self._is_thing(clause):
            return None
        runs = clause.subject is not None and tokens[clause.subject].lemma in self._works
        made = self._made(clause, "brings", 0.6)
        return made if told else replace(made, by_reporter=False) if runs and clause.modal in FUTURE else None

    def _receives(self, clause: Clause, *, told: bool) -> Undertaking | None:
        """`the producers will receive six varieties`, `they will get $50,000`: given by whoever is in charge."""
        if clause.modal not in FUTURE | {"would"} or clause.passive or clause.lemma not in self._words["receiving"]:
            return None
        if clause.modal == "would" and not told:
            return None
        given = any(self._read.names(noun, self._given) for noun in clause.objects)
        sums = clause.objects and bool(self._amounts.money(*self._clauses.span_of(clause)))
        return self._made(clause, "receives", 0.6) if given or sums else None
