"""The parser of parts of a Word file that a stranger made: no declared types, so no entities."""

from __future__ import annotations

from xml.parsers import expat

from drafter.errors import UnreadableInput


class Guarded:
    """One reading of the part `part`. Set the handlers of `parser`, then call `read`.

    With `namespaces` names come as "namespace name".
    """

    def __init__(self, part: str, *, namespaces: bool = True) -> None:
        self._part = part
        self.parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
        self.parser.StartDoctypeDeclHandler = self._refuse_types

    def read(self, data: bytes) -> None:
        """Parse the whole part. Raises `UnreadableInput` for one that is damaged or declares
        types."""
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError:
            raise UnreadableInput("word.damaged-part", part=self._part) from None

    def _refuse_types(self, *_: object) -> None:
        raise UnreadableInput("word.doctype", part=self._part)
