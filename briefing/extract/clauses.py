"""Who does what to whom: the clause layer over the parse, which every detector reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from briefing.extract.parse import Parse, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "obj"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "need"})
_CONDITIONS = frozenset({"if", "unless", "provided", "providing"})
_PREPOSITIONS = frozenset({"according", "including", "following", "regarding", "concerning", "excluding"})
_SUBJECTLESS = frozenset({"xcomp", "advcl", "acl", "pcomp", "conj", "dep", "ccomp"})


class Tense(StrEnum):
    """When, as far as the verb group tells; `none` for infinitives and participles that stand alone."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PERFECT = "perfect"
    PAST_PERFECT = "past_perfect"
    NONE = "none"


class Form(StrEnum):
    """The shape of the verb group."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One verb with what belongs to it; every field that is a number is a token's index.

    `lemma`: of the verb, lower case. `particle`: of a phrasal verb ("kick off": "off").
    `subject`: head of who or what the verb is said of: its own subject, or that of the clause it hangs on (relative
    clauses, conjoined verbs, infinitives and participles); of a passive, who undergoes. `None`: nobody in the sentence.
    `subjects`: `subject` and what is coordinated with it. `doer`: who acts: the subject, of a passive the agent.
    `inherited`: whether the subject stands in another clause. `agent`: head of the noun after "by".
    `objects`: direct objects and predicate nouns. `indirect`: the dative ("told reporters").
    `preps`: (preposition in lower case, head of its noun), those of the verb and of its particle.
    `adverbs`: adverbs and adjectives that complete the verb ("online", "present").
    `complement`: verb of the clause it governs ("said that ... had gathered": "gathered"; "agreed to build": "build").
    `condition`: verb of an "if" or "unless" clause. `reported_by`: verb of saying that governs this clause.
    `progressive`: "is building". `modal`: "will", "must" and such.
    """

    verb: int
    lemma: str
    particle: str | None = None
    subject: int | None = None
    subjects: tuple[int, ...] = ()
    doer: int | None = None
    inherited: bool = False
    passive: bool = False
    agent: int | None = None
    objects: tuple[int, ...] = ()
    indirect: int | None = None
    preps: tuple[tuple[str, int], ...] = ()
    adverbs: tuple[int, ...] = ()
    complement: int | None = None
    condition: int | None = None
    reported_by: int | None = None
    form: Form = Form.FINITE
    tense: Tense = Tense.NONE
    progressive: bool = False
    modal: str | None = None
    negated: bool = False

    def prep(self, *names: str) -> int | None:
        """Head of the first noun after one of these prepositions; `None` where there is none."""
        return next((noun for name, noun in self.preps if name in names), None)


@dataclass(frozen=True)
class Clauses:
    """All clauses of an article, by verb and in order; empty where there is no parse."""

    parse: Parse
    by_verb: Mapping[int, Clause] = field(default_factory=lambda: MappingProxyType({}))

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.by_verb.values())

    def get(self, verb: int | None) -> Clause | None:
        """The clause of this verb."""
        return None if verb is None else self.by_verb.get(verb)

    def around(self, token: int) -> Clause | None:
        """The innermost clause in which a token stands."""
        tokens = self.parse.tokens
        for _ in range(len(tokens)):
            if token in self.by_verb:
                return self.by_verb[token]
            head = tokens[token].head
            if head == token:
                return None
            token = head
        return None

    def span_of(self, clause: Clause, *, without: Iterable[int] = ()) -> tuple[int, int]:
        """Characters from the first to the last word under the verb; subtrees rooted in `without` do not count."""
        skipped = {below for top in without for below in self.parse.subtree(top)}
        kept = [self.parse.tokens[i] for i in self.parse.subtree(clause.verb) if i not in skipped]
        words = [token for token in kept if token.pos != "PUNCT"] or kept
        return min(token.start for token in words), max(token.end for token in words)


def find_clauses(parse: Parse) -> Clauses:
    """The clauses of an article."""
    if not parse.syntax:
        return Clauses(parse)
    own = {token.i: _own(parse, token) for token in parse.tokens if _heads_clause(parse, token)}
    full: dict[int, Clause] = {}
    for verb in sorted(own, key=lambda i: (_depth(parse, i), i)):  # heads before what hangs on them
        full[verb] = _inherit(parse, own[verb], full)
    return Clauses(parse, MappingProxyType(dict(sorted(full.items()))))


def conjuncts(parse: Parse, head: int) -> tuple[int, ...]:
    """The head and all that is coordinated with it, in order ("A, B and C")."""
    found = [head]
    for i in found:
        found.extend(child for child in parse.children[i] if parse.tokens[child].dep == "conj")
    return tuple(sorted(found))


def _depth(parse: Parse, i: int) -> int:
    depth = 0
    while parse.tokens[i].head != i and depth < len(parse.tokens):
        i = parse.tokens[i].head
        depth += 1
    return depth


def _heads_clause(parse: Parse, token: Token) -> bool:
    if token.dep in {"aux", "auxpass"} or (token.dep == "prep" and token.text.lower() in _PREPOSITIONS):
        return False
    if token.pos == "VERB":
        return token.dep not in {"amod", "compound"} or any(
            parse.tokens[child].dep in _SUBJECTS for child in parse.children[token.i]
        )
    if token.pos == "AUX":
        return True
    return any(parse.tokens[child].dep in {"nsubj", "nsubjpass"} for child in parse.children[token.i]) and any(
        parse.tokens[child].dep in {"aux", "cop", "auxpass"} for child in parse.children[token.i]
    )


def _own(parse: Parse, verb: Token) -> Clause:
    """What stands directly under the verb."""
    tokens = parse.tokens
    below = [tokens[i] for i in parse.children[verb.i]]
    helpers = [child for child in below if child.dep in {"aux", "auxpass"}]
    passive = any(child.dep == "auxpass" for child in below) or _bare_passive(verb, below)
    agent = _agent(parse, below)
    subjects = sorted((child for child in below if child.dep in _SUBJECTS and child.dep != "expl"), key=_is_clause)
    subject = _behind_participle(parse, verb, subjects[0]) if subjects else _eaten(parse, verb)
    form, tense, modal, progressive = _verb_group(verb, helpers)
    return Clause(
        verb=verb.i,
        lemma=verb.lemma,
        particle=next((child.lemma for child in below if child.dep == "prt"), None),
        subject=subject,
        passive=passive,
        agent=agent,
        objects=tuple(i for child in below if child.dep in _OBJECTS for i in conjuncts(parse, child.i)),
        indirect=next((child.i for child in below if child.dep in {"dative", "iobj"} and child.pos != "ADP"), None),
        preps=tuple(_preps(parse, below)),
        adverbs=tuple(child.i for child in below if child.dep in {"advmod", "acomp"}),
        complement=next((child.i for child in below if child.dep in {"ccomp", "xcomp"} and child.i > verb.i), None),
        condition=next((child.i for child in below if child.dep == "advcl" and _conditional(parse, child.i)), None),
        form=form,
        tense=tense,
        progressive=progressive,
        modal=modal,
        negated=any(child.dep == "neg" or child.lemma == "never" for child in below),
    )


def _eaten(parse: Parse, verb: Token) -> int | None:
    """`Speaking of his life as a doctor, Edmund Delle said`: the name, which the parser gave to what goes before."""
    if verb.dep != "ROOT" or verb.tag not in {"VBD", "VBZ"} or verb.i == 0:
        return None
    near = parse.tokens[verb.i - 1]
    named = near.pos == "PROPN" and near.entity == "PERSON" and near.sentence == verb.sentence
    return near.i if named and near.dep in {"pobj", "dobj", "conj", "appos"} else None


def _behind_participle(parse: Parse, verb: Token, subject: Token) -> int:
    """`Reviewing the matter, chairperson Derrick America (DA) said`: the name, where the parser took the participle."""
    if subject.dep != "csubj" or subject.tag != "VBG":
        return subject.i
    tokens, i = parse.tokens, verb.i - 1
    if tokens[i].text == ")":
        i = next((k - 1 for k in range(i, subject.i, -1) if tokens[k].text == "("), i)
    between = [tokens[k].text for k in range(subject.i, i)]
    return i if tokens[i].pos == "PROPN" and "," in between else subject.i


def _is_clause(subject: Token) -> bool:
    """Whether a subject is a clause: "Calling it painful, he asked" has another besides."""
    return subject.dep in {"csubj", "csubjpass"}


def _bare_passive(verb: Token, below: list[Token]) -> bool:
    """A participle after a noun: "the statement signed by both"."""
    if verb.tag != "VBN":
        return False
    return verb.dep in {"acl", "advcl", "relcl"} and not any(child.dep in _SUBJECTS for child in below)


def _agent(parse: Parse, below: list[Token]) -> int | None:
    for child in below:
        if child.dep == "agent":
            return next((i for i in parse.children[child.i] if parse.tokens[i].dep == "pobj"), None)
    return None


def _preps(parse: Parse, below: Iterable[Token]) -> Iterator[tuple[str, int]]:
    for child in below:
        if child.dep in {"prep", "agent"} or (child.dep == "dative" and child.pos == "ADP"):
            yield from _after(parse, child, child.lemma if child.pos != "VERB" else child.text.lower())
        elif child.dep in {"prt", "advmod"}:
            yield from _preps(parse, (parse.tokens[i] for i in parse.children[child.i]))


def _after(parse: Parse, prep: Token, name: str) -> Iterator[tuple[str, int]]:
    for i in parse.children[prep.i]:
        child = parse.tokens[i]
        if child.dep in {"pobj", "pcomp"}:
            yield from ((name, each) for each in conjuncts(parse, i))
        elif child.dep == "prep":  # "according to", "out of", "because of"
            yield from _after(parse, child, f"{name} {child.lemma}")


def _verb_group(verb: Token, helpers: list[Token]) -> tuple[Form, Tense, str | None, bool]:
    lemmas = [helper.lemma for helper in helpers]
    modal = next((_modal(helper) for helper in helpers if helper.tag == "MD"), None)
    first = helpers[0] if helpers else verb
    perfect = "have" in lemmas and verb.tag in {"VBN", "VBD"}
    progressive = verb.tag == "VBG" and "be" in lemmas
    if modal is not None:
        return Form.FINITE, Tense.FUTURE if modal in {"will", "shall"} else Tense.PRESENT, modal, progressive
    if "to" in lemmas and not perfect:
        return Form.INFINITIVE, Tense.NONE, None, progressive
    if perfect:
        past = any(helper.lemma == "have" and helper.tag == "VBD" for helper in helpers)
        form = Form.INFINITIVE if "to" in lemmas else Form.FINITE
        return form, Tense.PAST_PERFECT if past else Tense.PERFECT, None, progressive
    if first.tag in {"VBG", "VBN"}:
        return Form.PARTICIPLE, Tense.NONE, None, progressive
    if first.tag == "VB":
        return Form.INFINITIVE, Tense.NONE, None, progressive
    return Form.FINITE, Tense.PAST if first.tag == "VBD" else Tense.PRESENT, None, progressive


def _modal(helper: Token) -> str:
    known = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can", "sha": "shall"}
    return known.get(helper.text.lower(), helper.lemma if helper.lemma in _MODALS else helper.text.lower())


def _conditional(parse: Parse, verb: int) -> bool:
    return any(
        parse.tokens[child].lemma in _CONDITIONS and parse.tokens[child].dep in {"mark", "advmod"}
        for child in parse.children[verb]
    )


def _inherit(parse: Parse, clause: Clause, above: Mapping[int, Clause]) -> Clause:
    """The clause with what it takes from the one it hangs on."""
    token = parse.tokens[clause.verb]
    governor = _governor(parse, clause.verb, above)
    subject, inherited = clause.subject, False
    if subject is not None and parse.tokens[subject].tag in {"WDT", "WP", "WP$"} | {"IN"}:
        relative = _antecedent(parse, clause.verb)
        subject, inherited = (relative, True) if relative is not None else (subject, False)
    elif subject is None and not any(parse.tokens[child].dep == "expl" for child in parse.children[clause.verb]):
        subject = _understood(parse, token, governor)
        inherited = subject is not None
    doer = clause.agent if clause.passive else subject
    changed = replace(
        clause,
        subject=subject,
        subjects=conjuncts(parse, subject) if subject is not None else (),
        inherited=inherited,
        doer=doer,
        reported_by=_reporter(parse, clause.verb, above),
    )
    if token.dep == "conj" and governor is not None:
        changed = _share_helpers(parse, changed, governor)
    return changed


def _governor(parse: Parse, verb: int, above: Mapping[int, Clause]) -> Clause | None:
    i = verb
    while parse.tokens[i].head != i:
        i = parse.tokens[i].head
        if i in above:
            return above[i]
    return None


def _antecedent(parse: Parse, verb: int) -> int | None:
    """The noun that a relative or participial clause is said of, also through conjoined verbs."""
    token = parse.tokens[verb]
    while token.dep == "conj" and token.head != token.i:
        token = parse.tokens[token.head]
    if token.dep in {"relcl", "acl"} and token.head != token.i:
        return token.head
    return None


def _understood(parse: Parse, token: Token, governor: Clause | None) -> int | None:
    """The subject of a verb that has none of its own."""
    if token.dep in {"relcl", "acl"}:
        head = parse.tokens[token.head]
        plain = token.tag in {"VBG", "VBN"} or token.dep == "relcl"
        if plain or governor is None:
            return head.i
        return governor.subject
    if token.dep not in _SUBJECTLESS or governor is None:
        return None
    if token.dep == "xcomp" and governor.objects and governor.lemma in _OBJECT_CONTROL:
        return governor.objects[0]
    if token.dep == "ccomp" and token.tag not in {"VB", "VBG", "VBN"}:
        return None
    return governor.subject


_OBJECT_CONTROL = frozenset(
    "ask urge tell invite order instruct call encourage help allow enable permit force persuade advise warn press "  # noqa: SIM905
    "request expect want need push commission appoint authorize authorise direct oblige require lead".split()
)


def _reporter(parse: Parse, verb: int, above: Mapping[int, Clause]) -> int | None:
    """The clause that governs this one as its content ("said that ..."), through conjoined verbs."""
    i = verb
    while parse.tokens[i].head != i:
        token = parse.tokens[i]
        if token.dep in {"ccomp", "xcomp"} and token.head in above:
            return token.head
        if token.dep not in {
            "conj",
            "advcl",
            "relcl",
            "acl",
            "pobj",
            "pcomp",
            "prep",
            "dobj",
            "nsubj",
            "appos",
            "attr",
        }:
            return None
        i = token.head
        if i in above and above[i].reported_by is not None:
            return above[i].reported_by
    return None


def _share_helpers(parse: Parse, clause: Clause, first: Clause) -> Clause:
    """A conjoined verb without helpers of its own has those of the first: "will build and (will) test"."""
    token = parse.tokens[clause.verb]
    helpers = [i for i in parse.children[clause.verb] if parse.tokens[i].dep in {"aux", "auxpass"}]
    if helpers or not clause.inherited:
        return clause
    if token.tag == "VB" and first.modal is not None:
        return replace(clause, modal=first.modal, tense=first.tense, form=first.form)
    if token.tag in {"VBN", "VBD"} and first.passive and parse.tokens[first.verb].tag == "VBN" == token.tag:
        agent = clause.agent
        return replace(clause, passive=True, tense=first.tense, form=first.form, doer=agent)
    if token.tag == "VBN" and first.tense in {Tense.PERFECT, Tense.PAST_PERFECT}:
        return replace(clause, tense=first.tense, form=first.form)
    if token.tag == "VBG" and first.progressive:
        return replace(clause, progressive=True, tense=first.tense, form=first.form)
    return clause
