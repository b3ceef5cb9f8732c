"""What a clause of undertaking is made of: who can act, what is named, who reports it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

FUTURE = frozenset(("will", "shall"))
DUTY = frozenset(("must", "should", "ought"))
_COUNTERS = frozenset(
    ("number", "parameter", "term", "text", "series", "set", "lot", "range", "round", "couple", "pair", "total", "raft")
) | {
    "hectare",
    "acre",
    "ton",
    "tonne",
    "kilogram",
    "kg",
    "litre",
    "liter",
    "sack",
    "bag",
    "box",
    "host",
    "batch",
    "dozen",
    "worth",
    "handful",
    "majority",
    "team",
    "group",
    "score",
    "list",
}
_HUMAN = frozenset(("he", "she", "i", "we", "they", "who", "you"))
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism")
_THINGS = frozenset(("DATE", "TIME", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"))


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A clause that undertakes something.

    `kind_verb`: the token of the word that says so. `asks`: head of the phrase for who is asked. `focus`: token where
    what is undertaken begins, if not with the clause. `by_reporter`: the actor is who reports, not the subject.
    `takes`: verbs that are part of it. `noun`: set where a noun carries it ("the signing of"); then the clause is only
    where it stands. `actor`: heads the phrase for who acts, where that is not the clause's doer.
    """

    clause: Clause
    kind: Kind
    rule: str
    confidence: float
    kind_verb: int
    focus: int | None = None
    asks: int | None = None
    by_reporter: bool = False
    takes: tuple[int, ...] = ()
    noun: int | None = None
    actor: int | None = None


class Readings:
    """Reads the clauses of one article for what undertakings need to know."""

    def __init__(self, parse: Parse, clauses: Clauses, language: str = "en") -> None:
        self._parse = parse
        self._clauses = clauses
        data = load(language, "commitments")
        # A name at the start of a sentence that the parser takes for a noun is a name elsewhere in the article.
        self._names = frozenset(
            token.text for token in parse.tokens if token.pos == "PROPN" and token.entity == "PERSON"
        )
        self.nouns = {name: frozenset(words) for name, words in data["nouns"].items()}
        self._agents = frozenset((*data["agents"]["nouns"], *self._named_bodies(data)))
        self._works = frozenset(data["agents"]["works"])
        self._reporting = frozenset(load(language, "saying")["verbs"]["plain"])

    def _named_bodies(self, data: Mapping[str, Any]) -> Iterator[str]:
        """The academy of "the Tarn Sports Academy": a body that the article has named may be called by its noun."""
        things = {word for name in ("document", "deed", "rates", "barrier") for word in self.nouns[name]}
        things |= set(data["agents"]["papers"])
        tokens = self._parse.tokens
        for token, after in itertools.pairwise(tokens):
            ends = token.entity == "ORG" and token.pos == "PROPN" and after.entity != "ORG"
            led = token.i and tokens[token.i - 1].entity == "ORG" and tokens[token.i - 1].pos == "PROPN"
            word = token.text.lower()
            if ends and led and token.text.istitle() and word not in things and not word.endswith(_ABSTRACT):
                yield word

    def has_to(self, verb: int) -> bool:
        """Whether a verb is an infinitive with "to"."""
        tokens = self._parse.tokens
        return any(tokens[i].dep == "aux" and tokens[i].text.lower() == "to" for i in self._parse.children[verb])

    def infinitives(self, clause: Clause) -> list[int]:
        """Verbs with "to" that hang on the clause's verb or on a noun right below it."""
        tokens, found = self._parse.tokens, []
        for child in self._parse.children[clause.verb]:
            hung = () if child in self._clauses.by_verb else self._parse.children[child]
            for i in (child, *hung):
                if tokens[i].dep in {"xcomp", "ccomp", "advcl", "acl", "pcomp"} and self.has_to(i):
                    found.append(i)
                elif tokens[i].dep == "pobj":
                    found.extend(
                        b for b in self._parse.children[i] if tokens[b].dep in {"acl", "relcl"} and self.has_to(b)
                    )
        return found

    def own_subject(self, clause: Clause) -> int | None:
        """The subject that stands in this clause itself."""
        return clause.subject if clause.subject is not None and not clause.inherited else None

    def first_person(self, clause: Clause) -> bool:
        """Whether the subject is "I" or "we"."""
        return clause.subject is not None and self._parse.tokens[clause.subject].lemma in {"i", "we"}

    def joined(self, clause: Clause) -> tuple[int, ...]:
        """Verbs joined to this one that share its "will" or "must" and are part of the same undertaking."""
        found: list[int] = []
        for child in self._parse.children[clause.verb]:
            joined = self._clauses.get(child)
            if self._parse.tokens[child].dep == "conj" and joined is not None and joined.inherited:
                own = any(self._parse.tokens[i].dep == "aux" for i in self._parse.children[child])
                if not own and self._parse.tokens[child].tag == "VB":
                    found += [child, *self.joined(joined)]
        return tuple(found)

    def reporter(self, clause: Clause) -> Clause | None:
        """The clause that reports this one; also where the parser hung "that ..." on a noun of the report."""
        if clause.reported_by is not None:
            return self._clauses.get(clause.reported_by)
        tokens, i = self._parse.tokens, clause.verb
        while tokens[i].dep == "conj" and tokens[i].head != i:
            i = tokens[i].head
        own = clause.subject is not None and not clause.inherited
        marked = any(tokens[c].text.lower() == "that" and tokens[c].dep == "mark" for c in self._parse.children[i])
        if tokens[i].dep not in {"relcl", "acl"} or not own or not marked:
            return None
        above = self._clauses.around(tokens[i].head)
        return above if above is not None and above.lemma in self._reporting else None

    def teller(self, clause: Clause) -> int | None:
        """Who reports in the sentence before, of whose words an unreported duty in the same paragraph goes on."""
        token = self._parse.tokens[clause.verb]
        before = self._parse.sentences[token.sentence - 1] if token.sentence else None
        for i in range(before.last - 1, before.first - 1, -1) if before is not None else ():
            report = self._clauses.get(i)
            if report is None or report.doer is None or not self.reports(report) or not self._governs(i):
                continue
            same = self._parse.tokens[i].paragraph == token.paragraph
            return report.doer if same and self.is_agent(report.doer) else None
        return None

    def _governs(self, verb: int) -> bool:
        """Whether a verb has a clause below it, also one that stands before it."""
        return any(self._parse.tokens[i].dep == "ccomp" for i in self._parse.children[verb])

    def reports(self, clause: Clause) -> bool:
        """Whether its verb is one of saying."""
        return clause.lemma in self._reporting

    def agentive(self, clause: Clause, *, spoken: bool) -> bool:
        """Whether who acts in the clause can undertake; a passive without an agent only if `spoken`."""
        subject = clause.doer if clause.doer is not None else clause.subject
        if clause.passive and clause.agent is None:
            return spoken
        return subject is not None and self.acts(subject)

    def acts(self, noun: int) -> bool:
        """Whether a noun stands for somebody, or for what somebody runs ("the project provides seed")."""
        return self.is_agent(noun) or self._parse.tokens[noun].lemma in self._works

    def is_agent(self, noun: int) -> bool:
        """Whether a noun or pronoun can undertake: a person, a country, a body, a group of people."""
        token = self._parse.tokens[noun]
        if token.pos == "PRON":
            return token.lemma in {"i", "we", "he", "she", "they", "you", "who", "both", "it"}
        if token.entity in _THINGS and token.pos != "PROPN":
            return False
        if token.tag == "NN" and token.text[:1].isupper() and token.text in self._names:
            return True
        if noun > 1 and self._parse.tokens[noun - 1].text == "-" and self._parse.tokens[noun - 2].entity == "PERSON":
            return True  # "Yoon Sung-yeol", of which the parser sees half
        if token.entity in {"PERSON", "ORG", "GPE", "NORP"} or token.lemma in self._agents:
            return True
        counted = self._counted(noun)
        return (
            token.text.lower() in self._agents
            or (token.pos == "PROPN" and token.entity not in {"DATE", "TIME", "EVENT"})
            or (counted is not None and self.is_agent(counted))
        )

    def _counted(self, noun: int) -> int | None:
        """The nurses of "a handful of nurses"."""
        tokens = self._parse.tokens
        if tokens[noun].lemma not in _COUNTERS:
            return None
        of = (i for i in self._parse.children[noun] if tokens[i].lemma == "of")
        return next((i for each in of for i in self._parse.children[each] if tokens[i].tag in {"NNS", "NNPS"}), None)

    def is_human(self, noun: int) -> bool:
        """Whether a noun or pronoun stands for people."""
        token = self._parse.tokens[noun]
        return token.entity == "PERSON" or (token.pos == "PRON" and token.lemma in _HUMAN)

    def no_longer(self, clause: Clause) -> bool:
        """Whether it is so no longer: `will no longer be asking`."""
        tokens = self._parse.tokens
        return any(tokens[i].text.lower() == "longer" and tokens[i - 1].lemma == "no" for i in clause.adverbs)

    def names(self, noun: int, words: frozenset[str]) -> bool:
        """Whether a noun, or the noun that it counts ("a number of agreements"), is one of the words."""
        token = self._parse.tokens[noun]
        if token.lemma in words or token.text.lower() in words:
            return True
        for child in self._parse.children[noun]:
            below = self._parse.tokens[child]
            if below.dep == "prep" and below.lemma == "of" and token.lemma in _COUNTERS:
                return any(self.names(i, words) for i in self._parse.children[child])
            if below.dep == "conj" and self.names(child, words):
                return True
        return False

    def denied(self, noun: int) -> bool:
        """Whether a noun has "no" before it."""
        return any(self._parse.tokens[i].lemma == "no" for i in self._parse.children[noun])
