"""The body named behind a title: after "of" or "at", between commas or in brackets."""

from __future__ import annotations

from briefing.extract.lexis.names import capital
from briefing.extract.lexis.vocabulary import Vocabulary
from briefing.extract.parsing.parse import Parse, Token
from briefing.extract.titles.title_bounds import BEFORE_ROLE

# What is named after these is a matter, not a body.
_OF_MATTERS = frozenset({"minister", "ministers", "undersecretary", "critic"})


def organisation_after(parse: Parse, end: int, last: int, words: Vocabulary) -> str | None:
    """The body after "of" or "at" in "Director of the Office of the President", a portfolio or country is none."""
    tokens = parse.tokens
    bare = end < last and capital(tokens[end])  # "Director | National Trade Board"
    if bare or end >= last or tokens[end].text.lower() not in {"of", "at", "for"}:
        return parse.article.text[tokens[end].start : tokens[last - 1].end] if bare else None
    if tokens[end - 1].text.lower() in words.human["kin"]:
        return None
    i = end + 1
    while i < last and tokens[i].text.lower() in BEFORE_ROLE:
        i += 1
    if i >= last or not capital(tokens[i]):
        return None
    place = words.countries.at(tokens, i)
    state = place is not None and (place.kind != "bodies" or place.last < last)
    people = place is not None and place.kind == "people" and place.last < last
    behind = {tokens[k].text.lower() for k in ((place.last, last - 1) if people else (place.last,))} \
        if place is not None and place.last < last else set()  # fmt: skip
    if place is not None and state and behind.isdisjoint(words.not_people):
        return None
    i = next((k + 1 for k in range(last - 2, i, -1) if tokens[k].text == "at"), i)  # "of Research at the Trade Bank"
    i += tokens[i].text.lower() in BEFORE_ROLE
    return (
        None
        if _is_matter(tokens, (end, i, last), words)
        else parse.article.text[tokens[i].start : tokens[last - 1].end]
    )


def _is_matter(tokens: tuple[Token, ...], span: tuple[int, int, int], words: Vocabulary) -> bool:
    """Whether what an office is for is named, no body; `span`: ends of the head and of the article, of the whole."""
    end, first, last = span
    heads = {token.text.lower() for token in tokens[max(0, end - 3) : end]}
    inner = next((k for k in range(first, last) if tokens[k].text == "in"), last)
    rest = [tokens[k].text.lower() for k in range(first, inner) if capital(tokens[k])]
    minister = not _OF_MATTERS.isdisjoint(heads)
    bodies = words.not_people - words.portfolio - (_POLITIES if minister else frozenset())
    if any(word in bodies for word in rest):
        return False
    if minister or all(word in words.portfolio for word in rest):
        return True
    special = not _SENT.isdisjoint(heads) and not any(tokens[k].text.isupper() for k in range(first, last))
    return tokens[end].text == "for" and (special or rest[-1] in words.portfolio)


# "Of Foreign Affairs of the Republic of Norland".
_POLITIES = frozenset({"republic", "kingdom", "federation", "union", "state", "states", "commonwealth", "emirates"})
_SENT = frozenset({"envoy", "representative", "ambassador", "rapporteur", "coordinator"})


def organisation_behind(parse: Parse, span: tuple[int, int], words: Vocabulary, inside: frozenset[int]) -> str | None:
    """The body behind a comma after a whole role, in brackets or between commas: "Ann Lee (CEO, Lee Turbines)".

    `span`: where the title begins, with all that belongs to it, and ends.
    """
    tokens, (first, last) = parse.tokens, span
    close = _CLOSES.get(tokens[first - 1].text) if first > 1 and first - 2 in inside else None
    if close is None or last + 1 >= len(tokens) or tokens[last].text != ",":
        return None
    end = last + 1
    while end < len(tokens) and end not in inside and (capital(tokens[end]) or tokens[end].text in {"&", "of"}):
        end += 1
    named = tokens[last + 1 : end]
    whole = named and end < len(tokens) and tokens[end].text.startswith(close)
    if not whole or named[-1].sentence != tokens[first].sentence or words.countries.at(tokens, last + 1) is not None:
        return None
    if words.head_at(tokens, last + 1) is not None or (close == "," and named[0].entity != "ORG"):
        return None
    return parse.article.text[named[0].start : named[-1].end]


_CLOSES = {"(": ")", ",": ","}
