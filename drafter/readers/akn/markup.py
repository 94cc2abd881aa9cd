"""The XML of an Akoma Ntoso file to a tree of elements; declared types and entities are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from drafter.errors import UnreadableInput

NAMESPACES = ("http://docs.oasis-open.org/legaldocml/ns/akn/", "http://www.akomantoso.org/")
_XML = "http://www.w3.org/XML/1998/namespace"
_MAX_DEPTH = 120
MOST_ELEMENTS = 1_000_000
_APART = "\n"


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


class _Parsing:
    def __init__(self, place: str) -> None:
        self._place = place
        self._parser = expat.ParserCreate(namespace_separator=_APART)
        self._open: list[Element] = []
        self._count = 0
        self._root: Element | None = None

    def parsed(self, text: str) -> Element:
        parser = self._parser
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_types
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            raise UnreadableInput(
                "reading.damaged-xml", place=f"{self._place}:{error.lineno}"
            ) from None
        except (ValueError, UnicodeError):
            raise UnreadableInput("reading.damaged-xml", place=self._place) from None
        if self._root is None:
            raise UnreadableInput("reading.damaged-xml", place=self._place)
        return self._root

    def _refuse_types(self, *_: object) -> None:
        raise UnreadableInput("reading.xml-doctype", place=self._place)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise UnreadableInput(
                "reading.too-many-elements", place=self._place, limit=MOST_ELEMENTS
            )
        if len(self._open) >= _MAX_DEPTH:
            raise UnreadableInput("reading.too-deep", place=self._place, limit=_MAX_DEPTH)
        space, _, local = name.rpartition(_APART)
        kept = {_attribute(key): value for key, value in attributes.items()}
        made = Element(local, space.startswith(NAMESPACES), kept, self._parser.CurrentLineNumber)
        if self._open:
            self._open[-1].children.append(made)
        else:
            self._root = made
        self._open.append(made)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open:
            self._open[-1].children.append(text)


def _attribute(name: str) -> str:
    space, _, local = name.rpartition(_APART)
    return f"xml:{local}" if space == _XML else local
