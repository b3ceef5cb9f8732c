"""What somebody who answers for it has done: in the perfect, or as it is told by who did it."""

from __future__ import annotations

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

RULE = "commitment.done"
_JUST = frozenset(("recently", "newly", "just", "already"))
_ASIDE = frozenset(("relcl", "acl", "advcl"))


class Deeds:
    """Reads one article's clauses for what was done; whoever only narrates tells it in the past."""

    def __init__(self, parse: Parse, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._read = read
        data = load(language, "commitments")
        deeds = data["deeds"]
        self._verbs = frozenset((*data["arranged"]["verbs"], *deeds["verbs"])) - frozenset(deeds["usual"])
        self._placing, self._places = frozenset(deeds["placing"]), frozenset(deeds["places"])
        self._no_deeds, self._through_time = frozenset(deeds["no_deeds"]), frozenset(deeds["through_time"])
        self._into_office = frozenset(data["arranged"]["into_office"])

    def find(self, clause: Clause, *, spoken: bool) -> Undertaking | None:
        """What the clause says was done; `spoken`: it stands in a quotation whose speaker is known."""
        if clause.form is not Form.FINITE or clause.negated or clause.modal is not None or clause.progressive:
            return None
        told = spoken or self._read.reporter(clause) is not None
        just = clause.tense is Tense.PAST and any(self._parse.tokens[i].lemma in _JUST for i in clause.adverbs)
        if clause.tense is not Tense.PERFECT and not just and not (told and clause.tense is Tense.PAST_PERFECT):
            return None
        if not self._answers(clause, spoken=spoken) or not self._is_deed(clause) or self._retold(clause):
            return None
        return Undertaking(clause, Kind.DELIVERED, f"{RULE}.{clause.lemma}", 0.6, clause.verb)

    def _answers(self, clause: Clause, *, spoken: bool) -> bool:
        """Whether somebody named or described acts, or who speaks for others; who is private is told apart later."""
        given = clause.agent is not None and clause.objects  # "has been granted a reprieve by the court"
        if clause.doer is None or (clause.passive and not given):
            return False
        token = self._parse.tokens[clause.doer]
        return spoken if token.text.lower() == "we" else token.pos != "PRON" and self._read.is_agent(clause.doer)

    def _is_deed(self, clause: Clause) -> bool:
        """`has formed a team`, `put measures in place`; not `has raised concerns`, `has sent him away`."""
        tokens = self._parse.tokens
        things = [tokens[i] for i in clause.objects if tokens[i].pos in {"NOUN", "PROPN"}]
        verb = f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
        if not things or any(each.lemma in self._no_deeds for each in things):
            return False
        if any(each.entity == "PERSON" for each in things) and verb not in self._into_office:
            return False
        led = (
            i for each in (clause.verb, *clause.objects) for i in self._parse.children[each] if tokens[i].dep == "prep"
        )
        placed = any(tokens[i].lemma in self._places for each in led for i in self._parse.children[each])
        return verb in self._verbs or (verb in self._placing and placed)

    def _retold(self, clause: Clause) -> bool:
        """`who has built roads`, `has expanded since its launch a decade ago`: told by the way, or of long times."""
        if self._parse.tokens[clause.verb].dep in _ASIDE:
            return True
        below = (self._parse.tokens[i] for i in self._parse.subtree(clause.verb) if i > clause.verb)
        return any(each.lemma in self._through_time for each in below)
