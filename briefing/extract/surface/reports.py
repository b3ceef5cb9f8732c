"""Where the report of a stretch of speech stands after it, and its verb."""

from __future__ import annotations

import re

from briefing.extract.surface.actor import Kind
from briefing.extract.surface.actors import Actors
from briefing.extract.surface.grammar import Tense
from briefing.extract.surface.stretches import Stretch, Stretches

_SKIPPED = frozenset(',-–—.…»«”"“!?):')
_REACH = 9
_AIDS = 3  # words between a quotation and its verb that belong to the verb


class Reports:
    """Reads the reports of one article."""

    def __init__(self, actors: Actors, stretches: Stretches) -> None:
        self._actors = actors
        self._tokens = actors.parse.tokens
        self._text = actors.parse.article.text
        self._grammar = actors.cast.words.grammar
        self._stretches = stretches

    def after(self, last: int, stretch: Stretch) -> tuple[int, int] | None:
        """Where the words stand that may report those before them: `"...", said X` and `"...", X said`."""
        i = last
        while i < len(self._tokens) and self._tokens[i].text in _SKIPPED and self._same_paragraph(i, last - 1):
            i += 1
        if i >= len(self._tokens) or not self._same_paragraph(i, last - 1) or i == last:
            return None
        lead = re.sub(r"[\s»«)”\"“]", "", self._text[stretch.end : self._tokens[i].start])
        apart = not set(lead) & set(",-–—!?…") and self._tokens[i].text[0].isupper()
        if "." in lead[1:] or apart:
            return None
        sentence = self._tokens[i].sentence
        end = i
        while end < len(self._tokens) and self._tokens[end].sentence == sentence and end not in self._actors.inside:
            end += 1
        return i, end

    def cue_of(self, first: int, last: int) -> int | None:
        """The verb of saying of a report that begins at `first`; none in a clause that hangs on something else."""
        cue = next((i for i in range(first, min(first + _REACH, last)) if self._stretches.is_cue(i)), None)
        cue = cue if cue is not None else self._unlisted_cue(first, last)
        if cue is None or any(self._tokens[i].text.lower() in self._grammar.relatives for i in range(first, cue)):
            return None
        return cue

    def _unlisted_cue(self, first: int, last: int) -> int | None:
        """A verb no list has, right after the words and before who says them: "...", quips the minister."""
        grammar, tokens = self._grammar, self._tokens
        passing = grammar.reflexives | grammar.perfect | frozenset(grammar.third)
        i = first
        while i < min(first + _AIDS, last) and tokens[i].text.lower() in passing:
            i += 1
        if i + 1 >= last or not tokens[i].text[0].islower() or not tokens[i].text.isalpha():
            return None
        own = tokens[i].text.lower()
        if own in grammar.small | grammar.adverbs | grammar.conjunctions or self._actors.at(i) is not None:
            return None
        infinitive = grammar.is_infinitive(tokens[i].lemma) and own != tokens[i].lemma
        if not infinitive or grammar.tense(tokens, i) not in {Tense.PAST, Tense.PRESENT}:
            return None
        after = i + 1
        while after < last and tokens[after].text.lower() in grammar.articles | grammar.reflexives:
            after += 1
        actor = self._actors.at(min(after, last - 1))
        fit = actor is not None and actor.plain and actor.kind in {Kind.PERSON, Kind.TITLE, Kind.PRONOUN}
        return i if fit else None

    def ends(self, i: int, last: int) -> bool:
        """Whether the token ends a report; the full stop of an abbreviation ("M.") does not."""
        text = self._tokens[i].text
        return text in ";:" or (text == "." and (i + 1 >= last or not self._same_sentence(i, i + 1)))

    def _same_sentence(self, one: int, other: int) -> bool:
        return self._tokens[one].sentence == self._tokens[other].sentence

    def _same_paragraph(self, one: int, other: int) -> bool:
        return self._tokens[one].paragraph == self._tokens[other].paragraph
