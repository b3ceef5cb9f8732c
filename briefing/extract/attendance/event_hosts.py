"""Who hosts or organises an event, as the text has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.extract.attendance.event_setting import datelines
from briefing.extract.attendance.event_words import EventWords, Found
from briefing.extract.grammar.clauses import Clause
from briefing.extract.grammar.coordination import conjuncts
from briefing.extract.reference.cast import Cast
from briefing.model.span import Written

_LETTERED = re.compile(
    r"(?:,? and|,| &)(?: (?:of|for|the))* [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*(?= \([A-Z][A-Za-z]*[A-Z]\))"
)


def host_of(cast: Cast, words: EventWords, group: Sequence[Found]) -> Written | None:
    """Who hosts or organises it: the subject or agent of such a verb of which the event is the object.

    Whoever holds a meeting takes part in it as the others do.
    """
    tokens = cast.parse.tokens
    inside = {i for one in group for i in range(one.first, one.last)}
    heads = {tokens[one.last - 1].lemma for one in group if not one.proper}
    for clause in cast.clauses:
        if clause.lemma not in words.host or clause.negated or clause.verb in cast.quoted:
            continue
        undergoers, doer = _roles(cast, clause)
        hit = [i for i in undergoers if i in inside or tokens[i].lemma in heads]
        shared = clause.lemma in words.sharing and any({tokens[i].lemma, tokens[i].text} & words.shared for i in hit)
        if doer is None or not hit or shared:
            continue
        at = tokens[doer]
        if at.pos in {"PROPN", "NOUN"} and not any(at.start in dateline for dateline in datelines(cast)):
            return _named(cast, doer)
    return None


def _roles(cast: Cast, clause: Clause) -> tuple[list[int], int | None]:
    """What is hosted, and by whom; a parser cuts "co-hosted" in pieces and gives each its own."""
    tokens = cast.parse.tokens
    if clause.verb > 1 and [token.text.lower() for token in tokens[clause.verb - 2 : clause.verb]] == ["co", "-"]:
        co = cast.clauses.get(clause.verb - 2)
        held = [tokens[clause.verb - 2].head] if co is None else list(co.subjects)
        if clause.agent is not None:
            return [*held, *clause.subjects], clause.agent
        if clause.verb > 2 and clause.verb - 3 in cast.by_token:
            return list(clause.objects), clause.verb - 3
        return list(clause.objects), clause.doer if co is None else co.doer or clause.doer
    if clause.inherited and not clause.passive:
        return [], None  # the agent is its own: "a dinner hosted by the mayor"
    undergoers = list(clause.subjects) if clause.passive else list(clause.objects)
    return undergoers, clause.doer


def _named(cast: Cast, doer: int) -> Written:
    """The host by name, or all of several: "Kenya and the Netherlands"."""
    several = [
        i for i in conjuncts(cast.parse, doer) if cast.parse.tokens[i].sentence == cast.parse.tokens[doer].sentence
    ]
    first, last = _one(cast, several[0]), _one(cast, several[-1])
    return first if len(several) == 1 else cut_between(cast, first, last)


def cut_between(cast: Cast, first: Written, last: Written) -> Written:
    """The words from one stretch to the end of another behind it."""
    start, end = min(first.span.start, last.span.start), max(first.span.end, last.span.end)
    return Written(text=cast.parse.article.text[start:end], span=cast.parse.span(start, end))


def _one(cast: Cast, noun: int) -> Written:
    mention = cast.by_token.get(noun)
    return mention.words if mention is not None else _whole_name(cast, cast.phrase(noun))


def _whole_name(cast: Cast, phrase: Written) -> Written:
    """The phrase with what its letters show to belong to it: "Centre for Training and Research (CTR)"."""
    text, end = cast.parse.article.text, phrase.span.end
    more = _LETTERED.match(text, end)
    return (
        Written(text=text[phrase.span.start : more.end()], span=cast.parse.span(phrase.span.start, more.end()))
        if more
        else phrase
    )
