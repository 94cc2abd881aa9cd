"""XML that a stranger made: declared types, and so entities, are refused, as is what is deeper or
larger than any document."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from xml.parsers import expat

from drafter.errors import UnreadableInput

APART = "\n"  # between the namespace and the local name of an element
MOST_ELEMENTS = 1_000_000


class Refusal(StrEnum):
    """Why a file is not read."""

    DAMAGED = "damaged"
    TYPES = "types"
    TOO_MANY = "too-many"
    TOO_DEEP = "too-deep"


class GuardedXml(ABC):
    """One reading of a file, at most `deepest` elements deep, told to the three handlers."""

    _parser: expat.XMLParserType

    def __init__(self, deepest: int) -> None:
        self._deepest = deepest
        self._depth = self._count = 0

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self._parser.CurrentLineNumber

    def read(self, data: bytes | str) -> None:
        """Read all of it. Raises `UnreadableInput`."""
        parser = self._parser = expat.ParserCreate(namespace_separator=APART)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._types
        parser.StartElementHandler = self._element
        parser.EndElementHandler = self._closed
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            at = error.lineno if isinstance(error, expat.ExpatError) else 0
            raise self._refused(Refusal.DAMAGED, at) from None
        finally:
            del self._parser  # it holds on to this reading, and so to all that was read

    @abstractmethod
    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; its name and those of attributes have their namespace before them."""

    @abstractmethod
    def _end(self, name: str) -> None:
        """An element ends."""

    @abstractmethod
    def _characters(self, text: str) -> None:
        """Characters stand in an element."""

    @abstractmethod
    def _refused(self, why: Refusal, line: int) -> UnreadableInput:
        """The error that says so; line 0 where none is known."""

    def _types(self, *_: object) -> None:
        raise self._refused(Refusal.TYPES, self.line)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise self._refused(Refusal.TOO_MANY, self.line)
        if self._depth >= self._deepest:
            raise self._refused(Refusal.TOO_DEEP, self.line)
        self._depth += 1
        self._start(name, attributes)

    def _closed(self, name: str) -> None:
        self._depth -= 1
        self._end(name)
