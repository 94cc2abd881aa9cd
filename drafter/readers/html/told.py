"""A page that tells its whole structure by its classes, as the pages drafter writes do.

`docs/rendering.md` (HTML) says what is understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from drafter.languages import Language, codes
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType, Kind, PartKind
from drafter.readers.detecting import spoken_in
from drafter.readers.html.tokens import Words as Text
from drafter.readers.html.tree import Element
from drafter.readers.outline import Gathering, Outline, Words
from drafter.readers.reader import Removed
from drafter.readers.segment.branches import Branch, Phase
from drafter.readers.segment.lines import Line
from drafter.readers.segment.nesting import Node
from drafter.readers.segment.roles import BODY, HEAD

_ARTICLE = "un-document"
_KINDS = {kind.value: kind for kind in Kind if kind is not Kind.NOTE}
_PARTS = {kind.value: kind for kind in PartKind}
_TYPES = {kind.value: kind for kind in DocumentType}
_ROLES = {role.replace("_", "-"): role for role in (*BODY, *HEAD, "session", "bracket", "symbol")}
_ROLES["agenda-title"] = "agenda-title"
_LISTS = frozenset({"ol", "ul"})
_INNER = frozenset({"ol", "ul", "p", "div", "table", "section"})
_SILENT = frozenset({"script", "style", "template", "button", "nav"})
_STRUCK = frozenset({"del", "s", "strike"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# fields of the masthead that a line carries as data; how a line was read is none
_FIELDS = tuple(each.name for each in fields(Masthead) if each.name not in ("read", "session_read"))
_RUNNING, _BLANK, _IN_TEXT = "running", "blank", "in-text"
_BACK = "doc-backlink"


def outline_of(root: Element, code: str | None) -> tuple[Outline, Language] | None:
    """What the page tells, and its language; None for a page that does not tell its structure."""
    article = next(
        (e for e in root.elements() if e.tag == "article" and _ARTICLE in e.classes), None
    )
    body = _root_part(article) if article is not None else None
    if article is None or body is None:
        return None
    said = next((e.get("lang") for e in article.up() if e.get("lang")), "")
    known = next((c for c in codes() if c == said.partition("-")[0].lower()), "")
    outline = Outline(Branch(_part_kind(body), Phase.PROSE))
    spoken = spoken_in(article.text(), code or known, outline.findings)
    outline.type = next((_TYPES[name] for name in article.classes if name in _TYPES), None)
    _Telling(outline, root).tell(article, body)
    return outline, spoken


def _root_part(article: Element) -> Element | None:
    return next((e for e in article.elements() if e.tag == "section" and _is_part(e)), None)


def _is_part(element: Element) -> bool:
    return not _PARTS.keys().isdisjoint(element.classes)


def _part_kind(element: Element) -> PartKind:
    return next(_PARTS[name] for name in element.classes if name in _PARTS)


class _Telling:
    def __init__(self, outline: Outline, root: Element) -> None:
        self._outline = outline
        self._places = {e.get("id"): e for e in root.elements() if e.get("id")}
        self._notes: dict[str, int] = {}

    def tell(self, article: Element, body: Element) -> None:
        for child in article.children:
            if isinstance(child, Text):
                self._loose(child.text, child.line, self._outline.root)
            elif child is body:
                self._part(body, self._outline.root)
            elif child.tag == "header":
                self._masthead(child)
            else:
                self._block(child, self._outline.root)

    def _masthead(self, header: Element) -> None:
        for each in _leaves(header):
            self._masthead_line(each)

    def _fields(self, element: Element) -> None:
        for name in _FIELDS:
            value = element.attributes.get(f"data-{name.replace('_', '-')}")
            if value is not None:
                self._outline.fields[name] = value

    def _masthead_line(self, element: Element) -> None:
        self._fields(element)
        if _BLANK in element.classes:
            self._outline.removed.append(Removed("blank", element.line, element.text()))
            return
        words = self._words(element)
        role = next((_ROLES[name] for name in element.classes if name in _ROLES), "")
        if words.text:
            line = Line(words.text, words.line, starts=True, raised=(), role=role)
            self._outline.head.append(line)

    # parts and paragraphs

    def _part(self, element: Element, branch: Branch) -> None:
        for child in element.children:
            if isinstance(child, Text):
                self._loose(child.text, child.line, branch)
            else:
                self._block(child, branch)
        operative = [node for node in branch.nodes if node.kind is Kind.OPERATIVE]
        if len(operative) == 1:
            operative[0].numbered = True

    def _loose(self, text: str, line: int, branch: Branch) -> None:
        if text.strip():
            branch.blocks.append(
                self._outline.node(Kind.PROSE, Words(" ".join(text.split()), line))
            )

    def _block(self, element: Element, branch: Branch) -> None:
        if _is_notes(element) or element.tag in _SILENT or self._is_aside(element):
            return
        if element.tag == "section" and _is_part(element):
            inner = Branch(_part_kind(element), Phase.PROSE)
            branch.blocks.append(inner)
            self._part(element, inner)
            return
        if "part-heading" in element.classes:
            branch.heading = self._outline.raw(self._words(element))
            return
        kind = next((_KINDS[name] for name in element.classes if name in _KINDS), None)
        if kind is None and any(c.tag in _INNER | _HEADINGS for c in _elements(element)):
            self._part(element, branch)
        elif element.text():
            node = self._node(element, kind or Kind.PROSE)
            node.numbered = node.numbered or node.kind is Kind.PREAMBULAR
            branch.blocks.append(node)

    def _is_aside(self, element: Element) -> bool:
        """Whether a line is none of the text: running matter, a line of the masthead that stands
        below the title, or one that says when the text was adopted."""
        if _RUNNING in element.classes:
            self._fields(element)
            self._outline.removed.append(Removed("header", element.line, element.text()))
        elif "closing" in element.classes:
            self._fields(element)
            for each in _leaves(element):
                self._outline.closing.append(self._outline.raw(self._words(each)))
        elif _IN_TEXT in element.classes:
            self._masthead_line(element)
        else:
            return False
        return True

    def _node(self, element: Element, kind: Kind) -> Node:
        """A paragraph with its sub-paragraphs: words of its own, then lists and what carries on."""
        own = next((c for c in _elements(element) if c.tag == "p"), None)
        first = own if own is not None and not _has_words(element) else element
        label = next((e for e in _inline(first) if "label" in e.classes), None)
        made = self._outline.node(
            kind, self._words(first, label), label.text() if label is not None else ""
        )
        for child in _elements(element):
            if child is own and first is own:
                continue
            if child.tag in _LISTS:
                made.children += [self._node(item, kind) for item in _elements(child)]
            elif child.tag in _INNER:
                made.children.append(self._node(child, Kind.CONTINUATION))
        return made

    # words

    def _words(self, element: Element, label: Element | None = None) -> Words:
        gathered = Gathering()
        self._gather(element, gathered, label, italic=False)
        return gathered.words(element.line)

    def _gather(
        self, element: Element, gathered: Gathering, label: Element | None, *, italic: bool
    ) -> None:
        for child in element.children:
            if isinstance(child, Text):
                gathered.add(child.text, italic=italic)
            elif child is label or child.tag in _INNER or _is_silent(child):
                continue
            elif child.tag == "br":
                gathered.add(" ", italic=italic)
            elif child.tag in _STRUCK:
                self._outline.removed.append(Removed("deleted", child.line, child.text()))
            elif "note" in child.classes and self._target(child) is not None:
                gathered.mark(self._note(child))
            else:
                inner = italic or child.tag in ("i", "em")
                self._gather(child, gathered, label, italic=inner)

    def _target(self, mark: Element) -> Element | None:
        link = next((e for e in mark.elements() if e.tag == "a"), None)
        return self._places.get(link.get("href").lstrip("#")) if link is not None else None

    def _note(self, mark: Element) -> int:
        place = self._target(mark)
        key = place.get("id") if place is not None else ""
        if key not in self._notes and place is not None:
            self._notes[key] = len(self._outline.notes)
            printed = next((e for e in _inline(place) if "mark" in e.classes), None)
            words = self._words(place, printed)
            sign = (printed.text() if printed is not None else mark.text()).strip("[]()")
            self._outline.notes.append((sign, words))
        return self._notes[key]


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _has_words(element: Element) -> bool:
    return any(isinstance(child, Text) and child.text.strip() for child in element.children)


def _inline(element: Element) -> Iterator[Element]:
    """The inline elements of a paragraph, without those of its sub-paragraphs."""
    for child in _elements(element):
        if child.tag not in _INNER:
            yield child
            yield from _inline(child)


def _leaves(element: Element) -> Iterator[Element]:
    """The innermost blocks that hold words."""
    inner = [c for c in _elements(element) if c.tag in _INNER | _HEADINGS | {"li", "header"}]
    if not inner:
        yield element
        return
    for each in inner:
        yield from _leaves(each)


def _is_silent(element: Element) -> bool:
    return element.tag in _SILENT or element.get("role").lower() == _BACK


def _is_notes(element: Element) -> bool:
    return element.get("role").lower() in ("doc-endnotes", "doc-footnote") or (
        "notes" in element.classes
    )
