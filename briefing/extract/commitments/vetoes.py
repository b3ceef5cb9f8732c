"""What only looks like an undertaking: denied, doubted, wished, unreal, of nobody, or merely a visit.

Asked once before an undertaking is recorded. The way goes up from its verb through everything whose content it is;
a clause that only describes somebody ("France, which hopes to join, will pay") is not on that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.extract.commitments.mere_attendance import merely_attends
from briefing.extract.commitments.readings import Undertaking
from briefing.extract.commitments.scant_subjects import ScantSubjects
from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse, Token
from briefing.model.facts import Kind

_CONTENT = frozenset(("ccomp", "xcomp", "pcomp", "csubj", "csubjpass", "acl", "relcl", "dobj", "pobj", "prep"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_NAMING = frozenset(("NOUN", "PROPN", "ADJ", "PRON"))
_ASIDE = frozenset(("prep", "csubj", "csubjpass", "advmod", "prt"))
_MERELY = frozenset(("only", "just", "merely", "simply"))
_SELF = frozenset(("i", "we", "he", "she", "they", "it"))
_MINE = frozenset(("i", "we"))
_OWN_WORD = frozenset(("warn", "insist"))  # of what will be done: "action will be taken, he warned"
_FARTHEST = 24  # heads above a verb


class Vetoes:
    """The vetoes on the undertakings of one article."""

    def __init__(self, parse: Parse, clauses: Clauses, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        self._subjects = ScantSubjects(parse, language)
        data = load(language, "vetoes")
        self._words: Mapping[str, Mapping[str, frozenset[str]]] = {
            name: {key: frozenset(words) for key, words in lists.items()} for name, lists in data.items()
        }

    def passed(self, made: Undertaking) -> Undertaking | None:
        """The undertaking as the text has it; `None` where the text does not say that somebody undertakes this."""
        attends = merely_attends(self._parse, self._clauses, made, self._words["attendance"])
        if attends or (made.noun is None and self._void(made)):
            return None
        start = made.clause.verb if made.noun is None else made.noun
        if any(self._over(head, below, made) for head, below in self._way_up(start)):
            return None
        return replace(made, kind=Kind.DECLINED) if self._ruled_out(made) else made

    def _is(self, word: str, group: str, name: str) -> bool:
        return word in self._words[group][name]

    # --- the clause itself

    def _void(self, made: Undertaking) -> bool:
        """Whether nobody acts in the clause, or it has not come to that."""
        clause, tokens = made.clause, self._parse.tokens
        doers = {i for i in (clause.subject, clause.doer, *clause.subjects) if i is not None}
        speaks_for_others = made.by_reporter and (made.kind is Kind.REQUESTED or self._ruled_out(made))
        if any(self._subjects.is_scant(i) for i in doers) and not speaks_for_others:
            return True
        for i in self._parse.children[clause.verb]:
            if tokens[i].dep == "advmod" and i < clause.verb and self._is(tokens[i].lemma, "unreal", "adverbs"):
                return True
        return self._inverted(clause) or self._after_nor(clause) or self._only_rumoured(clause)

    def _after_nor(self, clause: Clause) -> bool:
        """`Nor did Japan sign`, `will neither sign nor pay`."""
        tokens = self._parse.tokens
        own = [
            i for i in self._parse.children[clause.verb] if tokens[i].dep in {"aux", "auxpass", "nsubj", "nsubjpass"}
        ]
        before = {i - 1 for i in (clause.verb, min([*own, clause.verb])) if i > 0}
        return any(self._is(tokens[i].text.lower(), "unreal", "negating") for i in before)

    def _only_rumoured(self, clause: Clause) -> bool:
        """`according to rumours`, `rumours say` set between commas, `in a fake video`."""
        tokens = self._parse.tokens
        for name, noun in clause.preps:
            if self._is(name, "hostile", "sources") and self._subjects.is_hostile(noun):
                return True
            if name in {"in", "on"} and noun < clause.verb and self._subjects.is_forged(noun):
                return True
        asides = (
            self._clauses.get(i) for i in self._parse.children[clause.verb] if tokens[i].dep in {"parataxis", "ccomp"}
        )
        return any(
            aside is not None
            and aside.verb != clause.complement
            and aside.doer is not None
            and self._subjects.is_hostile(aside.doer)
            for aside in asides
        )

    def _ruled_out(self, made: Undertaking) -> bool:
        """`No troops will be withdrawn, she said`: who says it refuses it."""
        subject = made.clause.subject
        planned = made.kind is Kind.PLANNED and made.by_reporter and made.clause.passive and made.noun is None
        return planned and subject is not None and self._subjects.is_scant(subject)

    def _inverted(self, clause: Clause) -> bool:
        """`Had Japan signed`, `Should Japan sign`."""
        tokens = self._parse.tokens
        own = [i for i in self._parse.children[clause.verb] if tokens[i].dep in {"nsubj", "nsubjpass"}]
        first = next((i for i in self._parse.children[clause.verb] if tokens[i].dep in {"aux", "auxpass"}), None)
        led = bool(own) and first is not None and first < own[0]
        return led and first is not None and self._is(tokens[first].text.lower(), "unreal", "inverted")

    # --- what governs it

    def _way_up(self, start: int) -> Iterator[tuple[Token, Token]]:
        """The words over it whose content it is, each with the word on the way right below."""
        tokens, i = self._parse.tokens, start
        for _ in range(_FARTHEST):
            token = tokens[i]
            if token.head == i:
                return
            head = tokens[token.head]
            if token.dep == "conj":
                i = self._first_joined(i)
                continue
            if token.dep in {"nsubj", "nsubjpass"} and token.pos in _NOMINAL and (i != start or token.pos == "NOUN"):
                yield head, token
                return
            if not self._is_content(token, head):
                return
            yield head, token
            i = head.i

    def _first_joined(self, i: int) -> int:
        """The first of what is coordinated: it hangs on what governs them all.

        A finite verb is not joined to an infinitive ("hopes to finish and promised to pay"), whatever the parser says.
        """
        tokens, tag = self._parse.tokens, self._parse.tokens[i].tag
        while tokens[i].dep == "conj" and tokens[i].head != i:
            i = tokens[i].head
        return tokens[i].head if tag in {"VBD", "VBZ"} and tokens[i].tag == "VB" else i

    def _is_content(self, token: Token, head: Token) -> bool:
        if token.dep == "relcl":
            return self._is_tidings(token, head)
        if token.dep == "advcl":  # "short of pledging", "is wrong to say"
            return head.pos == "ADJ"
        if token.dep == "advmod":  # "away from its pledge"
            return token.pos == "ADV" and any(
                self._parse.tokens[i].dep == "prep" for i in self._parse.children[token.i]
            )
        return token.dep in _CONTENT or token.dep in {"attr", "oprd", "acomp", "prt"}

    def _is_tidings(self, token: Token, noun: Token) -> bool:
        """Whether a clause after a noun is what the noun tells ("reports that it agreed"), or undone with the noun."""
        tokens = self._parse.tokens
        if any(tokens[i].dep == "mark" for i in self._parse.children[token.i]):
            return True
        if noun.lemma in self._words["ending"]["held"]:
            return True
        own = [tokens[i] for i in self._parse.children[token.i] if tokens[i].dep in {"nsubj", "nsubjpass"}]
        told = noun.lemma in self._words["nouns"]["hearsay"] | self._words["nouns"]["wish"]
        return told and bool(own) and own[0].tag not in {"WDT", "WP"}

    def _over(self, head: Token, below: Token, made: Undertaking) -> bool:
        """Whether a word over an undertaking takes it back."""
        if head.pos in {"NOUN", "PROPN"} and below.dep not in {"nsubj", "nsubjpass", "attr"}:
            return self._noun_over(head, below, made)
        if head.pos == "ADP" or below.dep == "pcomp":
            return self._is(head.lemma, "unreal", "prepositions") or self._is(
                head.text.lower(), "unreal", "prepositions"
            )
        if head.pos == "ADJ":
            glad = self._is(head.lemma, "moods", "factive") and made.kind is not Kind.PLANNED  # of what is done
            moody = self._is(head.lemma, "moods", "words") and not glad
            return self._is(head.lemma, "judged", "unsound") or moody
        clause = self._clauses.get(head.i)
        return clause is not None and self._verb_over(clause, below, made)

    def _noun_over(self, noun: Token, below: Token, made: Undertaking) -> bool:
        """`rumours that`, `no evidence that`; "no doubt that" lets pass."""
        if below.dep not in {"acl", "relcl", "ccomp", "xcomp"} and not (below.dep == "prep" and below.lemma == "of"):
            return False
        none = self._denied(noun)
        if self._subjects.is_forged(noun.i):
            return True
        if self._is(noun.lemma, "nouns", "doubt"):
            return not none
        if self._is(noun.lemma, "nouns", "wish"):
            return made.kind is not Kind.REQUESTED
        if self._is(noun.lemma, "nouns", "hearsay"):
            over = self._parse.tokens[noun.head].lemma
            return not (noun.dep in {"dobj", "nsubjpass"} and self._is(over, "nouns", "confirming"))
        return none and self._is(noun.lemma, "nouns", "proof")

    def _denied(self, noun: Token) -> bool:
        over = self._clauses.get(noun.head)
        below = {self._parse.tokens[i].lemma for i in self._parse.children[noun.i]}
        small = self._subjects.is_scant(noun.i) or bool(below & {"no", "little", "scant"})
        return small or (over is not None and noun.dep in {"dobj", "attr"} and self.negated(over))

    def _verb_over(self, clause: Clause, below: Token, made: Undertaking) -> bool:
        if below.pos in _NAMING or below.dep in _ASIDE:
            return self._ends(clause, below) or self._judged(clause) or self._longed_for(clause, below, made)
        if self.takes_back(clause):
            return True
        negated = self.negated(clause)
        if self._is(clause.lemma, "over", "doubting"):
            return not negated
        if negated and self._is(clause.lemma, "over", "saying"):
            return True
        given = made.kind is Kind.PLEDGED or (made.kind is Kind.PLANNED and not made.by_reporter)
        if given and self._is(clause.lemma, "over", "threatening"):
            return True  # "action will be taken, the minister warned" tells of a measure
        return made.kind is not Kind.REQUESTED and self._not_their_word(clause, made)

    def _longed_for(self, clause: Clause, below: Token, made: Undertaking) -> bool:
        """`seeks a guarantee that`, `waits for a pledge of`: who is to give it has not given it."""
        if made.kind is Kind.REQUESTED or below.dep not in {"dobj", "nsubjpass", "prep"}:
            return False
        return self._is(clause.lemma, "over", "seeking") and (below.dep != "prep" or below.lemma in {"for", "on"})

    def takes_back(self, clause: Clause) -> bool:
        """`deny`, `rule out`, `falsely claim`, `call it false`."""
        words = (clause.lemma, f"{clause.lemma} {clause.particle}")
        denies = any(self._is(word, "over", "denying") for word in words)
        return denies or self._by_adverb(clause) or self._judged(clause) or self._conditional(clause)

    def _conditional(self, clause: Clause) -> bool:
        tokens = self._parse.tokens
        below = (tokens[i] for i in self._parse.children[clause.verb])
        return any(each.dep in {"mark", "advmod"} and self._is(each.lemma, "unreal", "marks") for each in below)

    def _not_their_word(self, clause: Clause, made: Undertaking) -> bool:
        """Whether somebody else wishes it, supposes it or says it against those who are to act."""
        if self._is(clause.lemma, "over", "wishing") or self._is_wish(clause):
            return True
        if clause.doer is not None and self._subjects.is_hostile(clause.doer):
            return True
        if not self._is(clause.lemma, "over", "supposing") or (made.by_reporter and clause.lemma in _OWN_WORD):
            return False
        own = None if made.clause.subject is None else self._parse.tokens[made.clause.subject].text.lower()
        mine = clause.doer is not None and self._parse.tokens[clause.doer].text.lower() in _MINE
        return own not in (_MINE if mine else _SELF)

    def _is_wish(self, clause: Clause) -> bool:
        """`The hope is that`."""
        if clause.lemma != "be" or clause.subject is None:
            return False
        noun = self._parse.tokens[clause.subject].lemma
        return any(self._is(noun, "nouns", name) for name in ("wish", "hearsay", "doubt"))

    def _by_adverb(self, clause: Clause) -> bool:
        return any(self._is(self._parse.tokens[i].lemma, "over", "adverbs") for i in clause.adverbs)

    def negated(self, clause: Clause) -> bool:
        """`did not say`, `nobody said`; "did not only say" says it."""
        tokens = self._parse.tokens
        if clause.doer is not None and self._subjects.is_scant(clause.doer):
            return True
        if clause.subject is not None and self._subjects.is_scant(clause.subject):
            return True
        for i in self._parse.children[clause.verb]:
            if tokens[i].dep == "neg" or tokens[i].lemma in {"never", "hardly", "scarcely"}:
                return i + 1 >= len(tokens) or tokens[i + 1].text.lower() not in _MERELY
        return False

    def _judged(self, clause: Clause) -> bool:
        """`is false`, `called it untrue`, `was fabricated`, `is not true`."""
        tokens = self._parse.tokens
        said = [tokens[i] for i in (*clause.adverbs, *clause.objects) if tokens[i].dep in {"acomp", "attr", "oprd"}]
        words = {word for token in said for word in (token.lemma, token.text.lower())}
        if clause.passive:
            words |= {clause.lemma, tokens[clause.verb].text.lower()}
        if words & (self._words["moods"]["words"] - self._words["moods"]["factive"]):
            return True
        if words & self._words["judged"]["unsound"]:
            return not self.negated(clause)
        return self.negated(clause) and bool(words & self._words["judged"]["sound"])

    def _ends(self, clause: Clause, below: Token) -> bool:
        """`broke its promise`, `reneged on its pledge`, `backed out of the deal`, `denied reports that`."""
        if below.dep in {"prep", "advmod", "prt"}:
            back = {"on": "with_on", "back": "with_on"}.get(below.lemma, "with_out")
            leaves = below.lemma in {"on", "back", "of", "from", "out", "away"}
            left = leaves and self._is(clause.lemma, "ending", back)
            return left or self._is(clause.lemma, "ending", "verbs") or self._is(clause.lemma, "over", "denying")
        if below.dep in {"dobj", "nsubjpass", "dative"} or (below.dep == "nsubj" and clause.passive):
            return self._is(clause.lemma, "ending", "verbs")
        return False
