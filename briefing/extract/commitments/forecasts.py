"""What only foretells: guesses, polls, consequences and what people in general will do, and history retold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.extract.commitments.readings import FUTURE, Readings, Undertaking
from briefing.extract.grammar.clauses import Clause, Clauses, Tense
from briefing.extract.lexis.lexicon import load
from briefing.extract.measures.amounts import AmountFinder
from briefing.extract.parsing.parse import Parse, Token
from briefing.model.facts import Kind

_OF = frozenset(("from", "of"))
_FARTHEST = 24  # heads above a verb
_SIDE = frozenset(("relcl", "acl", "advcl"))
_OTHERS = frozenset(("he", "she", "they"))
_DONE = frozenset((Kind.DELIVERED, Kind.ANNOUNCED, Kind.SIGNED))
_SCHEDULED = "commitment.future.scheduled"
_BOUNDING = frozenset(("det", "poss", "nummod", "quantmod"))


class Forecasts:
    """The vetoes on one article's futures and duties that nobody undertakes or asks for."""

    def __init__(
        self, parse: Parse, clauses: Clauses, amounts: AmountFinder, read: Readings, language: str = "en"
    ) -> None:
        self._parse = parse
        self._amounts = amounts
        self._clauses = clauses
        self._read = read
        data = load(language, "vetoes")["foretold"]
        agents = load(language, "commitments")["agents"]
        self._bodies, self._offices = frozenset(agents["bodies"]), frozenset(agents["persons"])
        self._words: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data.items()}

    def bars(self, made: Undertaking, *, spoken: bool) -> bool:
        """Whether the clause only foretells; `spoken`: it stands in a quotation whose speaker is known."""
        if made.noun is not None:
            return False
        clause = made.clause
        if (
            self._guessed(made)
            or self._of_the_past(made)
            or self._built_on(made)
            or self._compares(clause)
            or (made.actor is None and self._of_somebody(clause))
        ):
            return True
        if made.rule == "commitment.duty":
            return self._in_passing(clause, spoken=spoken) or (made.focus is None and self._had_to(clause))
        if self._only_told(made):
            return True
        if self._comes_out(made) or self._undergoes(made):
            return True
        ahead = made.kind is Kind.PLANNED and clause.modal in FUTURE | {"would"}
        ahead = ahead or made.rule.startswith(("commitment.future", "commitment.state"))
        return ahead and (
            self._only_guessed(clause, spoken=spoken) or self._of_others(clause, made.rule, spoken=spoken)
        )

    def _only_told(self, made: Undertaking) -> bool:
        """`seeks to help`, `someone decided to run`, `encouraged me`: descriptions and memories."""
        clause, tokens = made.clause, self._parse.tokens
        verb = made.rule.rpartition(".")[2]
        if verb in self._words["aiming"] and self._describes(clause) and not self._acts(clause):
            return True
        if made.asks is not None and tokens[made.asks].text.lower() in {"me", "us"}:
            return clause.tense is Tense.PAST
        memory = verb == "decide" and clause.tense is Tense.PAST and tokens[clause.verb].dep != "ROOT"
        return memory and clause.subject is not None and tokens[clause.subject].entity == "PERSON"

    def _comes_out(self, made: Undertaking) -> bool:
        """`are expected to approach the target of $6 billion`: how a figure will come out."""
        act = self._clauses.get(made.focus)
        if not made.rule.startswith("commitment.state") or made.kind is not Kind.PLANNED or act is None:
            return False
        if act.lemma not in self._words["measuring"] or self._read.first_person(made.clause):
            return False
        return any(self._read.names(i, self._words["measured"]) or self._is_sum(i) for i in act.objects)

    def _is_sum(self, noun: int) -> bool:
        token = self._parse.tokens[noun]
        return token.entity in {"MONEY", "PERCENT"} or token.pos == "NUM"

    def _undergoes(self, made: Undertaking) -> bool:
        """`these countries will incur higher costs`, `the farmer will obtain the revenue`: what follows for them."""
        ahead = made.rule.startswith(("commitment.future", "commitment.state")) and made.kind is Kind.PLANNED
        to_be = made.clause.complement if made.clause.lemma == "be" else None
        act = self._clauses.get(made.focus) or self._clauses.get(to_be) or made.clause
        own = self._read.first_person(made.clause) or act.passive
        return ahead and not own and act.lemma in self._words["undergoing"]

    def _acts(self, clause: Clause) -> bool:
        """Whether who aims is a government, company or somebody else in charge, or speaks of himself."""
        if clause.subject is None or clause.inherited:
            return False
        token = self._parse.tokens[clause.subject]
        return (
            token.text.lower() in {"we", "i"}
            or token.lemma in self._words["aims_itself"]
            or (clause.lemma == "aim" and token.pos == "PROPN" and token.entity in {"ORG", "GPE"})
        )

    def _only_guessed(self, clause: Clause, *, spoken: bool) -> bool:
        if self._perfect(clause) or self._polled(clause) or self._is_purpose(clause):
            return True
        return self._unreal(clause, spoken=spoken)

    def _below(self, verb: int) -> Iterator[Token]:
        return (self._parse.tokens[i] for i in self._parse.children[verb])

    def _guessed(self, made: Undertaking) -> bool:
        """`will probably`, `so sure that it would`."""
        verbs = (made.clause.verb, *([made.focus] if made.focus is not None else []))
        sworn = self._words["sworn"] if made.clause.modal in FUTURE else frozenset[str]()  # "we will always protect"
        if any(token.lemma in self._words["adverbs"] - sworn for verb in verbs for token in self._below(verb)):
            return True
        token = self._parse.tokens[made.clause.verb]
        head = self._parse.tokens[token.head]
        marked = any(below.dep == "mark" and below.text.lower() == "that" for below in self._below(token.i))
        return marked and head.i != token.i and any(each.text.lower() == "so" for each in self._below(head.i))

    def _of_the_past(self, made: Undertaking) -> bool:
        """`The previous government launched`, `the mayor and the late bishop urged`."""
        subject = made.clause.doer
        dead = (each for i in made.clause.subjects for each in self._below(i))
        if any(each.text.lower() == "late" and each.dep == "amod" for each in dead):
            return True
        if made.kind not in _DONE or subject is None:
            return False
        # A former government does nothing any more; a former minister may.
        over = self._words["bygone"] - ({"former"} if self._parse.tokens[subject].lemma not in self._bodies else set())
        return any(token.text.lower() in over for token in self._below(subject))

    def _built_on(self, made: Undertaking) -> bool:
        """`the land that schools were built on`: told by the way, and by nobody."""
        clause = made.clause
        side = self._parse.tokens[clause.verb].dep in {"relcl", "acl"}
        return made.kind is Kind.DELIVERED and clause.passive and clause.agent is None and side

    def _compares(self, clause: Clause) -> bool:
        """`longer than she had planned`, `whenever he is ready`."""
        below = [token for token in self._below(clause.verb) if token.i < clause.verb]
        led = {token.lemma for token in below if token.dep in {"mark", "advmod"}} & self._words["comparing"]
        if led == {"as"} and (clause.objects or clause.complement is not None):
            return False  # "as he challenged the party to come"
        return bool(led)

    def _of_somebody(self, clause: Clause) -> bool:
        """`a Korean refused`, `a government that will`: of somebody whom the text does not tell apart."""
        subject = clause.subject
        if subject is None or clause.passive or self._parse.tokens[subject].pos != "NOUN":
            return False
        words = {"a", "an", "any", "some"}
        indefinite = any(each.dep == "det" and each.lemma in words for each in self._below(subject))
        relative = self._is_relative(clause)
        return indefinite and (relative or not self._read.is_agent(subject))

    def _is_relative(self, clause: Clause) -> bool:
        return clause.inherited and self._parse.tokens[clause.verb].dep == "relcl"

    def _had_to(self, clause: Clause) -> bool:
        """`had to choose` tells what was; `you have to see`, `pilots have to train` ask nobody."""
        if clause.lemma != "have" or clause.subject is None:
            return False
        token = self._parse.tokens[clause.subject]
        inner = self._clauses.get(clause.complement)
        many = (token.tag == "NNS" or token.text.lower() == "they") and inner is not None and not inner.passive
        return token.lemma == "you" or many or clause.tense is Tense.PAST

    def _describes(self, clause: Clause) -> bool:
        """`seeks to help the poor`: the plain present without a time, and the perfect."""
        if clause.modal is not None or clause.progressive or clause.tense is Tense.FUTURE:
            return False
        return clause.tense is not Tense.PAST or self._read.reporter(clause) is None

    def _is_purpose(self, clause: Clause) -> bool:
        """`The mission is to destroy it`."""
        subject = clause.subject
        return subject is not None and self._parse.tokens[subject].lemma in self._words["purposes"]

    def _unreal(self, clause: Clause, *, spoken: bool) -> bool:
        """`If I could, I would sell it`."""
        inner = self._clauses.get(clause.condition)
        told = not spoken and self._read.reporter(clause) is not None
        if clause.modal == "would" and inner is not None and self._parse.tokens[inner.verb].text.lower() == "were":
            return True  # "if Iran were a stock, he would buy it"
        if clause.modal != "would" or inner is None or told:
            return False
        return inner.modal in {"could", "would", "might"} or inner.tense in {Tense.PAST, Tense.PAST_PERFECT}

    def _perfect(self, clause: Clause) -> bool:
        """`will have gathered by then`."""
        tokens = self._parse.tokens
        return tokens[clause.verb].tag == "VBN" and any(
            token.dep == "aux" and token.text.lower() in {"have", "'ve", "’ve"} for token in self._below(clause.verb)
        )

    def _polled(self, clause: Clause) -> bool:
        """`45 percent said they would`, `voters said they will`."""
        above = self._read.reporter(clause)
        for noun in (clause.subject, None if above is None else above.doer):
            if noun is None:
                continue
            token = self._parse.tokens[noun]
            bare = token.pos == "NUM" and not any(each.dep == "det" for each in self._below(noun))  # not "the four"
            if token.lemma in self._words["polled"] or bare or token.text == "%":
                return True
        return False

    def _of_others(self, clause: Clause, made_rule: str, *, spoken: bool) -> bool:
        """`people will`, `big investors will`; in a quotation `he will`, which its speaker can only guess."""
        subject = clause.subject
        if subject is None:
            return False
        token = self._parse.tokens[subject]
        if self._is_relative(clause) and (token.pos == "PRON" or token.tag == "NNPS"):
            return True
        if token.pos == "PRON":
            return spoken and token.lemma in _OTHERS and not self._told_within(clause)
        if (
            token.tag != "NNS"
            or clause.passive
            or clause.lemma == "be"
            or made_rule.startswith(("commitment.under_way", _SCHEDULED))
        ):
            return False
        told = not spoken and self._read.reporter(clause) is not None
        named = (
            token.lemma in (self._bodies | self._offices if told else self._bodies)
            or self._of_a_body(subject)
            or any(
                each.dep in _BOUNDING or each.pos == "PROPN" or each.entity in {"NORP", "GPE", "ORG"}
                for each in self._below(subject)
            )
        )
        return not named and len(clause.subjects) == 1 and not self._amounts.money(*self._clauses.span_of(clause))

    def _of_a_body(self, subject: int) -> bool:
        """`officials from the Tarn Council`."""
        tokens = self._parse.tokens
        preps = (
            i for i in self._parse.children[subject] if tokens[i].dep == "prep" and tokens[i].lemma in {"from", "of"}
        )
        return any(tokens[i].pos == "PROPN" for each in preps for i in self._parse.subtree(each))

    def _told_within(self, clause: Clause) -> bool:
        """Whether a clause of a quotation is reported in that quotation ("she says he will")."""
        above = self._read.reporter(clause)
        if above is None:
            return False
        ends = sorted((self._parse.tokens[clause.verb].end, self._parse.tokens[above.verb].end))
        return not any(mark in self._parse.article.text[slice(*ends)] for mark in '”"»“„')

    def _in_passing(self, clause: Clause, *, spoken: bool) -> bool:
        """A duty told by the way: in a relative clause, a condition, or an indirect question."""
        tokens, verb = self._parse.tokens, clause.verb
        asks = any(
            tokens[i].text.lower() in self._words["asking"] for i in self._parse.subtree(verb) if verb - 12 < i < verb
        )
        above = self._read.reporter(clause)
        untold = not spoken and above is not None and (above.doer is None or not self._read.is_agent(above.doer))
        aside = tokens[verb].dep in _SIDE and (above is None or clause.inherited)
        if asks or aside or untold:
            return True
        for _ in range(_FARTHEST):
            if any(each.dep == "mark" and each.lemma in {"if", "unless"} for each in self._below(verb)):
                return True
            if tokens[verb].head == verb:
                return False
            verb = tokens[verb].head
        return False
