"""Who acts for the holder of an office and is not its holder."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.lexis.names import capital
from briefing.extract.parsing.parse import Token
from briefing.extract.titles.titles import Title


def stood_in_for(tokens: Sequence[Token], title: Title, mention: tuple[int, int, int]) -> bool:
    """“On behalf of the minister, Mr Lee spoke": Lee is another; not "on behalf of the minister, Ann Lee, Mr Hale"."""
    i = title.outer
    if i < _STANDS or tokens[i - 1].text != "of" or tokens[i - 2].text.lower() != "behalf" or mention[1] >= len(tokens):
        return False
    after = mention[1] + 1
    named = after < len(tokens) and capital(tokens[after]) and tokens[after].pos == "PROPN"
    return not (tokens[mention[1]].text == "," and named and tokens[after].text.rstrip(".") in _MISTERS)


_STANDS = 3
_MISTERS = frozenset("Mr Mrs Ms Dr Prof Hon Sir Rev".split())  # noqa: SIM905
