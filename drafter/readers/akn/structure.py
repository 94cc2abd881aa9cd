"""The documents and parts of an Akoma Ntoso file, told to an outline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from drafter.languages import Language, canonical
from drafter.model.tree import DocumentType, Kind, PartKind
from drafter.readers.akn.inline import Inline
from drafter.readers.akn.markup import Element
from drafter.readers.akn.masthead import Preface, Title
from drafter.readers.akn.paragraphs import ITEMS, TEXTS, Paragraphs, kind_of
from drafter.readers.outline import Outline, Words
from drafter.readers.segment.branches import Branch, Phase
from drafter.readers.segment.vocabulary import vocabulary

DOCUMENTS = frozenset({
    "statement", "doc", "act", "bill", "amendment", "amendmentList", "documentCollection",
    "officialGazette", "debateReport", "debate", "judgment", "portion",
})  # fmt: skip
_BODIES = frozenset({
    "mainBody", "body", "amendmentBody", "collectionBody", "debateBody", "judgmentBody",
    "portionBody",
})  # fmt: skip
COLLECTIONS = frozenset({"documentCollection", "officialGazette"})
_FRONT = frozenset({"meta", "coverPage", "preface", "conclusions", "attachments", "components"})
_SECTIONS = frozenset({
    "section", "part", "chapter", "title", "division", "book", "tome", "article", "subsection",
    "subpart", "subchapter", "subtitle", "subdivision", "hcontainer",
})  # fmt: skip
_WRAPPERS = frozenset({
    "content", "intro", "wrapUp", "container", "blockContainer", "interstitial",
    "embeddedStructure", "quotedStructure", "list", "blockList", "ul", "ol", "toc",
})  # fmt: skip
_HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
_REFERENCES = frozenset({"componentRef", "documentRef"})
_PARTS = {
    "draft": PartKind.DRAFT,
    "decision": PartKind.DECISION,
    "declaration": PartKind.DECLARATION,
    "annex": PartKind.ANNEX,
    "appendix": PartKind.APPENDIX,
    "part": PartKind.LETTERED,
}
_DEFAULT = {
    PartKind.REPORT: Kind.REPORT,
    PartKind.DECLARATION: Kind.DECLARATION,
    PartKind.ANNEX: Kind.PROSE,
    PartKind.APPENDIX: Kind.PROSE,
}
_TYPES = {kind.value: kind for kind in DocumentType}


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
        self._preface = Preface(outline, inline, language)
        self._targets = targets
        self._language = language
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
                    self._blocks(child, branch, Kind.PROSE)
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
            self._preamble(preamble, branch)
        for child in document.elements:
            if child.name in _BODIES:
                self._blocks(child, branch, default)
            elif child.name == "conclusions":
                self._conclusions(child, branch)
            elif child.name not in _FRONT and child is not preamble:
                self._block(child, branch, Kind.PROSE)
        self._attachments(document, branch)
        _settle(branch)

    def _default(self, document: Element) -> Kind:
        """What the paragraphs of the body are: operative where an organ acts, else prose."""
        acts = document.get("name").lower().endswith("decision") or any(
            each.name == "formula" for each in document.inside()
        )
        return Kind.OPERATIVE if acts or document.child("preamble") is not None else Kind.PROSE

    # the preamble

    def _preamble(self, element: Element, branch: Branch) -> None:
        for child in element.elements:
            name = child.name
            if name == "formula":
                self._each(child, branch, Kind.ENACTING)
            elif name in ("recitals", "citations") or _holds_recitals(child):
                self._preamble(child, branch)
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

    # the body

    def _blocks(self, element: Element, branch: Branch, kind: Kind) -> None:
        for child in element.elements:
            self._block(child, branch, kind)
        loose = [c for c in element.children if isinstance(c, str) and c.strip()]
        if loose:
            self._inline.unknown(element)
            words = Words(" ".join(" ".join(loose).split()), element.line)
            branch.blocks.append(self._outline.node(kind, words))

    def _block(self, element: Element, branch: Branch, kind: Kind) -> None:
        name = element.name
        if name in ("formula", "preamble", "recitals", "citations"):
            self._preamble(_holding(element), branch)
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
        elif not self._part(element, branch) and element.text():
            self._inline.unknown(element)
            branch.blocks.append(self._outline.node(Kind.PROSE, self._inline.words(element)))

    def _part(self, element: Element, branch: Branch) -> bool:
        """Tell what is no paragraph: a part, or what says nothing here; gives False for others."""
        name = element.name
        if name in _REFERENCES:
            self._referred(element, branch)
        elif name in DOCUMENTS or name in ("component", "attachment"):
            self._holding(element, branch)
        return name in _REFERENCES | DOCUMENTS | {"component", "attachment", "num", "meta"}

    def _wrapped(self, element: Element, branch: Branch, kind: Kind) -> None:
        inner = kind_of(element, kind)
        if element.name != "container" or inner is kind or element.child("container"):
            self._blocks(element, branch, inner)
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
            self._embedded(structure, branch)

    def _section(self, element: Element, branch: Branch, kind: Kind) -> None:
        if element.name == "hcontainer" and element.get("name").lower() in _PARTS:
            self._contained(element, branch)
            return
        heading, label = element.child("heading"), self._paragraphs.label(element)
        if heading is not None or label:
            words = self._inline.words(heading) if heading is not None else None
            words = words or Words("", element.line)
            branch.blocks.append(self._outline.node(Kind.HEADING, words, label))
        for child in element.elements:
            if child is not heading:
                self._block(child, branch, kind_of(element, kind))

    def _heading(self, element: Element, branch: Branch) -> None:
        about = element.get("refersTo").lstrip("#").lower()
        enacts = about == "preamble" or self._enacts(element.text())
        kind = Kind.ENACTING if enacts else kind_of(element, Kind.HEADING)
        branch.blocks.append(self._outline.node(kind, self._inline.words(element)))

    def _rows(self, element: Element, branch: Branch, kind: Kind) -> None:
        for words in self._paragraphs.rows(element):
            branch.blocks.append(self._outline.node(kind_of(element, kind), words))

    # parts

    def _contained(self, element: Element, branch: Branch) -> None:
        """A part that stands in the body: its number is its heading, its heading the title."""
        part = Branch(_PARTS[element.get("name").lower()], Phase.PROSE)
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
                self._block(child, part, default)
        _settle(part)

    def _embedded(self, structure: Element, branch: Branch) -> None:
        document = next((each for each in structure.elements if each.name in DOCUMENTS), None)
        if document is not None:
            self._inner(document, branch, structure.get("class") or structure.get("name"))
            return
        kind = PartKind.DRAFT if branch.kind is PartKind.REPORT else PartKind.DECLARATION
        kind = _PARTS.get(structure.get("class").lower(), kind)
        part = Branch(kind, Phase.PROSE)
        branch.blocks.append(part)
        for each in structure.every("heading", "subheading"):
            part.blocks.append(self._outline.node(Kind.TITLE, self._inline.words(each)))
        default = _DEFAULT.get(kind) or self._default(structure)
        for child in structure.elements:
            if child.name not in ("heading", "subheading"):
                self._block(child, part, default)
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
                self._block(child, branch, Kind.PROSE)
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
            if name in _PARTS:
                return _PARTS[name]
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


def _is_part(structure: Element) -> bool:
    """Whether an element is an embedded structure that is a part of its own, no quotation."""
    names = {each.name for each in structure.elements}
    parts = DOCUMENTS | {"formula", "heading", "section", "paragraph"}
    return structure.name == "embeddedStructure" and bool(names & parts)


def _holds_recitals(element: Element) -> bool:
    return element.name == "container" and element.child("container", "formula") is not None


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
