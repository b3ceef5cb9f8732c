"""What somebody says that others, or all, must do: "must stop", "has to be formed", "needs to pay"."""

from __future__ import annotations

from briefing.extract.commitments.readings import DUTY, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ism", "age", "ing")
_PERSONS = ("ist", "ant", "eer", "ian")
_EMPTY = frozenset(("it", "there", "this", "that", "which", "what"))


class Duties:
    """Reads one article's clauses for duties."""

    def __init__(self, parse: Parse, clauses: Clauses, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._read = read
        data = load(language, "commitments")
        self._idle, self._aspects = frozenset(data["idle"]["verbs"]), frozenset(data["idle"]["aspects"])
        self._lively = frozenset(data["idle"]["with_agents"])
        self._done_to, self._conduct = frozenset(data["idle"]["done_to"]), frozenset(data["idle"]["conduct"])
        self._considering = frozenset(data["idle"]["considering"])
        self._words_only = frozenset(data["not_deeds"]["asked"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """The duty that a clause tells; `spoken`: it stands in a quotation whose speaker is known."""
        tokens = self._parse.tokens
        told = spoken or self._read.reporter(clause) is not None or clause.prep("according to") is not None
        teller = None if told else self._read.teller(clause)
        if (not told and teller is None) or (clause.negated and clause.lemma == "have"):
            return None
        act = self._owed(clause)
        if act is None or clause.subject is None or self._parse.tokens[clause.subject].lemma in _EMPTY:
            return None
        deed = act if act.lemma not in self._aspects | self._considering else self._clauses.get(act.complement) or act
        if self._is_idle(deed) or act.lemma in self._words_only or self._asks_who(clause):
            return None
        if not act.passive and not self._may_be_asked(clause.subject):
            return None
        if tokens[clause.subject].lemma == "i" or (clause.lemma == "have" and clause.modal is not None):
            return None
        asks = None if act.passive else clause.subject
        takes = self._read.joined(clause)
        return Undertaking(clause, Kind.REQUESTED, "commitment.duty", 0.6, clause.verb, asks=asks, by_reporter=True,
                           takes=takes, actor=teller)  # fmt: skip

    def _is_idle(self, deed: Clause) -> bool:
        """Whether nobody would do anything: not `must be changed`, `should be vigilant`."""
        if deed.lemma not in self._idle:
            return False
        if deed.passive:
            return deed.lemma not in self._done_to
        careful = deed.lemma == "be" and any(self._parse.tokens[i].lemma in self._conduct for i in deed.adverbs)
        return not (careful or (deed.lemma in self._lively and deed.objects))

    def _may_be_asked(self, noun: int) -> bool:
        """Whether it can act: somebody, or several of a sort that act ("motorists", "vehicles"; not "improvements")."""
        token = self._parse.tokens[noun]
        several = token.tag == "NNS" and not token.lemma.endswith(_ABSTRACT)
        return several or token.lemma.endswith(_PERSONS) or self._read.is_agent(noun)

    def _owed(self, clause: Clause) -> Clause | None:
        """What must be done: `must stop`, `has to stop`; not `to have to stop`."""
        if clause.modal in DUTY:
            return clause
        has_to = clause.lemma in {"have", "need"} and clause.complement is not None and self._has_to(clause.complement)
        if clause.lemma == "need" and self._read.first_person(clause):
            return None  # who needs to do something himself asks nobody
        has_to = has_to and not any(i < (clause.complement or 0) for i in clause.objects)  # "have a duty to build"
        return self._clauses.get(clause.complement) if has_to and clause.form is Form.FINITE else None

    def _has_to(self, complement: int) -> bool:
        """Whether it is an infinitive with "to"; "has to date built" is none."""
        return self._read.has_to(complement) and self._parse.tokens[complement].lemma != "date"

    def _asks_who(self, clause: Clause) -> bool:
        """`who should pay`: the clause is a question in words of the reporter."""
        token = self._parse.tokens[clause.verb]
        wh = clause.subject is not None and any(
            self._parse.tokens[i].lemma in {"who", "what"} for i in self._parse.children[clause.verb] if i < clause.verb
        )
        return wh and token.dep not in {"relcl", "acl"}
