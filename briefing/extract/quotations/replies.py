"""Answers that are called so: `"...," was the answer`, `"...," came the reply`."""

from __future__ import annotations

from briefing.extract.grammar.clauses import Clauses
from briefing.extract.grammar.sayers import Saying
from briefing.extract.lexis.lexicon import load
from briefing.extract.quotations.frames import Frame, Frames

_LONGEST = 6  # words from the marks to the end of the phrase
_FROM = frozenset(("from", "of", "by"))
_OWNERS = frozenset(("PRP$", "NNP"))


class Replies:
    """Finds whose the answers of one article are."""

    def __init__(self, frames: Frames, clauses: Clauses, language: str = "en") -> None:
        self._frames = frames
        self._parse = frames.parse
        self._clauses = clauses
        data = load(language, "saying").get("replies", {})
        self._nouns = frozenset(data.get("nouns", ()))
        self._verbs = frozenset(data.get("verbs", ()))
        self._articles = frozenset(data.get("articles", ()))
        self._asking = frozenset(data.get("asking", ()))

    def answers(self, frame: Frame) -> bool:
        """Whether the words behind the marks call them an answer: never of who asks."""
        return self._noun(frame) is not None

    def find(self, frame: Frame) -> Saying | None:
        """Whose answer it is: of who is named with it, else of whom the question was put to."""
        noun = self._noun(frame)
        owner = None if noun is None else self._owner(noun)
        if owner is not None and self._parse.tokens[owner].pos == "PROPN":
            return Saying(owner, None, "quote.cue.words", 0.85, beside=True)
        return self.asked(frame)

    def _noun(self, frame: Frame) -> int | None:
        """`answer` in "was the answer", "came his curt reply", "the answer came"."""
        tokens = self._parse.tokens
        words = [i for i in frame.after if tokens[i].pos != "PUNCT"][:_LONGEST]
        noun = next(
            (at for at, i in enumerate(words) if tokens[i].lemma in self._nouns and tokens[i].tag == "NN"), None
        )
        if noun is None:
            return None
        opening = tokens[words[0]]
        if opening.lemma in self._verbs and opening.pos in {"VERB", "AUX"}:
            return words[noun] if self._led(words[1:noun]) else None
        following = tokens[words[noun + 1]] if noun + 1 < len(words) else None
        ends = following is not None and following.pos == "VERB" and following.lemma in self._verbs
        return words[noun] if ends and self._led(words[:noun]) else None

    def _led(self, words: list[int]) -> bool:
        """Whether the words before the noun are its article or owner, and nothing but what describes it."""
        tokens = self._parse.tokens
        led = bool(words) and (tokens[words[0]].text.lower() in self._articles or tokens[words[0]].tag in _OWNERS)
        return led and all(tokens[i].pos not in {"VERB", "AUX", "ADP"} for i in words)

    def _owner(self, noun: int) -> int | None:
        """X in "X's answer", "the reply from X"."""
        tokens, children = self._parse.tokens, self._parse.children
        owner = next((i for i in children[noun] if tokens[i].dep == "poss"), None)
        ties = [i for i in range(noun + 1, min(noun + 2, len(tokens))) if tokens[i].text.lower() in _FROM]
        named = (i for tie in ties for i in children[tie] if tokens[i].dep == "pobj")
        return owner if owner is not None else next(named, None)

    def asked(self, frame: Frame) -> Saying | None:
        """Whom the question in the marks before was put to, where that stands beside it."""
        tokens = self._parse.tokens
        if frame.number == 0 or not frame.inside:
            return None
        question = self._frames.frames[frame.number - 1]
        if not question.inside or tokens[question.inside[-1]].text[-1] != "?":
            return None
        if tokens[frame.inside[0]].paragraph - tokens[question.inside[0]].paragraph > 1:
            return None
        for i in (*question.before, *question.after):
            clause = self._clauses.get(i)
            if clause is None or clause.lemma not in self._asking or clause.passive:
                continue
            whom = [clause.indirect] if clause.indirect is not None else list(clause.objects)
            people = [one for one in whom if not self._frames.quoted(one) and tokens[one].pos in {"PROPN", "PRON"}]
            if len(people) == 1 and tokens[people[0]].tag != "WP":
                return Saying(people[0], None, "quote.continued.sentence", 0.7)
        return None
