"""Tags to a tree as a browser has it: elements left open are closed, wrong ends are passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.readers.html.tokens import End, Lost, Start, Token, Words

_VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p",
    "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr", "ul", "xmp",
})  # fmt: skip
_KEEPS_P = frozenset({
    "body", "caption", "head", "html", "optgroup", "option", "tbody", "td", "tfoot", "th",
    "thead", "title", "tr",
})  # fmt: skip
# what a start tag closes, and the elements that it does not look beyond
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ol", "ul", "menu", "dir", "td", "th"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "thead": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "body": (frozenset({"head"}), frozenset({"body"})),
}
_CELLS = frozenset({"td", "th", "table", "caption"})
_PARAGRAPH = (frozenset({"p"}), _CELLS | {"button", "object"})
_IN_HEAD = frozenset({"title", "meta", "link", "script", "style", "base", "noscript", "template"})
_DEEPEST = 200
MOST_ELEMENTS = 400_000


class TooManyElements(Exception):
    """The file has more than `MOST_ELEMENTS` elements."""


@dataclass(slots=True, eq=False)
class Element:
    """An element: `order` counts the elements of the file, `end` is the last order inside it.

    `length` is how many characters of text it holds, `linked` how many of them in links. `resumed`
    if it carries on an element of the same name that a wrong end tag cut, `cut` if one carries it
    on.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    order: int
    parent: Element | None = None
    children: list[Element | Words] = field(default_factory=list)
    end: int = 0
    length: int = 0
    linked: int = 0
    resumed: bool = False
    cut: bool = False

    def get(self, name: str) -> str:
        """The attribute, without white space at its ends; empty if it has none."""
        return self.attributes.get(name, "").strip()

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of its classes in small letters."""
        return tuple(self.get("class").lower().split())

    def holds(self, order: int) -> bool:
        """Whether the element of this order is it or inside it."""
        return self.order <= order <= self.end

    def up(self) -> Iterator[Element]:
        """It and the elements it stands in, from the inside."""
        node: Element | None = self
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[tuple[str, Element | Words]]:
        """("start", element), ("words", words) and ("end", element) in the order of the file."""
        todo: list[tuple[str, Element | Words]] = [("start", self)]
        while todo:
            what, node = todo.pop()
            yield what, node
            if what == "start" and isinstance(node, Element):
                todo.append(("end", node))
                todo += [
                    ("start" if isinstance(c, Element) else "words", c)
                    for c in reversed(node.children)
                ]

    def elements(self) -> Iterator[Element]:
        """It and every element inside it, in the order of the file."""
        for what, node in self.walk():
            if what == "start" and isinstance(node, Element):
                yield node

    def text(self) -> str:
        """All words inside it, blocks and white space parted by one space."""
        words = (
            node.text if isinstance(node, Words) else " " * (node.tag in BLOCKS)
            for _, node in self.walk()
        )
        return " ".join("".join(words).split())


@dataclass(frozen=True, slots=True)
class Page:
    """The root of the tree, and what the end of the file cut."""

    root: Element
    lost: tuple[Lost, ...]


def page_of(found: Iterable[Token]) -> Page:
    """The tree of the tokens. Raises `TooManyElements`."""
    return _Growing().page(found)


class _Growing:
    def __init__(self) -> None:
        self._root = Element("html", {}, 1, 0)
        self._open = [self._root]
        self._orders = 0
        self._counts: dict[str, int] = {"html": 1}
        self._deeper: dict[str, int] = {}
        self._lost: list[Lost] = []

    def page(self, found: Iterable[Token]) -> Page:
        for token in found:
            if isinstance(token, Words):
                self._words(token)
            elif isinstance(token, Start):
                self._start(token)
            elif isinstance(token, End):
                self._end(token.tag)
            else:
                self._lost.append(token)
        while self._open:
            self._pop()
        return Page(self._root, tuple(self._lost))

    def _words(self, words: Words) -> None:
        top = self._open[-1]
        if top.tag == "head" and words.text.strip():
            self._pop()
            top = self._open[-1]
        top.children.append(words)
        length = len(words.text) if not words.text.isspace() else 0
        top.length += length
        top.linked += length if top.tag == "a" else 0

    def _start(self, token: Start) -> None:
        tag = token.tag
        if tag == "html":
            for name, value in token.attributes.items():
                self._root.attributes.setdefault(name, value)
            return
        if self._open[-1].tag == "head" and tag not in _IN_HEAD:
            self._pop()
        if tag in BLOCKS and tag not in _KEEPS_P:
            self._close(*_PARAGRAPH)
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])
        if len(self._open) >= _DEEPEST and tag not in _VOID:
            self._deeper[tag] = self._deeper.get(tag, 0) + 1
            return
        self._push(tag, token.attributes, token.line)
        if tag in _VOID:
            self._pop()

    def _push(self, tag: str, attributes: dict[str, str], line: int) -> Element:
        self._orders += 1
        if self._orders > MOST_ELEMENTS:
            raise TooManyElements
        made = Element(tag, attributes, line, self._orders, self._open[-1])
        self._open[-1].children.append(made)
        self._open.append(made)
        self._counts[tag] = self._counts.get(tag, 0) + 1
        return made

    def _pop(self) -> None:
        done = self._open.pop()
        done.end = self._orders
        self._counts[done.tag] -= 1
        if done.parent is not None:
            done.parent.length += done.length
            done.parent.linked += done.length if done.parent.tag == "a" else done.linked

    def _close(self, tags: frozenset[str], within: frozenset[str]) -> None:
        """Close the nearest open element of `tags`, unless one of `within` stands between."""
        if not any(self._counts.get(tag) for tag in tags):
            return
        for depth in range(len(self._open) - 1, 0, -1):
            tag = self._open[depth].tag
            if tag in tags:
                del self._deeper_than(depth)[:]
                return
            if tag in within:
                return

    def _deeper_than(self, depth: int) -> list[Element]:
        """Close every open element down to `depth`; gives the blocks, outermost first."""
        blocks: list[Element] = []
        while len(self._open) > depth:
            if self._open[-1].tag in BLOCKS and len(self._open) > depth + 1:
                blocks.insert(0, self._open[-1])
            self._pop()
        return blocks

    def _end(self, tag: str) -> None:
        if self._deeper.get(tag):
            self._deeper[tag] -= 1
            return
        if not self._counts.get(tag) or tag in ("html", "body"):
            return
        inline = tag not in BLOCKS
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                blocks = self._deeper_than(depth)
                self._resume(blocks if inline else [])
                return
            if self._open[depth].tag in _CELLS and not (tag in _CLOSES or tag == "table"):
                return

    def _resume(self, blocks: list[Element]) -> None:
        """Open again the blocks that the end of an element around them cut."""
        for block in blocks:
            block.cut = True
            self._push(block.tag, block.attributes, block.line).resumed = True
