"""Words that stand side by side under one head: coordination in the parser's tree."""

from __future__ import annotations

from briefing.extract.parsing.parse import Parse


def conjuncts(parse: Parse, head: int) -> tuple[int, ...]:
    """The head and all that is coordinated with it, in order ("A, B and C")."""
    found = [head]
    for i in found:
        found.extend(child for child in parse.children[i] if parse.tokens[child].dep == "conj")
    return tuple(sorted(found))
