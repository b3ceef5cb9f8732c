"""Whether the words before or after a title name a body that somebody can serve."""

from __future__ import annotations

import re
from collections.abc import Collection

from briefing.extract.lexis.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NONE = frozenset(
    "republic kingdom majesty majesties highness highnesses excellency two three four holy royal personal temporary "  # noqa: SIM905
    "ranking minority majority independent opposition anchor flag popular mystery nobel hindu muslim christian jewish "
    "ruling africa asia europe america oceania sahel caribbean latin north south east west world state country nation "
    "his her their its our the and associated coordinating event custodian".split()
)


def is_body(words: Vocabulary, written: str, names: Collection[str]) -> bool:
    """Whether it is more than a title, address, place, quality or person's name (`names`, in small letters)."""
    parts = [part.lower() for part in _WORD.findall(written)]
    place = words.countries.phrases.get(written)
    if place is not None and place[1] == "bodies":
        return True
    if (
        not parts
        or not written[0].isalnum()
        or place is not None
        or written.lower() in names
        or parts[0] in {"two", "three"}
    ):
        return False
    state = len(written) == 2 and written.isupper() and written not in words.international  # "OK Gov. Ann Lee"
    if state or "to" in parts or _is_title(words, parts):
        return False
    known = _NONE | words.honorifics.keys() | words.modifiers
    return not all(part in known for part in parts)


def _is_title(words: Vocabulary, parts: list[str]) -> bool:
    """Whether the words end in a title's head: "Planning Minister"; a body's own word ("Secretariat") is none."""
    split = " ".join(parts).replace("-general", " - general").split()  # "Secretary-General"
    tails = (tuple(split[i:]) for i in range(len(split)))
    return any(words.heads.get(tail) is not None for tail in tails) and parts[-1] not in words.not_people
