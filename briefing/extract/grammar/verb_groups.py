"""What a verb's helpers make of it, its own or those of the verb it is joined to: form, tense and modal."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.grammar.clauses import Clause, Form, Tense
from briefing.extract.parsing.parse import Parse, Token

_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "need"})


def verb_group(verb: Token, helpers: list[Token]) -> tuple[Form, Tense, str | None, bool]:
    """Form, tense, modal (`None`: there is none), and whether the group is progressive."""
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


def share_helpers(parse: Parse, clause: Clause, first: Clause) -> Clause:
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


def _modal(helper: Token) -> str:
    known = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can", "sha": "shall"}
    return known.get(helper.text.lower(), helper.lemma if helper.lemma in _MODALS else helper.text.lower())
