"""Verbs of saying that the parser hangs on something else than who says it."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.grammar.clauses import Clause, Clauses
from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_STEPS = 6  # up the tree, from a noun to the verb that has it or a noun before it for its object


class PartedVerbs:
    """Finds who says it where something stands between a verb of saying and its subject.

    `quoted`, `is_cue`: as for `Subjects`. `may_speak`: whether a noun can be somebody who speaks.
    """

    def __init__(  # noqa: PLR0917 - what `Subjects` is made of
        self,
        parse: Parse,
        clauses: Clauses,
        quoted: Callable[[int], bool],
        is_cue: Callable[[int], bool],
        may_speak: Callable[[int], bool],
        language: str = "en",
    ) -> None:
        self._parse = parse
        self._clauses = clauses
        self._quoted = quoted
        self._is_cue = is_cue
        self._may_speak = may_speak
        data = load(language, "saying")
        self._judging = frozenset(data["verbs"]["judging"])
        self._papers = frozenset((*data["nouns"]["words"], *data["subjects"]["papers"]))

    def judge(self, clause: Clause, noun: int) -> int | None:
        """`X welcomed the visit saying it helps`, `X praised Y saying he helped`: X, for want of a comma.

        Also X in `X put out a notice before the marches saying`.
        """
        tokens = self._parse.tokens
        if tokens[clause.verb].tag != "VBG" or tokens[noun].lemma in self._papers:
            return None
        up, below = tokens[noun].head, noun
        for _ in range(_STEPS):
            if tokens[up].pos in {"VERB", "AUX"}:
                break
            up, below = tokens[up].head, up
        host = self._clauses.get(up)
        if host is None or host.passive or host.subject is None or host.subject > up:
            return None
        issued = any(tokens[i].lemma in self._papers for i in (*host.objects, below))
        judged = host.lemma in self._judging and (below in host.objects or noun in host.objects)
        if not judged and (self._may_speak(noun) or not issued):
            return None
        known = issued or self._may_speak(host.subject)
        return host.subject if known and not self._quoted(host.subject) else None

    def nearer(self, clause: Clause, subject: int) -> int:
        """`A, B and C, the agency reported`, `On a visit to A, the worst hit town, the mayor, X, said`."""
        tokens, verb = self._parse.tokens, clause.verb
        if clause.inherited or subject > verb or tokens[verb].tag not in _FINITE:
            return subject
        last = verb - 1
        while last > subject and tokens[last].pos in {"ADV", "AUX"}:
            last -= 1
        if last <= subject:
            return subject
        own = tokens[last].dep == "nsubj" and tokens[last].head == verb
        # An apposition would end with a comma: "..., B and C, the agency reported"
        listed = tokens[last].dep == "appos" and tokens[tokens[last].head].dep == "conj"
        if (own or listed) and self._may_speak(last):
            first = min(self._parse.subtree(last))
            return last if first > subject and tokens[first - 1].text == "," else subject
        if tokens[last].text != "," or self._may_speak(subject) or tokens[subject].lemma in self._papers:
            return subject
        name = last - 1
        beside = tokens[name].entity == "PERSON" and tokens[name].dep == "appos" and not self._quoted(name)
        return name if beside and self._hangs_on(name, subject) else subject

    def _hangs_on(self, name: int, subject: int) -> bool:
        """Whether nothing but asides lies between them in the tree."""
        tokens = self._parse.tokens
        while tokens[name].dep == "appos" and tokens[name].head != name:
            name = tokens[name].head
        return name == subject

    def joined_to_report(self, clause: Clause) -> int | None:
        """`X said Y is to blame and accused him`: the tense shows that X accuses, whatever the parser joined it to."""
        tokens = self._parse.tokens
        token = tokens[clause.verb]
        host = self._clauses.get(token.head) if token.dep == "conj" and token.tag == "VBD" else None
        if host is None or host.reported_by is None or not clause.inherited or self._quoted(host.reported_by):
            return None
        present = tokens[host.verb].tag in {"VBZ", "VBP"} or host.modal is not None
        past = tokens[host.reported_by].tag == "VBD" and host.reported_by < host.verb
        return host.reported_by if past and (present or self._says_on(clause, host)) else None

    def _says_on(self, clause: Clause, host: Clause) -> bool:
        """`X said the road was closed, but added`, `X said it was closed but added`: whoever said the one."""
        tokens = self._parse.tokens
        if not self._is_cue(clause.verb):
            return False
        joined = next((i for i in range(clause.verb - 1, host.verb, -1) if tokens[i].tag == "CC"), None)
        apart = joined is not None and tokens[joined - 1].text == ","
        return apart or host.subject is None or not self._may_speak(host.subject)
