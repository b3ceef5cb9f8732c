"""Which labels of an article name who speaks in a transcript, which those who only ask, and how far a turn goes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import cached_property

from briefing.extract.lexis.lexicon import load
from briefing.extract.parsing.parse import Parse
from briefing.extract.speech.label_lines import Line

_ASKING = 0.6  # of a label's turns end with a question mark where it stands for who only asks
_LEAST_ASKED = 2
_LONGEST = 4  # words of a name


class Transcript:
    """The labels of one article."""

    def __init__(self, parse: Parse, lines: Sequence[Line], language: str) -> None:
        self._parse = parse
        self._text = parse.article.text
        self._lines = lines
        saying = load(language, "saying")
        data = saying["layouts"]
        self._labels = frozenset(saying["sources"]["colon_labels"])
        self._told_askers = frozenset(data["askers"])
        self._answers = frozenset(data["answers"])
        self._quotes = frozenset(data["quote_labels"])

    def speaks(self, line: Line) -> bool:
        """Whether the label of a line names who speaks."""
        return line.label is not None and line.label.casefold() in self._speakers and not self.asks(line)

    def asks(self, line: Line) -> bool:
        """Whether the label of a line stands for an interviewer or the press, whose questions are no facts."""
        return line.label is not None and line.label.casefold() in self._askers

    def answers(self, line: Line) -> bool:
        """Whether the label says only that this is the answer."""
        return (line.label or "").casefold() in self._answers

    def spoken(self, at: int) -> Sequence[Line]:
        """A labelled paragraph with those below it that have no label, where a labelled one follows them."""
        line = self._lines[at]
        below = at + 1
        while below < len(self._lines) and self._lines[below].label is None:
            below += 1
        following = self._lines[below] if below < len(self._lines) else None
        if following is None or not (self.speaks(following) or self.asks(following)):
            return self._lines[at : at + 2] if line.start == line.end else [line]
        lines = list(self._lines[at:below])
        if len(lines) > 1 and self._ends_asking(lines[-1]) and self._key(following) == self._key(line):
            lines.pop()  # the interviewer's question before the next answer
        return lines

    def _ends_asking(self, line: Line) -> bool:
        return self._text[line.start : line.end].rstrip(" *_").endswith("?")

    @staticmethod
    def _key(line: Line) -> str:
        return (line.label or "").casefold()

    @cached_property
    def _labelled(self) -> list[Line]:
        return [line for line in self._lines if line.label is not None]

    @cached_property
    def _askers(self) -> frozenset[str]:
        """The labels known for it, and those that only ask while others answer: `VG:`, `The Courier:`."""
        asked: dict[str, list[bool]] = defaultdict(list)
        for line in self._labelled:
            if self._key(line) in self._speakers:
                asked[self._key(line)].append(self._ends_asking(line))
        found = {
            key
            for key, ends in asked.items()
            if len(ends) >= _LEAST_ASKED and sum(ends) >= _ASKING * len(ends) and not self._is_personal(key)
        }
        return frozenset(found if found < asked.keys() else ()) | self._told_askers

    def names_somebody(self, line: Line) -> bool:
        """Whether the label is a person's name or initials, or an office, as far as the text shows."""
        return self._is_personal(self._key(line))

    def _is_personal(self, key: str) -> bool:
        """Whether a label names a person or an office rather than a newspaper: `DUNNE`, `MD`, `THE CHAIR`."""
        words = key.split()
        titled = len(words) > 1 and words[-1] in self._lasts
        return words[-1] in self._surnames or key in self._initials or titled or self._is_office(key)

    def _is_office(self, key: str) -> bool:
        written = next(line.label for line in self._labelled if line.label and line.label.casefold() == key)
        return written.startswith("THE ") and written.isupper()

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """The labels that name who speaks: repeated ones, `A` beside `Q`, and surnames that the article tells of."""
        labels = [line.label for line in self._labelled if line.label is not None]
        counts = Counter(label.casefold() for label in labels)
        asked = bool(counts.keys() & self._told_askers)
        barred = self._labels | self._quotes | self._told_askers
        answers = {key for key in counts if asked and key in self._answers}
        named = {key for label in labels if label.isupper() and (key := label.casefold()).split()[-1] in self._surnames}
        named |= {key for key in counts if asked and key.split()[-1] in self._surnames}
        named |= {key for key, count in counts.items() if count > 1 and key in self._named_labels}
        loud = {label.casefold() for label in labels if label.isupper()}
        again = {key for key, count in counts.items() if count > 1 and (asked or len(counts) > 1 or key in loud)}
        others = loud | self._titled(named | again) | self._told_labels if named or again else set[str]()
        known = (named | again | others | answers) - barred - (self._answers - answers)
        return frozenset(known | (self._between(known) - barred))

    def _between(self, known: Set[str]) -> set[str]:
        """The labels that are a person's name in full and stand between two turns of those who are known."""
        keys = [self._key(line) for line in self._labelled]
        return {
            here
            for above, here, below in zip(keys, keys[1:], keys[2:], strict=False)
            if above in known and below in known and here in self._named_labels and 1 < len(here.split()) <= _LONGEST
        }

    def _titled(self, known: set[str]) -> set[str]:
        """Labels with a bracket behind them, and those that end as a known one does ("Hon. Keller", "Maria Keller")."""
        lasts = {label.split()[-1] for label in known}
        labels = [(self._key(line), line.aside) for line in self._labelled]
        return {label for label, aside in labels if aside is not None or label.split()[-1] in lasts}

    @cached_property
    def _named_labels(self) -> frozenset[str]:
        """The labels that are a person's name."""
        lasts = {line.place[1]: self._key(line) for line in self._labelled}
        return frozenset(
            lasts[token.end] for token in self._parse.tokens if token.entity == "PERSON" and token.end in lasts
        )

    @cached_property
    def _told_labels(self) -> set[str]:
        """The labels that are a name in full of which the article tells."""
        return {key for key in self._named_labels if len(key.split()) > 1 and key.split()[-1] in self._surnames}

    @cached_property
    def _lasts(self) -> frozenset[str]:
        return frozenset(key.split()[-1] for key in self._named_labels)

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last names of people in the running text."""
        return frozenset(
            token.text.casefold()
            for token in self._parse.tokens
            if token.entity == "PERSON" and token.start >= self._lines[token.paragraph].start
        )

    @cached_property
    def _initials(self) -> frozenset[str]:
        """The initials of the people in the running text."""
        tokens, found = self._parse.tokens, set()
        for token in tokens:
            if token.entity == "PERSON" and (token.i == 0 or tokens[token.i - 1].entity != "PERSON"):
                name = [token.text]
                for other in tokens[token.i + 1 : token.i + 5]:
                    if other.entity != "PERSON":
                        break
                    name.append(other.text)
                found.add("".join(word[0] for word in name if word[0].isupper()).casefold())
        return frozenset(initials for initials in found if len(initials) > 1)
