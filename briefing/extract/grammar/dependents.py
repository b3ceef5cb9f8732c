"""What stands directly under a verb: its subject, objects, prepositions and the clauses it governs."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator

from briefing.extract.grammar.clauses import Clause
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.grammar.verb_groups import verb_group
from briefing.extract.parsing.parse import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
"""Labels of the subjects of a verb, clauses and "there" among them."""

_OBJECTS = frozenset({"dobj", "attr", "oprd", "obj"})
_TIMES = frozenset((*calendar.month_name, *calendar.month_abbr, *calendar.day_name)) - {""}
_CONDITIONS = frozenset({"if", "unless", "provided", "providing"})


def own_clause(parse: Parse, verb: Token) -> Clause:
    """The clause with what stands directly under its verb, and nothing yet from the clause it hangs on."""
    tokens = parse.tokens
    below = [tokens[i] for i in parse.children[verb.i]]
    deps = [child.dep for child in below]
    helpers = [child for child in below if child.dep in {"aux", "auxpass"}]
    passive = "auxpass" in deps or _bare_passive(verb, below)
    agent = _agent(parse, below)
    subjects = sorted(
        (child for child in below if child.dep in SUBJECTS and child.dep != "expl"),
        key=lambda child: (_is_clause(child), child.pos != "PROPN" and _parted(parse, child, verb)),
    )
    subject = _behind_participle(parse, verb, subjects[0]) if subjects else _eaten(parse, verb)
    form, tense, modal, progressive = verb_group(verb, helpers)
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


def _parted(parse: Parse, subject: Token, verb: Token) -> bool:
    """Whether a quotation ends between a subject and its verb: `“A plan rooted in care,” Chief Daisy House said`."""
    return any(token.text == "”" for token in parse.tokens[subject.i : verb.i])


def _is_clause(subject: Token) -> bool:
    """Whether a subject is a clause: "Calling it painful, he asked" has another besides."""
    return subject.dep in {"csubj", "csubjpass"}


def _bare_passive(verb: Token, below: list[Token]) -> bool:
    """A participle after a noun: "the statement signed by both"."""
    if verb.tag != "VBN":
        return False
    return verb.dep in {"acl", "advcl", "relcl"} and not any(child.dep in SUBJECTS for child in below)


def _agent(parse: Parse, below: list[Token]) -> int | None:
    for child in below:
        if child.dep == "agent":
            nouns = (i for i in parse.children[child.i] if parse.tokens[i].dep == "pobj")
            return next((i for i in nouns if not _is_time(parse, i)), None)
    return None


def _is_time(parse: Parse, noun: int) -> bool:
    """`will be rebuilt by June`: a month or day after "by" does nothing."""
    token = parse.tokens[noun]
    if token.entity in {"DATE", "TIME"}:
        return True
    bare = all(parse.tokens[i].dep in {"nummod", "punct", "prep"} for i in parse.children[noun])
    return bare and token.text in _TIMES and token.entity != "PERSON"


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


def _conditional(parse: Parse, verb: int) -> bool:
    return any(
        parse.tokens[child].lemma in _CONDITIONS and parse.tokens[child].dep in {"mark", "advmod"}
        for child in parse.children[verb]
    )
