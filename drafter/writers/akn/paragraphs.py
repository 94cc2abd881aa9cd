"""Paragraphs with their sub-paragraphs, in the body and in the preamble."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from drafter.languages import Language, opening_match
from drafter.model.tree import Kind, Paragraph
from drafter.model.view import DocumentView
from drafter.writers.akn.elements import element, put, say
from drafter.writers.akn.ids import Ids
from drafter.writers.akn.inline import Inline


class Paragraphs:
    """Writes paragraphs; labels come from the view."""

    def __init__(self, view: DocumentView, language: Language, inline: Inline, ids: Ids) -> None:
        self._view = view
        self._language = language
        self._inline = inline
        self._ids = ids

    def paragraph(self, node: Paragraph, parent: str) -> Element:
        """A paragraph of the body; `parent` is the eId of what it stands in."""
        return self._item(node, "paragraph", parent, 0, node.kind.value)

    def _item(self, node: Paragraph, tag: str, parent: str, level: int, kind: str = "") -> Element:
        label = self.label(node)
        name = self._ids.numbered(tag, parent, label, level)
        made = element(tag, class_=kind, eId=name)
        if label:
            say(put(made, "num"), label)
        if not node.children:
            self._text(put(made, "content"), node)
            return made
        listed = put(made, "list", eId=self._ids.counted("list", name))
        self._text(put(listed, "intro"), node)
        inner, last = _parted(node)
        for child in inner:
            tag = "alinea" if child.kind is Kind.CONTINUATION else "point"
            listed.append(self._item(child, tag, listed.get("eId", ""), level + 1))
        if last:
            wrap = put(listed, "wrapUp")
            for child in last:
                self._text(wrap, child)
        return made

    def recital(self, node: Paragraph) -> Element:
        """A paragraph of the preamble, named for the family of its opening words."""
        found = opening_match(node.text.plain(), self._language, node.kind.value)
        name = found.opening.family if found else node.kind.value
        made = element("container", name=name, eId=self._ids.counted("container", ""))
        inside, label = made, self.label(node)
        if label:  # a container has no number, what it holds may
            holder = self._ids.counted("blockContainer", made.get("eId", ""))
            inside = put(made, "blockContainer", eId=holder)
            say(put(inside, "num"), label)
        self._text(inside, node)
        self._block_list(inside, node, 1)
        return made

    def formula(self, node: Paragraph) -> Element:
        """The line of the organ that acts."""
        made = element("formula", name="enactingFormula", eId=self._ids.counted("formula", ""))
        self._text(made, node)
        return made

    def label(self, node: Paragraph) -> str:
        """The label as it prints."""
        shown = self._view.element(node.id)
        return shown.label if shown else ""

    def _block_list(self, parent: Element, node: Paragraph, level: int) -> None:
        """Sub-paragraphs where only blocks may stand; text after them is a block as well."""
        listed: Element | None = None
        for child in node.children:
            if child.kind is Kind.CONTINUATION:
                listed = None
                self._text(parent, child)
                continue
            if listed is None:
                holder = parent.get("eId", "")
                listed = put(parent, "blockList", eId=self._ids.counted("blockList", holder))
            label = self.label(child)
            name = self._ids.numbered("item", listed.get("eId", ""), label, level)
            item = put(listed, "item", eId=name)
            if label:
                say(put(item, "num"), label)
            self._text(item, child)
            self._block_list(item, child, level + 1)

    def _text(self, parent: Element, node: Paragraph) -> None:
        self._inline.fill(put(parent, "p"), node.text)


def _parted(node: Paragraph) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The sub-paragraphs, and the plain text that carries on after the last of them."""
    last = len(node.children)
    while last and _wraps_up(node.children[last - 1]):
        last -= 1
    if not node.text.spans and not last:
        return node.children, ()
    return node.children[:last], node.children[last:]


def _wraps_up(child: Paragraph) -> bool:
    return child.kind is Kind.CONTINUATION and not child.children
