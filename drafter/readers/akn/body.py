"""The preamble and the body of an Akoma Ntoso document, told to an outline."""

from __future__ import annotations

from collections.abc import Callable

from drafter.languages import Language, canonical
from drafter.model.tree import Kind, PartKind
from drafter.readers.akn.inline import Inline
from drafter.readers.akn.markup import Element
from drafter.readers.akn.paragraphs import ITEMS, TEXTS, Paragraphs, kind_of
from drafter.readers.outline import Outline, Words
from drafter.readers.segment.branches import Branch
from drafter.readers.segment.vocabulary import vocabulary

DOCUMENTS = frozenset({
    "statement", "doc", "act", "bill", "amendment", "amendmentList", "documentCollection",
    "officialGazette", "debateReport", "debate", "judgment", "portion",
})  # fmt: skip
REFERENCES = frozenset({"componentRef", "documentRef"})
PARTS = {
    "draft": PartKind.DRAFT,
    "decision": PartKind.DECISION,
    "declaration": PartKind.DECLARATION,
    "annex": PartKind.ANNEX,
    "appendix": PartKind.APPENDIX,
    "part": PartKind.LETTERED,
}
_HOLDERS = frozenset({"component", "attachment"})
_SECTIONS = frozenset({
    "section", "part", "chapter", "title", "division", "book", "tome", "article", "subsection",
    "subpart", "subchapter", "subtitle", "subdivision", "hcontainer",
})  # fmt: skip
_WRAPPERS = frozenset({
    "content", "intro", "wrapUp", "container", "blockContainer", "interstitial",
    "embeddedStructure", "quotedStructure", "list", "blockList", "ul", "ol", "toc",
})  # fmt: skip
_HEADINGS = frozenset({"heading", "subheading", "crossHeading"})


class Body:
    """Tells paragraphs, headings and sections; whatever is a part goes to `part`."""

    def __init__(
        self,
        outline: Outline,
        inline: Inline,
        language: Language,
        part: Callable[[Element, Branch], None],
    ) -> None:
        self._outline = outline
        self._inline = inline
        self._paragraphs = Paragraphs(outline, inline)
        self._language = language
        self._part = part

    def preamble(self, element: Element, branch: Branch) -> None:
        """Tell a preamble."""
        for child in element.elements:
            name = child.name
            if name == "formula":
                self._each(child, branch, Kind.ENACTING)
            elif name in ("recitals", "citations") or _holds_recitals(child):
                self.preamble(child, branch)
            elif name in ("tblock", "table"):
                self._rows(child, branch, Kind.PREAMBULAR)
            elif name in _HEADINGS:
                self._heading(child, branch)
            elif name in TEXTS and self._enacts(child.text()):
                self._each(child, branch, Kind.ENACTING)
            elif name not in ("num", "meta"):
                self._recital(child, branch)

    def _recital(self, element: Element, branch: Branch) -> None:
        kind = kind_of(element, Kind.PREAMBULAR)
        node = self._paragraphs.node(element, kind)
        node.numbered = kind is Kind.PREAMBULAR or bool(node.label)
        branch.blocks.append(node)

    def _each(self, element: Element, branch: Branch, kind: Kind) -> None:
        for words in self._paragraphs.texts(element):
            branch.blocks.append(self._outline.node(kind, words))

    def _enacts(self, text: str) -> bool:
        words = canonical(text, self._language)
        return vocabulary(self._language).enacting.fullmatch(words) is not None

    def blocks(self, element: Element, branch: Branch, kind: Kind) -> None:
        """Tell what stands in the element; its paragraphs are of the `kind` unless they say."""
        for child in element.elements:
            self.block(child, branch, kind)
        loose = [c for c in element.children if isinstance(c, str) and c.strip()]
        if loose:
            self._inline.unknown(element)
            words = Words(" ".join(" ".join(loose).split()), element.line)
            branch.blocks.append(self._outline.node(kind, words))

    def block(self, element: Element, branch: Branch, kind: Kind) -> None:
        """Tell the element."""
        name = element.name
        if name in ("formula", "preamble", "recitals", "citations"):
            self.preamble(_holding(element), branch)
        elif name in _SECTIONS:
            self._section(element, branch, kind)
        elif name in _HEADINGS:
            self._heading(element, branch)
        elif name in ("tblock", "table"):
            self._rows(element, branch, kind)
        elif name in TEXTS or name in ITEMS:
            self._paragraph(element, branch, kind)
        elif name in _WRAPPERS:
            self._wrapped(element, branch, kind)
        elif name in REFERENCES or name in DOCUMENTS or name in _HOLDERS:
            self._part(element, branch)
        elif name not in ("num", "meta") and element.text():
            self._inline.unknown(element)
            branch.blocks.append(self._outline.node(Kind.PROSE, self._inline.words(element)))

    def _wrapped(self, element: Element, branch: Branch, kind: Kind) -> None:
        inner = kind_of(element, kind)
        if element.name != "container" or inner is kind or element.child("container"):
            self.blocks(element, branch, inner)
        elif inner is Kind.PREAMBULAR:
            self._recital(element, branch)
        else:
            self._paragraph(element, branch, inner)

    def _paragraph(self, element: Element, branch: Branch, kind: Kind) -> None:
        heading = element.child("heading")
        if heading is not None:
            self._heading(heading, branch)
        if self._enacts(element.text()):
            self._each(element, branch, Kind.ENACTING)
            return
        structures = [each for each in element.inside() if _is_part(each)]
        rest = _without(element, structures)
        if rest.text():
            branch.blocks.append(self._paragraphs.node(rest, kind))
        for structure in structures:
            self._part(structure, branch)

    def _section(self, element: Element, branch: Branch, kind: Kind) -> None:
        if element.name == "hcontainer" and element.get("name").lower() in PARTS:
            self._part(element, branch)
            return
        heading, label = element.child("heading"), self._paragraphs.label(element)
        if heading is not None or label:
            words = self._inline.words(heading) if heading is not None else None
            words = words or Words("", element.line)
            branch.blocks.append(self._outline.node(Kind.HEADING, words, label))
        for child in element.elements:
            if child is not heading:
                self.block(child, branch, kind_of(element, kind))

    def _heading(self, element: Element, branch: Branch) -> None:
        about = element.get("refersTo").lstrip("#").lower()
        enacts = about == "preamble" or self._enacts(element.text())
        kind = Kind.ENACTING if enacts else kind_of(element, Kind.HEADING)
        branch.blocks.append(self._outline.node(kind, self._inline.words(element)))

    def _rows(self, element: Element, branch: Branch, kind: Kind) -> None:
        for words in self._paragraphs.rows(element):
            branch.blocks.append(self._outline.node(kind_of(element, kind), words))


def _is_part(structure: Element) -> bool:
    """Whether an element is an embedded structure that is a part of its own, no quotation."""
    names = {each.name for each in structure.elements}
    parts = DOCUMENTS | {"formula", "heading", "section", "paragraph"}
    return structure.name == "embeddedStructure" and bool(names & parts)


def _holds_recitals(element: Element) -> bool:
    several = len(list(element.every("blockContainer"))) > 1
    held = several or element.child("container", "formula") is not None
    return element.name == "container" and held


def _holding(element: Element) -> Element:
    """A preamble that holds the element, if it is no preamble itself."""
    if element.name != "formula":
        return element
    return Element("preamble", element.known, {}, element.line, [element])


def _without(element: Element, gone: list[Element]) -> Element:
    """The element without some inside it."""
    if not gone:
        return element
    children = [
        _without(child, gone) if isinstance(child, Element) else child
        for child in element.children
        if not any(child is each for each in gone)
    ]
    return Element(element.name, element.known, element.attributes, element.line, children)
