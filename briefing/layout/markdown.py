"""Markdown of the editor as blocks: CommonMark with tables; HTML is words like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.layout.clean import clean, folded
from briefing.layout.inline import runs_of
from briefing.layout.references import NO_BREAK
from briefing.layout.weave import joined, run
from briefing.model.manuscript import Block, Callout, Heading, Listing, Paragraph, Runs, Table, Tone

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# About thirty pages; nobody briefs with more, and a stranger's file must not keep the program busy for long.
MOST_CHARACTERS = 100_000

# A paragraph beyond these is printed as it was typed: the time to look into it grows with the square of either.
_LONGEST_PARAGRAPH = 6_000
_MOST_BRACKETS = 300
# The parser drops what is nested more deeply than its bound, so such a text is printed as it was typed.
_DEEPEST = 40
# Beyond these columns nothing can be read on a page.
_MOST_COLUMNS = 8
_SHALLOWEST, _DEEPEST_HEADING = 2, 3
# A horizontal rule, as books print it.
_BREAK = "* * *"
_INDENT = NO_BREAK * 3
_DASH = "–"
_LISTS = frozenset({"bullet_list", "ordered_list"})


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text of at most `MOST_CHARACTERS`; what is beyond is replaced by an ellipsis.

    Headings get the levels 2 and 3, the highest that the text uses being 2.
    """
    text = clean(text)
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS].rstrip() + " …"
    tokens = _parser().parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return tuple(_as_typed(text))
    nodes = _tree(tokens)
    levels = [int(node.token.tag[1:]) for node in nodes if node.kind == "heading"]
    return tuple(_Setter(highest=min(levels, default=1)).blocks(nodes))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most briefs have no section of the editor's own

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.at("inline", _inline)
    # Addresses are judged where runs are made; the parser would print those it refuses as Markdown.
    parser.validateLink = _is_let_through  # type: ignore[method-assign,assignment]
    parser.normalizeLink = str  # type: ignore[method-assign,assignment]
    return parser


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children is not None and _is_tractable(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _is_tractable(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_PARAGRAPH and paragraph.count("[") <= _MOST_BRACKETS


def _is_let_through(_address: str) -> bool:
    return True


def _as_typed(text: str) -> Iterator[Paragraph]:
    for paragraph in text.split("\n\n"):
        if folded(paragraph):
            yield Paragraph(runs=(run(folded(paragraph)),))


@dataclass(frozen=True, slots=True)
class _Node:
    """A block with the blocks within it; `kind` is the parser's name for it."""

    kind: str
    token: Token
    within: list[_Node] = field(default_factory=list)

    @property
    def runs(self) -> Runs:
        """The words of a paragraph, heading or cell."""
        return runs_of(self.within[0].token) if self.within else ()


def _tree(tokens: Sequence[Token]) -> list[_Node]:
    top: list[_Node] = []
    levels = [top]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        node = _Node(token.type.removesuffix("_open"), token)
        levels[-1].append(node)
        if token.nesting > 0:
            levels.append(node.within)
    return top


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets nodes as blocks; `highest`: the highest level of a heading in the text."""

    highest: int

    def blocks(self, nodes: Sequence[_Node]) -> Iterator[Block]:
        """The blocks of nodes that stand in no other."""
        for node in nodes:
            yield from self._block(node)

    def _block(self, node: _Node) -> Iterator[Block]:
        match node.kind:
            case "heading" if node.runs:
                level = min(_SHALLOWEST + int(node.token.tag[1:]) - self.highest, _DEEPEST_HEADING)
                yield Heading(level=level, runs=node.runs)
            case "bullet_list" | "ordered_list":
                yield from _listing(node)
            case "table":
                yield from _table(node)
            case "blockquote":
                # Each paragraph for itself, so that a page can end between two of them.
                found = (joined(_lines(each, 0), "\n") for each in node.within)
                yield from (Callout(runs=runs) for runs in found if runs)
            case "hr":
                yield Paragraph(runs=(run(_BREAK, Tone.QUIET),))
            case _:
                lines = _lines(node, 0)
                if lines:
                    yield Paragraph(runs=joined(lines, "\n"))


def _listing(node: _Node) -> Iterator[Block]:
    items = [joined(_lines(item, 1), "\n") or (run("—"),) for item in node.within]
    first = _first(node)
    if first is None or first == 1:
        yield Listing(items=tuple(items), numbered=first is not None)
        return
    # A list that goes on after words in between keeps its numbers, which a list of its own would count anew.
    for number, item in enumerate(items, start=first):
        yield Paragraph(runs=(run(f"{number}.{NO_BREAK}"), *item))


def _first(node: _Node) -> int | None:
    """The first number of an ordered list, `None` for a bulleted one."""
    return int(node.token.attrs.get("start", 1)) if node.kind == "ordered_list" else None


def _table(node: _Node) -> Iterator[Block]:
    rows = [tuple(cell.runs for cell in row.within) for part in node.within for row in part.within]
    header, *body = rows
    if not 1 < len(header) <= _MOST_COLUMNS:
        yield from (Paragraph(runs=line) for line in _lines(node, 0))
        return
    sizes = [max(sum(len(each.text) for each in row[column]) for row in rows) for column in range(len(header))]
    yield Table(header=header, rows=tuple(body), widths=tuple(float(min(max(size, 6), 40)) for size in sizes))


def _lines(node: _Node, depth: int) -> list[Runs]:
    """Everything in a node as lines; `depth`: how many lists it stands in."""
    match node.kind:
        case "paragraph":
            lines = [node.runs]
        case "heading":
            lines = [tuple(replace(each, tone=Tone.STRONG) for each in node.runs)]
        case "bullet_list" | "ordered_list":
            lines = [line for number, item in enumerate(node.within) for line in _nested(node, number, item, depth)]
        case "fence" | "code_block":
            lines = [(run(line),) for line in node.token.content.split("\n") if line.strip()]
        case "table":
            rows = [row for part in node.within for row in part.within]
            lines = [joined([cell.runs for cell in row.within], " · ") for row in rows]
        case _:
            lines = [line for each in node.within for line in _lines(each, depth)]
    return [line for line in lines if line]


def _nested(within: _Node, number: int, item: _Node, depth: int) -> Iterator[Runs]:
    """An item of a list that is no list of its own in print: its lines, the first behind a dash or its number."""
    first = _first(within)
    indent = _INDENT * max(depth - 1, 0)
    mark = (_DASH if first is None else f"{first + number}.") + NO_BREAK
    for each in item.within:
        for line in _lines(each, depth + 1):
            if each.kind in _LISTS:
                yield line
                continue
            yield (run(indent + mark), *line)
            mark = ""
