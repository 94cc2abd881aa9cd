"""The XML of an Akoma Ntoso file to a tree of elements; declared types and entities are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drafter.errors import UnreadableInput
from drafter.readers.guarded_xml import APART, MOST_ELEMENTS, GuardedXml, Refusal

NAMESPACES = ("http://docs.oasis-open.org/legaldocml/ns/akn/", "http://www.akomantoso.org/")
_XML = "http://www.w3.org/XML/1998/namespace"
_MAX_DEPTH = 120


@dataclass(slots=True, eq=False)
class Element:
    """An element by its local `name`; `known` if it is of Akoma Ntoso. `line` is 1-based."""

    name: str
    known: bool
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The attribute, without white space at its ends; empty if it has none."""
        return self.attributes.get(name, "").strip()

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements directly inside it."""
        return tuple(child for child in self.children if isinstance(child, Element))

    def child(self, *names: str) -> Element | None:
        """The first element directly inside it of one of these names."""
        return next((each for each in self.elements if each.name in names), None)

    def every(self, *names: str) -> Iterator[Element]:
        """The elements directly inside it of these names."""
        return (each for each in self.elements if each.name in names)

    def inside(self) -> Iterator[Element]:
        """It and every element inside it, in the order of the file."""
        todo = [self]
        while todo:
            found = todo.pop()
            yield found
            todo += reversed(found.elements)

    def text(self) -> str:
        """All characters inside it, white space as one space."""
        out: list[str] = []
        todo: list[Element | str] = [self]
        while todo:
            found = todo.pop()
            if isinstance(found, str):
                out.append(found)
            else:
                todo += reversed(found.children)
        return " ".join("".join(out).split())


def parsed(text: str, place: str) -> Element:
    """The root element. Raises `UnreadableInput` for what is no XML or is deeper or larger than
    any document; `place` names the file in it."""
    return _Parsing(place).parsed(text)


class _Parsing(GuardedXml):
    def __init__(self, place: str) -> None:
        super().__init__(_MAX_DEPTH)
        self._place = place
        self._open: list[Element] = []
        self._root: Element | None = None

    def parsed(self, text: str) -> Element:
        self.read(text)
        if self._root is None:
            raise self._refused(Refusal.DAMAGED, 0)
        return self._root

    def _refused(self, why: Refusal, line: int) -> UnreadableInput:
        match why:
            case Refusal.DAMAGED:
                place = f"{self._place}:{line}" if line else self._place
                return UnreadableInput("reading.damaged-xml", place=place)
            case Refusal.TYPES:
                return UnreadableInput("reading.xml-doctype", place=self._place)
            case Refusal.TOO_MANY:
                slug, limit = "reading.too-many-elements", MOST_ELEMENTS
            case Refusal.TOO_DEEP:
                slug, limit = "reading.too-deep", _MAX_DEPTH
        return UnreadableInput(slug, place=self._place, limit=limit)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(APART)
        kept = {_attribute(key): value for key, value in attributes.items()}
        made = Element(local, space.startswith(NAMESPACES), kept, self.line)
        if self._open:
            self._open[-1].children.append(made)
        else:
            self._root = made
        self._open.append(made)

    def _end(self, name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open:
            self._open[-1].children.append(text)


def _attribute(name: str) -> str:
    space, _, local = name.rpartition(APART)
    return f"xml:{local}" if space == _XML else local
