"""A document and its parts: what stands in the body, what is attached, what is a component."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from drafter.languages import Language
from drafter.model.tree import DocumentType, Kind, Paragraph, Part, PartKind, child_paths
from drafter.model.view import DocumentView
from drafter.writers.akn.elements import element, put, say
from drafter.writers.akn.identity import Identity
from drafter.writers.akn.ids import Ids
from drafter.writers.akn.inline import Inline
from drafter.writers.akn.masthead import MastheadLines
from drafter.writers.akn.meta import meta, untold
from drafter.writers.akn.paragraphs import Paragraphs
from drafter.writers.front import Front

Block = Paragraph | Part
_ATTACHED = frozenset({PartKind.ANNEX, PartKind.APPENDIX})
_PREAMBLE = frozenset({Kind.ENACTING, Kind.PREAMBULAR})


@dataclass(slots=True)
class _Inside:
    """A document being written: the eId that stands before those in it, the names of its component
    ("main", "annex_1/appendix_2") and the parts put into its components."""

    prefix: str
    component: str
    components: list[Element] = field(default_factory=list)


class Structure:
    """Writes one document with everything in it."""

    def __init__(
        self,
        view: DocumentView,
        language: Language,
        kind: DocumentType,
        who: Identity,
        face: Front,
    ) -> None:
        self._view = view
        self._language = language
        self._kind = kind
        self._who = who
        self._face = face
        self._inline = Inline(view, language)
        self._ids = Ids(view.conventions)
        self._paragraphs = Paragraphs(view, language, self._inline, self._ids)
        self._lines = MastheadLines(face, view.document.masthead, language, self._inline)

    def document(self, references: Element) -> Element:
        """The whole document."""
        root = self._view.document.root
        made = element(self._who.tag, name=self._who.name, contains="originalVersion")
        head = meta(self._who, self._kind, self._language)
        head.append(references)
        unprinted = () if self._face.committee else ("committee",)
        _add(head, untold(self._view.document.masthead, *unprinted))
        made.append(head)
        _add(made, self._lines.cover())
        titles, blocks = _titled(root.blocks)
        numbers = (self._face.number, *[""] * len(titles))
        rows = [self._title(t, n) for t, n in zip(titles, numbers, strict=False)]
        _add(made, self._lines.preface(rows))
        inside = _Inside("", "main")
        self._content(made, root.kind.value, root, blocks, inside)
        return made

    def _part(self, part: Part, path: str, prefix: str, component: str) -> Element:
        """A part that is a document of its own inside the whole."""
        tag, name = self._who.component(part.kind)
        made = element(tag, name=name, contains="originalVersion")
        made.append(meta(self._who, self._kind, self._language, component))
        titles, blocks = _titled(part.blocks)
        if titles:
            made.append(element("preface", *(self._title(title) for title in titles)))
        self._content(made, path, part, blocks, _Inside(prefix, component))
        return made

    def _content(
        self, made: Element, path: str, part: Part, blocks: Sequence[Block], inside: _Inside
    ) -> None:
        """Preamble, body, closing formula, attachments and components."""
        paths = {id(p): q for p, q in zip(part.parts, child_paths(part, path), strict=True)}
        preamble, rest = _preamble(blocks)
        body, attached = _attached(rest)
        if preamble:
            made.append(element("preamble", *map(self._opening, preamble)))
        main = put(made, "mainBody")
        self._body(main, body, paths, inside)
        if not len(main):
            put(main, "p")
        if part is self._view.document.root:
            _add(made, self._lines.conclusions())
        if attached:
            holder = put(made, "attachments")
            for each in attached:
                self._held(holder, "attachment", each, paths[id(each)], inside)
        if inside.components:
            name = self._ids.counted("components", inside.prefix)
            made.append(element("components", *inside.components, eId=name))

    def _opening(self, block: Paragraph) -> Element:
        if block.kind is Kind.ENACTING:
            return self._paragraphs.formula(block)
        return self._paragraphs.recital(block)

    def _title(self, title: Paragraph, number: str = "") -> Element:
        row = element("p")
        if number:
            say(put(row, "docNumber"), number)
            say(row, " ")
        self._inline.fill(put(row, "docTitle"), title.text)
        return row

    # the body

    def _body(
        self, holder: Element, blocks: Sequence[Block], paths: dict[int, str], inside: _Inside
    ) -> None:
        """Paragraphs, sections and parts in order; a section reaches to the next one."""
        section: Element | None = None
        for block in blocks:
            around = holder if section is None else section
            prefix = inside.prefix if section is None else section.get("eId", "")
            if isinstance(block, Part):
                self._inner(around, block, paths[id(block)], inside)
            elif block.kind is not Kind.HEADING:
                around.append(self._paragraphs.paragraph(block, prefix))
            elif section is not None and _is_numbered(section) and not self._label(block):
                self._inline.fill(put(section, "crossHeading"), block.text)
            else:
                section = self._section(block, inside.prefix)
                holder.append(section)

    def _section(self, heading: Paragraph, prefix: str) -> Element:
        label = self._label(heading)
        made = element("section", eId=self._ids.numbered("section", prefix, label, -1))
        if label:
            say(put(made, "num"), label)
        self._inline.fill(put(made, "heading"), heading.text)
        return made

    def _label(self, heading: Paragraph) -> str:
        return self._paragraphs.label(heading)

    # parts

    def _inner(self, around: Element, part: Part, path: str, inside: _Inside) -> None:
        """A part among the paragraphs: a declaration stands there, others are referred to."""
        if part.kind is PartKind.DECLARATION:
            self._declaration(around, part, path, inside)
            return
        holder = element("components")
        self._held(holder, "component", part, path, inside)
        component = holder[0]
        inside.components.append(component)
        shown = self._heading(path) or next((b.text.plain() for b in part.paragraphs[:1]), "")
        reference = put(around, "componentRef", src=f"#{component.get('eId')}")
        reference.set("showAs", shown)

    def _held(self, holder: Element, tag: str, part: Part, path: str, inside: _Inside) -> None:
        """A part in an attachment or component."""
        name = self._ids.counted(tag, inside.prefix)
        made = put(holder, tag, class_=part.kind.value, eId=name)
        heading = self._heading(path)
        if heading:
            say(put(made, "heading"), heading)
        own = path.rpartition("/")[2].replace("-", "_")
        component = own if inside.component == "main" else f"{inside.component}/{own}"
        made.append(self._part(part, path, name, component))

    def _declaration(self, around: Element, part: Part, path: str, inside: _Inside) -> None:
        name = self._ids.counted("hcontainer", inside.prefix)
        made = put(around, "hcontainer", name=part.kind.value, eId=name)
        heading = self._heading(path)
        if heading:
            say(put(made, "num"), heading)
        titles, blocks = _titled(part.blocks)
        for index, title in enumerate(titles):
            self._inline.fill(put(made, "subheading" if index else "heading"), title.text)
        paths = {id(p): q for p, q in zip(part.parts, child_paths(part, path), strict=True)}
        below = _Inside(name, inside.component, inside.components)
        self._body(made, blocks, paths, below)

    def _heading(self, path: str) -> str:
        shown = self._view.element(f"{path}/heading")
        return shown.text.plain() if shown else ""


def _add(parent: Element, child: Element | None) -> None:
    if child is not None:
        parent.append(child)


def _is_numbered(section: Element) -> bool:
    return section.find("num") is not None


def _titled(blocks: Sequence[Block]) -> tuple[list[Paragraph], Sequence[Block]]:
    """The titles that stand first, and the rest."""
    titles = list(_leading(blocks, frozenset({Kind.TITLE})))
    return titles, blocks[len(titles) :]


def _preamble(blocks: Sequence[Block]) -> tuple[list[Paragraph], Sequence[Block]]:
    """The enacting line and preambular paragraphs that stand first, and the rest."""
    opening = list(_leading(blocks, _PREAMBLE))
    return opening, blocks[len(opening) :]


def _leading(blocks: Sequence[Block], kinds: frozenset[Kind]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Part) or block.kind not in kinds:
            return
        yield block


def _attached(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[Part]]:
    """What stands in the body, and the annexes and appendices at its end."""
    parts: list[Part] = []
    for block in reversed(blocks):
        if not isinstance(block, Part) or block.kind not in _ATTACHED:
            break
        parts.insert(0, block)
    return blocks[: len(blocks) - len(parts)], parts
