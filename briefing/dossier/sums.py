"""Numbers that sources give differently: counts, sums, and what somebody undertakes to pay or send."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.dossier.grouping import by_key, joined
from briefing.model.dossier import Disagreement, Subject, Variant
from briefing.model.facts import Amount, Commitment, Evidence, Figure, Kind
from briefing.model.span import Written
from briefing.text.likeness import content_words, folded

# How many words, and what part of them, two claims must share: where they name what is counted, most of it; where
# only the sentence tells, half of it; where actor, event and side agree already, hardly more than a word.
_MOST = (1, 0.66)
_SENTENCE = (2, 0.5)
_SAME_ACTOR = (1, 0.3)

_ASKED = frozenset({Kind.REQUESTED, Kind.DECLINED})


@dataclass(frozen=True)
class Claim:
    """One number as one article has it.

    `shelf`: what two claims must share to be about one thing at all. `matter`: the words that say what it counts;
    `least`: how many of these words must agree, and how large a part of them (0 to 1). `about`: what is printed.
    """

    article: str
    shelf: tuple[str | None, ...]
    value: Decimal
    matter: frozenset[str]
    least: tuple[int, float]
    about: str
    variant: Variant


def sum_differences(
    figures: Sequence[Figure],
    commitments: Sequence[Commitment],
    event_of: Mapping[str, str | None],
    texts: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """Each thing of which articles give different numbers, with all of these.

    `event_of`: article id to the event it reports, `None` where it reports none or several. `texts`: by article id.
    """
    undertaken = _differing(tuple(_commitment_claims(commitments)))
    told = {frozenset(value.evidence[0] for value in one.values) for one in undertaken}
    counted = _differing(tuple(_figure_claims(figures, event_of, texts)))
    # The numbers in two commitments are figures too; they are told once, with who undertakes it.
    fresh = (one for one in counted if frozenset(value.evidence[0] for value in one.values) not in told)
    return (*fresh, *undertaken)


def _differing(claims: Sequence[Claim]) -> tuple[Disagreement, ...]:
    return tuple(
        Disagreement(
            subject=Subject.AMOUNT if group[0].shelf[-1] else Subject.COUNT, about=group[0].about, values=values
        )
        for shelf in by_key(claims, lambda claim: claim.shelf)
        for group in joined(shelf, _fitting)
        if len(values := tuple({claim.value: claim.variant for claim in group}.values())) > 1
    )


def _figure_claims(
    figures: Sequence[Figure], event_of: Mapping[str, str | None], texts: Mapping[str, str]
) -> Iterator[Claim]:
    """The counts and sums of articles that report one event each; others could be of anything."""
    for figure in figures:
        article = figure.words.span.article
        if figure.amount.value is None or event_of.get(article) is None:
            continue
        counted = _matter(figure.words.text, figure.amount)
        # A bare sum says nothing of what it is for; its sentence does.
        sentence = figure.evidence.spans[0].cut(texts[article])
        yield Claim(
            article=article,
            shelf=(event_of[article], figure.amount.currency),
            value=figure.amount.value,
            matter=counted or _matter(sentence, figure.amount),
            least=_MOST if counted else _SENTENCE,
            about=" ".join(word for word in folded(figure.words.text).split() if word in counted),
            variant=_variant(figure.words, figure.evidence),
        )


def _commitment_claims(commitments: Sequence[Commitment]) -> Iterator[Claim]:
    """What the sources say that somebody undertakes, or asks for, in numbers."""
    for commitment in commitments:
        amount = commitment.amount
        if amount is None or amount.value is None or commitment.actor is None:
            continue
        side = "asked" if commitment.kind in _ASKED else "undertaken"
        actor = folded(commitment.actor)
        yield Claim(
            article=commitment.words.span.article,
            shelf=(commitment.event, actor, side, amount.currency),
            value=amount.value,
            matter=_beside(commitment.words.text, amount) - content_words(commitment.actor),
            least=_SAME_ACTOR,
            about=commitment.actor,
            variant=_variant(commitment.words, commitment.evidence),
        )


def _fitting(one: Claim, groups: Sequence[Sequence[Claim]]) -> Sequence[Sequence[Claim]]:
    """The groups of claims about the same thing in other articles."""
    return [group for group in groups if all(_same_thing(one, other) for other in group)]


def _same_thing(one: Claim, other: Claim) -> bool:
    if one.article == other.article or one.least != other.least:
        return False
    fewest, part = one.least
    shared = len(one.matter & other.matter)
    whole = len(one.matter | other.matter) if one.least is _MOST else min(len(one.matter), len(other.matter))
    return shared >= fewest and shared >= part * whole


def _matter(text: str, amount: Amount) -> frozenset[str]:
    """The words beside the number, other numbers apart."""
    return frozenset(word for word in _beside(text, amount) if not word[0].isdigit())


def _beside(text: str, amount: Amount) -> frozenset[str]:
    """All that stands beside the number; a year or another number is part of what is undertaken."""
    return content_words(text) - content_words(amount.written.text)


def _variant(words: Written, evidence: Evidence) -> Variant:
    return Variant(written=words.text, evidence=evidence.spans)
