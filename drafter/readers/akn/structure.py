"""The documents and parts of an Akoma Ntoso file, told to an outline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafter.languages import Language
from drafter.model.tree import Kind, PartKind
from drafter.readers.akn.body import DOCUMENTS, PARTS, REFERENCES, Body
from drafter.readers.akn.inline import Inline
from drafter.readers.akn.markup import Element
from drafter.readers.akn.masthead import Preface, Title
from drafter.readers.akn.paragraphs import Paragraphs
from drafter.readers.outline import Outline, Words
from drafter.readers.segment.branches import Branch, Phase

_BODIES = frozenset({
    "mainBody", "body", "amendmentBody", "collectionBody", "debateBody", "judgmentBody",
    "portionBody",
})  # fmt: skip
COLLECTIONS = frozenset({"documentCollection", "officialGazette"})
_FRONT = frozenset({"meta", "coverPage", "preface", "conclusions", "attachments", "components"})
_DEFAULT = {
    PartKind.REPORT: Kind.REPORT,
    PartKind.DECLARATION: Kind.DECLARATION,
    PartKind.ANNEX: Kind.PROSE,
    PartKind.APPENDIX: Kind.PROSE,
}


class Structure:
    """Tells one document, with all it embeds, to an outline."""

    def __init__(
        self,
        outline: Outline,
        inline: Inline,
        targets: Mapping[str, Element],
        language: Language,
    ) -> None:
        self._outline = outline
        self._inline = inline
        self._paragraphs = Paragraphs(outline, inline)
        self._body = Body(outline, inline, language, self._part)
        self._preface = Preface(outline, inline, language)
        self._targets = targets
        self._used: set[int] = set()

    def tell(self, document: Element, around: Sequence[Element], beside: Iterable[Element]) -> None:
        """Tell the document; `around` are the collections it stands in, outermost first, `beside`
        the lists of components of the whole file."""
        branch = self._outline.root
        holders = [
            each for one in (*around, document) for each in one.every("coverPage", "preface")
        ]
        titles = self._preface.titles(iter(holders))
        self._document(document, branch, titles)
        for collection in around:
            for child in collection.elements:
                if child.name in _BODIES:
                    self._body.blocks(child, branch, Kind.PROSE)
            self._attachments(collection, branch)
        for holder in beside:
            for each in holder.elements:
                self._holding(each, branch)

    def _document(self, document: Element, branch: Branch, titles: list[Title]) -> None:
        self._used.add(id(document))
        for title in titles:
            node = self._outline.node(Kind.TITLE, title.words, title.label)
            branch.blocks.append(node)
        default = _DEFAULT.get(branch.kind) or self._default(document)
        preamble = document.child("preamble")
        if preamble is not None:
            self._body.preamble(preamble, branch)
        for child in document.elements:
            if child.name in _BODIES:
                self._body.blocks(child, branch, default)
            elif child.name == "conclusions":
                self._conclusions(child, branch)
            elif child.name not in _FRONT and child is not preamble:
                self._body.block(child, branch, Kind.PROSE)
        self._attachments(document, branch)
        _settle(branch)

    def _default(self, document: Element) -> Kind:
        """What the paragraphs of the body are: operative where an organ acts, else prose."""
        acts = document.get("name").lower().endswith("decision") or any(
            each.name == "formula" for each in document.inside()
        )
        return Kind.OPERATIVE if acts or document.child("preamble") is not None else Kind.PROSE

    def _part(self, element: Element, branch: Branch) -> None:
        """A part that stands in a body, or that a body refers to."""
        if element.name == "hcontainer":
            self._contained(element, branch)
        elif element.name == "embeddedStructure":
            self._embedded(element, branch)
        elif element.name in REFERENCES:
            self._referred(element, branch)
        else:
            self._holding(element, branch)

    def _contained(self, element: Element, branch: Branch) -> None:
        """A part that stands in the body: its number is its heading, its heading the title."""
        part = Branch(PARTS[element.get("name").lower()], Phase.PROSE)
        num = element.child("num")
        if num is not None:
            part.heading = self._outline.raw(self._inline.words(num))
        branch.blocks.append(part)
        titles = [
            Title(self._inline.words(each)) for each in element.every("heading", "subheading")
        ]
        for title in titles:
            part.blocks.append(self._outline.node(Kind.TITLE, title.words))
        default = _DEFAULT.get(part.kind) or self._default(element)
        for child in element.elements:
            if child.name not in ("heading", "subheading"):
                self._body.block(child, part, default)
        _settle(part)

    def _embedded(self, structure: Element, branch: Branch) -> None:
        document = next((each for each in structure.elements if each.name in DOCUMENTS), None)
        if document is not None:
            self._inner(document, branch, structure.get("class") or structure.get("name"))
            return
        kind = PartKind.DRAFT if branch.kind is PartKind.REPORT else PartKind.DECLARATION
        kind = PARTS.get(structure.get("class").lower(), kind)
        part = Branch(kind, Phase.PROSE)
        branch.blocks.append(part)
        for each in structure.every("heading", "subheading"):
            part.blocks.append(self._outline.node(Kind.TITLE, self._inline.words(each)))
        default = _DEFAULT.get(kind) or self._default(structure)
        for child in structure.elements:
            if child.name not in ("heading", "subheading"):
                self._body.block(child, part, default)
        _settle(part)

    def _referred(self, element: Element, branch: Branch) -> None:
        """A document of the same file that a reference puts here."""
        target = self._targets.get((element.get("src") or element.get("href")).lstrip("#"))
        if target is None:
            shown = element.get("showAs") or element.get("src") or element.get("href")
            self._outline.findings.add("document-elsewhere", element.line, name=shown)
            return
        self._holding(target, branch)

    def _attachments(self, document: Element, branch: Branch) -> None:
        for name in ("attachments", "components"):
            for holder in document.every(name):
                for each in holder.elements:
                    self._holding(each, branch)

    def _holding(self, holder: Element, branch: Branch) -> None:
        """An attachment or component: its heading, and the document in it."""
        if id(holder) in self._used:
            return
        self._used.add(id(holder))
        if holder.name in DOCUMENTS:
            self._inner(holder, branch, "")
            return
        document = next((each for each in holder.elements if each.name in DOCUMENTS), None)
        if document is None:
            for child in holder.elements:
                self._body.block(child, branch, Kind.PROSE)
            return
        if id(document) in self._used:
            return
        part = self._inner(document, branch, holder.get("class"))
        words = [self._inline.words(each) for each in holder.every("num", "heading", "subheading")]
        text = " ".join(each.text for each in words)
        if text:
            marks = words[-1].marks if len(words) == 1 else ()
            part.heading = self._outline.raw(Words(text, holder.line, marks))

    def _inner(self, document: Element, branch: Branch, named: str) -> Branch:
        part = Branch(self._part_kind(document, branch, named), Phase.PROSE)
        branch.blocks.append(part)
        holders = document.every("coverPage", "preface")
        before = len(self._outline.head)
        titles = self._preface.titles(holders)
        lines, self._outline.head[before:] = self._outline.head[before:], []
        for line in lines:
            words = Words(line.text, line.number)
            part.blocks.append(self._outline.node(Kind.HEADING, words))
        self._document(document, part, titles)
        return part

    def _part_kind(self, document: Element, branch: Branch, named: str) -> PartKind:
        for name in (named.lower(), document.get("name").lower()):
            if name in PARTS:
                return PARTS[name]
        if branch.kind is PartKind.REPORT:
            return PartKind.DRAFT
        if document.name in ("statement", "act", "bill"):
            return PartKind.LETTERED
        return PartKind.APPENDIX if branch.kind is PartKind.ANNEX else PartKind.ANNEX

    def _conclusions(self, element: Element, branch: Branch) -> None:
        for words in self._paragraphs.texts(element):
            if branch is self._outline.root:
                self._outline.closing.append(self._outline.raw(words))
            else:
                branch.blocks.append(self._outline.node(Kind.PROSE, words))


def _settle(branch: Branch) -> None:
    """A sole operative paragraph counts although it shows no number."""
    operative = [node for node in branch.nodes if node.kind is Kind.OPERATIVE]
    if len(operative) == 1:
        operative[0].numbered = True
