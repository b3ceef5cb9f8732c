"""What nobody has given his word for, though it reads like an undertaking: of projects, forebears, oneself, others."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.commitments.readings import DUTY, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_BEGUN = frozenset((Kind.DELIVERED, Kind.ANNOUNCED, Kind.PLANNED))
_OURS = frozenset(("our", "my"))
_BETTER = frozenset(("better", "best", "rather"))
_ITSELF = frozenset(("it", "he", "she"))
_THIRD = frozenset(("his", "her", "their"))
_NAMES = frozenset(("ORG", "GPE", "PERSON", "NORP"))


class NoWord:
    """The vetoes on what one article tells of somebody or something that undertakes nothing by it."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "vetoes")
        self._words: Mapping[str, frozenset[str]] = {key: frozenset(words) for key, words in data["no_word"].items()}
        self._aiming = frozenset(data["foretold"]["aiming"])
        agents = load(language, "commitments")["agents"]
        self._things = frozenset((*agents["works"], *agents["assemblies"], *agents["papers"]))
        self._bodies = frozenset(agents["bodies"])

    def bars(self, made: Undertaking, *, spoken: bool) -> bool:
        """Whether nobody undertakes or asks for it; `spoken`: it stands in a quotation."""
        if made.noun is not None:
            return self._valued(made)
        if self._not_so(made.clause):
            return True
        if made.kind is Kind.REQUESTED:
            return self._own_need(made) or self._of_forebears(made.clause) or self._of_a_bill(made.clause)
        return (
            self._of_a_thing(made)
            or self._serves_as(made)
            or self._promises_to_be(made)
            or self._goes_about(made)
            or self._merely_noted(made)
            or self._in_which(made.clause)
            or self._of_a_court(made)
            or self._others_are_ready(made, spoken=spoken)
            or self._of_the_order(made.clause)
            or self._of_forebears(made.clause)
            or self._of_a_family(made.clause)
        )

    def _deed(self, made: Undertaking) -> Clause:
        inner = made.clause.complement if made.clause.lemma in {"be", "go"} else None
        return self._clauses.get(made.focus if made.focus is not None else inner) or made.clause

    def _ahead(self, made: Undertaking) -> bool:
        return made.rule.startswith(("commitment.future", "commitment.likely"))

    def _valued(self, made: Undertaking) -> bool:
        """`I appreciate the bank's willingness to help`: what is valued, not what is told."""
        return made.clause.lemma in self._words["valuing"] and self._read.first_person(made.clause)

    def _not_so(self, clause: Clause) -> bool:
        """`that is not the way we should act`, `it would be better spent`, `a motion that the council ask for it`."""
        tokens, verb = self._parse.tokens, clause.verb
        if clause.modal == "would" and any(tokens[i].text.lower() in _BETTER for i in clause.adverbs):
            return True
        head = tokens[tokens[verb].head]
        if tokens[verb].dep not in {"relcl", "acl"} or head.pos != "NOUN":
            return False
        above = self._clauses.get(head.head)
        denied = above is not None and above.negated and head.dep == "attr"
        led = any(tokens[i].dep == "mark" and tokens[i].lemma == "that" for i in self._parse.children[verb])
        one = clause.subject is not None and tokens[clause.subject].tag in {"NN", "NNP"}
        bare = tokens[verb].tag == "VB" or (tokens[verb].tag == "VBP" and one)
        return denied or (led and bare and clause.modal is None and not clause.progressive)

    def _of_a_bill(self, clause: Clause) -> bool:
        """`the Water Bill 2007 proposed`: nobody asks."""
        return clause.doer is not None and self._parse.tokens[clause.doer].lemma.lower() in {"bill", "act", "law"}

    def _of_a_court(self, made: Undertaking) -> bool:
        """`“The court will annul it,” her lawyer said`: what others expect of it."""
        clause = made.clause
        who = clause.agent if clause.passive else clause.subject
        if who is None or not self._ahead(made) or clause.lemma not in self._words["ruling"]:
            return False
        return bool(
            {self._parse.tokens[i].lemma.lower() for i in (who, *self._parse.children[who])} & self._words["courts"]
        )

    def _own_need(self, made: Undertaking) -> bool:
        """`The mill says it must cut its costs`: who says so is who must, and asks nobody."""
        clause, report = made.clause, self._read.reporter(made.clause)
        if report is None or report.doer is None or report.objects or clause.passive or clause.subject is None:
            return False
        to = clause.complement is not None and self._read.has_to(clause.complement)
        owed = clause.modal in DUTY or (clause.lemma in {"have", "need"} and to)
        alone = self._parse.tokens[clause.subject].text.lower() in _ITSELF and not clause.inherited
        one = self._parse.tokens[report.doer].tag in {"NN", "NNP", "PRP"}  # "critics say he must": another
        return owed and alone and one and report.doer < clause.subject

    def _of_a_thing(self, made: Undertaking) -> bool:
        """`The project will improve life`, `the summit will address debt`: what it is for."""
        subject = made.clause.subject
        if subject is None or made.kind not in {Kind.PLANNED, Kind.PLEDGED} or made.clause.passive:
            return False
        if not self._ahead(made):
            return False
        return (
            self._parse.tokens[subject].lemma.lower() in self._things
            and self._deed(made).lemma in self._words["furthering"]
        )

    def _serves_as(self, made: Undertaking) -> bool:
        """`Our port will serve as a gateway`: what it will be."""
        subject = made.clause.subject
        if subject is None or self._parse.tokens[subject].pos != "NOUN" or not self._ahead(made):
            return False
        deed = self._deed(made)
        return deed.lemma in self._words["serving_as"] and deed.prep("as") is not None and not deed.objects

    def _promises_to_be(self, made: Undertaking) -> bool:
        """`It promises to be the largest port`: how it looks."""
        subject = made.clause.subject
        thing = subject is not None and self._parse.tokens[subject].text.lower() in {"it", "this", "that", "which"}
        return thing and made.clause.lemma == "promise" and self._deed(made).lemma in {"be", "become"}

    def _goes_about(self, made: Undertaking) -> bool:
        """`kicked off a state visit`, `completed their training`: what they do for themselves."""
        clause, tokens = made.clause, self._parse.tokens
        if made.kind not in _BEGUN or clause.lemma not in self._words["going_about"]:
            return False
        things = [*clause.objects, *(noun for name, noun in clause.preps if name == "on")]
        if any(tokens[i].lemma in self._words["journeys"] for i in things):
            return True
        learnt = [i for i in things if tokens[i].lemma in self._words["learning"]]
        return any(tokens[c].text.lower() in _THIRD for i in learnt for c in self._parse.children[i])

    def _merely_noted(self, made: Undertaking) -> bool:
        """`recalling that Norway has backed the talks`: said of what has long been so."""
        report = self._read.reporter(made.clause)
        noted = report is not None and report.lemma in self._words["noting"]
        return noted and made.kind is Kind.DELIVERED and made.clause.lemma in self._words["standing_by"]

    def _in_which(self, clause: Clause) -> bool:
        """`the manner in which we aim to work`."""
        if clause.lemma not in self._aiming or self._parse.tokens[clause.verb].dep != "relcl":
            return False
        below = (i for i in self._parse.subtree(clause.verb) if i < clause.verb and i != clause.subject)
        return any(self._parse.tokens[i].tag in {"WDT", "WP", "WRB"} for i in below)

    def _others_are_ready(self, made: Undertaking, *, spoken: bool) -> bool:
        """`“The nurses are willing to wait,” the minister said`: what he says of others."""
        subject, tokens = made.clause.subject, self._parse.tokens
        if not spoken or subject is None or made.kind is not Kind.PLEDGED or "state" not in made.rule:
            return False
        if tokens[subject].tag != "NNS" or tokens[subject].lemma in self._bodies or not self._read.is_agent(subject):
            return False
        below = [tokens[i] for i in self._parse.subtree(subject)]
        return not any(each.entity in _NAMES or each.text.lower() in _OURS for each in below)

    def _of_the_order(self, clause: Clause) -> bool:
        """`we will now leave the floor to her`, `we will take questions`: how the speaking goes on."""
        matter = (*clause.objects, *(noun for name, noun in clause.preps if name == "to"))
        said = any(self._parse.tokens[i].lemma in self._words["floor"] for i in matter)
        return said and clause.lemma in self._words["giving_the_floor"] and self._read.first_person(clause)

    def _of_forebears(self, clause: Clause) -> bool:
        """`their forefathers had asked leaders to come`."""
        return clause.doer is not None and self._parse.tokens[clause.doer].lemma in self._words["forebears"]

    def _of_a_family(self, clause: Clause) -> bool:
        """`members of his clan have opened two mills`."""
        tokens, doer = self._parse.tokens, clause.doer
        if doer is None or tokens[doer].lemma != "member":
            return False
        of = (i for i in self._parse.children[doer] if tokens[i].lemma == "of")
        return any(tokens[c].lemma in self._words["kin"] for i in of for c in self._parse.children[i])
