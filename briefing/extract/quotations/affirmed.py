"""A word or two in marks within a sentence: whether it affirms that the speaker, and nobody else, said them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extract.grammar.clauses import Clause, Clauses, Form
from briefing.extract.grammar.sayers import Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame, Frames

if TYPE_CHECKING:
    from briefing.extract.reference.cast import Cast

_UNSAID = frozenset(
    "deny refute refuse decline avoid fail forget doubt dispute ask question wonder inquire enquire pretend".split()  # noqa: SIM905
)
_OPENING = frozenset(("if", "unless", "whether", "lest", "until"))
_NOBODY = frozenset(("nobody", "none", "neither", "no", "nothing", "few", "no-one", "noone"))
_ON = frozenset(("go", "continue", "proceed", "use", "take", "begin", "start", "rise", "stand"))  # "went on to call it"
_COPULAS = frozenset(("be", "seem", "appear", "remain"))
_LOOSE = frozenset(("parataxis", "dep", "appos"))
_HARDLY = frozenset(("hardly", "barely", "scarcely", "rarely", "seldom", "never"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))


class Affirmed:
    """Weighs the verbs between one article's speakers and the words in marks, and those above both."""

    def __init__(self, frames: Frames, clauses: Clauses, cast: Cast, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        self._cast = cast
        verbs = load(language, "saying")["verbs"]
        self._saying = (frozenset(verbs["plain"]) - frozenset(verbs["adjacent"])) | frozenset(verbs["naming"])

    def holds(self, frame: Frame, said: Saying) -> bool:
        """Whether the sentence says that the words are the speaker's: not "never said", "refused to", "whether"."""
        cue = self._cue(frame, said)
        if cue is None or self._asks(cue):
            return False
        chain = list(self._upward(self._top(frame)))
        below = chain[: chain.index(cue)] if cue in chain else chain
        return self._told(cue, said) and all(self._lets_through(i, said) for i in below) and self._governed(cue)

    def _cue(self, frame: Frame, said: Saying) -> int | None:
        tokens = self._parse.tokens
        return next((i for i in frame.before if said.cue is not None and tokens[i].start == said.cue[0]), None)

    def _top(self, frame: Frame) -> int:
        """The word inside the marks that hangs on a word outside."""
        tokens = self._parse.tokens
        words = (i for i in frame.inside if tokens[i].pos != "PUNCT" and tokens[i].head not in frame.inside)
        return next(words, frame.inside[0])

    def _upward(self, i: int) -> Iterator[int]:
        tokens = self._parse.tokens
        while True:
            yield i
            if tokens[i].head == i:
                return
            i = tokens[i].head

    def _asks(self, cue: int) -> bool:
        tokens, sentence = self._parse.tokens, self._parse.tokens[cue].sentence
        first = self._parse.sentences[sentence].first
        own = takewhile(lambda i: tokens[i].sentence == sentence, range(first, len(tokens)))
        return any("?" in tokens[i].text and self._frames.owner(i) is None for i in own)

    def _told(self, cue: int, said: Saying) -> bool:
        clause = self._clauses.get(cue)
        if clause is None:
            return False
        return self._plainly(clause) and clause.modal is None and not (clause.passive and clause.agent != said.speaker)

    def _plainly(self, clause: Clause) -> bool:
        """Whether a clause is neither negated nor open, and its verb not one of what is left unsaid."""
        if clause.negated or clause.lemma in _UNSAID or self._is_nobody(clause.subject):
            return False
        return self._opened(clause) and not self._is_hardly(clause.verb)

    def _is_hardly(self, verb: int) -> bool:
        """`no longer calls`, `hardly called`: what the parser takes for no negation."""
        tokens, children = self._parse.tokens, self._parse.children
        adverbs = [i for i in children[verb] if tokens[i].dep == "advmod"]
        words = {tokens[i].text.lower() for at in adverbs for i in (at, *children[at])}
        return not words.isdisjoint(_HARDLY | {"no", "not"})

    def _marks(self, verb: int) -> set[str]:
        tokens = self._parse.tokens
        return {tokens[i].text.lower() for i in self._parse.children[verb] if tokens[i].dep in {"mark", "advmod"}}

    def _turned(self, clause: Clause) -> bool:
        """`Had X called it`: the auxiliary before the subject."""
        tokens, subject = self._parse.tokens, clause.subject
        helping = (i for i in self._parse.children[clause.verb] if tokens[i].dep in {"aux", "auxpass"})
        return subject is not None and not clause.inherited and any(i < subject for i in helping)

    def _is_nobody(self, subject: int | None) -> bool:
        if subject is None:
            return False
        tokens = self._parse.tokens
        words = (subject, *(i for i in self._parse.children[subject] if i < subject and tokens[i].dep == "det"))
        return any(tokens[i].text.lower() in _NOBODY for i in words)

    def _lets_through(self, i: int, said: Saying) -> bool:
        """Whether a word between the cue and the marks leaves the words to the speaker."""
        clause = self._clauses.get(i)
        if clause is None:
            return True
        if not self._plainly(clause):
            return False
        if clause.lemma not in self._saying or self._frames.quoted(i):
            return True
        own = clause.subject is not None and self._same(clause.subject, said.speaker)
        return own and not clause.passive and clause.modal is None and clause.form is Form.FINITE

    def _same(self, one: int, other: int) -> bool:
        if one == other:
            return True
        key = self._cast.refer(one).key
        return key is not None and key == self._cast.refer(other).key

    def _governed(self, verb: int) -> bool:
        """Whether what stands above a verb of saying leaves it affirmed."""
        for _ in range(len(self._parse.tokens)):
            above = self._governor(verb)
            if above is None or above == verb:
                return above is not None
            verb = above
        return False

    def _governor(self, verb: int) -> int | None:
        """The word above that may undo what a verb tells: the verb itself where none may, `None` where one does."""
        tokens = self._parse.tokens
        above, clause = tokens[verb].head, self._clauses.get(verb)
        if above == verb or clause is None:
            return verb if clause is not None else None
        if tokens[verb].dep == "pcomp" and clause.form is not Form.FINITE:
            return tokens[above].head if tokens[above].text.lower() == "as" else None  # "short of calling it"
        if self._stands_alone(clause, above):
            return verb
        over = self._clauses.get(above)
        if over is None:
            return verb if tokens[verb].dep in _LOOSE else None  # "no proof that X called it"
        if tokens[verb].dep == "conj" and tokens[verb].tag in _FINITE and not self._alternative(above):
            return above if self._opened(over) else None
        return above if self._leaves(over, clause) else None

    def _leaves(self, over: Clause, clause: Clause) -> bool:
        """Whether a verb leaves what it governs affirmed."""
        if clause.form is Form.INFINITIVE and over.lemma not in _ON:
            return False
        if not self._plainly(over) or (over.modal is not None and clause.form is not Form.FINITE):
            return False
        told = self._parse.tokens[clause.verb].dep in {"ccomp", "csubj"}
        return not (told and over.lemma in _COPULAS)  # "it is untrue that", "it seems that"

    def _opened(self, clause: Clause) -> bool:
        """Whether nothing makes a condition or question of a clause."""
        return _OPENING.isdisjoint(self._marks(clause.verb)) and not self._turned(clause)

    def _alternative(self, above: int) -> bool:
        tokens = self._parse.tokens
        return any(tokens[i].text.lower() in {"or", "nor"} for i in self._parse.children[above])

    def _stands_alone(self, clause: Clause, above: int) -> bool:
        """`what X called ...`, `X, who called ...`, `..., calling it ...`, `as X called it ...`: whatever is above."""
        tokens, verb = self._parse.tokens, clause.verb
        below = self._parse.children[verb]
        over = self._clauses.around(above)
        cleft = over is not None and over.lemma in _COPULAS and over.negated  # "it was not X who called it"
        if tokens[verb].dep == "relcl":
            return clause.form is Form.FINITE and not cleft
        if any(tokens[i].tag == "WP" and tokens[i].dep in {"dobj", "oprd"} and i < verb for i in below):
            return not cleft
        if tokens[verb].dep == "advcl" and clause.form is Form.PARTICIPLE:
            return any(tokens[i].text == "," for i in range(min(above, verb), verb))
        return tokens[verb].dep == "advcl" and clause.form is Form.FINITE
