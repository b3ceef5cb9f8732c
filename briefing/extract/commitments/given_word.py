"""Whether what somebody would do is told as his word for it, or only as his plan."""

from __future__ import annotations

import functools
from dataclasses import replace

from briefing.extract.commitments.readings import Readings, Undertaking
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.model.facts import Kind

_SELF = frozenset(("he", "she", "it", "they", "i", "we"))
_OWN = frozenset(("his", "her", "its", "their", "my", "our"))


@functools.cache
def _coming(language: str) -> frozenset[str]:
    """Verbs of coming and taking part: who says so only plans it."""
    attendance = load(language, "vetoes")["attendance"]
    return frozenset((*attendance["verbs"], *attendance["mutual"]))


class GivenWord:
    """Looks at who reports the plans of one article."""

    def __init__(self, parse: Parse, read: Readings, language: str = "en") -> None:
        self._parse = parse
        self._read = read
        self._coming = _coming(language)

    def settled(self, made: Undertaking | None) -> Undertaking | None:
        """The undertaking, a pledge where who is to act says so himself; who comes and speaks only plans it."""
        if made is None or made.kind is not Kind.PLANNED or made.clause.lemma in self._coming:
            return made
        return replace(made, kind=Kind.PLEDGED) if self._is_given(made) else made

    def _is_given(self, made: Undertaking) -> bool:
        """`The bank said it would match the sum`, `said his country would help`."""
        clause, tokens = made.clause, self._parse.tokens
        above, subject = self._read.reporter(clause), clause.subject
        if clause.modal != "would" or above is None or above.doer is None or subject is None:
            return False
        if clause.passive or clause.progressive:  # "would be seeking" tells a plan
            return False
        word, teller = tokens[subject].text.lower(), tokens[above.doer]
        if word in _SELF:
            return teller.pos != "PRON" or teller.text.lower() == word
        owners = {tokens[i].text.lower() for i in self._parse.children[subject] if tokens[i].dep == "poss"}
        return bool(owners & _OWN) and self._read.is_agent(subject)
