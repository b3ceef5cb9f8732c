"""Names of which the parser sees only a part, or that stand beside a description."""

from __future__ import annotations

from briefing.extract.parsing.parse import Parse

_FORMS = frozenset(("Inc", "Ltd", "LLC", "Corp", "Plc", "PLC", "Limited", "LLP", "GmbH", "Bhd", "Pty", "SA", "AG"))


def is_legal_form(parse: Parse, token: int) -> bool:
    """Whether a token is the legal form at the end of a company's name."""
    return parse.tokens[token].text.rstrip(".") in _FORMS


def company_start(parse: Parse, form: int) -> int | None:
    """The first token of `Harland Holdings, Inc.`, whose legal form is given; `None` where no name stands before it."""
    tokens, first = parse.tokens, form
    while first and (tokens[first - 1].pos == "PROPN" or (tokens[first - 1].text == "," and first == form)):
        first -= 1
    return first if first < form and tokens[first].pos == "PROPN" else None


def name_beside(parse: Parse, token: int) -> int:
    """`The mine's operator, Qori Andes, ...`: the name that stands beside a description, else the token itself."""
    tokens = parse.tokens
    if tokens[token].pos != "NOUN" or tokens[token].tag == "NNS":
        return token
    beside = (i for i in parse.children[token] if i > token and tokens[i].dep == "appos")
    return next((i for i in beside if tokens[i].pos == "PROPN"), token)


def name_before(parse: Parse, verb: int) -> int | None:
    """`..., Name, said`: the name before the comma, where the parser gave the verb no subject."""
    tokens = parse.tokens
    at = verb - 2 if verb >= 2 and tokens[verb - 1].text == "," else verb - 1
    return at if at >= 0 and tokens[at].pos == "PROPN" and tokens[at].sentence == tokens[verb].sentence else None
