"""The country of a person whose title belongs to another: "Zelenskyy's chief of staff"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.extract.parsing.parse import Parse
from briefing.extract.people.held import Held
from briefing.extract.reference.cast import Person


def inherit_countries(
    parse: Parse, people: list[Person], held: Mapping[int, list[Held]], spans: list[tuple[int, int, int]]
) -> list[Person]:
    """A person whose title belongs to another person ("Zelenskyy's chief of staff") has that person's country."""
    owner = {i: number for first, last, number in spans for i in range(first, last)}
    out = list(people)
    for number, person in enumerate(people):
        for each in held.get(number, []):
            possessor = each.title.possessor
            chief = owner.get(possessor, -1) if possessor is not None else -1
            if possessor is not None and chief < 0:
                chief = _named_before(parse, possessor, spans)
            if chief not in {-1, number}:
                boss, hired = out[chief], each.title.head_words in _FOR_HIRE
                hired &= not (each.title.head_words in _RIVALS and any(title.national for title in boss.titles))
                organisation = None if person.organisation and person.organisation in boss.name else person.organisation
                out[number] = replace(
                    out[number],
                    country=out[number].country or (None if hired else boss.country),
                    organisation=organisation,
                )
    return out


# Who serves, meets or stands by somebody from anywhere.
_FOR_HIRE = frozenset(
    ("lawyer", "attorney", "counsel", "solicitor", "barrister", "advocate", "defence lawyer", "defense lawyer",
     "defense attorney", "defence counsel", "agent", "doctor", "physician", "friend", "rival", "opponent",
     "challenger", "colleague", "biographer", "publisher", "translator", "trainer", "coach", "teammate", "guest",
     "girlfriend", "boyfriend", "counterpart")
)  # fmt: skip
_RIVALS = frozenset({"rival", "opponent", "challenger"})  # in an election they are of one state


def _named_before(parse: Parse, pronoun: int, spans: list[tuple[int, int, int]]) -> int:
    """Who is named alone in the sentence before "his" or "her", or in the one before it; -1 where two are or nobody."""
    token = parse.tokens[pronoun]
    if token.text.lower() not in {"his", "her"}:
        return -1
    for sentence in (token.sentence, token.sentence - 1):
        near = {who for first, _, who in spans if first < pronoun and parse.tokens[first].sentence == sentence}
        if near:
            return near.pop() if len(near) == 1 else -1
    return -1
