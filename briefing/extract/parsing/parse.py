"""What the parser saw, as plain records: rules read these and never a library's objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefing.model.article import Article
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `i`, `head`, `sentence`, `paragraph` are indices; `start`, `end` are places in `Article.text`.

    `lemma` is lower case. Without a model `pos`, `tag`, `dep`, `entity` are empty and `head == i`.
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    sentence: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or paragraph: tokens `first` up to but not including `last`, characters `start` to `end`."""

    i: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True)
class Parse:
    """The body of one article as tokens, sentences and paragraphs, with the parser's tree where there is one."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Stretch, ...]
    paragraphs: tuple[Stretch, ...]
    syntax: bool = field(default=True)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependants, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(map(tuple, below))

    def subtree(self, i: int) -> tuple[int, ...]:
        """The token and all that depends on it, in no particular order."""
        found = self._subtrees.get(i)
        if found is None:
            found = self._subtrees[i] = tuple(self._below(i))
        return found

    def _below(self, i: int) -> Iterator[int]:
        stack = [i]
        while stack:
            top = stack.pop()
            yield top
            stack.extend(self.children[top])

    @cached_property
    def readings(self) -> dict[str, object]:
        """What several rules read of the whole article, each under its own name, so that it is read once."""
        return {}

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, ...]]:
        """Those that have been asked for: every detector asks for the same."""
        return {}

    def span(self, start: int, end: int) -> Span:
        """A span of this article."""
        return Span(article=self.article.id, start=start, end=end)
